// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-slide-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-format.h"
#include "vigie-pack-private.h"

/* The slides, each in the room that its title and its foot leave. */

#define MOST_MATTERS 12
#define GAP 8.0
#define LARGE_NUMBER 1.9
#define ROW_GAP 4.0
#define HEADLINE_LINES 3
#define MATTER_LINES 3
#define REASON_LINES 5
#define NARROW_WIDTH 560.0

/**
 * vigie_slide_text:
 * @box: where it begins, and how wide it may be
 *
 * Returns: the height it takes; 0 where there is nothing to say
 */
double
vigie_slide_text (VigieSlide *self, const VigieBox *box, VigieTextRole role, gboolean strong, VigiePaint paint,
                  int max_lines, const char *text)
{
  VigieTextSpec spec = { .x = box->x,
                         .y = box->y,
                         .role = role,
                         .strong = strong,
                         .paint = paint,
                         .width = box->width,
                         .max_lines = max_lines };

  if (text == NULL || *text == '\0')
    return 0;
  vigie_scene_builder_text (self->builder, text, &spec, VIGIE_NO_DATUM);
  return vigie_scene_builder_text_box (self->builder, text, &spec).height;
}

/**
 * vigie_slide_large_text:
 * @larger: than a title
 *
 * Returns: the height it takes
 */
double
vigie_slide_large_text (VigieSlide *self, const VigieBox *box, double larger, VigiePaint paint, int max_lines,
                        const char *text)
{
  VigieFrame frame = *vigie_scene_builder_get_frame (self->builder);
  g_autoptr (VigieSceneBuilder) builder = NULL;
  g_autoptr (VigieScene) scene = NULL;
  double height;

  frame.width = box->width;
  frame.height = MAX (box->height, 1);
  frame.text_scale *= larger;
  builder = vigie_scene_builder_new (&frame);
  {
    VigieSlide inner = { .builder = builder, .overview = self->overview, .room = { 0, 0, box->width, box->height } };

    height = vigie_slide_text (&inner, &inner.room, VIGIE_TEXT_TITLE, TRUE, paint, max_lines, text);
  }
  scene = vigie_scene_builder_end (builder);
  vigie_scene_builder_append_scene (self->builder, scene, box->x, box->y);
  return height;
}

/**
 * vigie_slide_add_datum:
 * @box: what one points at
 * @key: (nullable): leads to what lies behind it
 *
 * Adds something that pointer and keyboard find, in a row of its own.
 *
 * Returns: the datum
 */
int
vigie_slide_add_datum (VigieSlide *self, const VigieBox *box, const char *label, const char *value, const char *key)
{
  static const VigieStyle nothing = { .fill = VIGIE_PAINT_NONE, .stroke = VIGIE_PAINT_NONE };
  VigieDatum datum = { .label = label, .value_text = value, .key = key, .row = self->n_data++ };
  int index = vigie_scene_builder_add_datum (self->builder, &datum);

  vigie_scene_builder_rect (self->builder, box, 0, &nothing, index);
  return index;
}

/* --- the essentials --------------------------------------------------------------------------------- */

static void
lay_out_headline (VigieSlide *self, const VigieHeadline *headline, VigieBox cell)
{
  g_autofree char *change =
    headline->change_text != NULL ? vigie_pack_dup_change (headline->change, headline->change_text) : NULL;
  const VigieStyle rule = { .fill = VIGIE_PAINT_TEXT };
  double bottom = vigie_box_bottom (&cell);
  VigieBox line = { cell.x, cell.y, cell.width, vigie_scene_builder_em (self->builder, 1) };

  vigie_scene_builder_rect (self->builder, &line, 0, &rule, VIGIE_NO_DATUM);
  cell.y += vigie_scene_builder_em (self->builder, GAP);
  cell.y += vigie_slide_text (self, &cell, VIGIE_TEXT_LABEL, TRUE, VIGIE_PAINT_TEXT, HEADLINE_LINES, headline->label);
  cell.height = bottom - cell.y;
  cell.y += vigie_slide_large_text (self, &cell, LARGE_NUMBER, VIGIE_PAINT_TEXT, 1, headline->value_text);
  cell.y +=
    vigie_slide_text (self, &cell, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, HEADLINE_LINES, headline->detail);
  vigie_slide_text (self, &cell, VIGIE_TEXT_LABEL, FALSE, vigie_pack_get_paint (headline->change), HEADLINE_LINES,
                    change);
}

