// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-legend.h"

/*
 * A line of samples and names over a chart, for where the names find no room beside the marks. It flows like text,
 * in the order of the marks.
 */

#define SAMPLE_SIZE 12.0
#define SAMPLE_GAP 6.0
#define ENTRY_GAP 18.0
#define LINE_GAP 4.0

typedef struct
{
  VigieSceneBuilder *builder;
  double left;
  double width;
  double x;
  double y;
  double line_height;
} Flow;

static double
sample_width (VigieSceneBuilder *builder, const VigieLegendEntry *entry)
{
  double size = vigie_scene_builder_em (builder, SAMPLE_SIZE);

  if (entry->kind == VIGIE_LEGEND_TICK)
    return size / 3;

  return entry->kind == VIGIE_LEGEND_SYMBOL && entry->size > 0 ? entry->size : size;
}

static void
draw_sample (Flow *flow, const VigieLegendEntry *entry)
{
  VigieSceneBuilder *builder = flow->builder;
  double width = sample_width (flow->builder, entry);
  double size = vigie_scene_builder_em (builder, SAMPLE_SIZE);
  double middle = flow->y + flow->line_height / 2;

  if (entry->kind == VIGIE_LEGEND_SYMBOL)
    vigie_scene_builder_symbol (builder, entry->symbol, flow->x + width / 2, middle,
                                entry->size > 0 ? entry->size : size * 0.85, &entry->style, VIGIE_NO_DATUM);
  else if (entry->kind == VIGIE_LEGEND_TICK)
    vigie_scene_builder_line (builder, flow->x + width / 2, middle - size * 0.6, flow->x + width / 2,
                              middle + size * 0.6, &entry->style, VIGIE_NO_DATUM);
  else
    vigie_scene_builder_rect (builder, &(VigieBox) { flow->x, middle - size / 2, size, size },
                              vigie_scene_builder_em (builder, 2), &entry->style, VIGIE_NO_DATUM);
}

/**
 * vigie_legend_entry_width:
 * @builder: a builder
 * @entry: what to explain
 *
 * Returns: the width of its sample and its label
 */
double
vigie_legend_entry_width (VigieSceneBuilder *builder, const VigieLegendEntry *entry)
{
  return sample_width (builder, entry) + vigie_scene_builder_em (builder, SAMPLE_GAP) +
         vigie_scene_builder_text_width (builder, entry->label, VIGIE_TEXT_NOTE, FALSE);
}

/* Finds how many entries go on a line from @first on, and the height of that line; returns the first of the next. */
static guint
measure_line (Flow *flow, const VigieLegendEntry *entries, guint n_entries, guint first)
{
  double gap = vigie_scene_builder_em (flow->builder, ENTRY_GAP);
  double used = 0;
  guint i;

  flow->line_height = vigie_scene_builder_line_height (flow->builder, VIGIE_TEXT_NOTE);
  for (i = first; i < n_entries; i++)
    {
      double width = entries[i].label != NULL ? vigie_legend_entry_width (flow->builder, &entries[i]) : 0;

      if (used > 0 && used + width > flow->width)
        break;
      if (width > 0)
        {
          used += width + gap;
          flow->line_height = MAX (flow->line_height, entries[i].size);
        }
    }

  return i;
}

static void
flow_entry (Flow *flow, const VigieLegendEntry *entry, gboolean draw)
{
  VigieSceneBuilder *builder = flow->builder;
  double before = sample_width (flow->builder, entry) + vigie_scene_builder_em (builder, SAMPLE_GAP);
  double room = flow->left + flow->width - flow->x;

  double width = vigie_legend_entry_width (flow->builder, entry);

  if (draw && vigie_scene_builder_text (builder, entry->label,
                                        &(VigieTextSpec) { .x = flow->x + before,
                                                           .y = flow->y + flow->line_height / 2,
                                                           .anchor = VIGIE_ANCHOR_MIDDLE,
                                                           .role = VIGIE_TEXT_NOTE,
                                                           .width = MAX (room - before, 1) },
                                        VIGIE_NO_DATUM))
    {
      draw_sample (flow, entry);
      vigie_scene_builder_add_key (builder, &(VigieKey) {
                                              .label = entry->label,
                                              .box = { flow->x, flow->y, MIN (width, room), flow->line_height },
                                              .symbol = entry->kind == VIGIE_LEGEND_SYMBOL ? (int) entry->symbol : -1,
                                              .style = entry->style,
                                            });
    }

  flow->x += width + vigie_scene_builder_em (builder, ENTRY_GAP);
}

static double
flow_all (VigieSceneBuilder *builder, const VigieLegendEntry *entries, guint n_entries, const VigieBox *place,
          gboolean draw)
{
  Flow flow = { builder, place->x, place->width, place->x, place->y, 0 };
  guint n_labelled = 0;

  for (guint i = 0; i < n_entries;)
    {
      guint end = measure_line (&flow, entries, n_entries, i);

      if (flow.y + flow.line_height > place->y + place->height + 0.5)
        break;

      for (; i < end; i++)
        {
          if (entries[i].label == NULL)
            continue;
          flow_entry (&flow, &entries[i], draw);
          n_labelled++;
        }
      flow.x = flow.left;
      flow.y += flow.line_height + vigie_scene_builder_em (builder, LINE_GAP);
    }

  return n_labelled > 0 ? flow.y - vigie_scene_builder_em (builder, LINE_GAP) - place->y : 0;
}

/**
 * vigie_legend_height:
 * @builder: a builder
 * @entries: (array length=n_entries): what to explain
 * @n_entries: how many
 * @width: the room there is
 *
 * Returns: the height the legend takes; 0 when there is nothing to explain
 */
double
vigie_legend_height (VigieSceneBuilder *builder, const VigieLegendEntry *entries, guint n_entries, double width)
{
  return flow_all (builder, entries, n_entries, &(VigieBox) { 0, 0, width, G_MAXDOUBLE }, FALSE);
}

/**
 * vigie_legend_draw:
 * @builder: a builder
 * @entries: (array length=n_entries): what to explain
 * @n_entries: how many
 * @place: where; lines that its height has no room for are left out
 */
void
vigie_legend_draw (VigieSceneBuilder *builder, const VigieLegendEntry *entries, guint n_entries, const VigieBox *place)
{
  flow_all (builder, entries, n_entries, place, TRUE);
}
