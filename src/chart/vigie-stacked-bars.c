// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-stacked-bars.h"

#include <math.h>

#include "vigie-axis.h"
#include "vigie-legend.h"
#include "vigie-stacked-bars-private.h"

/*
 * From top to bottom: the names of the series (over the first bar where they fit, else in a line), the names of the
 * benchmarks, the bars, the axis, the sources of the benchmarks. Segments that touch are parted by a seam of
 * background, so that neighbours are told apart without their colours.
 */

#define SEGMENT_PADDING 4.0
#define SEAM 1.0
#define UNKNOWN_WIDTH 14.0
#define UNKNOWN_GAP 3.0
#define PLANNED_RISE 3.0
#define BEFORE_SIZE 9.0
#define MAX_TICKS 6

static double
em (const VigieStackedLayout *layout, double points)
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
    greatest = fmax (fmax (greatest, fmax (data->rows[i].planned, data->rows[i].before)), row_sum (data, i));
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
  entries[data->n_series] = (VigieLegendEntry) {
    .label = data->planned_label,
    .style = { .stroke = VIGIE_PAINT_TEXT, .stroke_width = 1.25 },
  };
  entries[data->n_series + 1] = (VigieLegendEntry) {
    .label = data->before_label,
    .kind = VIGIE_LEGEND_SYMBOL,
    .symbol = VIGIE_SYMBOL_DIAMOND,
    .style = { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = 1.5 },
  };
}

static double
longest_name (const VigieStackedLayout *layout)
{
  double longest = 0;

  for (gsize i = 0; i < layout->data->n_rows; i++)
    longest = MAX (
      longest, vigie_scene_builder_text_width (layout->builder, layout->data->rows[i].label, VIGIE_TEXT_LABEL, FALSE));

  return longest;
}

/* The width of the chips for what is not known of @row, which has no length. */
static double
unknown_width (const VigieStackedLayout *layout, gsize row)
{
  double width = 0;

  for (gsize i = 0; i < layout->data->n_series; i++)
    {
      if (isnan (layout->data->rows[row].segments[i].value))
        width += em (layout, UNKNOWN_WIDTH + UNKNOWN_GAP);
    }

  return width;
}

static double
longest_total (const VigieStackedLayout *layout)
{
  double longest = 0;

  for (gsize i = 0; i < layout->data->n_rows; i++)
    {
      double width =
        vigie_scene_builder_text_width (layout->builder, layout->data->rows[i].total_text, VIGIE_TEXT_VALUE, TRUE);

      if (!isnan (row_sum (layout->data, i)))
        longest = MAX (longest, width + unknown_width (layout, i));
    }

  return longest;
}

/* Names of the series */

