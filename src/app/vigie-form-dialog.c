// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieFormDialog: a record is entered or changed, a row a field, from the field table of its entity. Ctrl+S
 * and Return save, Escape asks only where something would be lost, and what was saved can be undone. What stands in it is
 * kept as a draft meanwhile, for a day on which the power goes.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-form-dialog.h"

#include "vigie-clock.h"
#include "vigie-entities.h"
#include "vigie-form-guard.h"
#include "vigie-form-row.h"
#include "vigie-gate-dialog.h"
#include "vigie-slices.h"
#include "vigie-titles.h"
#include "vigie-text-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define DIALOG_WIDTH 560
#define DIALOG_HEIGHT 720
#define CODES_MAX 20000
/* A form is up to fifty fields. */
#define ROWS_AT_ONCE 4

#define VIGIE_TYPE_FORM_DIALOG (vigie_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieFormDialog, vigie_form_dialog, VIGIE, FORM_DIALOG, AdwDialog)

struct _VigieFormDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;
  AdwBanner *banner;
  GtkWidget *save_button;

  /* owned */
  VigieStore *store;
  VigieRecord *record;
  VigieRecord *wanted;      /* what the rows said when they were last saved */
  GPtrArray *rows;          /* of VigieFormRow, one a field */
  AdwToastOverlay *overlay; /* where what was done is told; may be %NULL */
  VigieFormDraft *draft;

  VigieRecordEdit kind;
  int given;   /* a field that cannot be changed; VIGIE_NO_FIELD where there is none */
  int focused; /* a field that gets the keyboard, until it has it */
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (VigieFormDialog, vigie_form_dialog, ADW_TYPE_DIALOG)

static const VigieEntity *
entity_of (VigieFormDialog *self)
{
  return vigie_record_get_entity (self->record);
}

/* --- what stands in it, kept ---------------------------------------------------------------------- */

static void
keep_draft (VigieFormDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *text = vigie_form_row_dup_text (g_ptr_array_index (self->rows, i));

      vigie_form_draft_set_text (self->draft, entity_of (self)->fields[i].name, text);
    }
}

static void
changed_cb (VigieFormDialog *self)
{
  vigie_slices_finish (GTK_WIDGET (self));
  self->dirty = TRUE;
  keep_draft (self);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_banner_set_revealed (self->banner, FALSE);
}

static void
tell_saved (VigieFormDialog *self)
{
  AdwToast *toast;

  if (self->overlay == NULL)
    return;
  toast = g_object_new (ADW_TYPE_TOAST, "title", self->kind == VIGIE_RECORD_ADD ? _ ("Added") : _ ("Saved"),
                        "use-markup", FALSE, "button-label", _ ("_Undo"), "action-name", "win.undo", NULL);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/* What the register refuses of one field is told beside it, all else over the form. */
static void
tell_refusal (VigieFormDialog *self, const GError *error)
{
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieFormDialog) self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (!vigie_store_edit_record_finish (VIGIE_STORE (source), result, &error))
    {
      tell_refusal (self, error);
      return;
    }
  tell_saved (self);
  vigie_form_guard_close (ADW_DIALOG (self));
}

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *records = data;

  return records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieFormDialog) self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (!vigie_store_put_finish (VIGIE_STORE (source), result, NULL, &error))
    {
      tell_refusal (self, error);
      return;
    }
  tell_saved (self);
  vigie_form_guard_close (ADW_DIALOG (self));
}

/* What is done by a decision is entered with it, so that it is undone with it. */
static void
passed_cb (VigieRecord *decision, gpointer data)
{
  VigieFormDialog *self = data;
  GPtrArray *records;

  gtk_widget_set_sensitive (self->save_button, FALSE);
  if (decision == NULL && self->kind == VIGIE_RECORD_REPLACE)
    {
      vigie_store_change_record_async (self->store, self->record, self->wanted, saved_cb, g_object_ref (self));
      return;
    }
  if (decision == NULL)
    {
      vigie_store_edit_record_async (self->store, self->wanted, self->kind, saved_cb, g_object_ref (self));
      return;
    }
  records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (records, g_object_ref (decision));
  g_ptr_array_add (records, g_object_ref (self->wanted));
  vigie_store_put_async (self->store, next_record, NULL, records, (GDestroyNotify) g_ptr_array_unref, VIGIE_PUT_DEFAULT,
                         NULL, put_cb, g_object_ref (self));
}

