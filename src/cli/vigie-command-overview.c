// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie overview FILE [--format text|json] [--site S] [--profession P] [--as-of DATE] [--known-on DATE]
 *     [-o OUT]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-numbers.h"

#include <glib/gi18n-lib.h>

static char *format;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text (the default) or json"), N_ ("FORMAT") },
  G_OPTION_ENTRY_NULL,
};

static const VigieNumbersForm forms[] = {
  { "text", vigie_numbers_write_text, FALSE },
  { "json", vigie_numbers_write_json, FALSE },
  { NULL, NULL, FALSE },
};

static gboolean
run (char **arguments, GError **error)
{
  return vigie_numbers_answer (arguments[0], format, forms, error);
}

const VigieCommand vigie_command_overview = {
  .name = "overview",
  .summary = N_ ("Tell every number, each with its definition."),
  .usage = N_ ("FILE [--format text|json]"),
  .options = options,
  .more_options = vigie_numbers_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
