// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-store.h"

G_BEGIN_DECLS

void vigie_proposals_attach (GtkWidget *entry, VigieStore *store, const VigieEntity *entity, guint field);

G_END_DECLS
