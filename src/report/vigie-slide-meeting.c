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
#define MOST_GAPS 4.0
/* Where the words of a cover begin, and how much larger than others its title is. */
#define COVER_TOP 0.16
#define COVER_TITLE 1.9
#define QUESTION 1.5
#define LARGE_LINES 5

void
vigie_slide_lay_out_cover (VigieSlide *self)
{
  VigieRecord *meeting = vigie_proceedings_get_meeting (self->proceedings);
  g_autofree char *title = vigie_proceedings_dup_title (self->proceedings);
  g_autofree char *body = vigie_record_display (meeting, VIGIE_MEETING_BODY);
  g_autofree char *day = vigie_format_date_long (vigie_proceedings_get_held_on (self->proceedings));
  double gap = vigie_scene_builder_em (self->builder, GAP);
  const VigieStyle rule = { .fill = VIGIE_PAINT_TEXT };
  VigieBox box = self->room;

  box.y += self->room.height * COVER_TOP;
  box.y += vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, FALSE, VIGIE_PAINT_TEXT_MUTED, 2,
                             vigie_overview_get_organisation (self->overview)) +
           gap;
  box.height = vigie_box_bottom (&self->room) - box.y;
  box.y += vigie_slide_large_text (self, &box, COVER_TITLE, VIGIE_PAINT_TEXT, 3, title) + 2 * gap;
  vigie_scene_builder_rect (
    self->builder, &(VigieBox) { box.x, box.y, self->room.width / 6, vigie_scene_builder_em (self->builder, 3) }, 0,
    &rule, VIGIE_NO_DATUM);
  box.y += 3 * gap;
  box.y += vigie_slide_text (self, &box, VIGIE_TEXT_TITLE, FALSE, VIGIE_PAINT_TEXT, 1, day) + gap;
  box.y += vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, FALSE, VIGIE_PAINT_TEXT_MUTED, 2,
                             vigie_record_get_text (meeting, VIGIE_MEETING_PLACE));
  if (g_strcmp0 (body, title) != 0)
    vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, body);
}

/* The columns of the agenda, for a size of type. */
typedef struct
{
  VigieTextRole role;
  double number;
  double purpose;
  double minutes;
} Columns;

static Columns
choose_columns (VigieSlide *self, VigieTextRole role)
{
  double larger = vigie_scene_builder_line_height (self->builder, role) /
                  vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_LABEL);

  return (Columns) { role, larger * vigie_scene_builder_em (self->builder, NUMBER_WIDTH),
                     larger * vigie_scene_builder_em (self->builder, PURPOSE_WIDTH),
                     larger * vigie_scene_builder_em (self->builder, MINUTES_WIDTH) };
}

static VigieBox
find_title_box (const Columns *columns, VigieBox box)
{
  return (VigieBox) { box.x + columns->number, box.y, box.width - columns->number - columns->purpose - columns->minutes,
                      box.height };
}

static double
measure_line (VigieSlide *self, const Columns *columns, guint index)
{
  VigieRecord *record = vigie_proceedings_get_item (self->proceedings, index)->record;
  VigieTextSpec spec = {
    .role = columns->role, .strong = TRUE, .width = find_title_box (columns, self->room).width, .max_lines = 2
  };

  return vigie_scene_builder_text_box (self->builder, vigie_record_get_text (record, VIGIE_AGENDA_ITEM_TITLE), &spec)
    .height;
}

