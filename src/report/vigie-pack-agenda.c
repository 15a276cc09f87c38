// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-format.h"
#include "vigie-print-table.h"

/* What needs a decision, the most urgent first. */

#define CELL_LINES 8
#define MATTER_WIDTH 190.0

enum
{
  COLUMN_URGENCY,
  COLUMN_MATTER,
  COLUMN_REASON,
  COLUMN_DUE,
  COLUMN_SUGGESTION,
  N_COLUMNS
};

typedef struct
{
  VigieOverview *overview;
  GStrv dates; /* one a matter, as people write it */
} Agenda;

static const char *
get_text (guint row, guint column, gpointer data)
{
  const Agenda *agenda = data;
  const VigieAgendaItem *item = vigie_overview_get_agenda_item (agenda->overview, row);

  switch (column)
    {
    case COLUMN_URGENCY:
      return vigie_pack_get_urgency (item->judgement);
    case COLUMN_MATTER:
      return item->title;
    case COLUMN_REASON:
      return item->reason;
    case COLUMN_DUE:
      return agenda->dates[row];
    case COLUMN_SUGGESTION:
      return item->suggestion;
    default:
      g_return_val_if_reached (NULL);
    }
}

static VigiePaint
get_paint (guint row, guint column, gpointer data)
{
  const Agenda *agenda = data;

  return column == COLUMN_URGENCY
           ? vigie_pack_get_paint (vigie_overview_get_agenda_item (agenda->overview, row)->judgement)
           : VIGIE_PAINT_TEXT;
}

static GStrv
format_dates (VigieOverview *overview)
{
  guint n = vigie_overview_get_n_agenda (overview);
  g_autoptr (GStrvBuilder) dates = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    g_strv_builder_take (dates, vigie_format_date (vigie_overview_get_agenda_item (overview, i)->due_on));
  return g_strv_builder_end (dates);
}

static void
print_items (VigiePack *self, VigieFlow *flow)
{
  g_auto (GStrv) dates = format_dates (self->overview);
  Agenda agenda = { self->overview, dates };
  const VigiePrintColumn columns[N_COLUMNS] = {
    [COLUMN_URGENCY] = { .label = C_ ("agenda", "Urgency"), .strong = TRUE },
    [COLUMN_MATTER] = { .label = C_ ("agenda", "Matter"), .strong = TRUE, .widest = MATTER_WIDTH },
    [COLUMN_REASON] = { .label = C_ ("agenda", "Why") },
    [COLUMN_DUE] = { .label = C_ ("agenda", "Due") },
    [COLUMN_SUGGESTION] = { .label = C_ ("agenda", "Suggested answer") },
  };
  VigiePrintTable table = { columns,   N_COLUMNS, vigie_overview_get_n_agenda (self->overview), CELL_LINES, get_text,
                            get_paint, &agenda };
  g_autoptr (VigieTableLayout) layout = vigie_table_layout_new (&table, self->sheet, flow->room.width);

  vigie_table_layout_print (layout, flow);
}

/**
 * vigie_pack_print_agenda:
 *
 * Prints the matters before the committee.
 */
void
vigie_pack_print_agenda (VigiePack *self)
{
  guint n = vigie_overview_get_n_agenda (self->overview);
  g_auto (VigieFlow) flow = { 0 };
  g_autofree char *lead = NULL;

  vigie_pack_begin_section (self, &flow, VIGIE_PLACE_AGENDA, C_ ("report", "What needs a decision"));
  if (n > 0)
    lead = g_strdup_printf (ngettext ("%u matter waits for the committee.",
                                      "%u matters wait for the committee, in the order to take them.", n),
                            n);
  else
    /* Translators: %s is a date. */
    lead = g_strdup_printf (_ ("Nothing that Vigie watches needs a decision as of %s."), self->as_of);
  vigie_flow_text (&flow, VIGIE_SHEET_P, VIGIE_LETTERING_LEAD, lead);
  vigie_flow_skip (&flow, 12);
  if (n > 0)
    print_items (self, &flow);
  vigie_pack_end_section (self);
}
