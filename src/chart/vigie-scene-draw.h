// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>

#include "vigie-palette.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

void vigie_scene_draw (const VigieScene *self, cairo_t *cr, const VigiePalette *palette);
void vigie_scene_draw_focus (const VigieScene *self, cairo_t *cr, const VigiePalette *palette, int datum);

G_END_DECLS
