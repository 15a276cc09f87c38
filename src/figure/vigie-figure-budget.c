// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What does it cost, funded by whom, and what does it bring? Spent and planned by year and funding; and
 * what was measured of the benefits, each in a unit of its own.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-format.h"
#include "vigie-math.h"
#include "vigie-stacked-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Years before the latest ones that are shown. */
#define N_YEARS 8

typedef struct
{
  int year;
  gint64 planned; /* cents; -1 nothing recorded, as all of these */
  gint64 actual;
  gint64 spent[VIGIE_FUNDING_COUNT];
} BudgetYear;

typedef struct
{
  GArray *years; /* of BudgetYear, in order */
  int fundings[VIGIE_FUNDING_COUNT];
  gsize n_fundings;
  int today; /* the year of the day */
} BudgetData;

static void
free_data (gpointer pointer)
{
  BudgetData *data = pointer;

  g_array_unref (data->years);
  g_free (data);
}

static const BudgetYear *
year_at (const BudgetData *data, guint index)
{
  return &g_array_index (data->years, BudgetYear, index);
}

static void
add_cents (gint64 *sum, gint64 cents)
{
  if (cents >= 0)
    *sum = MAX (*sum, 0) + cents;
}

static void
add_cost (BudgetData *data, const VigieFactCost *cost)
{
  BudgetYear *year;

  if (data->years->len == 0 || year_at (data, data->years->len - 1)->year != cost->year)
    {
      BudgetYear fresh = { .year = cost->year, .planned = -1, .actual = -1 };

      for (int i = 0; i < VIGIE_FUNDING_COUNT; i++)
        fresh.spent[i] = -1;
      g_array_append_val (data->years, fresh);
    }
  year = &g_array_index (data->years, BudgetYear, data->years->len - 1);
  add_cents (&year->planned, cost->planned);
  add_cents (&year->actual, cost->actual);
  add_cents (&year->spent[cost->funding], cost->actual);
}

static void
keep_fundings (BudgetData *data)
{
  for (int funding = 0; funding < VIGIE_FUNDING_COUNT; funding++)
    for (guint i = 0; i < data->years->len; i++)
      if (year_at (data, i)->spent[funding] > 0)
        {
          data->fundings[data->n_fundings++] = funding;
          break;
        }
}

static BudgetData *
collect (const VigieFacts *facts)
{
  BudgetData *data = g_new0 (BudgetData, 1);
  int month, day;

  data->years = g_array_new (FALSE, TRUE, sizeof (BudgetYear));
  vigie_date_get_ymd (facts->as_of, &data->today, &month, &day);
  for (gsize i = 0; i < facts->n_costs; i++)
    add_cost (data, &facts->costs[i]);
  if (data->years->len > N_YEARS)
    g_array_remove_range (data->years, 0, data->years->len - N_YEARS);
  keep_fundings (data);
  return data;
}

/* The year of the day, else the latest before it of which something is recorded. */
static const BudgetYear *
find_year (const BudgetData *data)
{
  for (guint i = data->years->len; i-- > 0;)
    if (year_at (data, i)->year <= data->today && year_at (data, i)->actual >= 0)
      return year_at (data, i);
  return NULL;
}

static int
find_payer (const BudgetYear *year)
{
  int payer = 0;

  for (int funding = 1; funding < VIGIE_FUNDING_COUNT; funding++)
    if (year->spent[funding] > year->spent[payer])
      payer = funding;
  return payer;
}

static char *
dup_benefits (const VigieFacts *facts)
{
  gsize n = 0, measured = 0, reached = 0;
  g_autofree char *n_text = NULL;
  g_autofree char *measured_text = NULL;
  g_autofree char *reached_text = NULL;

  for (gsize i = 0; i < facts->n_benefits; i++)
    {
      const VigieFactBenefit *benefit = &facts->benefits[i];

      if (benefit->target < 0)
        continue;
      n++;
      measured += benefit->actual >= 0 ? 1 : 0;
      reached += benefit->actual >= benefit->target ? 1 : 0;
    }
  if (n == 0)
    return g_strdup (_ ("What it brings is not recorded."));
  n_text = vigie_format_integer ((gint64) n);
  measured_text = vigie_format_integer ((gint64) measured);
  reached_text = vigie_format_integer ((gint64) reached);
  /* Translators: of %1$s benefits %2$s were measured, of which %3$s reach what was aimed at */
  return g_strdup_printf (ngettext ("Of %1$s benefit aimed at, measured: %2$s; reached: %3$s.",
                                    "Of %1$s benefits aimed at, measured: %2$s; reached: %3$s.", (gulong) n),
                          n_text, measured_text, reached_text);
}

