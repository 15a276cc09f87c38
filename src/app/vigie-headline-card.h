// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-overview.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_HEADLINE_CARD (vigie_headline_card_get_type ())
G_DECLARE_FINAL_TYPE (VigieHeadlineCard, vigie_headline_card, VIGIE, HEADLINE_CARD, GtkFlowBoxChild)

GtkWidget *vigie_headline_card_new (const VigieHeadline *headline);
void vigie_headline_card_show (VigieHeadlineCard *self, const VigieHeadline *headline);

void vigie_headline_card_add_definition (VigieHeadlineCard *self);

G_END_DECLS
