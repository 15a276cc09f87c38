// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-scene-builder.h"

G_BEGIN_DECLS

/**
 * VigieLegendKind:
 * @VIGIE_LEGEND_SWATCH: a piece of area
 * @VIGIE_LEGEND_SYMBOL: a symbol
 * @VIGIE_LEGEND_TICK: an upright stroke
 */
typedef enum
{
  VIGIE_LEGEND_SWATCH,
  VIGIE_LEGEND_SYMBOL,
  VIGIE_LEGEND_TICK,
} VigieLegendKind;

/**
 * VigieLegendEntry:
 * @label: (nullable): what it means; an entry without a label is passed over
 * @kind: what stands before the label
 * @symbol: (symbol) which one
 * @size: (symbol) of which size, in points; 0 for the size of the text
 * @style: how it is drawn
 */
typedef struct
{
  const char *label;
  VigieLegendKind kind;
  VigieSymbol symbol;
  double size;
  VigieStyle style;
} VigieLegendEntry;

double vigie_legend_entry_width (VigieSceneBuilder *builder, const VigieLegendEntry *entry);
double vigie_legend_height (VigieSceneBuilder *builder, const VigieLegendEntry *entries, guint n_entries, double width);
void vigie_legend_draw (VigieSceneBuilder *builder, const VigieLegendEntry *entries, guint n_entries,
                        const VigieBox *place);

G_END_DECLS
