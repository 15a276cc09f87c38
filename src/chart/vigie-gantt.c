// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-gantt.h"

#include <math.h>

#include "vigie-legend.h"
#include "vigie-rows.h"
#include "vigie-time-axis.h"

/*
 *   legend               today
 *   Name   ━━━━━━━━━━━━━━━┿━━━━━■     16 %     what was is dark, what is planned is light
 *   Name           ━━━━━━━┿━━━━━━━━●  91 %
 *   Name       □╌━━━━━━┿━━━■     24 %     hollow is when it was to end, and how it stood, on an earlier day
 *        oct.   janv.   avr.   juil.
 */

#define HEADER_GAP 10.0
#define TODAY_GAP 4.0
#define TODAY_WIDTH 1.5
#define BAR_HEIGHT 7.0
#define SYMBOL_MOST 15.0
#define VALUE_GAP 8.0
#define BEFORE_SMALLER 0.75
#define BEFORE_AROUND 1.5

typedef struct
{
  /* borrowed */
  const VigieGantt *data;
  VigieSceneBuilder *builder;

  VigieRows rows;
  VigieLinearScale scale;
  double legend_height;
  double note;
  double symbol;
  guint text_every;
} Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static VigieStyle
before_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1.5) };
}

static gboolean
is_used (const VigieGantt *data, guint state)
{
  for (gsize i = 0; i < data->n_rows; i++)
    if (data->rows[i].state == state)
      return TRUE;
  return FALSE;
}

static VigieLegendEntry *
create_legend (const Layout *layout, guint *n)
{
  const VigieGantt *data = layout->data;
  VigieLegendEntry *entries = g_new0 (VigieLegendEntry, data->n_states + 3);

  *n = 0;
  for (guint state = 0; state < data->n_states; state++)
    if (is_used (data, state))
      entries[(*n)++] = (VigieLegendEntry) { .label = data->states[state].label,
                                             .kind = VIGIE_LEGEND_SYMBOL,
                                             .symbol = data->states[state].symbol,
                                             .style = data->states[state].style };
  entries[(*n)++] = (VigieLegendEntry) { .label = data->before_label, .style = before_style (layout) };
  entries[(*n)++] = (VigieLegendEntry) { .label = data->past_label, .style = { .fill = VIGIE_PAINT_BLUE } };
  entries[(*n)++] = (VigieLegendEntry) { .label = data->ahead_label, .style = { .fill = VIGIE_PAINT_NEUTRAL } };
  return entries;
}

static double
widest (const Layout *layout, gboolean names)
{
  double width = 0;

  for (gsize i = 0; i < layout->data->n_rows; i++)
    {
      const VigieGanttRow *row = &layout->data->rows[i];

      width =
        MAX (width, names ? vigie_scene_builder_text_width (layout->builder, row->label, VIGIE_TEXT_LABEL, FALSE)
                          : vigie_scene_builder_text_width (layout->builder, row->value_text, VIGIE_TEXT_VALUE, TRUE));
    }
  return width;
}

static void
divide (Layout *layout, const VigieLegendEntry *entries, guint n_entries)
{
  const VigieGantt *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double foot = vigie_time_axis_height (layout->builder);
  double header;
  VigieBox room;

  layout->note = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  layout->legend_height = vigie_legend_height (layout->builder, entries, n_entries, frame->width);
  header = layout->legend_height + em (layout, HEADER_GAP) + layout->note + em (layout, TODAY_GAP);
  room = vigie_rows_room (layout->builder, header, foot);
  vigie_rows_init (&layout->rows, layout->builder, &room, (guint) data->n_rows, widest (layout, TRUE),
                   widest (layout, FALSE) + em (layout, VALUE_GAP));
  layout->text_every = (guint) ceil (vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_LABEL) * 0.9 /
                                     MAX (layout->rows.scale.step, 1));
  layout->symbol = MIN (em (layout, SYMBOL_MOST), MAX (layout->rows.scale.step * 0.7, 2));
  if (layout->rows.names_above)
    layout->symbol = MIN (layout->symbol, MAX (layout->rows.scale.band, 2));
  /* The symbols of the first day and of the last stay in the plot. */
  layout->scale = (VigieLinearScale) { data->from, data->to, layout->rows.plot.x + em (layout, SYMBOL_MOST),
                                       vigie_box_right (&layout->rows.plot) - em (layout, SYMBOL_MOST) };
  layout->scale.range_max = MAX (layout->scale.range_max, layout->scale.range_min + 1);
  vigie_scene_builder_set_preferred_height (layout->builder, header + layout->rows.preferred_height + foot);
}

static double
place (const Layout *layout, VigieDate day)
{
  return vigie_linear_scale_map (&layout->scale, CLAMP (day, layout->data->from, layout->data->to));
}

