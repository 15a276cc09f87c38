// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRollupCells: changes on their way into rollups. A change costs sixteen bytes; once there are many, all are
 * merged into the series in the register and let go of, so that a national import needs no more memory than a small
 * one. Groups are written in the order of their key, which is the order of the table.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-rollup-cells.h"

#include "vigie-rollups.h"

/* 16 MB of changes. */
#define MOST_CHANGES 1000000
/* So far back is looked for a change of the same day and end: what one holds from a day on begins there, too. */
#define LOOK_BACK 4

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

/* How many changes a group may have before those of one day and end are added up. */
#define FIRST_LIMIT 64

typedef struct
{
  GArray *changes; /* of VigieChange */
  guint n_sorted;  /* so many of them are in order, each day and end once */
  guint limit;
  gboolean changed;   /* there is more than what is stored */
  GByteArray *packed; /* all of them; NULL until they are */
} Group;

struct _VigieRollupCells
{
  GHashTable *cells; /* VigieRollupCell → Group */
  gsize n_changes;
  gsize most_changes;
  gboolean beside;
  gboolean stored; /* groups have what is stored of them, too */

  VigieRollupCell last; /* to which a change was added last */
  Group *last_group;

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

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->changes);
  g_clear_pointer (&group->packed, g_byte_array_unref);
  g_free (group);
}

