// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure-private.h"
#include "vigie-figure-rows.h"

G_BEGIN_DECLS

/* What the keys of the figures' marks lead to; for the descriptors of the figures. */

void vigie_figure_list_stage (const VigieFigure *self, const char *key, GPtrArray *rows);
void vigie_figure_list_place (const VigieFigure *self, const char *key, GPtrArray *rows);
void vigie_figure_list_deployments (const VigieFigure *self, const char *key, GPtrArray *rows);
void vigie_figure_list_costs (const VigieFigure *self, const char *key, GPtrArray *rows);
void vigie_figure_list_barriers (const VigieFigure *self, const char *key, GPtrArray *rows);
void vigie_figure_list_modules (const VigieFigure *self, const char *key, GPtrArray *rows);
void vigie_figure_list_month_modules (const VigieFigure *self, const char *key, GPtrArray *rows);
void vigie_figure_list_actions (const VigieFigure *self, const char *key, GPtrArray *rows);
void vigie_figure_list_incidents (const VigieFigure *self, const char *key, GPtrArray *rows);

G_END_DECLS
