// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-completion-count.h"

#include "vigie-module.h"
#include "vigie-org-unit.h"
#include "vigie-profession.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_COMPLETION_COUNT_ORG_UNIT] = {
    .name = "org_unit",
    .label = NC_ ("field", "Site"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COMPLETION_COUNT_PROFESSION] = {
    .name = "profession",
    .label = NC_ ("field", "Profession"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_profession_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COMPLETION_COUNT_MODULE] = {
    .name = "module",
    .label = NC_ ("field", "Module"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_module_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COMPLETION_COUNT_AS_OF] = {
    .name = "as_of",
    .label = NC_ ("field", "As of"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COMPLETION_COUNT_TRAINED] = {
    .name = "trained",
    .label = NC_ ("field", "Ever trained"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
  },
  [VIGIE_COMPLETION_COUNT_VALID] = {
    .name = "valid",
    .label = NC_ ("field", "Valid"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_COMPLETION_COUNT_EXPIRING_90] = {
    .name = "expiring_90",
    .label = NC_ ("field", "Expiring within 90 days"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
  },
  [VIGIE_COMPLETION_COUNT_MINUTES_TOTAL] = {
    .name = "minutes_total",
    .label = NC_ ("field", "Minutes in total"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_MINUTES,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (1000000000000),
  },
};

static const VigieOrder orders[] = {
  { VIGIE_COMPLETION_COUNT_VALID, VIGIE_COMPLETION_COUNT_TRAINED, .counted = TRUE },
  { VIGIE_COMPLETION_COUNT_EXPIRING_90, VIGIE_COMPLETION_COUNT_VALID, .counted = TRUE },
};

const VigieEntity vigie_completion_count_entity = {
  .nick = "completion_count",
  .label = N_ ("Completion count"),
  .label_plural = N_ ("Completion counts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
