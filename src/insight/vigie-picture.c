// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigiePicture: pure functions from the facts of a day to every number of it. One file a concern adds
 * its part; none reads a file, a clock or a setting.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

gboolean
vigie_picture_has_same_people (const VigiePicture *self, const VigiePicture *former)
{
  const VigieFacts *a = self->facts, *b = former->facts;

  return a->units == b->units && a->professions == b->professions && a->heads == b->heads && a->coverage == b->coverage;
}

/**
 * vigie_picture_has_same_stage:
 *
 * Returns: whether @deployment is where it was, and in the same group of stages
 */
gboolean
vigie_picture_has_same_stage (const VigiePicture *self, const VigiePicture *former, gsize deployment)
{
  const VigieFactDeployment *a = &self->facts->deployments[deployment], *b = &former->facts->deployments[deployment];

  return a->id == b->id && a->system == b->system && a->unit == b->unit &&
         vigie_stage_group (a->stage) == vigie_stage_group (b->stage);
}

/**
 * vigie_picture_has_same_deployments:
 *
 * Returns: whether the pictures of deployments and the cells of coverage are those of @former
 */
gboolean
vigie_picture_has_same_deployments (const VigiePicture *self, const VigiePicture *former)
{
  const VigieFacts *a = self->facts, *b = former->facts;

  return vigie_picture_has_same_people (self, former) && self->requirements == former->requirements &&
         a->systems == b->systems && a->deployments == b->deployments && a->user_groups == b->user_groups;
}

static void
share_deployments (VigiePicture *self, const VigiePicture *former)
{
  self->deployments = g_atomic_rc_box_acquire (former->deployments);
  self->cells = former->cells;
  self->n_cells = former->n_cells;
  self->cell_array = g_array_ref (former->cell_array);
  self->coverage = former->coverage;
  self->first_cell = g_atomic_rc_box_acquire (former->first_cell);
}

static void
share_systems (VigiePicture *self, const VigiePicture *former)
{
  self->systems = g_atomic_rc_box_acquire (former->systems);
  self->n_systems = former->n_systems;
}

/**
 * vigie_picture_new:
 * @facts: must outlive the picture
 * @former: (nullable): a picture of the same day and scope before a change; what did not change is had from it
 *
 * Returns: (transfer full): the picture of that day
 */
VigiePicture *
vigie_picture_new (const VigieFacts *facts, const VigiePicture *former)
{
  VigiePicture *self;
  g_autoptr (VigiePictureChange) change = NULL;
  gboolean same;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_new0 (VigiePicture, 1);
  self->facts = facts;
  change = vigie_picture_change_new (self, former);
  vigie_picture_add_index (self, former, change);
  vigie_picture_add_requirements (self, former);
  if (change != NULL && !vigie_picture_change_find_deployments (change, self, former))
    g_clear_pointer (&change, vigie_picture_change_free);
  same = former != NULL && vigie_picture_has_same_deployments (self, former);
  if (same)
    share_deployments (self, former);
  else
    {
      vigie_picture_add_deployments (self);
      vigie_picture_add_users (self, former, change);
      vigie_picture_add_cells (self, former, change);
    }
  if (change != NULL)
    vigie_trajectory_renew (self, former, change);
  if (same && facts->evidence == former->facts->evidence && facts->weights == former->facts->weights)
    share_systems (self, former);
  else
    vigie_picture_add_systems (self);
  vigie_picture_add_barriers (self);
  vigie_picture_add_survey (self);
  return self;
}

void
vigie_picture_free (VigiePicture *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self->deployments);
  g_atomic_rc_box_release (self->systems);
  g_array_unref (self->cell_array);
  g_atomic_rc_box_release (self->first_cell);
  g_clear_pointer (&self->trajectory, vigie_trajectory_base_unref);
  g_free (self->barriers);
  vigie_picture_index_unref (self->index);
  vigie_requirement_index_unref (self->requirements);
  g_free (self);
}