static void
draw_today (const Layout *layout)
{
  double x = place (layout, layout->data->today);
  double frame_width = vigie_scene_builder_get_frame (layout->builder)->width;
  double half =
    vigie_scene_builder_text_width (layout->builder, layout->data->today_label, VIGIE_TEXT_NOTE, TRUE) / 2 + 1;

  vigie_scene_builder_line (
    layout->builder, x, layout->rows.room.y, x, vigie_box_bottom (&layout->rows.room),
    &(VigieStyle) { .stroke = VIGIE_PAINT_AXIS, .stroke_width = em (layout, TODAY_WIDTH), .dash = VIGIE_DASH_DASHED },
    VIGIE_NO_DATUM);
  vigie_scene_builder_text (
    layout->builder, layout->data->today_label,
    &(VigieTextSpec) { .x = CLAMP (x, MIN (half, frame_width / 2), MAX (frame_width - half, frame_width / 2)),
                       .y = layout->rows.room.y - em (layout, TODAY_GAP),
                       .align = VIGIE_ALIGN_CENTER,
                       .anchor = VIGIE_ANCHOR_BOTTOM,
                       .role = VIGIE_TEXT_NOTE,
                       .strong = TRUE,
                       .width = frame_width },
    VIGIE_NO_DATUM);
}

static void
draw_span (const Layout *layout, VigieDate from, VigieDate to, VigiePaint paint, double y, int datum)
{
  double x = place (layout, from), height = MIN (em (layout, BAR_HEIGHT), layout->symbol * 0.6);
  double width = place (layout, to) - x;

  if (to <= from || width <= 0)
    return;
  vigie_scene_builder_rect (layout->builder, &(VigieBox) { x, y - height / 2, width, height }, 0,
                            &(VigieStyle) { .fill = paint }, datum);
}

/* When it was to end, and how it stood; around the symbol of now where only the latter has changed. */
static void
draw_before (const Layout *layout, const VigieGanttRow *row, double y, int datum)
{
  const VigieGantt *data = layout->data;
  double then = place (layout, row->before), now = place (layout, row->to);
  VigieSymbol symbol = data->states[MIN (row->before_state, data->n_states - 1)].symbol;
  VigieStyle style = before_style (layout);
  gboolean same_day;

  if (data->before_label == NULL || row->before == VIGIE_DATE_NONE)
    return;
  same_day = fabs (then - now) < layout->symbol;
  if (same_day && row->before_state == row->state)
    return;
  if (!same_day)
    vigie_scene_builder_line (
      layout->builder, then, y, now, y,
      &(VigieStyle) { .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1), .dash = VIGIE_DASH_DOTTED }, datum);
  vigie_scene_builder_symbol (layout->builder, symbol, same_day ? now : then, y,
                              layout->symbol * (same_day ? BEFORE_AROUND : BEFORE_SMALLER), &style, datum);
}

static void
draw_row (const Layout *layout, guint index)
{
  const VigieGantt *data = layout->data;
  const VigieGanttRow *row = &data->rows[index];
  const VigieGanttState *state = &data->states[MIN (row->state, data->n_states - 1)];
  VigieBox band = vigie_rows_band (&layout->rows, index);
  double y = vigie_box_middle_y (&band);
  VigieDate from = row->from != VIGIE_DATE_NONE ? row->from : data->today;
  int datum = vigie_scene_builder_add_datum (
    layout->builder,
    &(VigieDatum) { .label = row->label, .value_text = row->description, .key = row->key, .row = (int) index });

  if (index % layout->text_every == 0)
    vigie_rows_name (&layout->rows, layout->builder, index, row->label, datum);
  draw_span (layout, from, MIN (row->to, data->today), VIGIE_PAINT_BLUE, y, datum);
  draw_span (layout, MAX (from, data->today), row->to, VIGIE_PAINT_NEUTRAL, y, datum);
  draw_before (layout, row, y, datum);
  vigie_scene_builder_symbol (layout->builder, state->symbol, place (layout, row->to), y, layout->symbol, &state->style,
                              datum);
  if (index % layout->text_every == 0)
    vigie_scene_builder_text (layout->builder, row->value_text,
                              &(VigieTextSpec) { .x = vigie_box_right (&layout->rows.room),
                                                 .y = y,
                                                 .align = VIGIE_ALIGN_END,
                                                 .anchor = VIGIE_ANCHOR_MIDDLE,
                                                 .role = VIGIE_TEXT_VALUE,
                                                 .strong = TRUE },
                              datum);
}

/**
 * vigie_gantt_layout:
 * @data: what to show
 * @frame: the room there is
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_gantt_layout (const VigieGantt *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  g_autofree VigieLegendEntry *entries = NULL;
  Layout layout = { .data = data };
  guint n_shown;
  guint n_entries;

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = layout.builder = vigie_scene_builder_new (frame);
  if (data->n_rows == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }
  entries = create_legend (&layout, &n_entries);
  divide (&layout, entries, n_entries);
  n_shown = vigie_rows_fit (&layout.rows, builder, data->n_rows);
  if (n_shown < data->n_rows)
    {
      VigieFrame frame_of_fewer = vigie_rows_frame_of_fewer (builder);
      VigieGantt fewer = *data;

      fewer.n_rows = n_shown;
      return vigie_rows_and_more (builder, vigie_gantt_layout (&fewer, &frame_of_fewer), data->n_rows - n_shown);
    }
  vigie_legend_draw (builder, entries, n_entries,
                     &(VigieBox) { 0, 0, frame->width, MIN (layout.legend_height, layout.rows.room.y) });
  vigie_time_axis_grid (builder, &layout.scale, &layout.rows.room);
  vigie_time_axis_below (builder, &layout.scale, vigie_box_bottom (&layout.rows.room));
  draw_today (&layout);
  for (guint i = 0; i < data->n_rows; i++)
    draw_row (&layout, i);
  return vigie_scene_builder_end (builder);
}
