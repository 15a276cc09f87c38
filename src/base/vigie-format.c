// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Numbers and dates as a reader expects them. Written here rather than left to the C library, because
 * a sandbox may lack the reader's locale, and because the narrow no-break space that French groups
 * thousands with (CLDR, U+202F) is right in a picture and wrong in a file for machines.
 */

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-format.h"

#include "vigie-language-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00a0"
#define MINUS "\u2212"

static void
append_grouped (GString *out, const char *digits)
{
  const VigieConventions *conventions = vigie_language_get_conventions ();
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && length >= conventions->least_grouped && (length - i) % 3 == 0)
        g_string_append (out, conventions->group);
      g_string_append_c (out, digits[i]);
    }
}

/**
 * vigie_format_integer:
 *
 * Returns: (transfer full): @value with its thousands grouped and a real minus sign
 */
char *
vigie_format_integer (gint64 value)
{
  g_autoptr (GString) out = g_string_new (value < 0 ? MINUS : NULL);
  g_autofree char *digits = NULL;
  guint64 magnitude = value < 0 ? (guint64) 0 - (guint64) value : (guint64) value;

  digits = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);
  append_grouped (out, digits);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * vigie_format_decimal:
 * @value: a number; NaN is not measured
 * @decimals: 0 to 9
 *
 * Returns: (transfer full): @value rounded half away from zero
 */
char *
vigie_format_decimal (double value, int decimals)
{
  g_autoptr (GString) out = NULL;
  g_auto (GStrv) parts = NULL;
  char buffer[64];
  double scale = pow (10, decimals);

  g_return_val_if_fail (decimals >= 0 && decimals <= 9, NULL);

  if (isnan (value))
    return g_strdup (VIGIE_NOT_MEASURED);
  value = round (value * scale) / scale;
  g_ascii_formatd (buffer, sizeof buffer, (char[]) { '%', '.', (char) ('0' + decimals), 'f', 0 }, fabs (value));
  parts = g_strsplit (buffer, ".", 2);
  out = g_string_new (value < 0 ? MINUS : NULL);
  append_grouped (out, parts[0]);
  if (parts[1] != NULL)
    g_string_append_printf (out, "%s%s", vigie_language_get_conventions ()->point, parts[1]);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * vigie_format_percent:
 * @ratio: 0.125 is 12.5 %; NaN is not measured
 *
 * Returns: (transfer full): `12,5 %` in French, `12.5%` in English
 */
char *
vigie_format_percent (double ratio, int decimals)
{
  g_autofree char *number = vigie_format_decimal (ratio * 100, decimals);

  if (isnan (ratio))
    return g_steal_pointer (&number);
  return g_strconcat (number, vigie_language_get_conventions ()->percent, NULL);
}

static char *
with_plus (char *number, gboolean positive)
{
  g_autofree char *owned = number;

  return positive ? g_strconcat ("+", owned, NULL) : g_steal_pointer (&owned);
}

/**
 * vigie_format_points:
 * @difference: of two ratios; 0.05 is five points
 *
 * Returns: (transfer full): the difference in percentage points, with its sign: `+5 pts`
 */
char *
vigie_format_points (double difference, int decimals)
{
  g_autofree char *number = vigie_format_decimal (difference * 100, decimals);

  if (isnan (difference))
    return g_steal_pointer (&number);
  number = with_plus (g_steal_pointer (&number), round (difference * 100 * pow (10, decimals)) > 0);
  return g_strconcat (number, NO_BREAK_SPACE, C_ ("percentage points", "pts"), NULL);
}

/**
 * vigie_format_signed:
 *
 * Returns: (transfer full): a change: `+3`, `−2`, `0`
 */
char *
vigie_format_signed (gint64 value)
{
  return with_plus (vigie_format_integer (value), value > 0);
}

/**
 * vigie_format_money:
 * @cents: hundredths of a euro
 *
 * Returns: (transfer full): whole euros: `12 500 €` in French, `€12,500` in English
 */
char *
vigie_format_money (gint64 cents)
{
  gint64 euros = (cents >= 0 ? cents + 50 : cents - 50) / 100;
  const VigieConventions *conventions = vigie_language_get_conventions ();
  g_autofree char *number = vigie_format_integer (euros);

  return g_strconcat (conventions->before_money, number, conventions->after_money, NULL);
}

static const char *
month_short (int month)
{
  const char *const names[] = {
    C_ ("short month", "Jan"), C_ ("short month", "Feb"), C_ ("short month", "Mar"), C_ ("short month", "Apr"),
    C_ ("short month", "May"), C_ ("short month", "Jun"), C_ ("short month", "Jul"), C_ ("short month", "Aug"),
    C_ ("short month", "Sep"), C_ ("short month", "Oct"), C_ ("short month", "Nov"), C_ ("short month", "Dec"),
  };

  return names[month - 1];
}

static const char *
month_full (int month)
{
  const char *const names[] = {
    C_ ("full month", "January"), C_ ("full month", "February"), C_ ("full month", "March"),
    C_ ("full month", "April"),   C_ ("full month", "May"),      C_ ("full month", "June"),
    C_ ("full month", "July"),    C_ ("full month", "August"),   C_ ("full month", "September"),
    C_ ("full month", "October"), C_ ("full month", "November"), C_ ("full month", "December"),
  };

  return names[month - 1];
}

/* French says "1er" for the first of a month and plain numbers after it; German sets a point after each. */
static char *
format_day (VigieDate date, const char *(*name_month) (int month), const char *of)
{
  const VigieConventions *conventions = vigie_language_get_conventions ();
  int year, month, day;

  if (date == VIGIE_DATE_NONE)
    return g_strdup (VIGIE_NOT_MEASURED);
  vigie_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%d%s" NO_BREAK_SPACE "%s%s %s%d", day, day == 1 ? conventions->first : conventions->day, of,
                          name_month (month), of, year);
}

/**
 * vigie_format_date:
 * @date: a day; %VIGIE_DATE_NONE is not measured
 *
 * Returns: (transfer full): `23 nov. 2026` in French, `23 Nov 2026` in English
 */
char *
vigie_format_date (VigieDate date)
{
  return format_day (date, month_short, "");
}

/**
 * vigie_format_date_long:
 *
 * Returns: (transfer full): `23 novembre 2026` in French, `23 November 2026` in English
 */
char *
vigie_format_date_long (VigieDate date)
{
  return format_day (date, month_full, vigie_language_get_conventions ()->of);
}

/**
 * vigie_format_month:
 *
 * Returns: (transfer full): `nov. 2026`
 */
char *
vigie_format_month (VigieDate date)
{
  int year, month, day;

  if (date == VIGIE_DATE_NONE)
    return g_strdup (VIGIE_NOT_MEASURED);
  vigie_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%s %d", month_short (month), year);
}

/**
 * vigie_format_month_alone:
 *
 * Returns: (transfer full): `nov.`, where the year stands beside it
 */
char *
vigie_format_month_alone (VigieDate date)
{
  int year, month, day;

  if (date == VIGIE_DATE_NONE)
    return g_strdup (VIGIE_NOT_MEASURED);
  vigie_date_get_ymd (date, &year, &month, &day);
  return g_strdup (month_short (month));
}

/**
 * vigie_format_year:
 *
 * Returns: (transfer full): `2026`; a year is never grouped as numbers are
 */
char *
vigie_format_year (VigieDate date)
{
  int year, month, day;

  if (date == VIGIE_DATE_NONE)
    return g_strdup (VIGIE_NOT_MEASURED);
  vigie_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%d", year);
}
