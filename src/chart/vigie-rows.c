// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-rows.h"

#include <math.h>

/*
 *  names beside (wide)                      names above (narrow)
 *  ┌──────────┬───────────────────┬───────┐ ┌───────────────────────┬───────┐
 *  │ Name     │ ▆▆▆▆▆▆▆▆▆▆        │  82 % │ │ Name                          │
 *  ├──────────┼───────────────────┼───────┤ │ ▆▆▆▆▆▆▆▆▆▆            │  82 % │
 *  │ Name     │ ▆▆▆▆▆             │  41 % │ ├───────────────────────┼───────┤
 *  └──────────┴───────────────────┴───────┘ └───────────────────────┴───────┘
 *   name_width         plot        right              plot            right
 */

#define ROW_PREFERRED 34.0
#define ROW_MOST 68.0
#define BAND_MOST 36.0
#define BAND_FILLING 0.62
#define BAND_PREFERRED 18.0
#define ROW_GAP 12.0
#define NAME_GAP 12.0
#define NAME_ABOVE_GAP 2.0
#define NAME_SHARE 0.36
#define RIGHT_GAP 10.0

static void
put_names_above (VigieRows *self, VigieSceneBuilder *builder, double line, double step)
{
  double above = line + vigie_scene_builder_em (builder, NAME_ABOVE_GAP);
  double gap = MIN (vigie_scene_builder_em (builder, ROW_GAP), step * 0.2);

  self->names_above = TRUE;
  self->name_width = self->room.width;
  self->name_lines = 1;
  self->lead = above;
  self->scale = (VigieBandScale) { self->room.y, floor (step), MAX (floor (step - above - gap), 2) };
}

static void
put_names_beside (VigieRows *self, VigieSceneBuilder *builder, double line, guint n_rows, double longest_name,
                  double step)
{
  double gap = longest_name > 0 ? vigie_scene_builder_em (builder, NAME_GAP) : 0;

  self->names_above = FALSE;
  self->name_width = MIN (ceil (longest_name), self->room.width * NAME_SHARE);
  self->name_lines = step >= 2 * line ? 2 : 1;
  self->scale = vigie_band_scale (self->room.y, step * n_rows, n_rows, BAND_FILLING);
  self->scale.band = MIN (self->scale.band, vigie_scene_builder_em (builder, BAND_MOST));
  self->plot.x += self->name_width + gap;
  self->plot.width -= self->name_width + gap;
}

/**
 * vigie_rows_room:
 * @builder: a builder
 * @header: the height that is wanted over the rows, in points
 * @foot: the height that is wanted under them
 *
 * Returns: what is left for the rows; where there is hardly any, what is around them has to give way
 */
VigieBox
vigie_rows_room (VigieSceneBuilder *builder, double header, double foot)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (builder);
  double top = MIN (header, frame->height * VIGIE_HEADER_SHARE);
  double bottom = MIN (foot, frame->height * VIGIE_FOOTER_SHARE);

  return (VigieBox) { 0, top, frame->width, MAX (frame->height - top - bottom, 1) };
}

/**
 * vigie_rows_init:
 * @self: (out caller-allocates): rows
 * @builder: a builder
 * @room: where they may be
 * @n_rows: how many, at least 1
 * @longest_name: the width of the longest name, in points
 * @right_width: the width of the numbers right of the marks, in points; 0 for none
 *
 * Divides @room. Rows are as high as there is room for, up to a height beyond which they would fall apart.
 */
void
vigie_rows_init (VigieRows *self, VigieSceneBuilder *builder, const VigieBox *room, guint n_rows, double longest_name,
                 double right_width)
{
  double line = vigie_scene_builder_line_height (builder, VIGIE_TEXT_LABEL);
  double step = MIN (MAX (room->height, 1) / n_rows, vigie_scene_builder_em (builder, ROW_MOST));
  double above = line + vigie_scene_builder_em (builder, NAME_ABOVE_GAP + BAND_PREFERRED + ROW_GAP);
  gboolean narrow = vigie_frame_is_narrow (vigie_scene_builder_get_frame (builder));

  *self = (VigieRows) { .room = *room, .plot = *room };
  self->preferred_height = n_rows * (narrow ? above : vigie_scene_builder_em (builder, ROW_PREFERRED));

  if (narrow && step >= 1.8 * line)
    put_names_above (self, builder, line, MIN (step, above * 1.4));
  else
    put_names_beside (self, builder, line, n_rows, longest_name, step);

  if (right_width > 0)
    self->plot.width -= right_width + vigie_scene_builder_em (builder, RIGHT_GAP);

  self->plot.width = MAX (self->plot.width, 1);
  self->plot.height = self->scale.step * n_rows;
}

