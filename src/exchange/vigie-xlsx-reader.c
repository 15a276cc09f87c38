// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieXlsxReader: the rows of the sheets of an Office Open XML workbook (.xlsx, .xlsm), a block at a time, so that a
 * sheet of a million rows takes no more memory than one of a hundred. Of a formula the value is read that the
 * workbook was saved with; one that was never calculated is told as a failed one. ECMA-376-1:2016, 18.3.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-sheet-reader.h"

#include "vigie-sheet-part.h"
#include "vigie-xlsx-book.h"

#include <string.h>

#define VIGIE_TYPE_XLSX_READER (vigie_xlsx_reader_get_type ())
G_DECLARE_FINAL_TYPE (VigieXlsxReader, vigie_xlsx_reader, VIGIE, XLSX_READER, VigieSheetPart)

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT,
  CELL_BOOLEAN,
} CellType;

struct _VigieXlsxReader
{
  VigieSheetPart sheet; /* that is being read */

  VigieXlsxBook *book;

  guint column;
  CellType type;
  VigieSheetFormat format;
  gboolean in_value;
  gboolean in_phonetic;
  gboolean has_formula;
};

static void sheet_reader_iface_init (VigieSheetReaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VigieXlsxReader, vigie_xlsx_reader, VIGIE_TYPE_SHEET_PART,
                               G_IMPLEMENT_INTERFACE (VIGIE_TYPE_SHEET_READER, sheet_reader_iface_init))

/* --- cells ---------------------------------------------------------------------------------------- */

/* The column, from 0, and the row, from 1, of `BC12`. */
static gboolean
parse_reference (const char *text, guint *column, guint64 *row)
{
  guint n = 0;

  for (; g_ascii_isalpha (*text); text++)
    {
      n = n * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
      if (n > VIGIE_SHEET_COLUMNS_MAX)
        return FALSE;
    }
  *row = g_ascii_strtoull (text, NULL, 10);
  *column = n - 1;
  return n > 0 && *row > 0;
}

static void
add_merge (VigieXlsxReader *self, const char *reference)
{
  g_auto (GStrv) ends = g_strsplit (reference, ":", 2);
  VigieMerge merge;

  if (self->sheet.merges->len < VIGIE_SHEET_MERGES_MAX && g_strv_length (ends) == 2 &&
      parse_reference (ends[0], &merge.column, &merge.row) &&
      parse_reference (ends[1], &merge.last_column, &merge.last_row))
    g_array_append_val (self->sheet.merges, merge);
}

static CellType
get_type (const char *type)
{
  if (g_strcmp0 (type, "s") == 0)
    return CELL_SHARED;
  if (g_strcmp0 (type, "b") == 0)
    return CELL_BOOLEAN;
  return type == NULL || g_str_equal (type, "n") ? CELL_NUMBER : CELL_TEXT;
}

static void
start_cell (VigieXlsxReader *self, const char **names, const char **values)
{
  const char *reference = vigie_part_find (names, values, "r");
  const char *style = vigie_part_find (names, values, "s");
  guint64 index = style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0;
  guint64 row;

  if (reference == NULL || !parse_reference (reference, &self->column, &row))
    self->column++;
  self->type = get_type (vigie_part_find (names, values, "t"));
  self->format = index < self->book->formats->len ? g_array_index (self->book->formats, VigieSheetFormat, index)
                                                  : VIGIE_SHEET_NUMBER;
  self->has_formula = FALSE;
  g_string_truncate (self->sheet.text, 0);
}

/* What a person sees in the cell. */
static char *
dup_cell (VigieXlsxReader *self)
{
  double number;
  char *end;

  if (self->sheet.text->len == 0)
    return self->has_formula && self->type == CELL_NUMBER ? g_strdup ("#CALC!") : NULL;
  if (self->type == CELL_SHARED)
    return g_strdup (vigie_xlsx_book_get_text (self->book, self->sheet.text->str));
  if (self->type == CELL_BOOLEAN)
    return g_strdup (g_str_equal (self->sheet.text->str, "0") ? "false" : "true");
  number = self->type == CELL_NUMBER ? g_ascii_strtod (self->sheet.text->str, &end) : 0;
  return self->type == CELL_NUMBER && *end == '\0'
           ? vigie_sheet_number_dup_text (number, self->format, self->book->epoch_1904)
           : g_strdup (self->sheet.text->str);
}

/* --- markup --------------------------------------------------------------------------------------- */

