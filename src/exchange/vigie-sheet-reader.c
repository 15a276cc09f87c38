// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSheetReader: the rows of a workbook as text, whatever program made it.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-sheet-reader.h"

#include "vigie-fold.h"

G_DEFINE_INTERFACE (VigieSheetReader, vigie_sheet_reader, G_TYPE_OBJECT)

static void
vigie_sheet_reader_default_init (VigieSheetReaderInterface *iface G_GNUC_UNUSED)
{
}

const char *const *
vigie_sheet_reader_get_sheets (VigieSheetReader *self)
{
  return VIGIE_SHEET_READER_GET_IFACE (self)->get_sheets (self);
}

/**
 * vigie_sheet_reader_open_sheet:
 * @sheet: index in vigie_sheet_reader_get_sheets()
 *
 * Goes to the beginning of a sheet, also of one that was read already.
 *
 * Returns: %FALSE with @error, which names the file
 */
gboolean
vigie_sheet_reader_open_sheet (VigieSheetReader *self, guint sheet, GError **error)
{
  return VIGIE_SHEET_READER_GET_IFACE (self)->open_sheet (self, sheet, error);
}

/**
 * vigie_sheet_reader_next:
 *
 * Returns: (transfer full) (nullable): the next row with a cell that is filled; %NULL at the end, or with @error
 */
VigieSheetRow *
vigie_sheet_reader_next (VigieSheetReader *self, GError **error)
{
  return VIGIE_SHEET_READER_GET_IFACE (self)->next (self, error);
}

GArray *
vigie_sheet_reader_get_merges (VigieSheetReader *self)
{
  return VIGIE_SHEET_READER_GET_IFACE (self)->get_merges (self);
}

double
vigie_sheet_reader_get_progress (VigieSheetReader *self)
{
  return VIGIE_SHEET_READER_GET_IFACE (self)->get_progress (self);
}

VigieSheetRow *
vigie_sheet_row_new (guint64 number)
{
  VigieSheetRow *self = g_new0 (VigieSheetRow, 1);

  self->number = number;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
vigie_sheet_row_free (VigieSheetRow *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * vigie_sheet_row_set:
 * @text: (transfer full): what stands in a cell; a blank one leaves it blank
 */
void
vigie_sheet_row_set (VigieSheetRow *self, guint column, char *text)
{
  if (text == NULL || vigie_text_is_blank (text) || column >= VIGIE_SHEET_COLUMNS_MAX)
    {
      g_free (text);
      return;
    }
  if (self->cells->len <= column)
    g_ptr_array_set_size (self->cells, (int) column + 1);
  g_free (self->cells->pdata[column]);
  self->cells->pdata[column] = text;
}

/**
 * vigie_sheet_row_get:
 *
 * Returns: (transfer none): what stands in a cell, "" where it is blank
 */
const char *
vigie_sheet_row_get (const VigieSheetRow *self, guint column)
{
  const char *text = column < self->cells->len ? g_ptr_array_index (self->cells, column) : NULL;

  return text != NULL ? text : "";
}

/**
 * vigie_sheet_row_count:
 *
 * Returns: how many cells are filled
 */
guint
vigie_sheet_row_count (const VigieSheetRow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n += g_ptr_array_index (self->cells, i) != NULL;
  return n;
}