/* All is read, so that all that is wrong is told; the first of it gets the keyboard. */
static void
save (VigieFormDialog *self)
{
  g_autoptr (VigieRecord) record = vigie_record_new (entity_of (self));
  const VigieOrder *disorder;
  GtkWidget *wrong = NULL;

  vigie_slices_finish (GTK_WIDGET (self));
  for (guint i = 0; i < self->rows->len; i++)
    if (!vigie_form_row_read (g_ptr_array_index (self->rows, i), record) && wrong == NULL)
      wrong = vigie_form_row_get_widget (g_ptr_array_index (self->rows, i));
  disorder = wrong == NULL ? vigie_record_find_disorder (record) : NULL;
  if (disorder != NULL)
    {
      const char *before = vigie_field_get_label (&entity_of (self)->fields[disorder->lesser]);
      /* Translators: what is wrong with a field of a form: %s is another field */
      g_autofree char *told = g_strdup_printf (_ ("before “%s”"), before);

      vigie_form_row_tell (g_ptr_array_index (self->rows, disorder->greater), told);
      wrong = vigie_form_row_get_widget (g_ptr_array_index (self->rows, disorder->greater));
    }
  if (wrong != NULL)
    {
      gtk_widget_child_focus (wrong, GTK_DIR_TAB_FORWARD);
      return;
    }
  g_set_object (&self->wanted, record);
  if (vigie_gate_dialog_is_asked (record))
    vigie_gate_dialog_ask (GTK_WIDGET (self), self->store, record, passed_cb, g_object_ref (self), g_object_unref);
  else
    passed_cb (NULL, self);
}

static void
save_clicked_cb (VigieFormDialog *self)
{
  save (self);
}

static void
cancel_clicked_cb (VigieFormDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  save (VIGIE_FORM_DIALOG (widget));
  return TRUE;
}

/* "IA-2026-041" after "IA-2026-040": the code with the greatest number at its end, and one more; "SYS-001" at first. */
static char *
dup_next_code (const VigieEntity *entity, GPtrArray *titles)
{
  const char *best = NULL;
  gint64 most = -1;
  int digits = 0;

  for (guint i = 0; i < titles->len; i++)
    {
      const char *code = ((const VigieTitle *) g_ptr_array_index (titles, i))->code;
      gsize length = strlen (code), start = length;
      gint64 number;

      while (start > 0 && g_ascii_isdigit (code[start - 1]) && length - start < 9)
        start--;
      number = start < length ? g_ascii_strtoll (code + start, NULL, 10) : -1;
      if (number <= most)
        continue;
      most = number;
      best = code;
      digits = (int) (length - start);
    }
  if (best == NULL)
    {
      g_autofree char *start = g_ascii_strup (entity->nick, 3);

      return g_strdup_printf ("%s-001", start);
    }
  return g_strdup_printf ("%.*s%0*" G_GINT64_FORMAT, (int) strlen (best) - digits, best, digits, most + 1);
}

static void
codes_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieFormDialog) self = data;
  g_autoptr (GPtrArray) titles = vigie_store_list_titles_finish (VIGIE_STORE (source), result, NULL);
  g_autofree char *code = titles != NULL && self->record != NULL ? dup_next_code (entity_of (self), titles) : NULL;
  VigieFormRow *row = self->rows != NULL && self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  g_autofree char *text = row != NULL ? vigie_form_row_dup_text (row) : NULL;

  if (code != NULL && text != NULL && *text == '\0')
    vigie_form_row_set_text (row, code);
}

static gboolean
has_code (const VigieEntity *entity)
{
  return g_str_equal (entity->fields[0].name, "code");
}

