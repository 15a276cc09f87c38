// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Text and rules on a sheet. */

static void
measure_layout (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

/**
 * vigie_sheet_measure:
 * @lettering: how it is set
 * @text: UTF-8
 * @width: the width that it may take, in points
 * @max_lines: the lines that it may take; 0 for any number
 *
 * Returns: the height that it takes, in points; 0 without text
 */
double
vigie_sheet_measure (VigieSheet *self, VigieLettering lettering, const char *text, double width, int max_lines)
{
  VigieSetting setting = { .lettering = lettering, .text = text, .width = width, .max_lines = max_lines };
  double height = 0;

  if (text == NULL || *text == '\0')
    return 0;
  measure_layout (vigie_typesetter_set (self->typesetter, &setting), NULL, &height);
  return height;
}

/**
 * vigie_sheet_measure_width:
 *
 * Returns: the width that @text takes on one line, in points
 */
double
vigie_sheet_measure_width (VigieSheet *self, VigieLettering lettering, const char *text)
{
  VigieSetting setting = { .lettering = lettering, .text = text, .width = -1 };
  double width = 0;

  measure_layout (vigie_typesetter_set (self->typesetter, &setting), &width, NULL);
  return width;
}

/**
 * vigie_sheet_measure_word:
 *
 * Returns: the width of the longest word of @text, in points
 */
double
vigie_sheet_measure_word (VigieSheet *self, VigieLettering lettering, const char *text)
{
  return vigie_typesetter_measure_word (self->typesetter, lettering, text);
}

/* One line has no width of its own to stand in; several have. */
static void
show_layout (VigieSheet *self, PangoLayout *layout, const VigieBox *box, VigieAlign align)
{
  VigieBox at = vigie_sheet_place (self, box);
  double width = 0;

  if (vigie_sheet_is_trial (self))
    return;
  if (pango_layout_get_width (layout) < 0 && align != VIGIE_ALIGN_START)
    {
      measure_layout (layout, &width, NULL);
      at.x += (at.width - width) / (align == VIGIE_ALIGN_CENTER ? 2 : 1);
    }
  cairo_move_to (self->cr, at.x, at.y);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

/**
 * vigie_sheet_print_painted:
 * @lettering: how it is set
 * @paint: what it is printed in
 * @text: (nullable): UTF-8
 * @box: its place and width; its height does not count
 * @max_lines: the lines that it may take before it ends in "…"; 0 for any number
 * @align: how its lines stand in @box, for one who reads from left to right
 *
 * Returns: the height that it takes, in points
 */
double
vigie_sheet_print_painted (VigieSheet *self, VigieLettering lettering, VigiePaint paint, const char *text,
                           const VigieBox *box, int max_lines, VigieAlign align)
{
  VigieSetting setting = { lettering, text, 0, box->width, max_lines, align };
  PangoLayout *layout;
  double height = 0;

  if (text == NULL || *text == '\0')
    return 0;
  if (self->mirrored && align != VIGIE_ALIGN_CENTER)
    setting.align = align == VIGIE_ALIGN_START ? VIGIE_ALIGN_END : VIGIE_ALIGN_START;
  layout = vigie_typesetter_set (self->typesetter, &setting);
  measure_layout (layout, NULL, &height);
  vigie_sheet_set_paint (self, paint);
  show_layout (self, layout, box, setting.align);
  return height;
}

/**
 * vigie_sheet_print:
 *
 * Prints a text in the paint of its lettering; see vigie_sheet_print_painted().
 *
 * Returns: the height that it takes, in points
 */
double
vigie_sheet_print (VigieSheet *self, VigieLettering lettering, const char *text, const VigieBox *box, int max_lines,
                   VigieAlign align)
{
  return vigie_sheet_print_painted (self, lettering, vigie_lettering_get_paint (lettering), text, box, max_lines,
                                    align);
}

/**
 * vigie_sheet_place_led:
 * @lettering: how it is set
 * @lead: (nullable): the words that it begins with, which stand out
 * @text: the words after them
 * @box: its place and width; its height does not count
 * @print: whether it is printed, or only measured
 *
 * Returns: the height that a paragraph takes, in points
 */
double
vigie_sheet_place_led (VigieSheet *self, VigieLettering lettering, const char *lead, const char *text,
                       const VigieBox *box, gboolean print)
{
  /* Translators: a paragraph that begins with what it is about, which stands out; %2$s is a sentence */
  g_autofree char *whole = lead != NULL ? g_strdup_printf (C_ ("report", "%1$s. %2$s"), lead, text) : g_strdup (text);
  VigieSetting setting = { .lettering = lettering, .text = whole, .width = box->width };
  PangoLayout *layout;
  double height = 0;

  if (lead != NULL && g_str_has_prefix (whole, lead))
    setting.n_strong = (guint) strlen (lead) + 1;
  setting.align = self->mirrored ? VIGIE_ALIGN_END : VIGIE_ALIGN_START;
  layout = vigie_typesetter_set (self->typesetter, &setting);
  measure_layout (layout, NULL, &height);
  if (!print)
    return height;
  vigie_sheet_set_paint (self, vigie_lettering_get_paint (lettering));
  show_layout (self, layout, box, setting.align);
  return height;
}

/**
 * vigie_sheet_print_as:
 * @role: what the text is
 *
 * Prints a text as an element of its own.
 *
 * Returns: the height that it takes, in points
 */
double
vigie_sheet_print_as (VigieSheet *self, VigieSheetRole role, VigieLettering lettering, const char *text,
                      const VigieBox *box, int max_lines)
{
  double height;

  if (text == NULL || *text == '\0')
    return 0;
  vigie_sheet_begin (self, role);
  height = vigie_sheet_print (self, lettering, text, box, max_lines, VIGIE_ALIGN_START);
  vigie_sheet_end (self, role);
  return height;
}

/**
 * vigie_sheet_rule:
 * @x1: where it begins
 * @x2: where it ends
 * @y: its middle
 * @width: its thickness, in points
 *
 * Draws a level line. It is filled, not stroked, because Cairo then leaves nothing behind in its state.
 */
void
vigie_sheet_rule (VigieSheet *self, double x1, double x2, double y, double width, VigiePaint paint)
{
  VigieBox box = vigie_sheet_place (self, &(VigieBox) { x1, y - width / 2, x2 - x1, width });

  if (vigie_sheet_is_trial (self))
    return;
  vigie_sheet_set_paint (self, paint);
  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  cairo_fill (self->cr);
}
