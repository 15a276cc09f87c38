// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Moments and durations as human resources and training platforms hand them out. Which of two forms a table has is
 * found out from the whole of a column, and then said by its mapping: here nothing is guessed.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-native.h"

#include "vigie-fold.h"

#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define MINUTES_MAX (1000 * 60)

static char *
dup_day (int year, int month, int day)
{
  VigieDate date = vigie_date_new (year < 100 ? 2000 + year : year, month, day);

  return date != VIGIE_DATE_NONE ? vigie_date_dup_iso (date) : NULL;
}

/* The time of a day, of whatever precision and zone, or nothing. */
static gboolean
is_time (const char *text)
{
  if (*text == '\0')
    return TRUE;
  return (*text == ' ' || *text == 'T' || *text == ',') &&
         strspn (text + 1, "0123456789:.hHZ+- AMPamp") == strlen (text + 1);
}

/**
 * vigie_native_parse_moment:
 * @text: a day, and perhaps a time, which does not count; years of two digits are 20xx
 * @month_first: whether the month stands before the day
 *
 * Returns: (transfer full) (nullable): the day, in ISO 8601; %NULL where @text is none
 */
char *
vigie_native_parse_moment (const char *text, gboolean month_first)
{
  int first, second, year, end = 0;
  char separator, other;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &first, &second, &end) == 3 && end >= 8 && is_time (text + end))
    return year >= 1000 ? dup_day (year, first, second) : NULL;
  if (sscanf (text, "%2d%c%2d%c%4d%n", &first, &separator, &second, &other, &year, &end) != 5 || separator != other ||
      strchr ("/.-", separator) == NULL || !is_time (text + end) || year < 0 || (year >= 100 && year < 1000))
    return NULL;
  return month_first ? dup_day (year, first, second) : dup_day (year, second, first);
}

/**
 * vigie_native_parse_duration:
 * @text: hours and minutes, such as `1:30`, `01:30:00` or `1 h 30`
 *
 * Returns: (transfer full) (nullable): the minutes; %NULL where @text is none
 */
char *
vigie_native_parse_duration (const char *text)
{
  g_autofree char *folded = vigie_text_fold (text);
  int hours, minutes = 0, seconds = 0, end = 0;

  if ((sscanf (folded, "%4d:%2d:%2d%n", &hours, &minutes, &seconds, &end) == 3 && folded[end] == '\0') ||
      (sscanf (folded, "%4d:%2d%n", &hours, &minutes, &end) == 2 && folded[end] == '\0') ||
      (sscanf (folded, "%4d h %2d%n", &hours, &minutes, &end) == 2 && folded[end] == '\0') ||
      (sscanf (folded, "%4d%*1[ ]h%n", &hours, &end) == 1 && end > 0 && folded[end] == '\0') ||
      (sscanf (folded, "%4dh%n", &hours, &end) == 1 && end > 0 && folded[end] == '\0'))
    return hours >= 0 && minutes >= 0 && minutes < 60 ? g_strdup_printf ("%d", hours * 60 + minutes) : NULL;
  return NULL;
}

/**
 * vigie_native_parse_hours:
 * @text: a number of hours, such as `1,5`
 *
 * Returns: (transfer full) (nullable): the minutes; %NULL where @text is no number of whole minutes
 */
char *
vigie_native_parse_hours (const char *text)
{
  g_autofree char *number = g_strdelimit (g_strdup (text), ",", '.');
  char *end;
  double minutes = g_ascii_strtod (number, &end) * 60;

  if (end == number || *g_strchug (end) != '\0' || !(minutes >= 0 && minutes <= MINUTES_MAX))
    return NULL;
  return fabs (minutes - round (minutes)) < 0.01 ? g_strdup_printf ("%d", (int) round (minutes)) : NULL;
}
