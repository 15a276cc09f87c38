// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-dumbbell.h"

#include <math.h>

#include "vigie-axis.h"
#include "vigie-label-placer.h"
#include "vigie-legend.h"
#include "vigie-rows.h"

/*
 *               Our staff        Hub France IA
 *  Name   ─────├───●───┤─────────────◆─────────    −5 pts   n = 212
 *
 * Ours is a disc with its interval, theirs a diamond: two shapes, so that the colours may fail. The rod between them is
 * the difference. A ring is ours on an earlier day.
 */

#define HEADER_GAP 6.0
#define COLUMN_GAP 14.0
#define MARK_SIZE 11.0
#define ROD_WIDTH 4.0
#define WHISKER_WIDTH 1.5
#define CHIP_PADDING 4.0
#define MAX_TICKS 5
#define NOTE_LINES 4

typedef struct
{
  /* borrowed */
  const VigieDumbbell *data;
  VigieSceneBuilder *builder;

  VigieRows rows;
  VigieLinearScale scale;
  double note_line;
  double text_width;
  double delta_width;
  double n_width;
  double right_width;
  double header_height;
  double note_height;
  gboolean has_note;
  gboolean labels_on_marks;
} Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static const VigieStyle local_style = { .fill = VIGIE_PAINT_BLUE };

static VigieStyle
benchmark_style (const Layout *layout)
{
  return (
    VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_BENCHMARK, .stroke_width = em (layout, 2) };
}

static VigieStyle
previous_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1.5) };
}

static gboolean
has_previous (const VigieDumbbell *data, const VigieDumbbellRow *row)
{
  return data->previous_label != NULL && !row->hidden && !isnan (row->previous);
}

static void
measure_columns (Layout *layout, double *longest_name)
{
  for (gsize i = 0; i < layout->data->n_rows; i++)
    {
      const VigieDumbbellRow *row = &layout->data->rows[i];
      VigieSceneBuilder *builder = layout->builder;

      *longest_name =
        MAX (*longest_name, vigie_scene_builder_text_width (builder, row->label, VIGIE_TEXT_LABEL, FALSE));
      layout->text_width =
        MAX (layout->text_width, vigie_scene_builder_text_width (builder, row->local_text, VIGIE_TEXT_VALUE, TRUE));
      layout->text_width = MAX (layout->text_width,
                                vigie_scene_builder_text_width (builder, row->benchmark_text, VIGIE_TEXT_VALUE, FALSE));
      layout->delta_width =
        MAX (layout->delta_width, vigie_scene_builder_text_width (builder, row->delta_text, VIGIE_TEXT_VALUE, TRUE));
      layout->n_width =
        MAX (layout->n_width, vigie_scene_builder_text_width (builder, row->n_text, VIGIE_TEXT_NOTE, FALSE));
    }
}

static double
greatest_value (const VigieDumbbell *data)
{
  double greatest = 0;

  for (gsize i = 0; i < data->n_rows; i++)
    {
      const VigieDumbbellRow *row = &data->rows[i];

      greatest = fmax (fmax (greatest, fmax (row->local, row->high)), row->benchmark);
      if (has_previous (data, row))
        greatest = fmax (greatest, row->previous);
    }

  return greatest > 0 ? MIN (vigie_nice_ceiling (greatest, MAX_TICKS), 1) : 1;
}

/* Legend */

static gboolean
place_mark_labels (const Layout *layout, const char *labels[2], double middles[2])
{
  const VigieDumbbellRow *row = &layout->data->rows[0];
  gboolean local_first = row->local <= row->benchmark;
  double marks[2], widths[2];

  if (isnan (row->local) || isnan (row->benchmark) || row->hidden || layout->data->previous_label != NULL)
    return FALSE;

  labels[0] = local_first ? layout->data->local_label : layout->data->benchmark_label;
  labels[1] = local_first ? layout->data->benchmark_label : layout->data->local_label;
  marks[0] = vigie_linear_scale_map (&layout->scale, MIN (row->local, row->benchmark));
  marks[1] = vigie_linear_scale_map (&layout->scale, MAX (row->local, row->benchmark));

  for (guint i = 0; i < 2; i++)
    {
      widths[i] = vigie_scene_builder_text_width (layout->builder, labels[i], VIGIE_TEXT_NOTE, FALSE);
      middles[i] = marks[i];
    }

  if (!vigie_spread (middles, widths, 2, layout->rows.plot.x, vigie_box_right (&layout->rows.room),
                     em (layout, COLUMN_GAP)))
    return FALSE;

  return fabs (middles[0] - marks[0]) <= widths[0] / 2 && fabs (middles[1] - marks[1]) <= widths[1] / 2;
}

