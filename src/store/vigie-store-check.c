// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Checking a register: see vigie-check.c.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-check.h"
#include "vigie-rollups.h"
#include "vigie-store-private.h"

static gpointer
check_job (VigieRegister *reg, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return vigie_check_register (vigie_register_get_connection (reg), error);
}

/**
 * vigie_store_check:
 *
 * Returns: (transfer full) (element-type VigieFinding): what no register should hold, see
 *   vigie_check_register(); empty where it is whole; %NULL with @error
 */
GPtrArray *
vigie_store_check (VigieStore *self, GCancellable *cancellable, GError **error)
{
  return vigie_store_run (self, VIGIE_WORK_IN_TURN, check_job, NULL, cancellable, error);
}

/**
 * vigie_store_check_async:
 *
 * As vigie_store_check(), without waiting.
 */
void
vigie_store_check_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_store_check_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, check_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, task);
}

GPtrArray *
vigie_store_check_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
repair_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  VigieStore *store = data;
  VigieConnection *connection = vigie_register_get_connection (reg);

  if (!vigie_store_require_writable (store, connection, error) || !vigie_connection_begin (connection, error))
    return NULL;
  if (vigie_rollups_rebuild (connection, error) && vigie_connection_commit (connection, error))
    {
      vigie_store_emit_changed (store);
      return store;
    }
  vigie_connection_rollback (connection);
  return NULL;
}

/**
 * vigie_store_repair:
 *
 * Makes anew all that the register keeps added up of its records, which stay as they are.
 *
 * Returns: %FALSE with @error set, and then nothing is changed
 */
gboolean
vigie_store_repair (VigieStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self), FALSE);

  return vigie_store_run (self, VIGIE_WORK_IN_TURN, repair_job, self, cancellable, error) != NULL;
}
