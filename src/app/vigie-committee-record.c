// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a committee's window shows and what is recorded in it: its slides follow the register, and what is typed lands
 * there.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-committee-window-private.h"

#include <glib/gi18n.h>

#include "vigie-clock.h"

/* --- what is resolved ------------------------------------------------------------------------------- */

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieCommitteeWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (!vigie_store_put_finish (VIGIE_STORE (source), result, NULL, &error))
    {
      self->stale = FALSE;
      vigie_quick_entry_tell (vigie_committee_window_get_entry (self), error->message);
      return;
    }
  vigie_quick_entry_close (vigie_committee_window_get_entry (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Recorded"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *records = data;

  return records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

/**
 * vigie_committee_window_record:
 *
 * Keeps what was typed: all of it is one change, which one undo takes back.
 */
void
vigie_committee_window_record (VigieCommitteeWindow *self)
{
  VigieDeck *deck = vigie_slide_view_get_deck (self->view);
  VigieProceedings *proceedings = vigie_deck_get_proceedings (deck);
  VigieResolution resolution;
  GPtrArray *records;

  if (!vigie_quick_entry_read (vigie_committee_window_get_entry (self), &resolution))
    return;
  /* Its code is the next of those that are known. */
  if (self->stale)
    {
      vigie_quick_entry_tell (vigie_committee_window_get_entry (self),
                              _ ("The last one is being recorded; press Enter again."));
      return;
    }
  self->stale = TRUE;
  records = vigie_recording_resolve (proceedings != NULL ? proceedings : self->proceedings, deck,
                                     vigie_slide_view_get_slide (self->view), &resolution, vigie_clock_today ());
  vigie_store_put_async (vigie_session_get_store (self->session), next_record, NULL, records,
                         (GDestroyNotify) g_ptr_array_unref, VIGIE_PUT_DEFAULT, NULL, recorded_cb, g_object_ref (self));
}

/* --- what is shown ---------------------------------------------------------------------------------- */

gboolean
vigie_committee_window_shows_grid (VigieCommitteeWindow *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->grid);
}

static void
put_deck (VigieCommitteeWindow *self, VigieDeck *deck)
{
  vigie_slide_view_set_deck (self->view, deck);
  vigie_committee_window_tell_presenter (self);
  if (vigie_committee_window_shows_grid (self))
    vigie_slide_grid_show_deck (self->grid, deck, vigie_slide_view_get_palette (self->view),
                                vigie_slide_view_get_slide (self->view));
}

static void
compared_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieCommitteeWindow) self = data;
  g_autoptr (VigieDeck) deck = vigie_deck_compare_finish (result, NULL);

  /* Cancelled: another deck came, or nobody wants it compared any more. */
  if (deck != NULL && self->session != NULL)
    put_deck (self, deck);
}

/* Compared or plain, as one wishes; until what was is added up, the slides stay as they are. */
static void
show_plain (VigieCommitteeWindow *self)
{
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  if (!self->compared || vigie_slide_view_get_deck (self->view) == NULL)
    put_deck (self, self->plain);
  if (!self->compared)
    return;
  self->comparing = g_cancellable_new ();
  vigie_deck_compare_async (self->plain, self->comparing, compared_cb, g_object_ref (self));
}

void
vigie_committee_window_show_deck (VigieCommitteeWindow *self, VigieDeck *deck)
{
  self->stale = self->stale && self->meeting == NULL;
  vigie_deck_ref (deck);
  g_clear_pointer (&self->plain, vigie_deck_unref);
  self->plain = deck;
  show_plain (self);
}

/**
 * vigie_committee_window_toggle_compared:
 *
 * Shows what each figure was at the last meeting and what has happened since, or not any more.
 */
void
vigie_committee_window_toggle_compared (VigieCommitteeWindow *self)
{
  if (!self->compared && vigie_overview_get_since (vigie_session_get_overview (self->session)) == VIGIE_DATE_NONE)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("There is no earlier meeting to compare with"),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  self->compared = !self->compared;
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           self->compared ? _ ("Slides show what has changed since the last meeting")
                                          : _ ("Slides show how things stand"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  show_plain (self);
}

static void
deck_loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieCommitteeWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDeck) deck = vigie_deck_load_finish (result, &error);

  if (deck != NULL && self->session != NULL)
    vigie_committee_window_show_deck (self, deck);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("%s", error->message);
}

static void
proceedings_loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (VigieCommitteeWindow) self = data;
  g_autoptr (GError) error = NULL;
  VigieProceedings *proceedings = vigie_proceedings_load_finish (result, &error);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("%s", error->message);
      return;
    }
  g_clear_pointer (&self->proceedings, vigie_proceedings_unref);
  self->proceedings = proceedings;
  self->stale = FALSE;
}

/* An answer to what was asked before is no answer. */
static GCancellable *
ask_anew (VigieCommitteeWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

/**
 * vigie_committee_window_follow:
 *
 * Shows the slides of the numbers that the session has now.
 */
void
vigie_committee_window_follow (VigieCommitteeWindow *self)
{
  VigieOverview *overview = vigie_session_get_overview (self->session);
  VigieStore *store = vigie_session_get_store (self->session);
  g_autoptr (VigieDeck) deck = NULL;

  if (overview == NULL)
    return;
  if (self->meeting != NULL)
    {
      vigie_deck_load_async (store, overview, self->meeting, vigie_clock_today (), ask_anew (self), deck_loaded_cb,
                             g_object_ref (self));
      return;
    }
  deck = vigie_deck_new (overview);
  vigie_committee_window_show_deck (self, deck);
  vigie_proceedings_load_async (store, NULL, vigie_clock_today (), ask_anew (self), proceedings_loaded_cb,
                                g_object_ref (self));
}