void
vigie_slide_lay_out_essentials (VigieSlide *self)
{
  guint n = vigie_overview_get_n_headlines (self->overview);
  double gap = vigie_scene_builder_em (self->builder, 2 * GAP);
  guint columns = self->room.width < vigie_scene_builder_em (self->builder, NARROW_WIDTH) ? 3 : 4;
  guint rows = (n + columns - 1) / columns;
  double width = (self->room.width - (columns - 1) * gap) / columns;
  double height = (self->room.height - (MAX (rows, 1) - 1) * gap) / MAX (rows, 1);

  for (guint i = 0; i < n; i++)
    lay_out_headline (self, vigie_overview_get_headline (self->overview, i),
                      (VigieBox) { self->room.x + (i % columns) * (width + gap),
                                   self->room.y + (i / columns) * (height + gap), width, height });
}

/* --- what needs a decision -------------------------------------------------------------------------- */

/**
 * vigie_slide_count_matters:
 *
 * Returns: how many matters have a slide of their own: the most urgent
 */
guint
vigie_slide_count_matters (const VigieOverview *overview)
{
  return MIN (vigie_overview_get_n_agenda (overview), MOST_MATTERS);
}

/**
 * vigie_slide_dup_when:
 *
 * Returns: (transfer full): how urgent a matter is, and until when
 */
char *
vigie_slide_dup_when (const VigieAgendaItem *item)
{
  const char *urgency = vigie_pack_get_urgency (item->judgement);
  g_autofree char *day = NULL;

  if (item->due_on == VIGIE_DATE_NONE)
    return g_strdup (urgency);
  day = vigie_format_date (item->due_on);
  /* Translators: %1$s is how urgent a matter is, %2$s the date until which it must be decided */
  return g_strdup_printf (_ ("%1$s, due %2$s"), urgency, day);
}

static double
widest_urgency (VigieSlide *self, VigieTextRole role)
{
  double widest = 0;

  for (guint i = 0; i < vigie_overview_get_n_agenda (self->overview); i++)
    {
      const VigieAgendaItem *item = vigie_overview_get_agenda_item (self->overview, i);

      widest = MAX (
        widest, vigie_scene_builder_text_width (self->builder, vigie_pack_get_urgency (item->judgement), role, TRUE));
    }
  return ceil (widest + vigie_scene_builder_em (self->builder, 2 * GAP));
}

/* How high the matters are, each said whole, in a size of type. */
static double
measure_matters (VigieSlide *self, VigieTextRole role, double width, double *heights)
{
  VigieTextSpec spec = { .role = role, .width = width, .max_lines = MATTER_LINES };
  double sum = 0;

  for (guint i = 0; i < vigie_overview_get_n_agenda (self->overview); i++)
    {
      heights[i] =
        vigie_scene_builder_text_box (self->builder, vigie_overview_get_agenda_item (self->overview, i)->title, &spec)
          .height;
      sum += heights[i];
    }
  return sum;
}

static void
lay_out_agenda_item (VigieSlide *self, const VigieAgendaItem *item, VigieTextRole role, VigieBox box, double mark)
{
  VigieBox words = { box.x + mark, box.y, box.width - mark, box.height };

  vigie_slide_text (self, &(VigieBox) { box.x, box.y, mark, box.height }, role, TRUE,
                    vigie_pack_get_paint (item->judgement), 1, vigie_pack_get_urgency (item->judgement));
  vigie_slide_text (self, &words, role, FALSE, VIGIE_PAINT_TEXT, MATTER_LINES, item->title);
  vigie_slide_add_datum (self, &box, item->title, item->reason, item->id);
}

