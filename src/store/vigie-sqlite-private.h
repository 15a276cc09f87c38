// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "vigie-connection.h"
#include "vigie-statement.h"
#include "vigie-store-error.h"

G_BEGIN_DECLS

/* Shared by connection, statement and changeset, the only three that know SQLite. */

VigieStatement *vigie_statement_new (sqlite3_stmt *stmt);
sqlite3 *vigie_connection_get_database (VigieConnection *self);
gboolean vigie_sqlite_fail (sqlite3 *db, GError **error);

G_END_DECLS
