// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-record.h"

G_BEGIN_DECLS

/**
 * VigieReferences:
 *
 * What the reference fields of an entity's records name: codes outside, ids inside.
 */
typedef struct _VigieReferences VigieReferences;

VigieReferences *vigie_references_new (VigieConnection *connection, const VigieEntity *entity, GError **error);
void vigie_references_free (VigieReferences *self);

gboolean vigie_references_resolve (VigieReferences *self, VigieRecord *record, GError **error);
gboolean vigie_references_find_code (VigieReferences *self, guint field, const char *code, gint64 *id, GError **error);
gboolean vigie_references_look_up (VigieReferences *self, VigieRecord *record, gboolean *known, GError **error);
gint64 vigie_references_get_id (VigieReferences *self, guint field);
void vigie_references_forget (VigieReferences *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieReferences, vigie_references_free)

G_END_DECLS
