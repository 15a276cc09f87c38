// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-committee-help.h"
#include "vigie-committee-window.h"
#include "vigie-presenter-window.h"
#include "vigie-quick-entry.h"
#include "vigie-slide-grid.h"
#include "vigie-slide-view.h"

G_BEGIN_DECLS

/* Shared by the files that make a committee's window. */

struct _VigieCommitteeWindow
{
  GtkWindow parent_instance;

  /* template */
  GtkStack *stack;
  VigieSlideView *view;
  VigieSlideGrid *grid;
  GtkRevealer *bar;
  GtkLabel *number_label;
  VigieQuickEntry *entry;
  VigieCommitteeHelp *help;

  /* owned */
  VigieSession *session;
  char *meeting;     /* NULL where the slides are no meeting's */
  VigieDeck *plain;  /* of the slides shown, not compared */
  gboolean compared; /* whether the slides show what they were at the last meeting */
  GCancellable *comparing;
  VigieProceedings *proceedings; /* of the meeting of the day, where there is one */
  GCancellable *cancellable;
  gboolean stale; /* something was recorded that the slides do not show yet */
  GString *number;
  guint rest_timeout;
  guint automatic_timeout;
  guint inhibited;
  GtkCssProvider *type_size;
  int height;

  VigiePresenterWindow *presenter; /* borrowed; NULL where it is closed */

  graphene_point_t pointer;
};

GdkMonitor *vigie_committee_window_find_other (GListModel *monitors, GdkMonitor *own);
void vigie_committee_window_show_slide (VigieCommitteeWindow *self, guint slide);
void vigie_committee_window_advance (VigieCommitteeWindow *self);
void vigie_committee_window_change_screen (VigieCommitteeWindow *self);
void vigie_committee_window_next (VigieCommitteeWindow *self);
void vigie_committee_window_bind_commands (GtkWidgetClass *widget_class);
gboolean vigie_committee_window_shows_grid (VigieCommitteeWindow *self);
void vigie_committee_window_show_deck (VigieCommitteeWindow *self, VigieDeck *deck);
void vigie_committee_window_toggle_compared (VigieCommitteeWindow *self);
void vigie_committee_window_follow (VigieCommitteeWindow *self);
gboolean vigie_committee_window_take_key (VigieCommitteeWindow *self, guint key, guint code, GdkModifierType state);
VigieQuickEntry *vigie_committee_window_get_entry (VigieCommitteeWindow *self);
void vigie_committee_window_tell_presenter (VigieCommitteeWindow *self);
void vigie_committee_window_toggle_presenter (VigieCommitteeWindow *self);
void vigie_committee_window_record (VigieCommitteeWindow *self);

G_END_DECLS
