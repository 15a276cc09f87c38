// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-milestone.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_MILESTONE_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_MILESTONE_LABEL_FR] = {
    .name = "label_fr",
    .label = NC_ ("field", "Label in French"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_MILESTONE_LABEL_EN] = {
    .name = "label_en",
    .label = NC_ ("field", "Label in English"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_MILESTONE_APPLIES_ON] = {
    .name = "applies_on",
    .label = NC_ ("field", "Applies on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_MILESTONE_LEGAL_STATUS] = {
    .name = "legal_status",
    .label = NC_ ("field", "Legal status"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_legal_status_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_MILESTONE_TEXT_FR] = {
    .name = "text_fr",
    .label = NC_ ("field", "Legal text in French"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_MILESTONE_TEXT_EN] = {
    .name = "text_en",
    .label = NC_ ("field", "Legal text in English"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_MILESTONE_ROUTE] = {
    .name = "route",
    .label = NC_ ("field", "Route"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_ai_act_route_get_type,
  },
  [VIGIE_MILESTONE_CHECKED_ON] = {
    .name = "checked_on",
    .label = NC_ ("field", "Checked on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_MILESTONE_URL] = {
    .name = "url",
    .label = NC_ ("field", "Address"),
    .type = VIGIE_FIELD_TEXT,
  },
};

const VigieEntity vigie_milestone_entity = {
  .nick = "milestone",
  .label = N_ ("Regulation milestone"),
  .label_plural = N_ ("Regulation milestones"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
