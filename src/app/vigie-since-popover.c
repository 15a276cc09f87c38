// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieSincePopover: a figure against the day that changes are told from: what it said then, whether its chart and its
 * table show that too, and the events since, each of which opens its record.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-since-popover.h"

#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-open-record.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MARGIN 6
#define WIDEST_CHARS 40
/* More are in the list of the committee: here is why this figure moved, not all that happened. */
#define MOST_EVENTS 6

struct _VigieSincePopover
{
  GtkPopover parent_instance;

  /* borrowed */
  GtkLabel *earlier;
  GtkCheckButton *compare;
  GtkListBox *events;

  /* owned */
  VigieSession *session;
  GPtrArray *changes;
};

G_DEFINE_FINAL_TYPE (VigieSincePopover, vigie_since_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_COMPARE_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (VigieSincePopover *self)
{
  g_signal_emit (self, signals[SIGNAL_COMPARE_TOGGLED], 0, gtk_check_button_get_active (self->compare));
}

static void
event_activated_cb (VigieSincePopover *self, GtkListBoxRow *row)
{
  const VigieChange *change = g_ptr_array_index (self->changes, gtk_list_box_row_get_index (row));
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  vigie_open_record (parent, vigie_session_get_store (self->session), vigie_entity_from_nick (change->entity),
                     change->key);
}

static void
vigie_since_popover_dispose (GObject *object)
{
  VigieSincePopover *self = VIGIE_SINCE_POPOVER (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vigie_since_popover_parent_class)->dispose (object);
}

static void
vigie_since_popover_class_init (VigieSincePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vigie_since_popover_dispose;

  /**
   * VigieSincePopover::compare-toggled:
   * @compared: whether the chart and the table show the earlier day
   *
   * Somebody wants the figure compared, or not any more.
   */
  signals[SIGNAL_COMPARE_TOGGLED] = g_signal_new ("compare-toggled", VIGIE_TYPE_SINCE_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
vigie_since_popover_init (VigieSincePopover *self G_GNUC_UNUSED)
{
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
create_event (const VigieChange *change)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *day = change->on != VIGIE_DATE_NONE ? vigie_format_date (change->on) : NULL;

  add_label (box, change->text, NULL);
  if (day != NULL)
    add_label (box, day, "caption");
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), change->entity != NULL && change->key != NULL);
  return row;
}

static void
add_events (VigieSincePopover *self, GtkWidget *box)
{
  guint n = self->changes->len;
  guint shown = n <= MOST_EVENTS + 1 ? n : MOST_EVENTS;

  if (n == 0)
    {
      add_label (box, _ ("No event that the register knows of."), "dimmed");
      return;
    }
  self->events = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->events, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->events), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What has happened since"), -1);
  g_signal_connect_swapped (self->events, "row-activated", G_CALLBACK (event_activated_cb), self);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->events, create_event (g_ptr_array_index (self->changes, i)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->events));
  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - shown), n - shown);

      add_label (box, more, "dimmed");
    }
}

static void
fill (VigieSincePopover *self, VigieFigure *figure, gboolean compared)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  g_autofree char *day = vigie_format_date (vigie_overview_get_since (vigie_figure_get_overview (figure)));
  /* Translators: a heading; %s is the day of the last meeting, or an earlier one that was asked for */
  g_autofree char *heading = g_strdup_printf (C_ ("heading", "Since %s"), day);

  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  add_label (box, heading, "heading");
  self->earlier = GTK_LABEL (add_label (box, "", NULL));
  self->compare = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Show It in the Chart and the Table")));
  gtk_check_button_set_active (self->compare, compared);
  g_signal_connect_swapped (self->compare, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->compare));
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), FALSE);
  add_label (box, _ ("What has happened since"), "heading");
  add_events (self, box);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * vigie_since_popover_new:
 * @session: the register
 * @figure: what it is about
 * @compared: whether its chart shows the earlier day already
 *
 * Returns: (transfer floating): a popover, which says what the figure was once vigie_since_popover_show() is called
 */
GtkWidget *
vigie_since_popover_new (VigieSession *session, VigieFigure *figure, gboolean compared)
{
  VigieSincePopover *self = g_object_new (VIGIE_TYPE_SINCE_POPOVER, NULL);

  self->session = g_object_ref (session);
  self->changes = vigie_figure_list_changes (figure);
  fill (self, figure, compared);
  return GTK_WIDGET (self);
}

/**
 * vigie_since_popover_show:
 * @compared: the figure with the earlier day behind it
 *
 * Says what the figure was; of one that tells of the past itself, nothing.
 */
void
vigie_since_popover_show (VigieSincePopover *self, VigieFigure *compared)
{
  g_autofree char *sentence = vigie_figure_dup_earlier_sentence (compared);

  g_return_if_fail (VIGIE_IS_SINCE_POPOVER (self));

  gtk_label_set_label (self->earlier, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), sentence != NULL);
}
