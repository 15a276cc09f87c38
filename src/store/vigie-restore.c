// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Bringing a backup back. It is looked at, copied beside the register and moved into its place in one step; the
 * register as it stands is first kept among the backups, byte by byte where it is damaged. Nobody may have it open
 * meanwhile: what they would write would be lost.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-backup-private.h"

#include "vigie-migrations.h"
#include "vigie-place.h"
#include "vigie-schema.h"
#include "vigie-wholeness.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  const char *path;
  VigieConnection *current; /* NULL where there is none that can be read */
  VigieBackup *before;
  VigieCopyProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Restore;

static gboolean
refuse_same (const char *path, const char *backup, GError **error)
{
  g_autofree char *one = vigie_backup_dup_real (path);
  g_autofree char *other = vigie_backup_dup_real (backup);

  if (!g_str_equal (one, other))
    return TRUE;
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS, _ ("“%s” is the register itself, and no backup."),
               backup);
  return FALSE;
}

/* A backup that is damaged, or none, would make things worse. */
static VigieConnection *
open_backup (const char *backup, GError **error)
{
  g_autoptr (VigieConnection) connection = vigie_connection_open (backup, VIGIE_OPEN_READ, error);
  gint64 version;

  if (connection == NULL || !vigie_migrations_identify (connection, backup, &version, error) ||
      !vigie_schema_refuse_foreign (connection, backup, version, error))
    return NULL;
  if (vigie_wholeness_check (connection, backup, NULL))
    return g_steal_pointer (&connection);
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
               _ ("The backup “%s” is damaged, so the register was left as it is. Choose another backup."), backup);
  return NULL;
}

static gboolean
refuse_open (const char *path, GError **error)
{
  g_clear_error (error);
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY,
               _ ("“%s” is open elsewhere. Close it there first: what is entered there would be lost."), path);
  return FALSE;
}

/* Takes the register for oneself, up to when the connection is closed. It fails where another program has it open, and
 * where the file is damaged so badly that there is nothing to take. */
static gboolean
take_current (Restore *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->current = vigie_connection_open (self->path, VIGIE_OPEN_EDIT, &local);
  if (self->current != NULL && vigie_migrations_identify (self->current, self->path, NULL, &local) &&
      vigie_connection_take_alone (self->current, &local))
    return TRUE;
  g_clear_pointer (&self->current, vigie_connection_free);
  if (g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_BUSY))
    return refuse_open (self->path, error);
  if (g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED) ||
      g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_A_REGISTER) ||
      g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NEWER))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
keep_current (Restore *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->current != NULL)
    {
      self->before =
        vigie_backup_make (self->current, self->path, VIGIE_BACKUP_RESTORE, NULL, NULL, self->cancellable, &local);
      if (self->before != NULL)
        return TRUE;
      if (!g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  self->before = vigie_backup_keep_bytes (self->path, error);
  return self->before != NULL;
}

/* The log of the file that goes would be taken for one of the file that comes. */
static void
remove_logs (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *log = g_strconcat (path, suffixes[i], NULL);

      g_unlink (log);
    }
}

static gboolean
put_in_place (Restore *self, VigieConnection *backup, const char *unfinished, GError **error)
{
  GStatBuf status;
  gboolean existed = g_stat (self->path, &status) == 0;

  if (!vigie_connection_copy_to (backup, unfinished, self->progress, self->data, self->cancellable, error))
    return FALSE;
  if (existed && (!take_current (self, error) || !keep_current (self, error)))
    return FALSE;
  if (existed)
    g_chmod (unfinished, (int) (status.st_mode & 0777));
  remove_logs (self->path);
  return vigie_place_file (unfinished, self->path, error);
}

/**
 * vigie_backup_restore:
 * @path: a register, which need not exist any more, nor be whole
 * @backup: a file
 * @before: (out) (optional) (transfer full) (nullable): what was kept of the register as it stood
 * @progress: (nullable) (scope call): is told how far it is
 *
 * Lets what @backup holds be the register again.
 *
 * Returns: %FALSE with @error set: %VIGIE_STORE_ERROR_DAMAGED where the backup is, %VIGIE_STORE_ERROR_BUSY where the
 *   register is open elsewhere; the register is then as it was
 */
gboolean
vigie_backup_restore (const char *path, const char *backup, VigieBackup **before, VigieCopyProgress progress,
                      gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *real = vigie_backup_dup_real (path);
  Restore self = { .path = real, .progress = progress, .data = data, .cancellable = cancellable };
  g_autoptr (VigieConnection) source = NULL;
  g_autofree char *unfinished = NULL;
  gboolean done;

  if (!refuse_same (path, backup, error))
    return FALSE;
  source = open_backup (backup, error);
  unfinished = source != NULL ? vigie_place_dup_unfinished (real, error) : NULL;
  if (unfinished == NULL)
    return FALSE;
  done = put_in_place (&self, source, unfinished, error);
  if (!done)
    vigie_place_discard (unfinished);
  g_clear_pointer (&self.current, vigie_connection_free);
  if (before != NULL)
    *before = g_steal_pointer (&self.before);
  g_clear_pointer (&self.before, vigie_backup_free);
  return done;
}
