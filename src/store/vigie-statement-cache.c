// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieStatementCache: an edit is some fifty statements, the same each time, and to have SQLite read and plan them took as
 * long as all else. The last ones used are kept, each once. SQLite plans anew by itself what a change of the schema has
 * made stale, also where a view of the connection comes to stand before a table.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-statement-cache.h"

#include "vigie-batch-table.h"
#include "vigie-sqlite-private.h"

#include <string.h>

#define MOST_KEPT 128
#define LONGEST_KEPT 8192

struct _VigieStatementCache
{
  int n_references;
  gboolean closed;
  GHashTable *by_text; /* what SQLite keeps of a statement's text → its link in the queue */
  GQueue idle;         /* of sqlite3_stmt, the one used last at the end */
};

VigieStatementCache *
vigie_statement_cache_new (void)
{
  VigieStatementCache *self = g_new0 (VigieStatementCache, 1);

  self->n_references = 1;
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

VigieStatementCache *
vigie_statement_cache_ref (VigieStatementCache *self)
{
  self->n_references++;
  return self;
}

void
vigie_statement_cache_unref (VigieStatementCache *self)
{
  if (--self->n_references > 0)
    return;
  vigie_statement_cache_close (self);
  g_hash_table_unref (self->by_text);
  g_free (self);
}

static sqlite3_stmt *
take_link (VigieStatementCache *self, GList *link)
{
  sqlite3_stmt *stmt = link->data;

  g_hash_table_remove (self->by_text, sqlite3_sql (stmt));
  g_queue_delete_link (&self->idle, link);
  return stmt;
}

/**
 * vigie_statement_cache_close:
 *
 * Lets go of all, and keeps none that is given thereafter.
 */
void
vigie_statement_cache_close (VigieStatementCache *self)
{
  self->closed = TRUE;
  while (self->idle.head != NULL)
    sqlite3_finalize (take_link (self, self->idle.head));
}

/**
 * vigie_statement_cache_take:
 *
 * Returns: (transfer full) (nullable): a statement of that text, which has nothing bound
 */
sqlite3_stmt *
vigie_statement_cache_take (VigieStatementCache *self, const char *sql)
{
  GList *link = g_hash_table_lookup (self->by_text, sql);

  return link != NULL ? take_link (self, link) : NULL;
}

/* A pragma may do its work while it is planned, and the table of a batch is another each time. */
static gboolean
may_keep (const char *sql)
{
  static const char *const verbs[] = { "SELECT ", "WITH ", "INSERT ", "UPDATE ", "DELETE ", "BEGIN", "COMMIT" };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_has_prefix (sql, verbs[i]))
      return strlen (sql) < LONGEST_KEPT && strstr (sql, VIGIE_BATCH_TABLE) == NULL;
  return FALSE;
}

/**
 * vigie_statement_cache_give:
 * @stmt: (transfer full): of the connection
 */
void
vigie_statement_cache_give (VigieStatementCache *self, sqlite3_stmt *stmt)
{
  const char *sql = sqlite3_sql (stmt);

  if (self->closed || sql == NULL || g_hash_table_contains (self->by_text, sql) || !may_keep (sql))
    {
      sqlite3_finalize (stmt);
      return;
    }
  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
  g_queue_push_tail (&self->idle, stmt);
  g_hash_table_insert (self->by_text, (gpointer) sql, self->idle.tail);
  if (self->idle.length > MOST_KEPT)
    sqlite3_finalize (take_link (self, self->idle.head));
}
