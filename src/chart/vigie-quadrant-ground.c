// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include <math.h>

#include "vigie-axis.h"
#include "vigie-legend.h"
#include "vigie-quadrant-private.h"

/* What the bubbles of a quadrant chart stand on: axes, thresholds, the names of the quadrants, the strips. */

#define HEADER_GAP 8.0
#define STRIP_GAP 8.0
#define STRIP_PADDING 5.0
#define STRIP_WIDTH 190.0
#define STRIP_SHARE 0.16
#define STRIP_HEIGHT_SHARE 0.16
#define MAX_TICKS 5
#define MAX_LEGEND 12
#define PREFERRED_RATIO 0.66
#define PREFERRED_LEAST 380.0

static double
em (const VigieQuadrantLayout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

/* Dividing */

static guint
fill_legend (const VigieQuadrantLayout *layout, VigieLegendEntry *entries)
{
  const VigieQuadrant *data = layout->data;
  guint n = 0;

  for (gsize i = 0; i < data->n_series && n < MAX_LEGEND; i++)
    entries[n++] = (VigieLegendEntry) {
      .label = data->series[i].label,
      .kind = VIGIE_LEGEND_SYMBOL,
      .symbol = data->series[i].symbol,
      .style = { .fill = data->series[i].paint,
                 .pattern = data->series[i].pattern,
                 .stroke = vigie_paint_edge (data->series[i].paint),
                 .stroke_width = em (layout, 1) },
    };

  for (gsize i = 0; i < data->n_sizes && n < MAX_LEGEND; i++)
    entries[n++] = (VigieLegendEntry) {
      .label = data->sizes[i].label,
      .kind = VIGIE_LEGEND_SYMBOL,
      .symbol = VIGIE_SYMBOL_CIRCLE,
      .size = 2 * vigie_bubble_radius (data->sizes[i].size, layout->most, layout->largest, em (layout, 2)),
      .style = { .stroke = VIGIE_PAINT_AXIS, .stroke_width = em (layout, 1) },
    };

  if (data->previous_label != NULL && n < MAX_LEGEND)
    entries[n++] = (VigieLegendEntry) {
      .label = data->previous_label,
      .kind = VIGIE_LEGEND_SYMBOL,
      .symbol = VIGIE_SYMBOL_CIRCLE,
      .style = { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT_MUTED, .stroke_width = em (layout, 1.5) },
    };

  return n;
}

static void
measure_items (VigieQuadrantLayout *layout)
{
  const VigieQuadrant *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  g_autofree double *sizes = g_new (double, data->n_items);

  for (gsize i = 0; i < data->n_items; i++)
    {
      sizes[i] = data->items[i].size;
      layout->most = fmax (layout->most, sizes[i]);
      layout->has_left_strip |= isnan (data->items[i].x);
      layout->has_bottom_strip |= isnan (data->items[i].y);
    }

  layout->most = layout->most > 0 ? layout->most : 1;
  layout->largest = vigie_bubbles_largest (sizes, data->n_items, layout->most, frame->width * 0.8, frame->height * 0.6);
}

static double
strip_thickness (const VigieQuadrantLayout *layout)
{
  return layout->note_line + 2 * layout->largest + em (layout, 3 * STRIP_PADDING);
}

static void
set_scales (VigieQuadrantLayout *layout)
{
  const VigieBox *plot = &layout->plot;
  double side = MIN (layout->largest * 1.3 + em (layout, 2), plot->width * 0.2);
  double names = MIN (side + layout->note_line + em (layout, STRIP_PADDING), plot->height * 0.25);

  layout->x = (VigieLinearScale) { 0, 1, plot->x + side, vigie_box_right (plot) - side };
  layout->y = (VigieLinearScale) { 0, 1, vigie_box_bottom (plot) - names, plot->y + names };
}

/**
 * vigie_quadrant_divide:
 * @layout: with its data and builder
 *
 * Finds where everything goes.
 */
void
vigie_quadrant_divide (VigieQuadrantLayout *layout)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  g_autoptr (GArray) ticks = vigie_ticks (0, 1, MAX_TICKS, 0);
  VigieLegendEntry entries[MAX_LEGEND] = { 0 };
  double axis_width = MIN (vigie_axis_beside_width (layout->builder, ticks), frame->width * 0.2);
  double axis_height =
    MIN (vigie_axis_below_height (layout->builder, layout->data->x_title), frame->height * VIGIE_FOOTER_SHARE);
  double strip, left_strip, gap, top, left;

  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  measure_items (layout);
  layout->legend_height = vigie_legend_height (layout->builder, entries, fill_legend (layout, entries), frame->width);
  layout->legend_height = MIN (layout->legend_height, frame->height * VIGIE_LEGEND_SHARE);
  layout->title_lines = vigie_frame_is_narrow (frame) && layout->data->x_threshold_label != NULL ? 2 : 1;

  strip = strip_thickness (layout);
  gap = em (layout, STRIP_GAP);
  top = layout->legend_height + em (layout, HEADER_GAP) + layout->title_lines * layout->note_line + em (layout, 4);
  top = MIN (top, frame->height * VIGIE_HEADER_SHARE);
  /* Wide enough for names beside the bubbles, where there is so much width. */
  left_strip = MAX (strip, MIN (em (layout, STRIP_WIDTH), frame->width * STRIP_SHARE));
  left = axis_width + (layout->has_left_strip ? MIN (left_strip, frame->width * 0.25) + gap : 0);

  layout->plot.x = left;
  layout->plot.y = top;
  layout->plot.width = MAX (frame->width - left - em (layout, 1), 1);
  layout->plot.height = frame->height - top - axis_height -
                        (layout->has_bottom_strip ? MIN (strip, frame->height * STRIP_HEIGHT_SHARE) + gap : 0);
  layout->plot.height = MAX (layout->plot.height, 1);

  layout->left_strip = (VigieBox) { axis_width, top, MAX (left - axis_width - gap, 0), layout->plot.height };
  if (layout->has_bottom_strip)
    layout->bottom_strip = (VigieBox) { left, vigie_box_bottom (&layout->plot) + gap, layout->plot.width,
                                        MIN (strip, frame->height * STRIP_HEIGHT_SHARE) };
  else
    layout->bottom_strip = (VigieBox) { left, vigie_box_bottom (&layout->plot), layout->plot.width, 0 };
  layout->corner =
    (VigieBox) { layout->left_strip.x, layout->bottom_strip.y, layout->left_strip.width, layout->bottom_strip.height };
  set_scales (layout);

  vigie_scene_builder_set_preferred_height (layout->builder,
                                            MAX (frame->width * PREFERRED_RATIO, em (layout, PREFERRED_LEAST)));
}

