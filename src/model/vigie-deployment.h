// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A system at a site or in a department, with its own stage, users, safeguards and incidents. */
typedef enum
{
  VIGIE_DEPLOYMENT_CODE,
  VIGIE_DEPLOYMENT_SYSTEM,
  VIGIE_DEPLOYMENT_ORG_UNIT,
  VIGIE_DEPLOYMENT_PLANNED_ON,
  VIGIE_DEPLOYMENT_OWNER,
  VIGIE_DEPLOYMENT_OVERSIGHT,
  VIGIE_DEPLOYMENT_OVERSIGHT_COVER,
  VIGIE_DEPLOYMENT_HEALTH,
  VIGIE_DEPLOYMENT_PRIORITY,
  VIGIE_DEPLOYMENT_CAPEX_CENTS,
  VIGIE_DEPLOYMENT_OPEX_YEAR_CENTS,
  VIGIE_DEPLOYMENT_FUNDING,
  VIGIE_DEPLOYMENT_N_FIELDS,
} VigieDeploymentField;

extern const VigieEntity vigie_deployment_entity;

G_END_DECLS
