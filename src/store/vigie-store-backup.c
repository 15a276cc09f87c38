// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Backups of an open register: when a person asks, and by themselves before an import and the first change of a day.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-backup.h"
#include "vigie-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  VigieStore *store;
  VigieCopyProgress progress;
  gpointer data;
} Asking;

static gpointer
back_up_job (VigieRegister *reg, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asking *asking = data;
  const char *path = vigie_store_get_path (asking->store);
  VigieConnection *connection = vigie_register_get_connection (reg);
  VigieBackup *backup = NULL;

  backup = vigie_backup_make (connection, path, VIGIE_BACKUP_ASKED, asking->progress, asking->data, cancellable, error);
  if (backup != NULL)
    vigie_backup_tidy (connection, path);
  return backup;
}

/**
 * vigie_store_back_up:
 * @progress: (nullable) (scope call): is told how far it is, in the thread of the store
 *
 * Makes a backup of the register as it is now and removes the oldest: see vigie_backup_make().
 *
 * Returns: (transfer full): the backup; %NULL with @error set
 */
VigieBackup *
vigie_store_back_up (VigieStore *self, VigieCopyProgress progress, gpointer data, GCancellable *cancellable,
                     GError **error)
{
  Asking asking = { self, progress, data };

  g_return_val_if_fail (VIGIE_IS_STORE (self), NULL);

  return vigie_store_run (self, VIGIE_WORK_IN_TURN, back_up_job, &asking, cancellable, error);
}

/**
 * vigie_store_back_up_async:
 *
 * As vigie_store_back_up(), without waiting.
 */
void
vigie_store_back_up_async (VigieStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->store = self;
  g_task_set_source_tag (task, vigie_store_back_up_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, back_up_job, asking, g_free, (GDestroyNotify) vigie_backup_free,
                        task);
}

VigieBackup *
vigie_store_back_up_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A full disk must not stand between a person and one change; that the register is damaged must. */
static gboolean
may_go_on (VigieStore *self, VigieBackupReason reason, GError *failure, GError **error)
{
  if (reason == VIGIE_BACKUP_DAY && failure->domain != G_IO_ERROR &&
      !g_error_matches (failure, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED))
    {
      g_autofree char *notice = NULL;

      /* Translators: %s is why */
      notice = g_strdup_printf (_ ("today’s backup could not be made: %s"), failure->message);
      vigie_store_tell (self, notice);
      g_error_free (failure);
      return TRUE;
    }
  g_propagate_prefixed_error (
    error, failure, "%s ", _ ("The backup that comes before this change could not be made, so nothing was changed."));
  return FALSE;
}

/**
 * vigie_store_back_up_before:
 * @stamp: what is known of the change that is to come
 *
 * Makes the backup that is due before a change. To be called in the thread of the store, within no transaction.
 *
 * Returns: %FALSE with @error where the change must not be made
 */
gboolean
vigie_store_back_up_before (VigieStore *self, VigieRegister *reg, const VigieJournalEntry *stamp,
                            GCancellable *cancellable, GError **error)
{
  VigieBackupReason reason = stamp->kind == VIGIE_JOURNAL_IMPORT ? VIGIE_BACKUP_IMPORT : VIGIE_BACKUP_DAY;
  g_autofree char *day = stamp->entered_at != NULL ? g_strndup (stamp->entered_at, 10) : NULL;
  GError *local = NULL;

  return vigie_backup_before (vigie_register_get_connection (reg), vigie_store_get_path (self), reason, day,
                              cancellable, &local) ||
         may_go_on (self, reason, local, error);
}
