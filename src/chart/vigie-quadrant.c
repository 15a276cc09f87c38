// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-quadrant.h"

#include <math.h>

#include "vigie-label-placer.h"
#include "vigie-quadrant-private.h"

/* Where the bubbles of a quadrant chart are. An item that nobody measured is set out in a strip, never at 0. */

#define PREVIOUS_SIZE 8.0
#define LEAST_RADIUS 3.5

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *places = data;
  gsize i = *(const gsize *) a;
  gsize j = *(const gsize *) b;

  if (places[i] == places[j])
    return (i > j) - (i < j);

  return places[i] < places[j] ? -1 : 1;
}

static gsize *
order_by_place (const double *places, gsize n)
{
  gsize *order = g_new (gsize, n + 1);

  for (gsize i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, n, sizeof (gsize), compare_places, (gpointer) places);

  return order;
}

/* The rank of each bubble across or down, for the arrow keys. */
static int *
ranks (const VigieBubble *bubbles, gsize n, gboolean across)
{
  g_autofree double *places = g_new (double, n + 1);
  g_autofree gsize *order = NULL;
  int *result = g_new (int, n + 1);

  for (gsize i = 0; i < n; i++)
    places[i] = across ? bubbles[i].x : bubbles[i].y;
  order = order_by_place (places, n);
  for (gsize i = 0; i < n; i++)
    result[order[i]] = (int) i;

  return result;
}

static void
add_data (const VigieQuadrantLayout *layout, VigieBubble *bubbles)
{
  gsize n = layout->data->n_items;
  g_autofree int *columns = ranks (bubbles, n, TRUE);
  g_autofree int *rows = ranks (bubbles, n, FALSE);

  vigie_scene_builder_navigate_by_rank (layout->builder);
  for (gsize i = 0; i < n; i++)
    {
      const VigieQuadrantItem *item = &layout->data->items[i];

      bubbles[i].datum = vigie_scene_builder_add_datum (layout->builder, &(VigieDatum) {
                                                                           .label = item->label,
                                                                           .value_text = item->description,
                                                                           .key = item->key,
                                                                           .row = rows[i],
                                                                           .column = columns[i],
                                                                         });
    }
}

/* Moves the bubbles of a strip apart along it. Where there are too many they overlap, and stay in the strip. */
static void
spread_strip (VigieBubble *bubbles, const gsize *members, guint n_members, double from, double to, gboolean across)
{
  g_autofree double *middles = g_new (double, n_members + 1);
  g_autofree double *lengths = g_new (double, n_members + 1);
  g_autofree double *places = g_new (double, n_members + 1);
  g_autofree gsize *order = NULL;
  gboolean room;

  for (guint i = 0; i < n_members; i++)
    places[i] = across ? bubbles[members[i]].x : bubbles[members[i]].y;
  order = order_by_place (places, n_members);

  for (guint i = 0; i < n_members; i++)
    {
      middles[i] = places[order[i]];
      lengths[i] = 2 * bubbles[members[order[i]]].radius;
    }
  room = vigie_spread (middles, lengths, n_members, from, to, 1);

  for (guint i = 0; i < n_members; i++)
    {
      VigieBubble *bubble = &bubbles[members[order[i]]];
      double even = from + (i + 0.5) * (to - from) / n_members;
      double place =
        CLAMP (room ? middles[i] : even, from + bubble->radius, MAX (to - bubble->radius, from + bubble->radius));

      if (across)
        bubble->x = place;
      else
        bubble->y = place;
    }
}

static void
spread_strips (const VigieQuadrantLayout *layout, VigieBubble *bubbles)
{
  gsize n = layout->data->n_items;
  g_autofree gsize *members = g_new (gsize, n + 1);
  guint left = 0, bottom = 0, corner = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (layout->data->items[i].x) && !isnan (layout->data->items[i].y))
        members[left++] = i;
    }
  spread_strip (bubbles, members, left, layout->left_strip.y, vigie_box_bottom (&layout->left_strip), FALSE);

  for (gsize i = 0; i < n; i++)
    {
      if (!isnan (layout->data->items[i].x) && isnan (layout->data->items[i].y))
        members[bottom++] = i;
    }
  spread_strip (bubbles, members, bottom, layout->plot.x, vigie_box_right (&layout->plot), TRUE);

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (layout->data->items[i].x) && isnan (layout->data->items[i].y))
        members[corner++] = i;
    }
  spread_strip (bubbles, members, corner, layout->left_strip.x, vigie_box_right (&layout->left_strip), TRUE);
}

