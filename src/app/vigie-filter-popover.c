// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieFilterPopover: what a list can be narrowed to: a field, and then one of the values that it has among the rows that
 * are listed, with how many rows have it; of days and numbers, from one to another. All of it comes from the field table.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-filter-popover.h"

#include "vigie-format.h"
#include "vigie-typed.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH 300
#define VALUES_HEIGHT 320
#define VALUES_MAX 200

struct _VigieFilterPopover
{
  GtkPopover parent_instance;

  /* borrowed */
  GtkStack *stack;
  GtkListBox *fields;
  GtkBox *values_page;

  /* owned */
  VigieStore *store;
  VigieRowList *rows;
  GPtrArray *groups;
  GCancellable *cancellable;

  guint field;
  GtkWidget *from_row;
  GtkWidget *to_row;
};

G_DEFINE_FINAL_TYPE (VigieFilterPopover, vigie_filter_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const VigieEntity *
get_entity (VigieFilterPopover *self)
{
  VigieQuery query;

  vigie_row_list_fill_query (self->rows, &query);
  return query.entity;
}

static gboolean
has_range (const VigieField *field)
{
  return field->type == VIGIE_FIELD_DATE || field->type == VIGIE_FIELD_INTEGER;
}

static void
choose (VigieFilterPopover *self, VigieFilter *filter)
{
  g_autoptr (VigieFilter) owned = filter;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, owned);
}

/* --- values --------------------------------------------------------------------------------------- */

static void
value_activated_cb (VigieFilterPopover *self, GtkListBoxRow *row)
{
  const VigieGroup *group = g_ptr_array_index (self->groups, gtk_list_box_row_get_index (row));

  choose (self, vigie_filter_new (self->field, group->value));
}

static GtkWidget *
new_row (const char *title, const char *count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, title);
  gtk_box_append (GTK_BOX (box), label);
  if (count != NULL)
    {
      GtkWidget *number = gtk_label_new (count);

      gtk_widget_add_css_class (number, "dimmed");
      gtk_widget_add_css_class (number, "numeric");
      gtk_box_append (GTK_BOX (box), number);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
add_values (VigieFilterPopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < self->groups->len && i < VALUES_MAX; i++)
    {
      const VigieGroup *group = g_ptr_array_index (self->groups, i);
      g_autofree char *count = vigie_format_integer (group->n_records);

      gtk_list_box_append (GTK_LIST_BOX (list),
                           new_row (group->value != NULL ? group->title : _ ("Not measured"), count));
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (value_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Values"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), VALUES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_box_append (self->values_page, scrolled);
}

static void
groups_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieFilterPopover) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = vigie_store_list_groups_finish (VIGIE_STORE (source), result, &error);

  if (groups == NULL || self->rows == NULL)
    return;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  add_values (self);
}

/* Those of the same field are left out, so that another value can be added to the first. */
static void
list_values (VigieFilterPopover *self)
{
  VigieQuery query;
  g_autoptr (GPtrArray) others = NULL;

  vigie_row_list_fill_query (self->rows, &query);
  others = vigie_filters_copy (query.filters);
  for (guint i = others != NULL ? others->len : 0; i > 0; i--)
    if (((const VigieFilter *) g_ptr_array_index (others, i - 1))->field == self->field)
      g_ptr_array_remove_index (others, i - 1);
  query.filters = others;
  vigie_store_list_groups_async (self->store, &query, self->field, self->cancellable, groups_listed_cb,
                                 g_object_ref (self));
}

/* --- from one to another -------------------------------------------------------------------------- */

/* The canonical text of what was typed; NULL where there is nothing. */
static gboolean
read_end (VigieFilterPopover *self, GtkWidget *row, char **text)
{
  const VigieField *field = &get_entity (self)->fields[self->field];
  g_auto (VigieValue) value = { 0 };
  gboolean right = vigie_field_parse_typed (field, gtk_editable_get_text (GTK_EDITABLE (row)), &value, NULL);

  if (right)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  *text = right ? vigie_field_dup_canonical (field, &value) : NULL;
  return right;
}

static void
apply_cb (VigieFilterPopover *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean right = read_end (self, self->from_row, &from);

  if (read_end (self, self->to_row, &to) && right)
    choose (self, vigie_filter_new_range (self->field, from, to));
}

static void
unmeasured_cb (VigieFilterPopover *self)
{
  choose (self, vigie_filter_new (self->field, NULL));
}

