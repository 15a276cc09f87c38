// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSheetSource: a sheet of a workbook as a table.
 *
 * A sheet is laid out for people: a title and the date of the extract stand above the table, cells are merged, notes
 * stand beside it. The head is the first row that fills nearly as many cells as any of the first rows does. A name
 * that is merged downwards to the head is its column's; one merged across columns names the first of them, and that
 * is told.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-sheet-source.h"

#include "vigie-file.h"
#include "vigie-fold.h"
#include "vigie-sheet-reader.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* How many rows are looked at to find the head. */
#define ROWS_LOOKED_AT 50

struct _VigieSheetSource
{
  GObject parent_instance;

  char *name;
  VigieSheetReader *reader;
  guint sheet;
  GStrv columns;
  guint n_columns;
  GPtrArray *notices;
  GQueue first; /* rows that were read to find the head */
  VigieSheetRow *row;
  GPtrArray *cells;
};

static void table_source_iface_init (VigieTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VigieSheetSource, vigie_sheet_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VIGIE_TYPE_TABLE_SOURCE, table_source_iface_init))

/* --- head ----------------------------------------------------------------------------------------- */

static gboolean
read_first (VigieSheetSource *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  VigieSheetRow *row = NULL;

  while (self->first.length < ROWS_LOOKED_AT && (row = vigie_sheet_reader_next (self->reader, &local)) != NULL)
    g_queue_push_tail (&self->first, row);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_under (const VigieMerge *merge, const VigieSheetRow *row, guint column)
{
  return merge->row < row->number && merge->last_row >= row->number && merge->column <= column &&
         merge->last_column >= column;
}

/* The row of @number among those before the table's own; NULL where it is blank. */
static const VigieSheetRow *
find_row (VigieSheetSource *self, guint64 number)
{
  for (GList *l = self->first.head; l != NULL; l = l->next)
    if (((const VigieSheetRow *) l->data)->number == number)
      return l->data;
  return NULL;
}

/* The name of a column: what stands in the head, or what is merged down to it from above. */
static char *
dup_column (VigieSheetSource *self, const VigieSheetRow *head, guint column)
{
  GArray *merges = vigie_sheet_reader_get_merges (self->reader);
  const char *text = vigie_sheet_row_get (head, column);

  for (guint i = 0; *text == '\0' && i < merges->len; i++)
    {
      const VigieMerge *merge = &g_array_index (merges, VigieMerge, i);
      const VigieSheetRow *above = is_under (merge, head, column) ? find_row (self, merge->row) : NULL;

      if (above != NULL)
        text = vigie_sheet_row_get (above, merge->column);
    }
  return vigie_text_dup_one_line (text);
}

static void
tell_merges (VigieSheetSource *self, const VigieSheetRow *head)
{
  GArray *merges = vigie_sheet_reader_get_merges (self->reader);

  for (guint i = 0; i < merges->len; i++)
    {
      const VigieMerge *merge = &g_array_index (merges, VigieMerge, i);

      if (merge->row != head->number || merge->last_column == merge->column)
        continue;
      g_ptr_array_add (
        self->notices,
        g_strdup_printf (ngettext ("The head “%1$s” is merged over %2$u column: only the first of them has this name.",
                                   "The head “%1$s” is merged over %2$u columns: only the first of them has this name.",
                                   merge->last_column - merge->column + 1),
                         vigie_sheet_row_get (head, merge->column), merge->last_column - merge->column + 1));
    }
}

static gboolean
is_beside (const VigieMerge *merge, const VigieSheetRow *row, guint column)
{
  return merge->row == row->number && merge->column < column && merge->last_column >= column;
}

/* How many columns a row names, were it the head. A title that is merged over all of them names but one or two. */
static guint
count_names (VigieSheetSource *self, const VigieSheetRow *row, guint width)
{
  GArray *merges = vigie_sheet_reader_get_merges (self->reader);
  guint n_filled = vigie_sheet_row_count (row);
  guint n_under = 0, n_beside = 0;

  for (guint column = 0; column < width; column++)
    for (guint i = 0; *vigie_sheet_row_get (row, column) == '\0' && i < merges->len; i++)
      {
        const VigieMerge *merge = &g_array_index (merges, VigieMerge, i);

        n_under += is_under (merge, row, column);
        n_beside += is_beside (merge, row, column);
      }
  return n_filled + n_under + MIN (n_beside, n_filled);
}

/* The first row that names nearly as many columns as the widest fills. */
static VigieSheetRow *
find_head (VigieSheetSource *self)
{
  guint widest = 0;
  guint width = 0;

  for (GList *l = self->first.head; l != NULL; l = l->next)
    {
      widest = MAX (widest, vigie_sheet_row_count (l->data));
      width = MAX (width, ((const VigieSheetRow *) l->data)->cells->len);
    }
  for (GList *l = self->first.head; l != NULL; l = l->next)
    if (count_names (self, l->data, width) * 5 >= widest * 4)
      return l->data;
  return NULL;
}

static void
tell_title (VigieSheetSource *self, const VigieSheetRow *head)
{
  const VigieSheetRow *first = g_queue_peek_head (&self->first);

  if (first != head)
    g_ptr_array_add (self->notices, g_strdup_printf (_ ("The names of the columns are in row %1$" PRIu64
                                                        "; what stands above is not read."),
                                                     head->number));
}

/* Finds the names of the columns, and drops what stands above the first row of the table. */
static gboolean
read_columns (VigieSheetSource *self)
{
  g_autoptr (VigieSheetRow) head = find_head (self);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  VigieSheetRow *row;

  if (head == NULL)
    return FALSE;
  self->n_columns = head->cells->len;
  for (GList *l = g_queue_find (&self->first, head); l != NULL; l = l->next)
    self->n_columns = MAX (self->n_columns, ((const VigieSheetRow *) l->data)->cells->len);
  for (guint i = 0; i < self->n_columns; i++)
    g_strv_builder_take (names, dup_column (self, head, i));
  self->columns = g_strv_builder_end (names);
  tell_title (self, head);
  tell_merges (self, head);
  while ((row = g_queue_pop_head (&self->first)) != head)
    vigie_sheet_row_free (row);
  return TRUE;
}

/* --- sheets --------------------------------------------------------------------------------------- */

static gboolean
open_sheet (VigieSheetSource *self, guint sheet, GError **error)
{
  g_queue_clear_full (&self->first, (GDestroyNotify) vigie_sheet_row_free);
  self->sheet = sheet;
  return vigie_sheet_reader_open_sheet (self->reader, sheet, error) && read_first (self, error);
}

static gboolean
open_named (VigieSheetSource *self, const char *sheet, GError **error)
{
  const char *const *sheets = vigie_sheet_reader_get_sheets (self->reader);
  g_autofree char *folded = vigie_text_fold (sheet);
  g_autofree char *list = g_strjoinv (", ", (char **) sheets);

  for (guint i = 0; sheets[i] != NULL; i++)
    {
      g_autofree char *own = vigie_text_fold (sheets[i]);

      if (!g_str_equal (own, folded))
        continue;
      if (!open_sheet (self, i, error))
        return FALSE;
      if (read_columns (self))
        return TRUE;
      g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                   /* Translators: %1$s is a file, %2$s a sheet, %3$s a list of sheets */
                   _ ("“%1$s”: the sheet “%2$s” is blank. The sheets are: %3$s."), self->name, sheets[i], list);
      return FALSE;
    }
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               /* Translators: %1$s is a file, %2$s a sheet, %3$s a list of sheets */
               _ ("“%1$s” has no sheet “%2$s”. The sheets are: %3$s."), self->name, sheet, list);
  return FALSE;
}

