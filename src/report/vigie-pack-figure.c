// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-language.h"
#include "vigie-pack-table.h"

/*
 * A figure: its question, its answer, its chart, its table, and in small what it counts and where it has it from.
 *
 * The table stands beside the chart where it is narrow, below it where it is short, and in the annex where it is
 * neither: a committee reads the answer, and looks up the rest. To stay on one page both may be set a little closer, never so that a row of the chart is left out.
 */

/* A chart is laid out in the pixels of a screen (CSS: 96 to the inch), and printed in points (72). */
#define POINTS_PER_PIXEL 0.75
/* A chart with many rows may be set smaller before any row is left out; under 7 points nobody reads it. */
#define SMALLEST_SCALE 0.56
#define SCALE_STEP 0.02
#define LEAST_HELP 0.1
/* A little smaller, where that lets the table stand on the same page or gives more labels room. */
#define COMPACT_SCALE 0.64
#define BLOCK_GAP 14.0
#define HEADLINE_LINES 3
/* The definition is nearly always longer than the sources. */
#define DEFINITION_COLUMNS 7
#define LEAST_SOURCE_LINES 3
#define WIDEST_BESIDE 0.42
#define WIDEST_BESIDE_COMPACT 0.45
#define LOWEST_CHART 200.0
#define KICKER_COLUMNS 10
#define SINCE_LINES 4
#define MOST_EVENTS 4

static VigieScene *
layout_chart (VigieFigure *figure, double width, double height, double scale)
{
  VigieFrame frame = {
    .width = width / scale, .height = height / scale, .text_scale = 1, .mirrored = vigie_language_is_right_to_left ()
  };

  return vigie_figure_layout (figure, &frame);
}

/* The height at which a chart has room for all it shows, at a scale, in points. */
static double
measure_chart (VigieFigure *figure, double width, double height, double scale)
{
  g_autoptr (VigieScene) scene = layout_chart (figure, width, height, scale);

  return vigie_scene_get_preferred_height (scene) * scale;
}

static gboolean
chart_fits (VigieFigure *figure, double width, double height, double scale)
{
  return measure_chart (figure, width, height, scale) <= height + 0.5;
}

/* Smaller until it fits; a little only where no size would, as with a map whose height goes with its width. */
static double
choose_scale (VigieFigure *figure, const VigieBox *box)
{
  double scale = POINTS_PER_PIXEL;
  double wanted;

  if (vigie_pack_table_is_long (figure))
    return COMPACT_SCALE;
  wanted = measure_chart (figure, box->width, box->height, scale);
  if (wanted > box->height &&
      measure_chart (figure, box->width, box->height, SMALLEST_SCALE) > wanted * (1 - LEAST_HELP))
    return COMPACT_SCALE;
  while (scale > SMALLEST_SCALE && !chart_fits (figure, box->width, box->height, scale))
    scale = MAX (scale - SCALE_STEP, SMALLEST_SCALE);
  return scale;
}

static void
print_chart (VigiePack *self, VigieFigure *figure, const VigieBox *box)
{
  double scale;
  g_autoptr (VigieScene) scene = NULL;
  g_autofree char *words = NULL;

  /* Where everything else stands does not depend on it. */
  if (vigie_sheet_is_trial (self->sheet))
    return;
  scale = choose_scale (figure, box);
  scene = layout_chart (figure, box->width, box->height, scale);
  words = vigie_pack_table_dup_words (figure);
  vigie_sheet_begin_figure (self->sheet, words, box);
  vigie_sheet_draw (self->sheet, scene, box, scale);
  vigie_sheet_end_figure (self->sheet);
}

/* A long answer is set smaller, never cut: it is what the page is for. */
static VigieLettering
choose_lettering (VigiePack *self, const char *sentence, double width)
{
  double line = vigie_sheet_measure (self->sheet, VIGIE_LETTERING_HEADLINE, "0", width, 1);

  return vigie_sheet_measure (self->sheet, VIGIE_LETTERING_HEADLINE, sentence, width, 0) <=
             line * (HEADLINE_LINES + 0.5)
           ? VIGIE_LETTERING_HEADLINE
           : VIGIE_LETTERING_LEAD;
}

