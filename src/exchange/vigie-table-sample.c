// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieTableSample: a table looked through once: its first rows, and which values stand in its columns.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-table-sample.h"

#include "vigie-csv-reader.h"
#include "vigie-fold.h"

#include <string.h>

/* While it is read: which values each column had, folded; NULL once they are too many. */
typedef struct
{
  VigieTableSample *sample;
  GHashTable **seen;
} Reading;

static void
note_value (Reading *self, guint column, const char *cell)
{
  GPtrArray *values = g_ptr_array_index (self->sample->values, column);
  g_autofree char *folded = NULL;
  char *text;

  if (self->seen[column] == NULL || vigie_text_is_blank (cell))
    return;
  folded = vigie_text_fold (cell);
  if (g_hash_table_contains (self->seen[column], folded))
    return;
  if (values->len == VIGIE_SAMPLE_VALUES)
    {
      g_clear_pointer (&self->seen[column], g_hash_table_unref);
      g_clear_pointer (&self->sample->values->pdata[column], g_ptr_array_unref);
      return;
    }
  text = vigie_text_dup_trimmed (cell);
  g_ptr_array_add (values, text);
  g_hash_table_add (self->seen[column], g_steal_pointer (&folded));
}

static void
note_row (Reading *self, const VigieTableRow *row)
{
  VigieTableSample *sample = self->sample;

  sample->n_rows++;
  for (guint i = 0; i < MIN (row->n_cells, sample->n_columns); i++)
    note_value (self, i, row->cells[i]);
  if (sample->rows->len < VIGIE_SAMPLE_ROWS)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      for (guint i = 0; i < sample->n_columns; i++)
        g_strv_builder_add (cells, i < row->n_cells ? row->cells[i] : "");
      g_ptr_array_add (sample->rows, g_strv_builder_end (cells));
    }
}

static void
clear_values (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

static VigieTableSample *
begin (VigieTableSource *table)
{
  VigieTableSample *self = g_new0 (VigieTableSample, 1);
  GPtrArray *notices = vigie_table_source_get_notices (table);
  g_autoptr (GStrvBuilder) told = g_strv_builder_new ();

  self->name = g_strdup (vigie_table_source_get_name (table));
  self->columns = g_strdupv ((char **) vigie_table_source_get_columns (table));
  self->n_columns = g_strv_length (self->columns);
  self->sheets = g_strdupv ((char **) vigie_table_source_get_sheets (table));
  self->sheet = g_strdup (vigie_table_source_get_sheet (table));
  self->delimiter = VIGIE_IS_CSV_READER (table) ? vigie_csv_reader_get_delimiter (VIGIE_CSV_READER (table)) : '\0';
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    g_strv_builder_add (told, g_ptr_array_index (notices, i));
  self->notices = g_strv_builder_end (told);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->values = g_ptr_array_new_with_free_func (clear_values);
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->values, g_ptr_array_new_with_free_func (g_free));
  return self;
}

/**
 * vigie_table_sample_new:
 * @options: (nullable): how the file is to be read
 *
 * Reads a table through. It may take some time: call it in a thread.
 *
 * Returns: (transfer full): what it holds; %NULL with @error, which names the file
 */
VigieTableSample *
vigie_table_sample_new (GFile *file, const VigieTableOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieTableSource) table = vigie_table_source_open (file, options, error);
  g_autoptr (VigieTableSample) self = NULL;
  g_autofree GHashTable **seen = NULL;
  g_autoptr (GError) local = NULL;
  VigieTableRow row;
  Reading reading;

  if (table == NULL)
    return NULL;
  self = begin (table);
  seen = g_new0 (GHashTable *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    seen[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading = (Reading) { self, seen };
  while (!g_cancellable_set_error_if_cancelled (cancellable, &local) && vigie_table_source_next (table, &row, &local))
    note_row (&reading, &row);
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&seen[i], g_hash_table_unref);
  if (local == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

void
vigie_table_sample_free (VigieTableSample *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->rows);
  g_strfreev (self->sheets);
  g_free (self->sheet);
  g_strfreev (self->notices);
  g_free (self);
}

/**
 * vigie_table_sample_get_values:
 * @values: (out caller-allocates) (array length=max): values of the column that are not blank
 *
 * Returns: how many there are in @values: all there are where they are few, else those of the first rows
 */
guint
vigie_table_sample_get_values (const VigieTableSample *self, guint column, const char **values, guint max)
{
  GPtrArray *all = g_ptr_array_index (self->values, column);
  guint n = 0;

  for (guint i = 0; all != NULL && i < all->len && n < max; i++)
    values[n++] = g_ptr_array_index (all, i);
  for (guint i = 0; all == NULL && i < self->rows->len && n < max; i++)
    {
      const char *cell = ((GStrv) g_ptr_array_index (self->rows, i))[column];

      if (!vigie_text_is_blank (cell))
        values[n++] = cell;
    }
  return n;
}

/**
 * vigie_table_sample_dup_head:
 *
 * Returns: (transfer full): digits that stand for the names of the columns: tables of one source have the same
 */
char *
vigie_table_sample_dup_head (const VigieTableSample *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *folded = vigie_text_fold (self->columns[i]);

      g_checksum_update (checksum, (const guchar *) folded, (gssize) strlen (folded) + 1);
    }
  return g_strndup (g_checksum_get_string (checksum), 32);
}
