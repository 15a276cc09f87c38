// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scene.h"

G_BEGIN_DECLS

struct _VigieScene
{
  double width;
  double height;
  double preferred_height;
  double unit; /* a point at the scene's text scale */
  guint n_omitted;
  gboolean by_rank;
  gboolean mirrored;

  /* owned */
  GArray *marks;       /* VigieMark */
  GArray *data;        /* VigieDatum */
  GArray *keys;        /* VigieKey */
  GPtrArray *points;   /* VigiePoint arrays, to which marks point */
  GStringChunk *words; /* to which marks and data point */
};

VigieScene *vigie_scene_alloc (double width, double height);
gboolean vigie_scene_key_is_of (const VigieKey *key, const VigieMark *mark);
void vigie_scene_drop_idle_keys (VigieScene *self);
void vigie_scene_mirror (VigieScene *self);
VigieBox vigie_scene_unmirror_box (const VigieScene *self, const VigieBox *box);
VigieMark vigie_scene_unmirror_mark (const VigieScene *self, const VigieMark *mark);
VigiePoint vigie_scene_unmirror_point (const VigieScene *self, const VigiePoint *point);

G_END_DECLS
