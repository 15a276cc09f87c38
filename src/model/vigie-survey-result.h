// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** How many of those who answered named a barrier. Site and profession are empty for all. */
typedef enum
{
  VIGIE_SURVEY_RESULT_SURVEY,
  VIGIE_SURVEY_RESULT_FAMILY,
  VIGIE_SURVEY_RESULT_ORG_UNIT,
  VIGIE_SURVEY_RESULT_PROFESSION,
  VIGIE_SURVEY_RESULT_ANSWERS,
  VIGIE_SURVEY_RESULT_NAMED,
  VIGIE_SURVEY_RESULT_N_FIELDS,
} VigieSurveyResultField;

extern const VigieEntity vigie_survey_result_entity;

G_END_DECLS