/* What a record is known by does not change: others name it so. */
static void
add_row (VigieFormDialog *self, guint field)
{
  gboolean is_new = self->kind == VIGIE_RECORD_ADD;
  gboolean is_key = (entity_of (self)->fields[field].flags & VIGIE_FIELD_KEY) != 0;
  gboolean locked = self->kind == VIGIE_RECORD_REPLACE ? is_key : (int) field == self->given;
  VigieFormRow *row = vigie_form_row_new (self->store, self->record, field, locked);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, vigie_form_row_get_widget (row));
  /* A code is proposed; what is asked first is what follows it. */
  if (self->focused == VIGIE_NO_FIELD && !locked && !(is_new && field == 0 && has_code (entity_of (self))))
    self->focused = (int) field;
  if ((int) field == self->focused)
    adw_dialog_set_focus (ADW_DIALOG (self), vigie_form_row_get_widget (row));
  g_ptr_array_add (self->rows, row);
}

static gboolean
add_rows (GtkWidget *dialog, gpointer data G_GNUC_UNUSED)
{
  VigieFormDialog *self = VIGIE_FORM_DIALOG (dialog);
  guint end = MIN (self->rows->len + ROWS_AT_ONCE, entity_of (self)->n_fields);

  while (self->rows->len < end)
    add_row (self, self->rows->len);
  return end < entity_of (self)->n_fields;
}

static void
vigie_form_dialog_dispose (GObject *object)
{
  VigieFormDialog *self = VIGIE_FORM_DIALOG (object);

  /* A program that is quit meanwhile keeps the last word too. */
  if (self->draft != NULL)
    vigie_form_draft_flush (self->draft);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->overlay);
  g_clear_object (&self->wanted);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (vigie_form_dialog_parent_class)->dispose (object);
}

static void
vigie_form_dialog_class_init (VigieFormDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_form_dialog_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_s, GDK_CONTROL_MASK, save_shortcut_cb, NULL);
}

static void
vigie_form_dialog_init (VigieFormDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *page = adw_preferences_page_new ();

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->banner = ADW_BANNER (adw_banner_new (""));
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->banner));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_content_height (ADW_DIALOG (self), DIALOG_HEIGHT);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (save_clicked_cb), self);
}

static void
restore_texts (VigieFormDialog *self, GHashTable *texts)
{
  vigie_slices_finish (GTK_WIDGET (self));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = g_hash_table_lookup (texts, entity_of (self)->fields[i].name);

      if (text != NULL)
        vigie_form_row_set_text (g_ptr_array_index (self->rows, i), text);
    }
  self->dirty = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

