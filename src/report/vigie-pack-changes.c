// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pack-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-format.h"
#include "vigie-print-table.h"

/* What has changed since the last committee: which headlines moved, and the events that made them move. */

/* What is worse comes first. */
#define MOST_ROWS 80u
#define CELL_LINES 4

enum
{
  COLUMN_KIND,
  COLUMN_DAY,
  COLUMN_TEXT,
  COLUMN_HEADLINE,
  COLUMN_JUDGEMENT,
  N_COLUMNS
};

typedef struct
{
  const VigiePack *pack;
  GStrv days; /* one a change */
} Changes;

static const VigieChange *
get_change (const Changes *self, guint row)
{
  return g_ptr_array_index (self->pack->changes, row);
}

static const char *
find_headline (const VigieOverview *overview, const char *id)
{
  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    if (g_strcmp0 (vigie_overview_get_headline (overview, i)->id, id) == 0)
      return vigie_overview_get_headline (overview, i)->label;
  return NULL;
}

static const char *
get_text (guint row, guint column, gpointer data)
{
  const Changes *self = data;
  const VigieChange *change = get_change (self, row);

  switch (column)
    {
    case COLUMN_KIND:
      return vigie_change_kind_label (change->kind);
    case COLUMN_DAY:
      return self->days[row];
    case COLUMN_TEXT:
      return change->text;
    case COLUMN_HEADLINE:
      return find_headline (self->pack->overview, change->headline);
    case COLUMN_JUDGEMENT:
      return vigie_pack_get_change_mark (change->judgement);
    default:
      g_return_val_if_reached (NULL);
    }
}

static VigiePaint
get_paint (guint row, guint column, gpointer data)
{
  return column == COLUMN_JUDGEMENT ? vigie_pack_get_paint (get_change (data, row)->judgement) : VIGIE_PAINT_TEXT;
}

/**
 * vigie_pack_dup_changes_lead:
 *
 * Returns: (transfer full): how many of the headlines are better and worse, in a sentence
 */
char *
vigie_pack_dup_changes_lead (const VigieOverview *overview)
{
  guint better = 0, worse = 0;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;

  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    {
      VigieJudgement judgement = vigie_overview_get_headline (overview, i)->change;

      better += judgement == VIGIE_JUDGEMENT_GOOD;
      worse += judgement == VIGIE_JUDGEMENT_BAD;
    }
  if (better + worse == 0)
    return g_strdup (_ ("No headline number is better or worse."));
  /* Translators: part of a sentence with the next */
  good = g_strdup_printf (ngettext ("%u headline number is better", "%u headline numbers are better", better), better);
  /* Translators: the end of a sentence after how many headline numbers are better */
  bad = g_strdup_printf (ngettext ("%u is worse", "%u are worse", worse), worse);
  /* Translators: %1$s is how many headline numbers are better, %2$s how many are worse */
  return g_strdup_printf (C_ ("changes", "%1$s, %2$s."), good, bad);
}

static void
print_table (VigiePack *self, VigieFlow *flow)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) days = NULL;
  guint n = MIN (self->changes->len, MOST_ROWS);
  Changes changes = { .pack = self };
  const VigiePrintColumn columns[N_COLUMNS] = {
    [COLUMN_KIND] = { .label = C_ ("changes", "Event"), .strong = TRUE },
    [COLUMN_DAY] = { .label = C_ ("changes", "Date") },
    [COLUMN_TEXT] = { .label = C_ ("changes", "What happened") },
    [COLUMN_HEADLINE] = { .label = C_ ("changes", "Moves the number") },
    [COLUMN_JUDGEMENT] = { .label = C_ ("changes", "Judgement") },
  };
  VigiePrintTable table = { columns, N_COLUMNS, n, CELL_LINES, get_text, get_paint, &changes };
  g_autoptr (VigieTableLayout) layout = NULL;

  for (guint i = 0; i < n; i++)
    {
      const VigieChange *change = get_change (&changes, i);

      g_strv_builder_take (builder, change->on != VIGIE_DATE_NONE ? vigie_format_date (change->on) : g_strdup (""));
    }
  days = g_strv_builder_end (builder);
  changes.days = days;
  layout = vigie_table_layout_new (&table, self->sheet, flow->room.width);
  vigie_pack_say_more (flow, n, self->changes->len);
  vigie_table_layout_print (layout, flow);
}

/**
 * vigie_pack_dup_changes_title:
 *
 * Returns: (transfer full): the title of the section, with the day that changes are told from
 */
char *
vigie_pack_dup_changes_title (const VigieOverview *overview)
{
  g_autofree char *day = vigie_format_date_long (vigie_overview_get_since (overview));

  /* Translators: %s is the day of the last committee */
  return g_strdup_printf (_ ("What has changed since %s"), day);
}

/**
 * vigie_pack_print_changes:
 *
 * Prints what has changed since the last committee; nothing where there was none.
 */
void
vigie_pack_print_changes (VigiePack *self)
{
  g_autofree char *title = NULL;
  g_autofree char *lead = NULL;
  g_auto (VigieFlow) flow = { 0 };

  if (!vigie_pack_has_changes (self))
    return;
  title = vigie_pack_dup_changes_title (self->overview);
  lead = vigie_pack_dup_changes_lead (self->overview);
  vigie_pack_begin_section (self, &flow, VIGIE_PLACE_CHANGES, title);
  vigie_flow_text (&flow, VIGIE_SHEET_P, VIGIE_LETTERING_LEAD, lead);
  vigie_flow_skip (&flow, 12);
  print_table (self, &flow);
  vigie_pack_end_section (self);
}
