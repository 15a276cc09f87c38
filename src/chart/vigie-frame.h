// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-mark.h"

G_BEGIN_DECLS

/**
 * VIGIE_HEADER_SHARE:
 *
 * The most of a frame's height that what is over the plot may take, where there is hardly room for a chart.
 */
#define VIGIE_HEADER_SHARE 0.45

/**
 * VIGIE_FOOTER_SHARE:
 *
 * The same of what is under the plot.
 */
#define VIGIE_FOOTER_SHARE 0.25

/**
 * VIGIE_LEGEND_SHARE:
 *
 * The same of a legend alone.
 */
#define VIGIE_LEGEND_SHARE 0.3

/**
 * VigieFormatFunc:
 * @value: a number to show
 * @data: the frame's format_data
 *
 * Writes a number in the reader's language, with its unit.
 *
 * Returns: (transfer full): the text
 */
typedef char *(*VigieFormatFunc) (double value, gpointer data);

/**
 * VigieFrame:
 * @width: points; 300 to 3840 are tried
 * @height: points; a chart that needs more says so (see vigie_scene_get_preferred_height())
 * @text_scale: 1 on a workstation, more on the wall; scales text, rows, gaps and lines alike
 * @format: (nullable): writes the numbers along the axes; without it they are plain digits
 * @format_data: handed to @format
 * @format_more: (nullable): says how many rows there was no room for, "and 12 more"; without it rows are
 *   never left out, but names of rows may be
 * @mirrored: whether it is read from right to left: all that stands to the left of a thing then stands to its right
 *
 * The room a chart is laid out in, and how numbers are written there.
 */
typedef struct
{
  double width;
  double height;
  double text_scale;
  VigieFormatFunc format;
  gpointer format_data;
  VigieFormatFunc format_more;
  gboolean mirrored;
} VigieFrame;

void vigie_frame_init_projected (VigieFrame *self, double width, double height);
gboolean vigie_frame_is_narrow (const VigieFrame *self);
double vigie_frame_font_size (const VigieFrame *self, VigieTextRole role);
char *vigie_frame_format (const VigieFrame *self, double value);

G_END_DECLS
