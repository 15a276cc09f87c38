// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-time-axis.h"

#include "vigie-format.h"

/*
 *   │      │      │      │      │
 *  oct.  janv.  avr.   juil.  oct.
 *  2025  2026
 *
 * Months in one line, and under the first one of each year its number. With years between the ticks there is one line.
 */

#define GRID_WIDTH 1.0
#define TICK_GAP 5.0
#define NAME_GAP 8.0
#define MAX_TICKS 40
#define LEAST_STEP VIGIE_DATE_STEP_MONTH

/* What g_date_get_julian() counts up to 1970-01-01. */
#define JULIAN_OF_EPOCH 719163

static VigieDate
tick_at (const GArray *ticks, guint i)
{
  return g_array_index (ticks, VigieDate, i);
}

static gboolean
is_by_month (VigieDateStep step)
{
  return step <= VIGIE_DATE_STEP_QUARTER;
}

static char *
dup_name (VigieDate tick, VigieDateStep step)
{
  return is_by_month (step) ? vigie_format_month_alone (tick) : vigie_format_year (tick);
}

static gboolean
names_fit (VigieSceneBuilder *builder, const VigieLinearScale *scale, const GArray *ticks, VigieDateStep step)
{
  double end = -G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *name = dup_name (tick_at (ticks, i), step);
      g_autofree char *year = vigie_format_year (tick_at (ticks, i));
      double width = MAX (vigie_scene_builder_text_width (builder, name, VIGIE_TEXT_NOTE, FALSE),
                          vigie_scene_builder_text_width (builder, year, VIGIE_TEXT_NOTE, FALSE));
      double middle = vigie_linear_scale_map (scale, tick_at (ticks, i));

      if (middle - width / 2 < end + vigie_scene_builder_em (builder, NAME_GAP))
        return FALSE;
      end = middle + width / 2;
    }

  return TRUE;
}

/**
 * vigie_time_axis_ticks:
 * @builder: a builder
 * @scale: from left to right, in days as #VigieDate counts them
 * @step: (out): what lies between two ticks
 *
 * Returns: (transfer full) (element-type VigieDate): the first days of as many months, quarters or years as have room
 *   for their names
 */
GArray *
vigie_time_axis_ticks (VigieSceneBuilder *builder, const VigieLinearScale *scale, VigieDateStep *step)
{
  GArray *ticks = NULL;

  for (guint n = MAX_TICKS; n > 0; n--)
    {
      g_clear_pointer (&ticks, g_array_unref);
      ticks = vigie_date_ticks ((guint32) (scale->domain_min + JULIAN_OF_EPOCH),
                                (guint32) (scale->domain_max + JULIAN_OF_EPOCH), n, step);
      for (guint i = 0; i < ticks->len; i++)
        g_array_index (ticks, VigieDate, i) -= JULIAN_OF_EPOCH;
      if (*step >= LEAST_STEP && names_fit (builder, scale, ticks, *step))
        break;
    }

  return ticks;
}

/**
 * vigie_time_axis_height:
 * @builder: a builder
 *
 * Returns: the height that vigie_time_axis_below() takes
 */
double
vigie_time_axis_height (VigieSceneBuilder *builder)
{
  return vigie_scene_builder_em (builder, TICK_GAP) + 2 * vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE);
}

/**
 * vigie_time_axis_grid:
 * @builder: a builder
 * @scale: from left to right, in days
 * @plot: where marks are
 *
 * Draws an upright line at each tick.
 */
void
vigie_time_axis_grid (VigieSceneBuilder *builder, const VigieLinearScale *scale, const VigieBox *plot)
{
  VigieStyle style = { .stroke = VIGIE_PAINT_GRID, .stroke_width = vigie_scene_builder_em (builder, GRID_WIDTH) };
  VigieDateStep step;
  g_autoptr (GArray) ticks = vigie_time_axis_ticks (builder, scale, &step);

  for (guint i = 0; i < ticks->len; i++)
    {
      double x = vigie_linear_scale_map (scale, tick_at (ticks, i));

      vigie_scene_builder_line (builder, x, plot->y, x, vigie_box_bottom (plot), &style, VIGIE_NO_DATUM);
    }
}

/**
 * vigie_time_axis_below:
 * @builder: a builder
 * @scale: from left to right, in days
 * @y: the bottom of the plot
 *
 * Writes the names of the ticks under a plot, in the reader's language.
 */
void
vigie_time_axis_below (VigieSceneBuilder *builder, const VigieLinearScale *scale, double y)
{
  double line = vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE);
  VigieDateStep step;
  g_autoptr (GArray) ticks = vigie_time_axis_ticks (builder, scale, &step);
  g_autofree char *previous = NULL;
  VigieTextSpec spec = { .align = VIGIE_ALIGN_CENTER, .role = VIGIE_TEXT_NOTE, .paint = VIGIE_PAINT_TEXT_MUTED };

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *name = dup_name (tick_at (ticks, i), step);
      g_autofree char *year = vigie_format_year (tick_at (ticks, i));

      spec.x = vigie_linear_scale_map (scale, tick_at (ticks, i));
      spec.y = y + vigie_scene_builder_em (builder, TICK_GAP);
      vigie_scene_builder_text (builder, name, &spec, VIGIE_NO_DATUM);
      spec.y += line;
      if (is_by_month (step) && g_strcmp0 (year, previous) != 0)
        vigie_scene_builder_text (builder, year, &spec, VIGIE_NO_DATUM);
      g_free (previous);
      previous = g_steal_pointer (&year);
    }
}
