// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-state-matrix.h"

#include <math.h>

#include "vigie-legend.h"
#include "vigie-scene-builder.h"
#include "vigie-stacked-bars.h"

/*
 *   legend
 *              Human     Monitoring  DPIA        headings, level or upright
 *   Missing      3                     1         how many are in the first state
 *   ──────────────────────────────────────
 *   Name         ■          ●          ▲         one line a row, as many as there is room for
 *   Name         ■          ◇ 2028     ·
 *   Name       □●          ●          ·         hollow before it is the state of an earlier day
 *   and 12 more
 */

#define HEADER_GAP 10.0
#define NAME_GAP 12.0
#define NAME_SHARE 0.32
#define ROW_LEAST 19.0
#define ROW_PREFERRED 26.0
#define ROW_MOST 40.0
#define ROWS_PREFERRED 20
#define COLUMN_MOST 110.0
/* Room for a symbol and a few characters beside it. */
#define COLUMN_EASY 54.0
#define COLUMN_LEAST_LINES 1.15
#define HEADING_LINES 3
#define HEADING_MOST 150.0
#define HEADING_SHARE 0.4
#define SYMBOL_MOST 17.0
#define SYMBOL_FILLING 0.66
#define QUIET_SIZE 3.0
#define CELL_PADDING 4.0
#define CELL_SEAM 2.0
#define CELL_RADIUS 2.0
#define PATTERN_SHARE 1.8
#define BEFORE_SIZE 8.0

typedef struct
{
  /* borrowed */
  const VigieStateMatrix *data;
  VigieSceneBuilder *builder;

  double line;
  double note_line;
  double name_width;
  double plot_x;
  double column_width;
  gboolean upright;
  double legend_height;
  double heading_height;
  double rows_top;
  double row_height;
  double symbol_size;
  gsize n_shown;
} Layout;

static double
em (const Layout *layout, double points)
{
  return vigie_scene_builder_em (layout->builder, points);
}

static char *
dup_count (const VigieStateMatrix *data, gsize count)
{
  return data->format_count != NULL ? data->format_count ((double) count, NULL)
                                    : g_strdup_printf ("%" G_GSIZE_FORMAT, count);
}

static gsize
count_cells (const VigieStateMatrix *data, gsize column, guint state)
{
  gsize n = 0;

  for (gsize row = 0; row < data->n_rows; row++)
    n += data->cells[row * data->n_columns + column].state == state ? 1 : 0;
  return n;
}

static gsize
count_all (const VigieStateMatrix *data, guint state)
{
  gsize n = 0;

  for (gsize column = 0; column < data->n_columns; column++)
    n += count_cells (data, column, state);
  return n;
}

/* By column: for where there is no room for the cells. */

/* "missing 3, in place 12": what the whole bar says to a screen reader. */
static char *
dup_list (const VigieStackedSeries *series, const VigieStackedSegment *segments, gsize n_series)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < n_series; i++)
    if (segments[i].value > 0)
      g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "", series[i].label, segments[i].text);
  return g_string_free_and_steal (list);
}

static VigieScene *
layout_sums (const VigieStateMatrix *data, const VigieFrame *frame)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree VigieStackedSeries *series = g_new0 (VigieStackedSeries, data->n_states);
  g_autofree VigieStackedSegment *segments = g_new0 (VigieStackedSegment, data->n_states * data->n_columns);
  g_autofree VigieStackedRow *rows = g_new0 (VigieStackedRow, data->n_columns);
  gsize n_series = 0;

  for (guint state = 0; state < data->n_states; state++)
    {
      if (data->states[state].quiet || count_all (data, state) == 0)
        continue;
      series[n_series] = (VigieStackedSeries) { data->states[state].label, data->states[state].style.fill,
                                                data->states[state].style.pattern };
      for (gsize column = 0; column < data->n_columns; column++)
        {
          gsize count = count_cells (data, column, state);

          g_ptr_array_add (texts, dup_count (data, count));
          segments[column * data->n_states + n_series] = (VigieStackedSegment) {
            .value = (double) count,
            .text = texts->pdata[texts->len - 1],
          };
        }
      n_series++;
    }
  for (gsize column = 0; column < data->n_columns; column++)
    {
      const VigieStackedSegment *first = &segments[column * data->n_states];

      g_ptr_array_add (texts, dup_list (series, first, n_series));
      rows[column] = (VigieStackedRow) {
        .label = data->column_labels[column],
        .segments = first,
        .description = texts->pdata[texts->len - 1],
      };
    }

  return vigie_stacked_bars_layout (
    &(VigieStackedBars) {
      .series = series,
      .n_series = n_series,
      .rows = rows,
      .n_rows = data->n_columns,
      .axis_title = data->axis_title,
      .not_measured_text = data->not_measured_text,
      .empty_text = data->empty_text,
    },
    frame);
}

