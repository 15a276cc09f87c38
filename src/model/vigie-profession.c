// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-profession.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_PROFESSION_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_PROFESSION_LABEL_FR] = {
    .name = "label_fr",
    .label = NC_ ("field", "Name in French"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_PROFESSION_LABEL_EN] = {
    .name = "label_en",
    .label = NC_ ("field", "Name in English"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_PROFESSION_FAMILY] = {
    .name = "family",
    .label = NC_ ("field", "Family"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_profession_family_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_PROFESSION_RPPS_CODE] = {
    .name = "rpps_code",
    .label = NC_ ("field", "RPPS code"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_PROFESSION_IN_REFERENCE_28H] = {
    .name = "in_reference_28h",
    .label = NC_ ("field", "Covered by the 28-hour reference"),
    .type = VIGIE_FIELD_BOOLEAN,
  },
};

const VigieEntity vigie_profession_entity = {
  .nick = "profession",
  .label = N_ ("Profession"),
  .label_plural = N_ ("Professions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
