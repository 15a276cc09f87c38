// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigiePictureIndex: where to find what belongs together in the arrays of the facts, so that a picture costs as much
 * as there are facts and not the square of it: a national register has a thousand sites and twenty thousand systems.
 *
 * Units are numbered in the order of a walk down the tree: what is below one of them is then one range of numbers.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

#include <stdlib.h>

/* Of units and people. */
typedef struct
{
  /* of each unit */
  int *enter;
  int *leave; /* one past what is below it */
  int *depth;
  int *walk; /* units in the order of the walk */

  /* heads in the order of their professions, and then of the walk */
  gsize *first_heads;
  int *heads;
  gsize n_by_reference; /* which come first */
} People;

struct _VigiePictureIndex
{
  /* Each counted by reference. */
  People *people;
  gsize *first_coverage; /* of each of the heads */

  /* of each deployment or system, and one past the last */
  gsize *first_user_group;
  gsize *first_safeguard;
  gsize *first_evidence;
  gsize *first_deployment;
  int *deployments; /* in the order of their systems */

  /* of each kind of safeguard */
  gsize first_duty[VIGIE_SAFEGUARD_KIND_COUNT + 1];
};

/* The tree of units */

typedef struct
{
  int *first_child;
  int *next_sibling;
} Children;

static void
list_children (const VigieFacts *facts, Children *children)
{
  for (gsize i = 0; i < facts->n_units; i++)
    children->first_child[i] = children->next_sibling[i] = -1;
  for (gsize i = facts->n_units; i-- > 0;)
    {
      int parent = facts->units[i].parent;

      if (parent < 0)
        continue;
      children->next_sibling[i] = children->first_child[parent];
      children->first_child[parent] = (int) i;
    }
}

static void
enter_unit (People *self, int unit, int depth, int *at)
{
  self->enter[unit] = *at;
  self->depth[unit] = depth;
  self->walk[(*at)++] = unit;
}

/* Without recursion, as what was imported may be of any depth; and every unit once, even where it made a ring. */
static void
walk_down (People *self, const VigieFacts *facts, const Children *children, int root, int *at)
{
  int unit = root;

  enter_unit (self, root, 0, at);
  for (;;)
    {
      int child = children->first_child[unit];

      while (child >= 0 && self->enter[child] >= 0)
        child = children->next_sibling[child];
      if (child >= 0)
        {
          enter_unit (self, child, self->depth[unit] + 1, at);
          unit = child;
          continue;
        }
      self->leave[unit] = *at;
      if (unit == root)
        return;
      unit = facts->units[unit].parent;
    }
}

static void
index_units (People *self, const VigieFacts *facts)
{
  g_autofree int *first_child = g_new (int, facts->n_units + 1);
  g_autofree int *next_sibling = g_new (int, facts->n_units + 1);
  Children children = { first_child, next_sibling };
  int at = 0;

  self->enter = g_new (int, facts->n_units + 1);
  self->leave = g_new0 (int, facts->n_units + 1);
  self->depth = g_new0 (int, facts->n_units + 1);
  self->walk = g_new0 (int, facts->n_units + 1);
  list_children (facts, &children);
  for (gsize i = 0; i < facts->n_units; i++)
    self->enter[i] = -1;
  for (gsize i = 0; i < facts->n_units; i++)
    if (facts->units[i].parent < 0)
      walk_down (self, facts, &children, (int) i, &at);
  for (gsize i = 0; i < facts->n_units; i++)
    if (self->enter[i] < 0)
      walk_down (self, facts, &children, (int) i, &at);
}

/* People */

typedef struct
{
  const VigieFacts *facts;
  const People *people;
} Order;

static int
compare_heads (const void *a, const void *b, gpointer data)
{
  const Order *order = data;
  const VigieFactHeads *first = &order->facts->heads[*(const int *) a];
  const VigieFactHeads *second = &order->facts->heads[*(const int *) b];

  return first->profession != second->profession
           ? first->profession - second->profession
           : order->people->enter[first->unit] - order->people->enter[second->unit];
}

