// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void vigie_watchdog_start (const char *path);
void vigie_watchdog_end (void);

G_END_DECLS
