// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vigie_menu_names_tell (GtkWidget *menu);
void vigie_menu_names_follow (GtkMenuButton *button);

G_END_DECLS
