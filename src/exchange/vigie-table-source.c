// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieTableSource: a table as it stands in a file, whatever the kind of file: names of columns, then
 * rows of text, each with the line where it begins. Rows are read one by one and in one thread.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-table-source.h"

#include "vigie-fold.h"

#include "vigie-csv-writer.h"

#include "vigie-csv-reader.h"
#include "vigie-file.h"
#include "vigie-sheet-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_INTERFACE (VigieTableSource, vigie_table_source, G_TYPE_OBJECT)

static void
vigie_table_source_default_init (VigieTableSourceInterface *iface G_GNUC_UNUSED)
{
}

static gboolean
begins_with (const char *data, gsize size, const char *signature, gsize signature_size)
{
  return size >= signature_size && memcmp (data, signature, signature_size) == 0;
}

static VigieTableSource *
open_csv (GFile *file, const VigieTableOptions *options, GError **error)
{
  VigieCsvReader *reader;

  if (options != NULL && options->sheet != NULL)
    {
      g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                   _ ("a sheet “%s” is asked for, but the file is text, which has no sheets."), options->sheet);
      return NULL;
    }
  reader = vigie_csv_reader_new (file, options != NULL ? options->delimiter : '\0', error);
  return reader != NULL ? VIGIE_TABLE_SOURCE (reader) : NULL;
}

/* What some programs name .xls is a page of the web, or an old form of XML. */
static VigieTableSource *
refuse_markup (GFile *file, GError **error)
{
  g_autofree char *name = vigie_file_dup_name (file);

  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               _ ("“%s” is a web page or XML, whatever its name says. Open it in a spreadsheet and save it as .xlsx, "
                  ".ods or CSV."),
               name);
  return NULL;
}

/* The beginning of a file; what is wrong with it, if anything, its reader tells better. */
static gsize
read_beginning (GFile *file, char *buffer, gsize size)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  gsize n = 0;

  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, size, &n, NULL, NULL);
  return n;
}

/**
 * vigie_table_source_open:
 * @options: (nullable): how it is to be read
 *
 * Opens a table of any kind that can be read, told apart by what it holds rather than by its name.
 *
 * Returns: (transfer full): the table; %NULL with @error, which names the file
 */
VigieTableSource *
vigie_table_source_open (GFile *file, const VigieTableOptions *options, GError **error)
{
  static const char zip[] = { 'P', 'K', 3, 4 };
  static const char compound[] = { (char) 0xd0, (char) 0xcf, 0x11, (char) 0xe0 };
  const char *sheet = options != NULL ? options->sheet : NULL;
  char beginning[16];
  gsize size = read_beginning (file, beginning, sizeof beginning);

  if (begins_with (beginning, size, zip, sizeof zip) || begins_with (beginning, size, compound, sizeof compound))
    return vigie_sheet_source_new (file, sheet, error);
  if (begins_with (beginning, size, "<", 1) || begins_with (beginning, size, "\357\273\277<", 4))
    return refuse_markup (file, error);
  return open_csv (file, options, error);
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

/**
 * vigie_table_source_get_sheets:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): names of the sheets of a workbook; %NULL where the
 *   file is text
 */
const char *const *
vigie_table_source_get_sheets (VigieTableSource *self)
{
  VigieTableSourceInterface *iface = VIGIE_TABLE_SOURCE_GET_IFACE (self);

  return iface->get_sheets != NULL ? iface->get_sheets (self) : NULL;
}

/**
 * vigie_table_source_get_sheet:
 *
 * Returns: (transfer none) (nullable): the sheet that is read
 */
const char *
vigie_table_source_get_sheet (VigieTableSource *self)
{
  VigieTableSourceInterface *iface = VIGIE_TABLE_SOURCE_GET_IFACE (self);

  return iface->get_sheet != NULL ? iface->get_sheet (self) : NULL;
}

/**
 * vigie_table_source_get_notices:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): what a person should know of how the table is read:
 *   sentences
 */
GPtrArray *
vigie_table_source_get_notices (VigieTableSource *self)
{
  VigieTableSourceInterface *iface = VIGIE_TABLE_SOURCE_GET_IFACE (self);

  return iface->get_notices != NULL ? iface->get_notices (self) : NULL;
}

/**
 * vigie_table_source_can_rewind:
 *
 * Returns: whether its rows can be read again
 */
gboolean
vigie_table_source_can_rewind (VigieTableSource *self)
{
  g_return_val_if_fail (VIGIE_IS_TABLE_SOURCE (self), FALSE);

  return VIGIE_TABLE_SOURCE_GET_IFACE (self)->rewind != NULL;
}

/**
 * vigie_table_source_rewind:
 *
 * Goes back to before the first row.
 *
 * Returns: %FALSE with @error set where that failed
 */
gboolean
vigie_table_source_rewind (VigieTableSource *self, GError **error)
{
  g_return_val_if_fail (vigie_table_source_can_rewind (self), FALSE);

  return VIGIE_TABLE_SOURCE_GET_IFACE (self)->rewind (self, error);
}

/**
 * vigie_table_source_dup_cell:
 * @cell: of a row of @self
 *
 * Returns: (transfer full): what the cell says: without space at its ends and, where the file is only text, without
 *   what keeps a workbook from running it
 */
char *
vigie_table_source_dup_cell (VigieTableSource *self, const char *cell)
{
  g_return_val_if_fail (VIGIE_IS_TABLE_SOURCE (self), NULL);

  return vigie_table_source_get_sheets (self) != NULL ? vigie_text_dup_trimmed (cell) : vigie_csv_dup_cell (cell);
}
