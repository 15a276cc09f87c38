// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-share.h"
#include "vigie-sqlite-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static int
open_flags (VigieOpenMode mode)
{
  const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  /* To read, too: the last to close a file that it may write to clears away what stands beside it. */
  if (mode != VIGIE_OPEN_CREATE)
    return common | SQLITE_OPEN_READWRITE;
  return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

static gboolean
is_writable_beside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK | X_OK) == 0;
}

/**
 * vigie_sqlite_has_journal:
 *
 * Returns: whether the journal of a change stands beside a file: while it is under way, or because it ended halfway, and
 *   then the file is nothing without it
 */
gboolean
vigie_sqlite_has_journal (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-journal", NULL);
  int file = g_open (name, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  guint8 first = 0;
  gboolean begun;

  if (file < 0)
    return errno != ENOENT && errno != ENOTDIR;
  begun = read (file, &first, 1) == 1 && first != 0;
  close (file);
  return begun;
}

/* SQLite keeps its `-wal` and `-shm` beside a file. Where it may make none and there are none, the file
 * can only be read as one that does not change. */
static gboolean
is_alone (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return !is_writable_beside (path) && !g_file_test (log, G_FILE_TEST_EXISTS) && !vigie_sqlite_has_journal (path);
}

/* SQLite will not follow a link in the place of a file. Portals before 1.18.1 open what they lend through a link of their
   own and refuse it for that (flatpak/xdg-desktop-portal#1117): where there is no link it is asked without. */
static int
open_lent (const char *path, int flags, int mode)
{
  GStatBuf status;
  int file = open (path, flags, mode);

  if (file < 0 && errno == ELOOP && (flags & O_NOFOLLOW) != 0 && g_lstat (path, &status) == 0 &&
      S_ISREG (status.st_mode))
    file = open (path, flags & ~O_NOFOLLOW, mode);
  return file;
}

static gpointer
let_portals_lend (gpointer data G_GNUC_UNUSED)
{
  sqlite3_vfs *files = sqlite3_vfs_find ("unix");

  if (files != NULL && files->iVersion >= 3)
    files->xSetSystemCall (files, "open", (sqlite3_syscall_ptr) open_lent);
  return NULL;
}

static int
open_unchanging (const char *path, sqlite3 **db)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);

  return sqlite3_open_v2 (immutable, db, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

/* A folder may say that files can be made in it and yet take none, as that of a file which a portal lends to a sandbox.
   SQLite says so when it reads; on a share, only if the index of the log is in memory of its own. */
static gboolean
takes_no_log (sqlite3 *db, const char *path, gboolean on_share)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  if (on_share)
    sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL);
  if ((sqlite3_exec (db, "PRAGMA schema_version", NULL, NULL, NULL) & 0xff) != SQLITE_CANTOPEN ||
      vigie_sqlite_has_journal (path))
    return FALSE;
  /* A log that was made and could not be used has nothing in it. */
  return g_stat (log, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size == 0;
}

/**
 * vigie_sqlite_open:
 * @path: a file of the local file system
 * @on_share: whether it is on a network share, or where it cannot be told from one
 * @db: (out): the database, or %NULL
 *
 * Opens a file; where there can be no log beside it, as one that does not change.
 *
 * Returns: the result of SQLite
 */
int
vigie_sqlite_open (const char *path, VigieOpenMode mode, gboolean on_share, sqlite3 **db)
{
  static GOnce once = G_ONCE_INIT;
  int result;

  g_once (&once, let_portals_lend, NULL);
  if (mode != VIGIE_OPEN_CREATE && (vigie_share_is_lent (path) || is_alone (path)))
    return open_unchanging (path, db);
  result = sqlite3_open_v2 (path, db, open_flags (mode), NULL);
  if (result != SQLITE_OK || mode == VIGIE_OPEN_CREATE || !takes_no_log (*db, path, on_share))
    return result;
  sqlite3_close (*db);
  *db = NULL;
  return open_unchanging (path, db);
}

/**
 * vigie_sqlite_take_back:
 * @db: just opened, from @path
 *
 * Has SQLite take back a change that ended halfway, where it can. It cannot where nothing may be removed beside the file,
 * which is not read then: part of it is of before and part of after.
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_sqlite_take_back (sqlite3 *db, const char *path, GError **error)
{
  int result;

  if (is_writable_beside (path) || !vigie_sqlite_has_journal (path) || vigie_share_is_lent (path))
    return TRUE;
  result = sqlite3_exec (db, "PRAGMA schema_version", NULL, NULL, NULL);
  if (result == SQLITE_OK || (result & 0xff) == SQLITE_BUSY)
    return TRUE;
  g_set_error (
    error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_READ_ONLY,
    _ ("A change of “%1$s” ended halfway, and cannot be taken back where it stands, because its folder cannot "
       "be written to. Copy it together with “%1$s-journal” to a folder where you may write, and open the "
       "copy."),
    path);
  return FALSE;
}
