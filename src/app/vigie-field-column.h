// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-entity.h"

G_BEGIN_DECLS

GtkColumnViewColumn *vigie_field_column_new (const VigieEntity *entity, guint field, gboolean names_row);
int vigie_field_column_get_field (GtkColumnViewColumn *column);
guint vigie_field_column_find_position (GtkWidget *view, GtkWidget *at);

G_END_DECLS
