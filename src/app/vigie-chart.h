// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-figure.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_CHART (vigie_chart_get_type ())
G_DECLARE_FINAL_TYPE (VigieChart, vigie_chart, VIGIE, CHART, GtkWidget)

void vigie_chart_set_figure (VigieChart *self, VigieFigure *figure);
void vigie_chart_pick_out (VigieChart *self, const char *key);
char *vigie_chart_dup_sentence (VigieChart *self);
gboolean vigie_chart_is_on_its_way (VigieChart *self);

G_END_DECLS
