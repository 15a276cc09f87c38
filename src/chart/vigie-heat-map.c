// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-heat-map.h"

#include <math.h>

#include "vigie-heat-legend.h"
#include "vigie-rows.h"
#include "vigie-scene-builder.h"

/*
 * Columns that find no room side by side are divided into blocks, one under the other, each with the names of the
 * rows. Column names are level where their words fit, and read upwards where not.
 */

#define HEADER_GAP 10.0
#define BLOCK_GAP 14.0
#define NAME_GAP 10.0
#define NAME_SHARE 0.34
#define NAME_SHARE_LEAST 0.2
#define CELL_PREFERRED 30.0
#define CELL_HEIGHT_MOST 48.0
#define CELL_WIDTH_MOST 132.0
#define CELL_PADDING 4.0
#define CELL_SEAM 1.0
#define CHANGE_SIZE 7.0
#define CELL_RADIUS 2.0
#define FLAG_SIZE 8.0
#define HEADING_LINES 3
#define HEADING_MOST 132.0
#define HEADING_SHARE 0.36
#define HEADING_SHARE_BLOCKS 0.28

typedef struct
{
  /* borrowed */
  const VigieHeatMap *data;
  VigieSceneBuilder *builder;

  double line;
  double note_line;
  double name_width;
  double plot_x;
  double widest_text;
  double legend_height;
  guint n_blocks;
  guint block_columns;
  double cell_width;
  double cell_height;
  gboolean upright_headings;
  double heading_height;
  double preferred_height;
} Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static const VigieHeatCell *
cell_at (const Layout *layout, gsize row, gsize column)
{
  return &layout->data->cells[row * layout->data->n_columns + column];
}

static VigieStyle
cell_style (const VigieHeatMap *data, const VigieHeatCell *cell)
{
  double span, fraction;

  if (cell->absent)
    return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND };
  if (cell->hidden)
    return (VigieStyle) { .fill = VIGIE_PAINT_HIDDEN, .pattern = VIGIE_PATTERN_DOTS };
  if (isnan (cell->value))
    return (VigieStyle) { .fill = VIGIE_PAINT_NOT_MEASURED, .pattern = VIGIE_PATTERN_HATCH };

  if (data->scale == VIGIE_HEAT_DIVERGING)
    {
      span = cell->value >= data->middle ? data->maximum - data->middle : data->middle - data->minimum;
      fraction = span > 0 ? (cell->value - data->middle) / span : 0;
      return (VigieStyle) { .fill = vigie_paint_diverge (fraction) };
    }

  span = data->maximum - data->minimum;
  fraction = span > 0 ? (cell->value - data->minimum) / span : 0;

  return (VigieStyle) { .fill = vigie_paint_heat (fraction) };
}

/* Measuring */

static void
set_name_width (Layout *layout, double width)
{
  layout->name_width = width;
  layout->plot_x = width + em (layout, NAME_GAP);
}

static void
measure_texts (Layout *layout)
{
  const VigieHeatMap *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double longest = 0;

  for (gsize i = 0; i < data->n_rows; i++)
    longest =
      MAX (longest, vigie_scene_builder_text_width (layout->builder, data->row_labels[i], VIGIE_TEXT_LABEL, FALSE));
  for (gsize i = 0; i < data->n_rows * data->n_columns; i++)
    layout->widest_text =
      MAX (layout->widest_text,
           vigie_scene_builder_text_width (layout->builder, data->cells[i].text, VIGIE_TEXT_VALUE, FALSE));

  layout->line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_LABEL);
  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  set_name_width (layout, MIN (ceil (longest), frame->width * NAME_SHARE));
}

static double
widest_word (const Layout *layout, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " -", -1);
  double widest = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    widest = MAX (widest, vigie_scene_builder_text_width (layout->builder, words[i], VIGIE_TEXT_NOTE, FALSE));

  return widest;
}

