// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-label-placer.h"
#include "vigie-legend.h"
#include "vigie-palette.h"
#include "vigie-scene-builder.h"
#include "vigie-scene-draw.h"

static const VigieFrame frame = { .width = 400, .height = 300, .text_scale = 1 };

static int
add (VigieSceneBuilder *builder, const char *label, int row, int column)
{
  return vigie_scene_builder_add_datum (
    builder, &(VigieDatum) { .label = label, .value_text = "12", .key = "k", .row = row, .column = column });
}

static void
add_rect (VigieSceneBuilder *builder, const VigieBox *box, int datum)
{
  vigie_scene_builder_rect (builder, box, 0, &(VigieStyle) { .fill = VIGIE_PAINT_BLUE }, datum);
}

/* Two rows of three squares of 40, 60 apart. */
static VigieScene *
grid (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);

  for (int i = 0; i < 6; i++)
    {
      int datum = add (builder, "cell", i / 3, i % 3);

      add_rect (builder, &(VigieBox) { 60.0 * (i % 3), 60.0 * (i / 3), 40, 40 }, datum);
    }

  return vigie_scene_builder_end (builder);
}

static void
test_words_are_copied (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = NULL;
  g_autofree char *sentence = NULL;
  char label[] = "Pharmacien";

  add (builder, label, 0, 0);
  vigie_scene_builder_text (builder, label, &(VigieTextSpec) { .role = VIGIE_TEXT_LABEL }, 0);
  scene = vigie_scene_builder_end (builder);
  label[0] = '\0';

  sentence = vigie_scene_dup_sentence (scene, 0);
  g_assert_cmpstr (sentence, ==, "Pharmacien, 12");
  g_assert_cmpstr (vigie_scene_get_mark (scene, 0)->text, ==, "Pharmacien");
  g_assert_cmpstr (vigie_scene_get_datum (scene, 0)->key, ==, "k");
  g_assert_null (vigie_scene_get_datum (scene, VIGIE_NO_DATUM));
}

static void
test_bounds_are_of_marks (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = NULL;
  const VigieBox *bounds;

  add (builder, "bar", 0, 0);
  add (builder, "words", 1, 0);
  vigie_scene_builder_text (builder, "Nom", &(VigieTextSpec) { .role = VIGIE_TEXT_LABEL }, 0);
  add_rect (builder, &(VigieBox) { 100, 20, 50, 10 }, 0);
  add_rect (builder, &(VigieBox) { 150, 15, 20, 10 }, 0);
  vigie_scene_builder_text (builder, "Seul", &(VigieTextSpec) { .y = 100, .role = VIGIE_TEXT_LABEL }, 1);
  scene = vigie_scene_builder_end (builder);

  bounds = &vigie_scene_get_datum (scene, 0)->bounds;
  g_assert_cmpfloat (bounds->x, ==, 100);
  g_assert_cmpfloat (bounds->y, ==, 15);
  g_assert_cmpfloat (bounds->width, ==, 70);
  g_assert_cmpfloat (bounds->height, ==, 15);
  g_assert_false (vigie_box_is_empty (&vigie_scene_get_datum (scene, 1)->bounds));
}

static void
test_texts_stay_apart (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = NULL;
  const VigieTextSpec here = { .x = 100, .y = 100, .role = VIGIE_TEXT_LABEL };
  const VigieTextSpec beside = { .x = 110, .y = 104, .role = VIGIE_TEXT_LABEL };
  const VigieTextSpec below = { .x = 100, .y = 298, .role = VIGIE_TEXT_LABEL };
  const VigieTextSpec past = { .x = 398, .y = 200, .role = VIGIE_TEXT_LABEL };

  g_assert_true (vigie_scene_builder_text (builder, "premier", &here, VIGIE_NO_DATUM));
  g_assert_false (vigie_scene_builder_text (builder, "second", &beside, VIGIE_NO_DATUM));
  g_assert_false (vigie_scene_builder_text (builder, "dehors", &below, VIGIE_NO_DATUM));
  g_assert_true (vigie_scene_builder_text (builder, "rentré", &past, VIGIE_NO_DATUM));
  g_assert_false (vigie_scene_builder_text (builder, "", &here, VIGIE_NO_DATUM));
  g_assert_false (vigie_scene_builder_text (builder, NULL, &here, VIGIE_NO_DATUM));
  scene = vigie_scene_builder_end (builder);

  g_assert_cmpuint (vigie_scene_get_n_marks (scene), ==, 2);
  g_assert_cmpuint (vigie_scene_get_n_omitted (scene), ==, 2);
  g_assert_cmpfloat (vigie_box_right (&vigie_scene_get_mark (scene, 1)->box), <=, 400.01);
}

