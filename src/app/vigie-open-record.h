// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-store.h"

G_BEGIN_DECLS

void vigie_open_record (GtkWidget *from, VigieStore *store, const VigieEntity *entity, const char *code);
void vigie_open_key (GtkWidget *from, VigieStore *store, VigieRecord *key);

G_END_DECLS
