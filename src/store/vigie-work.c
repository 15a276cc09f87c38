// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieWork: the thread of a register, and the jobs that it does one after another.
 *
 * What is brief, such as a page of a list, does not wait for what is long, such as reading all that a large register
 * holds: it is put where two may take it. In the queue of the thread stands a turn for each, so that it comes when it would
 * have come; and while the thread reads for long, a second one, with a connection of its own, takes what is there before
 * its turn. The second is there only for so long: a change that wants the file for itself finds nobody else at it.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-work.h"

#include "vigie-share.h"

#include <glib/gstdio.h>

/* All that a smaller register holds is read as fast as a second connection is opened. */
#define LARGE (32 * 1024 * 1024)

static gint64 large = LARGE;

typedef struct
{
  VigieStoreJob func; /* %NULL is no job */
  VigieWorkKind kind;
  gpointer data;
  GDestroyNotify destroy_data;
  GDestroyNotify destroy_result;
  GCancellable *cancellable;
  GTask *task;

  /* where no task waits, a caller does */
  GMutex mutex;
  GCond cond;
  gboolean done;
  gpointer result;
  GError *error;
} Job;

/* Shared by who asks and both threads, of which any may be the last. */
struct _VigieWork
{
  char *path;
  VigieOpenMode mode;
  VigieRegister *reg; /* of the thread alone */
  GThread *thread;
  GAsyncQueue *jobs;
  GAsyncQueue *brief;

  GMutex mutex;  /* of what follows */
  gboolean busy; /* the thread reads for long */
  GThread *second;
};

/* They stand in a queue in place of a job. */
static Job turn, end;

static void
answer_caller (Job *job, gpointer result, GError *error)
{
  g_mutex_lock (&job->mutex);
  job->result = result;
  job->error = error;
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

static void
answer_task (Job *job, gpointer result, GError *error)
{
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, job->destroy_result);
  if (job->destroy_data != NULL)
    job->destroy_data (job->data);
  g_clear_object (&job->cancellable);
  g_object_unref (job->task);
  g_free (job);
}

static void
run_job (VigieRegister *reg, Job *job)
{
  GError *error = NULL;
  gpointer result = NULL;

  if (!g_cancellable_set_error_if_cancelled (job->cancellable, &error))
    {
      if (reg != NULL)
        vigie_connection_set_cancellable (vigie_register_get_connection (reg), job->cancellable);
      result = job->func (reg, job->data, job->cancellable, &error);
      if (reg != NULL)
        vigie_connection_set_cancellable (vigie_register_get_connection (reg), NULL);
    }
  if (job->task != NULL)
    answer_task (job, result, error);
  else
    answer_caller (job, result, error);
}

static void
clear (gpointer data)
{
  VigieWork *self = data;

  g_clear_pointer (&self->thread, g_thread_unref);
  g_async_queue_unref (self->jobs);
  g_async_queue_unref (self->brief);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
}

