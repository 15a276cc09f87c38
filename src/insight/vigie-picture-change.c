// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What is no longer as it was in a picture before: which groups of people hold other trainings, and which deployments
 * that concerns. So what is counted of all others is had from that picture, and a change costs what it is about.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

#include <string.h>

/* What is about more groups is as soon counted anew. */
#define MOST_GROUPS 100
/* Rows that are compared at once, since most are the same. */
#define BLOCK 64

G_STATIC_ASSERT (G_STRUCT_OFFSET (VigieFactCoverage, module) == G_STRUCT_OFFSET (VigieTrainedGroup, module));
G_STATIC_ASSERT (G_STRUCT_OFFSET (VigieFactHistory, module) == G_STRUCT_OFFSET (VigieTrainedGroup, module));

static int
compare_groups (const VigieTrainedGroup *a, const VigieTrainedGroup *b)
{
  if (a->unit != b->unit)
    return a->unit - b->unit;
  return a->profession != b->profession ? a->profession - b->profession : a->module - b->module;
}

gboolean
vigie_picture_change_has_group (const VigiePictureChange *self, int unit, int profession, int module)
{
  const VigieTrainedGroup group = { unit, profession, module };

  for (guint i = 0; i < self->groups->len; i++)
    if (compare_groups (&g_array_index (self->groups, VigieTrainedGroup, i), &group) == 0)
      return TRUE;
  return FALSE;
}

/* Rows that begin with a group and are in order. */
typedef struct
{
  const char *rows;
  gsize n;
  gsize size;
  gsize at;
} Rows;

static const VigieTrainedGroup *
peek (const Rows *self)
{
  return self->at < self->n ? (const VigieTrainedGroup *) (gconstpointer) (self->rows + self->at * self->size) : NULL;
}

static gboolean
skip_same (Rows *a, Rows *b, gsize n)
{
  if (a->n - a->at < n || b->n - b->at < n || memcmp (peek (a), peek (b), n * a->size) != 0)
    return FALSE;
  a->at += n;
  b->at += n;
  return TRUE;
}

/* Steps over the group that comes first, in both or one of them; whether it is in both. */
static gboolean
step (Rows *a, Rows *b, VigieTrainedGroup *group)
{
  const VigieTrainedGroup *first = peek (a), *second = peek (b);
  int order = first == NULL ? 1 : second == NULL ? -1 : compare_groups (first, second);

  *group = order <= 0 ? *first : *second;
  a->at += order <= 0 ? 1 : 0;
  b->at += order >= 0 ? 1 : 0;
  return order == 0;
}

static void
list_changes (VigiePictureChange *self, Rows a, Rows b, gboolean *same_places)
{
  *same_places = TRUE;
  if (a.rows == b.rows && a.n == b.n)
    return;
  while (self->groups->len <= MOST_GROUPS && (a.at < a.n || b.at < b.n))
    {
      VigieTrainedGroup group;

      if (skip_same (&a, &b, BLOCK) || skip_same (&a, &b, 1))
        continue;
      if (!step (&a, &b, &group))
        *same_places = FALSE;
      if (!vigie_picture_change_has_group (self, group.unit, group.profession, group.module))
        g_array_append_val (self->groups, group);
    }
}

#define ROWS_OF(facts, name) ((Rows) { (const char *) (facts)->name, (facts)->n_##name, sizeof *(facts)->name, 0 })

/**
 * vigie_picture_change_new:
 * @former: (nullable): a picture of facts before
 *
 * Returns: (transfer full) (nullable): what groups hold other trainings than in @former; %NULL where people or their
 *   places are others, or so much is that all is to be counted
 */
VigiePictureChange *
vigie_picture_change_new (const VigiePicture *picture, const VigiePicture *former)
{
  const VigieFacts *a = former != NULL ? former->facts : NULL, *b = picture->facts;
  g_autoptr (VigiePictureChange) self = NULL;

  if (former == NULL || a->units != b->units || a->professions != b->professions || a->heads != b->heads)
    return NULL;
  self = g_new0 (VigiePictureChange, 1);
  self->groups = g_array_new (FALSE, FALSE, sizeof (VigieTrainedGroup));
  list_changes (self, ROWS_OF (a, coverage), ROWS_OF (b, coverage), &self->same_coverage_places);
  list_changes (self, ROWS_OF (a, history), ROWS_OF (b, history), &self->same_history_places);
  return self->groups->len <= MOST_GROUPS ? g_steal_pointer (&self) : NULL;
}

void
vigie_picture_change_free (VigiePictureChange *self)
{
  g_array_unref (self->groups);
  g_free (self->deployments);
  g_free (self);
}

static gboolean
has_same_user_groups (const VigiePicture *self, const VigiePicture *former, gsize deployment)
{
  const VigieFactUserGroup *a = former->facts->user_groups, *b = self->facts->user_groups;
  gsize first_a = vigie_picture_first_user_group (former, deployment);
  gsize first_b = vigie_picture_first_user_group (self, deployment);
  gsize n_a = vigie_picture_first_user_group (former, deployment + 1) - first_a;
  gsize n_b = vigie_picture_first_user_group (self, deployment + 1) - first_b;

  return a == b || (n_a == n_b && (n_a == 0 || memcmp (a + first_a, b + first_b, n_a * sizeof *a) == 0));
}

static gboolean
is_used_by (const VigiePicture *self, gsize deployment, int profession)
{
  for (gsize i = vigie_picture_first_user_group (self, deployment);
       i < vigie_picture_first_user_group (self, deployment + 1); i++)
    if (self->facts->user_groups[i].profession == profession)
      return TRUE;
  return FALSE;
}

/* Whether users of a deployment come from a group that holds other trainings. */
static gboolean
is_concerned (const VigiePictureChange *self, const VigiePicture *picture, gsize deployment)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const VigieTrainedGroup *group = &g_array_index (self->groups, VigieTrainedGroup, i);

      if (vigie_picture_is_reached (picture, picture->facts->deployments[deployment].unit, group->unit) &&
          is_used_by (picture, deployment, group->profession))
        return TRUE;
    }
  return FALSE;
}

/**
 * vigie_picture_change_find_deployments:
 *
 * Finds out of which deployments the users, or what they hold, may be others than in @former.
 *
 * Returns: whether that of all others is the same; if not, all is to be counted
 */
gboolean
vigie_picture_change_find_deployments (VigiePictureChange *self, const VigiePicture *picture,
                                       const VigiePicture *former)
{
  gsize n = picture->facts->n_deployments, n_former = former->facts->n_deployments;

  if (picture->requirements != former->requirements || n < n_former)
    return FALSE;
  self->deployments = g_new (guint8, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      self->deployments[i] = i >= n_former || !vigie_picture_has_same_stage (picture, former, i) ||
                             !has_same_user_groups (picture, former, i) || is_concerned (self, picture, i);
      self->any |= self->deployments[i] != 0;
    }
  self->any |= self->groups->len > 0;
  return TRUE;
}
