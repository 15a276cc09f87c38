// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Handing a finished answer to a path that a person gave. A file is put in its place when it is whole. A
 * device or a pipe is written to where it stands: a file moved into its place would take the place away.
 */

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-output.h"

#include <errno.h>
#include <stdio.h>

/**
 * vigie_output_is_stream:
 * @path: in the file system's encoding
 *
 * Returns: whether something stands there that must be written to and never replaced: a device, a pipe
 */
gboolean
vigie_output_is_stream (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
         !g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
refuse (int code, GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
write_into (const char *path, GBytes *bytes, GError **error)
{
  FILE *stream = fopen (path, "we");
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int code = 0;

  if (stream == NULL)
    return refuse (errno, error);
  if (fwrite (data, 1, size, stream) != size || fflush (stream) != 0)
    code = errno;
  if (fclose (stream) != 0 && code == 0)
    code = errno;
  return code == 0 || refuse (code, error);
}

/**
 * vigie_output_write:
 * @path: in the file system's encoding
 * @bytes: the whole of what stands there afterwards, or goes through there
 *
 * Returns: %FALSE with @error, a %G_FILE_ERROR that gives the system's reason; an older file is then as it was
 */
gboolean
vigie_output_write (const char *path, GBytes *bytes, GError **error)
{
  if (vigie_output_is_stream (path))
    return write_into (path, bytes, error);
  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}
