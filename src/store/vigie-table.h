// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-record.h"
#include "vigie-references.h"
#include "vigie-search-index.h"

G_BEGIN_DECLS

/**
 * VigieOutcome:
 *
 * What putting a record into the register did, or would do.
 */
typedef enum
{
  VIGIE_OUTCOME_ADDED,
  VIGIE_OUTCOME_CHANGED,
  VIGIE_OUTCOME_UNCHANGED,
  VIGIE_OUTCOME_REFUSED,
} VigieOutcome;

typedef struct _VigieTable VigieTable;

VigieTable *vigie_table_new (VigieConnection *connection, const VigieEntity *entity, GError **error);
void vigie_table_free (VigieTable *self);
void vigie_table_begin (VigieTable *self);

gboolean vigie_table_refresh (VigieTable *self, gint64 id, GError **error);
VigieReferences *vigie_table_get_references (VigieTable *self);
VigieOutcome vigie_table_put (VigieTable *self, VigieRecord *record, GError **error);
gboolean vigie_table_add (VigieTable *self, VigieRecord *record, GError **error);
VigieOutcome vigie_table_replace (VigieTable *self, VigieRecord *record, GError **error);
gboolean vigie_table_remove (VigieTable *self, VigieRecord *key, GError **error);
VigieRecord *vigie_table_find (VigieTable *self, VigieRecord *key, GError **error);
VigieRecord *vigie_table_read_row (const VigieEntity *entity, VigieStatement *statement, int first_column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieTable, vigie_table_free)

G_END_DECLS
