// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VigieWatchdogNote:
 * @block: how long the main loop was kept from answering, in microseconds
 * @own: how long of the processor that took, without painting
 */
typedef void (*VigieWatchdogNote) (gint64 block, gint64 own, gpointer data);

void vigie_watchdog_start (const char *path);
void vigie_watchdog_listen (VigieWatchdogNote note, gpointer data);
void vigie_watchdog_end (void);
void vigie_watchdog_note_snapshot (GtkWidget *window);

G_END_DECLS
