// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-store.h"

G_BEGIN_DECLS

void vigie_record_dialog_present (GtkWidget *parent, VigieStore *store, const VigieEntity *entity, const char *code);
void vigie_record_dialog_present_at (GtkWidget *parent, VigieStore *store, const VigieEntity *entity, const char *code,
                                     int field);

G_END_DECLS
