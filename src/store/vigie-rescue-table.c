// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Saving the rows of one table of a damaged file. Rows are read in the order of their ids, up from the first and down
 * from the last; between the two places where that fails, ids are tried one after the other, so that the rows behind an
 * unreadable page are reached from the page above it. What is lost is told by the unique index of the table, which holds
 * the keys once more on other pages.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-rescue-private.h"

#include "vigie-entities.h"

#include <inttypes.h>

/* How many ids are tried in one gap; each costs a few microseconds. */
#define PROBES_MAX 200000
/* How far rows are looked for where no index says which is the last. */
#define FAR 1000000

typedef struct
{
  VigieConnection *wreck;
  VigieConnection *target;
  const char *table;
  VigieRescuedTable *report;
  GCancellable *cancellable;

  char *columns;
  int n_columns;
  VigieStatement *up;
  VigieStatement *down;
  VigieStatement *insert;
} Scan;

typedef enum
{
  SCAN_END,
  SCAN_BROKEN,
  SCAN_STOPPED,
} ScanResult;

void
vigie_rescued_table_free (VigieRescuedTable *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->table);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static void
scan_clear (Scan *self)
{
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->up, vigie_statement_free);
  g_clear_pointer (&self->down, vigie_statement_free);
  g_clear_pointer (&self->insert, vigie_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

/* The first text of a row of @sql about @name, in a file that is whole. */
static char *
dup_text (VigieConnection *connection, const char *sql, const char *name, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  vigie_statement_bind_text (statement, 1, name);
  return vigie_statement_step (statement, error) ? g_strdup (vigie_statement_get_text (statement, 0)) : NULL;
}

static VigieStatement *prepare (VigieConnection *connection, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static VigieStatement *
prepare (VigieConnection *connection, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return vigie_connection_prepare (connection, sql, error);
}

static VigieStatement *
prepare_insert (Scan *self, GError **error)
{
  g_autoptr (GString) parameters = g_string_new ("?1");

  for (int i = 2; i <= self->n_columns; i++)
    g_string_append_printf (parameters, ", ?%d", i);
  return prepare (self->target, error, "INSERT INTO %s (%s) VALUES (%s)", self->table, self->columns, parameters->str);
}

static gboolean
read_columns (Scan *self, GError **error)
{
  g_autofree char *n = NULL;

  self->columns =
    dup_text (self->target, "SELECT group_concat (name, ', ') FROM pragma_table_info (?1)", self->table, error);
  n = dup_text (self->target, "SELECT count (*) FROM pragma_table_info (?1)", self->table, error);
  if (self->columns == NULL || n == NULL)
    return FALSE;
  self->n_columns = (int) g_ascii_strtoll (n, NULL, 10);
  self->insert = prepare_insert (self, error);
  return self->insert != NULL;
}

/* A row that breaks a rule of the register is not taken: it is what the damage made of it. */
static gboolean
save_row (Scan *self, VigieStatement *row, int first, GError **error)
{
  GError *local = NULL;

  for (int i = 0; i < self->n_columns; i++)
    vigie_statement_bind_column (self->insert, i + 1, row, first + i);
  if (vigie_statement_run (self->insert, &local))
    {
      self->report->saved++;
      return TRUE;
    }
  if (!g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_error_free (local);
  self->report->refused++;
  return TRUE;
}

/* Saves rows from @first to @last, in that order, whichever is greater; @reached is the id of the last one read, and is
 * left as it is where there is none. */
static ScanResult
save_range (Scan *self, gint64 first, gint64 last, gint64 *reached, GError **error)
{
  gboolean up = first <= last;
  VigieStatement *statement = up ? self->up : self->down;
  gint64 previous = first;
  gboolean any = FALSE;
  GError *local = NULL;

  vigie_statement_reset (statement);
  vigie_statement_bind_integer (statement, 1, up ? first : last);
  vigie_statement_bind_integer (statement, 2, up ? last : first);
  while (vigie_statement_step (statement, &local))
    {
      gint64 id = vigie_statement_get_integer (statement, 0);

      /* a page that is out of order is damaged, too, and would be gone round for ever */
      if (any && (up ? id <= previous : id >= previous))
        return SCAN_BROKEN;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !save_row (self, statement, 1, error))
        return SCAN_STOPPED;
      any = TRUE;
      *reached = previous = id;
    }
  vigie_statement_reset (statement);
  if (local == NULL)
    return SCAN_END;
  g_error_free (local);
  return SCAN_BROKEN;
}

/* Tries ids in a gap, whose rows were reached from neither end. */
static gboolean
probe_gap (Scan *self, gint64 first, gint64 last, GError **error)
{
  const gint64 stride = MAX (1, (last - first) / PROBES_MAX);
  gint64 tried = first - 1;

  for (gint64 id = first; id <= last; id += stride)
    {
      gint64 reached = id - 1;
      gint64 unused = 0;
      ScanResult result;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      result = save_range (self, id, last, &reached, error);
      if (result == SCAN_STOPPED)
        return FALSE;
      /* what a stride went over, from the other side */
      if ((reached >= id || result == SCAN_END) && tried + 1 < id &&
          save_range (self, id - 1, tried + 1, &unused, error) == SCAN_STOPPED)
        return FALSE;
      if (result == SCAN_END)
        return TRUE;
      id = tried = MAX (id, reached);
    }
  return TRUE;
}

/* The last id that the unique index knows; 0 where it cannot be read, or there is none. */
static gint64
find_last (Scan *self, const char *index)
{
  g_autoptr (VigieStatement) statement = NULL;
  gint64 last = 0;

  if (index != NULL)
    statement = prepare (self->wreck, NULL, "SELECT rowid FROM %s INDEXED BY %s", self->table, index);
  while (statement != NULL && vigie_statement_step (statement, NULL))
    last = MAX (last, vigie_statement_get_integer (statement, 0));
  return last;
}

static char *
dup_unique_index (VigieConnection *target, const char *table)
{
  return dup_text (target,
                   "SELECT name FROM pragma_index_list (?1) WHERE \"unique\" AND NOT partial ORDER BY seq DESC LIMIT 1",
                   table, NULL);
}

static gboolean
save_by_id (Scan *self, GError **error)
{
  gint64 low = G_MININT64, high = G_MAXINT64;
  g_autofree char *index = NULL;
  ScanResult result;

  self->up =
    prepare (self->wreck, error, "SELECT rowid, %s FROM %s NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 ORDER BY 1",
             self->columns, self->table);
  self->down = self->up == NULL
                 ? NULL
                 : prepare (self->wreck, error,
                            "SELECT rowid, %s FROM %s NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 ORDER BY 1 DESC",
                            self->columns, self->table);
  if (self->down == NULL)
    return FALSE;
  result = save_range (self, low, high, &low, error);
  if (result != SCAN_BROKEN)
    return result == SCAN_END;
  self->report->uncertain = TRUE;
  if (save_range (self, high, low == G_MININT64 ? low : low + 1, &high, error) == SCAN_STOPPED)
    return FALSE;
  index = dup_unique_index (self->target, self->table);
  low = MAX (low, 0) + 1;
  if (high == G_MAXINT64)
    high = MAX (find_last (self, index), low + FAR) + 1;
  return low >= high || probe_gap (self, low, high - 1, error);
}

static gboolean
save_each (Scan *self, VigieStatement *rows, gboolean *broken, GError **error)
{
  GError *local = NULL;

  while (vigie_statement_step (rows, &local))
    if (!save_row (self, rows, 0, error))
      return FALSE;
  *broken = local != NULL;
  g_clear_error (&local);
  return TRUE;
}

/* A table whose rows have no ids is read from both ends. */
static gboolean
save_by_key (Scan *self, GError **error)
{
  g_autoptr (VigieStatement) up = NULL;
  g_autoptr (VigieStatement) down = NULL;
  g_autofree char *order = NULL;
  gboolean broken = FALSE;
  gint64 refused;

  up = prepare (self->wreck, error, "SELECT %s FROM %s", self->columns, self->table);
  if (up == NULL || !save_each (self, up, &broken, error))
    return FALSE;
  if (!broken)
    return TRUE;
  self->report->uncertain = TRUE;
  refused = self->report->refused;
  order = dup_text (self->target,
                    "SELECT group_concat (name || ' DESC', ', ') FROM (SELECT name FROM pragma_table_info (?1)"
                    " WHERE pk > 0 ORDER BY pk)",
                    self->table, error);
  down = order != NULL
           ? prepare (self->wreck, error, "SELECT %s FROM %s ORDER BY %s", self->columns, self->table, order)
           : NULL;
  if (down == NULL || !save_each (self, down, &broken, error))
    return FALSE;
  /* where the two ends met, rows are there already */
  self->report->refused = refused;
  return TRUE;
}

/* A view, or a table of a module, by the name of one of ours would be somebody else's program. */
static gboolean
is_plain_table (VigieConnection *wreck, const char *table)
{
  g_autofree char *found =
    dup_text (wreck, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?1 AND rootpage > 0", table, NULL);

  return found != NULL;
}

static gboolean
has_ids (VigieConnection *target, const char *table)
{
  g_autoptr (VigieStatement) statement = prepare (target, NULL, "SELECT rowid FROM %s", table);

  return statement != NULL;
}

/**
 * vigie_rescue_table:
 * @wreck: see vigie_connection_open_wreck()
 * @target: to a register of the same format, within a transaction and without foreign keys; its table is emptied first
 * @table: a table of @target
 *
 * Saves every row of a table that can be read.
 *
 * Returns: (transfer full): what became of it; %NULL with @error where @target cannot be written to
 */
VigieRescuedTable *
vigie_rescue_table (VigieConnection *wreck, VigieConnection *target, const char *table, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (VigieRescuedTable) report = g_new0 (VigieRescuedTable, 1);
  g_auto (Scan)
    scan = { .wreck = wreck, .target = target, .table = table, .report = report, .cancellable = cancellable };
  g_autoptr (VigieStatement) readable = NULL;
  g_autofree char *empty = g_strdup_printf ("DELETE FROM %s", table);

  report->table = g_strdup (table);
  report->keys = g_ptr_array_new_with_free_func (g_free);
  if (!vigie_connection_execute (target, empty, error) || !read_columns (&scan, error))
    return NULL;
  /* a table that the damaged schema does not know any more is lost as a whole */
  if (is_plain_table (wreck, table))
    readable = prepare (wreck, NULL, "SELECT %s FROM %s", scan.columns, table);
  report->uncertain = readable == NULL;
  if (readable == NULL)
    return g_steal_pointer (&report);
  if (!(has_ids (target, table) ? save_by_id (&scan, error) : save_by_key (&scan, error)))
    return NULL;
  return g_steal_pointer (&report);
}

/* What people know of a record that a lost one names. */
static char *
dup_reference (VigieConnection *target, const char *table, const char *column, VigieStatement *row, int position)
{
  const VigieEntity *entity = vigie_entity_from_nick (table);
  g_autofree char *name = g_strndup (column, strlen (column) - (g_str_has_suffix (column, "_id") ? 3 : 0));
  int field = entity != NULL ? vigie_entity_find_field (entity, name) : -1;
  g_autoptr (VigieStatement) statement = NULL;

  if (field < 0 || entity->fields[field].type != VIGIE_FIELD_REFERENCE || vigie_statement_is_null (row, position))
    return g_strdup (vigie_statement_get_text (row, position));
  statement = prepare (target, NULL, "SELECT code FROM %s WHERE id = ?1", entity->fields[field].reference->nick);
  if (statement != NULL)
    vigie_statement_bind_column (statement, 1, row, position);
  if (statement != NULL && vigie_statement_step (statement, NULL))
    return g_strdup (vigie_statement_get_text (statement, 0));
  return g_strdup_printf ("#%" PRId64, vigie_statement_get_integer (row, position));
}

static void
add_lost (VigieConnection *target, VigieRescuedTable *report, VigieStatement *row)
{
  g_autoptr (GString) key = g_string_new (NULL);

  report->lost++;
  if (report->keys->len >= VIGIE_RESCUE_KEYS_MAX)
    return;
  for (int i = 1; i < vigie_statement_n_columns (row); i++)
    {
      g_autofree char *part = dup_reference (target, report->table, vigie_statement_column_name (row, i), row, i);

      g_string_append_printf (key, "%s%s", i > 1 ? " / " : "", part != NULL ? part : "");
    }
  g_ptr_array_add (report->keys, g_string_free_and_steal (g_steal_pointer (&key)));
}

/* Looks for the rows of the index, from one end; @broken says whether it could be read to the other. */
static gboolean
compare_index (VigieConnection *wreck, VigieConnection *target, VigieRescuedTable *report, GHashTable *seen,
               const char *sql, gboolean *broken, GError **error)
{
  g_autoptr (VigieStatement) rows = vigie_connection_prepare (wreck, sql, NULL);
  g_autoptr (VigieStatement) find = prepare (target, error, "SELECT 1 FROM %s WHERE rowid = ?1", report->table);
  GError *local = NULL;

  *broken = rows == NULL;
  if (find == NULL)
    return FALSE;
  while (rows != NULL && vigie_statement_step (rows, &local))
    {
      gint64 id = vigie_statement_get_integer (rows, 0);

      vigie_statement_bind_integer (find, 1, id);
      if (!vigie_statement_step (find, NULL) && g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        add_lost (target, report, rows);
      vigie_statement_reset (find);
    }
  *broken = *broken || local != NULL;
  g_clear_error (&local);
  return TRUE;
}

/**
 * vigie_rescue_count_lost:
 * @target: with all that could be saved
 *
 * Finds out which rows are lost, by the keys that the unique index of the table still has.
 *
 * Returns: %FALSE with @error where @target cannot be read
 */
gboolean
vigie_rescue_count_lost (VigieConnection *wreck, VigieConnection *target, VigieRescuedTable *report, GError **error)
{
  g_autofree char *index = has_ids (target, report->table) ? dup_unique_index (target, report->table) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *columns = NULL;
  gboolean broken = TRUE;

  if (index == NULL)
    return TRUE;
  columns =
    dup_text (target, "SELECT group_concat (name, ', ') FROM pragma_index_xinfo (?1) WHERE key AND name IS NOT NULL",
              index, error);
  if (columns == NULL)
    return FALSE;
  for (int i = 0; i < 2 && broken; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT rowid, %s FROM %s INDEXED BY %s%s", columns, report->table, index,
                                              i == 0 ? "" : " ORDER BY 2 DESC");

      if (!compare_index (wreck, target, report, seen, sql, &broken, error))
        return FALSE;
    }
  /* The index has no gap, so that it knows of every row. */
  if (!broken)
    report->uncertain = FALSE;
  return TRUE;
}