static gsize
find_coverage (const VigieFacts *facts, const VigieFactHeads *heads)
{
  gsize low = 0, high = facts->n_coverage;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      const VigieFactCoverage *found = &facts->coverage[middle];

      if (found->unit < heads->unit || (found->unit == heads->unit && found->profession < heads->profession))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
index_heads (People *self, const VigieFacts *facts)
{
  Order order = { facts, self };
  gsize at = 0;

  self->heads = g_new (int, facts->n_heads + 1);
  self->first_heads = g_new0 (gsize, facts->n_professions + 1);
  for (gsize i = 0; i < facts->n_heads; i++)
    {
      self->heads[i] = (int) i;
      self->n_by_reference += facts->heads[i].by_reference ? 1 : 0;
    }
  g_sort_array (self->heads, facts->n_heads, sizeof *self->heads, compare_heads, &order);
  for (gsize profession = 0; profession <= facts->n_professions; profession++)
    {
      while (at < facts->n_heads && facts->heads[self->heads[at]].profession < (int) profession)
        at++;
      self->first_heads[profession] = at;
    }
}

static gsize *
index_coverage (const VigieFacts *facts)
{
  gsize *first = g_atomic_rc_box_alloc ((facts->n_heads + 1) * sizeof *first);

  for (gsize i = 0; i < facts->n_heads; i++)
    first[i] = find_coverage (facts, &facts->heads[i]);
  return first;
}

/* What belongs to deployments, systems and kinds of safeguards */

/* The first element of each owner, of elements that begin at @owner and are in the order of their owners. */
static gsize *
index_owners (gsize n_owners, const void *owner, gsize n, gsize element_size)
{
  gsize *first = g_atomic_rc_box_alloc ((n_owners + 1) * sizeof *first);
  gsize at = 0;

  for (gsize i = 0; i <= n_owners; i++)
    {
      while (at < n && *(const int *) (gconstpointer) ((const char *) owner + at * element_size) < (int) i)
        at++;
      first[i] = at;
    }
  return first;
}

static int
compare_deployments (const void *a, const void *b, gpointer data)
{
  const VigieFacts *facts = data;
  int first = *(const int *) a, second = *(const int *) b;
  int difference = facts->deployments[first].system - facts->deployments[second].system;

  return difference != 0 ? difference : first - second;
}

static void
index_deployments (VigiePictureIndex *self, VigieFacts *facts)
{
  gsize at = 0;

  self->deployments = g_atomic_rc_box_alloc ((facts->n_deployments + 1) * sizeof *self->deployments);
  self->first_deployment = g_atomic_rc_box_alloc ((facts->n_systems + 1) * sizeof *self->first_deployment);
  for (gsize i = 0; i < facts->n_deployments; i++)
    self->deployments[i] = (int) i;
  g_sort_array (self->deployments, facts->n_deployments, sizeof (int), compare_deployments, facts);
  for (gsize i = 0; i <= facts->n_systems; i++)
    {
      while (at < facts->n_deployments && facts->deployments[self->deployments[at]].system < (int) i)
        at++;
      self->first_deployment[i] = at;
    }
}

#define FIRST_OF(facts, owners, elements, owner) \
  index_owners ((facts)->n_##owners, (facts)->elements != NULL ? &(facts)->elements->owner : NULL, \
                (facts)->n_##elements, sizeof *(facts)->elements)

static void
index_duties (VigiePictureIndex *self, const VigieFacts *facts)
{
  gsize at = 0;

  /* In the order of the kinds' nicks, which is not that of their numbers. */
  for (int kind = 0; kind <= VIGIE_SAFEGUARD_KIND_COUNT; kind++)
    self->first_duty[kind] = facts->n_duties;
  for (at = facts->n_duties; at-- > 0;)
    if (facts->duties[at].kind >= 0)
      self->first_duty[facts->duties[at].kind] = at;
}

static void
clear_people (gpointer data)
{
  People *self = data;

  g_free (self->enter);
  g_free (self->leave);
  g_free (self->depth);
  g_free (self->walk);
  g_free (self->first_heads);
  g_free (self->heads);
}

static void
clear_index (gpointer data)
{
  VigiePictureIndex *self = data;

  g_atomic_rc_box_release_full (self->people, clear_people);
  g_atomic_rc_box_release (self->first_coverage);
  g_atomic_rc_box_release (self->first_user_group);
  g_atomic_rc_box_release (self->first_safeguard);
  g_atomic_rc_box_release (self->first_evidence);
  g_atomic_rc_box_release (self->first_deployment);
  g_atomic_rc_box_release (self->deployments);
}

void
vigie_picture_index_unref (VigiePictureIndex *self)
{
  g_atomic_rc_box_release_full (self, clear_index);
}

/**
 * vigie_picture_distance:
 *
 * Returns: how many levels @above is above @unit; 0 for the same; -1 where it is not above it
 */
int
vigie_picture_distance (const VigiePicture *picture, int unit, int above)
{
  const People *self = picture->index->people;

  return self->enter[unit] >= self->enter[above] && self->enter[unit] < self->leave[above]
           ? self->depth[unit] - self->depth[above]
           : -1;
}

/**
 * vigie_picture_is_reached:
 *
 * Returns: whether those who work at @unit may be users of what is deployed at @deployed_at
 */
gboolean
vigie_picture_is_reached (const VigiePicture *self, int deployed_at, int unit)
{
  const VigieFactUnit *units = self->facts->units;

  return units[unit].site == units[deployed_at].site || vigie_picture_distance (self, unit, deployed_at) >= 0;
}

/* The first of the heads of a profession, in the order of the walk, that is not before @enter. */
static gsize
find_first_heads (const VigiePicture *self, int profession, int enter)
{
  const People *index = self->index->people;
  gsize low = index->first_heads[profession], high = index->first_heads[profession + 1];

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (index->enter[self->facts->heads[index->heads[middle]].unit] < enter)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * vigie_picture_find_heads:
 * @deployed_at: a unit
 * @iter: (out caller-allocates): goes over all heads of @profession that may be reached from there, and over some that
 *   are not: see vigie_picture_is_reached()
 *
 * All of them stand below the establishment of @deployed_at.
 */
void
vigie_picture_find_heads (const VigiePicture *self, int deployed_at, int profession, VigieHeadsIter *iter)
{
  const People *index = self->index->people;
  int site = self->facts->units[deployed_at].site;

  *iter = (VigieHeadsIter) { 0 };
  if (profession < 0)
    return;
  iter->at = index->heads + find_first_heads (self, profession, index->enter[site]);
  iter->end = index->heads + find_first_heads (self, profession, index->leave[site]);
}

gboolean
vigie_heads_iter_next (VigieHeadsIter *self, gsize *heads)
{
  if (self->at == self->end)
    return FALSE;
  *heads = (gsize) *self->at++;
  return TRUE;
}

/**
 * vigie_picture_list_units:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): the establishment of @deployed_at and all units below it
 */
const int *
vigie_picture_list_units (const VigiePicture *self, int deployed_at, gsize *n)
{
  int site = self->facts->units[deployed_at].site;

  *n = (gsize) (self->index->people->leave[site] - self->index->people->enter[site]);
  return self->index->people->walk + self->index->people->enter[site];
}

/**
 * vigie_picture_find_coverage:
 * @heads: index of people of a unit and profession
 *
 * Returns: (nullable): those of them who hold @module
 */
const VigieFactCoverage *
vigie_picture_find_coverage (const VigiePicture *self, gsize heads, int module)
{
  const VigieFacts *facts = self->facts;
  const VigieFactHeads *of = &facts->heads[heads];

  for (gsize i = self->index->first_coverage[heads]; i < facts->n_coverage; i++)
    {
      const VigieFactCoverage *coverage = &facts->coverage[i];

      if (coverage->unit != of->unit || coverage->profession != of->profession || coverage->module > module)
        return NULL;
      if (coverage->module == module)
        return coverage;
    }
  return NULL;
}

/**
 * vigie_picture_is_by_reference:
 *
 * Returns: whether people of a profession of a unit are known one by one
 */
gboolean
vigie_picture_is_by_reference (const VigiePicture *self, int unit, int profession)
{
  gsize low = 0, high = self->index->people->n_by_reference;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      const VigieFactHeads *heads = &self->facts->heads[middle];

      if (heads->unit == unit && heads->profession == profession)
        return TRUE;
      if (heads->unit < unit || (heads->unit == unit && heads->profession < profession))
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/**
 * vigie_picture_first_user_group:
 *
 * Returns: index of the first group of users of @deployment; those of the next begin where they end
 */
gsize
vigie_picture_first_user_group (const VigiePicture *self, gsize deployment)
{
  return self->index->first_user_group[deployment];
}

/** As vigie_picture_first_user_group(), of safeguards. */
gsize
vigie_picture_first_safeguard (const VigiePicture *self, gsize deployment)
{
  return self->index->first_safeguard[deployment];
}

/** As vigie_picture_first_user_group(), of the evidence of a system. */
gsize
vigie_picture_first_evidence (const VigiePicture *self, gsize system)
{
  return self->index->first_evidence[system];
}

/** Returns: the first rule on safeguards of @kind; those of one kind stand together. */
gsize
vigie_picture_first_duty (const VigiePicture *self, VigieSafeguardKind kind)
{
  return self->index->first_duty[kind];
}

/**
 * vigie_picture_list_deployments:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): the deployments of @system in scope, in ascending order
 */
const int *
vigie_picture_list_deployments (const VigiePicture *self, int system, gsize *n)
{
  const VigiePictureIndex *index = self->index;

  *n = index->first_deployment[system + 1] - index->first_deployment[system];
  return index->deployments + index->first_deployment[system];
}

static People *
make_people (const VigieFacts *facts)
{
  People *self = g_atomic_rc_box_new0 (People);

  index_units (self, facts);
  index_heads (self, facts);
  return self;
}

/* How far they are is no matter of places. */
static gboolean
has_same_owners (const VigieFacts *a, const VigieFacts *b)
{
  if (a->deployments == b->deployments)
    return TRUE;
  for (gsize i = 0; i < a->n_deployments && i < b->n_deployments; i++)
    if (a->deployments[i].id != b->deployments[i].id || a->deployments[i].system != b->deployments[i].system)
      return FALSE;
  return a->n_deployments == b->n_deployments;
}

static void
index_owned (VigiePictureIndex *self, VigieFacts *facts)
{
  index_deployments (self, facts);
  self->first_user_group = FIRST_OF (facts, deployments, user_groups, deployment);
  self->first_safeguard = FIRST_OF (facts, deployments, safeguards, deployment);
  self->first_evidence = FIRST_OF (facts, systems, evidence, system);
}

#define SHARE_OR(same, former, name, made) ((same) ? g_atomic_rc_box_acquire ((former)->name) : (made))

/* What stands where it stood is had from @former. */
static void
renew_owned (VigiePictureIndex *self, VigieFacts *facts, const VigiePictureIndex *former, const VigieFacts *before)
{
  gboolean same_owners = has_same_owners (facts, before), same_systems = facts->systems == before->systems;

  if (same_owners && same_systems)
    {
      self->deployments = g_atomic_rc_box_acquire (former->deployments);
      self->first_deployment = g_atomic_rc_box_acquire (former->first_deployment);
    }
  else
    index_deployments (self, facts);
  self->first_user_group = SHARE_OR (same_owners && facts->user_groups == before->user_groups, former, first_user_group,
                                     FIRST_OF (facts, deployments, user_groups, deployment));
  self->first_safeguard = SHARE_OR (same_owners && facts->safeguards == before->safeguards, former, first_safeguard,
                                    FIRST_OF (facts, deployments, safeguards, deployment));
  self->first_evidence = SHARE_OR (same_systems && facts->evidence == before->evidence, former, first_evidence,
                                   FIRST_OF (facts, systems, evidence, system));
}

/**
 * vigie_picture_add_index:
 * @former: (nullable): a picture of facts before a change
 *
 * Comes before all other parts of a picture.
 */
void
vigie_picture_add_index (VigiePicture *self, const VigiePicture *former, const VigiePictureChange *change)
{
  VigieFacts *facts = (VigieFacts *) self->facts;
  gboolean same_coverage = change != NULL && change->same_coverage_places;
  VigiePictureIndex *index = self->index = g_atomic_rc_box_new0 (VigiePictureIndex);

  index->people = change != NULL ? g_atomic_rc_box_acquire (former->index->people) : make_people (facts);
  index->first_coverage =
    same_coverage ? g_atomic_rc_box_acquire (former->index->first_coverage) : index_coverage (facts);
  index_duties (index, facts);
  if (former != NULL)
    renew_owned (index, facts, former->index, former->facts);
  else
    index_owned (index, facts);
}