/* The matters, each said whole, as large and as far apart as there is room; those for which there is none are counted. */
void
vigie_slide_lay_out_agenda (VigieSlide *self)
{
  guint n = vigie_overview_get_n_agenda (self->overview);
  g_autofree double *heights = g_new0 (double, n + 1);
  double least = vigie_scene_builder_em (self->builder, ROW_GAP);
  VigieTextRole role = VIGIE_TEXT_SENTENCE;
  double mark = widest_urgency (self, role);
  double sum = measure_matters (self, role, self->room.width - mark, heights);
  double bottom = vigie_box_bottom (&self->room);
  double line, gap;
  VigieBox box = self->room;
  guint shown;

  if (sum + n * least > self->room.height)
    {
      role = VIGIE_TEXT_LABEL;
      mark = widest_urgency (self, role);
      sum = measure_matters (self, role, self->room.width - mark, heights);
    }
  line = vigie_scene_builder_line_height (self->builder, role);
  gap = CLAMP ((self->room.height - sum) / MAX (n, 1), least, line);
  for (shown = 0; shown < n; shown++)
    {
      if (box.y + heights[shown] + (shown + 1 < n ? gap + line : 0) > bottom)
        break;
      box.height = heights[shown];
      lay_out_agenda_item (self, vigie_overview_get_agenda_item (self->overview, shown), role, box, mark);
      box.y += heights[shown] + gap;
    }
  if (shown < n)
    {
      /* Translators: matters for which a slide has no room */
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - shown), n - shown);

      vigie_slide_text (self, &box, role, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, more);
    }
}

static double
measure (VigieSlide *self, double width, gboolean strong, int max_lines, const char *text)
{
  VigieTextSpec spec = { .role = VIGIE_TEXT_LABEL, .strong = strong, .width = width, .max_lines = max_lines };

  return text != NULL ? vigie_scene_builder_text_box (self->builder, text, &spec).height : 0;
}

/* What a matter of several rows is about and why, the most urgent first; returns how far down they come. All of
   them lie behind what is shown. */
static double
lay_out_rows (VigieSlide *self, const VigieAgendaItem *item, VigieBox box, double bottom)
{
  double top = box.y;
  double gap = vigie_scene_builder_em (self->builder, ROW_GAP);
  double line = vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_LABEL);
  guint shown;

  for (shown = 0; shown < item->rows->len; shown++)
    {
      const VigieAgendaItem *row = g_ptr_array_index (item->rows, shown);
      double height = measure (self, box.width, TRUE, MATTER_LINES, row->title) +
                      measure (self, box.width, FALSE, REASON_LINES, row->reason);

      if (box.y + height + (shown + 1 < item->rows->len ? line : 0) > bottom)
        break;
      box.y += vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, TRUE, VIGIE_PAINT_TEXT, MATTER_LINES, row->title);
      box.y +=
        vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, REASON_LINES, row->reason) + gap;
    }
  if (shown < item->rows->len)
    {
      guint rest = item->rows->len - shown;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

      box.y += vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, more);
    }
  vigie_slide_add_datum (self, &(VigieBox) { box.x, top, box.width, box.y - top }, item->title, item->reason, item->id);
  return box.y;
}

void
vigie_slide_lay_out_matter (VigieSlide *self, const VigieAgendaItem *item)
{
  double gap = vigie_scene_builder_em (self->builder, 2 * GAP);
  double answer = 3 * vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_SENTENCE);
  g_autofree char *when = vigie_slide_dup_when (item);
  VigieBox box = self->room;

  box.y += vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, TRUE, vigie_pack_get_paint (item->judgement), 1, when);
  box.y += gap;
  if (item->rows != NULL)
    box.y = lay_out_rows (self, item, box, vigie_box_bottom (&self->room) - answer - gap);
  else
    box.y += vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, FALSE, VIGIE_PAINT_TEXT, 4, item->reason);
  box.y += gap;
  if (item->suggestion != NULL)
    {
      /* Translators: on a slide: what would answer a matter; keep the arrow */
      g_autofree char *words = g_strdup_printf (C_ ("slide", "→ %s"), item->suggestion);

      vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, TRUE, VIGIE_PAINT_TEXT, 2, words);
    }
}

/* --- a figure --------------------------------------------------------------------------------------- */

void
vigie_slide_lay_out_figure (VigieSlide *self, const VigieFigure *figure)
{
  VigieFrame frame = *vigie_scene_builder_get_frame (self->builder);
  g_autoptr (VigieScene) chart = NULL;

  frame.width = self->room.width;
  frame.height = self->room.height;
  chart = vigie_figure_layout (figure, &frame);
  vigie_scene_builder_append_scene (self->builder, chart, self->room.x, self->room.y);
}
