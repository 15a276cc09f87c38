// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>

/* The essentials on one page: the headline numbers with their change, and the answer of every figure. */

#define CELL_PADDING 9.0
#define ROW_GAP 12.0
#define ANSWER_PADDING 2.5
#define NUMBER_WIDTH 20.0

/* As many columns as fill their rows best. */
static guint
count_columns (guint n)
{
  if (n <= 4)
    return MAX (n, 1);
  return n <= 6 ? 3 : 4;
}

/* Prints a headline number, or only measures it. */
static double
place_headline (VigiePack *self, const VigieHeadline *headline, const VigieBox *cell, gboolean print)
{
  g_autofree char *change = NULL;
  VigieBox box = { cell->x, cell->y + CELL_PADDING, cell->width, 0 };
  const struct
  {
    VigieLettering lettering;
    VigiePaint paint;
    const char *text;
    int max_lines;
  } lines[] = {
    { VIGIE_LETTERING_CELL_HEAD, VIGIE_PAINT_TEXT, headline->label, 2 },
    { VIGIE_LETTERING_NUMBER, VIGIE_PAINT_TEXT, headline->value_text, 1 },
    { VIGIE_LETTERING_CELL, VIGIE_PAINT_TEXT_MUTED, headline->detail, 2 },
    { VIGIE_LETTERING_CELL, vigie_pack_get_paint (headline->change),
      headline->change_text != NULL ? (change = vigie_pack_dup_change (headline->change, headline->change_text)) : NULL,
      2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    box.y += print
               ? vigie_sheet_print_painted (self->sheet, lines[i].lettering, lines[i].paint, lines[i].text, &box,
                                            lines[i].max_lines, VIGIE_ALIGN_START)
               : vigie_sheet_measure (self->sheet, lines[i].lettering, lines[i].text, box.width, lines[i].max_lines);
  return box.y - cell->y;
}

static void
print_headline_row (VigiePack *self, VigieFlow *flow, guint first, guint n_columns)
{
  guint last = MIN (first + n_columns, vigie_overview_get_n_headlines (self->overview));
  guint span = VIGIE_SHEET_COLUMNS / n_columns;
  double height = 0;

  for (guint i = first; i < last; i++)
    {
      VigieBox cell = vigie_sheet_get_columns (self->sheet, (i - first) * span, span);

      height = MAX (height, place_headline (self, vigie_overview_get_headline (self->overview, i), &cell, FALSE));
    }
  vigie_flow_need (flow, height);
  for (guint i = first; i < last; i++)
    {
      VigieBox cell = vigie_sheet_get_columns (self->sheet, (i - first) * span, span);

      cell.y = flow->y;
      vigie_sheet_rule (self->sheet, cell.x, vigie_box_right (&cell), cell.y, 0.9, VIGIE_PAINT_TEXT);
      vigie_sheet_begin (self->sheet, VIGIE_SHEET_P);
      place_headline (self, vigie_overview_get_headline (self->overview, i), &cell, TRUE);
      vigie_sheet_end (self->sheet, VIGIE_SHEET_P);
    }
  vigie_flow_skip (flow, height + ROW_GAP);
}

/* How the answers are set: as large as lets all of them stand on the page, in two columns. */
typedef struct
{
  VigieLettering lettering;
  gboolean titled;
} Setting;

static const Setting settings[] = {
  { VIGIE_LETTERING_BODY, TRUE },
  { VIGIE_LETTERING_CELL, TRUE },
  { VIGIE_LETTERING_CELL, FALSE },
  { VIGIE_LETTERING_SMALL, FALSE },
};

/* An answer and the page it is on, or only its height. */
static double
place_answer (VigiePack *self, VigieFigure *figure, const Setting *setting, const VigieBox *column, gboolean print)
{
  g_autofree char *place = vigie_pack_dup_place (figure);
  guint page = vigie_sheet_find_place (self->sheet, place);
  g_autofree char *number = page > 0 ? g_strdup_printf ("%u", page) : NULL;
  const char *title = setting->titled ? vigie_figure_get_title (figure) : NULL;
  VigieBox words = { column->x, column->y + ANSWER_PADDING, column->width - NUMBER_WIDTH, 0 };
  VigieBox end = { vigie_box_right (column) - NUMBER_WIDTH, words.y, NUMBER_WIDTH, 0 };
  double height;

  if (!print)
    return vigie_sheet_place_led (self->sheet, setting->lettering, title, vigie_figure_get_sentence (figure), &words,
                                  FALSE) +
           2 * ANSWER_PADDING;
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_P);
  vigie_sheet_begin_link (self->sheet, place, vigie_figure_get_title (figure));
  height =
    vigie_sheet_place_led (self->sheet, setting->lettering, title, vigie_figure_get_sentence (figure), &words, TRUE) +
    2 * ANSWER_PADDING;
  vigie_sheet_print (self->sheet, setting->lettering, number, &end, 1, VIGIE_ALIGN_END);
  vigie_sheet_end_link (self->sheet);
  vigie_sheet_end (self->sheet, VIGIE_SHEET_P);
  vigie_sheet_rule (self->sheet, column->x, vigie_box_right (column), column->y + height, 0.35, VIGIE_PAINT_GRID);
  return height;
}

/* The answers of @from until before @to, one below the other. */
static double
place_column (VigiePack *self, guint from, guint to, const Setting *setting, VigieBox column, gboolean print)
{
  double top = column.y;

  for (guint i = from; i < to; i++)
    column.y += place_answer (self, g_ptr_array_index (self->figures, i), setting, &column, print);
  return column.y - top;
}

/* Where the second column begins so that neither is longer than need be; @height is the longer's. */
static guint
split_answers (VigiePack *self, const Setting *setting, const VigieBox *column, double *height)
{
  guint n = self->figures->len;
  guint best = n;

  *height = G_MAXDOUBLE;
  for (guint split = (n + 1) / 2 > 2 ? (n + 1) / 2 - 2 : 1; split <= MIN (n, (n + 1) / 2 + 2); split++)
    {
      double longer = MAX (place_column (self, 0, split, setting, *column, FALSE),
                           place_column (self, split, n, setting, *column, FALSE));

      if (longer < *height)
        {
          *height = longer;
          best = split;
        }
    }
  return best;
}

static void
print_answers (VigiePack *self, VigieFlow *flow)
{
  VigieBox left = vigie_sheet_get_columns (self->sheet, 0, 6);
  VigieBox right = vigie_sheet_get_columns (self->sheet, 6, 6);
  const Setting *setting = &settings[0];
  double height = 0;
  guint split = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      setting = &settings[i];
      split = split_answers (self, setting, &left, &height);
      if (height <= vigie_flow_get_left (flow))
        break;
    }
  /* Answers of many lines in the smallest setting go on a page of their own. */
  vigie_flow_need (flow, height);
  left.y = right.y = flow->y;
  place_column (self, 0, split, setting, left, TRUE);
  place_column (self, split, self->figures->len, setting, right, TRUE);
  vigie_flow_skip (flow, height);
}

/**
 * vigie_pack_print_summary:
 *
 * Prints the page that is read when no other is.
 */
void
vigie_pack_print_summary (VigiePack *self)
{
  guint n = vigie_overview_get_n_headlines (self->overview);
  guint n_columns = count_columns (n);
  g_auto (VigieFlow) flow = { 0 };

  vigie_pack_begin_section (self, &flow, VIGIE_PLACE_SUMMARY, C_ ("report", "The essentials"));
  for (guint i = 0; i < n; i += n_columns)
    print_headline_row (self, &flow, i, n_columns);
  if (self->figures->len > 0)
    {
      vigie_flow_text (&flow, VIGIE_SHEET_H3, VIGIE_LETTERING_HEADING, C_ ("report", "What the figures say"));
      vigie_flow_skip (&flow, 4);
      vigie_sheet_rule (self->sheet, flow.room.x, vigie_box_right (&flow.room), flow.y, 0.9, VIGIE_PAINT_TEXT);
      print_answers (self, &flow);
    }
  vigie_pack_end_section (self);
}
