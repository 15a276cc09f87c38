// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Every mark leads to its rows: which records a mark is made of, found again from its key in the same
 * facts that the figure was computed from, so that they are those of the day, the site and the profession
 * that were asked about.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-rows-private.h"

#include "vigie-action.h"
#include "vigie-barrier.h"
#include "vigie-benchmark.h"
#include "vigie-deployment.h"
#include "vigie-format.h"
#include "vigie-incident.h"
#include "vigie-module.h"
#include "vigie-org-unit.h"
#include "vigie-profession.h"
#include "vigie-suppress.h"
#include "vigie-survey.h"
#include "vigie-system.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
row_free (gpointer data)
{
  VigieFigureRow *row = data;

  g_free (row->code);
  g_free (row->title);
  g_free (row->detail);
  g_free (row);
}

/* Takes over @detail. */
static void
add (GPtrArray *rows, const VigieEntity *entity, const char *code, const char *title, char *detail)
{
  VigieFigureRow *row = g_new0 (VigieFigureRow, 1);

  row->entity = entity;
  row->code = g_strdup (code);
  row->title = g_strdup (title != NULL ? title : code);
  row->detail = detail;
  g_ptr_array_add (rows, row);
}

/**
 * vigie_figure_dup_rows:
 * @key: (nullable): of a mark of its chart or a row of its table
 *
 * Returns: (transfer container) (element-type VigieFigureRow): the records that the mark is made of; empty
 *   where it is made of none
 */
GPtrArray *
vigie_figure_dup_rows (const VigieFigure *self, const char *key)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  g_return_val_if_fail (self != NULL, rows);

  if (key != NULL && self->kind->list_rows != NULL)
    self->kind->list_rows (self, key, rows);
  return rows;
}

static const char *
in_language (const char *french, const char *english)
{
  gboolean is_french = vigie_language_get () == VIGIE_LANGUAGE_FR;

  return is_french ? french != NULL ? french : english : english != NULL ? english : french;
}

static const char *
unit_name (const VigieFacts *facts, int unit)
{
  return facts->units[unit].short_name != NULL ? facts->units[unit].short_name : facts->units[unit].name;
}

static char *
dup_place_and_stage (const VigieFacts *facts, const VigieFactDeployment *fact)
{
  /* Translators: an establishment or a department, and a stage */
  return g_strdup_printf (C_ ("deployment", "%1$s · %2$s"), unit_name (facts, fact->unit),
                          fact->stage >= 0 ? vigie_enum_label (VIGIE_TYPE_STAGE, fact->stage) : _ ("not recorded"));
}

static void
add_deployment (const VigieFigure *self, const VigieDeploymentPicture *deployment, GPtrArray *rows)
{
  add (rows, &vigie_deployment_entity, deployment->fact->code, deployment->system->name,
       dup_place_and_stage (self->picture->facts, deployment->fact));
}

void
vigie_figure_list_stage (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;

  for (gsize i = 0; i < facts->n_deployments; i++)
    if (g_strcmp0 (vigie_stage_group_nick (self->picture->deployments[i].group), key) == 0)
      add_deployment (self, &self->picture->deployments[i], rows);
  for (gsize i = 0; i < self->picture->n_systems; i++)
    {
      const VigieSystemPicture *system = &self->picture->systems[i];

      if (system->n_deployments == 0 && g_strcmp0 (vigie_stage_group_nick (system->group), key) == 0)
        add (rows, &vigie_system_entity, system->fact->code, system->fact->name, g_strdup (system->fact->vendor));
    }
  for (gsize i = 0; i < facts->n_benchmarks; i++)
    if (g_strcmp0 (facts->benchmarks[i].code, key) == 0)
      add (rows, &vigie_benchmark_entity, key,
           in_language (facts->benchmarks[i].label_fr, facts->benchmarks[i].label_en),
           g_strdup (facts->benchmarks[i].source));
}

/* A domain, or an establishment: what is at work there. */
void
vigie_figure_list_place (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;

  for (gsize i = 0; i < facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &self->picture->deployments[i];
      int domain = deployment->system->use_domain;
      const char *nick = domain >= 0 ? vigie_enum_to_nick (VIGIE_TYPE_USE_DOMAIN, domain) : "unknown";
      int site = facts->units[deployment->fact->unit].site;

      if (g_strcmp0 (nick, key) == 0 || (site >= 0 && g_strcmp0 (facts->units[site].code, key) == 0))
        add_deployment (self, deployment, rows);
    }
  for (gsize i = 0; i < facts->n_units && rows->len == 0; i++)
    if (g_strcmp0 (facts->units[i].code, key) == 0)
      add (rows, &vigie_org_unit_entity, key, facts->units[i].name, NULL);
}

/* A deployment, or a system with all its deployments. */
void
vigie_figure_list_deployments (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;

  for (gsize i = 0; i < self->picture->n_systems; i++)
    {
      const VigieFactSystem *system = self->picture->systems[i].fact;

      if (g_strcmp0 (system->code, key) == 0)
        add (rows, &vigie_system_entity, key, system->name, g_strdup (system->vendor));
    }
  for (gsize i = 0; i < facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &self->picture->deployments[i];

      if (g_strcmp0 (deployment->fact->code, key) == 0 || g_strcmp0 (deployment->system->code, key) == 0)
        add_deployment (self, deployment, rows);
    }
}

