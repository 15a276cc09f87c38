// SPDX-License-Identifier: GPL-3.0-or-later

#include <math.h>

#include "vigie-bullet-bars.h"
#include "vigie-dot-plot.h"
#include "vigie-dumbbell.h"
#include "vigie-heat-map.h"
#include "vigie-quadrant.h"
#include "vigie-stacked-bars.h"
#include "vigie-state-matrix.h"

/* That what is drawn is what is so: lengths in proportion, bars from zero, and nothing drawn of what nobody knows. */

static const VigieFrame frames[] = {
  { .width = 300, .height = 500, .text_scale = 1 },
  { .width = 800, .height = 500, .text_scale = 1 },
  { .width = 1920, .height = 1080, .text_scale = 2 },
  { .width = 3840, .height = 2160, .text_scale = 4 },
};

static const VigieMark *
mark_of (const VigieScene *scene, const char *key, VigieMarkKind kind, VigiePattern pattern)
{
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const VigieMark *mark = vigie_scene_get_mark (scene, i);
      const VigieDatum *datum = vigie_scene_get_datum (scene, mark->datum);

      if (mark->kind == kind && mark->style.pattern == pattern && datum != NULL && g_strcmp0 (datum->key, key) == 0)
        return mark;
    }

  return NULL;
}

/* Stacked bars */

static const VigieStackedSeries series[] = {
  { "un", VIGIE_PAINT_BLUE, VIGIE_PATTERN_SOLID },
  { "deux", VIGIE_PAINT_VERMILLION, VIGIE_PATTERN_SOLID },
};

static const VigieStackedSegment first[] = { { 3, "3", NULL, "a1" }, { 7, "7", NULL, "a2" } };
static const VigieStackedSegment second[] = { { 12.5, "12,5", NULL, "b1" }, { 0.25, "0,25", NULL, "b2" } };
static const VigieStackedSegment unknown[] = { { NAN, NULL, NULL, "c1" }, { NAN, NULL, NULL, "c2" } };
static const VigieStackedSegment partly[] = { { NAN, NULL, NULL, "d1" }, { 5, "5", NULL, "d2" } };

static const VigieStackedRow stacked_rows[] = {
  { "A", first, "10", NULL, "a" },
  { "B", second, "12,75", NULL, "b" },
  { "C", unknown, NULL, NULL, "c" },
  { "D", partly, "5", NULL, "d" },
};

static const VigieStackedBenchmark benchmarks[] = { { 6.375, "médiane", "source", "m" } };

static const VigieStackedBars stacked = {
  .series = series,
  .n_series = 2,
  .rows = stacked_rows,
  .n_rows = 4,
  .benchmarks = benchmarks,
  .n_benchmarks = 1,
  .not_measured_text = "non mesuré",
};

static void
test_stacked_lengths (void)
{
  static const struct
  {
    const char *key;
    double value;
    double from;
  } parts[] = { { "a1", 3, 0 }, { "a2", 7, 3 }, { "b1", 12.5, 0 }, { "b2", 0.25, 12.5 }, { "d2", 5, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_stacked_bars_layout (&stacked, &frames[i]);
      const VigieMark *reference = mark_of (scene, "b1", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID);
      const VigieMark *benchmark = mark_of (scene, "m", VIGIE_MARK_LINE, VIGIE_PATTERN_SOLID);
      double unit = reference->box.width / 12.5;

      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          const VigieMark *mark = mark_of (scene, parts[j].key, VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID);

          g_assert_nonnull (mark);
          g_assert_cmpfloat_with_epsilon (mark->box.width, parts[j].value * unit, 0.5);
          g_assert_cmpfloat_with_epsilon (mark->box.x, reference->box.x + parts[j].from * unit, 0.5);
        }

      g_assert_cmpfloat_with_epsilon (benchmark->box.x, reference->box.x + 6.375 * unit, 0.5);
    }
}

