// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieStatement: a prepared statement with typed binds. Parameters count from 1, columns from 0,
 * as in SQLite. A bind or a column that cannot be is a programming error and is asserted.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-statement.h"

#include "vigie-sqlite-private.h"

struct _VigieStatement
{
  sqlite3_stmt *stmt;
  VigieStatementCache *cache;
  VigiePackedReader *packed; /* in the place of both: an answer that was kept */
};

/* @stmt is taken, and given to @cache in the end. */
VigieStatement *
vigie_statement_new (sqlite3_stmt *stmt, VigieStatementCache *cache)
{
  VigieStatement *self = g_new0 (VigieStatement, 1);

  self->stmt = stmt;
  self->cache = vigie_statement_cache_ref (cache);
  return self;
}

/**
 * vigie_statement_new_packed:
 * @packed: (transfer full): rows that vigie_statement_pack() put away
 *
 * Returns: (transfer full): what steps through @packed, and takes no binds
 */
VigieStatement *
vigie_statement_new_packed (VigiePackedReader *packed)
{
  VigieStatement *self = g_new0 (VigieStatement, 1);

  self->packed = packed;
  return self;
}

void
vigie_statement_free (VigieStatement *self)
{
  g_return_if_fail (self != NULL);

  if (self->packed != NULL)
    {
      vigie_packed_reader_free (self->packed);
      g_free (self);
      return;
    }
  vigie_statement_cache_give (self->cache, self->stmt);
  vigie_statement_cache_unref (self->cache);
  g_free (self);
}

static void
check_bind (int result)
{
  g_assert (result == SQLITE_OK);
}

void
vigie_statement_bind_integer (VigieStatement *self, int parameter, gint64 value)
{
  check_bind (sqlite3_bind_int64 (self->stmt, parameter, value));
}

/**
 * vigie_statement_bind_text:
 * @value: (nullable): UTF-8, copied; %NULL binds NULL
 */
void
vigie_statement_bind_text (VigieStatement *self, int parameter, const char *value)
{
  check_bind (sqlite3_bind_text (self->stmt, parameter, value, -1, SQLITE_TRANSIENT));
}

/**
 * vigie_statement_bind_blob:
 * @bytes: (array length=size): copied
 */
void
vigie_statement_bind_blob (VigieStatement *self, int parameter, gconstpointer bytes, gsize size)
{
  check_bind (sqlite3_bind_blob64 (self->stmt, parameter, bytes, size, SQLITE_TRANSIENT));
}

/**
 * vigie_statement_bind_date:
 * @value: bound as `YYYY-MM-DD`; %VIGIE_DATE_NONE binds NULL
 */
void
vigie_statement_bind_date (VigieStatement *self, int parameter, VigieDate value)
{
  char iso[VIGIE_DATE_ISO_SIZE];

  if (value == VIGIE_DATE_NONE)
    {
      vigie_statement_bind_null (self, parameter);
      return;
    }
  vigie_date_to_iso (value, iso);
  vigie_statement_bind_text (self, parameter, iso);
}

void
vigie_statement_bind_null (VigieStatement *self, int parameter)
{
  check_bind (sqlite3_bind_null (self->stmt, parameter));
}

/**
 * vigie_statement_bind_column:
 * @from: on a row
 *
 * Binds what stands in @column of another statement, whatever it is.
 */
void
vigie_statement_bind_column (VigieStatement *self, int parameter, VigieStatement *from, int column)
{
  check_bind (sqlite3_bind_value (self->stmt, parameter, sqlite3_column_value (from->stmt, column)));
}

/**
 * vigie_statement_step:
 *
 * Returns: %TRUE where there is a row; %FALSE at the end, or with @error set where it failed
 */
gboolean
vigie_statement_step (VigieStatement *self, GError **error)
{
  int result;

  if (self->packed != NULL)
    return vigie_packed_reader_next (self->packed);
  result = sqlite3_step (self->stmt);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    vigie_sqlite_fail (sqlite3_db_handle (self->stmt), error);
  return FALSE;
}

static void
pack_value (sqlite3_stmt *stmt, int column, VigiePackedRows *into)
{
  switch (sqlite3_column_type (stmt, column))
    {
    case SQLITE_INTEGER:
      vigie_packed_rows_add_integer (into, sqlite3_column_int64 (stmt, column));
      break;
    case SQLITE_TEXT:
      vigie_packed_rows_add_text (into, (const char *) sqlite3_column_text (stmt, column),
                                  (gsize) sqlite3_column_bytes (stmt, column));
      break;
    case SQLITE_BLOB:
      vigie_packed_rows_add_blob (into, sqlite3_column_blob (stmt, column),
                                  (gsize) sqlite3_column_bytes (stmt, column));
      break;
    default:
      vigie_packed_rows_add_null (into);
    }
}

