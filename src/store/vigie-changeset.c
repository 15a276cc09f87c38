// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Changesets of SQLite's session extension: captured, looked at, inverted, applied. It stands beside
 * vigie-connection.c and vigie-statement.c because the extension works on the database itself.
 *
 * Only tables of records are captured, and only they are written to: what is derived from them (search, rollups) is
 * made anew after a changeset, and the journal is not part of what it tells. With the records goes what is noted of the
 * day on which they were entered: a row id may be another's meanwhile, and then that note is another's too. It is no
 * record, is not told, and never stands against an undo.
 */

#define G_LOG_DOMAIN "vigie-store"
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "vigie-changeset.h"

#include "vigie-entities.h"
#include "vigie-sqlite-private.h"

#include <glib/gi18n-lib.h>

#define ENTRIES "entry_batch"

struct _VigieCapture
{
  sqlite3 *db;
  sqlite3_session *session;
};

static gboolean
fail (int result, GError **error)
{
  if (result == SQLITE_CORRUPT)
    g_set_error_literal (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
                         _ ("An entry of the journal is damaged: its changes cannot be read."));
  else
    g_set_error_literal (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED, sqlite3_errstr (result));
  return FALSE;
}

static gboolean
start_session (VigieCapture *self, GError **error)
{
  int result = sqlite3session_create (self->db, "main", &self->session);

  for (const VigieEntity *const *entity = vigie_entities (); result == SQLITE_OK && *entity != NULL; entity++)
    result = sqlite3session_attach (self->session, (*entity)->nick);
  if (result == SQLITE_OK)
    result = sqlite3session_attach (self->session, ENTRIES);
  return result == SQLITE_OK || fail (result, error);
}

/**
 * vigie_capture_new:
 * @connection: within a transaction; outlives the capture
 *
 * Returns: (transfer full): a capture of what is changed from now on; %NULL with @error set
 */
VigieCapture *
vigie_capture_new (VigieConnection *connection, GError **error)
{
  g_autoptr (VigieCapture) self = g_new0 (VigieCapture, 1);

  self->db = vigie_connection_get_database (connection);
  return start_session (self, error) ? g_steal_pointer (&self) : NULL;
}

void
vigie_capture_free (VigieCapture *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->session, sqlite3session_delete);
  g_free (self);
}

gboolean
vigie_capture_is_empty (VigieCapture *self)
{
  return sqlite3session_isempty (self->session) != 0;
}

/**
 * vigie_capture_take:
 *
 * Gives what was changed since the last call and begins anew, so that a long run of changes needs the memory of a
 * short one.
 *
 * Returns: (transfer full): the changeset, which may be empty; %NULL with @error set
 */
GBytes *
vigie_capture_take (VigieCapture *self, GError **error)
{
  gpointer bytes = NULL;
  int size = 0;
  int result = sqlite3session_changeset (self->session, &size, &bytes);
  g_autoptr (GBytes) changeset = g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);

  g_clear_pointer (&self->session, sqlite3session_delete);
  if (result != SQLITE_OK)
    {
      fail (result, error);
      return NULL;
    }
  return start_session (self, error) ? g_steal_pointer (&changeset) : NULL;
}

static VigieChangeKind
kind_from_operation (int operation)
{
  if (operation == SQLITE_INSERT)
    return VIGIE_CHANGE_ADDED;
  return operation == SQLITE_DELETE ? VIGIE_CHANGE_DELETED : VIGIE_CHANGE_CHANGED;
}

/* The first column of every table of records is its id. */
static gint64
read_id (sqlite3_changeset_iter *changes, int operation)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (changes, 0, &value);
  else
    sqlite3changeset_old (changes, 0, &value);
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/**
 * vigie_changeset_foreach:
 * @func: (scope call): is told of each row of a record
 *
 * Returns: %FALSE with @error set where @changeset is none
 */
gboolean
vigie_changeset_foreach (GBytes *changeset, VigieChangeFunc func, gpointer data, GError **error)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);
  sqlite3_changeset_iter *changes = NULL;
  int result = sqlite3changeset_start (&changes, (int) size, (gpointer) bytes);
  gboolean goes_on = TRUE;

  if (result != SQLITE_OK)
    return fail (result, error);
  while (goes_on && sqlite3changeset_next (changes) == SQLITE_ROW)
    {
      const char *table;
      int n_columns;
      int operation;

      sqlite3changeset_op (changes, &table, &n_columns, &operation, NULL);
      if (!g_str_equal (table, ENTRIES))
        goes_on = func (table, read_id (changes, operation), kind_from_operation (operation), data);
    }
  result = sqlite3changeset_finalize (changes);
  return result == SQLITE_OK || fail (result, error);
}

/**
 * vigie_changeset_invert:
 *
 * Returns: (transfer full): the changeset that takes @changeset back; %NULL with @error set
 */
GBytes *
vigie_changeset_invert (GBytes *changeset, GError **error)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);
  gpointer inverted = NULL;
  int inverted_size = 0;
  int result = sqlite3changeset_invert ((int) size, bytes, &inverted_size, &inverted);

  if (result != SQLITE_OK)
    {
      fail (result, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (inverted, (gsize) inverted_size, sqlite3_free, inverted);
}

void
vigie_conflict_clear (VigieConflict *self)
{
  g_clear_pointer (&self->table, g_free);
  self->kind = VIGIE_CONFLICT_NONE;
}

static int
is_captured (gpointer data G_GNUC_UNUSED, const char *table)
{
  return vigie_entity_from_nick (table) != NULL || g_str_equal (table, ENTRIES);
}

static VigieConflictKind
conflict_from_type (int type)
{
  if (type == SQLITE_CHANGESET_FOREIGN_KEY)
    return VIGIE_CONFLICT_REFERENCE;
  return type == SQLITE_CHANGESET_CONSTRAINT ? VIGIE_CONFLICT_RULE : VIGIE_CONFLICT_ROW;
}

static int
conflict_cb (gpointer data, int type, sqlite3_changeset_iter *changes)
{
  VigieConflict *conflict = data;
  const char *table;
  int n_columns;
  int operation;

  if (type != SQLITE_CHANGESET_FOREIGN_KEY)
    {
      sqlite3changeset_op (changes, &table, &n_columns, &operation, NULL);
      if (g_str_equal (table, ENTRIES))
        return SQLITE_CHANGESET_OMIT;
    }
  vigie_conflict_clear (conflict);
  conflict->kind = conflict_from_type (type);
  if (conflict->kind == VIGIE_CONFLICT_REFERENCE)
    return SQLITE_CHANGESET_ABORT;
  conflict->table = g_strdup (table);
  conflict->id = read_id (changes, operation);
  return SQLITE_CHANGESET_ABORT;
}

/**
 * vigie_changeset_apply:
 * @connection: within a transaction
 * @conflict: (out caller-allocates): what kept it from being applied, %VIGIE_CONFLICT_NONE where it was something
 *   else than a conflict
 *
 * Makes the changes of @changeset, all or none. A row that is not as it was when they were made first is a conflict.
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_changeset_apply (VigieConnection *connection, GBytes *changeset, VigieConflict *conflict, GError **error)
{
  sqlite3 *db = vigie_connection_get_database (connection);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);
  int result;

  *conflict = (VigieConflict) { 0 };
  result = sqlite3changeset_apply_v2 (db, (int) size, (gpointer) bytes, is_captured, conflict_cb, conflict, NULL, NULL,
                                      SQLITE_CHANGESETAPPLY_FKNOACTION);
  if (result == SQLITE_OK)
    return TRUE;
  return fail (result & 0xff, error);
}