static void
test_stacked_not_measured (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_stacked_bars_layout (&stacked, &frames[i]);

      g_assert_nonnull (mark_of (scene, "c", VIGIE_MARK_RECT, VIGIE_PATTERN_HATCH));
      g_assert_null (mark_of (scene, "c", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID));
      g_assert_null (mark_of (scene, "c1", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID));
      /* Of a bar that is known in part, the unknown part is seen as well. */
      g_assert_nonnull (mark_of (scene, "d1", VIGIE_MARK_RECT, VIGIE_PATTERN_HATCH));
      g_assert_null (mark_of (scene, "d1", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID));
    }
}

/* Bullet bars */

static void
test_bullet_values (void)
{
  static const VigieBulletRow rows[] = {
    { "A", 0.5, 0.9, 0.25, FALSE, "50 %", "1 / 2", NULL, 0, "a" },
    { "B", 1, 0.9, NAN, FALSE, "100 %", "2 / 2", NULL, 0, "b" },
    { "C", NAN, 0.9, NAN, FALSE, "–", NULL, NULL, 0, "c" },
    { "D", 0.3, 0.9, 0.2, TRUE, "<5", NULL, NULL, 0, "d" },
    { "E", 0, 0.9, NAN, FALSE, "0 %", "0 / 2", NULL, 0, "e" },
  };
  const VigieBulletBars data = { .rows = rows, .n_rows = G_N_ELEMENTS (rows), .not_measured_text = "non mesuré" };

  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_bullet_bars_layout (&data, &frames[i]);
      const VigieMark *half = mark_of (scene, "a", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID);
      const VigieMark *whole = mark_of (scene, "b", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID);
      const VigieMark *none = mark_of (scene, "e", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID);
      const VigieMark *target = mark_of (scene, "a", VIGIE_MARK_LINE, VIGIE_PATTERN_SOLID);
      const VigieMark *previous = mark_of (scene, "a", VIGIE_MARK_SYMBOL, VIGIE_PATTERN_SOLID);

      g_assert_cmpfloat_with_epsilon (half->box.width, whole->box.width / 2, 0.5);
      g_assert_cmpfloat (none->box.width, ==, 0);
      g_assert_cmpfloat_with_epsilon (target->box.x, whole->box.x + 0.9 * whole->box.width, 0.5);
      g_assert_cmpfloat_with_epsilon (vigie_box_middle_x (&previous->box), whole->box.x + 0.25 * whole->box.width, 0.5);
      g_assert_null (mark_of (scene, "b", VIGIE_MARK_SYMBOL, VIGIE_PATTERN_SOLID));
      g_assert_nonnull (mark_of (scene, "c", VIGIE_MARK_RECT, VIGIE_PATTERN_HATCH));
      g_assert_null (mark_of (scene, "c", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID));
      /* What is hidden has no length and no marker that would give it away. */
      g_assert_nonnull (mark_of (scene, "d", VIGIE_MARK_RECT, VIGIE_PATTERN_DOTS));
      g_assert_null (mark_of (scene, "d", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID));
      g_assert_null (mark_of (scene, "d", VIGIE_MARK_SYMBOL, VIGIE_PATTERN_SOLID));
    }
}

/* Dumbbell */

static const VigieMark *
symbol_of (const VigieScene *scene, const char *key, VigieSymbol symbol)
{
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const VigieMark *mark = vigie_scene_get_mark (scene, i);
      const VigieDatum *datum = vigie_scene_get_datum (scene, mark->datum);

      if (mark->kind == VIGIE_MARK_SYMBOL && mark->symbol == symbol && datum != NULL &&
          g_strcmp0 (datum->key, key) == 0)
        return mark;
    }

  return NULL;
}

