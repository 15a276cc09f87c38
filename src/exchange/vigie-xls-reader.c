// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieXlsReader: the rows of the sheets of a workbook of Excel 97 to 2003 (.xls), by freexl, which reads all of it
 * into memory: so a larger file than such a program wrote is refused. The same container holds the newer workbooks
 * that are protected by a password.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-sheet-reader.h"

#include "vigie-file.h"
#include "vigie-sheet-number.h"

#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SIZE_MAX_XLS (64 * 1024 * 1024)

#define VIGIE_TYPE_XLS_READER (vigie_xls_reader_get_type ())
G_DECLARE_FINAL_TYPE (VigieXlsReader, vigie_xls_reader, VIGIE, XLS_READER, GObject)

struct _VigieXlsReader
{
  GObject parent_instance;

  const void *handle;
  GPtrArray *names;
  GArray *merges; /* freexl does not tell them */

  guint n_rows;
  guint n_columns;
  guint row;
};

static void sheet_reader_iface_init (VigieSheetReaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VigieXlsReader, vigie_xls_reader, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VIGIE_TYPE_SHEET_READER, sheet_reader_iface_init))

static const char *const *
get_sheets (VigieSheetReader *reader)
{
  return (const char *const *) VIGIE_XLS_READER (reader)->names->pdata;
}

static gboolean
open_sheet (VigieSheetReader *reader, guint sheet, GError **error)
{
  VigieXlsReader *self = VIGIE_XLS_READER (reader);
  unsigned short n_columns = 0;

  self->row = self->n_rows = 0;
  if (freexl_select_active_worksheet (self->handle, (unsigned short) sheet) == FREEXL_OK &&
      freexl_worksheet_dimensions (self->handle, &self->n_rows, &n_columns) == FREEXL_OK)
    {
      self->n_columns = n_columns;
      return TRUE;
    }
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT, _ ("the sheet “%s” cannot be read."),
               (const char *) g_ptr_array_index (self->names, sheet));
  return FALSE;
}

/* A moment at midnight is a day. */
static char *
dup_moment (const char *text)
{
  if (g_str_has_suffix (text, " 00:00:00"))
    return g_strndup (text, strlen (text) - strlen (" 00:00:00"));
  return g_strdup (text);
}

static char *
dup_cell (const FreeXL_CellValue *cell)
{
  switch (cell->type)
    {
    case FREEXL_CELL_INT:
      return vigie_sheet_number_dup_text (cell->value.int_value, VIGIE_SHEET_NUMBER, FALSE);
    case FREEXL_CELL_DOUBLE:
      return vigie_sheet_number_dup_text (cell->value.double_value, VIGIE_SHEET_NUMBER, FALSE);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_TIME:
      return g_utf8_make_valid (cell->value.text_value, -1);
    case FREEXL_CELL_DATETIME:
      return dup_moment (cell->value.text_value);
    default:
      return NULL;
    }
}

static VigieSheetRow *
next (VigieSheetReader *reader, GError **error G_GNUC_UNUSED)
{
  VigieXlsReader *self = VIGIE_XLS_READER (reader);

  while (self->row < self->n_rows)
    {
      g_autoptr (VigieSheetRow) row = vigie_sheet_row_new (self->row + 1);

      for (guint column = 0; column < self->n_columns; column++)
        {
          FreeXL_CellValue cell;

          if (freexl_get_cell_value (self->handle, self->row, (unsigned short) column, &cell) == FREEXL_OK)
            vigie_sheet_row_set (row, column, dup_cell (&cell));
        }
      self->row++;
      if (row->cells->len > 0)
        return g_steal_pointer (&row);
    }
  return NULL;
}

static GArray *
get_merges (VigieSheetReader *reader)
{
  return VIGIE_XLS_READER (reader)->merges;
}

static double
get_progress (VigieSheetReader *reader)
{
  VigieXlsReader *self = VIGIE_XLS_READER (reader);

  return self->n_rows > 0 ? (double) self->row / self->n_rows : 1;
}

static void
sheet_reader_iface_init (VigieSheetReaderInterface *iface)
{
  iface->get_sheets = get_sheets;
  iface->open_sheet = open_sheet;
  iface->next = next;
  iface->get_merges = get_merges;
  iface->get_progress = get_progress;
}

static void
vigie_xls_reader_finalize (GObject *object)
{
  VigieXlsReader *self = VIGIE_XLS_READER (object);

  if (self->handle != NULL)
    freexl_close (self->handle);
  g_ptr_array_unref (self->names);
  g_array_unref (self->merges);
  G_OBJECT_CLASS (vigie_xls_reader_parent_class)->finalize (object);
}

static void
vigie_xls_reader_class_init (VigieXlsReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_xls_reader_finalize;
}

static void
vigie_xls_reader_init (VigieXlsReader *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->merges = g_array_new (FALSE, FALSE, sizeof (VigieMerge));
}

/* --- opening -------------------------------------------------------------------------------------- */

/* The name, in the container's directory, of what a newer workbook with a password is kept as. */
static gboolean
is_encrypted (GBytes *bytes)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, name, sizeof name) != NULL;
}

static gboolean
is_obfuscated (const void *handle)
{
  unsigned int password = FREEXL_UNKNOWN;

  freexl_get_info (handle, FREEXL_BIFF_PASSWORD, &password);
  return password == FREEXL_BIFF_OBFUSCATED;
}

static gboolean
read_names (VigieXlsReader *self)
{
  unsigned int n = 0;

  if (freexl_get_info (self->handle, FREEXL_BIFF_SHEET_COUNT, &n) != FREEXL_OK || n > G_MAXUINT16)
    return FALSE;
  for (unsigned int i = 0; i < n; i++)
    {
      const char *name = NULL;

      if (freexl_get_worksheet_name (self->handle, (unsigned short) i, &name) != FREEXL_OK || name == NULL)
        return FALSE;
      g_ptr_array_add (self->names, g_utf8_make_valid (name, -1));
    }
  g_ptr_array_add (self->names, NULL);
  return n > 0;
}

/**
 * vigie_xls_reader_new:
 *
 * Returns: (transfer full): the reader, of which a sheet is to be opened; %NULL with @error, which names the file
 */
VigieSheetReader *
vigie_xls_reader_new (GFile *file, GError **error)
{
  g_autoptr (VigieXlsReader) self = g_object_new (VIGIE_TYPE_XLS_READER, NULL);
  g_autoptr (GBytes) bytes = vigie_file_read (file, SIZE_MAX_XLS, error);
  g_autofree char *name = vigie_file_dup_name (file);
  gboolean opened, locked;

  if (bytes == NULL)
    return NULL;
  locked = is_encrypted (bytes);
  opened =
    !locked && g_file_peek_path (file) != NULL && freexl_open (g_file_peek_path (file), &self->handle) == FREEXL_OK;
  locked |= opened && is_obfuscated (self->handle);
  if (locked)
    g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                 _ ("“%s” is protected by a password. Save it without one to import it."), name);
  else if (!opened || !read_names (self))
    g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                 _ ("“%s” cannot be read as a workbook of Excel 97 to 2003. Open it in a spreadsheet and save it as "
                    ".xlsx or .ods."),
                 name);
  else
    return VIGIE_SHEET_READER (g_steal_pointer (&self));
  return NULL;
}
