// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-picture.h"

G_BEGIN_DECLS

/* Whether what parts of a picture are made of is the very same. */
gboolean vigie_picture_has_same_people (const VigiePicture *self, const VigiePicture *former);
gboolean vigie_picture_has_same_stage (const VigiePicture *self, const VigiePicture *former, gsize deployment);
gboolean vigie_picture_has_same_deployments (const VigiePicture *self, const VigiePicture *former);

/* People of a unit and a profession, and a module that they may hold. */
typedef struct
{
  int unit;
  int profession;
  int module;
} VigieTrainedGroup;

/* What is no longer as in a picture before: see vigie-picture-change.c. */
typedef struct
{
  GArray *groups;                /* (element-type VigieTrainedGroup): that hold other trainings, or did */
  gboolean same_coverage_places; /* rows stand where they stood */
  gboolean same_history_places;
  guint8 *deployments; /* of each whether its users, or what they hold, may be others */
  gboolean any;
} VigiePictureChange;

VigiePictureChange *vigie_picture_change_new (const VigiePicture *picture, const VigiePicture *former);
gboolean vigie_picture_change_find_deployments (VigiePictureChange *self, const VigiePicture *picture,
                                                const VigiePicture *former);
gboolean vigie_picture_change_has_group (const VigiePictureChange *self, int unit, int profession, int module);
void vigie_picture_change_free (VigiePictureChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigiePictureChange, vigie_picture_change_free)

/* What each file of a picture adds to it, in this order. @change is what is not as in @former; NULL where all may not be. */
void vigie_picture_add_index (VigiePicture *self, const VigiePicture *former, const VigiePictureChange *change);
void vigie_picture_add_requirements (VigiePicture *self, const VigiePicture *former);
void vigie_picture_add_deployments (VigiePicture *self);
void vigie_picture_add_users (VigiePicture *self, const VigiePicture *former, const VigiePictureChange *change);
void vigie_picture_add_cells (VigiePicture *self, const VigiePicture *former, const VigiePictureChange *change);
void vigie_picture_add_systems (VigiePicture *self);
void vigie_picture_add_barriers (VigiePicture *self);
void vigie_picture_add_survey (VigiePicture *self);

/* What trajectories have in common: see vigie-trajectory.c. */
typedef struct _VigieTrajectoryBase VigieTrajectoryBase;
void vigie_trajectory_renew (VigiePicture *self, const VigiePicture *former, const VigiePictureChange *change);
void vigie_trajectory_base_unref (VigieTrajectoryBase *self);

/* People of a profession where a deployment's users work, and how many of them hold a module. */
typedef struct
{
  gint64 heads;
  gint64 valid;
  gint64 expiring;
  gboolean measured;
} VigieHolders;

/* Goes over people, by the index of their #VigieFactHeads. On the stack; nothing to free. */
typedef struct
{
  const int *at;
  const int *end;
} VigieHeadsIter;

void vigie_picture_index_unref (VigiePictureIndex *self);
void vigie_requirement_index_unref (VigieRequirementIndex *self);
const int *vigie_picture_list_general (const VigiePicture *self, gsize *n);
const int *vigie_picture_list_of_system (const VigiePicture *self, int system, gsize *n);
int vigie_picture_distance (const VigiePicture *self, int unit, int above);
gboolean vigie_picture_is_reached (const VigiePicture *self, int deployed_at, int unit);
void vigie_picture_find_heads (const VigiePicture *self, int deployed_at, int profession, VigieHeadsIter *iter);
gboolean vigie_heads_iter_next (VigieHeadsIter *self, gsize *heads);
const int *vigie_picture_list_units (const VigiePicture *self, int deployed_at, gsize *n);
const VigieFactCoverage *vigie_picture_find_coverage (const VigiePicture *self, gsize heads, int module);
gboolean vigie_picture_is_by_reference (const VigiePicture *self, int unit, int profession);
gsize vigie_picture_first_user_group (const VigiePicture *self, gsize deployment);
gsize vigie_picture_first_safeguard (const VigiePicture *self, gsize deployment);
gsize vigie_picture_first_evidence (const VigiePicture *self, gsize system);
gsize vigie_picture_first_duty (const VigiePicture *self, VigieSafeguardKind kind);

VigieHolders vigie_picture_count_holders (const VigiePicture *self, int unit, int profession, int module);
gint64 vigie_user_group_count (const VigieFactUserGroup *group, VigieStageGroup stage);
void vigie_picture_train_group (const VigiePicture *self, const VigieFactUserGroup *group, gint64 *users,
                                gint64 *trained, double *target);
void vigie_users_finish (VigieUsers *users);
double vigie_system_reliability (const VigiePicture *self, int system);

G_END_DECLS
