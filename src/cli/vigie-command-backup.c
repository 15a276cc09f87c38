// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie backup FILE [-o OUT] [--list]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-progress.h"

#include <glib/gi18n-lib.h>

static char *output;
static gboolean list;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Where to; among the backups of the register where it is not given"), N_ ("OUT") },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Tell which backups there are, the newest first"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
print_list (const char *path)
{
  g_autoptr (GPtrArray) backups = vigie_backup_list (path);

  for (guint i = 0; i < backups->len; i++)
    {
      const VigieBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *name = g_path_get_basename (backup->path);
      g_autofree char *size = g_format_size ((guint64) backup->size);

      g_print ("%s\t%s\t%s\t%s\n", name, backup->made_at, size, vigie_backup_reason_label (backup->reason));
    }
  if (backups->len == 0)
    {
      g_autofree char *message = NULL;

      /* Translators: %s is a register */
      message = g_strdup_printf (_ ("there is no backup of “%s”"), path);
      vigie_command_tell (message);
    }
  return TRUE;
}

static gboolean
back_up (VigieStore *store, VigieProgress *progress, GError **error)
{
  g_autoptr (VigieBackup) backup = NULL;

  if (output != NULL)
    return vigie_store_copy (store, output, vigie_progress_tell, progress, NULL, error);
  backup = vigie_store_back_up (store, vigie_progress_tell, progress, NULL, error);
  if (backup != NULL)
    g_print ("%s\n", backup->path);
  return backup != NULL;
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (VigieStore) store = NULL;
  VigieProgress *progress;
  gboolean done;

  if (list && output != NULL)
    return vigie_command_usage (error, _ ("--list tells which backups there are; it makes none, and takes no -o"));
  if (list)
    return print_list (arguments[0]);
  store = vigie_command_open (arguments[0], VIGIE_OPEN_READ, error);
  if (store == NULL)
    return FALSE;
  progress = vigie_progress_new ();
  done = back_up (store, progress, error);
  vigie_progress_end (progress);
  vigie_progress_free (progress);
  return done;
}

const VigieCommand vigie_command_backup = {
  .name = "backup",
  .summary = N_ ("Make a backup of a register, while it is in use, or tell which there are."),
  .usage = N_ ("FILE [-o OUT] [--list]"),
  .description =
    N_ ("Backups are registers like any other, in the folder FILE.backups, or in the data folder of the account where "
        "none can be made beside FILE. Vigie makes one by itself before each import, before a new version changes the "
        "format, and before the first change of a day. The last 10 are kept, or as many as the setting “backups_kept” "
        "of the register says; 0 is none by itself. “vigie restore” brings one back."),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
