// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRecordDialog: all that is known of one record, a row a field, and what belongs to it. It follows the
 * register. From here it is changed, copied and deleted; a record that it names opens from its row.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-record-dialog.h"

#include "vigie-context-menu.h"
#include "vigie-field-text.h"
#include "vigie-form-dialog.h"
#include "vigie-linked-group.h"
#include "vigie-open-record.h"
#include "vigie-slices.h"
#include "vigie-titles.h"
#include "vigie-text-scale.h"

#include <glib/gi18n.h>

#define DIALOG_WIDTH 560
#define DIALOG_HEIGHT 720
#define ROWS_AT_ONCE 6

struct _VigieRecordDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  AdwToolbarView *view;
  AdwToastOverlay *overlay;
  AdwBanner *banner;
  GtkWidget *edit_button; /* %NULL where it can only be read */

  AdwPreferencesGroup *group; /* of its fields */
  GtkWidget *chosen;          /* the row that gets the keyboard; %NULL until it is made */

  /* owned */
  VigieStore *store;
  VigieRecord *record;
  AdwPreferencesPage *page; /* that is made, and shown once it may be */
  AdwToastOverlay *behind;  /* where a deletion is told, once the dialog is gone; may be %NULL */

  guint n_shown;  /* of its fields; the rest is shown in a moment */
  guint n_linked; /* of the kinds of records that may name it, those that were looked at */
  int field;      /* where the keyboard is put first; VIGIE_NO_FIELD where it does not matter */
};

G_DEFINE_FINAL_TYPE (VigieRecordDialog, vigie_record_dialog, ADW_TYPE_DIALOG)

static void
named_activated_cb (VigieRecordDialog *self, GtkWidget *row)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "field"));
  const VigieEntity *named = vigie_record_get_entity (self->record)->fields[field].reference;

  vigie_open_record (GTK_WIDGET (self->view), self->store, named, vigie_record_get_text (self->record, field));
}

static void
title_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwActionRow) row = data;
  g_autoptr (GPtrArray) titles = vigie_store_list_titles_finish (VIGIE_STORE (source), result, NULL);

  if (titles != NULL && titles->len > 0)
    adw_action_row_set_subtitle (row, ((VigieTitle *) g_ptr_array_index (titles, 0))->text);
}

/* A record that is named is called by its name, and opens. */
static void
lead_on (VigieRecordDialog *self, GtkWidget *row, guint field)
{
  const VigieField *of = &vigie_record_get_entity (self->record)->fields[field];

  if (of->type != VIGIE_FIELD_REFERENCE || !vigie_record_is_measured (self->record, field) ||
      g_str_equal (of->reference->nick, "staff"))
    return;
  vigie_store_list_titles_async (self->store, of->reference, vigie_record_get_text (self->record, field), 1, NULL,
                                 title_found_cb, g_object_ref (row));
  g_object_set_data (G_OBJECT (row), "field", GUINT_TO_POINTER (field));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (named_activated_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
add_row (VigieRecordDialog *self, AdwPreferencesGroup *group, guint field)
{
  const VigieEntity *entity = vigie_record_get_entity (self->record);
  g_autofree char *text = vigie_field_text_dup (self->record, field);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vigie_field_get_label (&entity->fields[field]));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  lead_on (self, row, field);
  adw_preferences_group_add (group, row);
  return row;
}

static void
own_title_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieRecordDialog) self = data;
  g_autoptr (GPtrArray) titles = vigie_store_list_titles_finish (VIGIE_STORE (source), result, NULL);

  if (titles != NULL && titles->len > 0)
    adw_dialog_set_title (ADW_DIALOG (self), ((VigieTitle *) g_ptr_array_index (titles, 0))->text);
}

static void
show_title (VigieRecordDialog *self)
{
  const VigieEntity *entity = vigie_record_get_entity (self->record);
  g_autofree char *name = NULL;

  /* The second field of an entity with a code is what people call it, where it is a text. */
  if (entity->n_fields > 1 && entity->fields[1].type == VIGIE_FIELD_TEXT)
    name = vigie_record_display (self->record, 1);
  adw_dialog_set_title (ADW_DIALOG (self), name != NULL ? name : vigie_entity_get_label (entity));
  if (name == NULL && g_str_equal (entity->fields[0].name, "code"))
    vigie_store_list_titles_async (self->store, entity, vigie_record_get_text (self->record, 0), 1, NULL,
                                   own_title_found_cb, g_object_ref (self));
}

/* The row that had the keyboard is gone, and keys must still come here. */
static void
give_keyboard (VigieRecordDialog *self, GtkWidget *chosen)
{
  if (chosen == NULL)
    chosen = self->edit_button;
  if (chosen != NULL)
    adw_dialog_set_focus (ADW_DIALOG (self), chosen);
  self->field = VIGIE_NO_FIELD;
}

static gboolean
is_shown (VigieRecordDialog *self)
{
  return gtk_widget_get_parent (GTK_WIDGET (self->page)) != NULL;
}

