// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-exchange-error.h"
#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieExportFormat:
 * @VIGIE_EXPORT_JSON: the register's own form, which `import --kind all` takes back
 * @VIGIE_EXPORT_CSV: RFC 4180, fields by their names and values as the register has them
 * @VIGIE_EXPORT_CSV_EXCEL: as a French Excel has it: semicolons, decimal comma, days as 23/11/2026, words
 * @VIGIE_EXPORT_XLSX: a workbook, whose cells are numbers, days and money
 */
typedef enum
{
  VIGIE_EXPORT_JSON,
  VIGIE_EXPORT_CSV,
  VIGIE_EXPORT_CSV_EXCEL,
  VIGIE_EXPORT_XLSX,
} VigieExportFormat;

/**
 * VigieExportProgress:
 * @fraction: how much was written: 0 to 1
 * @rows: how many records
 *
 * Called now and then: in the main context of the caller of vigie_export_run_async(), and in the thread of the store for
 * vigie_export_run().
 */
typedef void (*VigieExportProgress) (double fraction, gint64 rows, gpointer data);

#define VIGIE_TYPE_EXPORT (vigie_export_get_type ())
G_DECLARE_FINAL_TYPE (VigieExport, vigie_export, VIGIE, EXPORT, GObject)

VigieExport *vigie_export_new (VigieExportFormat format, VigieDate as_of);
VigieExport *vigie_export_new_whole (VigieExportFormat format, VigieDate as_of);
void vigie_export_add (VigieExport *self, const VigieQuery *query);
void vigie_export_set_columns (VigieExport *self, const int *columns);
void vigie_export_set_progress (VigieExport *self, VigieExportProgress progress, gpointer data, GDestroyNotify destroy);

gboolean vigie_export_run (VigieExport *self, VigieStore *store, GFile *file, GCancellable *cancellable,
                           GError **error);
void vigie_export_run_async (VigieExport *self, VigieStore *store, GFile *file, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean vigie_export_run_finish (VigieExport *self, GAsyncResult *result, GError **error);

const char *vigie_export_format_get_extension (VigieExportFormat format);

char *vigie_json_schema_write (void);

G_END_DECLS
