// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-risk-matrix.h"

#include <math.h>

#include "vigie-legend.h"
#include "vigie-scene-builder.h"

/*
 *   legend
 *   L │    │    │    │ ○ ──► ❶     1  Name of the first
 *   i │    │    │ ❷  │             2  Name of the second
 *   k │    │ ◇┄┄│┄┄  │             …
 *     └────────────────────
 *             Impact               (below, where there is no room beside)
 *
 * Names would cover each other in a cell: marks have numbers, and the list has the names. In a cell every mark has a
 * place of its own, so that none hides another.
 */

#define GAP 12.0
#define LIST_LEAST 190.0
#define GRID_MOST 760.0
#define GRID_SHARE 0.58
#define GRID_PREFERRED 360.0
#define DISC_MOST 20.0
#define DISC_FILLING 0.86
#define SMALL 0.55
/* Of smaller discs, in lines of a note, arrows would hide more than they tell. */
#define ARROWS_FROM 1.2
#define LINE 1.5
#define HEAD 6.0
#define SEAM 2.0
#define MOST_ITEMS 12
#define NAME_LINES 2

typedef enum
{
  MARK_BEFORE,
  MARK_NOW,
  MARK_TARGET,
  N_MARKS,
} RiskMark;

typedef struct
{
  /* borrowed */
  const VigieRiskMatrix *data;
  VigieSceneBuilder *builder;

  gsize n_shown;
  gboolean only_now; /* whether cells are too small for what was and is to come */
  double line;
  double note;
  VigieBox grid;
  VigieBox list;
  double cell_width;
  double cell_height;
  double disc;                            /* its diameter */
  VigiePoint places[MOST_ITEMS][N_MARKS]; /* the middle of each; NaN where there is none */
} Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static gboolean
is_rated (const VigieRiskPlace *place)
{
  return place->likelihood >= 1 && place->likelihood <= VIGIE_RISK_STEPS && place->impact >= 1 &&
         place->impact <= VIGIE_RISK_STEPS;
}

static gboolean
is_same (const VigieRiskPlace *a, const VigieRiskPlace *b)
{
  return a->likelihood == b->likelihood && a->impact == b->impact;
}

static const VigieRiskPlace *
get_place (const Layout *layout, gsize item, RiskMark mark)
{
  const VigieRiskItem *risk = &layout->data->items[item];

  if (mark == MARK_NOW)
    return &risk->now;
  return mark == MARK_BEFORE ? &risk->before : &risk->target;
}

/* What stands where it stood, or is to stay where it is, has no second mark; in small cells nothing has. */
static gboolean
has_mark (const Layout *layout, gsize item, RiskMark mark)
{
  const VigieRiskPlace *place = get_place (layout, item, mark);

  if (mark == MARK_NOW)
    return is_rated (place);
  return !layout->only_now && is_rated (place) && !is_same (place, &layout->data->items[item].now);
}

static VigieBox
cell_box (const Layout *layout, const VigieRiskPlace *place)
{
  return (VigieBox) { layout->grid.x + (place->impact - 1) * layout->cell_width,
                      layout->grid.y + (VIGIE_RISK_STEPS - place->likelihood) * layout->cell_height, layout->cell_width,
                      layout->cell_height };
}

static guint
count_in_cell (const Layout *layout, const VigieRiskPlace *place)
{
  guint n = 0;

  for (gsize item = 0; item < layout->n_shown; item++)
    for (int mark = 0; mark < N_MARKS; mark++)
      n += has_mark (layout, item, (RiskMark) mark) && is_same (get_place (layout, item, (RiskMark) mark), place);
  return n;
}

static double
find_room (const Layout *layout, guint n, guint across)
{
  return MIN (layout->cell_width / across, layout->cell_height / ((n + across - 1) / across));
}

/* How many marks stand side by side in a cell of @n: in the shape of the cell, which keeps those of one cell out of the
 * way of arrows to another, and where that is too narrow for a whole disc, as many as leave each the most room. */
static guint
count_across (const Layout *layout, guint n)
{
  guint best = CLAMP ((guint) ceil (sqrt (n * layout->cell_width / layout->cell_height)), 1, MAX (n, 1));

  if (DISC_FILLING * find_room (layout, n, best) >= em (layout, DISC_MOST))
    return best;
  for (guint across = 1; across <= n; across++)
    if (find_room (layout, n, across) > find_room (layout, n, best))
      best = across;
  return best;
}

