// SPDX-License-Identifier: GPL-3.0-or-later

/* The forecast against numbers worked out by hand from what vigie-forecast.c says of itself. */

#include "vigie-forecast.h"

#define N 4
#define ROUNDING 1e-9

static const double hundred[N] = { 100, 100, 100, 100 };

static void
assert_held (const VigieForecast *forecast, const double *expected)
{
  double held[N];

  vigie_forecast_run (forecast, held);
  for (gsize i = 0; i < N; i++)
    {
      g_test_message ("month %zu: %g", i, held[i]);
      g_assert_cmpfloat_with_epsilon (held[i], expected[i], ROUNDING);
    }
}

/* Nobody is trained: what is held falls by what expires, and by nothing else. */
static void
test_expiries (void)
{
  static const double known[N] = { 60, 50, 45, 45 };
  const VigieForecastLine line = { hundred, known, 0 };

  assert_held (&(VigieForecast) { &line, 1, N, 0.5, 0, 0 }, known);
}

/* Ten a month, five in the half month that is left of the first; they hold for two months and expire in their turn. */
static void
test_pace (void)
{
  static const double known[N] = { 60, 60, 60, 60 };
  static const double for_ever[N] = { 65, 75, 85, 95 };
  static const double for_two_months[N] = { 65, 75, 80, 80 };
  VigieForecastLine line = { hundred, known, 0 };
  VigieForecast forecast = { &line, 1, N, 0.5, 10, 0 };

  assert_held (&forecast, for_ever);
  line.validity_months = 2;
  assert_held (&forecast, for_two_months);
}

/* No more than lack it are trained, and of two modules the one that more lack has more. */
static void
test_need (void)
{
  static const double few[N] = { 70, 70, 70, 70 };
  static const double many[N] = { 90, 90, 90, 90 };
  /* 30 and 10 lack it; 20 are trained: 15 and 5; then the other 15 and 5. */
  static const double expected[N] = { 180, 200, 200, 200 };
  const VigieForecastLine lines[] = { { hundred, few, 0 }, { hundred, many, 0 } };

  assert_held (&(VigieForecast) { lines, 2, N, 1, 20, 0 }, expected);
}

/* A tenth leave each month, trained or not, and are replaced by people who hold nothing. */
static void
test_turnover (void)
{
  static const double known[N] = { 100, 100, 100, 100 };
  static const double untrained[N] = { 90, 81, 72.9, 65.61 };
  /* 90 + 4; 0.9 × 94 + 4; and so on. */
  static const double trained[N] = { 94, 88.6, 83.74, 79.366 };
  const VigieForecastLine line = { hundred, known, 0 };

  assert_held (&(VigieForecast) { &line, 1, N, 1, 0, 0.1 }, untrained);
  assert_held (&(VigieForecast) { &line, 1, N, 1, 4, 0.1 }, trained);
}

/* Nothing is left of the month on its last day; and a go-live adds people in the third month. */
static void
test_edges (void)
{
  static const double known[N] = { 60, 60, 60, 60 };
  static const double none[N] = { 0, 0, 0, 0 };
  static const double late[N] = { 0, 0, 50, 50 };
  static const double last_day[N] = { 60, 70, 80, 90 };
  static const double filled[N] = { 100, 100, 140, 150 };
  const VigieForecastLine lines[] = { { hundred, known, 0 }, { late, none, 0 } };

  assert_held (&(VigieForecast) { lines, 1, N, 0, 10, 0 }, last_day);
  assert_held (&(VigieForecast) { lines, 2, N, 1, 40, 0 }, filled);
}

static void
test_find_pace (void)
{
  static const double known[N] = { 60, 60, 60, 60 };
  const VigieForecastLine line = { hundred, known, 0 };
  const VigieForecast forecast = { &line, 1, N, 0.5, 0, 0 };
  double pace;

  /* By the end of the third month two and a half have passed. */
  g_assert_true (vigie_forecast_find_pace (&forecast, 2, 85, &pace));
  g_assert_cmpfloat_with_epsilon (pace, 10, 1e-6);
  g_assert_true (vigie_forecast_find_pace (&forecast, 3, 60, &pace));
  g_assert_cmpfloat_with_epsilon (pace, 0, 1e-6);
  /* More than are required can never hold it. */
  g_assert_false (vigie_forecast_find_pace (&forecast, 3, 101, &pace));
}

static void
test_find_first (void)
{
  static const double rates[N] = { 0.5, 0.8, 0.7, 0.9 };

  g_assert_cmpint (vigie_forecast_find_first (rates, N, 0.8), ==, 1);
  g_assert_cmpint (vigie_forecast_find_first (rates, N, 0.85), ==, 3);
  g_assert_cmpint (vigie_forecast_find_first (rates, N, 0.95), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/expiries", test_expiries);
  g_test_add_func ("/forecast/pace", test_pace);
  g_test_add_func ("/forecast/need", test_need);
  g_test_add_func ("/forecast/turnover", test_turnover);
  g_test_add_func ("/forecast/edges", test_edges);
  g_test_add_func ("/forecast/find-pace", test_find_pace);
  g_test_add_func ("/forecast/find-first", test_find_first);
  return g_test_run ();
}
