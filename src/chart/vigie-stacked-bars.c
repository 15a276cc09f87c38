// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-stacked-bars.h"

#include <math.h>

#include "vigie-axis.h"
#include "vigie-label-placer.h"
#include "vigie-legend.h"
#include "vigie-rows.h"

/*
 * From top to bottom: the names of the series (over the first bar where they fit, else in a line), the names of the
 * benchmarks, the bars, the axis, the sources of the benchmarks. Segments that touch are parted by a seam of
 * background, so that neighbours are told apart without their colours.
 */

#define HEADER_GAP 8.0
#define SEGMENT_PADDING 4.0
#define TOTAL_GAP 7.0
#define SEAM 1.0
#define MAX_TICKS 6
#define NOTE_LINES 3

typedef struct
{
  /* borrowed */
  const VigieStackedBars *data;
  VigieSceneBuilder *builder;

  VigieRows rows;
  VigieLinearScale scale;
  double line;
  double note_line;
  double legend_height;
  double benchmark_lines;
  double notes_height;
  gboolean has_axis;
} Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

/* The sum of what is known of a row; NaN where nothing is. */
static double
row_sum (const VigieStackedBars *data, gsize row)
{
  double sum = NAN;

  for (gsize i = 0; i < data->n_series; i++)
    {
      double value = data->rows[row].segments[i].value;

      if (!isnan (value))
        sum = (isnan (sum) ? 0 : sum) + MAX (value, 0);
    }

  return sum;
}

static double
greatest_value (const VigieStackedBars *data)
{
  double greatest = 0;

  for (gsize i = 0; i < data->n_rows; i++)
    greatest = fmax (greatest, row_sum (data, i));
  for (gsize i = 0; i < data->n_benchmarks; i++)
    greatest = fmax (greatest, data->benchmarks[i].value);

  return greatest > 0 ? greatest : 1;
}

static void
fill_legend (const VigieStackedBars *data, VigieLegendEntry *entries)
{
  for (gsize i = 0; i < data->n_series; i++)
    entries[i] = (VigieLegendEntry) {
      .label = data->series[i].label,
      .style = { .fill = data->series[i].paint, .pattern = data->series[i].pattern },
    };
}

static double
longest_name (const Layout *layout)
{
  double longest = 0;

  for (gsize i = 0; i < layout->data->n_rows; i++)
    longest = MAX (
      longest, vigie_scene_builder_text_width (layout->builder, layout->data->rows[i].label, VIGIE_TEXT_LABEL, FALSE));

  return longest;
}

static double
longest_total (const Layout *layout)
{
  double longest = 0;

  for (gsize i = 0; i < layout->data->n_rows; i++)
    longest = MAX (longest, vigie_scene_builder_text_width (layout->builder, layout->data->rows[i].total_text,
                                                            VIGIE_TEXT_VALUE, TRUE));

  return longest;
}

/* Header and footer */

static VigieTextSpec
note_spec (const Layout *layout, double y)
{
  return (VigieTextSpec) {
    .y = y,
    .role = VIGIE_TEXT_NOTE,
    .paint = VIGIE_PAINT_TEXT_MUTED,
    .width = vigie_scene_builder_get_frame (layout->builder)->width,
    .max_lines = NOTE_LINES,
  };
}

static double
measure_notes (const Layout *layout)
{
  double height = 0;

  for (gsize i = 0; i < layout->data->n_benchmarks; i++)
    {
      const char *note = layout->data->benchmarks[i].note;
      VigieTextSpec spec = note_spec (layout, 0);

      if (note != NULL)
        height += vigie_scene_builder_text_box (layout->builder, note, &spec).height;
    }

  return height > 0 ? height + em (layout, HEADER_GAP) : 0;
}

static void
draw_notes (const Layout *layout)
{
  double y = vigie_scene_builder_get_frame (layout->builder)->height - layout->notes_height + em (layout, HEADER_GAP);

  for (gsize i = 0; i < layout->data->n_benchmarks; i++)
    {
      const char *note = layout->data->benchmarks[i].note;
      VigieTextSpec spec = note_spec (layout, y);

      if (note == NULL)
        continue;

      vigie_scene_builder_text (layout->builder, note, &spec, VIGIE_NO_DATUM);
      y += vigie_scene_builder_text_box (layout->builder, note, &spec).height;
    }
}

