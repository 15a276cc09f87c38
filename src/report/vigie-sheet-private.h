// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-sheet.h"

G_BEGIN_DECLS

struct _VigieSheet
{
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  const VigiePalette *palette;
  GByteArray *bytes;

  VigiePdfNotes *notes; /* borrowed; NULL in a trial */
  GHashTable *places;   /* name → page */
  guint n_pages;        /* of the trial before it; 0 in a trial */
  gboolean mirrored;    /* read from right to left */

  char *head;
  char *head_end;
  char *foot;
  guint page;
};

G_END_DECLS
