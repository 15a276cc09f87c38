// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-attendance.h"

#include "vigie-enums.h"
#include "vigie-meeting.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_ATTENDANCE_MEETING] = {
    .name = "meeting",
    .label = NC_ ("field", "Meeting"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_meeting_entity,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_ATTENDANCE_FUNCTION] = {
    .name = "function",
    .label = NC_ ("field", "Function"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY,
  },
  [VIGIE_ATTENDANCE_PRESENCE] = {
    .name = "presence",
    .label = NC_ ("field", "Presence"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_presence_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
};

const VigieEntity vigie_attendance_entity = {
  .nick = "attendance",
  .label = N_ ("Attendance"),
  .label_plural = N_ ("Attendance"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
