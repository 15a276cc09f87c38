// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-figure.h"

G_BEGIN_DECLS

GtkWidget *vigie_figure_table_new (VigieFigure *figure);

G_END_DECLS
