// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Meetings in the window: to prepare one, to show it on the wall, to write its minutes.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include <glib/gi18n.h>

#include "vigie-clock.h"
#include "vigie-committee-window.h"
#include "vigie-drawing.h"
#include "vigie-meeting-dialog.h"
#include "vigie-minutes.h"
#include "vigie-output.h"

typedef struct
{
  VigieWindow *window;
  char *meeting;
  char *path;
  VigieDeck *deck;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->window);
  g_free (writing->meeting);
  g_free (writing->path);
  g_clear_pointer (&writing->deck, vigie_deck_unref);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
prepare_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieWindow *self = VIGIE_WINDOW (widget);

  if (self->session != NULL)
    vigie_meeting_dialog_present (widget, self->session, g_variant_get_string (parameter, NULL));
}

static void
present_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  VigieWindow *self = VIGIE_WINDOW (widget);

  if (self->session != NULL && vigie_session_get_overview (self->session) != NULL)
    vigie_committee_window_present_meeting (GTK_WINDOW (self), self->session, g_variant_get_string (parameter, NULL));
}

static void
write_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  Writing *writing = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
    vigie_minutes_write (writing->deck, vigie_minutes_format_from_path (writing->path), &error);

  if (bytes != NULL && vigie_output_write (writing->path, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (source);
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (writing->path);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      vigie_window_show_failure (self, _ ("The Minutes Could Not Be Saved"), error);
      return;
    }
  title = g_strdup_printf (_ ("“%s” saved"), name);
  adw_toast_overlay_add_toast (self->toast_overlay,
                               g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL));
}

static void
deck_loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  writing->deck = vigie_deck_load_finish (result, &error);
  if (writing->deck == NULL)
    {
      vigie_window_show_failure (writing->window, _ ("The Minutes Could Not Be Saved"), error);
      return;
    }
  task = g_task_new (writing->window, NULL, written_cb, NULL);
  g_task_set_source_tag (task, deck_loaded_cb);
  g_task_set_task_data (task, g_steal_pointer (&writing), writing_free);
  vigie_drawing_run_in_thread (task, write_in_thread);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  VigieSession *session = writing->window->session;

  if (file == NULL || session == NULL || vigie_session_get_overview (session) == NULL)
    return;
  writing->path = g_file_get_path (file);
  if (writing->path != NULL)
    vigie_deck_load_async (vigie_session_get_store (session), vigie_session_get_overview (session), writing->meeting,
                           vigie_clock_today (), NULL, deck_loaded_cb, g_steal_pointer (&writing));
}

static void
minutes_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Writing *writing = g_new0 (Writing, 1);
  g_autofree char *file = NULL;

  writing->window = g_object_ref (VIGIE_WINDOW (widget));
  writing->meeting = g_variant_dup_string (parameter, NULL);
  file = g_strconcat (writing->meeting, ".pdf", NULL);
  gtk_file_dialog_set_title (dialog, _ ("Save the Minutes (as .pdf, .odt, .fodt or .md)"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (file, "/\\", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, place_chosen_cb, writing);
}

/**
 * vigie_window_install_meeting_actions:
 *
 * Adds the actions of this file to a class.
 */
void
vigie_window_install_meeting_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.prepare-meeting", "s", prepare_action);
  gtk_widget_class_install_action (widget_class, "win.present-meeting", "s", present_action);
  gtk_widget_class_install_action (widget_class, "win.save-minutes", "s", minutes_action);
}
