// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the journal of a register says.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-journal.h"
#include "vigie-store-private.h"

static gpointer
log_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return vigie_journal_list (vigie_register_get_connection (reg), data, error);
}

/**
 * vigie_store_log:
 *
 * Returns: (transfer full) (element-type VigieJournalEntry): entries of the journal that @query wants, the newest
 *   first; %NULL with @error set
 */
GPtrArray *
vigie_store_log (VigieStore *self, const VigieJournalQuery *query, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VIGIE_IS_STORE (self) && query != NULL, NULL);

  return vigie_store_run (self, log_job, (gpointer) query, cancellable, error);
}

static gpointer
peek_undo_job (VigieRegister *reg, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return vigie_journal_find_undo (vigie_register_get_connection (reg), error);
}

static gpointer
peek_redo_job (VigieRegister *reg, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return vigie_journal_find_redo (vigie_register_get_connection (reg), error);
}

/**
 * vigie_store_peek_undo:
 *
 * Returns: (transfer full) (nullable): what an undo would take back; %NULL where there is nothing
 */
VigieJournalEntry *
vigie_store_peek_undo (VigieStore *self, GError **error)
{
  return vigie_store_run (self, peek_undo_job, NULL, NULL, error);
}

/**
 * vigie_store_peek_redo:
 *
 * Returns: (transfer full) (nullable): what a redo would make again; %NULL where there is nothing
 */
VigieJournalEntry *
vigie_store_peek_redo (VigieStore *self, GError **error)
{
  return vigie_store_run (self, peek_redo_job, NULL, NULL, error);
}
