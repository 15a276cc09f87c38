// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieListPage: a list of the register, searched, narrowed, grouped and sorted, a column a field. A row opens everything
 * that is known of it. It is looked at as it was last.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-list-page-private.h"

#include "vigie-config.h"
#include "vigie-field-column.h"
#include "vigie-form-dialog.h"
#include "vigie-format.h"
#include "vigie-open-record.h"

#include <glib/gi18n.h>

/* What comes later than this is waited for. */
#define PATIENCE_MS 250

G_DEFINE_FINAL_TYPE (VigieListPage, vigie_list_page, ADW_TYPE_BIN)

/**
 * vigie_list_page_get_memory:
 *
 * Returns: (transfer none): under which name it is kept how the list is looked at
 */
const char *
vigie_list_page_get_memory (VigieListPage *self)
{
  return vigie_list_kind_get_row_entity (self->kind)->nick;
}

/* What was searched for is not what one looks for the next time. */
static void
keep_look (VigieListPage *self)
{
  VigieListView last = *self->look;
  g_autofree char *text = NULL;

  last.search = NULL;
  text = vigie_list_view_dup_text (&last, vigie_list_kind_get_row_entity (self->kind));
  vigie_list_memory_keep (vigie_list_page_get_memory (self), VIGIE_LIST_LAST, text);
}

static GtkColumnViewColumn *
find_column (VigieListPage *self, int field)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      /* the view holds it */
      if (vigie_field_column_get_field (column) == field)
        return column;
    }
  return NULL;
}

static void
sort_view (VigieListPage *self)
{
  int field = self->look->sort_field >= 0 ? self->look->sort_field : self->kind->sort;
  gboolean descending = self->look->sort_field >= 0 ? self->look->descending : self->kind->descending;
  GtkColumnViewColumn *column = find_column (self, field);

  gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* The head of a group: what its rows have in common, and how many they are. */
static void
bind_head_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListHeader *head, VigieListPage *self)
{
  const VigieGroup *group = vigie_row_list_get_group (self->rows, gtk_list_header_get_start (head));
  g_autofree char *number = group != NULL ? vigie_format_integer (group->n_records) : NULL;
  g_autofree char *text = NULL;

  if (group != NULL)
    /* Translators: the head of a group of rows: %1$s is what they have in common, %2$s how many they are */
    text =
      g_strdup_printf (C_ ("group", "%1$s (%2$s)"), group->value != NULL ? group->title : _ ("Not measured"), number);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (head)), text != NULL ? text : "");
}

static void
setup_head_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListHeader *head)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (head, label);
}

static void
show_heads (VigieListPage *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  if (self->look->group_field >= 0)
    {
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (setup_head_cb), NULL);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_head_cb), self, 0);
    }
  gtk_column_view_set_header_factory (self->view, factory);
}

/**
 * vigie_list_page_look_changed:
 *
 * Shows the list as it is to be looked at now.
 */
void
vigie_list_page_look_changed (VigieListPage *self)
{
  vigie_list_page_end_selection (self);
  show_heads (self);
  vigie_list_page_show_pills (self);
  vigie_row_list_set_group (self->rows, self->look->group_field);
  vigie_row_list_set_filters (self->rows, self->look->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), self->look->search != NULL ? self->look->search : "");
  vigie_row_list_set_search (self->rows, self->look->search);
  sort_view (self);
  keep_look (self);
}

static void
search_changed_cb (VigieListPage *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_set_str (&self->look->search, *search != '\0' ? search : NULL);
  vigie_list_page_end_selection (self);
  vigie_row_list_set_search (self->rows, search);
}

