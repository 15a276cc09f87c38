// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-org-unit.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_ORG_UNIT_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_ORG_UNIT_NAME] = {
    .name = "name",
    .label = NC_ ("field", "Name"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_ORG_UNIT_SHORT_NAME] = {
    .name = "short_name",
    .label = NC_ ("field", "Short name"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_ORG_UNIT_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Kind"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_org_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_ORG_UNIT_PARENT] = {
    .name = "parent",
    .label = NC_ ("field", "Part of"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
  },
  [VIGIE_ORG_UNIT_FINESS] = {
    .name = "finess",
    .label = NC_ ("field", "FINESS number"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_ORG_UNIT_OPENED_ON] = {
    .name = "opened_on",
    .label = NC_ ("field", "Opening"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_ORG_UNIT_CLOSED_ON] = {
    .name = "closed_on",
    .label = NC_ ("field", "Closure"),
    .type = VIGIE_FIELD_DATE,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_ORG_UNIT_OPENED_ON, VIGIE_ORG_UNIT_CLOSED_ON },
};

const VigieEntity vigie_org_unit_entity = {
  .nick = "org_unit",
  .label = N_ ("Organisation unit"),
  .label_plural = N_ ("Organisation units"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
