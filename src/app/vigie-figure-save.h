// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-figure.h"

G_BEGIN_DECLS

void vigie_figure_save_async (VigieFigure *figure, const char *format, GtkWidget *parent);

G_END_DECLS
