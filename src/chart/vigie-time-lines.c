// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-time-lines.h"

#include <math.h>

#include "vigie-axis.h"
#include "vigie-label-placer.h"
#include "vigie-legend.h"
#include "vigie-time-axis.h"
#include "vigie-time-lines-private.h"

/*
 *   ● measured   ○ at this pace   ▨ slow to fast   ◇ an earlier day, and what it expected
 *                          today           2028: …
 *  100 %│                    ┊               │
 *       │-target 90 %--------┊------▨▨▨▨▨▨▨--│----
 *       │         ●──●──●──●─●╌╌○╌╌○▨▨▨▨▨▨▨  │      86 %
 *    0 %│                    ┊               │
 *   counts by month
 *   200 │                     ▁ ▃ ▂ ▆ ▂
 *        oct.  janv.  avr.  juil.  oct.  janv.
 *        2025  2026                      2027
 */

#define HEADER_GAP 6.0
#define PANEL_GAP 10.0
#define END_GAP 8.0
#define LABEL_GAP 12.0
#define LINE_WIDTH 2.5
#define POINT_SIZE 6.5
#define LEAST_POINT_SIZE 3.5
#define BAND_EDGE 1.0
#define BARS_SHARE 0.24
#define PLOT_PREFERRED 240.0
#define BARS_PREFERRED 70.0
#define MAX_TICKS 5
#define MOST_ENTRIES 5
#define EARLIER_SIZE 9.0

typedef VigieTimeLinesLayout Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static VigieStyle
measured_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BLUE, .stroke = VIGIE_PAINT_BACKGROUND, .stroke_width = em (layout, 1) };
}

static VigieStyle
expected_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_BLUE, .stroke_width = em (layout, 1.5) };
}

static VigieStyle
other_style (const Layout *layout)
{
  return (
    VigieStyle) { .fill = VIGIE_PAINT_VERMILLION, .stroke = VIGIE_PAINT_BACKGROUND, .stroke_width = em (layout, 1) };
}

static VigieStyle
earlier_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1.5) };
}

static const VigieStyle band_style = { .fill = VIGIE_PAINT_BLUE, .pattern = VIGIE_PATTERN_HATCH };

static gboolean
has_other (const VigieTimeLines *data)
{
  return data->n_forecast > 0 && data->other_label != NULL && !isnan (data->forecast[data->n_forecast - 1].other);
}

/* Header */

static guint
fill_legend (const Layout *layout, VigieLegendEntry *entries)
{
  const VigieTimeLines *data = layout->data;
  guint n = 0;

  entries[n++] =
    (VigieLegendEntry) { .label = data->history_label, .kind = VIGIE_LEGEND_SYMBOL, .style = measured_style (layout) };
  entries[n++] = (VigieLegendEntry) { .label = data->earlier_label,
                                      .kind = VIGIE_LEGEND_SYMBOL,
                                      .symbol = VIGIE_SYMBOL_DIAMOND,
                                      .style = earlier_style (layout) };
  if (data->n_forecast == 0)
    return n;
  entries[n++] =
    (VigieLegendEntry) { .label = data->middle_label, .kind = VIGIE_LEGEND_SYMBOL, .style = expected_style (layout) };
  entries[n++] = (VigieLegendEntry) { .label = data->band_label, .style = band_style };
  if (has_other (data))
    entries[n++] = (VigieLegendEntry) { .label = data->other_label,
                                        .kind = VIGIE_LEGEND_SYMBOL,
                                        .symbol = VIGIE_SYMBOL_DIAMOND,
                                        .style = other_style (layout) };
  return n;
}

static gboolean
has_marker (const VigieTimeLines *data)
{
  return data->marker != VIGIE_DATE_NONE && data->marker >= data->from && data->marker <= data->to;
}

static VigieDate
get_today (const VigieTimeLines *data)
{
  return data->history[data->n_history - 1].date;
}

