// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-picture-private.h"
#include "vigie-trajectory.h"

G_BEGIN_DECLS

/* What is gathered of all modules that hold for as long, for the forecast, to which they are as one: whole numbers, of
 * which any may be taken away again. */
typedef struct
{
  int validity_months; /* 0 for ever */
  double required[VIGIE_TRAJECTORY_AHEAD];
  double known[VIGIE_TRAJECTORY_AHEAD];
  gint64 n_cells;
} VigieModulesAhead;

/* What trajectories of a picture have in common: sums over its cells. Counted by reference. */
struct _VigieTrajectoryBase
{
  gint64 n_measured[VIGIE_TRAJECTORY_BACK]; /* cells */
  gint64 required[VIGIE_TRAJECTORY_BACK];
  gint64 held[VIGIE_TRAJECTORY_BACK];
  gint64 gained[VIGIE_TRAJECTORY_BACK];
  gint64 counted;
  GArray *ahead; /* (element-type VigieModulesAhead) */
  guint32 *uses; /* of each row of the history: by how many cells */
};

VigieTrajectoryBase *vigie_trajectory_get_base (const VigiePicture *picture);

G_END_DECLS
