// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-scene-builder-private.h"

/* The text of a scene: where it goes, and whether there is room for it. */

/* Text boxes hold more than ink, so that two of them may touch. */
#define TEXT_SLACK 0.5

static VigieFont
font_of (VigieSceneBuilder *self, const VigieTextSpec *spec)
{
  return (VigieFont) { spec->role, vigie_frame_font_size (&self->frame, spec->role), spec->strong };
}

static double
wrap_width_of (VigieSceneBuilder *self, const VigieTextSpec *spec)
{
  double room = spec->vertical ? self->frame.height : self->frame.width;

  return spec->width > 0 ? MIN (spec->width, room) : room;
}

static VigieBox
place_text (const VigieTextSpec *spec, const VigieTextExtents *extents)
{
  VigieBox box = { spec->x, spec->y, spec->vertical ? extents->height : extents->width,
                   spec->vertical ? extents->width : extents->height };

  if (spec->align == VIGIE_ALIGN_CENTER)
    box.x -= box.width / 2;
  else if (spec->align == VIGIE_ALIGN_END)
    box.x -= box.width;

  if (spec->anchor == VIGIE_ANCHOR_MIDDLE)
    box.y -= box.height / 2;
  else if (spec->anchor == VIGIE_ANCHOR_BASELINE)
    box.y -= extents->baseline;
  else if (spec->anchor == VIGIE_ANCHOR_BOTTOM)
    box.y -= box.height;

  return box;
}

static gboolean
is_free (VigieSceneBuilder *self, const VigieBox *box)
{
  const VigieBox scene = { 0, 0, self->frame.width, self->frame.height };

  if (!vigie_box_within (box, &scene, TEXT_SLACK))
    return FALSE;

  for (guint i = 0; i < self->text_boxes->len; i++)
    {
      if (vigie_box_overlaps (box, &g_array_index (self->text_boxes, VigieBox, i), TEXT_SLACK))
        return FALSE;
    }

  return TRUE;
}

/* A text that wants to stand out of the scene to the left or right moves in; upwards and downwards it has its line. */
static void
move_in (VigieSceneBuilder *self, VigieBox *box)
{
  box->x = MAX (MIN (box->x, self->frame.width - box->width), 0);
}

/**
 * vigie_scene_builder_text_box:
 * @self: a builder
 * @text: UTF-8
 * @spec: how and where
 *
 * Returns: the box vigie_scene_builder_text() would set the text in
 */
VigieBox
vigie_scene_builder_text_box (VigieSceneBuilder *self, const char *text, const VigieTextSpec *spec)
{
  VigieFont font = font_of (self, spec);
  VigieTextExtents extents = vigie_text_measure (text, &font, wrap_width_of (self, spec), spec->max_lines);
  VigieBox box;

  box = place_text (spec, &extents);
  move_in (self, &box);

  return box;
}

/**
 * vigie_scene_builder_text:
 * @self: a builder
 * @text: (nullable): UTF-8; nothing is set for %NULL or ""
 * @spec: how and where
 * @datum: what it shows, or %VIGIE_NO_DATUM
 *
 * Sets a text, unless it would stand on another text or outside of the scene.
 *
 * Returns: whether it was set
 */
gboolean
vigie_scene_builder_text (VigieSceneBuilder *self, const char *text, const VigieTextSpec *spec, int datum)
{
  VigieBox box;

  if (text == NULL || *text == '\0')
    return FALSE;

  box = vigie_scene_builder_text_box (self, text, spec);
  if (!is_free (self, &box))
    {
      self->scene->n_omitted++;
      return FALSE;
    }

  if (spec->plate)
    {
      const VigieBox scene = { 0, 0, self->frame.width, self->frame.height };
      VigieBox plate = vigie_box_inset (&box, -vigie_scene_builder_em (self, 3), 0);

      plate = vigie_box_intersection (&plate, &scene);
      vigie_scene_builder_rect (self, &plate, vigie_scene_builder_em (self, 2),
                                &(VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND }, VIGIE_NO_DATUM);
    }

  g_array_append_val (self->text_boxes, box);
  vigie_scene_builder_append_mark (
    self, &(VigieMark) {
            .kind = VIGIE_MARK_TEXT,
            .box = box,
            .style = { .fill = spec->paint != VIGIE_PAINT_NONE ? spec->paint : VIGIE_PAINT_TEXT },
            .on = spec->on != VIGIE_PAINT_NONE ? spec->on : VIGIE_PAINT_BACKGROUND,
            .text = vigie_scene_builder_keep (self, text),
            .font = font_of (self, spec),
            .align = spec->align,
            .wrap_width = wrap_width_of (self, spec),
            .max_lines = MAX (spec->max_lines, 1),
            .vertical = spec->vertical,
            .datum = datum,
          });

  return TRUE;
}

/**
 * vigie_scene_builder_text_width:
 * @self: a builder
 * @text: (nullable): UTF-8
 * @role: what it is for
 * @strong: whether it is bold
 *
 * Returns: the width of @text on one line, in points; 0 for none
 */
double
vigie_scene_builder_text_width (VigieSceneBuilder *self, const char *text, VigieTextRole role, gboolean strong)
{
  VigieFont font = { role, vigie_frame_font_size (&self->frame, role), strong };

  return text != NULL && *text != '\0' ? vigie_text_measure (text, &font, -1, 1).width : 0;
}

/**
 * vigie_scene_builder_line_height:
 * @self: a builder
 * @role: what a text is for
 *
 * Returns: the height of one line of it, in points
 */
double
vigie_scene_builder_line_height (VigieSceneBuilder *self, VigieTextRole role)
{
  VigieFont font = { role, vigie_frame_font_size (&self->frame, role), FALSE };

  return vigie_text_measure ("Éy", &font, -1, 1).height;
}

/**
 * vigie_scene_builder_get_text_boxes:
 * @self: a builder
 * @n_boxes: (out): how many
 *
 * Returns: (transfer none) (array length=n_boxes): where texts are so far; of use until the next is set
 */
const VigieBox *
vigie_scene_builder_get_text_boxes (VigieSceneBuilder *self, guint *n_boxes)
{
  *n_boxes = self->text_boxes->len;

  return &g_array_index (self->text_boxes, VigieBox, 0);
}

/**
 * vigie_scene_builder_empty_state:
 * @self: a builder
 * @text: (nullable): why there is nothing to show, and what to do about it
 *
 * Sets @text in the middle of the scene.
 */
void
vigie_scene_builder_empty_state (VigieSceneBuilder *self, const char *text)
{
  double margin = vigie_scene_builder_em (self, 12);

  vigie_scene_builder_set_preferred_height (self, vigie_scene_builder_em (self, 120));
  vigie_scene_builder_text (self, text,
                            &(VigieTextSpec) {
                              .x = self->frame.width / 2,
                              .y = self->frame.height / 2,
                              .align = VIGIE_ALIGN_CENTER,
                              .anchor = VIGIE_ANCHOR_MIDDLE,
                              .role = VIGIE_TEXT_SENTENCE,
                              .paint = VIGIE_PAINT_TEXT_MUTED,
                              .width = MIN (self->frame.width - 2 * margin, vigie_scene_builder_em (self, 420)),
                              .max_lines = 4,
                            },
                            VIGIE_NO_DATUM);
}
