// SPDX-License-Identifier: GPL-3.0-or-later

/* The counts under the lines, on the same axis of time. */

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-time-lines-private.h"

#include "vigie-axis.h"

#define BAR_FILLING 0.7

static const VigieStyle bar_style = { .fill = VIGIE_PAINT_NEUTRAL };

static double
em (const VigieTimeLinesLayout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

VigieFrame
vigie_time_lines_count_frame (const VigieTimeLinesLayout *layout)
{
  VigieFrame frame = *vigie_scene_builder_get_frame (layout->builder);

  frame.format = layout->data->format_count;
  return frame;
}

static void
draw_bar_ground (const VigieTimeLinesLayout *layout)
{
  g_autoptr (GArray) ticks = vigie_ticks (0, layout->count.domain_max, VIGIE_TIME_BAR_TICKS, 1);
  VigieFrame frame = vigie_time_lines_count_frame (layout);

  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      double y = vigie_linear_scale_map (&layout->count, value);
      g_autofree char *number = vigie_frame_format (&frame, value);

      vigie_scene_builder_line (
        layout->builder, layout->bars.x, y, vigie_box_right (&layout->bars), y,
        &(VigieStyle) { .stroke = i == 0 ? VIGIE_PAINT_AXIS : VIGIE_PAINT_GRID, .stroke_width = em (layout, 1) },
        VIGIE_NO_DATUM);
      /* The first number would stand on the names of the axis, the middle one between too low bars. */
      if (i + 1 == ticks->len)
        vigie_scene_builder_text (layout->builder, number,
                                  &(VigieTextSpec) { .x = layout->bars.x - em (layout, 5),
                                                     .y = y,
                                                     .align = VIGIE_ALIGN_END,
                                                     .anchor = VIGIE_ANCHOR_MIDDLE,
                                                     .role = VIGIE_TEXT_NOTE,
                                                     .paint = VIGIE_PAINT_TEXT_MUTED },
                                  VIGIE_NO_DATUM);
    }
  vigie_scene_builder_text (layout->builder, layout->data->bars_label,
                            &(VigieTextSpec) { .x = layout->bars.x,
                                               .y = layout->bars.y - em (layout, 5),
                                               .anchor = VIGIE_ANCHOR_BOTTOM,
                                               .role = VIGIE_TEXT_NOTE,
                                               .strong = TRUE,
                                               .width = layout->bars.width,
                                               .plate = TRUE },
                            VIGIE_NO_DATUM);
}

void
vigie_time_lines_draw_bars (const VigieTimeLinesLayout *layout)
{
  draw_bar_ground (layout);
  for (gsize i = 0; i < layout->data->n_bars; i++)
    {
      const VigieTimeBar *bar = &layout->data->bars[i];
      double from = vigie_linear_scale_map (&layout->time, bar->from);
      double to = vigie_linear_scale_map (&layout->time, bar->to + 1);
      double width = MAX (to - from, 0) * BAR_FILLING;
      double top = vigie_linear_scale_map (&layout->count, bar->count);
      int datum = vigie_scene_builder_add_datum (layout->builder, &(VigieDatum) {
                                                                    .label = bar->label,
                                                                    .value_text = bar->description,
                                                                    .key = bar->key,
                                                                    .row = 1,
                                                                    .column = (int) (layout->data->n_history + i),
                                                                  });

      vigie_scene_builder_rect (
        layout->builder, &(VigieBox) { (from + to - width) / 2, top, width, vigie_box_bottom (&layout->bars) - top }, 0,
        &bar_style, datum);
    }
}
