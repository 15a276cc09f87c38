// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * shoot-presenter REGISTER MEETING FOLDER LANG STYLE WIDTHxHEIGHT: what the one who presents has before him, of three
 * slides of a meeting, each as FOLDER/presenter-N-LANG-STYLE-WIDTHxHEIGHT.png. The screen is to be of that size.
 */

#include "vigie-tour.h"

#include "vigie-application.h"
#include "vigie-format.h"
#include "vigie-presenter-window.h"

#include <stdio.h>
#include <stdlib.h>

#define TODAY vigie_date_new (2026, 11, 28)

static void
take (GtkWidget *window, const char *path)
{
  const char *const command[] = { "import", "-silent", "-window", "root", path, NULL };
  g_autoptr (GSubprocess) import = NULL;
  g_autoptr (GError) error = NULL;

  vigie_tour_settle (window);
  import = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (import, NULL, &error));
  g_assert_no_error (error);
}

static VigieDeck *
load (const char *path, const char *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieScope) scope = vigie_scope_new (TODAY, NULL, NULL);
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_autoptr (VigieOverview) overview = NULL;
  VigieDeck *deck;

  g_assert_no_error (error);
  overview = vigie_overview_load (store, scope, NULL, &error);
  g_assert_no_error (error);
  deck = vigie_deck_load (store, overview, meeting, TODAY, NULL, &error);
  g_assert_no_error (error);
  return deck;
}

int
main (int argc, char *argv[])
{
  g_autoptr (VigieApplication) application = NULL;
  g_autoptr (VigieDeck) deck = NULL;
  g_auto (GStrv) size = NULL;
  g_autoptr (GError) error = NULL;
  VigiePresenterWindow *presenter;
  gboolean dark;

  if (argc != 7)
    {
      fprintf (stderr, "Usage: shoot-presenter REGISTER MEETING FOLDER LANG STYLE WIDTHxHEIGHT\n");
      return EXIT_FAILURE;
    }
  dark = g_str_equal (argv[5], "dark");
  size = g_strsplit (argv[6], "x", 2);
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", dark ? "prefer-dark" : "default", TRUE);
  gtk_disable_setlocale ();
  vigie_language_init (argv[4]);
  adw_init ();
  application = vigie_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  deck = load (argv[1], argv[2]);
  presenter = g_object_new (VIGIE_TYPE_PRESENTER_WINDOW, "application", application, "decorated", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (presenter), atoi (size[0]), atoi (size[1]));
  gtk_window_present (GTK_WINDOW (presenter));
  for (guint i = 0; i < 3; i++)
    {
      guint slide = i * (vigie_deck_get_n_slides (deck) - 1) / 2;
      g_autofree char *path =
        g_strdup_printf ("%s/presenter-%u-%s-%s-%s.png", argv[3], i + 1, argv[4], argv[5], argv[6]);

      vigie_presenter_window_show (presenter, deck, slide,
                                   vigie_palette_get (dark ? VIGIE_PALETTE_CONTRAST_DARK : VIGIE_PALETTE_CONTRAST));
      take (GTK_WIDGET (presenter), path);
    }
  gtk_window_destroy (GTK_WINDOW (presenter));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return EXIT_SUCCESS;
}
