// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Whether the pages of a file are whole: some 3 ms for each MB, where `vigie check` looks at everything.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-wholeness.h"

#include <glib/gi18n-lib.h>

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
refuse (const char *path, const char *what, GError **error)
{
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
               /* Translators: %1$s is a file, %2$s what SQLite says of it */
               _ ("“%1$s” is damaged (%2$s). Nothing was changed in it. “vigie check --rescue” saves what can still be "
                  "read, and “vigie restore” brings a backup back."),
               path, what);
  return FALSE;
}

static gboolean
look_at_pages (VigieConnection *connection, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, "PRAGMA quick_check (100)", &local);

  while (statement != NULL && vigie_statement_step (statement, &local))
    if (vigie_wholeness_is_damage (vigie_statement_get_text (statement, 0)))
      return refuse (path, vigie_statement_get_text (statement, 0), error);
  if (local == NULL)
    return TRUE;
  if (g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED))
    return refuse (path, local->message, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
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
