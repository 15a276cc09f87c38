// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-row-list.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_FILTER_POPOVER (vigie_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (VigieFilterPopover, vigie_filter_popover, VIGIE, FILTER_POPOVER, GtkPopover)

gboolean vigie_filter_popover_can_choose (const VigieField *field);
GtkWidget *vigie_filter_popover_new (VigieStore *store, VigieRowList *rows);

G_END_DECLS
