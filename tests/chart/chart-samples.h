// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frame.h"
#include "vigie-scene.h"

G_BEGIN_DECLS

/*
 * Charts as a hospital group would fill them: long French names, values that are missing or hidden, many items.
 */
typedef VigieScene *(*SampleLayout) (const VigieFrame *frame);

typedef struct
{
  const char *name;
  SampleLayout layout;
  guint n_data;
} Sample;

extern const Sample samples[];
extern const guint n_samples;

char *sample_format_share (double value, gpointer data);
char *sample_format_count (double value, gpointer data);

VigieScene *sample_stacked_bars (const VigieFrame *frame);
VigieScene *sample_quadrant (const VigieFrame *frame);
VigieScene *sample_quadrant_many (const VigieFrame *frame);
VigieScene *sample_heat_map (const VigieFrame *frame);
VigieScene *sample_heat_diverging (const VigieFrame *frame);
VigieScene *sample_bullet_bars (const VigieFrame *frame);
VigieScene *sample_dumbbell (const VigieFrame *frame);
VigieScene *sample_dot_plot (const VigieFrame *frame);
VigieScene *sample_gantt (const VigieFrame *frame);
VigieScene *sample_risk_matrix (const VigieFrame *frame);
VigieScene *sample_state_matrix (const VigieFrame *frame);
VigieScene *sample_time_lines (const VigieFrame *frame);

G_END_DECLS
