// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*VigieNameChosen) (GtkWidget *parent, const char *organisation);

void vigie_new_dialog_present (GtkWidget *parent, VigieNameChosen chosen);

G_END_DECLS