/* What it was on the day that changes are told from, and the events since. */
static void
print_since (VigiePack *self, VigieFlow *flow, VigieFigure *figure)
{
  g_autofree char *earlier = vigie_figure_dup_earlier_sentence (figure);
  g_autofree char *events = vigie_figure_dup_events (figure, MOST_EVENTS);
  VigieBox box = vigie_sheet_get_columns (self->sheet, 0, 11);

  if (earlier == NULL && events == NULL)
    return;
  box.y = flow->y - BLOCK_GAP + 6;
  box.y += vigie_sheet_print_as (self->sheet, VIGIE_SHEET_P, VIGIE_LETTERING_BODY, earlier, &box, SINCE_LINES);
  box.y += vigie_sheet_print_as (self->sheet, VIGIE_SHEET_P, VIGIE_LETTERING_SMALL, events, &box, SINCE_LINES);
  flow->y = box.y + BLOCK_GAP;
}

/* Question and answer. */
static void
print_head (VigiePack *self, VigieFlow *flow, VigieFigure *figure)
{
  const char *sentence = vigie_figure_get_sentence (figure);
  VigieBox box = vigie_sheet_get_columns (self->sheet, 0, KICKER_COLUMNS);
  VigieBox headline = vigie_sheet_get_columns (self->sheet, 0, 11);

  box.y += vigie_sheet_print_as (self->sheet, VIGIE_SHEET_P, VIGIE_LETTERING_KICKER, vigie_figure_get_question (figure),
                                 &box, 1);
  headline.y = box.y + 4;
  flow->y = headline.y + BLOCK_GAP;
  flow->y += vigie_sheet_print_as (self->sheet, VIGIE_SHEET_H2, choose_lettering (self, sentence, headline.width),
                                   sentence, &headline, 0);
  if (self->compared)
    print_since (self, flow, figure);
}

static double
measure_note (VigiePack *self, double width, const char *head, const char *text)
{
  if (text == NULL || *text == '\0')
    return 0;
  return vigie_sheet_measure (self->sheet, VIGIE_LETTERING_NOTE_HEAD, head, width, 1) +
         vigie_sheet_measure (self->sheet, VIGIE_LETTERING_NOTE, text, width, 0);
}

static void
print_note (VigiePack *self, const VigieBox *place, const char *head, const char *text)
{
  VigieBox box = *place;

  if (text == NULL || *text == '\0')
    return;
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_P);
  box.y += vigie_sheet_print (self->sheet, VIGIE_LETTERING_NOTE_HEAD, head, &box, 1, VIGIE_ALIGN_START);
  vigie_sheet_print (self->sheet, VIGIE_LETTERING_NOTE, text, &box, 0, VIGIE_ALIGN_START);
  vigie_sheet_end (self->sheet, VIGIE_SHEET_P);
}

static char *
dup_sources_head (VigiePack *self, gboolean whole)
{
  guint page = vigie_sheet_find_place (self->sheet, VIGIE_PLACE_ANNEX);

  if (page == 0 || whole)
    return g_strdup (C_ ("figure", "Notes and sources"));
  /* Translators: %u is a page number. */
  return g_strdup_printf (C_ ("figure", "Notes and sources (in full on page %u)"), page);
}

/* The first @n sources; how many more there are is said. */
static char *
dup_sources (VigieFigure *figure, guint n)
{
  guint all = vigie_figure_get_n_sources (figure);
  g_autoptr (GStrvBuilder) sources = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (sources, vigie_figure_get_source (figure, i));
  if (n < all)
    g_strv_builder_take (sources, g_strdup_printf (ngettext ("and %u more", "and %u more", all - n), all - n));
  list = g_strv_builder_end (sources);
  return g_strjoinv (" · ", list);
}

/* As many sources as have room beside the definition, each of them whole: the rest is in the annex. Without an annex
   there are all. */
