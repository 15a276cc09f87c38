// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Several rows of a list picked, to give all of them one value or to delete them: one change, undone as one.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-list-page-private.h"

#include "vigie-edit-several-dialog.h"
#include "vigie-format.h"
#include "vigie-store-records.h"

#include <glib/gi18n.h>

static void
check_toggled_cb (GtkCheckButton *check, GtkColumnViewCell *cell)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model = view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;
  guint position = gtk_column_view_cell_get_position (cell);

  if (model == NULL || position == GTK_INVALID_LIST_POSITION ||
      gtk_check_button_get_active (check) == gtk_selection_model_is_selected (model, position))
    return;
  if (gtk_check_button_get_active (check))
    gtk_selection_model_select_item (model, position, FALSE);
  else
    gtk_selection_model_unselect_item (model, position);
}

static void
setup_check_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkColumnViewCell *cell)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Select"), -1);
  g_object_bind_property (cell, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), cell);
  gtk_column_view_cell_set_child (cell, check);
}

static void
selection_changed_cb (VigieListPage *self)
{
  g_autoptr (GtkBitset) picked = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (picked);
  g_autofree char *number = vigie_format_integer ((gint64) n);
  g_autofree char *text = NULL;

  /* Translators: how many rows are selected; %s is the number */
  text = g_strdup_printf (ngettext ("%s selected", "%s selected", (gulong) n), number);
  gtk_label_set_label (self->selection_label, text);
}

static void
begin_selection (VigieListPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_check_cb), NULL);
  column = gtk_column_view_column_new (NULL, factory);
  self->check_column = column;
  gtk_column_view_insert_column (self->view, 0, column);
  gtk_column_view_set_single_click_activate (self->view, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  gtk_action_bar_set_revealed (self->selection_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * vigie_list_page_end_selection:
 *
 * A row opens again when it is pressed.
 */
void
vigie_list_page_end_selection (VigieListPage *self)
{
  g_autoptr (GtkSelectionModel) none = NULL;

  if (self->selection == NULL)
    return;
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_column_view_set_model (self->view, none);
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_column_view_remove_column (self->view, self->check_column);
  self->check_column = NULL;
  g_clear_object (&self->selection);
  gtk_action_bar_set_revealed (self->selection_bar, FALSE);
}

static void
select_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  VigieListPage *self = data;

  if (self->selection == NULL)
    begin_selection (self);
  else
    vigie_list_page_end_selection (self);
}

/* --- what is done to them ------------------------------------------------------------------------- */

typedef struct
{
  VigieListPage *page;
  GtkBitset *picked;
  gboolean remove;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->page);
  gtk_bitset_unref (asked->picked);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
tell_failure (VigieListPage *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Nothing Was Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieListPage) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (!vigie_store_edit_records_finish (VIGIE_STORE (source), result, &error))
    {
      tell_failure (self, error);
      return;
    }
  vigie_list_page_end_selection (self);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                                 g_object_new (ADW_TYPE_TOAST, "title", _ ("Deleted"), "use-markup", FALSE,
                                               "button-label", _ ("_Undo"), "action-name", "win.undo", NULL));
}

/**
 * vigie_list_page_delete:
 * @keys: (element-type VigieRecord): records with their key
 *
 * Deletes records as one change. Nobody is asked, for it can be undone.
 */
void
vigie_list_page_delete (VigieListPage *self, GPtrArray *keys)
{
  vigie_store_delete_records_async (vigie_session_get_store (self->session), keys, deleted_cb, g_object_ref (self));
}

/* The records behind the picked rows, each once: of a system that is at work in several places there are several rows. */
static GPtrArray *
make_keys (const Asked *asked, GPtrArray *records)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint first = gtk_bitset_get_minimum (asked->picked);

  for (guint i = 0; i < records->len; i++)
    {
      VigieRecord *key;

      if (!gtk_bitset_contains (asked->picked, first + i))
        continue;
      key = vigie_list_kind_new_key (asked->page->kind, g_ptr_array_index (records, i));
      if (g_hash_table_add (seen, vigie_record_dup_key (key)))
        g_ptr_array_add (keys, key);
      else
        g_object_unref (key);
    }
  return keys;
}

static void
rows_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = vigie_store_list_finish (VIGIE_STORE (source), result, NULL, &error);
  g_autoptr (GPtrArray) keys = NULL;

  if (records == NULL)
    {
      tell_failure (asked->page, error);
      return;
    }
  keys = make_keys (asked, records);
  if (asked->remove)
    vigie_list_page_delete (asked->page, keys);
  else
    vigie_edit_several_dialog_present (GTK_WIDGET (asked->page), VIGIE_STORE (source), keys);
}

/* Rows that are picked need not have been fetched. */
static void
act (VigieListPage *self, gboolean remove)
{
  VigieQuery query;
  Asked *asked;

  if (self->selection == NULL)
    return;
  asked = g_new0 (Asked, 1);
  asked->page = g_object_ref (self);
  asked->picked = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  asked->remove = remove;
  if (gtk_bitset_is_empty (asked->picked))
    {
      asked_free (asked);
      return;
    }
  vigie_row_list_fill_query (self->rows, &query);
  query.offset = gtk_bitset_get_minimum (asked->picked);
  query.limit = gtk_bitset_get_maximum (asked->picked) - query.offset + 1;
  vigie_store_list_async (vigie_session_get_store (self->session), &query, NULL, rows_read_cb, asked);
}

static void
edit_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  act (data, FALSE);
}

/* Nobody is asked, for it can be undone. */
static void
delete_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  act (data, TRUE);
}

/**
 * vigie_list_page_install_selection:
 *
 * Adds the actions of this file.
 */
void
vigie_list_page_install_selection (VigieListPage *self, GSimpleActionGroup *actions)
{
  static const GActionEntry entries[] = {
    { .name = "select", .activate = select_action },
    { .name = "edit-selected", .activate = edit_action },
    { .name = "delete-selected", .activate = delete_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
}
