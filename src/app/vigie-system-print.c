// SPDX-License-Identifier: GPL-3.0-or-later

/* The sheet of an AI system out of the window: as a PDF, or on a printer. */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-system-print.h"

#include "vigie-drawing.h"
#include "vigie-pack-print.h"
#include "vigie-system-sheet.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
tell (GtkWidget *page, const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (page, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                                 g_object_new (ADW_TYPE_TOAST, "title", message, "use-markup", FALSE, NULL));
}

/* --- as a file ------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *page;
  VigieDossier *dossier;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  vigie_dossier_unref (saving->dossier);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  g_autoptr (GError) error = NULL;

  tell (page, vigie_system_sheet_write_finish (result, &error) ? _ ("Sheet saved") : error->message);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    vigie_system_sheet_write_async (saving->dossier, path, written_cb, g_object_ref (saving->page));
}

/**
 * vigie_system_print_save:
 * @page: on which the system is shown
 *
 * Asks where to, and writes the sheet of a system as a PDF.
 */
void
vigie_system_print_save (GtkWidget *page, VigieDossier *dossier)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file = g_strconcat (vigie_dossier_get_name (dossier), ".pdf", NULL);
  Saving *saving = g_new0 (Saving, 1);

  *saving = (Saving) { g_object_ref (page), vigie_dossier_ref (dossier) };
  g_strdelimit (file, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _ ("Save the Sheet"));
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (page)), NULL, place_chosen_cb, saving);
}

/* --- on paper -------------------------------------------------------------------------------------- */

static void
draw_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  g_task_return_pointer (task, vigie_system_sheet_draw (data), (GDestroyNotify) g_ptr_array_unref);
}

static void
done_cb (GtkWidget *page, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell (page, error->message);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = GTK_WIDGET (source);
  VigieDossier *dossier = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) pages = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GtkPrintOperation) operation = vigie_pack_print_new (pages, vigie_dossier_get_name (dossier));
  GtkRoot *root = gtk_widget_get_root (page);

  if (root == NULL)
    return;
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), page, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root), NULL);
}

/**
 * vigie_system_print:
 * @page: on which the system is shown
 *
 * Asks for a printer, and prints the sheet of a system.
 */
void
vigie_system_print (GtkWidget *page, VigieDossier *dossier)
{
  g_autoptr (GTask) task = g_task_new (page, NULL, drawn_cb, NULL);

  g_task_set_source_tag (task, vigie_system_print);
  g_task_set_task_data (task, vigie_dossier_ref (dossier), (GDestroyNotify) vigie_dossier_unref);
  vigie_drawing_run_in_thread (task, draw_in_thread);
}
