// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-query.h"
#include "vigie-store.h"

G_BEGIN_DECLS

void vigie_export_dialog_present_list (GtkWidget *parent, VigieStore *store, const VigieQuery *query,
                                       const int *columns);
void vigie_export_dialog_present_whole (GtkWidget *parent, VigieStore *store, VigieDate as_of, const char *name);

G_END_DECLS
