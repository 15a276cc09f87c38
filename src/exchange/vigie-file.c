// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Files that a person named: how they are named in messages, and what went wrong with them.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-file.h"

#include "vigie-exchange-error.h"

#include <glib/gi18n-lib.h>

/**
 * vigie_file_dup_name:
 *
 * Returns: (transfer full): the name of @file for messages: relative where it is below the current
 *   folder, as a person would type it
 */
char *
vigie_file_dup_name (GFile *file)
{
  g_autofree char *folder = g_get_current_dir ();
  g_autoptr (GFile) current = g_file_new_for_path (folder);
  char *relative = g_file_get_relative_path (current, file);

  return relative != NULL ? relative : g_file_get_parse_name (file);
}

/**
 * vigie_file_set_read_error:
 * @reason: why @file could not be read
 *
 * Sets @error to @reason with the name of the file, said once.
 */
void
vigie_file_set_read_error (GFile *file, const GError *reason, GError **error)
{
  g_autofree char *name = vigie_file_dup_name (file);

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, reason->domain, reason->code, _ ("There is no file “%s”."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, reason->domain, reason->code, _ ("“%s” is a folder; a file is wanted."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, reason->domain, reason->code, _ ("You may not read “%s”."), name);
  else
    g_set_error (error, reason->domain, reason->code,
                 /* Translators: %1$s is a file, %2$s why it could not be read */
                 _ ("“%1$s” could not be read: %2$s"), name, reason->message);
}

/**
 * vigie_file_read:
 * @size_max: a larger file is refused before it is read
 *
 * Returns: (transfer full): all of the file; %NULL with @error, which names it
 */
GBytes *
vigie_file_read (GFile *file, goffset size_max, GError **error)
{
  g_autofree char *name = vigie_file_dup_name (file);
  g_autofree char *limit = g_format_size_full ((guint64) size_max, G_FORMAT_SIZE_IEC_UNITS);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;
  GBytes *bytes = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, &local);
  if (info != NULL && g_file_info_get_size (info) > size_max)
    {
      g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_LIMIT,
                   _ ("“%1$s” is larger than %2$s, the most that is read."), name, limit);
      return NULL;
    }
  if (info != NULL)
    bytes = g_file_load_bytes (file, NULL, NULL, &local);
  if (bytes == NULL)
    vigie_file_set_read_error (file, local, error);
  return bytes;
}
