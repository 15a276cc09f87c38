// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-what-if.h"

#include "vigie-command.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_SEATS 12
#define MOST 100000

static int more_sessions;
static int seats;
static int new_users;
static char *new_users_on;
static char *target_date;

const GOptionEntry vigie_what_if_options[] = {
  { "more-sessions", 0, 0, G_OPTION_ARG_INT, &more_sessions,
    N_ ("Forecast with so many more training sessions a month"), N_ ("N") },
  { "seats", 0, 0, G_OPTION_ARG_INT, &seats, N_ ("People in each of them; 12 where it is not given"), N_ ("N") },
  { "new-users", 0, 0, G_OPTION_ARG_INT, &new_users,
    N_ ("Forecast with so many people who must hold one training more"), N_ ("N") },
  { "new-users-on", 0, 0, G_OPTION_ARG_STRING, &new_users_on, N_ ("From that day on; at once where it is not given"),
    N_ ("DATE") },
  { "target-date", 0, 0, G_OPTION_ARG_STRING, &target_date,
    N_ ("Tell what pace reaches the training target by that day"), N_ ("DATE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
check_count (const char *option, int count, GError **error)
{
  if (count >= 0 && count <= MOST)
    return TRUE;
  /* Translators: %1$s is an option, %2$d and %3$d numbers */
  return vigie_command_usage (error, _ ("%1$s: %2$d is not a number from 0 to %3$d"), option, count, MOST);
}

static gboolean
parse_day (const char *option, const char *text, VigieDate *day, GError **error)
{
  *day = VIGIE_DATE_NONE;
  return text == NULL || vigie_command_parse_date (option, text, day, error);
}

/**
 * vigie_what_if_parse:
 * @what_if: (out): what forecasts assume
 *
 * Returns: %FALSE with @error, of usage, where one does not make sense
 */
gboolean
vigie_what_if_parse (VigieWhatIf *what_if, GError **error)
{
  *what_if = VIGIE_WHAT_IF_NONE;
  if (!check_count ("--more-sessions", more_sessions, error) || !check_count ("--seats", seats, error) ||
      !check_count ("--new-users", new_users, error) ||
      !parse_day ("--new-users-on", new_users_on, &what_if->new_users_on, error) ||
      !parse_day ("--target-date", target_date, &what_if->target_date, error))
    return FALSE;
  if (seats > 0 && more_sessions == 0)
    return vigie_command_usage (error, _ ("--seats says how many people each of --more-sessions takes: give both"));
  if (new_users_on != NULL && new_users == 0)
    return vigie_command_usage (error, _ ("--new-users-on says when --new-users come: give both"));
  what_if->more_sessions = more_sessions;
  what_if->seats = more_sessions == 0 ? 0 : seats > 0 ? seats : DEFAULT_SEATS;
  what_if->new_users = new_users;
  return TRUE;
}
