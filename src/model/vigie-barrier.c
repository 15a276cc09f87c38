// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-barrier.h"

#include "vigie-enums.h"
#include "vigie-org-unit.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_BARRIER_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_BARRIER_TITLE] = {
    .name = "title",
    .label = NC_ ("field", "Title"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_BARRIER_FAMILY] = {
    .name = "family",
    .label = NC_ ("field", "Family"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_barrier_family_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_BARRIER_DESCRIPTION] = {
    .name = "description",
    .label = NC_ ("field", "Description"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_BARRIER_CAUSE] = {
    .name = "cause",
    .label = NC_ ("field", "Cause"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_BARRIER_CONSEQUENCE] = {
    .name = "consequence",
    .label = NC_ ("field", "Consequence"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_BARRIER_OWNER] = {
    .name = "owner",
    .label = NC_ ("field", "Owner (function)"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_BARRIER_STATUS] = {
    .name = "status",
    .label = NC_ ("field", "Status"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_barrier_status_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_BARRIER_OPENED_ON] = {
    .name = "opened_on",
    .label = NC_ ("field", "Opened on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_BARRIER_CLOSED_ON] = {
    .name = "closed_on",
    .label = NC_ ("field", "Closed on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_BARRIER_NEXT_REVIEW_ON] = {
    .name = "next_review_on",
    .label = NC_ ("field", "Next review"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_BARRIER_ORG_UNIT] = {
    .name = "org_unit",
    .label = NC_ ("field", "Site"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_BARRIER_OPENED_ON, VIGIE_BARRIER_CLOSED_ON },
};

const VigieEntity vigie_barrier_entity = {
  .nick = "barrier",
  .label = N_ ("Barrier"),
  .label_plural = N_ ("Barriers"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
