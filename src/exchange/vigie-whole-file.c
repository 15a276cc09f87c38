// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A file that is written beside its place and moved there when it is whole, so that no half of it is ever seen; a device
 * or a pipe is written to where it stands. What fails is remembered and told at the end.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-whole-file.h"

#include "vigie-file.h"
#include "vigie-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define BLOCK 65536

struct _VigieWholeFile
{
  GFile *file;
  GFile *part;
  GFileOutputStream *stream;
  GString *pending;
  GError *failure;
};

void
vigie_whole_file_free (VigieWholeFile *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->stream);
  if (self->part != NULL)
    g_file_delete (self->part, NULL, NULL);
  g_clear_object (&self->part);
  g_clear_object (&self->file);
  g_clear_error (&self->failure);
  g_string_free (self->pending, TRUE);
  g_free (self);
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

static gboolean
fail (VigieWholeFile *self, GError **error)
{
  g_autofree char *name = vigie_file_dup_name (self->file);

  g_set_error (error, self->failure->domain, self->failure->code,
               /* Translators: %1$s is a file, %2$s why it could not be written */
               _ ("“%1$s” could not be written: %2$s"), name, self->failure->message);
  return FALSE;
}

/**
 * vigie_whole_file_new:
 *
 * Returns: (transfer full): what is written becomes @file; %NULL with @error, which names it, where it cannot be written
 */
VigieWholeFile *
vigie_whole_file_new (GFile *file, GError **error)
{
  g_autoptr (VigieWholeFile) self = g_new0 (VigieWholeFile, 1);
  const char *path = g_file_peek_path (file);

  self->pending = g_string_new (NULL);
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
  g_clear_object (&self->part);
  fail (self, error);
  return NULL;
}

static void
flush (VigieWholeFile *self)
{
  if (self->failure == NULL)
    g_output_stream_write_all (G_OUTPUT_STREAM (self->stream), self->pending->str, self->pending->len, NULL, NULL,
                               &self->failure);
  g_string_truncate (self->pending, 0);
}

/**
 * vigie_whole_file_write:
 *
 * Adds bytes. A failure is told by vigie_whole_file_finish().
 */
void
vigie_whole_file_write (VigieWholeFile *self, const char *bytes, gsize size)
{
  g_string_append_len (self->pending, bytes, (gssize) size);
  if (self->pending->len > BLOCK)
    flush (self);
}

/**
 * vigie_whole_file_take:
 * @path: a file that is whole
 *
 * Adds all that stands in another file.
 *
 * Returns: %FALSE with @error where that can neither be read nor written
 */
gboolean
vigie_whole_file_take (VigieWholeFile *self, const char *path, GError **error)
{
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) from = g_file_read (other, NULL, &self->failure);

  if (from != NULL)
    flush (self);
  if (self->failure == NULL)
    g_output_stream_splice (G_OUTPUT_STREAM (self->stream), G_INPUT_STREAM (from), G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE,
                            NULL, &self->failure);
  return self->failure == NULL || fail (self, error);
}

/* A file moved into place before its bytes are on the disk may be found empty after the power went. */
static gboolean
settle (VigieWholeFile *self)
{
  const char *path = self->part != NULL ? g_file_peek_path (self->part) : NULL;
  int fd = path != NULL ? open (path, O_RDONLY | O_CLOEXEC) : -1;
  int code = fd >= 0 && fsync (fd) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);
  /* not every file system knows how */
  if (code == 0 || code == EINVAL || code == ENOTSUP)
    return TRUE;
  g_set_error_literal (&self->failure, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/**
 * vigie_whole_file_finish:
 *
 * Writes what is left and puts the file in its place.
 *
 * Returns: %FALSE with @error, which names the file, where anything could not be written; an older file
 *   is then as it was
 */
gboolean
vigie_whole_file_finish (VigieWholeFile *self, GError **error)
{
  flush (self);
  if (self->failure == NULL && g_output_stream_close (G_OUTPUT_STREAM (self->stream), NULL, &self->failure) &&
      (self->part == NULL || (settle (self) && g_file_move (self->part, self->file, G_FILE_COPY_OVERWRITE, NULL, NULL,
                                                            NULL, &self->failure))))
    {
      g_clear_object (&self->part);
      return TRUE;
    }
  return fail (self, error);
}
