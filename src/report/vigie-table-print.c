// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-print-table-private.h"

/*
 * A row never breaks. A page never ends in a head alone, nor begins with the last row alone.
 */

/* The title that heads a page after the first. */
#define CONTINUED_ROOM 24.0

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
      double height = vigie_sheet_measure (self->sheet, VIGIE_LETTERING_CELL_HEAD, head->label, self->widths[column],
                                           VIGIE_TABLE_HEAD_LINES);
      VigieBox box = { x, flow->y + vigie_table_layout_get_head_height (self) - self->padding - height,
                       self->widths[column], height };

      if (first)
        vigie_sheet_begin_header (self->sheet, VIGIE_HEADER_COLUMN);
      vigie_sheet_print (self->sheet, VIGIE_LETTERING_CELL_HEAD, head->label, &box, VIGIE_TABLE_HEAD_LINES,
                         head->numeric ? VIGIE_ALIGN_END : VIGIE_ALIGN_START);
      if (first)
        vigie_sheet_end_header (self->sheet);
      x += self->widths[column] + self->gap;
    }
  if (first)
    vigie_sheet_end (self->sheet, VIGIE_SHEET_TR);
  vigie_flow_skip (flow, vigie_table_layout_get_head_height (self));
  vigie_sheet_rule (self->sheet, flow->room.x, right, flow->y, 0.9, VIGIE_PAINT_TEXT);
}

static void
print_cell (const VigieTableLayout *self, guint row, guint column, const VigieBox *box)
{
  const VigiePrintTable *table = self->table;
  VigieLettering lettering = vigie_table_layout_get_lettering (self, column);
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
      VigieBox box = { x, flow->y + self->padding, self->widths[column],
                       vigie_table_layout_get_row_height (self, row) };

      print_cell (self, row, column, &box);
      x += self->widths[column] + self->gap;
    }
  vigie_sheet_end (self->sheet, VIGIE_SHEET_TR);
  vigie_flow_skip (flow, vigie_table_layout_get_row_height (self, row));
  vigie_sheet_rule (self->sheet, flow->room.x, right, flow->y, 0.35, VIGIE_PAINT_GRID);
}

/* Whether the page ends before @row: it does not fit, or the last row would stand alone on the next. */
static gboolean
breaks_before (const VigieTableLayout *self, double left, guint row, guint rows_on_page)
{
  guint n_rows = self->table->n_rows;
  double height = vigie_table_layout_get_row_height (self, row);

  if (rows_on_page == 0)
    return FALSE;
  if (height > left)
    return TRUE;
  return row + 2 == n_rows && rows_on_page > 1 && height + vigie_table_layout_get_row_height (self, row + 1) > left;
}

/* The pages that the table takes, with @left on the first. */
static guint
count_pages (const VigieTableLayout *self, double left, double page)
{
  double head = vigie_table_layout_get_head_height (self);
  guint n_pages = 1;
  guint rows_on_page = 0;

  left -= head;
  for (guint row = 0; row < self->table->n_rows; row++)
    {
      if (breaks_before (self, left, row, rows_on_page))
        {
          n_pages++;
          left = page - head;
          rows_on_page = 0;
        }
      left -= vigie_table_layout_get_row_height (self, row);
      rows_on_page++;
    }
  return n_pages;
}

/* A page with the last few rows on it is one to turn for nothing. */
static void
choose_padding (VigieTableLayout *self, const VigieFlow *flow)
{
  double left = vigie_flow_get_left (flow);
  double page = flow->room.height - CONTINUED_ROOM;
  guint n_pages = count_pages (self, left, page);

  self->padding = VIGIE_TABLE_TIGHT_PADDING;
  if (count_pages (self, left, page) >= n_pages)
    self->padding = VIGIE_TABLE_PADDING;
}

/**
 * vigie_table_layout_print:
 * @flow: where it is set; its width is that of the layout or more
 *
 * Prints the table, on further pages with its head repeated.
 */
void
vigie_table_layout_print (VigieTableLayout *self, VigieFlow *flow)
{
  guint n_rows = self->table->n_rows;
  guint rows_on_page = 0;
  double start = vigie_table_layout_get_head_height (self);

  for (guint row = 0; row < MIN (n_rows, 2); row++)
    start += vigie_table_layout_get_row_height (self, row);
  vigie_flow_need (flow, MIN (start, flow->room.height / 2));
  choose_padding (self, flow);
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_TABLE);
  print_head (self, flow, TRUE);
  for (guint row = 0; row < n_rows; row++)
    {
      if (breaks_before (self, vigie_flow_get_left (flow), row, rows_on_page))
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
