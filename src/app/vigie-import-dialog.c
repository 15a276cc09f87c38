// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieImportDialog: a table is brought into the register: what it holds is found out and can be changed; what would
 * happen is shown; then it is done, all of it or nothing, and can be undone as one. Reading and trying go on in a
 * thread, which has the draft for itself meanwhile: nothing can be changed, and the dialog lives on until it ends.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-import-dialog.h"

#include "vigie-format.h"
#include "vigie-import-columns.h"
#include "vigie-import-file.h"
#include "vigie-import-preview.h"
#include "vigie-mapping-memory.h"
#include "vigie-trial.h"

#include "vigie-config.h"

#include <glib/gi18n.h>
#include <math.h>

struct _VigieImportDialog
{
  AdwDialog parent_instance;

  /* template */
  AdwToastOverlay *toast_overlay;
  AdwNavigationView *navigation;
  GtkWidget *next_button;
  GtkWidget *import_button;
  GtkWidget *stop_button;
  AdwBanner *banner;
  GtkStack *columns_stack;
  AdwStatusPage *busy_page;
  AdwBin *columns_bin;
  AdwNavigationPage *preview_page;
  GtkStack *preview_stack;
  AdwStatusPage *trying_page;
  AdwBin *preview_bin;
  GtkProgressBar *progress_bar;

  /* owned */
  VigieStore *store;
  AdwToastOverlay *overlay;
  GFile *file;
  char *kind;
  char *sheet;
  char *folder; /* where it is remembered what tables were taken for */
  GCancellable *cancellable;
  VigieDraft *draft;
  VigieTrial *trial;

  gint64 n_imported;
  char delimiter;
  gboolean forget;
};

G_DEFINE_FINAL_TYPE (VigieImportDialog, vigie_import_dialog, ADW_TYPE_DIALOG)

/* --- what goes on in a thread ---------------------------------------------------------------------- */

/* Nothing of the dialog is touched in a thread but what is read here, which it does not change meanwhile. */

static void
look_in_thread (GTask *task, gpointer source, gpointer data G_GNUC_UNUSED, GCancellable *cancellable)
{
  VigieImportDialog *self = source;
  const VigieTableOptions options = { self->sheet, self->delimiter };
  GError *error = NULL;
  VigieDraft *draft = vigie_draft_new (self->file, &options, self->kind, self->store, cancellable, &error);
  g_autoptr (VigieMapping) known = NULL;

  if (draft == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  known = !self->forget ? vigie_mapping_memory_find (self->folder, draft) : NULL;
  if (known != NULL && (self->kind == NULL || vigie_kind_to_entity (self->kind) == vigie_kind_to_entity (known->kind)))
    vigie_draft_take_mapping (draft, known);
  g_task_return_pointer (task, draft, (GDestroyNotify) vigie_draft_free);
}

static void
try_in_thread (GTask *task, gpointer source, gpointer data G_GNUC_UNUSED, GCancellable *cancellable)
{
  VigieImportDialog *self = source;
  const VigieTableOptions options = { self->sheet, self->delimiter };
  GError *error = NULL;
  VigieTrial *trial = vigie_trial_new (self->draft, &options, self->store, cancellable, &error);

  if (trial != NULL)
    g_task_return_pointer (task, trial, (GDestroyNotify) vigie_trial_free);
  else
    g_task_return_error (task, error);
}

static void
keep_in_thread (GTask *task, gpointer source, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED)
{
  VigieImportDialog *self = source;
  g_autoptr (GError) error = NULL;

  /* That it is not remembered is no failure of the import. */
  if (!vigie_mapping_memory_keep (self->folder, self->draft, &error))
    g_debug ("not remembered: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
run (VigieImportDialog *self, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;

  /* One that was used stays cancelled. */
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_object (&self->cancellable);
      self->cancellable = g_cancellable_new ();
    }
  task = g_task_new (self, self->cancellable, callback, NULL);
  g_task_set_source_tag (task, run);
  g_task_run_in_thread (task, func);
}

/* Whether the dialog was closed while a thread worked for it. */
static gboolean
is_gone (VigieImportDialog *self)
{
  return self->columns_bin == NULL;
}

static void
show_busy (AdwStatusPage *page, const char *title, const char *description)
{
  g_autoptr (AdwSpinnerPaintable) spinner = adw_spinner_paintable_new (GTK_WIDGET (page));

  adw_status_page_set_icon_name (page, NULL);
  adw_status_page_set_paintable (page, GDK_PAINTABLE (spinner));
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, description);
}

static void
show_failure (AdwStatusPage *page, const char *title, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_paintable (page, NULL);
  adw_status_page_set_icon_name (page, "dialog-warning-symbolic");
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, escaped);
}

