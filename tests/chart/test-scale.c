// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-scale.h"

#include <math.h>

static void
test_linear (void)
{
  const VigieLinearScale scale = { 0, 50, 100, 300 };
  const VigieLinearScale upwards = { 0, 1, 200, 0 };

  g_assert_cmpfloat_with_epsilon (vigie_linear_scale_map (&scale, 0), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_linear_scale_map (&scale, 25), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_linear_scale_map (&scale, 80), 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_linear_scale_map (&upwards, 0.75), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_linear_scale_invert (&scale, 200), 25, 1e-9);
  g_assert_true (isnan (vigie_linear_scale_map (&scale, NAN)));
}

static void
test_linear_degenerate (void)
{
  const VigieLinearScale no_domain = { 5, 5, 10, 20 };
  const VigieLinearScale no_range = { 0, 1, 10, 10 };

  g_assert_cmpfloat (vigie_linear_scale_map (&no_domain, 5), ==, 10);
  g_assert_cmpfloat (vigie_linear_scale_invert (&no_range, 10), ==, 0);
}

static void
test_band (void)
{
  VigieBandScale scale = vigie_band_scale (10, 307, 10, 0.6);

  g_assert_cmpfloat (scale.step, ==, 30);
  g_assert_cmpfloat (scale.band, ==, 18);
  g_assert_cmpfloat (vigie_band_scale_start (&scale, 0), ==, 16);
  g_assert_cmpfloat (vigie_band_scale_middle (&scale, 9), ==, 16 + 270 + 9);
}

static void
test_nice_step (void)
{
  static const struct
  {
    const char *name;
    double span;
    guint max_ticks;
    double step;
  } rows[] = {
    { "share", 1, 5, 0.2 },       { "quarters", 1, 4, 0.25 }, { "tens", 32, 6, 10 },
    { "one tick", 32, 1, 50 },    { "exact", 100, 10, 10 },   { "small", 0.003, 5, 0.001 },
    { "large", 48000, 6, 10000 }, { "no span", 0, 5, 1 },     { "two and a half", 12, 5, 2.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double step = vigie_nice_step (rows[i].span, rows[i].max_ticks);

      if (fabs (step - rows[i].step) > rows[i].step * 1e-9)
        g_error ("%s: %g rather than %g", rows[i].name, step, rows[i].step);
    }
}

static void
test_nice_ceiling (void)
{
  g_assert_cmpfloat_with_epsilon (vigie_nice_ceiling (0.77, 5), 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_nice_ceiling (0.8, 5), 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_nice_ceiling (33, 6), 40, 1e-9);
}

static void
test_ticks (void)
{
  g_autoptr (GArray) shares = vigie_ticks (0, 1, 5, 0);
  g_autoptr (GArray) counted = vigie_ticks (0, 3, 6, 1);
  g_autoptr (GArray) around = vigie_ticks (-2, 2, 4, 0);

  g_assert_cmpuint (shares->len, ==, 6);
  g_assert_cmpfloat_with_epsilon (g_array_index (shares, double, 5), 1, 1e-9);
  g_assert_false (signbit (g_array_index (shares, double, 0)));
  g_assert_cmpuint (counted->len, ==, 4);
  g_assert_cmpuint (around->len, ==, 5);
  g_assert_cmpfloat (g_array_index (around, double, 2), ==, 0);
  g_assert_false (signbit (g_array_index (around, double, 2)));
}

static guint32
julian (guint day, guint month, guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

static void
test_date_ticks (void)
{
  static const struct
  {
    const char *name;
    guint to[3];
    VigieDateStep step;
    guint n_ticks;
    guint first[3];
  } rows[] = {
    { "a week", { 30, 11, 2026 }, VIGIE_DATE_STEP_DAY, 8, { 23, 11, 2026 } },
    { "six weeks", { 4, 1, 2027 }, VIGIE_DATE_STEP_WEEK, 7, { 23, 11, 2026 } },
    { "half a year", { 20, 5, 2027 }, VIGIE_DATE_STEP_MONTH, 6, { 1, 12, 2026 } },
    { "two years", { 20, 11, 2028 }, VIGIE_DATE_STEP_QUARTER, 8, { 1, 1, 2027 } },
    { "eight years", { 1, 1, 2034 }, VIGIE_DATE_STEP_YEAR, 8, { 1, 1, 2027 } },
    { "thirty years", { 1, 1, 2056 }, VIGIE_DATE_STEP_FIVE_YEARS, 6, { 1, 1, 2030 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      VigieDateStep step;
      g_autoptr (GArray) ticks =
        vigie_date_ticks (julian (23, 11, 2026), julian (rows[i].to[0], rows[i].to[1], rows[i].to[2]), 8, &step);

      g_test_message ("%s: step %d, %u ticks", rows[i].name, (int) step, ticks->len);
      g_assert_cmpint (step, ==, rows[i].step);
      g_assert_cmpuint (ticks->len, ==, rows[i].n_ticks);
      g_assert_cmpuint (g_array_index (ticks, guint32, 0), ==,
                        julian (rows[i].first[0], rows[i].first[1], rows[i].first[2]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/linear", test_linear);
  g_test_add_func ("/chart/scale/linear-degenerate", test_linear_degenerate);
  g_test_add_func ("/chart/scale/band", test_band);
  g_test_add_func ("/chart/scale/nice-step", test_nice_step);
  g_test_add_func ("/chart/scale/nice-ceiling", test_nice_ceiling);
  g_test_add_func ("/chart/scale/ticks", test_ticks);
  g_test_add_func ("/chart/scale/date-ticks", test_date_ticks);

  return g_test_run ();
}
