// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieConnection: an open register file.
 *
 * A file is opened as hostile input, whoever made it: SQLite's defensive flags are set before the
 * first statement, limits are lowered, no extension is loaded, and neither triggers nor views of the
 * file's schema are trusted or run; memory is bounded, and so is how long the file can keep one busy. A
 * connection belongs to the thread that opened it.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-connection.h"

#include "vigie-holder.h"
#include "vigie-share.h"
#include "vigie-sqlite-private.h"
#include "vigie-words.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _VigieConnection
{
  sqlite3 *db;
  VigieStatementCache *statements;
  GThread *owner;
  GCancellable *cancellable;
  gboolean read_only;
  gboolean on_share;
  gboolean lacks_log; /* which somebody stood against that had the file open */
  gboolean writes;    /* and so has a cache to write with */
  gboolean begun;     /* a transaction, and it is not over */
  char *path;

  gint64 n_ticks; /* since the work began that is under way */
  gint64 max_ticks;
  gboolean exhausted;

  VigieHold *hold; /* while it changes the file; on a share, as long as it may */
};

#define PAGES_A_STEP 1000
#define STEPS_BETWEEN_CHECKS 20000
#define LONGEST_VALUE (16 * 1024 * 1024)
/* What SQLite may take of memory, in all: ten times what the largest register was seen to need. */
#define MEMORY_MAX (512 * G_GINT64_CONSTANT (1024) * 1024)
/* A file may be so made that its pages lead round and round: no work with it takes more steps than the rows that fit
 * into it could need. The heaviest, a check of everything, takes some 20 a byte. */
#define STEPS_A_BYTE 200
#define STEPS_AT_LEAST G_GINT64_CONSTANT (100000000)

/* Not for an edit, which is over before anyone asks who is at it. */
static void
begin_hold (VigieConnection *self)
{
  gboolean held;

  if (self->hold == NULL && *self->path != ':')
    self->hold = vigie_hold_take (self->path, &held);
}

static int
progress_cb (gpointer data)
{
  VigieConnection *self = data;

  if (self->begun && !self->read_only)
    begin_hold (self);
  /* An import may write as much as it reads. */
  if (++self->n_ticks > self->max_ticks && self->max_ticks > 0 &&
      sqlite3_txn_state (self->db, "main") != SQLITE_TXN_WRITE)
    self->exhausted = TRUE;
  return self->exhausted || g_cancellable_is_cancelled (self->cancellable);
}

/* What is read from a file is bounded by its size; what is in memory is ours. */
static void
begin_work (VigieConnection *self)
{
  GStatBuf status;

  self->n_ticks = 0;
  self->exhausted = FALSE;
  self->max_ticks = g_stat (self->path, &status) == 0
                      ? (STEPS_AT_LEAST + STEPS_A_BYTE * (gint64) status.st_size) / STEPS_BETWEEN_CHECKS
                      : 0;
}

static void
set_limits (sqlite3 *db)
{
  static const struct
  {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, LONGEST_VALUE }, { SQLITE_LIMIT_SQL_LENGTH, 100000 },  { SQLITE_LIMIT_COLUMN, 200 },
    { SQLITE_LIMIT_EXPR_DEPTH, 100 },       { SQLITE_LIMIT_COMPOUND_SELECT, 50 }, { SQLITE_LIMIT_VDBE_OP, 100000 },
    { SQLITE_LIMIT_ATTACHED, 0 },           { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },   { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
}

static int
compare_words_cb (void *data G_GNUC_UNUSED, int a_length, const void *a, int b_length, const void *b)
{
  return vigie_words_compare (a, (gsize) a_length, b, (gsize) b_length);
}

static gboolean
harden (VigieConnection *self, GError **error)
{
  static const int switches[][2] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, /* but for those of the connection */
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },        { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };

  sqlite3_extended_result_codes (self->db, 1);
  if (sqlite3_create_collation_v2 (self->db, VIGIE_CONNECTION_WORDS, SQLITE_UTF8, NULL, compare_words_cb, NULL) !=
      SQLITE_OK)
    return vigie_sqlite_fail (self->db, error);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    if (sqlite3_db_config (self->db, switches[i][0], switches[i][1], NULL) != SQLITE_OK)
      return vigie_sqlite_fail (self->db, error);
  set_limits (self->db);
  sqlite3_hard_heap_limit64 (MEMORY_MAX);
  sqlite3_set_clientdata (self->db, VIGIE_SQLITE_CLIENT, self, NULL);
  begin_work (self);
  sqlite3_busy_timeout (self->db, VIGIE_CONNECTION_BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_CHECKS, progress_cb, self);
  /* Alone, SQLite keeps the index of the log in memory of its own: see vigie_connection_settle_journal(). */
  if (self->on_share && !vigie_connection_execute_script (self, "PRAGMA locking_mode = EXCLUSIVE", error))
    return FALSE;
  return vigie_connection_execute_script (self,
                                          "PRAGMA cell_size_check = ON;"
                                          "PRAGMA mmap_size = 0;"
                                          "PRAGMA secure_delete = ON;",
                                          error);
}