/* Measuring */

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
heading_spec (const Layout *layout)
{
  return (VigieTextSpec) {
    .align = VIGIE_ALIGN_CENTER,
    .anchor = VIGIE_ANCHOR_BOTTOM,
    .role = VIGIE_TEXT_NOTE,
    .width = MAX (layout->upright ? layout->heading_height : layout->column_width - em (layout, CELL_PADDING), 1),
    .max_lines = !layout->upright                                 ? HEADING_LINES
                 : layout->column_width > 2.2 * layout->note_line ? 2
                                                                  : 1,
    .vertical = layout->upright,
  };
}

static void
measure_headings (Layout *layout)
{
  const VigieStateMatrix *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  VigieTextSpec spec = heading_spec (layout);
  double longest = 0, tallest = 0;

  for (gsize i = 0; i < data->n_columns; i++)
    {
      const char *label = data->column_labels[i];

      longest = MAX (longest, vigie_scene_builder_text_width (layout->builder, label, VIGIE_TEXT_NOTE, FALSE));
      tallest = MAX (tallest, vigie_scene_builder_text_box (layout->builder, label, &spec).height);
      layout->upright |= widest_word (layout, label) > spec.width;
    }
  if (layout->upright)
    tallest = MIN (MIN (longest, em (layout, HEADING_MOST)), frame->height * HEADING_SHARE);
  layout->heading_height = ceil (tallest);
}

/* What columns leave that are as wide as a word of their headings: where they are few, names are said whole. */
static double
find_name_room (const Layout *layout)
{
  const VigieStateMatrix *data = layout->data;
  double column = em (layout, COLUMN_EASY);

  for (gsize i = 0; i < data->n_columns; i++)
    column = MAX (column, widest_word (layout, data->column_labels[i]) + 2 * em (layout, CELL_PADDING));
  return vigie_scene_builder_get_frame (layout->builder)->width - (double) data->n_columns * ceil (column) -
         em (layout, NAME_GAP);
}

static void
measure_columns (Layout *layout)
{
  const VigieStateMatrix *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double longest = vigie_scene_builder_text_width (layout->builder, data->count_label, VIGIE_TEXT_LABEL, TRUE);

  for (gsize i = 0; i < data->n_rows; i++)
    longest =
      MAX (longest, vigie_scene_builder_text_width (layout->builder, data->row_labels[i], VIGIE_TEXT_LABEL, FALSE));
  layout->line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_LABEL);
  layout->note_line = vigie_scene_builder_line_height (layout->builder, VIGIE_TEXT_NOTE);
  layout->name_width = MIN (ceil (longest), MAX (frame->width * NAME_SHARE, find_name_room (layout)));
  layout->plot_x = layout->name_width + em (layout, NAME_GAP);
  layout->column_width =
    floor (MIN ((frame->width - layout->plot_x) / (double) data->n_columns, em (layout, COLUMN_MOST)));
}

static VigieStyle
before_style (const Layout *layout)
{
  return (VigieStyle) { .fill = VIGIE_PAINT_BACKGROUND, .stroke = VIGIE_PAINT_TEXT, .stroke_width = em (layout, 1.25) };
}

static gsize
fill_legend (const Layout *layout, VigieLegendEntry *entries)
{
  gsize n = 0;

  for (guint state = 0; state < layout->data->n_states; state++)
    {
      const VigieMatrixState *meaning = &layout->data->states[state];

      if (count_all (layout->data, state) > 0)
        entries[n++] = (VigieLegendEntry) {
          .label = meaning->label,
          .kind = meaning->size > 0 ? VIGIE_LEGEND_SYMBOL : VIGIE_LEGEND_SWATCH,
          .symbol = meaning->symbol,
          .size = meaning->quiet ? em (layout, QUIET_SIZE) : 0,
          .style = meaning->style,
        };
    }
  entries[n++] = (VigieLegendEntry) { .label = layout->data->before_label, .style = before_style (layout) };
  return n;
}

