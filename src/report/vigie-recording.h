// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-deck.h"
#include "vigie-proceedings.h"

G_BEGIN_DECLS

/**
 * VigieResolutionKind:
 * @VIGIE_RESOLUTION_DECISION: something is decided
 * @VIGIE_RESOLUTION_ACTION: something is owed
 * @VIGIE_RESOLUTION_NOTE: something was said, and is kept for the minutes
 */
typedef enum
{
  VIGIE_RESOLUTION_DECISION,
  VIGIE_RESOLUTION_ACTION,
  VIGIE_RESOLUTION_NOTE,
} VigieResolutionKind;

/**
 * VigieResolution:
 * @kind: what becomes of it
 * @text: what was decided, what is owed, or what was said
 * @owner: (nullable): the function that owes it
 * @due_on: by when; %VIGIE_DATE_NONE where nobody said
 * @votes_for: −1 where there was no vote; so with the two others
 *
 * What a committee resolves while a slide is shown.
 */
typedef struct
{
  VigieResolutionKind kind;
  const char *text;
  const char *owner;
  VigieDate due_on;
  gint64 votes_for;
  gint64 votes_against;
  gint64 abstentions;
} VigieResolution;

GPtrArray *vigie_recording_resolve (const VigieProceedings *proceedings, const VigieDeck *deck, guint slide,
                                    const VigieResolution *resolution, VigieDate today);
const char *vigie_recording_get_discussion (const VigieProceedings *proceedings, const VigieDeck *deck, guint slide);
GPtrArray *vigie_recording_close (const VigieProceedings *proceedings, const VigieDeck *deck, VigieDate today);
gboolean vigie_recording_found_past (VigieStore *store, VigieDate today, GCancellable *cancellable, GError **error);

G_END_DECLS