static gboolean
is_for_reading (VigieOpenMode mode)
{
  return mode == VIGIE_OPEN_READ || mode == VIGIE_OPEN_INSPECT;
}

static gboolean
check_file (const char *path, VigieOpenMode mode, GError **error)
{
  if (mode == VIGIE_OPEN_CREATE && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS,
                   _ ("“%s” exists already. Choose another name, or remove it first."), path);
      return FALSE;
    }
  if (mode != VIGIE_OPEN_CREATE && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_FOUND, _ ("There is no file “%s”."), path);
      return FALSE;
    }
  if (mode != VIGIE_OPEN_CREATE && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_A_REGISTER, _ ("“%s” is not a file."), path);
      return FALSE;
    }
  return TRUE;
}

/* On a share one at a time may change a file. */
static gboolean
take_share (VigieConnection *self, VigieOpenMode mode, GError **error)
{
  gboolean held;

  self->on_share = vigie_share_is_network (self->path);
  if (!self->on_share || is_for_reading (mode))
    return TRUE;
  self->hold = vigie_hold_take (self->path, &held);
  if (held)
    vigie_holder_set_busy (error, self->path, TRUE);
  return !held;
}

/**
 * vigie_connection_open:
 * @path: a file in the local file system
 *
 * Opens the file and hardens the connection. Whether it is a register is not checked here: see
 * vigie_migrations_run().
 *
 * Returns: (transfer full): the connection, owned by the calling thread; %NULL with @error set
 */
VigieConnection *
vigie_connection_open (const char *path, VigieOpenMode mode, GError **error)
{
  g_autoptr (VigieConnection) self = NULL;
  int result;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_file (path, mode, error))
    return NULL;
  self = g_new0 (VigieConnection, 1);
  self->owner = g_thread_self ();
  self->path = g_strdup (path);
  self->statements = vigie_statement_cache_new ();
  if (!take_share (self, mode, error))
    return NULL;
  result = vigie_sqlite_open (path, mode, self->on_share, &self->db);
  if (result != SQLITE_OK)
    {
      vigie_sqlite_set_error (error, path, result, sqlite3_errstr (result));
      return NULL;
    }
  if (!harden (self, error) || (mode != VIGIE_OPEN_CREATE && !vigie_sqlite_take_back (self->db, path, error)) ||
      (is_for_reading (mode) && !vigie_connection_execute (self, "PRAGMA query_only = ON", error)))
    return NULL;
  self->read_only = is_for_reading (mode) || sqlite3_db_readonly (self->db, "main") == 1;
  return g_steal_pointer (&self);
}

/**
 * vigie_connection_open_wreck:
 * @path: a copy of a damaged file, with its log if it had one
 *
 * Opens what is left of a file, to be read as far as it goes: SQLite looks away from what it would refuse otherwise.
 *
 * Returns: (transfer full): the connection, owned by the calling thread; %NULL with @error set
 */
