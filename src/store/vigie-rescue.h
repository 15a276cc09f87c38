// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

/**
 * VigieRescuedTable:
 * @table: its name; the nick of the entity where it holds records
 * @saved: rows that are in the new register
 * @refused: rows that could be read and hold what no register holds
 * @lost: rows that are known to have been there and could not be read
 * @uncertain: whether more may be lost than is known
 * @keys: (element-type utf8): the keys of lost rows as people know them, the first %VIGIE_RESCUE_KEYS_MAX
 *
 * What became of a table of a damaged register.
 */
typedef struct
{
  char *table;
  gint64 saved;
  gint64 refused;
  gint64 lost;
  gboolean uncertain;
  GPtrArray *keys;
} VigieRescuedTable;

#define VIGIE_RESCUE_KEYS_MAX 1000

void vigie_rescued_table_free (VigieRescuedTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieRescuedTable, vigie_rescued_table_free)

GPtrArray *vigie_rescue (const char *path, const char *out, VigieCopyProgress progress, gpointer data,
                         GCancellable *cancellable, GError **error);

G_END_DECLS
