// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scale.h"
#include "vigie-scene-builder.h"
#include "vigie-time-lines.h"

G_BEGIN_DECLS

#define VIGIE_TIME_BAR_TICKS 2

typedef struct
{
  /* borrowed */
  const VigieTimeLines *data;
  VigieSceneBuilder *builder;

  VigieLinearScale time;
  VigieLinearScale share;
  VigieLinearScale count;
  VigieBox plot;
  VigieBox bars;
  double note_line;
  double legend_height;
  double header_height;
} VigieTimeLinesLayout;

VigieFrame vigie_time_lines_count_frame (const VigieTimeLinesLayout *layout);
void vigie_time_lines_draw_bars (const VigieTimeLinesLayout *layout);

G_END_DECLS
