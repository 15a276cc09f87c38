// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct sqlite3_stmt sqlite3_stmt;

/**
 * VigieStatementCache:
 *
 * Statements of a connection that are not in use, to be used again.
 */
typedef struct _VigieStatementCache VigieStatementCache;

VigieStatementCache *vigie_statement_cache_new (void);
VigieStatementCache *vigie_statement_cache_ref (VigieStatementCache *self);
void vigie_statement_cache_unref (VigieStatementCache *self);
void vigie_statement_cache_close (VigieStatementCache *self);

sqlite3_stmt *vigie_statement_cache_take (VigieStatementCache *self, const char *sql);
void vigie_statement_cache_give (VigieStatementCache *self, sqlite3_stmt *stmt);

G_END_DECLS