static void
work_unref (VigieWork *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* --- the second thread ---------------------------------------------------------------------------- */

static gpointer
work_beside (gpointer data)
{
  VigieWork *self = data;
  g_autoptr (VigieRegister) reg = NULL;
  Job *job;

  while ((job = g_async_queue_pop (self->brief)) != &end)
    {
      g_autoptr (GError) error = NULL;

      if (reg == NULL)
        reg = vigie_register_open (self->path, VIGIE_OPEN_READ, &error);
      if (reg == NULL)
        {
          /* Its turn will come. */
          g_debug ("no second connection: %s", error->message);
          g_async_queue_push_front (self->brief, job);
          break;
        }
      run_job (reg, job);
    }
  g_clear_pointer (&reg, vigie_register_free);
  work_unref (self);
  return NULL;
}

/* With the mutex locked. */
static void
start_second (VigieWork *self)
{
  if (self->busy && self->second == NULL && g_async_queue_length (self->brief) > 0)
    self->second = g_thread_new ("vigie-store-2", work_beside, g_atomic_rc_box_acquire (self));
}

static gboolean
is_large (const VigieWork *self)
{
  GStatBuf status;

  return g_stat (self->path, &status) == 0 && status.st_size >= large && !vigie_share_is_network (self->path);
}

static void
begin_long (VigieWork *self)
{
  g_mutex_lock (&self->mutex);
  self->busy = TRUE;
  start_second (self);
  g_mutex_unlock (&self->mutex);
}

static void
end_long (VigieWork *self)
{
  GThread *second;

  g_mutex_lock (&self->mutex);
  self->busy = FALSE;
  second = g_steal_pointer (&self->second);
  g_mutex_unlock (&self->mutex);
  if (second == NULL)
    return;
  g_async_queue_push (self->brief, &end);
  g_thread_join (second);
  /* It may have come to its end before. */
  g_async_queue_remove (self->brief, &end);
}

/* --- the thread ----------------------------------------------------------------------------------- */

static void
run_in_turn (VigieWork *self, Job *job)
{
  gboolean takes_long = job->kind == VIGIE_WORK_LONG && is_large (self);

  if (takes_long)
    begin_long (self);
  run_job (self->reg, job);
  if (takes_long)
    end_long (self);
}

static gpointer
work (gpointer data)
{
  VigieWork *self = data;
  Job *job;

  while ((job = g_async_queue_pop (self->jobs)) != &end)
    {
      if (job == &turn)
        job = g_async_queue_try_pop (self->brief);
      /* It was done by the second thread. */
      if (job != NULL)
        run_in_turn (self, job);
    }
  g_clear_pointer (&self->reg, vigie_register_free);
  work_unref (self);
  return NULL;
}

static void
push (VigieWork *self, Job *job)
{
  if (job->kind != VIGIE_WORK_BRIEF)
    {
      g_async_queue_push (self->jobs, job);
      return;
    }
  g_async_queue_push (self->brief, job);
  g_async_queue_push (self->jobs, &turn);
  g_mutex_lock (&self->mutex);
  start_second (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * vigie_work_set_large:
 * @bytes: of a register for which a second thread is worth it
 *
 * For tests, whose registers are small.
 */
void
vigie_work_set_large (gint64 bytes)
{
  large = bytes;
}

/**
 * vigie_work_start:
 *
 * Returns: (transfer full): a thread for the register at @path; to be ended by vigie_work_end()
 */
VigieWork *
vigie_work_start (const char *path, VigieOpenMode mode)
{
  VigieWork *self = g_atomic_rc_box_new0 (VigieWork);

  self->path = g_strdup (path);
  self->mode = mode;
  self->jobs = g_async_queue_new ();
  self->brief = g_async_queue_new ();
  g_mutex_init (&self->mutex);
  self->thread = g_thread_new ("vigie-store", work, g_atomic_rc_box_acquire (self));
  return self;
}

/**
 * vigie_work_end:
 * @self: (transfer full): a thread
 *
 * Does what is still asked, closes the register and waits for that; but for one of its own threads, which may let go of
 * the last who asked.
 */
void
vigie_work_end (VigieWork *self)
{
  gboolean own = vigie_work_is_own_thread (self);

  g_async_queue_push (self->jobs, &end);
  if (!own)
    g_thread_join (g_steal_pointer (&self->thread));
  work_unref (self);
}

/**
 * vigie_work_is_own_thread:
 *
 * Returns: whether it is a thread of @self that asks
 */
gboolean
vigie_work_is_own_thread (VigieWork *self)
{
  gboolean own;

  g_mutex_lock (&self->mutex);
  own = g_thread_self () == self->thread || g_thread_self () == self->second;
  g_mutex_unlock (&self->mutex);
  return own;
}

/**
 * vigie_work_open:
 *
 * Opens the register; to be called by the first job.
 *
 * Returns: (transfer none): the register; %NULL with @error set
 */
VigieRegister *
vigie_work_open (VigieWork *self, GError **error)
{
  return self->reg = vigie_register_open (self->path, self->mode, error);
}

/**
 * vigie_work_run:
 * @job: (scope call): run in a thread of @self
 *
 * Runs @job and waits for it.
 *
 * Returns: what @job returned
 */
gpointer
vigie_work_run (VigieWork *self, VigieWorkKind kind, VigieStoreJob job, gpointer data, GCancellable *cancellable,
                GError **error)
{
  Job waiting = { .func = job, .kind = kind, .data = data, .cancellable = cancellable };

  g_return_val_if_fail (!vigie_work_is_own_thread (self), NULL);

  g_mutex_init (&waiting.mutex);
  g_cond_init (&waiting.cond);
  push (self, &waiting);
  g_mutex_lock (&waiting.mutex);
  while (!waiting.done)
    g_cond_wait (&waiting.cond, &waiting.mutex);
  g_mutex_unlock (&waiting.mutex);
  g_mutex_clear (&waiting.mutex);
  g_cond_clear (&waiting.cond);
  if (waiting.error != NULL)
    g_propagate_error (error, waiting.error);
  return waiting.result;
}

/**
 * vigie_work_run_task:
 * @data: (transfer full): freed by @destroy_data after the job
 * @destroy_result: frees a result that nobody takes
 * @task: (transfer full): receives the result
 *
 * Runs @job in a thread of @self and goes on at once.
 */
void
vigie_work_run_task (VigieWork *self, VigieWorkKind kind, VigieStoreJob job, gpointer data, GDestroyNotify destroy_data,
                     GDestroyNotify destroy_result, GTask *task)
{
  Job *queued = g_new0 (Job, 1);

  queued->func = job;
  queued->kind = kind;
  queued->data = data;
  queued->destroy_data = destroy_data;
  queued->destroy_result = destroy_result;
  queued->task = task;
  g_set_object (&queued->cancellable, g_task_get_cancellable (task));
  push (self, queued);
}
