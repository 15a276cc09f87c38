// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-palette.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

GdkTexture *vigie_scene_texture_new (const VigieScene *scene, const VigiePalette *palette, double scale);
GdkTexture *vigie_scene_texture_new_key (const VigieScene *scene, const VigiePalette *palette, double scale, int key);
GdkTexture *vigie_scene_texture_new_slide (const VigieScene *scene, const VigiePalette *palette, double scale,
                                           const VigieBox *part);

G_END_DECLS
