// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>

#include "vigie-palette.h"
#include "vigie-scene-between.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

void vigie_scene_draw (const VigieScene *self, cairo_t *cr, const VigiePalette *palette);
void vigie_scene_draw_focus (const VigieScene *self, cairo_t *cr, const VigiePalette *palette, int datum);
void vigie_scene_draw_key (const VigieScene *self, cairo_t *cr, const VigiePalette *palette, int key);
void vigie_scene_draw_between (const VigieSceneBetween *between, cairo_t *cr, const VigiePalette *palette);

G_END_DECLS
