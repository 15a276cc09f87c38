// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-date.h"
#include "vigie-scale.h"
#include "vigie-scene-builder.h"

G_BEGIN_DECLS

GArray *vigie_time_axis_ticks (VigieSceneBuilder *builder, const VigieLinearScale *scale, VigieDateStep *step);
double vigie_time_axis_height (VigieSceneBuilder *builder);
void vigie_time_axis_grid (VigieSceneBuilder *builder, const VigieLinearScale *scale, const VigieBox *plot);
void vigie_time_axis_below (VigieSceneBuilder *builder, const VigieLinearScale *scale, double y);

G_END_DECLS
