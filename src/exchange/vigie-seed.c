// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a new register begins with: the professions, training modules, benchmarks and regulation
 * milestones that the program carries with it in data/reference/, and the name of the organisation.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-seed.h"

#include "vigie-config.h"
#include "vigie-json-records.h"
#include "vigie-setting.h"

#include <glib/gstdio.h>

#define REFERENCE VIGIE_RESOURCE_PREFIX "/reference/"

static gboolean
load_resource (const char *name, GPtrArray *records, GError **error)
{
  g_autofree char *path = g_strconcat (REFERENCE, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GPtrArray) loaded = NULL;

  if (bytes == NULL)
    return FALSE;
  if (!vigie_json_records_are_in (bytes))
    return TRUE;
  loaded = vigie_json_records_load (bytes, name, error);
  if (loaded == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (records, g_steal_pointer (&loaded));
  return TRUE;
}

/**
 * vigie_seed_records:
 *
 * Returns: (transfer full) (element-type VigieRecord): every record of the reference data, referenced
 *   ones first; %NULL with @error
 */
GPtrArray *
vigie_seed_records (GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) names = g_resources_enumerate_children (REFERENCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &local);

  if (names == NULL && !g_error_matches (local, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".json") && !load_resource (names[i], records, error))
      return NULL;
  vigie_json_records_sort (records);
  return g_steal_pointer (&records);
}

static gboolean
fill (VigieStore *store, const char *organisation, GError **error)
{
  g_autoptr (GPtrArray) records = vigie_seed_records (error);

  if (records == NULL)
    return FALSE;
  if (organisation != NULL && *organisation != '\0')
    {
      VigieRecord *setting = vigie_record_new (&vigie_setting_entity);

      g_ptr_array_add (records, setting);
      vigie_record_set_text (setting, VIGIE_SETTING_CODE, "organisation");
      if (!vigie_record_set_from_text (setting, VIGIE_SETTING_VALUE, organisation, error))
        return FALSE;
    }
  return vigie_store_found (store, records, error);
}

/**
 * vigie_seed_create:
 * @path: of a file that does not exist yet
 * @organisation: (nullable): whose register it is
 *
 * Makes a register and fills it with the reference data.
 *
 * Returns: (transfer full): the open register; %NULL with @error, and then no file is left behind
 */
VigieStore *
vigie_seed_create (const char *path, const char *organisation, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_CREATE, cancellable, error);

  if (store == NULL)
    return NULL;
  if (fill (store, organisation, error))
    return g_steal_pointer (&store);
  g_clear_object (&store);
  g_unlink (path);
  return NULL;
}

typedef struct
{
  char *path;
  char *organisation;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  g_free (creation->path);
  g_free (creation->organisation);
  g_free (creation);
}

/* The store is made again in the main context, so that `changed` is emitted there. */
static void
create_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  const Creation *creation = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_seed_create (creation->path, creation->organisation, cancellable, &error);

  if (store != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
opened_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  VigieStore *store = vigie_store_open_finish (result, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Creation *creation = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  vigie_store_open_async (creation->path, VIGIE_OPEN_EDIT, g_task_get_cancellable (task), opened_cb,
                          g_object_ref (task));
}

/**
 * vigie_seed_create_async:
 *
 * As vigie_seed_create(), without waiting.
 */
void
vigie_seed_create_async (const char *path, const char *organisation, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) creating = g_task_new (NULL, cancellable, created_cb, task);
  Creation *creation = g_new0 (Creation, 1);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, vigie_seed_create_async);
  creation->path = g_strdup (path);
  creation->organisation = g_strdup (organisation);
  g_task_set_task_data (creating, creation, creation_free);
  g_task_run_in_thread (creating, create_in_thread);
}

VigieStore *
vigie_seed_create_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
