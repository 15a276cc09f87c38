// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure.h"

G_BEGIN_DECLS

GBytes *vigie_figure_write_csv (const VigieFigure *figure);
GBytes *vigie_figure_write_json (const VigieFigure *figure);
GBytes *vigie_figure_write_text (const VigieFigure *figure);

G_END_DECLS