/* Today and the day to watch, over their lines; where both find no room, the day to watch alone. */
static void
draw_days (const Layout *layout)
{
  const VigieTimeLines *data = layout->data;
  double room = vigie_scene_builder_get_frame (layout->builder)->width;
  const char *labels[2] = { data->today_label, has_marker (data) ? data->marker_label : NULL };
  double middles[2] = { vigie_linear_scale_map (&layout->time, get_today (data)),
                        vigie_linear_scale_map (&layout->time, data->marker) };
  double widths[2];
  guint first = 0, n = labels[1] != NULL ? 2 : 1;

  if (labels[1] != NULL && data->marker < get_today (data))
    {
      labels[0] = data->marker_label;
      labels[1] = data->today_label;
      middles[1] = vigie_linear_scale_map (&layout->time, get_today (data));
      middles[0] = vigie_linear_scale_map (&layout->time, data->marker);
    }
  for (guint i = 0; i < n; i++)
    widths[i] =
      MIN (vigie_scene_builder_text_width (layout->builder, labels[i], VIGIE_TEXT_NOTE, FALSE) + em (layout, 1), room);
  if (n == 2 && !vigie_spread (middles, widths, 2, 0, room, em (layout, LABEL_GAP)))
    {
      first = labels[0] == data->marker_label ? 0 : 1;
      n = first + 1;
      middles[first] = vigie_linear_scale_map (&layout->time, data->marker);
    }
  vigie_spread (&middles[first], &widths[first], n - first, 0, room, em (layout, LABEL_GAP));
  for (guint i = first; i < n; i++)
    vigie_scene_builder_text (layout->builder, labels[i],
                              &(VigieTextSpec) { .x = middles[i],
                                                 .y = layout->plot.y - layout->note_line / 2 - em (layout, 2),
                                                 .align = VIGIE_ALIGN_CENTER,
                                                 .anchor = VIGIE_ANCHOR_BOTTOM,
                                                 .role = VIGIE_TEXT_NOTE,
                                                 .width = widths[i] },
                              VIGIE_NO_DATUM);
}

static void
draw_header (const Layout *layout)
{
  VigieLegendEntry entries[MOST_ENTRIES] = { 0 };
  guint n = fill_legend (layout, entries);

  vigie_legend_draw (layout->builder, entries, n,
                     &(VigieBox) { 0, 0, vigie_scene_builder_get_frame (layout->builder)->width,
                                   MIN (layout->legend_height, layout->plot.y) });
  draw_days (layout);
}

/* Ground */

static void
draw_day_line (const Layout *layout, VigieDate date, VigieDash dash)
{
  double x = vigie_linear_scale_map (&layout->time, date);

  vigie_scene_builder_line (
    layout->builder, x, layout->plot.y, x, vigie_box_bottom (&layout->bars),
    &(VigieStyle) { .stroke = VIGIE_PAINT_AXIS, .stroke_width = em (layout, 1.25), .dash = dash }, VIGIE_NO_DATUM);
}

static void
draw_ground (const Layout *layout)
{
  g_autoptr (GArray) ticks = vigie_ticks (0, layout->share.domain_max, MAX_TICKS, 0);
  VigieBox both = vigie_box_union (&layout->plot, &layout->bars);

  vigie_time_axis_grid (layout->builder, &layout->time, &both);
  vigie_axis_beside (layout->builder, &layout->share, ticks, &layout->plot);
  vigie_time_axis_below (layout->builder, &layout->time, vigie_box_bottom (&layout->bars));
  draw_day_line (layout, get_today (layout->data), VIGIE_DASH_DOTTED);
  if (has_marker (layout->data))
    draw_day_line (layout, layout->data->marker, VIGIE_DASH_SOLID);
}

static void
draw_target (const Layout *layout)
{
  double y = vigie_linear_scale_map (&layout->share, layout->data->target);

  if (isnan (layout->data->target))
    return;
  vigie_reference_line (layout->builder, layout->plot.x, y, vigie_box_right (&layout->plot), y, VIGIE_PAINT_TARGET,
                        VIGIE_DASH_DASHED, VIGIE_NO_DATUM);
  vigie_scene_builder_text (layout->builder, layout->data->target_label,
                            &(VigieTextSpec) { .x = layout->plot.x + em (layout, 4),
                                               .y = y - em (layout, 3),
                                               .anchor = VIGIE_ANCHOR_BOTTOM,
                                               .role = VIGIE_TEXT_NOTE,
                                               .strong = TRUE,
                                               .width = layout->plot.width,
                                               .plate = TRUE },
                            VIGIE_NO_DATUM);
}

/* Lines */

static VigiePoint
place (const Layout *layout, VigieDate date, double value)
{
  return (VigiePoint) { vigie_linear_scale_map (&layout->time, date), vigie_linear_scale_map (&layout->share, value) };
}

