// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigiePackDialog: what the board pack is made of, and whether it is saved or printed. It is made in a thread; how far
 * it is stands in the dialog, which stays until it is done or given up.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-pack-dialog.h"

#include "vigie-board-pack.h"
#include "vigie-figure.h"
#include "vigie-format.h"
#include "vigie-output.h"
#include "vigie-pack-language.h"
#include "vigie-pack-logo.h"
#include "vigie-pack-print.h"
#include "vigie-text-scale.h"

#include <glib/gi18n.h>

#define DIALOG_WIDTH 600
#define DIALOG_HEIGHT 640
#define PULSE_MS 120

struct _VigiePackDialog
{
  AdwDialog parent_instance;

  /* borrowed */
  GtkStack *stack;
  GtkWidget *make_button;
  GtkProgressBar *bar;
  AdwSwitchRow *compare;
  GtkWidget *language; /* NULL where it is printed */
  GPtrArray *rows;     /* of GtkWidget *: a switch a section, none of the figures */
  GPtrArray *figures;  /* of GtkCheckButton *, a kind each */
  GtkWidget *parent;

  /* owned */
  VigieSession *session;
  char *name;
  GCancellable *cancellable;
  GFile *place;
  GFile *made;
  gboolean print;
  guint pulse;
};

G_DEFINE_FINAL_TYPE (VigiePackDialog, vigie_pack_dialog, ADW_TYPE_DIALOG)

static void
tell_failure (VigiePackDialog *self, const char *heading, const GError *error)
{
  AdwDialog *dialog;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;
  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, self->parent);
}

/* --- making it -------------------------------------------------------------------------------------- */

/* NULL where they are the usual. */
static GStrv
dup_sections (VigiePackDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean usual = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!ADW_IS_SWITCH_ROW (row))
        continue;
      if (adw_switch_row_get_active (ADW_SWITCH_ROW (row)))
        g_strv_builder_add (builder, vigie_board_pack_section_id (i));
      usual = usual && adw_switch_row_get_active (ADW_SWITCH_ROW (row)) ==
                         vigie_board_pack_is_usual (vigie_board_pack_section_id (i));
    }
  for (guint kind = 0; kind < self->figures->len; kind++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->figures, kind)))
      g_strv_builder_add (builder, vigie_figure_kind_id (kind));
    else
      usual = FALSE;
  return usual ? NULL : g_strv_builder_end (builder);
}

static void
chosen_cb (VigiePackDialog *self)
{
  g_auto (GStrv) sections = dup_sections (self);

  gtk_widget_set_sensitive (self->make_button, sections == NULL || sections[0] != NULL);
}

static void
progress_cb (double fraction, gpointer data)
{
  VigiePackDialog *self = data;

  if (self->bar != NULL)
    gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (((VigiePackDialog *) data)->bar);
  return G_SOURCE_CONTINUE;
}

static void
show_progress (VigiePackDialog *self)
{
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_widget_set_visible (self->make_button, FALSE);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
show_choice (VigiePackDialog *self)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, "choice");
  gtk_widget_set_visible (self->make_button, TRUE);
  g_clear_object (&self->cancellable);
}

static void
tell_saved (VigiePackDialog *self)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (self->parent, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = g_file_get_basename (self->place);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("“%s” saved"), name);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                                 g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL));
}

/* Made beside its place, and moved there when whole: what stood there stays until then. */
static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigiePackDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (g_file_move_finish (G_FILE (source), result, &error))
    tell_saved (self);
  else
    tell_failure (self, _ ("The Board Pack Could Not Be Saved"), error);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
finish_writing (VigiePackDialog *self, gboolean written, const GError *error)
{
  if (written)
    {
      g_file_move_async (self->made, self->place, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL, moved_cb,
                         g_object_ref (self));
      return;
    }
  show_choice (self);
  tell_failure (self, _ ("The Board Pack Could Not Be Saved"), error);
}

static void
written_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigiePackDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean written = vigie_board_pack_write_finish (result, &error);

  finish_writing (self, written, error);
}

static void
written_elsewhere_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigiePackDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean written = vigie_pack_language_write_finish (result, &error);

  finish_writing (self, written, error);
}

/* The other program does not say how far it is. */
static void
make_elsewhere (VigiePackDialog *self, VigieOverview *overview, const char *path, const VigieBoardPackOptions *options)
{
  VigieStore *store = vigie_session_get_store (self->session);
  g_autofree char *logo = vigie_pack_logo_dup_path ();

  self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  vigie_pack_language_write_async (overview, vigie_store_get_path (store), path, options, logo,
                                   vigie_pack_language_row_get (self->language), self->cancellable,
                                   written_elsewhere_cb, g_object_ref (self));
}

