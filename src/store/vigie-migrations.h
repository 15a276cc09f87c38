// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

#define VIGIE_SCHEMA_VERSION 10

gboolean vigie_migrations_advance (VigieConnection *connection, gint64 from, gint64 to, GError **error);
gboolean vigie_migrations_create (VigieConnection *connection, GError **error);
gboolean vigie_migrations_identify (VigieConnection *connection, const char *path, gint64 *version, GError **error);
gboolean vigie_migrations_run (VigieConnection *connection, const char *path, GError **error);

G_END_DECLS
