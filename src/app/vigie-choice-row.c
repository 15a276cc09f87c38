// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A row that offers a choice of texts. What is chosen, and what is offered, is read to its end in a narrow window, too:
 * a field that is called “AI system · Expected benefit…” cannot be told from another.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-choice-row.h"

/* More choices than this are found by typing. */
#define SEARCHED_FROM 8
/* Wider than this a choice takes another line, so that the title beside it has room. */
#define WIDE_CHARS 28
#define NARROW_CHARS 10

static GtkWidget *
new_label (float align)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), NARROW_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDE_CHARS);
  return label;
}

static void
set_up_chosen_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *label = new_label (1);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_list_item_set_child (item, label);
}

static void
bind_chosen_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkStringObject *choice = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (choice));
}

static void
set_up_offered_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = new_label (0);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

/* The choice that is made is marked, without its place being taken from the others. */
static void
mark_cb (AdwComboRow *row, GParamSpec *pspec G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  gboolean chosen = adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item);

  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box), chosen ? 1 : 0);
}

static void
bind_offered_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, AdwComboRow *row)
{
  GtkStringObject *choice = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (choice));
  mark_cb (row, NULL, item);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (mark_cb), item, 0);
}

static void
unbind_offered_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, mark_cb, item);
}

static void
set_factories (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) offered = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (set_up_chosen_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  g_signal_connect (offered, "setup", G_CALLBACK (set_up_offered_cb), NULL);
  g_signal_connect_object (offered, "bind", G_CALLBACK (bind_offered_cb), row, 0);
  g_signal_connect_object (offered, "unbind", G_CALLBACK (unbind_offered_cb), row, 0);
  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, offered);
}

/* --- the keyboard ---------------------------------------------------------------------------------- */

static GtkWidget *
find_in (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_in (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
opened_cb (GtkWidget *popover, GParamSpec *pspec G_GNUC_UNUSED, AdwComboRow *row)
{
  GtkWidget *list = find_in (popover, GTK_TYPE_LIST_VIEW);
  guint chosen = adw_combo_row_get_selected (row);

  if (gtk_widget_get_visible (popover) && list != NULL && !adw_combo_row_get_enable_search (row) &&
      chosen != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (GTK_LIST_VIEW (list), chosen, GTK_LIST_SCROLL_FOCUS, NULL);
}

/* The row itself puts the keyboard on the first choice, where Return takes not that one but what is chosen already: the
   first could not be taken by the keyboard. */
static void
open_on_chosen (AdwComboRow *row)
{
  GtkWidget *popover = find_in (GTK_WIDGET (row), GTK_TYPE_POPOVER);

  if (popover != NULL)
    g_signal_connect_object (popover, "notify::visible", G_CALLBACK (opened_cb), row, 0);
}

/**
 * vigie_choice_row_prepare:
 * @row: whose model is one of strings
 *
 * Has its choices read to their end, and the keyboard begin at the one that is chosen.
 */
void
vigie_choice_row_prepare (AdwComboRow *row)
{
  set_factories (row);
  open_on_chosen (row);
}

/**
 * vigie_choice_row_new:
 * @title: of the row; no markup
 * @model: what is offered, of which the first is chosen
 *
 * Returns: (transfer floating): an #AdwComboRow
 */
GtkWidget *
vigie_choice_row_new (const char *title, GtkStringList *model)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  vigie_choice_row_prepare (row);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (row, g_list_model_get_n_items (G_LIST_MODEL (model)) > SEARCHED_FROM);
  return GTK_WIDGET (row);
}

/* --- without a row ---------------------------------------------------------------------------------- */

static void
set_up_cut_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cut_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/**
 * vigie_choice_let_be_narrow:
 * @choice: of strings
 *
 * Has the chosen one be cut short where the window is narrow or text very large; the list tells it whole.
 */
void
vigie_choice_let_be_narrow (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) cut = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (choice));

  g_signal_connect (cut, "setup", G_CALLBACK (set_up_cut_cb), NULL);
  g_signal_connect (cut, "bind", G_CALLBACK (bind_cut_cb), NULL);
  gtk_drop_down_set_list_factory (choice, gtk_drop_down_get_factory (choice));
  gtk_drop_down_set_factory (choice, cut);
}