/* Drawing */

static void
draw_legend (const VigieQuadrantLayout *layout)
{
  VigieLegendEntry entries[MAX_LEGEND] = { 0 };
  guint n = fill_legend (layout, entries);

  vigie_legend_draw (
    layout->builder, entries, n,
    &(VigieBox) { 0, 0, vigie_scene_builder_get_frame (layout->builder)->width, layout->legend_height });
}

static void
draw_panels (const VigieQuadrantLayout *layout)
{
  double x = vigie_linear_scale_map (&layout->x, layout->data->x_threshold);
  double y = vigie_linear_scale_map (&layout->y, layout->data->y_threshold);
  VigieBox trusted = { x, layout->plot.y, vigie_box_right (&layout->plot) - x, y - layout->plot.y };

  vigie_scene_builder_rect (layout->builder, &trusted, 0, &(VigieStyle) { .fill = VIGIE_PAINT_PANEL }, VIGIE_NO_DATUM);
}

static void
draw_axes (const VigieQuadrantLayout *layout)
{
  g_autoptr (GArray) across = vigie_axis_ticks_below (layout->builder, &layout->x, MAX_TICKS, 0);
  g_autoptr (GArray) upwards = vigie_ticks (0, 1, MAX_TICKS, 0);
  VigieBox below = layout->plot;
  VigieBox beside = layout->plot;

  /* The numbers stand outside of the strips, the lines in the plot only. */
  below.height = vigie_box_bottom (&layout->bottom_strip) - below.y;
  beside.x = layout->has_left_strip ? layout->left_strip.x : layout->plot.x;
  beside.width = vigie_box_right (&layout->plot) - beside.x;

  vigie_axis_below (layout->builder, &layout->x, across, &below, layout->data->x_title);
  vigie_axis_beside (layout->builder, &layout->y, upwards, &beside);
  vigie_scene_builder_rect (layout->builder, &layout->plot, 0,
                            &(VigieStyle) { .stroke = VIGIE_PAINT_GRID, .stroke_width = em (layout, 1) },
                            VIGIE_NO_DATUM);
}

