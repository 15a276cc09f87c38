// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart-samples.h"
#include "vigie-bullet-bars.h"
#include "vigie-dot-plot.h"
#include "vigie-dumbbell.h"
#include "vigie-heading.h"
#include "vigie-heat-map.h"
#include "vigie-quadrant.h"
#include "vigie-stacked-bars.h"
#include "vigie-gantt.h"
#include "vigie-risk-matrix.h"
#include "vigie-state-matrix.h"
#include "vigie-time-lines.h"

#include <string.h>

/* What holds for every kind of chart, whatever the room. */

static const struct
{
  double width;
  double height;
} sizes[] = {
  { 300, 300 },  { 360, 294 },  { 300, 900 },   { 479, 400 },   { 481, 400 },  { 640, 360 },
  { 1000, 620 }, { 1280, 300 }, { 1920, 1080 }, { 3840, 2160 }, { 300, 2160 },
};

static const double text_scales[] = { 1, 1.5, 2 };

typedef void (*Check) (const Sample *sample, const VigieFrame *frame, const VigieScene *scene);

static void
for_each_layout (Check check)
{
  for (guint i = 0; i < n_samples; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (text_scales); k++)
        {
          const VigieFrame frame = { .width = sizes[j].width, .height = sizes[j].height, .text_scale = text_scales[k] };
          g_autoptr (VigieScene) scene = samples[i].layout (&frame);

          check (&samples[i], &frame, scene);
        }
}

static void
check_bounds (const Sample *sample, const VigieFrame *frame, const VigieScene *scene)
{
  const VigieBox all = { 0, 0, frame->width, frame->height };

  g_assert_cmpfloat (vigie_scene_get_width (scene), ==, frame->width);
  g_assert_cmpfloat (vigie_scene_get_height (scene), ==, frame->height);

  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const VigieMark *mark = vigie_scene_get_mark (scene, i);

      if (!vigie_box_within (&mark->box, &all, 1))
        g_error ("%s at %g×%g×%g: mark %u of kind %d (%s) is at %g,%g %g×%g", sample->name, frame->width, frame->height,
                 frame->text_scale, i, mark->kind, mark->text, mark->box.x, mark->box.y, mark->box.width,
                 mark->box.height);
    }
}

static void
check_texts (const Sample *sample, const VigieFrame *frame, const VigieScene *scene)
{
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const VigieMark *one = vigie_scene_get_mark (scene, i);

      if (one->kind != VIGIE_MARK_TEXT)
        continue;

      g_assert_true (g_utf8_validate (one->text, -1, NULL));
      g_assert_cmpfloat (one->font.size, >=, 12 * frame->text_scale);

      for (guint j = i + 1; j < vigie_scene_get_n_marks (scene); j++)
        {
          const VigieMark *other = vigie_scene_get_mark (scene, j);

          if (other->kind == VIGIE_MARK_TEXT && vigie_box_overlaps (&one->box, &other->box, 0.5))
            g_error ("%s at %g×%g×%g: “%s” stands on “%s”", sample->name, frame->width, frame->height,
                     frame->text_scale, other->text, one->text);
        }
    }
}

static void
check_data (const Sample *sample, const VigieFrame *frame, const VigieScene *scene)
{
  g_assert_cmpuint (vigie_scene_get_n_data (scene), >, 0);
  if (sample->n_data > 0)
    g_assert_cmpuint (vigie_scene_get_n_data (scene), ==, sample->n_data);

  for (guint i = 0; i < vigie_scene_get_n_data (scene); i++)
    {
      const VigieDatum *datum = vigie_scene_get_datum (scene, (int) i);

      g_assert_cmpstr (datum->label, !=, "");
      g_assert_cmpfloat (datum->bounds.width + datum->bounds.height, >, 0);
    }
}

/* From the first datum the arrow keys lead to every other. */
static void
check_reachable (const Sample *sample, const VigieFrame *frame, const VigieScene *scene)
{
  static const VigieDirection directions[] = { VIGIE_DIRECTION_LEFT, VIGIE_DIRECTION_RIGHT, VIGIE_DIRECTION_UP,
                                               VIGIE_DIRECTION_DOWN };
  guint n = vigie_scene_get_n_data (scene);
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  int first = vigie_scene_neighbour (scene, VIGIE_NO_DATUM, VIGIE_DIRECTION_RIGHT);

  seen[first] = TRUE;
  g_array_append_val (queue, first);
  for (guint i = 0; i < queue->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (directions); j++)
      {
        int next = vigie_scene_neighbour (scene, g_array_index (queue, int, i), directions[j]);

        if (seen[next])
          continue;
        seen[next] = TRUE;
        g_array_append_val (queue, next);
      }

  if (queue->len != n)
    g_error ("%s at %g×%g: the arrow keys reach %u of %u", sample->name, frame->width, frame->height, queue->len, n);
}

