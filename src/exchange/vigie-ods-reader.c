// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieOdsReader: the rows of the sheets of an OpenDocument spreadsheet (.ods), a block at a time.
 * OpenDocument 1.3 part 3, sections 9.1 (tables), 19.385 (values of cells) and 6.1 (text).
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-sheet-reader.h"

#include "vigie-sheet-number.h"
#include "vigie-sheet-part.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"

#define VIGIE_TYPE_ODS_READER (vigie_ods_reader_get_type ())
G_DECLARE_FINAL_TYPE (VigieOdsReader, vigie_ods_reader, VIGIE, ODS_READER, VigieSheetPart)

struct _VigieOdsReader
{
  VigieSheetPart sheet; /* that is being read */

  GPtrArray *names;
  gboolean encrypted;

  guint wanted;
  guint n_tables; /* that were begun */
  guint depth;    /* of tables within tables */
  guint64 row_repeat;
  guint column;
  guint repeat;
  char *value; /* what the cell's attributes say; NULL where its text does */
  guint n_paragraphs;
  gboolean in_paragraph;
  guint in_note;
};

static void sheet_reader_iface_init (VigieSheetReaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VigieOdsReader, vigie_ods_reader, VIGIE_TYPE_SHEET_PART,
                               G_IMPLEMENT_INTERFACE (VIGIE_TYPE_SHEET_READER, sheet_reader_iface_init))

/* --- attributes ----------------------------------------------------------------------------------- */

static guint64
find_number (const char **names, const char **values, const char *name)
{
  const char *text = vigie_part_find (names, values, name);
  guint64 number = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return CLAMP (number, 1, VIGIE_SHEET_ROWS_MAX);
}

/* `PT01H30M00S` is 01:30:00: XML Schema part 2, 3.2.6. */
static char *
dup_duration (const char *text)
{
  int hours, minutes, seconds;

  if (text != NULL && sscanf (text, "PT%4dH%2dM%2d", &hours, &minutes, &seconds) == 3)
    return g_strdup_printf ("%02d:%02d:%02d", hours, minutes, seconds);
  return NULL;
}

/* A number with the sign that its format shows, as in the other kinds of workbook. */
static char *
dup_number (const char *text, VigieSheetFormat format)
{
  char *end = NULL;
  double number = text != NULL ? g_ascii_strtod (text, &end) : 0;

  return text != NULL && *end == '\0' ? vigie_sheet_number_dup_text (number, format, FALSE) : NULL;
}

/* What the cell holds, where that is told beside its text: the text is as the format shows it. */
static char *
dup_value (const char **names, const char **values)
{
  const char *type = vigie_part_find (names, values, "value-type");
  const char *number = vigie_part_find (names, values, "value");

  if (g_strcmp0 (type, "float") == 0)
    return dup_number (number, VIGIE_SHEET_NUMBER);
  if (g_strcmp0 (type, "percentage") == 0)
    return dup_number (number, VIGIE_SHEET_PERCENT);
  if (g_strcmp0 (type, "currency") == 0)
    return dup_number (number, g_strcmp0 (vigie_part_find (names, values, "currency"), "EUR") == 0
                                 ? VIGIE_SHEET_EURO
                                 : VIGIE_SHEET_NUMBER);
  if (g_strcmp0 (type, "date") == 0)
    return g_strdup (vigie_part_find (names, values, "date-value"));
  if (g_strcmp0 (type, "time") == 0)
    return dup_duration (vigie_part_find (names, values, "time-value"));
  return g_strcmp0 (type, "boolean") == 0 ? g_strdup (vigie_part_find (names, values, "boolean-value")) : NULL;
}

/* --- rows ----------------------------------------------------------------------------------------- */

static void
start_row (VigieOdsReader *self, const char **names, const char **values)
{
  self->sheet.row_number += self->row_repeat;
  self->row_repeat = find_number (names, values, "number-rows-repeated");
  self->column = 0;
  g_clear_pointer (&self->sheet.row, vigie_sheet_row_free);
  self->sheet.row = vigie_sheet_row_new (self->sheet.row_number);
}

