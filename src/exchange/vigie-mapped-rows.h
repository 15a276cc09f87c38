// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-batch-reader.h"
#include "vigie-mapping.h"
#include "vigie-row-source.h"
#include "vigie-table-source.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_MAPPED_ROWS (vigie_mapped_rows_get_type ())
G_DECLARE_FINAL_TYPE (VigieMappedRows, vigie_mapped_rows, VIGIE, MAPPED_ROWS, GObject)

VigieMappedRows *vigie_mapped_rows_new (VigieTableSource *table, VigieMapping *mapping, GError **error);

gboolean vigie_mapped_rows_read_again (VigieMappedRows *self, GArray *numbers, GError **error);
VigieBatchReader *vigie_mapped_rows_open_batches (VigieMappedRows *self);

G_END_DECLS
