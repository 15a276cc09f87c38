// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-print-table.h"

#include <math.h>
#include <string.h>

/*
 * Columns take the width of their widest cell where there is room; where there is not, the narrow ones still do, and
 * the wide ones share what is left. None is narrower than its longest word while that is possible. A row never breaks.
 * A page never ends in a head alone, nor begins with the last row alone.
 */

#define CELL_GAP 12.0
/* A row is hard to follow where its cells stand further apart than this, so a table does not spread over the page. */
#define CELL_GAP_WIDE 20.0
#define ROW_PADDING 3.2
#define HEAD_LINES 4
#define EASY_HEAD 64.0
#define NARROWEST_COLUMN 18.0

struct _VigieTableLayout
{
  const VigiePrintTable *table;
  VigieSheet *sheet;
  double *cells; /* widths of the cells on one line, row by row; infinite where they have several */
  double *least; /* of each column: its longest word */
  double *most;  /* of each column: its widest cell */

  /* for one width: */
  double gap;
  double *widths;
  double *heights; /* of the rows */
  double head_height;
  gboolean easy;
  gboolean whole;
};

static VigieLettering
column_lettering (const VigiePrintTable *table, guint column)
{
  return table->columns[column].strong ? VIGIE_LETTERING_CELL_STRONG : VIGIE_LETTERING_CELL;
}

/* A head may take two lines where it is wider than what stands under it. */
static double
measure_head (VigieTableLayout *self, guint column)
{
  double whole = vigie_sheet_measure_width (self->sheet, VIGIE_LETTERING_CELL_HEAD, self->table->columns[column].label);

  return whole <= EASY_HEAD ? whole : MAX (whole * 0.6, EASY_HEAD);
}

static double
measure_cell (VigieTableLayout *self, VigieLettering lettering, const char *text, double *least)
{
  double width;

  if (text == NULL)
    return 0;
  width = vigie_sheet_measure_width (self->sheet, lettering, text);
  /* Most cells are one word, whose width is known by now. */
  if (strpbrk (text, " -\n") == NULL)
    *least = MAX (*least, width);
  else
    *least = MAX (*least, vigie_sheet_measure_word (self->sheet, lettering, text));
  return width;
}

static void
measure_column (VigieTableLayout *self, guint column)
{
  const VigiePrintTable *table = self->table;
  VigieLettering lettering = column_lettering (table, column);
  double least = vigie_sheet_measure_word (self->sheet, VIGIE_LETTERING_CELL_HEAD, table->columns[column].label);
  double most = MAX (least, measure_head (self, column));

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *text = table->get_text (row, column, table->data);
      double width = measure_cell (self, lettering, text, &least);

      most = MAX (most, width);
      self->cells[row * table->n_columns + column] = text != NULL && strchr (text, '\n') != NULL ? INFINITY : width;
    }
  self->least[column] = MAX (least, NARROWEST_COLUMN);
  if (table->columns[column].widest > 0)
    most = MIN (most, table->columns[column].widest);
  self->most[column] = MAX (most, self->least[column]);
}

static double
sum (const double *values, guint n_values)
{
  double total = 0;

  for (guint i = 0; i < n_values; i++)
    total += values[i];
  return total;
}

/* The width that columns may be as wide as they like up to, so that all of them fill @room. */
static double
find_cap (const double *most, guint n, double room)
{
  double cap = 0;
  double left = room;
  guint n_wide = n;

  for (guint round = 0; round < n; round++)
    {
      guint n_narrow = 0;

      cap = left / MAX (n_wide, 1);
      left = room;
      for (guint i = 0; i < n; i++)
        if (most[i] <= cap)
          {
            left -= most[i];
            n_narrow++;
          }
      n_wide = n - n_narrow;
    }
  return cap;
}

static void
share_width (VigieTableLayout *self, double width)
{
  const double *least = self->least;
  const double *most = self->most;
  guint n = self->table->n_columns;
  double room = width - CELL_GAP * (n - 1);
  double all_least = sum (least, n);
  double all_most = sum (most, n);
  double cap = find_cap (most, n, room);
  double taken = 0;

  self->easy = all_most <= room;
  self->whole = all_least <= room;
  self->gap = CELL_GAP;
  if (self->easy && n > 1)
    self->gap = CLAMP (CELL_GAP + (room - all_most) / (n - 1), CELL_GAP, CELL_GAP_WIDE);
  for (guint i = 0; i < n; i++)
    taken += self->widths[i] = self->easy ? most[i] : MAX (MIN (most[i], cap), least[i]);
  if (taken <= room || self->easy)
    return;
  /* Words that may not break took more than their share: all go back to them, and share what is left. */
  for (guint i = 0; i < n; i++)
    self->widths[i] = all_least >= room
                        ? room * least[i] / all_least
                        : least[i] + (room - all_least) * (self->widths[i] - least[i]) / (taken - all_least);
}