/* Rows that are alike are written once; blank ones are not rows of the table. */
static void
end_row (VigieOdsReader *self)
{
  VigieSheetRow *row = g_steal_pointer (&self->sheet.row);

  if (row->cells->len == 0)
    {
      vigie_sheet_row_free (row);
      return;
    }
  g_queue_push_tail (&self->sheet.rows, row);
  self->sheet.too_large |= self->sheet.row_number + self->row_repeat > VIGIE_SHEET_ROWS_MAX + 1;
  for (guint64 i = 1; i < self->row_repeat && !self->sheet.too_large; i++)
    {
      VigieSheetRow *copy = vigie_sheet_row_new (self->sheet.row_number + i);

      g_queue_push_tail (&self->sheet.rows, copy);
      for (guint column = 0; column < row->cells->len; column++)
        vigie_sheet_part_put (&self->sheet, copy, column, g_strdup (vigie_sheet_row_get (row, column)));
    }
}

static void
start_cell (VigieOdsReader *self, const char **names, const char **values)
{
  guint64 columns = find_number (names, values, "number-columns-spanned");
  guint64 rows = find_number (names, values, "number-rows-spanned");

  self->repeat = (guint) find_number (names, values, "number-columns-repeated");
  g_free (self->value);
  self->value = dup_value (names, values);
  g_string_truncate (self->sheet.text, 0);
  self->n_paragraphs = 0;
  if ((columns > 1 || rows > 1) && self->sheet.merges->len < VIGIE_SHEET_MERGES_MAX)
    {
      VigieMerge merge = { self->sheet.row_number, self->sheet.row_number + rows - 1, self->column,
                           self->column + (guint) columns - 1 };

      g_array_append_val (self->sheet.merges, merge);
    }
}

static void
end_cell (VigieOdsReader *self)
{
  const char *text = self->value != NULL ? self->value : self->sheet.text->str;

  if (*text != '\0' && self->column + self->repeat <= VIGIE_SHEET_COLUMNS_MAX)
    for (guint i = 0; i < self->repeat && !self->sheet.too_large; i++)
      vigie_sheet_part_put (&self->sheet, self->sheet.row, self->column + i, g_strdup (text));
  else if (*text != '\0')
    self->sheet.too_large = TRUE;
  self->column = MIN (self->column + self->repeat, VIGIE_SHEET_COLUMNS_MAX);
}

/* --- markup --------------------------------------------------------------------------------------- */

static gboolean
is_cell (const char *name)
{
  return g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell");
}

static gboolean
is_reading (const VigieOdsReader *self)
{
  return self->depth == 1 && self->n_tables == self->wanted + 1 && !self->sheet.done;
}

static void
start_text (VigieOdsReader *self, const char *name, const char **names, const char **values)
{
  if (g_str_equal (name, "p") && self->n_paragraphs++ > 0)
    g_string_append_c (self->sheet.text, '\n');
  self->in_paragraph |= g_str_equal (name, "p");
  if (g_str_equal (name, "s"))
    for (guint64 i = MIN (find_number (names, values, "c"), 1000); i > 0; i--)
      g_string_append_c (self->sheet.text, ' ');
  else if (g_str_equal (name, "tab"))
    g_string_append_c (self->sheet.text, '\t');
  else if (g_str_equal (name, "line-break"))
    g_string_append_c (self->sheet.text, '\n');
}

static void
start (gpointer data, const char *name, const char **names, const char **values)
{
  VigieOdsReader *self = data;

  if (g_str_equal (name, "table") && self->depth++ == 0)
    self->n_tables++;
  if (!is_reading (self))
    return;
  if (g_str_equal (name, "annotation"))
    self->in_note++;
  else if (g_str_equal (name, "table-row"))
    start_row (self, names, values);
  else if (is_cell (name) && self->sheet.row != NULL)
    start_cell (self, names, values);
  else if (self->in_note == 0)
    start_text (self, name, names, values);
}

static void
end (gpointer data, const char *name)
{
  VigieOdsReader *self = data;

  if (is_reading (self) && self->sheet.row != NULL)
    {
      if (is_cell (name))
        end_cell (self);
      else if (g_str_equal (name, "table-row"))
        end_row (self);
      else if (g_str_equal (name, "annotation") && self->in_note > 0)
        self->in_note--;
      else if (g_str_equal (name, "p"))
        self->in_paragraph = FALSE;
    }
  if (g_str_equal (name, "table") && self->depth > 0)
    {
      self->sheet.done |= is_reading (self);
      self->depth--;
    }
}

