// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Which requirement applies. A national register has as many requirements as systems, so those of a system are found
 * by it, and what a profession must hold whatever it uses is found out once.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

struct _VigieRequirementIndex
{
  gsize *first_of_system;
  int *of_systems; /* requirements in the order of their systems */
  gsize *first_general;
  int *general; /* those of no system in the order of their modules */
  int *modules; /* that somebody must hold whatever they use, or may */
  gsize n_modules;
  int *resolved; /* of each module and profession: what applies at every unit; -1 none, BY_UNIT not the same at all */
};

#define BY_UNIT (-2)

static int
compare_requirements (const void *a, const void *b, gpointer data)
{
  const VigieFacts *facts = data;
  int first = *(const int *) a, second = *(const int *) b;
  int difference = facts->requirements[first].system - facts->requirements[second].system;

  return difference != 0 ? difference : first - second;
}

static void
index_requirements (VigieRequirementIndex *self, VigieFacts *facts)
{
  gsize n_of_systems = 0, n_general = 0, at = 0;

  self->of_systems = g_new (int, facts->n_requirements + 1);
  self->general = g_new (int, facts->n_requirements + 1);
  self->first_of_system = g_new (gsize, facts->n_systems + 1);
  self->first_general = g_new (gsize, facts->n_modules + 1);
  for (gsize i = 0; i < facts->n_requirements; i++)
    if (facts->requirements[i].system >= 0)
      self->of_systems[n_of_systems++] = (int) i;
    else
      self->general[n_general++] = (int) i;
  g_sort_array (self->of_systems, n_of_systems, sizeof (int), compare_requirements, facts);
  for (gsize i = 0; i <= facts->n_systems; i++)
    {
      while (at < n_of_systems && facts->requirements[self->of_systems[at]].system < (int) i)
        at++;
      self->first_of_system[i] = at;
    }
  at = 0;
  for (gsize module = 0; module <= facts->n_modules; module++)
    {
      while (at < n_general && facts->requirements[self->general[at]].module < (int) module)
        at++;
      self->first_general[module] = at;
    }
}

#define FARTHEST 1000

/* The most specific wins: first by system, then by profession, then by the nearest unit. */
static int
specificity (const VigiePicture *self, const VigieFactRequirement *requirement, int profession, int unit)
{
  int levels = FARTHEST;

  if (requirement->profession >= 0 && requirement->profession != profession)
    return -1;
  if (requirement->unit >= 0)
    levels = unit >= 0 ? vigie_picture_distance (self, unit, requirement->unit) : -1;
  if (levels < 0)
    return -1;
  return (requirement->profession >= 0 ? 2 * FARTHEST : 0) + MAX (FARTHEST - levels, 0);
}

static int
find_most_specific (const VigiePicture *self, const int *candidates, gsize n, int module, int profession, int unit)
{
  int best = -1, best_specificity = -1;

  for (gsize i = 0; i < n; i++)
    {
      const VigieFactRequirement *requirement = &self->facts->requirements[candidates[i]];
      int candidate = requirement->module == module ? specificity (self, requirement, profession, unit) : -1;

      if (candidate > best_specificity)
        {
          best = candidates[i];
          best_specificity = candidate;
        }
    }
  return best;
}

static gboolean
has_unit (const VigiePicture *self, const int *candidates, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (self->facts->requirements[candidates[i]].unit >= 0)
      return TRUE;
  return FALSE;
}

/* What a profession must hold whatever it uses. */
static int
resolve_general (const VigiePicture *self, int module, int profession, int unit)
{
  const VigieRequirementIndex *index = self->requirements;
  gsize first = index->first_general[module];
  int resolved =
    profession >= 0 ? index->resolved[(gsize) module * self->facts->n_professions + (gsize) profession] : BY_UNIT;

  return resolved != BY_UNIT ? resolved
                             : find_most_specific (self, index->general + first,
                                                   index->first_general[module + 1] - first, module, profession, unit);
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
  const VigieRequirementIndex *index = self->requirements;
  int found = -1;

  if (system >= 0)
    found = find_most_specific (self, index->of_systems + index->first_of_system[system],
                                index->first_of_system[system + 1] - index->first_of_system[system], module, profession,
                                unit);
  return found >= 0 ? found : resolve_general (self, module, profession, unit);
}

static void
resolve_for_all (VigiePicture *self)
{
  VigieRequirementIndex *index = self->requirements;
  gsize n_professions = self->facts->n_professions;

  index->resolved = g_new (int, self->facts->n_modules *n_professions + 1);
  for (gsize module = 0; module < self->facts->n_modules; module++)
    {
      const int *candidates = index->general + index->first_general[module];
      gsize n = index->first_general[module + 1] - index->first_general[module];
      gboolean by_unit = has_unit (self, candidates, n);

      for (gsize profession = 0; profession < n_professions; profession++)
        index->resolved[module * n_professions + profession] =
          by_unit ? BY_UNIT : find_most_specific (self, candidates, n, (int) module, (int) profession, -1);
    }
}

static void
list_modules (VigieRequirementIndex *self, const VigieFacts *facts)
{
  self->modules = g_new (int, facts->n_modules + 1);
  for (gsize module = 0; module < facts->n_modules; module++)
    if (self->first_general[module + 1] > self->first_general[module])
      self->modules[self->n_modules++] = (int) module;
}

/**
 * vigie_picture_list_general:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): modules of which a requirement is about no system, in ascending order. Most
 *   modules of a large register are those of one system each
 */
const int *
vigie_picture_list_general (const VigiePicture *self, gsize *n)
{
  *n = self->requirements->n_modules;
  return self->requirements->modules;
}

/**
 * vigie_picture_list_of_system:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): requirements of @system, in the order of their modules
 */
const int *
vigie_picture_list_of_system (const VigiePicture *self, int system, gsize *n)
{
  const VigieRequirementIndex *index = self->requirements;

  *n = index->first_of_system[system + 1] - index->first_of_system[system];
  return index->of_systems + index->first_of_system[system];
}

static gboolean
has_same_rules (const VigieFacts *a, const VigieFacts *b)
{
  return a->requirements == b->requirements && a->modules == b->modules && a->professions == b->professions &&
         a->units == b->units && a->n_systems == b->n_systems;
}

/**
 * vigie_picture_add_requirements:
 * @former: (nullable): a picture of facts before a change
 *
 * Comes after vigie_picture_add_index().
 */
void
vigie_picture_add_requirements (VigiePicture *self, const VigiePicture *former)
{
  if (former != NULL && has_same_rules (self->facts, former->facts))
    {
      self->requirements = g_atomic_rc_box_acquire (former->requirements);
      return;
    }
  self->requirements = g_atomic_rc_box_new0 (VigieRequirementIndex);
  index_requirements (self->requirements, (VigieFacts *) self->facts);
  list_modules (self->requirements, self->facts);
  resolve_for_all (self);
}

static void
clear_index (gpointer data)
{
  VigieRequirementIndex *self = data;

  g_free (self->first_of_system);
  g_free (self->first_general);
  g_free (self->of_systems);
  g_free (self->general);
  g_free (self->modules);
  g_free (self->resolved);
}

void
vigie_requirement_index_unref (VigieRequirementIndex *self)
{
  g_atomic_rc_box_release_full (self, clear_index);
}
