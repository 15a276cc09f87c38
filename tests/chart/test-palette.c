// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-palette.h"

/* WCAG 2.2: 1.4.3 asks 4.5:1 of text (1.4.6: 7:1), 1.4.11 asks 3:1 of marks. */

static const VigiePaint text_paints[] = { VIGIE_PAINT_TEXT, VIGIE_PAINT_TEXT_MUTED };

static const VigiePaint mark_paints[] = {
  VIGIE_PAINT_AXIS,       VIGIE_PAINT_NEUTRAL,      VIGIE_PAINT_BLUE,         VIGIE_PAINT_VERMILLION,
  VIGIE_PAINT_GREEN,      VIGIE_PAINT_PURPLE,       VIGIE_PAINT_BLUE_EDGE,    VIGIE_PAINT_VERMILLION_EDGE,
  VIGIE_PAINT_GREEN_EDGE, VIGIE_PAINT_PURPLE_EDGE,  VIGIE_PAINT_GOOD,         VIGIE_PAINT_WARNING,
  VIGIE_PAINT_BAD,        VIGIE_PAINT_NOT_MEASURED, VIGIE_PAINT_HIDDEN,       VIGIE_PAINT_BENCHMARK,
  VIGIE_PAINT_TARGET,     VIGIE_PAINT_EMPHASIS,     VIGIE_PAINT_NEUTRAL_EDGE,
};

static gboolean
is_high_contrast (VigiePaletteKind kind)
{
  return kind == VIGIE_PALETTE_CONTRAST || kind == VIGIE_PALETTE_CONTRAST_DARK;
}

static void
assert_contrast (VigiePaletteKind kind, const char *what, int paint, VigieColour a, VigieColour b, double least)
{
  double contrast = vigie_colour_contrast (a, b);

  if (contrast < least)
    g_error ("%s %d has %.2f:1 in palette %s, less than %.1f:1", what, paint, contrast,
             vigie_palette_kind_to_nick (kind), least);
}

