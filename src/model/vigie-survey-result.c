// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-survey-result.h"

#include "vigie-enums.h"
#include "vigie-org-unit.h"
#include "vigie-profession.h"
#include "vigie-survey.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_SURVEY_RESULT_SURVEY] = {
    .name = "survey",
    .label = NC_ ("field", "Survey"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_survey_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_SURVEY_RESULT_FAMILY] = {
    .name = "family",
    .label = NC_ ("field", "Barrier"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_barrier_family_get_type,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_SURVEY_RESULT_ORG_UNIT] = {
    .name = "org_unit",
    .label = NC_ ("field", "Site"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
    .flags = VIGIE_FIELD_KEY,
  },
  [VIGIE_SURVEY_RESULT_PROFESSION] = {
    .name = "profession",
    .label = NC_ ("field", "Profession"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_profession_entity,
    .flags = VIGIE_FIELD_KEY,
  },
  [VIGIE_SURVEY_RESULT_ANSWERS] = {
    .name = "answers",
    .label = NC_ ("field", "Answers"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_SURVEY_RESULT_NAMED] = {
    .name = "named",
    .label = NC_ ("field", "Named it"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
    .flags = VIGIE_FIELD_REQUIRED,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_SURVEY_RESULT_NAMED, VIGIE_SURVEY_RESULT_ANSWERS, .counted = TRUE },
};

const VigieEntity vigie_survey_result_entity = {
  .nick = "survey_result",
  .label = N_ ("Survey result"),
  .label_plural = N_ ("Survey results"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
