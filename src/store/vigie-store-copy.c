// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Copying a whole register into one finished file, while it is in use.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-store-private.h"

#include <errno.h>
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

static gboolean
move_into_place (const char *unfinished, const char *path, GError **error)
{
  if (g_rename (unfinished, path) == 0)
    return TRUE;
  /* Translators: %1$s is a file, %2$s why it could not be written */
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED, _ ("“%1$s” could not be written: %2$s"), path,
               g_strerror (errno));
  return FALSE;
}

/* Written beside its place and moved there when whole, so that half a copy is never taken for one. */
static gpointer
copy_job (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *path = data;
  g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);

  if (!refuse_existing (path, error))
    return NULL;
  g_unlink (unfinished);
  if (vigie_connection_copy_to (vigie_register_get_connection (reg), unfinished, cancellable, error) &&
      move_into_place (unfinished, path, error))
    return GINT_TO_POINTER (TRUE);
  g_unlink (unfinished);
  return NULL;
}

/**
 * vigie_store_copy:
 * @path: a file that does not exist, in the local file system
 *
 * Writes the register, as it is now, to one finished file with no siblings.
 *
 * Returns: %FALSE with @error set, and then nothing is left behind
 */
gboolean
vigie_store_copy (VigieStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self) && path != NULL, FALSE);

  return vigie_store_run (self, copy_job, (gpointer) path, cancellable, error) != NULL;
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

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, vigie_store_copy_async);
  vigie_store_run_task (self, copy_job, g_strdup (path), g_free, NULL, task);
}

gboolean
vigie_store_copy_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
