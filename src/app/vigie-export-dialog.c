// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieExportDialog: what of a list is written, and how; then where to, which the file dialog asks, which is a portal's in
 * a sandbox. Writing is a worker's work, and can be cancelled.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-export-dialog.h"

#include "vigie-choice-row.h"
#include "vigie-export.h"
#include "vigie-text-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DIALOG_WIDTH 460
/* What takes less than this needs no bar. */
#define PROGRESS_DELAY_MS 300

/* --- writing -------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *parent;
  VigieStore *store;
  VigieExport *export;
  GFile *file;
  GCancellable *cancellable;

  AdwDialog *dialog;
  GtkProgressBar *bar;
  guint timeout;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_handle_id (&writing->timeout, g_source_remove);
  g_clear_object (&writing->parent);
  g_clear_object (&writing->store);
  g_clear_object (&writing->export);
  g_clear_object (&writing->file);
  g_clear_object (&writing->cancellable);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
tell_failure (GtkWidget *parent, const GError *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  dialog = adw_alert_dialog_new (_ ("The File Could Not Be Saved"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
tell_saved (const Writing *writing)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (writing->parent, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = g_file_get_basename (writing->file);
  g_autofree char *title = NULL;

  if (overlay == NULL)
    return;
  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_ ("“%s” saved"), name);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                               g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  gboolean done = vigie_export_run_finish (VIGIE_EXPORT (source), result, &error);

  if (writing->dialog != NULL)
    adw_dialog_force_close (writing->dialog);
  if (done)
    tell_saved (writing);
  else
    tell_failure (writing->parent, error);
}

static void
progress_cb (double fraction, gint64 rows G_GNUC_UNUSED, gpointer data)
{
  Writing *writing = data;

  if (writing->bar != NULL)
    gtk_progress_bar_set_fraction (writing->bar, CLAMP (fraction, 0, 1));
}

static gboolean
progress_due_cb (gpointer data)
{
  Writing *writing = data;
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Exporting…"), NULL);
  GtkWidget *bar = gtk_progress_bar_new ();

  writing->timeout = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Exporting…"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), bar);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (g_cancellable_cancel), writing->cancellable,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&writing->dialog, dialog);
  g_set_weak_pointer (&writing->bar, GTK_PROGRESS_BAR (bar));
  adw_dialog_present (dialog, writing->parent);
  return G_SOURCE_REMOVE;
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  Writing *running;

  writing->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (writing->file == NULL)
    {
      tell_failure (writing->parent, error);
      return;
    }
  running = g_steal_pointer (&writing);
  running->cancellable = g_cancellable_new ();
  running->timeout = g_timeout_add (PROGRESS_DELAY_MS, progress_due_cb, running);
  vigie_export_set_progress (running->export, progress_cb, running, NULL);
  vigie_export_run_async (running->export, running->store, running->file, running->cancellable, written_cb, running);
}

static void
ask_place (GtkWidget *parent, VigieStore *store, VigieExport *export, const char *name, VigieExportFormat format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file = g_strdup_printf ("%s.%s", name, vigie_export_format_get_extension (format));
  Writing *writing = g_new0 (Writing, 1);

  writing->parent = g_object_ref (parent);
  writing->store = g_object_ref (store);
  writing->export = g_object_ref (export);
  g_strdelimit (file, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _ ("Export"));
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, place_chosen_cb, writing);
}

/**
 * vigie_export_dialog_present_whole:
 * @parent: a widget of the window
 * @name: of the register
 *
 * Asks where to, and writes the whole register as JSON.
 */
void
vigie_export_dialog_present_whole (GtkWidget *parent, VigieStore *store, VigieDate as_of, const char *name)
{
  g_autoptr (VigieExport) export = vigie_export_new_whole (VIGIE_EXPORT_JSON, as_of);

  ask_place (parent, store, export, name, VIGIE_EXPORT_JSON);
}

/* --- what of a list ------------------------------------------------------------------------------- */

#define VIGIE_TYPE_EXPORT_DIALOG (vigie_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieExportDialog, vigie_export_dialog, VIGIE, EXPORT_DIALOG, AdwDialog)

struct _VigieExportDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  AdwComboRow *format_row;
  AdwComboRow *rows_row;
  AdwComboRow *columns_row;
  GtkWidget *parent;

  /* owned */
  VigieStore *store;
  VigieQuery *query;
  int *columns;
};

