// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-staff.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_STAFF_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Staff reference"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_PERSONAL,
  },
};

const VigieEntity vigie_staff_entity = {
  .nick = "staff",
  .label = N_ ("Staff reference"),
  .label_plural = N_ ("Staff references"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