/* Whether the names of all series can stand over their segments of the first bar. */
static gboolean
names_fit_first_bar (const Layout *layout)
{
  const VigieStackedBars *data = layout->data;

  for (gsize i = 0; i < data->n_series; i++)
    {
      double value = data->rows[0].segments[i].value;
      double width = isnan (value) ? 0 : vigie_linear_scale_map (&layout->scale, value) - layout->scale.range_min;

      if (width < vigie_scene_builder_text_width (layout->builder, data->series[i].label, VIGIE_TEXT_NOTE, FALSE) +
                    em (layout, SEGMENT_PADDING))
        return FALSE;
    }

  return TRUE;
}

static void
draw_names (const Layout *layout)
{
  const VigieStackedBars *data = layout->data;
  double sum = 0;

  if (!names_fit_first_bar (layout))
    {
      g_autofree VigieLegendEntry *entries = g_new0 (VigieLegendEntry, data->n_series);

      fill_legend (data, entries);
      vigie_legend_draw (layout->builder, entries, data->n_series, 0, 0,
                         vigie_scene_builder_get_frame (layout->builder)->width);
      return;
    }

  for (gsize i = 0; i < data->n_series; i++)
    {
      vigie_scene_builder_text (layout->builder, data->series[i].label,
                                &(VigieTextSpec) { .x = vigie_linear_scale_map (&layout->scale, sum),
                                                   .y = layout->legend_height - layout->note_line,
                                                   .role = VIGIE_TEXT_NOTE },
                                VIGIE_NO_DATUM);
      sum += data->rows[0].segments[i].value;
    }
}

/* Bars */

/* A number in a segment must not stand under a benchmark's line: it moves to the wider side of it. */
static gboolean
clear_of_benchmarks (const Layout *layout, double *from, double *to)
{
  double gap = em (layout, SEGMENT_PADDING);

  for (gsize i = 0; i < layout->data->n_benchmarks; i++)
    {
      double x = vigie_linear_scale_map (&layout->scale, layout->data->benchmarks[i].value);

      if (x <= *from - gap || x >= *to + gap)
        continue;
      if (x - *from > *to - x)
        *to = x - gap;
      else
        *from = x + gap;
    }

  return *to > *from;
}

static void
draw_segment_text (const Layout *layout, const VigieBox *box, gsize series, const char *text, int datum)
{
  double width = vigie_scene_builder_text_width (layout->builder, text, VIGIE_TEXT_VALUE, FALSE);
  double from = box->x + em (layout, SEGMENT_PADDING) / 2;
  double to = vigie_box_right (box) - em (layout, SEGMENT_PADDING) / 2;
  gboolean solid = layout->data->series[series].pattern == VIGIE_PATTERN_SOLID;

  if (box->height < layout->line * 0.9 || !clear_of_benchmarks (layout, &from, &to) || width > to - from)
    return;

  vigie_scene_builder_text (layout->builder, text,
                            &(VigieTextSpec) { .x = (from + to) / 2,
                                               .y = vigie_box_middle_y (box),
                                               .align = VIGIE_ALIGN_CENTER,
                                               .anchor = VIGIE_ANCHOR_MIDDLE,
                                               .role = VIGIE_TEXT_VALUE,
                                               .on = solid ? layout->data->series[series].paint : VIGIE_PAINT_NONE,
                                               .plate = !solid },
                            datum);
}

static int
add_segment_datum (const Layout *layout, gsize row, gsize series)
{
  const VigieStackedRow *bar = &layout->data->rows[row];
  const VigieStackedSegment *segment = &bar->segments[series];
  g_autofree char *label = g_strdup_printf ("%s, %s", bar->label, layout->data->series[series].label);
  const char *known = segment->description != NULL ? segment->description : segment->text;

  return vigie_scene_builder_add_datum (
    layout->builder, &(VigieDatum) {
                       .label = label,
                       .value_text = isnan (segment->value) ? layout->data->not_measured_text : known,
                       .key = segment->key,
                       .row = (int) row,
                       .column = (int) series,
                     });
}

static void
draw_segment (const Layout *layout, gsize row, gsize series, double from)
{
  const VigieStackedSegment *segment = &layout->data->rows[row].segments[series];
  VigieBox box = vigie_rows_band (&layout->rows, row);
  VigieStyle style = { .fill = layout->data->series[series].paint, .pattern = layout->data->series[series].pattern };
  int datum = add_segment_datum (layout, row, series);

  box.x = vigie_linear_scale_map (&layout->scale, from);
  box.width = vigie_linear_scale_map (&layout->scale, from + segment->value) - box.x;

  if (style.pattern == VIGIE_PATTERN_SOLID && box.width > em (layout, 4 * SEAM))
    {
      style.stroke = VIGIE_PAINT_BACKGROUND;
      style.stroke_width = em (layout, SEAM);
    }

  vigie_scene_builder_rect (layout->builder, &box, 0, &style, datum);
  draw_segment_text (layout, &box, series, segment->text, datum);
}