static void
activate_cb (VigieListPage *self, guint position)
{
  g_autoptr (VigieRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  VigieRecord *record = row != NULL ? vigie_row_get_record (row) : NULL;

  if (record != NULL)
    {
      g_autoptr (VigieRecord) key = vigie_list_kind_new_key (self->kind, record);

      vigie_open_key (GTK_WIDGET (self), vigie_session_get_store (self->session), key);
    }
}

static void
add_clicked_cb (VigieListPage *self)
{
  vigie_list_page_begin_add (self);
}

static void
show_empty (VigieListPage *self, gboolean searching)
{
  g_autofree char *failure = NULL;

  g_object_get (self->rows, "failure", &failure, NULL);
  if (failure != NULL)
    {
      adw_status_page_set_icon_name (self->empty_page, "dialog-error-symbolic");
      adw_status_page_set_title (self->empty_page, _ ("The List Could Not Be Read"));
      adw_status_page_set_description (self->empty_page, failure);
      return;
    }
  adw_status_page_set_icon_name (self->empty_page, searching ? "edit-find-symbolic" : "folder-symbolic");
  adw_status_page_set_title (self->empty_page, searching ? _ ("Nothing Found") : _ ("Nothing Here Yet"));
  adw_status_page_set_description (self->empty_page, searching ? _ ("Try fewer or other words.")
                                                               : _ ("Add the first one, or import a table."));
}

static void
rows_changed_cb (VigieListPage *self)
{
  guint n = vigie_row_list_get_n_rows (self->rows);
  gboolean searching = vigie_row_list_is_narrowed (self->rows);
  g_autofree char *number = vigie_format_integer (n);
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;
  gint64 n_all;

  g_object_get (self->rows, "n-all", &n_all, NULL);
  if (searching && n_all >= n)
    {
      all = vigie_format_integer (n_all);
      /* Translators: how many rows a list shows, and how many it has, as in: 12 of 40 rows */
      text = g_strdup_printf (ngettext ("%1$s of %2$s row", "%1$s of %2$s rows", (gulong) n_all), number, all);
    }
  else
    /* Translators: how many rows a list has; %s is the number */
    text = g_strdup_printf (ngettext ("%s row", "%s rows", n), number);
  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "empty");
  if (n == 0)
    show_empty (self, searching);
}

static gboolean
show_spinner_cb (gpointer data)
{
  VigieListPage *self = data;

  self->patience = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

/* What comes at once is not announced. */
static void
waiting_changed_cb (VigieListPage *self)
{
  gboolean waiting;

  g_object_get (self->rows, "waiting", &waiting, NULL);
  g_clear_handle_id (&self->patience, g_source_remove);
  if (waiting && !gtk_widget_get_visible (self->spinner))
    self->patience = g_timeout_add (PATIENCE_MS, show_spinner_cb, self);
  else if (!waiting)
    gtk_widget_set_visible (self->spinner, FALSE);
}

/* Rows that were picked are others now. */
static void
renewed_cb (VigieListPage *self)
{
  if (self->selection != NULL)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  rows_changed_cb (self);
}

static void
sorter_changed_cb (VigieListPage *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  self->look->sort_field = column != NULL ? vigie_field_column_get_field (column) : -1;
  self->look->descending = descending;
  vigie_row_list_set_sort (self->rows, self->look->sort_field, descending);
  keep_look (self);
}

static void
scope_changed_cb (VigieListPage *self)
{
  vigie_row_list_set_as_of (self->rows, vigie_session_get_as_of (self->session));
}

/* Of a name in two languages, the reader's is shown. */
static gboolean
is_in_other_language (const VigieField *field)
{
  return g_str_has_suffix (field->name, vigie_language_get () == VIGIE_LANGUAGE_FR ? "_en" : "_fr");
}

/* A name in two languages is two fields. */
static gboolean
is_name (const VigieListKind *kind, guint field)
{
  return (int) field == kind->name ||
         g_str_has_prefix (vigie_list_kind_get_row_entity (kind)->fields[field].name, "label_");
}

static void
add_columns (VigieListPage *self)
{
  const VigieEntity *entity = vigie_list_kind_get_row_entity (self->kind);

  for (guint i = 0; self->kind->columns[i] >= 0; i++)
    {
      guint field = (guint) self->kind->columns[i];
      g_autoptr (GtkColumnViewColumn) column = NULL;

      if (is_in_other_language (&entity->fields[field]))
        continue;
      column = vigie_field_column_new (entity, field, is_name (self->kind, field));
      gtk_column_view_append_column (self->view, column);
    }
}

static void
connect_rows (VigieListPage *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_column_view_set_model (self->view, selection);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "renewed", G_CALLBACK (renewed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::failure", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::n-all", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::waiting", G_CALLBACK (waiting_changed_cb), self, G_CONNECT_SWAPPED);
  waiting_changed_cb (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::scope", G_CALLBACK (scope_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
vigie_list_page_dispose (GObject *object)
{
  VigieListPage *self = VIGIE_LIST_PAGE (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  /* The view takes its columns down, and sorts by fewer and fewer of them. */
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_LIST_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->menu_key);
  g_clear_pointer (&self->look, vigie_list_view_free);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_list_page_parent_class)->dispose (object);
}

static void
vigie_list_page_class_init (VigieListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_list_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, session_button);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, pills);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, view);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, VigieListPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
vigie_list_page_init (VigieListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What is typed while the list has the keyboard is searched for. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

static void
install_actions (VigieListPage *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  vigie_list_page_install_views (self, actions);
  vigie_list_page_install_selection (self, actions);
  vigie_list_page_install_menu (self, actions);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (actions));
}

/* As it was looked at last. */
static void
restore_look (VigieListPage *self)
{
  g_autofree char *text = vigie_list_memory_dup (vigie_list_page_get_memory (self), VIGIE_LIST_LAST);

  self->look = vigie_list_view_parse (vigie_list_kind_get_row_entity (self->kind), text);
}

/**
 * vigie_list_page_new:
 *
 * Returns: (transfer floating): a page that lists what @kind says
 */
GtkWidget *
vigie_list_page_new (VigieSession *session, const VigieListKind *kind)
{
  VigieListPage *self = g_object_new (VIGIE_TYPE_LIST_PAGE, NULL);
  g_autofree char *add = NULL;

  self->session = g_object_ref (session);
  self->kind = kind;
  self->rows = vigie_row_list_new (vigie_session_get_store (session), kind, vigie_session_get_as_of (session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vigie_entity_get_label_plural (vigie_list_kind_get_row_entity (kind)), -1);
  /* Translators: what a button does; %s is a kind of record, as in: Add: Incident */
  add = g_strdup_printf (_ ("Add: %s"), vigie_entity_get_label (kind->searched));
  gtk_widget_set_tooltip_text (self->add_button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_widget_set_visible (self->add_button, !vigie_store_is_read_only (vigie_session_get_store (session)));
  gtk_widget_set_visible (self->session_button,
                          (kind == &vigie_list_kind_training || kind == &vigie_list_kind_completions) &&
                            !vigie_store_is_read_only (vigie_session_get_store (session)));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->import_button), "s", kind->searched->nick);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->import_button), "win.import");
  gtk_widget_set_visible (self->import_button, gtk_widget_get_visible (self->add_button));
  restore_look (self);
  add_columns (self);
  show_heads (self);
  vigie_row_list_set_group (self->rows, self->look->group_field);
  if (self->look->filters->len > 0)
    vigie_row_list_set_filters (self->rows, self->look->filters);
  sort_view (self);
  vigie_row_list_set_sort (self->rows, self->look->sort_field, self->look->descending);
  vigie_list_page_show_pills (self);
  connect_rows (self);
  install_actions (self);
  return GTK_WIDGET (self);
}

