// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** Who sat in a meeting, by function and never by name. */
typedef enum
{
  VIGIE_ATTENDANCE_MEETING,
  VIGIE_ATTENDANCE_FUNCTION,
  VIGIE_ATTENDANCE_PRESENCE,
  VIGIE_ATTENDANCE_N_FIELDS,
} VigieAttendanceField;

extern const VigieEntity vigie_attendance_entity;

G_END_DECLS
