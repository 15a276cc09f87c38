// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The rows of a batch as a table of SQLite: so a million of them are added by one statement, which takes half the time
 * of a million statements. The table is of the connection, not of the file, and no view or trigger can name it.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-batch-table.h"

#include "vigie-sqlite-private.h"

#define N_VALUES 12
/* Rows in the order of their key write page after page: a cache larger than that of the processor would only be memory. */
#define TRUST_SQL "PRAGMA ignore_check_constraints = ON; PRAGMA cache_size = -4000"
#define DISTRUST_SQL "PRAGMA ignore_check_constraints = OFF; PRAGMA cache_size = " VIGIE_CONNECTION_CACHE

enum
{
  COLUMN_ID = N_VALUES,
  COLUMN_PLACE,
};

typedef struct
{
  sqlite3_vtab base;
  VigieBatchView *view; /* of the connection */
} Table;

/* How many days of a column are known as text; a power of two. */
#define N_DAYS 1024
/* Rows lie in the order of their file and are given in that of their key: so far ahead one is fetched. */
#define ROWS_AHEAD 12

typedef struct
{
  gint32 day;
  char iso[VIGIE_DATE_ISO_SIZE]; /* stays while the row is looked at */
} Day;

typedef struct
{
  sqlite3_vtab_cursor base;
  const VigieBatchView *view;
  guint at;
  const gint32 *row;   /* at that place; NULL past the last */
  Day *days[N_VALUES]; /* of each column that is a date: those that were given, which come again and again */
} Cursor;

static int
connect_table (sqlite3 *db, gpointer data, int argc G_GNUC_UNUSED, const char *const *argv G_GNUC_UNUSED,
               sqlite3_vtab **table, char **error G_GNUC_UNUSED)
{
  Table *self;
  int result =
    sqlite3_declare_vtab (db, "CREATE TABLE x (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, id, place)");

  if (result != SQLITE_OK)
    return result;
  sqlite3_vtab_config (db, SQLITE_VTAB_DIRECTONLY);
  self = g_new0 (Table, 1);
  self->view = data;
  *table = &self->base;
  return SQLITE_OK;
}

static int
disconnect_table (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

static int
choose (sqlite3_vtab *table, sqlite3_index_info *info)
{
  info->estimatedRows = ((Table *) table)->view->n;
  info->estimatedCost = (double) info->estimatedRows;
  return SQLITE_OK;
}

static int
open_cursor (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  self->view = ((Table *) table)->view;
  *cursor = &self->base;
  return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
  for (guint i = 0; i < N_VALUES; i++)
    g_free (((Cursor *) cursor)->days[i]);
  g_free (cursor);
  return SQLITE_OK;
}

static inline const gint32 *
get_row (const VigieBatchView *view, guint at)
{
  return vigie_batch_get_row (view->batch, view->order != NULL ? view->order[at] : at);
}

static void
go_to (Cursor *self, guint at)
{
  const VigieBatchView *view = self->view;

  self->at = at;
  self->row = at < view->n ? get_row (view, at) : NULL;
  if (view->order != NULL && at + ROWS_AHEAD < view->n)
    __builtin_prefetch (get_row (view, at + ROWS_AHEAD));
}

static int
start (sqlite3_vtab_cursor *cursor, int number G_GNUC_UNUSED, const char *name G_GNUC_UNUSED, int argc G_GNUC_UNUSED,
       sqlite3_value **argv G_GNUC_UNUSED)
{
  go_to ((Cursor *) cursor, 0);
  return SQLITE_OK;
}

static int
next (sqlite3_vtab_cursor *cursor)
{
  go_to ((Cursor *) cursor, ((Cursor *) cursor)->at + 1);
  return SQLITE_OK;
}

static int
is_over (sqlite3_vtab_cursor *cursor)
{
  return ((const Cursor *) cursor)->row == NULL;
}

static void
give_day (Cursor *self, sqlite3_context *context, int column, gint32 day)
{
  Day *known;

  if (self->days[column] == NULL)
    {
      self->days[column] = g_new (Day, N_DAYS);
      for (guint i = 0; i < N_DAYS; i++)
        self->days[column][i].day = VIGIE_BATCH_NONE;
    }
  known = &self->days[column][(guint32) day & (N_DAYS - 1)];
  if (known->day != day)
    vigie_date_to_iso (day, known->iso);
  known->day = day;
  sqlite3_result_text (context, known->iso, VIGIE_DATE_ISO_SIZE - 1, SQLITE_STATIC);
}

static int
give_column (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  Cursor *self = (Cursor *) cursor;
  const VigieBatch *batch = self->view->batch;
  gint32 value;

  if (column == COLUMN_ID)
    sqlite3_result_int64 (context, self->view->first_id + self->at);
  else if (column == COLUMN_PLACE)
    sqlite3_result_int64 (context, self->at);
  else if ((guint) column < batch->entity->n_fields && vigie_batch_has (batch, (guint) column) &&
           (value = self->row[batch->places[column]]) != VIGIE_BATCH_NONE)
    {
      if (batch->entity->fields[column].type == VIGIE_FIELD_DATE)
        give_day (self, context, column, value);
      else if (batch->entity->fields[column].type == VIGIE_FIELD_TEXT)
        sqlite3_result_text (context, vigie_codes_get (batch->codes[column], (guint32) value), -1, SQLITE_STATIC);
      else
        sqlite3_result_int (context, value);
    }
  return SQLITE_OK;
}

static int
give_rowid (sqlite3_vtab_cursor *cursor, sqlite3_int64 *rowid)
{
  *rowid = ((Cursor *) cursor)->at;
  return SQLITE_OK;
}

static const sqlite3_module module = {
  .xConnect = connect_table,
  .xDisconnect = disconnect_table,
  .xBestIndex = choose,
  .xOpen = open_cursor,
  .xClose = close_cursor,
  .xFilter = start,
  .xNext = next,
  .xEof = is_over,
  .xColumn = give_column,
  .xRowid = give_rowid,
};

/**
 * vigie_batch_table_show:
 * @view: its rows are what %VIGIE_BATCH_TABLE holds until another is shown; all it points at outlives the statements
 *   that read them
 */
gboolean
vigie_batch_table_show (VigieConnection *connection, const VigieBatchView *view, GError **error)
{
  sqlite3 *db = vigie_connection_get_database (connection);
  VigieBatchView *kept = g_memdup2 (view, sizeof *view);

  g_return_val_if_fail (view->batch->entity->n_fields <= N_VALUES, FALSE);

  return sqlite3_create_module_v2 (db, VIGIE_BATCH_TABLE, &module, kept, g_free) == SQLITE_OK ||
         vigie_sqlite_fail (db, error);
}

/**
 * vigie_batch_table_trust:
 * @trust: whether neither references nor checks are looked at from now on
 *
 * For a statement that adds the rows of a batch, of which somebody has looked at each. Trust none thereafter, whatever
 * became of it.
 *
 * Returns: %FALSE with @error set, and nothing is trusted
 */
gboolean
vigie_batch_table_trust (VigieConnection *connection, gboolean trust, GError **error)
{
  sqlite3 *db = vigie_connection_get_database (connection);

  if (sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, !trust, NULL) == SQLITE_OK &&
      vigie_connection_execute_script (connection, trust ? TRUST_SQL : DISTRUST_SQL, error))
    return TRUE;
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  return FALSE;
}