/* The fields, then what belongs to the record. */
static gboolean
show_more (GtkWidget *dialog, gpointer data G_GNUC_UNUSED)
{
  VigieRecordDialog *self = VIGIE_RECORD_DIALOG (dialog);
  guint n = vigie_record_get_entity (self->record)->n_fields;
  guint end = MIN (self->n_shown + ROWS_AT_ONCE, n);

  if (self->n_shown == n)
    {
      if (vigie_linked_groups_add_next (self->page, self->store, self->record, &self->n_linked))
        return TRUE;
      if (is_shown (self))
        return FALSE;
      adw_toolbar_view_set_content (self->view, GTK_WIDGET (self->page));
      give_keyboard (self, self->chosen);
      return FALSE;
    }
  for (; self->n_shown < end; self->n_shown++)
    {
      GtkWidget *row = add_row (self, self->group, self->n_shown);

      if ((int) self->n_shown == self->field)
        self->chosen = row;
    }
  if (self->chosen != NULL && is_shown (self))
    give_keyboard (self, g_steal_pointer (&self->chosen));
  return TRUE;
}

/* What comes in the place of another page does so when it is whole, lest it become shorter and be scrolled. */
static void
show_record (VigieRecordDialog *self)
{
  gboolean first = self->page == NULL;

  g_clear_object (&self->page);
  self->page = g_object_ref_sink (ADW_PREFERENCES_PAGE (adw_preferences_page_new ()));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->n_shown = self->n_linked = 0;
  self->chosen = NULL;
  adw_preferences_page_add (self->page, self->group);
  show_title (self);
  if (first)
    {
      adw_toolbar_view_set_content (self->view, GTK_WIDGET (self->page));
      if (self->field == VIGIE_NO_FIELD)
        give_keyboard (self, NULL);
      show_more (GTK_WIDGET (self), NULL);
    }
  vigie_slices_begin (GTK_WIDGET (self), show_more, NULL, NULL);
}

static void
found_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieRecordDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRecord) record = vigie_store_find_finish (VIGIE_STORE (source), result, &error);

  if (self->store == NULL)
    return;
  if (record == NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  g_set_object (&self->record, record);
  show_record (self);
}

static void
store_changed_cb (VigieRecordDialog *self)
{
  vigie_store_find_async (self->store, self->record, NULL, found_again_cb, g_object_ref (self));
}

static void
edit_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieRecordDialog *self = VIGIE_RECORD_DIALOG (widget);

  vigie_form_dialog_present_edit (GTK_WIDGET (self->view), self->store, self->record, VIGIE_NO_FIELD);
}

/**
 * vigie_record_dialog_present_copy:
 * @parent: a widget of the window to present it in
 *
 * Asks for a new record that has all of @record but what makes it that one.
 */
void
vigie_record_dialog_present_copy (GtkWidget *parent, VigieStore *store, VigieRecord *record)
{
  const VigieEntity *entity = vigie_record_get_entity (record);
  g_autoptr (VigieRecord) copy = vigie_record_new (entity);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VigieField *field = &entity->fields[i];

      if (!vigie_record_is_measured (record, i) || g_str_equal (field->name, "code"))
        continue;
      if (vigie_field_holds_text (field))
        vigie_record_set_text (copy, i, vigie_record_get_text (record, i));
      else
        vigie_record_set_number (copy, i, vigie_record_get_number (record, i, 0));
    }
  vigie_form_dialog_present_new (parent, store, copy, VIGIE_NO_FIELD);
}

static void
duplicate_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieRecordDialog *self = VIGIE_RECORD_DIALOG (widget);

  vigie_record_dialog_present_copy (GTK_WIDGET (self->view), self->store, self->record);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieRecordDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!vigie_store_edit_record_finish (VIGIE_STORE (source), result, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  if (self->behind != NULL)
    adw_toast_overlay_add_toast (self->behind,
                                 g_object_new (ADW_TYPE_TOAST, "title", _ ("Deleted"), "use-markup", FALSE,
                                               "button-label", _ ("_Undo"), "action-name", "win.undo", NULL));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* Nobody is asked, for it can be undone. */
static void
delete_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  VigieRecordDialog *self = VIGIE_RECORD_DIALOG (widget);

  vigie_store_edit_record_async (self->store, self->record, VIGIE_RECORD_DELETE, deleted_cb, g_object_ref (self));
}

static void
vigie_record_dialog_dispose (GObject *object)
{
  VigieRecordDialog *self = VIGIE_RECORD_DIALOG (object);

  g_clear_object (&self->behind);
  g_clear_object (&self->page);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (vigie_record_dialog_parent_class)->dispose (object);
}

static void
vigie_record_dialog_class_init (VigieRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_record_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "record.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "record.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "record.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "record.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "record.delete", NULL);
}