/* Whether a matrix can be read here: columns as wide as a line of their headings, and room for some rows. */
static gboolean
divide (Layout *layout, gsize n_entries, const VigieLegendEntry *entries)
{
  const VigieStateMatrix *data = layout->data;
  const VigieFrame *frame = vigie_scene_builder_get_frame (layout->builder);
  double gap = em (layout, HEADER_GAP), room, most, least = MAX (em (layout, ROW_LEAST), layout->line);

  if (layout->column_width < COLUMN_LEAST_LINES * layout->note_line)
    return FALSE;
  layout->legend_height = vigie_legend_height (layout->builder, entries, (guint) n_entries, frame->width);
  measure_headings (layout);
  layout->rows_top = layout->legend_height + layout->heading_height + 2 * gap + layout->line;
  vigie_scene_builder_set_preferred_height (layout->builder,
                                            layout->rows_top + layout->line +
                                              (double) MIN (data->n_rows, ROWS_PREFERRED) * em (layout, ROW_PREFERRED));

  room = frame->height - layout->rows_top;
  most = floor (room / least);
  layout->n_shown = data->n_rows;
  if ((double) data->n_rows > most)
    layout->n_shown = most > 1 ? (gsize) floor ((room - layout->line) / least) : 0;
  if (layout->n_shown < MIN (data->n_rows, 3))
    return FALSE;
  if (layout->n_shown < data->n_rows)
    room -= layout->line;
  layout->row_height = MIN (floor (room / (double) layout->n_shown), em (layout, ROW_MOST));
  layout->symbol_size = MIN (em (layout, SYMBOL_MOST), SYMBOL_FILLING * MIN (layout->row_height, layout->column_width));
  return TRUE;
}

/* Drawing */

static void
draw_headings (const Layout *layout)
{
  const VigieStateMatrix *data = layout->data;
  VigieTextSpec spec = heading_spec (layout);
  VigieTextSpec count = {
    .y = layout->rows_top - em (layout, HEADER_GAP) / 2 - layout->line / 2,
    .anchor = VIGIE_ANCHOR_MIDDLE,
    .role = VIGIE_TEXT_LABEL,
    .strong = TRUE,
    .width = MAX (layout->name_width, 1),
  };

  vigie_scene_builder_text (layout->builder, data->count_label, &count, VIGIE_NO_DATUM);
  count.align = VIGIE_ALIGN_CENTER;
  count.role = VIGIE_TEXT_VALUE;
  count.width = layout->column_width;
  spec.y = layout->legend_height + em (layout, HEADER_GAP) + layout->heading_height;
  for (gsize column = 0; column < data->n_columns; column++)
    {
      gsize n = count_cells (data, column, 0);
      g_autofree char *text = dup_count (data, n);

      spec.x = count.x = layout->plot_x + ((double) column + 0.5) * layout->column_width;
      vigie_scene_builder_text (layout->builder, data->column_labels[column], &spec, VIGIE_NO_DATUM);
      count.paint = n > 0 ? VIGIE_PAINT_TEXT : VIGIE_PAINT_TEXT_MUTED;
      count.strong = n > 0;
      if (data->count_label != NULL)
        vigie_scene_builder_text (layout->builder, text, &count, VIGIE_NO_DATUM);
    }
}

static int
add_cell_datum (const Layout *layout, gsize row, gsize column)
{
  const VigieStateMatrix *data = layout->data;
  const VigieMatrixCell *cell = &data->cells[row * data->n_columns + column];
  g_autofree char *label = g_strdup_printf ("%s, %s", data->row_labels[row], data->column_labels[column]);

  return vigie_scene_builder_add_datum (
    layout->builder, &(VigieDatum) {
                       .label = label,
                       .value_text = cell->description != NULL ? cell->description : data->states[cell->state].label,
                       .key = cell->key,
                       .row = (int) row,
                       .column = (int) column,
                     });
}

/* Before what the cell has now, where that leaves room. */
static void
draw_before (const Layout *layout, const VigieMatrixCell *cell, const VigieBox *box, double taken, int datum)
{
  VigieStyle style = before_style (layout);
  double size = MIN (em (layout, BEFORE_SIZE), box->height * 0.45);
  double gap = em (layout, CELL_SEAM);

  if (cell->before == NULL || layout->data->before_label == NULL || (box->width - taken) / 2 < size + 2 * gap)
    return;
  vigie_scene_builder_symbol (layout->builder, cell->before->symbol,
                              vigie_box_middle_x (box) - taken / 2 - 1.5 * gap - size / 2, vigie_box_middle_y (box),
                              cell->before->quiet ? size / 2 : size, &style, datum);
}

