// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-deck.h"
#include "vigie-proceedings.h"

G_BEGIN_DECLS

/**
 * VigieResolution:
 * @is_action: something that is owed, and not a decision
 * @text: what was decided, or what is owed
 * @owner: (nullable): the function that owes it
 * @due_on: by when; %VIGIE_DATE_NONE where nobody said
 * @votes_for: −1 where there was no vote; so with the two others
 *
 * What a committee resolves while a slide is shown.
 */
typedef struct
{
  gboolean is_action;
  const char *text;
  const char *owner;
  VigieDate due_on;
  gint64 votes_for;
  gint64 votes_against;
  gint64 abstentions;
} VigieResolution;

GPtrArray *vigie_recording_resolve (const VigieProceedings *proceedings, const VigieDeck *deck, guint slide,
                                    const VigieResolution *resolution, VigieDate today);
GPtrArray *vigie_recording_close (const VigieProceedings *proceedings, const VigieDeck *deck, VigieDate today);
gboolean vigie_recording_found_past (VigieStore *store, VigieDate today, GCancellable *cancellable, GError **error);

G_END_DECLS
