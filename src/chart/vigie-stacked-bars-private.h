// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-rows.h"
#include "vigie-stacked-bars.h"

G_BEGIN_DECLS

#define VIGIE_STACKED_HEADER_GAP 8.0
#define VIGIE_STACKED_TOTAL_GAP 7.0

typedef struct
{
  /* borrowed */
  const VigieStackedBars *data;
  VigieSceneBuilder *builder;

  VigieRows rows;
  VigieLinearScale scale;
  double line;
  double note_line;
  double legend_height;
  guint benchmark_lines;
  double notes_height;
  gboolean has_axis;
  gboolean has_notes;
} VigieStackedLayout;

guint vigie_stacked_benchmark_lines (const VigieStackedLayout *layout);
void vigie_stacked_draw_benchmarks (const VigieStackedLayout *layout);
double vigie_stacked_measure_notes (const VigieStackedLayout *layout);
void vigie_stacked_draw_notes (const VigieStackedLayout *layout);

G_END_DECLS
