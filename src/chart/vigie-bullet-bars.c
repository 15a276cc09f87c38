// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-bullet-bars.h"

#include <math.h>

#include "vigie-axis.h"
#include "vigie-label-placer.h"
#include "vigie-legend.h"
#include "vigie-rows.h"

/*
 *             Target 90 %
 *  Name  ░░▆▆▆▆▆▆▆▆◇▆▆▆░░┃░░   82 %   412 / 500
 *
 * The track shows the whole, its shades the bands. The bar is thinner than the track and the target's tick higher than
 * the bar, so that neither hides the other.
 */

#define HEADER_GAP 6.0
#define COLUMN_GAP 12.0
#define BAR_FILLING 0.5
#define TICK_FILLING 0.9
#define TICK_WIDTH 3.0
#define PREVIOUS_SIZE 8.0
#define MAX_TICKS 4
#define MAX_BANDS 2

typedef struct
{
  /* borrowed */
  const VigieBulletBars *data;
  VigieSceneBuilder *builder;

  VigieRows rows;
  VigieLinearScale scale;
  double line;
  double note_line;
  double value_width;
  double detail_width;
  double header_height;
  double legend_y;
  gboolean labels_on_marks;
} Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static VigieStyle
tick_style (const Layout *layout)
{
  return (VigieStyle) { .stroke = VIGIE_PAINT_TARGET, .stroke_width = em (layout, TICK_WIDTH) };
}

static VigieStyle
previous_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1.5) };
}

static void
measure_columns (Layout *layout, double *longest_name)
{
  for (gsize i = 0; i < layout->data->n_rows; i++)
    {
      const VigieBulletRow *row = &layout->data->rows[i];
      VigieSceneBuilder *builder = layout->builder;

      *longest_name =
        MAX (*longest_name, vigie_scene_builder_text_width (builder, row->label, VIGIE_TEXT_LABEL, FALSE));
      layout->value_width =
        MAX (layout->value_width, vigie_scene_builder_text_width (builder, row->value_text, VIGIE_TEXT_VALUE, TRUE));
      layout->detail_width =
        MAX (layout->detail_width, vigie_scene_builder_text_width (builder, row->detail_text, VIGIE_TEXT_VALUE, FALSE));
    }
}

/* Legend */

static gboolean
any_hidden (const VigieBulletBars *data)
{
  for (gsize i = 0; i < data->n_rows; i++)
    {
      if (data->rows[i].hidden)
        return TRUE;
    }

  return FALSE;
}

static const VigieBulletRow *
first_measured (const VigieBulletBars *data)
{
  const VigieBulletRow *row = &data->rows[0];

  return isnan (row->value) || row->hidden ? NULL : row;
}

static guint
fill_legend (const Layout *layout, VigieLegendEntry *entries)
{
  guint n = 0;

  if (!layout->labels_on_marks)
    {
      entries[n++] = (VigieLegendEntry) { .label = layout->data->target_label,
                                          .kind = VIGIE_LEGEND_TICK,
                                          .style = tick_style (layout) };
      entries[n++] = (VigieLegendEntry) { .label = layout->data->previous_label,
                                          .kind = VIGIE_LEGEND_SYMBOL,
                                          .symbol = VIGIE_SYMBOL_DIAMOND,
                                          .style = previous_style (layout) };
    }
  if (any_hidden (layout->data))
    entries[n++] = (VigieLegendEntry) {
      .label = layout->data->hidden_text,
      .style = { .fill = VIGIE_PAINT_HIDDEN, .pattern = VIGIE_PATTERN_DOTS },
    };

  return n;
}

/* The names of the target and the previous value over the first bar, from left to right; %FALSE without room. */
static gboolean
place_mark_labels (const Layout *layout, const char *labels[2], double middles[2], guint *n)
{
  const VigieBulletRow *row = first_measured (layout->data);
  double widths[2];
  double values[2] = { NAN, NAN };
  gboolean target_first;

  *n = 0;
  if (row == NULL || (layout->data->target_label != NULL && isnan (row->target)) ||
      (layout->data->previous_label != NULL && isnan (row->previous)))
    return FALSE;

  target_first = isnan (row->previous) || row->target <= row->previous;
  labels[0] = target_first ? layout->data->target_label : layout->data->previous_label;
  values[0] = target_first ? row->target : row->previous;
  labels[1] = target_first ? layout->data->previous_label : layout->data->target_label;
  values[1] = target_first ? row->previous : row->target;

  for (guint i = 0; i < 2; i++)
    {
      if (labels[i] == NULL)
        continue;

      labels[*n] = labels[i];
      widths[*n] = vigie_scene_builder_text_width (layout->builder, labels[i], VIGIE_TEXT_NOTE, FALSE);
      middles[*n] = vigie_linear_scale_map (&layout->scale, values[i]);
      (*n)++;
    }

  if (!vigie_spread (middles, widths, *n, layout->rows.plot.x, vigie_scene_builder_get_frame (layout->builder)->width,
                     em (layout, COLUMN_GAP)))
    return FALSE;

  for (guint i = 0; i < *n; i++)
    {
      double mark =
        vigie_linear_scale_map (&layout->scale, labels[i] == layout->data->target_label ? row->target : row->previous);

      if (fabs (middles[i] - mark) > widths[i] / 2 + em (layout, 4))
        return FALSE;
    }

  return TRUE;
}

