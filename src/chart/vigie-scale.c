// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scale.h"

#include <math.h>

/* Numbers, categories and dates to places in a scene, and the round values worth a tick. */

/**
 * vigie_linear_scale_map:
 * @self: a scale
 * @value: a number; one outside of the domain goes to its end
 *
 * Returns: its place, in points; NaN for NaN, which has no place
 */
double
vigie_linear_scale_map (const VigieLinearScale *self, double value)
{
  double span = self->domain_max - self->domain_min;
  double fraction;

  if (isnan (value))
    return NAN;

  fraction = span > 0 ? CLAMP ((value - self->domain_min) / span, 0, 1) : 0;

  return self->range_min + fraction * (self->range_max - self->range_min);
}

/**
 * vigie_linear_scale_invert:
 * @self: a scale
 * @place: points
 *
 * Returns: the value there
 */
double
vigie_linear_scale_invert (const VigieLinearScale *self, double place)
{
  double length = self->range_max - self->range_min;

  if (length == 0)
    return self->domain_min;

  return self->domain_min + (place - self->range_min) / length * (self->domain_max - self->domain_min);
}

/**
 * vigie_band_scale:
 * @start: where the bands start, in points
 * @length: the room for them, in points
 * @n_bands: how many
 * @filling: the share of its step that a band fills, 0 to 1
 *
 * Returns: the scale; steps are whole points where they are larger than one, so that rows are alike
 */
VigieBandScale
vigie_band_scale (double start, double length, guint n_bands, double filling)
{
  double step = n_bands > 0 ? length / n_bands : 0;

  if (step > 4)
    step = floor (step);

  return (VigieBandScale) { start, step, step > 8 ? round (step * filling) : step * filling };
}

/**
 * vigie_band_scale_start:
 * @self: a scale
 * @index: of a band, from 0
 *
 * Returns: where the band starts, in points
 */
double
vigie_band_scale_start (const VigieBandScale *self, guint index)
{
  double gap = (self->step - self->band) / 2;

  return self->start + index * self->step + (gap > 1 ? floor (gap) : gap);
}

/**
 * vigie_band_scale_middle:
 * @self: a scale
 * @index: of a band, from 0
 *
 * Returns: the middle of the band, in points
 */
double
vigie_band_scale_middle (const VigieBandScale *self, guint index)
{
  return vigie_band_scale_start (self, index) + self->band / 2;
}

/**
 * vigie_nice_step:
 * @span: from the least to the greatest value, above 0
 * @max_ticks: the most steps there may be, at least 1
 *
 * Returns: the least of 1, 2, 2.5 and 5 times a power of ten that divides @span into no more steps than that
 */
double
vigie_nice_step (double span, guint max_ticks)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double rough, power;

  if (!(span > 0) || !isfinite (span))
    return 1;

  rough = span / MAX (max_ticks, 1);
  power = pow (10, floor (log10 (rough)));

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * power >= rough * (1 - 1e-9))
        return steps[i] * power;
    }

  return 10 * power;
}

/**
 * vigie_nice_ceiling:
 * @value: the greatest value, above 0
 * @max_ticks: the most steps there may be below it
 *
 * Returns: the tick at or above @value, on an axis from 0
 */
double
vigie_nice_ceiling (double value, guint max_ticks)
{
  double step = vigie_nice_step (value, max_ticks);

  return ceil (value / step * (1 - 1e-9)) * step;
}

/**
 * vigie_ticks:
 * @from: the least value
 * @to: the greatest value
 * @max_ticks: the most steps there may be, at least 1
 * @least_step: the least step, 1 for things one counts, 0 for any
 *
 * Returns: (transfer full) (element-type double): the round values from @from to @to
 */
GArray *
vigie_ticks (double from, double to, guint max_ticks, double least_step)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step = MAX (vigie_nice_step (to - from, max_ticks), least_step);
  double first = ceil (from / step - 1e-9);
  double last = floor (to / step + 1e-9);

  for (double i = first; i <= last && ticks->len <= max_ticks; i++)
    {
      double tick = i * step + 0.0; /* -0 would be written with its sign */

      g_array_append_val (ticks, tick);
    }

  return ticks;
}

static void
to_start_of_step (GDate *date, VigieDateStep step)
{
  if (step == VIGIE_DATE_STEP_WEEK)
    g_date_subtract_days (date, g_date_get_weekday (date) - G_DATE_MONDAY);
  if (step >= VIGIE_DATE_STEP_MONTH)
    g_date_set_day (date, 1);
  if (step == VIGIE_DATE_STEP_QUARTER)
    g_date_set_month (date, (g_date_get_month (date) - 1) / 3 * 3 + 1);
  if (step >= VIGIE_DATE_STEP_YEAR)
    g_date_set_month (date, G_DATE_JANUARY);
  if (step == VIGIE_DATE_STEP_FIVE_YEARS && g_date_get_year (date) >= 5)
    g_date_set_year (date, g_date_get_year (date) / 5 * 5);
}

static void
to_next_step (GDate *date, VigieDateStep step)
{
  switch (step)
    {
    case VIGIE_DATE_STEP_DAY:
      g_date_add_days (date, 1);
      break;

    case VIGIE_DATE_STEP_WEEK:
      g_date_add_days (date, 7);
      break;

    case VIGIE_DATE_STEP_MONTH:
      g_date_add_months (date, 1);
      break;

    case VIGIE_DATE_STEP_QUARTER:
      g_date_add_months (date, 3);
      break;

    case VIGIE_DATE_STEP_YEAR:
      g_date_add_years (date, 1);
      break;

    case VIGIE_DATE_STEP_FIVE_YEARS:
    default:
      g_date_add_years (date, 5);
      break;
    }
}

static VigieDateStep
date_step_for (guint32 days, guint max_ticks)
{
  static const double lengths[] = { 1, 7, 30.4, 91.3, 365.25 };
  double rough = (double) days / MAX (max_ticks, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      if (lengths[i] >= rough)
        return (VigieDateStep) i;
    }

  return VIGIE_DATE_STEP_FIVE_YEARS;
}

/**
 * vigie_date_ticks:
 * @from: the first day, as g_date_get_julian() counts them
 * @to: the last day
 * @max_ticks: about how many there may be, at least 1
 * @step: (out) (optional): what lies between two ticks, for the one who writes the dates
 *
 * Returns: (transfer full) (element-type guint32): the days worth a tick, from @from to @to
 */
GArray *
vigie_date_ticks (guint32 from, guint32 to, guint max_ticks, VigieDateStep *step)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (guint32));
  VigieDateStep chosen;
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (from) && to >= from, ticks);

  chosen = date_step_for (to - from, max_ticks);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, from);
  to_start_of_step (&date, chosen);

  for (; g_date_get_julian (&date) <= to; to_next_step (&date, chosen))
    {
      guint32 day = g_date_get_julian (&date);

      if (day >= from)
        g_array_append_val (ticks, day);
    }

  if (step != NULL)
    *step = chosen;

  return ticks;
}
