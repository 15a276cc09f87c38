// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieBulk: what most rows of a large import are, new records and records that are there already as they stand, done
 * for a million at once: codes become ids, one for each code; rows are put in the order of their key; one statement
 * adds all whose key is new. References are known to be there and values to be in range, since the same functions said
 * so that say so for a single record: so SQLite is not asked again row by row, and `vigie check` does it for the file.
 *
 * Every other row, and so every row about which there is something to say, is left to vigie_table_put(). It makes no
 * difference that it comes later: rows concern each other only where they are of one record, and then all but the first
 * are left, in their order.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-bulk.h"

#include "vigie-additions.h"
#include "vigie-batch-sort.h"
#include "vigie-bulk-aside.h"
#include "vigie-facts-notes.h"
#include "vigie-memory.h"
#include "vigie-rollups.h"
#include "vigie-table-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _VigieBulk
{
  VigieConnection *connection;
  VigieRegister *reg;
  VigieEdit *edit;

  guint32 *places; /* for each id the row that it was first met in; NULL until there is a second batch to come */
  gint64 n_places;
};

/* A batch that is being put. */
typedef struct
{
  VigieBatch *batch;
  guint32 *rows; /* those that are not left, then those that are added */
  guint n;
  gint64 last_id; /* before the batch */
  gint64 *counts;
  GArray *left;
  GHashTable *earlier; /* the number of a row of this batch → that of one of an earlier one, of the same record */
} Work;

/**
 * vigie_bulk_new:
 * @edit: the transaction in which it is
 *
 * Returns: (transfer full): puts batches
 */
VigieBulk *
vigie_bulk_new (VigieRegister *reg, VigieEdit *edit)
{
  VigieBulk *self = g_new0 (VigieBulk, 1);

  self->connection = vigie_register_get_connection (reg);
  self->reg = reg;
  self->edit = edit;
  return self;
}

void
vigie_bulk_free (VigieBulk *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->places);
  g_free (self);
}

static void
leave (Work *work, guint32 row, guint32 first)
{
  VigieBulkLeft left = { vigie_batch_get_number (work->batch, row), first };

  g_array_append_val (work->left, left);
}

/* --- rows that are added --------------------------------------------------------------------------- */

static gint64
find_last_id (VigieBulk *self, const VigieEntity *entity, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull (max (id), 0) FROM %s", entity->nick);

  return vigie_connection_query_integer (self->connection, sql, 0, error);
}

