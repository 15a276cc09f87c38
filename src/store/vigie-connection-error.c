// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What SQLite reports, as a person needs to know it: what failed, of which file, why, and what can be done.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-sqlite-private.h"

#include "vigie-holder.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* In the place of a result of SQLite, which has none for it: a file may not grow, though the disk has room. */
#define TOO_LARGE 0xfe

static VigieStoreError
error_code (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return VIGIE_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN: /* what stands beside it while it is written to */
      return VIGIE_STORE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
      return VIGIE_STORE_ERROR_CONSTRAINT;
    case SQLITE_CORRUPT:
      return VIGIE_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return VIGIE_STORE_ERROR_NOT_A_REGISTER;
    default:
      return VIGIE_STORE_ERROR_FAILED;
    }
}

/* What goes wrong with a disk and with memory, what it means and what can be done; SQLite's own words tell programmers. */
static const char *
describe_failure (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return _ ("the disk is full. Nothing was changed. Make room on it and try again");
    case TOO_LARGE:
      return _ (
        "the disk, or a limit of this account, allows no larger file. Nothing was changed. Ask for more room, or "
        "move the register to another disk");
    case SQLITE_IOERR:
      return _ ("the disk or the connection to it fails. Nothing was changed. Look whether the disk is reachable and "
                "whole, and try again");
    case SQLITE_NOMEM:
      return _ ("it needs more memory than a register may take. Nothing was changed. Close other programs and try "
                "again");
    case SQLITE_TOOBIG:
      return _ ("it holds a value that is larger than any that Vigie writes. “vigie check” tells more");
    case SQLITE_CANTOPEN:
      return _ ("a file that belongs to it cannot be opened or made beside it. Look who may write in its folder");
    default:
      return NULL;
    }
}

/**
 * vigie_sqlite_set_error:
 * @path: (nullable): the file
 * @result: of SQLite, the extended one
 * @message: what SQLite says
 *
 * Sets @error to what that means.
 */
void
vigie_sqlite_set_error (GError **error, const char *path, int result, const char *message)
{
  const char *description = describe_failure (result);

  if (description == NULL || path == NULL || *path == '\0')
    g_set_error_literal (error, VIGIE_STORE_ERROR, (int) error_code (result), message);
  else
    g_set_error (error, VIGIE_STORE_ERROR, (int) error_code (result),
                 /* Translators: %1$s is a file, %2$s what went wrong and what to do, %3$s what SQLite says of it */
                 _ ("“%1$s”: %2$s (%3$s)."), path, description, message);
}

/* Where SQLite could not write, it is the system that knows why. */
static int
find_cause (sqlite3 *db, int result)
{
  if ((result & 0xff) != SQLITE_IOERR && (result & 0xff) != SQLITE_CANTOPEN)
    return result;
  switch (sqlite3_system_errno (db))
    {
    case ENOSPC:
    case EDQUOT:
      return SQLITE_FULL;
    case EFBIG:
      return TOO_LARGE;
    default:
      return result;
    }
}

static void
fail_interrupted (sqlite3 *db, GError **error)
{
  const VigieConnection *self = sqlite3_get_clientdata (db, VIGIE_SQLITE_CLIENT);

  if (self == NULL || !vigie_connection_is_exhausted (self))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The operation was cancelled"));
  else
    g_set_error (
      error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
      _ ("“%s” was left alone: reading it takes longer than any register of its size, as if it had been made "
         "to keep a program busy. Nothing was changed in it."),
      sqlite3_db_filename (db, "main"));
}

/* Always returns FALSE, for `return vigie_sqlite_fail (…)`. */
gboolean
vigie_sqlite_fail (sqlite3 *db, GError **error)
{
  int result = sqlite3_extended_errcode (db);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    fail_interrupted (db, error);
  else if ((result & 0xff) == SQLITE_CORRUPT)
    vigie_store_error_set_damaged (error, sqlite3_db_filename (db, "main"), sqlite3_errmsg (db));
  else if ((result & 0xff) == SQLITE_BUSY)
    vigie_holder_set_busy (error, sqlite3_db_filename (db, "main"),
                           !vigie_sqlite_has_journal (sqlite3_db_filename (db, "main")));
  else
    vigie_sqlite_set_error (error, sqlite3_db_filename (db, "main"), find_cause (db, result), sqlite3_errmsg (db));
  return FALSE;
}
