// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How a list is looked at: what it is narrowed to, each filter a pill that goes at a press; what its rows are grouped by;
 * views with a name; and writing what is seen to a file.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-list-page-private.h"

#include "vigie-export-dialog.h"
#include "vigie-filter-popover.h"
#include "vigie-menu-names.h"

#include <glib/gi18n.h>

static const VigieEntity *
get_entity (VigieListPage *self)
{
  return vigie_list_kind_get_row_entity (self->kind);
}

/* --- pills ---------------------------------------------------------------------------------------- */

static void
pill_clicked_cb (VigieListPage *self, GtkButton *pill)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (pill), "vigie-filter"));

  g_ptr_array_remove_index (self->look->filters, index);
  vigie_list_page_look_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
}

static void
add_pill (VigieListPage *self, guint index, const char *title)
{
  const VigieFilter *filter = g_ptr_array_index (self->look->filters, index);
  g_autofree char *text = vigie_filter_display (filter, get_entity (self), title);
  g_autofree char *spoken = NULL;
  GtkWidget *pill = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (pill), box);
  gtk_widget_add_css_class (pill, "pill");
  gtk_widget_add_css_class (pill, "vigie-pill");
  gtk_widget_set_tooltip_text (pill, _ ("Remove This Filter"));
  /* Translators: what a button does; %s is a filter such as Stage: Pilot */
  spoken = g_strdup_printf (_ ("Remove the filter: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (pill), "vigie-filter", GUINT_TO_POINTER (index));
  g_signal_connect_object (pill, "clicked", G_CALLBACK (pill_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->pills, pill);
}

/**
 * vigie_list_page_show_pills:
 *
 * Shows what the list is narrowed to.
 */
void
vigie_list_page_show_pills (VigieListPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    adw_wrap_box_remove (self->pills, child);
  for (guint i = 0; i < self->look->filters->len; i++)
    add_pill (self, i, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pills), self->look->filters->len > 0);
}

static void
filter_chosen_cb (VigieListPage *self, const VigieFilter *filter)
{
  VigieFilter *copy = vigie_filter_new_range (filter->field, filter->from, filter->to);

  copy->is_range = filter->is_range;
  copy->value = g_strdup (filter->value);
  for (guint i = 0; i < self->look->filters->len; i++)
    if (vigie_filter_equal (g_ptr_array_index (self->look->filters, i), copy))
      {
        vigie_filter_free (copy);
        return;
      }
  g_ptr_array_add (self->look->filters, copy);
  vigie_list_page_look_changed (self);
}

static void
make_filter_popover (GtkMenuButton *button, gpointer data)
{
  VigieListPage *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = vigie_filter_popover_new (vigie_session_get_store (self->session), self->rows);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (filter_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

/* --- groups and views ----------------------------------------------------------------------------- */

static void
set_group_state (VigieListPage *self, GSimpleAction *action)
{
  const char *name = self->look->group_field >= 0 ? get_entity (self)->fields[self->look->group_field].name : "";

  g_simple_action_set_state (action, g_variant_new_string (name));
}

static void
group_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VigieListPage *self = data;

  self->look->group_field = vigie_entity_find_field (get_entity (self), g_variant_get_string (parameter, NULL));
  set_group_state (self, action);
  vigie_list_page_look_changed (self);
}

static void
view_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  VigieListPage *self = data;
  g_autofree char *text =
    vigie_list_memory_dup (vigie_list_page_get_memory (self), g_variant_get_string (parameter, NULL));

  if (text == NULL)
    return;
  g_clear_pointer (&self->look, vigie_list_view_free);
  self->look = vigie_list_view_parse (get_entity (self), text);
  vigie_list_page_look_changed (self);
}

static void
forget_view_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  vigie_list_memory_forget (vigie_list_page_get_memory (data), g_variant_get_string (parameter, NULL));
}

static void
name_answered_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  VigieListPage *self = data;
  GtkWidget *entry = adw_alert_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *text = NULL;

  if (!g_str_equal (response, "save") || *name == '\0')
    return;
  text = vigie_list_view_dup_text (self->look, get_entity (self));
  vigie_list_memory_keep (vigie_list_page_get_memory (self), name, text);
}

static void
save_view_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  VigieListPage *self = data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _ ("Save This View"), _ ("What is searched, filtered, grouped and sorted is kept by a name.")));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name of the view"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the view"), -1);
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_answered_cb), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
export_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  VigieListPage *self = data;
  VigieQuery query;

  vigie_row_list_fill_query (self->rows, &query);
  query.as_of = vigie_session_get_as_of (self->session);
  vigie_export_dialog_present_list (GTK_WIDGET (self), vigie_session_get_store (self->session), &query,
                                    self->kind->columns);
}

/* --- the menu ------------------------------------------------------------------------------------- */

static void
append_item (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenu *
new_groups_menu (VigieListPage *self)
{
  const VigieEntity *entity = get_entity (self);
  GMenu *menu = g_menu_new ();

  /* Translators: rows of a list are grouped by nothing */
  append_item (menu, C_ ("group", "Nothing"), "list.group", "");
  for (guint i = 0; i < entity->n_fields; i++)
    if (vigie_filter_popover_can_choose (&entity->fields[i]))
      append_item (menu, vigie_field_get_label (&entity->fields[i]), "list.group", entity->fields[i].name);
  return menu;
}

static GMenu *
new_views_menu (VigieListPage *self)
{
  g_auto (GStrv) names = vigie_list_memory_dup_names (vigie_list_page_get_memory (self));
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) views = g_menu_new ();
  g_autoptr (GMenu) keep = g_menu_new ();
  g_autoptr (GMenu) forget = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      append_item (views, names[i], "list.view", names[i]);
      append_item (forget, names[i], "list.forget-view", names[i]);
    }
  g_menu_append (keep, _ ("_Save This View…"), "list.save-view");
  if (names[0] != NULL)
    g_menu_append_submenu (keep, _ ("_Remove a View"), G_MENU_MODEL (forget));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keep));
  return menu;
}

/* Made anew each time, for views come and go. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  VigieListPage *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenu) groups = new_groups_menu (self);
  g_autoptr (GMenu) views = new_views_menu (self);

  g_menu_append_submenu (look, _ ("_Group By"), G_MENU_MODEL (groups));
  g_menu_append_submenu (look, _ ("_Views"), G_MENU_MODEL (views));
  if (!vigie_store_is_read_only (vigie_session_get_store (self->session)))
    g_menu_append (rest, _ ("_Select Rows"), "list.select");
  g_menu_append (rest, _ ("_Export…"), "list.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * vigie_list_page_install_views:
 *
 * Adds the actions of this file.
 */
void
vigie_list_page_install_views (VigieListPage *self, GSimpleActionGroup *actions)
{
  static const GActionEntry entries[] = {
    { .name = "group", .activate = group_action, .parameter_type = "s", .state = "''" },
    { .name = "view", .activate = view_action, .parameter_type = "s" },
    { .name = "forget-view", .activate = forget_view_action, .parameter_type = "s" },
    { .name = "save-view", .activate = save_view_action },
    { .name = "export", .activate = export_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  set_group_state (self, G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), "group")));
  gtk_menu_button_set_create_popup_func (self->filter_button, make_filter_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->more_button, make_menu, self, NULL);
  vigie_menu_names_follow (self->more_button);
}
