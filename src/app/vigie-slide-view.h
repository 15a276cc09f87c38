// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-deck.h"
#include "vigie-palette.h"

G_BEGIN_DECLS

/**
 * VigieBlank:
 * @VIGIE_BLANK_NO: the slide is seen
 * @VIGIE_BLANK_BLACK: the wall is black
 * @VIGIE_BLANK_WHITE: the wall is white
 */
typedef enum
{
  VIGIE_BLANK_NO,
  VIGIE_BLANK_BLACK,
  VIGIE_BLANK_WHITE,
} VigieBlank;

#define VIGIE_SLIDE_MOST_LARGER 1.8

#define VIGIE_TYPE_SLIDE_VIEW (vigie_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (VigieSlideView, vigie_slide_view, VIGIE, SLIDE_VIEW, GtkWidget)

void vigie_slide_view_set_deck (VigieSlideView *self, VigieDeck *deck);
VigieDeck *vigie_slide_view_get_deck (VigieSlideView *self);
void vigie_slide_view_show_slide (VigieSlideView *self, guint slide);
guint vigie_slide_view_get_slide (VigieSlideView *self);
void vigie_slide_view_set_dark (VigieSlideView *self, gboolean dark);
gboolean vigie_slide_view_get_dark (VigieSlideView *self);
void vigie_slide_view_set_larger (VigieSlideView *self, double larger);
double vigie_slide_view_get_larger (VigieSlideView *self);
void vigie_slide_view_set_blank (VigieSlideView *self, VigieBlank blank);
VigieBlank vigie_slide_view_get_blank (VigieSlideView *self);
gboolean vigie_slide_view_take_key (VigieSlideView *self, guint key);
gboolean vigie_slide_view_take_click (VigieSlideView *self, double x, double y);
void vigie_slide_view_toggle_spotlight (VigieSlideView *self);
gboolean vigie_slide_view_is_ready (VigieSlideView *self);
const VigiePalette *vigie_slide_view_get_palette (VigieSlideView *self);

G_END_DECLS
