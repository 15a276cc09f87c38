// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-duty.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_DUTY_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_DUTY_KIND] = {
    .name = "kind",
    .label = NC_ ("field", "Safeguard"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_safeguard_kind_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_DUTY_AI_ACT_CLASS] = {
    .name = "ai_act_class",
    .label = NC_ ("field", "AI Act class"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_ai_act_class_get_type,
  },
  [VIGIE_DUTY_AI_ACT_ROUTE] = {
    .name = "ai_act_route",
    .label = NC_ ("field", "AI Act route"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_ai_act_route_get_type,
  },
  [VIGIE_DUTY_MEDICAL_DEVICE] = {
    .name = "medical_device",
    .label = NC_ ("field", "Medical device"),
    .type = VIGIE_FIELD_BOOLEAN,
  },
  [VIGIE_DUTY_PERSONAL_DATA] = {
    .name = "personal_data",
    .label = NC_ ("field", "Personal data"),
    .type = VIGIE_FIELD_BOOLEAN,
  },
  [VIGIE_DUTY_HEALTH_DATA] = {
    .name = "health_data",
    .label = NC_ ("field", "Health data"),
    .type = VIGIE_FIELD_BOOLEAN,
  },
  [VIGIE_DUTY_DEFINITION_FR] = {
    .name = "definition_fr",
    .label = NC_ ("field", "What is asked, in French"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_DUTY_DEFINITION_EN] = {
    .name = "definition_en",
    .label = NC_ ("field", "What is asked, in English"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_DUTY_APPLIES_ON] = {
    .name = "applies_on",
    .label = NC_ ("field", "Applies on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_DUTY_LEGAL_STATUS] = {
    .name = "legal_status",
    .label = NC_ ("field", "Legal status"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_legal_status_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_DUTY_TEXT_FR] = {
    .name = "text_fr",
    .label = NC_ ("field", "Legal text in French"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_DUTY_TEXT_EN] = {
    .name = "text_en",
    .label = NC_ ("field", "Legal text in English"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_DUTY_ARTICLE] = {
    .name = "article",
    .label = NC_ ("field", "Article"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_DUTY_CHECKED_ON] = {
    .name = "checked_on",
    .label = NC_ ("field", "Checked on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_DUTY_URL] = {
    .name = "url",
    .label = NC_ ("field", "Address"),
    .type = VIGIE_FIELD_TEXT,
  },
};

const VigieEntity vigie_duty_entity = {
  .nick = "duty",
  .label = N_ ("Legal duty"),
  .label_plural = N_ ("Legal duties"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