/* --- columns --------------------------------------------------------------------------------------- */

static void look (VigieImportDialog *self);

static void
look_idle_cb (gpointer data)
{
  g_autoptr (VigieImportDialog) self = data;

  if (!is_gone (self))
    look (self);
}

/* What is shown goes when the file is read anew: not within a signal of its own. */
static void
file_chosen_cb (const VigieImportFileChoice *choice, gpointer data)
{
  VigieImportDialog *self = data;

  if (choice->kind != NULL)
    g_set_str (&self->kind, choice->kind);
  if (choice->sheet != NULL)
    g_set_str (&self->sheet, choice->sheet);
  if (choice->delimiter != '\0')
    self->delimiter = choice->delimiter;
  g_idle_add_once (look_idle_cb, g_object_ref (self));
}

static void
columns_changed_cb (VigieImportDialog *self)
{
  VigieImportColumns *columns = VIGIE_IMPORT_COLUMNS (adw_bin_get_child (self->columns_bin));

  gtk_widget_set_sensitive (self->next_button, vigie_import_columns_is_whole (columns));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieImportDialog *self = VIGIE_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDraft) draft = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWidget *columns;

  if (is_gone (self))
    return;
  if (draft == NULL)
    {
      show_failure (self->busy_page, _ ("The Table Cannot Be Read"), error);
      return;
    }
  self->draft = g_steal_pointer (&draft);
  columns = vigie_import_columns_new (self->draft, vigie_import_file_new (self->draft, file_chosen_cb, self));
  adw_bin_set_child (self->columns_bin, columns);
  g_signal_connect_object (columns, "changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  columns_changed_cb (self);
  adw_banner_set_revealed (self->banner, self->draft->remembered);
  gtk_stack_set_visible_child_name (self->columns_stack, "columns");
}

/* Looks the table through, as it is to be read now. */
static void
look (VigieImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->columns_stack, "busy");
  gtk_widget_set_sensitive (self->next_button, FALSE);
  adw_banner_set_revealed (self->banner, FALSE);
  show_busy (self->busy_page, _ ("Looking Through the Table"), NULL);
  adw_bin_set_child (self->columns_bin, NULL);
  adw_bin_set_child (self->preview_bin, NULL);
  g_clear_pointer (&self->trial, vigie_trial_free);
  g_clear_pointer (&self->draft, vigie_draft_free);
  run (self, look_in_thread, looked_cb);
}

static void
forget_clicked_cb (VigieImportDialog *self)
{
  self->forget = TRUE;
  g_clear_pointer (&self->kind, g_free);
  look (self);
}

