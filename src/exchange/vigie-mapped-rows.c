// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieMappedRows: the rows of a table as the records that a mapping makes of them.
 *
 * Names of columns are compared without regard to capitals, accents and space. A row with more or
 * fewer cells than there are columns is refused: a delimiter in an unquoted text shifts every cell
 * after it.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-mapped-rows.h"

#include "vigie-csv-reader.h"
#include "vigie-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIGEST_DIGITS 12

struct _VigieMappedRows
{
  GObject parent_instance;

  VigieTableSource *table;
  VigieMapping *mapping;
  GHashTable *indexes; /* the name of a column, as the mapping has it → its index + 1 */

  VigieTableRow cells;
  VigieRow row;

  GArray *only; /* of guint32; NULL where every row is wanted */
  guint next_only;
};

static void row_source_iface_init (VigieRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VigieMappedRows, vigie_mapped_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VIGIE_TYPE_ROW_SOURCE, row_source_iface_init))

/* --- columns -------------------------------------------------------------------------------------- */

/* How many columns have that name; the index of the first is in @index. */
static guint
find_columns (const char *const *columns, const char *name, guint *index)
{
  g_autofree char *folded = vigie_text_fold (name);
  guint n = 0;

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *column = vigie_text_fold (columns[i]);

      if (g_str_equal (column, folded) && n++ == 0)
        *index = i;
    }
  return n;
}

static void
bind_column (VigieMappedRows *self, const char *name, GString *missing, GString *doubled)
{
  const char *const *others;
  guint index = 0;
  guint n;

  if (name == NULL || g_hash_table_contains (self->indexes, name))
    return;
  n = find_columns (vigie_table_source_get_columns (self->table), name, &index);
  others = g_hash_table_lookup (self->mapping->columns, name);
  for (gsize i = 0; n == 0 && others != NULL && others[i] != NULL; i++)
    n = find_columns (vigie_table_source_get_columns (self->table), others[i], &index);
  if (n != 1)
    {
      GString *list = n == 0 ? missing : doubled;

      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
    }
  g_hash_table_insert (self->indexes, (gpointer) name, GUINT_TO_POINTER (index + 1));
}

static void
bind_conditions (VigieMappedRows *self, GPtrArray *conditions, GString *missing, GString *doubled)
{
  for (guint i = 0; i < conditions->len; i++)
    bind_column (self, ((VigieMapCondition *) g_ptr_array_index (conditions, i))->column, missing, doubled);
}

static void
bind_field (VigieMappedRows *self, const VigieMapField *field, GString *missing, GString *doubled)
{
  bind_column (self, field->column, missing, doubled);
  for (guint i = 0; field->template != NULL && i < field->template->len; i++)
    {
      const VigieMapPart *part = g_ptr_array_index (field->template, i);

      if (part->kind == VIGIE_MAP_PART_COLUMN)
        bind_column (self, part->text, missing, doubled);
      for (gsize j = 0; part->columns != NULL && part->columns[j] != NULL; j++)
        bind_column (self, part->columns[j], missing, doubled);
    }
}

static gboolean
bind_columns (VigieMappedRows *self, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (GString) doubled = g_string_new (NULL);
  g_autofree char *found = NULL;

  bind_conditions (self, self->mapping->keep, missing, doubled);
  for (guint i = 0; i < self->mapping->records->len; i++)
    {
      const VigieMapRecord *record = g_ptr_array_index (self->mapping->records, i);

      bind_conditions (self, record->when, missing, doubled);
      for (guint j = 0; j < record->fields->len; j++)
        bind_field (self, g_ptr_array_index (record->fields, j), missing, doubled);
    }
  if (missing->len == 0 && doubled->len == 0)
    return TRUE;
  found = g_strjoinv (", ", (char **) vigie_table_source_get_columns (self->table));
  if (missing->len > 0)
    g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_COLUMN,
                 /* Translators: %1$s is a file, %2$s and %4$s are lists of columns, %3$s is a mapping */
                 _ ("“%1$s” lacks columns that the mapping “%3$s” reads: %2$s. Its columns are: %4$s."),
                 vigie_table_source_get_name (self->table), missing->str, self->mapping->name, found);
  else
    g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_COLUMN,
                 /* Translators: %1$s is a file, %2$s and %4$s are lists of columns, %3$s is a mapping */
                 _ ("“%1$s” has more than one column of a name that the mapping “%3$s” reads: %2$s. "
                    "Its columns are: %4$s."),
                 vigie_table_source_get_name (self->table), doubled->str, self->mapping->name, found);
  return FALSE;
}

