// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-row-source.h"
#include "vigie-store.h"
#include "vigie-table-source.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_IMPORT (vigie_import_get_type ())
G_DECLARE_FINAL_TYPE (VigieImport, vigie_import, VIGIE, IMPORT, GObject)

/**
 * VigieImportReport:
 * @rows: how many rows had each #VigieOutcome. A row is refused where it or any of its records was;
 *   added where the record that it is was added; changed where any of its records was added or changed;
 *   else unchanged
 * @written: whether the register was changed
 * @faults: (element-type VigieFault): the first faults, at most %VIGIE_IMPORT_FAULTS_KEPT
 * @n_faults: how many there were
 *
 * What an import did, or would do.
 */
typedef struct
{
  gint64 rows[VIGIE_OUTCOME_REFUSED + 1];
  gboolean written;
  GPtrArray *faults;
  gint64 n_faults;
} VigieImportReport;

#define VIGIE_IMPORT_FAULTS_KEPT 100

/**
 * VigieImportProgress:
 * @fraction: how much of the file was read, 0 to 1; NaN where that is not known
 * @rows: how many rows were read
 *
 * Called now and then while an import runs: in the main context of the caller of
 * vigie_import_run_async(), and in the thread of the store for vigie_import_run().
 */
typedef void (*VigieImportProgress) (double fraction, gint64 rows, gpointer data);

VigieImport *vigie_import_open (const char *kind, GFile *file, GFile *mapping, GError **error);
VigieImport *vigie_import_open_table (const char *kind, VigieTableSource *table, GFile *mapping, GError **error);
VigieImport *vigie_import_new (VigieRowSource *rows);
void vigie_import_set_rejects (VigieImport *self, GFile *rejects);
void vigie_import_set_progress (VigieImport *self, VigieImportProgress progress, gpointer data, GDestroyNotify destroy);

gboolean vigie_import_run (VigieImport *self, VigieStore *store, gboolean dry_run, GCancellable *cancellable,
                           GError **error);
void vigie_import_run_async (VigieImport *self, VigieStore *store, gboolean dry_run, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean vigie_import_run_finish (VigieImport *self, GAsyncResult *result, GError **error);

void vigie_import_set_batch_size (VigieImport *self, guint n_rows);
const VigieImportReport *vigie_import_get_report (VigieImport *self);
VigieRowSource *vigie_import_get_rows (VigieImport *self);

G_END_DECLS
