// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-time-lines.h"

#include <math.h>

static const VigieFrame frames[] = {
  { .width = 1000, .height = 620, .text_scale = 1 },
  { .width = 360, .height = 500, .text_scale = 1 },
  { .width = 1920, .height = 1080, .text_scale = 2 },
};

static const VigieMark *
find_mark (const VigieScene *scene, const char *key, VigieMarkKind kind)
{
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    {
      const VigieMark *mark = vigie_scene_get_mark (scene, i);
      const VigieDatum *datum = vigie_scene_get_datum (scene, mark->datum);

      if (mark->kind == kind && datum != NULL && g_strcmp0 (datum->key, key) == 0)
        return mark;
    }

  return NULL;
}

/* Places are in proportion to days and shares, bars to counts; the line breaks where nothing was measured. */
static void
test_time_lines_values (void)
{
  static const VigieTimePoint history[] = { { 20000, 0.2, "a", "20 %", "a" },
                                            { 20100, NAN, "b", NULL, "b" },
                                            { 20200, 0.6, "c", "60 %", "c" } };
  static const VigieTimeForecast forecast[] = { { { 20300, 0.7, "d", "70 %", "d" }, 0.6, 0.8, NAN },
                                                { { 20400, 0.8, "e", "80 %", "e" }, 0.6, 1.0, NAN } };
  static const VigieTimeBar bars[] = { { 20201, 20300, 100, "f", "100", "f" }, { 20301, 20400, 50, "g", "50", "g" } };
  const VigieTimeLines data = {
    .history = history,
    .n_history = G_N_ELEMENTS (history),
    .forecast = forecast,
    .n_forecast = G_N_ELEMENTS (forecast),
    .bars = bars,
    .n_bars = G_N_ELEMENTS (bars),
    .from = 20000,
    .to = 20400,
    .target = 0.9,
    .marker = VIGIE_DATE_NONE,
    .history_label = "mesuré",
    .today_label = "aujourd’hui",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (VigieScene) scene = vigie_time_lines_layout (&data, &frames[i]);
      const VigieMark *a = find_mark (scene, "a", VIGIE_MARK_SYMBOL), *c = find_mark (scene, "c", VIGIE_MARK_SYMBOL),
                      *e = find_mark (scene, "e", VIGIE_MARK_SYMBOL);
      const VigieMark *high = find_mark (scene, "f", VIGIE_MARK_RECT);
      const VigieMark *low = find_mark (scene, "g", VIGIE_MARK_RECT);
      double day = (vigie_box_middle_x (&e->box) - vigie_box_middle_x (&a->box)) / 400;
      double share = (vigie_box_middle_y (&a->box) - vigie_box_middle_y (&e->box)) / 0.6;
      guint bands = 0;

      g_assert_cmpfloat (day, >, 0);
      g_assert_cmpfloat (share, >, 0);
      g_assert_cmpfloat_with_epsilon (vigie_box_middle_x (&c->box) - vigie_box_middle_x (&a->box), 200 * day, 0.5);
      g_assert_cmpfloat_with_epsilon (vigie_box_middle_y (&a->box) - vigie_box_middle_y (&c->box), 0.4 * share, 0.5);
      g_assert_null (find_mark (scene, "b", VIGIE_MARK_SYMBOL));
      g_assert_cmpfloat_with_epsilon (low->box.height, high->box.height / 2, 0.5);
      for (guint m = 0; m < vigie_scene_get_n_marks (scene); m++)
        {
          const VigieMark *mark = vigie_scene_get_mark (scene, m);

          /* What was measured on two days with a gap between them is not joined by a line. */
          if (mark->kind == VIGIE_MARK_LINE && mark->style.dash == VIGIE_DASH_SOLID &&
              mark->style.stroke == VIGIE_PAINT_BLUE)
            g_assert_cmpfloat (mark->box.x, >=, vigie_box_middle_x (&c->box) - 0.5);
          if (mark->kind != VIGIE_MARK_AREA || mark->style.pattern != VIGIE_PATTERN_HATCH)
            continue;
          bands++;
          g_assert_cmpfloat_with_epsilon (mark->box.height, 0.4 * share, 0.5);
          g_assert_cmpfloat_with_epsilon (mark->box.width, 200 * day, 0.5);
        }
      g_assert_cmpuint (bands, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/time-lines/values", test_time_lines_values);
  return g_test_run ();
}
