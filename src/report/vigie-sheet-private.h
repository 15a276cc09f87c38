// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-sheet.h"
#include "vigie-typesetter.h"

G_BEGIN_DECLS

/**
 * VigieSheetMode:
 * @VIGIE_SHEET_TRIAL: laid out, and drawn nowhere
 * @VIGIE_SHEET_PDF: drawn as a tagged document
 * @VIGIE_SHEET_PAGES: drawn as pages for a printer, which knows no tags
 */
typedef enum
{
  VIGIE_SHEET_TRIAL,
  VIGIE_SHEET_PDF,
  VIGIE_SHEET_PAGES,
} VigieSheetMode;

struct _VigieSheet
{
  VigieSheetMode mode;
  cairo_surface_t *surface;
  cairo_t *cr;
  VigieTypesetter *typesetter; /* shared by the trial and the print */
  const VigiePalette *palette;
  GByteArray *bytes;

  GPtrArray *pages; /* of cairo_surface_t *, where pages are drawn for a printer */

  VigiePdfNotes *notes; /* borrowed; NULL where no document is made */
  GHashTable *places;   /* name → page */
  guint n_pages;        /* of the trial before it; 0 in a trial */
  gboolean mirrored;    /* read from right to left */

  char *head;
  char *head_end;
  char *foot;
  guint page;
  gboolean furnished; /* whether the page that is drawn on has a head and a foot */
};

G_END_DECLS
