// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieHistoryDialog: what the journal says was changed, when and by whom, the newest first, as far as one scrolls.
 * It is narrowed by words, kind of record, author and days, and follows the register. What is next to be undone or made
 * again has a button that does it.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-history-dialog.h"

#include "vigie-clock.h"
#include "vigie-entities.h"
#include "vigie-text-scale.h"
#include "vigie-typed.h"

#include <glib/gi18n.h>

#define DIALOG_WIDTH 680
#define DIALOG_HEIGHT 720
#define PAGE_ROWS 60

/* --- an entry in a list ---------------------------------------------------------------------------- */

#define VIGIE_TYPE_HISTORY_ITEM (vigie_history_item_get_type ())
G_DECLARE_FINAL_TYPE (VigieHistoryItem, vigie_history_item, VIGIE, HISTORY_ITEM, GObject)

struct _VigieHistoryItem
{
  GObject parent_instance;

  gint64 seq;
  char *sentence;
  char *when;
};

G_DEFINE_FINAL_TYPE (VigieHistoryItem, vigie_history_item, G_TYPE_OBJECT)

static void
vigie_history_item_finalize (GObject *object)
{
  VigieHistoryItem *self = VIGIE_HISTORY_ITEM (object);

  g_free (self->sentence);
  g_free (self->when);
  G_OBJECT_CLASS (vigie_history_item_parent_class)->finalize (object);
}

static void
vigie_history_item_class_init (VigieHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_history_item_finalize;
}

static void
vigie_history_item_init (VigieHistoryItem *self G_GNUC_UNUSED)
{
}

static VigieHistoryItem *
vigie_history_item_new (const VigieJournalEntry *entry)
{
  VigieHistoryItem *self = g_object_new (VIGIE_TYPE_HISTORY_ITEM, NULL);
  g_autofree char *time = entry->entered_at != NULL ? vigie_clock_dup_local (entry->entered_at) : NULL;

  self->seq = entry->seq;
  self->sentence = vigie_journal_entry_dup_sentence (entry);
  if (time != NULL && entry->author != NULL)
    self->when = g_strdup_printf (C_ ("history", "%1$s, %2$s"), time, entry->author);
  else
    self->when = g_strdup (time != NULL ? time : entry->author != NULL ? entry->author : "");
  return self;
}

/* --- the dialog ------------------------------------------------------------------------------------ */

typedef enum
{
  DAYS_ANY,
  DAYS_TODAY,
  DAYS_WEEK,
  DAYS_MONTH,
  DAYS_YEAR,
  DAYS_CHOSEN,
} Days;

struct _VigieHistoryDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  GtkEditable *search;
  GtkDropDown *entity;
  GtkDropDown *author;
  GtkDropDown *days;
  GtkWidget *chosen_days;
  GtkEditable *since;
  GtkEditable *until;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkAdjustment *scroll;

  /* owned */
  VigieStore *store;
  char *code; /* of the only record whose history is wanted; may be %NULL */
  GListStore *items;
  GStrv authors;
  GCancellable *cancellable; /* of what is being asked */
  gint64 undo;               /* the entries that are next in turn; 0 none */
  gint64 redo;
  gboolean asking;
  gboolean at_end;
};

G_DEFINE_FINAL_TYPE (VigieHistoryDialog, vigie_history_dialog, ADW_TYPE_DIALOG)

/* The day that the chosen span of days begins; NULL where it does not, or is no day yet. */
static char *
dup_since (VigieHistoryDialog *self)
{
  static const int back[] = { [DAYS_TODAY] = 0, [DAYS_WEEK] = 6, [DAYS_MONTH] = 29, [DAYS_YEAR] = 364 };
  guint days = gtk_drop_down_get_selected (self->days);
  VigieDate day;

  if (days == DAYS_ANY || days == GTK_INVALID_LIST_POSITION)
    return NULL;
  day = days == DAYS_CHOSEN ? vigie_parse_typed_date (gtk_editable_get_text (self->since))
                            : vigie_clock_today () - back[days];
  return day != VIGIE_DATE_NONE ? vigie_date_dup_iso (day) : NULL;
}

static char *
dup_until (VigieHistoryDialog *self)
{
  VigieDate day = VIGIE_DATE_NONE;

  if (gtk_drop_down_get_selected (self->days) == DAYS_CHOSEN)
    day = vigie_parse_typed_date (gtk_editable_get_text (self->until));
  return day != VIGIE_DATE_NONE ? vigie_date_dup_iso (day) : NULL;
}

static void
show_state (VigieHistoryDialog *self, const char *failure)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;

  gtk_stack_set_visible_child_name (self->stack, some ? "rows" : "empty");
  adw_status_page_set_title (self->empty,
                             failure != NULL ? _ ("The History Could Not Be Read") : _ ("No Change Found"));
  adw_status_page_set_description (self->empty, failure);
}