/* The largest disc that every mark of the fullest cell has room for. */
static double
find_disc (const Layout *layout)
{
  double disc = em (layout, DISC_MOST);

  for (int likelihood = 1; likelihood <= VIGIE_RISK_STEPS; likelihood++)
    for (int impact = 1; impact <= VIGIE_RISK_STEPS; impact++)
      {
        guint n = count_in_cell (layout, &(VigieRiskPlace) { likelihood, impact });

        if (n > 0)
          disc = MIN (disc, DISC_FILLING * find_room (layout, n, count_across (layout, n)));
      }
  return disc;
}

static VigiePoint
slot (const Layout *layout, const VigieRiskPlace *place, guint index)
{
  VigieBox cell = cell_box (layout, place);
  guint n = count_in_cell (layout, place);
  guint across = count_across (layout, n);
  guint down = (n + across - 1) / across;

  return (VigiePoint) { cell.x + (index % across + 0.5) * cell.width / across,
                        cell.y + (index / across + 0.5) * cell.height / down };
}

static void
find_places (Layout *layout)
{
  guint used[VIGIE_RISK_STEPS + 1][VIGIE_RISK_STEPS + 1] = { 0 };

  for (int mark = 0; mark < N_MARKS; mark++)
    for (gsize item = 0; item < layout->n_shown; item++)
      {
        const VigieRiskPlace *place = get_place (layout, item, (RiskMark) mark);

        if (has_mark (layout, item, (RiskMark) mark))
          layout->places[item][mark] = slot (layout, place, used[place->likelihood][place->impact]++);
      }
}

static void
divide (Layout *layout, double top)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double gap = em (layout, GAP), axis = layout->note + gap / 2;
  gboolean beside = frame->width * (1 - GRID_SHARE) >= em (layout, LIST_LEAST);
  double list_height = (double) (layout->n_shown + 1) * layout->line;
  double width = (beside ? MIN (frame->width * GRID_SHARE, em (layout, GRID_MOST)) : frame->width) - axis;
  double height = frame->height - top - axis - (beside ? 0 : list_height + gap);
  double preferred = em (layout, GRID_PREFERRED);

  if (!beside)
    preferred = MIN (preferred, width * 0.9) + list_height + gap;
  vigie_scene_builder_set_preferred_height (layout->builder, top + axis + preferred);
  layout->grid = (VigieBox) { axis, top, MAX (width, 1), MAX (MIN (height, width * (beside ? 1.1 : 0.9)), 1) };
  layout->cell_width = layout->grid.width / VIGIE_RISK_STEPS;
  layout->cell_height = layout->grid.height / VIGIE_RISK_STEPS;
  if (beside)
    layout->list = (VigieBox) { vigie_box_right (&layout->grid) + 2 * gap, top, 0, frame->height - top };
  else
    layout->list = (VigieBox) { 0, vigie_box_bottom (&layout->grid) + axis + gap, 0, 0 };
  layout->list.width = MAX (frame->width - layout->list.x, 1);
  layout->list.height = MAX (frame->height - layout->list.y, 0);
  layout->disc = find_disc (layout);
  if (layout->disc >= ARROWS_FROM * layout->note)
    return;
  layout->only_now = TRUE;
  layout->disc = find_disc (layout);
}

static void
draw_cells (const Layout *layout)
{
  static const VigiePaint paints[VIGIE_RISK_LEVELS] = { VIGIE_PAINT_PANEL, VIGIE_PAINT_HEAT_1, VIGIE_PAINT_HEAT_2,
                                                        VIGIE_PAINT_HEAT_3 };

  for (int likelihood = 1; likelihood <= VIGIE_RISK_STEPS; likelihood++)
    for (int impact = 1; impact <= VIGIE_RISK_STEPS; impact++)
      {
        VigieBox cell = cell_box (layout, &(VigieRiskPlace) { likelihood, impact });
        guint level = MIN (layout->data->levels[likelihood - 1][impact - 1], VIGIE_RISK_LEVELS - 1);

        cell = vigie_box_inset (&cell, em (layout, SEAM) / 2, em (layout, SEAM) / 2);
        vigie_scene_builder_rect (layout->builder, &cell, 0, &(VigieStyle) { .fill = paints[level] }, VIGIE_NO_DATUM);
      }
}

static void
draw_axes (const Layout *layout)
{
  VigieTextSpec across = { .x = vigie_box_middle_x (&layout->grid),
                           .y = vigie_box_bottom (&layout->grid) + em (layout, GAP) / 2,
                           .align = VIGIE_ALIGN_CENTER,
                           .role = VIGIE_TEXT_NOTE,
                           .paint = VIGIE_PAINT_TEXT_MUTED,
                           .width = layout->grid.width };
  VigieTextSpec up = across;

  vigie_scene_builder_text (layout->builder, layout->data->impact_title, &across, VIGIE_NO_DATUM);
  up.x = layout->note / 2;
  up.y = vigie_box_middle_y (&layout->grid);
  up.anchor = VIGIE_ANCHOR_MIDDLE;
  up.width = layout->grid.height;
  up.vertical = TRUE;
  vigie_scene_builder_text (layout->builder, layout->data->likelihood_title, &up, VIGIE_NO_DATUM);
}

