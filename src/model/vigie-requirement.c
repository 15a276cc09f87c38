// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-requirement.h"

#include "vigie-enums.h"
#include "vigie-module.h"
#include "vigie-org-unit.h"
#include "vigie-profession.h"
#include "vigie-system.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_REQUIREMENT_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_REQUIREMENT_MODULE] = {
    .name = "module",
    .label = NC_ ("field", "Module"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_module_entity,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_REQUIREMENT_PROFESSION] = {
    .name = "profession",
    .label = NC_ ("field", "Profession"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_profession_entity,
  },
  [VIGIE_REQUIREMENT_ORG_UNIT] = {
    .name = "org_unit",
    .label = NC_ ("field", "Site"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
  },
  [VIGIE_REQUIREMENT_SYSTEM] = {
    .name = "system",
    .label = NC_ ("field", "AI system"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_system_entity,
  },
  [VIGIE_REQUIREMENT_OBLIGATION] = {
    .name = "obligation",
    .label = NC_ ("field", "Obligation"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_obligation_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_REQUIREMENT_TARGET_PERCENT] = {
    .name = "target_percent",
    .label = NC_ ("field", "Target"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PERCENT,
    .minimum = 0,
    .maximum = 100,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_REQUIREMENT_VALID_FROM] = {
    .name = "valid_from",
    .label = NC_ ("field", "From"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_REQUIREMENT_VALID_TO] = {
    .name = "valid_to",
    .label = NC_ ("field", "To"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_REQUIREMENT_DUE_ON] = {
    .name = "due_on",
    .label = NC_ ("field", "Due on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_REQUIREMENT_LEGAL_REF] = {
    .name = "legal_ref",
    .label = NC_ ("field", "Legal reference"),
    .type = VIGIE_FIELD_TEXT,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_REQUIREMENT_VALID_FROM, VIGIE_REQUIREMENT_VALID_TO },
};

const VigieEntity vigie_requirement_entity = {
  .nick = "requirement",
  .label = N_ ("Training requirement"),
  .label_plural = N_ ("Training requirements"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
