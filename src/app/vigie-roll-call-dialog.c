// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRollCallDialog: a training session is recorded in one gesture: module, day, and the references of those who
 * attended, pasted as a list. Who is not known, was given twice, or holds the module already, is told while one pastes.
 * All completions are one change. When they expire follows from the validity of the module. What is typed is kept as a
 * draft until it is recorded or given up.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-roll-call-dialog.h"

#include "vigie-clock.h"
#include "vigie-completion.h"
#include "vigie-form-guard.h"
#include "vigie-form-row.h"
#include "vigie-format.h"
#include "vigie-roll-call.h"
#include "vigie-system-rows.h"
#include "vigie-text-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DIALOG_WIDTH 560
#define DIALOG_HEIGHT 720
#define LIST_HEIGHT 160
/* While one types. */
#define CALL_DELAY_MS 150
/* So many references are named; the others are counted. */
#define NAMED_MAX 12
/* In a draft: the references as they were pasted. */
#define REFERENCES "references"

#define VIGIE_TYPE_ROLL_CALL_DIALOG (vigie_roll_call_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieRollCallDialog, vigie_roll_call_dialog, VIGIE, ROLL_CALL_DIALOG, AdwDialog)

struct _VigieRollCallDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  AdwBanner *banner;
  GtkWidget *save_button;
  GtkTextBuffer *buffer;
  GtkLabel *count_label;
  GtkLabel *told_label;

  /* owned */
  VigieStore *store;
  AdwToastOverlay *overlay;
  GPtrArray *rows; /* of VigieFormRow: module, day, minutes */
  VigieRollCall *roll;
  VigieFormDraft *draft;
  VigieRecord *session; /* what the rows said when @roll was called */
  GCancellable *cancellable;
  guint call_source;
  guint n_written;
};

G_DEFINE_FINAL_TYPE (VigieRollCallDialog, vigie_roll_call_dialog, ADW_TYPE_DIALOG)

static const guint asked[] = { VIGIE_COMPLETION_MODULE, VIGIE_COMPLETION_COMPLETED_ON, VIGIE_COMPLETION_MINUTES };

static char *
dup_text (VigieRollCallDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static guint
count_new (const VigieRollCall *roll)
{
  return roll->present->len - roll->recorded->len;
}

/* --- what is told ---------------------------------------------------------------------------------- */

static char *
dup_named (GPtrArray *codes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (codes->len, NAMED_MAX); i++)
    {
      g_string_append (text, i > 0 ? C_ ("list", ", ") : "");
      g_string_append (text, g_ptr_array_index (codes, i));
    }
  if (codes->len > NAMED_MAX)
    g_string_append (text, "…");
  return g_string_free_and_steal (text);
}

/* Takes over @line. */
static void
add_line (GString *told, GPtrArray *codes, char *line)
{
  if (codes->len > 0)
    {
      g_string_append (told, told->len > 0 ? "\n" : "");
      g_string_append (told, line);
    }
  g_free (line);
}

static char *
dup_told (const VigieRollCall *roll)
{
  GString *told = g_string_new (NULL);
  g_autofree char *unknown = dup_named (roll->unknown);
  g_autofree char *doubled = dup_named (roll->doubled);
  g_autofree char *valid = dup_named (roll->valid);
  g_autofree char *recorded = dup_named (roll->recorded);

  /* Translators: %1$u is how many references of staff, %2$s are these */
  add_line (told, roll->unknown,
            g_strdup_printf (ngettext ("%1$u not found: %2$s", "%1$u not found: %2$s", roll->unknown->len),
                             roll->unknown->len, unknown));
  add_line (told, roll->doubled,
            g_strdup_printf (ngettext ("%1$u given more than once, counted once: %2$s",
                                       "%1$u given more than once, counted once: %2$s", roll->doubled->len),
                             roll->doubled->len, doubled));
  add_line (told, roll->valid,
            g_strdup_printf (ngettext ("%1$u holds it already and renews it: %2$s",
                                       "%1$u hold it already and renew it: %2$s", roll->valid->len),
                             roll->valid->len, valid));
  add_line (told, roll->recorded,
            g_strdup_printf (ngettext ("%1$u recorded already on that day: %2$s",
                                       "%1$u recorded already on that day: %2$s", roll->recorded->len),
                             roll->recorded->len, recorded));
  return g_string_free_and_steal (told);
}

