// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieImport: rows into a register, all or none.
 *
 * Rows stream through one transaction of the store, record by record. A refused row does not stop the
 * reading, so that one run tells of every fault; the transaction is then taken back. Two rows that say
 * different things of one record are refused too: the register would hold whichever came last, and
 * the same file again would change it twice.
 *
 * Rows that can be had as numbers go in batches first; what the store leaves of them is read again and goes this way.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-import.h"

#include "vigie-csv-writer.h"
#include "vigie-key-places.h"
#include "vigie-mapped-rows.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#define ROWS_BETWEEN_PROGRESS 500

struct _VigieImport
{
  GObject parent_instance;

  VigieRowSource *rows;
  GFile *rejects;
  VigieImportProgress progress;
  gpointer progress_data;
  GDestroyNotify progress_destroy;

  /* while it runs, in the thread of the store */
  VigieCsvWriter *writer;
  GMainContext *context;
  const VigieRow *row;
  guint record;
  gboolean in_row;
  gboolean row_refused;
  gboolean row_added;
  gboolean row_changed;
  gint64 n_rows;
  VigieKeyPlaces *seen; /* where each principal record stands */

  /* where rows can be read in batches */
  guint batch_size;
  VigieBatchReader *batches;
  GArray *others; /* of guint32: rows that are no numbers */
  GArray *left;   /* of VigieBulkLeft: all that are put one by one */
  guint next_left;
  GCancellable *cancellable;

  VigieImportReport report;
};

G_DEFINE_FINAL_TYPE (VigieImport, vigie_import, G_TYPE_OBJECT)

static void
vigie_import_finalize (GObject *object)
{
  VigieImport *self = VIGIE_IMPORT (object);

  if (self->progress_destroy != NULL)
    self->progress_destroy (self->progress_data);
  g_clear_object (&self->rows);
  g_clear_object (&self->rejects);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->writer);
  g_clear_pointer (&self->context, g_main_context_unref);
  vigie_key_places_free (self->seen);
  g_clear_pointer (&self->batches, vigie_batch_reader_free);
  g_array_unref (self->others);
  g_array_unref (self->left);
  g_ptr_array_unref (self->report.faults);
  G_OBJECT_CLASS (vigie_import_parent_class)->finalize (object);
}

static void
vigie_import_class_init (VigieImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_import_finalize;
}

static void
vigie_import_init (VigieImport *self)
{
  self->report.faults = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_fault_free);
  self->seen = vigie_key_places_new ();
  self->batch_size = VIGIE_BATCH_MOST_ROWS;
  self->others = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->left = g_array_new (FALSE, FALSE, sizeof (VigieBulkLeft));
}

/**
 * vigie_import_new:
 *
 * Returns: (transfer full): an import of @rows, which are read once
 */
VigieImport *
vigie_import_new (VigieRowSource *rows)
{
  VigieImport *self = g_object_new (VIGIE_TYPE_IMPORT, NULL);

  self->rows = g_object_ref (rows);
  return self;
}

/**
 * vigie_import_set_rejects:
 * @rejects: (nullable): a CSV file that lists every fault; it is written even where there is none
 */
void
vigie_import_set_rejects (VigieImport *self, GFile *rejects)
{
  g_return_if_fail (VIGIE_IS_IMPORT (self));

  g_set_object (&self->rejects, rejects);
}

/**
 * vigie_import_set_progress:
 * @progress: (nullable): is told how far the import is
 */
void
vigie_import_set_progress (VigieImport *self, VigieImportProgress progress, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (VIGIE_IS_IMPORT (self));

  self->progress = progress;
  self->progress_data = data;
  self->progress_destroy = destroy;
}

/**
 * vigie_import_set_batch_size:
 * @n_rows: 0 puts every row by itself
 *
 * How many rows are taken at once where a row is nothing but numbers. It makes no difference but to time and memory.
 */
