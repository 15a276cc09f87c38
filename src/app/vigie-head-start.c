// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieHeadStart: opens a register and works out its overview in a thread while GTK itself starts, so
 * that the first picture of the window is the register's.
 *
 * Of a large register the overview is not waited for: its facts are being read when the window is there, which then
 * shows what does not depend on them.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-head-start.h"

#include "vigie-facts.h"

#include <glib/gstdio.h>

/* The overview of a register of so many bytes takes about as long as GTK does to start. */
#define LARGE (64 * 1024 * 1024)

struct _VigieHeadStart
{
  GObject parent_instance;

  char *path;
  VigieScope *scope;

  gboolean done;
  GError *error;

  GMutex mutex;
  VigieStore *store;
  VigieOverview *overview;

  GTask *waiting;
};

G_DEFINE_FINAL_TYPE (VigieHeadStart, vigie_head_start, G_TYPE_OBJECT)

static gboolean
is_large (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > LARGE;
}

static void
put_store (VigieHeadStart *self, VigieStore *store, VigieOverview *overview)
{
  g_mutex_lock (&self->mutex);
  self->store = g_object_ref (store);
  self->overview = overview != NULL ? vigie_overview_ref (overview) : NULL;
  g_mutex_unlock (&self->mutex);
}

static void
run_thread (GTask *task, gpointer source, gpointer data G_GNUC_UNUSED, GCancellable *cancellable)
{
  VigieHeadStart *self = source;
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = vigie_store_open (self->path, VIGIE_OPEN_EDIT, cancellable, &error);
  if (store != NULL && is_large (self->path))
    /* They are kept, so that whoever asks next waits for no more than the rest of the reading. */
    vigie_facts_load_async (store, self->scope, NULL, NULL, NULL);
  else if (store != NULL)
    overview = vigie_overview_load (store, self->scope, cancellable, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  put_store (self, store, overview);
  g_task_return_boolean (task, TRUE);
}

static void
answer (VigieHeadStart *self)
{
  g_autoptr (GTask) waiting = g_steal_pointer (&self->waiting);

  if (waiting == NULL)
    return;
  if (self->error != NULL)
    g_task_return_error (waiting, g_error_copy (self->error));
  else
    g_task_return_boolean (waiting, TRUE);
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieHeadStart *self = VIGIE_HEAD_START (source);

  g_task_propagate_boolean (G_TASK (result), &self->error);
  self->done = TRUE;
  answer (self);
}

static void
vigie_head_start_finalize (GObject *object)
{
  VigieHeadStart *self = VIGIE_HEAD_START (object);

  g_free (self->path);
  g_clear_pointer (&self->scope, vigie_scope_unref);
  g_clear_pointer (&self->overview, vigie_overview_unref);
  g_clear_object (&self->store);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (vigie_head_start_parent_class)->finalize (object);
}

static void
vigie_head_start_class_init (VigieHeadStartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_head_start_finalize;
}

static void
vigie_head_start_init (VigieHeadStart *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * vigie_head_start_new:
 * @path: what may be a register
 *
 * Begins at once, and needs no main loop to go on.
 *
 * Returns: (transfer full): the head start
 */
VigieHeadStart *
vigie_head_start_new (const char *path, VigieScope *scope)
{
  VigieHeadStart *self = g_object_new (VIGIE_TYPE_HEAD_START, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, run_cb, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->scope = vigie_scope_ref (scope);
  g_task_set_source_tag (task, vigie_head_start_new);
  g_task_run_in_thread (task, run_thread);
  return self;
}

/**
 * vigie_head_start_is_for:
 *
 * Returns: whether it opens the file at @path
 */
gboolean
vigie_head_start_is_for (VigieHeadStart *self, const char *path)
{
  g_return_val_if_fail (VIGIE_IS_HEAD_START (self) && path != NULL, FALSE);

  return g_str_equal (self->path, path);
}

/**
 * vigie_head_start_take:
 * @overview: (out) (transfer full) (nullable): what the register answers; %NULL where that takes longer
 *
 * Returns: (transfer full) (nullable): the register, where it is there by now
 */
VigieStore *
vigie_head_start_take (VigieHeadStart *self, VigieOverview **overview)
{
  VigieStore *store;

  g_return_val_if_fail (VIGIE_IS_HEAD_START (self) && overview != NULL, NULL);

  g_mutex_lock (&self->mutex);
  store = g_steal_pointer (&self->store);
  *overview = g_steal_pointer (&self->overview);
  g_mutex_unlock (&self->mutex);
  return store;
}

/**
 * vigie_head_start_wait_async:
 *
 * Calls back once the register is open and its overview, where it is waited for, known; at most one may wait.
 */
void
vigie_head_start_wait_async (VigieHeadStart *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (VIGIE_IS_HEAD_START (self) && self->waiting == NULL);

  self->waiting = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->waiting, vigie_head_start_wait_async);
  if (self->done)
    answer (self);
}

/**
 * vigie_head_start_wait_finish:
 * @overview: (out) (transfer full) (nullable): as vigie_head_start_take() has it
 *
 * Returns: (transfer full): the register; %NULL with @error set
 */
VigieStore *
vigie_head_start_wait_finish (VigieHeadStart *self, GAsyncResult *result, VigieOverview **overview, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return vigie_head_start_take (self, overview);
}
