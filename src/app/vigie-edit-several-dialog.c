// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieEditSeveralDialog: a field, and the value that it is to have in all records that were picked. It is kept as a
 * draft until it is saved or given up.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-edit-several-dialog.h"

#include "vigie-choice-row.h"
#include "vigie-form-guard.h"
#include "vigie-form-row.h"
#include "vigie-format.h"
#include "vigie-store-records.h"
#include "vigie-text-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DIALOG_WIDTH 480
/* In a draft: which field is chosen. */
#define FIELD "field"
#define VALUE "value"

#define VIGIE_TYPE_EDIT_SEVERAL_DIALOG (vigie_edit_several_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieEditSeveralDialog, vigie_edit_several_dialog, VIGIE, EDIT_SEVERAL_DIALOG, AdwDialog)

struct _VigieEditSeveralDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  AdwBanner *banner;
  AdwPreferencesGroup *group;
  AdwComboRow *field_row;

  /* owned */
  VigieStore *store;
  GPtrArray *keys;
  GArray *fields; /* indexes of those that can be chosen */
  VigieRecord *record;
  VigieFormRow *value_row;
  VigieFormDraft *draft;
  AdwToastOverlay *overlay;
};

G_DEFINE_FINAL_TYPE (VigieEditSeveralDialog, vigie_edit_several_dialog, ADW_TYPE_DIALOG)

static guint
get_field (VigieEditSeveralDialog *self)
{
  return g_array_index (self->fields, guint, adw_combo_row_get_selected (self->field_row));
}

static void
value_changed_cb (VigieEditSeveralDialog *self)
{
  g_autofree char *text = vigie_form_row_dup_text (self->value_row);

  vigie_form_draft_set_text (self->draft, FIELD, vigie_record_get_entity (self->record)->fields[get_field (self)].name);
  vigie_form_draft_set_text (self->draft, VALUE, text);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

static void
field_chosen_cb (VigieEditSeveralDialog *self)
{
  if (self->value_row != NULL)
    adw_preferences_group_remove (self->group, vigie_form_row_get_widget (self->value_row));
  g_clear_object (&self->value_row);
  self->value_row = vigie_form_row_new (self->store, self->record, get_field (self), FALSE);
  g_signal_connect_object (self->value_row, "changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, vigie_form_row_get_widget (self->value_row));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieEditSeveralDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!vigie_store_edit_records_finish (VIGIE_STORE (source), result, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  if (self->overlay != NULL)
    adw_toast_overlay_add_toast (self->overlay,
                                 g_object_new (ADW_TYPE_TOAST, "title", _ ("Saved"), "use-markup", FALSE,
                                               "button-label", _ ("_Undo"), "action-name", "win.undo", NULL));
  vigie_form_guard_close (ADW_DIALOG (self));
}

static void
save_cb (VigieEditSeveralDialog *self)
{
  guint field = get_field (self);
  g_autoptr (VigieRecord) read = vigie_record_new (vigie_record_get_entity (self->record));
  g_autofree char *text = NULL;

  if (!vigie_form_row_read (self->value_row, read))
    return;
  text =
    vigie_field_dup_canonical (&vigie_record_get_entity (read)->fields[field], vigie_record_get_value (read, field));
  vigie_store_set_field_async (self->store, self->keys, field, text, changed_cb, g_object_ref (self));
}

static void
cancel_cb (VigieEditSeveralDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  save_cb (VIGIE_EDIT_SEVERAL_DIALOG (widget));
  return TRUE;
}

static void
vigie_edit_several_dialog_dispose (GObject *object)
{
  VigieEditSeveralDialog *self = VIGIE_EDIT_SEVERAL_DIALOG (object);

  if (self->draft != NULL)
    vigie_form_draft_flush (self->draft);
  g_clear_object (&self->draft);
  g_clear_object (&self->value_row);
  g_clear_object (&self->record);
  g_clear_object (&self->overlay);
  g_clear_object (&self->store);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  G_OBJECT_CLASS (vigie_edit_several_dialog_parent_class)->dispose (object);
}

static void
vigie_edit_several_dialog_class_init (VigieEditSeveralDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_edit_several_dialog_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_s, GDK_CONTROL_MASK, save_shortcut_cb, NULL);
}

static void
vigie_edit_several_dialog_init (VigieEditSeveralDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save"));
  GtkWidget *page = adw_preferences_page_new ();

  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->banner = ADW_BANNER (adw_banner_new (""));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_add_css_class (save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->banner));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_default_widget (ADW_DIALOG (self), save);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
}

