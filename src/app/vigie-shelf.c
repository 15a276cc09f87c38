// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The shelf: the folder of the registers that Vigie keeps, in the person's data folder.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-shelf.h"

#include "vigie-words.h"

#include <string.h>

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED
#define NAME_BYTES 80

void
vigie_shelf_entry_free (VigieShelfEntry *entry)
{
  g_free (entry->path);
  g_free (entry->name);
  g_free (entry);
}

/**
 * vigie_shelf_dup_folder:
 *
 * Returns: (transfer full): the folder, which may not exist yet
 */
char *
vigie_shelf_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "vigie", "registers", NULL);
}

/**
 * vigie_shelf_holds:
 *
 * Returns: whether the file at @path is on the shelf
 */
gboolean
vigie_shelf_holds (const char *path)
{
  g_autofree char *shelf = vigie_shelf_dup_folder ();
  g_autofree char *folder = g_path_get_dirname (path);

  return g_str_equal (shelf, folder);
}

/**
 * vigie_shelf_dup_name:
 *
 * Returns: (transfer full): what people call the register at @path: its file's name without the suffix
 */
char *
vigie_shelf_dup_name (const char *path)
{
  char *base = g_path_get_basename (path);
  char *name;

  if (g_str_has_suffix (base, VIGIE_REGISTER_SUFFIX))
    base[strlen (base) - strlen (VIGIE_REGISTER_SUFFIX)] = '\0';
  name = g_filename_display_name (base);
  g_free (base);
  return name;
}

/* What no file system takes in a name becomes a dash, and a name is no longer than each takes. */
static char *
dup_file_name (const char *name)
{
  g_autofree char *safe = g_strdup (name);
  const char *end;

  g_strdelimit (safe, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (safe);
  while (*safe == '.')
    *safe = '-';
  if (*safe == '\0')
    return g_strdup ("-");
  end = strlen (safe) > NAME_BYTES ? g_utf8_find_prev_char (safe, safe + NAME_BYTES) : safe + strlen (safe);
  return g_strndup (safe, (gsize) (end - safe));
}

/**
 * vigie_shelf_dup_free_path:
 * @name: what people call the register
 *
 * Returns: (transfer full): a place on the shelf where no file stands, named after it
 */
char *
vigie_shelf_dup_free_path (const char *name)
{
  g_autofree char *folder = vigie_shelf_dup_folder ();
  g_autofree char *base = dup_file_name (name);

  for (guint n = 1;; n++)
    {
      g_autofree char *file = n == 1 ? g_strconcat (base, VIGIE_REGISTER_SUFFIX, NULL)
                                     : g_strdup_printf ("%s %u%s", base, n, VIGIE_REGISTER_SUFFIX);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const VigieShelfEntry *first = *(const VigieShelfEntry *const *) a;
  const VigieShelfEntry *second = *(const VigieShelfEntry *const *) b;

  if (first->used_at != second->used_at)
    return first->used_at > second->used_at ? -1 : 1;
  return vigie_words_collate (first->name, second->name);
}

static void
add_entry (GPtrArray *entries, const char *folder, GFileInfo *info)
{
  const char *file = g_file_info_get_name (info);
  g_autoptr (GDateTime) modified = g_file_info_get_modification_date_time (info);
  VigieShelfEntry *entry;

  if (!g_str_has_suffix (file, VIGIE_REGISTER_SUFFIX) || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return;
  entry = g_new0 (VigieShelfEntry, 1);
  entry->path = g_build_filename (folder, file, NULL);
  entry->name = vigie_shelf_dup_name (entry->path);
  entry->size = g_file_info_get_size (info);
  entry->used_at = modified != NULL ? g_date_time_to_unix (modified) : 0;
  g_ptr_array_add (entries, entry);
}

static GPtrArray *
list_folder (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_shelf_entry_free);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GFileInfo *info;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&entries);
  enumerator = g_file_enumerate_children (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (enumerator == NULL)
    return NULL;
  while (g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, error))
    {
      if (info == NULL)
        {
          g_ptr_array_sort (entries, compare_entries);
          return g_steal_pointer (&entries);
        }
      add_entry (entries, folder, info);
    }
  return NULL;
}

static void
list_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *entries = list_folder (data, cancellable, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vigie_shelf_list_async:
 *
 * Lists the registers on the shelf, the one that was written to last first.
 */
void
vigie_shelf_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_shelf_list_async);
  g_task_set_task_data (task, vigie_shelf_dup_folder (), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * vigie_shelf_list_finish:
 *
 * Returns: (transfer full) (element-type VigieShelfEntry): the registers; %NULL with @error
 */
GPtrArray *
vigie_shelf_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