static guint
fill_legend (const Layout *layout, VigieLegendEntry *entries)
{
  if (layout->labels_on_marks)
    return 0;

  entries[0] = (VigieLegendEntry) {
    .label = layout->data->local_label, .kind = VIGIE_LEGEND_SYMBOL, .symbol = VIGIE_SYMBOL_CIRCLE, .style = local_style
  };
  entries[1] = (VigieLegendEntry) { .label = layout->data->benchmark_label,
                                    .kind = VIGIE_LEGEND_SYMBOL,
                                    .symbol = VIGIE_SYMBOL_DIAMOND,
                                    .style = benchmark_style (layout) };
  entries[2] = (VigieLegendEntry) { .label = layout->data->previous_label,
                                    .kind = VIGIE_LEGEND_SYMBOL,
                                    .symbol = VIGIE_SYMBOL_CIRCLE,
                                    .style = previous_style (layout) };

  return 3;
}

static void
draw_header (const Layout *layout)
{
  VigieLegendEntry entries[3] = { 0 };
  guint n_entries = fill_legend (layout, entries);
  const char *labels[2];
  double middles[2];

  vigie_legend_draw (layout->builder, entries, n_entries,
                     &(VigieBox) { 0, 0, layout->rows.room.width, layout->rows.room.y });

  if (!layout->labels_on_marks || !place_mark_labels (layout, labels, middles))
    return;

  for (guint i = 0; i < 2; i++)
    vigie_scene_builder_text (layout->builder, labels[i],
                              &(VigieTextSpec) { .x = middles[i],
                                                 .y = layout->header_height - em (layout, 1),
                                                 .align = VIGIE_ALIGN_CENTER,
                                                 .anchor = VIGIE_ANCHOR_BOTTOM,
                                                 .role = VIGIE_TEXT_NOTE,
                                                 .strong = labels[i] == layout->data->local_label },
                              VIGIE_NO_DATUM);
}

static VigieTextSpec
note_spec (const Layout *layout)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);

  return (VigieTextSpec) {
    .y = frame->height,
    .anchor = VIGIE_ANCHOR_BOTTOM,
    .role = VIGIE_TEXT_NOTE,
    .paint = VIGIE_PAINT_TEXT_MUTED,
    .width = frame->width,
    .max_lines = NOTE_LINES,
  };
}

/* Rows */

static void
draw_whisker (const Layout *layout, const VigieDumbbellRow *row, double y, int datum)
{
  double low = vigie_linear_scale_map (&layout->scale, row->low);
  double high = vigie_linear_scale_map (&layout->scale, row->high);
  double half = em (layout, MARK_SIZE) * 0.45;
  VigieStyle style = { .stroke = VIGIE_PAINT_BLUE_EDGE, .stroke_width = em (layout, WHISKER_WIDTH) };

  if (isnan (low) || isnan (high))
    return;

  vigie_scene_builder_line (layout->builder, low, y, high, y, &style, datum);
  vigie_scene_builder_line (layout->builder, low, y - half, low, y + half, &style, datum);
  vigie_scene_builder_line (layout->builder, high, y - half, high, y + half, &style, datum);
}

static void
draw_marks (const Layout *layout, const VigieDumbbellRow *row, double y, int datum)
{
  double size = MIN (em (layout, MARK_SIZE), MAX (layout->rows.scale.step * 0.6, 2));
  double local = vigie_linear_scale_map (&layout->scale, row->local);
  double benchmark = vigie_linear_scale_map (&layout->scale, row->benchmark);
  VigieStyle theirs = benchmark_style (layout);
  VigieStyle ours = local_style;

  ours.stroke = VIGIE_PAINT_BACKGROUND;
  ours.stroke_width = em (layout, 1);

  if (!isnan (local) && !isnan (benchmark))
    vigie_scene_builder_line (layout->builder, local, y, benchmark, y,
                              &(VigieStyle) { .stroke = VIGIE_PAINT_BAND_1, .stroke_width = em (layout, ROD_WIDTH) },
                              datum);
  draw_whisker (layout, row, y, datum);
  if (!isnan (benchmark))
    vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_DIAMOND, benchmark, y, size * 0.85, &theirs, datum);
  if (!isnan (local))
    vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_CIRCLE, local, y, size, &ours, datum);
  if (has_previous (layout->data, row))
    {
      VigieStyle then = previous_style (layout);

      vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_CIRCLE,
                                  vigie_linear_scale_map (&layout->scale, row->previous), y, size * 0.6, &then, datum);
    }
}

