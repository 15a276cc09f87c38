// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-chart-error.h"
#include "vigie-palette.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieSurfaceFormat:
 * @VIGIE_SURFACE_SVG: SVG 1.1, its text as outlines, with a title and a description for screen readers
 * @VIGIE_SURFACE_PNG: PNG
 * @VIGIE_SURFACE_PDF: PDF, one page of the scene's size
 */
typedef enum
{
  VIGIE_SURFACE_SVG,
  VIGIE_SURFACE_PNG,
  VIGIE_SURFACE_PDF,
} VigieSurfaceFormat;

/**
 * VigieSurfaceOptions:
 * @palette: the theme
 * @scale: (PNG) pixels a point, 1, 2 or 4; 0 is 1
 * @title: (nullable): the figure's title
 * @description: (nullable): what it says, for those who do not see it
 * @language: (nullable): of both, as BCP 47 has it, "fr"
 * @created: (nullable): (PDF) when, in ISO 8601; without it, now
 */
typedef struct
{
  const VigiePalette *palette;
  double scale;
  const char *title;
  const char *description;
  const char *language;
  const char *created;
} VigieSurfaceOptions;

GBytes *vigie_scene_render (const VigieScene *self, VigieSurfaceFormat format, const VigieSurfaceOptions *options,
                            GError **error);
gboolean vigie_scene_save (const VigieScene *self, GFile *file, VigieSurfaceFormat format,
                           const VigieSurfaceOptions *options, GCancellable *cancellable, GError **error);

G_END_DECLS
