// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-flow.h"

#include <glib/gi18n-lib.h>

/**
 * vigie_flow_init:
 * @sheet: (transfer none): with a page to begin on
 *
 * Begins at the top of the page that @sheet is at, over its whole width.
 */
void
vigie_flow_init (VigieFlow *self, VigieSheet *sheet)
{
  VigieBox room = vigie_sheet_get_room (sheet);

  *self = (VigieFlow) { .sheet = sheet, .room = room, .y = room.y };
}

void
vigie_flow_clear (VigieFlow *self)
{
  g_clear_pointer (&self->continued, g_free);
}

/**
 * vigie_flow_set_continued:
 * @title: (nullable): what is continued; it heads the pages to come
 */
void
vigie_flow_set_continued (VigieFlow *self, const char *title)
{
  g_free (self->continued);
  /* Translators: %s is the title of a table or a section that goes on from the page before. */
  self->continued = title != NULL ? g_strdup_printf (C_ ("report", "%s (continued)"), title) : NULL;
}

/**
 * vigie_flow_get_left:
 *
 * Returns: the height that is left on this page, in points
 */
double
vigie_flow_get_left (const VigieFlow *self)
{
  return vigie_box_bottom (&self->room) - self->y;
}

/**
 * vigie_flow_turn_page:
 *
 * Goes on at the top of a new page. Its heading says again what the text already said, so it is no element of it.
 */
void
vigie_flow_turn_page (VigieFlow *self)
{
  vigie_sheet_add_page (self->sheet, TRUE);
  self->y = self->room.y;
  if (self->continued != NULL)
    {
      self->y +=
        vigie_sheet_print (self->sheet, VIGIE_LETTERING_KICKER, self->continued, &self->room, 1, VIGIE_ALIGN_START);
      self->y += 8;
    }
}

/**
 * vigie_flow_need:
 * @height: points
 *
 * Turns the page unless @height is left on it.
 */
void
vigie_flow_need (VigieFlow *self, double height)
{
  if (vigie_flow_get_left (self) < height)
    vigie_flow_turn_page (self);
}

void
vigie_flow_skip (VigieFlow *self, double height)
{
  self->y += height;
}

/**
 * vigie_flow_text:
 * @role: what the text is
 * @lettering: how it is set
 * @text: (nullable): UTF-8
 *
 * Sets a text over the width of the room; it stays on one page, unless it is longer than one.
 */
void
vigie_flow_text (VigieFlow *self, VigieSheetRole role, VigieLettering lettering, const char *text)
{
  VigieBox box = { self->room.x, 0, self->room.width, 0 };
  double height;

  if (text == NULL || *text == '\0')
    return;
  height = vigie_sheet_measure (self->sheet, lettering, text, self->room.width, 0);
  vigie_flow_need (self, MIN (height, self->room.height - 30));
  box.y = self->y;
  self->y += vigie_sheet_print_as (self->sheet, role, lettering, text, &box, 0);
}
