// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>

/* The essentials on one page: the headline numbers with their change, and the answer of every figure. */

#define CELL_PADDING 9.0
#define ROW_GAP 12.0
#define ANSWER_PADDING 6.5

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

static void
print_answer (VigiePack *self, VigieFlow *flow, VigieFigure *figure)
{
  VigieBox title = vigie_sheet_get_columns (self->sheet, 0, 3);
  VigieBox sentence = vigie_sheet_get_columns (self->sheet, 3, 8);
  VigieBox end = vigie_sheet_get_columns (self->sheet, 11, 1);
  g_autofree char *place = vigie_pack_dup_place (figure);
  guint page = vigie_sheet_find_place (self->sheet, place);
  g_autofree char *number = page > 0 ? g_strdup_printf ("%u", page) : NULL;
  double height =
    MAX (vigie_sheet_measure (self->sheet, VIGIE_LETTERING_LEAD, vigie_figure_get_sentence (figure), sentence.width, 0),
         vigie_sheet_measure (self->sheet, VIGIE_LETTERING_KICKER, vigie_figure_get_title (figure), title.width, 2));

  vigie_flow_need (flow, height + 2 * ANSWER_PADDING);
  title.y = sentence.y = end.y = flow->y + ANSWER_PADDING;
  title.y += 1.5;
  end.y += 2.5;
  vigie_sheet_begin (self->sheet, VIGIE_SHEET_P);
  vigie_sheet_begin_link (self->sheet, place, vigie_figure_get_title (figure));
  vigie_sheet_print (self->sheet, VIGIE_LETTERING_KICKER, vigie_figure_get_title (figure), &title, 2,
                     VIGIE_ALIGN_START);
  vigie_sheet_print (self->sheet, VIGIE_LETTERING_LEAD, vigie_figure_get_sentence (figure), &sentence, 0,
                     VIGIE_ALIGN_START);
  vigie_sheet_print (self->sheet, VIGIE_LETTERING_CELL, number, &end, 1, VIGIE_ALIGN_END);
  vigie_sheet_end_link (self->sheet);
  vigie_sheet_end (self->sheet, VIGIE_SHEET_P);
  vigie_flow_skip (flow, height + 2 * ANSWER_PADDING);
  vigie_sheet_rule (self->sheet, flow->room.x, vigie_box_right (&flow->room), flow->y, 0.35, VIGIE_PAINT_GRID);
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
  vigie_flow_skip (&flow, 4);
  vigie_flow_text (&flow, VIGIE_SHEET_H3, VIGIE_LETTERING_HEADING, C_ ("report", "What the figures say"));
  vigie_flow_skip (&flow, 5);
  vigie_sheet_rule (self->sheet, flow.room.x, vigie_box_right (&flow.room), flow.y, 0.9, VIGIE_PAINT_TEXT);
  for (guint i = 0; i < self->figures->len; i++)
    print_answer (self, &flow, g_ptr_array_index (self->figures, i));
  vigie_pack_end_section (self);
}