/* @draft: what stood in it once; NULL where it is opened for the first time */
static void
present (GtkWidget *parent, VigieStore *store, VigieRecord *record, VigieRecordEdit kind, int given, int focused,
         VigieFormDraft *draft)
{
  VigieFormDialog *self = g_object_new (VIGIE_TYPE_FORM_DIALOG, NULL);
  GtkWidget *overlay = gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *title = NULL;

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->kind = kind;
  self->overlay = overlay != NULL ? g_object_ref (ADW_TOAST_OVERLAY (overlay)) : NULL;
  self->draft =
    draft != NULL ? g_object_ref (draft) : vigie_form_draft_new (vigie_store_get_path (store), record, kind, given);
  vigie_form_guard_attach (ADW_DIALOG (self), self->draft);
  /* Translators: title of a form; %s is a kind of record, as in: New: AI system */
  title = g_strdup_printf (kind == VIGIE_RECORD_ADD ? _ ("New: %s") : _ ("Change: %s"),
                           vigie_entity_get_label (entity_of (self)));
  adw_dialog_set_title (ADW_DIALOG (self), title);
  self->given = given;
  self->focused = focused;
  if (add_rows (GTK_WIDGET (self), NULL))
    vigie_slices_begin (GTK_WIDGET (self), add_rows, NULL, NULL);
  if (draft != NULL)
    restore_texts (self, vigie_form_draft_get_texts (draft));
  if (kind == VIGIE_RECORD_ADD && has_code (entity_of (self)) && !vigie_record_is_measured (record, 0))
    vigie_store_list_titles_async (store, entity_of (self), NULL, CODES_MAX, NULL, codes_listed_cb,
                                   g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/* What is entered has mostly happened today, and just begun. */
static void
fill_usual (VigieRecord *record)
{
  /* A protection has no usual status: it is looked at. */
  static const VigieEntity *const begin[] = {
    &vigie_action_entity,   &vigie_barrier_entity, &vigie_decision_entity,
    &vigie_incident_entity, &vigie_meeting_entity, &vigie_stage_event_entity,
  };
  const VigieEntity *entity = vigie_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VigieField *field = &entity->fields[i];

      if ((field->flags & VIGIE_FIELD_REQUIRED) == 0 || vigie_record_is_measured (record, i))
        continue;
      if (field->type == VIGIE_FIELD_DATE)
        vigie_record_set_date (record, i, vigie_clock_today ());
      for (gsize j = 0; j < G_N_ELEMENTS (begin); j++)
        if (entity == begin[j] && (g_str_equal (field->name, "status") || g_str_equal (field->name, "basis")))
          vigie_record_set_number (record, i, 0);
    }
}

/**
 * vigie_form_dialog_present_new:
 * @parent: a widget of the window
 * @start: what is known of the new record; what is usual is filled in
 * @given: index of a field that cannot be changed, for the form was opened from it; or %VIGIE_NO_FIELD
 *
 * Asks for a new record, and adds it.
 */
void
vigie_form_dialog_present_new (GtkWidget *parent, VigieStore *store, VigieRecord *start, int given)
{
  fill_usual (start);
  present (parent, store, start, VIGIE_RECORD_ADD, given, VIGIE_NO_FIELD, NULL);
}

/**
 * vigie_form_dialog_present_edit:
 * @parent: a widget of the window
 * @record: as it is now
 * @field: index of the field that gets the keyboard; or %VIGIE_NO_FIELD
 *
 * Asks what a record is to be, and makes it so.
 */
void
vigie_form_dialog_present_edit (GtkWidget *parent, VigieStore *store, VigieRecord *record, int field)
{
  present (parent, store, record, VIGIE_RECORD_REPLACE, VIGIE_NO_FIELD, field, NULL);
}

typedef struct
{
  GtkWidget *parent;
  VigieFormDraft *draft;
} Resumed;

static void
resumed_free (Resumed *resumed)
{
  g_object_unref (resumed->parent);
  g_object_unref (resumed->draft);
  g_free (resumed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Resumed, resumed_free)

/* A record that was deleted since is a new one now. */
static void
changed_record_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Resumed) resumed = data;
  g_autoptr (VigieRecord) record = vigie_store_find_finish (VIGIE_STORE (source), result, NULL);
  g_autoptr (VigieRecord) gone = vigie_form_draft_make_key (resumed->draft);
  VigieRecordEdit kind = record != NULL ? VIGIE_RECORD_REPLACE : VIGIE_RECORD_ADD;

  if (gtk_widget_get_root (resumed->parent) != NULL)
    present (resumed->parent, VIGIE_STORE (source), record != NULL ? record : gone, kind, VIGIE_NO_FIELD,
             VIGIE_NO_FIELD, resumed->draft);
}

/**
 * vigie_form_dialog_present_draft:
 * @parent: a widget of the window
 * @draft: of a form that was being filled
 *
 * Opens the form again, with what stood in it.
 */
void
vigie_form_dialog_present_draft (GtkWidget *parent, VigieStore *store, VigieFormDraft *draft)
{
  g_autoptr (VigieRecord) record = NULL;
  Resumed *resumed;

  if (vigie_form_draft_get_kind (draft) == VIGIE_RECORD_ADD)
    {
      record = vigie_record_new (vigie_form_draft_get_entity (draft));
      present (parent, store, record, VIGIE_RECORD_ADD, vigie_form_draft_get_given (draft), VIGIE_NO_FIELD, draft);
      return;
    }
  record = vigie_form_draft_make_key (draft);
  resumed = g_new0 (Resumed, 1);
  resumed->parent = g_object_ref (parent);
  resumed->draft = g_object_ref (draft);
  vigie_store_find_async (store, record, NULL, changed_record_found_cb, resumed);
}
