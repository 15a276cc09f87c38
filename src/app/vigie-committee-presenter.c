// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The presenter's window beside the wall: it comes by itself where there are two screens, or by its key, follows the
 * wall, and hands its keys on to it.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-committee-window-private.h"

#include <glib/gi18n.h>

static void
presenter_gone_cb (VigieCommitteeWindow *self)
{
  self->presenter = NULL;
}

static void
presenter_entry_left_cb (VigieCommitteeWindow *self)
{
  if (self->presenter != NULL)
    gtk_window_set_focus (GTK_WINDOW (self->presenter), NULL);
}

/**
 * vigie_committee_window_get_entry:
 *
 * Returns: (transfer none): the line in which decisions are typed: the presenter's, which the others do not see, or else
 *   the wall's
 */
VigieQuickEntry *
vigie_committee_window_get_entry (VigieCommitteeWindow *self)
{
  return self->presenter != NULL ? vigie_presenter_window_get_entry (self->presenter) : self->entry;
}

/**
 * vigie_committee_window_tell_presenter:
 *
 * Shows the presenter what is on the wall.
 */
void
vigie_committee_window_tell_presenter (VigieCommitteeWindow *self)
{
  VigieDeck *deck = vigie_slide_view_get_deck (self->view);

  if (self->presenter != NULL && deck != NULL)
    vigie_presenter_window_show (self->presenter, deck, vigie_slide_view_get_slide (self->view),
                                 vigie_slide_view_get_palette (self->view));
}

/**
 * vigie_committee_window_toggle_presenter:
 *
 * Opens the presenter's window, or closes it.
 */
void
vigie_committee_window_toggle_presenter (VigieCommitteeWindow *self)
{
  GtkEventController *keys;
  VigieQuickEntry *entry;

  if (self->presenter != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self->presenter));
      return;
    }
  if (vigie_quick_entry_is_open (self->entry))
    vigie_quick_entry_close (self->entry);
  self->presenter = vigie_presenter_window_new (GTK_WINDOW (self));
  g_signal_connect_object (self->presenter, "destroy", G_CALLBACK (presenter_gone_cb), self, G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (vigie_committee_window_take_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->presenter), keys);
  entry = vigie_presenter_window_get_entry (self->presenter);
  g_signal_connect_object (entry, "entered", G_CALLBACK (vigie_committee_window_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "left", G_CALLBACK (presenter_entry_left_cb), self, G_CONNECT_SWAPPED);
  vigie_committee_window_tell_presenter (self);
  gtk_window_present (GTK_WINDOW (self->presenter));
}
