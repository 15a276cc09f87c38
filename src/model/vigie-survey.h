// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A local survey of what staff see as barriers. */
typedef enum
{
  VIGIE_SURVEY_CODE,
  VIGIE_SURVEY_TITLE,
  VIGIE_SURVEY_AS_OF,
  VIGIE_SURVEY_SENT,
  VIGIE_SURVEY_ANSWERS,
  VIGIE_SURVEY_POPULATION,
  VIGIE_SURVEY_N_FIELDS,
} VigieSurveyField;

extern const VigieEntity vigie_survey_entity;

G_END_DECLS
