// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scene-builder.h"
#include "vigie-scene-private.h"

G_BEGIN_DECLS

struct _VigieSceneBuilder
{
  VigieFrame frame;

  /* owned */
  VigieScene *scene;
  GArray *text_boxes;
};

const char *vigie_scene_builder_keep (VigieSceneBuilder *self, const char *text);
void vigie_scene_builder_append_mark (VigieSceneBuilder *self, const VigieMark *mark);

G_END_DECLS
