// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Whether the pages of a file are whole: some 3 ms for each MB, where `vigie check` looks at everything.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-wholeness.h"

/* Some 100 ms. */
#define QUICK_SIZE (32 * 1024 * 1024)

/**
 * vigie_wholeness_is_damage:
 * @line: of an answer of SQLite's own checks
 *
 * Returns: whether it tells of damage; that a CHECK is broken is no damage of the file
 */
gboolean
vigie_wholeness_is_damage (const char *line)
{
  return g_strcmp0 (line, "ok") != 0 && !g_str_has_prefix (line, "CHECK constraint failed");
}

static gboolean
look_at_pages (VigieConnection *connection, const char *path, GError **error)
{
  GError *local = NULL;
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, "PRAGMA quick_check (100)", &local);

  while (local == NULL && vigie_statement_step (statement, &local))
    if (vigie_wholeness_is_damage (vigie_statement_get_text (statement, 0)))
      vigie_store_error_set_damaged (&local, path, vigie_statement_get_text (statement, 0));
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/**
 * vigie_wholeness_is_quick:
 *
 * Returns: whether vigie_wholeness_check() takes no longer than a person notices
 */
gboolean
vigie_wholeness_is_quick (VigieConnection *connection)
{
  return vigie_connection_query_integer (
           connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", 0, NULL) <= QUICK_SIZE;
}

/**
 * vigie_wholeness_check:
 * @path: of the file, for messages
 *
 * Returns: %TRUE where its pages are whole; %FALSE with %VIGIE_STORE_ERROR_DAMAGED where they are not, or with another
 *   error where that could not be found out
 */
gboolean
vigie_wholeness_check (VigieConnection *connection, const char *path, GError **error)
{
  gboolean whole;

  /* Most of the time would go into the rules for each value, which a damaged page does not need to be found. */
  if (!vigie_connection_execute (connection, "PRAGMA ignore_check_constraints = ON", error))
    return FALSE;
  whole = look_at_pages (connection, path, error);
  return vigie_connection_execute (connection, "PRAGMA ignore_check_constraints = OFF", whole ? error : NULL) && whole;
}
