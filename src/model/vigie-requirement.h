// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** Who must hold which module: by profession, site or system; an empty field means all. */
typedef enum
{
  VIGIE_REQUIREMENT_CODE,
  VIGIE_REQUIREMENT_MODULE,
  VIGIE_REQUIREMENT_PROFESSION,
  VIGIE_REQUIREMENT_ORG_UNIT,
  VIGIE_REQUIREMENT_SYSTEM,
  VIGIE_REQUIREMENT_OBLIGATION,
  VIGIE_REQUIREMENT_TARGET_PERCENT,
  VIGIE_REQUIREMENT_VALID_FROM,
  VIGIE_REQUIREMENT_VALID_TO,
  VIGIE_REQUIREMENT_DUE_ON,
  VIGIE_REQUIREMENT_LEGAL_REF,
  VIGIE_REQUIREMENT_N_FIELDS,
} VigieRequirementField;

extern const VigieEntity vigie_requirement_entity;

G_END_DECLS
