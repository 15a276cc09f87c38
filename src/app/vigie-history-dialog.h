// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_HISTORY_DIALOG (vigie_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieHistoryDialog, vigie_history_dialog, VIGIE, HISTORY_DIALOG, AdwDialog)

void vigie_history_dialog_present (GtkWidget *parent, VigieStore *store, const char *code);

G_END_DECLS