static void
draw_history_line (const Layout *layout)
{
  const VigieTimeLines *data = layout->data;
  g_autofree VigiePoint *points = g_new (VigiePoint, data->n_history);
  VigieStyle style = { .stroke = VIGIE_PAINT_BLUE, .stroke_width = em (layout, LINE_WIDTH) };
  gsize n = 0;

  for (gsize i = 0; i <= data->n_history; i++)
    {
      if (i < data->n_history && !isnan (data->history[i].value))
        {
          points[n++] = place (layout, data->history[i].date, data->history[i].value);
          continue;
        }
      if (n > 1)
        vigie_scene_builder_polyline (layout->builder, points, n, &style, VIGIE_NO_DATUM);
      n = 0;
    }
}

/* From today's value on, to where @value leads. */
static void
draw_forecast_line (const Layout *layout, gboolean other, VigiePaint paint)
{
  const VigieTimeLines *data = layout->data;
  const VigieTimePoint *today = &data->history[data->n_history - 1];
  g_autofree VigiePoint *points = g_new (VigiePoint, data->n_forecast + 1);
  VigieStyle style = { .stroke = paint, .stroke_width = em (layout, LINE_WIDTH), .dash = VIGIE_DASH_DASHED };

  points[0] = place (layout, today->date, today->value);
  for (gsize i = 0; i < data->n_forecast; i++)
    points[i + 1] =
      place (layout, data->forecast[i].point.date, other ? data->forecast[i].other : data->forecast[i].point.value);
  /* A seam of background on either side keeps it apart from the hatching of the band. */
  if (!other)
    vigie_scene_builder_polyline (
      layout->builder, points, data->n_forecast + 1,
      &(VigieStyle) { .stroke = VIGIE_PAINT_BACKGROUND, .stroke_width = 2.4 * style.stroke_width }, VIGIE_NO_DATUM);
  vigie_scene_builder_polyline (layout->builder, points, data->n_forecast + 1, &style, VIGIE_NO_DATUM);
}

static void
draw_band (const Layout *layout)
{
  const VigieTimeLines *data = layout->data;
  gsize n = data->n_forecast;
  const VigieTimePoint *today = &data->history[data->n_history - 1];
  g_autofree VigiePoint *points = g_new (VigiePoint, 2 * n + 1);
  VigieStyle edge = { .stroke = VIGIE_PAINT_BLUE, .stroke_width = em (layout, BAND_EDGE) };

  points[n] = place (layout, today->date, today->value);
  for (gsize i = 0; i < n; i++)
    {
      points[n + 1 + i] = place (layout, data->forecast[i].point.date, data->forecast[i].low);
      points[n - 1 - i] = place (layout, data->forecast[i].point.date, data->forecast[i].high);
    }
  vigie_scene_builder_area (layout->builder, points, 2 * n + 1, &band_style, VIGIE_NO_DATUM);
  draw_forecast_line (layout, FALSE, VIGIE_PAINT_BLUE);
  vigie_scene_builder_polyline (layout->builder, points, n + 1, &edge, VIGIE_NO_DATUM);
  vigie_scene_builder_polyline (layout->builder, &points[n], n + 1, &edge, VIGIE_NO_DATUM);
}

static gboolean
is_in_view (const VigieTimeLines *data, const VigieTimePoint *point)
{
  return point->date >= data->from && point->date <= data->to && !isnan (point->value);
}

/* What was measured on the earlier day, and dotted what it expected of the time since and of that to come. */
static void
draw_earlier (const Layout *layout)
{
  const VigieTimeLines *data = layout->data;
  g_autofree VigiePoint *points = g_new (VigiePoint, data->n_earlier + 1);
  VigieStyle line = { .stroke = VIGIE_PAINT_TEXT,
                      .stroke_width = em (layout, LINE_WIDTH * 0.6),
                      .dash = VIGIE_DASH_DOTTED };
  VigieStyle mark = earlier_style (layout);
  gsize n = 0;
  int datum;

  if (data->earlier_label == NULL)
    return;
  for (gsize i = 0; i < data->n_earlier; i++)
    if (is_in_view (data, &data->earlier[i]))
      points[n++] = place (layout, data->earlier[i].date, data->earlier[i].value);
  if (n > 1)
    vigie_scene_builder_polyline (layout->builder, points, n, &line, VIGIE_NO_DATUM);
  if (n == 0 || !is_in_view (data, &data->earlier[0]))
    return;
  datum = vigie_scene_builder_add_datum (layout->builder, &(VigieDatum) { .label = data->earlier[0].label,
                                                                          .value_text = data->earlier[0].description,
                                                                          .key = data->earlier[0].key,
                                                                          .row = 2 });
  vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_DIAMOND, points[0].x, points[0].y,
                              em (layout, EARLIER_SIZE), &mark, datum);
}

