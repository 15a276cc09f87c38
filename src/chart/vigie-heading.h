// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/**
 * VigieHeading:
 * @title: the figure's title
 * @sentence: (nullable): its answer
 * @footnote: (nullable): source, definition, date
 *
 * The words round a chart where no window or page sets them: in a file, on a slide.
 */
typedef struct
{
  const char *title;
  const char *sentence;
  const char *footnote;
} VigieHeading;

void vigie_heading_get_room (const VigieHeading *self, const VigieFrame *outer, VigieFrame *inner);
VigieScene *vigie_scene_with_heading (const VigieScene *scene, const VigieHeading *heading, const VigieFrame *outer);

G_END_DECLS
