// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-format.h"

#include <math.h>

static void
assert_text (char *owned, const char *expected)
{
  g_autofree char *text = owned;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_english (void)
{
  vigie_language_init ("en");
  assert_text (vigie_format_integer (0), "0");
  assert_text (vigie_format_integer (999), "999");
  assert_text (vigie_format_integer (1234567), "1,234,567");
  assert_text (vigie_format_integer (-1234), "\u22121,234");
  assert_text (vigie_format_integer (G_MININT64), "\u22129,223,372,036,854,775,808");
  assert_text (vigie_format_percent (0.125, 1), "12.5%");
  assert_text (vigie_format_decimal (-0.04, 1), "0.0");
  assert_text (vigie_format_money (1250049), "€12,500");
  assert_text (vigie_format_date (vigie_date_new (2026, 11, 1)), "1\u00a0Nov 2026");
}

static void
test_french (void)
{
  vigie_language_init ("fr_FR.UTF-8");
  assert_text (vigie_format_integer (1234567), "1\u202f234\u202f567");
  assert_text (vigie_format_percent (0.125, 1), "12,5\u00a0%");
  assert_text (vigie_format_percent (0.6666, 0), "67\u00a0%");
  assert_text (vigie_format_money (1250050), "12\u202f501\u00a0€");
  assert_text (vigie_format_signed (3), "+3");
  assert_text (vigie_format_signed (0), "0");
  assert_text (vigie_format_signed (-2), "\u22122");
}

static void
test_others (void)
{
  static const struct
  {
    const char *tag;
    const char *number;
    const char *share;
    const char *money;
    const char *day;
    const char *day_long;
  } rows[] = {
    { "de_AT", "12.345", "12,5\u00a0%", "12.345\u00a0€", "1.\u00a0", " 2026" },
    { "es", "12.345", "12,5\u00a0%", "12.345\u00a0€", "1\u00a0", " de 2026" },
    { "it-IT", "12.345", "12,5%", "12.345\u00a0€", "1\u00a0", " 2026" },
    { "nl_BE.UTF-8", "12.345", "12,5%", "€\u00a012.345", "1\u00a0", " 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      VigieDate day = vigie_date_new (2026, 3, 1);
      g_autofree char *date = NULL;
      g_autofree char *date_long = NULL;

      vigie_language_init (rows[i].tag);
      assert_text (vigie_format_integer (12345), rows[i].number);
      assert_text (vigie_format_percent (0.125, 1), rows[i].share);
      assert_text (vigie_format_money (1234500), rows[i].money);
      date = vigie_format_date (day);
      date_long = vigie_format_date_long (day);
      g_assert_true (g_str_has_prefix (date, rows[i].day));
      g_assert_true (g_str_has_suffix (date_long, rows[i].day_long));
    }
  g_assert_false (vigie_language_is_spoken ("pt"));
  g_assert_false (vigie_language_is_spoken ("frp"));
  vigie_language_init ("pt_BR");
  g_assert_cmpstr (vigie_language_get_tag (), ==, "en");
}

static void
test_not_measured (void)
{
  assert_text (vigie_format_percent (NAN, 1), "\u2014");
  assert_text (vigie_format_points (NAN, 0), "\u2014");
  assert_text (vigie_format_date (VIGIE_DATE_NONE), "\u2014");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/format/english", test_english);
  g_test_add_func ("/base/format/french", test_french);
  g_test_add_func ("/base/format/others", test_others);
  g_test_add_func ("/base/format/not-measured", test_not_measured);
  return g_test_run ();
}
