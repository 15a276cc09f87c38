// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-search-index.h"

#include "vigie-entities.h"

G_STATIC_ASSERT (VIGIE_N_ENTITIES <= VIGIE_SEARCH_STRIDE);

struct _VigieSearchIndex
{
  VigieStatement *insert;
  VigieStatement *remove;
};

/**
 * vigie_search_index_new:
 * @connection: outlives the index
 *
 * Returns: (transfer full): the index; %NULL with @error set
 */
VigieSearchIndex *
vigie_search_index_new (VigieConnection *connection, GError **error)
{
  g_autoptr (VigieSearchIndex) self = g_new0 (VigieSearchIndex, 1);

  self->insert = vigie_connection_prepare (connection, "INSERT INTO search (rowid, body) VALUES (?1, ?2)", error);
  if (self->insert == NULL)
    return NULL;
  self->remove = vigie_connection_prepare (connection, "DELETE FROM search WHERE rowid = ?1", error);
  return self->remove != NULL ? g_steal_pointer (&self) : NULL;
}

void
vigie_search_index_free (VigieSearchIndex *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->insert, vigie_statement_free);
  g_clear_pointer (&self->remove, vigie_statement_free);
  g_free (self);
}

/**
 * vigie_search_index_remove:
 * @id: of the record, which need not be in the index
 *
 * Lets a record be found no more.
 */
gboolean
vigie_search_index_remove (VigieSearchIndex *self, const VigieEntity *entity, gint64 id, GError **error)
{
  vigie_statement_bind_integer (self->remove, 1, id * VIGIE_SEARCH_STRIDE + vigie_entity_search_number (entity));
  return vigie_statement_run (self->remove, error);
}

/**
 * vigie_search_index_put:
 * @id: of the record
 * @body: what it is found by
 * @replace: whether it may be in the index already
 *
 * Lets a record be found; nothing is done where records of @entity are not searched.
 *
 * Returns: %FALSE with @error set where that failed
 */
gboolean
vigie_search_index_put (VigieSearchIndex *self, const VigieEntity *entity, gint64 id, const char *body,
                        gboolean replace, GError **error)
{
  gint64 rowid = id * VIGIE_SEARCH_STRIDE + vigie_entity_search_number (entity);

  if (!vigie_entity_is_searchable (entity))
    return TRUE;
  if (replace && !vigie_search_index_remove (self, entity, id, error))
    return FALSE;
  vigie_statement_bind_integer (self->insert, 1, rowid);
  vigie_statement_bind_text (self->insert, 2, body);
  return vigie_statement_run (self->insert, error);
}
