// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How a window comes by a register: making, opening, taking in and dropping one. Each of them works in the
 * thread of a store or a worker's, and ends in the register or in a dialog that says why not.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-application.h"

#include "vigie-clock.h"
#include "vigie-demo.h"
#include "vigie-new-dialog.h"
#include "vigie-recording.h"
#include "vigie-seed.h"
#include "vigie-shelf.h"

#include <errno.h>
#include <glib/gi18n.h>

/* The story is told in the same group each time. */
#define DEMO_SEED 1

/* --- opening --------------------------------------------------------------------------------------- */

typedef struct
{
  VigieWindow *window;
  char *path;
  VigieOpenMode mode;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->path);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void open_path (VigieWindow *self, const char *path, VigieOpenMode mode);
static void opened_cb (GObject *source, GAsyncResult *result, gpointer data);

static gboolean
remember_cb (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (data, NULL, &error);

  if (uri != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  else
    g_debug ("not remembered: %s", error->message);
  return G_SOURCE_REMOVE;
}

/* The list of recent files is read and written whole: after the register is seen, and not before. */
static void
show_register (VigieWindow *self, const char *path, VigieStore *store, VigieOverview *overview)
{
  vigie_window_set_store (self, store, overview);
  g_idle_add_full (G_PRIORITY_LOW, remember_cb, g_strdup (path), g_free);
}

/* What went wrong in a head start is told by opening anew, which knows what can be done about it. */
static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieStore) store = NULL;

  store = vigie_head_start_wait_finish (VIGIE_HEAD_START (source), result, &overview, NULL);
  if (store == NULL)
    {
      open_path (opening->window, opening->path, opening->mode);
      return;
    }
  show_register (opening->window, opening->path, store, overview);
}

static void
open_path (VigieWindow *self, const char *path, VigieOpenMode mode)
{
  VigieApplication *application = VIGIE_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (VigieHeadStart) head_start = vigie_application_take_head_start (application, path);
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieStore) store = NULL;
  Opening *opening;

  if (head_start != NULL && (store = vigie_head_start_take (head_start, &overview)) != NULL)
    {
      show_register (self, path, store, overview);
      return;
    }
  if (mode == VIGIE_OPEN_EDIT)
    g_clear_pointer (&self->read_only_reason, g_free);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->path = g_strdup (path);
  opening->mode = mode;
  if (head_start != NULL)
    {
      vigie_head_start_wait_async (head_start, started_cb, opening);
      return;
    }
  vigie_window_show_loading (self, _ ("Opening the Register"));
  vigie_store_open_async (path, mode, self->cancellable, opened_cb, opening);
}

/* A register that cannot be written to, or that another program writes to, can still be read. */
static gboolean
can_be_read (const GError *error)
{
  return g_error_matches (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY);
}

static void
opened_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open_finish (result, &error);

  if (store != NULL)
    show_register (opening->window, opening->path, store, NULL);
  else if (opening->mode == VIGIE_OPEN_EDIT && can_be_read (error))
    {
      /* By whom it is being changed, say. */
      if (g_error_matches (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY))
        g_set_str (&opening->window->read_only_reason, error->message);
      open_path (opening->window, opening->path, VIGIE_OPEN_READ);
    }
  else
    {
      vigie_window_leave_loading (opening->window);
      vigie_window_show_failure (opening->window, _ ("The Register Could Not Be Opened"), error);
    }
}

/**
 * vigie_window_open:
 * @file: a register
 *
 * Shows a register, once it has been read.
 */
void
vigie_window_open (VigieWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (VIGIE_IS_WINDOW (self) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path != NULL)
    {
      open_path (self, path, VIGIE_OPEN_EDIT);
      return;
    }
  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("A register is opened from this computer’s folders. Copy the file to one of them first."));
  vigie_window_leave_loading (self);
  vigie_window_show_failure (self, _ ("The Register Could Not Be Opened"), error);
}

static void
add_filters (GtkFileDialog *dialog)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) registers = gtk_file_filter_new ();

  gtk_file_filter_set_name (registers, _ ("Vigie Registers"));
  gtk_file_filter_add_suffix (registers, "vigie");
  g_list_store_append (filters, registers);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    vigie_window_open (self, file);
  else
    vigie_window_show_failure (self, _ ("The Register Could Not Be Opened"), error);
}

static void
open_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open a Register"));
  add_filters (dialog);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_chosen_cb, g_object_ref (widget));
}

static void
open_path_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  open_path (VIGIE_WINDOW (widget), g_variant_get_string (parameter, NULL), VIGIE_OPEN_EDIT);
}

static void
close_register_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  vigie_window_set_store (VIGIE_WINDOW (widget), NULL, NULL);
}

/* --- making ---------------------------------------------------------------------------------------- */

