// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-slide-private.h"

#include <glib/gi18n-lib.h>

#include "vigie-format.h"
#include "vigie-pack-private.h"

/* The events since the last committee, what is worse first, in as many lines as the slide has room for. */

#define LINE_GAP 5.0
#define MARK_WIDTH 20.0
#define DAY_GAP 12.0

/* The days stand in a column of their own. */
static double
widest_day (VigieSlide *self, const GPtrArray *changes)
{
  double widest = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *day = vigie_format_date (((const VigieChange *) g_ptr_array_index (changes, i))->on);

      widest = MAX (widest, vigie_scene_builder_text_width (self->builder, day, VIGIE_TEXT_LABEL, FALSE));
    }
  return widest + vigie_scene_builder_em (self->builder, DAY_GAP);
}

static double
measure_change (VigieSlide *self, double width, const VigieChange *change)
{
  VigieTextSpec spec = { .role = VIGIE_TEXT_LABEL, .width = width, .max_lines = 2 };

  return vigie_scene_builder_text_box (self->builder, change->text, &spec).height;
}

static double
lay_out_change (VigieSlide *self, VigieBox box, double day_width, const VigieChange *change)
{
  double mark = vigie_scene_builder_em (self->builder, MARK_WIDTH);
  g_autofree char *day = change->on != VIGIE_DATE_NONE ? vigie_format_date (change->on) : NULL;
  VigieBox words = { box.x + mark + day_width, box.y, box.width - mark - day_width, box.height };
  VigieBox when = { box.x + mark, box.y, day_width, box.height };

  vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, TRUE, vigie_pack_get_paint (change->judgement), 1,
                    vigie_pack_get_symbol (change->judgement));
  vigie_slide_text (self, &when, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, day);
  return vigie_slide_text (self, &words, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT, 2, change->text);
}

void
vigie_slide_lay_out_changes (VigieSlide *self)
{
  g_autoptr (GPtrArray) changes = vigie_overview_list_changes (self->overview);
  double gap = vigie_scene_builder_em (self->builder, LINE_GAP);
  double line = vigie_scene_builder_line_height (self->builder, VIGIE_TEXT_LABEL);
  double day_width = widest_day (self, changes);
  double words = self->room.width - vigie_scene_builder_em (self->builder, MARK_WIDTH) - day_width;
  double bottom = vigie_box_bottom (&self->room);
  VigieBox box = self->room;
  guint shown;

  for (shown = 0; shown < changes->len; shown++)
    {
      const VigieChange *change = g_ptr_array_index (changes, shown);

      if (box.y + measure_change (self, words, change) + (shown + 1 < changes->len ? line : 0) > bottom)
        break;
      box.y += lay_out_change (self, box, day_width, change) + gap;
    }
  if (shown < changes->len)
    {
      guint rest = changes->len - shown;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

      vigie_slide_text (self, &box, VIGIE_TEXT_LABEL, FALSE, VIGIE_PAINT_TEXT_MUTED, 1, more);
    }
}