static void
print_done_cb (VigiePackDialog *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  tell_failure (self, _ ("The Board Pack Could Not Be Printed"), error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
drawn_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigiePackDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = vigie_board_pack_draw_finish (result, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (self->parent));

  show_choice (self);
  if (pages == NULL)
    {
      tell_failure (self, _ ("The Board Pack Could Not Be Printed"), error);
      return;
    }
  operation = vigie_pack_print_new (pages, self->name);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}

/* A pack of another day or another site by now would not be what was asked for: it is of what is shown. */
static void
make (VigiePackDialog *self)
{
  VigieOverview *overview = vigie_session_get_overview (self->session);
  g_auto (GStrv) sections = dup_sections (self);
  g_autoptr (GBytes) logo = vigie_pack_logo_read ();
  g_autofree char *path = self->made != NULL ? g_file_get_path (self->made) : NULL;
  VigieBoardPackOptions options = {
    .sections = (const char *const *) sections,
    .compared = adw_switch_row_get_active (self->compare),
    .logo = logo,
    .progress = progress_cb,
    .progress_data = self,
  };

  if (overview == NULL)
    return;
  show_progress (self);
  if (self->print)
    vigie_board_pack_draw_async (overview, &options, self->cancellable, drawn_cb, g_object_ref (self));
  else if (vigie_pack_language_row_get (self->language) != vigie_language_get ())
    make_elsewhere (self, overview, path, &options);
  else
    vigie_board_pack_write_async (overview, path, &options, self->cancellable, written_cb, g_object_ref (self));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigiePackDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *making = path != NULL ? g_strconcat (path, ".making", NULL) : NULL;

  if (file != NULL && (path == NULL || vigie_output_is_stream (path)))
    g_set_error_literal (
      &error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
      _ ("That place is not a file in a folder of this computer. Choose another, and copy the file there later."));
  if (error != NULL)
    {
      tell_failure (self, _ ("The Board Pack Could Not Be Saved"), error);
      return;
    }
  g_set_object (&self->place, file);
  g_clear_object (&self->made);
  self->made = g_file_new_for_path (making);
  make (self);
}

static void
make_clicked_cb (VigiePackDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;

  if (self->print)
    {
      make (self);
      return;
    }
  dialog = gtk_file_dialog_new ();
  name = g_strconcat (self->name, ".pdf", NULL);
  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _ ("Save the Board Pack"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (self->parent)), NULL, place_chosen_cb,
                        g_object_ref (self));
}

static void
cancel_clicked_cb (VigiePackDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* Whoever leaves, by Escape as well, does not want it any more. */
static void
closed_cb (VigiePackDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* --- the dialog ------------------------------------------------------------------------------------- */

static GtkWidget *
add_figures (VigiePackDialog *self, const char *title)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      GtkWidget *figure = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (figure), vigie_figure_kind_title (kind));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (figure), FALSE);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (figure), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (figure), check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->figures, check);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), figure);
    }
  return row;
}

/* The site and the day are those of the window. */
static void
describe_scope (VigiePackDialog *self, AdwPreferencesGroup *group)
{
  VigieOverview *overview = vigie_session_get_overview (self->session);
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (overview == NULL)
    return;
  day = vigie_format_date_long (vigie_scope_get_as_of (vigie_overview_get_scope (overview)));
  words = g_strdup_printf (C_ ("report", "%1$s, as of %2$s"), vigie_overview_get_scope_name (overview), day);
  adw_preferences_group_set_description (group, words);
}

static GtkWidget *
create_sections (VigiePackDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Sections"));
  describe_scope (self, ADW_PREFERENCES_GROUP (group));
  for (guint i = 0; i < vigie_board_pack_n_sections (); i++)
    {
      gboolean figures = g_str_equal (vigie_board_pack_section_id (i), VIGIE_PACK_FIGURES);
      GtkWidget *row =
        figures ? add_figures (self, vigie_board_pack_section_title (i)) : GTK_WIDGET (adw_switch_row_new ());

      if (!figures)
        {
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vigie_board_pack_section_title (i));
          adw_switch_row_set_active (ADW_SWITCH_ROW (row), vigie_board_pack_is_usual (vigie_board_pack_section_id (i)));
          g_signal_connect_object (row, "notify::active", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
        }
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  self->compare = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->compare), _ ("Each Figure Beside the Last Meeting"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->compare), _ ("What it was, and what has happened since"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->compare));
  if (!self->print)
    {
      self->language = vigie_pack_language_row_new ();
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->language);
    }
  return group;
}

static GtkWidget *
create_cover (VigiePackDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Cover"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), vigie_pack_logo_row_new ());
  return group;
}

static GtkWidget *
create_progress (VigiePackDialog *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *bar = gtk_progress_bar_new ();

  self->bar = GTK_PROGRESS_BAR (bar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Making the Board Pack…"),
                                  -1);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Making the Board Pack…"));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), bar);
  return page;
}

static GtkWidget *
create_header (VigiePackDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  self->make_button = gtk_button_new_with_mnemonic (self->print ? _ ("_Print…") : _ ("_Save…"));
  gtk_widget_add_css_class (self->make_button, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->make_button);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  g_signal_connect_swapped (self->make_button, "clicked", G_CALLBACK (make_clicked_cb), self);
  return header;
}

static void
fill (VigiePackDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_sections (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_cover (self)));
  gtk_stack_add_named (self->stack, page, "choice");
  gtk_stack_add_named (self->stack, create_progress (self), "progress");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Board Pack"));
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_content_height (ADW_DIALOG (self), DIALOG_HEIGHT);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->make_button);
  /* One comes to make it, not to cancel. */
  adw_dialog_set_focus (ADW_DIALOG (self), self->make_button);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

static void
vigie_pack_dialog_dispose (GObject *object)
{
  VigiePackDialog *self = VIGIE_PACK_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  self->bar = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_clear_object (&self->place);
  g_clear_object (&self->made);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (vigie_pack_dialog_parent_class)->dispose (object);
}

static void
vigie_pack_dialog_class_init (VigiePackDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_pack_dialog_dispose;
}

static void
vigie_pack_dialog_init (VigiePackDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->figures = g_ptr_array_new ();
}

/**
 * vigie_pack_dialog_present:
 * @parent: a widget of the window
 * @session: the register, the scope and the day that the pack is of
 * @name: of the register
 * @print: whether it is printed, and not saved
 *
 * Asks what the board pack is made of, and makes it.
 */
void
vigie_pack_dialog_present (GtkWidget *parent, VigieSession *session, const char *name, gboolean print)
{
  VigiePackDialog *self = g_object_new (VIGIE_TYPE_PACK_DIALOG, NULL);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->name = g_strdup (name);
  self->print = print;
  fill (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
