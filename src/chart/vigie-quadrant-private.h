// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-bubbles.h"
#include "vigie-quadrant.h"
#include "vigie-scale.h"

G_BEGIN_DECLS

/*
 *  y title                 threshold
 *  ┌──────┬─────────────────┊────────┐
 *  │ x    │ top left       ┊ trusted │
 *  │ not  │                ┊         │
 *  │ meas.│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┊┈┈┈┈┈┈┈┈┈│ threshold
 *  │      │ bottom left    ┊         │
 *  ├──────┼────────────────┴─────────┤
 *  │ both │ y not measured           │
 *  └──────┴──────────────────────────┘
 *          0 %                  100 %
 *                            x title
 */
typedef struct
{
  /* borrowed */
  const VigieQuadrant *data;
  VigieSceneBuilder *builder;

  double note_line;
  double legend_height;
  double most;
  double largest;
  double title_lines;
  gboolean has_left_strip;
  gboolean has_bottom_strip;
  VigieBox plot;
  VigieBox left_strip;
  VigieBox bottom_strip;
  VigieBox corner;
  VigieLinearScale x;
  VigieLinearScale y;
} VigieQuadrantLayout;

void vigie_quadrant_divide (VigieQuadrantLayout *layout);
void vigie_quadrant_get_thresholds (const VigieQuadrantLayout *layout, VigieBox boxes[2]);
void vigie_quadrant_draw_ground (const VigieQuadrantLayout *layout);
void vigie_quadrant_draw_threshold_labels (const VigieQuadrantLayout *layout);
VigieBubble *vigie_quadrant_place_bubbles (const VigieQuadrantLayout *layout);

G_END_DECLS
