// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-holdings.h"

G_BEGIN_DECLS

/* Everything that the register holds; and what is of the module bound as ?1. */
extern const VigieHoldingSource vigie_rollup_source_all;
extern const VigieHoldingSource vigie_rollup_source_module;

/**
 * VigieRollupCell:
 *
 * A group: a unit, a profession and a module, or %VIGIE_HOLDING_POST.
 */
typedef struct
{
  gint64 unit;
  gint64 profession;
  gint64 module;
} VigieRollupCell;

/** Makes the table of the connection for what vigie_rollup_cells_set_beside() keeps from the register. */
#define VIGIE_ROLLUPS_BESIDE_SQL \
  "CREATE TEMP TABLE rollup_beside (org_unit_id INTEGER NOT NULL, profession_id INTEGER NOT NULL," \
  " module_id INTEGER NOT NULL, series BLOB NOT NULL, PRIMARY KEY (org_unit_id, profession_id, module_id))" \
  " STRICT, WITHOUT ROWID"

int vigie_rollup_cell_compare (gconstpointer a, gconstpointer b);

/**
 * VigieRollupCells:
 *
 * Changes to the series of groups, kept in memory up to a bound, then written.
 */
typedef struct _VigieRollupCells VigieRollupCells;

VigieRollupCells *vigie_rollup_cells_new (void);
void vigie_rollup_cells_free (VigieRollupCells *self);

gboolean vigie_rollup_cells_add (VigieRollupCells *self, VigieConnection *connection, const VigieHoldingSource *source,
                                 int sign, GError **error);
gboolean vigie_rollup_cells_add_more (VigieRollupCells *self, VigieConnection *connection,
                                      const VigieHoldingSource *source, const VigieHoldingMore *more, int sign,
                                      GError **error);
gboolean vigie_rollup_cells_add_ahead (VigieRollupCells *self, VigieHoldings *holdings, const VigieHoldingMore *more,
                                       GError **error);
gboolean vigie_rollup_cells_employ_ahead (VigieRollupCells *self, VigieHoldings *holdings,
                                          const VigieHoldingMoreJobs *more, GError **error);
gboolean vigie_rollup_cells_write (VigieRollupCells *self, VigieConnection *connection, GError **error);
GArray *vigie_rollup_cells_steal (VigieRollupCells *self, const VigieRollupCell *cell);
GArray *vigie_rollup_cells_list (VigieRollupCells *self);
void vigie_rollup_cells_set_unbounded (VigieRollupCells *self);
gboolean vigie_rollup_cells_add_stored (VigieRollupCells *self, VigieConnection *connection, gboolean *fits,
                                        GError **error);
void vigie_rollup_cells_pack (VigieRollupCells *self);
void vigie_rollup_cells_set_beside (VigieRollupCells *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieRollupCells, vigie_rollup_cells_free)

G_END_DECLS
