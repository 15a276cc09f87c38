// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-bubbles.h"

#include <math.h>

#include "vigie-label-placer.h"

/* Bubbles whose areas are in proportion, drawn the large under the small, and named where there is room. */

#define LARGEST_SHARE 0.075
#define INK_SHARE 0.14
#define LABEL_GAP 3.0
#define ROOM_PER_LABEL 9000.0

/**
 * vigie_bubbles_largest:
 * @sizes: (array length=n_sizes): what the areas stand for; NaN counts for nothing
 * @n_sizes: how many
 * @most: the size that has the largest bubble, above 0
 * @width: of the room
 * @height: of the room
 *
 * Returns: the radius of the largest bubble: as large as lets all of them together leave most of the room free
 */
double
vigie_bubbles_largest (const double *sizes, gsize n_sizes, double most, double width, double height)
{
  double sum = 0;

  for (gsize i = 0; i < n_sizes; i++)
    sum += isnan (sizes[i]) ? 0 : MAX (sizes[i], 0);

  return MIN (sqrt (INK_SHARE * width * height / (G_PI * MAX (sum / most, 1))), MIN (width, height) * LARGEST_SHARE);
}

/**
 * vigie_bubble_radius:
 * @size: what the area stands for; NaN is drawn as small as can be
 * @most: the size of the largest bubble
 * @largest: the radius of the largest bubble
 * @least: the least radius that is still seen
 *
 * Returns: the radius, in proportion to the root of @size
 */
double
vigie_bubble_radius (double size, double most, double largest, double least)
{
  if (!(size > 0))
    return least;

  return MAX (largest * sqrt (MIN (size / most, 1)), least);
}

static int
compare_radii (gconstpointer a, gconstpointer b, gpointer data)
{
  const VigieBubble *bubbles = data;
  double first = bubbles[*(const gsize *) a].radius;
  double second = bubbles[*(const gsize *) b].radius;

  if (first == second)
    return (*(const gsize *) a > *(const gsize *) b) - (*(const gsize *) a < *(const gsize *) b);

  return first > second ? -1 : 1;
}

static int
compare_priorities (gconstpointer a, gconstpointer b, gpointer data)
{
  const VigieBubble *bubbles = data;
  double first = bubbles[*(const gsize *) a].priority;
  double second = bubbles[*(const gsize *) b].priority;

  if (first == second)
    return compare_radii (a, b, data);

  return first > second ? -1 : 1;
}

static gsize *
sorted (const VigieBubble *bubbles, gsize n_bubbles, GCompareDataFunc compare)
{
  gsize *order = g_new (gsize, n_bubbles + 1);

  for (gsize i = 0; i < n_bubbles; i++)
    order[i] = i;
  g_sort_array (order, n_bubbles, sizeof (gsize), compare, (gpointer) bubbles);

  return order;
}

/**
 * vigie_bubbles_draw:
 * @builder: a builder
 * @bubbles: (array length=n_bubbles): what to draw
 * @n_bubbles: how many
 *
 * Draws the large under the small, so that none is lost.
 */
void
vigie_bubbles_draw (VigieSceneBuilder *builder, const VigieBubble *bubbles, gsize n_bubbles)
{
  g_autofree gsize *order = sorted (bubbles, n_bubbles, compare_radii);

  for (gsize i = 0; i < n_bubbles; i++)
    {
      const VigieBubble *bubble = &bubbles[order[i]];

      vigie_scene_builder_symbol (builder, bubble->symbol, bubble->x, bubble->y, 2 * bubble->radius, &bubble->style,
                                  bubble->datum);
    }
}

static VigieBox
box_of (const VigieBubble *bubble)
{
  /* A little less than the bubble, so that labels may come near. */
  double r = bubble->radius * 0.9;

  return (VigieBox) { bubble->x - r, bubble->y - r, 2 * r, 2 * r };
}

/* The lines of a name stand against their bubble, on whichever side it is. */
static void
align_to_bubble (VigieTextSpec *spec, const VigieBox *box, const VigieBubble *bubble)
{
  spec->y = box->y;
  if (box->x >= bubble->x)
    {
      spec->align = VIGIE_ALIGN_START;
      spec->x = box->x;
    }
  else if (vigie_box_right (box) <= bubble->x)
    {
      spec->align = VIGIE_ALIGN_END;
      spec->x = vigie_box_right (box);
    }
  else
    {
      spec->align = VIGIE_ALIGN_CENTER;
      spec->x = vigie_box_middle_x (box);
    }
}

/* On one line where there is room, else on two. */
static void
label_bubble (VigieSceneBuilder *builder, VigieLabelPlacer *placer, const VigieBubble *bubble)
{
  static const struct
  {
    double width;
    int max_lines;
  } forms[] = { { 260, 1 }, { 110, 2 } };
  double radius =
    bubble->radius * (bubble->symbol == VIGIE_SYMBOL_CIRCLE ? 1 : 1.2) + vigie_scene_builder_em (builder, LABEL_GAP);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      VigieTextSpec spec = { .role = VIGIE_TEXT_NOTE,
                             .width = vigie_scene_builder_em (builder, forms[i].width),
                             .max_lines = forms[i].max_lines };
      VigieBox size = vigie_scene_builder_text_box (builder, bubble->label, &spec);
      VigieBox box;

      if (!vigie_label_placer_place (placer, &bubble->room, bubble->x, bubble->y, radius, size.width, size.height,
                                     &box))
        continue;

      align_to_bubble (&spec, &box, bubble);
      vigie_scene_builder_text (builder, bubble->label, &spec, bubble->datum);
      return;
    }
}

/**
 * vigie_bubbles_label:
 * @builder: a builder
 * @bubbles: (array length=n_bubbles): what was drawn
 * @n_bubbles: how many
 * @blocked: (array length=n_blocked): where no name may be
 * @n_blocked: how many
 *
 * Names the bubbles that most deserve it, on no bubble and on no other text, and not so many that the names are all
 * one sees.
 */
void
vigie_bubbles_label (VigieSceneBuilder *builder, const VigieBubble *bubbles, gsize n_bubbles, const VigieBox *blocked,
                     gsize n_blocked)
{
  g_autoptr (VigieLabelPlacer) placer = vigie_label_placer_new ();
  g_autofree gsize *order = sorted (bubbles, n_bubbles, compare_priorities);
  const VigieFrame *frame = vigie_scene_builder_get_frame (builder);
  double unit = vigie_scene_builder_em (builder, 1);
  gsize most = (gsize) MAX (frame->width * frame->height / (ROOM_PER_LABEL * unit * unit), 3);
  guint n_texts;
  const VigieBox *texts = vigie_scene_builder_get_text_boxes (builder, &n_texts);

  for (guint i = 0; i < n_texts; i++)
    vigie_label_placer_block (placer, &texts[i]);
  for (gsize i = 0; i < n_blocked; i++)
    vigie_label_placer_block (placer, &blocked[i]);
  for (gsize i = 0; i < n_bubbles; i++)
    {
      VigieBox box = box_of (&bubbles[i]);

      vigie_label_placer_block (placer, &box);
    }

  for (gsize i = 0; i < MIN (most, n_bubbles); i++)
    {
      const VigieBubble *bubble = &bubbles[order[i]];

      if (bubble->priority > 0 && bubble->label != NULL && *bubble->label != '\0')
        label_bubble (builder, placer, bubble);
    }
}
