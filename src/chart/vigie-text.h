// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pango/pango.h>

#include "vigie-mark.h"

G_BEGIN_DECLS

/**
 * VIGIE_FONT_FAMILY:
 *
 * The fonts a scene is set in, the first there is. Each has U+202F, the narrow no-break space of French numbers.
 */
#define VIGIE_FONT_FAMILY "Adwaita Sans, Inter, Cantarell, DejaVu Sans, sans-serif"

/**
 * VigieTextExtents:
 * @width: of the widest line, in points
 * @height: of all lines, in points
 * @baseline: from the top to the first line's baseline, in points
 * @n_lines: how many lines the text takes
 * @ellipsized: whether it was cut and ends in "…"
 */
typedef struct
{
  double width;
  double height;
  double baseline;
  int n_lines;
  gboolean ellipsized;
} VigieTextExtents;

VigieTextExtents vigie_text_measure (const char *text, const VigieFont *font, double wrap_width, int max_lines);
PangoLayout *vigie_text_get_layout (const char *text, const VigieFont *font, double wrap_width, int max_lines,
                                    VigieAlign align);

void vigie_text_align (PangoLayout *layout, VigieAlign align);
void vigie_text_prepare_context (PangoContext *context);

G_END_DECLS
