// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-meeting.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_MEETING_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_MEETING_BODY] = {
    .name = "body",
    .label = NC_ ("field", "Body"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_governance_body_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_MEETING_HELD_ON] = {
    .name = "held_on",
    .label = NC_ ("field", "Held on"),
    .type = VIGIE_FIELD_DATE,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_MEETING_TITLE] = {
    .name = "title",
    .label = NC_ ("field", "Title"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_MEETING_PLACE] = {
    .name = "place",
    .label = NC_ ("field", "Place"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_MEETING_STATUS] = {
    .name = "status",
    .label = NC_ ("field", "Status"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_meeting_status_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
};

const VigieEntity vigie_meeting_entity = {
  .nick = "meeting",
  .label = N_ ("Meeting"),
  .label_plural = N_ ("Meetings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
