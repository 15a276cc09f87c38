// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-agenda-item.h"

#include "vigie-enums.h"
#include "vigie-meeting.h"
#include "vigie-org-unit.h"
#include "vigie-profession.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_AGENDA_ITEM_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_AGENDA_ITEM_MEETING] = {
    .name = "meeting",
    .label = NC_ ("field", "Meeting"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_meeting_entity,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_AGENDA_ITEM_SORT] = {
    .name = "sort",
    .label = NC_ ("field", "Order"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 1000,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_AGENDA_ITEM_TITLE] = {
    .name = "title",
    .label = NC_ ("field", "Title"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_AGENDA_ITEM_PURPOSE] = {
    .name = "purpose",
    .label = NC_ ("field", "Purpose"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_agenda_purpose_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
  [VIGIE_AGENDA_ITEM_FIGURE] = {
    .name = "figure",
    .label = NC_ ("field", "Figure"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_AGENDA_ITEM_MATTER] = {
    .name = "matter",
    .label = NC_ ("field", "Matter"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_AGENDA_ITEM_ORG_UNIT] = {
    .name = "org_unit",
    .label = NC_ ("field", "Site"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_org_unit_entity,
  },
  [VIGIE_AGENDA_ITEM_PROFESSION] = {
    .name = "profession",
    .label = NC_ ("field", "Profession"),
    .type = VIGIE_FIELD_REFERENCE,
    .reference = &vigie_profession_entity,
  },
  [VIGIE_AGENDA_ITEM_AS_OF] = {
    .name = "as_of",
    .label = NC_ ("field", "As of"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_AGENDA_ITEM_MINUTES_BUDGET] = {
    .name = "minutes_budget",
    .label = NC_ ("field", "Time"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_MINUTES,
    .minimum = 0,
    .maximum = 600,
  },
  [VIGIE_AGENDA_ITEM_NOTES] = {
    .name = "notes",
    .label = NC_ ("field", "Notes of the presenter"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_LONG,
  },
  [VIGIE_AGENDA_ITEM_DISCUSSION] = {
    .name = "discussion",
    .label = NC_ ("field", "Discussion"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE | VIGIE_FIELD_LONG,
  },
};

const VigieEntity vigie_agenda_item_entity = {
  .nick = "agenda_item",
  .label = N_ ("Agenda item"),
  .label_plural = N_ ("Agenda items"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
