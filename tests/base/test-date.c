// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-date.h"

static void
test_iso (void)
{
  static const struct
  {
    const char *text;
    VigieDate expected;
  } rows[] = {
    { "1970-01-01", 0 },
    { "1970-01-02", 1 },
    { "1969-12-31", -1 },
    { "2026-11-23", 20780 },
    { "2024-02-29", 19782 },
    { "2023-02-29", VIGIE_DATE_NONE },
    { "2026-13-01", VIGIE_DATE_NONE },
    { "2026-1-01", VIGIE_DATE_NONE },
    { "2026-11-23 ", VIGIE_DATE_NONE },
    { "", VIGIE_DATE_NONE },
    { NULL, VIGIE_DATE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *back = NULL;

      g_assert_cmpint (vigie_date_parse_iso (rows[i].text), ==, rows[i].expected);
      if (rows[i].expected == VIGIE_DATE_NONE)
        continue;
      back = vigie_date_dup_iso (rows[i].expected);
      g_assert_cmpstr (back, ==, rows[i].text);
    }
}

static void
test_months (void)
{
  g_assert_cmpint (vigie_date_add_months (vigie_date_new (2026, 1, 31), 1), ==, vigie_date_new (2026, 2, 28));
  g_assert_cmpint (vigie_date_add_months (vigie_date_new (2026, 3, 31), -1), ==, vigie_date_new (2026, 2, 28));
  g_assert_cmpint (vigie_date_add_months (vigie_date_new (2024, 2, 29), 36), ==, vigie_date_new (2027, 2, 28));
  /* What stands in a damaged register. */
  g_assert_cmpint (vigie_date_add_months (VIGIE_DATE_NONE, 36), ==, VIGIE_DATE_NONE);
  g_assert_cmpint (vigie_date_add_months (vigie_date_new (9999, 12, 1), 1), ==, vigie_date_new (9999, 12, 31));
  g_assert_cmpint (vigie_date_add_months (vigie_date_new (2026, 1, 1), G_MAXINT), ==, vigie_date_new (9999, 12, 31));
  g_assert_cmpint (vigie_date_add_months (vigie_date_new (2026, 1, 1), G_MININT), ==, vigie_date_new (1, 1, 1));
  g_assert_cmpint (vigie_date_month_start (vigie_date_new (2026, 11, 23)), ==, vigie_date_new (2026, 11, 1));
}

/* Every day that has four digits of a year, as GDate has it. */
static void
test_calendar (void)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, 1, G_DATE_JANUARY, 1);
  for (VigieDate date = vigie_date_new (1, 1, 1); date <= vigie_date_new (9999, 12, 31); date++)
    {
      int year, month, day;

      vigie_date_get_ymd (date, &year, &month, &day);
      if (year != g_date_get_year (&gdate) || month != (int) g_date_get_month (&gdate) ||
          day != g_date_get_day (&gdate) || vigie_date_new (year, month, day) != date)
        g_error ("%d is %d-%d-%d", date, year, month, day);
      if (day >= 28)
        {
          GDate later = gdate;
          VigieDate added = vigie_date_add_months (date, date % 40 + 40);

          g_date_add_months (&later, (guint) (date % 40 + 40));
          vigie_date_get_ymd (added, &year, &month, &day);
          if (year < 9999 && (year != g_date_get_year (&later) || month != (int) g_date_get_month (&later) ||
                              day != g_date_get_day (&later)))
            g_error ("%d and %d months is %d-%d-%d", date, date % 40 + 40, year, month, day);
        }
      g_date_add_days (&gdate, 1);
    }
  g_assert_cmpint (vigie_date_new (1, 1, 1) + 3652058, ==, vigie_date_new (9999, 12, 31));
  g_assert_cmpint (vigie_date_new (1900, 2, 29), ==, VIGIE_DATE_NONE);
  g_assert_cmpint (vigie_date_new (0, 12, 31), ==, VIGIE_DATE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/iso", test_iso);
  g_test_add_func ("/base/date/months", test_months);
  g_test_add_func ("/base/date/calendar", test_calendar);
  return g_test_run ();
}
