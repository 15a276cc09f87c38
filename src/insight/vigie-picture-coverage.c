// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Who must hold which module, and who holds it. A rate is always Σ valid ÷ Σ required.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

#include <math.h>

#include "vigie-math.h"

void
vigie_picture_index_requirements (VigiePicture *self)
{
  const VigieFacts *facts = self->facts;
  gsize at = 0;

  self->first_requirement = g_new0 (gsize, facts->n_modules + 1);
  for (gsize module = 0; module <= facts->n_modules; module++)
    {
      while (at < facts->n_requirements && facts->requirements[at].module < (int) module)
        at++;
      self->first_requirement[module] = at;
    }
}

/* How many levels @above is above @unit; 0 for the same; -1 where it is not above it. */
static int
distance (const VigieFacts *facts, int unit, int above)
{
  int levels = 0;

  for (int at = unit; at >= 0 && levels <= (int) facts->n_units; at = facts->units[at].parent, levels++)
    if (at == above)
      return levels;
  return -1;
}

#define FARTHEST 1000

/* The most specific wins: first by system, then by profession, then by the nearest unit. */
static int
specificity (const VigieFacts *facts, const VigieFactRequirement *requirement, int profession, int unit, int system)
{
  int levels = FARTHEST;

  if (requirement->system >= 0 && requirement->system != system)
    return -1;
  if (requirement->profession >= 0 && requirement->profession != profession)
    return -1;
  if (requirement->unit >= 0)
    levels = distance (facts, unit, requirement->unit);
  if (levels < 0)
    return -1;
  return (requirement->system >= 0 ? 4 * FARTHEST : 0) + (requirement->profession >= 0 ? 2 * FARTHEST : 0) +
         MAX (FARTHEST - levels, 0);
}

/**
 * vigie_picture_resolve:
 * @system: index of the system that is used; −1 for what the profession must hold whatever it uses
 *
 * Which requirement of a module applies to a profession of a unit: the most specific, a system before a
 * profession, a profession before a unit, the nearer unit before the farther; of equals the first.
 *
 * Returns: index of the requirement; −1 where none applies
 */
int
vigie_picture_resolve (const VigiePicture *self, int module, int profession, int unit, int system)
{
  const VigieFacts *facts = self->facts;
  int best = -1, best_specificity = -1;

  for (gsize i = self->first_requirement[module]; i < self->first_requirement[module + 1]; i++)
    {
      int candidate = specificity (facts, &facts->requirements[i], profession, unit, system);

      if (candidate > best_specificity)
        {
          best = (int) i;
          best_specificity = candidate;
        }
    }
  return best;
}

