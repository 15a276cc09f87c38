// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-system.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_SYSTEM_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_SYSTEM_NAME] = {
    .name = "name",
    .label = NC_ ("field", "Name"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_SYSTEM_VENDOR] = {
    .name = "vendor",
    .label = NC_ ("field", "Vendor"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_SYSTEM_DESCRIPTION] = {
    .name = "description",
    .label = NC_ ("field", "Description"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_SYSTEM_PURPOSE] = {
    .name = "purpose",
    .label = NC_ ("field", "Purpose"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_SYSTEM_EXPECTED_BENEFIT] = {
    .name = "expected_benefit",
    .label = NC_ ("field", "Expected benefit"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_SYSTEM_OUTPUTS] = {
    .name = "outputs",
    .label = NC_ ("field", "Outputs"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
  [VIGIE_SYSTEM_TECH_CLASS] = {
    .name = "tech_class",
    .label = NC_ ("field", "Technology"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_tech_class_get_type,
  },
  [VIGIE_SYSTEM_USE_DOMAIN] = {
    .name = "use_domain",
    .label = NC_ ("field", "Domain of use"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_use_domain_get_type,
  },
  [VIGIE_SYSTEM_SOURCING] = {
    .name = "sourcing",
    .label = NC_ ("field", "Sourcing"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_sourcing_get_type,
  },
  [VIGIE_SYSTEM_MD_CLASS] = {
    .name = "md_class",
    .label = NC_ ("field", "Medical device class"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_md_class_get_type,
  },
  [VIGIE_SYSTEM_CE_STATUS] = {
    .name = "ce_status",
    .label = NC_ ("field", "CE mark"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_ce_status_get_type,
  },
  [VIGIE_SYSTEM_AI_ACT_CLASS] = {
    .name = "ai_act_class",
    .label = NC_ ("field", "AI Act class"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_ai_act_class_get_type,
  },
  [VIGIE_SYSTEM_AI_ACT_ROUTE] = {
    .name = "ai_act_route",
    .label = NC_ ("field", "AI Act route"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_ai_act_route_get_type,
  },
  [VIGIE_SYSTEM_AI_ACT_ROLE] = {
    .name = "ai_act_role",
    .label = NC_ ("field", "AI Act role"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_ai_act_role_get_type,
  },
  [VIGIE_SYSTEM_GENERATIVE] = {
    .name = "generative",
    .label = NC_ ("field", "Generative"),
    .type = VIGIE_FIELD_BOOLEAN,
  },
  [VIGIE_SYSTEM_PERSONAL_DATA] = {
    .name = "personal_data",
    .label = NC_ ("field", "Personal data"),
    .type = VIGIE_FIELD_BOOLEAN,
  },
  [VIGIE_SYSTEM_HEALTH_DATA] = {
    .name = "health_data",
    .label = NC_ ("field", "Health data"),
    .type = VIGIE_FIELD_BOOLEAN,
  },
  [VIGIE_SYSTEM_HOSTING] = {
    .name = "hosting",
    .label = NC_ ("field", "Hosting"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_hosting_get_type,
  },
};

const VigieEntity vigie_system_entity = {
  .nick = "system",
  .label = N_ ("AI system"),
  .label_plural = N_ ("AI systems"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