/* Whether the names of all series can stand over their segments of the first bar. */
static gboolean
names_fit_first_bar (const VigieStackedLayout *layout)
{
  const VigieStackedBars *data = layout->data;

  /* Between them and the bar are the names of benchmarks, if there are any. */
  if (data->n_benchmarks > 0 || data->planned_label != NULL || data->before_label != NULL)
    return FALSE;

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
draw_names (const VigieStackedLayout *layout)
{
  const VigieStackedBars *data = layout->data;
  double sum = 0;

  if (!names_fit_first_bar (layout))
    {
      g_autofree VigieLegendEntry *entries = g_new0 (VigieLegendEntry, data->n_series + 2);

      fill_legend (data, entries);
      vigie_legend_draw (layout->builder, entries, (guint) data->n_series + 2,
                         &(VigieBox) { 0, 0, layout->rows.room.width, layout->legend_height });
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
clear_of_benchmarks (const VigieStackedLayout *layout, double *from, double *to)
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
draw_segment_text (const VigieStackedLayout *layout, const VigieBox *box, gsize series, const char *text, int datum)
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
add_segment_datum (const VigieStackedLayout *layout, gsize row, gsize series)
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
draw_segment (const VigieStackedLayout *layout, gsize row, gsize series, double from)
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

/* What was planned: an outline, higher than the bar, so that it is seen where more was spent. */
static void
draw_planned (const VigieStackedLayout *layout, gsize row, int datum)
{
  VigieBox box = vigie_rows_band (&layout->rows, (guint) row);
  double rise = layout->rows.names_above ? 0 : MIN (em (layout, PLANNED_RISE), box.height * 0.1);

  if (!(layout->data->rows[row].planned > 0))
    return;
  box.width = vigie_linear_scale_map (&layout->scale, layout->data->rows[row].planned) - box.x;
  box = (VigieBox) { box.x, box.y - rise, box.width, box.height + 2 * rise };
  vigie_scene_builder_rect (layout->builder, &box, 0,
                            &(VigieStyle) { .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1.25) }, datum);
}

/* What it was, where the outline is taken. */
static void
draw_before (const VigieStackedLayout *layout, gsize row, int datum)
{
  VigieBox box = vigie_rows_band (&layout->rows, (guint) row);
  double before = layout->data->rows[row].before;

  if (layout->data->before_label == NULL || !(before > 0))
    return;
  vigie_scene_builder_symbol (
    layout->builder, VIGIE_SYMBOL_DIAMOND, vigie_linear_scale_map (&layout->scale, before), vigie_box_middle_y (&box),
    MIN (em (layout, BEFORE_SIZE), box.height * 0.6),
    &(VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1.5) },
    datum);
}

/* What is not known of a bar that is known in part: a chip past its end, so that the sum is not taken for the whole. */
static void
draw_unknown (const VigieStackedLayout *layout, gsize row, double sum)
{
  VigieBox box = vigie_rows_band (&layout->rows, (guint) row);

  box.x = vigie_linear_scale_map (&layout->scale, sum) + em (layout, UNKNOWN_GAP);
  box.width = em (layout, UNKNOWN_WIDTH);
  for (gsize i = 0; i < layout->data->n_series; i++)
    {
      if (!isnan (layout->data->rows[row].segments[i].value))
        continue;

      vigie_scene_builder_rect (layout->builder, &box, em (layout, 2),
                                &(VigieStyle) { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH },
                                add_segment_datum (layout, row, i));
      box.x += em (layout, UNKNOWN_WIDTH + UNKNOWN_GAP);
    }
}

static void
draw_total (const VigieStackedLayout *layout, gsize row, double sum, int datum)
{
  VigieBox band = vigie_rows_band (&layout->rows, row);
  const char *text = layout->data->rows[row].total_text;
  double width = vigie_scene_builder_text_width (layout->builder, text, VIGIE_TEXT_VALUE, TRUE);
  double x = vigie_linear_scale_map (
               &layout->scale, fmax (sum, fmax (layout->data->rows[row].planned, layout->data->rows[row].before))) +
             unknown_width (layout, row) + em (layout, VIGIE_STACKED_TOTAL_GAP);

  for (gsize i = 0; i < layout->data->n_benchmarks; i++)
    {
      double line = vigie_linear_scale_map (&layout->scale, layout->data->benchmarks[i].value);

      if (line > x - em (layout, VIGIE_STACKED_TOTAL_GAP) && line < x + width)
        x = line + em (layout, VIGIE_STACKED_TOTAL_GAP);
    }

  vigie_scene_builder_text (layout->builder, text,
                            &(VigieTextSpec) { .x = x,
                                               .y = vigie_box_middle_y (&band),
                                               .anchor = VIGIE_ANCHOR_MIDDLE,
                                               .role = VIGIE_TEXT_VALUE,
                                               .strong = TRUE },
                            datum);
}

static int
draw_row (const VigieStackedLayout *layout, gsize row)
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

  if (isnan (sum))
    {
      vigie_rows_not_measured (&layout->rows, layout->builder, row, &band, layout->data->not_measured_text, total);
      return total;
    }

  /* Not seen: the whole bar, for the pointer and the focus of the sum. */
  band.width = MAX (vigie_linear_scale_map (&layout->scale, fmax (sum, fmax (bar->planned, bar->before))) - band.x, 1);
  vigie_scene_builder_rect (layout->builder, &band, 0, &(VigieStyle) { .fill = VIGIE_PAINT_NONE }, total);

  for (gsize i = 0; i < layout->data->n_series; i++)
    {
      if (!(bar->segments[i].value > 0))
        continue;

      draw_segment (layout, row, i, from);
      from += bar->segments[i].value;
    }

  draw_planned (layout, row, total);
  draw_before (layout, row, total);
  draw_unknown (layout, row, sum);
  draw_total (layout, row, sum, total);

  return total;
}

