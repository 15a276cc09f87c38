// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-picture.h"

G_BEGIN_DECLS

/* What each file of a picture adds to it, in this order. */
void vigie_picture_add_deployments (VigiePicture *self);
void vigie_picture_index_requirements (VigiePicture *self);
void vigie_picture_add_users (VigiePicture *self);
void vigie_picture_add_cells (VigiePicture *self);
void vigie_picture_add_systems (VigiePicture *self);
void vigie_picture_add_barriers (VigiePicture *self);
void vigie_picture_add_survey (VigiePicture *self);

/* People of a profession where a deployment's users work, and how many of them hold a module. */
typedef struct
{
  gint64 heads;
  gint64 valid;
  gint64 expiring;
  gboolean measured;
} VigieHolders;

gboolean vigie_picture_is_reached (const VigieFacts *facts, int deployed_at, int unit);
VigieHolders vigie_picture_count_holders (const VigiePicture *self, int unit, int profession, int module);
gint64 vigie_user_group_count (const VigieFactUserGroup *group, VigieStageGroup stage);
void vigie_users_finish (VigieUsers *users);
double vigie_system_reliability (const VigieFacts *facts, int system);

G_END_DECLS
