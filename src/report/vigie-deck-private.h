// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-deck.h"
#include "vigie-slide-private.h"

G_BEGIN_DECLS

/**
 * VigieDeckSlide:
 * @id: stable while the numbers change
 * @title: in the list of slides
 * @words: what a screen reader says
 * @kicker: (nullable): over the heading: which point of the agenda it is
 * @heading: (nullable): at the top
 * @earlier: (nullable): under the heading: what it said at the last meeting
 * @events: (nullable): under that: what has happened since
 * @item: (nullable): the matter, of the overview
 * @figure: (nullable): the figure
 * @point: (nullable): the point of the agenda, of the proceedings
 * @lay_out: (nullable): draws a slide that is neither a matter nor a figure
 *
 * A slide of a deck.
 */
typedef struct
{
  char *id;
  char *title;
  char *words;
  char *kicker;
  char *heading;
  char *earlier;
  char *events;
  const VigieAgendaItem *item;
  VigieFigure *figure;
  const VigieProceedingsItem *point;
  void (*lay_out) (VigieSlide *slide);
} VigieDeckSlide;

struct _VigieDeck
{
  gatomicrefcount ref_count;
  VigieOverview *overview;
  VigieProceedings *proceedings; /* NULL where it is no meeting's */
  GArray *slides;                /* VigieDeckSlide */
  char *foot;
};

VigieDeck *vigie_deck_new_empty (VigieOverview *overview, VigieProceedings *proceedings);
void vigie_deck_add_slide (VigieDeck *self, VigieDeckSlide slide);
void vigie_deck_add_changes (VigieDeck *self);
void vigie_deck_lay_out_since (VigieSlide *slide, const VigieDeckSlide *it);

G_END_DECLS