static gboolean
same_mark (const VigieMark *a, const VigieMark *b)
{
  return a->kind == b->kind && memcmp (&a->box, &b->box, sizeof (VigieBox)) == 0 && a->datum == b->datum &&
         a->style.fill == b->style.fill && a->style.stroke == b->style.stroke && g_strcmp0 (a->text, b->text) == 0 &&
         a->n_points == b->n_points &&
         (a->n_points == 0 || memcmp (a->points, b->points, a->n_points * sizeof (VigiePoint)) == 0);
}

static void
check_same_again (const Sample *sample, const VigieFrame *frame, const VigieScene *scene)
{
  g_autoptr (VigieScene) again = sample->layout (frame);

  g_assert_cmpuint (vigie_scene_get_n_marks (scene), ==, vigie_scene_get_n_marks (again));
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    g_assert_true (same_mark (vigie_scene_get_mark (scene, i), vigie_scene_get_mark (again, i)));
}

/* A datum that nothing covers is found where its middle is. */
static void
check_pick (const Sample *sample, const VigieFrame *frame, const VigieScene *scene)
{
  guint found = 0;

  for (guint i = 0; i < vigie_scene_get_n_data (scene); i++)
    {
      const VigieBox *bounds = &vigie_scene_get_datum (scene, (int) i)->bounds;
      int picked = vigie_scene_pick (scene, vigie_box_middle_x (bounds), vigie_box_middle_y (bounds));

      g_assert_cmpint (picked, !=, VIGIE_NO_DATUM);
      /* The middle of a whole bar is one of its parts. */
      found += picked == (int) i || vigie_scene_get_datum (scene, (int) i)->column < 0;
    }

  /* Bubbles may cover one another; the other charts have a place for each. */
  if (frame->width < 640 || frame->text_scale > 1)
    g_assert_cmpuint (found, >, 0);
  else if (g_str_has_prefix (sample->name, "quadrant"))
    g_assert_cmpuint (found, >, vigie_scene_get_n_data (scene) / 2);
  else
    g_assert_cmpuint (found, ==, vigie_scene_get_n_data (scene));
}

static void
test_marks_are_in_bounds (void)
{
  for_each_layout (check_bounds);
}

static void
test_texts_do_not_overlap (void)
{
  for_each_layout (check_texts);
}

static void
test_data (void)
{
  for_each_layout (check_data);
}

static void
test_reachable (void)
{
  for_each_layout (check_reachable);
}

static void
test_deterministic (void)
{
  for_each_layout (check_same_again);
}

static void
test_pick (void)
{
  for_each_layout (check_pick);
}

