// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-clock.h"

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