/* A year: what was planned and spent in it, by deployment; as costs stand sorted, those of one follow each other. */
void
vigie_figure_list_costs (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;
  int year = (int) g_ascii_strtoll (key, NULL, 10);

  for (gsize i = 0; i < facts->n_costs; i++)
    {
      const VigieFactCost *cost = &facts->costs[i];
      const VigieDeploymentPicture *deployment = &self->picture->deployments[cost->deployment];
      g_autofree char *amount = NULL;

      if (cost->year != year)
        continue;
      amount = vigie_format_money (MAX (cost->actual >= 0 ? cost->actual : cost->planned, 0));
      add (rows, &vigie_deployment_entity, deployment->fact->code, deployment->system->name,
           g_strdup_printf (cost->actual >= 0 ? _ ("spent: %1$s (%2$s)") : _ ("planned: %1$s (%2$s)"), amount,
                            vigie_enum_label (VIGIE_TYPE_COST_KIND, cost->kind)));
    }
}

/* A barrier; or a family of them, with those who were asked about it here and elsewhere. */
void
vigie_figure_list_barriers (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;

  for (gsize i = 0; i < facts->n_barriers; i++)
    {
      const VigieFactBarrier *barrier = &facts->barriers[i];
      const char *family = barrier->family >= 0 ? vigie_enum_to_nick (VIGIE_TYPE_BARRIER_FAMILY, barrier->family) : "";

      if (g_strcmp0 (barrier->code, key) == 0 || g_strcmp0 (family, key) == 0)
        add (rows, &vigie_barrier_entity, barrier->code, barrier->title,
             g_strdup (barrier->open ? barrier->owner : _ ("closed")));
    }
  for (gsize i = 0; i < facts->n_survey_results; i++)
    if (g_strcmp0 (vigie_enum_to_nick (VIGIE_TYPE_BARRIER_FAMILY, facts->survey_results[i].family), key) == 0)
      {
        add (rows, &vigie_survey_entity, facts->surveys[0].code, facts->surveys[0].title,
             g_strdup (facts->surveys[0].population));
        break;
      }
  for (gsize i = 0; i < facts->n_benchmarks; i++)
    {
      const VigieFactBenchmark *benchmark = &facts->benchmarks[i];

      if (benchmark->family >= 0 &&
          g_strcmp0 (vigie_enum_to_nick (VIGIE_TYPE_BARRIER_FAMILY, benchmark->family), key) == 0)
        add (rows, &vigie_benchmark_entity, benchmark->code, in_language (benchmark->label_fr, benchmark->label_en),
             g_strdup (benchmark->source));
    }
}

static char *
dup_coverage (const VigieFigure *self, gint64 required, gint64 valid, gboolean measured, gboolean hidden)
{
  g_autofree char *of = vigie_format_integer (required);
  g_autofree char *held = vigie_format_integer (valid);
  g_autofree char *share = vigie_format_percent ((double) valid / (double) MAX (required, 1), 0);

  if (hidden || required < self->picture->facts->small_group)
    return vigie_figure_dup_hidden (self, required);
  if (!measured)
    return g_strdup (_ ("not measured"));
  /* Translators: of people who must hold a training, those who do, and the share */
  return g_strdup_printf (_ ("%1$s of %2$s hold it (%3$s)"), held, of, share);
}

/* Whether the figures hide a profession, itself or to protect another. */
static gboolean
is_hidden (const VigieFigure *self, int profession)
{
  const VigieFacts *facts = self->picture->facts;
  g_autofree gint64 *sizes = g_new0 (gint64, facts->n_professions + 1);
  g_autofree gboolean *hidden = g_new0 (gboolean, facts->n_professions + 1);

  for (gsize i = 0; i < self->picture->n_cells; i++)
    {
      int of = self->picture->cells[i].profession;

      if (self->picture->cells[i].required > 0 && sizes[of] == 0)
        sizes[of] = vigie_picture_count_heads (self->picture, of);
    }
  vigie_suppress (sizes, facts->n_professions, facts->small_group, hidden);
  return hidden[profession];
}

static void
add_module (const VigieFigure *self, int module, char *detail, GPtrArray *rows)
{
  const VigieFactModule *fact = &self->picture->facts->modules[module];

  add (rows, &vigie_module_entity, fact->code, in_language (fact->label_fr, fact->label_en), detail);
}