static void
measure_head_row (VigieTableLayout *self)
{
  const VigiePrintTable *table = self->table;

  self->head_height = 0;
  for (guint column = 0; column < table->n_columns; column++)
    self->head_height =
      MAX (self->head_height, vigie_sheet_measure (self->sheet, VIGIE_LETTERING_CELL_HEAD, table->columns[column].label,
                                                   self->widths[column], HEAD_LINES));
  self->head_height += 2 * ROW_PADDING;
}

static void
measure_row (VigieTableLayout *self, guint row, double one_line)
{
  const VigiePrintTable *table = self->table;
  double height = one_line;

  for (guint column = 0; column < table->n_columns; column++)
    if (self->cells[row * table->n_columns + column] > self->widths[column])
      height = MAX (height, vigie_sheet_measure (self->sheet, column_lettering (table, column),
                                                 table->get_text (row, column, table->data), self->widths[column],
                                                 table->max_lines));
  self->heights[row] = height + 2 * ROW_PADDING;
}

/**
 * vigie_table_layout_new:
 * @table: (transfer none): outlives the layout
 * @sheet: (transfer none): what it will be printed on
 * @width: the width that there is, in points
 *
 * Returns: (transfer full): the table with the widths of its columns and the heights of its rows
 */
VigieTableLayout *
vigie_table_layout_new (const VigiePrintTable *table, VigieSheet *sheet, double width)
{
  VigieTableLayout *self = NULL;

  g_return_val_if_fail (table != NULL && table->n_columns > 0, NULL);

  self = g_new0 (VigieTableLayout, 1);
  self->table = table;
  self->sheet = sheet;
  self->cells = g_new0 (double, MAX (table->n_rows, 1) * table->n_columns);
  self->least = g_new0 (double, table->n_columns);
  self->most = g_new0 (double, table->n_columns);
  self->widths = g_new0 (double, table->n_columns);
  self->heights = g_new0 (double, MAX (table->n_rows, 1));
  for (guint column = 0; column < table->n_columns; column++)
    measure_column (self, column);
  vigie_table_layout_set_width (self, width);
  return self;
}

/**
 * vigie_table_layout_set_width:
 * @width: the width that there is, in points
 *
 * Lays the table out anew.
 */
void
vigie_table_layout_set_width (VigieTableLayout *self, double width)
{
  double one_line = vigie_sheet_measure (self->sheet, VIGIE_LETTERING_CELL_STRONG, "0", -1, 0);

  share_width (self, width);
  measure_head_row (self);
  for (guint row = 0; row < self->table->n_rows; row++)
    measure_row (self, row, one_line);
}

/**
 * vigie_table_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
vigie_table_layout_free (VigieTableLayout *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self->least);
  g_free (self->most);
  g_free (self->widths);
  g_free (self->heights);
  g_free (self);
}

/**
 * vigie_table_layout_get_width:
 *
 * Returns: the width that it takes, in points
 */
double
vigie_table_layout_get_width (const VigieTableLayout *self)
{
  return sum (self->widths, self->table->n_columns) + self->gap * (self->table->n_columns - 1);
}

/**
 * vigie_table_layout_get_height:
 *
 * Returns: the height that it takes with one head, in points
 */
double
vigie_table_layout_get_height (const VigieTableLayout *self)
{
  return self->head_height + sum (self->heights, self->table->n_rows);
}

/**
 * vigie_table_layout_is_easy:
 *
 * Returns: whether no cell had to be wrapped for want of width
 */
gboolean
vigie_table_layout_is_easy (const VigieTableLayout *self)
{
  return self->easy;
}

/**
 * vigie_table_layout_is_whole:
 *
 * Returns: whether no word had to be broken for want of width
 */
gboolean
vigie_table_layout_is_whole (const VigieTableLayout *self)
{
  return self->whole;
}

