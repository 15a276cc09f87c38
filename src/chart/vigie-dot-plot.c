// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-dot-plot.h"

#include <math.h>

#include "vigie-axis.h"
#include "vigie-legend.h"
#include "vigie-rows.h"

/*
 *   ● mean   ┃ median   ▬ middle half              28 h
 *  Name   ─────▬▬▬┃▬●▬▬▬───────────────────────────╎──    3.4 h   n = 212
 *
 * A disc, a stroke and a bar: three shapes, so that colours may fail. The reference stands only at the items that it is
 * about: over the others it would be read as theirs.
 */

#define HEADER_GAP 6.0
#define COLUMN_GAP 14.0
#define REFERENCE_GAP 8.0
#define DOT_SIZE 11.0
#define RANGE_HEIGHT 7.0
#define PREVIOUS_SIZE 8.0
#define MIDDLE_HEIGHT 15.0
#define MIDDLE_WIDTH 2.5
#define MAX_TICKS 6

typedef struct
{
  /* borrowed */
  const VigieDotPlot *data;
  VigieSceneBuilder *builder;

  VigieRows rows;
  VigieLinearScale scale;
  double note_line;
  double value_width;
  double detail_width;
  double legend_height;
  double header_height;
  guint text_every; /* where rows are lower than a line, one row in so many is written */
} Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static const VigieStyle range_style = { .fill = VIGIE_PAINT_BAND_1 };

static VigieStyle
dot_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BLUE, .stroke = VIGIE_PAINT_BACKGROUND, .stroke_width = em (layout, 1) };
}

static VigieStyle
middle_style (const Layout *layout)
{
  return (VigieStyle) { .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, MIDDLE_WIDTH) };
}

static VigieStyle
previous_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1.5) };
}

static gboolean
is_shown (const VigieDotRow *row)
{
  return !row->hidden && !isnan (row->value);
}

static gboolean
has_previous (const VigieDotPlot *data, const VigieDotRow *row)
{
  return data->previous_label != NULL && is_shown (row) && !isnan (row->previous);
}

static void
measure_columns (Layout *layout, double *longest_name)
{
  VigieSceneBuilder *builder = layout->builder;

  for (gsize i = 0; i < layout->data->n_rows; i++)
    {
      const VigieDotRow *row = &layout->data->rows[i];

      *longest_name =
        MAX (*longest_name, vigie_scene_builder_text_width (builder, row->label, VIGIE_TEXT_LABEL, FALSE));
      layout->value_width =
        MAX (layout->value_width, vigie_scene_builder_text_width (builder, row->value_text, VIGIE_TEXT_VALUE, TRUE));
      layout->detail_width =
        MAX (layout->detail_width, vigie_scene_builder_text_width (builder, row->detail_text, VIGIE_TEXT_NOTE, FALSE));
    }
}

static gboolean
any_hidden (const VigieDotPlot *data)
{
  for (gsize i = 0; i < data->n_rows; i++)
    if (data->rows[i].hidden)
      return TRUE;
  return FALSE;
}

static gboolean
any_referred (const VigieDotPlot *data)
{
  for (gsize i = 0; i < data->n_rows; i++)
    if (data->rows[i].referred)
      return !isnan (data->reference);
  return FALSE;
}

static double
greatest_value (const VigieDotPlot *data)
{
  double greatest = any_referred (data) ? data->reference : 0;

  for (gsize i = 0; i < data->n_rows; i++)
    {
      const VigieDotRow *row = &data->rows[i];

      if (is_shown (row))
        greatest = fmax (greatest, fmax (row->value, fmax (row->middle, row->high)));
      if (has_previous (data, row))
        greatest = fmax (greatest, row->previous);
    }
  return greatest > 0 ? vigie_nice_ceiling (greatest, MAX_TICKS) : 1;
}

/* Header */

static guint
fill_legend (const Layout *layout, VigieLegendEntry *entries)
{
  guint n = 0;

  entries[n++] =
    (VigieLegendEntry) { .label = layout->data->value_label, .kind = VIGIE_LEGEND_SYMBOL, .style = dot_style (layout) };
  entries[n++] = (VigieLegendEntry) { .label = layout->data->middle_label,
                                      .kind = VIGIE_LEGEND_TICK,
                                      .style = middle_style (layout) };
  entries[n++] = (VigieLegendEntry) { .label = layout->data->range_label, .style = range_style };
  entries[n++] = (VigieLegendEntry) { .label = layout->data->previous_label,
                                      .kind = VIGIE_LEGEND_SYMBOL,
                                      .symbol = VIGIE_SYMBOL_DIAMOND,
                                      .style = previous_style (layout) };
  if (any_hidden (layout->data))
    entries[n++] = (VigieLegendEntry) {
      .label = layout->data->hidden_text,
      .style = { .fill = VIGIE_PAINT_HIDDEN, .pattern = VIGIE_PATTERN_DOTS },
    };
  return n;
}

