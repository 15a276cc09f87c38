// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/**
 * A rule that asks for a safeguard, with its article, its legal status and the day from which it applies. It is
 * about the systems that have everything that the rule names; what it leaves open is not asked.
 */
typedef enum
{
  VIGIE_DUTY_CODE,
  VIGIE_DUTY_KIND,
  VIGIE_DUTY_AI_ACT_CLASS,
  VIGIE_DUTY_AI_ACT_ROUTE,
  VIGIE_DUTY_MEDICAL_DEVICE,
  VIGIE_DUTY_PERSONAL_DATA,
  VIGIE_DUTY_HEALTH_DATA,
  VIGIE_DUTY_DEFINITION_FR,
  VIGIE_DUTY_DEFINITION_EN,
  VIGIE_DUTY_APPLIES_ON,
  VIGIE_DUTY_LEGAL_STATUS,
  VIGIE_DUTY_TEXT_FR,
  VIGIE_DUTY_TEXT_EN,
  VIGIE_DUTY_ARTICLE,
  VIGIE_DUTY_CHECKED_ON,
  VIGIE_DUTY_URL,
  VIGIE_DUTY_N_FIELDS,
} VigieDutyField;

extern const VigieEntity vigie_duty_entity;

G_END_DECLS