static void
print_head (const VigieTableLayout *self, VigieFlow *flow, gboolean first)
{
  const VigiePrintTable *table = self->table;
  double right = flow->room.x + vigie_table_layout_get_width (self);
  double x = flow->room.x;

  if (first)
    vigie_sheet_begin (self->sheet, VIGIE_SHEET_TR);
  for (guint column = 0; column < table->n_columns; column++)
    {
      const VigiePrintColumn *head = &table->columns[column];
      double height =
        vigie_sheet_measure (self->sheet, VIGIE_LETTERING_CELL_HEAD, head->label, self->widths[column], HEAD_LINES);
      VigieBox box = { x, flow->y + self->head_height - ROW_PADDING - height, self->widths[column], height };

      if (first)
        vigie_sheet_begin_header (self->sheet, VIGIE_HEADER_COLUMN);
      vigie_sheet_print (self->sheet, VIGIE_LETTERING_CELL_HEAD, head->label, &box, HEAD_LINES,
                         head->numeric ? VIGIE_ALIGN_END : VIGIE_ALIGN_START);
      if (first)
        vigie_sheet_end_header (self->sheet);
      x += self->widths[column] + self->gap;
    }
  if (first)
    vigie_sheet_end (self->sheet, VIGIE_SHEET_TR);
  vigie_flow_skip (flow, self->head_height);
  vigie_sheet_rule (self->sheet, flow->room.x, right, flow->y, 0.9, VIGIE_PAINT_TEXT);
}

static void
print_cell (const VigieTableLayout *self, guint row, guint column, const VigieBox *box)
{
  const VigiePrintTable *table = self->table;
  VigieLettering lettering = column_lettering (table, column);
  VigiePaint paint =
    table->get_paint != NULL ? table->get_paint (row, column, table->data) : vigie_lettering_get_paint (lettering);

  if (column == 0)
    vigie_sheet_begin_header (self->sheet, VIGIE_HEADER_ROW);
  else
    vigie_sheet_begin (self->sheet, VIGIE_SHEET_TD);
  vigie_sheet_print_painted (self->sheet, lettering, paint, table->get_text (row, column, table->data), box,
                             table->max_lines, table->columns[column].numeric ? VIGIE_ALIGN_END : VIGIE_ALIGN_START);
  if (column == 0)
    vigie_sheet_end_header (self->sheet);
  else
    vigie_sheet_end (self->sheet, VIGIE_SHEET_TD);
}

static void
print_row (const VigieTableLayout *self, VigieFlow *flow, guint row)
{
  double right = flow->room.x + vigie_table_layout_get_width (self);
  double x = flow->room.x;

  vigie_sheet_begin (self->sheet, VIGIE_SHEET_TR);
  for (guint column = 0; column < self->table->n_columns; column++)
    {
      VigieBox box = { x, flow->y + ROW_PADDING, self->widths[column], self->heights[row] };

      print_cell (self, row, column, &box);
      x += self->widths[column] + self->gap;
    }
  vigie_sheet_end (self->sheet, VIGIE_SHEET_TR);
  vigie_flow_skip (flow, self->heights[row]);
  vigie_sheet_rule (self->sheet, flow->room.x, right, flow->y, 0.35, VIGIE_PAINT_GRID);
}

/* Whether the page ends before @row: it does not fit, or the last row would stand alone on the next. */
static gboolean
breaks_before (const VigieTableLayout *self, const VigieFlow *flow, guint row, guint rows_on_page)
{
  guint n_rows = self->table->n_rows;
  double left = vigie_flow_get_left (flow);

  if (rows_on_page == 0)
    return FALSE;
  if (self->heights[row] > left)
    return TRUE;
  return row + 2 == n_rows && rows_on_page > 1 && self->heights[row] + self->heights[row + 1] > left;
}

/**
 * vigie_table_layout_print:
 * @flow: where it is set; its width is that of the layout or more
 *
 * Prints the table, on further pages with its head repeated.
 */
void
vigie_table_layout_print (const VigieTableLayout *self, VigieFlow *flow)
{
  guint n_rows = self->table->n_rows;
  guint rows_on_page = 0;
  double start = self->head_height;

  for (guint row = 0; row < MIN (n_rows, 2); row++)
    start += self->heights[row];
  vigie_flow_need (flow, MIN (start, flow->room.height / 2));
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_TABLE);
  print_head (self, flow, TRUE);
  for (guint row = 0; row < n_rows; row++)
    {
      if (breaks_before (self, flow, row, rows_on_page))
        {
          vigie_flow_turn_page (flow);
          print_head (self, flow, FALSE);
          rows_on_page = 0;
        }
      print_row (self, flow, row);
      rows_on_page++;
    }
  vigie_sheet_end (self->sheet, VIGIE_SHEET_TABLE);
}
