// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-mark-path.h"

#include <math.h>

/* The outlines of marks and the lines of patterns, drawn so that paper gets them sharp. */

#define PATTERN_STEP 6.0
#define PATTERN_LINE 1.25
#define PATTERN_DOT 1.1

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

static void
hatch (const VigieBox *box, double step, cairo_t *cr)
{
  /* On one grid for the whole scene, so that areas side by side read as one. */
  double first = floor ((box->x + box->y) / step) * step;
  double last = vigie_box_right (box) + vigie_box_bottom (box);

  for (double sum = first; sum <= last; sum += step)
    {
      cairo_move_to (cr, sum - box->y, box->y);
      cairo_line_to (cr, sum - vigie_box_bottom (box), vigie_box_bottom (box));
    }

  cairo_stroke (cr);
}

static void
dots (const VigieBox *box, double step, double radius, cairo_t *cr)
{
  gboolean odd = FALSE;

  for (double y = box->y + step / 2; y < vigie_box_bottom (box); y += step * 0.75, odd = !odd)
    {
      for (double x = box->x + (odd ? step : step / 2); x < vigie_box_right (box); x += step)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
        }
      /* Row by row: the time to fill a path grows faster than its length. */
      cairo_fill (cr);
    }
}

static void
upright_lines (const VigieBox *box, double step, cairo_t *cr)
{
  for (double x = box->x + step / 2; x < vigie_box_right (box); x += step * 0.7)
    {
      cairo_move_to (cr, x, box->y);
      cairo_line_to (cr, x, vigie_box_bottom (box));
    }

  cairo_stroke (cr);
}

static void
draw_pattern (VigiePattern pattern, const VigieBox *box, double unit, cairo_t *cr)
{
  double step = PATTERN_STEP * unit;

  cairo_set_line_width (cr, PATTERN_LINE * unit);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);

  if (pattern == VIGIE_PATTERN_HATCH)
    hatch (box, step, cr);
  else if (pattern == VIGIE_PATTERN_DOTS)
    dots (box, step, PATTERN_DOT * unit, cr);
  else if (pattern == VIGIE_PATTERN_LINES)
    upright_lines (box, step, cr);
}

/* The width and height after which a pattern comes again, in steps. */
static VigiePoint
period_of (VigiePattern pattern)
{
  if (pattern == VIGIE_PATTERN_DOTS)
    return (VigiePoint) { 1, 1.5 };
  if (pattern == VIGIE_PATTERN_LINES)
    return (VigiePoint) { 0.7, 0.7 };
  return (VigiePoint) { 1, 1 };
}

/*
 * On pixels a pattern is one tile, repeated: a hundred lines take as long as two. The tile is a whole number of
 * pixels, so that it meets itself; what it holds is drawn a period too far on all sides for the same reason.
 */
static void
fill_with_tile (VigiePattern pattern, double unit, double scale, cairo_t *cr)
{
  VigiePoint period = period_of (pattern);
  double step = PATTERN_STEP * unit * scale;
  int width = MAX ((int) round (period.x * step), 1);
  int height = MAX ((int) round (period.y * step), 1);
  const VigieBox around = { -3 * period.x, -3 * period.y, 9 * period.x, 9 * period.y };
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *on_tile = cairo_create (tile);
  cairo_pattern_t *repeated;

  cairo_scale (on_tile, width / period.x, height / period.y);
  draw_pattern (pattern, &around, 1 / PATTERN_STEP, on_tile);
  cairo_destroy (on_tile);

  repeated = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (repeated, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (repeated, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_mask (cr, repeated);
  cairo_restore (cr);
  cairo_pattern_destroy (repeated);
  cairo_surface_destroy (tile);
}

/**
 * vigie_pattern_fill:
 * @pattern: hatch, dots or lines; nothing is drawn for the others
 * @box: the area to cover, to which @cr is clipped
 * @unit: the length of a point at the scene's text scale
 * @cr: where to draw, its source set
 *
 * Draws the lines or dots of @pattern: as such on paper and in files of vectors, as a repeated tile on pixels.
 */
void
vigie_pattern_fill (VigiePattern pattern, const VigieBox *box, double unit, cairo_t *cr)
{
  double scale = 1, skew = 0;

  cairo_user_to_device_distance (cr, &scale, &skew);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE && skew == 0 && scale > 0)
    fill_with_tile (pattern, unit, scale, cr);
  else
    draw_pattern (pattern, box, unit, cr);
}
