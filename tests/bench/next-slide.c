// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * next-slide [before] RUNS WIDTHxHEIGHT [REGISTER]: what it takes from a key of the clicker until the next slide is
 * painted, in milliseconds on the clock and of the thread of the window, a line each time. With "before" until it is
 * handed over to be painted, which a graphics card does elsewhere and this display does in software. Without a register
 * it is what anybody takes: an empty window of that size that paints one ready picture after the other.
 */

#include "vigie-application.h"
#include "vigie-committee-window-private.h"
#include "vigie-drawing.h"
#include "vigie-format.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TODAY vigie_date_new (2026, 11, 28)

typedef struct
{
  GtkWindow *window;
  gboolean before;
  gboolean waiting;
  double wall_since;
  double own_since;
} Watch;

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
tell (Watch *watch)
{
  if (!watch->waiting)
    return;
  watch->waiting = FALSE;
  printf ("%.3f %.3f\n", read_clock (CLOCK_MONOTONIC) - watch->wall_since,
          read_clock (CLOCK_THREAD_CPUTIME_ID) - watch->own_since);
}

/* The slide says so when it is handed over. */
static GLogWriterOutput
said_cb (GLogLevelFlags level G_GNUC_UNUSED, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_suffix (fields[i].value, "after it was asked for"))
      tell (data);
  return G_LOG_WRITER_HANDLED;
}

static void
after_paint_cb (Watch *watch)
{
  tell (watch);
}

static void
begin (Watch *watch)
{
  watch->waiting = TRUE;
  watch->wall_since = read_clock (CLOCK_MONOTONIC);
  watch->own_since = read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static void
watch_frames (Watch *watch)
{
  if (watch->before)
    {
      g_log_set_debug_enabled (TRUE);
      g_log_set_writer_func (said_cb, watch, NULL);
      return;
    }
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (watch->window)), "after-paint",
                            G_CALLBACK (after_paint_cb), watch);
}

static void
wait_until_told (Watch *watch)
{
  while (watch->waiting)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* --- ours --------------------------------------------------------------------------------------------- */

static GtkWindow *
begin_committee (VigieApplication *application, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieScope) scope = vigie_scope_new (TODAY, NULL, NULL);
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieSession) session = NULL;
  GtkWidget *parent = adw_application_window_new (GTK_APPLICATION (application));

  g_assert_no_error (error);
  overview = vigie_overview_load (store, scope, NULL, &error);
  g_assert_no_error (error);
  session = vigie_session_new (store, scope, overview);
  vigie_committee_window_present (GTK_WINDOW (parent), session);
  return GTK_WINDOW (gtk_application_get_windows (GTK_APPLICATION (application))->data);
}

static void
turn_pages (Watch *watch, guint runs)
{
  VigieCommitteeWindow *wall = VIGIE_COMMITTEE_WINDOW (watch->window);
  gboolean back = FALSE;

  for (guint i = 0; i < runs; i++)
    {
      guint slide = vigie_slide_view_get_slide (wall->view);
      guint n = vigie_deck_get_n_slides (vigie_slide_view_get_deck (wall->view));

      while (!vigie_slide_view_is_ready (wall->view))
        g_main_context_iteration (NULL, TRUE);
      back = slide + 1 >= n || (back && slide > 0);
      begin (watch);
      vigie_committee_window_take_key (wall, back ? GDK_KEY_Page_Up : GDK_KEY_Page_Down, 0, 0);
      wait_until_told (watch);
    }
}

/* --- anybody's ---------------------------------------------------------------------------------------- */

static GdkTexture *
new_picture (int width, int height, guint8 shade)
{
  gsize stride = (gsize) width * 4;
  g_autofree guint8 *pixels = g_malloc (stride * (gsize) height);
  g_autoptr (GBytes) bytes = NULL;

  memset (pixels, shade, stride * (gsize) height);
  bytes = g_bytes_new_take (g_steal_pointer (&pixels), stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes, stride);
}

static void
swap_pictures (Watch *watch, guint runs, int width, int height)
{
  g_autoptr (GdkTexture) first = new_picture (width, height, 0xff);
  g_autoptr (GdkTexture) second = new_picture (width, height, 0xf0);
  GtkWidget *picture = gtk_window_get_child (watch->window);

  for (guint i = 0; i < runs; i++)
    {
      begin (watch);
      gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (i % 2 == 0 ? first : second));
      wait_until_told (watch);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (VigieApplication) application = NULL;
  gboolean before = argc > 1 && g_str_equal (argv[1], "before");
  int first = before ? 2 : 1, width, height;
  guint runs;
  Watch watch = { .before = before };

  if (argc < first + 2 || sscanf (argv[first + 1], "%dx%d", &width, &height) != 2)
    {
      fprintf (stderr, "Usage: next-slide [before] RUNS WIDTHxHEIGHT [REGISTER]\n");
      return EXIT_FAILURE;
    }
  runs = (guint) atoi (argv[first]);
  gtk_disable_setlocale ();
  vigie_language_init ("en");
  adw_init ();
  application = vigie_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  if (argc > first + 2)
    watch.window = begin_committee (application, argv[first + 2]);
  else
    {
      watch.window = GTK_WINDOW (gtk_application_window_new (GTK_APPLICATION (application)));
      gtk_window_set_child (watch.window, gtk_picture_new ());
    }
  gtk_window_set_decorated (watch.window, FALSE);
  gtk_window_set_default_size (watch.window, width, height);
  gtk_window_present (watch.window);
  while (gtk_widget_get_width (GTK_WIDGET (watch.window)) != width)
    g_main_context_iteration (NULL, TRUE);
  watch_frames (&watch);
  if (VIGIE_IS_COMMITTEE_WINDOW (watch.window))
    turn_pages (&watch, runs);
  else
    swap_pictures (&watch, runs, width, height);
  vigie_drawing_wait ();
  return EXIT_SUCCESS;
}
