// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-math.h"

#include <math.h>

static void
test_wilson (void)
{
  /* Reference values: R 4.5, prop.test (x, n, correct = FALSE)$conf.int */
  VigieInterval half = vigie_wilson_interval (50, 100);
  VigieInterval none = vigie_wilson_interval (0, 10);
  VigieInterval all = vigie_wilson_interval (10, 10);

  g_assert_cmpfloat_with_epsilon (half.low, 0.4038315, 1e-6);
  g_assert_cmpfloat_with_epsilon (half.high, 0.5961685, 1e-6);
  g_assert_cmpfloat_with_epsilon (none.low, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (none.high, 0.2775328, 1e-6);
  g_assert_cmpfloat_with_epsilon (all.low, 0.7224672, 1e-6);
  g_assert_cmpfloat_with_epsilon (all.high, 1, 1e-12);
}

static void
test_quantile (void)
{
  const double values[] = { 1, 2, 4, 8 };

  g_assert_cmpfloat_with_epsilon (vigie_quantile (values, 4, 0), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (vigie_quantile (values, 4, 0.5), 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (vigie_quantile (values, 4, 1), 8, 1e-12);
  g_assert_cmpfloat_with_epsilon (vigie_quantile (values, 1, 0.3), 1, 1e-12);
}

static void
test_ratio (void)
{
  g_assert_true (isnan (vigie_ratio (3, 0)));
  g_assert_cmpfloat (vigie_ratio (0, 4), ==, 0);
  g_assert_cmpfloat (vigie_ratio (3, 4), ==, 0.75);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/math/wilson", test_wilson);
  g_test_add_func ("/base/math/quantile", test_quantile);
  g_test_add_func ("/base/math/ratio", test_ratio);
  return g_test_run ();
}
