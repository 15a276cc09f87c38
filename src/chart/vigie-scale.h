// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieLinearScale:
 * @domain_min: the value at @range_min
 * @domain_max: the value at @range_max
 * @range_min: points; may be more than @range_max, as it is for an axis that goes up
 * @range_max: points
 *
 * Numbers to places, in proportion.
 */
typedef struct
{
  double domain_min;
  double domain_max;
  double range_min;
  double range_max;
} VigieLinearScale;

/**
 * VigieBandScale:
 * @start: of the first band, in points
 * @step: from one band to the next, in points
 * @band: of each band, in points; the rest of @step is gap, half of it on either side
 *
 * Categories to bands of one size.
 */
typedef struct
{
  double start;
  double step;
  double band;
} VigieBandScale;

/**
 * VigieDateStep:
 * @VIGIE_DATE_STEP_DAY: a tick each day
 * @VIGIE_DATE_STEP_WEEK: each Monday
 * @VIGIE_DATE_STEP_MONTH: the first of each month
 * @VIGIE_DATE_STEP_QUARTER: the first of January, April, July, October
 * @VIGIE_DATE_STEP_YEAR: the first of January
 * @VIGIE_DATE_STEP_FIVE_YEARS: the first of January of years that five divides
 */
typedef enum
{
  VIGIE_DATE_STEP_DAY,
  VIGIE_DATE_STEP_WEEK,
  VIGIE_DATE_STEP_MONTH,
  VIGIE_DATE_STEP_QUARTER,
  VIGIE_DATE_STEP_YEAR,
  VIGIE_DATE_STEP_FIVE_YEARS,
} VigieDateStep;

double vigie_linear_scale_map (const VigieLinearScale *self, double value);
double vigie_linear_scale_invert (const VigieLinearScale *self, double place);

VigieBandScale vigie_band_scale (double start, double length, guint n_bands, double filling);
double vigie_band_scale_start (const VigieBandScale *self, guint index);
double vigie_band_scale_middle (const VigieBandScale *self, guint index);

double vigie_nice_step (double span, guint max_ticks);
double vigie_nice_ceiling (double value, guint max_ticks);
GArray *vigie_ticks (double from, double to, guint max_ticks, double least_step);
GArray *vigie_date_ticks (guint32 from, guint32 to, guint max_ticks, VigieDateStep *step);

G_END_DECLS