static void
draw_header (const Layout *layout)
{
  VigieLegendEntry entries[3] = { 0 };
  guint n_entries = fill_legend (layout, entries);
  const char *labels[2];
  double middles[2];
  guint n;

  vigie_legend_draw (
    layout->builder, entries, n_entries,
    &(VigieBox) { 0, layout->legend_y, layout->rows.room.width, layout->rows.room.y - layout->legend_y });

  if (!layout->labels_on_marks || !place_mark_labels (layout, labels, middles, &n))
    return;

  for (guint i = 0; i < n; i++)
    vigie_scene_builder_text (layout->builder, labels[i],
                              &(VigieTextSpec) { .x = middles[i],
                                                 .y = layout->header_height - em (layout, 2),
                                                 .align = VIGIE_ALIGN_CENTER,
                                                 .anchor = VIGIE_ANCHOR_BOTTOM,
                                                 .role = VIGIE_TEXT_NOTE },
                              VIGIE_NO_DATUM);
}

/* Rows */

static void
draw_track (const Layout *layout, const VigieBox *band)
{
  double from = 0;

  for (gsize i = 0; i <= MIN (layout->data->n_bands, MAX_BANDS); i++)
    {
      gboolean last = i == MIN (layout->data->n_bands, MAX_BANDS);
      double to = last ? 1 : layout->data->bands[i];
      VigieBox box = *band;

      box.x = vigie_linear_scale_map (&layout->scale, from);
      box.width = vigie_linear_scale_map (&layout->scale, to) - box.x;
      vigie_scene_builder_rect (layout->builder, &box, 0,
                                &(VigieStyle) { .fill = last ? VIGIE_PAINT_BAND_3 : VIGIE_PAINT_BAND_1 + (int) i },
                                VIGIE_NO_DATUM);
      from = to;
    }
}

static void
draw_bar (const Layout *layout, const VigieBulletRow *row, const VigieBox *band, int datum)
{
  VigieBox bar = vigie_box_inset (band, 0, band->height * (1 - BAR_FILLING) / 2);

  bar.width = vigie_linear_scale_map (&layout->scale, row->value) - bar.x;
  vigie_scene_builder_rect (layout->builder, &bar, 0,
                            &(VigieStyle) { .fill = row->paint != VIGIE_PAINT_NONE ? row->paint : VIGIE_PAINT_BLUE },
                            datum);
}

static void
draw_markers (const Layout *layout, const VigieBulletRow *row, const VigieBox *band, int datum)
{
  double middle = vigie_box_middle_y (band);
  double half = band->height * TICK_FILLING / 2;

  if (!isnan (row->target))
    {
      double x = vigie_linear_scale_map (&layout->scale, row->target);
      VigieStyle style = tick_style (layout);
      VigieStyle seam = { .stroke = VIGIE_PAINT_BACKGROUND, .stroke_width = style.stroke_width + em (layout, 2) };

      vigie_scene_builder_line (layout->builder, x, middle - half, x, middle + half, &seam, datum);
      vigie_scene_builder_line (layout->builder, x, middle - half, x, middle + half, &style, datum);
    }

  if (!isnan (row->previous) && !row->hidden)
    {
      VigieStyle style = previous_style (layout);
      double size = MIN (em (layout, PREVIOUS_SIZE), band->height * 0.6);

      vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_DIAMOND,
                                  vigie_linear_scale_map (&layout->scale, row->previous), middle, size, &style, datum);
    }
}

