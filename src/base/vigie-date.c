// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-date.h"

#include <string.h>

/*
 * Dates come by the million, so they are worked out here rather than by GDate, in the way of Howard Hinnant's
 * “chrono-Compatible Low-Level Date Algorithms”: years begin in March, so that a leap day is the last of its year, and
 * 400 of them have always as many days.
 */
#define LAST_YEAR 9999
#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY 2932896    /* 9999-12-31 */
#define DAYS_OF_400_YEARS 146097
#define DAYS_TO_EPOCH 719468 /* from 0000-03-01 */

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
count_days (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

static VigieDate
from_ymd (int year, int month, int day)
{
  int shifted = month > 2 ? year : year - 1;
  int of_400 = shifted % 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return shifted / 400 * DAYS_OF_400_YEARS + of_400 * 365 + of_400 / 4 - of_400 / 100 + day_of_year - DAYS_TO_EPOCH;
}

/**
 * vigie_date_new:
 *
 * Returns: the day, or %VIGIE_DATE_NONE where there is no such day
 */
VigieDate
vigie_date_new (int year, int month, int day)
{
  if (year < 1 || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > count_days (year, month))
    return VIGIE_DATE_NONE;
  return from_ymd (year, month, day);
}

static int
digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/**
 * vigie_date_parse_iso:
 * @text: (nullable): exactly `YYYY-MM-DD`
 *
 * Returns: the day, or %VIGIE_DATE_NONE where @text is no such day
 */
VigieDate
vigie_date_parse_iso (const char *text)
{
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return VIGIE_DATE_NONE;
  return vigie_date_new (digits (text, 4), digits (text + 5, 2), digits (text + 8, 2));
}

/**
 * vigie_date_get_ymd:
 * @date: a day, not %VIGIE_DATE_NONE
 */
void
vigie_date_get_ymd (VigieDate date, int *year, int *month, int *day)
{
  guint days, of_400, year_of_400, day_of_year, shifted;

  g_return_if_fail (date != VIGIE_DATE_NONE);

  days = (guint) (CLAMP (date, FIRST_DAY, LAST_DAY) + DAYS_TO_EPOCH);
  of_400 = days % DAYS_OF_400_YEARS;
  year_of_400 = (of_400 - of_400 / 1460 + of_400 / 36524 - of_400 / 146096) / 365;
  day_of_year = of_400 - (365 * year_of_400 + year_of_400 / 4 - year_of_400 / 100);
  shifted = (5 * day_of_year + 2) / 153;
  *day = (int) (day_of_year - (153 * shifted + 2) / 5 + 1);
  *month = (int) (shifted < 10 ? shifted + 3 : shifted - 9);
  *year = (int) (year_of_400 + days / DAYS_OF_400_YEARS * 400) + (*month <= 2);
}

static void
write_digits (char *text, int value, int n)
{
  for (int i = n - 1; i >= 0; i--, value /= 10)
    text[i] = (char) ('0' + value % 10);
}

/**
 * vigie_date_to_iso:
 * @date: a day, not %VIGIE_DATE_NONE
 * @iso: (out caller-allocates): receives `YYYY-MM-DD` and a final NUL
 */
void
vigie_date_to_iso (VigieDate date, char iso[VIGIE_DATE_ISO_SIZE])
{
  int year, month, day;

  g_return_if_fail (date != VIGIE_DATE_NONE);

  vigie_date_get_ymd (date, &year, &month, &day);
  write_digits (iso, year, 4);
  iso[4] = '-';
  write_digits (iso + 5, month, 2);
  iso[7] = '-';
  write_digits (iso + 8, day, 2);
  iso[10] = '\0';
}

/**
 * vigie_date_dup_iso:
 *
 * Returns: (transfer full): `YYYY-MM-DD`
 */
char *
vigie_date_dup_iso (VigieDate date)
{
  char iso[VIGIE_DATE_ISO_SIZE];

  g_return_val_if_fail (date != VIGIE_DATE_NONE, NULL);

  vigie_date_to_iso (date, iso);
  return g_strdup (iso);
}

/**
 * vigie_date_add_months:
 * @date: %VIGIE_DATE_NONE, as what stands in a damaged register may be, stays what it is
 * @months: may be negative
 *
 * Returns: the same day of another month, or that month's last day where it is shorter; the first or last day that has
 *   four digits of a year where it would go beyond them
 */
VigieDate
vigie_date_add_months (VigieDate date, int months)
{
  int year, month, day;
  gint64 total;

  if (date == VIGIE_DATE_NONE)
    return VIGIE_DATE_NONE;
  vigie_date_get_ymd (date, &year, &month, &day);
  total = ((gint64) year - 1) * 12 + month - 1 + months;
  if (total < 0 || total >= LAST_YEAR * 12)
    return total < 0 ? FIRST_DAY : LAST_DAY;
  year = (int) (total / 12) + 1;
  month = (int) (total % 12) + 1;
  return from_ymd (year, month, MIN (day, count_days (year, month)));
}

/**
 * vigie_date_month_start:
 *
 * Returns: the first day of the month of @date
 */
VigieDate
vigie_date_month_start (VigieDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != VIGIE_DATE_NONE, VIGIE_DATE_NONE);

  vigie_date_get_ymd (date, &year, &month, &day);
  return vigie_date_new (year, month, 1);
}