/**
 * vigie_list_page_begin_search:
 *
 * Puts the cursor where words to search for are typed.
 */
void
vigie_list_page_begin_search (VigieListPage *self)
{
  g_return_if_fail (VIGIE_IS_LIST_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * vigie_list_page_begin_add:
 *
 * Asks for a new record of what the list lists.
 */
void
vigie_list_page_begin_add (VigieListPage *self)
{
  VigieStore *store;
  g_autoptr (VigieRecord) start = NULL;

  g_return_if_fail (VIGIE_IS_LIST_PAGE (self));

  store = vigie_session_get_store (self->session);
  start = vigie_record_new (self->kind->searched);
  if (!vigie_store_is_read_only (store))
    vigie_form_dialog_present_new (GTK_WIDGET (self), store, start, VIGIE_NO_FIELD);
}

/**
 * vigie_list_page_set_narrow:
 *
 * Shows the columns that a narrow window has room for, or all.
 */
void
vigie_list_page_set_narrow (VigieListPage *self, gboolean narrow)
{
  GListModel *columns;

  g_return_if_fail (VIGIE_IS_LIST_PAGE (self));

  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int field = vigie_field_column_get_field (column);

      if (field < 0)
        continue;
      gtk_column_view_column_set_visible (column, !narrow || vigie_list_kind_is_narrow (self->kind, field));
    }
}

/**
 * vigie_list_page_take_down:
 *
 * Takes down some rows of a list that has been left, so that the loop is not kept for all of it.
 *
 * Returns: whether there were any
 */
gboolean
vigie_list_page_take_down (VigieListPage *self)
{
  g_return_val_if_fail (VIGIE_IS_LIST_PAGE (self), FALSE);

  g_signal_handlers_disconnect_by_data (self->rows, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  return vigie_row_list_take_down (self->rows);
}
