// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-heat-map.h"
#include "vigie-scene-builder.h"

G_BEGIN_DECLS

VigieStyle vigie_heat_change_style (VigieSceneBuilder *builder);
double vigie_heat_legend_draw (VigieSceneBuilder *builder, const VigieHeatMap *data);

G_END_DECLS