static gboolean
has_text (const VigieScene *scene, const char *text)
{
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      if (g_strcmp0 (vigie_scene_get_mark (scene, i)->text, text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* With the height it asks for, a chart leaves nothing out. */
static void
test_preferred_height (void)
{
  static const double widths[] = { 360, 700, 1000, 1920 };

  for (guint i = 0; i < n_samples; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        VigieFrame frame = { .width = widths[j], .height = 300, .text_scale = 1 };
        g_autoptr (VigieScene) first = samples[i].layout (&frame);
        g_autoptr (VigieScene) second = NULL;

        frame.height = vigie_scene_get_preferred_height (first);
        g_assert_cmpfloat (frame.height, >, 100);
        g_assert_cmpfloat (frame.height, <, 3000);
        second = samples[i].layout (&frame);
        if (vigie_scene_get_n_omitted (second) > 0)
          g_error ("%s at %g×%g leaves out %u texts", samples[i].name, frame.width, frame.height,
                   vigie_scene_get_n_omitted (second));
      }
}

static void
test_every_name_is_written (void)
{
  const VigieFrame frame = { .width = 1000, .height = 620, .text_scale = 1 };
  g_autoptr (VigieScene) bars = sample_stacked_bars (&frame);
  g_autoptr (VigieScene) bullets = sample_bullet_bars (&frame);
  g_autoptr (VigieScene) dumbbell = sample_dumbbell (&frame);
  g_autoptr (VigieScene) heat = sample_heat_map (&frame);
  g_autoptr (VigieScene) dots = sample_dot_plot (&frame);

  g_assert_true (has_text (bars, "En cours de déploiement dans les services"));
  g_assert_true (has_text (bars, "32"));
  g_assert_true (has_text (bars, "FHF 2025, médiane : 10 systèmes"));
  g_assert_true (has_text (bullets, "Manipulateur d’électroradiologie médicale"));
  g_assert_true (has_text (bullets, "au comité du 12 juin 2026"));
  g_assert_true (has_text (dumbbell, "+15 pts"));
  g_assert_true (has_text (dumbbell, "non mesuré"));
  g_assert_true (has_text (dots, "Référence pour les étudiants : 28 h"));
  g_assert_true (has_text (dots, "n = 27"));
  g_assert_true (has_text (heat, "<5"));
  g_assert_true (has_text (heat, "Supervision humaine"));
}

static char *
format_more (double n, gpointer data G_GNUC_UNUSED)
{
  return g_strdup_printf ("and %g more", n);
}

/* Where there is no room for every row it is told how many are not shown, and those that are have their names. */
static void
test_fewer_rows (void)
{
  static const SampleLayout layouts[] = {
    sample_stacked_bars, sample_heat_map, sample_bullet_bars, sample_dumbbell, sample_dot_plot, sample_gantt,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      const VigieFrame low = { .width = 900, .height = 180, .text_scale = 1.3, .format_more = format_more };
      const VigieFrame high = { .width = 900, .height = 3000, .text_scale = 1.3, .format_more = format_more };
      g_autoptr (VigieScene) few = layouts[i](&low);
      g_autoptr (VigieScene) all = layouts[i](&high);
      guint n_told = 0;

      g_test_message ("sample %" G_GSIZE_FORMAT, i);
      for (guint j = 0; j < vigie_scene_get_n_marks (few); j++)
        {
          const VigieMark *mark = vigie_scene_get_mark (few, j);

          n_told += mark->kind == VIGIE_MARK_TEXT && g_str_has_prefix (mark->text, "and ");
        }
      g_assert_cmpuint (n_told, ==, 1);
      g_assert_cmpuint (vigie_scene_get_n_data (few), <, vigie_scene_get_n_data (all));
      g_assert_cmpfloat (vigie_scene_get_preferred_height (few), >, low.height);
      for (guint j = 0; j < vigie_scene_get_n_marks (all); j++)
        if (vigie_scene_get_mark (all, j)->kind == VIGIE_MARK_TEXT)
          g_assert_false (g_str_has_prefix (vigie_scene_get_mark (all, j)->text, "and "));
    }
}

static void
test_empty (void)
{
  static const char text[] = "Rien à montrer : inscrivez un premier système d’IA.";
  const VigieStackedBars bars = { .empty_text = text };
  const VigieQuadrant quadrant = { .empty_text = text };
  const VigieHeatMap heat = { .empty_text = text };
  const VigieBulletBars bullets = { .empty_text = text };
  const VigieDumbbell dumbbell = { .empty_text = text };
  const VigieDotPlot dots = { .empty_text = text };
  const VigieStateMatrix states = { .empty_text = text };
  const VigieTimeLines lines = { .empty_text = text };
  const VigieRiskMatrix risks = { .empty_text = text };
  const VigieGantt gantt = { .empty_text = text };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const VigieFrame frame = { .width = sizes[i].width, .height = sizes[i].height, .text_scale = 1 };
      VigieScene *scenes[] = {
        vigie_stacked_bars_layout (&bars, &frame),   vigie_quadrant_layout (&quadrant, &frame),
        vigie_heat_map_layout (&heat, &frame),       vigie_bullet_bars_layout (&bullets, &frame),
        vigie_dumbbell_layout (&dumbbell, &frame),   vigie_dot_plot_layout (&dots, &frame),
        vigie_state_matrix_layout (&states, &frame), vigie_time_lines_layout (&lines, &frame),
        vigie_risk_matrix_layout (&risks, &frame),   vigie_gantt_layout (&gantt, &frame),
      };

      for (gsize j = 0; j < G_N_ELEMENTS (scenes); j++)
        {
          g_assert_true (has_text (scenes[j], text));
          g_assert_cmpuint (vigie_scene_get_n_data (scenes[j]), ==, 0);
          vigie_scene_unref (scenes[j]);
        }
    }
}

static void
test_projected (void)
{
  VigieFrame frame;

  vigie_frame_init_projected (&frame, 1920, 1080);
  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (VigieScene) scene = samples[i].layout (&frame);

      for (guint j = 0; j < vigie_scene_get_n_marks (scene); j++)
        {
          const VigieMark *mark = vigie_scene_get_mark (scene, j);

          if (mark->kind == VIGIE_MARK_TEXT)
            g_assert_cmpfloat (mark->font.size, >=, 1080.0 / 40 - 1e-6);
        }
      g_assert_cmpuint (vigie_scene_get_n_omitted (scene), ==, 0);
    }
}

static void
test_heading (void)
{
  const VigieHeading heading = { "Quels systèmes méritent aujourd’hui notre confiance ?",
                                 "7 des 12 systèmes en production ont des utilisateurs qui ne sont pas formés.",
                                 "Registre du GHT au 23 novembre 2026." };

  for (guint i = 0; i < n_samples; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        const VigieFrame outer = { .width = sizes[j].width, .height = sizes[j].height, .text_scale = 1 };
        g_autoptr (VigieScene) chart = NULL;
        g_autoptr (VigieScene) scene = NULL;
        VigieFrame inner;

        vigie_heading_get_room (&heading, &outer, &inner);
        chart = samples[i].layout (&inner);
        scene = vigie_scene_with_heading (chart, &heading, &outer);

        g_assert_true (has_text (scene, heading.title));
        g_assert_true (has_text (scene, heading.sentence));
        g_assert_true (has_text (scene, heading.footnote));
        g_assert_cmpuint (vigie_scene_get_n_data (scene), ==, vigie_scene_get_n_data (chart));
        check_bounds (&samples[i], &outer, scene);
        check_texts (&samples[i], &outer, scene);
        check_reachable (&samples[i], &outer, scene);
      }
}

/* On a phone three in one cell still bear the numbers of the list: each number is written in both. */
static void
test_risk_numbers (void)
{
  const VigieFrame frame = { .width = 272, .height = 460, .text_scale = 1 };
  VigieRiskItem items[12];
  g_autoptr (VigieScene) scene = NULL;
  guint written[9] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (VigieRiskItem) { .label = "Frein",
                                 .before = { 5, 5 },
                                 .now = { 1 + (int) i / 3, 3 },
                                 .target = { 1, 1 },
                                 .description = "12",
                                 .key = "FR" };
  scene = vigie_risk_matrix_layout (&(VigieRiskMatrix) { .items = items,
                                                         .n_items = G_N_ELEMENTS (items),
                                                         .level_labels = { "a", "b", "c", "d" },
                                                         .likelihood_title = "P",
                                                         .impact_title = "I",
                                                         .before_label = "brute",
                                                         .now_label = "actuelle",
                                                         .target_label = "résiduelle",
                                                         .empty_text = "—" },
                                    &frame);
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    for (guint n = 0; n < G_N_ELEMENTS (written); n++)
      {
        const char number[] = { (char) ('1' + n), '\0' };

        written[n] += g_strcmp0 (vigie_scene_get_mark (scene, i)->text, number) == 0;
      }
  for (gsize n = 0; n < G_N_ELEMENTS (written); n++)
    g_assert_cmpuint (written[n], ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layouts/marks-are-in-bounds", test_marks_are_in_bounds);
  g_test_add_func ("/chart/layouts/texts-do-not-overlap", test_texts_do_not_overlap);
  g_test_add_func ("/chart/layouts/data", test_data);
  g_test_add_func ("/chart/layouts/reachable", test_reachable);
  g_test_add_func ("/chart/layouts/deterministic", test_deterministic);
  g_test_add_func ("/chart/layouts/pick", test_pick);
  g_test_add_func ("/chart/layouts/preferred-height", test_preferred_height);
  g_test_add_func ("/chart/layouts/every-name-is-written", test_every_name_is_written);
  g_test_add_func ("/chart/layouts/fewer-rows", test_fewer_rows);
  g_test_add_func ("/chart/layouts/empty", test_empty);
  g_test_add_func ("/chart/layouts/projected", test_projected);
  g_test_add_func ("/chart/layouts/heading", test_heading);
  g_test_add_func ("/chart/layouts/risk-numbers", test_risk_numbers);

  return g_test_run ();
}
