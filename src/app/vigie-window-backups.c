// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The backups of the open register: a list of them, one more when it is asked for, and the way back to one.
 * What the register is now is kept among them before another takes its place.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-backup.h"
#include "vigie-clock.h"

#include <glib/gi18n.h>

#define DIALOG_WIDTH 560
#define DIALOG_HEIGHT 600
/* The register that was open a moment ago may still be closing. */
#define CLOSING_TRIES 50
#define CLOSING_WAIT_US (100 * 1000)

typedef struct
{
  VigieWindow *window;
  char *path;
  char *backup;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  g_object_unref (restoring->window);
  g_free (restoring->path);
  g_free (restoring->backup);
  g_free (restoring);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VigieWindow *window = VIGIE_WINDOW (source);
  g_autofree char *path = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    vigie_window_show_failure (window, _ ("The Backup Could Not Be Restored"), error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-path", "s", path);
}

static void
restore_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  Restoring *restoring = data;
  GError *error = NULL;

  for (guint i = 0; i < CLOSING_TRIES; i++)
    {
      g_clear_error (&error);
      if (vigie_backup_restore (restoring->path, restoring->backup, NULL, NULL, NULL, cancellable, &error))
        {
          g_task_return_boolean (task, TRUE);
          return;
        }
      if (!g_error_matches (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY))
        break;
      g_usleep (CLOSING_WAIT_US);
    }
  g_task_return_error (task, error);
}

/* The register is closed, replaced and opened again. */
static void
restore_answered_cb (Restoring *restoring, const char *response)
{
  VigieWindow *window = restoring->window;
  g_autoptr (GTask) task = NULL;
  Restoring *copy;

  if (!g_str_equal (response, "restore"))
    return;
  copy = g_new0 (Restoring, 1);
  copy->window = g_object_ref (window);
  copy->path = g_strdup (restoring->path);
  copy->backup = g_strdup (restoring->backup);
  task = g_task_new (window, NULL, restored_cb, g_strdup (restoring->path));
  g_task_set_task_data (task, copy, restoring_free);
  while (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-register", NULL);
  g_task_run_in_thread (task, restore_in_thread);
}

static void
closure_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  restoring_free (data);
}

static void
restore_clicked_cb (GtkWidget *button, const Restoring *restoring)
{
  AdwAlertDialog *question;
  Restoring *copy = g_new0 (Restoring, 1);

  copy->window = g_object_ref (restoring->window);
  copy->path = g_strdup (restoring->path);
  copy->backup = g_strdup (restoring->backup);
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Go Back to This Backup?"), NULL));
  adw_alert_dialog_set_body (question, _ ("What the register holds now is kept among its backups."));
  adw_alert_dialog_add_responses (question, "cancel", _ ("_Cancel"), "restore", _ ("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (question, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "cancel");
  g_signal_connect_data (question, "response", G_CALLBACK (restore_answered_cb), copy, closure_free, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), button);
}

static void
add_backup (AdwPreferencesGroup *group, VigieWindow *window, const VigieBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore"));
  g_autofree char *when = vigie_clock_dup_local (backup->made_at);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *detail = g_strdup_printf ("%s · %s", vigie_backup_reason_label (backup->reason), size);
  /* Translators: what a button does, for a screen reader; %s is when a backup was made */
  g_autofree char *said = g_strdup_printf (_ ("Restore the backup of %s"), when);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->window = g_object_ref (window);
  restoring->path = g_strdup (vigie_store_get_path (vigie_session_get_store (window->session)));
  restoring->backup = g_strdup (backup->path);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (restore_clicked_cb), restoring, closure_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
show_backups (AdwToolbarView *view, VigieWindow *window)
{
  const char *path = vigie_store_get_path (vigie_session_get_store (window->session));
  g_autoptr (GPtrArray) backups = vigie_backup_list (path);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_description (
    group, backups->len > 0 ? _ ("One is made before each import, before the first change of a day and when asked for. "
                                 "The last ten are kept, beside the register.")
                            : _ ("There is none yet. One is made before each import and before the first change of "
                                 "a day."));
  for (guint i = 0; i < backups->len; i++)
    add_backup (group, window, g_ptr_array_index (backups, i));
  adw_preferences_page_add (page, group);
  adw_toolbar_view_set_content (view, GTK_WIDGET (page));
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwToolbarView) view = data;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (view)));
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieBackup) backup = vigie_store_back_up_finish (VIGIE_STORE (source), result, &error);

  if (root == NULL || !VIGIE_IS_WINDOW (root) || VIGIE_WINDOW (root)->session == NULL)
    return;
  if (backup == NULL)
    vigie_window_show_failure (VIGIE_WINDOW (root), _ ("No Backup Could Be Made"), error);
  else
    show_backups (view, VIGIE_WINDOW (root));
}

static void
back_up_clicked_cb (AdwToolbarView *view, GtkWidget *button G_GNUC_UNUSED)
{
  VigieWindow *window = VIGIE_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));

  if (window->session != NULL)
    vigie_store_back_up_async (vigie_session_get_store (window->session), NULL, backed_up_cb, g_object_ref (view));
}

static void
show_backups_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);
  AdwDialog *dialog;
  GtkWidget *view, *header, *button;

  if (self->session == NULL)
    return;
  dialog = adw_dialog_new ();
  view = adw_toolbar_view_new ();
  header = adw_header_bar_new ();
  button = gtk_button_new_with_mnemonic (_ ("_Back Up Now"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (back_up_clicked_cb), view, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  show_backups (ADW_TOOLBAR_VIEW (view), self);
  adw_dialog_set_title (dialog, _ ("Backups"));
  adw_dialog_set_content_width (dialog, DIALOG_WIDTH);
  adw_dialog_set_content_height (dialog, DIALOG_HEIGHT);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, widget);
}

/**
 * vigie_window_install_backup_actions:
 *
 * Adds the actions of this file to a class.
 */
void
vigie_window_install_backup_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-backups", NULL, show_backups_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-backups",
                                       NULL);
}
