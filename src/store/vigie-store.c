// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieStore: the only way to a register.
 *
 * A store has one thread, which alone changes the file (vigie-work.c). Each operation is a job in its queue, and
 * either the caller waits for it, as the command line does, or a #GTask brings the result to the
 * caller's main context, as the window wants it. `changed` is emitted in the main context in which the
 * store was made, after each operation that wrote.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-store.h"

#include "vigie-store-private.h"

#include <glib/gi18n-lib.h>

struct _VigieStore
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  gint day;       /* atomic: on which records are entered */
  gint64 version; /* of what other programs wrote, when it was looked at last; 0 before */
  GMainContext *context;

  char *author;
  VigieNow now;
  char *source;

  VigieWork *work;
  GAsyncQueue *notices;
};

G_DEFINE_FINAL_TYPE (VigieStore, vigie_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
vigie_store_finalize (GObject *object)
{
  VigieStore *self = VIGIE_STORE (object);

  vigie_work_end (self->work);
  g_async_queue_unref (self->notices);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_free (self->author);
  g_free (self->source);
  G_OBJECT_CLASS (vigie_store_parent_class)->finalize (object);
}

static void
vigie_store_class_init (VigieStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_store_finalize;

  /**
   * VigieStore::changed:
   *
   * The register holds something else than before.
   */
  signals[CHANGED] = g_signal_new ("changed", VIGIE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vigie_store_init (VigieStore *self)
{
  self->day = VIGIE_DATE_NONE;
  self->context = g_main_context_ref_thread_default ();
  self->notices = g_async_queue_new_full (g_free);
}

/**
 * vigie_store_run:
 * @job: (scope call): run in the thread of the store
 *
 * Runs @job and waits for it.
 *
 * Returns: what @job returned
 */
gpointer
vigie_store_run (VigieStore *self, VigieWorkKind kind, VigieStoreJob job, gpointer data, GCancellable *cancellable,
                 GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self), NULL);

  return vigie_work_run (self->work, kind, job, data, cancellable, error);
}

/**
 * vigie_store_run_task:
 * @data: (transfer full): freed by @destroy_data after the job
 * @destroy_result: frees a result that nobody takes
 * @task: (transfer full): receives the result
 *
 * Runs @job in the thread of the store and goes on at once.
 */
void
vigie_store_run_task (VigieStore *self, VigieWorkKind kind, VigieStoreJob job, gpointer data,
                      GDestroyNotify destroy_data, GDestroyNotify destroy_result, GTask *task)
{
  g_return_if_fail (VIGIE_IS_STORE (self) && G_IS_TASK (task));

  vigie_work_run_task (self->work, kind, job, data, destroy_data, destroy_result, task);
}

static gboolean
changed_cb (gpointer data)
{
  g_autoptr (VigieStore) self = g_weak_ref_get (data);

  if (self != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * vigie_store_emit_changed:
 *
 * Says, from any thread, that the register was changed.
 */
void
vigie_store_emit_changed (VigieStore *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, changed_cb, weak, weak_ref_free);
  g_source_set_static_name (source, "[vigie] store changed");
  g_source_attach (source, self->context);
}

typedef struct
{
  VigieWork *work;
  gboolean read_only;
  gboolean on_share;
} Opening;

static gpointer
open_job (VigieRegister *reg G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  Opening *opening = data;
  VigieRegister *opened = vigie_work_open (opening->work, error);

  if (opened == NULL)
    return NULL;
  opening->read_only = vigie_connection_is_read_only (vigie_register_get_connection (opened));
  opening->on_share = vigie_connection_is_on_share (vigie_register_get_connection (opened));
  return opened;
}

static void
take_opening (VigieStore *self, const Opening *opening)
{
  g_autofree char *notice = NULL;

  self->read_only = opening->read_only;
  if (!opening->on_share)
    return;
  notice =
    g_strdup_printf (_ ("“%s” is on a network share: one person at a time can change it, and a change may be lost "
                        "where the connection is. A register is safest on one computer."),
                     self->path);
  vigie_store_tell (self, notice);
}

static VigieStore *
store_start (const char *path, VigieOpenMode mode, Opening *opening)
{
  VigieStore *self = g_object_new (VIGIE_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  opening->work = self->work = vigie_work_start (path, mode);
  return self;
}

/**
 * vigie_store_open:
 * @path: a file in the local file system
 * @mode: %VIGIE_OPEN_CREATE makes a new register and refuses an existing file
 *
 * Opens a register and waits for it.
 *
 * Returns: (transfer full): the store; %NULL with @error set, and then nothing is left behind
 */
VigieStore *
vigie_store_open (const char *path, VigieOpenMode mode, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieStore) self = NULL;
  Opening opening = { 0 };

  g_return_val_if_fail (path != NULL, NULL);

  self = store_start (path, mode, &opening);
  if (vigie_store_run (self, VIGIE_WORK_IN_TURN, open_job, &opening, cancellable, error) == NULL)
    return NULL;
  take_opening (self, &opening);
  return g_steal_pointer (&self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VigieStore *self = VIGIE_STORE (source);
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_opening (self, opening);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

/**
 * vigie_store_open_async:
 *
 * As vigie_store_open(), without waiting.
 */
void
vigie_store_open_async (const char *path, VigieOpenMode mode, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (VigieStore) self = NULL;
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, vigie_store_open_async);
  g_task_set_task_data (task, opening, g_free);
  self = store_start (path, mode, opening);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, open_job, opening, NULL, NULL,
                        g_task_new (self, cancellable, opened_cb, task));
}

VigieStore *
vigie_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vigie_store_set_hand:
 * @author: (nullable): who changes the register from now on
 * @now: (nullable): tells the time; %NULL leaves entries of the journal without one
 *
 * Says in whose name changes are entered in the journal. To be called by whoever asks for changes, in the same thread.
 */
void
vigie_store_set_hand (VigieStore *self, const char *author, VigieNow now)
{
  g_return_if_fail (VIGIE_IS_STORE (self));

  g_set_str (&self->author, author != NULL && *author != '\0' ? author : NULL);
  self->now = now;
}

/**
 * vigie_store_name_source:
 * @file: (nullable): the name of the file that the next import reads
 *
 * Says what the journal calls it.
 */
void
vigie_store_name_source (VigieStore *self, const char *file)
{
  g_return_if_fail (VIGIE_IS_STORE (self));

  g_set_str (&self->source, file);
}

/* What is known of an entry of the journal before it is made. */
VigieJournalEntry *
vigie_store_dup_stamp (VigieStore *self, VigieJournalKind kind)
{
  VigieJournalEntry *entry = g_new0 (VigieJournalEntry, 1);

  entry->kind = kind;
  entry->author = g_strdup (self->author);
  entry->entered_at = self->now != NULL ? self->now () : NULL;
  if (kind == VIGIE_JOURNAL_IMPORT)
    entry->file = g_steal_pointer (&self->source);
  return entry;
}

/**
 * vigie_store_get_path:
 *
 * Returns: (transfer none): the file
 */
const char *
vigie_store_get_path (VigieStore *self)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self), NULL);

  return self->path;
}

