// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

gboolean vigie_wholeness_is_damage (const char *line);
gboolean vigie_wholeness_is_quick (VigieConnection *connection);
gboolean vigie_wholeness_check (VigieConnection *connection, const char *path, GError **error);

G_END_DECLS
