// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure.h"

G_BEGIN_DECLS

/**
 * VigieFrozen:
 * @title: of what was shown
 * @sentence: what it said
 * @definition: (nullable): how it was counted
 * @scope: what it was about
 * @as_of: the day that its numbers are of
 * @columns: (array zero-terminated=1): the heads of its table
 * @rows: (element-type GStrv): its rows
 * @omitted: how many rows more there were
 *
 * What a meeting saw of a point of its agenda, as it was.
 */
typedef struct
{
  char *title;
  char *sentence;
  char *definition;
  char *scope;
  VigieDate as_of;
  GStrv columns;
  GPtrArray *rows;
  guint omitted;
} VigieFrozen;

char *vigie_frozen_dup_figure (const VigieFigure *figure);
char *vigie_frozen_dup_matter (VigieOverview *overview, const VigieAgendaItem *item);
VigieFrozen *vigie_frozen_parse (const char *json, GError **error);
void vigie_frozen_free (VigieFrozen *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieFrozen, vigie_frozen_free)

G_END_DECLS
