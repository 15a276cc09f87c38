// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-date.h"

#include <string.h>

/* GDate counts days from 1 = 0001-01-01. */
#define LAST_YEAR 9999
#define JULIAN_OF_EPOCH 719163

static void
to_gdate (VigieDate date, GDate *gdate)
{
  g_date_set_julian (gdate, (guint32) (date + JULIAN_OF_EPOCH));
}

/**
 * vigie_date_new:
 *
 * Returns: the day, or %VIGIE_DATE_NONE where there is no such day
 */
VigieDate
vigie_date_new (int year, int month, int day)
{
  GDate gdate;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return VIGIE_DATE_NONE;
  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (VigieDate) g_date_get_julian (&gdate) - JULIAN_OF_EPOCH;
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
  GDate gdate;

  g_return_if_fail (date != VIGIE_DATE_NONE);

  g_date_clear (&gdate, 1);
  to_gdate (date, &gdate);
  *year = g_date_get_year (&gdate);
  *month = g_date_get_month (&gdate);
  *day = g_date_get_day (&gdate);
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
  GDate gdate;
  gint64 month;

  if (date == VIGIE_DATE_NONE)
    return VIGIE_DATE_NONE;
  g_date_clear (&gdate, 1);
  to_gdate (date, &gdate);
  month = ((gint64) g_date_get_year (&gdate) - 1) * 12 + g_date_get_month (&gdate) - 1 + months;
  if (month < 0 || month >= LAST_YEAR * 12)
    return month < 0 ? vigie_date_new (1, 1, 1) : vigie_date_new (LAST_YEAR, 12, 31);
  if (months >= 0)
    g_date_add_months (&gdate, (guint) months);
  else
    g_date_subtract_months (&gdate, (guint) -months);
  return (VigieDate) g_date_get_julian (&gdate) - JULIAN_OF_EPOCH;
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