static const char *
get_cell (VigieMappedRows *self, const char *column)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, column)) - 1;

  return index < self->cells.n_cells ? self->cells.cells[index] : "";
}

/* --- values --------------------------------------------------------------------------------------- */

static gboolean
holds (VigieMappedRows *self, const VigieMapCondition *condition)
{
  const char *cell = get_cell (self, condition->column);
  g_autofree char *folded = NULL;

  if (condition->values == NULL)
    return vigie_text_is_blank (cell) == condition->blank;
  folded = vigie_text_fold (cell);
  return g_hash_table_contains (condition->values, folded);
}

static gboolean
hold_all (VigieMappedRows *self, GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    if (!holds (self, g_ptr_array_index (conditions, i)))
      return FALSE;
  return TRUE;
}

static void
append_digest (VigieMappedRows *self, GString *text, char **columns)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *folded = vigie_text_fold (get_cell (self, columns[i]));

      g_checksum_update (checksum, (const guchar *) folded, (gssize) strlen (folded) + 1);
    }
  g_string_append_len (text, g_checksum_get_string (checksum), DIGEST_DIGITS);
}

/* A template of which a column is blank is blank: "/impact" would be the same for every such row. */
static char *
expand (VigieMappedRows *self, GPtrArray *template)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < template->len; i++)
    {
      const VigieMapPart *part = g_ptr_array_index (template, i);
      g_autofree char *cell = NULL;

      if (part->kind == VIGIE_MAP_PART_LITERAL)
        g_string_append (text, part->text);
      else if (part->kind == VIGIE_MAP_PART_DIGEST)
        append_digest (self, text, part->columns);
      else
        {
          cell = vigie_table_source_dup_cell (self->table, get_cell (self, part->text));
          if (*cell == '\0')
            return g_strdup ("");
          g_string_append (text, cell);
        }
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_source (VigieMappedRows *self, const VigieMapField *map)
{
  if (map->template != NULL)
    return expand (self, map->template);
  return vigie_table_source_dup_cell (self->table, get_cell (self, map->column));
}

static const char *
name_column (const VigieMapField *map, const VigieField *field)
{
  return map->column != NULL ? map->column : field->name;
}

static void
add_fault (VigieMappedRows *self, const char *column, const char *value, const char *reason)
{
  g_autofree char *place = vigie_row_dup_place (&self->row, self->row.number);

  g_ptr_array_add (self->row.faults, vigie_fault_new (place, column, value, reason));
}

static void
set_field (VigieMappedRows *self, VigieRecord *record, const VigieMapField *map)
{
  const VigieField *field = &vigie_record_get_entity (record)->fields[map->field];
  g_autofree char *source = map->constant == NULL ? dup_source (self, map) : NULL;
  g_auto (VigieValue) value = { 0 };
  g_autoptr (GError) error = NULL;

  if (vigie_map_field_read (map, field, source, &value, &error))
    vigie_record_take_value (record, map->field, &value);
  else
    add_fault (self, name_column (map, field), source, error->message);
}

/* --- rows ----------------------------------------------------------------------------------------- */

static void
make_record (VigieMappedRows *self, guint index)
{
  const VigieMapRecord *map = g_ptr_array_index (self->mapping->records, index);
  VigieRecord *record;

  if (!hold_all (self, map->when))
    return;
  record = vigie_record_new (map->entity);
  if (index == self->mapping->principal)
    self->row.principal = (int) self->row.records->len;
  g_ptr_array_add (self->row.records, record);
  g_array_append_val (self->row.origins, index);
  for (guint i = 0; i < map->fields->len; i++)
    set_field (self, record, g_ptr_array_index (map->fields, i));
}

static gboolean
check_width (VigieMappedRows *self)
{
  guint n_columns = g_strv_length ((char **) vigie_table_source_get_columns (self->table));
  guint n_cells = self->cells.n_cells;
  g_autofree char *reason = NULL;

  while (n_cells > n_columns && vigie_text_is_blank (self->cells.cells[n_cells - 1]))
    n_cells--;
  if (n_cells == n_columns)
    return TRUE;
  reason = g_strdup_printf (_ ("the row has %1$u cells where the table has %2$u columns; "
                               "is there a delimiter in a text without quotes?"),
                            n_cells, n_columns);
  add_fault (self, NULL, NULL, reason);
  return FALSE;
}

/* Goes on to the next row that is wanted. */
static gboolean
read_cells (VigieMappedRows *self, GError **error)
{
  if (self->only == NULL)
    return vigie_table_source_next (self->table, &self->cells, error);
  if (self->next_only == self->only->len)
    return FALSE;
  do
    if (!vigie_table_source_next (self->table, &self->cells, error))
      return FALSE;
  while (self->cells.line != g_array_index (self->only, guint32, self->next_only));
  self->next_only++;
  return TRUE;
}

static const VigieRow *
next (VigieRowSource *source, GError **error)
{
  VigieMappedRows *self = VIGIE_MAPPED_ROWS (source);

  do
    {
      vigie_row_reset (&self->row);
      if (!read_cells (self, error))
        return NULL;
      self->row.number = (guint32) self->cells.line;
      if (!check_width (self))
        return &self->row;
    }
  while (!hold_all (self, self->mapping->keep));
  for (guint i = 0; i < self->mapping->records->len; i++)
    make_record (self, i);
  return &self->row;
}

static const char *
get_name (VigieRowSource *source)
{
  return vigie_table_source_get_name (VIGIE_MAPPED_ROWS (source)->table);
}

static void
locate (VigieRowSource *source, guint record, int field, char **column, char **value)
{
  VigieMappedRows *self = VIGIE_MAPPED_ROWS (source);
  guint origin = g_array_index (self->row.origins, guint, record);
  const VigieMapRecord *map = g_ptr_array_index (self->mapping->records, origin);

  for (guint i = 0; i < map->fields->len; i++)
    {
      const VigieMapField *from = g_ptr_array_index (map->fields, i);

      if (from->field != (guint) field)
        continue;
      *column = g_strdup (name_column (from, &map->entity->fields[field]));
      *value = from->constant != NULL ? g_strdup (from->constant) : dup_source (self, from);
    }
}

static double
get_progress (VigieRowSource *source)
{
  return vigie_table_source_get_progress (VIGIE_MAPPED_ROWS (source)->table);
}

static void
row_source_iface_init (VigieRowSourceInterface *iface)
{
  iface->get_name = get_name;
  iface->next = next;
  iface->locate = locate;
  iface->get_progress = get_progress;
}

static void
vigie_mapped_rows_finalize (GObject *object)
{
  VigieMappedRows *self = VIGIE_MAPPED_ROWS (object);

  g_clear_object (&self->table);
  g_clear_pointer (&self->only, g_array_unref);
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_clear_pointer (&self->mapping, vigie_mapping_free);
  vigie_row_clear (&self->row);
  G_OBJECT_CLASS (vigie_mapped_rows_parent_class)->finalize (object);
}

static void
vigie_mapped_rows_class_init (VigieMappedRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_mapped_rows_finalize;
}

static void
vigie_mapped_rows_init (VigieMappedRows *self)
{
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  vigie_row_init (&self->row);
}

/**
 * vigie_mapped_rows_new:
 * @mapping: (transfer full): freed too where it fails
 *
 * Returns: (transfer full): the rows; %NULL with @error, which says which columns are missing and which
 *   there are
 */
VigieMappedRows *
vigie_mapped_rows_new (VigieTableSource *table, VigieMapping *mapping, GError **error)
{
  g_autoptr (VigieMappedRows) self = g_object_new (VIGIE_TYPE_MAPPED_ROWS, NULL);

  self->table = g_object_ref (table);
  self->mapping = mapping;
  return bind_columns (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * vigie_mapped_rows_read_again:
 * @numbers: (element-type guint32): which rows, in the order in which they stand
 *
 * Begins anew, and gives those rows only.
 *
 * Returns: %FALSE with @error where the file cannot be read again
 */
gboolean
vigie_mapped_rows_read_again (VigieMappedRows *self, GArray *numbers, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_MAPPED_ROWS (self) && numbers != NULL, FALSE);

  if (self->only != NULL)
    g_array_unref (self->only);
  self->only = g_array_ref (numbers);
  self->next_only = 0;
  return vigie_table_source_rewind (self->table, error);
}

/**
 * vigie_mapped_rows_open_batches:
 *
 * Returns: (transfer full) (nullable): the same rows as numbers, where they can be had so: it reads them in the place
 *   of vigie_row_source_next()
 */
VigieBatchReader *
vigie_mapped_rows_open_batches (VigieMappedRows *self)
{
  g_return_val_if_fail (VIGIE_IS_MAPPED_ROWS (self), NULL);

  return vigie_batch_reader_new (self->table, self->mapping);
}
