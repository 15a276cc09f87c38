// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-module.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_MODULE_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_MODULE_LABEL_FR] = {
    .name = "label_fr",
    .label = NC_ ("field", "Title in French"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_MODULE_LABEL_EN] = {
    .name = "label_en",
    .label = NC_ ("field", "Title in English"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_MODULE_OBJECTIVE] = {
    .name = "objective",
    .label = NC_ ("field", "Objective"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_MODULE_FAMILY] = {
    .name = "family",
    .label = NC_ ("field", "Family"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_module_family_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_MODULE_COMPETENCY] = {
    .name = "competency",
    .label = NC_ ("field", "Competency"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_competency_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_MODULE_MODALITY] = {
    .name = "modality",
    .label = NC_ ("field", "Modality"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_modality_get_type,
  },
  [VIGIE_MODULE_DURATION_MIN] = {
    .name = "duration_min",
    .label = NC_ ("field", "Duration"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_MINUTES,
    .minimum = 1,
    .maximum = 100000,
  },
  [VIGIE_MODULE_VALIDITY_MONTHS] = {
    .name = "validity_months",
    .label = NC_ ("field", "Validity"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_MONTHS,
    .minimum = 1,
    .maximum = 1200,
  },
  [VIGIE_MODULE_COST_CENTS] = {
    .name = "cost_cents",
    .label = NC_ ("field", "Cost per person"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_CENTS,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (10000000000000),
  },
  [VIGIE_MODULE_PROVIDER] = {
    .name = "provider",
    .label = NC_ ("field", "Provider"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
};

const VigieEntity vigie_module_entity = {
  .nick = "module",
  .label = N_ ("Training module"),
  .label_plural = N_ ("Training modules"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