static void
start_row (VigieXlsxReader *self, const char **names, const char **values)
{
  const char *number = vigie_part_find (names, values, "r");

  self->sheet.row_number = number != NULL ? g_ascii_strtoull (number, NULL, 10) : self->sheet.row_number + 1;
  self->sheet.too_large |= self->sheet.row_number > VIGIE_SHEET_ROWS_MAX;
  self->column = G_MAXUINT;
  g_clear_pointer (&self->sheet.row, vigie_sheet_row_free);
  self->sheet.row = vigie_sheet_row_new (self->sheet.row_number);
}

static void
start (gpointer data, const char *name, const char **names, const char **values)
{
  VigieXlsxReader *self = data;

  if (g_str_equal (name, "row"))
    start_row (self, names, values);
  else if (g_str_equal (name, "c") && self->sheet.row != NULL)
    start_cell (self, names, values);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->in_value = !self->in_phonetic;
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic = TRUE;
  else if (g_str_equal (name, "f"))
    self->has_formula = TRUE;
}

/* Few bytes can ask for many cells that share one long text. */
static void
end_cell (VigieXlsxReader *self)
{
  vigie_sheet_part_put (&self->sheet, self->sheet.row, self->column, dup_cell (self));
}

static void
end (gpointer data, const char *name)
{
  VigieXlsxReader *self = data;

  if (g_str_equal (name, "c") && self->sheet.row != NULL)
    end_cell (self);
  else if (g_str_equal (name, "row") && self->sheet.row != NULL && self->sheet.row->cells->len > 0)
    g_queue_push_tail (&self->sheet.rows, g_steal_pointer (&self->sheet.row));
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->in_value = FALSE;
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic = FALSE;
}

static void
add_text (gpointer data, const char *text, gsize size)
{
  VigieXlsxReader *self = data;

  if (!self->in_value)
    return;
  if (!vigie_sheet_part_has_room (&self->sheet, size))
    return;
  if (self->type == CELL_TEXT)
    vigie_xlsx_append_text (self->sheet.text, text, size);
  else
    g_string_append_len (self->sheet.text, text, (gssize) size);
}

/* --- merged cells --------------------------------------------------------------------------------- */

static void
start_merge (gpointer data, const char *name, const char **names, const char **values)
{
  if (g_str_equal (name, "mergeCell") && vigie_part_find (names, values, "ref") != NULL)
    add_merge (data, vigie_part_find (names, values, "ref"));
}

static void
ignore_end (gpointer data G_GNUC_UNUSED, const char *name G_GNUC_UNUSED)
{
}

/* --- VigieSheetReader ----------------------------------------------------------------------------- */

static const char *const *
get_sheets (VigieSheetReader *reader)
{
  return (const char *const *) VIGIE_XLSX_READER (reader)->book->names->pdata;
}

/* Which cells are merged stands after the rows. A first reading finds it, and whether the sheet is whole. */
static gboolean
open_sheet (VigieSheetReader *reader, guint sheet, GError **error)
{
  static const VigiePartHandler merges = { .start = start_merge, .end = ignore_end };
  static const VigiePartHandler rows = { .start = start, .end = end, .text = add_text };
  VigieXlsxReader *self = VIGIE_XLSX_READER (reader);
  const char *part = g_ptr_array_index (self->book->parts, sheet);

  vigie_sheet_part_reset (&self->sheet);
  if (!vigie_part_read (self->sheet.zip, part, &merges, self, error))
    return FALSE;
  return vigie_sheet_part_open (&self->sheet, part, &rows, self, error);
}

static void
sheet_reader_iface_init (VigieSheetReaderInterface *iface)
{
  iface->get_sheets = get_sheets;
  iface->open_sheet = open_sheet;
}

static void
vigie_xlsx_reader_finalize (GObject *object)
{
  VigieXlsxReader *self = VIGIE_XLSX_READER (object);

  g_clear_pointer (&self->book, vigie_xlsx_book_free);
  G_OBJECT_CLASS (vigie_xlsx_reader_parent_class)->finalize (object);
}

static void
vigie_xlsx_reader_class_init (VigieXlsxReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_xlsx_reader_finalize;
}

static void
vigie_xlsx_reader_init (VigieXlsxReader *self G_GNUC_UNUSED)
{
}

/**
 * vigie_xlsx_reader_new:
 *
 * Returns: (transfer full): the reader, of which a sheet is to be opened; %NULL with @error, which names the file
 */
VigieSheetReader *
vigie_xlsx_reader_new (VigieZip *zip, GError **error)
{
  g_autoptr (VigieXlsxReader) self = g_object_new (VIGIE_TYPE_XLSX_READER, NULL);

  self->sheet.zip = vigie_zip_ref (zip);
  self->book = vigie_xlsx_book_new (zip, error);
  return self->book != NULL ? VIGIE_SHEET_READER (g_steal_pointer (&self)) : NULL;
}
