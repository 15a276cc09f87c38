// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Which site needs help? Establishments side by side: the trainings that their people hold against the target, the
 * deployments in production there that lack a protection, and the grave barriers that weigh on what they use.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-bullet-bars.h"
#include "vigie-format.h"
#include "vigie-suppress.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* A wall has room for no more names; the table has all. */
#define MOST_ROWS 30

typedef struct
{
  int unit;
  gint64 heads;
  VigieCoverage now;
  double previous;
  guint production;
  guint lacking;
  guint barriers; /* high or critical, of systems that are there */
  gboolean hidden;
} SiteRow;

typedef struct
{
  SiteRow *rows;
  gsize n_rows;
} SitesData;

static void
free_data (gpointer pointer)
{
  SitesData *data = pointer;

  g_free (data->rows);
  g_free (data);
}

/* What is added up of all establishments at once, by the index of their units. */
static void
count_all (const VigiePicture *picture, SiteRow *sites)
{
  const VigieFacts *facts = picture->facts;

  for (gsize i = 0; i < facts->n_heads; i++)
    sites[facts->units[facts->heads[i].unit].site].heads += facts->heads[i].heads;
  for (gsize i = 0; i < facts->n_deployments; i++)
    {
      SiteRow *row = &sites[facts->units[facts->deployments[i].unit].site];
      gboolean recorded;

      if (picture->deployments[i].group != VIGIE_STAGE_GROUP_PRODUCTION)
        continue;
      row->production++;
      row->lacking += vigie_picture_lacks_safeguard (picture, (int) i, &recorded) ? 1 : 0;
    }
}

static gboolean
is_used_at (const VigiePicture *picture, int system, int site)
{
  const VigieFacts *facts = picture->facts;
  gsize n = 0;
  const int *deployments = system >= 0 ? vigie_picture_list_deployments (picture, system, &n) : NULL;

  for (gsize i = 0; i < n; i++)
    if (facts->units[facts->deployments[deployments[i]].unit].site == site &&
        picture->deployments[deployments[i]].group != VIGIE_STAGE_GROUP_ENDED)
      return TRUE;
  return FALSE;
}

/* A barrier of several systems of the same establishment counts once: links are in the order of their barriers. */
static void
count_barriers (const VigiePicture *picture, SiteRow *row)
{
  const VigieFacts *facts = picture->facts;
  int counted = -1;

  for (gsize i = 0; i < facts->n_barrier_links; i++)
    {
      const VigieFactBarrierLink *link = &facts->barrier_links[i];
      const VigieBarrierPicture *barrier = &picture->barriers[link->barrier];

      if (link->barrier == counted || !barrier->fact->open ||
          vigie_level_from_score (barrier->score[VIGIE_RATING_TIER_CURRENT]) < VIGIE_LEVEL_HIGH ||
          !is_used_at (picture, link->system, row->unit))
        continue;
      counted = link->barrier;
      row->barriers++;
    }
}

/* Farthest below its target first; what is not shown or not measured last, those that lack most protections first. */
static double
distance (const SiteRow *row)
{
  if (row->hidden)
    return 2;
  return isnan (row->now.rate) ? 3 : row->now.rate - row->now.target;
}

static int
compare_rows (const void *a, const void *b)
{
  const SiteRow *first = a;
  const SiteRow *second = b;
  double difference = distance (first) - distance (second);

  if (fabs (difference) > 1e-12)
    return difference > 0 ? 1 : -1;
  if (first->lacking != second->lacking)
    return first->lacking > second->lacking ? -1 : 1;
  return first->unit - second->unit;
}

static void
hide_small (const VigieFacts *facts, SitesData *data)
{
  g_autofree gint64 *sizes = g_new0 (gint64, data->n_rows + 1);
  g_autofree gboolean *hidden = g_new0 (gboolean, data->n_rows + 1);

  for (gsize i = 0; i < data->n_rows; i++)
    sizes[i] = data->rows[i].now.required > 0 ? data->rows[i].heads : 0;
  vigie_suppress (sizes, data->n_rows, facts->small_group, hidden);
  for (gsize i = 0; i < data->n_rows; i++)
    data->rows[i].hidden = hidden[i];
}

