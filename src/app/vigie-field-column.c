// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A column of a list made from a field: its head is the field's label, its cells are the values for a
 * person, numbers to the right. A cell says "column: value" to a screen reader.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-field-column.h"

#include "vigie-cell.h"
#include "vigie-field-text.h"
#include "vigie-row-list.h"

#include <glib/gi18n.h>

#define NAME_CHARS 14
#define MOST_NAME_CHARS 40
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

/* A label that a record has in each language is shown in the reader's alone: it is what the record is called. */
static const char *
get_title (const Column *column)
{
  const VigieField *field = column_field (column);

  return column->names_row && g_str_has_prefix (field->name, "label_") ? vigie_entity_get_label (column->entity)
                                                                       : vigie_field_get_label (field);
}

/* Numbers and dates are shown whole; words may be cut, where enough of them is left to know them by. What names the row
   comes first: it is what one reads. What room is left goes to all words. */
static GtkWidget *
new_cell (const Column *column)
{
  gboolean is_enum = column_field (column)->type == VIGIE_FIELD_ENUM;

  if (is_whole (column_field (column)))
    return vigie_cell_new_whole (is_number (column_field (column)));
  if (column->names_row)
    return vigie_cell_new_words (NAME_CHARS, MOST_NAME_CHARS);
  return vigie_cell_new_words (is_enum ? ENUM_CHARS : TEXT_CHARS, MOST_CHARS);
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkColumnViewCell *cell, gpointer data)
{
  GtkWidget *child = new_cell (data);

  g_object_set_data (G_OBJECT (child), "vigie-cell", cell);
  gtk_column_view_cell_set_child (cell, child);
}

static void
show_record (const Column *column, VigieRow *row, GtkColumnViewCell *cell)
{
  VigieCell *child = VIGIE_CELL (gtk_column_view_cell_get_child (cell));
  VigieRecord *record = vigie_row_get_record (row);
  g_autofree char *text = record != NULL ? vigie_field_text_dup (record, column->field) : NULL;
  g_autofree char *said = NULL;

  /* Translators: a cell of a table for a screen reader; %1$s is the column, %2$s the value */
  said = g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), get_title (column), text != NULL ? text : "");
  vigie_cell_set_text (child, text, said);
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
  self = gtk_column_view_column_new (get_title (column), factory);
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

/* The cell of the first child of ours in @widget. */
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
