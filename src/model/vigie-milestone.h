// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A date on which a rule starts to apply, with its legal status. */
typedef enum
{
  VIGIE_MILESTONE_CODE,
  VIGIE_MILESTONE_LABEL_FR,
  VIGIE_MILESTONE_LABEL_EN,
  VIGIE_MILESTONE_APPLIES_ON,
  VIGIE_MILESTONE_LEGAL_STATUS,
  VIGIE_MILESTONE_TEXT_FR,
  VIGIE_MILESTONE_TEXT_EN,
  VIGIE_MILESTONE_ROUTE,
  VIGIE_MILESTONE_CHECKED_ON,
  VIGIE_MILESTONE_URL,
  VIGIE_MILESTONE_N_FIELDS,
} VigieMilestoneField;

extern const VigieEntity vigie_milestone_entity;

G_END_DECLS
