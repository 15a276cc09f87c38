// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-lettering.h"

G_BEGIN_DECLS

/**
 * VigieTypesetter:
 *
 * Keeps the texts of a report as they were shaped, for the next time that the same is measured or printed.
 */
typedef struct _VigieTypesetter VigieTypesetter;

/**
 * VigieSetting:
 * @lettering: a step of the scale
 * @text: UTF-8
 * @n_strong: how many bytes at its beginning stand out
 * @width: the width that it may take, in points; negative for any
 * @max_lines: the lines that it may take before it ends in "…"; 0 for any number
 * @align: how its lines stand to each other
 *
 * How a text is set.
 */
typedef struct
{
  VigieLettering lettering;
  const char *text;
  guint n_strong;
  double width;
  int max_lines;
  VigieAlign align;
} VigieSetting;

VigieTypesetter *vigie_typesetter_new (void);
VigieTypesetter *vigie_typesetter_ref (VigieTypesetter *self);
void vigie_typesetter_unref (VigieTypesetter *self);

PangoLayout *vigie_typesetter_set (VigieTypesetter *self, const VigieSetting *setting);
double vigie_typesetter_measure_word (VigieTypesetter *self, VigieLettering lettering, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieTypesetter, vigie_typesetter_unref)

G_END_DECLS
