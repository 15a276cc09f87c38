// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How long the main loop is kept from answering. Between two polls of it, whatever is done is one block; each that takes
 * longer than a frame is written down as it ends, with the time of the processor it took of it, which other programs on
 * a busy machine do not lengthen, and how long of that went into pixels: on a desktop the graphics card paints them, in
 * tests the processor does. It is there for the tests, and for whoever looks for what blocks.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-watchdog.h"

#include <stdio.h>
#include <time.h>

#define FRAME_US 16000

/* A poll function has no data of its own, and the main loop there is one. */
static struct
{
  FILE *log;
  VigieWatchdogNote note;
  gpointer note_data;
  GPollFunc poll;
  gint64 woke;
  gint64 woke_thread;
  gint64 paints_since; /* 0 where no window is painting */
  gint64 painted;
  gint64 longest;
  gint64 longest_own;
} watch;

/* The time of the processor that this thread has had, in microseconds. */
static gint64
thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
note_block (void)
{
  gint64 block = g_get_monotonic_time () - watch.woke;
  gint64 block_thread = thread_time () - watch.woke_thread;

  watch.longest = MAX (watch.longest, block);
  watch.longest_own = MAX (watch.longest_own, block_thread - watch.painted);
  if (watch.note != NULL)
    watch.note (block, block_thread - watch.painted, watch.note_data);
  if (watch.log == NULL || block < FRAME_US)
    return;
  fprintf (watch.log, "block %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", block, block_thread,
           watch.painted);
  fflush (watch.log);
}

static int
watched_poll (GPollFD *descriptors, guint n, int timeout)
{
  int result;

  if (watch.woke != 0)
    note_block ();
  result = watch.poll (descriptors, n, timeout);
  watch.woke = g_get_monotonic_time ();
  watch.woke_thread = thread_time ();
  watch.painted = 0;
  return result;
}

static void
painted_cb (void)
{
  if (watch.paints_since != 0)
    watch.painted += thread_time () - watch.paints_since;
  watch.paints_since = 0;
}

/**
 * vigie_watchdog_note_snapshot:
 * @window: which has just said what is to be seen of it; what follows in the frame is to paint it
 */
void
vigie_watchdog_note_snapshot (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  if (watch.poll == NULL || clock == NULL)
    return;
  watch.paints_since = thread_time ();
  if (g_signal_handler_find (clock, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, painted_cb, NULL) == 0)
    g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
begin (void)
{
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watched_poll);
}

/**
 * vigie_watchdog_listen:
 * @note: is told of every block as it ends, however short
 *
 * Watches the main loop from now on, for whoever measures it.
 */
void
vigie_watchdog_listen (VigieWatchdogNote note, gpointer data)
{
  g_return_if_fail (watch.poll == NULL);

  watch.note = note;
  watch.note_data = data;
  begin ();
}

/**
 * vigie_watchdog_start:
 * @path: (nullable): where blocks are written down, a line each: `block`, how long it took, how long of the
 *   processor, and how long of that was painting, in microseconds; %NULL watches nothing
 *
 * Watches the main loop from now on.
 */
void
vigie_watchdog_start (const char *path)
{
  watch.log = path != NULL ? fopen (path, "a") : NULL;
  if (watch.log != NULL)
    begin ();
}

/**
 * vigie_watchdog_end:
 *
 * Writes down the longest block of all, and the longest of the processor without painting.
 */
void
vigie_watchdog_end (void)
{
  if (watch.log == NULL)
    return;
  fprintf (watch.log, "longest %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", watch.longest, watch.longest_own);
  g_main_context_set_poll_func (NULL, watch.poll);
  watch.poll = NULL;
  fclose (watch.log);
  watch.log = NULL;
}