VigieRollupCells *
vigie_rollup_cells_new (void)
{
  VigieRollupCells *self = g_new0 (VigieRollupCells, 1);

  self->cells = g_hash_table_new_full (hash_cell, equal_cells, g_free, group_free);
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

/* Changes of a group come one after the other, as one person has them. */
static Group *
find_group (VigieRollupCells *self, const VigieRollupCell *cell)
{
  Group *group;

  if (self->last_group != NULL && equal_cells (cell, &self->last))
    return self->last_group;
  group = g_hash_table_lookup (self->cells, cell);
  if (group == NULL)
    {
      group = g_new (Group, 1);
      *group = (Group) { .changes = g_array_new (FALSE, FALSE, sizeof (VigieChange)), .limit = FIRST_LIMIT };
      g_hash_table_insert (self->cells, g_memdup2 (cell, sizeof *cell), group);
    }
  self->last = *cell;
  self->last_group = group;
  return group;
}

static gboolean
is_same (const VigieChange *one, const VigieChange *other)
{
  return one->day == other->day && one->until == other->until;
}

/* The change of the same day and end, where it is one of the last ones or of those that are in order. */
static VigieChange *
find_same (Group *group, const VigieChange *change)
{
  VigieChange *changes = (VigieChange *) (gpointer) group->changes->data;
  guint len = group->changes->len;
  guint low = 0, high = group->n_sorted;

  for (guint back = 1; back <= MIN (LOOK_BACK, len); back++)
    if (is_same (&changes[len - back], change))
      return &changes[len - back];
  while (low < high)
    {
      guint middle = (low + high) / 2;
      const VigieChange *at = &changes[middle];

      if (at->day < change->day || (at->day == change->day && at->until < change->until))
        low = middle + 1;
      else
        high = middle;
    }
  return low < group->n_sorted && is_same (&changes[low], change) ? &changes[low] : NULL;
}

/* Many people have changes of one day and end: they take the room of one. */
static void
shrink (VigieRollupCells *self, Group *group)
{
  self->n_changes -= group->changes->len;
  vigie_series_normalize (group->changes);
  self->n_changes += group->changes->len;
  group->n_sorted = group->changes->len;
  group->limit = MAX (FIRST_LIMIT, group->changes->len * 2);
}

static gboolean
add_change (gint64 unit, gint64 profession, gint64 module, const VigieChange *change, gpointer data, GError **error)
{
  VigieRollupCells *self = data;
  Group *group = find_group (self, &(VigieRollupCell) { unit, profession, module });
  VigieChange *same = find_same (group, change);

  group->changed = TRUE;
  if (same != NULL)
    {
      same->holders += self->sign * change->holders;
      same->begun += self->sign * change->begun;
      return TRUE;
    }
  if (group->changes->len == group->limit)
    shrink (self, group);
  g_array_append_val (group->changes, *change);
  same = &g_array_index (group->changes, VigieChange, group->changes->len - 1);
  same->holders *= self->sign;
  same->begun *= self->sign;
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

/**
 * vigie_rollup_cells_add_more:
 * @source: what there is without @more
 * @sign: 1 adds the difference that @more makes; -1 takes it off
 *
 * As vigie_rollup_cells_add().
 */
gboolean
vigie_rollup_cells_add_more (VigieRollupCells *self, VigieConnection *connection, const VigieHoldingSource *source,
                             const VigieHoldingMore *more, int sign, GError **error)
{
  self->connection = connection;
  self->sign = sign;
  return vigie_holdings_exchange (connection, source, more, add_change, self, error);
}

/**
 * vigie_rollup_cells_add_ahead:
 * @self: unbounded
 * @holdings: what there is without @more
 *
 * Adds the difference that @more makes, in any thread: the register is not asked.
 */
gboolean
vigie_rollup_cells_add_ahead (VigieRollupCells *self, VigieHoldings *holdings, const VigieHoldingMore *more,
                              GError **error)
{
  self->sign = 1;
  return vigie_holdings_exchange_ahead (holdings, more, add_change, self, error);
}

/**
 * vigie_rollup_cells_employ_ahead:
 * @self: unbounded
 * @holdings: of all whom @more names, what there is without it
 *
 * As vigie_rollup_cells_add_ahead(), of jobs.
 */
gboolean
vigie_rollup_cells_employ_ahead (VigieRollupCells *self, VigieHoldings *holdings, const VigieHoldingMoreJobs *more,
                                 GError **error)
{
  self->sign = 1;
  return vigie_holdings_employ_ahead (holdings, more, add_change, self, error);
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

/**
 * vigie_rollup_cells_add_stored:
 * @self: unbounded, without any change
 * @fits: (out): whether it is not too much to be kept in memory; let go of @self where it is
 *
 * Reads what the register has of all groups, so that it need not be asked again when they are written.
 */
gboolean
vigie_rollup_cells_add_stored (VigieRollupCells *self, VigieConnection *connection, gboolean *fits, GError **error)
{
  g_autoptr (VigieStatement) rows = vigie_connection_prepare (
    connection, "SELECT org_unit_id, profession_id, module_id, series FROM rollup_training", error);
  GError *local = NULL;

  self->stored = TRUE;
  while (rows != NULL && self->n_changes < MOST_CHANGES && vigie_statement_step (rows, &local))
    {
      VigieRollupCell cell = {
        .unit = vigie_statement_get_integer (rows, 0),
        .profession = vigie_statement_get_integer (rows, 1),
        .module = vigie_statement_get_integer (rows, 2),
      };
      Group *group = find_group (self, &cell);

      if (!unpack_onto (group->changes, rows, 3, &local))
        break;
      self->n_changes += group->changes->len;
      group->n_sorted = group->changes->len;
      group->limit = MAX (FIRST_LIMIT, group->changes->len * 2);
    }
  *fits = self->n_changes < MOST_CHANGES;
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static void
pack (Group *group)
{
  vigie_series_normalize (group->changes);
  if (group->changes->len > 0)
    group->packed = vigie_series_pack ((VigieChange *) (gpointer) group->changes->data, group->changes->len);
}

/**
 * vigie_rollup_cells_pack:
 * @self: has what is stored, too
 *
 * Puts what was added up in the form in which it is written, in any thread.
 */
void
vigie_rollup_cells_pack (VigieRollupCells *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Group *group = value;

      if (group->changed)
        pack (group);
      g_array_set_size (group->changes, 0);
    }
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

/* Adds what the register has of a group. */
static gboolean
add_stored (Writer *writer, const VigieRollupCell *cell, GArray *changes, GError **error)
{
  GError *local = NULL;

  bind_cell (writer->find, cell);
  if (vigie_statement_step (writer->find, &local))
    unpack_onto (changes, writer->find, 0, &local);
  vigie_statement_reset (writer->find);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
write_group (Writer *writer, const VigieRollupCell *cell, Group *group, gboolean stored, GError **error)
{
  if (!stored)
    {
      vigie_series_normalize (group->changes);
      if (group->changes->len == 0)
        return TRUE;
      if (!add_stored (writer, cell, group->changes, error))
        return FALSE;
      pack (group);
    }
  if (group->packed == NULL)
    {
      bind_cell (writer->remove, cell);
      return vigie_statement_run (writer->remove, error);
    }
  bind_cell (writer->put, cell);
  vigie_statement_bind_blob (writer->put, 4, group->packed->data, group->packed->len);
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
  Group *group = g_hash_table_lookup (self->cells, cell);
  GArray *changes;

  if (group == NULL)
    return g_array_new (FALSE, FALSE, sizeof (VigieChange));
  changes = g_array_ref (group->changes);
  self->last_group = NULL;
  g_hash_table_remove (self->cells, cell);
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
      Group *group = g_hash_table_lookup (self->cells, cell);

      if (group->changed && !write_group (&(Writer) { find, put, remove }, cell, group, self->stored, error))
        return FALSE;
    }
  g_hash_table_remove_all (self->cells);
  self->last_group = NULL;
  self->n_changes = 0;
  return TRUE;
}