static void
test_long_text_is_shortened (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  const char *name = "Manipulateur d’électroradiologie médicale en service d’imagerie interventionnelle";
  VigieTextSpec spec = { .role = VIGIE_TEXT_LABEL, .width = 120 };
  VigieBox one = vigie_scene_builder_text_box (builder, name, &spec);
  VigieBox two;

  spec.max_lines = 2;
  two = vigie_scene_builder_text_box (builder, name, &spec);

  g_assert_cmpfloat (one.width, <=, 120.1);
  g_assert_cmpfloat (two.width, <=, 120.1);
  g_assert_cmpfloat (two.height, >, one.height * 1.9);
  g_assert_cmpfloat (two.height, <, one.height * 2.1);
}

static void
test_narrow_no_break_space_has_width (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  double with = vigie_scene_builder_text_width (builder, "1\u202f204", VIGIE_TEXT_VALUE, FALSE);
  double without = vigie_scene_builder_text_width (builder, "1204", VIGIE_TEXT_VALUE, FALSE);

  /* Narrower than a digit, wider than nothing: the font has the space, and no box stands for it. */
  g_assert_cmpfloat (with - without, >, 0.5);
  g_assert_cmpfloat (with - without, <, without / 4);
}

static void
test_digits_have_one_width (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);

  g_assert_cmpfloat_with_epsilon (vigie_scene_builder_text_width (builder, "1111", VIGIE_TEXT_VALUE, FALSE),
                                  vigie_scene_builder_text_width (builder, "8088", VIGIE_TEXT_VALUE, FALSE), 0.05);
}

static void
test_pick (void)
{
  g_autoptr (VigieScene) scene = grid ();

  for (int i = 0; i < 6; i++)
    {
      const VigieBox *bounds = &vigie_scene_get_datum (scene, i)->bounds;

      g_assert_cmpint (vigie_scene_pick (scene, vigie_box_middle_x (bounds), vigie_box_middle_y (bounds)), ==, i);
    }

  g_assert_cmpint (vigie_scene_pick (scene, 50, 50), ==, VIGIE_NO_DATUM);
  g_assert_cmpint (vigie_scene_pick (scene, 390, 290), ==, VIGIE_NO_DATUM);
}

static void
test_pick_small_target (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = NULL;

  add (builder, "thin", 0, 0);
  add (builder, "wide", 0, 1);
  add_rect (builder, &(VigieBox) { 100, 100, 2, 2 }, 0);
  add_rect (builder, &(VigieBox) { 104, 90, 40, 40 }, 1);
  scene = vigie_scene_builder_end (builder);

  g_assert_cmpint (vigie_scene_pick (scene, 90, 101), ==, 0);
  g_assert_cmpint (vigie_scene_pick (scene, 101, 112), ==, 0);
  g_assert_cmpint (vigie_scene_pick (scene, 105, 101), ==, 1);
  g_assert_cmpint (vigie_scene_pick (scene, 85, 101), ==, VIGIE_NO_DATUM);
}

static void
test_pick_last_drawn_first (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = NULL;

  add (builder, "large", 0, 0);
  add (builder, "small", 0, 1);
  vigie_scene_builder_symbol (builder, VIGIE_SYMBOL_CIRCLE, 100, 100, 80, &(VigieStyle) { .fill = VIGIE_PAINT_BLUE },
                              0);
  vigie_scene_builder_symbol (builder, VIGIE_SYMBOL_CIRCLE, 110, 100, 10, &(VigieStyle) { .fill = VIGIE_PAINT_BLUE },
                              1);
  scene = vigie_scene_builder_end (builder);

  g_assert_cmpint (vigie_scene_pick (scene, 110, 100), ==, 1);
  g_assert_cmpint (vigie_scene_pick (scene, 90, 100), ==, 0);
}