/* Rows have ids that follow one another: the journal says so of them. */
static gboolean
check_ids (VigieBulk *self, const VigieEntity *entity, gint64 expected, GError **error)
{
  GError *local = NULL;
  gint64 last = find_last_id (self, entity, &local);

  if (local == NULL && last != expected)
    g_set_error (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED,
                 _ ("The rows that were added are not where they should be; nothing was written."));
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
insert (VigieBulk *self, const VigieBatchView *view, gint64 *n_added, GError **error)
{
  const char *table = view->batch->entity->nick;
  gboolean done;

  if (!vigie_rollups_unwatch (self->connection, error) || !vigie_facts_notes_pause (self->connection, table, error) ||
      !vigie_batch_table_trust (self->connection, TRUE, error))
    return FALSE;
  done = vigie_additions_insert (self->connection, view, FALSE, n_added, error);
  return vigie_batch_table_trust (self->connection, FALSE, done ? error : NULL) && done &&
         vigie_rollups_watch (self->connection, error) && vigie_facts_notes_resume (self->connection, table, error);
}

/* Adds the rows of @view whose key is new, while @aside works out what all of them come to.
 * @aside: (out) (transfer full): %NULL where it was not worth it, or in vain */
static gboolean
insert_beside (VigieBulk *self, const VigieBatchView *view, gint64 *n_added, VigieBulkAside **aside, GError **error)
{
  if (!vigie_edit_pause (self->edit, error) ||
      !vigie_bulk_aside_begin (self->connection, view, vigie_edit_get_writer (self->edit), aside, error) ||
      !insert (self, view, n_added, error))
    return FALSE;
  if (*n_added < view->n)
    g_clear_pointer (aside, vigie_bulk_aside_free);
  return TRUE;
}

/* Writes what the rows of @view come to, which are those that were added.
 * @aside: (nullable): what was worked out of them */
static gboolean
keep_notes (VigieBulk *self, const VigieBatchView *view, VigieBulkAside *aside, GError **error)
{
  const VigieBulkAsideResult *known = NULL;

  if (view->n > 0 && !check_ids (self, view->batch->entity, view->first_id + view->n - 1, error))
    return FALSE;
  if (aside != NULL && (known = vigie_bulk_aside_finish (aside, error)) == NULL)
    return FALSE;
  if (known != NULL && known->rollups != NULL)
    {
      if (!vigie_rollups_ahead_write (known->rollups, self->connection, error))
        return FALSE;
    }
  else if (view->n > 0 && !vigie_rollups_add_batch (self->connection, view, error))
    return FALSE;
  return known != NULL ? vigie_edit_resume (self->edit, view, known->packed, known->hashed, error)
                       : vigie_edit_resume (self->edit, view, NULL, NULL, error);
}

/* --- what rows name -------------------------------------------------------------------------------- */

/* Finds which of the codes that are shown were there already.
 * @last_id: before any was added */
static gboolean
find_named (VigieBulk *self, const VigieEntity *entity, gint64 last_id, gint64 *ids, GError **error)
{
  g_autofree char *sql = vigie_table_sql_find_batch (entity, VIGIE_BATCH_TABLE);
  g_autoptr (VigieStatement) known = vigie_connection_prepare (self->connection, sql, error);
  GError *local = NULL;

  if (known == NULL)
    return FALSE;
  vigie_statement_bind_integer (known, 1, last_id);
  while (vigie_statement_step (known, &local))
    ids[vigie_statement_get_integer (known, 0)] = vigie_statement_get_integer (known, 1);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* Adds those of @batch, each a code, that are not there, and says what the id of each is. */
static gboolean
add_named (VigieBulk *self, VigieBatch *batch, gint64 *ids, GError **error)
{
  g_autofree guint32 *added = g_new (guint32, batch->n_rows);
  g_autoptr (VigieBulkAside) aside = NULL;
  VigieBatchView view = { .batch = batch, .n = batch->n_rows };
  GError *local = NULL;
  gint64 n_added;

  view.first_id = find_last_id (self, batch->entity, &local) + 1;
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (!insert_beside (self, &view, &n_added, &aside, error) ||
      (n_added < view.n && !find_named (self, batch->entity, view.first_id - 1, ids, error)))
    return FALSE;
  view.n = 0;
  for (guint code = 0; code < batch->n_rows; code++)
    if (ids[code] == 0)
      {
        added[view.n] = code;
        ids[code] = view.first_id + view.n++;
      }
  view.order = added;
  return keep_notes (self, &view, aside, error);
}

/* Makes all that is named and is not there, which is known by its code alone, as a batch of its own. */
static gboolean
make_named (VigieBulk *self, const VigieEntity *entity, VigieCodes *codes, gint64 *ids, GError **error)
{
  g_autoptr (VigieBatch) batch = vigie_batch_new (entity, VIGIE_BATCH_ALL);
  VigieCodes *own = batch->codes[0];
  gboolean done;

  for (guint code = 0; code < vigie_codes_get_size (codes); code++)
    vigie_batch_add_row (batch, 0)[0] = (gint32) code;
  batch->codes[0] = codes;
  done = batch->n_rows == 0 || add_named (self, batch, ids, error);
  batch->codes[0] = own;
  return done;
}

static gboolean
resolve_field (VigieBulk *self, VigieBatch *batch, guint field, gint64 *ids, GError **error)
{
  const VigieField *reference = &batch->entity->fields[field];
  VigieTable *table;

  if ((reference->flags & VIGIE_FIELD_CREATES) != 0)
    return make_named (self, reference->reference, batch->codes[field], ids, error);
  table = vigie_register_get_table (self->reg, batch->entity, error);
  for (guint code = 0; table != NULL && code < vigie_codes_get_size (batch->codes[field]); code++)
    if (!vigie_references_find_code (vigie_table_get_references (table), field,
                                     vigie_codes_get (batch->codes[field], code), &ids[code], error))
      return FALSE;
  return table != NULL;
}

/* What the codes of a field are. */
typedef struct
{
  guint place;
  gint64 *ids;
} Named;

static void
clear_named (gpointer data)
{
  g_free (((Named *) data)->ids);
}

/* Puts ids in the place of codes. Returns whether there is one, and one that fits, for each. */
static gboolean
name (gint32 *row, const Named *named, guint n_named)
{
  gboolean all = TRUE;

  for (guint i = 0; i < n_named; i++)
    {
      gint32 *value = &row[named[i].place];

      if (*value == VIGIE_BATCH_NONE)
        continue;
      *value = named[i].ids[*value] <= G_MAXINT32 ? (gint32) named[i].ids[*value] : 0;
      all = all && *value != 0;
    }
  return all;
}

static void
list_rows (Work *work, const Named *named, guint n_named)
{
  gsize size = MAX (1, work->batch->n_rows) * sizeof (guint32);

  work->rows = g_malloc (size);
  vigie_memory_expect_large (work->rows, size);
  for (guint32 row = 0; row < work->batch->n_rows; row++)
    if (name (vigie_batch_get_row (work->batch, row), named, n_named))
      work->rows[work->n++] = row;
    else
      leave (work, row, 0);
}

/* Finds what is named, and lists the rows that name nothing else. */
static gboolean
resolve (VigieBulk *self, Work *work, GError **error)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));
  VigieBatch *batch = work->batch;

  g_array_set_clear_func (named, clear_named);
  for (guint field = 0; field < batch->entity->n_fields; field++)
    if (batch->codes[field] != NULL)
      {
        Named one = { batch->places[field], g_new0 (gint64, vigie_codes_get_size (batch->codes[field])) };

        g_array_append_val (named, one);
        if (!resolve_field (self, batch, field, one.ids, error))
          return FALSE;
      }
  list_rows (work, (const Named *) (gpointer) named->data, named->len);
  return TRUE;
}

