// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-figure.h"
#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_FIGURE_CARD (vigie_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (VigieFigureCard, vigie_figure_card, VIGIE, FIGURE_CARD, AdwBin)

GtkWidget *vigie_figure_card_new (VigieSession *session, VigieFigure *figure);
void vigie_figure_card_set_figure (VigieFigureCard *self, VigieFigure *figure);

G_END_DECLS
