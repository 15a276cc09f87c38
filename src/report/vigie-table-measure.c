// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-print-table-private.h"

#include <math.h>
#include <string.h>

/*
 * Columns take the width of their widest cell where there is room; where there is not, the narrow ones still do, and
 * the wide ones share what is left. None is narrower than its longest word while that is possible.
 */

#define CELL_GAP 12.0
/* A row is hard to follow where its cells stand further apart than this, so a table does not spread over the page. */
#define CELL_GAP_WIDE 20.0
#define EASY_HEAD 64.0
#define NARROW_HEAD 40.0
#define NARROWEST_COLUMN 18.0

VigieLettering
vigie_table_layout_get_lettering (const VigieTableLayout *self, guint column)
{
  return self->table->columns[column].strong ? VIGIE_LETTERING_CELL_STRONG : VIGIE_LETTERING_CELL;
}

/* A head may take two lines where it is wider than what stands under it. */
static double
measure_head (VigieTableLayout *self, guint column)
{
  double whole = vigie_sheet_measure_width (self->sheet, VIGIE_LETTERING_CELL_HEAD, self->table->columns[column].label);

  return whole <= EASY_HEAD ? whole : MAX (whole * 0.6, EASY_HEAD);
}

/* Nor may a head become a pillar of short words. */
static double
measure_narrowest_head (VigieTableLayout *self, guint column)
{
  const char *label = self->table->columns[column].label;
  double word = vigie_sheet_measure_word (self->sheet, VIGIE_LETTERING_CELL_HEAD, label);

  return MAX (word, MIN (vigie_sheet_measure_width (self->sheet, VIGIE_LETTERING_CELL_HEAD, label), NARROW_HEAD));
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
  VigieLettering lettering = vigie_table_layout_get_lettering (self, column);
  double least = measure_narrowest_head (self, column);
  double most = 0;

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
  self->wish[column] = MAX (self->most[column], measure_head (self, column));
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

/* Everyone gets what it would like: the cells first, then the heads. */
static void
share_plenty (VigieTableLayout *self, double room)
{
  guint n = self->table->n_columns;
  double all_most = sum (self->most, n);
  double all_wish = sum (self->wish, n);
  double share = all_wish > all_most ? MIN ((room - all_most) / (all_wish - all_most), 1) : 1;

  for (guint i = 0; i < n; i++)
    self->widths[i] = self->most[i] + (self->wish[i] - self->most[i]) * share;
  if (n > 1)
    self->gap = CLAMP (CELL_GAP + (room - all_wish) / (n - 1), CELL_GAP, CELL_GAP_WIDE);
}

/* The wide columns share what the narrow ones leave. */
static void
share_want (VigieTableLayout *self, double room)
{
  const double *least = self->least;
  guint n = self->table->n_columns;
  double all_least = sum (least, n);
  double cap = find_cap (self->most, n, room);
  double taken = 0;

  for (guint i = 0; i < n; i++)
    taken += self->widths[i] = MAX (MIN (self->most[i], cap), least[i]);
  if (taken <= room)
    return;
  /* Words that may not break took more than their share: all go back to them, and share what is left. */
  for (guint i = 0; i < n; i++)
    self->widths[i] = all_least >= room
                        ? room * least[i] / all_least
                        : least[i] + (room - all_least) * (self->widths[i] - least[i]) / (taken - all_least);
}

static void
share_width (VigieTableLayout *self, double width)
{
  guint n = self->table->n_columns;
  double room = width - CELL_GAP * (n - 1);

  self->easy = sum (self->most, n) <= room;
  self->whole = sum (self->least, n) <= room;
  self->gap = CELL_GAP;
  if (self->easy)
    share_plenty (self, room);
  else
    share_want (self, room);
}

static void
measure_head_row (VigieTableLayout *self)
{
  const VigiePrintTable *table = self->table;

  self->head_height = 0;
  for (guint column = 0; column < table->n_columns; column++)
    self->head_height =
      MAX (self->head_height, vigie_sheet_measure (self->sheet, VIGIE_LETTERING_CELL_HEAD, table->columns[column].label,
                                                   self->widths[column], VIGIE_TABLE_HEAD_LINES));
}

static double
measure_row (const VigieTableLayout *self, guint row)
{
  const VigiePrintTable *table = self->table;
  double height = vigie_sheet_measure (self->sheet, VIGIE_LETTERING_CELL_STRONG, "0", -1, 0);

  for (guint column = 0; column < table->n_columns; column++)
    if (self->cells[row * table->n_columns + column] > self->widths[column])
      height = MAX (height, vigie_sheet_measure (self->sheet, vigie_table_layout_get_lettering (self, column),
                                                 table->get_text (row, column, table->data), self->widths[column],
                                                 table->max_lines));
  return height;
}

/**
 * vigie_table_layout_new:
 * @table: (transfer none): outlives the layout
 * @sheet: (transfer none): what it will be printed on
 * @width: the width that there is, in points
 *
 * Returns: (transfer full): the table with the widths of its columns
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
  self->wish = g_new0 (double, table->n_columns);
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
 * Lays the table out anew. Its rows are measured when their height is asked for: most widths are tried in vain.
 */
void
vigie_table_layout_set_width (VigieTableLayout *self, double width)
{
  self->padding = VIGIE_TABLE_PADDING;
  share_width (self, width);
  measure_head_row (self);
  for (guint row = 0; row < self->table->n_rows; row++)
    self->heights[row] = -1;
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
  g_free (self->wish);
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
  double height = vigie_table_layout_get_head_height (self);

  for (guint row = 0; row < self->table->n_rows; row++)
    height += vigie_table_layout_get_row_height (self, row);
  return height;
}

/**
 * vigie_table_layout_fits:
 * @height: points
 *
 * Returns: whether it takes no more than @height
 */
gboolean
vigie_table_layout_fits (const VigieTableLayout *self, double height)
{
  height -= vigie_table_layout_get_head_height (self);
  for (guint row = 0; row < self->table->n_rows && height >= 0; row++)
    height -= vigie_table_layout_get_row_height (self, row);
  return height >= 0;
}

double
vigie_table_layout_get_row_height (const VigieTableLayout *self, guint row)
{
  if (self->heights[row] < 0)
    self->heights[row] = measure_row (self, row);
  return self->heights[row] + 2 * self->padding;
}

double
vigie_table_layout_get_head_height (const VigieTableLayout *self)
{
  return self->head_height + 2 * self->padding;
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
