// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-box.h"
#include "vigie-paint.h"

G_BEGIN_DECLS

/**
 * VigieMarkKind:
 * @VIGIE_MARK_RECT: a rectangle, its corners rounded or not
 * @VIGIE_MARK_LINE: a line through two points or more
 * @VIGIE_MARK_AREA: the inside of a line that closes on itself
 * @VIGIE_MARK_SYMBOL: a symbol of a size
 * @VIGIE_MARK_TEXT: words
 */
typedef enum
{
  VIGIE_MARK_RECT,
  VIGIE_MARK_LINE,
  VIGIE_MARK_AREA,
  VIGIE_MARK_SYMBOL,
  VIGIE_MARK_TEXT,
} VigieMarkKind;

/**
 * VigieSymbol:
 * @VIGIE_SYMBOL_CIRCLE: a disc
 * @VIGIE_SYMBOL_SQUARE: a square
 * @VIGIE_SYMBOL_DIAMOND: a square on its corner
 * @VIGIE_SYMBOL_TRIANGLE_UP: a triangle, point up
 * @VIGIE_SYMBOL_TRIANGLE_DOWN: a triangle, point down
 * @VIGIE_SYMBOL_HEXAGON: a hexagon
 * @VIGIE_SYMBOL_CROSS: a plus sign
 *
 * All have the area of a disc of the same size, so that size may stand for a number.
 */
typedef enum
{
  VIGIE_SYMBOL_CIRCLE,
  VIGIE_SYMBOL_SQUARE,
  VIGIE_SYMBOL_DIAMOND,
  VIGIE_SYMBOL_TRIANGLE_UP,
  VIGIE_SYMBOL_TRIANGLE_DOWN,
  VIGIE_SYMBOL_HEXAGON,
  VIGIE_SYMBOL_CROSS,
} VigieSymbol;

/**
 * VigieTextRole:
 * @VIGIE_TEXT_TITLE: the figure's title
 * @VIGIE_TEXT_SENTENCE: the figure's answer in a sentence
 * @VIGIE_TEXT_HEADING: the name of a column, a series or a quadrant
 * @VIGIE_TEXT_LABEL: the name of a row or an item
 * @VIGIE_TEXT_VALUE: a number; its digits have one width
 * @VIGIE_TEXT_NOTE: a source, a unit, a number along an axis; the smallest
 */
typedef enum
{
  VIGIE_TEXT_TITLE,
  VIGIE_TEXT_SENTENCE,
  VIGIE_TEXT_HEADING,
  VIGIE_TEXT_LABEL,
  VIGIE_TEXT_VALUE,
  VIGIE_TEXT_NOTE,
} VigieTextRole;

/**
 * VigieAlign:
 * @VIGIE_ALIGN_START: the place is the text's left edge
 * @VIGIE_ALIGN_CENTER: the place is its middle
 * @VIGIE_ALIGN_END: the place is its right edge
 */
typedef enum
{
  VIGIE_ALIGN_START,
  VIGIE_ALIGN_CENTER,
  VIGIE_ALIGN_END,
} VigieAlign;

/**
 * VigieAnchor:
 * @VIGIE_ANCHOR_TOP: the place is the text's top edge
 * @VIGIE_ANCHOR_MIDDLE: the place is its middle
 * @VIGIE_ANCHOR_BASELINE: the place is the baseline of its first line
 * @VIGIE_ANCHOR_BOTTOM: the place is its bottom edge
 */
typedef enum
{
  VIGIE_ANCHOR_TOP,
  VIGIE_ANCHOR_MIDDLE,
  VIGIE_ANCHOR_BASELINE,
  VIGIE_ANCHOR_BOTTOM,
} VigieAnchor;

/**
 * VigieStyle:
 * @fill: what an area means; %VIGIE_PAINT_NONE leaves it open
 * @pattern: how it is filled
 * @stroke: what a line or an outline means; %VIGIE_PAINT_NONE draws none
 * @stroke_width: points
 * @dash: how the line is broken
 */
typedef struct
{
  VigiePaint fill;
  VigiePattern pattern;
  VigiePaint stroke;
  double stroke_width;
  VigieDash dash;
} VigieStyle;

/**
 * VigieFont:
 * @role: what the text is for
 * @size: points
 * @strong: whether it is bolder than its role has it
 */
typedef struct
{
  VigieTextRole role;
  double size;
  gboolean strong;
} VigieFont;

/**
 * VigieMark:
 * @kind: what is drawn
 * @box: where; of a text, the box of its lines
 * @style: how; the @fill of a text is its own paint
 * @datum: the datum it shows, or -1
 * @radius: (rect) of its corners, in points
 * @symbol: (symbol) which one; it is drawn in @box
 * @points: (line, area) its points
 * @n_points: (line, area) their number
 * @text: (text) UTF-8
 * @font: (text) its size and weight
 * @align: (text) how its lines stand to each other
 * @wrap_width: (text) the width it may take, in points, or -1
 * @max_lines: (text) the lines it may take, before it ends in "…"
 * @vertical: (text) whether it reads upwards
 * @on: (text) what it stands on
 *
 * One thing to draw. Marks belong to their scene and are drawn in its order.
 */
typedef struct
{
  VigieMarkKind kind;
  VigieBox box;
  VigieStyle style;
  int datum;

  double radius;
  VigieSymbol symbol;
  const VigiePoint *points;
  gsize n_points;

  const char *text;
  VigieFont font;
  VigieAlign align;
  double wrap_width;
  int max_lines;
  gboolean vertical;
  VigiePaint on;
} VigieMark;

G_END_DECLS
