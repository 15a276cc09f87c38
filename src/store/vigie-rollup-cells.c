// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRollupCells: changes on their way into rollups. A change costs sixteen bytes; once there are many, all are
 * merged into the series in the register and let go of, so that a national import needs no more memory than a small
 * one. Groups are written in the order of their key, which is the order of the table.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-rollup-cells.h"

#include "vigie-rollups.h"

/* 24 MB of changes. */
#define MOST_CHANGES 1500000

const VigieHoldingSource vigie_rollup_source_all = {
  .jobs_sql = "SELECT staff_id, org_unit_id, profession_id, starts_on, ends_on FROM job ORDER BY 1, 2, 3, 4",
  .completions_sql = "SELECT c.staff_id, c.module_id, c.completed_on, c.expires_on, m.validity_months "
                     "FROM completion AS c CROSS JOIN module AS m ON m.id = c.module_id ORDER BY 1, 2, 3",
};

const VigieHoldingSource vigie_rollup_source_module = {
  .jobs_sql = "SELECT staff_id, org_unit_id, profession_id, starts_on, ends_on FROM job ORDER BY 1, 2, 3, 4",
  .completions_sql = "SELECT c.staff_id, c.module_id, c.completed_on, c.expires_on, m.validity_months "
                     "FROM completion AS c CROSS JOIN module AS m ON m.id = c.module_id "
                     "WHERE c.module_id = ?1 ORDER BY 1, 2, 3",
  .skip_posts = TRUE,
};

struct _VigieRollupCells
{
  GHashTable *cells; /* VigieRollupCell → GArray of VigieChange */
  gsize n_changes;
  gsize most_changes;
  gboolean beside;

  VigieConnection *connection;
  int sign;
};

static guint
hash_cell (gconstpointer data)
{
  const VigieRollupCell *cell = data;

  return (guint) ((cell->unit * 1009 + cell->profession) * 1013 + cell->module);
}

static gboolean
equal_cells (gconstpointer a, gconstpointer b)
{
  const VigieRollupCell *first = a;
  const VigieRollupCell *second = b;

  return first->unit == second->unit && first->profession == second->profession && first->module == second->module;
}

/* In the order of the table; as a GCompareFunc. */
int
vigie_rollup_cell_compare (gconstpointer a, gconstpointer b)
{
  const VigieRollupCell *first = a;
  const VigieRollupCell *second = b;

  if (first->unit != second->unit)
    return first->unit < second->unit ? -1 : 1;
  if (first->profession != second->profession)
    return first->profession < second->profession ? -1 : 1;
  return (first->module > second->module) - (first->module < second->module);
}

VigieRollupCells *
vigie_rollup_cells_new (void)
{
  VigieRollupCells *self = g_new0 (VigieRollupCells, 1);

  self->cells = g_hash_table_new_full (hash_cell, equal_cells, g_free, (GDestroyNotify) g_array_unref);
  self->most_changes = MOST_CHANGES;
  return self;
}

void
vigie_rollup_cells_free (VigieRollupCells *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->cells);
  g_free (self);
}

/**
 * vigie_rollup_cells_set_unbounded:
 *
 * Keeps all changes in memory: for those that are looked at and never written.
 */
void
vigie_rollup_cells_set_unbounded (VigieRollupCells *self)
{
  self->most_changes = G_MAXSIZE;
}

/**
 * vigie_rollup_cells_set_beside:
 *
 * Writes what the groups would be into a table of the connection, see %VIGIE_ROLLUPS_BESIDE_SQL, and leaves the register
 * as it is. A group that would be empty has an empty series there.
 */
void
vigie_rollup_cells_set_beside (VigieRollupCells *self)
{
  self->beside = TRUE;
}

static gboolean
add_change (gint64 unit, gint64 profession, gint64 module, const VigieChange *change, gpointer data, GError **error)
{
  VigieRollupCells *self = data;
  const VigieRollupCell cell = { unit, profession, module };
  GArray *changes = g_hash_table_lookup (self->cells, &cell);
  VigieChange signed_change = *change;

  if (changes == NULL)
    {
      changes = g_array_new (FALSE, FALSE, sizeof (VigieChange));
      g_hash_table_insert (self->cells, g_memdup2 (&cell, sizeof cell), changes);
    }
  signed_change.holders *= self->sign;
  signed_change.begun *= self->sign;
  g_array_append_val (changes, signed_change);
  return ++self->n_changes < self->most_changes || vigie_rollup_cells_write (self, self->connection, error);
}

/**
 * vigie_rollup_cells_add:
 * @sign: 1 adds what @source makes; -1 takes it off
 *
 * Unless unbounded it may write some of the groups to the register.
 */
gboolean
vigie_rollup_cells_add (VigieRollupCells *self, VigieConnection *connection, const VigieHoldingSource *source, int sign,
                        GError **error)
{
  self->connection = connection;
  self->sign = sign;
  return vigie_holdings_each (connection, source, add_change, self, error);
}