static char *
choose_sources (VigiePack *self, VigieFigure *figure, double width, double height, gboolean *whole)
{
  guint n = vigie_figure_get_n_sources (figure);

  *whole = TRUE;
  if (!vigie_pack_has (self, VIGIE_PACK_DEFINITIONS))
    return dup_sources (figure, n);
  for (guint i = n; i > 1; i--, *whole = FALSE)
    {
      g_autofree char *sources = dup_sources (figure, i);

      if (vigie_sheet_measure (self->sheet, VIGIE_LETTERING_NOTE, sources, width, 0) <= height)
        return g_steal_pointer (&sources);
    }
  return dup_sources (figure, MIN (n, 1));
}

/* What is counted, whole, and the sources, at the foot of the page. The height they take. */
static double
place_notes (VigiePack *self, VigieFigure *figure, double bottom, gboolean print)
{
  const char *definition = vigie_figure_get_definition (figure);
  const char *head = C_ ("figure", "Definition");
  gboolean alone = vigie_figure_get_n_sources (figure) == 0;
  VigieBox left = vigie_sheet_get_columns (self->sheet, 0, alone ? 9 : DEFINITION_COLUMNS);
  VigieBox right = vigie_sheet_get_columns (self->sheet, DEFINITION_COLUMNS, VIGIE_SHEET_COLUMNS - DEFINITION_COLUMNS);
  double least = vigie_sheet_measure (self->sheet, VIGIE_LETTERING_NOTE, "0", right.width, 1) * LEAST_SOURCE_LINES;
  gboolean whole;
  g_autofree char *sources = choose_sources (
    self, figure, right.width,
    MAX (vigie_sheet_measure (self->sheet, VIGIE_LETTERING_NOTE, definition, left.width, 0), least), &whole);
  g_autofree char *sources_head = dup_sources_head (self, whole);
  double height =
    MAX (measure_note (self, left.width, head, definition), measure_note (self, right.width, sources_head, sources));

  if (height <= 0 || !print)
    return height > 0 ? height + 10 : 0;
  left.y = right.y = bottom - height;
  vigie_sheet_rule (self->sheet, left.x, vigie_box_right (&right), left.y - 5, 0.35, VIGIE_PAINT_GRID);
  print_note (self, &left, head, definition);
  print_note (self, &right, sources_head, sources);
  return height + 10;
}

/* The table to the right of the chart; whether it went there. */
static gboolean
print_beside (VigiePack *self, VigieFigure *figure, VigieFlow *flow, VigieTableLayout *layout, double height,
              gboolean compact)
{
  VigieBox chart = { flow->room.x, flow->y, 0, height };
  VigieFlow side = { .sheet = self->sheet, .y = flow->y };
  double width;

  vigie_table_layout_set_width (layout, flow->room.width * (compact ? WIDEST_BESIDE_COMPACT : WIDEST_BESIDE));
  width = vigie_table_layout_get_width (layout);
  chart.width = flow->room.width - width - 2 * BLOCK_GAP;
  if (!(compact ? vigie_table_layout_is_whole (layout) : vigie_table_layout_is_easy (layout)) ||
      !vigie_table_layout_fits (layout, height) ||
      !chart_fits (figure, chart.width, height, compact ? COMPACT_SCALE : POINTS_PER_PIXEL))
    return FALSE;
  print_chart (self, figure, &chart);
  side.room = (VigieBox) { vigie_box_right (&flow->room) - width, flow->y, width, height };
  vigie_table_layout_print (layout, &side);
  return TRUE;
}