static VigieTextSpec
heading_spec (const Layout *layout, const char *text)
{
  gboolean two_lines =
    layout->cell_width > 2.2 * layout->note_line && widest_word (layout, text) <= layout->heading_height;

  return (VigieTextSpec) {
    .align = VIGIE_ALIGN_CENTER,
    .anchor = VIGIE_ANCHOR_BOTTOM,
    .role = VIGIE_TEXT_NOTE,
    .width =
      MAX (layout->upright_headings ? layout->heading_height : layout->cell_width - em (layout, CELL_PADDING), 1),
    .max_lines = layout->upright_headings ? (two_lines ? 2 : 1) : HEADING_LINES,
    .vertical = layout->upright_headings,
  };
}

static void
measure_headings (Layout *layout)
{
  const VigieHeatMap *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double longest = 0, tallest = 0;

  layout->upright_headings = FALSE;
  for (gsize i = 0; i < data->n_columns; i++)
    {
      VigieTextSpec spec = heading_spec (layout, data->column_labels[i]);

      longest =
        MAX (longest, vigie_scene_builder_text_width (layout->builder, data->column_labels[i], VIGIE_TEXT_NOTE, FALSE));
      tallest = MAX (tallest, vigie_scene_builder_text_box (layout->builder, data->column_labels[i], &spec).height);
      if (widest_word (layout, data->column_labels[i]) > spec.width)
        layout->upright_headings = TRUE;
    }

  if (layout->upright_headings)
    tallest = MIN (MIN (longest, em (layout, HEADING_MOST)),
                   frame->height * (layout->n_blocks > 1 ? HEADING_SHARE_BLOCKS : HEADING_SHARE) / layout->n_blocks);

  layout->heading_height = ceil (tallest);
}

/* Sizes with the columns in @n_blocks blocks. */
static void
size_cells (Layout *layout, guint n_blocks)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  guint n_columns = (guint) layout->data->n_columns;
  double heads, height;

  layout->n_blocks = n_blocks;
  layout->block_columns = (n_columns + n_blocks - 1) / n_blocks;
  layout->cell_width = MIN ((frame->width - layout->plot_x) / layout->block_columns, em (layout, CELL_WIDTH_MOST));
  if (layout->cell_width > 8)
    layout->cell_width = floor (layout->cell_width);
  measure_headings (layout);

  heads = layout->legend_height + n_blocks * (layout->heading_height + em (layout, CELL_PADDING)) +
          (n_blocks - 1) * em (layout, BLOCK_GAP);
  height = MAX (frame->height - heads, 1) / (double) (n_blocks * layout->data->n_rows);
  layout->cell_height = MIN (height > 4 ? floor (height) : height, em (layout, CELL_HEIGHT_MOST));
  layout->preferred_height = heads + (double) (n_blocks * layout->data->n_rows) * em (layout, CELL_PREFERRED);
}

/* As few blocks as let the numbers stand in their cells, yet not so many that rows become too low for them. */
static void
choose_blocks (Layout *layout)
{
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double least_width = layout->widest_text + em (layout, CELL_PADDING + 2 * CELL_SEAM);
  double room = frame->width - layout->plot_x;
  guint n_columns = (guint) layout->data->n_columns;
  guint per_block = (guint) MAX (floor (room / MAX (least_width, 1)), 1);
  guint n_blocks = (n_columns + per_block - 1) / per_block;

  size_cells (layout, n_blocks);
  vigie_scene_builder_set_preferred_height (layout->builder, layout->preferred_height);

  for (; layout->cell_height < layout->line && n_blocks > 1; n_blocks--)
    size_cells (layout, n_blocks - 1);
}

static void
divide (Layout *layout)
{
  double wide = layout->name_width;
  double least = vigie_scene_builder_get_frame (layout->builder)->width * NAME_SHARE_LEAST;

  choose_blocks (layout);

  /* Level headings are worth names on two lines. */
  if (layout->upright_headings && layout->n_blocks == 1 && wide > least && layout->cell_height > 2.1 * layout->line)
    {
      set_name_width (layout, MAX (least, wide / 2));
      choose_blocks (layout);
      if (!layout->upright_headings)
        return;

      set_name_width (layout, wide);
      choose_blocks (layout);
    }
}