/* The first sheet with a table: one with more than a word on it. */
static gboolean
open_first (VigieSheetSource *self, GError **error)
{
  const char *const *sheets = vigie_sheet_reader_get_sheets (self->reader);

  for (guint i = 0; sheets[i] != NULL; i++)
    {
      if (!open_sheet (self, i, error))
        return FALSE;
      if (self->first.length > 1 && read_columns (self))
        return TRUE;
    }
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT, _ ("“%s” has no sheet with a table."),
               self->name);
  return FALSE;
}

/* --- opening -------------------------------------------------------------------------------------- */

static VigieSheetReader *
open_reader (VigieSheetSource *self, GFile *file, GError **error)
{
  g_autoptr (VigieZip) zip = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char first = '\0';

  if (stream != NULL && g_input_stream_read (G_INPUT_STREAM (stream), &first, 1, NULL, NULL) == 1 && first != 'P')
    return vigie_xls_reader_new (file, error);
  zip = vigie_zip_new (file, error);
  if (zip == NULL)
    return NULL;
  if (vigie_zip_has (zip, "_rels/.rels"))
    return vigie_xlsx_reader_new (zip, error);
  if (vigie_zip_has (zip, "content.xml"))
    return vigie_ods_reader_new (zip, error);
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               _ ("“%s” is no workbook. Workbooks of Excel and LibreOffice are read, and CSV."), self->name);
  return NULL;
}

