// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-table.h"

#include <glib/gi18n-lib.h>

#include "vigie-format.h"

/* The tables of figures: how they are set, and the annex of those for which a figure's page has no room. */

#define CELL_LINES 4
/* A table of more rows is not printed whole: nobody reads it on paper. What is worse comes first. */
#define MOST_ROWS 120u
#define FIRST_ROWS 40u
#define MOST_PARTS 4u
#define TABLE_GAP 24.0
/* A title stays with its table's head and first rows. */
#define TITLE_ROOM 110.0

static guint
find_column (const VigiePackTable *self, guint column)
{
  return column == 0 ? 0 : self->first + column - 1;
}

static const char *
get_text (guint row, guint column, gpointer data)
{
  const VigiePackTable *self = data;

  return vigie_figure_get_cell (self->figure, row, find_column (self, column))->text;
}

static guint
count_printed (VigieFigure *figure)
{
  guint n = vigie_figure_get_n_rows (figure);

  return n > MOST_ROWS ? FIRST_ROWS : n;
}

/**
 * vigie_pack_table_init:
 * @first: the column that stands second, after the one that names the rows
 * @n: how many columns, with that one
 */
void
vigie_pack_table_init (VigiePackTable *self, VigieFigure *figure, guint first, guint n)
{
  self->figure = figure;
  self->first = first;
  self->columns = g_new0 (VigiePrintColumn, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const VigieFigureColumn *column = vigie_figure_get_column (figure, find_column (self, i));

      self->columns[i] = (VigiePrintColumn) { column->label, column->numeric, i == 0 };
    }
  self->table = (VigiePrintTable) { .columns = self->columns,
                                    .n_columns = n,
                                    .n_rows = count_printed (figure),
                                    .max_lines = CELL_LINES,
                                    .get_text = get_text,
                                    .data = self };
}

void
vigie_pack_table_clear (VigiePackTable *self)
{
  g_clear_pointer (&self->columns, g_free);
}

/**
 * vigie_pack_table_is_long:
 *
 * Returns: whether the figure has more rows than paper has room for at any scale: none is then looked for, since a chart
 *   of a national register takes a second to lay out
 */
gboolean
vigie_pack_table_is_long (VigieFigure *figure)
{
  return vigie_figure_get_n_rows (figure) > MOST_ROWS;
}

static void
append_word (GString *words, guint column, const char *word)
{
  if (column > 0)
    g_string_append (words, ", ");
  g_string_append (words, word != NULL && *word != '\0' ? word : VIGIE_NOT_MEASURED);
}

/**
 * vigie_pack_table_dup_words:
 *
 * Returns: (transfer full): what a figure says to one who does not see it: its answer, and its table, a row a line
 */
char *
vigie_pack_table_dup_words (VigieFigure *figure)
{
  g_autoptr (GString) words = g_string_new (vigie_figure_get_sentence (figure));
  guint n_columns = vigie_figure_get_n_columns (figure);
  guint n_rows = n_columns > 0 ? count_printed (figure) : 0;

  if (n_rows > 0)
    g_string_append_c (words, '\n');
  for (guint column = 0; column < n_columns && n_rows > 0; column++)
    append_word (words, column, vigie_figure_get_column (figure, column)->label);
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append_c (words, '\n');
      for (guint column = 0; column < n_columns; column++)
        append_word (words, column, vigie_figure_get_cell (figure, row, column)->text);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * vigie_pack_table_dup_place:
 *
 * Returns: (transfer full): the name of the place of its table in the annex
 */
char *
vigie_pack_table_dup_place (VigieFigure *figure)
{
  return g_strconcat ("table-", vigie_figure_get_id (figure), NULL);
}

/* @n columns from @first on, beside the one that names the rows. Whether no word of them is broken. */
static gboolean
print_part (VigiePack *self, VigieFigure *figure, VigieFlow *flow, guint first, guint n, gboolean print)
{
  g_auto (VigiePackTable) table = { 0 };
  g_autoptr (VigieTableLayout) layout = NULL;

  vigie_pack_table_init (&table, figure, first, n + 1);
  layout = vigie_table_layout_new (&table.table, self->sheet, flow->room.width);
  if (print)
    vigie_table_layout_print (layout, flow);
  return vigie_table_layout_is_whole (layout);
}

/* A table of so many columns that words break is set as parts, one after the other; whether that helps. */
static gboolean
print_parts (VigiePack *self, VigieFigure *figure, VigieFlow *flow)
{
  guint n = vigie_figure_get_n_columns (figure) - 1;

  for (guint n_parts = 2; n_parts <= MIN (n, MOST_PARTS); n_parts++)
    {
      gboolean whole = TRUE;

      for (guint part = 0, from = 0, to; part < n_parts && whole; part++, from = to)
        {
          to = n * (part + 1) / n_parts;
          whole = print_part (self, figure, flow, 1 + from, to - from, FALSE);
        }
      for (guint part = 0, from = 0, to; part < n_parts && whole; part++, from = to)
        {
          to = n * (part + 1) / n_parts;
          if (part > 0)
            vigie_flow_turn_page (flow);
          print_part (self, figure, flow, 1 + from, to - from, TRUE);
        }
      if (whole)
        return TRUE;
    }
  return FALSE;
}

static void
print_whole (VigiePack *self, VigieFigure *figure, VigieFlow *flow)
{
  g_auto (VigiePackTable) table = { 0 };
  g_autoptr (VigieTableLayout) layout = NULL;

  vigie_pack_table_init (&table, figure, 1, vigie_figure_get_n_columns (figure));
  layout = vigie_table_layout_new (&table.table, self->sheet, flow->room.width);
  if (vigie_table_layout_is_whole (layout) || !print_parts (self, figure, flow))
    vigie_table_layout_print (layout, flow);
}

static void
print_table (VigiePack *self, VigieFigure *figure, VigieFlow *flow)
{
  g_autofree char *place = vigie_pack_table_dup_place (figure);

  vigie_flow_set_continued (flow, C_ ("report", "Tables"));
  vigie_flow_need (flow, TITLE_ROOM);
  vigie_flow_set_continued (flow, vigie_figure_get_title (figure));
  vigie_sheet_mark_place (self->sheet, place, flow->y);
  vigie_flow_text (flow, VIGIE_SHEET_H3, VIGIE_LETTERING_HEADING, vigie_figure_get_title (figure));
  vigie_flow_skip (flow, 4);
  vigie_pack_say_more (flow, count_printed (figure), vigie_figure_get_n_rows (figure));
  print_whole (self, figure, flow);
  vigie_flow_skip (flow, TABLE_GAP);
}

/**
 * vigie_pack_has_tables:
 *
 * Returns: whether the annex has a table; it is known once the figures are printed
 */
gboolean
vigie_pack_has_tables (const VigiePack *self)
{
  return self->apart->len > 0 && vigie_pack_has (self, VIGIE_PACK_TABLES);
}

/**
 * vigie_pack_print_tables:
 *
 * Prints the tables that have no room beside their figures, one below the other.
 */
void
vigie_pack_print_tables (VigiePack *self)
{
  g_auto (VigieFlow) flow = { 0 };

  if (!vigie_pack_has_tables (self))
    return;
  vigie_pack_begin_section (self, &flow, VIGIE_PLACE_TABLES, C_ ("report", "Tables"));
  for (guint i = 0; i < self->apart->len; i++)
    print_table (self, g_ptr_array_index (self->apart, i), &flow);
  vigie_pack_end_section (self);
}
