// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-in-process.h"

#include "vigie-demo.h"

/**
 * vigie_in_process_new_demo:
 *
 * Returns: (transfer full): a small demonstration register, made in @folder and opened to be read
 */
VigieStore *
vigie_in_process_new_demo (const char *folder)
{
  VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_SMALL, .seed = 1, .today = VIGIE_IN_PROCESS_TODAY };
  g_autofree char *path = g_build_filename (folder, "demo.vigie", NULL);
  g_autoptr (GError) error = NULL;
  VigieStore *store;

  g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  return store;
}

/**
 * vigie_in_process_load_overview:
 *
 * Returns: (transfer full): what @store answers about its day
 */
VigieOverview *
vigie_in_process_load_overview (VigieStore *store)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (VIGIE_IN_PROCESS_TODAY, NULL, NULL);
  g_autoptr (GError) error = NULL;
  VigieOverview *overview = vigie_overview_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  return overview;
}

/**
 * vigie_in_process_open_window:
 *
 * Returns: (transfer none): a window of @application, which is registered by it, on the shelf
 */
VigieWindow *
vigie_in_process_open_window (VigieApplication *application)
{
  VigieWindow *window;
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  window = vigie_window_new (ADW_APPLICATION (application));
  vigie_window_set_store (window, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}