/* Where months are close together their points are small. */
static double
point_size (const Layout *layout)
{
  double month = fabs (vigie_linear_scale_map (&layout->time, layout->data->from + 30) - layout->time.range_min);

  return CLAMP (month * 0.75, em (layout, LEAST_POINT_SIZE), em (layout, POINT_SIZE));
}

static void
draw_point (const Layout *layout, const VigieTimePoint *point, int column, const VigieStyle *style)
{
  VigiePoint at = place (layout, point->date, point->value);
  int datum;

  if (isnan (point->value))
    return;
  datum = vigie_scene_builder_add_datum (
    layout->builder,
    &(VigieDatum) {
      .label = point->label, .value_text = point->description, .key = point->key, .row = 0, .column = column });
  vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_CIRCLE, at.x, at.y, point_size (layout), style, datum);
}

static void
draw_lines (const Layout *layout)
{
  const VigieTimeLines *data = layout->data;
  VigieStyle measured = measured_style (layout);
  VigieStyle expected = expected_style (layout);

  if (data->n_forecast > 0)
    draw_band (layout);
  draw_target (layout);
  draw_history_line (layout);
  if (has_other (data))
    draw_forecast_line (layout, TRUE, VIGIE_PAINT_VERMILLION);
  for (gsize i = 0; i < data->n_history; i++)
    draw_point (layout, &data->history[i], (int) i, &measured);
  for (gsize i = 0; i < data->n_forecast; i++)
    draw_point (layout, &data->forecast[i].point, (int) (data->n_history + i), &expected);
  draw_earlier (layout);
  if (has_other (data))
    {
      VigiePoint end =
        place (layout, data->forecast[data->n_forecast - 1].point.date, data->forecast[data->n_forecast - 1].other);
      VigieStyle other = other_style (layout);

      vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_DIAMOND, end.x, end.y, em (layout, POINT_SIZE * 1.4),
                                  &other, VIGIE_NO_DATUM);
    }
}

/* The last values stand right of where the lines end, apart from each other. */
static void
draw_ends (const Layout *layout)
{
  const VigieTimeLines *data = layout->data;
  gboolean forecast = data->n_forecast > 0;
  const VigieTimeForecast *last = forecast ? &data->forecast[data->n_forecast - 1] : NULL;
  gboolean other_above = has_other (data) && last->other >= last->point.value;
  const char *texts[2] = { forecast ? data->middle_end : data->history_end, has_other (data) ? data->other_end : NULL };
  double values[2] = { forecast ? last->point.value : data->history[data->n_history - 1].value,
                       has_other (data) ? last->other : NAN };
  double middles[2], heights[2];
  guint n = texts[1] != NULL ? 2 : 1;

  for (guint i = 0; i < n; i++)
    {
      guint from = other_above ? 1 - i : i;

      middles[i] = vigie_linear_scale_map (&layout->share, values[from]);
      heights[i] = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_VALUE);
    }
  vigie_spread (middles, heights, n, layout->plot.y, vigie_box_bottom (&layout->plot), 0);
  for (guint i = 0; i < n; i++)
    vigie_scene_builder_text (layout->builder, texts[other_above ? 1 - i : i],
                              &(VigieTextSpec) { .x = vigie_box_right (&layout->plot) + em (layout, END_GAP),
                                                 .y = middles[i],
                                                 .anchor = VIGIE_ANCHOR_MIDDLE,
                                                 .role = VIGIE_TEXT_VALUE,
                                                 .strong = TRUE },
                              VIGIE_NO_DATUM);
}

