// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-heat-legend.h"

#include <math.h>

#include "vigie-legend.h"

/* What the shades and the patterns of a heat map mean; patterns only where there are any. */

#define STEP_WIDTH 16.0
#define STEP_HEIGHT 10.0
#define LABEL_GAP 6.0
#define PART_GAP 24.0
#define LINE_GAP 4.0
#define N_STEPS 7

static double
draw_steps (VigieSceneBuilder *builder, const VigieHeatMap *data, double line)
{
  double height = vigie_scene_builder_em (builder, STEP_HEIGHT);
  double width = vigie_scene_builder_em (builder, STEP_WIDTH);
  double gap = vigie_scene_builder_em (builder, LABEL_GAP);
  double frame_width = vigie_scene_builder_get_frame (builder)->width;
  VigiePaint first = data->scale == VIGIE_HEAT_DIVERGING ? VIGIE_PAINT_DIVERGE_1 : VIGIE_PAINT_HEAT_1;
  VigieTextSpec spec = { .y = line / 2, .anchor = VIGIE_ANCHOR_MIDDLE, .role = VIGIE_TEXT_NOTE };
  double low = vigie_scene_builder_text_width (builder, data->low_label, VIGIE_TEXT_NOTE, FALSE);
  double high = vigie_scene_builder_text_width (builder, data->high_label, VIGIE_TEXT_NOTE, FALSE);
  double room;

  if (data->low_label == NULL || data->high_label == NULL)
    return 0;

  /* Where there is little width the steps give way first, then the labels. */
  width = CLAMP ((frame_width - low - high - 2 * gap - 1) / N_STEPS, width / 2, width);
  room = MAX (frame_width - N_STEPS * width - 2 * gap, 2);
  low = MIN (low, MAX (room - high, room / 2));
  spec.width = ceil (low);
  vigie_scene_builder_text (builder, data->low_label, &spec, VIGIE_NO_DATUM);

  spec.x = spec.width + gap;
  for (guint i = 0; i < N_STEPS && spec.x + width <= frame_width; i++, spec.x += width)
    vigie_scene_builder_rect (builder, &(VigieBox) { spec.x, (line - height) / 2, width - 1, height }, 0,
                              &(VigieStyle) { .fill = first + i }, VIGIE_NO_DATUM);

  spec.x += gap;
  spec.width = MAX (frame_width - spec.x, 1);
  vigie_scene_builder_text (builder, data->high_label, &spec, VIGIE_NO_DATUM);

  return spec.x + MIN (high, spec.width);
}

/**
 * vigie_heat_change_style:
 * @builder: a builder
 *
 * Returns: how the triangles look that say what has grown: seen on every shade
 */
VigieStyle
vigie_heat_change_style (VigieSceneBuilder *builder)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND,
                        .stroke = VIGIE_PAINT_TEXT,
                        .stroke_width = vigie_scene_builder_em (builder, 1.25) };
}

static guint
fill_entries (VigieSceneBuilder *builder, const VigieHeatMap *data, VigieLegendEntry *entries)
{
  gboolean hidden = FALSE, flagged = FALSE, unmeasured = FALSE, less = FALSE, more = FALSE;
  guint n = 0;

  for (gsize i = 0; i < data->n_rows * data->n_columns; i++)
    {
      hidden |= data->cells[i].hidden;
      flagged |= data->cells[i].flagged;
      less |= data->cells[i].change < 0;
      more |= data->cells[i].change > 0;
      unmeasured |= isnan (data->cells[i].value) && !data->cells[i].hidden && !data->cells[i].absent;
    }

  if (flagged)
    entries[n++] = (VigieLegendEntry) { .label = data->flag_label,
                                        .kind = VIGIE_LEGEND_SYMBOL,
                                        .symbol = VIGIE_SYMBOL_TRIANGLE_DOWN,
                                        .style = { .fill = VIGIE_PAINT_TEXT } };
  if (less)
    entries[n++] = (VigieLegendEntry) { .label = data->less_label,
                                        .kind = VIGIE_LEGEND_SYMBOL,
                                        .symbol = VIGIE_SYMBOL_TRIANGLE_DOWN,
                                        .style = vigie_heat_change_style (builder) };
  if (more)
    entries[n++] = (VigieLegendEntry) { .label = data->more_label,
                                        .kind = VIGIE_LEGEND_SYMBOL,
                                        .symbol = VIGIE_SYMBOL_TRIANGLE_UP,
                                        .style = vigie_heat_change_style (builder) };
  if (unmeasured)
    entries[n++] = (VigieLegendEntry) {
      .label = data->not_measured_text,
      .style = { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH },
    };
  if (hidden)
    entries[n++] = (VigieLegendEntry) {
      .label = data->hidden_text,
      .style = { .fill = VIGIE_PAINT_HIDDEN, .pattern = VIGIE_PATTERN_DOTS },
    };

  return n;
}

/**
 * vigie_heat_legend_draw:
 * @builder: a builder
 * @data: a heat map
 *
 * Draws the legend at the top of the scene.
 *
 * Returns: its height, in points; 0 when there is nothing to explain
 */
double
vigie_heat_legend_draw (VigieSceneBuilder *builder, const VigieHeatMap *data)
{
  double line = vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE);
  double width = vigie_scene_builder_get_frame (builder)->width;
  double steps = draw_steps (builder, data, line);
  double x = steps > 0 ? steps + vigie_scene_builder_em (builder, PART_GAP) : 0;
  VigieLegendEntry entries[5] = { 0 };
  guint n = fill_entries (builder, data, entries);
  double height = n > 0 && x < width ? vigie_legend_height (builder, entries, n, width - x) : 0;
  double y = 0;

  /* On the line of the steps where there is room for all, else under it. */
  if (n > 0 && (x >= width * 0.7 || height > line * 1.5))
    {
      y = steps > 0 ? line + vigie_scene_builder_em (builder, LINE_GAP) : 0;
      x = 0;
      height = vigie_legend_height (builder, entries, n, width);
    }
  height = MIN (height, vigie_scene_builder_get_frame (builder)->height * VIGIE_LEGEND_SHARE);
  vigie_legend_draw (builder, entries, n, &(VigieBox) { x, y, width - x, height });

  return MAX (steps > 0 ? line : 0, n > 0 ? y + height : 0);
}