/* The name of the reference stands over its line, or as near to it as the frame lets it. */
static void
draw_header (const Layout *layout)
{
  VigieLegendEntry entries[5] = { 0 };
  guint n_entries = fill_legend (layout, entries);
  double frame_width = vigie_scene_builder_get_frame (layout->builder)->width;
  double half, x;

  vigie_legend_draw (layout->builder, entries, n_entries,
                     &(VigieBox) { 0, 0, frame_width, MIN (layout->legend_height, layout->rows.room.y) });
  if (!any_referred (layout->data) || layout->data->reference_label == NULL)
    return;
  half = vigie_scene_builder_text_width (layout->builder, layout->data->reference_label, VIGIE_TEXT_NOTE, TRUE) / 2 + 1;
  x = vigie_linear_scale_map (&layout->scale, layout->data->reference);
  vigie_scene_builder_text (
    layout->builder, layout->data->reference_label,
    &(VigieTextSpec) { .x = CLAMP (x, MIN (half, frame_width / 2), MAX (frame_width - half, frame_width / 2)),
                       .y = layout->rows.room.y - em (layout, REFERENCE_GAP - 2),
                       .align = VIGIE_ALIGN_CENTER,
                       .anchor = VIGIE_ANCHOR_BOTTOM,
                       .role = VIGIE_TEXT_NOTE,
                       .strong = TRUE,
                       .width = frame_width },
    VIGIE_NO_DATUM);
}

/* Rows */

static void
draw_reference (const Layout *layout)
{
  double x = vigie_linear_scale_map (&layout->scale, layout->data->reference);
  double step = layout->rows.scale.step;

  if (!any_referred (layout->data))
    return;
  for (gsize i = 0; i < layout->data->n_rows; i++)
    {
      double top = layout->rows.room.y + (double) i * step;
      gsize last = i;

      if (!layout->data->rows[i].referred)
        continue;
      while (last + 1 < layout->data->n_rows && layout->data->rows[last + 1].referred)
        last++;
      vigie_reference_line (layout->builder, x, top, x, layout->rows.room.y + (double) (last + 1) * step,
                            VIGIE_PAINT_BENCHMARK, VIGIE_DASH_DASHED, VIGIE_NO_DATUM);
      i = last;
    }
}

static void
draw_marks (const Layout *layout, const VigieDotRow *row, const VigieBox *band, int datum)
{
  double y = vigie_box_middle_y (band);
  double most = MAX (layout->rows.names_above ? band->height : layout->rows.scale.step * 0.85, 2);
  double low = vigie_linear_scale_map (&layout->scale, row->low);
  double high = vigie_linear_scale_map (&layout->scale, row->high);
  double middle = vigie_linear_scale_map (&layout->scale, row->middle);
  double range_height = MIN (em (layout, RANGE_HEIGHT), most * 0.5);
  double half = MIN (em (layout, MIDDLE_HEIGHT), most) / 2;
  VigieStyle stroke = middle_style (layout);
  VigieStyle dot = dot_style (layout);

  if (!isnan (row->low) && !isnan (row->high))
    vigie_scene_builder_rect (layout->builder, &(VigieBox) { low, y - range_height / 2, high - low, range_height },
                              em (layout, 2), &range_style, datum);
  if (!isnan (row->middle))
    vigie_scene_builder_line (layout->builder, middle, y - half, middle, y + half, &stroke, datum);
  vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_CIRCLE, vigie_linear_scale_map (&layout->scale, row->value),
                              y, MIN (em (layout, DOT_SIZE), most * 0.75), &dot, datum);
  if (has_previous (layout->data, row))
    {
      VigieStyle then = previous_style (layout);

      vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_DIAMOND,
                                  vigie_linear_scale_map (&layout->scale, row->previous), y,
                                  MIN (em (layout, PREVIOUS_SIZE), most * 0.6), &then, datum);
    }
}

static void
draw_numbers (const Layout *layout, const VigieDotRow *row, const VigieBox *band, int datum)
{
  double right = vigie_box_right (&layout->rows.room);
  VigieTextSpec spec = {
    .x = right - (layout->detail_width > 0 ? layout->detail_width + em (layout, COLUMN_GAP) : 0),
    .y = vigie_box_middle_y (band),
    .align = VIGIE_ALIGN_END,
    .anchor = VIGIE_ANCHOR_MIDDLE,
    .role = VIGIE_TEXT_VALUE,
    .strong = TRUE,
  };

  vigie_scene_builder_text (layout->builder, row->value_text, &spec, datum);
  if (layout->detail_width == 0)
    return;
  spec.x = right;
  spec.strong = FALSE;
  spec.role = VIGIE_TEXT_NOTE;
  spec.paint = VIGIE_PAINT_TEXT_MUTED;
  vigie_scene_builder_text (layout->builder, row->detail_text, &spec, datum);
}

