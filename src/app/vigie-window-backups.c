// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The backups of the open register: a list of them, one more when it is asked for, and the way back to one.
 * What the register is now is kept among them before another takes its place.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-backup.h"
#include "vigie-clock.h"
#include "vigie-setting.h"

#include <glib/gi18n.h>

#define DIALOG_WIDTH 560
#define DIALOG_HEIGHT 600
#define KEPT_MAX 1000
#define KEPT_REST_MS 800
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

/* --- how many are kept ----------------------------------------------------------------------------- */

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *records = data;

  return records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

static void
kept_put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autoptr (GError) error = NULL;

  if (!vigie_store_put_finish (VIGIE_STORE (source), result, NULL, &error))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error->message);
}

/* One change, once the number has come to rest. */
static gboolean
kept_due_cb (gpointer data)
{
  GtkWidget *row = data;
  VigieStore *store = g_object_get_data (G_OBJECT (row), "store");
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  VigieRecord *record = vigie_record_new (&vigie_setting_entity);
  g_autofree char *number = g_strdup_printf ("%d", (int) adw_spin_row_get_value (ADW_SPIN_ROW (row)));

  g_object_set_data (G_OBJECT (row), "due", NULL);
  vigie_record_set_text (record, VIGIE_SETTING_CODE, VIGIE_BACKUPS_KEPT_SETTING);
  vigie_record_set_text (record, VIGIE_SETTING_VALUE, number);
  g_ptr_array_add (records, record);
  vigie_store_put_async (store, next_record, NULL, records, (GDestroyNotify) g_ptr_array_unref, VIGIE_PUT_DEFAULT, NULL,
                         kept_put_cb, g_object_ref (row));
  return G_SOURCE_REMOVE;
}

static void
kept_changed_cb (GtkWidget *row)
{
  guint due = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "due"));

  if (due != 0)
    g_source_remove (due);
  due = g_timeout_add_full (G_PRIORITY_DEFAULT, KEPT_REST_MS, kept_due_cb, g_object_ref (row), g_object_unref);
  g_object_set_data (G_OBJECT (row), "due", GUINT_TO_POINTER (due));
}

static void
kept_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autoptr (VigieRecord) record = vigie_store_find_finish (VIGIE_STORE (source), result, NULL);
  const char *text = record != NULL ? vigie_record_get_text (record, VIGIE_SETTING_VALUE) : NULL;
  guint64 kept = VIGIE_BACKUPS_KEPT;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, KEPT_MAX, &kept, NULL))
    kept = VIGIE_BACKUPS_KEPT;
  adw_spin_row_set_value (ADW_SPIN_ROW (row), (double) kept);
  gtk_widget_set_sensitive (row, !vigie_store_is_read_only (VIGIE_STORE (source)));
  g_signal_connect (row, "notify::value", G_CALLBACK (kept_changed_cb), NULL);
}

/* It is a setting of the register, for whoever opens it. */
static void
add_kept (AdwPreferencesPage *page, VigieStore *store)
{
  GtkWidget *row = adw_spin_row_new_with_range (1, KEPT_MAX, 1);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_setting_entity);

  vigie_record_set_text (key, VIGIE_SETTING_CODE, VIGIE_BACKUPS_KEPT_SETTING);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Backups Kept"));
  gtk_widget_set_sensitive (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "store", g_object_ref (store), g_object_unref);
  adw_preferences_group_add (group, row);
  adw_preferences_page_add (page, group);
  vigie_store_find_async (store, key, NULL, kept_found_cb, g_object_ref (row));
}

static void show_backups (AdwToolbarView *view, VigieWindow *window);

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
back_up_activated_cb (AdwToolbarView *view, GtkWidget *row)
{
  VigieWindow *window = VIGIE_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));

  if (window->session == NULL)
    return;
  gtk_widget_set_sensitive (row, FALSE);
  vigie_store_back_up_async (vigie_session_get_store (window->session), NULL, backed_up_cb, g_object_ref (view));
}

/* A row of its own: in the header it would leave no room for the title of a narrow window. */
static GtkWidget *
add_back_up (AdwPreferencesPage *page, AdwToolbarView *view)
{
  GtkWidget *row = adw_button_row_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Back Up Now"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (back_up_activated_cb), view, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  adw_preferences_page_add (page, group);
  return row;
}

static void
show_backups (AdwToolbarView *view, VigieWindow *window)
{
  const char *path = vigie_store_get_path (vigie_session_get_store (window->session));
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (view), ADW_TYPE_DIALOG);
  g_autoptr (GPtrArray) backups = vigie_backup_list (path);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *back_up = add_back_up (page, view);

  adw_preferences_group_set_description (
    group, backups->len > 0 ? _ ("One is made before each import, before the first change of a day and when asked for. "
                                 "They are kept beside the register.")
                            : _ ("There is none yet. One is made before each import and before the first change of "
                                 "a day."));
  for (guint i = 0; i < backups->len; i++)
    add_backup (group, window, g_ptr_array_index (backups, i));
  add_kept (page, vigie_session_get_store (window->session));
  adw_preferences_page_add (page, group);
  adw_toolbar_view_set_content (view, GTK_WIDGET (page));
  if (dialog != NULL)
    adw_dialog_set_focus (ADW_DIALOG (dialog), back_up);
}

static void
show_backups_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);
  AdwDialog *dialog;
  GtkWidget *view;

  if (self->session == NULL)
    return;
  dialog = adw_dialog_new ();
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
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