static void
test_pick_line_and_area (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = NULL;
  const VigiePoint line[] = { { 0, 0 }, { 100, 100 }, { 200, 0 } };
  const VigiePoint area[] = { { 0, 200 }, { 100, 200 }, { 100, 290 } };

  add (builder, "line", 0, 0);
  add (builder, "area", 1, 0);
  vigie_scene_builder_polyline (builder, line, 3, &(VigieStyle) { .stroke = VIGIE_PAINT_BLUE, .stroke_width = 2 }, 0);
  vigie_scene_builder_area (builder, area, 3, &(VigieStyle) { .fill = VIGIE_PAINT_BLUE }, 1);
  scene = vigie_scene_builder_end (builder);

  g_assert_cmpint (vigie_scene_pick (scene, 52, 50), ==, 0);
  g_assert_cmpint (vigie_scene_pick (scene, 150, 52), ==, 0);
  g_assert_cmpint (vigie_scene_pick (scene, 80, 210), ==, 1);
}

static void
test_neighbour_in_grid (void)
{
  g_autoptr (VigieScene) scene = grid ();

  static const struct
  {
    int from;
    VigieDirection direction;
    int to;
  } rows[] = {
    { 0, VIGIE_DIRECTION_RIGHT, 1 },     { 2, VIGIE_DIRECTION_RIGHT, 2 },   { 1, VIGIE_DIRECTION_LEFT, 0 },
    { 1, VIGIE_DIRECTION_DOWN, 4 },      { 4, VIGIE_DIRECTION_UP, 1 },      { 4, VIGIE_DIRECTION_DOWN, 4 },
    { 4, VIGIE_DIRECTION_ROW_START, 3 }, { 4, VIGIE_DIRECTION_ROW_END, 5 }, { 4, VIGIE_DIRECTION_FIRST, 0 },
    { 1, VIGIE_DIRECTION_LAST, 5 },      { -1, VIGIE_DIRECTION_RIGHT, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (vigie_scene_neighbour (scene, rows[i].from, rows[i].direction), ==, rows[i].to);
}

static void
test_neighbour_by_rank (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = NULL;

  /* Across: b, a, c. Down: c, b, a. */
  add (builder, "a", 2, 1);
  add (builder, "b", 1, 0);
  add (builder, "c", 0, 2);
  vigie_scene_builder_navigate_by_rank (builder);
  scene = vigie_scene_builder_end (builder);

  g_assert_cmpint (vigie_scene_neighbour (scene, 1, VIGIE_DIRECTION_RIGHT), ==, 0);
  g_assert_cmpint (vigie_scene_neighbour (scene, 0, VIGIE_DIRECTION_RIGHT), ==, 2);
  g_assert_cmpint (vigie_scene_neighbour (scene, 0, VIGIE_DIRECTION_LEFT), ==, 1);
  g_assert_cmpint (vigie_scene_neighbour (scene, 0, VIGIE_DIRECTION_UP), ==, 1);
  g_assert_cmpint (vigie_scene_neighbour (scene, 2, VIGIE_DIRECTION_DOWN), ==, 1);
  g_assert_cmpint (vigie_scene_neighbour (scene, 0, VIGIE_DIRECTION_ROW_START), ==, 1);
}

static void
test_neighbour_without_data (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = vigie_scene_builder_end (builder);

  g_assert_cmpint (vigie_scene_neighbour (scene, VIGIE_NO_DATUM, VIGIE_DIRECTION_RIGHT), ==, VIGIE_NO_DATUM);
  g_assert_cmpint (vigie_scene_pick (scene, 10, 10), ==, VIGIE_NO_DATUM);
}

static void
test_boxed (void)
{
  g_autoptr (VigieScene) scene = grid ();
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, VIGIE_TYPE_SCENE);
  g_value_set_boxed (&value, scene);
  g_assert_true (g_value_get_boxed (&value) == scene);
}

static void
test_append_scene (void)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) inner = grid ();
  g_autoptr (VigieScene) scene = NULL;

  add (builder, "own", 0, 0);
  add_rect (builder, &(VigieBox) { 300, 0, 10, 10 }, 0);
  vigie_scene_builder_append_scene (builder, inner, 100, 50);
  scene = vigie_scene_builder_end (builder);

  g_assert_cmpuint (vigie_scene_get_n_data (scene), ==, 7);
  g_assert_cmpint (vigie_scene_pick (scene, 120, 70), ==, 1);
  g_assert_cmpint (vigie_scene_pick (scene, 305, 5), ==, 0);
}

