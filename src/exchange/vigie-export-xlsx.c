// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Records as a workbook: a sheet a kind, its cells numbers, days and money as such, its head kept in sight and filtered,
 * and a last sheet that says where it comes from and what its columns mean. There is no formula in it: texts are
 * written as texts, whatever they begin with. Rows are written as they come, so that a million of them take no more
 * memory than one.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-export-private.h"

#include "vigie-file.h"
#include "vigie-format.h"
#include "vigie-native-write.h"
#include "vigie-sheet-about.h"
#include "vigie-whole-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The most rows that a sheet has, and the most characters that its name and a cell have. */
#define SHEET_ROWS 1048576
#define CELL_CHARACTERS 32767

typedef struct
{
  VigieWholeFile *whole;
  char *folder; /* of the workbook until it is whole */
  char *path;
  char *name;
  lxw_workbook *book;
  VigieSheetFormats formats;
  const int *columns;
  VigieExportAbout about;
  GPtrArray *kinds; /* (element-type VigieSheetKind) */

  lxw_worksheet *sheet;
  const VigieQuery *query;
  VigieNativeStyle *styles;
  guint n_columns;
  lxw_row_t row;
} Writer;

static void
free_writer (gpointer data)
{
  Writer *self = data;

  if (self->book != NULL)
    workbook_close (self->book);
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_pointer (&self->whole, vigie_whole_file_free);
  g_ptr_array_unref (self->kinds);
  g_free (self->styles);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static gpointer
open_file (GFile *file, VigieExportFormat format G_GNUC_UNUSED, const int *columns, const VigieExportAbout *about,
           GError **error)
{
  Writer *self = g_new0 (Writer, 1);

  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_sheet_kind_free);
  self->columns = columns;
  self->about = *about;
  self->name = vigie_file_dup_name (file);
  self->whole = vigie_whole_file_new (file, error);
  self->folder = self->whole != NULL ? g_dir_make_tmp ("vigie-export-XXXXXX", error) : NULL;
  if (self->folder != NULL)
    {
      lxw_workbook_options options = { .constant_memory = TRUE, .tmpdir = self->folder, .use_zip64 = FALSE };

      self->path = g_build_filename (self->folder, "export.xlsx", NULL);
      self->book = workbook_new_opt (self->path, &options);
    }
  if (self->book == NULL)
    {
      free_writer (self);
      return NULL;
    }
  vigie_sheet_formats_init (&self->formats, self->book);
  return self;
}

/* --- a sheet -------------------------------------------------------------------------------------- */

/* A width by what stands in such a column, in characters. */
static double
get_width (const VigieField *field, const char *heading)
{
  double heading_width = (double) g_utf8_strlen (heading, -1) + 4;
  double width = field->type == VIGIE_FIELD_ENUM          ? 22
                 : field->type != VIGIE_FIELD_TEXT        ? 14
                 : (field->flags & VIGIE_FIELD_LONG) != 0 ? 60
                 : g_str_equal (field->name, "code")      ? 18
                                                          : 28;

  return MIN (MAX (width, heading_width), 60);
}

static void
end_sheet (Writer *self)
{
  if (self->sheet != NULL && self->n_columns > 0)
    worksheet_autofilter (self->sheet, 0, 0, self->row > 1 ? self->row - 1 : 0, (lxw_col_t) (self->n_columns - 1));
}

static gboolean
check_rows (const Writer *self, const VigieQuery *query, gint64 n_records, GError **error)
{
  g_autofree char *number = vigie_format_integer (n_records);
  g_autofree char *most = vigie_format_integer (SHEET_ROWS - 1);

  if (n_records < SHEET_ROWS)
    return TRUE;
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_LIMIT,
               /* Translators: %1$s is a file, %2$s a kind of records in the plural, %3$s and %4$s numbers */
               _ ("“%1$s” was not written: %2$s are %3$s records, and a sheet of a workbook has room for %4$s. "
                  "Narrow them down, or export them as CSV or JSON."),
               self->name, vigie_entity_get_label_plural (query->entity), number, most);
  return FALSE;
}

static void
write_heading (Writer *self, guint column)
{
  guint field = vigie_export_get_field (self->columns, column);
  const VigieField *of = &self->query->entity->fields[field];
  g_autofree char *heading = vigie_native_dup_heading (self->query->entity, field, &self->styles[column]);

  worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column, get_width (of, heading), NULL);
  worksheet_write_string (self->sheet, 0, (lxw_col_t) column, heading, self->formats.head);
}

