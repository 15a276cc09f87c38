// SPDX-License-Identifier: GPL-3.0-or-later

/* No figure says by colour alone what it says: copied in grey, the entries of each legend can still be told apart. */

#include "vigie-test.h"

#include "vigie-demo.h"
#include "vigie-figure.h"
#include "vigie-palette.h"

#include <math.h>

#define TODAY vigie_date_new (2026, 11, 28)
/* Greys side by side that most people tell apart: some eight steps of lightness (CIE L*). */
#define LEAST_STEP 8.0

static double
lightness (const VigiePalette *palette, VigiePaint paint)
{
  double y = vigie_colour_luminance (vigie_palette_colour (palette, paint));

  return y > 216.0 / 24389 ? 116 * cbrt (y) - 16 : y * 24389 / 27;
}

static gboolean
is_other_shape (const VigieKey *a, const VigieKey *b)
{
  const VigieStyle *first = &a->style, *second = &b->style;

  return a->symbol != b->symbol || first->pattern != second->pattern || first->dash != second->dash ||
         (first->fill == VIGIE_PAINT_NONE) != (second->fill == VIGIE_PAINT_NONE) ||
         fabs (first->stroke_width - second->stroke_width) >= 1;
}

/* How large the marks are that it explains; 0 where they are areas. */
static double
size_of (const VigieScene *scene, const VigieKey *key)
{
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const VigieMark *mark = vigie_scene_get_mark (scene, i);

      if (mark->kind == VIGIE_MARK_SYMBOL && mark->datum != VIGIE_NO_DATUM && (int) mark->symbol == key->symbol &&
          mark->style.fill == key->style.fill)
        return mark->box.width;
    }
  return 0;
}

static gboolean
is_other_size (const VigieScene *scene, const VigieKey *a, const VigieKey *b)
{
  double first = size_of (scene, a), second = size_of (scene, b);

  return MAX (first, second) > 1.5 * MIN (first, second);
}

static VigiePaint
paint_of (const VigieKey *key)
{
  return key->style.fill != VIGIE_PAINT_NONE ? key->style.fill : key->style.stroke;
}

static void
assert_told_apart (const VigieScene *scene, const char *figure, const VigieKey *a, const VigieKey *b)
{
  if (g_str_equal (a->label, b->label) || is_other_shape (a, b) || is_other_size (scene, a, b))
    return;
  for (int kind = 0; kind < VIGIE_N_PALETTES; kind++)
    {
      const VigiePalette *palette = vigie_palette_get ((VigiePaletteKind) kind);
      double step = fabs (lightness (palette, paint_of (a)) - lightness (palette, paint_of (b)));

      if (step < LEAST_STEP)
        {
          g_test_message ("%s: “%s” and “%s” are %.1f apart in palette %s", figure, a->label, b->label, step,
                          vigie_palette_kind_to_nick ((VigiePaletteKind) kind));
          g_test_fail ();
        }
    }
}

static void
assert_figure (VigieFigure *figure)
{
  const VigieFrame frame = { .width = 900, .height = 560, .text_scale = 1 };
  g_autoptr (VigieScene) scene = vigie_figure_layout (figure, &frame);
  int n = (int) vigie_scene_get_n_keys (scene);

  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      assert_told_apart (scene, vigie_figure_get_title (figure), vigie_scene_get_key (scene, i),
                         vigie_scene_get_key (scene, j));
}

static void
test_grey (void)
{
  const VigieDemoOptions options = { .scale = VIGIE_DEMO_SCALE_GHT, .seed = 1, .today = TODAY };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "demo.vigie", NULL);
  g_autoptr (VigieScope) scope = vigie_scope_new (TODAY, NULL, NULL);
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  overview = vigie_overview_load (store, scope, NULL, &error);
  g_assert_no_error (error);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = vigie_figure_new (kind, overview);

      assert_figure (figure);
    }
  /* And beside an earlier day, whose marks are one more thing to tell apart. */
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autoptr (VigieFigure) figure = vigie_figure_new_since (kind, overview);

      assert_figure (figure);
    }
  g_clear_pointer (&overview, vigie_overview_unref);
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/grey", test_grey);
  return g_test_run ();
}