void
vigie_import_set_batch_size (VigieImport *self, guint n_rows)
{
  g_return_if_fail (VIGIE_IS_IMPORT (self));

  self->batch_size = n_rows;
}

/**
 * vigie_import_get_report:
 *
 * Returns: (transfer none): what the import did; to be read once it has ended
 */
const VigieImportReport *
vigie_import_get_report (VigieImport *self)
{
  g_return_val_if_fail (VIGIE_IS_IMPORT (self), NULL);

  return &self->report;
}

/**
 * vigie_import_get_rows:
 *
 * Returns: (transfer none): what is imported
 */
VigieRowSource *
vigie_import_get_rows (VigieImport *self)
{
  g_return_val_if_fail (VIGIE_IS_IMPORT (self), NULL);

  return self->rows;
}

/* --- progress ------------------------------------------------------------------------------------- */

typedef struct
{
  VigieImport *import;
  double fraction;
  gint64 rows;
} Step;

static gboolean
progress_cb (gpointer data)
{
  const Step *step = data;

  step->import->progress (step->fraction, step->rows, step->import->progress_data);
  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->import);
  g_free (step);
}

static void
tell_progress (VigieImport *self, gint64 n_rows)
{
  double fraction;

  if (self->progress == NULL || n_rows % ROWS_BETWEEN_PROGRESS != 0)
    return;
  fraction = vigie_row_source_get_progress (self->rows);
  if (self->context == NULL)
    self->progress (fraction, n_rows, self->progress_data);
  else
    {
      Step *step = g_new0 (Step, 1);

      *step = (Step) { g_object_ref (self), fraction, n_rows };
      g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, progress_cb, step, step_free);
    }
}

/* --- faults --------------------------------------------------------------------------------------- */

static void
write_fault (VigieImport *self, const VigieFault *fault)
{
  const char *cells[] = { fault->place, fault->column, fault->value, fault->reason };

  if (self->writer != NULL)
    vigie_csv_writer_add (self->writer, cells, G_N_ELEMENTS (cells));
}

static void
take_fault (VigieImport *self, VigieFault *fault)
{
  self->report.n_faults++;
  self->row_refused = TRUE;
  write_fault (self, fault);
  if (self->report.faults->len < VIGIE_IMPORT_FAULTS_KEPT)
    g_ptr_array_add (self->report.faults, fault);
  else
    vigie_fault_free (fault);
}

static void
copy_faults (VigieImport *self, GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const VigieFault *fault = g_ptr_array_index (faults, i);

      take_fault (self, vigie_fault_new (fault->place, fault->column, fault->value, fault->reason));
    }
}

static void
refuse_record (VigieImport *self, guint index, const GError *reason)
{
  g_autofree char *place = vigie_row_dup_place (self->row, self->row->number);
  g_autofree char *column = NULL;
  g_autofree char *value = NULL;

  vigie_row_source_locate (self->rows, index, vigie_store_error_get_field (reason), &column, &value);
  take_fault (self, vigie_fault_new (place, column, value, reason->message));
}

/* --- rows ----------------------------------------------------------------------------------------- */

static void
refuse_second (VigieImport *self, VigieRecord *record, guint32 first)
{
  g_autofree char *key = vigie_record_dup_key (record);
  g_autofree char *place = vigie_row_dup_place (self->row, self->row->number);
  g_autofree char *other = vigie_row_dup_place (self->row, first);
  g_autofree char *reason = NULL;

  /* Translators: %1$s is a key such as a code, %2$s the line of another row */
  reason = g_strdup_printf (_ ("“%1$s” stands in line %2$s too, with other values"), key, other);
  take_fault (self, vigie_fault_new (place, NULL, key, reason));
}

/* Remembers where a principal record stands; refuses a later row that changes it again. */
static void
check_seen (VigieImport *self, VigieRecord *record, VigieOutcome outcome)
{
  guint32 first = vigie_key_places_add (self->seen, record, self->row->number);

  if (self->batches != NULL && first == 0)
    first = g_array_index (self->left, VigieBulkLeft, self->next_left - 1).first;
  if (first != 0 && outcome == VIGIE_OUTCOME_CHANGED)
    refuse_second (self, record, first);
}