static void
draw_row (const Layout *layout, guint index)
{
  const VigieDotRow *row = &layout->data->rows[index];
  const char *known = row->description != NULL ? row->description : row->value_text;
  gboolean unknown = isnan (row->value) && !row->hidden;
  VigieBox band = vigie_rows_band (&layout->rows, index);
  int datum = vigie_scene_builder_add_datum (
    layout->builder, &(VigieDatum) {
                       .label = row->label,
                       .value_text = unknown && row->description == NULL ? layout->data->not_measured_text : known,
                       .key = row->key,
                       .row = (int) index,
                     });

  if (index % layout->text_every == 0)
    vigie_rows_name (&layout->rows, layout->builder, index, row->label, datum);
  if (row->hidden)
    vigie_scene_builder_rect (layout->builder, &band, em (layout, 2),
                              &(VigieStyle) { .fill = VIGIE_PAINT_HIDDEN, .pattern = VIGIE_PATTERN_DOTS }, datum);
  else if (unknown)
    vigie_rows_not_measured (&layout->rows, layout->builder, index, &band, layout->data->not_measured_text, datum);
  else
    draw_marks (layout, row, &band, datum);
  if (index % layout->text_every == 0)
    draw_numbers (layout, row, &band, datum);
}

/* Layout */

static void
divide (Layout *layout)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double foot = vigie_axis_below_height (layout->builder, layout->data->axis_title);
  VigieLegendEntry entries[5] = { 0 };
  double longest_name = 0;
  double right;
  VigieBox room;

  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  measure_columns (layout, &longest_name);
  if (vigie_frame_is_narrow (frame))
    layout->detail_width = 0;
  right = layout->value_width + (layout->detail_width > 0 ? layout->detail_width + em (layout, COLUMN_GAP) : 0);
  layout->legend_height = vigie_legend_height (layout->builder, entries, fill_legend (layout, entries), frame->width);
  layout->header_height = layout->legend_height + em (layout, HEADER_GAP);
  if (any_referred (layout->data))
    layout->header_height += layout->note_line + em (layout, REFERENCE_GAP);
  room = vigie_rows_room (layout->builder, layout->header_height, foot);
  vigie_rows_init (&layout->rows, layout->builder, &room, (guint) layout->data->n_rows, longest_name, right);
  layout->text_every = (guint) ceil (vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_LABEL) * 0.9 /
                                     MAX (layout->rows.scale.step, 1));
  /* The disc at zero stays in the plot. */
  layout->scale =
    (VigieLinearScale) { 0, greatest_value (layout->data), layout->rows.plot.x + em (layout, DOT_SIZE / 2),
                         vigie_box_right (&layout->rows.plot) - em (layout, DOT_SIZE / 2) };
  layout->scale.range_max = MAX (layout->scale.range_max, layout->scale.range_min + 1);
  vigie_scene_builder_set_preferred_height (layout->builder,
                                            layout->header_height + layout->rows.preferred_height + foot);
}

/**
 * vigie_dot_plot_layout:
 * @data: what to show
 * @frame: the room there is; its format writes the values
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_dot_plot_layout (const VigieDotPlot *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  g_autoptr (GArray) ticks = NULL;
  Layout layout;
  guint n_shown;

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = vigie_scene_builder_new (frame);
  if (data->n_rows == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }

  layout = (Layout) { .data = data, .builder = builder };
  divide (&layout);
  n_shown = vigie_rows_fit (&layout.rows, builder, data->n_rows);
  if (n_shown < data->n_rows)
    {
      VigieFrame frame_of_fewer = vigie_rows_frame_of_fewer (builder);
      VigieDotPlot fewer = *data;

      fewer.n_rows = n_shown;
      return vigie_rows_and_more (builder, vigie_dot_plot_layout (&fewer, &frame_of_fewer), data->n_rows - n_shown);
    }

  ticks = vigie_axis_ticks_below (builder, &layout.scale, MAX_TICKS, 0);
  vigie_axis_below (builder, &layout.scale, ticks, &layout.rows.plot, data->axis_title);
  draw_header (&layout);
  draw_reference (&layout);
  for (guint i = 0; i < data->n_rows; i++)
    draw_row (&layout, i);

  return vigie_scene_builder_end (builder);
}
