// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What an import would do: how many rows would be added, changed and refused; what is to be mended, in words; and the
 * first rows as they would be taken, in which a cell that is refused says why.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-import-preview.h"

#include "vigie-format.h"

#include <glib/gi18n.h>

#define FAULTS_SHOWN 20
#define COLUMN_WIDTH 160
#define TABLE_HEIGHT 300

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

/* --- counts ---------------------------------------------------------------------------------------- */

static void
add_count (AdwPreferencesGroup *group, const char *title, gint64 n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = vigie_format_integer (n);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
add_counts (AdwPreferencesPage *page, const gint64 *outcomes)
{
  AdwPreferencesGroup *group = add_group (page, _ ("What Would Happen"));

  if (outcomes[VIGIE_OUTCOME_REFUSED] > 0)
    adw_preferences_group_set_description (
      group, _ ("All rows are taken or none. Mend the table, or go back and say what its columns and values are."));
  else if (outcomes[VIGIE_OUTCOME_ADDED] + outcomes[VIGIE_OUTCOME_CHANGED] == 0)
    adw_preferences_group_set_description (group, _ ("The register holds all of this already."));
  add_count (group, _ ("Rows added"), outcomes[VIGIE_OUTCOME_ADDED]);
  add_count (group, _ ("Rows changed"), outcomes[VIGIE_OUTCOME_CHANGED]);
  add_count (group, _ ("Rows unchanged"), outcomes[VIGIE_OUTCOME_UNCHANGED]);
  add_count (group, _ ("Rows refused"), outcomes[VIGIE_OUTCOME_REFUSED]);
}

/* --- faults ---------------------------------------------------------------------------------------- */

static char *
dup_place (const VigieFault *fault)
{
  if (fault->column == NULL)
    /* Translators: %s is the number of a row of a table */
    return g_strdup_printf (_ ("Row %s"), fault->place);
  if (fault->value == NULL || *fault->value == '\0')
    /* Translators: %1$s is the number of a row of a table, %2$s a column */
    return g_strdup_printf (_ ("Row %1$s, “%2$s”"), fault->place, fault->column);
  /* Translators: %1$s is the number of a row of a table, %2$s a column, %3$s what stands there */
  return g_strdup_printf (_ ("Row %1$s, “%2$s”: “%3$s”"), fault->place, fault->column, fault->value);
}

static void
add_fault (AdwPreferencesGroup *group, const VigieFault *fault)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_place (fault);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fault->reason);
  adw_preferences_group_add (group, row);
}

static void
add_faults (AdwPreferencesPage *page, const VigieTrial *trial)
{
  AdwPreferencesGroup *group = add_group (page, _ ("To Mend"));
  guint n = MIN (trial->faults->len, FAULTS_SHOWN);

  if (trial->n_faults > n)
    {
      g_autofree char *number = vigie_format_integer (trial->n_faults);
      /* Translators: %1$u of %2$s faults are shown */
      g_autofree char *text = g_strdup_printf (_ ("The first %1$u of %2$s."), n, number);

      adw_preferences_group_set_description (group, text);
    }
  for (guint i = 0; i < n; i++)
    add_fault (group, g_ptr_array_index (trial->faults, i));
}

/* --- rows ------------------------------------------------------------------------------------------ */

#define VIGIE_TYPE_PREVIEW_ROW (vigie_preview_row_get_type ())
G_DECLARE_FINAL_TYPE (VigiePreviewRow, vigie_preview_row, VIGIE, PREVIEW_ROW, GObject)

struct _VigiePreviewRow
{
  GObject parent_instance;

  const VigieTrialRow *row; /* the trial's */
};

G_DEFINE_FINAL_TYPE (VigiePreviewRow, vigie_preview_row, G_TYPE_OBJECT)

static void
vigie_preview_row_class_init (VigiePreviewRowClass *klass G_GNUC_UNUSED)
{
}

static void
vigie_preview_row_init (VigiePreviewRow *self G_GNUC_UNUSED)
{
}

static void
set_up_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
}

/* A mark as well as a colour, and the reason for pointer and speech. */
static void
show_cell (GtkWidget *label, const char *text, const char *fault)
{
  g_autofree char *marked = fault != NULL ? g_strconcat ("⚠ ", text, NULL) : g_strdup (text);
  g_autofree char *spoken = fault != NULL ? g_strdup_printf ("%s: %s", text, fault) : g_strdup (text);

  gtk_label_set_text (GTK_LABEL (label), marked);
  gtk_widget_set_tooltip_text (label, fault != NULL ? fault : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (fault != NULL)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const VigieTrialRow *row = VIGIE_PREVIEW_ROW (gtk_list_item_get_item (item))->row;
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));

  show_cell (gtk_list_item_get_child (item), row->texts[column] != NULL ? row->texts[column] : "", row->faults[column]);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  const VigieTrialRow *row = VIGIE_PREVIEW_ROW (gtk_list_item_get_item (item))->row;
  g_autofree char *number = vigie_format_integer ((gint64) row->line);

  show_cell (gtk_list_item_get_child (item), number, row->fault);
}

static void
add_column (GtkColumnView *view, const char *title, GCallback bind, guint column, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_fixed_width (added, width);
  gtk_column_view_append_column (view, added);
}

static GtkSelectionModel *
list_rows (const VigieTrial *trial)
{
  GListStore *rows = g_list_store_new (VIGIE_TYPE_PREVIEW_ROW);

  for (guint i = 0; i < trial->rows->len; i++)
    {
      g_autoptr (VigiePreviewRow) row = g_object_new (VIGIE_TYPE_PREVIEW_ROW, NULL);

      row->row = g_ptr_array_index (trial->rows, i);
      g_list_store_append (rows, row);
    }
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));
}

static void
add_rows (AdwPreferencesPage *page, VigieDraft *draft, const VigieTrial *trial)
{
  AdwPreferencesGroup *group = add_group (page, _ ("The First Rows"));
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_column_view_new (list_rows (trial)));
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_column_view_set_tab_behavior (view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (view), "vigie-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The first rows as they would be taken"), -1);
  add_column (view, _ ("Row"), G_CALLBACK (bind_line_cb), 0, COLUMN_WIDTH / 2);
  for (guint i = 0; i < draft->sample->n_columns; i++)
    {
      const VigieMatch *match = &draft->matches[i];

      if (match->entity != NULL)
        add_column (view, vigie_field_get_label (&match->entity->fields[match->field]), G_CALLBACK (bind_cb), i,
                    COLUMN_WIDTH);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (view));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), TABLE_HEIGHT);
  gtk_widget_set_overflow (window, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (window, "card");
  adw_preferences_group_set_description (group, _ ("As they would be taken."));
  adw_preferences_group_add (group, window);
}

/**
 * vigie_import_preview_new:
 * @trial: must outlive the widget
 *
 * Returns: (transfer floating): a widget that shows what the import would do
 */
GtkWidget *
vigie_import_preview_new (VigieDraft *draft, VigieTrial *trial)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  add_counts (page, trial->outcomes);
  if (trial->n_faults > 0)
    add_faults (page, trial);
  if (trial->rows->len > 0)
    add_rows (page, draft, trial);
  return GTK_WIDGET (page);
}
