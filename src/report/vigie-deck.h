// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure.h"
#include "vigie-proceedings.h"
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
VigieDeck *vigie_deck_new_for_meeting (VigieOverview *overview, VigieProceedings *proceedings, GPtrArray *figures);
VigieDeck *vigie_deck_load (VigieStore *store, VigieOverview *overview, const char *meeting, VigieDate today,
                            GCancellable *cancellable, GError **error);
void vigie_deck_load_async (VigieStore *store, VigieOverview *overview, const char *meeting, VigieDate today,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VigieDeck *vigie_deck_load_finish (GAsyncResult *result, GError **error);
VigieDeck *vigie_deck_compare (VigieDeck *self);
void vigie_deck_compare_async (VigieDeck *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
VigieDeck *vigie_deck_compare_finish (GAsyncResult *result, GError **error);
VigieDeck *vigie_deck_ref (VigieDeck *self);
void vigie_deck_unref (VigieDeck *self);

guint vigie_deck_get_n_slides (const VigieDeck *self);
const char *vigie_deck_get_slide_id (const VigieDeck *self, guint slide);
const char *vigie_deck_get_slide_title (const VigieDeck *self, guint slide);
const char *vigie_deck_get_slide_words (const VigieDeck *self, guint slide);
const char *vigie_deck_get_slide_item (const VigieDeck *self, guint slide);
VigieFigure *vigie_deck_get_slide_figure (const VigieDeck *self, guint slide);
const char *vigie_deck_get_slide_notes (const VigieDeck *self, guint slide);
char *vigie_deck_dup_frozen (const VigieDeck *self, guint slide);
VigieOverview *vigie_deck_get_overview (const VigieDeck *self);
VigieProceedings *vigie_deck_get_proceedings (const VigieDeck *self);
int vigie_deck_find_slide (const VigieDeck *self, const char *id);

/**
 * VigieDeckRow:
 * @title: a record as a person calls it
 * @detail: (nullable): what of it the mark is made of
 *
 * One of the records behind a mark of a slide.
 */
typedef struct
{
  char *title;
  char *detail;
} VigieDeckRow;

GPtrArray *vigie_deck_dup_rows (const VigieDeck *self, guint slide, const char *key);

VigieScene *vigie_deck_layout (const VigieDeck *self, guint slide, double width, double height, double larger);
VigieScene *vigie_deck_layout_rows (const VigieDeck *self, guint slide, const char *heading, const GPtrArray *rows,
                                    guint first, double width, double height, double larger, guint *n_shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieDeck, vigie_deck_unref)

G_END_DECLS