/**
 * vigie_sheet_source_new:
 * @sheet: (nullable): the name of a sheet, without regard to capitals and accents; %NULL for the first with a table
 *
 * Returns: (transfer full): the sheet as a table; %NULL with @error, which names the file
 */
VigieTableSource *
vigie_sheet_source_new (GFile *file, const char *sheet, GError **error)
{
  g_autoptr (VigieSheetSource) self = g_object_new (VIGIE_TYPE_SHEET_SOURCE, NULL);

  self->name = vigie_file_dup_name (file);
  self->reader = open_reader (self, file, error);
  if (self->reader == NULL)
    return NULL;
  if (sheet != NULL ? !open_named (self, sheet, error) : !open_first (self, error))
    return NULL;
  return VIGIE_TABLE_SOURCE (g_steal_pointer (&self));
}

/* --- VigieTableSource ----------------------------------------------------------------------------- */

static const char *
get_name (VigieTableSource *source)
{
  return VIGIE_SHEET_SOURCE (source)->name;
}

static const char *const *
get_columns (VigieTableSource *source)
{
  return (const char *const *) VIGIE_SHEET_SOURCE (source)->columns;
}

static gboolean
next (VigieTableSource *source, VigieTableRow *row, GError **error)
{
  VigieSheetSource *self = VIGIE_SHEET_SOURCE (source);

  g_clear_pointer (&self->row, vigie_sheet_row_free);
  self->row =
    g_queue_is_empty (&self->first) ? vigie_sheet_reader_next (self->reader, error) : g_queue_pop_head (&self->first);
  if (self->row == NULL)
    return FALSE;
  /* Every row of a sheet is as wide as its head; what stands beside the table is no part of it. */
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, (gpointer) vigie_sheet_row_get (self->row, i));
  *row = (VigieTableRow) { self->row->number, (const char *const *) self->cells->pdata, self->n_columns };
  return TRUE;
}

static double
get_progress (VigieTableSource *source)
{
  return vigie_sheet_reader_get_progress (VIGIE_SHEET_SOURCE (source)->reader);
}

static const char *const *
get_sheets (VigieTableSource *source)
{
  return vigie_sheet_reader_get_sheets (VIGIE_SHEET_SOURCE (source)->reader);
}

static const char *
get_sheet (VigieTableSource *source)
{
  return get_sheets (source)[VIGIE_SHEET_SOURCE (source)->sheet];
}

static GPtrArray *
get_notices (VigieTableSource *source)
{
  return VIGIE_SHEET_SOURCE (source)->notices;
}

static void
table_source_iface_init (VigieTableSourceInterface *iface)
{
  iface->get_name = get_name;
  iface->get_columns = get_columns;
  iface->next = next;
  iface->get_progress = get_progress;
  iface->get_sheets = get_sheets;
  iface->get_sheet = get_sheet;
  iface->get_notices = get_notices;
}

static void
vigie_sheet_source_finalize (GObject *object)
{
  VigieSheetSource *self = VIGIE_SHEET_SOURCE (object);

  g_queue_clear_full (&self->first, (GDestroyNotify) vigie_sheet_row_free);
  g_clear_pointer (&self->row, vigie_sheet_row_free);
  g_clear_object (&self->reader);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->cells);
  g_strfreev (self->columns);
  g_free (self->name);
  G_OBJECT_CLASS (vigie_sheet_source_parent_class)->finalize (object);
}

static void
vigie_sheet_source_class_init (VigieSheetSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_sheet_source_finalize;
}

static void
vigie_sheet_source_init (VigieSheetSource *self)
{
  self->notices = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new ();
}
