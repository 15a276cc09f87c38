// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The logo of the board pack is the organisation's on this computer: a picture that was chosen is kept beside the
 * registers of the shelf, because the place that it came from may not be open to the program next time.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-pack-logo.h"

#include "vigie-logo.h"
#include "vigie-output.h"
#include "vigie-shelf.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define LOGO_NAME "logo.png"

/**
 * vigie_pack_logo_dup_path:
 *
 * Returns: (transfer full): where the logo is kept
 */
char *
vigie_pack_logo_dup_path (void)
{
  g_autofree char *folder = vigie_shelf_dup_folder ();

  return g_build_filename (folder, LOGO_NAME, NULL);
}

/**
 * vigie_pack_logo_read:
 *
 * Returns: (transfer full) (nullable): the logo; %NULL where there is none
 */
GBytes *
vigie_pack_logo_read (void)
{
  g_autofree char *path = vigie_pack_logo_dup_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS) ? vigie_logo_read (path, NULL) : NULL;
}

static void
show_logo (AdwActionRow *row)
{
  g_autoptr (GBytes) logo = vigie_pack_logo_read ();

  adw_action_row_set_subtitle (row, logo != NULL ? _ ("On the cover, in place of Vigie’s mark")
                                                 : _ ("A picture for the cover, PNG or SVG"));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "remove"), logo != NULL);
}

static gboolean
keep_logo (GFile *file, GError **error)
{
  g_autofree char *from = g_file_get_path (file);
  g_autofree char *path = vigie_pack_logo_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) logo = NULL;

  if (from == NULL)
    return g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                _ ("That place is not a file in a folder of this computer.")),
           FALSE;
  logo = vigie_logo_read (from, error);
  if (logo == NULL)
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  return vigie_output_write (path, logo, error);
}

static void
logo_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwActionRow) row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && !keep_logo (file, &error))
    {
      AdwDialog *dialog = adw_alert_dialog_new (_ ("That Cannot Be the Logo"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (row));
    }
  show_logo (row);
}

static void
choose_logo_cb (AdwActionRow *row)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  gtk_file_filter_set_name (filter, _ ("PNG and SVG Pictures"));
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Choose the Logo"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))), NULL, logo_chosen_cb,
                        g_object_ref (row));
}

static void
remove_logo_cb (AdwActionRow *row)
{
  g_autofree char *path = vigie_pack_logo_dup_path ();

  g_unlink (path);
  show_logo (row);
}

/**
 * vigie_pack_logo_row_new:
 *
 * Returns: (transfer floating): where the logo is chosen and removed
 */
GtkWidget *
vigie_pack_logo_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *choose = gtk_button_new_with_mnemonic (_ ("_Choose…"));

  gtk_widget_set_tooltip_text (remove, _ ("Remove the Logo"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Logo of the organisation"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choose);
  g_object_set_data (G_OBJECT (row), "remove", remove);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_logo_cb), row);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_logo_cb), row);
  show_logo (ADW_ACTION_ROW (row));
  return row;
}