/* The table under the chart; whether it went there. */
static gboolean
print_below (VigiePack *self, VigieFigure *figure, VigieFlow *flow, VigieTableLayout *layout, double height,
             gboolean compact)
{
  VigieBox chart = { flow->room.x, flow->y, flow->room.width, 0 };

  vigie_table_layout_set_width (layout, flow->room.width);
  if (!vigie_table_layout_fits (layout, height - BLOCK_GAP - LOWEST_CHART))
    return FALSE;
  chart.height = height - vigie_table_layout_get_height (layout) - BLOCK_GAP;
  if (!chart_fits (figure, chart.width, chart.height, compact ? COMPACT_SCALE : POINTS_PER_PIXEL))
    return FALSE;
  print_chart (self, figure, &chart);
  flow->y += chart.height + BLOCK_GAP;
  vigie_table_layout_print (layout, flow);
  return TRUE;
}

/* Where the annex has the table, at the end of the line of the question. */
static void
print_reference (VigiePack *self, VigieFigure *figure)
{
  g_autofree char *place = vigie_pack_table_dup_place (figure);
  guint page = vigie_sheet_find_place (self->sheet, place);
  VigieBox box = vigie_sheet_get_columns (self->sheet, KICKER_COLUMNS, VIGIE_SHEET_COLUMNS - KICKER_COLUMNS);
  g_autofree char *words = NULL;

  if (page == 0)
    return;
  /* Translators: %u is a page number. */
  words = g_strdup_printf (C_ ("report", "Table: page %u"), page);
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_P);
  vigie_sheet_begin_link (self->sheet, place, words);
  vigie_sheet_print (self->sheet, VIGIE_LETTERING_KICKER, words, &box, 1, VIGIE_ALIGN_END);
  vigie_sheet_end_link (self->sheet);
  vigie_sheet_end (self->sheet, VIGIE_SHEET_P);
}

/* The table goes to the annex. */
static void
print_alone (VigiePack *self, VigieFigure *figure, VigieFlow *flow, double height)
{
  print_chart (self, figure, &(VigieBox) { flow->room.x, flow->y, flow->room.width, height });
  place_notes (self, figure, vigie_box_bottom (&flow->room), TRUE);
  g_ptr_array_add (self->apart, figure);
  print_reference (self, figure);
}

/* And then the notes, which stand below both and are read after them. */
static void
print_chart_and_table (VigiePack *self, VigieFigure *figure, VigieFlow *flow, double height)
{
  g_auto (VigiePackTable) table = { 0 };
  g_autoptr (VigieTableLayout) layout = NULL;

  vigie_pack_table_init (&table, figure, 1, vigie_figure_get_n_columns (figure));
  if (table.table.n_columns == 0 || table.table.n_rows == 0)
    {
      print_chart (self, figure, &(VigieBox) { flow->room.x, flow->y, flow->room.width, height });
      place_notes (self, figure, vigie_box_bottom (&flow->room), TRUE);
      return;
    }
  layout = vigie_table_layout_new (&table.table, self->sheet, flow->room.width);
  if (!vigie_pack_table_is_long (figure) && (print_beside (self, figure, flow, layout, height, FALSE) ||
                                             print_below (self, figure, flow, layout, height, FALSE) ||
                                             print_beside (self, figure, flow, layout, height, TRUE) ||
                                             print_below (self, figure, flow, layout, height, TRUE)))
    place_notes (self, figure, vigie_box_bottom (&flow->room), TRUE);
  else
    print_alone (self, figure, flow, height);
}

/**
 * vigie_pack_print_figure:
 * @figure: one question
 *
 * Prints a figure on a page of its own.
 */
void
vigie_pack_print_figure (VigiePack *self, VigieFigure *figure)
{
  g_autofree char *place = vigie_pack_dup_place (figure);
  g_auto (VigieFlow) flow = { 0 };
  double notes;

  vigie_sheet_add_page (self->sheet, TRUE);
  vigie_flow_init (&flow, self->sheet);
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_SECTION);
  vigie_sheet_mark_place (self->sheet, place, flow.y);
  print_head (self, &flow, figure);
  notes = place_notes (self, figure, vigie_box_bottom (&flow.room), FALSE);
  print_chart_and_table (self, figure, &flow, vigie_flow_get_left (&flow) - notes);
  vigie_sheet_end (self->sheet, VIGIE_SHEET_SECTION);
}
