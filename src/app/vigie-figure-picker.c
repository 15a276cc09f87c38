// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieFigurePicker: the figures, by their titles and the questions that they answer, to put some of them on an agenda.
 * Those that are on it already are told as such.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-figure-picker.h"

#include "vigie-figure.h"
#include "vigie-text-scale.h"

#include <glib/gi18n.h>

#define DIALOG_WIDTH 520
#define DIALOG_HEIGHT 640

struct _VigieFigurePicker
{
  AdwDialog parent_instance;

  /* borrowed */
  GtkWidget *add_button;

  /* owned */
  GPtrArray *checks; /* of GtkCheckButton *, a kind each */
};

G_DEFINE_FINAL_TYPE (VigieFigurePicker, vigie_figure_picker, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_chosen (GtkWidget *check)
{
  return gtk_widget_get_sensitive (check) && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static void
toggled_cb (VigieFigurePicker *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    any = any || is_chosen (g_ptr_array_index (self->checks, i));
  gtk_widget_set_sensitive (self->add_button, any);
}

static void
add_clicked_cb (VigieFigurePicker *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_clicked_cb (VigieFigurePicker *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
vigie_figure_picker_finalize (GObject *object)
{
  g_ptr_array_unref (VIGIE_FIGURE_PICKER (object)->checks);
  G_OBJECT_CLASS (vigie_figure_picker_parent_class)->finalize (object);
}

static void
vigie_figure_picker_class_init (VigieFigurePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_figure_picker_finalize;

  /**
   * VigieFigurePicker::chosen:
   *
   * Figures were chosen; see vigie_figure_picker_dup_chosen().
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", VIGIE_TYPE_FIGURE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_row (VigieFigurePicker *self, guint kind, gboolean taken)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vigie_figure_kind_title (kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               taken ? _ ("Already on the agenda") : vigie_figure_kind_question (kind));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), taken);
  gtk_widget_set_sensitive (check, !taken);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return row;
}

static void
vigie_figure_picker_init (VigieFigurePicker *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->checks = g_ptr_array_new ();
  self->add_button = gtk_button_new_with_mnemonic (_ ("_Add"));
  gtk_widget_add_css_class (self->add_button, "suggested-action");
  gtk_widget_set_sensitive (self->add_button, FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add_button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Figures for the Agenda"));
  adw_dialog_set_content_width (ADW_DIALOG (self), vigie_text_scale_length (GTK_WIDGET (self), DIALOG_WIDTH));
  adw_dialog_set_content_height (ADW_DIALOG (self), DIALOG_HEIGHT);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->add_button);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
}

/* One comes to choose, not to cancel. */
static void
focus_first (VigieFigurePicker *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_widget_get_sensitive (g_ptr_array_index (self->checks, i)))
      {
        adw_dialog_set_focus (ADW_DIALOG (self), g_ptr_array_index (self->checks, i));
        return;
      }
}

/**
 * vigie_figure_picker_new:
 * @taken: ids of the figures that are on the agenda already
 *
 * Returns: (transfer floating): a dialog
 */
VigieFigurePicker *
vigie_figure_picker_new (const char *const *taken)
{
  VigieFigurePicker *self = g_object_new (VIGIE_TYPE_FIGURE_PICKER, NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_row (self, kind, g_strv_contains (taken, vigie_figure_kind_id (kind))));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (adw_dialog_get_child (ADW_DIALOG (self))), page);
  focus_first (self);
  return self;
}

/**
 * vigie_figure_picker_dup_chosen:
 *
 * Returns: (transfer full): ids of the figures that were chosen, in the order of the registry
 */
GStrv
vigie_figure_picker_dup_chosen (VigieFigurePicker *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (VIGIE_IS_FIGURE_PICKER (self), NULL);

  for (guint kind = 0; kind < self->checks->len; kind++)
    if (is_chosen (g_ptr_array_index (self->checks, kind)))
      g_strv_builder_add (builder, vigie_figure_kind_id (kind));
  return g_strv_builder_end (builder);
}