/* A profession: what it must hold. */
void
vigie_figure_list_modules (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;
  int profession = -1;
  gboolean hidden;

  for (gsize i = 0; i < facts->n_professions; i++)
    if (g_strcmp0 (facts->professions[i].code, key) == 0)
      profession = (int) i;
  if (profession < 0)
    return;
  hidden = is_hidden (self, profession);
  for (gsize module = 0; module < facts->n_modules; module++)
    {
      gint64 required = 0, valid = 0;
      gboolean any = FALSE, measured = FALSE;

      for (gsize i = 0; i < self->picture->n_cells; i++)
        {
          const VigieCoverageCell *cell = &self->picture->cells[i];

          if (cell->profession != profession || cell->module != (int) module)
            continue;
          any = TRUE;
          if (cell->valid < 0)
            continue;
          measured = TRUE;
          required += cell->required;
          valid += cell->valid;
        }
      if (any)
        add_module (self, (int) module, dup_coverage (self, required, valid, measured, hidden), rows);
    }
  if (rows->len == 0)
    add (rows, &vigie_profession_entity, key,
         in_language (facts->professions[profession].label_fr, facts->professions[profession].label_en), NULL);
}

/* Who holds each module at the end of a month; -1 not measured. */
static gint64 *
sum_month (const VigieFacts *facts, int month)
{
  gint64 *sums = g_new (gint64, facts->n_modules + 1);

  for (gsize module = 0; module < facts->n_modules; module++)
    sums[module] = -1;
  for (gsize i = 0; i < facts->n_history; i++)
    {
      VigieHistoryMonths months;

      vigie_facts_get_history (facts, &facts->history[i], &months);
      if (months.valid[month] >= 0)
        sums[facts->history[i].module] = MAX (sums[facts->history[i].module], 0) + months.valid[month];
    }
  return sums;
}

/* The last day of a month: who holds what then. */
void
vigie_figure_list_month_modules (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;
  VigieDate day = vigie_date_parse_iso (key);
  g_autofree gint64 *held_by = NULL;
  int month = 0;

  while (month < VIGIE_FACTS_MONTHS - 1 && vigie_facts_month_end (facts->as_of, month) < day)
    month++;
  held_by = sum_month (facts, month);
  for (gsize module = 0; module < facts->n_modules; module++)
    {
      gint64 valid = held_by[module];
      g_autofree char *held = NULL;

      if (held_by[module] < 0)
        continue;
      held = vigie_format_integer (valid);
      add_module (self, (int) module,
                  valid < facts->small_group
                    ? vigie_figure_dup_hidden (self, valid)
                    /* Translators: %s people who hold a training on the day asked about */
                    : g_strdup_printf (ngettext ("held by %s person", "held by %s people", (gulong) valid), held),
                  rows);
    }
}

/* The first and the last day of a month "YYYY-MM"; %FALSE where @key is none. */
static gboolean
parse_month (const char *key, VigieDate *first, VigieDate *last)
{
  g_autofree char *iso = g_strdup_printf ("%s-01", key);

  if (strlen (key) != strlen ("YYYY-MM") || (*first = vigie_date_parse_iso (iso)) == VIGIE_DATE_NONE)
    return FALSE;
  *last = vigie_date_add_months (*first, 1) - 1;
  return TRUE;
}

/* A month: what was decided in it. A day: what had been by then. An owner: what he or she was given to do. */
void
vigie_figure_list_actions (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;
  VigieDate first, last;
  VigieDate day = vigie_date_parse_iso (key);
  gboolean by_month = parse_month (key, &first, &last);

  for (gsize i = 0; i < facts->n_actions; i++)
    {
      const VigieFactAction *action = &facts->actions[i];
      gboolean wanted = day != VIGIE_DATE_NONE ? action->opened_on <= day
                        : by_month             ? action->opened_on >= first && action->opened_on <= last
                                               : g_strcmp0 (action->owner != NULL ? action->owner : "nobody", key) == 0;
      const char *status = vigie_enum_label (VIGIE_TYPE_ACTION_STATUS, action->status);
      g_autofree char *due = action->due_on != VIGIE_DATE_NONE ? vigie_format_date (action->due_on) : NULL;

      if (!wanted || action->status == VIGIE_ACTION_STATUS_DROPPED)
        continue;
      add (rows, &vigie_action_entity, action->code, action->title,
           /* Translators: the state of an action, and the day it falls due */
           due != NULL ? g_strdup_printf (_ ("%1$s, due %2$s"), status, due) : g_strdup (status));
    }
}

/* A month, or a system. */
void
vigie_figure_list_incidents (const VigieFigure *self, const char *key, GPtrArray *rows)
{
  const VigieFacts *facts = self->picture->facts;
  VigieDate first, last;
  gboolean by_month = parse_month (key, &first, &last);

  for (gsize i = 0; i < facts->n_incidents; i++)
    {
      const VigieFactIncident *incident = &facts->incidents[i];
      const VigieFactSystem *system =
        incident->deployment >= 0 ? self->picture->deployments[incident->deployment].system : NULL;
      gboolean wanted = by_month ? incident->occurred_on >= first && incident->occurred_on <= last
                                 : system != NULL && g_strcmp0 (system->code, key) == 0;
      g_autofree char *day = vigie_format_date (incident->occurred_on);

      if (wanted)
        add (rows, &vigie_incident_entity, incident->code, system != NULL ? system->name : incident->code,
             g_strdup_printf ("%s · %s", day, vigie_enum_label (VIGIE_TYPE_INCIDENT_KIND, incident->kind)));
    }
}