/**
 * vigie_statement_pack:
 * @self: on a row, of no real numbers
 * @into: with as many columns
 *
 * Puts the row away.
 */
void
vigie_statement_pack (VigieStatement *self, VigiePackedRows *into)
{
  guint n = vigie_packed_rows_get_n_columns (into);

  for (guint column = 0; column < n; column++)
    pack_value (self->stmt, (int) column, into);
}

/**
 * vigie_statement_get_packed:
 *
 * Returns: (transfer none) (nullable): where texts and blobs of rows that were put away stay; those of other rows are gone
 *   with the next step
 */
GBytes *
vigie_statement_get_packed (VigieStatement *self)
{
  return self->packed != NULL ? vigie_packed_reader_get_bytes (self->packed) : NULL;
}

/**
 * vigie_statement_is_damaged:
 *
 * Returns: whether the rows that were put away ended before their end
 */
gboolean
vigie_statement_is_damaged (VigieStatement *self)
{
  return self->packed != NULL && vigie_packed_reader_is_damaged (self->packed);
}

/**
 * vigie_statement_run:
 *
 * Runs to the end, for what returns no rows, and makes ready for the next run.
 *
 * Returns: %FALSE with @error set where it failed
 */
gboolean
vigie_statement_run (VigieStatement *self, GError **error)
{
  int result;

  do
    result = sqlite3_step (self->stmt);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    vigie_sqlite_fail (sqlite3_db_handle (self->stmt), error);
  sqlite3_reset (self->stmt);
  return result == SQLITE_DONE;
}

/**
 * vigie_statement_reset:
 *
 * Makes ready to run again; bound values stay.
 */
void
vigie_statement_reset (VigieStatement *self)
{
  sqlite3_reset (self->stmt);
}

/**
 * vigie_statement_n_parameters:
 *
 * Returns: the number of the highest parameter
 */
int
vigie_statement_n_parameters (VigieStatement *self)
{
  return sqlite3_bind_parameter_count (self->stmt);
}

int
vigie_statement_n_columns (VigieStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

const char *
vigie_statement_column_name (VigieStatement *self, int column)
{
  return sqlite3_column_name (self->stmt, column);
}

gboolean
vigie_statement_is_null (VigieStatement *self, int column)
{
  if (self->packed != NULL)
    return vigie_packed_reader_get (self->packed, (guint) column)->kind == VIGIE_PACKED_NULL;
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/* As SQLite has it: what is no number counts as 0. */
static gint64
get_packed_integer (VigieStatement *self, int column)
{
  const VigiePackedValue *value = vigie_packed_reader_get (self->packed, (guint) column);

  return value->kind == VIGIE_PACKED_INTEGER ? value->integer : 0;
}

gint64
vigie_statement_get_integer (VigieStatement *self, int column)
{
  return self->packed != NULL ? get_packed_integer (self, column) : sqlite3_column_int64 (self->stmt, column);
}

/**
 * vigie_statement_get_integer_or:
 *
 * Returns: the number, or @fallback where the column is NULL
 */
gint64
vigie_statement_get_integer_or (VigieStatement *self, int column, gint64 fallback)
{
  return vigie_statement_is_null (self, column) ? fallback : vigie_statement_get_integer (self, column);
}

/**
 * vigie_statement_get_text:
 *
 * Returns: (transfer none) (nullable): valid until the next step
 */
const char *
vigie_statement_get_text (VigieStatement *self, int column)
{
  const VigiePackedValue *value;

  if (self->packed == NULL)
    return (const char *) sqlite3_column_text (self->stmt, column);
  value = vigie_packed_reader_get (self->packed, (guint) column);
  return value->kind == VIGIE_PACKED_TEXT ? value->bytes : NULL;
}

/**
 * vigie_statement_get_blob:
 * @size: (out): its length in bytes
 *
 * Returns: (transfer none) (nullable): valid until the next step; %NULL where there is no byte
 */
gconstpointer
vigie_statement_get_blob (VigieStatement *self, int column, gsize *size)
{
  const VigiePackedValue *value;
  gconstpointer bytes;

  if (self->packed != NULL)
    {
      value = vigie_packed_reader_get (self->packed, (guint) column);
      *size = value->kind == VIGIE_PACKED_BLOB ? value->size : 0;
      return *size > 0 ? value->bytes : NULL;
    }
  bytes = sqlite3_column_blob (self->stmt, column);
  *size = (gsize) sqlite3_column_bytes (self->stmt, column);
  return bytes;
}

/**
 * vigie_statement_get_date:
 *
 * Returns: the day, or %VIGIE_DATE_NONE where the column is NULL
 */
VigieDate
vigie_statement_get_date (VigieStatement *self, int column)
{
  return vigie_date_parse_iso (vigie_statement_get_text (self, column));
}
