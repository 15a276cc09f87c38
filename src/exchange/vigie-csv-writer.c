// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieCsvWriter: a CSV file as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel
 * takes it for the code page of the machine.
 *
 * A workbook runs a cell that begins like a formula, whoever wrote it. Such a text gets an apostrophe before it, which
 * vigie_csv_unguard() takes off again; one that has an apostrophe there already gets another, so that nothing is lost.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-csv-writer.h"

#include "vigie-fold.h"

#include "vigie-whole-file.h"

#include <string.h>

struct _VigieCsvWriter
{
  GObject parent_instance;

  VigieWholeFile *file;
  char delimiter;
  GString *record;
};

G_DEFINE_FINAL_TYPE (VigieCsvWriter, vigie_csv_writer, G_TYPE_OBJECT)

static void
vigie_csv_writer_finalize (GObject *object)
{
  VigieCsvWriter *self = VIGIE_CSV_WRITER (object);

  g_clear_pointer (&self->file, vigie_whole_file_free);
  g_string_free (self->record, TRUE);
  G_OBJECT_CLASS (vigie_csv_writer_parent_class)->finalize (object);
}

static void
vigie_csv_writer_class_init (VigieCsvWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_csv_writer_finalize;
}

static void
vigie_csv_writer_init (VigieCsvWriter *self)
{
  self->delimiter = ',';
  self->record = g_string_new (NULL);
}

/**
 * vigie_csv_writer_new:
 *
 * Returns: (transfer full): a writer of @file; %NULL with @error where it cannot be written
 */
VigieCsvWriter *
vigie_csv_writer_new (GFile *file, GError **error)
{
  g_autoptr (VigieCsvWriter) self = g_object_new (VIGIE_TYPE_CSV_WRITER, NULL);

  self->file = vigie_whole_file_new (file, error);
  if (self->file == NULL)
    return NULL;
  vigie_whole_file_write (self->file, "\ufeff", strlen ("\ufeff"));
  return g_steal_pointer (&self);
}

/**
 * vigie_csv_writer_set_delimiter:
 * @delimiter: between cells: a comma where nothing is said
 */
void
vigie_csv_writer_set_delimiter (VigieCsvWriter *self, char delimiter)
{
  g_return_if_fail (VIGIE_IS_CSV_WRITER (self));

  self->delimiter = delimiter;
}

static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static const char *
skip_apostrophes (const char *text)
{
  return text + strspn (text, "'");
}

/**
 * vigie_csv_dup_guarded:
 * @text: of a cell
 *
 * Returns: (transfer full): the same, so that no workbook takes it for a formula
 */
char *
vigie_csv_dup_guarded (const char *text)
{
  return looks_like_formula (skip_apostrophes (text)) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

/**
 * vigie_csv_unguard:
 * @text: what stands in a cell
 *
 * Returns: (transfer none): the part of it that was guarded by vigie_csv_dup_guarded(): all of it, or what follows the
 *   apostrophe
 */
const char *
vigie_csv_unguard (const char *text)
{
  return *text == '\'' && looks_like_formula (skip_apostrophes (text)) ? text + 1 : text;
}

/**
 * vigie_csv_dup_cell:
 * @cell: as it stands in a file
 *
 * Returns: (transfer full): what it says, without space at its ends, nor what keeps a workbook from running it
 */
char *
vigie_csv_dup_cell (const char *cell)
{
  g_autofree char *trimmed = vigie_text_dup_trimmed (cell);

  return g_strdup (vigie_csv_unguard (trimmed));
}

static void
append_cell (VigieCsvWriter *self, const char *cell)
{
  const char special[] = { self->delimiter, '"', '\r', '\n', '\0' };

  if (strpbrk (cell, special) == NULL)
    {
      g_string_append (self->record, cell);
      return;
    }
  g_string_append_c (self->record, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->record, '"');
      g_string_append_c (self->record, *p);
    }
  g_string_append_c (self->record, '"');
}

/**
 * vigie_csv_writer_add:
 * @cells: (array length=n_cells): UTF-8; %NULL is an empty cell
 *
 * Adds a record. A failure is told by vigie_csv_writer_finish().
 */
void
vigie_csv_writer_add (VigieCsvWriter *self, const char *const *cells, guint n_cells)
{
  g_return_if_fail (VIGIE_IS_CSV_WRITER (self));

  g_string_truncate (self->record, 0);
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (self->record, self->delimiter);
      append_cell (self, cells[i] != NULL ? cells[i] : "");
    }
  /* A record of one empty cell would be a blank line, which is no record. */
  if (self->record->len == 0)
    g_string_append (self->record, "\"\"");
  g_string_append (self->record, "\r\n");
  vigie_whole_file_write (self->file, self->record->str, self->record->len);
}

/**
 * vigie_csv_writer_finish:
 *
 * Writes what is left and puts the file in its place.
 *
 * Returns: %FALSE with @error, which names the file, where anything could not be written; an older file
 *   is then as it was
 */
gboolean
vigie_csv_writer_finish (VigieCsvWriter *self, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_CSV_WRITER (self), FALSE);

  return vigie_whole_file_finish (self->file, error);
}