static gboolean
make_shelf (VigieWindow *self, const char *heading)
{
  g_autofree char *folder = vigie_shelf_dup_folder ();
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (&error, G_IO_ERROR, g_io_error_from_errno (errno),
               /* Translators: %1$s is a folder, %2$s why it could not be made */
               _ ("The folder of the registers, “%1$s”, could not be made: %2$s"), folder, g_strerror (errno));
  vigie_window_show_failure (self, heading, error);
  return FALSE;
}

static void
made_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_seed_create_finish (result, &error);

  if (store != NULL)
    {
      vigie_window_set_store (self, store, NULL);
      return;
    }
  vigie_window_leave_loading (self);
  vigie_window_show_failure (self, _ ("The Register Could Not Be Made"), error);
}

static void
name_chosen_cb (GtkWidget *window, const char *organisation)
{
  VigieWindow *self = VIGIE_WINDOW (window);
  g_autofree char *path = NULL;

  if (!make_shelf (self, _ ("The Register Could Not Be Made")))
    return;
  path = vigie_shelf_dup_free_path (organisation);
  vigie_window_show_loading (self, _ ("Making the Register"));
  vigie_seed_create_async (path, organisation, self->cancellable, made_cb, g_object_ref (self));
}

static void
new_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  vigie_new_dialog_present (widget, name_chosen_cb);
}

/* --- the demonstration ----------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  VigieDemoOptions options;
} Demonstration;

static void
demonstration_free (gpointer data)
{
  Demonstration *demonstration = data;

  g_free (demonstration->path);
  g_free (demonstration);
}

/* The demonstration is made for a day: one made on another day would tell a stale story. */
static char *
dup_demonstration_path (VigieDate today)
{
  g_autofree char *folder = vigie_shelf_dup_folder ();
  g_autofree char *day = vigie_date_dup_iso (today);
  /* Translators: the name of a file */
  g_autofree char *name = g_strdup_printf ("%s %s%s", _ ("Demonstration"), day, VIGIE_REGISTER_SUFFIX);

  return g_build_filename (folder, name, NULL);
}

static void
demonstrate_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  const Demonstration *demonstration = data;
  GError *error = NULL;

  if (vigie_demo_create (demonstration->path, &demonstration->options, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
demonstrated_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (source);
  const Demonstration *demonstration = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      open_path (self, demonstration->path, VIGIE_OPEN_EDIT);
      return;
    }
  vigie_window_leave_loading (self);
  vigie_window_show_failure (self, _ ("The Demonstration Could Not Be Made"), error);
}

static void
demo_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);
  VigieDate today = vigie_clock_today ();
  g_autofree char *path = dup_demonstration_path (today);
  g_autoptr (GTask) task = NULL;
  Demonstration *demonstration;

  if (!make_shelf (self, _ ("The Demonstration Could Not Be Made")))
    return;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      open_path (self, path, VIGIE_OPEN_EDIT);
      return;
    }
  demonstration = g_new0 (Demonstration, 1);
  demonstration->path = g_steal_pointer (&path);
  demonstration->options = (VigieDemoOptions) {
    .scale = VIGIE_DEMO_SCALE_GHT, .seed = DEMO_SEED, .today = today, .complete = vigie_recording_found_past
  };
  vigie_window_show_loading (self, _ ("Making the Demonstration"));
  task = g_task_new (self, self->cancellable, demonstrated_cb, NULL);
  g_task_set_task_data (task, demonstration, demonstration_free);
  g_task_run_in_thread (task, demonstrate_in_thread);
}

/* --- taking in -------------------------------------------------------------------------------------- */

static void
taken_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  if (vigie_store_copy_finish (VIGIE_STORE (source), result, &error))
    open_path (opening->window, opening->path, VIGIE_OPEN_EDIT);
  else
    vigie_window_show_failure (opening->window, _ ("The Register Could Not Be Taken In"), error);
}

static void
take_in_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieWindow *self = VIGIE_WINDOW (widget);
  VigieStore *store = vigie_session_get_store (self->session);
  g_autofree char *name = vigie_shelf_dup_name (vigie_store_get_path (store));
  Opening *opening;

  if (!make_shelf (self, _ ("The Register Could Not Be Taken In")))
    return;
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->path = vigie_shelf_dup_free_path (name);
  vigie_store_copy_async (store, opening->path, self->cancellable, taken_in_cb, opening);
}

/* --- dropping -------------------------------------------------------------------------------------- */

static gboolean
dropped_cb (VigieWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  /* What is dropped onto a question is no answer to it. */
  if (files == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;
  if (vigie_window_is_table (files->data))
    vigie_window_import (self, files->data);
  else
    vigie_window_open (self, files->data);
  return TRUE;
}

/**
 * vigie_window_accept_drops:
 *
 * Opens a register that is dropped anywhere on the window, and imports a table.
 */
void
vigie_window_accept_drops (VigieWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * vigie_window_install_file_actions:
 *
 * Adds the actions of this file to a class.
 */
void
vigie_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.demo", NULL, demo_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "win.close-register", NULL, close_register_action);
  gtk_widget_class_install_action (widget_class, "win.take-in", NULL, take_in_action);
}
