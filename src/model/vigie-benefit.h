// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** What a deployment is to bring, in a unit of its own, and what was measured of it. */
typedef enum
{
  VIGIE_BENEFIT_DEPLOYMENT,
  VIGIE_BENEFIT_KIND,
  VIGIE_BENEFIT_UNIT,
  VIGIE_BENEFIT_TARGET,
  VIGIE_BENEFIT_ACTUAL,
  VIGIE_BENEFIT_MEASURED_ON,
  VIGIE_BENEFIT_METHOD,
  VIGIE_BENEFIT_N_FIELDS,
} VigieBenefitField;

extern const VigieEntity vigie_benefit_entity;

G_END_DECLS
