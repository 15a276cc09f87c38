// SPDX-License-Identifier: GPL-3.0-or-later

/* Files that are dropped onto the window: a register is opened, a table is imported into it. */

#include "vigie-in-process.h"
#include "vigie-test.h"

#include "vigie-import-dialog.h"
#include "vigie-seed.h"

static gboolean
takes_files (GtkEventController *controller)
{
  gsize n = 0;
  const GType *types =
    GTK_IS_DROP_TARGET (controller) ? gtk_drop_target_get_gtypes (GTK_DROP_TARGET (controller), &n) : NULL;

  return n > 0 && types[0] == GDK_TYPE_FILE_LIST;
}

/* As GTK tells of a drop. Returns whether it was taken. */
static gboolean
drop (VigieWindow *window, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  guint told = 0;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!takes_files (controller))
        continue;
      g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
      told++;
    }
  g_assert_cmpuint (told, ==, 1);
  return taken;
}

static AdwDialog *
get_dialog (VigieWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
test_dropped (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "r.vigie", NULL);
  g_autofree char *table = g_build_filename (folder, "formations.csv", NULL);
  g_autoptr (VigieStore) store = vigie_seed_create (path, "CH de Valmer", NULL, NULL);
  g_autoptr (VigieApplication) application = vigie_application_new ();
  VigieWindow *window = vigie_in_process_open_window (application);

  g_assert_nonnull (store);
  g_clear_object (&store);
  g_assert_true (g_file_set_contents (table, "Matricule;Module\n1;XM\n", -1, NULL));
  g_assert_true (drop (window, path));
  while (vigie_window_get_store (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (get_dialog (window));
  g_assert_true (drop (window, table));
  g_assert_true (VIGIE_IS_IMPORT_DIALOG (get_dialog (window)));
  /* What is dropped onto a question is no answer to it. */
  g_assert_false (drop (window, table));
  adw_dialog_force_close (get_dialog (window));
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/drop/register-and-table", test_dropped);
  return g_test_run ();
}
