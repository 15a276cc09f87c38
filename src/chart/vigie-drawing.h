// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void vigie_drawing_run_in_thread (GTask *task, GTaskThreadFunc func);
void vigie_drawing_wait (void);

G_END_DECLS
