// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * One record, as a person's form has it: added, replaced as a whole, or deleted. Each is one transaction and one entry
 * of the journal.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-edit.h"
#include "vigie-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  VigieStore *store;
  VigieRecord *record;
  VigieRecord *base; /* what it was when one began to change it; NULL where that does not matter */
  VigieRecordEdit kind;
  VigieJournalEntry *entry;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->entry, vigie_journal_entry_free);
  g_object_unref (job->record);
  g_clear_object (&job->base);
  g_free (job);
}

static Job *
job_new (VigieStore *self, VigieRecord *record, VigieRecord *base, VigieRecordEdit kind)
{
  Job *job = g_new0 (Job, 1);

  job->store = self;
  job->record = g_object_ref (record);
  g_set_object (&job->base, base);
  job->kind = kind;
  job->entry = vigie_store_dup_stamp (self, VIGIE_JOURNAL_EDIT);
  job->entry->record = vigie_record_dup_key (record);
  return job;
}

static void
copy_value (VigieRecord *to, VigieRecord *from, guint field)
{
  const VigieField *described = &vigie_record_get_entity (from)->fields[field];
  g_autofree char *text = NULL;

  if (!vigie_record_is_measured (from, field))
    {
      vigie_record_unset (to, field);
      return;
    }
  text = vigie_field_dup_canonical (described, vigie_record_get_value (from, field));
  vigie_record_set_from_text (to, field, text, NULL);
}

static void
set_overtaken (GError **error, VigieRecord *now, guint field)
{
  const char *label = vigie_field_get_label (&vigie_record_get_entity (now)->fields[field]);
  g_autofree char *value = vigie_record_is_measured (now, field) ? vigie_record_display (now, field) : g_strdup ("—");
  GError *local = NULL;

  /* Translators: %1$s is a field, %2$s its value */
  g_set_error (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONFLICT,
               _ ("“%1$s” is “%2$s” by now: somebody else changed it. Save again to replace it."), label, value);
  vigie_store_error_set_field (local, (int) field);
  g_propagate_error (error, local);
}

/* Of two who change one record at a time both are heard, field by field. Who comes second to the same field is told, and
   is taken at their word when they say it again. */
static gboolean
merge (VigieTable *table, Job *job, GError **error)
{
  g_autoptr (VigieRecord) now = NULL;
  GError *local = NULL;

  if (job->base == NULL)
    return TRUE;
  now = vigie_table_find (table, job->record, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  for (guint i = 0; now != NULL && i < vigie_record_get_entity (now)->n_fields; i++)
    {
      const VigieValue *there = vigie_record_get_value (now, i);
      const VigieValue *before = vigie_record_get_value (job->base, i);
      const VigieValue *here = vigie_record_get_value (job->record, i);

      if (vigie_value_equal (there, before) || vigie_value_equal (there, here))
        continue;
      if (vigie_value_equal (here, before))
        {
          copy_value (job->record, now, i);
          continue;
        }
      copy_value (job->base, now, i);
      set_overtaken (error, now, i);
      return FALSE;
    }
  return TRUE;
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
  if (table == NULL || !merge (table, job, error) || !change (table, job, error) || !vigie_edit_advance (edit, error) ||
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

  job = job_new (self, record, NULL, kind);
  done = vigie_store_run (self, VIGIE_WORK_IN_TURN, edit_job, job, NULL, error);
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
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, edit_job, job_new (self, record, NULL, kind), job_free,
                        g_object_unref, task);
}

/**
 * vigie_store_change_record_async:
 * @base: what the record was when one began to change it; not to be changed until the answer has come
 * @record: what it is to be; the same
 *
 * Replaces a record. What @record leaves as it was in @base stays as it is by now. Where it changes what somebody else has
 * changed as well, it is refused with %VIGIE_STORE_ERROR_CONFLICT, and @base has what is there now, so that the same
 * call once more replaces it. vigie_store_edit_record_finish() ends it.
 */
void
vigie_store_change_record_async (VigieStore *self, VigieRecord *base, VigieRecord *record, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (VIGIE_IS_RECORD (base) && vigie_record_get_entity (base) == vigie_record_get_entity (record));

  g_task_set_source_tag (task, vigie_store_change_record_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, edit_job, job_new (self, record, base, VIGIE_RECORD_REPLACE),
                        job_free, g_object_unref, task);
}

gboolean
vigie_store_edit_record_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (VigieRecord) done = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  done = g_task_propagate_pointer (G_TASK (result), error);
  return done != NULL;
}
