// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-completion.h"

#include "vigie-module.h"
#include "vigie-staff.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_COMPLETION_STAFF] = {
    .name = "staff",
    .label = NC_ ("field", "Staff reference"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_staff_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_PERSONAL,
  },
  [VIGIE_COMPLETION_MODULE] = {
    .name = "module",
    .label = NC_ ("field", "Module"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_module_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COMPLETION_COMPLETED_ON] = {
    .name = "completed_on",
    .label = NC_ ("field", "Completed on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_COMPLETION_EXPIRES_ON] = {
    .name = "expires_on",
    .label = NC_ ("field", "Expires on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_COMPLETION_MINUTES] = {
    .name = "minutes",
    .label = NC_ ("field", "Minutes"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_MINUTES,
    .minimum = 0,
    .maximum = 100000,
  },
  [VIGIE_COMPLETION_SCORE] = {
    .name = "score",
    .label = NC_ ("field", "Score"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PERCENT,
    .minimum = 0,
    .maximum = 100,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_COMPLETION_COMPLETED_ON, VIGIE_COMPLETION_EXPIRES_ON },
};

const VigieEntity vigie_completion_entity = {
  .nick = "completion",
  .label = N_ ("Training completion"),
  .label_plural = N_ ("Training completions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
