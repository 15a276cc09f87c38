// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie sheet FILE SYSTEM -o OUT.pdf [--site S] [--as-of DATE]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"

#include "vigie-system-sheet.h"

#include <glib/gi18n-lib.h>

static char *output;
static char *site;
static char *as_of;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), N_ ("OUT.pdf") },
  { "site", 0, 0, G_OPTION_ARG_STRING, &site, N_ ("Of this part of the organisation, by its code"), N_ ("SITE") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("As of this day; else as of today"), N_ ("DATE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **arguments, GError **error)
{
  VigieDate day;
  g_autoptr (VigieScope) scope = NULL;
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieDossier) dossier = NULL;

  if (output == NULL)
    return vigie_command_usage (error, _ ("-o says which file to write; see “vigie sheet --help”"));
  if (!vigie_command_parse_date ("--as-of", as_of, &day, error))
    return FALSE;
  scope = vigie_scope_new (day, site, NULL);
  store = vigie_store_open (arguments[0], VIGIE_OPEN_READ, NULL, error);
  if (store == NULL)
    return FALSE;
  overview = vigie_overview_load (store, scope, NULL, error);
  if (overview == NULL)
    return FALSE;
  dossier = vigie_dossier_load (store, overview, arguments[1], NULL, error);
  return dossier != NULL && vigie_system_sheet_write (dossier, output, 0, error);
}

const VigieCommand vigie_command_sheet = {
  .name = "sheet",
  .summary = N_ ("Print all that a committee asks of one AI system on one page."),
  .usage = N_ ("FILE SYSTEM -o OUT.pdf"),
  .description =
    N_ ("A4 landscape: whether the system deserves trust and why, where it is at work, which safeguards are not "
        "in place, and what falls due. SYSTEM is its code. The same register as of the same day gives the "
        "same file."),
  .options = options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run,
};
