// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/** A point of the agenda of a meeting: what is shown for it, and what was said. */
typedef enum
{
  VIGIE_AGENDA_ITEM_CODE,
  VIGIE_AGENDA_ITEM_MEETING,
  VIGIE_AGENDA_ITEM_SORT,
  VIGIE_AGENDA_ITEM_TITLE,
  VIGIE_AGENDA_ITEM_PURPOSE,
  VIGIE_AGENDA_ITEM_FIGURE,
  VIGIE_AGENDA_ITEM_MATTER,
  VIGIE_AGENDA_ITEM_ORG_UNIT,
  VIGIE_AGENDA_ITEM_PROFESSION,
  VIGIE_AGENDA_ITEM_AS_OF,
  VIGIE_AGENDA_ITEM_MINUTES_BUDGET,
  VIGIE_AGENDA_ITEM_NOTES,
  VIGIE_AGENDA_ITEM_DISCUSSION,
  VIGIE_AGENDA_ITEM_N_FIELDS,
} VigieAgendaItemField;

extern const VigieEntity vigie_agenda_item_entity;

G_END_DECLS
