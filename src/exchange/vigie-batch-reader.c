// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieBatchReader: the rows of a table as numbers, for kinds of record that are numbers, which are those that come by
 * the million. A million rows say a few thousand different things: each is converted and validated once, by the same
 * functions as any other cell, and known again by its text.
 *
 * It judges no row. One in which anything is unlike the others, so that it may have to be refused, is left to the way
 * that every row can go, which finds the words for it.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-batch-reader.h"

#include "vigie-fold.h"

/* How many texts of a column are known again; where there are more, few come twice. */
#define MOST_KNOWN 100000
#define ROWS_BETWEEN_STEPS 5000

typedef struct
{
  const VigieMapField *map;
  const VigieField *field;
  guint cell;          /* where it stands; not used for a constant */
  gboolean plain_code; /* a code that means itself */
  VigieCodes *known;
  GArray *values; /* of gint32: what the known texts say */
  guint32 last;   /* the text that was met last, which is often the next, too; VIGIE_CODES_NONE for none */
} Column;

struct _VigieBatchReader
{
  VigieTableSource *table;
  VigieTableSourceInterface *reads; /* of the table: to look for it takes as long as to read a cell */
  const VigieEntity *entity;
  guint64 fields;
  guint n_cells;
  GArray *columns; /* of Column */

  VigieBatchProgress progress;
  gpointer progress_data;
  gint64 n_rows;
};

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_clear_pointer (&column->known, vigie_codes_free);
  g_clear_pointer (&column->values, g_array_unref);
}

/* Where the only column of that name stands; -1 where there is none. */
static int
find_cell (VigieTableSource *table, const char *name)
{
  const char *const *columns = vigie_table_source_get_columns (table);
  g_autofree char *folded = vigie_text_fold (name);

  for (int i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *column = vigie_text_fold (columns[i]);

      if (g_str_equal (column, folded))
        return i;
    }
  return -1;
}

static gboolean
add_column (VigieBatchReader *self, const VigieMapField *map)
{
  const VigieField *field = &self->entity->fields[map->field];
  Column column = { .map = map, .field = field };
  int cell = map->column != NULL ? find_cell (self->table, map->column) : 0;

  if (map->template != NULL || cell < 0)
    return FALSE;
  column.cell = (guint) cell;
  column.plain_code = field->type == VIGIE_FIELD_REFERENCE && map->column != NULL && map->values == NULL &&
                      map->otherwise == NULL && map->format == VIGIE_MAP_NATIVE;
  column.known = vigie_codes_new ();
  column.values = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_array_append_val (self->columns, column);
  return TRUE;
}

/* Each field comes from one place, and those that are required from some. */
static gboolean
add_columns (VigieBatchReader *self, GPtrArray *maps)
{
  g_autofree gboolean *given = g_new0 (gboolean, self->entity->n_fields);

  for (guint i = 0; i < maps->len; i++)
    {
      const VigieMapField *map = g_ptr_array_index (maps, i);

      if (given[map->field] || !add_column (self, map))
        return FALSE;
      given[map->field] = TRUE;
      self->fields |= G_GUINT64_CONSTANT (1) << map->field;
    }
  for (guint i = 0; i < self->entity->n_fields; i++)
    if ((self->entity->fields[i].flags & VIGIE_FIELD_REQUIRED) != 0 && !given[i])
      return FALSE;
  return TRUE;
}

/**
 * vigie_batch_reader_new:
 * @mapping: outlives the reader
 *
 * Returns: (transfer full) (nullable): the rows of @table; %NULL where a row is more than one such record
 */
VigieBatchReader *
vigie_batch_reader_new (VigieTableSource *table, VigieMapping *mapping)
{
  g_autoptr (VigieBatchReader) self = NULL;
  const VigieMapRecord *record;

  if (mapping->records->len != 1 || mapping->keep->len > 0 || !vigie_table_source_can_rewind (table))
    return NULL;
  record = g_ptr_array_index (mapping->records, 0);
  if (record->when->len > 0 || !vigie_batch_can_hold (record->entity))
    return NULL;
  self = g_new0 (VigieBatchReader, 1);
  self->table = g_object_ref (table);
  self->reads = VIGIE_TABLE_SOURCE_GET_IFACE (table);
  self->entity = record->entity;
  self->n_cells = g_strv_length ((char **) vigie_table_source_get_columns (table));
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  return add_columns (self, record->fields) ? g_steal_pointer (&self) : NULL;
}

