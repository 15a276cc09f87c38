// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieExport: records of a register, one at a time, into a file that is seen when it is whole.
 *
 * All fields of records, which an import takes back unchanged; or the columns of a list, as people see them: names in
 * place of codes, and no number of a group so small that it would be somebody.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-export-private.h"

#include "vigie-entities.h"
#include "vigie-store-read.h"

#include <glib/gi18n-lib.h>

#define ROWS_BETWEEN_PROGRESS 500
/* Fewer people than this are somebody: see the rule of small groups in src/insight/. */
#define SMALL_GROUP 5

struct _VigieExport
{
  GObject parent_instance;

  VigieExportFormat format;
  VigieDate as_of;
  GPtrArray *queries;
  int *columns;
  gboolean whole;

  VigieExportProgress progress;
  gpointer progress_data;
  GDestroyNotify progress_destroy;
  GMainContext *context; /* where progress is told; NULL for at once */

  /* while it runs */
  const VigieExportWriter *kind;
  gpointer writer;
  guint n_begun;
  gint64 n_of_query;
  gint64 n_in_query;
  gint64 n_rows;
};

G_DEFINE_FINAL_TYPE (VigieExport, vigie_export, G_TYPE_OBJECT)

static void
vigie_export_finalize (GObject *object)
{
  VigieExport *self = VIGIE_EXPORT (object);

  g_ptr_array_unref (self->queries);
  g_free (self->columns);
  if (self->progress_destroy != NULL)
    self->progress_destroy (self->progress_data);
  g_clear_pointer (&self->context, g_main_context_unref);
  G_OBJECT_CLASS (vigie_export_parent_class)->finalize (object);
}

static void
vigie_export_class_init (VigieExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_export_finalize;
}

static void
vigie_export_init (VigieExport *self)
{
  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_query_free);
}

/**
 * vigie_export_new:
 * @as_of: the day that the file says it is of
 *
 * Returns: (transfer full): an export of nothing yet
 */
VigieExport *
vigie_export_new (VigieExportFormat format, VigieDate as_of)
{
  VigieExport *self = g_object_new (VIGIE_TYPE_EXPORT, NULL);

  self->format = format;
  self->as_of = as_of;
  return self;
}

/**
 * vigie_export_new_whole:
 *
 * Returns: (transfer full): an export of every record of a register, referenced ones first
 */
VigieExport *
vigie_export_new_whole (VigieExportFormat format, VigieDate as_of)
{
  VigieExport *self = vigie_export_new (format, as_of);
  const VigieEntity *const *entities = vigie_entities ();

  self->whole = TRUE;
  for (guint i = 0; entities[i] != NULL; i++)
    vigie_export_add (self, &(VigieQuery) { .entity = entities[i], .sort_field = -1 });
  return self;
}

/**
 * vigie_export_add:
 *
 * Adds the records of @query; only JSON and a workbook have room for those of several.
 */
void
vigie_export_add (VigieExport *self, const VigieQuery *query)
{
  g_return_if_fail (VIGIE_IS_EXPORT (self) && query != NULL);

  g_ptr_array_add (self->queries, vigie_query_copy (query));
}

/**
 * vigie_export_set_columns:
 * @columns: indexes of fields, -1 after the last
 *
 * Writes these fields alone, as people see them, rather than all as the register has them.
 */
void
vigie_export_set_columns (VigieExport *self, const int *columns)
{
  guint n = 0;

  g_return_if_fail (VIGIE_IS_EXPORT (self) && columns != NULL);

  while (columns[n] >= 0)
    n++;
  g_free (self->columns);
  self->columns = g_memdup2 (columns, (n + 1) * sizeof *columns);
}

/**
 * vigie_export_set_progress:
 * @destroy: (nullable): frees @data
 */
void
vigie_export_set_progress (VigieExport *self, VigieExportProgress progress, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (VIGIE_IS_EXPORT (self) && self->progress == NULL);

  self->progress = progress;
  self->progress_data = data;
  self->progress_destroy = destroy;
}

/* --- columns -------------------------------------------------------------------------------------- */

guint
vigie_export_n_columns (const VigieEntity *entity, const int *columns)
{
  guint n = 0;

  if (columns == NULL)
    return entity->n_fields;
  while (columns[n] >= 0)
    n++;
  return n;
}

guint
vigie_export_get_field (const int *columns, guint column)
{
  return columns != NULL ? (guint) columns[column] : column;
}

/**
 * vigie_export_is_small_group:
 *
 * Returns: whether a number of people is too small to be shown to others
 */
gboolean
vigie_export_is_small_group (VigieRecord *record, guint field)
{
  gint64 number = vigie_record_get_number (record, field, 0);

  return vigie_record_get_entity (record)->fields[field].unit == VIGIE_UNIT_PEOPLE && number > 0 &&
         number < SMALL_GROUP;
}

/* --- progress ------------------------------------------------------------------------------------- */

typedef struct
{
  VigieExport *export;
  double fraction;
  gint64 rows;
} Step;

static gboolean
progress_cb (gpointer data)
{
  const Step *step = data;

  step->export->progress (step->fraction, step->rows, step->export->progress_data);
  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->export);
  g_free (step);
}

