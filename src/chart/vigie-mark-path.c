// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-mark-path.h"

#include <math.h>

static void
polygon_path (cairo_t *cr, double x, double y, double radius, int n_corners, double first_angle)
{
  for (int i = 0; i < n_corners; i++)
    {
      double angle = first_angle + 2 * G_PI * i / n_corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }

  cairo_close_path (cr);
}

static void
cross_path (cairo_t *cr, double x, double y, double radius)
{
  /* Three bars long, one bar wide: five squares of the disc's area together. */
  double half = radius * sqrt (G_PI / 5) / 2;
  double full = 3 * half;
  const VigiePoint corners[] = {
    { -half, -full }, { half, -full }, { half, -half }, { full, -half }, { full, half },   { half, half },
    { half, full },   { -half, full }, { -half, half }, { -full, half }, { -full, -half }, { -half, -half },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    cairo_line_to (cr, x + corners[i].x, y + corners[i].y);

  cairo_close_path (cr);
}

/* The radius of the circle round a regular polygon that has the area of a disc of radius 1. */
static double
polygon_radius (int n_corners)
{
  return sqrt (2 * G_PI / (n_corners * sin (2 * G_PI / n_corners)));
}

static void
symbol_path (const VigieMark *mark, cairo_t *cr)
{
  double x = vigie_box_middle_x (&mark->box);
  double y = vigie_box_middle_y (&mark->box);
  double radius = mark->box.width / 2;

  switch (mark->symbol)
    {
    case VIGIE_SYMBOL_SQUARE:
      polygon_path (cr, x, y, radius * polygon_radius (4), 4, G_PI / 4);
      break;

    case VIGIE_SYMBOL_DIAMOND:
      polygon_path (cr, x, y, radius * polygon_radius (4), 4, 0);
      break;

    case VIGIE_SYMBOL_TRIANGLE_UP:
      polygon_path (cr, x, y + radius * 0.2, radius * polygon_radius (3), 3, -G_PI / 2);
      break;

    case VIGIE_SYMBOL_TRIANGLE_DOWN:
      polygon_path (cr, x, y - radius * 0.2, radius * polygon_radius (3), 3, G_PI / 2);
      break;

    case VIGIE_SYMBOL_HEXAGON:
      polygon_path (cr, x, y, radius * polygon_radius (6), 6, 0);
      break;

    case VIGIE_SYMBOL_CROSS:
      cross_path (cr, x, y, radius);
      break;

    case VIGIE_SYMBOL_CIRCLE:
    default:
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    }
}

static void
rect_path (const VigieMark *mark, cairo_t *cr)
{
  const VigieBox *box = &mark->box;
  double r = mark->radius;

  if (r <= 0)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      return;
    }

  cairo_arc (cr, vigie_box_right (box) - r, box->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, vigie_box_right (box) - r, vigie_box_bottom (box) - r, r, 0, G_PI / 2);
  cairo_arc (cr, box->x + r, vigie_box_bottom (box) - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
points_path (const VigieMark *mark, cairo_t *cr)
{
  for (gsize i = 0; i < mark->n_points; i++)
    cairo_line_to (cr, mark->points[i].x, mark->points[i].y);

  if (mark->kind == VIGIE_MARK_AREA)
    cairo_close_path (cr);
}

/**
 * vigie_mark_path:
 * @mark: any mark but a text
 * @cr: where to draw
 *
 * Makes the outline of @mark the path of @cr.
 */
void
vigie_mark_path (const VigieMark *mark, cairo_t *cr)
{
  cairo_new_path (cr);

  if (mark->kind == VIGIE_MARK_RECT)
    rect_path (mark, cr);
  else if (mark->kind == VIGIE_MARK_SYMBOL)
    symbol_path (mark, cr);
  else
    points_path (mark, cr);
}