static void
draw_cell (const Layout *layout, gsize row, gsize column, const VigieBox *place)
{
  const VigieMatrixCell *cell = &layout->data->cells[row * layout->data->n_columns + column];
  const VigieMatrixState *state = &layout->data->states[cell->state];
  double seam = MIN (em (layout, CELL_SEAM), MIN (place->width, place->height) * 0.1);
  double size = state->quiet ? em (layout, QUIET_SIZE) : layout->symbol_size * state->size;
  double width = vigie_scene_builder_text_width (layout->builder, cell->text, VIGIE_TEXT_NOTE, FALSE);
  double gap = em (layout, CELL_PADDING);
  double x = vigie_box_middle_x (place), taken = size;
  VigieBox box = vigie_box_inset (place, seam, seam);
  int datum = add_cell_datum (layout, row, column);

  /* Not seen: the whole cell, for the pointer and the focus. */
  vigie_scene_builder_rect (layout->builder, &box, 0, &(VigieStyle) { .fill = VIGIE_PAINT_NONE }, datum);
  if (state->size <= 0)
    {
      box.width = MIN (box.width, PATTERN_SHARE * box.height);
      box.x = x - box.width / 2;
      vigie_scene_builder_rect (layout->builder, &box, em (layout, CELL_RADIUS), &state->style, datum);
      draw_before (layout, cell, place, box.width, datum);
      return;
    }
  if (cell->text != NULL && size + width + 3 * gap <= box.width && layout->row_height >= layout->note_line)
    {
      x -= (width + gap) / 2;
      vigie_scene_builder_text (layout->builder, cell->text,
                                &(VigieTextSpec) { .x = x + size / 2 + gap,
                                                   .y = vigie_box_middle_y (place),
                                                   .anchor = VIGIE_ANCHOR_MIDDLE,
                                                   .role = VIGIE_TEXT_NOTE,
                                                   .paint = VIGIE_PAINT_TEXT_MUTED },
                                datum);
      taken = size + gap + width;
    }
  draw_before (layout, cell, &box, taken, datum);
  vigie_scene_builder_symbol (layout->builder, state->symbol, x, vigie_box_middle_y (place), size, &state->style,
                              datum);
}

static void
draw_row (const Layout *layout, gsize row)
{
  double y = layout->rows_top + (double) row * layout->row_height;
  double right = layout->plot_x + (double) layout->data->n_columns * layout->column_width;

  vigie_scene_builder_line (
    layout->builder, 0, y, right, y,
    &(VigieStyle) { .stroke = row == 0 ? VIGIE_PAINT_AXIS : VIGIE_PAINT_GRID, .stroke_width = em (layout, 1) },
    VIGIE_NO_DATUM);
  vigie_scene_builder_text (layout->builder, layout->data->row_labels[row],
                            &(VigieTextSpec) { .y = y + layout->row_height / 2,
                                               .anchor = VIGIE_ANCHOR_MIDDLE,
                                               .role = VIGIE_TEXT_LABEL,
                                               .width = MAX (layout->name_width, 1),
                                               .max_lines = layout->row_height > 2.1 * layout->line ? 2 : 1 },
                            VIGIE_NO_DATUM);
  for (gsize column = 0; column < layout->data->n_columns; column++)
    draw_cell (layout, row, column,
               &(VigieBox) { layout->plot_x + (double) column * layout->column_width, y, layout->column_width,
                             layout->row_height });
}

static void
draw_more (const Layout *layout)
{
  const VigieStateMatrix *data = layout->data;
  g_autofree char *text = NULL;

  if (layout->n_shown >= data->n_rows || data->format_more == NULL)
    return;
  text = data->format_more ((double) (data->n_rows - layout->n_shown), NULL);
  vigie_scene_builder_text (
    layout->builder, text,
    &(VigieTextSpec) { .y = layout->rows_top + (double) layout->n_shown * layout->row_height + layout->line / 2,
                       .anchor = VIGIE_ANCHOR_MIDDLE,
                       .role = VIGIE_TEXT_NOTE,
                       .paint = VIGIE_PAINT_TEXT_MUTED,
                       .width = vigie_scene_builder_get_frame (layout->builder)->width },
    VIGIE_NO_DATUM);
}

/**
 * vigie_state_matrix_layout:
 * @data: what to show
 * @frame: the room there is
 *
 * Returns: (transfer full): the chart
 */
VigieScene *
vigie_state_matrix_layout (const VigieStateMatrix *data, const VigieFrame *frame)
{
  g_autoptr (VigieSceneBuilder) builder = NULL;
  g_autofree VigieLegendEntry *entries = NULL;
  gsize n_entries;
  Layout layout;

  g_return_val_if_fail (data != NULL && frame != NULL, NULL);

  builder = vigie_scene_builder_new (frame);
  if (data->n_rows == 0 || data->n_columns == 0)
    {
      vigie_scene_builder_empty_state (builder, data->empty_text);
      return vigie_scene_builder_end (builder);
    }

  layout = (Layout) { .data = data, .builder = builder };
  entries = g_new0 (VigieLegendEntry, data->n_states + 1);
  measure_columns (&layout);
  n_entries = fill_legend (&layout, entries);
  if (!divide (&layout, n_entries, entries))
    return layout_sums (data, frame);

  vigie_legend_draw (builder, entries, (guint) n_entries, &(VigieBox) { 0, 0, frame->width, layout.legend_height });
  draw_headings (&layout);
  for (gsize row = 0; row < layout.n_shown; row++)
    draw_row (&layout, row);
  draw_more (&layout);

  return vigie_scene_builder_end (builder);
}
