// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-frozen.h"
#include "vigie-minutes.h"

G_BEGIN_DECLS

/**
 * VigieMinutesKind:
 * @VIGIE_MINUTES_TITLE: of the document
 * @VIGIE_MINUTES_POINT: the title of a part
 * @VIGIE_MINUTES_HEADING: within a part
 * @VIGIE_MINUTES_ANSWER: what a figure said
 * @VIGIE_MINUTES_TEXT: a paragraph
 * @VIGIE_MINUTES_NOTE: in small
 * @VIGIE_MINUTES_ENTRY: one of a list
 * @VIGIE_MINUTES_FIGURE: a chart; it is left out where there are only words
 * @VIGIE_MINUTES_TABLE: a table
 */
typedef enum
{
  VIGIE_MINUTES_TITLE,
  VIGIE_MINUTES_POINT,
  VIGIE_MINUTES_HEADING,
  VIGIE_MINUTES_ANSWER,
  VIGIE_MINUTES_TEXT,
  VIGIE_MINUTES_NOTE,
  VIGIE_MINUTES_ENTRY,
  VIGIE_MINUTES_FIGURE,
  VIGIE_MINUTES_TABLE,
} VigieMinutesKind;

/**
 * VigieMinutesBlock:
 * @text: (nullable): what it says; of a figure, its text for those who do not see it
 * @figure: (nullable): of a figure
 * @shown: whether the chart before it says the same: it is for where there are only words
 * @columns: (nullable): of a table
 * @rows: (nullable) (element-type GStrv): of a table
 *
 * A piece of minutes, whatever they are written as.
 */
typedef struct
{
  VigieMinutesKind kind;
  char *text;
  VigieFigure *figure;
  gboolean shown;
  GStrv columns;
  GPtrArray *rows;
} VigieMinutesBlock;

GPtrArray *vigie_minutes_list_blocks (const VigieDeck *deck);

G_END_DECLS