/* --- rows of one record ---------------------------------------------------------------------------- */

/* Whether a row says nothing that another row of the same record does not. */
static gboolean
repeats (const VigieBatch *batch, guint32 row, guint32 first)
{
  for (guint field = 0; field < batch->entity->n_fields; field++)
    {
      gint32 value = vigie_batch_get (batch, row, field);

      if (value != VIGIE_BATCH_NONE && value != vigie_batch_get (batch, first, field))
        return FALSE;
    }
  return TRUE;
}

/* Keeps the first row of each record. What comes after one that says something else is looked at in its turn. */
static void
part_with_repeats (Work *work)
{
  guint n = 0;
  gboolean differs = FALSE;

  for (guint i = 0; i < work->n; i++)
    {
      guint32 row = work->rows[i];

      if (n == 0 || !vigie_batch_same_key (work->batch, work->rows[n - 1], row))
        {
          work->rows[n++] = row;
          differs = FALSE;
          continue;
        }
      differs = differs || !repeats (work->batch, row, work->rows[n - 1]);
      if (differs)
        leave (work, row, vigie_batch_get_number (work->batch, work->rows[n - 1]));
      else
        work->counts[VIGIE_OUTCOME_UNCHANGED]++;
    }
  work->n = n;
}

/* --- rows of records that are there ---------------------------------------------------------------- */

/* Whether a record, from the second column on, is as a row has it already. */
static gboolean
stands (const VigieBatch *batch, guint32 row, VigieStatement *record)
{
  for (guint field = 0; field < batch->entity->n_fields; field++)
    {
      int column = (int) field + 2;
      gint32 value = vigie_batch_get (batch, row, field);

      if (value == VIGIE_BATCH_NONE)
        continue;
      if (vigie_statement_is_null (record, column) || value != (batch->entity->fields[field].type == VIGIE_FIELD_DATE
                                                                  ? vigie_statement_get_date (record, column)
                                                                  : vigie_statement_get_integer (record, column)))
        return FALSE;
    }
  return TRUE;
}

static void
take_known (VigieBulk *self, Work *work, guint32 row, VigieStatement *record)
{
  gint64 id = vigie_statement_get_integer (record, 1);
  guint32 number = vigie_batch_get_number (work->batch, row);
  guint32 first = id < self->n_places ? self->places[id] : 0;

  if (stands (work->batch, row, record))
    work->counts[VIGIE_OUTCOME_UNCHANGED]++;
  else
    leave (work, row, first);
  if (first != 0)
    g_hash_table_insert (work->earlier, GUINT_TO_POINTER (number), GUINT_TO_POINTER (first));
  else if (id < self->n_places)
    self->places[id] = number;
}

