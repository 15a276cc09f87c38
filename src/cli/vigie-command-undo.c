// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie undo FILE [--entry N] and vigie redo FILE
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"

#include <glib/gi18n-lib.h>

static gint64 number;

static const GOptionEntry undo_options[] = {
  { "entry", 0, 0, G_OPTION_ARG_INT64, &number, N_ ("This entry of the journal instead of the last"), N_ ("N") },
  G_OPTION_ENTRY_NULL,
};

/* Says what an undo or a redo did, as the journal tells it now. */
static gboolean
tell (VigieStore *store, GError **error)
{
  const VigieJournalQuery all = { 0 };
  g_autoptr (GPtrArray) entries = vigie_store_log (store, &all, NULL, error);
  g_autofree char *sentence = NULL;

  if (entries == NULL)
    return FALSE;
  sentence = vigie_journal_entry_dup_sentence (g_ptr_array_index (entries, 0));
  g_print ("%s\n", sentence);
  vigie_command_tell_notices (store);
  return TRUE;
}

static gboolean
undo (char **arguments, GError **error)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (VigieJournalEntry) target = NULL;

  if (number < 0)
    return vigie_command_usage (error, _ ("--entry: the numbers of the journal begin at 1"));
  store = vigie_command_open (arguments[0], VIGIE_OPEN_EDIT, error);
  if (store != NULL)
    target = vigie_store_undo (store, number, NULL, error);
  return target != NULL && tell (store, error);
}

static gboolean
redo (char **arguments, GError **error)
{
  g_autoptr (VigieStore) store = vigie_command_open (arguments[0], VIGIE_OPEN_EDIT, error);
  g_autoptr (VigieJournalEntry) target = store != NULL ? vigie_store_redo (store, NULL, error) : NULL;

  return target != NULL && tell (store, error);
}

const VigieCommand vigie_command_undo = {
  .name = "undo",
  .summary = N_ ("Take back the last change of a register, or one that is named."),
  .usage = N_ ("FILE [--entry N]"),
  .options = undo_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = undo,
};

const VigieCommand vigie_command_redo = {
  .name = "redo",
  .summary = N_ ("Make again what was undone last."),
  .usage = N_ ("FILE"),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = redo,
};
