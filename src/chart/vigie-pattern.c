// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-pattern.h"

#include <math.h>

/* The lines and dots of patterns, drawn so that paper gets them sharp and pixels get them quickly. */

#define PATTERN_STEP 6.0
#define PATTERN_LINE 1.25
#define PATTERN_DOT 1.1

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

/* The tile is a whole number of pixels, so that it meets itself; what it holds is drawn a period too far on all
 * sides for the same reason. */
static cairo_pattern_t *
create_tile (VigiePattern pattern, double step)
{
  VigiePoint period = period_of (pattern);
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
  cairo_surface_destroy (tile);
  return repeated;
}

static void
fill_with_tile (VigiePatterns *self, VigiePattern pattern, double scale, cairo_t *cr)
{
  if (self->tiles[pattern] == NULL)
    self->tiles[pattern] = create_tile (pattern, PATTERN_STEP * self->unit * scale);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_mask (cr, self->tiles[pattern]);
  cairo_restore (cr);
}

/**
 * vigie_patterns_fill:
 * @self: the patterns of one drawing, whose scale does not change
 * @pattern: hatch, dots or lines; nothing is drawn for the others
 * @box: the area to cover, to which @cr is clipped
 * @cr: where to draw, its source set
 *
 * Draws the lines or dots of @pattern: as such on paper and in files of vectors; on pixels as one tile, made once
 * a drawing and repeated: a hundred areas of a hundred lines take as long as two.
 */
void
vigie_patterns_fill (VigiePatterns *self, VigiePattern pattern, const VigieBox *box, cairo_t *cr)
{
  double scale = 1, skew = 0;

  if (pattern == VIGIE_PATTERN_SOLID || pattern == VIGIE_PATTERN_OUTLINE)
    return;
  cairo_user_to_device_distance (cr, &scale, &skew);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE && skew == 0 && scale > 0)
    fill_with_tile (self, pattern, scale, cr);
  else
    draw_pattern (pattern, box, self->unit, cr);
}

/**
 * vigie_patterns_clear:
 *
 * Frees the tiles that a drawing has made.
 */
void
vigie_patterns_clear (VigiePatterns *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->tiles); i++)
    g_clear_pointer (&self->tiles[i], cairo_pattern_destroy);
}