/* Finds the rows that were passed over, and keeps the others. */
static gboolean
part_with_known (VigieBulk *self, Work *work, GError **error)
{
  g_autofree char *sql = vigie_table_sql_find_batch (work->batch->entity, VIGIE_BATCH_TABLE);
  g_autoptr (VigieStatement) known = vigie_connection_prepare (self->connection, sql, error);
  g_autofree gboolean *passed = g_new0 (gboolean, work->n);
  GError *local = NULL;
  guint n = 0;

  if (known == NULL)
    return FALSE;
  vigie_statement_bind_integer (known, 1, work->last_id);
  while (vigie_statement_step (known, &local))
    {
      guint place = (guint) vigie_statement_get_integer (known, 0);

      passed[place] = TRUE;
      take_known (self, work, work->rows[place], known);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  for (guint i = 0; i < work->n; i++)
    if (!passed[i])
      work->rows[n++] = work->rows[i];
  work->n = n;
  return TRUE;
}

/* --- a batch --------------------------------------------------------------------------------------- */

/* Room for what is there and for what comes with the batch. */
static void
make_places (VigieBulk *self, const Work *work)
{
  gint64 needed = work->last_id + work->batch->n_rows + 1;

  if ((self->places == NULL && work->batch->last) || needed <= self->n_places)
    return;
  self->places = g_renew (guint32, self->places, needed);
  memset (self->places + self->n_places, 0, (gsize) (needed - self->n_places) * sizeof *self->places);
  self->n_places = needed;
}

/* Ids that are not in use anywhere but in a file that somebody made to do harm. */
static void
leave_all (Work *work)
{
  for (guint i = 0; i < work->n; i++)
    leave (work, work->rows[i], 0);
}

static gboolean
add_rows (VigieBulk *self, Work *work, GError **error)
{
  GError *local = NULL;
  g_autoptr (VigieBulkAside) aside = NULL;
  VigieBatchView view = { .batch = work->batch, .order = work->rows, .n = work->n };
  gint64 n_added;

  work->last_id = find_last_id (self, work->batch->entity, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (work->last_id > G_MAXINT32 - (gint64) work->n)
    {
      leave_all (work);
      return TRUE;
    }
  make_places (self, work);
  view.first_id = work->last_id + 1;
  if (!insert_beside (self, &view, &n_added, &aside, error) ||
      (n_added < work->n && !part_with_known (self, work, error)))
    return FALSE;
  view.n = work->n;
  work->counts[VIGIE_OUTCOME_ADDED] += work->n;
  for (guint i = 0; self->places != NULL && i < work->n; i++)
    self->places[view.first_id + i] = vigie_batch_get_number (work->batch, work->rows[i]);
  return keep_notes (self, &view, aside, error);
}

/* Says of rows that are left which row of an earlier batch was the first of their record. */
static void
mend_firsts (Work *work, guint from)
{
  for (guint i = from; i < work->left->len && g_hash_table_size (work->earlier) > 0; i++)
    {
      VigieBulkLeft *left = &g_array_index (work->left, VigieBulkLeft, i);
      guint32 first = GPOINTER_TO_UINT (g_hash_table_lookup (work->earlier, GUINT_TO_POINTER (left->first)));

      if (first != 0)
        left->first = first;
    }
}

/**
 * vigie_bulk_put:
 * @batch: rows that nothing is wrong with as far as they alone can say; its codes become ids
 * @counts: (inout): how many rows had each #VigieOutcome
 * @left: (element-type VigieBulkLeft): takes those that are to be put one by one, in any order
 *
 * Puts the rows for which it need not be asked what to say of them.
 *
 * Returns: %FALSE with @error set, and then the transaction is to be taken back
 */
gboolean
vigie_bulk_put (VigieBulk *self, VigieBatch *batch, gint64 *counts, GArray *left, GError **error)
{
  g_autoptr (GHashTable) earlier = g_hash_table_new (NULL, NULL);
  Work work = { .batch = batch, .counts = counts, .left = left, .earlier = earlier };
  guint left_before = left->len;
  gboolean done;

  done = resolve (self, &work, error);
  if (done && vigie_batch_sort (batch, work.rows, work.n))
    part_with_repeats (&work);
  done = done && (work.n == 0 || add_rows (self, &work, error));
  g_free (work.rows);
  if (done)
    mend_firsts (&work, left_before);
  return done;
}
