// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scale.h"
#include "vigie-scene-builder.h"

G_BEGIN_DECLS

GArray *vigie_axis_ticks_below (VigieSceneBuilder *builder, const VigieLinearScale *scale, guint most,
                                double least_step);
double vigie_axis_below_height (VigieSceneBuilder *builder, const char *title);
void vigie_axis_below (VigieSceneBuilder *builder, const VigieLinearScale *scale, const GArray *ticks,
                       const VigieBox *plot, const char *title);
double vigie_axis_beside_width (VigieSceneBuilder *builder, const GArray *ticks);
void vigie_axis_beside (VigieSceneBuilder *builder, const VigieLinearScale *scale, const GArray *ticks,
                        const VigieBox *plot);
void vigie_baseline (VigieSceneBuilder *builder, double x, double top, double bottom);
void vigie_reference_line (VigieSceneBuilder *builder, double x1, double y1, double x2, double y2, VigiePaint paint,
                           VigieDash dash, int datum);

G_END_DECLS
