// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-table-source.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_CSV_READER (vigie_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (VigieCsvReader, vigie_csv_reader, VIGIE, CSV_READER, GObject)

/** The most bytes of one cell: twice what Excel's 32,767 characters may come to. */
#define VIGIE_CSV_CELL_MAX (256 * 1024)
/** The most bytes of one record. */
#define VIGIE_CSV_RECORD_MAX (4 * 1024 * 1024)
/** The most cells of one record: as many as Excel has columns. */
#define VIGIE_CSV_CELLS_MAX 16384

VigieCsvReader *vigie_csv_reader_new (GFile *file, char delimiter, GError **error);
VigieCsvReader *vigie_csv_reader_new_for_bytes (GBytes *bytes, const char *name, GError **error);
char vigie_csv_reader_get_delimiter (VigieCsvReader *self);

char vigie_csv_sniff_delimiter (const char *text, gsize size);

G_END_DECLS
