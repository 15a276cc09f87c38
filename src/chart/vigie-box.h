// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigiePoint:
 * @x: points from the left
 * @y: points from the top
 *
 * A place in a scene.
 */
typedef struct
{
  double x;
  double y;
} VigiePoint;

/**
 * VigieBox:
 * @x: left edge, in points
 * @y: top edge, in points
 * @width: never negative
 * @height: never negative
 *
 * An upright rectangle in a scene.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} VigieBox;

static inline double
vigie_box_right (const VigieBox *box)
{
  return box->x + box->width;
}

static inline double
vigie_box_bottom (const VigieBox *box)
{
  return box->y + box->height;
}

static inline double
vigie_box_middle_x (const VigieBox *box)
{
  return box->x + box->width / 2;
}

static inline double
vigie_box_middle_y (const VigieBox *box)
{
  return box->y + box->height / 2;
}

static inline gboolean
vigie_box_is_empty (const VigieBox *box)
{
  return box->width <= 0 || box->height <= 0;
}

static inline gboolean
vigie_box_contains (const VigieBox *box, double x, double y)
{
  return x >= box->x && x <= vigie_box_right (box) && y >= box->y && y <= vigie_box_bottom (box);
}

/**
 * vigie_box_overlaps:
 * @a: a box
 * @b: another
 * @slack: how deep, in points, the two may go into each other and still count as apart;
 *   negative asks for a gap between them
 *
 * Returns: whether the boxes share an area
 */
static inline gboolean
vigie_box_overlaps (const VigieBox *a, const VigieBox *b, double slack)
{
  return a->x + slack < vigie_box_right (b) && b->x + slack < vigie_box_right (a) &&
         a->y + slack < vigie_box_bottom (b) && b->y + slack < vigie_box_bottom (a);
}

/**
 * vigie_box_within:
 * @inner: a box
 * @outer: the box it should be in
 * @slack: how far it may stand out, in points
 *
 * Returns: whether @inner lies in @outer
 */
static inline gboolean
vigie_box_within (const VigieBox *inner, const VigieBox *outer, double slack)
{
  return inner->x >= outer->x - slack && inner->y >= outer->y - slack &&
         vigie_box_right (inner) <= vigie_box_right (outer) + slack &&
         vigie_box_bottom (inner) <= vigie_box_bottom (outer) + slack;
}

static inline VigieBox
vigie_box_union (const VigieBox *a, const VigieBox *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);

  return (VigieBox) { x, y, MAX (vigie_box_right (a), vigie_box_right (b)) - x,
                      MAX (vigie_box_bottom (a), vigie_box_bottom (b)) - y };
}

/**
 * vigie_box_intersection:
 * @a: a box
 * @b: another
 *
 * Returns: what they share, of size 0 where that is nothing
 */
static inline VigieBox
vigie_box_intersection (const VigieBox *a, const VigieBox *b)
{
  double x = MAX (a->x, b->x);
  double y = MAX (a->y, b->y);

  return (VigieBox) { x, y, MAX (MIN (vigie_box_right (a), vigie_box_right (b)) - x, 0),
                      MAX (MIN (vigie_box_bottom (a), vigie_box_bottom (b)) - y, 0) };
}

/**
 * vigie_box_inset:
 * @box: a box
 * @dx: points taken off left and right; negative grows the box
 * @dy: points taken off top and bottom; negative grows the box
 *
 * Returns: the smaller box, of size 0 rather than less
 */
static inline VigieBox
vigie_box_inset (const VigieBox *box, double dx, double dy)
{
  return (VigieBox) { box->x + dx, box->y + dy, MAX (box->width - 2 * dx, 0), MAX (box->height - 2 * dy, 0) };
}

G_END_DECLS
