// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigiePicture: pure functions from the facts of a day to every number of it. One file a concern adds
 * its part; none reads a file, a clock or a setting.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

/**
 * vigie_picture_new:
 * @facts: must outlive the picture
 *
 * Returns: (transfer full): the picture of that day
 */
VigiePicture *
vigie_picture_new (const VigieFacts *facts)
{
  VigiePicture *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_new0 (VigiePicture, 1);
  self->facts = facts;
  vigie_picture_add_index (self);
  vigie_picture_add_requirements (self);
  vigie_picture_add_deployments (self);
  vigie_picture_add_users (self);
  vigie_picture_add_cells (self);
  vigie_picture_add_systems (self);
  vigie_picture_add_barriers (self);
  vigie_picture_add_survey (self);
  return self;
}

void
vigie_picture_free (VigiePicture *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->deployments);
  g_free (self->systems);
  g_free (self->cells);
  g_free (self->barriers);
  vigie_picture_index_free (self->index);
  vigie_requirement_index_free (self->requirements);
  g_free (self);
}
