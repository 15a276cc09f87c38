// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-batch.h"
#include "vigie-connection.h"

G_BEGIN_DECLS

/** The table that vigie_batch_table_show() makes: columns v0, v1 … in the order of fields, id, and place. */
#define VIGIE_BATCH_TABLE "vigie_batch"

/**
 * VigieBatchView:
 * @batch: whose values are ids where a field is a reference
 * @order: (array length=n) (nullable): which of its rows, in this order; %NULL for all, from the first
 * @first_id: what the column `id` begins with; it counts up
 *
 * Rows of a batch as a table that can be selected from, for the connection that made it.
 */
typedef struct
{
  const VigieBatch *batch;
  const guint32 *order;
  guint n;
  gint64 first_id;
} VigieBatchView;

gboolean vigie_batch_table_show (VigieConnection *connection, const VigieBatchView *view, GError **error);
gboolean vigie_batch_table_trust (VigieConnection *connection, gboolean trust, GError **error);

G_END_DECLS