/* Drawing */

/* A folded corner, out of the number's way. */
static void
draw_flag (const Layout *layout, const VigieBox *box, int datum)
{
  double size = MIN (em (layout, FLAG_SIZE), MIN (box->width, box->height) / 2);
  double right = vigie_box_right (box);
  const VigiePoint corners[] = { { right - size, box->y }, { right, box->y }, { right, box->y + size } };

  vigie_scene_builder_area (
    layout->builder, corners, G_N_ELEMENTS (corners),
    &(VigieStyle) { .fill = VIGIE_PAINT_TEXT, .stroke = VIGIE_PAINT_BACKGROUND, .stroke_width = em (layout, 1) },
    datum);
}

static void
draw_cell_text (const Layout *layout, const VigieHeatCell *cell, const VigieBox *box, const VigieStyle *style,
                int datum)
{
  double width = vigie_scene_builder_text_width (layout->builder, cell->text, VIGIE_TEXT_VALUE, FALSE);
  gboolean patterned = style->pattern != VIGIE_PATTERN_SOLID;

  if (box->height < layout->line * 0.92 || box->width < width)
    return;

  vigie_scene_builder_text (layout->builder, cell->text,
                            &(VigieTextSpec) { .x = vigie_box_middle_x (box),
                                               .y = vigie_box_middle_y (box),
                                               .align = VIGIE_ALIGN_CENTER,
                                               .anchor = VIGIE_ANCHOR_MIDDLE,
                                               .role = VIGIE_TEXT_VALUE,
                                               .on = patterned ? VIGIE_PAINT_NONE : style->fill,
                                               .plate = patterned },
                            datum);
}

/* Whether it has grown, beside the number where that leaves room. */
static void
draw_change (const Layout *layout, const VigieHeatCell *cell, const VigieBox *box, int datum)
{
  double width = vigie_scene_builder_text_width (layout->builder, cell->text, VIGIE_TEXT_VALUE, FALSE);
  double size = MIN (em (layout, CHANGE_SIZE), box->height * 0.5), gap = em (layout, CELL_SEAM + 1);
  VigieStyle style = vigie_heat_change_style (layout->builder);

  if (isnan (cell->change) || cell->change == 0 || cell->hidden || (box->width - width) / 2 < size + gap)
    return;
  vigie_scene_builder_symbol (layout->builder, cell->change < 0 ? VIGIE_SYMBOL_TRIANGLE_DOWN : VIGIE_SYMBOL_TRIANGLE_UP,
                              box->x + gap + size / 2, vigie_box_middle_y (box), size, &style, datum);
}

static int
add_cell_datum (const Layout *layout, gsize row, gsize column)
{
  const VigieHeatMap *data = layout->data;
  const VigieHeatCell *cell = cell_at (layout, row, column);
  g_autofree char *label = g_strdup_printf ("%s, %s", data->row_labels[row], data->column_labels[column]);
  const char *text = cell->description;

  if (text == NULL && cell->hidden)
    text = data->hidden_text;
  else if (text == NULL && isnan (cell->value))
    text = data->not_measured_text;
  else if (text == NULL)
    text = cell->text;

  return vigie_scene_builder_add_datum (layout->builder, &(VigieDatum) {
                                                           .label = label,
                                                           .value_text = text,
                                                           .key = cell->key,
                                                           .row = (int) row,
                                                           .column = (int) column,
                                                         });
}

static void
draw_cell (const Layout *layout, gsize row, gsize column, const VigieBox *place)
{
  const VigieHeatCell *cell = cell_at (layout, row, column);
  VigieStyle style = cell_style (layout->data, cell);
  double seam = MIN (em (layout, CELL_SEAM), MIN (place->width, place->height) * 0.1);
  VigieBox box = vigie_box_inset (place, seam, seam);
  int datum = add_cell_datum (layout, row, column);

  vigie_scene_builder_rect (layout->builder, &box, em (layout, CELL_RADIUS), &style, datum);
  draw_cell_text (layout, cell, &box, &style, datum);
  draw_change (layout, cell, &box, datum);
  if (cell->flagged && !cell->hidden && !cell->absent && !isnan (cell->value))
    draw_flag (layout, &box, datum);
}