/* What can be done with a record; less where it can only be read. */
static GMenuModel *
make_menu (VigieRecordDialog *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) history = NULL;

  if (!vigie_store_is_read_only (self->store))
    {
      g_menu_append (menu, _ ("_Edit…"), "record.edit");
      g_menu_append (menu, _ ("_Duplicate…"), "record.duplicate");
      g_menu_append (menu, _ ("D_elete"), "record.delete");
    }
  if (g_str_equal (vigie_record_get_entity (self->record)->fields[0].name, "code"))
    {
      history = g_menu_item_new (_ ("_History"), NULL);
      g_menu_item_set_action_and_target (history, "win.show-history", "s", vigie_record_get_text (self->record, 0));
      g_menu_append_item (menu, history);
    }
  return G_MENU_MODEL (menu);
}

/* A text that can be selected has a menu of its own. */
static GMenuModel *
make_context_menu (GtkWidget *view, GtkWidget *at G_GNUC_UNUSED)
{
  return make_menu (VIGIE_RECORD_DIALOG (gtk_widget_get_ancestor (view, VIGIE_TYPE_RECORD_DIALOG)));
}

static GtkWidget *
new_menu_button (VigieRecordDialog *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (self);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("More"));
  return button;
}

static void
vigie_record_dialog_init (VigieRecordDialog *self)
{
  self->field = VIGIE_NO_FIELD;
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_toast_overlay_set_child (self->overlay, GTK_WIDGET (self->view));
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->overlay));
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_content_height (ADW_DIALOG (self), DIALOG_HEIGHT);
}

/* A meeting is prepared where its agenda is. On a narrow window the header has no room for a second button. */
static GtkWidget *
new_prepare_button (VigieRecord *meeting)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Prepare…"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.prepare-meeting");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", vigie_record_get_text (meeting, 0));
  return button;
}

static void
add_header (VigieRecordDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  if (!vigie_store_is_read_only (self->store))
    {
      self->edit_button = gtk_button_new_with_mnemonic (_ ("_Edit"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_button), "record.edit");
      adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->edit_button);
      adw_header_bar_pack_end (ADW_HEADER_BAR (header), new_menu_button (self));
    }
  if (g_str_equal (vigie_record_get_entity (self->record)->nick, "meeting"))
    adw_toolbar_view_add_bottom_bar (self->view, new_prepare_button (self->record));
  adw_toolbar_view_add_top_bar (self->view, header);
  adw_toolbar_view_add_top_bar (self->view, GTK_WIDGET (self->banner));
}

static void
present (GtkWidget *parent, VigieStore *store, VigieRecord *record, int field)
{
  VigieRecordDialog *self = g_object_new (VIGIE_TYPE_RECORD_DIALOG, NULL);
  GtkWidget *overlay = gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->behind = overlay != NULL ? g_object_ref (ADW_TOAST_OVERLAY (overlay)) : NULL;
  self->field = field;
  add_header (self);
  vigie_context_menu_attach (GTK_WIDGET (self->view), make_context_menu);
  show_record (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

typedef struct
{
  GtkWidget *parent;
  int field;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->parent);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRecord) record = vigie_store_find_finish (VIGIE_STORE (source), result, &error);

  if (record != NULL && gtk_widget_get_root (asked->parent) != NULL)
    present (asked->parent, VIGIE_STORE (source), record, asked->field);
  else if (error != NULL)
    g_warning ("%s", error->message);
}

static void
ask (GtkWidget *parent, VigieStore *store, VigieRecord *key, int field)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->parent = g_object_ref (parent);
  asked->field = field;
  vigie_store_find_async (store, key, NULL, found_cb, asked);
}

/**
 * vigie_record_dialog_present_at:
 * @parent: a widget of the window to present it in
 * @code: the code of a record of @entity
 * @field: where the keyboard is put; -1 where it does not matter
 *
 * Fetches the record and shows it.
 */
void
vigie_record_dialog_present_at (GtkWidget *parent, VigieStore *store, const VigieEntity *entity, const char *code,
                                int field)
{
  g_autoptr (VigieRecord) key = vigie_record_new (entity);

  vigie_record_set_text (key, 0, code);
  ask (parent, store, key, field);
}

/**
 * vigie_record_dialog_present:
 * @parent: a widget of the window to present it in
 * @code: the code of a record of @entity
 *
 * Fetches the record and shows it.
 */
void
vigie_record_dialog_present (GtkWidget *parent, VigieStore *store, const VigieEntity *entity, const char *code)
{
  vigie_record_dialog_present_at (parent, store, entity, code, VIGIE_NO_FIELD);
}

/**
 * vigie_record_dialog_present_record:
 * @parent: a widget of the window to present it in
 * @key: a record whose key fields are set
 *
 * Fetches the record and shows it.
 */
void
vigie_record_dialog_present_record (GtkWidget *parent, VigieStore *store, VigieRecord *key)
{
  ask (parent, store, key, VIGIE_NO_FIELD);
}
