// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieTableSource: a table as it stands in a file, whatever the kind of file: names of columns, then
 * rows of text, each with the line where it begins. Rows are read one by one and in one thread.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-table-source.h"

#include "vigie-csv-reader.h"

G_DEFINE_INTERFACE (VigieTableSource, vigie_table_source, G_TYPE_OBJECT)

static void
vigie_table_source_default_init (VigieTableSourceInterface *iface G_GNUC_UNUSED)
{
}

/**
 * vigie_table_source_open:
 *
 * Opens a table of any kind that can be read, told apart by what it holds rather than by its name.
 *
 * Returns: (transfer full): the table; %NULL with @error, which names the file
 */
VigieTableSource *
vigie_table_source_open (GFile *file, GError **error)
{
  VigieCsvReader *reader = vigie_csv_reader_new (file, error);

  return reader != NULL ? VIGIE_TABLE_SOURCE (reader) : NULL;
}

/**
 * vigie_table_source_get_name:
 *
 * Returns: (transfer none): the file, for messages
 */
const char *
vigie_table_source_get_name (VigieTableSource *self)
{
  g_return_val_if_fail (VIGIE_IS_TABLE_SOURCE (self), NULL);

  return VIGIE_TABLE_SOURCE_GET_IFACE (self)->get_name (self);
}

/**
 * vigie_table_source_get_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names in the first row, without the space
 *   around them; some may be empty, and one may stand twice
 */
const char *const *
vigie_table_source_get_columns (VigieTableSource *self)
{
  g_return_val_if_fail (VIGIE_IS_TABLE_SOURCE (self), NULL);

  return VIGIE_TABLE_SOURCE_GET_IFACE (self)->get_columns (self);
}

/**
 * vigie_table_source_next:
 * @row: (out caller-allocates): the next row in which any cell is filled
 *
 * Returns: %FALSE at the end, or with @error set, which names the file and the line
 */
gboolean
vigie_table_source_next (VigieTableSource *self, VigieTableRow *row, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_TABLE_SOURCE (self) && row != NULL, FALSE);

  return VIGIE_TABLE_SOURCE_GET_IFACE (self)->next (self, row, error);
}

/**
 * vigie_table_source_get_progress:
 *
 * Returns: how much of it was read, 0 to 1; NaN where its size is not known
 */
double
vigie_table_source_get_progress (VigieTableSource *self)
{
  g_return_val_if_fail (VIGIE_IS_TABLE_SOURCE (self), 0);

  return VIGIE_TABLE_SOURCE_GET_IFACE (self)->get_progress (self);
}
