// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie check FILE
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"

#include "vigie-store.h"

#include <glib/gi18n-lib.h>

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
  g_autoptr (VigieStore) store = vigie_store_open (arguments[0], VIGIE_OPEN_READ, NULL, error);
  g_autoptr (GPtrArray) findings = store != NULL ? vigie_store_check (store, NULL, error) : NULL;

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
  .summary = N_ ("Look whether a register is whole: file, schema, references, records and search."),
  .usage = N_ ("FILE"),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
