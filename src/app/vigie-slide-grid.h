// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-deck.h"
#include "vigie-palette.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_SLIDE_GRID (vigie_slide_grid_get_type ())
G_DECLARE_FINAL_TYPE (VigieSlideGrid, vigie_slide_grid, VIGIE, SLIDE_GRID, AdwBin)

void vigie_slide_grid_show_deck (VigieSlideGrid *self, VigieDeck *deck, const VigiePalette *palette, guint slide);

G_END_DECLS