static double
lay_out_line (VigieSlide *self, const Columns *columns, VigieBox box, guint index)
{
  VigieRecord *record = vigie_proceedings_get_item (self->proceedings, index)->record;
  g_autofree char *rank = g_strdup_printf ("%u", index + 1);
  g_autofree char *why = vigie_record_display (record, VIGIE_AGENDA_ITEM_PURPOSE);
  g_autofree char *time = vigie_record_is_measured (record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET)
                            /* Translators: a number of minutes, as short as can be */
                            ? g_strdup_printf (C_ ("slide", "%" PRId64 " min"),
                                               vigie_record_get_number (record, VIGIE_AGENDA_ITEM_MINUTES_BUDGET, 0))
                            : NULL;
  VigieBox title = find_title_box (columns, box);
  VigieBox end = { vigie_box_right (&title), box.y, columns->purpose, box.height };
  VigieTextSpec at = { .x = vigie_box_right (&box),
                       .y = box.y,
                       .align = VIGIE_ALIGN_END,
                       .role = columns->role,
                       .paint = VIGIE_PAINT_TEXT_MUTED };

  vigie_slide_text (self, &box, columns->role, TRUE, VIGIE_PAINT_TEXT_MUTED, 1, rank);
  vigie_slide_text (self, &end, columns->role, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, why);
  if (time != NULL)
    vigie_scene_builder_text (self->builder, time, &at, VIGIE_NO_DATUM);
  return vigie_slide_text (self, &title, columns->role, TRUE, VIGIE_PAINT_TEXT, 2,
                           vigie_record_get_text (record, VIGIE_AGENDA_ITEM_TITLE));
}

static double
measure_points (VigieSlide *self, const Columns *columns)
{
  double height = 0;

  for (guint i = 0; i < vigie_proceedings_get_n_items (self->proceedings); i++)
    height += measure_line (self, columns, i);
  return height;
}

/* The agenda, as large and as far apart as there is room; points for which there is none are counted. */
void
vigie_slide_lay_out_points (VigieSlide *self)
{
  guint n = vigie_proceedings_get_n_items (self->proceedings);
  double least = vigie_scene_builder_em (self->builder, GAP);
  double bottom = vigie_box_bottom (&self->room);
  Columns columns = choose_columns (self, VIGIE_TEXT_SENTENCE);
  double line, gap;
  VigieBox box = self->room;
  guint shown;

  if (measure_points (self, &columns) + n * least > self->room.height)
    columns = choose_columns (self, VIGIE_TEXT_LABEL);
  line = vigie_scene_builder_line_height (self->builder, columns.role);
  gap = CLAMP ((self->room.height - measure_points (self, &columns)) / MAX (n, 1), least, MOST_GAPS * least);
  box.y += least;
  for (shown = 0; shown < n; shown++)
    {
      if (box.y + measure_line (self, &columns, shown) + (shown + 1 < n ? gap + line : 0) > bottom)
        break;
      box.y += lay_out_line (self, &columns, box, shown) + gap;
    }
  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - shown), n - shown);

      vigie_slide_text (self, &box, columns.role, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, more);
    }
}

/* A point that shows no numbers. */
void
vigie_slide_lay_out_point (VigieSlide *self)
{
  g_autofree char *purpose = vigie_record_display (self->point->record, VIGIE_AGENDA_ITEM_PURPOSE);

  vigie_slide_text (self, &self->room, VIGIE_TEXT_SENTENCE, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, purpose);
}

/* The action that says who owes what a decision says, in the same words; NULL where there is none. */
static VigieRecord *
find_action_of (const VigieProceedingsItem *point, VigieRecord *decision)
{
  for (guint i = 0; i < point->actions->len; i++)
    {
      VigieRecord *action = g_ptr_array_index (point->actions, i);

      if (g_strcmp0 (vigie_record_get_text (action, VIGIE_ACTION_DECISION),
                     vigie_record_get_text (decision, VIGIE_DECISION_CODE)) == 0 &&
          g_strcmp0 (vigie_record_get_text (action, VIGIE_ACTION_TITLE),
                     vigie_record_get_text (decision, VIGIE_DECISION_TEXT)) == 0)
        return action;
    }
  return NULL;
}

static gboolean
is_told_by_decision (const VigieProceedingsItem *point, VigieRecord *action)
{
  for (guint i = 0; i < point->decisions->len; i++)
    if (find_action_of (point, g_ptr_array_index (point->decisions, i)) == action)
      return TRUE;
  return FALSE;
}