/**
 * vigie_quadrant_place_bubbles:
 * @layout: divided
 *
 * Returns: (transfer full) (array): a bubble an item, its datum added to the scene
 */
VigieBubble *
vigie_quadrant_place_bubbles (const VigieQuadrantLayout *layout)
{
  const VigieQuadrant *data = layout->data;
  VigieBubble *bubbles = g_new0 (VigieBubble, data->n_items);
  double least = MIN (vigie_scene_builder_em (layout->builder, LEAST_RADIUS), MAX (layout->largest, 1));
  double strip_x = layout->left_strip.x + layout->note_line + 2 * least + layout->largest;
  double strip_y = vigie_box_bottom (&layout->bottom_strip) - layout->largest - least;

  for (gsize i = 0; i < data->n_items; i++)
    {
      const VigieQuadrantItem *item = &data->items[i];
      const VigieQuadrantSeries *series = &data->series[MIN (item->series, data->n_series - 1)];

      bubbles[i] = (VigieBubble) {
        .x = isnan (item->x) ? strip_x : vigie_linear_scale_map (&layout->x, item->x),
        .y = isnan (item->y) ? strip_y : vigie_linear_scale_map (&layout->y, item->y),
        .radius = vigie_bubble_radius (item->size, layout->most, layout->largest, least),
        .symbol = series->symbol,
        .style = { .fill = series->paint,
                   .pattern = series->pattern,
                   .stroke = vigie_paint_edge (series->paint),
                   .stroke_width = vigie_scene_builder_em (layout->builder, 1) },
        .label = item->label,
        .priority = item->priority,
        .room = isnan (item->x) ? (isnan (item->y) ? layout->corner : layout->left_strip)
                                : (isnan (item->y) ? layout->bottom_strip : layout->plot),
      };
    }

  spread_strips (layout, bubbles);
  add_data (layout, bubbles);

  return bubbles;
}

/* Where an item came from: a hollow mark, and a thin line from there, which its bubble covers. */
static void
draw_ways (const VigieQuadrantLayout *layout, const VigieBubble *bubbles)
{
  double size = vigie_scene_builder_em (layout->builder, PREVIOUS_SIZE);
  const VigieStyle line = { .stroke = VIGIE_PAINT_TEXT_MUTED,
                            .stroke_width = vigie_scene_builder_em (layout->builder, 1) };
  const VigieStyle ring = { .fill = VIGIE_PAINT_BACKGROUND,
                            .stroke = VIGIE_PAINT_TEXT_MUTED,
                            .stroke_width = vigie_scene_builder_em (layout->builder, 1.5) };

  for (gsize i = 0; layout->data->previous_label != NULL && i < layout->data->n_items; i++)
    {
      const VigieQuadrantItem *item = &layout->data->items[i];
      double x = vigie_linear_scale_map (&layout->x, item->previous_x);
      double y = vigie_linear_scale_map (&layout->y, item->previous_y);

      if (isnan (item->x) || isnan (item->y) || isnan (item->previous_x) || isnan (item->previous_y) ||
          hypot (x - bubbles[i].x, y - bubbles[i].y) < size)
        continue;
      vigie_scene_builder_line (layout->builder, x, y, bubbles[i].x, bubbles[i].y, &line, bubbles[i].datum);
      vigie_scene_builder_symbol (layout->builder, bubbles[i].symbol, x, y, size, &ring, bubbles[i].datum);
    }
}

/**
 * vigie_quadrant_layout:
 * @data: what to show
 * @frame: the room there is; its format writes shares, 0 to 1
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_quadrant_layout (const VigieQuadrant *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  g_autofree VigieBubble *bubbles = NULL;
  VigieQuadrantLayout layout;
  VigieBox thresholds[2];

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = vigie_scene_builder_new (frame);
  if (data->n_items == 0 || data->n_series == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }

  layout = (VigieQuadrantLayout) { .data = data, .builder = builder };
  vigie_quadrant_divide (&layout);
  bubbles = vigie_quadrant_place_bubbles (&layout);
  vigie_quadrant_draw_ground (&layout);
  draw_ways (&layout, bubbles);
  vigie_bubbles_draw (builder, bubbles, data->n_items);

  vigie_quadrant_draw_threshold_labels (&layout);
  vigie_quadrant_get_thresholds (&layout, thresholds);
  vigie_bubbles_label (builder, bubbles, data->n_items, thresholds, G_N_ELEMENTS (thresholds));

  return vigie_scene_builder_end (builder);
}
