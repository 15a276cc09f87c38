// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A meeting of a governance body. */
typedef enum
{
  VIGIE_MEETING_CODE,
  VIGIE_MEETING_BODY,
  VIGIE_MEETING_HELD_ON,
  VIGIE_MEETING_TITLE,
  VIGIE_MEETING_PLACE,
  VIGIE_MEETING_STATUS,
  VIGIE_MEETING_N_FIELDS,
} VigieMeetingField;

extern const VigieEntity vigie_meeting_entity;

G_END_DECLS