/* Each number stands on the outer side of its mark, where the other mark and the interval are not. */
static void
draw_mark_texts (const Layout *layout, const VigieDumbbellRow *row, double y, int datum)
{
  gboolean local_right = isnan (row->benchmark) || row->local >= row->benchmark;
  double gap = em (layout, MARK_SIZE * 0.5 + 5);
  double local_end = local_right ? fmax (row->local, row->high) : fmin (row->local, row->low);
  double benchmark_end = local_right ? fmin (row->benchmark, row->low) : fmax (row->benchmark, row->high);
  VigieTextSpec spec = { .y = y, .anchor = VIGIE_ANCHOR_MIDDLE, .role = VIGIE_TEXT_VALUE };

  if (!isnan (row->local))
    {
      spec.x = vigie_linear_scale_map (&layout->scale, local_end) + (local_right ? gap : -gap);
      spec.align = local_right ? VIGIE_ALIGN_START : VIGIE_ALIGN_END;
      spec.strong = TRUE;
      if (spec.x - em (layout, 30) > layout->rows.plot.x || local_right)
        vigie_scene_builder_text (layout->builder, row->local_text, &spec, datum);
    }

  if (!isnan (row->benchmark))
    {
      spec.x = vigie_linear_scale_map (&layout->scale, benchmark_end) + (local_right ? -gap : gap);
      spec.align = local_right ? VIGIE_ALIGN_END : VIGIE_ALIGN_START;
      spec.strong = FALSE;
      spec.paint = VIGIE_PAINT_TEXT_MUTED;
      if (spec.x - em (layout, 30) > layout->rows.plot.x || !local_right)
        vigie_scene_builder_text (layout->builder, row->benchmark_text, &spec, datum);
    }
}

static void
draw_numbers (const Layout *layout, const VigieDumbbellRow *row, double y, int datum)
{
  double right = vigie_box_right (&layout->rows.room);
  double delta_right = right - (layout->n_width > 0 ? layout->n_width + em (layout, COLUMN_GAP) : 0);
  VigieTextSpec spec = { .x = delta_right,
                         .y = y,
                         .align = VIGIE_ALIGN_END,
                         .anchor = VIGIE_ANCHOR_MIDDLE,
                         .role = VIGIE_TEXT_VALUE,
                         .strong = TRUE };

  vigie_scene_builder_text (layout->builder, row->delta_text, &spec, datum);
  if (layout->n_width == 0)
    return;

  spec.x = right;
  spec.strong = FALSE;
  spec.role = VIGIE_TEXT_NOTE;
  spec.paint = VIGIE_PAINT_TEXT_MUTED;
  vigie_scene_builder_text (layout->builder, row->n_text, &spec, datum);
}

/* An estimate that is not measured, or hidden, is a chip among the numbers: along the axis it would seem a value. */
static void
draw_missing (const Layout *layout, const VigieDumbbellRow *row, guint index, int datum)
{
  VigieBox chip = vigie_rows_band (&layout->rows, index);
  const char *text = row->hidden ? layout->data->hidden_text : layout->data->not_measured_text;
  VigieStyle style = { .fill = row->hidden ? VIGIE_PAINT_HIDDEN : VIGIE_PAINT_NOT_MEASURED,
                       .pattern = row->hidden ? VIGIE_PATTERN_DOTS : VIGIE_PATTERN_HATCH };
  double height = MIN (chip.height, layout->note_line + em (layout, CHIP_PADDING));

  chip = (VigieBox) { vigie_box_right (&layout->rows.room) - layout->right_width,
                      vigie_box_middle_y (&chip) - height / 2, layout->right_width, height };
  vigie_scene_builder_rect (layout->builder, &chip, em (layout, 2), &style, datum);
  vigie_scene_builder_text (layout->builder, text,
                            &(VigieTextSpec) { .x = vigie_box_middle_x (&chip),
                                               .y = vigie_box_middle_y (&chip),
                                               .align = VIGIE_ALIGN_CENTER,
                                               .anchor = VIGIE_ANCHOR_MIDDLE,
                                               .role = VIGIE_TEXT_NOTE,
                                               .width = MAX (chip.width - em (layout, 2 * CHIP_PADDING), 1),
                                               .plate = TRUE },
                            datum);
}

static double
widest_missing (const Layout *layout)
{
  double widest = 0;

  for (gsize i = 0; i < layout->data->n_rows; i++)
    {
      const VigieDumbbellRow *row = &layout->data->rows[i];
      const char *text = row->hidden ? layout->data->hidden_text : layout->data->not_measured_text;

      if (row->hidden || isnan (row->local))
        widest = MAX (widest, vigie_scene_builder_text_width (layout->builder, text, VIGIE_TEXT_NOTE, FALSE) +
                                em (layout, 4 * CHIP_PADDING));
    }

  return widest;
}

