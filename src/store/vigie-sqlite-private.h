// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "vigie-statement.h"
#include "vigie-store-error.h"

G_BEGIN_DECLS

/* Shared by connection and statement, the only two that know SQLite. */

VigieStatement *vigie_statement_new (sqlite3_stmt *stmt);
gboolean vigie_sqlite_fail (sqlite3 *db, GError **error);

G_END_DECLS
