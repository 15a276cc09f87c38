// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure.h"
#include "vigie-surface.h"

G_BEGIN_DECLS

/**
 * VigieFigureFormat:
 *
 * What a figure can be handed on as.
 */
typedef enum
{
  VIGIE_FIGURE_FORMAT_SVG,
  VIGIE_FIGURE_FORMAT_PNG,
  VIGIE_FIGURE_FORMAT_PDF,
  VIGIE_FIGURE_FORMAT_CSV,
  VIGIE_FIGURE_FORMAT_JSON,
  VIGIE_FIGURE_FORMAT_TEXT,
} VigieFigureFormat;

/**
 * VigieFigurePicture:
 * @width: points, with the margins and the words round the chart; 0 for the usual
 * @height: points; 0 for as much as the chart asks for
 * @palette: the theme
 * @scale: (PNG) pixels a point, 1, 2 or 4; 0 is 1
 *
 * How a figure is drawn where it is handed on as a picture.
 */
typedef struct
{
  double width;
  double height;
  VigiePaletteKind palette;
  double scale;
} VigieFigurePicture;

gboolean vigie_figure_format_from_nick (const char *nick, VigieFigureFormat *format);
const char *vigie_figure_format_extension (VigieFigureFormat format);
GBytes *vigie_figure_export (const VigieFigure *self, VigieFigureFormat format, const VigieFigurePicture *picture,
                             GError **error);

char *vigie_figure_dup_footnote (const VigieFigure *self);
char *vigie_figure_dup_brief_footnote (const VigieFigure *self);

G_END_DECLS