typedef struct
{
  VigieHistoryDialog *self;
  gboolean more; /* than what is shown, and not in place of it */
  guint wanted;
} Asked;

static void
logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (VigieHistoryDialog) self = asked->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = vigie_store_log_finish (VIGIE_STORE (source), result, &error);
  g_autoptr (GPtrArray) items = NULL;
  guint at;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  self->asking = FALSE;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_ptr_array_add (items, vigie_history_item_new (g_ptr_array_index (entries, i)));
  at = asked->more ? g_list_model_get_n_items (G_LIST_MODEL (self->items)) : 0;
  self->at_end = items->len < asked->wanted;
  g_list_store_splice (self->items, at, g_list_model_get_n_items (G_LIST_MODEL (self->items)) - at, items->pdata,
                       items->len);
  show_state (self, error != NULL ? error->message : NULL);
}

static void
ask (VigieHistoryDialog *self, gboolean more, guint wanted)
{
  const VigieEntity *const *entities = vigie_entities ();
  const char *const codes[] = { self->code, NULL };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint entity = gtk_drop_down_get_selected (self->entity);
  guint author = gtk_drop_down_get_selected (self->author);
  const char *words = gtk_editable_get_text (self->search);
  g_autofree char *since = dup_since (self);
  g_autofree char *until = dup_until (self);
  g_autoptr (VigieHistoryItem) last = more && n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->items), n - 1) : NULL;
  VigieJournalQuery query = { .since = since, .until = until, .limit = wanted };
  Asked *asked = g_new0 (Asked, 1);

  if (entity > 0 && entity <= VIGIE_N_ENTITIES)
    query.entity = entities[entity - 1];
  if (author > 0 && author != GTK_INVALID_LIST_POSITION && self->authors != NULL)
    query.author = self->authors[author - 1];
  if (*words != '\0')
    query.words = words;
  if (self->code != NULL)
    query.codes = codes;
  query.before = last != NULL ? last->seq : 0;
  *asked = (Asked) { g_object_ref (self), more, wanted };
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->asking = TRUE;
  vigie_store_log_async (self->store, &query, self->cancellable, logged_cb, asked);
}

static void
narrowed_cb (VigieHistoryDialog *self)
{
  gtk_widget_set_visible (self->chosen_days, gtk_drop_down_get_selected (self->days) == DAYS_CHOSEN);
  if (self->store != NULL)
    ask (self, FALSE, PAGE_ROWS);
}

/* Escape takes back what was looked for, and then closes. */
static void
search_stopped_cb (VigieHistoryDialog *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* The next rows come before one reaches the end of those that are there. */
static void
scrolled_cb (VigieHistoryDialog *self)
{
  double left = gtk_adjustment_get_upper (self->scroll) - gtk_adjustment_get_value (self->scroll);

  if (!self->asking && !self->at_end && left < 3 * gtk_adjustment_get_page_size (self->scroll))
    ask (self, TRUE, PAGE_ROWS);
}

/* --- what is next in turn -------------------------------------------------------------------------- */

static void
peeked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieHistoryDialog) self = data;
  g_autoptr (VigieJournalEntry) undo = NULL;
  g_autoptr (VigieJournalEntry) redo = NULL;

  vigie_store_peek_finish (VIGIE_STORE (source), result, &undo, &redo, NULL);
  if (self->store == NULL)
    return;
  self->undo = undo != NULL ? undo->seq : 0;
  self->redo = redo != NULL ? redo->seq : 0;
  /* As many as were there, with what has come since. */
  ask (self, FALSE, MAX (PAGE_ROWS, g_list_model_get_n_items (G_LIST_MODEL (self->items)) + 1));
}

static void
store_changed_cb (VigieHistoryDialog *self)
{
  vigie_store_peek_async (self->store, NULL, peeked_cb, g_object_ref (self));
}

static void
authors_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieHistoryDialog) self = data;
  g_auto (GStrv) authors = vigie_store_list_authors_finish (VIGIE_STORE (source), result, NULL);
  GtkStringList *choices = GTK_STRING_LIST (gtk_drop_down_get_model (self->author));

  if (authors == NULL || self->store == NULL)
    return;
  gtk_string_list_splice (choices, 1, g_list_model_get_n_items (G_LIST_MODEL (choices)) - 1,
                          (const char *const *) authors);
  g_clear_pointer (&self->authors, g_strfreev);
  self->authors = g_steal_pointer (&authors);
}

/* --- rows ------------------------------------------------------------------------------------------ */

