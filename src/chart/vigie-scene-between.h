// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieSceneBetween:
 * @from: (transfer none): the scene one comes from
 * @to: (transfer none): the scene one goes to
 * @progress: how far, 0 to 1
 * @origins: (array): for each mark of @to the mark of @from that becomes it, or -1
 *
 * The way from one scene to another. What shows the same datum in both moves; what is new grows from
 * nothing; names, axes and lines are at once where they will be.
 */
typedef struct
{
  const VigieScene *from;
  const VigieScene *to;
  double progress;
  int *origins;
} VigieSceneBetween;

VigieSceneBetween *vigie_scene_between_new (const VigieScene *from, const VigieScene *to);
void vigie_scene_between_free (VigieSceneBetween *self);
void vigie_scene_between_move (const VigieSceneBetween *self, guint index, VigieMark *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieSceneBetween, vigie_scene_between_free)

G_END_DECLS
