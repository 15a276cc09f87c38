// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-heading.h"

#include "vigie-scene-builder.h"

/* A title that says what is asked, a sentence that answers, the chart that shows it, and where it is from. */

#define MARGIN 24.0
#define MARGIN_SHARE 0.08
#define TITLE_GAP 4.0
#define CHART_GAP 18.0
#define FOOTNOTE_GAP 12.0
#define TITLE_LINES 2
#define SENTENCE_LINES 3
#define FOOTNOTE_LINES 3

typedef struct
{
  double margin;
  VigieTextSpec title;
  VigieTextSpec sentence;
  VigieTextSpec footnote;
  VigieBox chart;
} Parts;

static double
height_of (VigieSceneBuilder *builder, const char *text, const VigieTextSpec *spec)
{
  return text != NULL && *text != '\0' ? vigie_scene_builder_text_box (builder, text, spec).height : 0;
}

static VigieTextSpec
spec_of (VigieSceneBuilder *builder, const Parts *parts, VigieTextRole role, VigiePaint paint, int max_lines)
{
  double width = vigie_scene_builder_get_frame (builder)->width - 2 * parts->margin;

  return (VigieTextSpec) {
    .x = parts->margin,
    .role = role,
    .paint = paint,
    .width = MAX (width, 1),
    .max_lines = max_lines,
  };
}

static void
divide (VigieSceneBuilder *builder, const VigieHeading *heading, Parts *parts)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (builder);
  double title, sentence, footnote;

  parts->margin = MIN (vigie_scene_builder_em (builder, MARGIN), MIN (frame->width, frame->height) * MARGIN_SHARE);
  parts->title = spec_of (builder, parts, VIGIE_TEXT_TITLE, VIGIE_PAINT_TEXT, TITLE_LINES);
  parts->sentence = spec_of (builder, parts, VIGIE_TEXT_SENTENCE, VIGIE_PAINT_TEXT_MUTED, SENTENCE_LINES);
  parts->footnote = spec_of (builder, parts, VIGIE_TEXT_NOTE, VIGIE_PAINT_TEXT_MUTED, FOOTNOTE_LINES);
  parts->footnote.anchor = VIGIE_ANCHOR_BOTTOM;

  title = height_of (builder, heading->title, &parts->title);
  sentence = height_of (builder, heading->sentence, &parts->sentence);
  footnote = height_of (builder, heading->footnote, &parts->footnote);

  parts->title.y = parts->margin;
  parts->sentence.y = parts->title.y + title + vigie_scene_builder_em (builder, TITLE_GAP);
  parts->footnote.y = frame->height - parts->margin;
  parts->chart.x = parts->margin;
  parts->chart.y = parts->sentence.y + sentence + vigie_scene_builder_em (builder, CHART_GAP);
  parts->chart.width = MAX (frame->width - 2 * parts->margin, 1);
  parts->chart.height =
    parts->footnote.y - footnote - parts->chart.y - (footnote > 0 ? vigie_scene_builder_em (builder, FOOTNOTE_GAP) : 0);
  parts->chart.height = MAX (parts->chart.height, 1);
}

/**
 * vigie_heading_get_room:
 * @self: a heading
 * @outer: the whole picture
 * @inner: (out caller-allocates): the room it leaves for the chart
 *
 * Lay the chart out in @inner, then put the two together by vigie_scene_with_heading().
 */
void
vigie_heading_get_room (const VigieHeading *self, const VigieFrame *outer, VigieFrame *inner)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  Parts parts = { 0 };

  g_return_if_fail (self != NULL && outer != NULL && inner != NULL);

  builder = vigie_scene_builder_new (outer);
  divide (builder, self, &parts);
  *inner = *outer;
  inner->width = parts.chart.width;
  inner->height = parts.chart.height;
}

/**
 * vigie_scene_with_heading:
 * @scene: laid out in the frame that vigie_heading_get_room() gave
 * @heading: the words
 * @outer: the whole picture
 *
 * Returns: (transfer full): a scene of words and chart, with the chart's data
 */
VigieScene *
vigie_scene_with_heading (const VigieScene *scene, const VigieHeading *heading, const VigieFrame *outer)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  Parts parts = { 0 };

  g_return_val_if_fail (scene != NULL && heading != NULL && outer != NULL, NULL);

  builder = vigie_scene_builder_new (outer);
  divide (builder, heading, &parts);
  vigie_scene_builder_append_scene (builder, scene, parts.chart.x, parts.chart.y);
  vigie_scene_builder_text (builder, heading->title, &parts.title, VIGIE_NO_DATUM);
  vigie_scene_builder_text (builder, heading->sentence, &parts.sentence, VIGIE_NO_DATUM);
  vigie_scene_builder_text (builder, heading->footnote, &parts.footnote, VIGIE_NO_DATUM);
  vigie_scene_builder_set_preferred_height (builder, vigie_scene_get_preferred_height (scene) + outer->height -
                                                       parts.chart.height);

  return vigie_scene_builder_end (builder);
}
