// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The backups of a register: files beside it in `NAME.backups/`, or in the person's data folder where nothing can be
 * made beside it. The name of each tells when it was made and why: 2026-03-01T09-30-00Z-import.vigie; where there are
 * several of one second, the later ones have a number behind.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-backup-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SUFFIX ".vigie"
/* As 2026-03-01T09-30-00Z */
#define TIME_LENGTH 20
#define HASH_LENGTH 8

static const struct
{
  const char *nick;
  const char *label;
} reasons[] = {
  /* Translators: why a backup was made */
  [VIGIE_BACKUP_ASKED] = { "asked", N_ ("asked for") },
  /* Translators: why a backup was made */
  [VIGIE_BACKUP_DAY] = { "day", N_ ("before the first change of the day") },
  /* Translators: why a backup was made */
  [VIGIE_BACKUP_IMPORT] = { "import", N_ ("before an import") },
  /* Translators: why a backup was made */
  [VIGIE_BACKUP_MIGRATION] = { "migration", N_ ("before a new format") },
  /* Translators: why a backup was made */
  [VIGIE_BACKUP_RESTORE] = { "restore", N_ ("before a backup was brought back") },
  /* Translators: why a backup was made */
  [VIGIE_BACKUP_DAMAGED] = { "damaged", N_ ("damaged, as it was found") },
};

/**
 * vigie_backup_reason_label:
 *
 * Returns: (transfer none): why a backup was made, for people
 */
const char *
vigie_backup_reason_label (VigieBackupReason reason)
{
  return gettext (reasons[reason].label);
}

void
vigie_backup_free (VigieBackup *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self->made_at);
  g_free (self);
}

/**
 * vigie_backup_dup_real:
 *
 * Returns: (transfer full): the file that @path leads to, links followed
 */
char *
vigie_backup_dup_real (const char *path)
{
  char *real = realpath (path, NULL);
  char *absolute;

  if (real == NULL)
    return g_canonicalize_filename (path, NULL);
  absolute = g_strdup (real);
  free (real);
  return absolute;
}

static char *
dup_beside (const char *real)
{
  return g_strconcat (real, ".backups", NULL);
}

/* Registers of one name in several folders have each their own. */
static char *
dup_in_data_folder (const char *real)
{
  g_autofree char *name = g_path_get_basename (real);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real, -1);
  g_autofree char *folder = NULL;

  hash[HASH_LENGTH] = '\0';
  folder = g_strconcat (name, "-", hash, NULL);
  return g_build_filename (g_get_user_data_dir (), "vigie", "backups", folder, NULL);
}

static gboolean
can_write_in (const char *folder)
{
  return g_access (folder, W_OK | X_OK) == 0;
}

/* Those who may read the register may read its backups, and nobody else. */
static int
folder_mode (const char *real)
{
  GStatBuf status;
  guint mode = g_stat (real, &status) == 0 ? status.st_mode & 0777 : 0700;

  return (int) (mode | ((mode & 0444) >> 2));
}

/**
 * vigie_backup_dup_folder:
 * @path: a register
 *
 * Returns: (transfer full): the folder in which its backups are made, made now where there is none; %NULL with @error
 */
char *
vigie_backup_dup_folder (const char *path, GError **error)
{
  g_autofree char *real = vigie_backup_dup_real (path);
  g_autofree char *parent = g_path_get_dirname (real);
  g_autofree char *beside = dup_beside (real);
  g_autofree char *folder = NULL;

  if (g_file_test (beside, G_FILE_TEST_IS_DIR) ? can_write_in (beside) : can_write_in (parent))
    folder = g_steal_pointer (&beside);
  else
    folder = dup_in_data_folder (real);
  if (g_mkdir_with_parents (folder, folder_mode (real)) == 0)
    return g_steal_pointer (&folder);
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED,
               /* Translators: %1$s is a folder, %2$s why it could not be made */
               _ ("The folder “%1$s”, for backups, could not be made: %2$s"), folder, g_strerror (errno));
  return NULL;
}

static gboolean
parse_reason (const char *text, VigieBackup *backup)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      const char *rest = g_str_has_prefix (text, reasons[i].nick) ? text + strlen (reasons[i].nick) : NULL;
      char *end;

      if (rest == NULL)
        continue;
      backup->reason = (VigieBackupReason) i;
      backup->number = *rest == '-' ? (guint) g_ascii_strtoull (rest + 1, &end, 10) : 1;
      return g_str_equal (*rest == '-' ? end : rest, SUFFIX);
    }
  return FALSE;
}