static void
draw_headings (const Layout *layout, gsize first, gsize last, double bottom)
{
  for (gsize column = first; column < last; column++)
    {
      VigieTextSpec spec = heading_spec (layout, layout->data->column_labels[column]);

      spec.x = layout->plot_x + ((double) (column - first) + 0.5) * layout->cell_width;
      spec.y = bottom;
      vigie_scene_builder_text (layout->builder, layout->data->column_labels[column], &spec, VIGIE_NO_DATUM);
    }
}

static double
draw_block (const Layout *layout, guint block, double top)
{
  gsize first = (gsize) block * layout->block_columns;
  gsize last = MIN (first + layout->block_columns, layout->data->n_columns);
  double y = top + layout->heading_height + em (layout, CELL_PADDING);

  draw_headings (layout, first, last, top + layout->heading_height);
  for (gsize row = 0; row < layout->data->n_rows; row++, y += layout->cell_height)
    {
      vigie_scene_builder_text (layout->builder, layout->data->row_labels[row],
                                &(VigieTextSpec) { .y = y + layout->cell_height / 2,
                                                   .anchor = VIGIE_ANCHOR_MIDDLE,
                                                   .role = VIGIE_TEXT_LABEL,
                                                   .width = MAX (layout->name_width, 1),
                                                   .max_lines = layout->cell_height > 2.1 * layout->line ? 2 : 1 },
                                VIGIE_NO_DATUM);
      for (gsize column = first; column < last; column++)
        draw_cell (layout, row, column,
                   &(VigieBox) { layout->plot_x + (double) (column - first) * layout->cell_width, y, layout->cell_width,
                                 layout->cell_height });
    }

  return y;
}

/* Rows for whose names there is no room are left out, and their number told. */
static VigieScene *
lay_out_fewer (const Layout *layout, gsize n_shown)
{
  g_autoptr (VigieSceneBuilder) builder = vigie_scene_builder_new (vigie_scene_builder_get_frame (layout->builder));
  VigieFrame frame = vigie_rows_frame_of_fewer (builder);
  VigieHeatMap fewer = *layout->data;

  fewer.n_rows = n_shown;
  vigie_scene_builder_set_preferred_height (builder, layout->preferred_height);
  return vigie_rows_and_more (builder, vigie_heat_map_layout (&fewer, &frame), layout->data->n_rows - n_shown);
}

static gsize
count_shown (const Layout *layout)
{
  gsize n_rows = layout->data->n_rows;

  if (vigie_scene_builder_get_frame (layout->builder)->format_more == NULL || layout->cell_height >= layout->line)
    return n_rows;
  return MAX ((gsize) (layout->cell_height * (double) n_rows / layout->line), 2) - 1;
}

/**
 * vigie_heat_map_layout:
 * @data: what to show
 * @frame: the room there is
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_heat_map_layout (const VigieHeatMap *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  Layout layout;
  double y;

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = vigie_scene_builder_new (frame);
  if (data->n_rows == 0 || data->n_columns == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }

  layout = (Layout) { .data = data, .builder = builder };
  measure_texts (&layout);
  layout.legend_height = vigie_heat_legend_draw (builder, data);
  if (layout.legend_height > 0)
    layout.legend_height += vigie_scene_builder_em (builder, HEADER_GAP);
  divide (&layout);
  if (count_shown (&layout) < data->n_rows)
    return lay_out_fewer (&layout, count_shown (&layout));

  y = layout.legend_height;
  for (guint block = 0; block * layout.block_columns < data->n_columns; block++)
    y = draw_block (&layout, block, y) + vigie_scene_builder_em (builder, BLOCK_GAP);

  return vigie_scene_builder_end (builder);
}
