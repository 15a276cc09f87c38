// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keyboard alone: where Tab goes in a window, and whether one sees it. */

void vigie_keyboard_walk (GtkWidget *window, const char *where);
void vigie_keyboard_look (GtkWidget *window, const char *where);

G_END_DECLS