static void
add_text (gpointer data, const char *text, gsize size)
{
  VigieOdsReader *self = data;

  if (!is_reading (self) || !self->in_paragraph || self->in_note > 0)
    return;
  if (vigie_sheet_part_has_room (&self->sheet, size))
    g_string_append_len (self->sheet.text, text, (gssize) size);
}

/* --- names of sheets ------------------------------------------------------------------------------ */

static void
start_name (gpointer data, const char *name, const char **names, const char **values)
{
  VigieOdsReader *self = data;
  const char *sheet = vigie_part_find (names, values, "name");

  if (g_str_equal (name, "table") && self->depth++ == 0)
    g_ptr_array_add (self->names, g_strdup (sheet != NULL ? sheet : ""));
}

static void
end_name (gpointer data, const char *name)
{
  VigieOdsReader *self = data;

  if (g_str_equal (name, "table") && self->depth > 0)
    self->depth--;
}

static void
start_manifest (gpointer data, const char *name, const char **names G_GNUC_UNUSED, const char **values G_GNUC_UNUSED)
{
  ((VigieOdsReader *) data)->encrypted |= g_str_equal (name, "encryption-data");
}

static void
ignore_end (gpointer data G_GNUC_UNUSED, const char *name G_GNUC_UNUSED)
{
}

static gboolean
read_names (VigieOdsReader *self, GError **error)
{
  static const VigiePartHandler manifest = { .start = start_manifest, .end = ignore_end };
  static const VigiePartHandler names = { .start = start_name, .end = end_name };

  if (vigie_zip_has (self->sheet.zip, MANIFEST) && !vigie_part_read (self->sheet.zip, MANIFEST, &manifest, self, error))
    return FALSE;
  if (self->encrypted)
    {
      g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                   _ ("“%s” is protected by a password. Save it without one to import it."),
                   vigie_zip_get_name (self->sheet.zip));
      return FALSE;
    }
  if (!vigie_part_read (self->sheet.zip, CONTENT, &names, self, error))
    return FALSE;
  if (self->names->len == 0)
    {
      g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT, _ ("“%s” has no sheet with a table."),
                   vigie_zip_get_name (self->sheet.zip));
      return FALSE;
    }
  g_ptr_array_add (self->names, NULL);
  return TRUE;
}

/* --- VigieSheetReader ----------------------------------------------------------------------------- */

static const char *const *
get_sheets (VigieSheetReader *reader)
{
  return (const char *const *) VIGIE_ODS_READER (reader)->names->pdata;
}

static gboolean
open_sheet (VigieSheetReader *reader, guint sheet, GError **error)
{
  static const VigiePartHandler handler = { .start = start, .end = end, .text = add_text };
  VigieOdsReader *self = VIGIE_ODS_READER (reader);

  vigie_sheet_part_reset (&self->sheet);
  self->n_tables = self->depth = self->in_note = 0;
  self->in_paragraph = FALSE;
  self->row_repeat = 1;
  self->wanted = sheet;
  return vigie_sheet_part_open (&self->sheet, CONTENT, &handler, self, error);
}

static void
sheet_reader_iface_init (VigieSheetReaderInterface *iface)
{
  iface->get_sheets = get_sheets;
  iface->open_sheet = open_sheet;
}

static void
vigie_ods_reader_finalize (GObject *object)
{
  VigieOdsReader *self = VIGIE_ODS_READER (object);

  g_ptr_array_unref (self->names);
  g_free (self->value);
  G_OBJECT_CLASS (vigie_ods_reader_parent_class)->finalize (object);
}

static void
vigie_ods_reader_class_init (VigieOdsReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_ods_reader_finalize;
}

static void
vigie_ods_reader_init (VigieOdsReader *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
}

/**
 * vigie_ods_reader_new:
 *
 * Returns: (transfer full): the reader, of which a sheet is to be opened; %NULL with @error, which names the file
 */
VigieSheetReader *
vigie_ods_reader_new (VigieZip *zip, GError **error)
{
  g_autoptr (VigieOdsReader) self = g_object_new (VIGIE_TYPE_ODS_READER, NULL);

  self->sheet.zip = vigie_zip_ref (zip);
  return read_names (self, error) ? VIGIE_SHEET_READER (g_steal_pointer (&self)) : NULL;
}
