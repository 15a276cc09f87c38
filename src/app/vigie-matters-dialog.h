// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-overview.h"
#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_MATTERS_DIALOG (vigie_matters_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieMattersDialog, vigie_matters_dialog, VIGIE, MATTERS_DIALOG, AdwDialog)

void vigie_matters_dialog_present_agenda (GtkWidget *parent, VigieStore *store, const VigieAgendaItem *item);
void vigie_matters_dialog_present_controls (GtkWidget *parent, VigieStore *store, VigieDate as_of);
void vigie_matters_dialog_present_rows (GtkWidget *parent, VigieStore *store, const char *title, const char *subject,
                                        GPtrArray *rows);

G_END_DECLS