static void
draw_total (const Layout *layout, gsize row, double sum, int datum)
{
  VigieBox band = vigie_rows_band (&layout->rows, row);
  const char *text = layout->data->rows[row].total_text;
  double width = vigie_scene_builder_text_width (layout->builder, text, VIGIE_TEXT_VALUE, TRUE);
  double x = vigie_linear_scale_map (&layout->scale, sum) + em (layout, TOTAL_GAP);

  for (gsize i = 0; i < layout->data->n_benchmarks; i++)
    {
      double line = vigie_linear_scale_map (&layout->scale, layout->data->benchmarks[i].value);

      if (line > x - em (layout, TOTAL_GAP) && line < x + width)
        x = line + em (layout, TOTAL_GAP);
    }

  vigie_scene_builder_text (layout->builder, text,
                            &(VigieTextSpec) { .x = x,
                                               .y = vigie_box_middle_y (&band),
                                               .anchor = VIGIE_ANCHOR_MIDDLE,
                                               .role = VIGIE_TEXT_VALUE,
                                               .strong = TRUE },
                            datum);
}

static void
draw_row (const Layout *layout, gsize row)
{
  const VigieStackedRow *bar = &layout->data->rows[row];
  const char *known = bar->description != NULL ? bar->description : bar->total_text;
  double sum = row_sum (layout->data, row);
  VigieBox band = vigie_rows_band (&layout->rows, row);
  double from = 0;
  int total = vigie_scene_builder_add_datum (layout->builder,
                                             &(VigieDatum) {
                                               .label = bar->label,
                                               .value_text = isnan (sum) ? layout->data->not_measured_text : known,
                                               .key = bar->key,
                                               .row = (int) row,
                                               .column = -1,
                                             });

  vigie_rows_name (&layout->rows, layout->builder, row, bar->label, total);
  if (isnan (sum))
    {
      vigie_rows_not_measured (&layout->rows, layout->builder, row, &band, layout->data->not_measured_text, total);
      return;
    }

  for (gsize i = 0; i < layout->data->n_series; i++)
    {
      if (!(bar->segments[i].value > 0))
        continue;

      draw_segment (layout, row, i, from);
      from += bar->segments[i].value;
    }

  draw_total (layout, row, sum, total);
}

/* Benchmarks */

static int
compare_benchmarks (gconstpointer a, gconstpointer b)
{
  const VigieStackedBenchmark *first = *(const VigieStackedBenchmark *const *) a;
  const VigieStackedBenchmark *second = *(const VigieStackedBenchmark *const *) b;

  return (first->value > second->value) - (first->value < second->value);
}

static GPtrArray *
sorted_benchmarks (const VigieStackedBars *data)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (gsize i = 0; i < data->n_benchmarks; i++)
    {
      if (!isnan (data->benchmarks[i].value))
        g_ptr_array_add (sorted, (gpointer) &data->benchmarks[i]);
    }
  g_ptr_array_sort (sorted, compare_benchmarks);

  return sorted;
}

/* The middles of the benchmarks' names on one line; %NULL when they need one line each. */
static double *
spread_benchmark_names (const Layout *layout, GPtrArray *sorted)
{
  g_autofree double *middles = g_new (double, sorted->len + 1);
  g_autofree double *widths = g_new (double, sorted->len + 1);
  double room = vigie_scene_builder_get_frame (layout->builder)->width;

  for (guint i = 0; i < sorted->len; i++)
    {
      const VigieStackedBenchmark *benchmark = g_ptr_array_index (sorted, i);

      widths[i] = vigie_scene_builder_text_width (layout->builder, benchmark->label, VIGIE_TEXT_NOTE, TRUE);
      middles[i] = vigie_linear_scale_map (&layout->scale, benchmark->value);
    }

  if (!vigie_spread (middles, widths, sorted->len, 0, room, em (layout, 2 * TOTAL_GAP)))
    return NULL;

  return g_steal_pointer (&middles);
}

