// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-backup.h"
#include "vigie-batch.h"
#include "vigie-bulk-left.h"
#include "vigie-check.h"
#include "vigie-connection.h"
#include "vigie-journal-entry.h"
#include "vigie-query.h"
#include "vigie-record.h"
#include "vigie-store-error.h"
#include "vigie-table.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_STORE (vigie_store_get_type ())
G_DECLARE_FINAL_TYPE (VigieStore, vigie_store, VIGIE, STORE, GObject)

VigieStore *vigie_store_open (const char *path, VigieOpenMode mode, GCancellable *cancellable, GError **error);
void vigie_store_open_async (const char *path, VigieOpenMode mode, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
VigieStore *vigie_store_open_finish (GAsyncResult *result, GError **error);

const char *vigie_store_get_path (VigieStore *self);
gboolean vigie_store_is_read_only (VigieStore *self);
char *vigie_store_take_notice (VigieStore *self);

/**
 * VigieNow:
 *
 * Returns: (transfer full): the time in UTC as `2026-03-01T09:30:00Z`
 */
typedef char *(*VigieNow) (void);

void vigie_store_set_hand (VigieStore *self, const char *author, VigieNow now);

/**
 * VigieRecordSource:
 *
 * Called in the thread of the store for each record to put.
 *
 * Returns: (transfer full) (nullable): the next record; %NULL at the end, or with @error set where
 *   the source failed, which takes everything back
 */
typedef VigieRecord *(*VigieRecordSource) (gpointer data, GError **error);

/**
 * VigiePutObserver:
 * @reason: (nullable): why @record was refused
 *
 * Called in the thread of the store after each record.
 */
typedef void (*VigiePutObserver) (VigieRecord *record, VigieOutcome outcome, const GError *reason, gpointer data);

/**
 * VigieBatches:
 * @next: gives the next batch; %NULL where it failed, with @error set, which takes everything back
 * @put: is told how many of its rows had each #VigieOutcome, and which are left: (element-type VigieBulkLeft); those are
 *   to come out of the source of records once the last batch is put
 *
 * Records that come by the million, before those of the source of records. @next is called in the thread of the store or
 * in one that the store waits for, @put in that of the store.
 */
typedef struct
{
  VigieBatch *(*next) (gpointer data, GError **error);
  gboolean (*put) (const gint64 *counts, GArray *left, gboolean last, gpointer data, GError **error);
} VigieBatches;

/**
 * VigiePutFlags:
 * @VIGIE_PUT_DRY_RUN: finds out what would happen and writes nothing
 * @VIGIE_PUT_KEEP_GOING: goes on after a refused record, to find all that are; still nothing is
 *   written where one was refused
 * @VIGIE_PUT_FOUNDING: the register is filled for the first time, which is no change to it and cannot be undone
 * @VIGIE_PUT_IMPORT: the records are read from the file that vigie_store_name_source() said
 */
typedef enum
{
  VIGIE_PUT_DEFAULT = 0,
  VIGIE_PUT_DRY_RUN = 1 << 0,
  VIGIE_PUT_KEEP_GOING = 1 << 1,
  VIGIE_PUT_FOUNDING = 1 << 2,
  VIGIE_PUT_IMPORT = 1 << 3,
} VigiePutFlags;

/**
 * VigiePutReport:
 * @counts: how many records had each #VigieOutcome
 * @written: whether the register was changed
 */
typedef struct
{
  gint64 counts[VIGIE_OUTCOME_REFUSED + 1];
  gboolean written;
} VigiePutReport;

gboolean vigie_store_keeps_entry (const VigieEntity *entity);
void vigie_store_set_day (VigieStore *self, VigieDate day);
VigieDate vigie_store_get_day (VigieStore *self);
void vigie_store_look_elsewhere (VigieStore *self);

gboolean vigie_store_put (VigieStore *self, VigieRecordSource source, VigiePutObserver observer, gpointer data,
                          VigiePutFlags flags, VigiePutReport *report, GCancellable *cancellable, GError **error);
void vigie_store_put_async (VigieStore *self, VigieRecordSource source, VigiePutObserver observer, gpointer data,
                            GDestroyNotify destroy, VigiePutFlags flags, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean vigie_store_put_batches (VigieStore *self, const VigieBatches *batches, VigieRecordSource source,
                                  VigiePutObserver observer, gpointer data, VigiePutFlags flags, VigiePutReport *report,
                                  GCancellable *cancellable, GError **error);
void vigie_store_put_batches_async (VigieStore *self, const VigieBatches *batches, VigieRecordSource source,
                                    VigiePutObserver observer, gpointer data, GDestroyNotify destroy,
                                    VigiePutFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean vigie_store_put_finish (VigieStore *self, GAsyncResult *result, VigiePutReport *report, GError **error);

void vigie_store_name_source (VigieStore *self, const char *file);
gboolean vigie_store_found (VigieStore *self, GPtrArray *records, GError **error);
gboolean vigie_store_put_records (VigieStore *self, GPtrArray *records, VigiePutReport *report, GError **error);

/**
 * VigieRecordEdit:
 * @VIGIE_RECORD_ADD: adds a record that must be new
 * @VIGIE_RECORD_REPLACE: makes a record what it is said to be, blanks and all
 * @VIGIE_RECORD_DELETE: deletes a record that no other names
 */
typedef enum
{
  VIGIE_RECORD_ADD,
  VIGIE_RECORD_REPLACE,
  VIGIE_RECORD_DELETE,
} VigieRecordEdit;

gboolean vigie_store_edit_record (VigieStore *self, VigieRecord *record, VigieRecordEdit kind, GError **error);
void vigie_store_edit_record_async (VigieStore *self, VigieRecord *record, VigieRecordEdit kind,
                                    GAsyncReadyCallback callback, gpointer user_data);
void vigie_store_change_record_async (VigieStore *self, VigieRecord *base, VigieRecord *record,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean vigie_store_edit_record_finish (VigieStore *self, GAsyncResult *result, GError **error);

GPtrArray *vigie_store_list (VigieStore *self, const VigieQuery *query, gint64 *total, GCancellable *cancellable,
                             GError **error);
void vigie_store_list_async (VigieStore *self, const VigieQuery *query, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_store_list_finish (VigieStore *self, GAsyncResult *result, gint64 *total, GError **error);

gboolean vigie_store_copy (VigieStore *self, const char *path, VigieCopyProgress progress, gpointer data,
                           GCancellable *cancellable, GError **error);
void vigie_store_copy_async (VigieStore *self, const char *path, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean vigie_store_copy_finish (VigieStore *self, GAsyncResult *result, GError **error);

VigieBackup *vigie_store_back_up (VigieStore *self, VigieCopyProgress progress, gpointer data,
                                  GCancellable *cancellable, GError **error);
void vigie_store_back_up_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
VigieBackup *vigie_store_back_up_finish (VigieStore *self, GAsyncResult *result, GError **error);

VigieRecord *vigie_store_find (VigieStore *self, VigieRecord *key, GCancellable *cancellable, GError **error);
void vigie_store_find_async (VigieStore *self, VigieRecord *key, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
VigieRecord *vigie_store_find_finish (VigieStore *self, GAsyncResult *result, GError **error);
char *vigie_store_get_setting (VigieStore *self, const char *name, GCancellable *cancellable, GError **error);

VigieJournalEntry *vigie_store_undo (VigieStore *self, gint64 seq, GCancellable *cancellable, GError **error);
void vigie_store_undo_async (VigieStore *self, gint64 seq, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
VigieJournalEntry *vigie_store_undo_finish (VigieStore *self, GAsyncResult *result, GError **error);
VigieJournalEntry *vigie_store_redo (VigieStore *self, GCancellable *cancellable, GError **error);
void vigie_store_redo_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
VigieJournalEntry *vigie_store_redo_finish (VigieStore *self, GAsyncResult *result, GError **error);
VigieJournalEntry *vigie_store_peek_undo (VigieStore *self, GError **error);
VigieJournalEntry *vigie_store_peek_redo (VigieStore *self, GError **error);
void vigie_store_peek_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean vigie_store_peek_finish (VigieStore *self, GAsyncResult *result, VigieJournalEntry **undo,
                                  VigieJournalEntry **redo, GError **error);
GPtrArray *vigie_store_log (VigieStore *self, const VigieJournalQuery *query, GCancellable *cancellable,
                            GError **error);
void vigie_store_log_async (VigieStore *self, const VigieJournalQuery *query, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_store_log_finish (VigieStore *self, GAsyncResult *result, GError **error);
void vigie_store_list_authors_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
GStrv vigie_store_list_authors_finish (VigieStore *self, GAsyncResult *result, GError **error);

GPtrArray *vigie_store_check (VigieStore *self, GCancellable *cancellable, GError **error);
void vigie_store_check_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *vigie_store_check_finish (VigieStore *self, GAsyncResult *result, GError **error);
gboolean vigie_store_repair (VigieStore *self, GCancellable *cancellable, GError **error);

G_END_DECLS