/* The establishments of one day, small ones hidden, in the order of the units. */
static SitesData *
collect_day (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  SitesData *data = g_new0 (SitesData, 1);
  g_autofree SiteRow *sites = g_new0 (SiteRow, facts->n_units + 1);
  g_autofree VigieCoverage *coverage = vigie_picture_sum_sites (picture);

  count_all (picture, sites);
  data->rows = g_new0 (SiteRow, facts->n_units + 1);
  for (int i = 0; i < (int) facts->n_units; i++)
    {
      SiteRow *row = &data->rows[data->n_rows];

      if (!vigie_fact_unit_is_establishment (&facts->units[i]))
        continue;
      *row = sites[i];
      row->unit = i;
      row->previous = NAN;
      row->now = coverage[i];
      if (row->heads == 0)
        row->heads = row->now.required;
      count_barriers (picture, row);
      data->n_rows++;
    }
  hide_small (facts, data);
  return data;
}

/* Units may have been added since: those of the earlier day are found by their code. What was too small then is not
 * told now either. */
static void
add_previous (SitesData *data, const VigieFacts *facts, const VigiePicture *previous)
{
  SitesData *then = collect_day (previous);

  for (gsize i = 0; i < data->n_rows; i++)
    for (gsize j = 0; j < then->n_rows; j++)
      if (g_str_equal (facts->units[data->rows[i].unit].code, previous->facts->units[then->rows[j].unit].code))
        data->rows[i].previous = then->rows[j].hidden ? NAN : then->rows[j].now.rate;
  free_data (then);
}

static SitesData *
collect (const VigieFigure *self)
{
  const VigiePicture *previous = vigie_overview_get_previous (self->overview);
  SitesData *data = collect_day (self->picture);

  if (previous != NULL)
    add_previous (data, self->picture->facts, previous);
  if (data->n_rows > 0)
    qsort (data->rows, data->n_rows, sizeof *data->rows, compare_rows);
  return data;
}

static const char *
site_name (const VigieFactUnit *unit)
{
  if (unit->short_name != NULL)
    return unit->short_name;
  return unit->name != NULL ? unit->name : unit->code;
}

static gboolean
is_shown (const SiteRow *row)
{
  return !row->hidden && !isnan (row->now.rate);
}

static char *
create_sentence (const VigieFigure *self, const SitesData *data)
{
  g_autofree char *below_text = NULL;
  g_autofree char *shown_text = NULL;
  g_autofree char *all_text = vigie_format_integer ((gint64) data->n_rows);
  g_autofree char *rate = NULL;
  g_autofree char *target = NULL;
  guint shown = 0, below = 0;

  for (gsize i = 0; i < data->n_rows; i++)
    {
      shown += is_shown (&data->rows[i]);
      below += is_shown (&data->rows[i]) && data->rows[i].now.rate < data->rows[i].now.target;
    }
  if (data->n_rows == 0)
    return g_strdup (_ ("No establishment is recorded here."));
  shown_text = vigie_format_integer (shown);
  if (shown == 0)
    return g_strdup_printf (ngettext ("Of our %s establishment no training is measured.",
                                      "Of our %s establishments no training is measured.", data->n_rows),
                            all_text);
  if (below == 0)
    /* Translators: %1$s of %2$s establishments */
    return g_strdup_printf (ngettext ("The training target is met at the %1$s establishment measured, of %2$s.",
                                      "The training target is met at all %1$s establishments measured, of %2$s.",
                                      shown),
                            shown_text, all_text);
  below_text = vigie_format_integer (below);
  rate = vigie_format_percent (data->rows[0].now.rate, 0);
  target = vigie_format_percent (data->rows[0].now.target, 0);
  /* Translators: %1$s of %2$s establishments; %3$s is the one that is farthest, %4$s what it holds, %5$s its target */
  return g_strdup_printf (
    ngettext ("%1$s of the %2$s establishments measured is below its training target; farthest from it: %3$s, %4$s "
              "held for %5$s.",
              "%1$s of the %2$s establishments measured are below their training target; farthest from it: %3$s, %4$s "
              "held for %5$s.",
              below),
    below_text, shown_text, site_name (&self->picture->facts->units[data->rows[0].unit]), rate, target);
}

static void
add_row (VigieFigure *self, const SiteRow *row)
{
  const VigieFactUnit *unit = &self->picture->facts->units[row->unit];
  gboolean measured = row->now.required > 0;

  vigie_figure_add_row (self, unit->code);
  vigie_figure_add_text (self, site_name (unit), unit->code);
  for (int i = 0; row->hidden && i < 6; i++)
    vigie_figure_add_hidden (self, row->heads);
  if (!row->hidden)
    {
      vigie_figure_add_count (self, measured ? row->now.required : -1);
      vigie_figure_add_count (self, measured ? row->now.valid : -1);
      vigie_figure_add_share (self, row->now.rate, 0);
      vigie_figure_add_share (self, row->now.target, 0);
      vigie_figure_add_count (self, measured ? row->now.gap : -1);
      vigie_figure_add_share (self, row->previous, 0);
    }
  vigie_figure_add_count (self, row->production);
  vigie_figure_add_count (self, row->lacking);
  vigie_figure_add_count (self, row->barriers);
}