static void
show_roll (VigieRollCallDialog *self)
{
  guint n = self->roll != NULL ? count_new (self->roll) : 0;
  g_autofree char *number = vigie_format_integer (n);
  /* Translators: how many people’s training is going to be recorded; %s is the number */
  g_autofree char *count =
    g_strdup_printf (ngettext ("%s completion to record", "%s completions to record", n), number);
  g_autofree char *told = self->roll != NULL ? dup_told (self->roll) : NULL;

  gtk_label_set_label (self->count_label, self->roll != NULL ? count : _ ("Choose a module, and paste references."));
  gtk_label_set_label (self->told_label, told != NULL ? told : "");
  gtk_widget_set_visible (GTK_WIDGET (self->told_label), told != NULL && *told != '\0');
  gtk_widget_set_sensitive (self->save_button, n > 0);
}

/* --- calling --------------------------------------------------------------------------------------- */

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieRollCallDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieRollCall) roll = vigie_store_call_roll_finish (VIGIE_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (roll == NULL)
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  g_clear_pointer (&self->roll, vigie_roll_call_free);
  self->roll = g_steal_pointer (&roll);
  show_roll (self);
}

static gboolean
call_due_cb (gpointer data)
{
  VigieRollCallDialog *self = data;
  g_autoptr (VigieRecord) session = vigie_record_new (&vigie_completion_entity);
  g_autofree char *text = dup_text (self);
  gboolean good = TRUE;

  self->call_source = 0;
  for (guint i = 0; i < self->rows->len; i++)
    good = vigie_form_row_read (g_ptr_array_index (self->rows, i), session) && good;
  if (!good)
    return G_SOURCE_REMOVE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->session, session);
  vigie_store_call_roll_async (self->store, vigie_record_get_text (session, VIGIE_COMPLETION_MODULE),
                               vigie_record_get_date (session, VIGIE_COMPLETION_COMPLETED_ON), text, self->cancellable,
                               called_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
keep_draft (VigieRollCallDialog *self)
{
  g_autofree char *references = dup_text (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *text = vigie_form_row_dup_text (g_ptr_array_index (self->rows, i));

      vigie_form_draft_set_text (self->draft, vigie_completion_entity.fields[asked[i]].name, text);
    }
  vigie_form_draft_set_text (self->draft, REFERENCES, references);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

/* What was found of what stood there before does not count any more. */
static void
changed_cb (VigieRollCallDialog *self)
{
  keep_draft (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->roll, vigie_roll_call_free);
  adw_banner_set_revealed (self->banner, FALSE);
  show_roll (self);
  g_clear_handle_id (&self->call_source, g_source_remove);
  if (gtk_text_buffer_get_char_count (self->buffer) > 0)
    self->call_source = g_timeout_add (CALL_DELAY_MS, call_due_cb, self);
}

/* --- writing --------------------------------------------------------------------------------------- */

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *records = data;

  return records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieRollCallDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = vigie_format_integer (self->n_written);
  g_autofree char *title = NULL;

  if (!vigie_store_put_finish (VIGIE_STORE (source), result, NULL, &error))
    {
      gtk_widget_set_sensitive (self->save_button, TRUE);
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  title = g_strdup_printf (ngettext ("%s completion recorded", "%s completions recorded", self->n_written), number);
  if (self->overlay != NULL)
    adw_toast_overlay_add_toast (self->overlay,
                                 g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, "button-label",
                                               _ ("_Undo"), "action-name", "win.undo", NULL));
  vigie_form_guard_close (ADW_DIALOG (self));
}

static VigieRecord *
new_completion (VigieRollCallDialog *self, const char *staff)
{
  VigieRecord *record = vigie_record_new (&vigie_completion_entity);

  vigie_record_set_text (record, VIGIE_COMPLETION_STAFF, staff);
  vigie_record_set_text (record, VIGIE_COMPLETION_MODULE,
                         vigie_record_get_text (self->session, VIGIE_COMPLETION_MODULE));
  vigie_record_set_date (record, VIGIE_COMPLETION_COMPLETED_ON,
                         vigie_record_get_date (self->session, VIGIE_COMPLETION_COMPLETED_ON));
  if (vigie_record_is_measured (self->session, VIGIE_COMPLETION_MINUTES))
    vigie_record_set_number (record, VIGIE_COMPLETION_MINUTES,
                             vigie_record_get_number (self->session, VIGIE_COMPLETION_MINUTES, 0));
  return record;
}

static void
save_clicked_cb (VigieRollCallDialog *self)
{
  g_autoptr (GHashTable) recorded = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *records;

  if (self->roll == NULL || count_new (self->roll) == 0)
    return;
  for (guint i = 0; i < self->roll->recorded->len; i++)
    g_hash_table_add (recorded, g_ptr_array_index (self->roll->recorded, i));
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->roll->present->len; i++)
    if (!g_hash_table_contains (recorded, g_ptr_array_index (self->roll->present, i)))
      g_ptr_array_add (records, new_completion (self, g_ptr_array_index (self->roll->present, i)));
  self->n_written = records->len;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  vigie_store_put_async (self->store, next_record, NULL, records, (GDestroyNotify) g_ptr_array_unref, VIGIE_PUT_DEFAULT,
                         NULL, written_cb, g_object_ref (self));
}

