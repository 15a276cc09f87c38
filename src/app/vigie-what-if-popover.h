// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_WHAT_IF_POPOVER (vigie_what_if_popover_get_type ())
G_DECLARE_FINAL_TYPE (VigieWhatIfPopover, vigie_what_if_popover, VIGIE, WHAT_IF_POPOVER, GtkPopover)

GtkWidget *vigie_what_if_popover_new (VigieSession *session);

G_END_DECLS
