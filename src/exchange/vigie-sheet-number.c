// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The numbers of a workbook as text. A workbook keeps days as numbers too, and only the format of the cell says so:
 * ECMA-376-1:2016, 18.8.30 (numFmt) and 18.17.4 (dates and times).
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-sheet-number.h"

#include "vigie-date.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#define SECONDS_A_DAY 86400
/* Excel counts a 29 February 1900, which there was not; from March 1900 on day 1 is 31 December 1899. */
#define LAST_BEFORE_LEAP 59
#define SERIAL_MAX 2958465 /* 31 December 9999 */
#define DURATION_MAX 366

/* Where what stands in quotes, in brackets or after a backslash ends. */
static const char *
skip_literal (const char *p)
{
  const char *end = NULL;

  if (*p == '"')
    end = strchr (p + 1, '"');
  else if (*p == '[')
    end = strchr (p + 1, ']');
  else if (*p == '\\' || *p == '_' || *p == '*')
    return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
  return end != NULL ? end + 1 : p + 1;
}

/* `[h]:mm` is a duration, while `[Red]`, `[$-40C]` say nothing of time. */
static gboolean
is_elapsed (const char *p)
{
  static const char *const units[] = { "[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]", NULL };

  for (gsize i = 0; units[i] != NULL; i++)
    if (g_ascii_strncasecmp (p, units[i], strlen (units[i])) == 0)
      return TRUE;
  return FALSE;
}

/**
 * vigie_sheet_format_parse:
 * @code: a format as a workbook keeps it, such as `dd/mm/yyyy` or `#,##0.00 "€"`
 */
VigieSheetFormat
vigie_sheet_format_parse (const char *code)
{
  gboolean time = FALSE;

  if (g_ascii_strcasecmp (code, "General") == 0)
    return VIGIE_SHEET_NUMBER;
  if (strstr (code, "€") != NULL)
    return VIGIE_SHEET_EURO;
  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      if (*p == '%')
        return VIGIE_SHEET_PERCENT;
      if (is_elapsed (p))
        return VIGIE_SHEET_TIME;
      if (strchr ("yYdD", *p) != NULL)
        return VIGIE_SHEET_DATE;
      /* A month alone is a date, and with hours or seconds it is minutes. */
      if ((*p == 'm' || *p == 'M') && strpbrk (code, "hHsS") == NULL)
        return VIGIE_SHEET_DATE;
      time |= strchr ("hHsS", *p) != NULL;
      p = strchr ("\"[\\_*", *p) != NULL ? skip_literal (p) : g_utf8_next_char (p);
    }
  return time ? VIGIE_SHEET_TIME : VIGIE_SHEET_NUMBER;
}

/**
 * vigie_sheet_format_builtin:
 * @id: of a format that a workbook need not write down: ECMA-376-1:2016, 18.8.30
 */
VigieSheetFormat
vigie_sheet_format_builtin (guint id)
{
  if (id == 9 || id == 10)
    return VIGIE_SHEET_PERCENT;
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return VIGIE_SHEET_DATE;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47))
    return VIGIE_SHEET_TIME;
  return VIGIE_SHEET_NUMBER;
}

static char *
dup_time (gint64 seconds)
{
  return g_strdup_printf ("%02" PRId64 ":%02" PRId64 ":%02" PRId64, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static char *
dup_date (double serial, gboolean epoch_1904)
{
  gint64 seconds = (gint64) round ((serial - floor (serial)) * SECONDS_A_DAY);
  gint64 day = (gint64) floor (serial) + seconds / SECONDS_A_DAY;
  VigieDate first = epoch_1904 ? vigie_date_new (1904, 1, 1) : vigie_date_new (1899, 12, 30);
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  seconds %= SECONDS_A_DAY;
  if (!epoch_1904 && day <= LAST_BEFORE_LEAP)
    day++;
  date = vigie_date_dup_iso (first + (VigieDate) day);
  if (seconds == 0)
    return g_steal_pointer (&date);
  time = dup_time (seconds);
  return g_strconcat (date, "T", time, NULL);
}

/* As many digits as a workbook shows, so that 0.1 + 0.2 is 0.3; never with an exponent. */
static char *
dup_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) < 1e15)
    return g_strdup_printf ("%" PRId64, (gint64) number);
  g_ascii_formatd (text, sizeof text, "%.15g", number);
  return g_strdup (text);
}

/**
 * vigie_sheet_number_dup_text:
 * @epoch_1904: whether days are counted from 1904, as the first workbooks of Macintosh did
 *
 * Returns: (transfer full): what a person sees in the cell, in the form that a table takes: `2026-11-28`,
 *   `2026-11-28T14:30:00`, `01:30:00`, `63.2%`, `12.5€`, `1234.5`
 */
char *
vigie_sheet_number_dup_text (double number, VigieSheetFormat format, gboolean epoch_1904)
{
  g_autofree char *text = NULL;

  if (!isfinite (number))
    return g_strdup ("#NUM!");
  if (format == VIGIE_SHEET_DATE && number >= 0 && number <= SERIAL_MAX)
    return dup_date (number, epoch_1904);
  /* No one is trained for a year on end: it is a moment of which only the hour is shown. */
  if (format == VIGIE_SHEET_TIME && number > DURATION_MAX && number <= SERIAL_MAX)
    return dup_date (number, epoch_1904);
  if (format == VIGIE_SHEET_TIME && number >= 0 && number <= DURATION_MAX)
    return dup_time ((gint64) round (number * SECONDS_A_DAY));
  text = dup_number (format == VIGIE_SHEET_PERCENT ? number * 100 : number);
  if (format == VIGIE_SHEET_PERCENT)
    return g_strconcat (text, "%", NULL);
  return format == VIGIE_SHEET_EURO ? g_strconcat (text, "€", NULL) : g_steal_pointer (&text);
}
