// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A column of a list made from a field: its head is the field's label, its cells are the values for a
 * person, numbers to the right. A cell says "column: value" to a screen reader.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-field-column.h"

#include "vigie-field-text.h"
#include "vigie-row-list.h"

#include <glib/gi18n.h>

#define NAME_CHARS 14
#define ENUM_CHARS 11
#define MOST_CHARS 14
#define TEXT_CHARS 7

typedef struct
{
  const VigieEntity *entity;
  guint field;
  gboolean names_row;
} Column;

static const VigieField *
column_field (const Column *column)
{
  return &column->entity->fields[column->field];
}

static gboolean
is_number (const VigieField *field)
{
  return field->type == VIGIE_FIELD_INTEGER;
}

static gboolean
is_whole (const VigieField *field)
{
  return field->type == VIGIE_FIELD_INTEGER || field->type == VIGIE_FIELD_DATE;
}

/* Numbers and dates are shown whole; words may be cut, where enough of them is left to know them by. */
static void
set_width (GtkLabel *label, const Column *column)
{
  gboolean is_enum = column_field (column)->type == VIGIE_FIELD_ENUM;

  if (is_whole (column_field (column)))
    return;
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, column->names_row ? NAME_CHARS : is_enum ? ENUM_CHARS : TEXT_CHARS);
  /* What names the row comes first: it is what one reads. What room is left goes to all words. */
  if (!column->names_row)
    gtk_label_set_max_width_chars (label, MOST_CHARS);
}

/* Asked only where the pointer rests: to set a tooltip has GTK ask the display where the pointer is, for each cell. */
static gboolean
tell_whole_cb (GtkWidget *label, int x G_GNUC_UNUSED, int y G_GNUC_UNUSED, gboolean keyboard G_GNUC_UNUSED,
               GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkColumnViewCell *cell, gpointer data)
{
  const Column *column = data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (column_field (column)) ? 1 : 0);
  set_width (GTK_LABEL (label), column);
  if (is_number (column_field (column)))
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (tell_whole_cb), NULL);
  g_object_set_data (G_OBJECT (label), "vigie-cell", cell);
  gtk_column_view_cell_set_child (cell, label);
}

static void
show_record (const Column *column, VigieRow *row, GtkColumnViewCell *cell)
{
  GtkWidget *label = gtk_column_view_cell_get_child (cell);
  VigieRecord *record = vigie_row_get_record (row);
  g_autofree char *text = record != NULL ? vigie_field_text_dup (record, column->field) : NULL;
  g_autofree char *said = NULL;

  gtk_label_set_label (GTK_LABEL (label), text);
  /* Translators: a cell of a table for a screen reader; %1$s is the column, %2$s the value */
  said = g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), vigie_field_get_label (column_field (column)),
                          text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
record_came_cb (VigieRow *row, GParamSpec *pspec G_GNUC_UNUSED, GtkColumnViewCell *cell)
{
  show_record (g_object_get_data (G_OBJECT (cell), "vigie-column"), row, cell);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkColumnViewCell *cell, gpointer data)
{
  VigieRow *row = gtk_column_view_cell_get_item (cell);

  g_object_set_data (G_OBJECT (cell), "vigie-column", data);
  show_record (data, row, cell);
  g_signal_connect_object (row, "notify::record", G_CALLBACK (record_came_cb), cell, 0);
}

static void
unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkColumnViewCell *cell, gpointer data G_GNUC_UNUSED)
{
  VigieRow *row = gtk_column_view_cell_get_item (cell);

  g_signal_handlers_disconnect_by_func (row, record_came_cb, cell);
}

/* The rows come sorted from the store: a sorter here only tells which head was clicked. */
static GtkSorter *
new_sorter (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
}

/**
 * vigie_field_column_new:
 * @field: index of a field of @entity
 * @names_row: whether it is what one knows a row by: it gets room first
 *
 * Returns: (transfer full): a column for a list of #VigieRow
 */
GtkColumnViewColumn *
vigie_field_column_new (const VigieEntity *entity, guint field, gboolean names_row)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = new_sorter ();
  GtkColumnViewColumn *self;
  Column *column = g_new0 (Column, 1);

  column->entity = entity;
  column->field = field;
  column->names_row = names_row;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  self = gtk_column_view_column_new (vigie_field_get_label (&entity->fields[field]), factory);
  g_object_set_data (G_OBJECT (self), "vigie-column", column);
  g_object_set_data_full (G_OBJECT (factory), "vigie-column", column, g_free);
  gtk_column_view_column_set_sorter (self, sorter);
  gtk_column_view_column_set_resizable (self, TRUE);
  gtk_column_view_column_set_expand (self, !is_whole (&entity->fields[field]));
  return self;
}

/**
 * vigie_field_column_get_field:
 *
 * Returns: the index of the field that @column shows
 */
int
vigie_field_column_get_field (GtkColumnViewColumn *column)
{
  const Column *data = g_object_get_data (G_OBJECT (column), "vigie-column");

  return data != NULL ? (int) data->field : -1;
}

/* The cell of the first label of ours in @widget. */
static GtkColumnViewCell *
find_cell (GtkWidget *widget)
{
  GtkColumnViewCell *cell = g_object_get_data (G_OBJECT (widget), "vigie-cell");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); cell == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    cell = find_cell (child);
  return cell;
}

/**
 * vigie_field_column_find_position:
 * @view: a list that has such columns
 * @at: a widget in it
 *
 * Returns: the position of the row that @at is, or is in; %GTK_INVALID_LIST_POSITION where it is in none
 */
guint
vigie_field_column_find_position (GtkWidget *view, GtkWidget *at)
{
  GtkColumnViewCell *cell = NULL;
  GtkWidget *row = at;

  while (row != NULL && row != view &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) != GTK_ACCESSIBLE_ROLE_ROW)
    row = gtk_widget_get_parent (row);
  if (row != NULL && row != view)
    cell = find_cell (row);
  return cell != NULL ? gtk_column_view_cell_get_position (cell) : GTK_INVALID_LIST_POSITION;
}
