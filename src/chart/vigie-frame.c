// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-frame.h"

/* No text on a screen is under 12 px (Chartability); none on a slide under 1/40 of its height. */
#define SMALLEST_TEXT 12.0
#define SMALLEST_SHARE (1.0 / 40)
#define NARROW_WIDTH 480.0

static const double font_sizes[] = {
  [VIGIE_TEXT_TITLE] = 20, [VIGIE_TEXT_SENTENCE] = 15, [VIGIE_TEXT_HEADING] = 13,
  [VIGIE_TEXT_LABEL] = 13, [VIGIE_TEXT_VALUE] = 13,    [VIGIE_TEXT_NOTE] = SMALLEST_TEXT,
};

/**
 * vigie_frame_init_projected:
 * @self: (out caller-allocates): a frame; its format is left unset
 * @width: of the slide, in points
 * @height: of the slide, in points
 *
 * Sets a frame for a slide: its smallest text is 1/40 of the slide's height.
 */
void
vigie_frame_init_projected (VigieFrame *self, double width, double height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (width > 0 && height > 0);

  *self = (VigieFrame) {
    .width = width,
    .height = height,
    .text_scale = MAX (height * SMALLEST_SHARE / SMALLEST_TEXT, 1),
  };
}

/**
 * vigie_frame_is_narrow:
 * @self: a frame
 *
 * Returns: whether labels have to go above their marks rather than beside them
 */
gboolean
vigie_frame_is_narrow (const VigieFrame *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->width < NARROW_WIDTH * self->text_scale;
}

/**
 * vigie_frame_font_size:
 * @self: a frame
 * @role: what a text is for
 *
 * Returns: its size, in points
 */
double
vigie_frame_font_size (const VigieFrame *self, VigieTextRole role)
{
  g_return_val_if_fail (self != NULL, SMALLEST_TEXT);
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (font_sizes), SMALLEST_TEXT);

  return font_sizes[role] * self->text_scale;
}

/**
 * vigie_frame_format:
 * @self: a frame
 * @value: a number
 *
 * Returns: (transfer full): the number as the reader writes it
 */
char *
vigie_frame_format (const VigieFrame *self, double value)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->format != NULL)
    return self->format (value, self->format_data);

  return g_strdup_printf ("%g", value);
}
