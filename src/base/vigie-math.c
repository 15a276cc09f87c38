// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-math.h"

#include <math.h>

/**
 * vigie_wilson_interval:
 * @successes: 0 to @trials
 * @trials: at least 1
 *
 * The 95 % score interval of a proportion, which stays within 0 and 1 and is sound for small
 * samples. Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22, 1927.
 *
 * Returns: the interval
 */
VigieInterval
vigie_wilson_interval (gint64 successes, gint64 trials)
{
  const double z = 1.959963984540054;
  VigieInterval whole = { 0, 1 };
  double n = (double) trials;
  double p = (double) successes / n;
  double centre, half, scale;

  g_return_val_if_fail (trials > 0 && successes >= 0 && successes <= trials, whole);

  scale = 1 + z * z / n;
  centre = (p + z * z / (2 * n)) / scale;
  half = z * sqrt (p * (1 - p) / n + z * z / (4 * n * n)) / scale;
  return (VigieInterval) { MAX (0, centre - half), MIN (1, centre + half) };
}

/**
 * vigie_quantile:
 * @sorted: (array length=n): values in ascending order
 * @n: how many, at least 1
 * @p: 0 to 1
 *
 * Returns: the quantile by linear interpolation (type 7 of Hyndman and Fan, 1996)
 */
double
vigie_quantile (const double *sorted, gsize n, double p)
{
  double at = p * (double) (n - 1);
  gsize below;

  g_return_val_if_fail (n > 0 && p >= 0 && p <= 1, NAN);

  below = (gsize) floor (at);
  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below] + (at - (double) below) * (sorted[below + 1] - sorted[below]);
}

/**
 * vigie_ratio:
 *
 * Returns: @numerator / @denominator, or NaN, which is *not measured*, where there is no denominator
 */
double
vigie_ratio (gint64 numerator, gint64 denominator)
{
  return denominator > 0 ? (double) numerator / (double) denominator : NAN;
}