/* A file that is none of ours, or not finished, is no backup. */
static VigieBackup *
read_name (const char *folder, const char *name)
{
  g_autoptr (VigieBackup) backup = g_new0 (VigieBackup, 1);
  g_autoptr (GDateTime) time = NULL;
  GStatBuf status;

  if (strlen (name) <= TIME_LENGTH || name[TIME_LENGTH] != '-' || !parse_reason (name + TIME_LENGTH + 1, backup))
    return NULL;
  backup->made_at = g_strndup (name, TIME_LENGTH);
  for (char *c = strchr (backup->made_at, 'T'); c != NULL && *c != '\0'; c++)
    if (*c == '-')
      *c = ':';
  time = g_date_time_new_from_iso8601 (backup->made_at, NULL);
  backup->path = g_build_filename (folder, name, NULL);
  if (time == NULL || g_stat (backup->path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size == 0)
    return NULL;
  backup->size = status.st_size;
  return g_steal_pointer (&backup);
}

/**
 * vigie_backup_dup_name:
 * @time: in UTC
 * @number: 1 for the first of that second
 *
 * Returns: (transfer full): the name of a backup
 */
char *
vigie_backup_dup_name (GDateTime *time, VigieBackupReason reason, guint number)
{
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H-%M-%SZ");

  return number == 1 ? g_strdup_printf ("%s-%s" SUFFIX, stamp, reasons[reason].nick)
                     : g_strdup_printf ("%s-%s-%u" SUFFIX, stamp, reasons[reason].nick, number);
}

static void
read_folder (const char *folder, GPtrArray *backups)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      VigieBackup *backup = read_name (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const VigieBackup *one = *(const VigieBackup *const *) a;
  const VigieBackup *other = *(const VigieBackup *const *) b;
  int by_time = strcmp (other->made_at, one->made_at);

  if (by_time != 0)
    return by_time;
  return other->number != one->number ? (other->number > one->number ? 1 : -1) : strcmp (one->path, other->path);
}

/**
 * vigie_backup_list:
 * @path: a register, which need not exist any more
 *
 * Returns: (transfer full) (element-type VigieBackup): its backups, the newest first
 */
GPtrArray *
vigie_backup_list (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_backup_free);
  g_autofree char *real = vigie_backup_dup_real (path);
  g_autofree char *beside = dup_beside (real);
  g_autofree char *elsewhere = dup_in_data_folder (real);

  read_folder (beside, backups);
  read_folder (elsewhere, backups);
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/**
 * vigie_backup_next_number:
 *
 * Returns: the number of the next backup of @path of that second
 */
guint
vigie_backup_next_number (const char *path, const char *made_at)
{
  g_autoptr (GPtrArray) backups = vigie_backup_list (path);
  guint last = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const VigieBackup *backup = g_ptr_array_index (backups, i);

      if (g_str_equal (backup->made_at, made_at))
        last = MAX (last, backup->number);
    }
  return last + 1;
}

/**
 * vigie_backup_find:
 * @name: of one of the backups of @path, as vigie_backup_list() has it, or any other file
 *
 * Returns: (transfer full): the backup; of another file only the path is known; %NULL with @error where there is none
 */
VigieBackup *
vigie_backup_find (const char *path, const char *name, GError **error)
{
  g_autoptr (GPtrArray) backups = vigie_backup_list (path);
  VigieBackup *found;

  for (guint i = 0; strchr (name, G_DIR_SEPARATOR) == NULL && i < backups->len; i++)
    {
      g_autofree char *own = g_path_get_basename (((VigieBackup *) g_ptr_array_index (backups, i))->path);

      if (g_str_equal (own, name))
        return g_ptr_array_steal_index (backups, i);
    }
  if (!g_file_test (name, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_FOUND,
                   /* Translators: %1$s is what was given, %2$s a register */
                   _ ("“%1$s” is neither a backup of “%2$s” nor a file. “vigie backup --list” tells which there are."),
                   name, path);
      return NULL;
    }
  found = g_new0 (VigieBackup, 1);
  found->path = g_strdup (name);
  return found;
}

/**
 * vigie_backup_prune:
 * @kept: how many to keep, at least 1
 *
 * Removes all but the newest backups. What was kept of a damaged file stays, since nothing else has it.
 *
 * Returns: how many were removed
 */
guint
vigie_backup_prune (const char *path, guint kept)
{
  g_autoptr (GPtrArray) backups = vigie_backup_list (path);
  guint seen = 0, removed = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const VigieBackup *backup = g_ptr_array_index (backups, i);

      if (backup->reason != VIGIE_BACKUP_DAMAGED && ++seen > MAX (kept, 1))
        removed += g_unlink (backup->path) == 0;
    }
  return removed;
}