static void
test_dumbbell_values (void)
{
  static const VigieDumbbellRow rows[] = {
    { "A", 0.2, 0.1, 0.3, 0.6, FALSE, "20 %", "60 %", "−40 pts", "n = 40", NULL, "a" },
    { "B", NAN, NAN, NAN, 0.4, FALSE, NULL, "40 %", NULL, NULL, NULL, "b" },
    { "C", 0.4, NAN, NAN, NAN, FALSE, "40 %", NULL, NULL, "n = 40", NULL, "c" },
    { "D", 0.9, 0.8, 0.95, 0.2, TRUE, NULL, "20 %", NULL, NULL, NULL, "d" },
    { "E", 1, 0.9, 1, 0.8, FALSE, "100 %", "80 %", "+20 pts", "n = 40", NULL, "e" },
  };
  const VigieDumbbell data = {
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .local_label = "nous",
    .benchmark_label = "eux",
    .not_measured_text = "non mesuré",
    .hidden_text = "moins de 5",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_dumbbell_layout (&data, &frames[i]);
      const VigieMark *local = symbol_of (scene, "a", VIGIE_SYMBOL_CIRCLE);
      const VigieMark *theirs = symbol_of (scene, "a", VIGIE_SYMBOL_DIAMOND);
      const VigieMark *other = symbol_of (scene, "c", VIGIE_SYMBOL_CIRCLE);
      double unit = (vigie_box_middle_x (&theirs->box) - vigie_box_middle_x (&local->box)) / 0.4;

      g_assert_cmpfloat (unit, >, 0);
      g_assert_cmpfloat_with_epsilon (vigie_box_middle_x (&other->box) - vigie_box_middle_x (&local->box), 0.2 * unit,
                                      0.5);
      g_assert_null (symbol_of (scene, "c", VIGIE_SYMBOL_DIAMOND));
      g_assert_null (symbol_of (scene, "b", VIGIE_SYMBOL_CIRCLE));
      g_assert_nonnull (symbol_of (scene, "b", VIGIE_SYMBOL_DIAMOND));
      g_assert_nonnull (mark_of (scene, "b", VIGIE_MARK_RECT, VIGIE_PATTERN_HATCH));
      g_assert_null (symbol_of (scene, "d", VIGIE_SYMBOL_CIRCLE));
      g_assert_null (mark_of (scene, "d", VIGIE_MARK_LINE, VIGIE_PATTERN_SOLID));
      g_assert_nonnull (mark_of (scene, "d", VIGIE_MARK_RECT, VIGIE_PATTERN_DOTS));
    }
}

/* Dot plot */

static void
test_dot_values (void)
{
  static const VigieDotRow rows[] = {
    { "A", 10, 20, 5, 25, TRUE, FALSE, "10 h", "n = 40", NULL, "a" },
    { "B", 0, NAN, NAN, NAN, FALSE, FALSE, "0 h", "n = 40", NULL, "b" },
    { "C", NAN, NAN, NAN, NAN, FALSE, FALSE, NULL, NULL, NULL, "c" },
    { "D", 30, 30, 20, 38, TRUE, TRUE, "<5", NULL, NULL, "d" },
  };
  const VigieDotPlot data = { .rows = rows,
                              .n_rows = G_N_ELEMENTS (rows),
                              .reference = 28,
                              .value_label = "moyenne",
                              .not_measured_text = "non mesuré" };

  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_dot_plot_layout (&data, &frames[i]);
      const VigieMark *ten = symbol_of (scene, "a", VIGIE_SYMBOL_CIRCLE);
      const VigieMark *zero = symbol_of (scene, "b", VIGIE_SYMBOL_CIRCLE);
      const VigieMark *twenty = mark_of (scene, "a", VIGIE_MARK_LINE, VIGIE_PATTERN_SOLID);
      const VigieMark *range = mark_of (scene, "a", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID);
      double hour = (vigie_box_middle_x (&ten->box) - vigie_box_middle_x (&zero->box)) / 10;
      guint references = 0;

      g_assert_cmpfloat (hour, >, 0);
      g_assert_cmpfloat_with_epsilon (vigie_box_middle_x (&twenty->box) - vigie_box_middle_x (&ten->box), 10 * hour,
                                      0.5);
      g_assert_cmpfloat_with_epsilon (range->box.width, 20 * hour, 0.5);
      g_assert_null (mark_of (scene, "b", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID));
      g_assert_nonnull (mark_of (scene, "c", VIGIE_MARK_RECT, VIGIE_PATTERN_HATCH));
      g_assert_null (symbol_of (scene, "c", VIGIE_SYMBOL_CIRCLE));
      g_assert_null (symbol_of (scene, "d", VIGIE_SYMBOL_CIRCLE));
      g_assert_nonnull (mark_of (scene, "d", VIGIE_MARK_RECT, VIGIE_PATTERN_DOTS));
      /* The reference stands at its value, once for A and once for D, and not at B and C, which it is not about. */
      for (guint m = 0; m < vigie_scene_get_n_marks (scene); m++)
        {
          const VigieMark *mark = vigie_scene_get_mark (scene, m);

          if (mark->kind != VIGIE_MARK_LINE || mark->style.dash != VIGIE_DASH_DASHED)
            continue;
          references++;
          g_assert_cmpfloat_with_epsilon (vigie_box_middle_x (&mark->box) - vigie_box_middle_x (&zero->box), 28 * hour,
                                          0.5);
        }
      g_assert_cmpuint (references, ==, 2);
    }
}

