// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Who must hold which module, and who holds it. A rate is always Σ valid ÷ Σ required.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

#include <math.h>

#include "vigie-math.h"
#include "vigie-memory.h"

/* Those who hold a module among the people of one unit and profession. */
static VigieHolders
read_holders (const VigiePicture *self, gsize index, int module)
{
  const VigieFactHeads *heads = &self->facts->heads[index];
  const VigieFactCoverage *coverage = vigie_picture_find_coverage (self, index, module);

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
  VigieHeadsIter iter;
  gsize at;

  vigie_picture_find_heads (self, unit, profession, &iter);
  while (vigie_heads_iter_next (&iter, &at))
    {
      VigieHolders holders;

      if (facts->heads[at].heads == 0 || !vigie_picture_is_reached (self, unit, facts->heads[at].unit))
        continue;
      holders = read_holders (self, at, module);
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
  gsize n_modules;
  const int *modules = vigie_picture_list_general (self, &n_modules);

  for (gsize i = 0; i < facts->n_heads; i++)
    for (gsize j = 0; j < n_modules; j++)
      {
        const VigieFactHeads *heads = &facts->heads[i];
        int module = modules[j];
        int index = vigie_picture_resolve (self, module, heads->profession, heads->unit, -1);
        VigieHolders holders;

        if (heads->heads == 0 || index < 0 || facts->requirements[index].obligation == VIGIE_OBLIGATION_RECOMMENDED)
          continue;
        holders = read_holders (self, i, module);
        append (cells, &(VigieCoverageCell) {
                         .unit = heads->unit,
                         .profession = heads->profession,
                         .module = module,
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
  const int *requirements;
  gsize n;

  if (users <= 0 || (deployment->group != VIGIE_STAGE_GROUP_PILOT && deployment->group != VIGIE_STAGE_GROUP_PRODUCTION))
    return;
  requirements = vigie_picture_list_of_system (self, deployment->fact->system, &n);
  for (gsize i = 0; i < n; i++)
    {
      int module = facts->requirements[requirements[i]].module;
      int index =
        vigie_picture_resolve (self, module, group->profession, deployment->fact->unit, deployment->fact->system);
      VigieHolders holders;

      /* Of several requirements of one module the one that applies is told once. */
      if (i > 0 && facts->requirements[requirements[i - 1]].module == module)
        continue;
      if (index < 0 || facts->requirements[index].system < 0 ||
          facts->requirements[index].obligation == VIGIE_OBLIGATION_RECOMMENDED)
        continue;
      holders = vigie_picture_count_holders (self, deployment->fact->unit, group->profession, module);
      append (cells, &(VigieCoverageCell) {
                       .unit = deployment->fact->unit,
                       .profession = group->profession,
                       .module = module,
                       .system = deployment->fact->system,
                       .required = users,
                       .valid = holders.measured ? MIN (holders.valid, users) : -1,
                       .expiring = holders.measured ? MIN (holders.expiring, users) : -1,
                       .target = facts->requirements[index].target_percent / 100.0,
                     });
    }
}

/* Adds a cell to a sum; its targets are added up in @target until finish_sum(). */
static void
add_to_sum (VigieCoverage *sum, const VigieCoverageCell *cell)
{
  if (cell->valid < 0)
    {
      sum->not_measured += cell->required;
      return;
    }
  sum->required += cell->required;
  sum->valid += cell->valid;
  sum->expiring += MAX (cell->expiring, 0);
  sum->gap += vigie_coverage_cell_gap (cell);
  sum->target += cell->target * (double) cell->required;
}

static void
finish_sum (VigieCoverage *sum)
{
  sum->rate = vigie_ratio (sum->valid, sum->required);
  sum->target = sum->required > 0 ? sum->target / (double) sum->required : NAN;
}

static VigieCoverage
sum_cells (const VigiePicture *self)
{
  VigieCoverage sum = { 0 };

  for (gsize i = 0; i < self->n_cells; i++)
    add_to_sum (&sum, &self->cells[i]);
  finish_sum (&sum);
  return sum;
}

static void
append_former (GArray *cells, const VigiePicture *former, gsize from, gsize to)
{
  g_array_append_vals (cells, former->cells + from, (guint) (to - from));
}

static void
recount_cell (const VigiePicture *self, gsize heads, VigieCoverageCell *cell)
{
  VigieHolders holders = read_holders (self, heads, cell->module);

  cell->valid = holders.measured ? holders.valid : -1;
  cell->expiring = holders.measured ? holders.expiring : -1;
}

/* People and what they must hold are the same: of those who hold other trainings the cells are counted again. */
static void
renew_profession_cells (const VigiePicture *self, const VigiePictureChange *change, GArray *cells)
{
  const VigieFactHeads *heads = self->facts->heads;
  gsize at = 0;

  if (change->groups->len == 0)
    return;
  /* Cells are in the order of the people. */
  for (guint i = 0; i < cells->len; i++)
    {
      VigieCoverageCell *cell = &g_array_index (cells, VigieCoverageCell, i);

      while (heads[at].unit != cell->unit || heads[at].profession != cell->profession || heads[at].heads == 0)
        at++;
      if (vigie_picture_change_has_group (change, cell->unit, cell->profession, cell->module))
        recount_cell (self, at, cell);
    }
}

/**
 * vigie_picture_add_cells:
 * @former: (nullable): a picture of facts before a change
 *
 * What every profession of every unit must hold, and what the users of systems in pilot or production
 * must hold on top of it. What is only recommended is not required.
 */
void
vigie_picture_add_cells (VigiePicture *self, const VigiePicture *former, const VigiePictureChange *change)
{
  gboolean same = change != NULL;
  gsize n_expected = same ? former->n_cells + 16 : self->facts->n_coverage + 16;
  g_autoptr (GArray) cells = g_array_sized_new (FALSE, FALSE, sizeof (VigieCoverageCell), (guint) n_expected);
  gsize n = self->facts->n_deployments;

  vigie_memory_expect_large (cells->data, n_expected * sizeof (VigieCoverageCell));
  self->first_cell = g_atomic_rc_box_alloc0 ((n + 1) * sizeof *self->first_cell);
  if (same)
    {
      append_former (cells, former, 0, former->first_cell[0]);
      renew_profession_cells (self, change, cells);
    }
  else
    add_profession_cells (self, cells);
  for (gsize i = 0; i < n; i++)
    {
      self->first_cell[i] = cells->len;
      if (same && !change->deployments[i])
        append_former (cells, former, former->first_cell[i], former->first_cell[i + 1]);
      else
        for (gsize at = vigie_picture_first_user_group (self, i); at < vigie_picture_first_user_group (self, i + 1);
             at++)
          add_user_cells (self, &self->facts->user_groups[at], cells);
    }
  self->first_cell[n] = cells->len;
  self->cells = (VigieCoverageCell *) (gpointer) cells->data;
  self->n_cells = cells->len;
  self->cell_array = g_steal_pointer (&cells);
  self->coverage = sum_cells (self);
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
 *
 * Returns: Σ over all cells
 */
VigieCoverage
vigie_picture_sum_coverage (const VigiePicture *self)
{
  return self->coverage;
}

/**
 * vigie_picture_sum_modules:
 *
 * Returns: (transfer full): Σ over the cells of each module
 */
VigieCoverage *
vigie_picture_sum_modules (const VigiePicture *self)
{
  VigieCoverage *sums = g_new0 (VigieCoverage, self->facts->n_modules + 1);

  for (gsize i = 0; i < self->n_cells; i++)
    add_to_sum (&sums[self->cells[i].module], &self->cells[i]);
  for (gsize module = 0; module < self->facts->n_modules; module++)
    finish_sum (&sums[module]);
  return sums;
}

/**
 * vigie_picture_sum_professions:
 *
 * Returns: (transfer full): Σ over the cells of each profession
 */
VigieCoverage *
vigie_picture_sum_professions (const VigiePicture *self)
{
  VigieCoverage *sums = g_new0 (VigieCoverage, self->facts->n_professions + 1);

  for (gsize i = 0; i < self->n_cells; i++)
    if (self->cells[i].profession >= 0)
      add_to_sum (&sums[self->cells[i].profession], &self->cells[i]);
  for (gsize profession = 0; profession < self->facts->n_professions; profession++)
    finish_sum (&sums[profession]);
  return sums;
}

/**
 * vigie_picture_sum_sites:
 *
 * Returns: (transfer full): Σ over the cells of each establishment, by the index of its unit
 */
VigieCoverage *
vigie_picture_sum_sites (const VigiePicture *self)
{
  VigieCoverage *sums = g_new0 (VigieCoverage, self->facts->n_units + 1);

  for (gsize i = 0; i < self->n_cells; i++)
    add_to_sum (&sums[self->facts->units[self->cells[i].unit].site], &self->cells[i]);
  for (gsize unit = 0; unit < self->facts->n_units; unit++)
    finish_sum (&sums[unit]);
  return sums;
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
