// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-paint.h"

#include <math.h>

#define N_STEPS 7

/**
 * vigie_paint_series:
 * @index: from 0; after the fourth, the neutral paint
 *
 * Returns: the paint of the series at @index, the darker before the lighter
 */
VigiePaint
vigie_paint_series (guint index)
{
  return index < 4 ? VIGIE_PAINT_BLUE + index : VIGIE_PAINT_NEUTRAL;
}

/**
 * vigie_paint_edge:
 * @paint: what an area is filled with
 *
 * Light hues stand out from the background by their outline.
 *
 * Returns: the paint of the area's outline
 */
VigiePaint
vigie_paint_edge (VigiePaint paint)
{
  if (paint >= VIGIE_PAINT_NEUTRAL && paint <= VIGIE_PAINT_PURPLE)
    return paint + (VIGIE_PAINT_NEUTRAL_EDGE - VIGIE_PAINT_NEUTRAL);

  return paint;
}

static guint
step_of (double fraction)
{
  return (guint) CLAMP (floor (fraction * N_STEPS), 0, N_STEPS - 1);
}

/**
 * vigie_paint_heat:
 * @fraction: from 0 (least) to 1 (most); NaN is not measured
 *
 * Returns: the step of the single-hue scale
 */
VigiePaint
vigie_paint_heat (double fraction)
{
  if (isnan (fraction))
    return VIGIE_PAINT_NOT_MEASURED;

  return VIGIE_PAINT_HEAT_1 + step_of (fraction);
}

/**
 * vigie_paint_diverge:
 * @fraction: from -1 (farthest below the middle) to 1 (farthest above); NaN is not measured
 *
 * Returns: the step of the two-hue scale; the middle step is kept for what is near 0
 */
VigiePaint
vigie_paint_diverge (double fraction)
{
  if (isnan (fraction))
    return VIGIE_PAINT_NOT_MEASURED;

  return VIGIE_PAINT_DIVERGE_1 + step_of ((fraction + 1) / 2);
}