static void
tell_progress (VigieExport *self)
{
  double within = self->n_of_query > 0 ? (double) self->n_in_query / (double) self->n_of_query : 1;
  double fraction = ((double) self->n_begun - 1 + MIN (within, 1)) / self->queries->len;

  if (self->progress == NULL || self->n_rows % ROWS_BETWEEN_PROGRESS != 0)
    return;
  if (self->context == NULL)
    self->progress (fraction, self->n_rows, self->progress_data);
  else
    {
      Step *step = g_new0 (Step, 1);

      *step = (Step) { g_object_ref (self), fraction, self->n_rows };
      g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, progress_cb, step, step_free);
    }
}

/* --- running -------------------------------------------------------------------------------------- */

static gboolean
begin_query (const VigieQuery *query, gint64 n_records, gpointer data, GError **error)
{
  VigieExport *self = data;

  self->n_begun++;
  self->n_of_query = n_records;
  self->n_in_query = 0;
  return self->kind->begin (self->writer, query, n_records, error);
}

static gboolean
take_record (VigieRecord *record, gpointer data, GError **error)
{
  VigieExport *self = data;

  self->n_in_query++;
  self->n_rows++;
  tell_progress (self);
  return self->kind->take (self->writer, record, error);
}

static const VigieExportWriter *
get_kind (VigieExportFormat format)
{
  switch (format)
    {
    case VIGIE_EXPORT_JSON:
      return &vigie_export_json;
    case VIGIE_EXPORT_XLSX:
      return &vigie_export_xlsx;
    case VIGIE_EXPORT_CSV:
    case VIGIE_EXPORT_CSV_EXCEL:
    default:
      return &vigie_export_csv;
    }
}

static gboolean
write_all (VigieExport *self, VigieStore *store, GCancellable *cancellable, GError **error)
{
  static const VigieRecordSink sink = { begin_query, take_record };
  g_autofree VigieQuery *queries = g_new0 (VigieQuery, self->queries->len);

  for (guint i = 0; i < self->queries->len; i++)
    {
      queries[i] = *(const VigieQuery *) g_ptr_array_index (self->queries, i);
      queries[i].titles = self->columns != NULL;
      queries[i].entered = self->format == VIGIE_EXPORT_JSON;
      queries[i].offset = queries[i].limit = 0;
    }
  return vigie_store_read (store, queries, self->queries->len, &sink, self, cancellable, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) && self->kind->finish (self->writer, error);
}

/**
 * vigie_export_run:
 * @store: it must not be its own thread that calls
 *
 * Writes the file and waits for it. An export runs once.
 *
 * Returns: %FALSE with @error, which names the file, and then an older file is as it was
 */
gboolean
vigie_export_run (VigieExport *self, VigieStore *store, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *organisation = NULL;
  VigieExportAbout about = { 0 };
  gboolean done;

  g_return_val_if_fail (VIGIE_IS_EXPORT (self) && VIGIE_IS_STORE (store) && G_IS_FILE (file), FALSE);
  g_return_val_if_fail (self->n_begun == 0 && self->queries->len > 0, FALSE);

  name = g_path_get_basename (vigie_store_get_path (store));
  organisation = vigie_store_get_setting (store, "organisation", cancellable, NULL);
  about = (VigieExportAbout) { name, organisation, self->as_of };
  self->kind = get_kind (self->format);
  self->writer = self->kind->open (file, self->format, self->columns, &about, error);
  if (self->writer == NULL)
    return FALSE;
  done = write_all (self, store, cancellable, error);
  g_clear_pointer (&self->writer, self->kind->free);
  return done;
}

typedef struct
{
  VigieStore *store;
  GFile *file;
} Running;

static void
running_free (gpointer data)
{
  Running *running = data;

  g_object_unref (running->store);
  g_object_unref (running->file);
  g_free (running);
}

/* A whole register takes a while to write: its pages go on meanwhile where it can be read by a second door. */
static VigieStore *
dup_store (VigieExport *self, VigieStore *store)
{
  VigieStore *second =
    self->whole ? vigie_store_open (vigie_store_get_path (store), VIGIE_OPEN_READ, NULL, NULL) : NULL;

  return second != NULL ? second : g_object_ref (store);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Running *running = data;
  g_autoptr (VigieStore) store = dup_store (source, running->store);
  GError *error = NULL;

  if (vigie_export_run (source, store, running->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vigie_export_run_async:
 *
 * As vigie_export_run(), without waiting.
 */
void
vigie_export_run_async (VigieExport *self, VigieStore *store, GFile *file, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Running *running = g_new0 (Running, 1);

  g_task_set_source_tag (task, vigie_export_run_async);
  self->context = g_main_context_ref_thread_default ();
  running->store = g_object_ref (store);
  running->file = g_object_ref (file);
  g_task_set_task_data (task, running, running_free);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
vigie_export_run_finish (VigieExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * vigie_export_format_get_extension:
 *
 * Returns: how names of such files end, without the point
 */
const char *
vigie_export_format_get_extension (VigieExportFormat format)
{
  return format == VIGIE_EXPORT_JSON ? "json" : format == VIGIE_EXPORT_XLSX ? "xlsx" : "csv";
}
