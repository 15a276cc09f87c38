// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-cost.h"

#include "vigie-deployment.h"
#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_COST_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COST_YEAR] = {
    .name = "year",
    .label = NC_ ("field", "Year"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_YEAR,
    .minimum = 2000,
    .maximum = 2100,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COST_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Kind"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_cost_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COST_FUNDING] = {
    .name = "funding",
    .label = NC_ ("field", "Funding"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_funding_get_type,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COST_PLANNED_CENTS] = {
    .name = "planned_cents",
    .label = NC_ ("field", "Planned"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_CENTS,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (10000000000000),
  },
  [VIGIE_COST_ACTUAL_CENTS] = {
    .name = "actual_cents",
    .label = NC_ ("field", "Spent"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_CENTS,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (10000000000000),
  },
};

const VigieEntity vigie_cost_entity = {
  .nick = "cost",
  .label = N_ ("Cost"),
  .label_plural = N_ ("Costs"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
