// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Putting records into a register: any number of them, in one transaction, all or none.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-bulk.h"
#include "vigie-edit.h"
#include "vigie-entries.h"
#include "vigie-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  VigieStore *store;
  const VigieBatches *batches; /* NULL where there are none */
  VigieRecordSource source;
  VigiePutObserver observer;
  gpointer data;
  GDestroyNotify destroy;
  VigiePutFlags flags;
  VigiePutReport report;
  VigieJournalEntry *entry;
  VigieBatch *first; /* the first batch, read while the register is backed up */
} Put;

/* From so many rows on it pays to have them written where they stay. */
#define MANY_ROWS 50000

static VigieJournalKind
kind_from_flags (VigiePutFlags flags)
{
  if ((flags & VIGIE_PUT_FOUNDING) != 0)
    return VIGIE_JOURNAL_FOUNDING;
  return (flags & VIGIE_PUT_IMPORT) != 0 ? VIGIE_JOURNAL_IMPORT : VIGIE_JOURNAL_EDIT;
}

static void
put_free (gpointer data)
{
  Put *put = data;

  g_clear_pointer (&put->entry, vigie_journal_entry_free);
  g_clear_pointer (&put->first, vigie_batch_free);
  if (put->destroy != NULL)
    put->destroy (put->data);
  g_free (put);
}

static VigieOutcome
put_one (VigieRegister *reg, VigieRecord *record, GError **error)
{
  VigieTable *table = vigie_register_get_table (reg, vigie_record_get_entity (record), error);

  return table != NULL ? vigie_table_put (table, record, error) : VIGIE_OUTCOME_REFUSED;
}

/* A refusal is the record's fault, and the next may be better; any other error ends the work. */
static gboolean
is_refusal (const GError *error)
{
  return error->domain == VIGIE_MODEL_ERROR ||
         g_error_matches (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT) ||
         g_error_matches (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE);
}

/* One record is told by its key, many by their numbers. */
static gboolean
note_outcome (Put *put, VigieEdit *edit, VigieRecord *record, VigieOutcome outcome, GError **error)
{
  const gint64 *counts = put->report.counts;

  if (outcome != VIGIE_OUTCOME_ADDED && outcome != VIGIE_OUTCOME_CHANGED)
    return TRUE;
  if (outcome == VIGIE_OUTCOME_ADDED)
    vigie_edit_note_added (edit, record);
  if (put->entry->kind == VIGIE_JOURNAL_FOUNDING)
    vigie_journal_writer_tally (vigie_edit_get_writer (edit), vigie_record_get_entity (record),
                                outcome == VIGIE_OUTCOME_ADDED ? VIGIE_CHANGE_ADDED : VIGIE_CHANGE_CHANGED);
  if (counts[VIGIE_OUTCOME_ADDED] + counts[VIGIE_OUTCOME_CHANGED] == 1)
    put->entry->record = vigie_record_dup_key (record);
  else
    g_clear_pointer (&put->entry->record, g_free);
  return vigie_edit_advance (edit, error);
}

static gboolean
put_batch (Put *put, VigieBulk *bulk, VigieBatch *batch, GError **error)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (VigieBulkLeft));
  gint64 counts[VIGIE_OUTCOME_REFUSED + 1] = { 0 };

  if (!vigie_bulk_put (bulk, batch, counts, left, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    put->report.counts[i] += counts[i];
  return put->batches->put (counts, left, batch->last, put->data, error);
}

static gboolean
put_batches (VigieRegister *reg, Put *put, VigieEdit *edit, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieBulk) bulk = vigie_bulk_new (reg, edit);
  gboolean last = put->batches == NULL;

  while (!last)
    {
      g_autoptr (VigieBatch) batch =
        put->first != NULL ? g_steal_pointer (&put->first) : put->batches->next (put->data, error);

      if (batch == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !put_batch (put, bulk, batch, error))
        return FALSE;
      last = batch->last;
    }
  return TRUE;
}

static gboolean
put_all (VigieRegister *reg, Put *put, VigieEdit *edit, GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      g_autoptr (VigieRecord) record = NULL;
      g_autoptr (GError) reason = NULL;
      GError *local = NULL;
      VigieOutcome outcome;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      record = put->source (put->data, &local);
      if (record == NULL)
        {
          if (local != NULL)
            g_propagate_error (error, local);
          return local == NULL;
        }
      outcome = put_one (reg, record, &reason);
      put->report.counts[outcome]++;
      if (put->observer != NULL)
        put->observer (record, outcome, reason, put->data);
      if (!note_outcome (put, edit, record, outcome, error))
        return FALSE;
      if (outcome != VIGIE_OUTCOME_REFUSED || ((put->flags & VIGIE_PUT_KEEP_GOING) != 0 && is_refusal (reason)))
        continue;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
}

