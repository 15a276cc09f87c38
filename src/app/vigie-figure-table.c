// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A figure as a table: the same numbers, for those who read rather than look.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-figure-table.h"

#include <glib/gi18n.h>

#define VIGIE_TYPE_FIGURE_ROW (vigie_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (VigieFigureRow, vigie_figure_row, VIGIE, FIGURE_ROW, GObject)

struct _VigieFigureRow
{
  GObject parent_instance;

  VigieFigure *figure;
  guint row;
};

G_DEFINE_FINAL_TYPE (VigieFigureRow, vigie_figure_row, G_TYPE_OBJECT)

static void
vigie_figure_row_finalize (GObject *object)
{
  g_clear_pointer (&VIGIE_FIGURE_ROW (object)->figure, vigie_figure_unref);
  G_OBJECT_CLASS (vigie_figure_row_parent_class)->finalize (object);
}

static void
vigie_figure_row_class_init (VigieFigureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_figure_row_finalize;
}

static void
vigie_figure_row_init (VigieFigureRow *self G_GNUC_UNUSED)
{
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkColumnViewCell *cell, gpointer data)
{
  gboolean numeric = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "numeric"));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), !numeric);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
  gtk_column_view_cell_set_focusable (cell, TRUE);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkColumnViewCell *cell, gpointer data)
{
  VigieFigureRow *row = gtk_column_view_cell_get_item (cell);
  GtkWidget *label = gtk_column_view_cell_get_child (cell);
  guint column = GPOINTER_TO_UINT (data);
  const char *text = vigie_figure_get_cell (row->figure, row->row, column)->text;
  g_autofree char *said = NULL;

  gtk_label_set_label (GTK_LABEL (label), text);
  /* Translators: a cell of a table for a screen reader; %1$s is the column, %2$s the value */
  said = g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"), vigie_figure_get_column (row->figure, column)->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static GtkColumnViewColumn *
new_column (const VigieFigureColumn *column, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *self;

  g_object_set_data (G_OBJECT (factory), "numeric", GINT_TO_POINTER (column->numeric));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  self = gtk_column_view_column_new (column->label, factory);
  gtk_column_view_column_set_expand (self, index == 0);
  return self;
}

static GListModel *
new_rows (VigieFigure *figure)
{
  GListStore *rows = g_list_store_new (VIGIE_TYPE_FIGURE_ROW);

  for (guint i = 0; i < vigie_figure_get_n_rows (figure); i++)
    {
      g_autoptr (VigieFigureRow) row = g_object_new (VIGIE_TYPE_FIGURE_ROW, NULL);

      row->figure = vigie_figure_ref (figure);
      row->row = i;
      g_list_store_append (rows, row);
    }
  return G_LIST_MODEL (rows);
}

/**
 * vigie_figure_table_new:
 *
 * Returns: (transfer floating): a table of what @figure shows
 */
GtkWidget *
vigie_figure_table_new (VigieFigure *figure)
{
  GtkSelectionModel *selection;
  GtkWidget *view;

  g_return_val_if_fail (figure != NULL, NULL);

  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (new_rows (figure)));
  view = gtk_column_view_new (selection);
  for (guint i = 0; i < vigie_figure_get_n_columns (figure); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = new_column (vigie_figure_get_column (figure, i), i);

      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_column_view_set_tab_behavior (GTK_COLUMN_VIEW (view), GTK_LIST_TAB_CELL);
  gtk_widget_add_css_class (view, "vigie-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, vigie_figure_get_title (figure),
                                  -1);
  return view;
}
