// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-deployment.h"

#include "vigie-enums.h"
#include "vigie-org-unit.h"
#include "vigie-system.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_DEPLOYMENT_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_DEPLOYMENT_SYSTEM] = {
    .name = "system",
    .label = NC_ ("field", "AI system"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_system_entity,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_DEPLOYMENT_ORG_UNIT] = {
    .name = "org_unit",
    .label = NC_ ("field", "Site"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_DEPLOYMENT_PLANNED_ON] = {
    .name = "planned_on",
    .label = NC_ ("field", "Planned go-live"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_DEPLOYMENT_OWNER] = {
    .name = "owner",
    .label = NC_ ("field", "Owner (function)"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_DEPLOYMENT_OVERSIGHT] = {
    .name = "oversight",
    .label = NC_ ("field", "Oversight (function)"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_DEPLOYMENT_OVERSIGHT_COVER] = {
    .name = "oversight_cover",
    .label = NC_ ("field", "Oversight hours"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_oversight_cover_get_type,
  },
  [VIGIE_DEPLOYMENT_HEALTH] = {
    .name = "health",
    .label = NC_ ("field", "Project health"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_health_get_type,
  },
  [VIGIE_DEPLOYMENT_PRIORITY] = {
    .name = "priority",
    .label = NC_ ("field", "Priority"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 4,
  },
  [VIGIE_DEPLOYMENT_CAPEX_CENTS] = {
    .name = "capex_cents",
    .label = NC_ ("field", "Investment"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_CENTS,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (10000000000000),
  },
  [VIGIE_DEPLOYMENT_OPEX_YEAR_CENTS] = {
    .name = "opex_year_cents",
    .label = NC_ ("field", "Running cost a year"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_CENTS,
    .minimum = 0,
    .maximum = G_GINT64_CONSTANT (10000000000000),
  },
  [VIGIE_DEPLOYMENT_FUNDING] = {
    .name = "funding",
    .label = NC_ ("field", "Funding"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_funding_get_type,
  },
};

const VigieEntity vigie_deployment_entity = {
  .nick = "deployment",
  .label = N_ ("Deployment"),
  .label_plural = N_ ("Deployments"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
