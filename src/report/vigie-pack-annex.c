// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-print-table.h"

/* How every number of the pack is counted, and where what it is compared with comes from. */

#define CELL_LINES 30
#define NAME_WIDTH 140.0
/* A heading stays with its table's head and first rows. */
#define HEADING_ROOM 90.0

enum
{
  COLUMN_NAME,
  COLUMN_DEFINITION,
  COLUMN_SOURCES,
  N_COLUMNS
};

typedef struct
{
  VigiePack *pack;
  GStrv sources; /* one a figure */
} Annex;

static char *
join_sources (VigieFigure *figure)
{
  guint n = vigie_figure_get_n_sources (figure);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, vigie_figure_get_source (figure, i));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char *
get_figure_text (guint row, guint column, gpointer data)
{
  const Annex *annex = data;
  VigieFigure *figure = g_ptr_array_index (annex->pack->figures, row);

  if (column == COLUMN_NAME)
    return vigie_figure_get_title (figure);
  return column == COLUMN_DEFINITION ? vigie_figure_get_definition (figure) : annex->sources[row];
}

static const char *
get_headline_text (guint row, guint column, gpointer data)
{
  const Annex *annex = data;
  const VigieHeadline *headline = vigie_overview_get_headline (annex->pack->overview, row);

  return column == COLUMN_NAME ? headline->label : headline->definition;
}

static void
print_table (VigiePack *self, VigieFlow *flow, VigiePrintTable *table)
{
  const VigiePrintColumn columns[N_COLUMNS] = {
    [COLUMN_NAME] = { .label = C_ ("annex", "What is counted"), .strong = TRUE, .widest = NAME_WIDTH },
    [COLUMN_DEFINITION] = { .label = C_ ("annex", "How it is counted") },
    [COLUMN_SOURCES] = { .label = C_ ("annex", "Notes, and sources of comparisons") },
  };
  g_autoptr (VigieTableLayout) layout = NULL;

  table->columns = columns;
  table->max_lines = CELL_LINES;
  layout = vigie_table_layout_new (table, self->sheet, flow->room.width);
  vigie_table_layout_print (layout, flow);
}

static void
print_figures (VigiePack *self, VigieFlow *flow)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sources = NULL;
  Annex annex = { .pack = self };
  VigiePrintTable table = { .n_columns = N_COLUMNS, .n_rows = self->figures->len, .get_text = get_figure_text };

  for (guint i = 0; i < self->figures->len; i++)
    g_strv_builder_take (builder, join_sources (g_ptr_array_index (self->figures, i)));
  sources = g_strv_builder_end (builder);
  annex.sources = sources;
  table.data = &annex;
  print_table (self, flow, &table);
}

static void
print_headlines (VigiePack *self, VigieFlow *flow)
{
  Annex annex = { .pack = self };
  VigiePrintTable table = { .n_columns = COLUMN_SOURCES,
                            .n_rows = vigie_overview_get_n_headlines (self->overview),
                            .get_text = get_headline_text,
                            .data = &annex };

  if (table.n_rows == 0)
    return;
  vigie_flow_skip (flow, 18);
  vigie_flow_need (flow, HEADING_ROOM);
  vigie_flow_text (flow, VIGIE_SHEET_H3, VIGIE_LETTERING_HEADING, C_ ("annex", "The numbers of the essentials"));
  vigie_flow_skip (flow, 4);
  print_table (self, flow, &table);
}

/**
 * vigie_pack_print_annex:
 *
 * Prints the definitions and sources.
 */
void
vigie_pack_print_annex (VigiePack *self)
{
  g_auto (VigieFlow) flow = { 0 };

  vigie_pack_begin_section (self, &flow, VIGIE_PLACE_ANNEX, C_ ("report", "Definitions and sources"));
  vigie_flow_text (&flow, VIGIE_SHEET_P, VIGIE_LETTERING_BODY,
                   _ ("A dash means that nobody has measured it; it is never counted as zero. The rate of a group is "
                      "the sum of its parts over the sum of their wholes, never a mean of rates. Groups of few people "
                      "are not shown, so that nobody can be recognised."));
  vigie_flow_skip (&flow, 10);
  vigie_flow_text (&flow, VIGIE_SHEET_H3, VIGIE_LETTERING_HEADING, C_ ("annex", "The figures"));
  vigie_flow_skip (&flow, 4);
  print_figures (self, &flow);
  print_headlines (self, &flow);
  vigie_pack_end_section (self);
}
