// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-palette.h"

#include <math.h>

/*
 * The hues are Okabe and Ito's blue, vermillion, green and purple (jfly.uni-koeln.de/color, 2008), which people with
 * the common colour deficiencies tell apart. Their orange, sky and yellow are left out: on white they do not reach the
 * 3:1 of WCAG 2.2, criterion 1.4.11. Each palette lightens or darkens the four until they do on its own background, and so
 * that each is eight steps of lightness from the next: copied in grey, or seen without colour, they can be told apart.
 * tests/chart/test-palette.c computes every contrast promised here.
 */

struct _VigiePalette
{
  VigiePaletteKind kind;
  const char *nick;
  guint32 dark_ink;
  guint32 light_ink;
  guint32 colours[VIGIE_N_PAINTS];
};

static const VigiePalette palettes[VIGIE_N_PALETTES] = {
  [VIGIE_PALETTE_LIGHT] = {
    .kind = VIGIE_PALETTE_LIGHT,
    .nick = "light",
    .dark_ink = 0x0b0b0f,
    .light_ink = 0xffffff,
    .colours = {
      [VIGIE_PAINT_BACKGROUND] = 0xffffff,
      [VIGIE_PAINT_PANEL] = 0xf5f6f8,
      [VIGIE_PAINT_TEXT] = 0x1d1d20,
      [VIGIE_PAINT_TEXT_MUTED] = 0x54545c,
      [VIGIE_PAINT_GRID] = 0xe3e4e9,
      [VIGIE_PAINT_AXIS] = 0x7a7a85,
      [VIGIE_PAINT_NEUTRAL] = 0x8a8a94,
      [VIGIE_PAINT_BLUE] = 0x015688,
      [VIGIE_PAINT_VERMILLION] = 0xaa4a02,
      [VIGIE_PAINT_GREEN] = 0x048e67,
      [VIGIE_PAINT_PURPLE] = 0xdb6ead,
      [VIGIE_PAINT_NEUTRAL_EDGE] = 0x5a5a63,
      [VIGIE_PAINT_BLUE_EDGE] = 0x00507d,
      [VIGIE_PAINT_VERMILLION_EDGE] = 0x9a4300,
      [VIGIE_PAINT_GREEN_EDGE] = 0x006b4e,
      [VIGIE_PAINT_PURPLE_EDGE] = 0x96487a,
      [VIGIE_PAINT_GOOD] = 0x00795a,
      [VIGIE_PAINT_WARNING] = 0x946200,
      [VIGIE_PAINT_BAD] = 0xb83a08,
      [VIGIE_PAINT_NOT_MEASURED] = 0x7a7a85,
      [VIGIE_PAINT_HIDDEN] = 0x7a7a85,
      [VIGIE_PAINT_BENCHMARK] = 0x1d1d20,
      [VIGIE_PAINT_TARGET] = 0x1d1d20,
      [VIGIE_PAINT_EMPHASIS] = 0x005a8c,
      [VIGIE_PAINT_BAND_1] = 0xdcdee5,
      [VIGIE_PAINT_BAND_2] = 0xe8eaef,
      [VIGIE_PAINT_BAND_3] = 0xf2f3f6,
      [VIGIE_PAINT_HEAT_1] = 0xeaf2f9,
      [VIGIE_PAINT_HEAT_2] = 0xcfe2f1,
      [VIGIE_PAINT_HEAT_3] = 0xa5cae6,
      [VIGIE_PAINT_HEAT_4] = 0x6fabd6,
      [VIGIE_PAINT_HEAT_5] = 0x3b88c0,
      [VIGIE_PAINT_HEAT_6] = 0x17659e,
      [VIGIE_PAINT_HEAT_7] = 0x0a4777,
      [VIGIE_PAINT_DIVERGE_1] = 0x0a5c93,
      [VIGIE_PAINT_DIVERGE_2] = 0x569dcb,
      [VIGIE_PAINT_DIVERGE_3] = 0xbddbee,
      [VIGIE_PAINT_DIVERGE_4] = 0xf1f1f4,
      [VIGIE_PAINT_DIVERGE_5] = 0xf8cfb4,
      [VIGIE_PAINT_DIVERGE_6] = 0xe58a4a,
      [VIGIE_PAINT_DIVERGE_7] = 0xa84800,
    },
  },
  [VIGIE_PALETTE_DARK] = {
    .kind = VIGIE_PALETTE_DARK,
    .nick = "dark",
    .dark_ink = 0x0b0b0f,
    .light_ink = 0xffffff,
    .colours = {
      [VIGIE_PAINT_BACKGROUND] = 0x1d1d20,
      [VIGIE_PAINT_PANEL] = 0x28282c,
      [VIGIE_PAINT_TEXT] = 0xf2f2f4,
      [VIGIE_PAINT_TEXT_MUTED] = 0xb9b9c2,
      [VIGIE_PAINT_GRID] = 0x38383e,
      [VIGIE_PAINT_AXIS] = 0x8b8b96,
      [VIGIE_PAINT_NEUTRAL] = 0x7e7e8c,
      [VIGIE_PAINT_BLUE] = 0x0f9cf0,
      [VIGIE_PAINT_VERMILLION] = 0xfe8e48,
      [VIGIE_PAINT_GREEN] = 0x00dca2,
      [VIGIE_PAINT_PURPLE] = 0xfecbe5,
      [VIGIE_PAINT_NEUTRAL_EDGE] = 0xc4c4cd,
      [VIGIE_PAINT_BLUE_EDGE] = 0x9ccff2,
      [VIGIE_PAINT_VERMILLION_EDGE] = 0xf7b48a,
      [VIGIE_PAINT_GREEN_EDGE] = 0x8ee0c4,
      [VIGIE_PAINT_PURPLE_EDGE] = 0xf0c6dd,
      [VIGIE_PAINT_GOOD] = 0x3fc79a,
      [VIGIE_PAINT_WARNING] = 0xe0a52e,
      [VIGIE_PAINT_BAD] = 0xfe9366,
      [VIGIE_PAINT_NOT_MEASURED] = 0x9a9aa5,
      [VIGIE_PAINT_HIDDEN] = 0x9a9aa5,
      [VIGIE_PAINT_BENCHMARK] = 0xf2f2f4,
      [VIGIE_PAINT_TARGET] = 0xf2f2f4,
      [VIGIE_PAINT_EMPHASIS] = 0x8ecbf5,
      [VIGIE_PAINT_BAND_1] = 0x4a4a52,
      [VIGIE_PAINT_BAND_2] = 0x3b3b42,
      [VIGIE_PAINT_BAND_3] = 0x2e2e33,
      [VIGIE_PAINT_HEAT_1] = 0x1c3144,
      [VIGIE_PAINT_HEAT_2] = 0x1f4666,
      [VIGIE_PAINT_HEAT_3] = 0x225d8a,
      [VIGIE_PAINT_HEAT_4] = 0x2f78ae,
      [VIGIE_PAINT_HEAT_5] = 0x5398cd,
      [VIGIE_PAINT_HEAT_6] = 0x86b9e2,
      [VIGIE_PAINT_HEAT_7] = 0xc3def4,
      [VIGIE_PAINT_DIVERGE_1] = 0x8ccbf5,
      [VIGIE_PAINT_DIVERGE_2] = 0x3d88bd,
      [VIGIE_PAINT_DIVERGE_3] = 0x24506f,
      [VIGIE_PAINT_DIVERGE_4] = 0x34343a,
      [VIGIE_PAINT_DIVERGE_5] = 0x6e4022,
      [VIGIE_PAINT_DIVERGE_6] = 0xc0672a,
      [VIGIE_PAINT_DIVERGE_7] = 0xffab73,
    },
  },
  [VIGIE_PALETTE_CONTRAST] = {
    .kind = VIGIE_PALETTE_CONTRAST,
    .nick = "contrast",
    .dark_ink = 0x000000,
    .light_ink = 0xffffff,
    .colours = {
      [VIGIE_PAINT_BACKGROUND] = 0xffffff,
      [VIGIE_PAINT_PANEL] = 0xffffff,
      [VIGIE_PAINT_TEXT] = 0x000000,
      [VIGIE_PAINT_TEXT_MUTED] = 0x2b2b30,
      [VIGIE_PAINT_GRID] = 0xb4b4bc,
      [VIGIE_PAINT_AXIS] = 0x000000,
      [VIGIE_PAINT_NEUTRAL] = 0x565661,
      [VIGIE_PAINT_BLUE] = 0x022138,
      [VIGIE_PAINT_VERMILLION] = 0x532402,
      [VIGIE_PAINT_GREEN] = 0x024e37,
      [VIGIE_PAINT_PURPLE] = 0x972e6f,
      [VIGIE_PAINT_NEUTRAL_EDGE] = 0x000000,
      [VIGIE_PAINT_BLUE_EDGE] = 0x000000,
      [VIGIE_PAINT_VERMILLION_EDGE] = 0x000000,
      [VIGIE_PAINT_GREEN_EDGE] = 0x000000,
      [VIGIE_PAINT_PURPLE_EDGE] = 0x000000,
      [VIGIE_PAINT_GOOD] = 0x00553d,
      [VIGIE_PAINT_WARNING] = 0x6b4400,
      [VIGIE_PAINT_BAD] = 0x6f1c01,
      [VIGIE_PAINT_NOT_MEASURED] = 0x2b2b30,
      [VIGIE_PAINT_HIDDEN] = 0x2b2b30,
      [VIGIE_PAINT_BENCHMARK] = 0x000000,
      [VIGIE_PAINT_TARGET] = 0x000000,
      [VIGIE_PAINT_EMPHASIS] = 0x00335a,
      [VIGIE_PAINT_BAND_1] = 0xc9cbd3,
      [VIGIE_PAINT_BAND_2] = 0xdddfe5,
      [VIGIE_PAINT_BAND_3] = 0xeeeff2,
      [VIGIE_PAINT_HEAT_1] = 0xeef6fd,
      [VIGIE_PAINT_HEAT_2] = 0xd5e8f8,
      [VIGIE_PAINT_HEAT_3] = 0xb4d6f1,
      [VIGIE_PAINT_HEAT_4] = 0x8fc1e9,
      [VIGIE_PAINT_HEAT_5] = 0x1f5587,
      [VIGIE_PAINT_HEAT_6] = 0x0d3c66,
      [VIGIE_PAINT_HEAT_7] = 0x00243f,
      [VIGIE_PAINT_DIVERGE_1] = 0x00335a,
      [VIGIE_PAINT_DIVERGE_2] = 0x0f4f80,
      [VIGIE_PAINT_DIVERGE_3] = 0xb4d6f1,
      [VIGIE_PAINT_DIVERGE_4] = 0xf2f2f2,
      [VIGIE_PAINT_DIVERGE_5] = 0xf7c6a4,
      [VIGIE_PAINT_DIVERGE_6] = 0x8a3a08,
      [VIGIE_PAINT_DIVERGE_7] = 0x5a2200,
    },
  },
  [VIGIE_PALETTE_CONTRAST_DARK] = {
    .kind = VIGIE_PALETTE_CONTRAST_DARK,
    .nick = "contrast-dark",
    .dark_ink = 0x000000,
    .light_ink = 0xffffff,
    .colours = {
      [VIGIE_PAINT_BACKGROUND] = 0x000000,
      [VIGIE_PAINT_PANEL] = 0x000000,
      [VIGIE_PAINT_TEXT] = 0xffffff,
      [VIGIE_PAINT_TEXT_MUTED] = 0xe0e0e6,
      [VIGIE_PAINT_GRID] = 0x5a5a63,
      [VIGIE_PAINT_AXIS] = 0xffffff,
      [VIGIE_PAINT_NEUTRAL] = 0xeeeef9,
      [VIGIE_PAINT_BLUE] = 0x099ef4,
      [VIGIE_PAINT_VERMILLION] = 0xfe924f,
      [VIGIE_PAINT_GREEN] = 0x0fdfa4,
      [VIGIE_PAINT_PURPLE] = 0xfecfe7,
      [VIGIE_PAINT_NEUTRAL_EDGE] = 0xffffff,
      [VIGIE_PAINT_BLUE_EDGE] = 0xffffff,
      [VIGIE_PAINT_VERMILLION_EDGE] = 0xffffff,
      [VIGIE_PAINT_GREEN_EDGE] = 0xffffff,
      [VIGIE_PAINT_PURPLE_EDGE] = 0xffffff,
      [VIGIE_PAINT_GOOD] = 0x5cdcb0,
      [VIGIE_PAINT_WARNING] = 0xffc45c,
      [VIGIE_PAINT_BAD] = 0xff9d7a,
      [VIGIE_PAINT_NOT_MEASURED] = 0xe0e0e6,
      [VIGIE_PAINT_HIDDEN] = 0xe0e0e6,
      [VIGIE_PAINT_BENCHMARK] = 0xffffff,
      [VIGIE_PAINT_TARGET] = 0xffffff,
      [VIGIE_PAINT_EMPHASIS] = 0xa8d8fa,
      [VIGIE_PAINT_BAND_1] = 0x505058,
      [VIGIE_PAINT_BAND_2] = 0x424249,
      [VIGIE_PAINT_BAND_3] = 0x2a2a2f,
      [VIGIE_PAINT_HEAT_1] = 0x0b1d30,
      [VIGIE_PAINT_HEAT_2] = 0x0f3152,
      [VIGIE_PAINT_HEAT_3] = 0x154876,
      [VIGIE_PAINT_HEAT_4] = 0x6aaee4,
      [VIGIE_PAINT_HEAT_5] = 0x98c9ef,
      [VIGIE_PAINT_HEAT_6] = 0xc3e1f8,
      [VIGIE_PAINT_HEAT_7] = 0xeef7ff,
      [VIGIE_PAINT_DIVERGE_1] = 0xa8d8fa,
      [VIGIE_PAINT_DIVERGE_2] = 0x6aaee4,
      [VIGIE_PAINT_DIVERGE_3] = 0x0f3152,
      [VIGIE_PAINT_DIVERGE_4] = 0x26262a,
      [VIGIE_PAINT_DIVERGE_5] = 0x4d2508,
      [VIGIE_PAINT_DIVERGE_6] = 0xf39a5e,
      [VIGIE_PAINT_DIVERGE_7] = 0xffc9a3,
    },
  },
  [VIGIE_PALETTE_PRINT] = {
    .kind = VIGIE_PALETTE_PRINT,
    .nick = "print",
    .dark_ink = 0x000000,
    .light_ink = 0xffffff,
    .colours = {
      [VIGIE_PAINT_BACKGROUND] = 0xffffff,
      [VIGIE_PAINT_PANEL] = 0xf4f5f7,
      [VIGIE_PAINT_TEXT] = 0x000000,
      [VIGIE_PAINT_TEXT_MUTED] = 0x46464d,
      [VIGIE_PAINT_GRID] = 0xd4d5db,
      [VIGIE_PAINT_AXIS] = 0x66666f,
      [VIGIE_PAINT_NEUTRAL] = 0x8a8a94,
      [VIGIE_PAINT_BLUE] = 0x003a5c,
      [VIGIE_PAINT_VERMILLION] = 0x9a4300,
      [VIGIE_PAINT_GREEN] = 0x008763,
      [VIGIE_PAINT_PURPLE] = 0xcc79a7,
      [VIGIE_PAINT_NEUTRAL_EDGE] = 0x46464d,
      [VIGIE_PAINT_BLUE_EDGE] = 0x00243a,
      [VIGIE_PAINT_VERMILLION_EDGE] = 0x6b2e00,
      [VIGIE_PAINT_GREEN_EDGE] = 0x005a42,
      [VIGIE_PAINT_PURPLE_EDGE] = 0x7d3864,
      [VIGIE_PAINT_GOOD] = 0x00664b,
      [VIGIE_PAINT_WARNING] = 0x855800,
      [VIGIE_PAINT_BAD] = 0xa83206,
      [VIGIE_PAINT_NOT_MEASURED] = 0x66666f,
      [VIGIE_PAINT_HIDDEN] = 0x66666f,
      [VIGIE_PAINT_BENCHMARK] = 0x000000,
      [VIGIE_PAINT_TARGET] = 0x000000,
      [VIGIE_PAINT_EMPHASIS] = 0x003a5c,
      [VIGIE_PAINT_BAND_1] = 0xd2d4dc,
      [VIGIE_PAINT_BAND_2] = 0xe2e4ea,
      [VIGIE_PAINT_BAND_3] = 0xf0f1f4,
      [VIGIE_PAINT_HEAT_1] = 0xeaf2f9,
      [VIGIE_PAINT_HEAT_2] = 0xcfe2f1,
      [VIGIE_PAINT_HEAT_3] = 0xa5cae6,
      [VIGIE_PAINT_HEAT_4] = 0x6fabd6,
      [VIGIE_PAINT_HEAT_5] = 0x3b88c0,
      [VIGIE_PAINT_HEAT_6] = 0x17659e,
      [VIGIE_PAINT_HEAT_7] = 0x0a4777,
      [VIGIE_PAINT_DIVERGE_1] = 0x0a5c93,
      [VIGIE_PAINT_DIVERGE_2] = 0x569dcb,
      [VIGIE_PAINT_DIVERGE_3] = 0xbddbee,
      [VIGIE_PAINT_DIVERGE_4] = 0xf1f1f4,
      [VIGIE_PAINT_DIVERGE_5] = 0xf8cfb4,
      [VIGIE_PAINT_DIVERGE_6] = 0xe58a4a,
      [VIGIE_PAINT_DIVERGE_7] = 0xa84800,
    },
  },
};