/**
 * vigie_rows_fit:
 * @self: rows
 * @builder: a builder
 * @n_rows: how many there are
 *
 * Returns: @n_rows where each has room for its name, or where the frame has no words for those that have not; else
 *   how many to show, one line being left to say how many more there are
 */
guint
vigie_rows_fit (const VigieRows *self, VigieSceneBuilder *builder, gsize n_rows)
{
  double line = ceil (vigie_scene_builder_line_height (builder, VIGIE_TEXT_LABEL));
  double most = floor (self->room.height / line);

  if (vigie_scene_builder_get_frame (builder)->format_more == NULL || (double) n_rows <= most)
    return (guint) n_rows;
  return (guint) MAX (most - 1, 1);
}

/**
 * vigie_rows_frame_of_fewer:
 * @builder: a builder
 *
 * Returns: the room for the rows that are shown where vigie_rows_fit() leaves some out
 */
VigieFrame
vigie_rows_frame_of_fewer (VigieSceneBuilder *builder)
{
  VigieFrame frame = *vigie_scene_builder_get_frame (builder);

  frame.height = MAX (frame.height - vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE), 1);
  frame.format_more = NULL;
  return frame;
}

/**
 * vigie_rows_and_more:
 * @builder: a builder in which nothing is drawn yet
 * @fewer: (transfer full): the rows that are shown
 * @n_more: how many are not
 *
 * Returns: (transfer full): both, the number under the rows
 */
VigieScene *
vigie_rows_and_more (VigieSceneBuilder *builder, VigieScene *fewer, gsize n_more)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (builder);
  g_autoptr (VigieScene) shown = fewer;
  g_autofree char *text = frame->format_more ((double) n_more, frame->format_data);

  vigie_scene_builder_append_scene (builder, shown, 0, 0);
  vigie_scene_builder_text (
    builder, text,
    &(VigieTextSpec) {
      .y = frame->height, .anchor = VIGIE_ANCHOR_BOTTOM, .role = VIGIE_TEXT_NOTE, .paint = VIGIE_PAINT_TEXT_MUTED },
    VIGIE_NO_DATUM);
  return vigie_scene_builder_end (builder);
}

/**
 * vigie_rows_band:
 * @self: rows
 * @index: of a row, from 0
 *
 * Returns: where the row's marks are
 */
VigieBox
vigie_rows_band (const VigieRows *self, guint index)
{
  double y = self->names_above ? self->scale.start + index * self->scale.step + self->lead
                               : vigie_band_scale_start (&self->scale, index);

  return (VigieBox) { self->plot.x, y, self->plot.width, self->scale.band };
}

/**
 * vigie_rows_name:
 * @self: rows
 * @builder: a builder
 * @index: of a row, from 0
 * @name: of the row
 * @datum: what the row shows, or %VIGIE_NO_DATUM
 */
void
vigie_rows_name (const VigieRows *self, VigieSceneBuilder *builder, guint index, const char *name, int datum)
{
  VigieBox band = vigie_rows_band (self, index);
  VigieTextSpec spec = {
    .x = self->room.x,
    .y = vigie_box_middle_y (&band),
    .anchor = VIGIE_ANCHOR_MIDDLE,
    .role = VIGIE_TEXT_LABEL,
    .width = MAX (self->name_width, 1),
    .max_lines = self->name_lines,
  };

  if (self->names_above)
    {
      spec.y = band.y - vigie_scene_builder_em (builder, NAME_ABOVE_GAP);
      spec.anchor = VIGIE_ANCHOR_BOTTOM;
      spec.plate = TRUE;
    }

  vigie_scene_builder_text (builder, name, &spec, datum);
}

/**
 * vigie_rows_not_measured:
 * @self: rows
 * @builder: a builder
 * @index: of a row, from 0
 * @slot: the whole place its marks would be in
 * @text: (nullable): that nobody measured it
 * @datum: what the row shows, or %VIGIE_NO_DATUM
 *
 * Hatches the place of a value that nobody knows, so that it is never taken for 0.
 */
void
vigie_rows_not_measured (const VigieRows *self, VigieSceneBuilder *builder, guint index, const VigieBox *slot,
                         const char *text, int datum)
{
  VigieBox band = vigie_rows_band (self, index);
  double line = vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE);

  vigie_scene_builder_rect (builder, slot, vigie_scene_builder_em (builder, 2),
                            &(VigieStyle) { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH }, datum);

  if (band.height >= line * 0.9)
    vigie_scene_builder_text (builder, text,
                              &(VigieTextSpec) { .x = slot->x + vigie_scene_builder_em (builder, 10),
                                                 .y = vigie_box_middle_y (&band),
                                                 .anchor = VIGIE_ANCHOR_MIDDLE,
                                                 .role = VIGIE_TEXT_NOTE,
                                                 .width = MAX (slot->width - vigie_scene_builder_em (builder, 20), 1),
                                                 .plate = TRUE },
                              datum);
}
