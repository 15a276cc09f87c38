// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Records as CSV, which vigie-mapping-native.c takes back.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-export-private.h"

#include "vigie-csv-writer.h"
#include "vigie-native-write.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  VigieCsvWriter *file;
  VigieNativeStyle style;
  const int *columns;
  guint n_columns;
  VigieNativeStyle *styles; /* of each column */
} Writer;

static void
free_writer (gpointer data)
{
  Writer *self = data;

  g_clear_object (&self->file);
  g_free (self->styles);
  g_free (self);
}

static gpointer
open_file (GFile *file, VigieExportFormat format, const int *columns, const VigieExportAbout *about G_GNUC_UNUSED,
           GError **error)
{
  VigieCsvWriter *csv = vigie_csv_writer_new (file, error);
  gboolean excel = format == VIGIE_EXPORT_CSV_EXCEL;
  Writer *self;

  if (csv == NULL)
    return NULL;
  if (excel)
    vigie_csv_writer_set_delimiter (csv, ';');
  self = g_new0 (Writer, 1);
  self->file = csv;
  self->columns = columns;
  self->style = excel ? VIGIE_NATIVE_PERSON : VIGIE_NATIVE_MACHINE;
  return self;
}

static gboolean
begin (gpointer data, const VigieQuery *query, gint64 n_records G_GNUC_UNUSED, GError **error)
{
  Writer *self = data;
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);

  if (self->styles != NULL)
    {
      g_set_error_literal (
        error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_KIND,
        _ ("a CSV file holds one kind of records; the whole register goes into JSON or a workbook."));
      return FALSE;
    }
  self->n_columns = vigie_export_n_columns (query->entity, self->columns);
  self->styles = g_new0 (VigieNativeStyle, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->styles[i] = self->columns != NULL ? VIGIE_NATIVE_PERSON : self->style;
      g_ptr_array_add (headings, vigie_native_dup_heading (query->entity, vigie_export_get_field (self->columns, i),
                                                           &self->styles[i]));
    }
  vigie_csv_writer_add (self->file, (const char *const *) headings->pdata, headings->len);
  return TRUE;
}

static char *
dup_cell (const Writer *self, VigieRecord *record, guint column)
{
  guint field = vigie_export_get_field (self->columns, column);
  const VigieField *of = &vigie_record_get_entity (record)->fields[field];
  const char *title = vigie_record_get_title (record, field);
  g_autofree char *text = NULL;

  if (self->columns != NULL && vigie_export_is_small_group (record, field))
    /* Translators: shown instead of a number of people that is too small to be shown */
    return g_strdup (C_ ("people", "< 5"));
  text = self->columns != NULL && title != NULL
           ? g_strdup (title)
           : vigie_native_dup_text (of, vigie_record_get_value (record, field), self->styles[column]);
  return text != NULL && vigie_field_holds_text (of) ? vigie_csv_dup_guarded (text) : g_steal_pointer (&text);
}

static gboolean
take (gpointer data, VigieRecord *record, GError **error G_GNUC_UNUSED)
{
  Writer *self = data;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_full (self->n_columns, g_free);

  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (cells, dup_cell (self, record, i));
  vigie_csv_writer_add (self->file, (const char *const *) cells->pdata, cells->len);
  return TRUE;
}

static gboolean
finish (gpointer data, GError **error)
{
  return vigie_csv_writer_finish (((Writer *) data)->file, error);
}

const VigieExportWriter vigie_export_csv = { open_file, begin, take, finish, free_writer };
