// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The menu of a row of a list: what its page or its dialog offers, from where one is.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-list-page-private.h"

#include "vigie-context-menu.h"
#include "vigie-field-column.h"
#include "vigie-form-dialog.h"
#include "vigie-open-record.h"
#include "vigie-record-dialog.h"
#include "vigie-store-records.h"

#include <glib/gi18n.h>

/* The row that @at is in, whichever of its widgets it is; NULL where it is in none. */
static VigieRecord *
find_record (VigieListPage *self, GtkWidget *at)
{
  guint position = vigie_field_column_find_position (GTK_WIDGET (self->view), at);
  g_autoptr (VigieRow) row = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  return row != NULL ? vigie_row_get_record (row) : NULL;
}

/* What a code names has a history of its own; what is known by several fields is in that of what they name. */
static void
append_history (GMenu *menu, VigieRecord *key)
{
  const VigieField *field = &vigie_record_get_entity (key)->fields[0];
  g_autoptr (GMenuItem) item = NULL;

  if (field->type != VIGIE_FIELD_TEXT)
    return;
  item = g_menu_item_new (_ ("_History"), NULL);
  g_menu_item_set_action_and_target (item, "win.show-history", "s", vigie_record_get_text (key, 0));
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (GtkWidget *page, GtkWidget *at)
{
  VigieListPage *self = VIGIE_LIST_PAGE (page);
  VigieRecord *record = find_record (self, at);
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) open = NULL;
  g_autoptr (GMenu) change = NULL;

  if (record == NULL)
    return NULL;
  g_clear_object (&self->menu_key);
  self->menu_key = vigie_list_kind_new_key (self->kind, record);
  menu = g_menu_new ();
  open = g_menu_new ();
  change = g_menu_new ();
  g_menu_append (open, _ ("_Open"), "list.open-row");
  append_history (open, self->menu_key);
  g_menu_append (change, _ ("_Edit…"), "list.edit-row");
  g_menu_append (change, _ ("_Duplicate…"), "list.duplicate-row");
  g_menu_append (change, _ ("D_elete"), "list.delete-row");
  g_menu_append (change, _ ("_Select Rows"), "list.select");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  if (!vigie_store_is_read_only (vigie_session_get_store (self->session)))
    g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* --- what is chosen -------------------------------------------------------------------------------- */

static void
open_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  VigieListPage *self = data;

  if (self->menu_key != NULL)
    vigie_open_key (GTK_WIDGET (self), vigie_session_get_store (self->session), self->menu_key);
}

typedef struct
{
  VigieListPage *page;
  gboolean copy;
} Asked;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (VigieListPage) self = asked->page;
  g_autoptr (VigieRecord) record = vigie_store_find_finish (VIGIE_STORE (source), result, NULL);

  if (record == NULL || self->view == NULL)
    return;
  if (asked->copy)
    vigie_record_dialog_present_copy (GTK_WIDGET (self), VIGIE_STORE (source), record);
  else
    vigie_form_dialog_present_edit (GTK_WIDGET (self), VIGIE_STORE (source), record, VIGIE_NO_FIELD);
}

/* A row has some fields of a record; a form needs all. */
static void
fetch (VigieListPage *self, gboolean copy)
{
  Asked *asked;

  if (self->menu_key == NULL)
    return;
  asked = g_new0 (Asked, 1);
  *asked = (Asked) { g_object_ref (self), copy };
  vigie_store_find_async (vigie_session_get_store (self->session), self->menu_key, NULL, found_cb, asked);
}

static void
edit_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  fetch (data, FALSE);
}

static void
duplicate_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  fetch (data, TRUE);
}

static void
delete_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  VigieListPage *self = data;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->menu_key == NULL)
    return;
  g_ptr_array_add (keys, g_object_ref (self->menu_key));
  vigie_list_page_delete (self, keys);
}

/**
 * vigie_list_page_install_menu:
 *
 * Adds the menu of a row and its actions.
 */
void
vigie_list_page_install_menu (VigieListPage *self, GSimpleActionGroup *actions)
{
  static const GActionEntry entries[] = {
    { .name = "open-row", .activate = open_action },
    { .name = "edit-row", .activate = edit_action },
    { .name = "duplicate-row", .activate = duplicate_action },
    { .name = "delete-row", .activate = delete_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  vigie_context_menu_attach (GTK_WIDGET (self), make_menu);
}