static void
draw_row (const Layout *layout, guint index)
{
  VigieDumbbellRow row = layout->data->rows[index];
  const char *known = row.description != NULL ? row.description : row.local_text;
  gboolean missing = isnan (row.local) || row.hidden;
  VigieBox band = vigie_rows_band (&layout->rows, index);
  double y = vigie_box_middle_y (&band);
  int datum = vigie_scene_builder_add_datum (
    layout->builder,
    &(VigieDatum) {
      .label = row.label,
      .value_text =
        missing && known == NULL ? (row.hidden ? layout->data->hidden_text : layout->data->not_measured_text) : known,
      .key = row.key,
      .row = (int) index,
    });

  vigie_rows_name (&layout->rows, layout->builder, index, row.label, datum);
  if (missing)
    {
      draw_missing (layout, &row, index, datum);
      row.local = row.low = row.high = NAN;
    }
  draw_marks (layout, &row, y, datum);
  draw_mark_texts (layout, &row, y, datum);
  if (!missing)
    draw_numbers (layout, &row, y, datum);
}

/* Layout */

static void
divide (Layout *layout)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double longest_name = 0;
  double margin, foot;
  VigieBox room;

  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  measure_columns (layout, &longest_name);
  if (vigie_frame_is_narrow (frame) && layout->n_width > frame->width * 0.2)
    layout->n_width = 0;
  layout->right_width = layout->delta_width + (layout->n_width > 0 ? layout->n_width + em (layout, COLUMN_GAP) : 0);
  layout->right_width = MIN (MAX (layout->right_width, widest_missing (layout)), frame->width * 0.4);
  margin = MIN (layout->text_width + em (layout, MARK_SIZE), frame->width * 0.12);

  if (layout->data->note != NULL)
    {
      VigieTextSpec spec = note_spec (layout);

      layout->note_height =
        vigie_scene_builder_text_box (layout->builder, layout->data->note, &spec).height + em (layout, HEADER_GAP);
    }
  foot = vigie_axis_below_height (layout->builder, layout->data->axis_title) + layout->note_height;
  layout->has_note = foot <= frame->height * VIGIE_FOOTER_SHARE;

  for (int pass = 0; pass < 2; pass++)
    {
      VigieLegendEntry entries[3] = { 0 };
      const char *labels[2];
      double middles[2];
      guint n_entries;

      layout->labels_on_marks = pass == 0;
      n_entries = fill_legend (layout, entries);
      layout->header_height =
        (pass == 0 ? layout->note_line : vigie_legend_height (layout->builder, entries, n_entries, frame->width)) +
        em (layout, HEADER_GAP);
      room = vigie_rows_room (layout->builder, layout->header_height, foot);
      vigie_rows_init (&layout->rows, layout->builder, &room, (guint) layout->data->n_rows, longest_name,
                       layout->right_width);
      /* The numbers of the marks at either end stay in the plot. */
      layout->scale =
        (VigieLinearScale) { 0, greatest_value (layout->data), layout->rows.plot.x + em (layout, MARK_SIZE / 2),
                             vigie_box_right (&layout->rows.plot) - margin };
      layout->scale.range_max = MAX (layout->scale.range_max, layout->scale.range_min + 1);
      if (pass == 0 && place_mark_labels (layout, labels, middles))
        break;
    }

  vigie_scene_builder_set_preferred_height (layout->builder,
                                            layout->header_height + layout->rows.preferred_height + foot);
}

/**
 * vigie_dumbbell_layout:
 * @data: what to show
 * @frame: the room there is; its format writes shares, 0 to 1
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_dumbbell_layout (const VigieDumbbell *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  g_autoptr (GArray) ticks = NULL;
  VigieTextSpec note;
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
      VigieDumbbell fewer = *data;

      fewer.n_rows = n_shown;
      return vigie_rows_and_more (builder, vigie_dumbbell_layout (&fewer, &frame_of_fewer), data->n_rows - n_shown);
    }

  ticks = vigie_axis_ticks_below (builder, &layout.scale, MAX_TICKS, 0);
  vigie_axis_below (builder, &layout.scale, ticks, &layout.rows.plot, data->axis_title);
  draw_header (&layout);
  for (guint i = 0; i < data->n_rows; i++)
    draw_row (&layout, i);
  note = note_spec (&layout);
  if (layout.has_note)
    vigie_scene_builder_text (builder, data->note, &note, VIGIE_NO_DATUM);

  return vigie_scene_builder_end (builder);
}
