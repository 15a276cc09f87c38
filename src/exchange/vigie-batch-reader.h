// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-batch.h"
#include "vigie-mapping.h"
#include "vigie-table-source.h"

G_BEGIN_DECLS

/** 30 MB of the largest kind. */
#define VIGIE_BATCH_MOST_ROWS 1048576

/**
 * VigieBatchReader:
 *
 * The rows of a table as batches of numbers.
 */
typedef struct _VigieBatchReader VigieBatchReader;

/**
 * VigieBatchProgress:
 * @n_rows: how many rows were read
 */
typedef void (*VigieBatchProgress) (gint64 n_rows, gpointer data);

VigieBatchReader *vigie_batch_reader_new (VigieTableSource *table, VigieMapping *mapping);
void vigie_batch_reader_free (VigieBatchReader *self);
void vigie_batch_reader_set_progress (VigieBatchReader *self, VigieBatchProgress progress, gpointer data);

VigieBatch *vigie_batch_reader_next (VigieBatchReader *self, guint n_rows, GArray *others, GCancellable *cancellable,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieBatchReader, vigie_batch_reader_free)

G_END_DECLS