static void
draw_strip (const VigieQuadrantLayout *layout, const VigieBox *strip, const char *name, gboolean upright)
{
  double padding = em (layout, STRIP_PADDING);

  vigie_scene_builder_rect (layout->builder, strip, em (layout, 4),
                            &(VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND,
                                            .stroke = VIGIE_PAINT_NOT_MEASURED,
                                            .stroke_width = em (layout, 1),
                                            .dash = VIGIE_DASH_DASHED },
                            VIGIE_NO_DATUM);
  vigie_scene_builder_text (layout->builder, name,
                            &(VigieTextSpec) {
                              .x = strip->x + padding,
                              .y = upright ? vigie_box_bottom (strip) - padding : strip->y + padding,
                              .anchor = upright ? VIGIE_ANCHOR_BOTTOM : VIGIE_ANCHOR_TOP,
                              .role = VIGIE_TEXT_NOTE,
                              .paint = VIGIE_PAINT_TEXT_MUTED,
                              .width = MAX ((upright ? strip->height : strip->width) - 2 * padding, 1),
                              .vertical = upright,
                            },
                            VIGIE_NO_DATUM);
}

static void
draw_strips (const VigieQuadrantLayout *layout)
{
  if (layout->has_left_strip)
    draw_strip (layout, &layout->left_strip, layout->data->x_not_measured_text, TRUE);
  if (layout->has_bottom_strip)
    draw_strip (layout, &layout->bottom_strip, layout->data->y_not_measured_text, FALSE);
  if (layout->has_left_strip && layout->has_bottom_strip)
    draw_strip (layout, &layout->corner, NULL, FALSE);
}

static void
draw_thresholds (const VigieQuadrantLayout *layout)
{
  const VigieQuadrant *data = layout->data;
  double x = vigie_linear_scale_map (&layout->x, data->x_threshold);
  double y = vigie_linear_scale_map (&layout->y, data->y_threshold);
  VigieStyle style = { .stroke = VIGIE_PAINT_TARGET, .stroke_width = em (layout, 1.5), .dash = VIGIE_DASH_DOTTED };

  vigie_scene_builder_line (layout->builder, x, layout->plot.y, x, vigie_box_bottom (&layout->plot), &style,
                            VIGIE_NO_DATUM);
  vigie_scene_builder_line (layout->builder, layout->plot.x, y, vigie_box_right (&layout->plot), y, &style,
                            VIGIE_NO_DATUM);
}

/**
 * vigie_quadrant_get_thresholds:
 * @layout: divided
 * @boxes: (out): where the lines of the thresholds are
 */
void
vigie_quadrant_get_thresholds (const VigieQuadrantLayout *layout, VigieBox boxes[2])
{
  double x = vigie_linear_scale_map (&layout->x, layout->data->x_threshold);
  double y = vigie_linear_scale_map (&layout->y, layout->data->y_threshold);
  double width = em (layout, 2);

  boxes[0] = (VigieBox) { x - width / 2, layout->plot.y, width, layout->plot.height };
  boxes[1] = (VigieBox) { layout->plot.x, y - width / 2, layout->plot.width, width };
}

/**
 * vigie_quadrant_draw_threshold_labels:
 * @layout: divided
 *
 * Writes what the thresholds are, over the bubbles that may be there.
 */
