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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/iso", test_iso);
  g_test_add_func ("/base/date/months", test_months);
  return g_test_run ();
}
