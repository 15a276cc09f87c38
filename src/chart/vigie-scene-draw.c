// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scene-draw.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "vigie-mark-path.h"
#include "vigie-pattern.h"
#include "vigie-scene-between.h"
#include "vigie-scene-private.h"
#include "vigie-text.h"

/* The one way a scene reaches a surface, be it a window, a wall, a page or a file. */

#define FOCUS_WIDTH 2.0
#define FOCUS_GAP 3.0

/* Whether a mark is drawn; it may be moved, for it is a copy. */
typedef gboolean (*VigieMarkFilter) (const VigieScene *self, guint index, VigieMark *mark, gconstpointer data);

typedef struct
{
  cairo_t *cr;
  const VigiePalette *palette;
  double unit;
  VigiePatterns patterns;
} Drawing;

static void
set_colour (Drawing *drawing, VigieColour colour)
{
  cairo_set_source_rgb (drawing->cr, colour.red, colour.green, colour.blue);
}

static void
set_paint (Drawing *drawing, VigiePaint paint)
{
  set_colour (drawing, vigie_palette_colour (drawing->palette, paint));
}

static void
set_dash (Drawing *drawing, VigieDash dash, double width)
{
  const double dashed[] = { 4 * width, 3 * width };
  const double dotted[] = { 0.01, 3 * width };

  if (dash == VIGIE_DASH_DASHED)
    cairo_set_dash (drawing->cr, dashed, 2, 0);
  else if (dash == VIGIE_DASH_DOTTED)
    cairo_set_dash (drawing->cr, dotted, 2, 0);
  else
    cairo_set_dash (drawing->cr, NULL, 0, 0);

  cairo_set_line_cap (drawing->cr, dash == VIGIE_DASH_DOTTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

/* Cairo clips to a rectangle many times faster than to a path; the outline hides what the corners let through. */
static void
clip_to (const VigieMark *mark, cairo_t *cr)
{
  if (mark->kind == VIGIE_MARK_RECT)
    {
      cairo_new_path (cr);
      cairo_rectangle (cr, mark->box.x, mark->box.y, mark->box.width, mark->box.height);
    }

  cairo_clip (cr);
}

/* Cairo strokes what has right corners only as a few boxes, but only with mitred joins. */
static gboolean
is_straight (const VigieMark *mark)
{
  return (mark->kind == VIGIE_MARK_RECT && mark->radius <= 0) || (mark->kind == VIGIE_MARK_LINE && mark->n_points == 2);
}

/* A pattern stands on the background with its own outline, so that the area keeps its shape. */
static void
fill_pattern (Drawing *drawing, const VigieMark *mark)
{
  cairo_t *cr = drawing->cr;

  set_paint (drawing, VIGIE_PAINT_BACKGROUND);
  cairo_fill_preserve (cr);

  cairo_save (cr);
  clip_to (mark, cr);
  set_paint (drawing, mark->style.fill);
  vigie_patterns_fill (&drawing->patterns, mark->style.pattern, &mark->box, cr);
  vigie_mark_path (mark, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, is_straight (mark) ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * drawing->unit);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_mark (Drawing *drawing, const VigieMark *mark)
{
  if (mark->style.fill == VIGIE_PAINT_NONE || mark->kind == VIGIE_MARK_LINE)
    return;

  vigie_mark_path (mark, drawing->cr);
  if (mark->style.pattern != VIGIE_PATTERN_SOLID)
    {
      fill_pattern (drawing, mark);
      return;
    }

  set_paint (drawing, mark->style.fill);
  cairo_fill (drawing->cr);
}

/* Thin upright and level lines are moved onto whole pixels of a screen, where they would blur otherwise. */
static void
snap_line (const VigieMark *mark, cairo_t *cr)
{
  double x1 = mark->points[0].x, y1 = mark->points[0].y, x2 = mark->points[1].x, y2 = mark->points[1].y;
  double width = mark->style.stroke_width, height = 0;
  double offset;

  cairo_user_to_device_distance (cr, &width, &height);
  if (height != 0 || width <= 0)
    return;

  offset = (int) MAX (round (width), 1) % 2 == 1 ? 0.5 : 0;
  cairo_user_to_device (cr, &x1, &y1);
  cairo_user_to_device (cr, &x2, &y2);
  if (mark->points[0].x == mark->points[1].x)
    x1 = x2 = floor (x1) + offset;
  if (mark->points[0].y == mark->points[1].y)
    y1 = y2 = floor (y1) + offset;
  cairo_device_to_user (cr, &x1, &y1);
  cairo_device_to_user (cr, &x2, &y2);

  cairo_new_path (cr);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static gboolean
is_on_screen (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_SVG;
}

/* A disc with an edge is two discs, one on the other: Cairo fills faster than it strokes. */
static gboolean
draw_disc (Drawing *drawing, const VigieMark *mark)
{
  const VigieStyle *style = &mark->style;
  VigieMark disc = *mark;
  double half = style->stroke_width / 2;

  if (mark->kind != VIGIE_MARK_SYMBOL || mark->symbol != VIGIE_SYMBOL_CIRCLE ||
      mark->box.width <= style->stroke_width || style->fill == VIGIE_PAINT_NONE || style->stroke == VIGIE_PAINT_NONE ||
      style->dash != VIGIE_DASH_SOLID || style->pattern != VIGIE_PATTERN_SOLID || !is_on_screen (drawing->cr))
    return FALSE;
  disc.box = vigie_box_inset (&mark->box, -half, -half);
  vigie_mark_path (&disc, drawing->cr);
  set_paint (drawing, style->stroke);
  cairo_fill (drawing->cr);
  disc.box = vigie_box_inset (&mark->box, half, half);
  vigie_mark_path (&disc, drawing->cr);
  set_paint (drawing, style->fill);
  cairo_fill (drawing->cr);
  return TRUE;
}

static void
stroke_mark (Drawing *drawing, const VigieMark *mark)
{
  cairo_t *cr = drawing->cr;

  if (mark->style.stroke == VIGIE_PAINT_NONE || mark->style.stroke_width <= 0)
    return;

  vigie_mark_path (mark, cr);
  if (mark->kind == VIGIE_MARK_LINE && mark->n_points == 2 && is_on_screen (cr))
    snap_line (mark, cr);

  set_paint (drawing, mark->style.stroke);
  set_dash (drawing, mark->style.dash, mark->style.stroke_width);
  cairo_set_line_join (cr, is_straight (mark) ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, mark->style.stroke_width);
  cairo_stroke (cr);
}

static void
draw_text (Drawing *drawing, const VigieMark *mark)
{
  PangoLayout *layout = vigie_text_get_layout (mark->text, &mark->font, mark->wrap_width, mark->max_lines, mark->align);
  cairo_t *cr = drawing->cr;
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  set_colour (drawing, vigie_palette_text_colour (drawing->palette, mark->style.fill, mark->on));

  cairo_save (cr);
  if (mark->vertical)
    {
      cairo_translate (cr, mark->box.x, vigie_box_bottom (&mark->box));
      cairo_rotate (cr, -G_PI / 2);
    }
  else
    {
      cairo_translate (cr, mark->box.x, mark->box.y);
    }
  cairo_move_to (cr, -(double) logical.x / PANGO_SCALE, -(double) logical.y / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
draw_mark (Drawing *drawing, const VigieMark *mark)
{
  if (mark->kind == VIGIE_MARK_TEXT)
    {
      draw_text (drawing, mark);
    }
  else if (!draw_disc (drawing, mark))
    {
      fill_mark (drawing, mark);
      stroke_mark (drawing, mark);
    }
}

/* Marks for which @which is %TRUE; @data is handed to it. */
static void
draw_marks (const VigieScene *self, cairo_t *cr, const VigiePalette *palette, VigieMarkFilter which, gconstpointer data)
{
  Drawing drawing = { cr, palette, self->unit, { .unit = self->unit } };

  cairo_save (cr);
  for (guint i = 0; i < self->marks->len; i++)
    {
      VigieMark mark = g_array_index (self->marks, VigieMark, i);

      if (which == NULL || which (self, i, &mark, data))
        draw_mark (&drawing, &mark);
    }
  cairo_restore (cr);
  vigie_patterns_clear (&drawing.patterns);
}

/**
 * vigie_scene_draw:
 * @self: a scene
 * @cr: where to draw; one unit is one point, 0,0 the scene's top left
 * @palette: the theme
 *
 * Draws the scene on whatever is there: for a page or a file of its own, call vigie_palette_paint_background() first.
 */
void
vigie_scene_draw (const VigieScene *self, cairo_t *cr, const VigiePalette *palette)
{
  g_return_if_fail (self != NULL && cr != NULL && palette != NULL);

  draw_marks (self, cr, palette, NULL, NULL);
}

typedef struct
{
  const VigieKey *key;
  gboolean *shown; /* by datum */
  gboolean all;    /* the key explains a part of every datum that has a shape, such as its target */
} Pick;

static gboolean
is_picked (const VigieScene *self G_GNUC_UNUSED, guint index G_GNUC_UNUSED, VigieMark *mark, gconstpointer data)
{
  const Pick *pick = data;

  if (mark->datum == VIGIE_NO_DATUM)
    return TRUE;
  return pick->all && mark->kind != VIGIE_MARK_TEXT ? vigie_scene_key_is_of (pick->key, mark)
                                                    : pick->shown[mark->datum];
}

/**
 * vigie_scene_draw_key:
 * @self: a scene
 * @cr: where to draw; one unit is one point, 0,0 the scene's top left
 * @palette: the theme
 * @key: an entry of the legend
 *
 * Draws what the entry explains and what is no datum, such as axes and names, to go over a paler picture of all.
 */
void
vigie_scene_draw_key (const VigieScene *self, cairo_t *cr, const VigiePalette *palette, int key)
{
  Pick pick = { .all = TRUE };
  gboolean *shaped;

  g_return_if_fail (self != NULL && cr != NULL && palette != NULL);

  pick.key = vigie_scene_get_key (self, key);
  if (pick.key == NULL)
    return;

  pick.shown = g_new0 (gboolean, self->data->len);
  shaped = g_new0 (gboolean, self->data->len);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const VigieMark *mark = &g_array_index (self->marks, VigieMark, i);

      if (mark->datum != VIGIE_NO_DATUM && mark->kind != VIGIE_MARK_TEXT)
        shaped[mark->datum] = TRUE;
      if (vigie_scene_key_is_of (pick.key, mark))
        pick.shown[mark->datum] = TRUE;
    }
  for (guint i = 0; i < self->data->len; i++)
    {
      pick.all &= pick.shown[i] || !shaped[i];
      pick.shown[i] |= !shaped[i];
    }
  draw_marks (self, cr, palette, is_picked, &pick);
  g_free (shaped);
  g_free (pick.shown);
}

static gboolean
move_mark (const VigieScene *self G_GNUC_UNUSED, guint index, VigieMark *mark, gconstpointer data)
{
  vigie_scene_between_move ((const VigieSceneBetween *) data, index, mark);
  return TRUE;
}

/**
 * vigie_scene_draw_between:
 * @between: the way from one scene to another
 * @cr: where to draw
 * @palette: the theme
 *
 * Draws the later scene with its bars and symbols where they are on their way.
 */
void
vigie_scene_draw_between (const VigieSceneBetween *between, cairo_t *cr, const VigiePalette *palette)
{
  g_return_if_fail (between != NULL && cr != NULL && palette != NULL);

  draw_marks (between->to, cr, palette, move_mark, between);
}

/**
 * vigie_scene_draw_focus:
 * @self: a scene
 * @cr: where it was drawn
 * @palette: the theme
 * @datum: the datum under the pointer or the keyboard focus; nothing is drawn for %VIGIE_NO_DATUM
 *
 * Draws a ring round a datum, with a gap to the marks so that it shows on any of them.
 */
void
vigie_scene_draw_focus (const VigieScene *self, cairo_t *cr, const VigiePalette *palette, int datum)
{
  const VigieDatum *at;
  Drawing drawing;

  g_return_if_fail (self != NULL && cr != NULL && palette != NULL);

  at = vigie_scene_get_datum (self, datum);
  if (at == NULL)
    return;

  drawing = (Drawing) { cr, palette, self->unit, { .unit = self->unit } };
  cairo_save (cr);
  for (int pass = 0; pass < 2; pass++)
    {
      double gap = FOCUS_GAP * self->unit;
      VigieMark ring = { .kind = VIGIE_MARK_RECT, .box = vigie_box_inset (&at->bounds, -gap, -gap), .radius = gap };

      vigie_mark_path (&ring, cr);
      set_paint (&drawing, pass == 0 ? VIGIE_PAINT_BACKGROUND : VIGIE_PAINT_EMPHASIS);
      cairo_set_line_width (cr, FOCUS_WIDTH * self->unit * (pass == 0 ? 2 : 1));
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