static void
finish_row (VigieImport *self)
{
  VigieOutcome outcome = VIGIE_OUTCOME_UNCHANGED;

  if (!self->in_row)
    return;
  if (self->row_refused)
    outcome = VIGIE_OUTCOME_REFUSED;
  else if (self->row_added)
    outcome = VIGIE_OUTCOME_ADDED;
  else if (self->row_changed)
    outcome = VIGIE_OUTCOME_CHANGED;
  self->report.rows[outcome]++;
  self->in_row = FALSE;
}

static gboolean
start_row (VigieImport *self, GError **error)
{
  self->row = vigie_row_source_next (self->rows, error);
  if (self->row == NULL)
    return FALSE;
  self->in_row = TRUE;
  self->record = 0;
  self->row_refused = self->row_added = self->row_changed = FALSE;
  copy_faults (self, self->row->faults);
  if (self->batches != NULL)
    self->next_left++;
  else
    tell_progress (self, ++self->n_rows);
  return TRUE;
}

/* The store asks for a record. Once one of a row is refused the others would be for its lack alone. */
static VigieRecord *
next_record (gpointer data, GError **error)
{
  VigieImport *self = data;
  GError *local = NULL;

  while (!self->in_row || self->row_refused || self->record == self->row->records->len)
    {
      finish_row (self);
      if (start_row (self, &local))
        continue;
      if (local == NULL && self->report.rows[VIGIE_OUTCOME_REFUSED] > 0)
        g_set_error_literal (&local, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_REFUSED, "");
      if (local != NULL)
        g_propagate_error (error, local);
      return NULL;
    }
  return g_object_ref (g_ptr_array_index (self->row->records, self->record++));
}

static void
record_put (VigieRecord *record, VigieOutcome outcome, const GError *reason, gpointer data)
{
  VigieImport *self = data;
  guint index = self->record - 1;
  gboolean principal = self->row->principal == (int) index;

  if (outcome == VIGIE_OUTCOME_REFUSED)
    {
      refuse_record (self, index, reason);
      return;
    }
  self->row_added |= principal && outcome == VIGIE_OUTCOME_ADDED;
  self->row_changed |= outcome == VIGIE_OUTCOME_ADDED || outcome == VIGIE_OUTCOME_CHANGED;
  if (principal)
    check_seen (self, record, outcome);
}

/* --- rows by the million --------------------------------------------------------------------------- */

static void
batch_progress (gint64 n_rows, gpointer data)
{
  tell_progress (data, n_rows);
}

static VigieBatch *
next_batch (gpointer data, GError **error)
{
  VigieImport *self = data;

  return vigie_batch_reader_next (self->batches, self->batch_size, self->others, self->cancellable, error);
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const VigieBulkLeft *first = a;
  const VigieBulkLeft *second = b;

  return (first->number > second->number) - (first->number < second->number);
}

/* Reads the file once more, for the rows that are put one by one, in their order. */
static gboolean
read_left (VigieImport *self, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->others->len; i++)
    g_array_append_val (self->left, ((VigieBulkLeft) { .number = g_array_index (self->others, guint32, i) }));
  g_array_sort (self->left, compare_left);
  for (guint i = 0; i < self->left->len; i++)
    g_array_append_val (numbers, g_array_index (self->left, VigieBulkLeft, i).number);
  return vigie_mapped_rows_read_again (VIGIE_MAPPED_ROWS (self->rows), numbers, error);
}

static gboolean
batch_put (const gint64 *counts, GArray *left, gboolean last, gpointer data, GError **error)
{
  VigieImport *self = data;

  for (gsize i = 0; i < G_N_ELEMENTS (self->report.rows); i++)
    self->report.rows[i] += counts[i];
  g_array_append_vals (self->left, left->data, left->len);
  return !last || read_left (self, error);
}

