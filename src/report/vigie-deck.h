// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-overview.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieDeck:
 *
 * What a committee sees on the wall, a slide at a time: the essentials, what needs a decision, a slide for each
 * matter, and the figures. Immutable, counted by reference, readable from any thread.
 */
typedef struct _VigieDeck VigieDeck;

#define VIGIE_TYPE_DECK (vigie_deck_get_type ())
GType vigie_deck_get_type (void) G_GNUC_CONST;

VigieDeck *vigie_deck_new (VigieOverview *overview);
VigieDeck *vigie_deck_ref (VigieDeck *self);
void vigie_deck_unref (VigieDeck *self);

guint vigie_deck_get_n_slides (const VigieDeck *self);
const char *vigie_deck_get_slide_id (const VigieDeck *self, guint slide);
const char *vigie_deck_get_slide_title (const VigieDeck *self, guint slide);
const char *vigie_deck_get_slide_words (const VigieDeck *self, guint slide);
int vigie_deck_find_slide (const VigieDeck *self, const char *id);

VigieScene *vigie_deck_layout (const VigieDeck *self, guint slide, double width, double height, double larger);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieDeck, vigie_deck_unref)

G_END_DECLS
