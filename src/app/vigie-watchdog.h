// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vigie_watchdog_start (const char *path);
void vigie_watchdog_end (void);
void vigie_watchdog_note_snapshot (GtkWidget *window);

G_END_DECLS
