// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"
#include "vigie-text.h"

G_BEGIN_DECLS

/**
 * VigieTextSpec:
 * @x: the place across, in points
 * @y: the place down, in points
 * @align: which edge of the text @x is
 * @anchor: which edge of the text @y is
 * @role: what the text is for; sets its size
 * @strong: whether it is bold
 * @paint: its paint; 0 is %VIGIE_PAINT_TEXT
 * @on: what it stands on; 0 is the background
 * @width: the width it may take, in points; 0 for what there is
 * @max_lines: the lines it may take; 0 is 1
 * @vertical: whether it reads upwards; @width is then a height
 * @plate: whether a plate of background goes under it, where it stands on a pattern or a line
 *
 * How and where a text is set.
 */
typedef struct
{
  double x;
  double y;
  VigieAlign align;
  VigieAnchor anchor;
  VigieTextRole role;
  gboolean strong;
  VigiePaint paint;
  VigiePaint on;
  double width;
  int max_lines;
  gboolean vertical;
  gboolean plate;
} VigieTextSpec;

typedef struct _VigieSceneBuilder VigieSceneBuilder;

VigieSceneBuilder *vigie_scene_builder_new (const VigieFrame *frame);
void vigie_scene_builder_free (VigieSceneBuilder *self);
VigieScene *vigie_scene_builder_end (VigieSceneBuilder *self);

const VigieFrame *vigie_scene_builder_get_frame (VigieSceneBuilder *self);
double vigie_scene_builder_em (VigieSceneBuilder *self, double points);
void vigie_scene_builder_set_preferred_height (VigieSceneBuilder *self, double height);
void vigie_scene_builder_navigate_by_rank (VigieSceneBuilder *self);

int vigie_scene_builder_add_datum (VigieSceneBuilder *self, const VigieDatum *datum);
void vigie_scene_builder_add_key (VigieSceneBuilder *self, const VigieKey *key);
void vigie_scene_builder_rect (VigieSceneBuilder *self, const VigieBox *box, double radius, const VigieStyle *style,
                               int datum);
void vigie_scene_builder_line (VigieSceneBuilder *self, double x1, double y1, double x2, double y2,
                               const VigieStyle *style, int datum);
void vigie_scene_builder_polyline (VigieSceneBuilder *self, const VigiePoint *points, gsize n_points,
                                   const VigieStyle *style, int datum);
void vigie_scene_builder_area (VigieSceneBuilder *self, const VigiePoint *points, gsize n_points,
                               const VigieStyle *style, int datum);
void vigie_scene_builder_symbol (VigieSceneBuilder *self, VigieSymbol symbol, double x, double y, double size,
                                 const VigieStyle *style, int datum);
gboolean vigie_scene_builder_text (VigieSceneBuilder *self, const char *text, const VigieTextSpec *spec, int datum);
VigieBox vigie_scene_builder_text_box (VigieSceneBuilder *self, const char *text, const VigieTextSpec *spec);
double vigie_scene_builder_text_width (VigieSceneBuilder *self, const char *text, VigieTextRole role, gboolean strong);
double vigie_scene_builder_line_height (VigieSceneBuilder *self, VigieTextRole role);
const VigieBox *vigie_scene_builder_get_text_boxes (VigieSceneBuilder *self, guint *n_boxes);
void vigie_scene_builder_empty_state (VigieSceneBuilder *self, const char *text);
void vigie_scene_builder_append_scene (VigieSceneBuilder *self, const VigieScene *scene, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieSceneBuilder, vigie_scene_builder_free)

G_END_DECLS
