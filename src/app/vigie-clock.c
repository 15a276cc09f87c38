// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-clock.h"

#include "vigie-format.h"

#include <glib/gi18n.h>

/**
 * vigie_clock_today:
 *
 * The only clock of the window: all below it is told the day.
 *
 * Returns: today, where the person is
 */
VigieDate
vigie_clock_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vigie_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/**
 * vigie_clock_dup_now:
 *
 * Returns: (transfer full): the time in UTC, as the journal of a register keeps it
 */
char *
vigie_clock_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * vigie_clock_dup_local:
 * @utc: as vigie_clock_dup_now() tells it
 *
 * Returns: (transfer full): the day and the minute where the person is, as one reads them; @utc where it is no time
 */
char *
vigie_clock_dup_local (const char *utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *day = NULL;

  if (local == NULL)
    return g_strdup (utc);
  day = vigie_format_date_long (
    vigie_date_new (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local)));
  /* Translators: a day, hours and minutes */
  return g_strdup_printf (_ ("%1$s, %2$02d:%3$02d"), day, g_date_time_get_hour (local), g_date_time_get_minute (local));
}
