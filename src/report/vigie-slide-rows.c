// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-slide-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-deck.h"
#include "vigie-format.h"

/* The records behind a mark, as many as the wall has room for, and how many there are before and after them. */

#define ROW_GAP 5.0

static double
measure_row (VigieSlide *self, const VigieDeckRow *row)
{
  VigieTextSpec title = { .role = VIGIE_TEXT_SENTENCE, .strong = TRUE, .width = self->room.width, .max_lines = 2 };
  VigieTextSpec detail = { .role = VIGIE_TEXT_LABEL, .width = self->room.width, .max_lines = 2 };
  double height = vigie_scene_builder_text_box (self->builder, row->title, &title).height;

  if (row->detail != NULL)
    height += vigie_scene_builder_text_box (self->builder, row->detail, &detail).height;
  return height;
}

static double
lay_out_count (VigieSlide *self, guint first, guint shown, guint n)
{
  /* Translators: which rows of how many are shown, as in "9–16 of 40" */
  g_autofree char *count = g_strdup_printf (C_ ("slide", "%1$u–%2$u of %3$u"), first + 1, first + shown, n);
  VigieBox box = self->room;

  box.y = vigie_box_bottom (&self->room) - vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_LABEL);
  return vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, count);
}

/**
 * vigie_slide_lay_out_rows:
 * @rows: (element-type VigieDeckRow): the records
 * @first: the first of them to show
 *
 * Returns: how many there was room for, at least 1
 */
guint
vigie_slide_lay_out_rows (VigieSlide *self, const GPtrArray *rows, guint first)
{
  double gap = vigie_scene_builder_em (self->builder, ROW_GAP);
  double line = vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_LABEL);
  double bottom = vigie_box_bottom (&self->room) - line - gap;
  VigieBox box = self->room;
  guint shown;

  for (shown = 0; first + shown < rows->len; shown++)
    {
      const VigieDeckRow *row = g_ptr_array_index (rows, first + shown);

      if (shown > 0 && box.y + measure_row (self, row) > bottom)
        break;
      box.y += vigie_slide_text (self, &box, VIGIE_TEXT_SENTENCE, TRUE, VIGIE_PAINT_TEXT, 2, row->title);
      box.y += vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 2, row->detail) + gap;
    }
  if (shown < rows->len)
    lay_out_count (self, first, shown, rows->len);
  return shown;
}