VigieConnection *
vigie_connection_open_wreck (const char *path, GError **error)
{
  g_autoptr (VigieConnection) self = vigie_connection_open (path, VIGIE_OPEN_INSPECT, error);

  if (self == NULL)
    return NULL;
  if (sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL) != SQLITE_OK ||
      sqlite3_exec (self->db, "PRAGMA writable_schema = ON", NULL, NULL, NULL) != SQLITE_OK)
    {
      vigie_sqlite_fail (self->db, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
vigie_connection_free (VigieConnection *self)
{
  g_return_if_fail (self != NULL);

  vigie_statement_cache_close (self->statements);
  g_clear_pointer (&self->statements, vigie_statement_cache_unref);
  sqlite3_close_v2 (self->db);
  g_clear_pointer (&self->hold, vigie_hold_release);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

/**
 * vigie_connection_assert_owner:
 *
 * Stops the program where a thread uses a connection that it does not own.
 */
void
vigie_connection_assert_owner (VigieConnection *self)
{
  g_assert (self->owner == g_thread_self ());
}

/**
 * vigie_connection_set_cancellable:
 * @cancellable: (nullable): what stops a running statement; %NULL for none
 *
 * Says that a piece of work begins, or ends: each is bounded for itself by what the file could need.
 */
void
vigie_connection_set_cancellable (VigieConnection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  begin_work (self);
}

/**
 * vigie_connection_prepare:
 * @sql: one statement of constant text
 *
 * Returns: (transfer full): the statement; %NULL with @error set
 */
VigieStatement *
vigie_connection_prepare (VigieConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt;

  vigie_connection_assert_owner (self);
  stmt = vigie_statement_cache_take (self->statements, sql);
  if (stmt == NULL && sqlite3_prepare_v3 (self->db, sql, -1, 0, &stmt, NULL) != SQLITE_OK)
    {
      vigie_sqlite_fail (self->db, error);
      return NULL;
    }
  return vigie_statement_new (stmt, self->statements);
}

/**
 * vigie_connection_execute:
 * @sql: one statement of constant text
 *
 * Returns: %FALSE with @error set where it failed
 */
gboolean
vigie_connection_execute (VigieConnection *self, const char *sql, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (self, sql, error);

  return statement != NULL && vigie_statement_run (statement, error);
}

/**
 * vigie_connection_execute_script:
 * @sql: any number of statements
 *
 * Returns: %FALSE with @error set where one failed; those before it have run
 */
gboolean
vigie_connection_execute_script (VigieConnection *self, const char *sql, GError **error)
{
  vigie_connection_assert_owner (self);
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK || vigie_sqlite_fail (self->db, error);
}

/**
 * vigie_connection_query_integer:
 *
 * Returns: the first column of the first row of @sql; @fallback where there is none or it failed
 */
gint64
vigie_connection_query_integer (VigieConnection *self, const char *sql, gint64 fallback, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (self, sql, error);

  if (statement == NULL || !vigie_statement_step (statement, error))
    return fallback;
  return vigie_statement_get_integer_or (statement, 0, fallback);
}

static void
end_hold (VigieConnection *self)
{
  self->begun = FALSE;
  if (!self->on_share)
    g_clear_pointer (&self->hold, vigie_hold_release);
}

/**
 * vigie_connection_begin:
 *
 * Begins a transaction that may write, so that it fails at once where another program is writing.
 */
gboolean
vigie_connection_begin (VigieConnection *self, GError **error)
{
  if (self->lacks_log)
    vigie_connection_end_in_place (self);
  if (!self->writes && !vigie_connection_execute (self, "PRAGMA cache_size = " VIGIE_CONNECTION_CACHE, error))
    return FALSE;
  self->writes = TRUE;
  if (!vigie_connection_execute (self, self->read_only ? "BEGIN" : "BEGIN IMMEDIATE", error))
    return FALSE;
  self->begun = TRUE;
  return TRUE;
}

gboolean
vigie_connection_commit (VigieConnection *self, GError **error)
{
  if (!vigie_connection_execute (self, "COMMIT", error))
    return FALSE;
  end_hold (self);
  return TRUE;
}

/**
 * vigie_connection_rollback:
 *
 * Takes back all since vigie_connection_begin(); nothing where no transaction is open.
 */
void
vigie_connection_rollback (VigieConnection *self)
{
  vigie_connection_assert_owner (self);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  end_hold (self);
}

static int
copy_pages (sqlite3_backup *backup, VigieCopyProgress progress, gpointer data, GCancellable *cancellable)
{
  int result = SQLITE_OK;

  while (result == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    {
      int pages, left;

      result = sqlite3_backup_step (backup, PAGES_A_STEP);
      pages = sqlite3_backup_pagecount (backup);
      left = sqlite3_backup_remaining (backup);
      if (progress != NULL && pages > 0)
        progress ((double) (pages - left) / pages, pages - left, data);
    }
  return result;
}

/* Copies what is read now, whatever another program writes meanwhile: without a transaction of its own the copy would
 * begin anew after each of its changes. */
static gboolean
copy_snapshot (VigieConnection *self, VigieConnection *copy, VigieCopyProgress progress, gpointer data,
               GCancellable *cancellable, GError **error)
{
  gboolean own = sqlite3_get_autocommit (self->db);
  sqlite3_backup *backup;
  int result;

  if (own && !vigie_connection_execute_script (self, "BEGIN; SELECT count (*) FROM sqlite_schema", error))
    return FALSE;
  backup = sqlite3_backup_init (copy->db, "main", self->db, "main");
  result = backup != NULL ? copy_pages (backup, progress, data, cancellable) : SQLITE_ERROR;
  sqlite3_backup_finish (backup);
  if (own)
    vigie_connection_rollback (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return result == SQLITE_DONE || vigie_sqlite_fail (copy->db, error);
}

/**
 * vigie_connection_copy_to:
 * @path: a file that does not exist
 * @progress: (nullable) (scope call): is told how far it is
 *
 * Copies the whole database by SQLite's online backup and leaves one file without siblings.
 *
 * Returns: %FALSE with @error set; what is at @path is then not whole
 */
gboolean
vigie_connection_copy_to (VigieConnection *self, const char *path, VigieCopyProgress progress, gpointer data,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieConnection) copy = vigie_connection_open (path, VIGIE_OPEN_CREATE, error);

  vigie_connection_assert_owner (self);
  return copy != NULL && copy_snapshot (self, copy, progress, data, cancellable, error) &&
         vigie_connection_execute (copy, "PRAGMA journal_mode = DELETE", error);
}

/**
 * vigie_connection_take_alone:
 *
 * Takes the file for oneself until the connection is freed, and leaves it without siblings.
 *
 * Returns: %FALSE with @error set, %VIGIE_STORE_ERROR_BUSY where another program has it open
 */
gboolean
vigie_connection_take_alone (VigieConnection *self, GError **error)
{
  /* Out of WAL it does not go while another has it open; then the lock of an exclusive transaction stays. */
  return vigie_connection_execute (self, "PRAGMA journal_mode = DELETE", error) &&
         vigie_connection_execute (self, "PRAGMA locking_mode = EXCLUSIVE", error) &&
         vigie_connection_execute_script (self, "BEGIN EXCLUSIVE; COMMIT", error);
}

/**
 * vigie_connection_n_changed:
 *
 * Returns: how many rows the statement that was run last added, changed or deleted
 */
gint64
vigie_connection_n_changed (VigieConnection *self)
{
  return sqlite3_changes64 (self->db);
}

/** Returns: (transfer none): the file */
const char *
vigie_connection_get_path (VigieConnection *self)
{
  return self->path;
}

/** Returns: how many rows were changed since it was opened, those included of which the change was taken back */
gint64
vigie_connection_n_changed_ever (VigieConnection *self)
{
  return sqlite3_total_changes64 (self->db);
}

gint64
vigie_connection_last_insert_id (VigieConnection *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

/* For vigie-changeset.c: the session extension works on the database itself. */
sqlite3 *
vigie_connection_get_database (VigieConnection *self)
{
  vigie_connection_assert_owner (self);
  return self->db;
}

/**
 * vigie_connection_is_on_share:
 *
 * Returns: whether the file is on a network share: see vigie_share_is_network()
 */
gboolean
vigie_connection_is_on_share (VigieConnection *self)
{
  return self->on_share;
}

/* For vigie-connection-journal.c: whether the log could not be had again. */
void
vigie_connection_set_lacks_log (VigieConnection *self, gboolean lacks_log)
{
  self->lacks_log = lacks_log;
}

/* For vigie-connection-error.c: whether what stopped a statement is that it took more steps than the file could need. */
gboolean
vigie_connection_is_exhausted (const VigieConnection *self)
{
  return self->exhausted;
}

gboolean
vigie_connection_is_read_only (VigieConnection *self)
{
  return self->read_only;
}
