// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * One record, as a person's form has it: added, replaced as a whole, or deleted. Each is one transaction and one entry
 * of the journal.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-edit.h"
#include "vigie-store-private.h"

typedef struct
{
  VigieStore *store;
  VigieRecord *record;
  VigieRecordEdit kind;
  VigieJournalEntry *entry;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->entry, vigie_journal_entry_free);
  g_object_unref (job->record);
  g_free (job);
}

static Job *
job_new (VigieStore *self, VigieRecord *record, VigieRecordEdit kind)
{
  Job *job = g_new0 (Job, 1);

  job->store = self;
  job->record = g_object_ref (record);
  job->kind = kind;
  job->entry = vigie_store_dup_stamp (self, VIGIE_JOURNAL_EDIT);
  job->entry->record = vigie_record_dup_key (record);
  return job;
}

static gboolean
change (VigieTable *table, Job *job, GError **error)
{
  switch (job->kind)
    {
    case VIGIE_RECORD_ADD:
      return vigie_table_add (table, job->record, error);
    case VIGIE_RECORD_REPLACE:
      return vigie_table_replace (table, job->record, error) != VIGIE_OUTCOME_REFUSED;
    case VIGIE_RECORD_DELETE:
    default:
      return vigie_table_remove (table, job->record, error);
    }
}

static gpointer
edit_job (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (VigieEdit) edit = NULL;
  VigieTable *table;

  if (!vigie_store_require_writable (job->store, vigie_register_get_connection (reg), error) ||
      !vigie_store_back_up_before (job->store, reg, job->entry, cancellable, error))
    return NULL;
  edit = vigie_edit_begin (reg, TRUE, error);
  table = edit != NULL ? vigie_register_get_table (reg, vigie_record_get_entity (job->record), error) : NULL;
  if (table == NULL || !change (table, job, error) || !vigie_edit_advance (edit, error) ||
      !vigie_edit_commit (edit, job->entry, vigie_store_get_day (job->store), error))
    return NULL;
  vigie_store_emit_changed (job->store);
  return g_object_ref (job->record);
}

/**
 * vigie_store_edit_record:
 * @record: what it is to be, all of it; to delete it, its key
 *
 * Adds a record that must be new, replaces one that must be there, or deletes one that no other names.
 *
 * Returns: %FALSE with @error set, and then nothing is changed
 */
gboolean
vigie_store_edit_record (VigieStore *self, VigieRecord *record, VigieRecordEdit kind, GError **error)
{
  g_autoptr (VigieRecord) done = NULL;
  Job *job = NULL;

  g_return_val_if_fail (VIGIE_IS_STORE (self) && VIGIE_IS_RECORD (record), FALSE);

  job = job_new (self, record, kind);
  done = vigie_store_run (self, edit_job, job, NULL, error);
  job_free (job);
  return done != NULL;
}

/**
 * vigie_store_edit_record_async:
 * @record: not to be changed until the answer has come
 *
 * As vigie_store_edit_record(), without waiting.
 */
void
vigie_store_edit_record_async (VigieStore *self, VigieRecord *record, VigieRecordEdit kind,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, vigie_store_edit_record_async);
  vigie_store_run_task (self, edit_job, job_new (self, record, kind), job_free, g_object_unref, task);
}

gboolean
vigie_store_edit_record_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (VigieRecord) done = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  done = g_task_propagate_pointer (G_TASK (result), error);
  return done != NULL;
}