static GtkWidget *
new_row_label (const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *when = new_row_label ("caption");
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (when, "dimmed");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_box_append (GTK_BOX (texts), new_row_label (NULL));
  gtk_box_append (GTK_BOX (texts), when);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (VigieHistoryDialog *self, GtkListItem *item)
{
  VigieHistoryItem *entry = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  GtkWidget *button = gtk_widget_get_last_child (row);
  gboolean undo = entry->seq == self->undo;
  g_autofree char *said = g_strdup_printf (C_ ("history", "%1$s, %2$s"), entry->sentence, entry->when);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)), entry->sentence);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), entry->when);
  gtk_widget_set_visible (gtk_widget_get_last_child (texts), *entry->when != '\0');
  gtk_list_item_set_accessible_label (item, said);
  gtk_widget_set_visible (button, undo || entry->seq == self->redo);
  gtk_button_set_label (GTK_BUTTON (button), undo ? _ ("_Undo") : _ ("_Redo"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), undo ? "win.undo" : "win.redo");
}

/* --- made of --------------------------------------------------------------------------------------- */

static GtkDropDown *
new_choice (VigieHistoryDialog *self, GtkWidget *box, const char *label, const char *const *texts)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (texts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (choice, label);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (narrowed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), choice);
  return GTK_DROP_DOWN (choice);
}

static GtkDropDown *
new_entity_choice (VigieHistoryDialog *self, GtkWidget *box)
{
  const VigieEntity *const *entities = vigie_entities ();
  const char *texts[VIGIE_N_ENTITIES + 2] = { _ ("All Records") };

  for (guint i = 0; i < VIGIE_N_ENTITIES; i++)
    texts[i + 1] = vigie_entity_get_label_plural (entities[i]);
  return new_choice (self, box, _ ("Kind of Record"), texts);
}

static GtkEditable *
new_day_entry (VigieHistoryDialog *self, GtkWidget *box, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (narrowed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
new_filters (VigieHistoryDialog *self)
{
  const char *const everyone[] = { _ ("Everyone"), NULL };
  const char *const days[] = {
    _ ("Any Day"), _ ("Today"), _ ("Last 7 Days"), _ ("Last 30 Days"), _ ("Last 365 Days"), _ ("Chosen Days"), NULL
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices = adw_wrap_box_new ();
  GtkWidget *search = gtk_search_entry_new ();

  gtk_widget_add_css_class (box, "toolbar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search in the history"),
                                  -1);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (search), _ ("Search"));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (search), 150);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), GTK_WIDGET (self));
  self->search = GTK_EDITABLE (search);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (choices), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (choices), 6);
  self->chosen_days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entity = new_entity_choice (self, choices);
  self->author = new_choice (self, choices, _ ("Author"), everyone);
  self->days = new_choice (self, choices, _ ("Days"), days);
  self->since = new_day_entry (self, self->chosen_days, _ ("First Day"));
  self->until = new_day_entry (self, self->chosen_days, _ ("Last Day"));
  gtk_widget_set_visible (self->chosen_days, FALSE);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (narrowed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (search_stopped_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), choices);
  gtk_box_append (GTK_BOX (box), self->chosen_days);
  return box;
}

static GtkWidget *
new_list (VigieHistoryDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items))));
  GtkWidget *view = gtk_list_view_new (selection, factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (view), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (view, "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Changes"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  self->scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect_object (self->scroll, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scroll, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  return scrolled;
}

static void
vigie_history_dialog_dispose (GObject *object)
{
  VigieHistoryDialog *self = VIGIE_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->items);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (vigie_history_dialog_parent_class)->dispose (object);
}

static void
vigie_history_dialog_class_init (VigieHistoryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_history_dialog_dispose;
}

static void
vigie_history_dialog_init (VigieHistoryDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->items = g_list_store_new (VIGIE_TYPE_HISTORY_ITEM);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, "document-open-recent-symbolic");
  gtk_stack_add_named (self->stack, adw_bin_new (), "waiting");
  gtk_stack_add_named (self->stack, new_list (self), "rows");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), new_filters (self));
  adw_toolbar_view_set_top_bar_style (ADW_TOOLBAR_VIEW (view), ADW_TOOLBAR_RAISED_BORDER);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_content_height (ADW_DIALOG (self), DIALOG_HEIGHT);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->search));
}

/**
 * vigie_history_dialog_present:
 * @parent: a widget of the window to present it in
 * @code: (nullable): of the only record whose history is wanted
 *
 * Shows the history of a register, or of a record.
 */
void
vigie_history_dialog_present (GtkWidget *parent, VigieStore *store, const char *code)
{
  VigieHistoryDialog *self = g_object_new (VIGIE_TYPE_HISTORY_DIALOG, NULL);
  g_autofree char *title = NULL;

  self->store = g_object_ref (store);
  self->code = g_strdup (code);
  if (code != NULL)
    /* Translators: title of a dialog; %s is the code of a record */
    title = g_strdup_printf (_ ("History of %s"), code);
  adw_dialog_set_title (ADW_DIALOG (self), title != NULL ? title : _ ("History"));
  vigie_store_list_authors_async (store, NULL, authors_listed_cb, g_object_ref (self));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  store_changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
