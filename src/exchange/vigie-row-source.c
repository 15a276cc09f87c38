// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRowSource: what an import reads: rows, each of which becomes records or is refused. A table
 * with a mapping is one, a file of records in JSON another.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-row-source.h"

G_DEFINE_INTERFACE (VigieRowSource, vigie_row_source, G_TYPE_OBJECT)

static void
vigie_row_source_default_init (VigieRowSourceInterface *iface G_GNUC_UNUSED)
{
}

/**
 * vigie_row_source_get_name:
 *
 * Returns: (transfer none): the file, for messages
 */
const char *
vigie_row_source_get_name (VigieRowSource *self)
{
  g_return_val_if_fail (VIGIE_IS_ROW_SOURCE (self), NULL);

  return VIGIE_ROW_SOURCE_GET_IFACE (self)->get_name (self);
}

/**
 * vigie_row_source_next:
 *
 * Returns: (transfer none) (nullable): the next row, which holds until the next call; %NULL at the end,
 *   or with @error set where the file can be read no further
 */
const VigieRow *
vigie_row_source_next (VigieRowSource *self, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_ROW_SOURCE (self), NULL);

  return VIGIE_ROW_SOURCE_GET_IFACE (self)->next (self, error);
}

/**
 * vigie_row_source_locate:
 * @record: index of a record of the current row
 * @field: index of a field of it, or -1
 * @column: (out) (transfer full) (nullable): the column that the field came from
 * @value: (out) (transfer full) (nullable): what stands there
 *
 * Finds what a person has to mend for a field that was refused.
 */
void
vigie_row_source_locate (VigieRowSource *self, guint record, int field, char **column, char **value)
{
  g_return_if_fail (VIGIE_IS_ROW_SOURCE (self) && column != NULL && value != NULL);

  *column = NULL;
  *value = NULL;
  if (field >= 0)
    VIGIE_ROW_SOURCE_GET_IFACE (self)->locate (self, record, field, column, value);
}

/**
 * vigie_row_source_get_progress:
 *
 * Returns: how much of it was read, 0 to 1; NaN where that is not known
 */
double
vigie_row_source_get_progress (VigieRowSource *self)
{
  g_return_val_if_fail (VIGIE_IS_ROW_SOURCE (self), 0);

  return VIGIE_ROW_SOURCE_GET_IFACE (self)->get_progress (self);
}

VigieFault *
vigie_fault_new (const char *place, const char *column, const char *value, const char *reason)
{
  VigieFault *self = g_new0 (VigieFault, 1);

  self->place = g_strdup (place);
  self->column = g_strdup (column);
  self->value = g_strdup (value);
  self->reason = g_strdup (reason);
  return self;
}

void
vigie_fault_free (VigieFault *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->place);
  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);
  g_free (self);
}

/**
 * vigie_row_dup_place:
 * @number: of @self, or of another row of its list
 *
 * Returns: (transfer full): where the row of that number is, for messages: a line, or `list[index]`
 */
char *
vigie_row_dup_place (const VigieRow *self, guint32 number)
{
  if (self->list != NULL)
    return g_strdup_printf ("%s[%u]", self->list, number - 1);
  return g_strdup_printf ("%u", number);
}

void
vigie_row_init (VigieRow *self)
{
  *self = (VigieRow) { .principal = -1 };
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_fault_free);
}

/**
 * vigie_row_reset:
 *
 * Empties the row, to make another of it.
 */
void
vigie_row_reset (VigieRow *self)
{
  g_ptr_array_set_size (self->records, 0);
  g_array_set_size (self->origins, 0);
  g_ptr_array_set_size (self->faults, 0);
  self->list = NULL;
  self->number = 0;
  self->principal = -1;
}

void
vigie_row_clear (VigieRow *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->origins, g_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
}
