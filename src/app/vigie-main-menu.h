// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vigie_main_menu_attach (GtkMenuButton *button);

G_END_DECLS
