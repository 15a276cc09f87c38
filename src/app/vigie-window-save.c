// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a window writes to a place that the person chooses: a copy of the register; and what it keeps of itself. The
 * board pack has a dialog of its own.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-output.h"
#include "vigie-pack-dialog.h"
#include "vigie-shelf.h"

#include <glib/gi18n.h>

static void
tell_saved (VigieWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = NULL;

  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_ ("“%s” saved"), name);
  adw_toast_overlay_add_toast (self->toast_overlay,
                               g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL));
}

typedef struct
{
  VigieWindow *window;
  GFile *place;
  GFile *made;
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->window);
  g_clear_object (&copying->place);
  g_clear_object (&copying->made);
  g_free (copying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

/* Made beside its place, and moved there when whole: what stood there stays until then. In a sandbox the place is the
   portal's, which has room for that one file: it is made in the cache. */
static char *
dup_making_path (const char *path)
{
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (!g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return g_strconcat (path, ".making", NULL);
  folder = g_build_filename (g_get_user_cache_dir (), "vigie", NULL);
  base = g_path_get_basename (path);
  name = g_strconcat (base, ".making", NULL);
  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name, NULL);
}

static Copying *
copying_new (VigieWindow *self, GFile *place)
{
  g_autofree char *path = g_file_get_path (place);
  g_autofree char *making = NULL;
  Copying *copying;

  /* What is moved onto a device or a pipe takes it away. */
  if (path == NULL || vigie_output_is_stream (path))
    return NULL;
  making = dup_making_path (path);
  copying = g_new0 (Copying, 1);
  copying->window = g_object_ref (self);
  copying->place = g_object_ref (place);
  copying->made = g_file_new_for_path (making);
  return copying;
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Copying) copying = data;
  g_autoptr (GError) error = NULL;

  if (g_file_move_finish (G_FILE (source), result, &error))
    tell_saved (copying->window, copying->place);
  else
    vigie_window_show_failure (copying->window, _ ("The File Could Not Be Saved"), error);
}

static void
move_into_place (Copying *copying)
{
  g_file_move_async (copying->made, copying->place, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL,
                     moved_cb, copying);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Copying) copying = data;
  g_autoptr (GError) error = NULL;

  if (vigie_store_copy_finish (VIGIE_STORE (source), result, &error))
    move_into_place (g_steal_pointer (&copying));
  else
    vigie_window_show_failure (copying->window, _ ("The File Could Not Be Saved"), error);
}

static void
refuse_place (VigieWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_set_error_literal (
    &error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
    _ ("That place is not a file in a folder of this computer. Choose another, and copy the file there later."));
  vigie_window_show_failure (self, _ ("The File Could Not Be Saved"), error);
}

static void
copy_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = NULL;
  Copying *copying;

  if (file == NULL)
    {
      vigie_window_show_failure (self, _ ("The File Could Not Be Saved"), error);
      return;
    }
  copying = copying_new (self, file);
  if (copying == NULL || self->session == NULL)
    {
      g_clear_pointer (&copying, copying_free);
      refuse_place (self);
      return;
    }
  path = g_file_get_path (copying->made);
  vigie_store_copy_async (vigie_session_get_store (self->session), path, NULL, copied_cb, copying);
}

static void
ask_place (VigieWindow *self, const char *title, const char *suffix, GAsyncReadyCallback callback)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (self->register_name, suffix, NULL);

  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, callback, g_object_ref (self));
}

static void
save_copy_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  ask_place (VIGIE_WINDOW (widget), _ ("Save a Copy"), VIGIE_REGISTER_SUFFIX, copy_place_chosen_cb);
}

static void
present_pack (VigieWindow *self, gboolean print)
{
  if (self->session != NULL && vigie_session_get_overview (self->session) != NULL)
    vigie_pack_dialog_present (GTK_WIDGET (self->toast_overlay), self->session, self->register_name, print);
}

static void
save_board_pack_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  present_pack (VIGIE_WINDOW (widget), FALSE);
}

static void
print_board_pack_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  present_pack (VIGIE_WINDOW (widget), TRUE);
}

/**
 * vigie_window_install_save_actions:
 *
 * Adds the actions of this file to a class.
 */
void
vigie_window_install_save_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.save-board-pack", NULL, save_board_pack_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_board_pack_action);
}

/**
 * vigie_window_remember_size:
 * @settings: where the size, and the page that is shown, are kept from one time to the next
 */
void
vigie_window_remember_size (VigieWindow *self, GSettings *settings)
{
  g_autofree char *page = NULL;

  g_return_if_fail (VIGIE_IS_WINDOW (self));

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  page = g_settings_get_string (settings, "page");
  vigie_window_show_page (self, page);
  g_set_object (&self->settings, settings);
}