gboolean
vigie_store_is_read_only (VigieStore *self)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self), TRUE);

  return self->read_only;
}

/**
 * vigie_store_tell:
 *
 * Says, from any thread, what a person should know though nothing failed.
 */
void
vigie_store_tell (VigieStore *self, const char *notice)
{
  g_async_queue_push (self->notices, g_strdup (notice));
}

/**
 * vigie_store_take_notice:
 *
 * Returns: (transfer full) (nullable): something that a person should know though nothing failed, such as that the
 *   register is on a network share, each of them once; %NULL where there is nothing more
 */
char *
vigie_store_take_notice (VigieStore *self)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self), NULL);

  return g_async_queue_try_pop (self->notices);
}

/**
 * vigie_store_set_day:
 * @day: the day on which records are entered from now on; %VIGIE_DATE_NONE where it is not known, as at first
 *
 * Facts that are entered without a day, such as those of a new register, count as known from their own dates.
 */
void
vigie_store_set_day (VigieStore *self, VigieDate day)
{
  g_return_if_fail (VIGIE_IS_STORE (self));

  g_atomic_int_set (&self->day, day);
}

VigieDate
vigie_store_get_day (VigieStore *self)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self), VIGIE_DATE_NONE);

  return g_atomic_int_get (&self->day);
}

/* It changes with what other connections commit, never with what this one does. */
static gpointer
look_job (VigieRegister *reg, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  GError *local = NULL;
  gint64 version =
    vigie_connection_query_integer (vigie_register_get_connection (reg), "PRAGMA data_version", 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return g_memdup2 (&version, sizeof version);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieStore *self = VIGIE_STORE (source);
  g_autofree gint64 *version = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Where another program is just writing, it cannot always be asked: there is a next time. */
  if (version == NULL)
    return;
  if (self->version != 0 && self->version != *version)
    g_signal_emit (self, signals[CHANGED], 0);
  self->version = *version;
}

/**
 * vigie_store_look_elsewhere:
 *
 * Emits #VigieStore::changed, in a while, where another program has changed the register since this was called before.
 */
void
vigie_store_look_elsewhere (VigieStore *self)
{
  GTask *task;

  g_return_if_fail (VIGIE_IS_STORE (self));

  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, vigie_store_look_elsewhere);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, look_job, NULL, NULL, g_free, task);
}