static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  save_clicked_cb (VIGIE_ROLL_CALL_DIALOG (widget));
  return TRUE;
}

/* --- life ------------------------------------------------------------------------------------------ */

static void
vigie_roll_call_dialog_dispose (GObject *object)
{
  VigieRollCallDialog *self = VIGIE_ROLL_CALL_DIALOG (object);

  if (self->draft != NULL)
    vigie_form_draft_flush (self->draft);
  g_clear_object (&self->draft);
  g_clear_handle_id (&self->call_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->roll, vigie_roll_call_free);
  g_clear_object (&self->session);
  g_clear_object (&self->overlay);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (vigie_roll_call_dialog_parent_class)->dispose (object);
}

static void
vigie_roll_call_dialog_class_init (VigieRollCallDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_roll_call_dialog_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_s, GDK_CONTROL_MASK, save_shortcut_cb, NULL);
}

static GtkWidget *
make_list (VigieRollCallDialog *self)
{
  GtkWidget *group = vigie_system_group_new (
    _ ("Who Attended"),
    _ ("References of staff, one a line or parted by commas. A column of a spreadsheet can be pasted."));
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who Attended"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_widget_add_css_class (view, "inline");
  gtk_widget_add_css_class (scrolled, "vigie-long-text");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), scrolled);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return group;
}

static GtkWidget *
make_told (VigieRollCallDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->count_label = GTK_LABEL (vigie_system_label_new ("", "heading"));
  self->told_label = GTK_LABEL (vigie_system_label_new ("", NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->told_label));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  return group;
}

static void
add_rows (VigieRollCallDialog *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (VigieRecord) start = vigie_record_new (&vigie_completion_entity);

  vigie_record_set_date (start, VIGIE_COMPLETION_COMPLETED_ON, vigie_clock_today ());
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      VigieFormRow *row = vigie_form_row_new (self->store, start, asked[i], FALSE);

      g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, vigie_form_row_get_widget (row));
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_page_add (page, group);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_list (self)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_told (self)));
}

static void
vigie_roll_call_dialog_init (VigieRollCallDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->banner = ADW_BANNER (adw_banner_new (""));
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Record"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (save_clicked_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  adw_dialog_set_child (ADW_DIALOG (self), adw_toolbar_view_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (adw_dialog_get_child (ADW_DIALOG (self))), header);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (adw_dialog_get_child (ADW_DIALOG (self))), GTK_WIDGET (self->banner));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Record a Session"));
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_content_height (ADW_DIALOG (self), DIALOG_HEIGHT);
}

/* Takes over @draft. */
static VigieRollCallDialog *
present (GtkWidget *parent, VigieStore *store, VigieFormDraft *draft)
{
  VigieRollCallDialog *self = g_object_new (VIGIE_TYPE_ROLL_CALL_DIALOG, NULL);
  GtkWidget *overlay = gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *page = adw_preferences_page_new ();

  self->store = g_object_ref (store);
  self->draft = draft;
  self->overlay = overlay != NULL ? g_object_ref (ADW_TOAST_OVERLAY (overlay)) : NULL;
  add_rows (self, ADW_PREFERENCES_PAGE (page));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (adw_dialog_get_child (ADW_DIALOG (self))), page);
  show_roll (self);
  vigie_form_guard_attach (ADW_DIALOG (self), draft);
  adw_dialog_present (ADW_DIALOG (self), parent);
  return self;
}

/**
 * vigie_roll_call_dialog_present:
 * @parent: a widget of the window
 *
 * Asks who attended a training session, and records it.
 */
void
vigie_roll_call_dialog_present (GtkWidget *parent, VigieStore *store)
{
  present (parent, store, vigie_form_draft_new_session (vigie_store_get_path (store)));
}

/**
 * vigie_roll_call_dialog_present_draft:
 * @draft: of a session that was being recorded
 *
 * Opens it again, with what stood in it.
 */
void
vigie_roll_call_dialog_present_draft (GtkWidget *parent, VigieStore *store, VigieFormDraft *draft)
{
  VigieRollCallDialog *self = present (parent, store, g_object_ref (draft));
  GHashTable *texts = vigie_form_draft_get_texts (draft);
  const char *references = g_hash_table_lookup (texts, REFERENCES);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = g_hash_table_lookup (texts, vigie_completion_entity.fields[asked[i]].name);

      if (text != NULL)
        vigie_form_row_set_text (g_ptr_array_index (self->rows, i), text);
    }
  gtk_text_buffer_set_text (self->buffer, references != NULL ? references : "", -1);
}