static void
test_placer (void)
{
  g_autoptr (VigieLabelPlacer) placer = vigie_label_placer_new ();
  const VigieBox room = { 0, 0, 200, 100 };
  VigieBox first, second, third;

  g_assert_true (vigie_label_placer_place (placer, &room, 100, 50, 5, 60, 14, &first));
  g_assert_cmpfloat (first.x, ==, 105);
  g_assert_true (vigie_label_placer_place (placer, &room, 100, 50, 5, 60, 14, &second));
  g_assert_false (vigie_box_overlaps (&first, &second, 0));
  g_assert_false (vigie_label_placer_place (placer, &room, 100, 50, 5, 300, 14, &third));

  vigie_label_placer_block (placer, &room);
  g_assert_false (vigie_label_placer_place (placer, &room, 50, 50, 5, 20, 14, &third));
}

static void
test_spread (void)
{
  double middles[] = { 50, 52, 99 };
  const double lengths[] = { 20, 20, 20 };
  double crowded[] = { 1, 2, 3 };

  g_assert_true (vigie_spread (middles, lengths, 3, 0, 100, 5));
  g_assert_cmpfloat (middles[0], ==, 40);
  g_assert_cmpfloat (middles[1], ==, 65);
  g_assert_cmpfloat (middles[2], ==, 90);
  g_assert_false (vigie_spread (crowded, lengths, 3, 0, 50, 5));
}

/* Three bars, two of them blue, under a legend; @length is that of the first. */
static VigieScene *
keyed (double length)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  const VigieLegendEntry entries[] = {
    { .label = "Blue", .style = { .fill = VIGIE_PAINT_BLUE } },
    { .label = "Target", .kind = VIGIE_LEGEND_TICK, .style = { .stroke = VIGIE_PAINT_TEXT, .stroke_width = 2 } },
    { .label = "Hatched", .style = { .fill = VIGIE_PAINT_BLUE, .pattern = VIGIE_PATTERN_HATCH } },
  };

  vigie_legend_draw (builder, entries, G_N_ELEMENTS (entries), &(VigieBox) { 0, 0, frame.width, 40 });
  vigie_scene_builder_line (builder, 200, 50, 200, 200, &entries[1].style, VIGIE_NO_DATUM);
  add_rect (builder, &(VigieBox) { 0, 60, length, 20 }, add (builder, "one", 0, 0));
  add_rect (builder, &(VigieBox) { 0, 90, 80, 20 }, add (builder, "two", 1, 0));
  vigie_scene_builder_rect (builder, &(VigieBox) { 0, 120, 60, 20 }, 0, &entries[2].style,
                            add (builder, "three", 2, 0));
  return vigie_scene_builder_end (builder);
}

static void
test_keys (void)
{
  g_autoptr (VigieScene) scene = keyed (100);
  const VigieKey *blue = vigie_scene_get_key (scene, 0);

  /* The target explains no datum: it picks out nothing. */
  g_assert_cmpuint (vigie_scene_get_n_keys (scene), ==, 2);
  g_assert_cmpstr (blue->label, ==, "Blue");
  g_assert_cmpstr (vigie_scene_get_key (scene, 1)->label, ==, "Hatched");
  g_assert_null (vigie_scene_get_key (scene, VIGIE_NO_KEY));
  g_assert_cmpint (vigie_scene_pick_key (scene, blue->box.x + 1, blue->box.y + 1), ==, 0);
  g_assert_cmpint (vigie_scene_pick_key (scene, 10, 70), ==, VIGIE_NO_KEY);
  g_assert_true (vigie_scene_key_shows (scene, 0, 0));
  g_assert_true (vigie_scene_key_shows (scene, 0, 1));
  g_assert_false (vigie_scene_key_shows (scene, 0, 2));
  g_assert_true (vigie_scene_key_shows (scene, 1, 2));
}