static void
build (VigieFigure *self)
{
  SitesData *data = collect (self);

  self->data = data;
  self->empty = data->n_rows == 0;
  self->sentence = create_sentence (self, data);
  vigie_figure_add_column (self, "site", C_ ("column", "Establishment"), FALSE);
  vigie_figure_add_column (self, "required", C_ ("column", "Required"), TRUE);
  vigie_figure_add_column (self, "valid", C_ ("column", "Held"), TRUE);
  vigie_figure_add_column (self, "coverage", C_ ("column", "Coverage"), TRUE);
  vigie_figure_add_column (self, "target", C_ ("column", "Target"), TRUE);
  vigie_figure_add_column (self, "gap", C_ ("column", "Missing to the target"), TRUE);
  vigie_figure_add_column (self, "previous_rate", C_ ("column", "Share held at the last meeting"), TRUE);
  vigie_figure_add_column (self, "production", C_ ("column", "Deployments in production"), TRUE);
  vigie_figure_add_column (self, "lacking", C_ ("column", "Lacking a protection"), TRUE);
  vigie_figure_add_column (self, "barriers", C_ ("column", "High or critical barriers"), TRUE);
  for (gsize i = 0; i < data->n_rows; i++)
    add_row (self, &data->rows[i]);
}

static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

/* What stands beside the bar, which is about trainings: the protections. */
static char *
dup_detail (const SiteRow *row)
{
  g_autofree char *lacking = vigie_format_integer (row->lacking);

  if (row->lacking == 0)
    return NULL;
  /* Translators: %s deployments of an establishment that lack a protection */
  return g_strdup_printf (ngettext ("%s lacks a protection", "%s lack a protection", row->lacking), lacking);
}

static VigieBulletRow
create_bar (const VigieFigure *self, const SiteRow *row, GPtrArray *texts)
{
  const VigieFactUnit *unit = &self->picture->facts->units[row->unit];
  const char *value =
    keep (texts, row->hidden ? vigie_figure_dup_hidden (self, row->heads) : vigie_format_percent (row->now.rate, 0));
  const char *detail = keep (texts, dup_detail (row));

  VigieBulletRow bar = {
    .label = site_name (unit),
    .value = row->hidden ? NAN : row->now.rate,
    .target = row->hidden ? NAN : row->now.target,
    .previous = row->hidden ? NAN : row->previous,
    .hidden = row->hidden,
    .value_text = value,
    .detail_text = detail,
    /* Translators: an establishment as it is spoken: what it holds, and how many deployments lack a protection */
    .description =
      detail != NULL ? keep (texts, g_strdup_printf (C_ ("spoken site", "%1$s; %2$s"), value, detail)) : NULL,
    .key = unit->code,
  };

  bar.description =
    keep (texts, vigie_figure_dup_with_share (self, bar.description != NULL ? bar.description : value, bar.previous));
  return bar;
}

static VigieScene *
layout (const VigieFigure *self, const VigieFrame *frame)
{
  const SitesData *data = self->data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gsize n = MIN (data->n_rows, MOST_ROWS);
  g_autofree VigieBulletRow *rows = g_new0 (VigieBulletRow, n + 1);
  VigieDate since = vigie_overview_get_since (self->overview);
  VigieFrame shared = *frame;

  shared.format = vigie_figure_format_share;
  for (gsize i = 0; i < n; i++)
    rows[i] = create_bar (self, &data->rows[i], texts);
  return vigie_bullet_bars_layout (
    &(VigieBulletBars) {
      .rows = rows,
      .n_rows = n,
      .target_label = C_ ("legend", "target"),
      .previous_label = since != VIGIE_DATE_NONE ? keep (texts, vigie_format_date (since)) : NULL,
      .not_measured_text = _ ("not measured"),
      .hidden_text = keep (texts, vigie_figure_dup_hidden_note (self)),
      .empty_text = self->sentence,
    },
    &shared);
}

static const char *const compared[] = { NULL };

const VigieFigureKind vigie_figure_sites_compare = {
  .id = "sites-compare",
  .title = N_ ("Establishments side by side"),
  .question = N_ ("Which site needs help?"),
  .definition = "sites-compare",
  .page = "training",
  .build = build,
  .layout = layout,
  .list_rows = vigie_figure_list_place,
  .compared = compared,
  .moved_by = VIGIE_MOVED_BY (TRAINING) | VIGIE_MOVED_BY (STAGE) | VIGIE_MOVED_BY (SAFEGUARD),
  .free_data = free_data,
};