static void
cancel_clicked_cb (VigieImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- preview --------------------------------------------------------------------------------------- */

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieImportDialog *self = VIGIE_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTrial) trial = g_task_propagate_pointer (G_TASK (result), &error);
  const gint64 *outcomes;

  if (is_gone (self))
    return;
  adw_navigation_page_set_can_pop (self->preview_page, TRUE);
  if (trial == NULL)
    {
      show_failure (self->trying_page, _ ("The Import Cannot Be Tried"), error);
      return;
    }
  /* Of a button that was pressed twice there are two. */
  adw_bin_set_child (self->preview_bin, NULL);
  g_clear_pointer (&self->trial, vigie_trial_free);
  self->trial = g_steal_pointer (&trial);
  outcomes = self->trial->outcomes;
  adw_bin_set_child (self->preview_bin, vigie_import_preview_new (self->draft, self->trial));
  gtk_widget_set_sensitive (self->import_button, outcomes[VIGIE_OUTCOME_REFUSED] == 0 &&
                                                   outcomes[VIGIE_OUTCOME_ADDED] + outcomes[VIGIE_OUTCOME_CHANGED] > 0);
  gtk_stack_set_visible_child_name (self->preview_stack, "preview");
}

static void
next_clicked_cb (VigieImportDialog *self)
{
  show_busy (self->trying_page, _ ("Trying the Import"), _ ("Nothing is written."));
  gtk_stack_set_visible_child_name (self->preview_stack, "busy");
  gtk_widget_set_sensitive (self->import_button, FALSE);
  adw_bin_set_child (self->preview_bin, NULL);
  g_clear_pointer (&self->trial, vigie_trial_free);
  adw_navigation_view_push_by_tag (self->navigation, "preview");
  adw_navigation_page_set_can_pop (self->preview_page, FALSE);
  run (self, try_in_thread, tried_cb);
}

/* --- import ---------------------------------------------------------------------------------------- */

static void
tell_imported (VigieImportDialog *self)
{
  g_autofree char *number = vigie_format_integer (self->n_imported);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%s row imported", "%s rows imported", (gulong) self->n_imported), number);
  /* Whoever left a long import alone finds what became of it: it stays until it is read, or undone. */
  AdwToast *toast = g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, "button-label", _ ("_Undo"),
                                  "action-name", "win.undo", "timeout", 0, NULL);

  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
set_importing (VigieImportDialog *self, gboolean importing)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !importing);
  adw_navigation_page_set_can_pop (self->preview_page, !importing);
  gtk_widget_set_sensitive (self->import_button, !importing);
  gtk_widget_set_sensitive (self->stop_button, importing);
  gtk_stack_set_visible_child_name (self->preview_stack, importing ? "importing" : "preview");
  if (importing)
    adw_toast_overlay_dismiss_all (self->toast_overlay);
  /* The keyboard is nowhere where its button is gone, and then no key does anything. */
  gtk_widget_grab_focus (importing ? self->stop_button : self->import_button);
}

static void
tell_stopped (VigieImportDialog *self)
{
  AdwToast *toast = adw_toast_new (_ ("Stopped: nothing was imported"));

  /* It says what has become of the register: it stays until it is read, or until the next try. */
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* What is told is done: one who leaves at once has it remembered, too. */
static void
kept_cb (GObject *source, GAsyncResult *result G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  VigieImportDialog *self = VIGIE_IMPORT_DIALOG (source);

  if (is_gone (self))
    return;
  set_importing (self, FALSE);
  tell_imported (self);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = vigie_import_run_finish (VIGIE_IMPORT (source), result, &error);
  const VigieImportReport *report = vigie_import_get_report (VIGIE_IMPORT (source));

  if (is_gone (self))
    return;
  if (done && report->written)
    {
      gtk_widget_set_sensitive (self->stop_button, FALSE);
      self->n_imported = report->rows[VIGIE_OUTCOME_ADDED] + report->rows[VIGIE_OUTCOME_CHANGED];
      run (self, keep_in_thread, kept_cb);
      return;
    }
  set_importing (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_stopped (self);
  else if (error != NULL)
    {
      gtk_stack_set_visible_child_name (self->preview_stack, "busy");
      show_failure (self->trying_page, _ ("The Table Was Not Imported"), error);
    }
  else
    /* The register has changed since it was tried. */
    next_clicked_cb (self);
}

static void
progress_cb (double fraction, gint64 rows, gpointer data)
{
  VigieImportDialog *self = data;
  g_autofree char *number = vigie_format_integer (rows);
  g_autofree char *text = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) rows), number);

  if (is_gone (self))
    return;
  if (isnan (fraction))
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