static guint
count_actions_besides (const VigieProceedingsItem *point)
{
  guint n = 0;

  for (guint i = 0; i < point->actions->len; i++)
    n += !is_told_by_decision (point, g_ptr_array_index (point->actions, i));
  return n;
}

/* How it was voted, and who owes it by when. */
static char *
dup_detail (const VigieProceedingsItem *point, VigieRecord *record, gboolean is_action)
{
  VigieRecord *action = is_action ? record : find_action_of (point, record);
  g_autofree char *vote = is_action ? NULL : vigie_meeting_dup_vote (record);
  g_autofree char *owed = action != NULL ? vigie_meeting_dup_owed (action) : NULL;

  if (vote != NULL && owed != NULL)
    return g_strjoin (" · ", owed, vote, NULL);
  return vote != NULL ? g_steal_pointer (&vote) : g_steal_pointer (&owed);
}

static const char *
get_resolved (VigieRecord *record, gboolean is_action)
{
  return vigie_record_get_text (record, is_action ? VIGIE_ACTION_TITLE : VIGIE_DECISION_TEXT);
}

/* Whether it can be said whole where it is set large. */
static gboolean
is_short (VigieSlide *self, const char *text)
{
  VigieTextSpec spec = {
    .role = VIGIE_TEXT_TITLE, .strong = TRUE, .width = self->room.width / QUESTION, .max_lines = LARGE_LINES + 1
  };
  double most = LARGE_LINES * vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_TITLE);

  return vigie_scene_builder_text_box (self->builder, text, &spec).height <= most * 1.02;
}

/* The only thing that was resolved has the slide to itself, as the question had, and is said whole. */
static void
lay_out_only_resolution (VigieSlide *self, VigieBox box, VigieRecord *record, gboolean is_action)
{
  const char *text = get_resolved (record, is_action);
  g_autofree char *detail = dup_detail (self->point, record, is_action);

  box.height = vigie_box_bottom (&self->room) - box.y;
  box.y += is_short (self, text)
             ? vigie_slide_large_text (self, &box, QUESTION, VIGIE_PAINT_TEXT, LARGE_LINES, text)
             : vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, TRUE, VIGIE_PAINT_TEXT, 2 * LARGE_LINES, text);
  box.y += vigie_scene_builder_em (self->builder, 2 * GAP);
  vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, FALSE, VIGIE_PAINT_TEXT_MUTED, 2, detail);
}

static double
lay_out_resolution (VigieSlide *self, VigieBox box, VigieRecord *record, gboolean is_action)
{
  g_autofree char *detail = dup_detail (self->point, record, is_action);
  double height =
    vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, TRUE, VIGIE_PAINT_TEXT, 3, get_resolved (record, is_action));

  box.y += height;
  return height + vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 2, detail) +
         vigie_scene_builder_em (self->builder, 2 * GAP);
}

/* Before anything is resolved, what is to be. */
static void
lay_out_question (VigieSlide *self, VigieBox box)
{
  box.height = vigie_box_bottom (&self->room) - box.y;
  vigie_slide_large_text (self, &box, QUESTION, VIGIE_PAINT_TEXT, 4,
                          vigie_record_get_text (self->point->record, VIGIE_AGENDA_ITEM_TITLE));
}

/* Decisions, then what is owed besides. */
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
  if (self->point->decisions->len + self->point->actions->len == 0)
    {
      lay_out_question (self, box);
      return;
    }
  if (self->point->decisions->len + count_actions_besides (self->point) == 1)
    {
      gboolean is_action = self->point->decisions->len == 0;

      lay_out_only_resolution (self, box, g_ptr_array_index (kinds[is_action].records, 0), is_action);
      return;
    }
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < kinds[k].records->len; i++)
      {
        VigieRecord *record = g_ptr_array_index (kinds[k].records, i);

        if (kinds[k].are_actions && is_told_by_decision (self->point, record))
          continue;
        if (rest == 0 && box.y + least <= bottom)
          box.y += lay_out_resolution (self, box, record, kinds[k].are_actions);
        else
          rest++;
      }
  if (rest > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

      vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, more);
    }
}