/* What makes a record that one is not given to several. */
static void
add_fields (VigieEditSeveralDialog *self)
{
  const VigieEntity *entity = vigie_record_get_entity (self->record);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & VIGIE_FIELD_KEY) == 0)
      {
        g_array_append_val (self->fields, i);
        gtk_string_list_append (names, vigie_field_get_label (&entity->fields[i]));
      }
  self->field_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->field_row), _ ("Field"));
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (names));
  vigie_choice_row_prepare (self->field_row);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->field_row));
  g_signal_connect_object (self->field_row, "notify::selected", G_CALLBACK (field_chosen_cb), self, G_CONNECT_SWAPPED);
  field_chosen_cb (self);
}

static VigieEditSeveralDialog *
dialog_new (GtkWidget *parent, VigieStore *store, GPtrArray *keys)
{
  VigieEditSeveralDialog *self = g_object_new (VIGIE_TYPE_EDIT_SEVERAL_DIALOG, NULL);
  GtkWidget *overlay = gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY);
  const VigieEntity *entity = vigie_record_get_entity (g_ptr_array_index (keys, 0));
  g_autofree char *number = vigie_format_integer (keys->len);
  g_autofree char *title = NULL;

  self->store = g_object_ref (store);
  self->keys = g_ptr_array_ref (keys);
  self->record = vigie_record_new (entity);
  self->overlay = overlay != NULL ? g_object_ref (ADW_TOAST_OVERLAY (overlay)) : NULL;
  /* Translators: title of a form; %1$s is a kind of record in the plural, %2$s how many are changed */
  title = g_strdup_printf (_ ("%1$s: Change %2$s"), vigie_entity_get_label_plural (entity), number);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  add_fields (self);
  return self;
}

/* Takes over @draft. */
static void
present (VigieEditSeveralDialog *self, GtkWidget *parent, VigieFormDraft *draft)
{
  self->draft = draft;
  vigie_form_guard_attach (ADW_DIALOG (self), draft);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/**
 * vigie_edit_several_dialog_present:
 * @parent: a widget of the window
 * @keys: (element-type VigieRecord): of one entity, at least one; their key fields are set
 *
 * Asks for a field and a value, and gives it to all of the records.
 */
void
vigie_edit_several_dialog_present (GtkWidget *parent, VigieStore *store, GPtrArray *keys)
{
  present (dialog_new (parent, store, keys), parent, vigie_form_draft_new_several (vigie_store_get_path (store), keys));
}

/**
 * vigie_edit_several_dialog_present_draft:
 * @draft: of a form in which several records were being changed
 *
 * Opens it again, with what stood in it.
 */
void
vigie_edit_several_dialog_present_draft (GtkWidget *parent, VigieStore *store, VigieFormDraft *draft)
{
  g_autoptr (GPtrArray) keys = vigie_form_draft_make_keys (draft);
  GHashTable *texts = vigie_form_draft_get_texts (draft);
  const char *name = g_hash_table_lookup (texts, FIELD);
  const char *value = g_hash_table_lookup (texts, VALUE);
  int field = name != NULL ? vigie_entity_find_field (vigie_form_draft_get_entity (draft), name) : -1;
  VigieEditSeveralDialog *self;

  if (keys->len == 0)
    return;
  self = dialog_new (parent, store, keys);
  for (guint i = 0; i < self->fields->len; i++)
    if ((int) g_array_index (self->fields, guint, i) == field)
      adw_combo_row_set_selected (self->field_row, i);
  if (value != NULL)
    vigie_form_row_set_text (self->value_row, value);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  present (self, parent, g_object_ref (draft));
}
