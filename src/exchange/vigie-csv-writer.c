// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieCsvWriter: a CSV file as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel
 * takes it for the code page of the machine. It is written beside its place and moved there when it is
 * whole, so that no half of it is ever seen; a device or a pipe is written to where it stands.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-csv-writer.h"

#include "vigie-file.h"
#include "vigie-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK 65536

struct _VigieCsvWriter
{
  GObject parent_instance;

  GFile *file;
  GFile *part;
  GFileOutputStream *stream;
  GString *pending;
  GError *failure;
};

G_DEFINE_FINAL_TYPE (VigieCsvWriter, vigie_csv_writer, G_TYPE_OBJECT)

static void
vigie_csv_writer_finalize (GObject *object)
{
  VigieCsvWriter *self = VIGIE_CSV_WRITER (object);

  g_clear_object (&self->stream);
  if (self->part != NULL)
    g_file_delete (self->part, NULL, NULL);
  g_clear_object (&self->part);
  g_clear_object (&self->file);
  g_clear_error (&self->failure);
  g_string_free (self->pending, TRUE);
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
  self->pending = g_string_new ("\ufeff");
}

static void
flush (VigieCsvWriter *self)
{
  if (self->failure == NULL)
    g_output_stream_write_all (G_OUTPUT_STREAM (self->stream), self->pending->str, self->pending->len, NULL, NULL,
                               &self->failure);
  g_string_truncate (self->pending, 0);
}

static GFile *
get_part (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *part = g_strdup_printf (".%s.%s", name, random);

  return folder != NULL ? g_file_get_child (folder, part) : g_object_ref (file);
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
  const char *path = g_file_peek_path (file);

  self->file = g_object_ref (file);
  if (path != NULL && vigie_output_is_stream (path))
    self->stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, &self->failure);
  else
    {
      self->part = get_part (file);
      self->stream = g_file_create (self->part, G_FILE_CREATE_NONE, NULL, &self->failure);
    }
  if (self->stream != NULL)
    return g_steal_pointer (&self);
  vigie_csv_writer_finish (self, error);
  return NULL;
}

static void
append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
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

  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (self->pending, ',');
      append_cell (self->pending, cells[i] != NULL ? cells[i] : "");
    }
  g_string_append (self->pending, "\r\n");
  if (self->pending->len > BLOCK)
    flush (self);
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
  g_autofree char *name = vigie_file_dup_name (self->file);

  if (self->stream != NULL)
    flush (self);
  if (self->failure == NULL && g_output_stream_close (G_OUTPUT_STREAM (self->stream), NULL, &self->failure) &&
      (self->part == NULL ||
       g_file_move (self->part, self->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &self->failure)))
    {
      g_clear_object (&self->part);
      return TRUE;
    }
  g_set_error (error, self->failure->domain, self->failure->code,
               /* Translators: %1$s is a file, %2$s why it could not be written */
               _ ("“%1$s” could not be written: %2$s"), name, self->failure->message);
  return FALSE;
}
