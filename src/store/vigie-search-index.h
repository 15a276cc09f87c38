// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-entity.h"

G_BEGIN_DECLS

/** The search index tells its rows apart by id * this + the number of the entity. */
#define VIGIE_SEARCH_STRIDE 64

/**
 * VigieSearchIndex:
 *
 * The index of every searchable text of a register.
 */
typedef struct _VigieSearchIndex VigieSearchIndex;

VigieSearchIndex *vigie_search_index_new (VigieConnection *connection, GError **error);
void vigie_search_index_free (VigieSearchIndex *self);

gboolean vigie_search_index_put (VigieSearchIndex *self, const VigieEntity *entity, gint64 id, const char *body,
                                 gboolean replace, GError **error);
gboolean vigie_search_index_remove (VigieSearchIndex *self, const VigieEntity *entity, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieSearchIndex, vigie_search_index_free)

G_END_DECLS
