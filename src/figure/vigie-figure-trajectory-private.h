// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure-private.h"
#include "vigie-trajectory.h"

G_BEGIN_DECLS

/* Shared by the two files of the trajectory of trainings. */

/**
 * VigieTrajectoryAnswer:
 * @what_if: as asked; where no day was, with that of @marker
 * @marker: (nullable): the milestone to watch, in the facts
 */
typedef struct
{
  VigieTrajectory *trajectory;
  VigieWhatIf what_if;
  const VigieFactMilestone *marker;
} VigieTrajectoryAnswer;

char *vigie_trajectory_tell (const VigieTrajectoryAnswer *data);
char *vigie_trajectory_tell_no_forecast (void);

G_END_DECLS
