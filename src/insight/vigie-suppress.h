// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void vigie_suppress (const gint64 *sizes, gsize n, gint64 threshold, gboolean *hidden);

G_END_DECLS
