// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scene-private.h"

/*
 * Charts for those who read from right to left. A chart is laid out as if from left to right and then mirrored as a
 * whole, axes, bars and legend alike; words and symbols change their place and stay as they are. Mirrored twice, a scene
 * is what it was.
 */

static VigieBox
mirror_box (const VigieBox *box, double width)
{
  return (VigieBox) { width - box->x - box->width, box->y, box->width, box->height };
}

static VigieAlign
mirror_align (VigieAlign align)
{
  switch (align)
    {
    case VIGIE_ALIGN_START:
      return VIGIE_ALIGN_END;
    case VIGIE_ALIGN_END:
      return VIGIE_ALIGN_START;
    case VIGIE_ALIGN_CENTER:
    default:
      return align;
    }
}

static VigieMark
mirror_mark (const VigieMark *mark, double width)
{
  VigieMark copy = *mark;

  copy.box = mirror_box (&mark->box, width);
  if (mark->kind == VIGIE_MARK_TEXT && !mark->vertical)
    copy.align = mirror_align (mark->align);
  return copy;
}

/* In place; its points are its own. */
void
vigie_scene_mirror (VigieScene *self)
{
  self->mirrored = !self->mirrored;
  for (guint i = 0; i < self->marks->len; i++)
    {
      VigieMark *mark = &g_array_index (self->marks, VigieMark, i);
      VigiePoint *points = (VigiePoint *) mark->points;

      *mark = mirror_mark (mark, self->width);
      for (gsize j = 0; j < mark->n_points; j++)
        points[j].x = self->width - points[j].x;
    }
  for (guint i = 0; i < self->keys->len; i++)
    {
      VigieKey *key = &g_array_index (self->keys, VigieKey, i);

      key->box = mirror_box (&key->box, self->width);
    }
}

/* As it was laid out, from left to right. */
VigieBox
vigie_scene_unmirror_box (const VigieScene *self, const VigieBox *box)
{
  return self->mirrored ? mirror_box (box, self->width) : *box;
}

VigieMark
vigie_scene_unmirror_mark (const VigieScene *self, const VigieMark *mark)
{
  return self->mirrored ? mirror_mark (mark, self->width) : *mark;
}

VigiePoint
vigie_scene_unmirror_point (const VigieScene *self, const VigiePoint *point)
{
  return (VigiePoint) { self->mirrored ? self->width - point->x : point->x, point->y };
}