/* A line from one mark to the next, with a head where it arrives, and no part of it under a mark. */
static void
draw_arrow (const Layout *layout, VigiePoint from, double from_radius, VigiePoint to, double to_radius, VigieDash dash)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  double dx, dy, head = em (layout, HEAD);
  VigieStyle line = { .stroke = VIGIE_PAINT_AXIS, .stroke_width = em (layout, LINE), .dash = dash };
  VigiePoint tip, base;

  if (length < from_radius + to_radius + 1.5 * head)
    return;
  dx = (to.x - from.x) / length;
  dy = (to.y - from.y) / length;
  tip = (VigiePoint) { to.x - dx * (to_radius + 1), to.y - dy * (to_radius + 1) };
  base = (VigiePoint) { tip.x - dx * head, tip.y - dy * head };
  vigie_scene_builder_line (layout->builder, from.x + dx * (from_radius + 1), from.y + dy * (from_radius + 1), base.x,
                            base.y, &line, VIGIE_NO_DATUM);
  vigie_scene_builder_area (layout->builder,
                            (VigiePoint[]) { tip,
                                             { base.x - dy * head / 2, base.y + dx * head / 2 },
                                             { base.x + dy * head / 2, base.y - dx * head / 2 } },
                            3, &(VigieStyle) { .fill = VIGIE_PAINT_AXIS }, VIGIE_NO_DATUM);
}

static VigieStyle
style_of (const Layout *layout, RiskMark mark)
{
  if (mark == MARK_NOW)
    return (VigieStyle) { .fill = VIGIE_PAINT_TEXT };
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, LINE) };
}

static VigieSymbol
symbol_of (RiskMark mark)
{
  return mark == MARK_TARGET ? VIGIE_SYMBOL_DIAMOND : VIGIE_SYMBOL_CIRCLE;
}

static void
draw_item (const Layout *layout, gsize item)
{
  const VigiePoint *places = layout->places[item];
  double radius = layout->disc / 2, small = radius * SMALL;

  if (has_mark (layout, item, MARK_BEFORE))
    draw_arrow (layout, places[MARK_BEFORE], small, places[MARK_NOW], radius, VIGIE_DASH_SOLID);
  if (has_mark (layout, item, MARK_TARGET))
    draw_arrow (layout, places[MARK_NOW], radius, places[MARK_TARGET], small, VIGIE_DASH_DASHED);
  for (int mark = 0; mark < N_MARKS; mark++)
    if (mark != MARK_NOW && has_mark (layout, item, (RiskMark) mark))
      {
        VigieStyle style = style_of (layout, (RiskMark) mark);

        vigie_scene_builder_symbol (layout->builder, symbol_of ((RiskMark) mark), places[mark].x, places[mark].y,
                                    2 * small, &style, VIGIE_NO_DATUM);
      }
}

/* The discs come last, so that no arrow runs over a number. */
static void
draw_disc (const Layout *layout, gsize item)
{
  const VigieRiskItem *risk = &layout->data->items[item];
  VigiePoint place = layout->places[item][MARK_NOW];
  VigieStyle style = style_of (layout, MARK_NOW);
  char number[16];
  int datum;

  g_snprintf (number, sizeof number, "%" G_GSIZE_FORMAT, item + 1);
  datum = vigie_scene_builder_add_datum (
    layout->builder,
    &(VigieDatum) { .label = risk->label, .value_text = risk->description, .key = risk->key, .row = (int) item });
  vigie_scene_builder_symbol (layout->builder, VIGIE_SYMBOL_CIRCLE, place.x, place.y, layout->disc, &style, datum);
  if (layout->disc >= layout->note)
    vigie_scene_builder_text (layout->builder, number,
                              &(VigieTextSpec) { .x = place.x,
                                                 .y = place.y,
                                                 .align = VIGIE_ALIGN_CENTER,
                                                 .anchor = VIGIE_ANCHOR_MIDDLE,
                                                 .role = VIGIE_TEXT_NOTE,
                                                 .strong = TRUE,
                                                 .on = VIGIE_PAINT_TEXT },
                              datum);
}

/* Names are said whole where the list has the height for it; @heights are those of each, and their sum is returned. */
static double
measure_list (const Layout *layout, VigieTextSpec *name, double *heights)
{
  double sum = 0;

  for (gsize item = 0; item < layout->n_shown; item++)
    {
      heights[item] = vigie_scene_builder_text_box (layout->builder, layout->data->items[item].label, name).height;
      sum += heights[item];
    }
  return sum;
}