/* To open a workbook is to read what its cells share, which can be much. */
static void
open_in_thread (GTask *task, gpointer source, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED)
{
  VigieImportDialog *self = source;
  const VigieTableOptions options = { self->sheet, self->delimiter };
  GError *error = NULL;
  VigieImport *import = vigie_draft_open_import (self->draft, &options, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  VigieImportDialog *self = VIGIE_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = g_task_propagate_pointer (G_TASK (result), &error);

  if (is_gone (self))
    return;
  if (import == NULL)
    {
      set_importing (self, FALSE);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          tell_stopped (self);
          return;
        }
      gtk_stack_set_visible_child_name (self->preview_stack, "busy");
      show_failure (self->trying_page, _ ("The Table Was Not Imported"), error);
      return;
    }
  vigie_import_set_progress (import, progress_cb, g_object_ref (self), g_object_unref);
  vigie_import_run_async (import, self->store, FALSE, self->cancellable, imported_cb, g_object_ref (self));
}

static void
import_clicked_cb (VigieImportDialog *self)
{
  /* A key presses a button a moment before it is clicked, and one may have gone back meanwhile. */
  if (adw_navigation_view_get_visible_page (self->navigation) != self->preview_page)
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  set_importing (self, TRUE);
  run (self, open_in_thread, opened_cb);
}

static void
stop_clicked_cb (VigieImportDialog *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

/* Escape, while it may not be closed. */
static void
close_attempt_cb (VigieImportDialog *self)
{
  if (gtk_widget_get_sensitive (self->stop_button))
    stop_clicked_cb (self);
}

/* --- object ---------------------------------------------------------------------------------------- */

static void
vigie_import_dialog_dispose (GObject *object)
{
  VigieImportDialog *self = VIGIE_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), VIGIE_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (vigie_import_dialog_parent_class)->dispose (object);
}

static void
vigie_import_dialog_finalize (GObject *object)
{
  VigieImportDialog *self = VIGIE_IMPORT_DIALOG (object);

  g_clear_pointer (&self->trial, vigie_trial_free);
  g_clear_pointer (&self->draft, vigie_draft_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->overlay);
  g_clear_object (&self->file);
  g_clear_object (&self->store);
  g_free (self->kind);
  g_free (self->sheet);
  g_free (self->folder);
  G_OBJECT_CLASS (vigie_import_dialog_parent_class)->finalize (object);
}

static void
vigie_import_dialog_class_init (VigieImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vigie_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vigie_import_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, VIGIE_RESOURCE_PREFIX "/ui/vigie-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, columns_stack);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, busy_page);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, preview_page);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, trying_page);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, preview_bin);
  gtk_widget_class_bind_template_child (widget_class, VigieImportDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
vigie_import_dialog_init (VigieImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->folder = g_build_filename (g_get_user_data_dir (), "vigie", "mappings", NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vigie_import_dialog_present:
 * @parent: the window
 * @overlay: where it is told what was imported
 * @file: the table
 * @kind: (nullable): what its rows are; %NULL where that is to be found out
 *
 * Brings a table into the register, as a person says.
 */
void
vigie_import_dialog_present (GtkWidget *parent, AdwToastOverlay *overlay, VigieStore *store, GFile *file,
                             const char *kind)
{
  VigieImportDialog *self = g_object_new (VIGIE_TYPE_IMPORT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->overlay = g_object_ref (overlay);
  self->file = g_object_ref (file);
  self->kind = g_strdup (kind);
  adw_dialog_present (ADW_DIALOG (self), parent);
  look (self);
}
