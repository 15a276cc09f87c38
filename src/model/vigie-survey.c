// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-survey.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_SURVEY_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_SURVEY_TITLE] = {
    .name = "title",
    .label = NC_ ("field", "Title"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_SURVEY_AS_OF] = {
    .name = "as_of",
    .label = NC_ ("field", "Survey closed on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_SURVEY_SENT] = {
    .name = "sent",
    .label = NC_ ("field", "Sent"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
  },
  [VIGIE_SURVEY_ANSWERS] = {
    .name = "answers",
    .label = NC_ ("field", "Answers"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PEOPLE,
    .minimum = 0,
    .maximum = 10000000,
  },
  [VIGIE_SURVEY_POPULATION] = {
    .name = "population",
    .label = NC_ ("field", "Population"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_SURVEY_ANSWERS, VIGIE_SURVEY_SENT, .counted = TRUE },
};

const VigieEntity vigie_survey_entity = {
  .nick = "survey",
  .label = N_ ("Survey"),
  .label_plural = N_ ("Surveys"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