/* What was planned is an outline from zero to its value, on the scale of the bars; a plan alone has no bar. */
static void
test_stacked_planned (void)
{
  static const VigieStackedSeries one[] = { { "un", VIGIE_PAINT_BLUE, VIGIE_PATTERN_SOLID } };
  static const VigieStackedSegment parts[] = { { 50, "50" }, { 0, NULL } };
  static const VigieStackedRow years[] = {
    { "2026", &parts[0], "50", NULL, "a", 80 },
    { "2027", &parts[1], "100", NULL, "b", 100 },
  };
  const VigieStackedBars data = { .series = one, .n_series = 1, .rows = years, .n_rows = 2, .planned_label = "prévu" };

  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_stacked_bars_layout (&data, &frames[i]);
      double spent = 0, planned[2] = { 0 };
      guint n = 0;

      for (guint m = 0; m < vigie_scene_get_n_marks (scene); m++)
        {
          const VigieMark *mark = vigie_scene_get_mark (scene, m);

          if (mark->kind != VIGIE_MARK_RECT || mark->datum < 0)
            continue;
          if (mark->style.fill == VIGIE_PAINT_BLUE)
            spent += mark->box.width;
          else if (mark->style.stroke == VIGIE_PAINT_TEXT)
            planned[n++ % 2] = mark->box.width;
        }
      g_assert_cmpuint (n, ==, 2);
      g_assert_cmpfloat (spent, >, 0);
      g_assert_cmpfloat_with_epsilon (planned[0], spent * 80 / 50, 0.5);
      g_assert_cmpfloat_with_epsilon (planned[1], spent * 2, 0.5);
    }
}

/* Heat map */

