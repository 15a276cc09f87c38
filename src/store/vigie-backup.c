// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Making backups of a register while it is in use. A backup is one finished file that is opened as any register. It is
 * as old as its file: no clock is asked. It is looked at before it is kept, so that a damaged register is noticed and
 * never pushes out the backups of the time when it was whole.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-backup-private.h"

#include "vigie-place.h"
#include "vigie-wholeness.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Those who may read the register may read its backup, and nobody else. */
static gboolean
take_mode (const char *from, const char *to)
{
  GStatBuf status;

  return g_stat (from, &status) != 0 || g_chmod (to, (int) (status.st_mode & 0666)) == 0 || errno == EPERM ||
         errno == ENOTSUP;
}

static VigieBackup *
name_finished (const char *folder, const char *path, const char *unfinished, VigieBackupReason reason, GError **error)
{
  g_autoptr (VigieBackup) backup = g_new0 (VigieBackup, 1);
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *name = NULL;
  GStatBuf status;

  if (g_stat (unfinished, &status) != 0)
    {
      g_set_error_literal (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED, g_strerror (errno));
      return NULL;
    }
  time = g_date_time_new_from_unix_utc (status.st_mtime);
  backup->made_at = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  backup->size = status.st_size;
  backup->reason = reason;
  backup->number = vigie_backup_next_number (path, backup->made_at);
  name = vigie_backup_dup_name (time, reason, backup->number);
  backup->path = g_build_filename (folder, name, NULL);
  return vigie_place_file (unfinished, backup->path, error) ? g_steal_pointer (&backup) : NULL;
}

static gboolean
is_whole (const char *copy, const char *path, GError **error)
{
  g_autoptr (VigieConnection) connection = vigie_connection_open (copy, VIGIE_OPEN_READ, error);

  return connection != NULL && vigie_wholeness_check (connection, path, error);
}

static char *
dup_unfinished_in (const char *folder, GError **error)
{
  g_autofree char *stem = g_build_filename (folder, "backup", NULL);

  return vigie_place_dup_unfinished (stem, error);
}

/**
 * vigie_backup_make:
 * @connection: to the register
 * @path: the register
 * @progress: (nullable) (scope call): is told how far it is
 *
 * Makes a backup of the register as it is now, among those of @path.
 *
 * Returns: (transfer full): the backup; %NULL with @error set, %VIGIE_STORE_ERROR_DAMAGED where the register turns out to
 *   be, and then nothing is left behind
 */
VigieBackup *
vigie_backup_make (VigieConnection *connection, const char *path, VigieBackupReason reason, VigieCopyProgress progress,
                   gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = vigie_backup_dup_folder (path, error);
  g_autofree char *unfinished = folder != NULL ? dup_unfinished_in (folder, error) : NULL;
  VigieBackup *backup = NULL;

  if (unfinished == NULL)
    return NULL;
  if (vigie_connection_copy_to (connection, unfinished, progress, data, cancellable, error) &&
      is_whole (unfinished, path, error) && take_mode (path, unfinished))
    backup = name_finished (folder, path, unfinished, reason, error);
  if (backup == NULL)
    vigie_place_discard (unfinished);
  return backup;
}

