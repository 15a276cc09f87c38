// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "vigie-connection.h"
#include "vigie-statement-cache.h"
#include "vigie-statement.h"
#include "vigie-store-error.h"

G_BEGIN_DECLS

/* Shared by connection, statement, changeset and the table of a batch, which alone know SQLite. */

/* The name under which a database knows its connection. */
#define VIGIE_SQLITE_CLIENT "vigie"

/* How long one waits for another who writes. */
#define VIGIE_CONNECTION_BUSY_TIMEOUT_MS 5000

VigieStatement *vigie_statement_new (sqlite3_stmt *stmt, VigieStatementCache *cache);
sqlite3 *vigie_connection_get_database (VigieConnection *self);
gboolean vigie_connection_is_exhausted (const VigieConnection *self);
void vigie_connection_set_lacks_log (VigieConnection *self, gboolean lacks_log);
gboolean vigie_sqlite_has_journal (const char *path);
gboolean vigie_sqlite_take_back (sqlite3 *db, const char *path, GError **error);
int vigie_sqlite_open (const char *path, VigieOpenMode mode, gboolean on_share, sqlite3 **db);
void vigie_sqlite_set_error (GError **error, const char *path, int result, const char *message);
gboolean vigie_sqlite_fail (sqlite3 *db, GError **error);

G_END_DECLS
