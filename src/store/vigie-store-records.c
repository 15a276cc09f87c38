// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Several records changed at once, as a person has picked them: one transaction, one entry of the journal, one undo; all
 * of them or none.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-store-records.h"

#include "vigie-edit.h"
#include "vigie-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  VigieStore *store;
  GPtrArray *keys;
  gboolean remove;
  guint field;
  char *text;
  VigieJournalEntry *entry;
} Job;

static Job *
job_new (VigieStore *self, GPtrArray *keys, gboolean remove, guint field, const char *text)
{
  Job *job = g_new0 (Job, 1);

  job->store = self;
  job->keys = g_ptr_array_ref (keys);
  job->remove = remove;
  job->field = field;
  job->text = g_strdup (text);
  job->entry = vigie_store_dup_stamp (self, VIGIE_JOURNAL_EDIT);
  if (keys->len == 1)
    job->entry->record = vigie_record_dup_key (g_ptr_array_index (keys, 0));
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  vigie_journal_entry_free (job->entry);
  g_ptr_array_unref (job->keys);
  g_free (job->text);
  g_free (job);
}

static gboolean
change (VigieTable *table, const Job *job, VigieRecord *key, GError **error)
{
  g_autoptr (VigieRecord) record = NULL;
  g_autofree char *name = NULL;
  GError *local = NULL;

  if (job->remove)
    return vigie_table_remove (table, key, error);
  record = vigie_table_find (table, key, &local);
  if (record != NULL)
    return vigie_record_set_from_text (record, job->field, job->text, error) &&
           vigie_table_replace (table, record, error) != VIGIE_OUTCOME_REFUSED;
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  name = vigie_record_dup_key (key);
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT,
               /* Translators: %1$s is a kind of record, %2$s its key */
               _ ("%1$s: there is no “%2$s” any more"), vigie_entity_get_label (vigie_record_get_entity (key)), name);
  return FALSE;
}

static gboolean
change_all (VigieRegister *reg, const Job *job, VigieEdit *edit, GError **error)
{
  for (guint i = 0; i < job->keys->len; i++)
    {
      VigieRecord *key = g_ptr_array_index (job->keys, i);
      VigieTable *table = vigie_register_get_table (reg, vigie_record_get_entity (key), error);

      if (table == NULL || !change (table, job, key, error) || !vigie_edit_advance (edit, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
edit_job (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (VigieEdit) edit = NULL;

  if (!vigie_store_require_writable (job->store, vigie_register_get_connection (reg), error) ||
      !vigie_store_back_up_before (job->store, reg, job->entry, cancellable, error))
    return NULL;
  edit = vigie_edit_begin (reg, TRUE, error);
  if (edit == NULL || !change_all (reg, job, edit, error) ||
      !vigie_edit_commit (edit, job->entry, vigie_store_get_day (job->store), error))
    return NULL;
  vigie_store_emit_changed (job->store);
  return g_ptr_array_ref (job->keys);
}

static gboolean
run (VigieStore *self, Job *job, GError **error)
{
  g_autoptr (GPtrArray) done = vigie_store_run (self, VIGIE_WORK_IN_TURN, edit_job, job, NULL, error);

  job_free (job);
  return done != NULL;
}

/**
 * vigie_store_set_field:
 * @keys: (element-type VigieRecord): records whose key fields are set
 * @field: index of a field of theirs that is no part of the key
 * @text: (nullable): canonical text; %NULL makes it *not measured*
 *
 * Gives the field that value in all of the records.
 *
 * Returns: %FALSE with @error set, and then nothing is changed
 */
gboolean
vigie_store_set_field (VigieStore *self, GPtrArray *keys, guint field, const char *text, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self) && keys != NULL, FALSE);

  return run (self, job_new (self, keys, FALSE, field, text), error);
}

/**
 * vigie_store_delete_records:
 * @keys: (element-type VigieRecord): records whose key fields are set
 *
 * Deletes all of the records, which no other may name.
 *
 * Returns: %FALSE with @error set, and then nothing is deleted
 */
gboolean
vigie_store_delete_records (VigieStore *self, GPtrArray *keys, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self) && keys != NULL, FALSE);

  return run (self, job_new (self, keys, TRUE, 0, NULL), error);
}

/**
 * vigie_store_set_field_async:
 *
 * As vigie_store_set_field(), without waiting.
 */
void
vigie_store_set_field_async (VigieStore *self, GPtrArray *keys, guint field, const char *text,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, vigie_store_set_field_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, edit_job, job_new (self, keys, FALSE, field, text), job_free,
                        (GDestroyNotify) g_ptr_array_unref, task);
}

/**
 * vigie_store_delete_records_async:
 *
 * As vigie_store_delete_records(), without waiting.
 */
void
vigie_store_delete_records_async (VigieStore *self, GPtrArray *keys, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, vigie_store_delete_records_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, edit_job, job_new (self, keys, TRUE, 0, NULL), job_free,
                        (GDestroyNotify) g_ptr_array_unref, task);
}

gboolean
vigie_store_edit_records_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) done = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  done = g_task_propagate_pointer (G_TASK (result), error);
  return done != NULL;
}