static void
draw_list (const Layout *layout)
{
  const VigieRiskMatrix *data = layout->data;
  double number_width = vigie_scene_builder_text_width (layout->builder, "00", VIGIE_TEXT_VALUE, TRUE);
  double heights[MOST_ITEMS], room = layout->list.height - layout->line, used, gap;
  g_autofree char *more = NULL;
  VigieTextSpec name = { .x = layout->list.x + number_width + em (layout, GAP) / 2,
                         .y = layout->list.y,
                         .role = VIGIE_TEXT_LABEL,
                         .width = MAX (layout->list.width - number_width - em (layout, GAP) / 2, 1),
                         .max_lines = NAME_LINES };
  VigieTextSpec number = {
    .x = layout->list.x + number_width, .align = VIGIE_ALIGN_END, .role = VIGIE_TEXT_VALUE, .strong = TRUE
  };

  used = measure_list (layout, &name, heights);
  if (used > room)
    {
      name.max_lines = 1;
      used = measure_list (layout, &name, heights);
    }
  gap = MIN (layout->line / 2, (room - used) / (double) layout->n_shown);
  for (gsize item = 0; item < layout->n_shown; item++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "%" G_GSIZE_FORMAT, item + 1);
      number.y = name.y;
      vigie_scene_builder_text (layout->builder, text, &number, VIGIE_NO_DATUM);
      vigie_scene_builder_text (layout->builder, data->items[item].label, &name, VIGIE_NO_DATUM);
      name.y += heights[item] + gap;
    }
  if (data->n_items == layout->n_shown || data->format_more == NULL)
    return;
  more = data->format_more ((double) (data->n_items - layout->n_shown), NULL);
  name.role = VIGIE_TEXT_NOTE;
  name.paint = VIGIE_PAINT_TEXT_MUTED;
  vigie_scene_builder_text (layout->builder, more, &name, VIGIE_NO_DATUM);
}

static guint
fill_legend (const Layout *layout, VigieLegendEntry *entries)
{
  static const VigiePaint paints[VIGIE_RISK_LEVELS] = { VIGIE_PAINT_PANEL, VIGIE_PAINT_HEAT_1, VIGIE_PAINT_HEAT_2,
                                                        VIGIE_PAINT_HEAT_3 };
  const char *labels[N_MARKS] = { layout->data->before_label, layout->data->now_label, layout->data->target_label };
  guint n = 0;

  for (int mark = 0; mark < N_MARKS; mark++)
    entries[n++] = (VigieLegendEntry) { .label = mark == MARK_NOW || !layout->only_now ? labels[mark] : NULL,
                                        .kind = VIGIE_LEGEND_SYMBOL,
                                        .symbol = symbol_of ((RiskMark) mark),
                                        .style = style_of (layout, (RiskMark) mark) };
  for (int level = 0; level < VIGIE_RISK_LEVELS; level++)
    entries[n++] = (VigieLegendEntry) {
      .label = layout->data->level_labels[level],
      .kind = VIGIE_LEGEND_SWATCH,
      .style = { .fill = paints[level], .stroke = VIGIE_PAINT_AXIS, .stroke_width = em (layout, 1) }
    };
  return n;
}

/**
 * vigie_risk_matrix_layout:
 * @data: what to show
 * @frame: the room there is
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_risk_matrix_layout (const VigieRiskMatrix *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  VigieLegendEntry entries[N_MARKS + VIGIE_RISK_LEVELS];
  Layout layout = { .data = data };
  VigieBox legend = { 0, 0, 0, 0 };
  guint n;

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = layout.builder = vigie_scene_builder_new (frame);
  if (data->n_items == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }
  layout.n_shown = MIN (data->n_items, MOST_ITEMS);
  layout.line = vigie_scene_builder_line_height (builder, VIGIE_TEXT_LABEL);
  layout.note = vigie_scene_builder_line_height (builder, VIGIE_TEXT_NOTE);
  n = fill_legend (&layout, entries);
  legend.width = frame->width;
  legend.height = vigie_legend_height (builder, entries, n, frame->width);
  divide (&layout, legend.height + em (&layout, GAP));
  n = fill_legend (&layout, entries);
  find_places (&layout);
  vigie_legend_draw (builder, entries, n, &legend);
  draw_cells (&layout);
  draw_axes (&layout);
  for (gsize item = 0; item < layout.n_shown; item++)
    draw_item (&layout, item);
  for (gsize item = 0; item < layout.n_shown; item++)
    draw_disc (&layout, item);
  draw_list (&layout);
  return vigie_scene_builder_end (builder);
}
