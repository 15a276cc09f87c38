// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-journal.h"
#include "vigie-rollups.h"

G_BEGIN_DECLS

typedef struct _VigieBulkAside VigieBulkAside;

/**
 * VigieBulkAsideResult:
 * @rollups: (nullable): to be written
 * @packed: (element-type GBytes): the rows for the journal
 * @hashed: what vigie_journal_writer_hash_ahead() made of @packed
 */
typedef struct
{
  VigieRollupsAhead *rollups;
  GPtrArray *packed;
  GChecksum *hashed;
} VigieBulkAsideResult;

gboolean vigie_bulk_aside_begin (VigieConnection *connection, const VigieBatchView *view, VigieJournalWriter *writer,
                                 VigieBulkAside **aside, GError **error);
const VigieBulkAsideResult *vigie_bulk_aside_finish (VigieBulkAside *self, GError **error);
void vigie_bulk_aside_free (VigieBulkAside *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieBulkAside, vigie_bulk_aside_free)

G_END_DECLS