static gboolean
finish_transaction (VigieEdit *edit, Put *put, GError **error)
{
  const gint64 *counts = put->report.counts;
  gboolean changes = counts[VIGIE_OUTCOME_ADDED] + counts[VIGIE_OUTCOME_CHANGED] > 0;

  if ((put->flags & VIGIE_PUT_DRY_RUN) != 0 || counts[VIGIE_OUTCOME_REFUSED] > 0 || !changes)
    return TRUE;
  if (!vigie_edit_commit (edit, put->entry, vigie_store_get_day (put->store), error))
    return FALSE;
  put->report.written = TRUE;
  vigie_store_emit_changed (put->store);
  return TRUE;
}

/**
 * vigie_store_keeps_entry:
 *
 * Returns: whether @entity is a fact of which the register keeps on which day it was entered
 */
gboolean
vigie_store_keeps_entry (const VigieEntity *entity)
{
  return vigie_entries_has_kind (entity->nick);
}

/**
 * vigie_store_require_writable:
 *
 * Returns: %FALSE with %VIGIE_STORE_ERROR_READ_ONLY set where the register may only be read
 */
gboolean
vigie_store_require_writable (VigieStore *self, VigieConnection *connection, GError **error)
{
  if (!vigie_connection_is_read_only (connection))
    return TRUE;
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_READ_ONLY,
               _ ("“%s” cannot be written to. Copy it to a folder where you may write, and open the copy."),
               vigie_store_get_path (self));
  return FALSE;
}

/* --- the first batch ------------------------------------------------------------------------------- */

typedef struct
{
  Put *put;
  GThread *thread; /* NULL where there is nothing to read */
  GError *error;
} FirstBatch;

static gpointer
read_first (gpointer data)
{
  FirstBatch *self = data;

  self->put->first = self->put->batches->next (self->put->data, &self->error);
  return NULL;
}

static void
first_batch_begin (FirstBatch *self, Put *put)
{
  *self = (FirstBatch) { .put = put };
  if (put->batches != NULL)
    self->thread = g_thread_new ("vigie-read", read_first, self);
}

static gboolean
first_batch_finish (FirstBatch *self, GError **error)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
  if (self->error == NULL)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  g_clear_error (&self->error);
  return FALSE;
}

/* --- the work -------------------------------------------------------------------------------------- */

static gboolean
put_within (VigieRegister *reg, Put *put, gboolean capture, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieEdit) edit = vigie_edit_begin (reg, capture, error);

  return edit != NULL && put_batches (reg, put, edit, cancellable, error) &&
         put_all (reg, put, edit, cancellable, error) && finish_transaction (edit, put, error);
}

static gpointer
put_job (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  Put *put = data;
  VigieConnection *connection = vigie_register_get_connection (reg);
  gboolean capture = (put->flags & (VIGIE_PUT_DRY_RUN | VIGIE_PUT_FOUNDING)) == 0;
  gboolean in_place, done;
  FirstBatch first;

  if (!vigie_store_require_writable (put->store, connection, error))
    return NULL;
  first_batch_begin (&first, put);
  done = !capture || vigie_store_back_up_before (put->store, reg, put->entry, cancellable, error);
  if (!first_batch_finish (&first, error) || !done)
    return NULL;
  in_place = put->first != NULL && put->first->n_rows >= MANY_ROWS && vigie_connection_begin_in_place (connection);
  done = put_within (reg, put, capture, cancellable, error);
  if (in_place)
    vigie_connection_end_in_place (connection);
  return done ? g_memdup2 (&put->report, sizeof put->report) : NULL;
}

static gboolean
take_report (VigiePutReport *owned, VigiePutReport *report)
{
  g_autofree VigiePutReport *result = owned;

  if (result != NULL && report != NULL)
    *report = *result;
  return result != NULL;
}

/**
 * vigie_store_put:
 * @source: (scope call): gives the records
 * @observer: (scope call) (nullable): is told of each
 * @report: (out caller-allocates) (nullable): what happened
 *
 * Adds or changes records, in one transaction: see vigie_table_put(). Where a record is refused
 * nothing is written.
 *
 * Returns: %FALSE with @error set where the work was stopped. With %VIGIE_PUT_KEEP_GOING refused
 *   records do not stop it: look at @report
 */
