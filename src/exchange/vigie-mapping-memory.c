// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What tables were taken for, from one import to the next. A mapping is known again by the names of its columns, which
 * the tables of one source share. It is kept in the person's own folder, not in a register: it says how some program
 * writes its tables, for whatever register they are imported into.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-mapping-memory.h"

#include "vigie-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SIZE_MAX_MAPPING (4 * 1024 * 1024)
#define FOLDER_MODE 0700

static char *
dup_path (const char *folder, VigieDraft *draft)
{
  g_autofree char *head = vigie_table_sample_dup_head (draft->sample);
  g_autofree char *name = g_strconcat (head, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * vigie_mapping_memory_find:
 * @folder: where mappings are kept
 *
 * Returns: (transfer full) (nullable): what a table with the same head was taken for; %NULL where there was none, or
 *   where it cannot be read any more
 */
VigieMapping *
vigie_mapping_memory_find (const char *folder, VigieDraft *draft)
{
  g_autofree char *path = dup_path (folder, draft);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = vigie_file_read (file, SIZE_MAX_MAPPING, NULL);

  return bytes != NULL ? vigie_mapping_load (bytes, path, NULL) : NULL;
}

/**
 * vigie_mapping_memory_keep:
 * @folder: where mappings are kept; it is made where it is not there
 *
 * Remembers what the table is taken for.
 *
 * Returns: %FALSE with @error
 */
gboolean
vigie_mapping_memory_keep (const char *folder, VigieDraft *draft, GError **error)
{
  g_autoptr (VigieMapping) mapping = vigie_draft_make_mapping (draft, error);
  g_autofree char *json = mapping != NULL ? vigie_mapping_dup_json (mapping) : NULL;
  g_autofree char *path = dup_path (folder, draft);

  if (json == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, FOLDER_MODE) == 0)
    return g_file_set_contents (path, json, -1, error);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _ ("the folder “%1$s” could not be made: %2$s"),
               folder, g_strerror (errno));
  return FALSE;
}