static const VigieFactCoverage *
find_coverage (const VigieFacts *facts, int unit, int profession, int module)
{
  gsize low = 0, high = facts->n_coverage;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      const VigieFactCoverage *found = &facts->coverage[middle];
      int order = found->unit != unit               ? found->unit - unit
                  : found->profession != profession ? found->profession - profession
                                                    : found->module - module;

      if (order == 0)
        return found;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Those who hold a module among the people of one unit and profession. */
static VigieHolders
read_holders (const VigieFacts *facts, const VigieFactHeads *heads, int module)
{
  const VigieFactCoverage *coverage = find_coverage (facts, heads->unit, heads->profession, module);

  if (coverage != NULL)
    return (VigieHolders) {
      .heads = heads->heads,
      /* A site may hand over more holders than it has heads: those who left were not taken off. */
      .valid = MIN (coverage->valid, heads->heads),
      .expiring = MIN (coverage->expiring, heads->heads),
      .measured = TRUE,
    };
  return (VigieHolders) { .heads = heads->heads, .measured = heads->by_reference };
}

/* Whether those who work at @unit may be users of what is deployed at @deployed_at. */
gboolean
vigie_picture_is_reached (const VigieFacts *facts, int deployed_at, int unit)
{
  const VigieFactUnit *units = facts->units;

  return units[unit].site == units[deployed_at].site || distance (facts, unit, deployed_at) >= 0;
}

/**
 * vigie_picture_count_holders:
 * @unit: where a system is deployed: people of the same establishment are counted; of a system of the
 *   whole group, people of every establishment below
 *
 * Returns: the people of @profession there and those who hold @module
 */
VigieHolders
vigie_picture_count_holders (const VigiePicture *self, int unit, int profession, int module)
{
  const VigieFacts *facts = self->facts;
  VigieHolders sum = { 0 };

  for (gsize i = 0; i < facts->n_heads; i++)
    {
      VigieHolders holders;

      if (facts->heads[i].profession != profession || facts->heads[i].heads == 0 ||
          !vigie_picture_is_reached (facts, unit, facts->heads[i].unit))
        continue;
      holders = read_holders (facts, &facts->heads[i], module);
      if (!holders.measured)
        continue;
      sum.measured = TRUE;
      sum.heads += holders.heads;
      sum.valid += holders.valid;
      sum.expiring += MAX (holders.expiring, 0);
    }
  return sum;
}

static void
append (GArray *cells, const VigieCoverageCell *cell)
{
  g_array_append_vals (cells, cell, 1);
}

/* What the people of each unit must hold, whatever they use. */
static void
add_profession_cells (const VigiePicture *self, GArray *cells)
{
  const VigieFacts *facts = self->facts;

  for (gsize i = 0; i < facts->n_heads; i++)
    for (gsize module = 0; module < facts->n_modules; module++)
      {
        const VigieFactHeads *heads = &facts->heads[i];
        int index = vigie_picture_resolve (self, (int) module, heads->profession, heads->unit, -1);
        VigieHolders holders;

        if (heads->heads == 0 || index < 0 || facts->requirements[index].obligation == VIGIE_OBLIGATION_RECOMMENDED)
          continue;
        holders = read_holders (facts, heads, (int) module);
        append (cells, &(VigieCoverageCell) {
                         .unit = heads->unit,
                         .profession = heads->profession,
                         .module = (int) module,
                         .system = -1,
                         .required = heads->heads,
                         .valid = holders.measured ? holders.valid : -1,
                         .expiring = holders.measured ? holders.expiring : -1,
                         .target = facts->requirements[index].target_percent / 100.0,
                       });
      }
}

static void
add_user_cells (const VigiePicture *self, const VigieFactUserGroup *group, GArray *cells)
{
  const VigieFacts *facts = self->facts;
  const VigieDeploymentPicture *deployment = &self->deployments[group->deployment];
  gint64 users = vigie_user_group_count (group, deployment->group);

  if (users <= 0 || (deployment->group != VIGIE_STAGE_GROUP_PILOT && deployment->group != VIGIE_STAGE_GROUP_PRODUCTION))
    return;
  for (gsize module = 0; module < facts->n_modules; module++)
    {
      int index =
        vigie_picture_resolve (self, (int) module, group->profession, deployment->fact->unit, deployment->fact->system);
      VigieHolders holders;

      if (index < 0 || facts->requirements[index].system < 0 ||
          facts->requirements[index].obligation == VIGIE_OBLIGATION_RECOMMENDED)
        continue;
      holders = vigie_picture_count_holders (self, deployment->fact->unit, group->profession, (int) module);
      append (cells, &(VigieCoverageCell) {
                       .unit = deployment->fact->unit,
                       .profession = group->profession,
                       .module = (int) module,
                       .system = deployment->fact->system,
                       .required = users,
                       .valid = holders.measured ? MIN (holders.valid, users) : -1,
                       .expiring = holders.measured ? MIN (holders.expiring, users) : -1,
                       .target = facts->requirements[index].target_percent / 100.0,
                     });
    }
}

/**
 * vigie_picture_add_cells:
 *
 * What every profession of every unit must hold, and what the users of systems in pilot or production
 * must hold on top of it. What is only recommended is not required.
 */
void
vigie_picture_add_cells (VigiePicture *self)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (VigieCoverageCell));

  add_profession_cells (self, cells);
  for (gsize i = 0; i < self->facts->n_user_groups; i++)
    add_user_cells (self, &self->facts->user_groups[i], cells);
  self->cells = g_array_steal (cells, &self->n_cells);
}

/**
 * vigie_coverage_cell_gap:
 *
 * Returns: people who lack the module for the target to be met: ⌈target × required⌉ − valid, never below 0
 */
gint64
vigie_coverage_cell_gap (const VigieCoverageCell *cell)
{
  /* A target of 0.9 is a little more than 9/10 in binary: without this, 10 people would owe 10. */
  const double tolerance = 1e-9;

  return MAX (0, (gint64) ceil (cell->target * (double) cell->required - tolerance) - MAX (cell->valid, 0));
}

/**
 * vigie_picture_sum_coverage:
 * @filter: (nullable): which cells to add up; %NULL for all
 *
 * Returns: Σ over them
 */
VigieCoverage
vigie_picture_sum_coverage (const VigiePicture *self, VigieCellFilter filter, gconstpointer data)
{
  VigieCoverage sum = { 0 };
  double targets = 0;

  for (gsize i = 0; i < self->n_cells; i++)
    {
      const VigieCoverageCell *cell = &self->cells[i];

      if (filter != NULL && !filter (self, cell, data))
        continue;
      if (cell->valid < 0)
        {
          sum.not_measured += cell->required;
          continue;
        }
      sum.required += cell->required;
      sum.valid += cell->valid;
      sum.expiring += MAX (cell->expiring, 0);
      sum.gap += vigie_coverage_cell_gap (cell);
      targets += cell->target * (double) cell->required;
    }
  sum.rate = vigie_ratio (sum.valid, sum.required);
  sum.target = sum.required > 0 ? targets / (double) sum.required : NAN;
  return sum;
}

/**
 * vigie_picture_count_heads:
 *
 * Returns: people in post in a profession, in scope
 */
gint64
vigie_picture_count_heads (const VigiePicture *self, int profession)
{
  gint64 sum = 0;

  for (gsize i = 0; i < self->facts->n_heads; i++)
    if (self->facts->heads[i].profession == profession)
      sum += self->facts->heads[i].heads;
  return sum;
}
