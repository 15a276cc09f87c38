// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Reading any number of records, one at a time, as the register is at one moment, whatever is written meanwhile.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-store-read.h"

#include "vigie-query-sql.h"
#include "vigie-store-private.h"

typedef struct
{
  const VigieQuery *queries;
  guint n_queries;
  const VigieRecordSink *sink;
  gpointer data;
} Reading;

static gboolean
read_query (VigieConnection *connection, const Reading *reading, const VigieQuery *query, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (VigieStatement) statement = NULL;
  GError *local = NULL;
  gint64 total;

  if (!vigie_query_count (query, connection, &total, error) ||
      !reading->sink->begin (query, total, reading->data, error))
    return FALSE;
  statement = vigie_query_prepare_page (query, connection, error);
  if (statement == NULL)
    return FALSE;
  while (!g_cancellable_set_error_if_cancelled (cancellable, &local) && vigie_statement_step (statement, &local))
    {
      g_autoptr (VigieRecord) record = vigie_query_read_record (query, statement);

      if (!reading->sink->take (record, reading->data, error))
        return FALSE;
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gpointer
read_job (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *reading = data;
  VigieConnection *connection = vigie_register_get_connection (reg);
  gboolean done = TRUE;

  if (!vigie_connection_execute (connection, "BEGIN DEFERRED", error))
    return NULL;
  for (guint i = 0; done && i < reading->n_queries; i++)
    done = read_query (connection, reading, &reading->queries[i], cancellable, error);
  vigie_connection_rollback (connection);
  return done ? reg : NULL;
}

/**
 * vigie_store_read:
 * @queries: (array length=n_queries): which records, query by query
 * @sink: (scope call): where they go
 *
 * Reads records and waits for it. The memory that it takes does not grow with their number. It may be called from any
 * thread but that of the store.
 *
 * Returns: %FALSE with @error set where it was stopped
 */
gboolean
vigie_store_read (VigieStore *self, const VigieQuery *queries, guint n_queries, const VigieRecordSink *sink,
                  gpointer data, GCancellable *cancellable, GError **error)
{
  Reading reading = { queries, n_queries, sink, data };

  g_return_val_if_fail (VIGIE_IS_STORE (self) && sink != NULL, FALSE);

  return vigie_store_run (self, VIGIE_WORK_IN_TURN, read_job, &reading, cancellable, error) != NULL;
}
