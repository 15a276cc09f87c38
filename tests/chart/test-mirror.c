// SPDX-License-Identifier: GPL-3.0-or-later

/* Charts for those who read from right to left: every kind, beside itself for those who read from left to right. */

#include "chart-samples.h"

#include "vigie-heading.h"

#include <string.h>

#define WIDTH 800.0
#define NEAR 1e-6

static VigieFrame
frame_of (gboolean mirrored)
{
  return (
    VigieFrame) { .width = WIDTH, .height = 480, .text_scale = 1, .format = sample_format_count, .mirrored = mirrored };
}

static void
assert_mirrored_box (const VigieBox *box, const VigieBox *other, double width)
{
  g_assert_cmpfloat_with_epsilon (box->x + box->width, width - other->x, NEAR);
  g_assert_cmpfloat_with_epsilon (box->width, other->width, NEAR);
  g_assert_cmpfloat_with_epsilon (box->y, other->y, NEAR);
  g_assert_cmpfloat_with_epsilon (box->height, other->height, NEAR);
}

static void
assert_mirrored_mark (const VigieMark *mark, const VigieMark *other)
{
  static const VigieAlign turned[] = { VIGIE_ALIGN_END, VIGIE_ALIGN_CENTER, VIGIE_ALIGN_START };

  g_assert_cmpint (mark->kind, ==, other->kind);
  g_assert_cmpint (mark->datum, ==, other->datum);
  assert_mirrored_box (&mark->box, &other->box, WIDTH);
  for (gsize i = 0; i < mark->n_points; i++)
    g_assert_cmpfloat_with_epsilon (mark->points[i].x, WIDTH - other->points[i].x, NEAR);
  if (mark->kind != VIGIE_MARK_TEXT)
    return;
  g_assert_cmpstr (mark->text, ==, other->text);
  g_assert_cmpint (mark->align, ==, mark->vertical ? other->align : turned[other->align]);
}

/* Every bar, axis, name and legend, and what is read out by the keys. */
static void
assert_mirrored (const VigieScene *scene, const VigieScene *other)
{
  g_assert_cmpuint (vigie_scene_get_n_marks (scene), ==, vigie_scene_get_n_marks (other));
  for (guint i = 0; i < vigie_scene_get_n_marks (scene); i++)
    assert_mirrored_mark (vigie_scene_get_mark (scene, i), vigie_scene_get_mark (other, i));
  g_assert_cmpuint (vigie_scene_get_n_keys (scene), ==, vigie_scene_get_n_keys (other));
  for (int i = 0; i < (int) vigie_scene_get_n_keys (scene); i++)
    assert_mirrored_box (&vigie_scene_get_key (scene, i)->box, &vigie_scene_get_key (other, i)->box, WIDTH);
  for (int i = 0; i < (int) vigie_scene_get_n_data (scene); i++)
    {
      assert_mirrored_box (&vigie_scene_get_datum (scene, i)->bounds, &vigie_scene_get_datum (other, i)->bounds, WIDTH);
      g_assert_cmpint (vigie_scene_neighbour (scene, i, VIGIE_DIRECTION_LEFT), ==,
                       vigie_scene_neighbour (other, i, VIGIE_DIRECTION_RIGHT));
      g_assert_cmpint (vigie_scene_neighbour (scene, i, VIGIE_DIRECTION_ROW_START), ==,
                       vigie_scene_neighbour (other, i, VIGIE_DIRECTION_ROW_START));
    }
}

static void
test_mirror (gconstpointer data)
{
  const Sample *sample = data;
  VigieFrame right = frame_of (FALSE), left = frame_of (TRUE);
  g_autoptr (VigieScene) scene = sample->layout (&left);
  g_autoptr (VigieScene) other = sample->layout (&right);

  assert_mirrored (scene, other);
}

static VigieScene *
create_headed (const Sample *sample, const VigieFrame *outer)
{
  const VigieHeading heading = { "Title", "What is said", "Source" };
  VigieFrame inner;
  g_autoptr (VigieScene) chart = NULL;

  vigie_heading_get_room (&heading, outer, &inner);
  chart = sample->layout (&inner);
  return vigie_scene_with_heading (chart, &heading, outer);
}

/* A chart in a picture, or on a slide, is not turned back. */
static void
test_heading (gconstpointer data)
{
  VigieFrame right = frame_of (FALSE), left = frame_of (TRUE);
  g_autoptr (VigieScene) scene = create_headed (data, &left);
  g_autoptr (VigieScene) other = create_headed (data, &right);

  assert_mirrored (scene, other);
}

static void
add (const char *group, const Sample *sample, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/chart/mirror/%s/%s", group, sample->name);

  g_test_add_data_func (path, sample, function);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_samples; i++)
    {
      add ("alone", &samples[i], test_mirror);
      add ("headed", &samples[i], test_heading);
    }
  return g_test_run ();
}
