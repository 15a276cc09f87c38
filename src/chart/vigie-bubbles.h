// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scene-builder.h"

G_BEGIN_DECLS

/**
 * VigieBubble:
 * @x: of its middle, in points
 * @y: of its middle, in points
 * @radius: of the disc that has its area, in points
 * @symbol: its shape
 * @style: how it is drawn
 * @label: (nullable): its name
 * @priority: how much it deserves its name written; 0 or less not at all
 * @room: where its name may be
 * @datum: what it shows
 */
typedef struct
{
  double x;
  double y;
  double radius;
  VigieSymbol symbol;
  VigieStyle style;
  const char *label;
  double priority;
  VigieBox room;
  int datum;
} VigieBubble;

double vigie_bubbles_largest (const double *sizes, gsize n_sizes, double most, double width, double height);
double vigie_bubble_radius (double size, double most, double largest, double least);
void vigie_bubbles_draw (VigieSceneBuilder *builder, const VigieBubble *bubbles, gsize n_bubbles);
void vigie_bubbles_label (VigieSceneBuilder *builder, const VigieBubble *bubbles, gsize n_bubbles,
                          const VigieBox *blocked, gsize n_blocked);

G_END_DECLS
