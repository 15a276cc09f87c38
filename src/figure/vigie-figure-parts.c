// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A figure of two charts, one above the other, the lower with a title of its own.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-private.h"

#include "vigie-scene-builder.h"

#define PART_GAP 18.0
/* Of a lower one the axis, which may take only a share of a chart, would lose its numbers. */
#define LEAST_HEIGHT 110.0

static double
ask (const VigieFigure *self, VigieFigurePart part, const VigieFrame *frame)
{
  g_autoptr (VigieScene) scene = part (self, frame);

  return MAX (vigie_scene_get_preferred_height (scene), LEAST_HEIGHT * frame->text_scale);
}

/**
 * vigie_figure_layout_parts:
 * @upper: lays out the first chart
 * @title: of the second
 * @lower: lays out the second
 *
 * Both get the height that they ask for, and where the room is too low for it, each its share of the room.
 *
 * Returns: (transfer full): both
 */
VigieScene *
vigie_figure_layout_parts (const VigieFigure *self, VigieFigurePart upper, const char *title, VigieFigurePart lower,
                           const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (frame);
  g_autoptr (VigieScene) above = NULL;
  g_autoptr (VigieScene) below = NULL;
  VigieTextSpec spec = { .role = VIGIE_TEXT_HEADING, .strong = TRUE, .width = frame->width, .max_lines = 2 };
  VigieFrame first = *frame, second = *frame;
  double gap = vigie_scene_builder_em (builder, PART_GAP);
  double title_height = vigie_scene_builder_text_box (builder, title, &spec).height + gap / 2;
  double room = MAX (frame->height - gap - title_height, 1);
  double asked_above = ask (self, upper, frame);
  double asked_below = ask (self, lower, frame);

  second.height = asked_below * MIN (1, room / (asked_above + asked_below));
  first.height = room - second.height;
  above = upper (self, &first);
  below = lower (self, &second);
  spec.y = first.height + gap;
  vigie_scene_builder_append_scene (builder, above, 0, 0);
  vigie_scene_builder_text (builder, title, &spec, VIGIE_NO_DATUM);
  vigie_scene_builder_append_scene (builder, below, 0, spec.y + title_height);
  vigie_scene_builder_set_preferred_height (builder, asked_above + gap + title_height + asked_below);
  return vigie_scene_builder_end (builder);
}