static const VigieBatches batches = { next_batch, batch_put };

/* --- running -------------------------------------------------------------------------------------- */

static gboolean
start (VigieImport *self, GCancellable *cancellable, GError **error)
{
  static const char *const header[] = { "line", "column", "value", "reason" };

  g_return_val_if_fail (self->n_rows == 0 && self->writer == NULL, FALSE);

  g_set_object (&self->cancellable, cancellable);
  if (self->batch_size > 0 && VIGIE_IS_MAPPED_ROWS (self->rows))
    self->batches = vigie_mapped_rows_open_batches (VIGIE_MAPPED_ROWS (self->rows));
  if (self->batches != NULL)
    vigie_batch_reader_set_progress (self->batches, batch_progress, self);
  if (self->rejects == NULL)
    return TRUE;
  self->writer = vigie_csv_writer_new (self->rejects, error);
  if (self->writer == NULL)
    return FALSE;
  vigie_csv_writer_add (self->writer, header, G_N_ELEMENTS (header));
  return TRUE;
}

/* Refused rows are no failure of the import: its report tells of them. */
static gboolean
finish (VigieImport *self, gboolean done, GError *failure, GError **error)
{
  g_autoptr (GError) owned = failure;

  if (!done && !g_error_matches (owned, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_REFUSED))
    {
      g_clear_object (&self->writer);
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }
  return self->writer == NULL || vigie_csv_writer_finish (self->writer, error);
}

/**
 * vigie_import_run:
 * @dry_run: finds out what would happen and writes nothing
 *
 * Reads every row and puts the records of all of them, or, where any row is refused, of none. An
 * import runs once.
 *
 * Returns: %TRUE where the file was read to its end: look at vigie_import_get_report() for refused
 *   rows; %FALSE with @error, and then nothing was written
 */
gboolean
vigie_import_run (VigieImport *self, VigieStore *store, gboolean dry_run, GCancellable *cancellable, GError **error)
{
  VigiePutFlags flags = VIGIE_PUT_IMPORT | VIGIE_PUT_KEEP_GOING | (dry_run ? VIGIE_PUT_DRY_RUN : VIGIE_PUT_DEFAULT);
  VigiePutReport report = { 0 };
  GError *failure = NULL;
  gboolean done;

  g_return_val_if_fail (VIGIE_IS_IMPORT (self) && VIGIE_IS_STORE (store), FALSE);

  if (!start (self, cancellable, error))
    return FALSE;
  vigie_store_name_source (store, vigie_row_source_get_name (self->rows));
  done = vigie_store_put_batches (store, self->batches != NULL ? &batches : NULL, next_record, record_put, self, flags,
                                  &report, cancellable, &failure);
  self->report.written = report.written;
  return finish (self, done, failure, error);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  VigieImport *self = g_task_get_source_object (task);
  VigiePutReport report = { 0 };
  GError *failure = NULL;
  GError *error = NULL;
  gboolean done = vigie_store_put_finish (VIGIE_STORE (source), result, &report, &failure);

  self->report.written = report.written;
  if (finish (self, done, failure, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vigie_import_run_async:
 *
 * As vigie_import_run(), without waiting.
 */
void
vigie_import_run_async (VigieImport *self, VigieStore *store, gboolean dry_run, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  VigiePutFlags flags = VIGIE_PUT_IMPORT | VIGIE_PUT_KEEP_GOING | (dry_run ? VIGIE_PUT_DRY_RUN : VIGIE_PUT_DEFAULT);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, vigie_import_run_async);
  self->context = g_main_context_ref_thread_default ();
  vigie_store_name_source (store, vigie_row_source_get_name (self->rows));
  if (start (self, cancellable, &error))
    vigie_store_put_batches_async (store, self->batches != NULL ? &batches : NULL, next_record, record_put,
                                   g_object_ref (self), g_object_unref, flags, cancellable, put_cb, task);
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

gboolean
vigie_import_run_finish (VigieImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
