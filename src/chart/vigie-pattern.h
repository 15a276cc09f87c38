// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>

#include "vigie-mark.h"

G_BEGIN_DECLS

/**
 * VigiePatterns:
 * @unit: the length of a point at the scene's text scale
 *
 * The patterns of one drawing.
 */
typedef struct
{
  double unit;

  /*< private >*/
  cairo_pattern_t *tiles[VIGIE_N_PATTERNS];
} VigiePatterns;

void vigie_patterns_fill (VigiePatterns *self, VigiePattern pattern, const VigieBox *box, cairo_t *cr);
void vigie_patterns_clear (VigiePatterns *self);

G_END_DECLS
