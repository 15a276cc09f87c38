// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-sheet.h"

G_BEGIN_DECLS

/**
 * VigieFlow:
 * @sheet: what is printed on
 * @room: where text flows on each page
 * @y: where the next block begins
 * @continued: (nullable): the heading of the pages after the first
 *
 * Blocks set one below the other, over as many pages as they need.
 */
typedef struct
{
  VigieSheet *sheet;
  VigieBox room;
  double y;
  char *continued;
} VigieFlow;

void vigie_flow_init (VigieFlow *self, VigieSheet *sheet);
void vigie_flow_clear (VigieFlow *self);
void vigie_flow_set_continued (VigieFlow *self, const char *title);
double vigie_flow_get_left (const VigieFlow *self);
void vigie_flow_turn_page (VigieFlow *self);
void vigie_flow_need (VigieFlow *self, double height);
void vigie_flow_skip (VigieFlow *self, double height);
void vigie_flow_text (VigieFlow *self, VigieSheetRole role, VigieLettering lettering, const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VigieFlow, vigie_flow_clear)

G_END_DECLS
