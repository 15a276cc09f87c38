// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie restore FILE BACKUP
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-progress.h"

#include <glib/gi18n-lib.h>

static void
tell (const char *path, const VigieBackup *backup, const VigieBackup *before)
{
  /* Translators: %1$s is a register, %2$s a backup of it */
  g_print (_ ("“%1$s” is again what “%2$s” holds."), path, backup->path);
  g_print ("\n");
  if (before == NULL)
    return;
  /* Translators: %s is a file */
  g_print (_ ("What it was until now is kept in “%s”."), before->path);
  g_print ("\n");
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (VigieBackup) backup = vigie_backup_find (arguments[0], arguments[1], error);
  g_autoptr (VigieBackup) before = NULL;
  VigieProgress *progress;
  gboolean done;

  if (backup == NULL)
    return FALSE;
  progress = vigie_progress_new ();
  done = vigie_backup_restore (arguments[0], backup->path, &before, vigie_progress_tell, progress, NULL, error);
  vigie_progress_end (progress);
  vigie_progress_free (progress);
  if (done)
    tell (arguments[0], backup, before);
  return done;
}

const VigieCommand vigie_command_restore = {
  .name = "restore",
  .summary = N_ ("Let a register be again what a backup holds; what it is now is kept among its backups."),
  .usage = N_ ("FILE BACKUP"),
  .description =
    N_ ("BACKUP is a name that “vigie backup FILE --list” tells, or any other register. A damaged backup is "
        "refused, and so is a register that is open elsewhere."),
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run,
};
