// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie new FILE [--organisation NAME]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"

#include "vigie-seed.h"

#include <glib/gi18n-lib.h>

static char *organisation;

static const GOptionEntry options[] = {
  { "organisation", 0, 0, G_OPTION_ARG_STRING, &organisation, N_ ("Whose register it is"), N_ ("NAME") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (VigieStore) store = vigie_seed_create (arguments[0], organisation, NULL, error);

  return store != NULL;
}

const VigieCommand vigie_command_new = {
  .name = "new",
  .summary = N_ ("Make a register and fill it with the reference data."),
  .usage = N_ ("FILE [--organisation NAME]"),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
