// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How a window comes by a table: chosen, dropped, or named with a register when the program is started.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-window-private.h"

#include "vigie-import-dialog.h"

#include <glib/gi18n.h>

static const char *const suffixes[] = { ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".xls" };

/**
 * vigie_window_is_table:
 *
 * Returns: whether the name of @file is that of a table, and not of a register
 */
gboolean
vigie_window_is_table (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (gsize i = 0; lower != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
can_import (VigieWindow *self)
{
  return self->session != NULL && !vigie_store_is_read_only (vigie_session_get_store (self->session));
}

static void
import_file (VigieWindow *self, GFile *file, const char *kind)
{
  if (can_import (self))
    vigie_import_dialog_present (GTK_WIDGET (self), self->toast_overlay, vigie_session_get_store (self->session), file,
                                 kind);
  else if (self->session != NULL)
    adw_toast_overlay_add_toast (self->toast_overlay,
                                 adw_toast_new (_ ("This register can only be read: nothing is imported into it.")));
}

/**
 * vigie_window_import:
 * @file: a table
 *
 * Brings a table into the register that is shown, or into the one that is being opened once it is.
 */
void
vigie_window_import (VigieWindow *self, GFile *file)
{
  g_return_if_fail (VIGIE_IS_WINDOW (self) && G_IS_FILE (file));

  if (self->session != NULL)
    import_file (self, file, NULL);
  else
    g_set_object (&self->table_to_come, file);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->view_stack), "shelf") == 0)
    adw_toast_overlay_add_toast (self->toast_overlay,
                                 adw_toast_new (_ ("Open a register: the table is then imported into it.")));
}

static void
import_idle_cb (gpointer data)
{
  g_autoptr (VigieWindow) self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->table_to_come);

  if (file != NULL)
    import_file (self, file, NULL);
}

/**
 * vigie_window_enable_import:
 * @store: (nullable): the register that is shown from now on
 *
 * A register that can only be read takes no table. One that was named with the register comes now.
 */
void
vigie_window_enable_import (VigieWindow *self, VigieStore *store)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", store != NULL && !vigie_store_is_read_only (store));
  if (store != NULL && self->table_to_come != NULL)
    g_idle_add_once (import_idle_cb, g_object_ref (self));
}

/* --- choosing -------------------------------------------------------------------------------------- */

typedef struct
{
  VigieWindow *window;
  char *kind;
} Choosing;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choosing *choosing = data;
  g_autoptr (VigieWindow) self = choosing->window;
  g_autofree char *kind = choosing->kind;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    import_file (self, file, kind);
  else
    vigie_window_show_failure (self, _ ("The Table Could Not Be Opened"), error);
}

static void
add_filters (GtkFileDialog *dialog)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables (CSV, XLSX, ODS, XLS)"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (tables, suffixes[i] + 1);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
}

static void
import_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  const char *kind = g_variant_get_string (parameter, NULL);
  g_autoptr (GtkFileDialog) dialog = NULL;
  Choosing *choosing;

  if (!can_import (VIGIE_WINDOW (widget)))
    return;
  choosing = g_new0 (Choosing, 1);
  choosing->window = g_object_ref (VIGIE_WINDOW (widget));
  choosing->kind = *kind != '\0' ? g_strdup (kind) : NULL;
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Import a Table"));
  add_filters (dialog);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, chosen_cb, choosing);
}

/**
 * vigie_window_install_import_actions:
 *
 * Adds the actions of this file to a class.
 */
void
vigie_window_install_import_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", "s", import_action);
  /* With Shift it is the key of GTK's own inspector. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "win.import", "s", "");
}
