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

typedef struct
{
  const char *tag;
  const char *thousands; /* 4800 */
  const char *millions;  /* 1234567 */
  const char *percent;   /* 0.125 */
  const char *money;     /* 12500 euros */
  const char *date;      /* 1 March 2026 */
  const char *date_long;
} Conventions;

static const Conventions conventions[] = {
  { "en_GB.UTF-8", "4,800", "1,234,567", "12.5%", "€12,500", "1\u00a0Mar 2026", "1\u00a0March 2026" },
  { "fr", "4\u202f800", "1\u202f234\u202f567", "12,5\u00a0%", "12\u202f500\u00a0€", "1er\u00a0mars 2026",
    "1er\u00a0mars 2026" },
  { "de_AT", "4.800", "1.234.567", "12,5\u00a0%", "12.500\u00a0€", "1.\u00a0März 2026", "1.\u00a0März 2026" },
  { "es", "4800", "1.234.567", "12,5\u00a0%", "12.500\u00a0€", "1\u00a0mar 2026", "1\u00a0de marzo de 2026" },
  { "it-IT", "4800", "1.234.567", "12,5%", "12.500\u00a0€", "1\u00a0mar 2026", "1\u00a0marzo 2026" },
  { "nl_BE.UTF-8", "4.800", "1.234.567", "12,5%", "€\u00a012.500", "1\u00a0mrt 2026", "1\u00a0maart 2026" },
};

static void
test_conventions (gconstpointer data)
{
  const Conventions *expected = data;
  VigieDate day = vigie_date_new (2026, 3, 1);

  vigie_language_init (expected->tag);
  g_assert_true (g_str_has_prefix (expected->tag, vigie_language_get_tag ()));
  assert_text (vigie_format_integer (4800), expected->thousands);
  assert_text (vigie_format_integer (1234567), expected->millions);
  assert_text (vigie_format_percent (0.125, 1), expected->percent);
  assert_text (vigie_format_money (1250000), expected->money);
  assert_text (vigie_format_date (day), expected->date);
  assert_text (vigie_format_date_long (day), expected->date_long);
}

/* A language that Vigie does not speak is answered in English, and so are the texts that are in two languages only. */
static void
test_languages (void)
{
  g_autofree char *spoken = vigie_language_dup_spoken ();

  g_assert_cmpstr (spoken, ==, "en, fr, de, es, it, nl");
  g_assert_true (vigie_language_is_spoken ("de-CH"));
  g_assert_false (vigie_language_is_spoken ("pt"));
  g_assert_false (vigie_language_is_spoken ("frp"));
  g_assert_false (vigie_language_is_spoken (""));
  vigie_language_init ("pt_BR");
  g_assert_cmpstr (vigie_language_get_tag (), ==, "en");
  vigie_language_init ("nl");
  g_assert_cmpstr (vigie_language_pick ("infirmier", "nurse"), ==, "nurse");
  g_assert_cmpstr (vigie_language_pick ("infirmier", NULL), ==, "infirmier");
  vigie_language_init ("fr");
  g_assert_cmpstr (vigie_language_pick ("infirmier", "nurse"), ==, "infirmier");
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
  /* GLib decides once in a process whether anything is translated. */
  vigie_language_init ("fr");
  assert_text (vigie_format_month_alone (vigie_date_new (2026, 3, 1)), "mars");
  g_test_add_func ("/base/format/english", test_english);
  g_test_add_func ("/base/format/french", test_french);
  for (gsize i = 0; i < G_N_ELEMENTS (conventions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/format/conventions/%.2s", conventions[i].tag);

      g_test_add_data_func (path, &conventions[i], test_conventions);
    }
  g_test_add_func ("/base/format/languages", test_languages);
  g_test_add_func ("/base/format/not-measured", test_not_measured);
  return g_test_run ();
}
