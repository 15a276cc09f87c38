// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>

#include "vigie-paint.h"

G_BEGIN_DECLS

/**
 * VigiePaletteKind:
 * @VIGIE_PALETTE_LIGHT: on white
 * @VIGIE_PALETTE_DARK: on the dark view of libadwaita
 * @VIGIE_PALETTE_CONTRAST: high contrast on white
 * @VIGIE_PALETTE_CONTRAST_DARK: high contrast on black
 * @VIGIE_PALETTE_PRINT: on paper, and legible when it is copied in black and white
 *
 * The themes a scene can be drawn in.
 */
typedef enum
{
  VIGIE_PALETTE_LIGHT,
  VIGIE_PALETTE_DARK,
  VIGIE_PALETTE_CONTRAST,
  VIGIE_PALETTE_CONTRAST_DARK,
  VIGIE_PALETTE_PRINT,
} VigiePaletteKind;

#define VIGIE_N_PALETTES (VIGIE_PALETTE_PRINT + 1)

/**
 * VigieColour:
 * @red: 0 to 1, sRGB
 * @green: 0 to 1, sRGB
 * @blue: 0 to 1, sRGB
 */
typedef struct
{
  double red;
  double green;
  double blue;
} VigieColour;

typedef struct _VigiePalette VigiePalette;

const VigiePalette *vigie_palette_get (VigiePaletteKind kind);
VigiePaletteKind vigie_palette_get_kind (const VigiePalette *self);
gboolean vigie_palette_kind_from_nick (const char *nick, VigiePaletteKind *kind);
const char *vigie_palette_kind_to_nick (VigiePaletteKind kind);

VigieColour vigie_palette_colour (const VigiePalette *self, VigiePaint paint);
VigieColour vigie_palette_text_colour (const VigiePalette *self, VigiePaint paint, VigiePaint on);
void vigie_palette_paint_background (const VigiePalette *self, cairo_t *cr);

double vigie_colour_luminance (VigieColour colour);
double vigie_colour_contrast (VigieColour a, VigieColour b);

G_END_DECLS