static char *
create_sentence (const VigieFigure *self, const BudgetData *data)
{
  const BudgetYear *year = find_year (data);
  g_autofree char *benefits = dup_benefits (self->picture->facts);
  g_autofree char *spent = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *share = NULL;
  int payer;

  if (data->years->len == 0)
    return g_strdup (_ ("No cost of an AI system is recorded here."));
  if (year == NULL || year->actual == 0)
    /* Translators: %s is a sentence on benefits */
    return g_strdup_printf (_ ("Nothing is recorded as spent on AI yet. %s"), benefits);
  payer = find_payer (year);
  spent = vigie_format_money (year->actual);
  planned = year->planned >= 0 ? vigie_format_money (year->planned) : g_strdup (VIGIE_NOT_MEASURED);
  share = vigie_format_percent (vigie_ratio (year->spent[payer], year->actual), 0);
  /* Translators: a year, what was spent, what was planned, who paid most and their share, and a sentence on benefits */
  return g_strdup_printf (_ ("In %1$d, %2$s were spent on AI of %3$s planned, most of it from: %4$s (%5$s). %6$s"),
                          year->year, spent, planned, vigie_enum_label (VIGIE_TYPE_FUNDING, payer), share, benefits);
}

static void
add_money (VigieFigure *self, gint64 cents)
{
  g_autofree char *text = cents >= 0 ? vigie_format_money (cents) : NULL;
  g_autofree char *raw = g_strdup_printf ("%" G_GINT64_FORMAT, cents);

  vigie_figure_add_text (self, text, cents >= 0 ? raw : NULL);
}

static void
add_benefit_row (VigieFigure *self, const BudgetData *data, const VigieFactBenefit *benefit)
{
  const VigieDeploymentPicture *deployment = &self->picture->deployments[benefit->deployment];
  /* Translators: an AI system and what it is to bring, with its unit */
  g_autofree char *name = g_strdup_printf (C_ ("benefit", "%1$s: %2$s (%3$s)"), deployment->system->name,
                                           vigie_enum_label (VIGIE_TYPE_BENEFIT_KIND, benefit->kind), benefit->unit);
  g_autofree char *key =
    g_strdup_printf ("%s %s", deployment->fact->code, vigie_enum_to_nick (VIGIE_TYPE_BENEFIT_KIND, benefit->kind));

  vigie_figure_add_row (self, key);
  vigie_figure_add_text (self, name, key);
  vigie_figure_add_count (self, benefit->target);
  vigie_figure_add_count (self, benefit->actual);
  for (gsize f = 0; f < data->n_fundings; f++)
    vigie_figure_add_text (self, "", NULL);
}

