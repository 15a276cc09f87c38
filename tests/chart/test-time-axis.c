// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-format.h"
#include "vigie-time-axis.h"

static VigieLinearScale
scale_of (const char *from, const char *to, double width)
{
  return (VigieLinearScale) { vigie_date_parse_iso (from), vigie_date_parse_iso (to), 50, 50 + width };
}

/* As many ticks as their names have room for: months, then quarters, then years. */
static void
test_ticks (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    double width;
    VigieDateStep step;
    guint n_ticks;
    const char *first;
  } rows[] = {
    { "2026-01-15", "2026-12-15", 700, VIGIE_DATE_STEP_MONTH, 11, "2026-02-01" },
    { "2023-11-30", "2028-11-30", 1200, VIGIE_DATE_STEP_QUARTER, 20, "2024-01-01" },
    { "2023-11-30", "2028-11-30", 300, VIGIE_DATE_STEP_YEAR, 5, "2024-01-01" },
    { "2001-06-01", "2030-06-01", 220, VIGIE_DATE_STEP_FIVE_YEARS, 6, "2005-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const VigieFrame frame = { .width = 1400, .height = 300, .text_scale = 1 };
      VigieLinearScale scale = scale_of (rows[i].from, rows[i].to, rows[i].width);
      g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
      VigieDateStep step;
      g_autoptr (GArray) ticks = vigie_time_axis_ticks (builder, &scale, &step);

      g_test_message ("%s to %s in %g", rows[i].from, rows[i].to, rows[i].width);
      g_assert_cmpint (step, ==, rows[i].step);
      g_assert_cmpuint (ticks->len, ==, rows[i].n_ticks);
      g_assert_cmpint (g_array_index (ticks, VigieDate, 0), ==, vigie_date_parse_iso (rows[i].first));
    }
}

/* A month stands under its first day, and the year once under the first month of it. */
static void
test_names (void)
{
  const VigieFrame frame = { .width = 900, .height = 300, .text_scale = 1 };
  VigieLinearScale scale = scale_of ("2026-10-15", "2027-03-15", 800);
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (&frame);
  g_autoptr (VigieScene) scene = NULL;
  static const char *const names[] = { "nov.", "2026", "déc.", "janv.", "2027", "févr.", "mars" };

  vigie_time_axis_below (builder, &scale, 200);
  scene = vigie_scene_builder_end (builder);
  g_assert_cmpuint (vigie_scene_get_n_marks (scene), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const VigieMark *mark = vigie_scene_get_mark (scene, i);

      g_assert_cmpstr (mark->text, ==, names[i]);
      g_assert_cmpfloat (vigie_box_bottom (&mark->box), <=, 200 + 50);
      if (i == 3)
        g_assert_cmpfloat_with_epsilon (vigie_box_middle_x (&mark->box),
                                        vigie_linear_scale_map (&scale, vigie_date_parse_iso ("2027-01-01")), 1);
    }
}

int
main (int argc, char **argv)
{
  vigie_language_init ("fr");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/time-axis/ticks", test_ticks);
  g_test_add_func ("/chart/time-axis/names", test_names);
  return g_test_run ();
}