static void
test_known_values (void)
{
  VigieColour white = { 1, 1, 1 }, black = { 0, 0, 0 }, grey = { 119 / 255.0, 119 / 255.0, 119 / 255.0 };

  g_assert_cmpfloat_with_epsilon (vigie_colour_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_colour_contrast (white, white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (vigie_colour_contrast (white, grey), 4.48, 0.005);
}

static void
test_text (void)
{
  static const VigiePaint grounds[] = { VIGIE_PAINT_BACKGROUND, VIGIE_PAINT_PANEL };

  for (guint kind = 0; kind < VIGIE_N_PALETTES; kind++)
    {
      const VigiePalette *palette = vigie_palette_get (kind);

      for (gsize i = 0; i < G_N_ELEMENTS (text_paints); i++)
        for (gsize j = 0; j < G_N_ELEMENTS (grounds); j++)
          assert_contrast (kind, "text", (int) text_paints[i],
                           vigie_palette_text_colour (palette, text_paints[i], grounds[j]),
                           vigie_palette_colour (palette, grounds[j]), is_high_contrast (kind) ? 7 : 4.5);
    }
}

static void
test_text_on_areas (void)
{
  for (guint kind = 0; kind < VIGIE_N_PALETTES; kind++)
    {
      const VigiePalette *palette = vigie_palette_get (kind);

      for (VigiePaint on = VIGIE_PAINT_NEUTRAL; on < VIGIE_N_PAINTS; on++)
        assert_contrast (kind, "text on", (int) on, vigie_palette_text_colour (palette, VIGIE_PAINT_TEXT, on),
                         vigie_palette_colour (palette, on), is_high_contrast (kind) ? 7 : 4.5);
    }
}

static void
test_marks (void)
{
  for (guint kind = 0; kind < VIGIE_N_PALETTES; kind++)
    {
      const VigiePalette *palette = vigie_palette_get (kind);

      for (gsize i = 0; i < G_N_ELEMENTS (mark_paints); i++)
        assert_contrast (kind, "mark", (int) mark_paints[i], vigie_palette_colour (palette, mark_paints[i]),
                         vigie_palette_colour (palette, VIGIE_PAINT_BACKGROUND), is_high_contrast (kind) ? 4.5 : 3);
    }
}

/* The libadwaita card of a dark window is lighter than the view the palette is made for. */
static void
test_marks_on_dark_card (void)
{
  static const VigieColour card = { 0x36 / 255.0, 0x36 / 255.0, 0x3a / 255.0 };
  const VigiePalette *palette = vigie_palette_get (VIGIE_PALETTE_DARK);

  for (gsize i = 0; i < G_N_ELEMENTS (mark_paints); i++)
    assert_contrast (VIGIE_PALETTE_DARK, "mark on a card", (int) mark_paints[i],
                     vigie_palette_colour (palette, mark_paints[i]), card, 3);
}

static void
test_shades_are_ordered (void)
{
  for (guint kind = 0; kind < VIGIE_N_PALETTES; kind++)
    {
      const VigiePalette *palette = vigie_palette_get (kind);
      double first = vigie_colour_luminance (vigie_palette_colour (palette, VIGIE_PAINT_HEAT_1));
      double last = vigie_colour_luminance (vigie_palette_colour (palette, VIGIE_PAINT_HEAT_7));
      double sign = last > first ? 1 : -1;

      for (VigiePaint paint = VIGIE_PAINT_HEAT_1; paint < VIGIE_PAINT_HEAT_7; paint++)
        {
          double here = vigie_colour_luminance (vigie_palette_colour (palette, paint));
          double next = vigie_colour_luminance (vigie_palette_colour (palette, paint + 1));

          g_assert_cmpfloat (sign * (next - here), >, 0.01);
        }
    }
}

static void
test_series_are_ordered (void)
{
  static const VigiePaletteKind kinds[] = { VIGIE_PALETTE_LIGHT, VIGIE_PALETTE_PRINT };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint series = 0; series < 3; series++)
      {
        const VigiePalette *palette = vigie_palette_get (kinds[i]);
        VigieColour here = vigie_palette_colour (palette, vigie_paint_series (series));
        VigieColour next = vigie_palette_colour (palette, vigie_paint_series (series + 1));

        g_assert_cmpfloat (vigie_colour_luminance (here), <, vigie_colour_luminance (next));
      }
}

static void
test_steps (void)
{
  g_assert_cmpint (vigie_paint_heat (0), ==, VIGIE_PAINT_HEAT_1);
  g_assert_cmpint (vigie_paint_heat (1), ==, VIGIE_PAINT_HEAT_7);
  g_assert_cmpint (vigie_paint_heat (-3), ==, VIGIE_PAINT_HEAT_1);
  g_assert_cmpint (vigie_paint_heat (G_MAXDOUBLE), ==, VIGIE_PAINT_HEAT_7);
  g_assert_cmpint (vigie_paint_diverge (0), ==, VIGIE_PAINT_DIVERGE_4);
  g_assert_cmpint (vigie_paint_diverge (-1), ==, VIGIE_PAINT_DIVERGE_1);
  g_assert_cmpint (vigie_paint_diverge (1), ==, VIGIE_PAINT_DIVERGE_7);
  g_assert_cmpint (vigie_paint_heat (0.0 / 0.0), ==, VIGIE_PAINT_NOT_MEASURED);
  g_assert_cmpint (vigie_paint_diverge (0.0 / 0.0), ==, VIGIE_PAINT_NOT_MEASURED);
}

static void
test_nicks (void)
{
  VigiePaletteKind untouched = VIGIE_PALETTE_PRINT;

  for (guint kind = 0; kind < VIGIE_N_PALETTES; kind++)
    {
      VigiePaletteKind found = VIGIE_N_PALETTES;

      g_assert_true (vigie_palette_kind_from_nick (vigie_palette_kind_to_nick (kind), &found));
      g_assert_cmpint (found, ==, kind);
      g_assert_cmpint (vigie_palette_get_kind (vigie_palette_get (kind)), ==, kind);
    }

  g_assert_false (vigie_palette_kind_from_nick ("sepia", &untouched));
  g_assert_cmpint (untouched, ==, VIGIE_PALETTE_PRINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/palette/known-values", test_known_values);
  g_test_add_func ("/chart/palette/text", test_text);
  g_test_add_func ("/chart/palette/text-on-areas", test_text_on_areas);
  g_test_add_func ("/chart/palette/marks", test_marks);
  g_test_add_func ("/chart/palette/marks-on-dark-card", test_marks_on_dark_card);
  g_test_add_func ("/chart/palette/shades-are-ordered", test_shades_are_ordered);
  g_test_add_func ("/chart/palette/series-are-ordered", test_series_are_ordered);
  g_test_add_func ("/chart/palette/steps", test_steps);
  g_test_add_func ("/chart/palette/nicks", test_nicks);

  return g_test_run ();
}
