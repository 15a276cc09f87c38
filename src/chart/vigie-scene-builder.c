// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scene-builder-private.h"

/*
 * What charts are laid out with. It keeps one promise for them all: a text never stands on another text and never
 * leaves the scene. A chart plans for that; where it cannot, the later text is left out and counted.
 */

/**
 * vigie_scene_builder_new:
 * @frame: the room there is
 *
 * Returns: (transfer full): a builder of a scene of that size
 */
VigieSceneBuilder *
vigie_scene_builder_new (const VigieFrame *frame)
{
  VigieSceneBuilder *self;

  g_return_val_if_fail (frame != NULL, NULL);
  g_return_val_if_fail (frame->width > 0 && frame->height > 0 && frame->text_scale > 0, NULL);

  self = g_new0 (VigieSceneBuilder, 1);
  self->frame = *frame;
  self->scene = vigie_scene_alloc (frame->width, frame->height);
  self->scene->unit = frame->text_scale;
  self->text_boxes = g_array_new (FALSE, FALSE, sizeof (VigieBox));

  return self;
}

/**
 * vigie_scene_builder_free:
 * @self: (transfer full): a builder
 */
void
vigie_scene_builder_free (VigieSceneBuilder *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->scene, vigie_scene_unref);
  g_clear_pointer (&self->text_boxes, g_array_unref);
  g_free (self);
}

static void
work_out_bounds (VigieScene *scene, gboolean from_text)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const VigieMark *mark = &g_array_index (scene->marks, VigieMark, i);
      VigieDatum *datum;

      if (mark->datum == VIGIE_NO_DATUM || (mark->kind == VIGIE_MARK_TEXT) != from_text)
        continue;

      datum = &g_array_index (scene->data, VigieDatum, mark->datum);
      if (vigie_box_is_empty (&datum->bounds))
        datum->bounds = mark->box;
      else if (!from_text)
        datum->bounds = vigie_box_union (&datum->bounds, &mark->box);
    }
}

/**
 * vigie_scene_builder_end:
 * @self: a builder; all that is left to do with it is to free it
 *
 * Returns: (transfer full): the scene
 */
VigieScene *
vigie_scene_builder_end (VigieSceneBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->scene != NULL, NULL);

  if (self->frame.mirrored)
    vigie_scene_mirror (self->scene);
  work_out_bounds (self->scene, FALSE);
  work_out_bounds (self->scene, TRUE);
  vigie_scene_drop_idle_keys (self->scene);

  return g_steal_pointer (&self->scene);
}

/**
 * vigie_scene_builder_get_frame:
 * @self: a builder
 *
 * Returns: (transfer none): the room there is
 */
const VigieFrame *
vigie_scene_builder_get_frame (VigieSceneBuilder *self)
{
  return &self->frame;
}

/**
 * vigie_scene_builder_em:
 * @self: a builder
 * @points: a length on a workstation
 *
 * Returns: the same length where text is as large as it is in this scene
 */
double
vigie_scene_builder_em (VigieSceneBuilder *self, double points)
{
  return points * self->frame.text_scale;
}

/**
 * vigie_scene_builder_set_preferred_height:
 * @self: a builder
 * @height: the height at which every label has room, in points
 */
void
vigie_scene_builder_set_preferred_height (VigieSceneBuilder *self, double height)
{
  self->scene->preferred_height = height;
}

/**
 * vigie_scene_builder_navigate_by_rank:
 * @self: a builder
 *
 * Makes the arrow keys go by the data's rank across and down, as in a scatter of points, rather than along rows.
 */
void
vigie_scene_builder_navigate_by_rank (VigieSceneBuilder *self)
{
  self->scene->by_rank = TRUE;
}

const char *
vigie_scene_builder_keep (VigieSceneBuilder *self, const char *text)
{
  return g_string_chunk_insert (self->scene->words, text != NULL ? text : "");
}

