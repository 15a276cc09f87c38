// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-board-pack.h"
#include "vigie-figure.h"
#include "vigie-flow.h"
#include "vigie-overview.h"

G_BEGIN_DECLS

#define VIGIE_PLACE_SUMMARY "summary"
#define VIGIE_PLACE_CHANGES "changes"
#define VIGIE_PLACE_AGENDA "agenda"
#define VIGIE_PLACE_TABLES "tables"
#define VIGIE_PLACE_SYSTEMS "systems"
#define VIGIE_PLACE_ANNEX "annex"

/**
 * VigiePack:
 * @sheet: what is printed on
 * @overview: the numbers
 * @figures: (element-type VigieFigure): the questions, in the order of the registry
 * @apart: (element-type VigieFigure): those of them whose table has no room on their page
 * @changes: (element-type VigieChange): what has happened since the last committee
 * @sections: (nullable): which are printed; %NULL is all
 * @compared: whether figures say what they were, and what has happened since
 * @logo: (nullable): the organisation's
 * @organisation: (transfer none): whose it is, or else the scope
 * @title: of the document
 * @as_of: the day it is as of, in words
 *
 * What every section of a board pack is printed from.
 */
typedef struct
{
  VigieSheet *sheet;
  VigieOverview *overview;
  GPtrArray *figures;
  GPtrArray *apart;
  GPtrArray *changes;
  const char *const *sections;
  gboolean compared;
  GBytes *logo;
  const char *organisation;
  char *title;
  char *as_of;
} VigiePack;

void vigie_pack_print_cover (VigiePack *self);
void vigie_pack_print_summary (VigiePack *self);
void vigie_pack_print_changes (VigiePack *self);
void vigie_pack_print_agenda (VigiePack *self);
void vigie_pack_print_figure (VigiePack *self, VigieFigure *figure);
void vigie_pack_print_tables (VigiePack *self);
void vigie_pack_print_systems (VigiePack *self);
void vigie_pack_print_annex (VigiePack *self);

gboolean vigie_pack_has (const VigiePack *self, const char *section);
void vigie_pack_say_more (VigieFlow *flow, guint shown, guint n);
gboolean vigie_pack_has_changes (const VigiePack *self);
gboolean vigie_pack_has_tables (const VigiePack *self);
gboolean vigie_pack_has_systems (const VigiePack *self);
char *vigie_pack_dup_changes_title (const VigieOverview *overview);
char *vigie_pack_dup_changes_lead (const VigieOverview *overview);

char *vigie_pack_dup_place (VigieFigure *figure);
void vigie_pack_begin_section (VigiePack *self, VigieFlow *flow, const char *place, const char *title);
void vigie_pack_end_section (VigiePack *self);

void vigie_pack_draw_mark (VigieSheet *sheet, double x, double y, double size);

const char *vigie_pack_get_urgency (VigieJudgement judgement);
const char *vigie_pack_get_symbol (VigieJudgement judgement);
const char *vigie_pack_get_change_mark (VigieJudgement judgement);
VigiePaint vigie_pack_get_paint (VigieJudgement judgement);
char *vigie_pack_dup_change (VigieJudgement judgement, const char *change);

G_END_DECLS