static VigieColour
unpack (guint32 rgb)
{
  return (VigieColour) { ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

/**
 * vigie_palette_get:
 * @kind: which theme
 *
 * Returns: (transfer none): the palette; it lives as long as the program
 */
const VigiePalette *
vigie_palette_get (VigiePaletteKind kind)
{
  g_return_val_if_fail ((guint) kind < VIGIE_N_PALETTES, &palettes[VIGIE_PALETTE_LIGHT]);

  return &palettes[kind];
}

/**
 * vigie_palette_get_kind:
 * @self: a palette
 *
 * Returns: which theme it is
 */
VigiePaletteKind
vigie_palette_get_kind (const VigiePalette *self)
{
  g_return_val_if_fail (self != NULL, VIGIE_PALETTE_LIGHT);

  return self->kind;
}

/**
 * vigie_palette_kind_from_nick:
 * @nick: a theme as the command line names it: "light", "dark", "contrast", "contrast-dark", "print"
 * @kind: (out): which theme; untouched when there is none of that name
 *
 * Returns: whether there is one
 */
gboolean
vigie_palette_kind_from_nick (const char *nick, VigiePaletteKind *kind)
{
  g_return_val_if_fail (nick != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < VIGIE_N_PALETTES; i++)
    {
      if (g_str_equal (nick, palettes[i].nick))
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vigie_palette_kind_to_nick:
 * @kind: a theme
 *
 * Returns: (transfer none): its name on the command line
 */
const char *
vigie_palette_kind_to_nick (VigiePaletteKind kind)
{
  return vigie_palette_get (kind)->nick;
}

/**
 * vigie_palette_colour:
 * @self: a palette
 * @paint: what is meant; not %VIGIE_PAINT_NONE
 *
 * Returns: the colour that says it
 */
VigieColour
vigie_palette_colour (const VigiePalette *self, VigiePaint paint)
{
  g_return_val_if_fail (self != NULL, unpack (0));
  g_return_val_if_fail (paint > VIGIE_PAINT_NONE && paint < VIGIE_N_PAINTS, unpack (0));

  return unpack (self->colours[paint]);
}

/**
 * vigie_palette_text_colour:
 * @self: a palette
 * @paint: the paint asked for
 * @on: what the text stands on
 *
 * On the background and the panel text has the paint that is asked for. On a filled area it has whichever ink, dark or
 * light, stands out more: at least 4.5:1, and 7:1 in high contrast.
 *
 * Returns: the colour of the text
 */
VigieColour
vigie_palette_text_colour (const VigiePalette *self, VigiePaint paint, VigiePaint on)
{
  VigieColour ground, dark, light;

  g_return_val_if_fail (self != NULL, unpack (0));

  if (on == VIGIE_PAINT_NONE || on == VIGIE_PAINT_BACKGROUND || on == VIGIE_PAINT_PANEL)
    return vigie_palette_colour (self, paint);

  ground = vigie_palette_colour (self, on);
  dark = unpack (self->dark_ink);
  light = unpack (self->light_ink);

  return vigie_colour_contrast (ground, light) >= vigie_colour_contrast (ground, dark) ? light : dark;
}

/**
 * vigie_palette_paint_background:
 * @self: a palette
 * @cr: where to draw
 *
 * Fills all of @cr with the palette's background.
 */
void
vigie_palette_paint_background (const VigiePalette *self, cairo_t *cr)
{
  VigieColour colour = vigie_palette_colour (self, VIGIE_PAINT_BACKGROUND);

  cairo_save (cr);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_paint (cr);
  cairo_restore (cr);
}

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * vigie_colour_luminance:
 * @colour: a colour
 *
 * Returns: its relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it
 */
double
vigie_colour_luminance (VigieColour colour)
{
  return 0.2126 * linearize (colour.red) + 0.7152 * linearize (colour.green) + 0.0722 * linearize (colour.blue);
}

/**
 * vigie_colour_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: their contrast ratio, 1 to 21, as WCAG 2.2 defines it
 */
double
vigie_colour_contrast (VigieColour a, VigieColour b)
{
  double la = vigie_colour_luminance (a);
  double lb = vigie_colour_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