static void
test_heat_values (void)
{
  static const char *const rows[] = { "A", "B" };
  static const char *const columns[] = { "un", "deux", "trois" };
  static const VigieHeatCell cells[] = {
    { 0, FALSE, FALSE, "0", NULL, "a1" },   { 1, FALSE, TRUE, "1", NULL, "a2" },
    { NAN, FALSE, FALSE, "–", NULL, "a3" }, { 0.5, FALSE, FALSE, "½", NULL, "b1" },
    { 0.9, TRUE, TRUE, "<5", NULL, "b2" },  { 0.51, FALSE, FALSE, "½", NULL, "b3" },
  };
  const VigieHeatMap data = {
    .row_labels = rows,
    .n_rows = 2,
    .column_labels = columns,
    .n_columns = 3,
    .cells = cells,
    .maximum = 1,
    .not_measured_text = "non mesuré",
    .hidden_text = "moins de 5",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_heat_map_layout (&data, &frames[i]);
      g_autofree char *sentence = NULL;

      g_assert_cmpint (mark_of (scene, "a1", VIGIE_MARK_RECT, 0)->style.fill, ==, VIGIE_PAINT_HEAT_1);
      g_assert_cmpint (mark_of (scene, "a2", VIGIE_MARK_RECT, 0)->style.fill, ==, VIGIE_PAINT_HEAT_7);
      g_assert_cmpint (mark_of (scene, "b1", VIGIE_MARK_RECT, 0)->style.fill, ==, VIGIE_PAINT_HEAT_4);
      g_assert_nonnull (mark_of (scene, "a3", VIGIE_MARK_RECT, VIGIE_PATTERN_HATCH));
      g_assert_null (mark_of (scene, "a3", VIGIE_MARK_RECT, VIGIE_PATTERN_SOLID));
      g_assert_nonnull (mark_of (scene, "b2", VIGIE_MARK_RECT, VIGIE_PATTERN_DOTS));
      /* Neither the shade nor the flag of a hidden value shows. */
      g_assert_null (mark_of (scene, "b2", VIGIE_MARK_AREA, VIGIE_PATTERN_SOLID));
      g_assert_nonnull (mark_of (scene, "a2", VIGIE_MARK_AREA, VIGIE_PATTERN_SOLID));

      sentence = vigie_scene_dup_sentence (scene, 2);
      g_assert_cmpstr (sentence, ==, "A, trois, non mesuré");
    }
}

/* State matrix */

static char *
say_more (double value, gpointer data G_GNUC_UNUSED)
{
  return g_strdup_printf ("+%.0f", value);
}

/* Each cell in the shape of its state, as many rows as there is room for, and the counts over all of them. */
static void
test_matrix_values (void)
{
  static const VigieMatrixState states[] = {
    { "manque", VIGIE_SYMBOL_SQUARE, 1, { .fill = VIGIE_PAINT_BAD }, FALSE },
    { "non évalué",
      VIGIE_SYMBOL_SQUARE,
      0,
      { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH },
      FALSE },
    { "en place", VIGIE_SYMBOL_CIRCLE, 0.5, { .fill = VIGIE_PAINT_GOOD }, FALSE },
  };
  static const char *const columns[] = { "un", "deux" };
  enum
  {
    R = 100
  };
  const char *rows[R];
  VigieMatrixCell cells[R * 2];
  const VigieStateMatrix data = {
    .states = states,
    .n_states = G_N_ELEMENTS (states),
    .row_labels = rows,
    .n_rows = R,
    .column_labels = columns,
    .n_columns = 2,
    .cells = cells,
    .count_label = "Manque",
    .format_more = say_more,
  };
  const VigieFrame wide = { .width = 800, .height = 400, .text_scale = 1 };
  g_autoptr (VigieScene) scene = NULL;
  g_autofree char *more = NULL;
  guint shown, said = 0;

  for (gsize i = 0; i < R; i++)
    {
      rows[i] = "R";
      cells[2 * i] = (VigieMatrixCell) { .state = i < 37 ? 0 : 2, .key = i == 0 ? "a" : NULL };
      cells[2 * i + 1] = (VigieMatrixCell) { .state = i == 0 ? 1 : 2, .key = i == 0 ? "b" : i == 1 ? "c" : NULL };
    }
  scene = vigie_state_matrix_layout (&data, &wide);
  g_assert_cmpint (mark_of (scene, "a", VIGIE_MARK_SYMBOL, 0)->symbol, ==, VIGIE_SYMBOL_SQUARE);
  g_assert_cmpint (mark_of (scene, "c", VIGIE_MARK_SYMBOL, 0)->symbol, ==, VIGIE_SYMBOL_CIRCLE);
  g_assert_nonnull (mark_of (scene, "b", VIGIE_MARK_RECT, VIGIE_PATTERN_HATCH));
  g_assert_null (mark_of (scene, "b", VIGIE_MARK_SYMBOL, VIGIE_PATTERN_SOLID));
  shown = vigie_scene_get_n_data (scene) / 2;
  g_assert_cmpuint (shown, >, 3);
  g_assert_cmpuint (shown, <, R);
  more = g_strdup_printf ("+%u", R - shown);
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const char *text = vigie_scene_get_mark (scene, i)->text;

      said += g_strcmp0 (text, more) == 0 || g_strcmp0 (text, "37") == 0 || g_strcmp0 (text, "0") == 0 ? 1 : 0;
    }
  g_assert_cmpuint (said, ==, 3);
}

