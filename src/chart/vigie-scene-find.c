// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scene-private.h"

#include <math.h>

/* How a scene's data are found: under the pointer, and from one another by the arrow keys. */

#define LINE_REACH 4.0

static double
distance_to_segment (const VigiePoint *a, const VigiePoint *b, double x, double y)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - a->x) * dx + (y - a->y) * dy) / length, 0, 1) : 0;

  return hypot (x - (a->x + t * dx), y - (a->y + t * dy));
}

static gboolean
line_is_at (const VigieMark *mark, double x, double y)
{
  double reach = MAX (LINE_REACH, mark->style.stroke_width / 2);

  for (gsize i = 1; i < mark->n_points; i++)
    {
      if (distance_to_segment (&mark->points[i - 1], &mark->points[i], x, y) <= reach)
        return TRUE;
    }

  return FALSE;
}

static gboolean
area_is_at (const VigieMark *mark, double x, double y)
{
  gboolean inside = FALSE;

  for (gsize i = 0, j = mark->n_points - 1; i < mark->n_points; j = i++)
    {
      const VigiePoint *a = &mark->points[i];
      const VigiePoint *b = &mark->points[j];

      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }

  return inside;
}

static gboolean
mark_is_at (const VigieMark *mark, double x, double y)
{
  switch (mark->kind)
    {
    case VIGIE_MARK_LINE:
      return line_is_at (mark, x, y);

    case VIGIE_MARK_AREA:
      return area_is_at (mark, x, y);

    case VIGIE_MARK_SYMBOL:
      return hypot (x - vigie_box_middle_x (&mark->box), y - vigie_box_middle_y (&mark->box)) <= mark->box.width / 2;

    case VIGIE_MARK_RECT:
    case VIGIE_MARK_TEXT:
    default:
      return vigie_box_contains (&mark->box, x, y);
    }
}

static int
nearest_target (const VigieScene *self, double x, double y)
{
  double best_distance = G_MAXDOUBLE;
  int best = VIGIE_NO_DATUM;

  for (guint i = 0; i < self->data->len; i++)
    {
      VigieBox bounds = g_array_index (self->data, VigieDatum, i).bounds;
      VigieBox target = vigie_box_inset (&bounds, MIN (bounds.width - VIGIE_MINIMUM_TARGET, 0) / 2,
                                         MIN (bounds.height - VIGIE_MINIMUM_TARGET, 0) / 2);
      double distance = hypot (x - vigie_box_middle_x (&bounds), y - vigie_box_middle_y (&bounds));

      if (vigie_box_contains (&target, x, y) && distance < best_distance)
        {
          best = (int) i;
          best_distance = distance;
        }
    }

  return best;
}

/**
 * vigie_scene_pick:
 * @self: a scene
 * @x: points from its left
 * @y: points from its top
 *
 * A mark under the point wins, the last drawn first; else the nearest datum whose marks, grown to
 * %VIGIE_MINIMUM_TARGET, hold it.
 *
 * Returns: the datum at the point, or %VIGIE_NO_DATUM
 */
int
vigie_scene_pick (const VigieScene *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, VIGIE_NO_DATUM);

  for (guint i = self->marks->len; i > 0; i--)
    {
      const VigieMark *mark = &g_array_index (self->marks, VigieMark, i - 1);

      if (mark->datum != VIGIE_NO_DATUM && mark_is_at (mark, x, y))
        return mark->datum;
    }

  return nearest_target (self, x, y);
}

/* Whether one step from @from to @to goes the right way, and how long the step is: across first, then along. */
static gboolean
step_length (const VigieScene *self, const VigieDatum *from, const VigieDatum *to, VigieDirection direction,
             double *length)
{
  int rows = to->row - from->row;
  int columns = to->column - from->column;
  int ahead, aside;

  /* Columns are counted as one reads. */
  if (self->mirrored && direction == VIGIE_DIRECTION_LEFT)
    direction = VIGIE_DIRECTION_RIGHT;
  else if (self->mirrored && direction == VIGIE_DIRECTION_RIGHT)
    direction = VIGIE_DIRECTION_LEFT;
  switch (direction)
    {
    case VIGIE_DIRECTION_LEFT:
    case VIGIE_DIRECTION_RIGHT:
      ahead = direction == VIGIE_DIRECTION_LEFT ? -columns : columns;
      aside = ABS (rows);
      *length = ahead;
      return ahead > 0 && (self->by_rank || aside == 0);

    case VIGIE_DIRECTION_UP:
    case VIGIE_DIRECTION_DOWN:
      ahead = direction == VIGIE_DIRECTION_UP ? -rows : rows;
      aside = ABS (columns);
      *length = self->by_rank ? ahead : ahead * 1e6 + aside;
      return ahead > 0;

    case VIGIE_DIRECTION_ROW_START:
    case VIGIE_DIRECTION_ROW_END:
      *length = direction == VIGIE_DIRECTION_ROW_START ? to->column : -to->column;
      return self->by_rank || rows == 0;

    case VIGIE_DIRECTION_FIRST:
    case VIGIE_DIRECTION_LAST:
    default:
      *length = direction == VIGIE_DIRECTION_FIRST ? to->row * 1e6 + to->column : -(to->row * 1e6 + to->column);
      return TRUE;
    }
}

/**
 * vigie_scene_neighbour:
 * @self: a scene
 * @index: the datum to start from; from %VIGIE_NO_DATUM every way leads to the first
 * @direction: which way
 *
 * In a grid one moves along the row and to the nearest datum of the rows above and below. In a scatter of points left
 * and right go to the next one across, up and down to the next one in height.
 *
 * Returns: the datum one comes to; @index itself at the edge; %VIGIE_NO_DATUM in a scene without data
 */
int
vigie_scene_neighbour (const VigieScene *self, int index, VigieDirection direction)
{
  const VigieDatum *from;
  double shortest = G_MAXDOUBLE;
  int found = index;

  g_return_val_if_fail (self != NULL, VIGIE_NO_DATUM);
  g_return_val_if_fail (index < (int) self->data->len, VIGIE_NO_DATUM);

  if (self->data->len == 0)
    return VIGIE_NO_DATUM;

  if (index < 0)
    return 0;

  from = &g_array_index (self->data, VigieDatum, index);

  for (guint i = 0; i < self->data->len; i++)
    {
      double length;

      if (step_length (self, from, &g_array_index (self->data, VigieDatum, i), direction, &length) && length < shortest)
        {
          shortest = length;
          found = (int) i;
        }
    }

  return found;
}