static GtkWidget *
add_end (VigieFilterPopover *self, GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
add_range (VigieFilterPopover *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *unmeasured = gtk_button_new_with_label (_ ("Not measured"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_ ("_Apply"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->from_row = add_end (self, list, C_ ("range", "From"));
  self->to_row = add_end (self, list, C_ ("range", "To"));
  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_widget_set_hexpand (unmeasured, TRUE);
  gtk_widget_set_hexpand (apply, TRUE);
  g_signal_connect_object (unmeasured, "clicked", G_CALLBACK (unmeasured_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), unmeasured);
  gtk_box_append (GTK_BOX (buttons), apply);
  gtk_box_append (self->values_page, list);
  gtk_box_append (self->values_page, buttons);
}

/* --- fields --------------------------------------------------------------------------------------- */

static void
back_cb (VigieFilterPopover *self)
{
  gtk_stack_set_visible_child_name (self->stack, "fields");
}

static void
clear_values (VigieFilterPopover *self)
{
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values_page))) != NULL)
    gtk_box_remove (self->values_page, child);
}

static void
add_back (VigieFilterPopover *self, const char *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Back"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->values_page, button);
}

static void
field_activated_cb (VigieFilterPopover *self, GtkListBoxRow *row)
{
  const VigieField *field;

  self->field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "vigie-field"));
  field = &get_entity (self)->fields[self->field];
  clear_values (self);
  add_back (self, vigie_field_get_label (field));
  if (has_range (field))
    add_range (self);
  else
    list_values (self);
  gtk_stack_set_visible_child_name (self->stack, "values");
  gtk_widget_child_focus (GTK_WIDGET (self->values_page), GTK_DIR_TAB_FORWARD);
}

/* What is different in every record, and what is sentences, is searched rather than chosen. */
static gboolean
can_filter (const VigieField *field)
{
  return (field->flags & VIGIE_FIELD_LONG) == 0 &&
         !g_strv_contains (
           (const char *const[]) { "code", "deployment", "name", "title", "text", "description", "finess", NULL },
           field->name) &&
         !g_str_has_prefix (field->name, "label_") && !g_str_has_prefix (field->name, "text_");
}

/**
 * vigie_filter_popover_can_choose:
 *
 * Returns: whether the values of @field are few enough to be listed
 */
gboolean
vigie_filter_popover_can_choose (const VigieField *field)
{
  return can_filter (field) && !has_range (field);
}

/**
 * vigie_filter_popover_new:
 * @rows: what is narrowed down
 *
 * Returns: (transfer floating): a popover that emits `chosen` with a filter
 */
GtkWidget *
vigie_filter_popover_new (VigieStore *store, VigieRowList *rows)
{
  VigieFilterPopover *self = g_object_new (VIGIE_TYPE_FILTER_POPOVER, NULL);
  const VigieEntity *entity;

  self->store = g_object_ref (store);
  self->rows = g_object_ref (rows);
  entity = get_entity (self);
  for (guint i = 0; i < entity->n_fields; i++)
    if (can_filter (&entity->fields[i]))
      {
        GtkWidget *row = new_row (vigie_field_get_label (&entity->fields[i]), NULL);

        g_object_set_data (G_OBJECT (row), "vigie-field", GUINT_TO_POINTER (i));
        gtk_list_box_append (self->fields, row);
      }
  return GTK_WIDGET (self);
}

static void
vigie_filter_popover_dispose (GObject *object)
{
  VigieFilterPopover *self = VIGIE_FILTER_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (vigie_filter_popover_parent_class)->dispose (object);
}

static void
vigie_filter_popover_class_init (VigieFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_filter_popover_dispose;

  /**
   * VigieFilterPopover::chosen:
   * @filter: (type VigieFilter): the emitter's own
   *
   * A person has chosen what to narrow the list to.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", VIGIE_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
vigie_filter_popover_init (VigieFilterPopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->fields = GTK_LIST_BOX (gtk_list_box_new ());
  self->values_page = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_list_box_set_selection_mode (self->fields, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fields), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Fields"), -1);
  g_signal_connect_swapped (self->fields, "row-activated", G_CALLBACK (field_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), VALUES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->fields));
  gtk_stack_add_named (self->stack, scrolled, "fields");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->values_page), "values");
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->stack));
  g_signal_connect (self, "show", G_CALLBACK (back_cb), NULL);
}
