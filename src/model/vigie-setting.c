// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-setting.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_SETTING_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_SETTING_VALUE] = {
    .name = "value",
    .label = NC_ ("field", "Value"),
    .type = VIGIE_FIELD_TEXT,
  },
};

const VigieEntity vigie_setting_entity = {
  .nick = "setting",
  .label = N_ ("Setting"),
  .label_plural = N_ ("Settings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
