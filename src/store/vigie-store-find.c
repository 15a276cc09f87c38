// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Finding one record by its key.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-setting.h"
#include "vigie-store-private.h"

static gpointer
find_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  VigieRecord *key = data;
  VigieTable *table = vigie_register_get_table (reg, vigie_record_get_entity (key), error);

  return table != NULL ? vigie_table_find (table, key, error) : NULL;
}

/**
 * vigie_store_find:
 * @key: a record whose key fields are set
 *
 * Returns: (transfer full) (nullable): the record of that key, or %NULL: with @error set where the
 *   search failed
 */
VigieRecord *
vigie_store_find (VigieStore *self, VigieRecord *key, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_RECORD (key), NULL);

  return vigie_store_run (self, VIGIE_WORK_BRIEF, find_job, key, cancellable, error);
}

/**
 * vigie_store_find_async:
 * @key: not to be changed until the answer has come
 *
 * As vigie_store_find(), without waiting.
 */
void
vigie_store_find_async (VigieStore *self, VigieRecord *key, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_store_find_async);
  vigie_store_run_task (self, VIGIE_WORK_BRIEF, find_job, g_object_ref (key), g_object_unref, g_object_unref, task);
}

VigieRecord *
vigie_store_find_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vigie_store_get_setting:
 * @name: the code of a setting, such as `organisation`
 *
 * Returns: (transfer full) (nullable): its value; %NULL where it is not set, or with @error set
 */
char *
vigie_store_get_setting (VigieStore *self, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_setting_entity);
  g_autoptr (VigieRecord) found = NULL;

  vigie_record_set_text (key, VIGIE_SETTING_CODE, name);
  found = vigie_store_find (self, key, cancellable, error);
  return found != NULL ? g_strdup (vigie_record_get_text (found, VIGIE_SETTING_VALUE)) : NULL;
}