/* Where its columns find no room, lengths are the number of cells in each state. */
static void
test_matrix_sums (void)
{
  static const VigieMatrixState states[] = {
    { "manque", VIGIE_SYMBOL_SQUARE, 1, { .fill = VIGIE_PAINT_BAD }, FALSE },
    { "en place", VIGIE_SYMBOL_CIRCLE, 0.5, { .fill = VIGIE_PAINT_GOOD }, FALSE },
    { "non exigé", VIGIE_SYMBOL_CIRCLE, 1, { .fill = VIGIE_PAINT_TEXT_MUTED }, TRUE },
  };
  enum
  {
    R = 6,
    C = 20
  };
  const char *rows[R];
  const char *columns[C];
  VigieMatrixCell cells[R * C];
  const VigieStateMatrix data = {
    .states = states,
    .n_states = G_N_ELEMENTS (states),
    .row_labels = rows,
    .n_rows = R,
    .column_labels = columns,
    .n_columns = C,
    .cells = cells,
  };
  const VigieFrame narrow = { .width = 320, .height = 900, .text_scale = 1 };
  g_autoptr (VigieScene) scene = NULL;
  double bad = 0, good = 0;

  for (gsize i = 0; i < R; i++)
    rows[i] = "R";
  for (gsize i = 0; i < C; i++)
    columns[i] = "Colonne";
  for (gsize i = 0; i < R * C; i++)
    cells[i].state = i % C != 0 ? 2 : i / C < 4 ? 0 : 1;
  scene = vigie_state_matrix_layout (&data, &narrow);
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const VigieMark *mark = vigie_scene_get_mark (scene, i);

      if (mark->kind != VIGIE_MARK_RECT || mark->datum < 0)
        continue;
      bad += mark->style.fill == VIGIE_PAINT_BAD ? mark->box.width : 0;
      good += mark->style.fill == VIGIE_PAINT_GOOD ? mark->box.width : 0;
    }
  g_assert_cmpfloat (good, >, 0);
  g_assert_cmpfloat_with_epsilon (bad, 2 * good, 0.5);
}

/* Quadrant */