static void
draw_numbers (const Layout *layout, const VigieBulletRow *row, const VigieBox *band, int datum)
{
  double right = vigie_box_right (&layout->rows.room);
  double value_right = right - (layout->detail_width > 0 ? layout->detail_width + em (layout, COLUMN_GAP) : 0);
  VigieTextSpec spec = {
    .x = value_right,
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
  spec.paint = VIGIE_PAINT_TEXT_MUTED;
  vigie_scene_builder_text (layout->builder, row->detail_text, &spec, datum);
}

static void
draw_row (const Layout *layout, gsize index)
{
  const VigieBulletRow *row = &layout->data->rows[index];
  const char *known = row->description != NULL ? row->description : row->value_text;
  gboolean unknown = isnan (row->value) && !row->hidden;
  VigieBox band = vigie_rows_band (&layout->rows, (guint) index);
  int datum = vigie_scene_builder_add_datum (
    layout->builder, &(VigieDatum) {
                       .label = row->label,
                       .value_text = unknown && row->description == NULL ? layout->data->not_measured_text : known,
                       .key = row->key,
                       .row = (int) index,
                     });

  vigie_rows_name (&layout->rows, layout->builder, (guint) index, row->label, datum);
  if (row->hidden)
    {
      vigie_scene_builder_rect (layout->builder, &band, em (layout, 2),
                                &(VigieStyle) { .fill = VIGIE_PAINT_HIDDEN, .pattern = VIGIE_PATTERN_DOTS }, datum);
    }
  else if (unknown)
    {
      vigie_rows_not_measured (&layout->rows, layout->builder, (guint) index, &band, layout->data->not_measured_text,
                               datum);
    }
  else
    {
      draw_track (layout, &band);
      draw_bar (layout, row, &band, datum);
      draw_markers (layout, row, &band, datum);
    }
  draw_numbers (layout, row, &band, datum);
}

/* Layout */

/* Whether the legend has room over the names of the rows, left of the labels of the marks. */
static gboolean
legend_fits_beside (const Layout *layout, const VigieLegendEntry *entries, guint n_entries, double longest_name)
{
  double width = MIN (longest_name, vigie_scene_builder_get_frame (layout->builder)->width / 3);
  double needed = 0;

  for (guint i = 0; i < n_entries; i++)
    needed += vigie_legend_entry_width (layout->builder, &entries[i]);

  return needed <= width;
}

static void
divide (Layout *layout)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double foot = vigie_axis_below_height (layout->builder, NULL);
  double longest_name = 0;
  double right;
  VigieBox room;

  layout->line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_LABEL);
  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  measure_columns (layout, &longest_name);
  if (vigie_frame_is_narrow (frame) && layout->detail_width > frame->width * 0.2)
    layout->detail_width = 0;
  right = layout->value_width + (layout->detail_width > 0 ? layout->detail_width + em (layout, COLUMN_GAP) : 0);

  /* First with the labels over the marks; where they find no room there, with a legend. */
  for (int pass = 0; pass < 2; pass++)
    {
      VigieLegendEntry entries[3] = { 0 };
      const char *labels[2];
      double middles[2];
      guint n_entries, n;
      double legend;

      layout->labels_on_marks = pass == 0 && !vigie_frame_is_narrow (frame);
      n_entries = fill_legend (layout, entries);
      legend = vigie_legend_height (layout->builder, entries, n_entries, frame->width);
      layout->legend_y = 0;
      layout->header_height = layout->labels_on_marks ? layout->note_line + em (layout, HEADER_GAP) : 0;
      if (!layout->labels_on_marks || !legend_fits_beside (layout, entries, n_entries, longest_name))
        layout->header_height += legend > 0 ? legend + em (layout, HEADER_GAP) : 0;
      else
        layout->legend_y = layout->header_height - layout->note_line - em (layout, 2);
      room = vigie_rows_room (layout->builder, layout->header_height, foot);
      vigie_rows_init (&layout->rows, layout->builder, &room, (guint) layout->data->n_rows, longest_name, right);
      layout->scale = (VigieLinearScale) { 0, 1, layout->rows.plot.x, vigie_box_right (&layout->rows.plot) };
      if (layout->labels_on_marks && place_mark_labels (layout, labels, middles, &n))
        break;
    }

  vigie_scene_builder_set_preferred_height (layout->builder,
                                            layout->header_height + layout->rows.preferred_height + foot);
}

/**
 * vigie_bullet_bars_layout:
 * @data: what to show
 * @frame: the room there is; its format writes shares, 0 to 1
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_bullet_bars_layout (const VigieBulletBars *data, const VigieFrame *frame)
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
      VigieBulletBars fewer = *data;

      fewer.n_rows = n_shown;
      return vigie_rows_and_more (builder, vigie_bullet_bars_layout (&fewer, &frame_of_fewer), data->n_rows - n_shown);
    }

  ticks = vigie_axis_ticks_below (builder, &layout.scale, MAX_TICKS, 0);
  vigie_axis_below (builder, &layout.scale, ticks, &layout.rows.plot, NULL);
  draw_header (&layout);
  for (gsize i = 0; i < data->n_rows; i++)
    draw_row (&layout, i);

  return vigie_scene_builder_end (builder);
}