gboolean
vigie_store_put (VigieStore *self, VigieRecordSource source, VigiePutObserver observer, gpointer data,
                 VigiePutFlags flags, VigiePutReport *report, GCancellable *cancellable, GError **error)
{
  return vigie_store_put_batches (self, NULL, source, observer, data, flags, report, cancellable, error);
}

/**
 * vigie_store_put_batches:
 * @batches: (scope call) (nullable): gives records by the million, before @source
 *
 * As vigie_store_put().
 */
gboolean
vigie_store_put_batches (VigieStore *self, const VigieBatches *batches, VigieRecordSource source,
                         VigiePutObserver observer, gpointer data, VigiePutFlags flags, VigiePutReport *report,
                         GCancellable *cancellable, GError **error)
{
  Put put = { .store = self, .batches = batches, .source = source, .observer = observer, .data = data, .flags = flags };
  g_autoptr (VigieJournalEntry) entry = NULL;
  VigiePutReport *result;

  g_return_val_if_fail (VIGIE_IS_STORE (self) && source != NULL, FALSE);

  put.entry = entry = vigie_store_dup_stamp (self, kind_from_flags (flags));
  result = vigie_store_run (self, VIGIE_WORK_IN_TURN, put_job, &put, cancellable, error);
  g_clear_pointer (&put.first, vigie_batch_free);
  return take_report (result, report);
}

/**
 * vigie_store_put_async:
 * @data: (transfer full): for @source and @observer; freed by @destroy in the thread of the store
 *
 * As vigie_store_put(), without waiting.
 */
void
vigie_store_put_async (VigieStore *self, VigieRecordSource source, VigiePutObserver observer, gpointer data,
                       GDestroyNotify destroy, VigiePutFlags flags, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  vigie_store_put_batches_async (self, NULL, source, observer, data, destroy, flags, cancellable, callback, user_data);
}

/**
 * vigie_store_put_batches_async:
 *
 * As vigie_store_put_batches(), without waiting; vigie_store_put_finish() ends it.
 */
void
vigie_store_put_batches_async (VigieStore *self, const VigieBatches *batches, VigieRecordSource source,
                               VigiePutObserver observer, gpointer data, GDestroyNotify destroy, VigiePutFlags flags,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Put *put = g_new0 (Put, 1);

  g_task_set_source_tag (task, vigie_store_put_async);
  *put = (Put) {
    .store = self,
    .batches = batches,
    .source = source,
    .observer = observer,
    .data = data,
    .destroy = destroy,
    .flags = flags,
  };
  put->entry = vigie_store_dup_stamp (self, kind_from_flags (flags));
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, put_job, put, put_free, g_free, task);
}

gboolean
vigie_store_put_finish (VigieStore *self, GAsyncResult *result, VigiePutReport *report, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return take_report (g_task_propagate_pointer (G_TASK (result), error), report);
}

typedef struct
{
  GPtrArray *records;
  guint next;
} ArraySource;

static VigieRecord *
next_of_array (gpointer data, GError **error G_GNUC_UNUSED)
{
  ArraySource *source = data;

  return source->next < source->records->len ? g_object_ref (g_ptr_array_index (source->records, source->next++))
                                             : NULL;
}

/**
 * vigie_store_put_records:
 * @records: (element-type VigieRecord): referenced records before those that refer to them
 *
 * As vigie_store_put() with all of @records; the first that is refused stops it.
 */
gboolean
vigie_store_put_records (VigieStore *self, GPtrArray *records, VigiePutReport *report, GError **error)
{
  ArraySource source = { records, 0 };

  g_return_val_if_fail (records != NULL, FALSE);

  return vigie_store_put (self, next_of_array, NULL, &source, VIGIE_PUT_DEFAULT, report, NULL, error);
}

/**
 * vigie_store_found:
 * @records: (element-type VigieRecord): referenced records before those that refer to them
 *
 * Fills a new register with all of @records, which is no change to it: it cannot be undone.
 */
gboolean
vigie_store_found (VigieStore *self, GPtrArray *records, GError **error)
{
  ArraySource source = { records, 0 };

  g_return_val_if_fail (records != NULL, FALSE);

  return vigie_store_put (self, next_of_array, NULL, &source, VIGIE_PUT_FOUNDING, NULL, NULL, error);
}