/**
 * vigie_scene_builder_add_datum:
 * @self: a builder
 * @datum: what the marks to come will show; its words are copied, its bounds not read
 *
 * Returns: its index, to give to the marks
 */
int
vigie_scene_builder_add_datum (VigieSceneBuilder *self, const VigieDatum *datum)
{
  VigieDatum copy = *datum;

  copy.label = vigie_scene_builder_keep (self, datum->label);
  copy.value_text = vigie_scene_builder_keep (self, datum->value_text);
  copy.key = datum->key != NULL ? vigie_scene_builder_keep (self, datum->key) : NULL;
  copy.bounds = (VigieBox) { 0 };
  g_array_append_val (self->scene->data, copy);

  return (int) self->scene->data->len - 1;
}

/**
 * vigie_scene_builder_add_key:
 * @self: a builder
 * @key: an entry of a legend; its label is copied
 *
 * Lets the entry pick out what it explains; one that turns out to explain no datum is forgotten.
 */
void
vigie_scene_builder_add_key (VigieSceneBuilder *self, const VigieKey *key)
{
  VigieKey copy = *key;

  copy.label = vigie_scene_builder_keep (self, key->label);
  g_array_append_val (self->scene->keys, copy);
}

void
vigie_scene_builder_append_mark (VigieSceneBuilder *self, const VigieMark *mark)
{
  g_return_if_fail (mark->datum < (int) self->scene->data->len);

  g_array_append_val (self->scene->marks, *mark);
}

/**
 * vigie_scene_builder_rect:
 * @self: a builder
 * @box: where
 * @radius: of its corners, in points
 * @style: how
 * @datum: what it shows, or %VIGIE_NO_DATUM
 */
void
vigie_scene_builder_rect (VigieSceneBuilder *self, const VigieBox *box, double radius, const VigieStyle *style,
                          int datum)
{
  vigie_scene_builder_append_mark (self, &(VigieMark) {
                                           .kind = VIGIE_MARK_RECT,
                                           .box = { box->x, box->y, MAX (box->width, 0), MAX (box->height, 0) },
                                           .radius = MIN (radius, MAX (MIN (box->width, box->height), 0) / 2),
                                           .style = *style,
                                           .datum = datum,
                                         });
}

static VigieBox
box_of_points (const VigiePoint *points, gsize n_points)
{
  VigieBox box = { points[0].x, points[0].y, 0, 0 };

  for (gsize i = 1; i < n_points; i++)
    box = vigie_box_union (&box, &(VigieBox) { points[i].x, points[i].y, 0, 0 });

  return box;
}

static void
append_path (VigieSceneBuilder *self, VigieMarkKind kind, const VigiePoint *points, gsize n_points,
             const VigieStyle *style, int datum)
{
  VigiePoint *copy;

  g_return_if_fail (points != NULL && n_points >= 2);

  copy = g_memdup2 (points, n_points * sizeof (VigiePoint));
  g_ptr_array_add (self->scene->points, copy);
  vigie_scene_builder_append_mark (self, &(VigieMark) {
                                           .kind = kind,
                                           .box = box_of_points (points, n_points),
                                           .points = copy,
                                           .n_points = n_points,
                                           .style = *style,
                                           .datum = datum,
                                         });
}

/**
 * vigie_scene_builder_line:
 * @self: a builder
 * @x1: from here
 * @y1: from here
 * @x2: to there
 * @y2: to there
 * @style: how
 * @datum: what it shows, or %VIGIE_NO_DATUM
 */
void
vigie_scene_builder_line (VigieSceneBuilder *self, double x1, double y1, double x2, double y2, const VigieStyle *style,
                          int datum)
{
  append_path (self, VIGIE_MARK_LINE, (VigiePoint[]) { { x1, y1 }, { x2, y2 } }, 2, style, datum);
}

/**
 * vigie_scene_builder_polyline:
 * @self: a builder
 * @points: (array length=n_points): where it goes through; copied
 * @n_points: at least 2
 * @style: how
 * @datum: what it shows, or %VIGIE_NO_DATUM
 */
