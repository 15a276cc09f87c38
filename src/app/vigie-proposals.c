// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What already stands in the register is proposed below a field where it is typed: the arrow keys go through it, Return
 * takes it, Escape leaves it. The keyboard stays where one types.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-proposals.h"

#include "vigie-values.h"

#include <glib/gi18n.h>

#define PROPOSED_MAX 6

typedef struct
{
  /* borrowed */
  GtkEditable *entry;
  const VigieEntity *entity;
  guint field;

  /* owned */
  VigieStore *store;
  GtkWidget *popover;
  GtkListBox *list; /* in it */
  GCancellable *cancellable;
  gboolean taking;
} Proposals;

static void
proposals_free (gpointer data)
{
  Proposals *self = data;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->popover);
  g_free (self);
}

static Proposals *
proposals_of (gpointer entry)
{
  return g_object_get_data (G_OBJECT (entry), "vigie-proposals");
}

static gboolean
is_open (Proposals *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
close_popover (Proposals *self)
{
  if (is_open (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
take (Proposals *self, GtkListBoxRow *row)
{
  const char *value = gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));

  self->taking = TRUE;
  gtk_editable_set_text (self->entry, value);
  gtk_editable_set_position (self->entry, -1);
  self->taking = FALSE;
  close_popover (self);
}

static void
row_activated_cb (GtkWidget *entry, GtkListBoxRow *row)
{
  take (proposals_of (entry), row);
}

/* The popover is the entry's, which does not know of it. */
static void
destroyed_cb (GtkWidget *entry)
{
  Proposals *self = proposals_of (entry);

  g_cancellable_cancel (self->cancellable);
  if (self->popover != NULL && gtk_widget_get_parent (self->popover) != NULL)
    gtk_widget_unparent (self->popover);
}

static void
make_popover (Proposals *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  self->popover = g_object_ref_sink (gtk_popover_new ());
  gtk_widget_set_can_focus (list, FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Proposals"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self->entry, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self->popover), list);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->entry));
}

static void
show_values (Proposals *self, const char *const *values)
{
  guint n = g_strv_length ((char **) values);

  if (n == 0)
    {
      close_popover (self);
      return;
    }
  if (self->popover == NULL)
    make_popover (self);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label = gtk_label_new (values[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (self->list, label);
    }
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self->entry)) / 2, -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) entry = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) values = vigie_store_list_values_finish (VIGIE_STORE (source), result, &error);
  Proposals *self = proposals_of (entry);

  if (values == NULL || gtk_widget_get_root (entry) == NULL)
    return;
  /* One who has gone on to the next field wants nothing more here. */
  if ((gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    show_values (self, (const char *const *) values);
}

static void
changed_cb (GtkWidget *entry)
{
  Proposals *self = proposals_of (entry);
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* What is put there by the program is not typed. */
  if (self->taking || *words == '\0' || (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    {
      close_popover (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  vigie_store_list_values_async (self->store, self->entity, self->field, words, PROPOSED_MAX, self->cancellable,
                                 listed_cb, g_object_ref (entry));
}

static void
left_cb (GtkWidget *entry)
{
  close_popover (proposals_of (entry));
}

/* Says which is chosen to who does not see it: the keyboard stays in the field. */
static void
move (Proposals *self, int by)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  int next = chosen != NULL ? gtk_list_box_row_get_index (chosen) + by : by > 0 ? 0 : -1;
  GtkListBoxRow *row = next >= 0 ? gtk_list_box_get_row_at_index (self->list, next) : NULL;

  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry),
                             gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_pressed_cb (GtkWidget *entry, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  Proposals *self = proposals_of (entry);
  GtkListBoxRow *chosen = is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;

  if (!is_open (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    move (self, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_Escape)
    close_popover (self);
  else if (chosen != NULL && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    take (self, chosen);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/**
 * vigie_proposals_attach:
 * @entry: an editable widget
 * @field: index of a field of @entity, of which vigie_values_are_listed()
 *
 * Proposes in @entry what already stands in the field.
 */
void
vigie_proposals_attach (GtkWidget *entry, VigieStore *store, const VigieEntity *entity, guint field)
{
  Proposals *self = g_new0 (Proposals, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_EDITABLE (entry);
  self->store = g_object_ref (store);
  self->entity = entity;
  self->field = field;
  g_object_set_data_full (G_OBJECT (entry), "vigie-proposals", self, proposals_free);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), entry, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), entry, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (entry, "destroy", G_CALLBACK (destroyed_cb), NULL);
}