/* Why nothing is expected, where it would stand. */
static void
draw_note (const Layout *layout)
{
  double left = vigie_linear_scale_map (&layout->time, get_today (layout->data)) + em (layout, 8);

  if (layout->data->n_forecast > 0 || layout->data->note == NULL)
    return;
  vigie_scene_builder_text (layout->builder, layout->data->note,
                            &(VigieTextSpec) { .x = left,
                                               .y = vigie_box_middle_y (&layout->plot),
                                               .anchor = VIGIE_ANCHOR_MIDDLE,
                                               .role = VIGIE_TEXT_NOTE,
                                               .paint = VIGIE_PAINT_TEXT_MUTED,
                                               .width = MAX (vigie_box_right (&layout->plot) - left, 1),
                                               .max_lines = 6,
                                               .plate = TRUE },
                            VIGIE_NO_DATUM);
}

/* Layout */

static double
greatest_count (const VigieTimeLines *data)
{
  double greatest = 1;

  for (gsize i = 0; i < data->n_bars; i++)
    greatest = fmax (greatest, data->bars[i].count);
  return vigie_nice_ceiling (greatest, VIGIE_TIME_BAR_TICKS);
}

static double
width_of_numbers (const Layout *layout)
{
  VigieFrame frame = vigie_time_lines_count_frame (layout);
  g_autoptr (GArray) shares = vigie_ticks (0, 1, MAX_TICKS, 0);
  g_autofree char *count = vigie_frame_format (&frame, layout->count.domain_max);

  return MAX (vigie_axis_beside_width (layout->builder, shares),
              vigie_scene_builder_text_width (layout->builder, count, VIGIE_TEXT_NOTE, FALSE) + em (layout, 5));
}

static double
width_of_ends (const Layout *layout)
{
  const VigieTimeLines *data = layout->data;
  const char *texts[] = { data->history_end, data->middle_end, data->other_end };
  double widest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    widest = MAX (widest, vigie_scene_builder_text_width (layout->builder, texts[i], VIGIE_TEXT_VALUE, TRUE));
  return widest + em (layout, END_GAP);
}

static void
divide (Layout *layout)
{
  const VigieTimeLines *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  VigieLegendEntry entries[MOST_ENTRIES] = { 0 };
  double axis = vigie_time_axis_height (layout->builder);
  double between, left, width, room;

  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  layout->legend_height = vigie_legend_height (layout->builder, entries, fill_legend (layout, entries), frame->width);
  layout->header_height = layout->legend_height + em (layout, HEADER_GAP) + 1.5 * layout->note_line + em (layout, 4);
  between = layout->note_line + em (layout, PANEL_GAP + 5);
  vigie_scene_builder_set_preferred_height (layout->builder, layout->header_height + em (layout, PLOT_PREFERRED) +
                                                               between + em (layout, BARS_PREFERRED) + axis);

  layout->header_height = MIN (layout->header_height, frame->height * VIGIE_HEADER_SHARE);
  axis = MIN (axis, frame->height * VIGIE_FOOTER_SHARE);
  layout->count.domain_max = greatest_count (data);
  left = MIN (width_of_numbers (layout), frame->width * 0.3);
  width = MAX (frame->width - left - MIN (width_of_ends (layout), frame->width * 0.3), 1);
  room = MAX (frame->height - layout->header_height - axis - between, 2);
  layout->plot = (VigieBox) { left, layout->header_height, width, floor (room * (1 - BARS_SHARE)) };
  layout->bars =
    (VigieBox) { left, vigie_box_bottom (&layout->plot) + between, width, MAX (room - layout->plot.height, 1) };
  if (vigie_box_bottom (&layout->bars) > frame->height)
    layout->bars.y = MAX (frame->height - layout->bars.height, 0);
  layout->time = (VigieLinearScale) { data->from, data->to, left, left + width };
  layout->share = (VigieLinearScale) { 0, 1, vigie_box_bottom (&layout->plot), layout->plot.y };
  layout->count.range_min = vigie_box_bottom (&layout->bars);
  layout->count.range_max = layout->bars.y;
}

/**
 * vigie_time_lines_layout:
 * @data: what to show
 * @frame: the room there is; its format writes shares, 0 to 1
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_time_lines_layout (const VigieTimeLines *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  Layout layout;

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = vigie_scene_builder_new (frame);
  if (data->n_history == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }

  layout = (Layout) { .data = data, .builder = builder };
  divide (&layout);
  draw_ground (&layout);
  draw_header (&layout);
  draw_lines (&layout);
  draw_ends (&layout);
  draw_note (&layout);
  vigie_time_lines_draw_bars (&layout);

  return vigie_scene_builder_end (builder);
}
