// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Copying a whole register into one finished file, while it is in use.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-place.h"
#include "vigie-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
refuse_existing (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS,
               _ ("“%s” exists already. Choose another name, or remove it first."), path);
  return FALSE;
}

typedef struct
{
  char *path;
  VigieCopyProgress progress;
  gpointer data;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->path);
  g_free (copy);
}

/* Written beside its place and moved there when whole, so that half a copy is never taken for one. */
static gpointer
copy_job (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  const Copy *copy = data;
  g_autofree char *unfinished = NULL;

  if (!refuse_existing (copy->path, error))
    return NULL;
  unfinished = vigie_place_dup_unfinished (copy->path, error);
  if (unfinished == NULL)
    return NULL;
  if (vigie_connection_copy_to (vigie_register_get_connection (reg), unfinished, copy->progress, copy->data,
                                cancellable, error) &&
      vigie_place_file (unfinished, copy->path, error))
    return GINT_TO_POINTER (TRUE);
  vigie_place_discard (unfinished);
  return NULL;
}

/**
 * vigie_store_copy:
 * @path: a file that does not exist, in the local file system
 * @progress: (nullable) (scope call): is told how far it is, in the thread of the store
 *
 * Writes the register, as it is now, to one finished file with no siblings.
 *
 * Returns: %FALSE with @error set, and then nothing is left behind
 */
gboolean
vigie_store_copy (VigieStore *self, const char *path, VigieCopyProgress progress, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  Copy copy = { .path = (char *) path, .progress = progress, .data = data };

  g_return_val_if_fail (VIGIE_IS_STORE (self) && path != NULL, FALSE);

  return vigie_store_run (self, VIGIE_WORK_IN_TURN, copy_job, &copy, cancellable, error) != NULL;
}

/**
 * vigie_store_copy_async:
 *
 * As vigie_store_copy(), without waiting.
 */
void
vigie_store_copy_async (VigieStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Copy *copy = g_new0 (Copy, 1);

  g_return_if_fail (path != NULL);

  copy->path = g_strdup (path);
  g_task_set_source_tag (task, vigie_store_copy_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, copy_job, copy, copy_free, NULL, task);
}

gboolean
vigie_store_copy_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
