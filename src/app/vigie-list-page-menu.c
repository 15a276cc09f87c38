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

static void
append (GMenu *menu, const char *label, const char *action, const char *code)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", code);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (GtkWidget *page, GtkWidget *at)
{
  VigieListPage *self = VIGIE_LIST_PAGE (page);
  VigieRecord *record = find_record (self, at);
  const char *code = record != NULL ? vigie_record_get_text (record, 0) : NULL;
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) open = NULL;
  g_autoptr (GMenu) change = NULL;

  if (code == NULL)
    return NULL;
  menu = g_menu_new ();
  open = g_menu_new ();
  change = g_menu_new ();
  append (open, _ ("_Open"), "list.open-row", code);
  append (open, _ ("_History"), "win.show-history", code);
  append (change, _ ("_Edit…"), "list.edit-row", code);
  append (change, _ ("_Duplicate…"), "list.duplicate-row", code);
  append (change, _ ("D_elete"), "list.delete-row", code);
  g_menu_append (change, _ ("_Select Rows"), "list.select");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  if (!vigie_store_is_read_only (vigie_session_get_store (self->session)))
    g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* --- what is chosen -------------------------------------------------------------------------------- */

static void
open_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  VigieListPage *self = data;

  vigie_open_record (GTK_WIDGET (self), vigie_session_get_store (self->session), self->kind->searched,
                     g_variant_get_string (parameter, NULL));
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

static VigieRecord *
make_key (VigieListPage *self, GVariant *code)
{
  VigieRecord *key = vigie_record_new (self->kind->searched);

  vigie_record_set_text (key, 0, g_variant_get_string (code, NULL));
  return key;
}

/* A row has some fields of a record; a form needs all. */
static void
fetch (VigieListPage *self, GVariant *code, gboolean copy)
{
  g_autoptr (VigieRecord) key = make_key (self, code);
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked) { g_object_ref (self), copy };
  vigie_store_find_async (vigie_session_get_store (self->session), key, NULL, found_cb, asked);
}

static void
edit_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  fetch (data, parameter, FALSE);
}

static void
duplicate_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  fetch (data, parameter, TRUE);
}

static void
delete_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  VigieListPage *self = data;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (keys, make_key (self, parameter));
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
    { .name = "open-row", .parameter_type = "s", .activate = open_action },
    { .name = "edit-row", .parameter_type = "s", .activate = edit_action },
    { .name = "duplicate-row", .parameter_type = "s", .activate = duplicate_action },
    { .name = "delete-row", .parameter_type = "s", .activate = delete_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  vigie_context_menu_attach (GTK_WIDGET (self), make_menu);
}