static void
build (VigieFigure *self)
{
  const VigieFacts *facts = self->picture->facts;
  BudgetData *data = collect (facts);

  self->data = data;
  self->empty = data->years->len == 0;
  self->sentence = create_sentence (self, data);
  vigie_figure_add_column (self, "item", C_ ("column", "Year, or benefit"), FALSE);
  vigie_figure_add_column (self, "planned", C_ ("column", "Planned"), TRUE);
  vigie_figure_add_column (self, "actual", C_ ("column", "Actual"), TRUE);
  for (gsize f = 0; f < data->n_fundings; f++)
    vigie_figure_add_column (self, vigie_enum_to_nick (VIGIE_TYPE_FUNDING, data->fundings[f]),
                             vigie_enum_label (VIGIE_TYPE_FUNDING, data->fundings[f]), TRUE);
  for (guint i = 0; i < data->years->len; i++)
    {
      const BudgetYear *year = year_at (data, i);
      g_autofree char *name = g_strdup_printf ("%d", year->year);

      vigie_figure_add_row (self, name);
      vigie_figure_add_text (self, name, name);
      add_money (self, year->planned);
      add_money (self, year->actual);
      for (gsize f = 0; f < data->n_fundings; f++)
        add_money (self, year->spent[data->fundings[f]]);
    }
  for (gsize i = 0; i < facts->n_benefits && !self->empty; i++)
    add_benefit_row (self, data, &facts->benefits[i]);
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static char *
format_cents (double value, gpointer data G_GNUC_UNUSED)
{
  return vigie_format_money ((gint64) llround (value));
}

static VigieStackedRow
create_row (const VigieFigure *self, const BudgetYear *year, VigieStackedSegment *segments, GPtrArray *texts)
{
  const BudgetData *data = self->data;
  g_autofree char *planned = vigie_format_money (MAX (year->planned, 0));
  g_autofree char *actual = vigie_format_money (MAX (year->actual, 0));
  const char *key = keep (texts, g_strdup_printf ("%d", year->year));
  double then = vigie_figure_get_earlier (self, key, "actual");
  g_autofree char *before = isnan (then) ? NULL : vigie_format_money ((gint64) then);
  g_autofree char *description = year->actual < 0
                                   /* Translators: %s is an amount of money */
                                   ? g_strdup_printf (_ ("planned: %s"), planned)
                                   /* Translators: amounts of money */
                                   : g_strdup_printf (_ ("spent: %1$s; planned: %2$s"), actual, planned);

  /* A year of which only a plan is known is a bar of no length in an outline. */
  segments[0].value = 0;
  segments[0].key = key;
  for (gsize f = 0; f < data->n_fundings; f++)
    {
      gint64 cents = year->spent[data->fundings[f]];

      segments[f] = (VigieStackedSegment) {
        .value = (double) MAX (cents, 0),
        .text = keep (texts, vigie_format_money (MAX (cents, 0))),
        .key = key,
      };
    }
  return (VigieStackedRow) {
    .label = key,
    .key = key,
    .segments = segments,
    .planned = (double) MAX (year->planned, 0),
    .total_text = year->actual >= 0 ? keep (texts, g_strdup (actual)) : keep (texts, g_strdup (planned)),
    .before = isnan (then) ? 0 : then,
    .description = keep (texts, vigie_figure_dup_with_earlier (self, description, before)),
  };
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  static const VigiePattern patterns[] = { VIGIE_PATTERN_SOLID, VIGIE_PATTERN_LINES };
  const BudgetData *data = self->data;
  VigieFrame money = *frame;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VigieStackedSeries series[VIGIE_FUNDING_COUNT] = { { NULL, VIGIE_PAINT_NEUTRAL, VIGIE_PATTERN_SOLID } };
  gsize n_series = MAX (data->n_fundings, 1);
  g_autofree VigieStackedSegment *segments = g_new0 (VigieStackedSegment, (data->years->len + 1) * n_series);
  g_autofree VigieStackedRow *rows = g_new0 (VigieStackedRow, data->years->len + 1);

  money.format = format_cents;
  for (gsize f = 0; f < data->n_fundings; f++)
    series[f] = (VigieStackedSeries) { vigie_enum_label (VIGIE_TYPE_FUNDING, data->fundings[f]),
                                       vigie_paint_series ((guint) f % 4), patterns[f / 4 % 2] };
  for (guint i = 0; i < data->years->len; i++)
    rows[i] = create_row (self, year_at (data, i), &segments[i * n_series], texts);
  return vigie_stacked_bars_layout (
    &(VigieStackedBars) {
      .series = series,
      .n_series = n_series,
      .rows = rows,
      .n_rows = data->years->len,
      .in_order = TRUE,
      .planned_label = C_ ("legend", "planned"),
      .before_label = keep (texts, vigie_figure_dup_earlier_label (self)),
      .axis_title = _ ("spent a year"),
      .not_measured_text = _ ("not measured"),
      .empty_text = self->sentence,
    },
    &money);
}

static const char *const compared[] = { "actual", NULL };

const VigieFigureKind vigie_figure_budget = {
  .id = "budget",
  .title = N_ ("Cost by year and funding"),
  .question = N_ ("What does it cost, funded by whom, and what does it bring?"),
  .definition = "budget",
  .page = "systems",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_costs,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (STAGE) | VIGIE_MOVED_BY (DECISION),
  .free_data = free_data,
};
