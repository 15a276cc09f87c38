// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie check FILE [--repair]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"

#include "vigie-store.h"

#include <glib/gi18n-lib.h>

static gboolean repair;

static const GOptionEntry options[] = {
  { "repair", 0, 0, G_OPTION_ARG_NONE, &repair,
    N_ ("First add up anew what is kept added up; records stay as they are"), NULL },
  G_OPTION_ENTRY_NULL,
};

static void
print_finding (const VigieFinding *finding)
{
  if (finding->kind != NULL && finding->field != NULL)
    /* Translators: something wrong in a register: %1$s is a kind of record, %2$s its code, %3$s a field, %4$s what */
    g_print (_ ("%1$s “%2$s”, field “%3$s”: %4$s"), finding->kind, finding->record, finding->field, finding->message);
  else if (finding->kind != NULL)
    /* Translators: something wrong in a register: %1$s is a kind of record, %2$s its code, %3$s what */
    g_print (_ ("%1$s “%2$s”: %3$s"), finding->kind, finding->record, finding->message);
  else if (finding->field != NULL)
    /* Translators: something wrong in a file: %1$s is a part of its schema, %2$s what */
    g_print (_ ("%1$s: %2$s"), finding->field, finding->message);
  else
    g_print ("%s", finding->message);
  g_print ("\n");
}

static gboolean
run (char **arguments, GError **error)
{
  VigieOpenMode mode = repair ? VIGIE_OPEN_EDIT : VIGIE_OPEN_READ;
  g_autoptr (VigieStore) store = vigie_store_open (arguments[0], mode, NULL, error);
  g_autoptr (GPtrArray) findings = NULL;

  if (store != NULL && (!repair || vigie_store_repair (store, NULL, error)))
    findings = vigie_store_check (store, NULL, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    print_finding (g_ptr_array_index (findings, i));
  if (findings->len == 0)
    {
      g_print (_ ("“%s” is whole."), arguments[0]);
      g_print ("\n");
      return TRUE;
    }
  g_set_error (error, VIGIE_COMMAND_ERROR, VIGIE_COMMAND_ERROR_REFUSED,
               /* Translators: %1$s is a file */
               ngettext ("“%1$s” is not whole: %2$u finding", "“%1$s” is not whole: %2$u findings", findings->len),
               arguments[0], findings->len);
  return FALSE;
}

const VigieCommand vigie_command_check = {
  .name = "check",
  .summary = N_ ("Look whether a register is whole: file, schema, references, records, search and sums."),
  .usage = N_ ("FILE"),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
