// SPDX-License-Identifier: GPL-3.0-or-later

/* What a printer is handed, as a PDF. */

#include "vigie-in-process.h"
#include "vigie-test.h"

#include "vigie-board-pack.h"
#include "vigie-format.h"
#include "vigie-pack-print.h"
#include "vigie-system-sheet.h"
#include "vigie-system.h"

#include <adwaita.h>
#include <string.h>

/* The words of a PDF, one after the other. */
static char *
dup_words (const char *path)
{
  g_autofree char *command = g_strdup_printf ("pdftotext '%s' -", path);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, &error));
  g_assert_no_error (error);
  g_strdelimit (text, "\n\f", ' ');
  words = g_regex_split_simple (" +", g_strstrip (text), 0, 0);
  return g_strjoinv (" ", words);
}

/* What a printer is handed, as a PDF. */
static void
print_to (GPtrArray *pages, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = vigie_pack_print_new (pages, "job");
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

/* What a printer is handed has the pages of the pack. */
static void
test_print (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  g_autoptr (VigieOverview) overview = vigie_in_process_load_overview (store);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  static const char *const sections[] = { VIGIE_PACK_ESSENTIALS, "trust-map", NULL };
  VigieBoardPackOptions options = { .sections = sections };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = vigie_board_pack_draw (overview, &options, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, >=, 3);
  print_to (pages, path);
  text = dup_words (path);
  g_assert_nonnull (strstr (text, "The essentials"));
  g_assert_nonnull (strstr (text, "Which systems deserve trust today?"));
  vigie_test_remove_folder (folder);
}

/* The sheet of a system on paper says word for word what its file says. */
static void
test_print_sheet (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_in_process_new_demo (folder);
  g_autoptr (VigieOverview) overview = vigie_in_process_load_overview (store);
  const VigieQuery query = { .entity = &vigie_system_entity, .sort_field = VIGIE_SYSTEM_CODE, .limit = 1 };
  g_autoptr (GPtrArray) systems = vigie_store_list (store, &query, NULL, NULL, NULL);
  const char *code = vigie_record_get_text (g_ptr_array_index (systems, 0), VIGIE_SYSTEM_CODE);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDossier) dossier = vigie_dossier_load (store, overview, code, NULL, &error);
  g_autoptr (GPtrArray) pages = vigie_system_sheet_draw (dossier);
  g_autofree char *printed = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *written = g_build_filename (folder, "written.pdf", NULL);
  g_autofree char *on_paper = NULL;
  g_autofree char *in_file = NULL;

  g_assert_no_error (error);
  print_to (pages, printed);
  g_assert_true (vigie_system_sheet_write (dossier, written, 0, &error));
  g_assert_no_error (error);
  on_paper = dup_words (printed);
  in_file = dup_words (written);
  g_assert_nonnull (strstr (in_file, code));
  g_assert_cmpstr (on_paper, ==, in_file);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  gtk_disable_setlocale ();
  vigie_language_init ("en");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/print/pack", test_print);
  g_test_add_func ("/app/print/sheet", test_print_sheet);
  return g_test_run ();
}
