// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

/* The application's mark, a lighthouse, as its symbolic icon draws it on a grid of 16, in the two inks of the report. */

#define GRID 16.0

typedef struct
{
  VigiePaint paint;
  guint n_points;
  VigiePoint points[5];
} Shape;

static const Shape shapes[] = {
  { VIGIE_PAINT_VERMILLION, 4, { { 5, 3.75 }, { 5, 6 }, { 0, 8 }, { 0, 2 } } },
  { VIGIE_PAINT_VERMILLION, 4, { { 11, 3.75 }, { 11, 6 }, { 16, 8 }, { 16, 2 } } },
  { VIGIE_PAINT_VERMILLION, 4, { { 6, 3.5 }, { 10, 3.5 }, { 10, 6 }, { 6, 6 } } },
  { VIGIE_PAINT_BLUE, 3, { { 8, 0 }, { 5, 3 }, { 11, 3 } } },
  { VIGIE_PAINT_BLUE, 4, { { 5, 6.5 }, { 11, 6.5 }, { 11, 8 }, { 5, 8 } } },
  { VIGIE_PAINT_BLUE, 4, { { 6, 8.5 }, { 10, 8.5 }, { 11.5, 16 }, { 4.5, 16 } } },
};

/**
 * vigie_pack_draw_mark:
 * @x: its left edge, in points
 * @y: its upper edge, in points
 * @size: its width and height, in points
 *
 * Draws the mark.
 */
void
vigie_pack_draw_mark (VigieSheet *sheet, double x, double y, double size)
{
  cairo_t *cr = vigie_sheet_get_cairo (sheet);
  double unit = size / GRID;
  double left = vigie_sheet_place (sheet, &(VigieBox) { x, y, size, size }).x;

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const Shape *shape = &shapes[i];

      vigie_sheet_set_paint (sheet, shape->paint);
      cairo_new_path (cr);
      for (guint point = 0; point < shape->n_points; point++)
        cairo_line_to (cr, left + shape->points[point].x * unit, y + shape->points[point].y * unit);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}