G_DEFINE_FINAL_TYPE (VigieExportDialog, vigie_export_dialog, ADW_TYPE_DIALOG)

/* In the order of the choices. */
static const VigieExportFormat formats[] = { VIGIE_EXPORT_XLSX, VIGIE_EXPORT_CSV_EXCEL, VIGIE_EXPORT_CSV };

/* The rows as they are listed; or all; or, of a list that several kinds of records make up, the records it is of. */
static VigieQuery *
dup_query (VigieExportDialog *self, gboolean all_rows, gboolean all_fields)
{
  VigieQuery *query = vigie_query_copy (self->query);

  if (all_rows)
    {
      g_clear_pointer (&query->filters, g_ptr_array_unref);
      g_free ((char *) query->search);
      query->search = NULL;
    }
  if (all_fields && query->list != NULL)
    {
      query->entity = query->list->searched;
      query->list = NULL;
      query->grouped = FALSE;
      query->sort_field = -1;
      g_clear_pointer (&query->filters, g_ptr_array_unref);
    }
  return query;
}

static void
export_clicked_cb (VigieExportDialog *self)
{
  VigieExportFormat format = formats[adw_combo_row_get_selected (self->format_row)];
  gboolean all_rows = adw_combo_row_get_selected (self->rows_row) == 1;
  gboolean all_fields = adw_combo_row_get_selected (self->columns_row) == 1;
  g_autoptr (VigieExport) export = vigie_export_new (format, self->query->as_of);
  g_autoptr (VigieQuery) query = dup_query (self, all_rows, all_fields);

  if (!all_fields)
    vigie_export_set_columns (export, self->columns);
  vigie_export_add (export, query);
  ask_place (self->parent, self->store, export, vigie_entity_get_label_plural (self->query->entity), format);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_clicked_cb (VigieExportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static AdwComboRow *
add_choice (AdwPreferencesGroup *group, const char *title, const char *const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  vigie_choice_row_prepare (ADW_COMBO_ROW (row));
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static void
add_choices (VigieExportDialog *self, AdwPreferencesGroup *group)
{
  const char *const forms[] = { _ ("Workbook (XLSX)"), _ ("CSV for Excel in French"), _ ("CSV"), NULL };
  const char *const rows[] = { _ ("Those that are listed"), _ ("All"), NULL };
  const char *const columns[] = { _ ("As they are shown"), _ ("All, to be imported again"), NULL };

  self->format_row = add_choice (group, _ ("Format"), forms);
  self->rows_row = add_choice (group, _ ("Rows"), rows);
  self->columns_row = add_choice (group, _ ("Columns"), columns);
}

static void
vigie_export_dialog_dispose (GObject *object)
{
  VigieExportDialog *self = VIGIE_EXPORT_DIALOG (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, vigie_query_free);
  g_clear_pointer (&self->columns, g_free);
  G_OBJECT_CLASS (vigie_export_dialog_parent_class)->dispose (object);
}

static void
vigie_export_dialog_class_init (VigieExportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_export_dialog_dispose;
}

static void
vigie_export_dialog_init (VigieExportDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export…"));
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  gtk_widget_add_css_class (export, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), export);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  add_choices (self, ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Export"));
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_default_widget (ADW_DIALOG (self), export);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  g_signal_connect_swapped (export, "clicked", G_CALLBACK (export_clicked_cb), self);
}

/**
 * vigie_export_dialog_present_list:
 * @parent: a widget of the window
 * @query: what is listed
 * @columns: indexes of the fields that are shown, -1 after the last
 *
 * Asks what of a list is written, and where to, and writes it.
 */
void
vigie_export_dialog_present_list (GtkWidget *parent, VigieStore *store, const VigieQuery *query, const int *columns)
{
  VigieExportDialog *self = g_object_new (VIGIE_TYPE_EXPORT_DIALOG, NULL);
  gboolean narrowed =
    (query->search != NULL && *query->search != '\0') || (query->filters != NULL && query->filters->len > 0);
  guint n = 0;

  while (columns[n] >= 0)
    n++;
  self->parent = g_object_ref (parent);
  self->store = g_object_ref (store);
  self->query = vigie_query_copy (query);
  self->columns = g_memdup2 (columns, (n + 1) * sizeof *columns);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_row), narrowed);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