void
vigie_quadrant_draw_threshold_labels (const VigieQuadrantLayout *layout)
{
  const VigieQuadrant *data = layout->data;

  vigie_scene_builder_text (layout->builder, data->x_threshold_label,
                            &(VigieTextSpec) { .x = vigie_linear_scale_map (&layout->x, data->x_threshold),
                                               .y = layout->plot.y - em (layout, 3),
                                               .align = VIGIE_ALIGN_CENTER,
                                               .anchor = VIGIE_ANCHOR_BOTTOM,
                                               .role = VIGIE_TEXT_NOTE },
                            VIGIE_NO_DATUM);
  vigie_scene_builder_text (
    layout->builder, data->y_threshold_label,
    &(VigieTextSpec) { .x = layout->plot.x + em (layout, STRIP_PADDING),
                       .y = vigie_linear_scale_map (&layout->y, data->y_threshold) - em (layout, 2),
                       .anchor = VIGIE_ANCHOR_BOTTOM,
                       .role = VIGIE_TEXT_NOTE,
                       .plate = TRUE },
    VIGIE_NO_DATUM);
}

/* Whether a name at the right reaches over the line of the threshold. */
static gboolean
reaches_over_threshold (const VigieQuadrantLayout *layout, double width)
{
  double room = vigie_box_right (&layout->plot) - vigie_linear_scale_map (&layout->x, layout->data->x_threshold);

  return width + em (layout, 2 * STRIP_PADDING) > room;
}

/* The two names at the top or at the bottom: the right one may reach over the threshold, the left one has the rest. */
static void
draw_names (const VigieQuadrantLayout *layout, const char *left, const char *right, gboolean top)
{
  double padding = em (layout, STRIP_PADDING);
  double room = layout->plot.width - 2 * padding;
  double needed = vigie_scene_builder_text_width (layout->builder, right, VIGIE_TEXT_NOTE, top);
  VigieTextSpec spec = {
    .x = vigie_box_right (&layout->plot) - padding,
    .y = top ? layout->plot.y + padding : vigie_box_bottom (&layout->plot) - padding,
    .align = VIGIE_ALIGN_END,
    .anchor = top ? VIGIE_ANCHOR_TOP : VIGIE_ANCHOR_BOTTOM,
    .role = VIGIE_TEXT_NOTE,
    .strong = top,
    .paint = top ? VIGIE_PAINT_TEXT : VIGIE_PAINT_TEXT_MUTED,
    .width = MAX (MIN (needed + 1, room * 0.7), 1),
    .plate = reaches_over_threshold (layout, needed),
  };

  vigie_scene_builder_text (layout->builder, right, &spec, VIGIE_NO_DATUM);

  spec.width = MAX (room - spec.width - 3 * padding, 1);
  spec.x = layout->plot.x + padding;
  spec.align = VIGIE_ALIGN_START;
  spec.strong = FALSE;
  spec.paint = VIGIE_PAINT_TEXT_MUTED;
  spec.plate = FALSE;
  if (spec.width > 0.6 * vigie_scene_builder_text_width (layout->builder, left, VIGIE_TEXT_NOTE, FALSE))
    vigie_scene_builder_text (layout->builder, left, &spec, VIGIE_NO_DATUM);
}

/**
 * vigie_quadrant_draw_ground:
 * @layout: divided
 *
 * Draws all that is under the bubbles.
 */
void
vigie_quadrant_draw_ground (const VigieQuadrantLayout *layout)
{
  const VigieQuadrant *data = layout->data;

  draw_legend (layout);
  draw_panels (layout);
  draw_axes (layout);
  draw_strips (layout);
  draw_thresholds (layout);
  draw_names (layout, data->top_left_label, data->top_right_label, TRUE);
  draw_names (layout, data->bottom_left_label, data->bottom_right_label, FALSE);
  vigie_scene_builder_text (layout->builder, data->y_title,
                            &(VigieTextSpec) { .y = layout->legend_height + em (layout, HEADER_GAP),
                                               .role = VIGIE_TEXT_NOTE,
                                               .paint = VIGIE_PAINT_TEXT_MUTED },
                            VIGIE_NO_DATUM);
}
