// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How changes of a file are kept safe until they are whole.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-sqlite-private.h"

/**
 * vigie_connection_settle_journal:
 *
 * Chooses how changes are kept safe, of a file that is a register: by a log where other programs of this machine may
 * read meanwhile; by a journal on a network share, where a log would be lost. To be called before a transaction.
 *
 * Returns: %FALSE with @error set where another program stands against it
 */
gboolean
vigie_connection_settle_journal (VigieConnection *self, GError **error)
{
  GError *local = NULL;

  /* A backup that was brought back has a journal until nobody else reads it, which does no harm. */
  if (!vigie_connection_is_on_share (self))
    {
      if (!vigie_connection_is_read_only (self))
        vigie_connection_execute (self, "PRAGMA journal_mode = WAL", NULL);
      return TRUE;
    }
  if (vigie_connection_execute (self, "PRAGMA journal_mode = DELETE", &local))
    return vigie_connection_execute (self, "PRAGMA locking_mode = NORMAL", error) &&
           vigie_connection_execute_script (self, "SELECT count (*) FROM sqlite_schema", error);
  /* What cannot be written to is read alone, as it is. */
  if (!vigie_connection_is_read_only (self))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_error_free (local);
  return TRUE;
}

/**
 * vigie_connection_begin_in_place:
 *
 * For a transaction that adds more than is there, to be called before it: what is added is written once, where it stays,
 * beside a journal of what was there before, instead of to a log first and from there once more. It is as safe as ever;
 * but whoever wants to read has to wait while it is written. To be ended by vigie_connection_end_in_place().
 *
 * Returns: whether it is so; it is not where somebody else has the file open
 */
gboolean
vigie_connection_begin_in_place (VigieConnection *self)
{
  sqlite3 *db = vigie_connection_get_database (self);
  gboolean done;

  if (vigie_connection_is_on_share (self) || vigie_connection_is_read_only (self))
    return FALSE;
  vigie_connection_set_lacks_log (self, FALSE);
  sqlite3_busy_timeout (db, 0);
  /* EXTRA: that the journal is gone, which commits, is on the disk, too. */
  done = vigie_connection_execute (self, "PRAGMA journal_mode = DELETE", NULL) &&
         vigie_connection_execute (self, "PRAGMA synchronous = EXTRA", NULL);
  sqlite3_busy_timeout (db, VIGIE_CONNECTION_BUSY_TIMEOUT_MS);
  return done;
}

/**
 * vigie_connection_end_in_place:
 *
 * Goes back to the log. Where somebody else reads meanwhile the journal stays, which does no harm, until the next
 * transaction tries again.
 */
void
vigie_connection_end_in_place (VigieConnection *self)
{
  sqlite3 *db = vigie_connection_get_database (self);

  sqlite3_busy_timeout (db, 0);
  vigie_connection_set_lacks_log (self, !vigie_connection_execute (self, "PRAGMA journal_mode = WAL", NULL));
  vigie_connection_execute (self, "PRAGMA synchronous = FULL", NULL);
  sqlite3_busy_timeout (db, VIGIE_CONNECTION_BUSY_TIMEOUT_MS);
}