typedef struct
{
  VigieStatement *find;
  VigieStatement *put;
  VigieStatement *remove;
} Writer;

static void
bind_cell (VigieStatement *statement, const VigieRollupCell *cell)
{
  vigie_statement_bind_integer (statement, 1, cell->unit);
  vigie_statement_bind_integer (statement, 2, cell->profession);
  vigie_statement_bind_integer (statement, 3, cell->module);
}

static gboolean
unpack_onto (GArray *changes, VigieStatement *row, int column, GError **error)
{
  gsize size;
  gconstpointer packed = vigie_statement_get_blob (row, column, &size);
  VigieSeriesReader reader;
  VigieChange change;

  vigie_series_reader_init (&reader, packed, size);
  while (vigie_series_next (&reader, &change))
    g_array_append_val (changes, change);
  return !reader.damaged || vigie_rollups_fail (error);
}

static gboolean
write_cell (Writer *writer, const VigieRollupCell *cell, GArray *changes, GError **error)
{
  g_autoptr (GByteArray) packed = NULL;
  gboolean stored;
  GError *local = NULL;

  vigie_series_normalize (changes);
  if (changes->len == 0)
    return TRUE;
  bind_cell (writer->find, cell);
  stored = vigie_statement_step (writer->find, &local);
  if (stored)
    unpack_onto (changes, writer->find, 0, &local);
  vigie_statement_reset (writer->find);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (stored)
    vigie_series_normalize (changes);
  if (changes->len == 0)
    {
      bind_cell (writer->remove, cell);
      return vigie_statement_run (writer->remove, error);
    }
  packed = vigie_series_pack ((VigieChange *) (gpointer) changes->data, changes->len);
  bind_cell (writer->put, cell);
  vigie_statement_bind_blob (writer->put, 4, packed->data, packed->len);
  return vigie_statement_run (writer->put, error);
}

/**
 * vigie_rollup_cells_list:
 *
 * Returns: (transfer full) (element-type VigieRollupCell): the groups, in order
 */
GArray *
vigie_rollup_cells_list (VigieRollupCells *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (VigieRollupCell));
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    g_array_append_vals (list, cell, 1);
  g_array_sort (list, vigie_rollup_cell_compare);
  return list;
}

/**
 * vigie_rollup_cells_steal:
 *
 * Returns: (transfer full) (element-type VigieChange): the changes of @cell, in order; none where there are none
 */
GArray *
vigie_rollup_cells_steal (VigieRollupCells *self, const VigieRollupCell *cell)
{
  g_autofree gpointer key = NULL;
  GArray *changes = NULL;

  if (!g_hash_table_steal_extended (self->cells, cell, &key, (gpointer *) &changes))
    return g_array_new (FALSE, FALSE, sizeof (VigieChange));
  vigie_series_normalize (changes);
  return changes;
}

#define OF_CELL " WHERE org_unit_id = ?1 AND profession_id = ?2 AND module_id = ?3"

static const char find_sql[] = "SELECT series FROM rollup_training" OF_CELL;
static const char put_sql[] = "INSERT OR REPLACE INTO rollup_training VALUES (?1, ?2, ?3, ?4)";
static const char remove_sql[] = "DELETE FROM rollup_training" OF_CELL;

static const char find_beside_sql[] = "SELECT series FROM temp.rollup_beside" OF_CELL
                                      " UNION ALL SELECT series FROM main.rollup_training" OF_CELL " LIMIT 1";
static const char put_beside_sql[] = "INSERT OR REPLACE INTO temp.rollup_beside VALUES (?1, ?2, ?3, ?4)";
static const char empty_beside_sql[] = "INSERT OR REPLACE INTO temp.rollup_beside VALUES (?1, ?2, ?3, x'')";

/**
 * vigie_rollup_cells_write:
 *
 * Merges all changes into the rollups of the register, and lets go of them.
 */
gboolean
vigie_rollup_cells_write (VigieRollupCells *self, VigieConnection *connection, GError **error)
{
  g_autoptr (VigieStatement) find = NULL;
  g_autoptr (VigieStatement) put = NULL;
  g_autoptr (VigieStatement) remove = NULL;
  g_autoptr (GArray) list = vigie_rollup_cells_list (self);

  if ((find = vigie_connection_prepare (connection, self->beside ? find_beside_sql : find_sql, error)) == NULL ||
      (put = vigie_connection_prepare (connection, self->beside ? put_beside_sql : put_sql, error)) == NULL ||
      (remove = vigie_connection_prepare (connection, self->beside ? empty_beside_sql : remove_sql, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const VigieRollupCell *cell = &g_array_index (list, VigieRollupCell, i);

      if (!write_cell (&(Writer) { find, put, remove }, cell, g_hash_table_lookup (self->cells, cell), error))
        return FALSE;
    }
  g_hash_table_remove_all (self->cells);
  self->n_changes = 0;
  return TRUE;
}
