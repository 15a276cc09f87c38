// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-slide-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-meeting-words.h"

/* The slides that only a meeting has: its cover, its agenda, and what was resolved on a point. */

#define GAP 8.0
#define MINUTES_WIDTH 90.0
#define PURPOSE_WIDTH 170.0
#define NUMBER_WIDTH 28.0

void
vigie_slide_lay_out_cover (VigieSlide *self)
{
  VigieRecord *meeting = vigie_proceedings_get_meeting (self->proceedings);
  g_autofree char *body = vigie_record_display (meeting, VIGIE_MEETING_BODY);
  g_autofree char *day = vigie_format_date_long (vigie_proceedings_get_held_on (self->proceedings));
  const char *lines[] = { body, day, vigie_record_get_text (meeting, VIGIE_MEETING_PLACE),
                          vigie_overview_get_organisation (self->overview) };
  VigieBox box = self->room;

  box.y += vigie_scene_builder_em (self->builder, 3 * GAP);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    box.y += vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, i == 1,
                               i == 1 ? VIGIE_PAINT_TEXT : VIGIE_PAINT_TEXT_MUTED, 2, lines[i]) +
             vigie_scene_builder_em (self->builder, GAP);
}

static double
lay_out_line (VigieSlide *self, VigieBox box, guint index)
{
  VigieRecord *record = vigie_proceedings_get_item (self->proceedings, index)->record;
  double number = vigie_scene_builder_em (self->builder, NUMBER_WIDTH);
  double purpose = vigie_scene_builder_em (self->builder, PURPOSE_WIDTH);
  double minutes = vigie_scene_builder_em (self->builder, MINUTES_WIDTH);
  g_autofree char *rank = g_strdup_printf ("%u", index + 1);
  g_autofree char *why = vigie_record_display (record, VIGIE_AGENDA_ITEM_PURPOSE);
  g_autofree char *time = vigie_record_is_measured (record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET)
                            /* Translators: a number of minutes, as short as can be */
                            ? g_strdup_printf (C_ ("slide", "%" PRId64 " min"),
                                               vigie_record_get_number (record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET, 0))
                            : NULL;
  VigieBox title = { box.x + number, box.y, box.width - number - purpose - minutes, box.height };
  VigieBox end = { vigie_box_right (&box) - minutes - purpose, box.y, purpose, box.height };

  vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, TRUE, VIGIE_PAINT_TEXT_MUTED, 1, rank);
  vigie_slide_text (self, &end, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, why);
  end.x = vigie_box_right (&box) - minutes;
  end.width = minutes;
  vigie_slide_text (self, &end, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, time);
  return vigie_slide_text (self, &title, VIGIE_TEXT_LABEL, TRUE, VIGIE_PAINT_TEXT, 2,
                           vigie_record_get_text (record, VIGIE_AGENDA_ITEM_TITLE));
}

/* The agenda; points for which there is no room are counted. */
void
vigie_slide_lay_out_points (VigieSlide *self)
{
  guint n = vigie_proceedings_get_n_items (self->proceedings);
  double line = vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_LABEL);
  double gap = vigie_scene_builder_em (self->builder, GAP);
  double bottom = vigie_box_bottom (&self->room);
  VigieBox box = self->room;
  guint shown;

  for (shown = 0; shown < n && box.y + 2 * line + (shown + 1 < n ? line : 0) <= bottom; shown++)
    box.y += lay_out_line (self, box, shown) + gap;
  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - shown), n - shown);

      vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, more);
    }
}

/* A point that shows no numbers. */
void
vigie_slide_lay_out_point (VigieSlide *self)
{
  g_autofree char *purpose = vigie_record_display (self->point->record, VIGIE_AGENDA_ITEM_PURPOSE);

  vigie_slide_text (self, &self->room, VIGIE_TEXT_SENTENCE, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, purpose);
}

static double
lay_out_resolution (VigieSlide *self, VigieBox box, VigieRecord *record, gboolean is_action)
{
  g_autofree char *detail = is_action ? vigie_meeting_dup_owed (record) : vigie_meeting_dup_vote (record);
  double height =
    vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, TRUE, VIGIE_PAINT_TEXT, 3,
                      vigie_record_get_text (record, is_action ? VIGIE_ACTION_TITLE : VIGIE_DECISION_TEXT));

  box.y += height;
  return height + vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 2, detail) +
         vigie_scene_builder_em (self->builder, GAP);
}

/* Decisions, then what is owed; before anything is resolved, how to. */
void
vigie_slide_lay_out_outcome (VigieSlide *self)
{
  double least = 3 * vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_SENTENCE);
  double bottom = vigie_box_bottom (&self->room);
  const struct
  {
    const GPtrArray *records;
    gboolean are_actions;
  } kinds[] = { { self->point->decisions, FALSE }, { self->point->actions, TRUE } };
  VigieBox box = self->room;
  guint rest = 0;

  box.y += vigie_scene_builder_em (self->builder, GAP);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < kinds[k].records->len; i++)
      if (rest == 0 && box.y + least <= bottom)
        box.y += lay_out_resolution (self, box, g_ptr_array_index (kinds[k].records, i), kinds[k].are_actions);
      else
        rest++;
  if (rest > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

      vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, more);
    }
}