void
vigie_scene_builder_polyline (VigieSceneBuilder *self, const VigiePoint *points, gsize n_points,
                              const VigieStyle *style, int datum)
{
  append_path (self, VIGIE_MARK_LINE, points, n_points, style, datum);
}

/**
 * vigie_scene_builder_area:
 * @self: a builder
 * @points: (array length=n_points): its corners; copied
 * @n_points: at least 2
 * @style: how
 * @datum: what it shows, or %VIGIE_NO_DATUM
 */
void
vigie_scene_builder_area (VigieSceneBuilder *self, const VigiePoint *points, gsize n_points, const VigieStyle *style,
                          int datum)
{
  append_path (self, VIGIE_MARK_AREA, points, n_points, style, datum);
}

/**
 * vigie_scene_builder_symbol:
 * @self: a builder
 * @symbol: which one
 * @x: of its middle, in points
 * @y: of its middle, in points
 * @size: the diameter of the disc that has its area, in points
 * @style: how
 * @datum: what it shows, or %VIGIE_NO_DATUM
 */
void
vigie_scene_builder_symbol (VigieSceneBuilder *self, VigieSymbol symbol, double x, double y, double size,
                            const VigieStyle *style, int datum)
{
  vigie_scene_builder_append_mark (self, &(VigieMark) {
                                           .kind = VIGIE_MARK_SYMBOL,
                                           .symbol = symbol,
                                           .box = { x - size / 2, y - size / 2, size, size },
                                           .style = *style,
                                           .datum = datum,
                                         });
}

/**
 * vigie_scene_builder_append_scene:
 * @self: a builder
 * @scene: a finished scene, of the same text scale
 * @x: where its left goes
 * @y: where its top goes
 *
 * Takes over the marks and data of @scene, which is read in the direction of the builder's frame. For the arrow keys its
 * rows follow those that there are.
 */
void
vigie_scene_builder_append_scene (VigieSceneBuilder *self, const VigieScene *scene, double x, double y)
{
  int first_datum = (int) self->scene->data->len;
  int first_row = 0;

  self->scene->by_rank = scene->by_rank;
  self->scene->n_omitted += scene->n_omitted;

  for (int i = 0; i < first_datum; i++)
    first_row = MAX (first_row, g_array_index (self->scene->data, VigieDatum, i).row + 1);
  for (guint i = 0; i < scene->data->len; i++)
    {
      VigieDatum datum = g_array_index (scene->data, VigieDatum, i);

      datum.row += first_row;
      vigie_scene_builder_add_datum (self, &datum);
    }

  for (guint i = 0; i < scene->keys->len; i++)
    {
      VigieKey key = g_array_index (scene->keys, VigieKey, i);

      key.box = vigie_scene_unmirror_box (scene, &key.box);
      key.box.x += x;
      key.box.y += y;
      vigie_scene_builder_add_key (self, &key);
    }

  for (guint i = 0; i < scene->marks->len; i++)
    {
      VigieMark mark = vigie_scene_unmirror_mark (scene, &g_array_index (scene->marks, VigieMark, i));

      mark.box.x += x;
      mark.box.y += y;
      if (mark.datum != VIGIE_NO_DATUM)
        mark.datum += first_datum;
      if (mark.text != NULL)
        {
          mark.text = vigie_scene_builder_keep (self, mark.text);
          g_array_append_val (self->text_boxes, mark.box);
        }
      if (mark.points != NULL)
        {
          VigiePoint *points = g_new (VigiePoint, mark.n_points);

          for (gsize j = 0; j < mark.n_points; j++)
            {
              points[j] = vigie_scene_unmirror_point (scene, &mark.points[j]);
              points[j] = (VigiePoint) { points[j].x + x, points[j].y + y };
            }
          mark.points = points;
          g_ptr_array_add (self->scene->points, points);
        }
      vigie_scene_builder_append_mark (self, &mark);
    }
}
