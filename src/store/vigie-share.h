// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vigie_share_is_network_type (guint64 type);
gboolean vigie_share_is_lent (const char *path);
gboolean vigie_share_is_network (const char *path);
gboolean vigie_share_locks_reach_others (const char *path);

G_END_DECLS
