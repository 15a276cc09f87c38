// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-figure.h"
#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_SINCE_POPOVER (vigie_since_popover_get_type ())
G_DECLARE_FINAL_TYPE (VigieSincePopover, vigie_since_popover, VIGIE, SINCE_POPOVER, GtkPopover)

GtkWidget *vigie_since_popover_new (VigieSession *session, VigieFigure *figure, gboolean compared);
void vigie_since_popover_show (VigieSincePopover *self, VigieFigure *compared);

G_END_DECLS