/* VigieStackedLayout */

static void
set_scale (VigieStackedLayout *layout)
{
  const VigieBox *plot = &layout->rows.plot;
  double total = longest_total (layout);
  double room = plot->width - (total > 0 ? total + em (layout, VIGIE_STACKED_TOTAL_GAP) : 0);

  layout->scale = (VigieLinearScale) {
    .domain_max = greatest_value (layout->data),
    .range_min = plot->x,
    .range_max = plot->x + MAX (room, plot->width * 0.3),
  };
}

static void
divide (VigieStackedLayout *layout)
{
  const VigieStackedBars *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  g_autofree VigieLegendEntry *entries = g_new0 (VigieLegendEntry, data->n_series + 2);
  double name = longest_name (layout);
  double top, foot;
  VigieBox room;

  fill_legend (data, entries);
  layout->line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_LABEL);
  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  layout->has_axis = data->axis_title != NULL || data->n_benchmarks > 0;
  layout->legend_height = vigie_legend_height (layout->builder, entries, (guint) data->n_series + 2, frame->width);
  layout->notes_height = vigie_stacked_measure_notes (layout);
  layout->benchmark_lines = data->n_benchmarks > 0 ? 1 : 0;
  foot = layout->notes_height + (layout->has_axis ? vigie_axis_below_height (layout->builder, data->axis_title) : 0);

  /* Twice at most: the place of the benchmarks' names depends on the scale, and the scale's height on that place. */
  for (int pass = 0; pass < 2; pass++)
    {
      guint lines;

      top = layout->legend_height + em (layout, VIGIE_STACKED_HEADER_GAP) +
            layout->benchmark_lines * layout->note_line +
            (data->n_benchmarks > 0 ? em (layout, VIGIE_STACKED_HEADER_GAP) : 0);
      room = vigie_rows_room (layout->builder, top, foot);
      vigie_rows_init (&layout->rows, layout->builder, &room, data->n_rows, name, 0);
      set_scale (layout);
      lines = vigie_stacked_benchmark_lines (layout);
      if (lines <= layout->benchmark_lines)
        break;
      layout->benchmark_lines = lines;
    }

  vigie_scene_builder_set_preferred_height (layout->builder, top + layout->rows.preferred_height + foot);
  layout->legend_height = MIN (layout->legend_height, frame->height * VIGIE_LEGEND_SHARE);
  layout->has_notes = foot <= frame->height * VIGIE_FOOTER_SHARE;
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
  g_autofree int *totals = NULL;
  VigieStackedLayout layout;
  guint n_shown;

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = vigie_scene_builder_new (frame);
  if (data->n_rows == 0 || data->n_series == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }

  layout = (VigieStackedLayout) { .data = data, .builder = builder };
  divide (&layout);
  n_shown = vigie_rows_fit (&layout.rows, builder, data->n_rows);
  if (n_shown < data->n_rows && !data->in_order)
    {
      VigieFrame frame_of_fewer = vigie_rows_frame_of_fewer (builder);
      VigieStackedBars fewer = *data;

      fewer.n_rows = n_shown;
      return vigie_rows_and_more (builder, vigie_stacked_bars_layout (&fewer, &frame_of_fewer), data->n_rows - n_shown);
    }

  draw_names (&layout);
  if (layout.has_axis)
    {
      ticks = vigie_axis_ticks_below (builder, &layout.scale, MAX_TICKS, 0);
      vigie_axis_below (builder, &layout.scale, ticks, &layout.rows.plot, data->axis_title);
    }
  totals = g_new (int, data->n_rows);
  for (gsize i = 0; i < data->n_rows; i++)
    totals[i] = draw_row (&layout, i);
  vigie_baseline (builder, layout.scale.range_min, layout.rows.plot.y, vigie_box_bottom (&layout.rows.plot));
  vigie_stacked_draw_benchmarks (&layout);
  /* Names that stand above their bars interrupt the lines. */
  for (gsize i = 0; i < data->n_rows; i++)
    vigie_rows_name (&layout.rows, builder, (guint) i, data->rows[i].label, totals[i]);
  if (layout.has_notes)
    vigie_stacked_draw_notes (&layout);

  return vigie_scene_builder_end (builder);
}
