// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-axis.h"

/* Thin lines and small numbers: what marks are read against, and no more of it than that takes. */

#define GRID_WIDTH 1.0
#define BASELINE_WIDTH 1.25
#define REFERENCE_WIDTH 1.75
#define TICK_GAP 5.0
#define TITLE_GAP 2.0
#define NUMBER_GAP 8.0

static gboolean
numbers_fit (VigieSceneBuilder *builder, const VigieLinearScale *scale, const GArray *ticks)
{
  double end = -G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      g_autofree char *number = vigie_frame_format (vigie_scene_builder_get_frame (builder), value);
      double width = vigie_scene_builder_text_width (builder, number, VIGIE_TEXT_NOTE, FALSE);
      double middle = vigie_linear_scale_map (scale, value);

      if (middle - width / 2 < end + vigie_scene_builder_em (builder, NUMBER_GAP))
        return FALSE;
      end = middle + width / 2;
    }

  return TRUE;
}

/**
 * vigie_axis_ticks_below:
 * @builder: a builder
 * @scale: from left to right
 * @most: the most steps there may be, at least 1
 * @least_step: the least step, 1 for things one counts, 0 for any
 *
 * Returns: (transfer full) (element-type double): as many ticks as have room for their numbers
 */
GArray *
vigie_axis_ticks_below (VigieSceneBuilder *builder, const VigieLinearScale *scale, guint most, double least_step)
{
  for (guint n = most; n > 1; n--)
    {
      g_autoptr (GArray) ticks = vigie_ticks (scale->domain_min, scale->domain_max, n, least_step);

      if (numbers_fit (builder, scale, ticks))
        return g_steal_pointer (&ticks);
    }

  return vigie_ticks (scale->domain_min, scale->domain_max, 1, least_step);
}

/**
 * vigie_axis_below_height:
 * @builder: a builder
 * @title: (nullable): what is measured, and in which unit
 *
 * Returns: the height that vigie_axis_below() takes under the plot
 */
double
vigie_axis_below_height (VigieSceneBuilder *builder, const char *title)
{
  double line = vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE);
  double height = vigie_scene_builder_em (builder, TICK_GAP) + line;

  return title != NULL ? height + vigie_scene_builder_em (builder, TITLE_GAP) + line : height;
}

/**
 * vigie_axis_below:
 * @builder: a builder
 * @scale: from left to right
 * @ticks: (element-type double): the values worth a line
 * @plot: where marks are
 * @title: (nullable): what is measured, and in which unit
 *
 * Draws upright grid lines, and their numbers under the plot.
 */
void
vigie_axis_below (VigieSceneBuilder *builder, const VigieLinearScale *scale, const GArray *ticks, const VigieBox *plot,
                  const char *title)
{
  double top = vigie_box_bottom (plot) + vigie_scene_builder_em (builder, TICK_GAP);

  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      double x = vigie_linear_scale_map (scale, value);
      g_autofree char *number = vigie_frame_format (vigie_scene_builder_get_frame (builder), value);

      vigie_scene_builder_line (
        builder, x, plot->y, x, vigie_box_bottom (plot),
        &(VigieStyle) { .stroke = VIGIE_PAINT_GRID, .stroke_width = vigie_scene_builder_em (builder, GRID_WIDTH) },
        VIGIE_NO_DATUM);
      vigie_scene_builder_text (
        builder, number,
        &(VigieTextSpec) {
          .x = x, .y = top, .align = VIGIE_ALIGN_CENTER, .role = VIGIE_TEXT_NOTE, .paint = VIGIE_PAINT_TEXT_MUTED },
        VIGIE_NO_DATUM);
    }

  vigie_scene_builder_text (builder, title,
                            &(VigieTextSpec) { .x = vigie_box_right (plot),
                                               .y = top + vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE) +
                                                    vigie_scene_builder_em (builder, TITLE_GAP),
                                               .align = VIGIE_ALIGN_END,
                                               .role = VIGIE_TEXT_NOTE,
                                               .paint = VIGIE_PAINT_TEXT_MUTED },
                            VIGIE_NO_DATUM);
}

/**
 * vigie_axis_beside_width:
 * @builder: a builder
 * @ticks: (element-type double): the values worth a line
 *
 * Returns: the width that vigie_axis_beside() takes left of the plot
 */
double
vigie_axis_beside_width (VigieSceneBuilder *builder, const GArray *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *number =
        vigie_frame_format (vigie_scene_builder_get_frame (builder), g_array_index (ticks, double, i));

      widest = MAX (widest, vigie_scene_builder_text_width (builder, number, VIGIE_TEXT_NOTE, FALSE));
    }

  return widest + vigie_scene_builder_em (builder, TICK_GAP);
}

/**
 * vigie_axis_beside:
 * @builder: a builder
 * @scale: from bottom to top
 * @ticks: (element-type double): the values worth a line
 * @plot: where marks are
 *
 * Draws level grid lines, and their numbers left of the plot.
 */
void
vigie_axis_beside (VigieSceneBuilder *builder, const VigieLinearScale *scale, const GArray *ticks, const VigieBox *plot)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      double y = vigie_linear_scale_map (scale, value);
      g_autofree char *number = vigie_frame_format (vigie_scene_builder_get_frame (builder), value);

      vigie_scene_builder_line (
        builder, plot->x, y, vigie_box_right (plot), y,
        &(VigieStyle) { .stroke = VIGIE_PAINT_GRID, .stroke_width = vigie_scene_builder_em (builder, GRID_WIDTH) },
        VIGIE_NO_DATUM);
      vigie_scene_builder_text (builder, number,
                                &(VigieTextSpec) { .x = plot->x - vigie_scene_builder_em (builder, TICK_GAP),
                                                   .y = y,
                                                   .align = VIGIE_ALIGN_END,
                                                   .anchor = VIGIE_ANCHOR_MIDDLE,
                                                   .role = VIGIE_TEXT_NOTE,
                                                   .paint = VIGIE_PAINT_TEXT_MUTED },
                                VIGIE_NO_DATUM);
    }
}

/**
 * vigie_baseline:
 * @builder: a builder
 * @x: where bars start
 * @top: of the first bar
 * @bottom: of the last bar
 *
 * Draws the line of zero.
 */
void
vigie_baseline (VigieSceneBuilder *builder, double x, double top, double bottom)
{
  vigie_scene_builder_line (
    builder, x, top, x, bottom,
    &(VigieStyle) { .stroke = VIGIE_PAINT_AXIS, .stroke_width = vigie_scene_builder_em (builder, BASELINE_WIDTH) },
    VIGIE_NO_DATUM);
}

/**
 * vigie_reference_line:
 * @builder: a builder
 * @x1: from here
 * @y1: from here
 * @x2: to there
 * @y2: to there
 * @paint: benchmark or target
 * @dash: how it is broken
 * @datum: what it shows, or %VIGIE_NO_DATUM
 *
 * Draws a line that is seen on marks of any colour, by a seam of background on either side.
 */
void
vigie_reference_line (VigieSceneBuilder *builder, double x1, double y1, double x2, double y2, VigiePaint paint,
                      VigieDash dash, int datum)
{
  double width = vigie_scene_builder_em (builder, REFERENCE_WIDTH);

  vigie_scene_builder_line (builder, x1, y1, x2, y2,
                            &(VigieStyle) { .stroke = VIGIE_PAINT_BACKGROUND, .stroke_width = 2.4 * width },
                            VIGIE_NO_DATUM);
  vigie_scene_builder_line (builder, x1, y1, x2, y2,
                            &(VigieStyle) { .stroke = paint, .stroke_width = width, .dash = dash }, datum);
}
