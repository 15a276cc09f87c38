// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-batch-table.h"
#include "vigie-connection.h"

G_BEGIN_DECLS

/** Whether the transaction changed anything that is yet to be added up. */
#define VIGIE_ROLLUPS_NOTED_SQL \
  "SELECT EXISTS (SELECT 1 FROM temp.rollup_completion) OR EXISTS (SELECT 1 FROM temp.rollup_job)" \
  " OR EXISTS (SELECT 1 FROM temp.rollup_module)"

gboolean vigie_rollups_watch (VigieConnection *connection, GError **error);
gboolean vigie_rollups_unwatch (VigieConnection *connection, GError **error);
gboolean vigie_rollups_add_batch (VigieConnection *connection, const VigieBatchView *view, GError **error);
gboolean vigie_rollups_remove_batch (VigieConnection *connection, const VigieBatchView *view, GError **error);

typedef struct _VigieRollupsAhead VigieRollupsAhead;

gboolean vigie_rollups_ahead_new (VigieConnection *connection, const VigieBatchView *view, VigieRollupsAhead **ahead,
                                  GError **error);
gboolean vigie_rollups_ahead_run (VigieRollupsAhead *self, GError **error);
gboolean vigie_rollups_ahead_write (VigieRollupsAhead *self, VigieConnection *connection, GError **error);
void vigie_rollups_ahead_free (VigieRollupsAhead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieRollupsAhead, vigie_rollups_ahead_free)

gboolean vigie_rollups_settle (VigieConnection *connection, GError **error);
gboolean vigie_rollups_rebuild (VigieConnection *connection, GError **error);
gboolean vigie_rollups_ensure (VigieConnection *connection, GError **error);

gboolean vigie_rollups_fail (GError **error);
gboolean vigie_rollups_compare_day (VigieConnection *connection, VigieDate day, GPtrArray *findings, GError **error);
gboolean vigie_rollups_compare (VigieConnection *connection, GPtrArray *findings, GError **error);

G_END_DECLS