static gboolean
begin (gpointer data, const VigieQuery *query, gint64 n_records, GError **error)
{
  Writer *self = data;
  VigieSheetKind *kind;

  if (!check_rows (self, query, n_records, error))
    return FALSE;
  end_sheet (self);
  self->query = query;
  self->n_columns = vigie_export_n_columns (query->entity, self->columns);
  g_free (self->styles);
  self->styles = g_new0 (VigieNativeStyle, self->n_columns);
  kind = vigie_sheet_kind_new (query, n_records, self->kinds);
  g_ptr_array_add (self->kinds, kind);
  self->sheet = workbook_add_worksheet (self->book, kind->name);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->styles[i] = VIGIE_NATIVE_PERSON;
      write_heading (self, i);
    }
  worksheet_freeze_panes (self->sheet, 1, 0);
  self->row = 1;
  return TRUE;
}

/* --- cells ---------------------------------------------------------------------------------------- */

static void
write_text (Writer *self, lxw_col_t column, const char *text, gboolean is_long)
{
  g_autofree char *cut =
    g_utf8_strlen (text, -1) > CELL_CHARACTERS ? g_utf8_substring (text, 0, CELL_CHARACTERS) : NULL;

  worksheet_write_string (self->sheet, self->row, column, cut != NULL ? cut : text,
                          is_long ? self->formats.wrapped : NULL);
}

static void
write_date (Writer *self, lxw_col_t column, VigieDate date)
{
  lxw_datetime day = { 0 };

  vigie_date_get_ymd (date, &day.year, &day.month, &day.day);
  if (day.year >= 1900)
    worksheet_write_datetime (self->sheet, self->row, column, &day, self->formats.date);
  else
    {
      g_autofree char *iso = vigie_date_dup_iso (date);

      write_text (self, column, iso, FALSE);
    }
}

/* A number as a person reads it: euros and percent, as in a column that is named by a label. */
static void
write_number (Writer *self, lxw_col_t column, const VigieField *field, gint64 number, VigieNativeStyle style)
{
  lxw_format *format = self->formats.integer;
  double value = (double) number;

  if (field->unit == VIGIE_UNIT_YEAR)
    format = NULL; /* no grouping */
  else if (field->unit == VIGIE_UNIT_CENTS && style == VIGIE_NATIVE_PERSON)
    {
      value = value / 100;
      format = self->formats.money;
    }
  else if (field->unit == VIGIE_UNIT_PERMILLE && style == VIGIE_NATIVE_PERSON)
    {
      value = value / 1000;
      format = self->formats.permille;
    }
  else if (field->unit == VIGIE_UNIT_PERCENT)
    {
      value = value / 100;
      format = self->formats.percent;
    }
  worksheet_write_number (self->sheet, self->row, column, value, format);
}

static void
write_cell (Writer *self, guint column, VigieRecord *record)
{
  guint field = vigie_export_get_field (self->columns, column);
  const VigieField *of = &vigie_record_get_entity (record)->fields[field];
  const VigieValue *value = vigie_record_get_value (record, field);
  const char *title = self->columns != NULL ? vigie_record_get_title (record, field) : NULL;
  g_autofree char *text = NULL;

  if (!value->measured)
    return;
  if (self->columns != NULL && vigie_export_is_small_group (record, field))
    /* Translators: shown instead of a number of people that is too small to be shown */
    text = g_strdup (C_ ("people", "< 5"));
  else if (of->type == VIGIE_FIELD_INTEGER)
    write_number (self, (lxw_col_t) column, of, value->number, self->styles[column]);
  else if (of->type == VIGIE_FIELD_DATE)
    write_date (self, (lxw_col_t) column, (VigieDate) value->number);
  else
    text = title != NULL ? g_strdup (title) : vigie_native_dup_text (of, value, self->styles[column]);
  if (text != NULL)
    write_text (self, (lxw_col_t) column, text, (of->flags & VIGIE_FIELD_LONG) != 0);
}

static gboolean
take (gpointer data, VigieRecord *record, GError **error G_GNUC_UNUSED)
{
  Writer *self = data;

  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, i, record);
  self->row++;
  return TRUE;
}

static gboolean
finish (gpointer data, GError **error)
{
  Writer *self = data;
  lxw_error code;

  end_sheet (self);
  vigie_sheet_about_write (self->book, &self->formats, &self->about, self->kinds, self->columns);
  code = workbook_close (self->book);
  self->book = NULL;
  if (code == LXW_NO_ERROR)
    return vigie_whole_file_take (self->whole, self->path, error) && vigie_whole_file_finish (self->whole, error);
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               /* Translators: %1$s is a file, %2$s why it could not be written */
               _ ("“%1$s” could not be written: %2$s"), self->name, lxw_strerror (code));
  return FALSE;
}

const VigieExportWriter vigie_export_xlsx = { open_file, begin, take, finish, free_writer };
