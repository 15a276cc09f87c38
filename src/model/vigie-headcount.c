// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-headcount.h"

#include "vigie-org-unit.h"
#include "vigie-profession.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_HEADCOUNT_ORG_UNIT] = {
    .name = "org_unit",
    .label = NC_ ("field", "Site"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_HEADCOUNT_PROFESSION] = {
    .name = "profession",
    .label = NC_ ("field", "Profession"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_profession_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_HEADCOUNT_VALID_FROM] = {
    .name = "valid_from",
    .label = NC_ ("field", "From"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_HEADCOUNT_VALID_TO] = {
    .name = "valid_to",
    .label = NC_ ("field", "To"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_HEADCOUNT_HEADS] = {
    .name = "heads",
    .label = NC_ ("field", "People"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
    .flags = VIGIE_FIELD_REQUIRED,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_HEADCOUNT_VALID_FROM, VIGIE_HEADCOUNT_VALID_TO },
};

const VigieEntity vigie_headcount_entity = {
  .nick = "headcount",
  .label = N_ ("Headcount"),
  .label_plural = N_ ("Headcounts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