static void
test_quadrant_values (void)
{
  static const VigieQuadrantSeries classes[] = { { "un", VIGIE_SYMBOL_CIRCLE, VIGIE_PAINT_BLUE } };
  static const VigieQuadrantItem items[] = {
    { 0, 0, 100, 0, "origine", NULL, 1, "o" },         { 1, 1, 400, 0, "tout", NULL, 1, "t" },
    { 0.25, 0.75, 100, 0, "quart", NULL, 1, "q" },     { NAN, 0.5, 100, 0, "sans x", NULL, 1, "x" },
    { 0.5, NAN, 100, 0, "sans y", NULL, 1, "y" },      { NAN, NAN, 100, 0, "sans rien", NULL, 1, "n" },
    { 0.5, 0.5, NAN, 0, "sans taille", NULL, 1, "s" },
  };
  const VigieQuadrant data = {
    .items = items,
    .n_items = G_N_ELEMENTS (items),
    .series = classes,
    .n_series = 1,
    .x_title = "x",
    .y_title = "y",
    .x_threshold = 0.8,
    .y_threshold = 0.7,
    .x_not_measured_text = "x non mesuré",
    .y_not_measured_text = "y non mesuré",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_quadrant_layout (&data, &frames[i]);
      const VigieBox o = mark_of (scene, "o", VIGIE_MARK_SYMBOL, 0)->box;
      const VigieBox t = mark_of (scene, "t", VIGIE_MARK_SYMBOL, 0)->box;
      const VigieBox q = mark_of (scene, "q", VIGIE_MARK_SYMBOL, 0)->box;
      const VigieBox x = mark_of (scene, "x", VIGIE_MARK_SYMBOL, 0)->box;
      const VigieBox y = mark_of (scene, "y", VIGIE_MARK_SYMBOL, 0)->box;
      const VigieBox n = mark_of (scene, "n", VIGIE_MARK_SYMBOL, 0)->box;
      double width = vigie_box_middle_x (&t) - vigie_box_middle_x (&o);
      double height = vigie_box_middle_y (&o) - vigie_box_middle_y (&t);

      g_assert_cmpfloat_with_epsilon (vigie_box_middle_x (&q), vigie_box_middle_x (&o) + 0.25 * width, 0.5);
      g_assert_cmpfloat_with_epsilon (vigie_box_middle_y (&q), vigie_box_middle_y (&o) - 0.75 * height, 0.5);
      /* Four times the users, twice the diameter. */
      g_assert_cmpfloat_with_epsilon (t.width, 2 * o.width, 0.5);
      /* What is not measured is outside, clear of zero. */
      g_assert_cmpfloat (vigie_box_right (&x), <, o.x);
      g_assert_cmpfloat (y.y, >, vigie_box_bottom (&o));
      g_assert_cmpfloat (vigie_box_right (&n), <, o.x);
      g_assert_cmpfloat (n.y, >, vigie_box_bottom (&o));
      g_assert_cmpfloat_with_epsilon (vigie_box_middle_y (&x), vigie_box_middle_y (&o) - 0.5 * height, 0.5);
      g_assert_cmpfloat_with_epsilon (vigie_box_middle_x (&y), vigie_box_middle_x (&o) + 0.5 * width, 0.5);
    }
}

/* Without anything unmeasured there are no strips, and the plot has their room. */
static void
test_quadrant_without_strips (void)
{
  static const VigieQuadrantSeries classes[] = { { "un", VIGIE_SYMBOL_CIRCLE, VIGIE_PAINT_BLUE } };
  static const VigieQuadrantItem items[] = { { 0.5, 0.5, 100, 0, "milieu", NULL, 1, "m" } };
  const VigieQuadrant data = {
    .items = items,
    .n_items = 1,
    .series = classes,
    .n_series = 1,
    .x_not_measured_text = "x non mesuré",
    .y_not_measured_text = "y non mesuré",
  };
  g_autoptr (VigieScene) scene = vigie_quadrant_layout (&data, &frames[1]);

  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const char *text = vigie_scene_get_mark (scene, i)->text;

      g_assert_true (text == NULL || !g_str_has_suffix (text, "non mesuré"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/values/stacked-lengths", test_stacked_lengths);
  g_test_add_func ("/chart/values/stacked-not-measured", test_stacked_not_measured);
  g_test_add_func ("/chart/values/stacked-planned", test_stacked_planned);
  g_test_add_func ("/chart/values/bullet", test_bullet_values);
  g_test_add_func ("/chart/values/dumbbell", test_dumbbell_values);
  g_test_add_func ("/chart/values/dot-plot", test_dot_values);
  g_test_add_func ("/chart/values/heat", test_heat_values);
  g_test_add_func ("/chart/values/matrix", test_matrix_values);
  g_test_add_func ("/chart/values/matrix-sums", test_matrix_sums);
  g_test_add_func ("/chart/values/quadrant", test_quadrant_values);
  g_test_add_func ("/chart/values/quadrant-without-strips", test_quadrant_without_strips);

  return g_test_run ();
}