static gboolean
copy_bytes (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

/**
 * vigie_backup_keep_bytes:
 * @path: a file that cannot be read as a register
 *
 * Keeps its bytes as they are, with those of its log, among the backups of @path.
 *
 * Returns: (transfer full): what was kept; %NULL with @error set
 */
VigieBackup *
vigie_backup_keep_bytes (const char *path, GError **error)
{
  g_autofree char *folder = vigie_backup_dup_folder (path, error);
  g_autofree char *unfinished = folder != NULL ? dup_unfinished_in (folder, error) : NULL;
  g_autoptr (VigieBackup) backup = NULL;

  if (unfinished == NULL)
    return NULL;
  if (copy_bytes (path, unfinished, error))
    backup = name_finished (folder, path, unfinished, VIGIE_BACKUP_DAMAGED, error);
  if (backup == NULL)
    {
      vigie_place_discard (unfinished);
      return NULL;
    }
  for (gsize i = 0; i < 2; i++)
    {
      const char *suffix = i == 0 ? "-wal" : "-journal";
      g_autofree char *from = g_strconcat (path, suffix, NULL);
      g_autofree char *to = g_strconcat (backup->path, suffix, NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !copy_bytes (from, to, error))
        return NULL;
    }
  return g_steal_pointer (&backup);
}

/* What tells one state of a register from another: every change is in the journal. */
#define STATE "SELECT (SELECT user_version FROM pragma_user_version) || ' ' || entries || ' ' || hash FROM journal_head"

static char *
dup_state (VigieConnection *connection)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, STATE, NULL);

  return statement != NULL && vigie_statement_step (statement, NULL)
           ? g_strdup (vigie_statement_get_text (statement, 0))
           : NULL;
}

/**
 * vigie_backup_is_current:
 *
 * Returns: whether nothing was changed in the register since @backup
 */
gboolean
vigie_backup_is_current (VigieConnection *connection, const VigieBackup *backup)
{
  g_autoptr (VigieConnection) copy = NULL;
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;

  if (backup->reason == VIGIE_BACKUP_DAMAGED)
    return FALSE;
  copy = vigie_connection_open (backup->path, VIGIE_OPEN_READ, NULL);
  now = copy != NULL ? dup_state (connection) : NULL;
  then = now != NULL ? dup_state (copy) : NULL;
  return then != NULL && g_str_equal (now, then);
}

static guint
read_kept (VigieConnection *connection)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (
    connection, "SELECT value FROM setting WHERE code = '" VIGIE_BACKUPS_KEPT_SETTING "'", NULL);
  guint64 kept;

  if (statement == NULL || !vigie_statement_step (statement, NULL) || vigie_statement_is_null (statement, 0) ||
      !g_ascii_string_to_unsigned (vigie_statement_get_text (statement, 0), 10, 0, 1000, &kept, NULL))
    return VIGIE_BACKUPS_KEPT;
  return (guint) kept;
}

/**
 * vigie_backup_tidy:
 *
 * Removes the oldest backups, as the setting of the register says.
 */
void
vigie_backup_tidy (VigieConnection *connection, const char *path)
{
  guint kept = read_kept (connection);

  if (kept > 0)
    vigie_backup_prune (path, kept);
}

/* The clock of a server may be ahead of that of the workstation. */
static gboolean
is_since (const VigieBackup *backup, const char *day)
{
  return strcmp (backup->made_at, day) >= 0;
}

/**
 * vigie_backup_before:
 * @connection: to the register, which may be written to
 * @day: (nullable): the day in UTC, as `2026-03-01`. With %VIGIE_BACKUP_DAY, no second backup is made on it; nor any
 *   where it is not known
 *
 * Makes the backup that is due before a change, unless the newest one holds the same already or the setting of the
 * register says that none be made, and removes the oldest.
 *
 * Returns: %FALSE with @error where it could not be made
 */
gboolean
vigie_backup_before (VigieConnection *connection, const char *path, VigieBackupReason reason, const char *day,
                     GCancellable *cancellable, GError **error)
{
  guint kept = reason == VIGIE_BACKUP_DAY && day == NULL ? 0 : read_kept (connection);
  g_autoptr (GPtrArray) backups = kept > 0 ? vigie_backup_list (path) : NULL;
  const VigieBackup *newest = backups != NULL && backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  g_autoptr (VigieBackup) backup = NULL;

  if (kept == 0 || (reason == VIGIE_BACKUP_DAY && newest != NULL && is_since (newest, day)))
    return TRUE;
  if (newest != NULL && vigie_backup_is_current (connection, newest))
    return TRUE;
  backup = vigie_backup_make (connection, path, reason, NULL, NULL, cancellable, error);
  if (backup != NULL)
    vigie_backup_prune (path, kept);
  return backup != NULL;
}
