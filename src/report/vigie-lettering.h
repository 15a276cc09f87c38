// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pango/pango.h>

#include "vigie-mark.h"

G_BEGIN_DECLS

/**
 * VigieLettering:
 * @VIGIE_LETTERING_DISPLAY: the title on the cover
 * @VIGIE_LETTERING_TITLE: the title of a section
 * @VIGIE_LETTERING_HEADLINE: a figure's answer
 * @VIGIE_LETTERING_HEADING: a small heading
 * @VIGIE_LETTERING_KICKER: the question above a headline
 * @VIGIE_LETTERING_LEAD: a sentence one is meant to read
 * @VIGIE_LETTERING_BODY: running text
 * @VIGIE_LETTERING_NOTE: definitions and sources
 * @VIGIE_LETTERING_NOTE_HEAD: what a note is about
 * @VIGIE_LETTERING_NUMBER: a headline number
 * @VIGIE_LETTERING_SMALL: running text where there is much of it
 * @VIGIE_LETTERING_CELL: a cell of a table
 * @VIGIE_LETTERING_CELL_STRONG: a cell that names its row
 * @VIGIE_LETTERING_CELL_HEAD: the head of a column
 * @VIGIE_LETTERING_FURNITURE: running head and page number
 *
 * The type scale of a printed report.
 */
typedef enum
{
  VIGIE_LETTERING_DISPLAY,
  VIGIE_LETTERING_TITLE,
  VIGIE_LETTERING_HEADLINE,
  VIGIE_LETTERING_HEADING,
  VIGIE_LETTERING_KICKER,
  VIGIE_LETTERING_LEAD,
  VIGIE_LETTERING_BODY,
  VIGIE_LETTERING_NOTE,
  VIGIE_LETTERING_NOTE_HEAD,
  VIGIE_LETTERING_NUMBER,
  VIGIE_LETTERING_SMALL,
  VIGIE_LETTERING_CELL,
  VIGIE_LETTERING_CELL_STRONG,
  VIGIE_LETTERING_CELL_HEAD,
  VIGIE_LETTERING_FURNITURE,
} VigieLettering;

#define VIGIE_N_LETTERINGS (VIGIE_LETTERING_FURNITURE + 1)

double vigie_lettering_get_size (VigieLettering lettering);
VigiePaint vigie_lettering_get_paint (VigieLettering lettering);
PangoLayout *vigie_lettering_layout (VigieLettering lettering, PangoContext *context, const char *text, guint n_strong,
                                     double width, int max_lines, VigieAlign align);

G_END_DECLS
