// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** What a deployment costs in a year, of one kind and from one source: planned, and spent. */
typedef enum
{
  VIGIE_COST_DEPLOYMENT,
  VIGIE_COST_YEAR,
  VIGIE_COST_KIND,
  VIGIE_COST_FUNDING,
  VIGIE_COST_PLANNED_CENTS,
  VIGIE_COST_ACTUAL_CENTS,
  VIGIE_COST_N_FIELDS,
} VigieCostField;

extern const VigieEntity vigie_cost_entity;

G_END_DECLS
