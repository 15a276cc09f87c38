// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VIGIE_TYPE_CSV_WRITER (vigie_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (VigieCsvWriter, vigie_csv_writer, VIGIE, CSV_WRITER, GObject)

VigieCsvWriter *vigie_csv_writer_new (GFile *file, GError **error);
void vigie_csv_writer_set_delimiter (VigieCsvWriter *self, char delimiter);
void vigie_csv_writer_add (VigieCsvWriter *self, const char *const *cells, guint n_cells);
gboolean vigie_csv_writer_finish (VigieCsvWriter *self, GError **error);

char *vigie_csv_dup_guarded (const char *text);
const char *vigie_csv_unguard (const char *text);
char *vigie_csv_dup_cell (const char *cell);

G_END_DECLS
