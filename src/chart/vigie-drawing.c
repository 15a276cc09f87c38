// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What draws in a thread. HarfBuzz, which shapes its text, frees what threads share when the program ends, also while
 * one of them is still shaping: a program that draws in threads ends when the last of them is done.
 */

#include "vigie-drawing.h"

static GMutex lock;
static GCond ended;
static guint n_drawing;

static GQuark
func_quark (void)
{
  return g_quark_from_static_string ("vigie-drawing-func");
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc draw = (GTaskThreadFunc) g_object_get_qdata (G_OBJECT (task), func_quark ());

  /* Nobody waits for a drawing that was cancelled before it began. */
  if (!g_task_return_error_if_cancelled (task))
    draw (task, source, data, cancellable);
  g_mutex_lock (&lock);
  if (--n_drawing == 0)
    g_cond_broadcast (&ended);
  g_mutex_unlock (&lock);
}

/**
 * vigie_drawing_run_in_thread:
 * @func: draws, and returns from @task
 *
 * As g_task_run_in_thread(), for what draws.
 */
void
vigie_drawing_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  g_return_if_fail (G_IS_TASK (task));

  g_mutex_lock (&lock);
  n_drawing++;
  g_mutex_unlock (&lock);
  g_object_set_qdata (G_OBJECT (task), func_quark (), func);
  g_task_run_in_thread (task, run);
}

/**
 * vigie_drawing_wait:
 *
 * Returns when nothing is drawn in a thread any more. For the end of main().
 */
void
vigie_drawing_wait (void)
{
  g_mutex_lock (&lock);
  while (n_drawing > 0)
    g_cond_wait (&ended, &lock);
  g_mutex_unlock (&lock);
}
