// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-board-pack.h"

#include "vigie-drawing.h"

/* The board pack made in a thread of its own; its progress is told where it was asked for. */

typedef struct
{
  VigieOverview *overview;
  char *path; /* NULL where it is drawn for a printer */
  GStrv sections;
  VigieBoardPackOptions options;
  GMainContext *context;
} Job;

typedef struct
{
  VigieProgressFunc progress;
  gpointer data;
  double fraction;
} Tiding;

static void
free_job (gpointer data)
{
  Job *job = data;

  vigie_overview_unref (job->overview);
  g_free (job->path);
  g_strfreev (job->sections);
  g_clear_pointer (&job->options.logo, g_bytes_unref);
  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
progress_told_cb (gpointer data)
{
  Tiding *tiding = data;

  tiding->progress (tiding->fraction, tiding->data);
  return G_SOURCE_REMOVE;
}

/* Never here, not even where that context is at rest, as at the end of the program. */
static void
pass_progress_on (double fraction, gpointer data)
{
  Job *job = data;
  g_autoptr (GSource) source = NULL;
  Tiding *tiding = NULL;

  if (job->options.progress == NULL)
    return;
  tiding = g_new0 (Tiding, 1);
  *tiding = (Tiding) { job->options.progress, job->options.progress_data, fraction };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, progress_told_cb, tiding, g_free);
  g_source_attach (source, job->context);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  VigieBoardPackOptions options = job->options;
  GError *error = NULL;

  options.progress = pass_progress_on;
  options.progress_data = job;
  if (job->path == NULL)
    {
      GPtrArray *pages = vigie_board_pack_draw (job->overview, &options, cancellable, &error);

      if (pages != NULL)
        g_task_return_pointer (task, pages, (GDestroyNotify) g_ptr_array_unref);
      else
        g_task_return_error (task, error);
      return;
    }
  if (vigie_board_pack_write (job->overview, job->path, &options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
begin (VigieOverview *overview, const char *path, const VigieBoardPackOptions *options, gpointer tag,
       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->overview = vigie_overview_ref (overview);
  job->path = g_strdup (path);
  job->context = g_main_context_ref_thread_default ();
  if (options != NULL)
    {
      job->options = *options;
      job->sections = g_strdupv ((char **) options->sections);
      job->options.sections = (const char *const *) job->sections;
      if (options->logo != NULL)
        g_bytes_ref (options->logo);
    }
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, free_job);
  vigie_drawing_run_in_thread (task, make_in_thread);
}

/**
 * vigie_board_pack_write_async:
 * @overview: the numbers
 * @path: the file
 * @options: (nullable): how it is made; its progress is called in the caller's main context, and never after @callback
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 *
 * Does vigie_board_pack_write() without making the caller wait.
 */
void
vigie_board_pack_write_async (VigieOverview *overview, const char *path, const VigieBoardPackOptions *options,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  begin (overview, path, options, vigie_board_pack_write_async, cancellable, callback, user_data);
}

/**
 * vigie_board_pack_write_finish:
 * @result: as handed to the callback
 *
 * Returns: whether it was written; else the errors of vigie_board_pack_write()
 */
gboolean
vigie_board_pack_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * vigie_board_pack_draw_async:
 * @overview: the numbers
 * @options: (nullable): how it is made; its progress as with vigie_board_pack_write_async()
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 *
 * Does vigie_board_pack_draw() without making the caller wait.
 */
void
vigie_board_pack_draw_async (VigieOverview *overview, const VigieBoardPackOptions *options, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  begin (overview, NULL, options, vigie_board_pack_draw_async, cancellable, callback, user_data);
}

/**
 * vigie_board_pack_draw_finish:
 * @result: as handed to the callback
 *
 * Returns: (transfer container) (element-type cairo_surface_t): the pages; %NULL with @error
 */
GPtrArray *
vigie_board_pack_draw_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
