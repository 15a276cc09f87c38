// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigiePaint:
 * @VIGIE_PAINT_NONE: nothing is painted
 * @VIGIE_PAINT_BACKGROUND: the plane the scene is drawn on; also the gap between touching areas
 * @VIGIE_PAINT_PANEL: a quiet plane behind marks
 * @VIGIE_PAINT_TEXT: text one reads
 * @VIGIE_PAINT_TEXT_MUTED: text one refers to (units, sources, tick labels)
 * @VIGIE_PAINT_GRID: grid lines; decoration, so without a promised contrast
 * @VIGIE_PAINT_AXIS: base lines and frames
 * @VIGIE_PAINT_NEUTRAL: a series with no meaning of its own ("others", "not classified")
 * @VIGIE_PAINT_BLUE: first series; the series are in order of luminance
 * @VIGIE_PAINT_VERMILLION: second series
 * @VIGIE_PAINT_GREEN: third series
 * @VIGIE_PAINT_PURPLE: fourth series
 * @VIGIE_PAINT_NEUTRAL_EDGE: the outline of @VIGIE_PAINT_NEUTRAL
 * @VIGIE_PAINT_BLUE_EDGE: the outline of @VIGIE_PAINT_BLUE
 * @VIGIE_PAINT_VERMILLION_EDGE: the outline of @VIGIE_PAINT_VERMILLION
 * @VIGIE_PAINT_GREEN_EDGE: the outline of @VIGIE_PAINT_GREEN
 * @VIGIE_PAINT_PURPLE_EDGE: the outline of @VIGIE_PAINT_PURPLE
 * @VIGIE_PAINT_GOOD: as it should be
 * @VIGIE_PAINT_WARNING: to be watched
 * @VIGIE_PAINT_BAD: to be mended
 * @VIGIE_PAINT_NOT_MEASURED: nobody knows; always with a pattern
 * @VIGIE_PAINT_HIDDEN: known, and hidden because the group is small; always with a pattern
 * @VIGIE_PAINT_BENCHMARK: a value from elsewhere
 * @VIGIE_PAINT_TARGET: a value one has set oneself
 * @VIGIE_PAINT_EMPHASIS: the mark under the pointer or the keyboard focus
 * @VIGIE_PAINT_BAND_1: qualitative band, lowest; decoration
 * @VIGIE_PAINT_BAND_2: qualitative band, middle; decoration
 * @VIGIE_PAINT_BAND_3: qualitative band, highest; decoration
 * @VIGIE_PAINT_HEAT_1: the least of seven steps of one hue (see vigie_paint_heat())
 * @VIGIE_PAINT_HEAT_2: step 2
 * @VIGIE_PAINT_HEAT_3: step 3
 * @VIGIE_PAINT_HEAT_4: step 4
 * @VIGIE_PAINT_HEAT_5: step 5
 * @VIGIE_PAINT_HEAT_6: step 6
 * @VIGIE_PAINT_HEAT_7: the most
 * @VIGIE_PAINT_DIVERGE_1: the farthest below the middle (see vigie_paint_diverge())
 * @VIGIE_PAINT_DIVERGE_2: below
 * @VIGIE_PAINT_DIVERGE_3: just below
 * @VIGIE_PAINT_DIVERGE_4: the middle
 * @VIGIE_PAINT_DIVERGE_5: just above
 * @VIGIE_PAINT_DIVERGE_6: above
 * @VIGIE_PAINT_DIVERGE_7: the farthest above the middle
 *
 * What a mark's colour means. A scene holds meanings; a palette gives them colours.
 */
typedef enum
{
  VIGIE_PAINT_NONE,
  VIGIE_PAINT_BACKGROUND,
  VIGIE_PAINT_PANEL,
  VIGIE_PAINT_TEXT,
  VIGIE_PAINT_TEXT_MUTED,
  VIGIE_PAINT_GRID,
  VIGIE_PAINT_AXIS,
  VIGIE_PAINT_NEUTRAL,
  VIGIE_PAINT_BLUE,
  VIGIE_PAINT_VERMILLION,
  VIGIE_PAINT_GREEN,
  VIGIE_PAINT_PURPLE,
  VIGIE_PAINT_NEUTRAL_EDGE,
  VIGIE_PAINT_BLUE_EDGE,
  VIGIE_PAINT_VERMILLION_EDGE,
  VIGIE_PAINT_GREEN_EDGE,
  VIGIE_PAINT_PURPLE_EDGE,
  VIGIE_PAINT_GOOD,
  VIGIE_PAINT_WARNING,
  VIGIE_PAINT_BAD,
  VIGIE_PAINT_NOT_MEASURED,
  VIGIE_PAINT_HIDDEN,
  VIGIE_PAINT_BENCHMARK,
  VIGIE_PAINT_TARGET,
  VIGIE_PAINT_EMPHASIS,
  VIGIE_PAINT_BAND_1,
  VIGIE_PAINT_BAND_2,
  VIGIE_PAINT_BAND_3,
  VIGIE_PAINT_HEAT_1,
  VIGIE_PAINT_HEAT_2,
  VIGIE_PAINT_HEAT_3,
  VIGIE_PAINT_HEAT_4,
  VIGIE_PAINT_HEAT_5,
  VIGIE_PAINT_HEAT_6,
  VIGIE_PAINT_HEAT_7,
  VIGIE_PAINT_DIVERGE_1,
  VIGIE_PAINT_DIVERGE_2,
  VIGIE_PAINT_DIVERGE_3,
  VIGIE_PAINT_DIVERGE_4,
  VIGIE_PAINT_DIVERGE_5,
  VIGIE_PAINT_DIVERGE_6,
  VIGIE_PAINT_DIVERGE_7,
} VigiePaint;

#define VIGIE_N_PAINTS (VIGIE_PAINT_DIVERGE_7 + 1)

/**
 * VigiePattern:
 * @VIGIE_PATTERN_SOLID: the whole area
 * @VIGIE_PATTERN_HATCH: slanting lines: not measured, or forecast
 * @VIGIE_PATTERN_DOTS: dots: known but hidden
 * @VIGIE_PATTERN_LINES: upright lines: a fifth series
 * @VIGIE_PATTERN_OUTLINE: the contour only: planned
 *
 * How an area is filled, so that nothing is said by colour alone.
 */
typedef enum
{
  VIGIE_PATTERN_SOLID,
  VIGIE_PATTERN_HATCH,
  VIGIE_PATTERN_DOTS,
  VIGIE_PATTERN_LINES,
  VIGIE_PATTERN_OUTLINE,
} VigiePattern;

#define VIGIE_N_PATTERNS (VIGIE_PATTERN_OUTLINE + 1)

/**
 * VigieDash:
 * @VIGIE_DASH_SOLID: unbroken
 * @VIGIE_DASH_DASHED: a benchmark
 * @VIGIE_DASH_DOTTED: a threshold
 *
 * How a line is broken.
 */
typedef enum
{
  VIGIE_DASH_SOLID,
  VIGIE_DASH_DASHED,
  VIGIE_DASH_DOTTED,
} VigieDash;

VigiePaint vigie_paint_series (guint index);
VigiePaint vigie_paint_edge (VigiePaint paint);
VigiePaint vigie_paint_heat (double fraction);
VigiePaint vigie_paint_diverge (double fraction);

G_END_DECLS