void
vigie_batch_reader_free (VigieBatchReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_object (&self->table);
  g_free (self);
}

/**
 * vigie_batch_reader_set_progress:
 *
 * Has @progress told of every few thousand rows, in the thread that reads.
 */
void
vigie_batch_reader_set_progress (VigieBatchReader *self, VigieBatchProgress progress, gpointer data)
{
  self->progress = progress;
  self->progress_data = data;
}

/* Forgets what is known of codes, whose numbers are those of a batch. */
static void
start_column (Column *column, gboolean all)
{
  column->last = VIGIE_CODES_NONE;
  if (!all && column->field->type != VIGIE_FIELD_REFERENCE)
    return;
  vigie_codes_clear (column->known);
  g_array_set_size (column->values, 0);
}

static gboolean
read_new (VigieTableSource *table, Column *column, const char *cell, VigieCodes *codes, gint32 *number)
{
  g_autofree char *source = column->map->constant == NULL ? vigie_table_source_dup_cell (table, cell) : NULL;
  g_auto (VigieValue) value = { 0 };

  if (!vigie_map_field_read (column->map, column->field, source, &value, NULL))
    return FALSE;
  if (!value.measured)
    *number = VIGIE_BATCH_NONE;
  else if (codes != NULL)
    *number = (gint32) vigie_codes_add (codes, value.text);
  else
    *number = (gint32) value.number;
  return TRUE;
}

static gboolean
read_cell (VigieTableSource *table, Column *column, const char *cell, VigieCodes *codes, gint32 *number)
{
  /* Most often it is the text of the row before, or what came after that the last time. */
  guint32 known = vigie_codes_find_near (column->plain_code ? codes : column->known, cell, column->last);

  column->last = known;
  if (known != VIGIE_CODES_NONE)
    {
      *number = column->plain_code ? (gint32) known : g_array_index (column->values, gint32, known);
      return TRUE;
    }
  if (!read_new (table, column, cell, codes, number))
    return FALSE;
  if (column->plain_code)
    return TRUE;
  if (vigie_codes_get_size (column->known) >= MOST_KNOWN)
    start_column (column, TRUE);
  vigie_codes_add (column->known, cell);
  g_array_append_val (column->values, *number);
  return TRUE;
}

static gboolean
is_in_order (const VigieBatch *batch, guint row)
{
  for (guint i = 0; i < batch->entity->n_orders; i++)
    {
      const VigieOrder *order = &batch->entity->orders[i];
      gint32 lesser = vigie_batch_get (batch, row, order->lesser);
      gint32 greater = vigie_batch_get (batch, row, order->greater);

      if (!order->counted && lesser != VIGIE_BATCH_NONE && greater != VIGIE_BATCH_NONE && lesser > greater)
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_row (VigieBatchReader *self, VigieBatch *batch, const VigieTableRow *cells)
{
  gint32 *row;

  if (cells->n_cells != self->n_cells)
    return FALSE;
  row = vigie_batch_add_row (batch, (guint32) cells->line);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);
      guint field = column->map->field;

      if (!read_cell (self->table, column, cells->cells[column->cell], batch->codes[field], &row[batch->places[field]]))
        {
          batch->n_rows--;
          return FALSE;
        }
    }
  if (is_in_order (batch, batch->n_rows - 1))
    return TRUE;
  batch->n_rows--;
  return FALSE;
}

static void
start_batch (VigieBatchReader *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    start_column (&g_array_index (self->columns, Column, i), FALSE);
}

/**
 * vigie_batch_reader_next:
 * @n_rows: how many rows are taken at most
 * @others: (element-type guint32): takes the numbers of the rows that are left to the way of every row
 *
 * Returns: (transfer full): the rows that follow; the last batch says that it is. %NULL with
 *   @error where the file can be read no further
 */
VigieBatch *
vigie_batch_reader_next (VigieBatchReader *self, guint n_rows, GArray *others, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (VigieBatch) batch = vigie_batch_new (self->entity, self->fields);
  GError *local = NULL;
  VigieTableRow cells;

  start_batch (self);
  while (batch->n_rows < n_rows && self->reads->next (self->table, &cells, &local))
    {
      guint32 number = (guint32) cells.line;

      if (!add_row (self, batch, &cells))
        g_array_append_val (others, number);
      if (++self->n_rows % ROWS_BETWEEN_STEPS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (self->progress != NULL)
        self->progress (self->n_rows, self->progress_data);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  batch->last = batch->n_rows < n_rows;
  return g_steal_pointer (&batch);
}
