// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-benefit.h"

#include "vigie-deployment.h"
#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_BENEFIT_DEPLOYMENT] = {
    .name = "deployment",
    .label = NC_ ("field", "Deployment"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_deployment_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_BENEFIT_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Kind"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_benefit_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_BENEFIT_UNIT] = {
    .name = "unit",
    .label = NC_ ("field", "Unit"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_BENEFIT_TARGET] = {
    .name = "target",
    .label = NC_ ("field", "Target"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (10000000000000),
  },
  [VIGIE_BENEFIT_ACTUAL] = {
    .name = "actual",
    .label = NC_ ("field", "Measured"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (10000000000000),
  },
  [VIGIE_BENEFIT_MEASURED_ON] = {
    .name = "measured_on",
    .label = NC_ ("field", "Measured on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_BENEFIT_METHOD] = {
    .name = "method",
    .label = NC_ ("field", "Method"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
};

const VigieEntity vigie_benefit_entity = {
  .nick = "benefit",
  .label = N_ ("Benefit"),
  .label_plural = N_ ("Benefits"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
