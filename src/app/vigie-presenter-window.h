// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-deck.h"
#include "vigie-palette.h"
#include "vigie-quick-entry.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_PRESENTER_WINDOW (vigie_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (VigiePresenterWindow, vigie_presenter_window, VIGIE, PRESENTER_WINDOW, GtkWindow)

VigiePresenterWindow *vigie_presenter_window_new (GtkWindow *wall);
void vigie_presenter_window_show (VigiePresenterWindow *self, VigieDeck *deck, guint slide,
                                  const VigiePalette *palette);
VigieQuickEntry *vigie_presenter_window_get_entry (VigiePresenterWindow *self);

G_END_DECLS