static gboolean
is_painted (cairo_surface_t *surface, int x, int y)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);

  return pixels[y * cairo_image_surface_get_stride (surface) + x * 4 + 3] != 0;
}

static void
test_draw_key (void)
{
  g_autoptr (VigieScene) scene = keyed (100);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create (surface);

  vigie_scene_draw_key (scene, cr, vigie_palette_get (VIGIE_PALETTE_LIGHT), 1);
  cairo_surface_flush (surface);
  g_assert_false (is_painted (surface, 30, 70));
  g_assert_false (is_painted (surface, 30, 100));
  g_assert_true (is_painted (surface, 30, 130));
  g_assert_true (is_painted (surface, 200, 100));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_between (void)
{
  g_autoptr (VigieScene) before = keyed (100);
  g_autoptr (VigieScene) after = keyed (40);
  g_autoptr (VigieScene) other = grid ();
  g_autoptr (VigieSceneBetween) between = vigie_scene_between_new (before, after);
  g_autoptr (VigieSceneBetween) from_other = vigie_scene_between_new (other, after);
  const double halfway[] = { 70, 80, 60 };
  guint n_moved = 0;

  between->progress = 0.5;
  from_other->progress = 0;
  for (guint i = 0; i < vigie_scene_get_n_marks (after); i++)
    {
      VigieMark moved = *vigie_scene_get_mark (after, i), grown = moved;

      vigie_scene_between_move (between, i, &moved);
      vigie_scene_between_move (from_other, i, &grown);
      if (moved.datum == VIGIE_NO_DATUM)
        {
          g_assert_cmpmem (&moved, sizeof moved, vigie_scene_get_mark (after, i), sizeof moved);
          continue;
        }
      n_moved++;
      g_assert_cmpfloat (moved.box.width, ==, halfway[moved.datum]);
      g_assert_cmpfloat (grown.box.width, ==, 0);
    }
  g_assert_cmpuint (n_moved, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scene/words-are-copied", test_words_are_copied);
  g_test_add_func ("/chart/scene/bounds-are-of-marks", test_bounds_are_of_marks);
  g_test_add_func ("/chart/scene/texts-stay-apart", test_texts_stay_apart);
  g_test_add_func ("/chart/scene/long-text-is-shortened", test_long_text_is_shortened);
  g_test_add_func ("/chart/scene/narrow-no-break-space", test_narrow_no_break_space_has_width);
  g_test_add_func ("/chart/scene/digits-have-one-width", test_digits_have_one_width);
  g_test_add_func ("/chart/scene/pick", test_pick);
  g_test_add_func ("/chart/scene/pick-small-target", test_pick_small_target);
  g_test_add_func ("/chart/scene/pick-last-drawn-first", test_pick_last_drawn_first);
  g_test_add_func ("/chart/scene/pick-line-and-area", test_pick_line_and_area);
  g_test_add_func ("/chart/scene/neighbour-in-grid", test_neighbour_in_grid);
  g_test_add_func ("/chart/scene/neighbour-by-rank", test_neighbour_by_rank);
  g_test_add_func ("/chart/scene/neighbour-without-data", test_neighbour_without_data);
  g_test_add_func ("/chart/scene/boxed", test_boxed);
  g_test_add_func ("/chart/scene/append-scene", test_append_scene);
  g_test_add_func ("/chart/scene/placer", test_placer);
  g_test_add_func ("/chart/scene/spread", test_spread);
  g_test_add_func ("/chart/scene/keys", test_keys);
  g_test_add_func ("/chart/scene/draw-key", test_draw_key);
  g_test_add_func ("/chart/scene/between", test_between);

  return g_test_run ();
}