static void
draw_benchmarks (const Layout *layout)
{
  g_autoptr (GPtrArray) sorted = sorted_benchmarks (layout->data);
  g_autofree double *middles = spread_benchmark_names (layout, sorted);
  double bottom = layout->rows.room.y - em (layout, 2);

  for (guint i = 0; i < sorted->len; i++)
    {
      const VigieStackedBenchmark *benchmark = g_ptr_array_index (sorted, i);
      double x = vigie_linear_scale_map (&layout->scale, benchmark->value);
      double name_bottom = bottom - (middles == NULL ? (sorted->len - 1 - i) * layout->note_line : 0);
      int datum = vigie_scene_builder_add_datum (layout->builder, &(VigieDatum) {
                                                                    .label = benchmark->label,
                                                                    .value_text = benchmark->note,
                                                                    .key = benchmark->key,
                                                                    .row = -1,
                                                                    .column = (int) i,
                                                                  });

      vigie_reference_line (layout->builder, x, name_bottom, x, vigie_box_bottom (&layout->rows.plot),
                            VIGIE_PAINT_BENCHMARK, VIGIE_DASH_DASHED, datum);
      vigie_scene_builder_text (layout->builder, benchmark->label,
                                &(VigieTextSpec) { .x = middles != NULL ? middles[i] : x,
                                                   .y = name_bottom,
                                                   .align = VIGIE_ALIGN_CENTER,
                                                   .anchor = VIGIE_ANCHOR_BOTTOM,
                                                   .role = VIGIE_TEXT_NOTE,
                                                   .strong = TRUE,
                                                   .plate = middles == NULL },
                                datum);
    }
}

/* Layout */

static void
set_scale (Layout *layout)
{
  const VigieBox *plot = &layout->rows.plot;
  double total = longest_total (layout);
  double room = plot->width - (total > 0 ? total + em (layout, TOTAL_GAP) : 0);

  layout->scale = (VigieLinearScale) {
    .domain_max = greatest_value (layout->data),
    .range_min = plot->x,
    .range_max = plot->x + MAX (room, plot->width * 0.3),
  };
}

static void
divide (Layout *layout)
{
  const VigieStackedBars *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  g_autofree VigieLegendEntry *entries = g_new0 (VigieLegendEntry, data->n_series);
  double name = longest_name (layout);
  VigieBox room;
  double foot;

  fill_legend (data, entries);
  layout->line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_LABEL);
  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  layout->has_axis = data->axis_title != NULL || data->n_benchmarks > 0;
  layout->legend_height = vigie_legend_height (layout->builder, entries, data->n_series, frame->width);
  layout->notes_height = measure_notes (layout);
  layout->benchmark_lines = data->n_benchmarks > 0 ? 1 : 0;
  foot = layout->notes_height + (layout->has_axis ? vigie_axis_below_height (layout->builder, data->axis_title) : 0);

  /* Twice at most: the place of the benchmarks' names depends on the scale, and the scale's height on that place. */
  for (int pass = 0; pass < 2; pass++)
    {
      double top = layout->legend_height + em (layout, HEADER_GAP) + layout->benchmark_lines * layout->note_line +
                   (data->n_benchmarks > 0 ? em (layout, HEADER_GAP) : 0);
      g_autoptr (GPtrArray) sorted = sorted_benchmarks (data);
      g_autofree double *middles = NULL;

      room = (VigieBox) { 0, top, frame->width, MAX (frame->height - top - foot, 1) };
      vigie_rows_init (&layout->rows, layout->builder, &room, data->n_rows, name, 0);
      set_scale (layout);
      middles = spread_benchmark_names (layout, sorted);
      if (middles != NULL)
        break;
      layout->benchmark_lines = sorted->len;
    }

  vigie_scene_builder_set_preferred_height (layout->builder, room.y + layout->rows.preferred_height + foot);
}

/**
 * vigie_stacked_bars_layout:
 * @data: what to show
 * @frame: the room there is
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_stacked_bars_layout (const VigieStackedBars *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  g_autoptr (GArray) ticks = NULL;
  Layout layout;

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = vigie_scene_builder_new (frame);
  if (data->n_rows == 0 || data->n_series == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }

  layout = (Layout) { .data = data, .builder = builder };
  divide (&layout);

  draw_names (&layout);
  if (layout.has_axis)
    {
      ticks = vigie_ticks (0, layout.scale.domain_max, MAX_TICKS, 0);
      vigie_axis_below (builder, &layout.scale, ticks, &layout.rows.plot, data->axis_title);
    }
  for (gsize i = 0; i < data->n_rows; i++)
    draw_row (&layout, i);
  vigie_baseline (builder, layout.scale.range_min, layout.rows.plot.y, vigie_box_bottom (&layout.rows.plot));
  draw_benchmarks (&layout);
  draw_notes (&layout);

  return vigie_scene_builder_end (builder);
}
