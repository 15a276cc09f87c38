// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A deployment entered a stage, or was seen in it. */
typedef enum
{
  VIGIE_STAGE_EVENT_DEPLOYMENT,
  VIGIE_STAGE_EVENT_OCCURRED_ON,
  VIGIE_STAGE_EVENT_STAGE,
  VIGIE_STAGE_EVENT_BASIS,
  VIGIE_STAGE_EVENT_COMMENT,
  VIGIE_STAGE_EVENT_N_FIELDS,
} VigieStageEventField;

extern const VigieEntity vigie_stage_event_entity;

G_END_DECLS
