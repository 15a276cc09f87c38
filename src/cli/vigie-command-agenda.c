// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie agenda FILE [--format text|json|ics] [--site S] [--profession P] [--as-of DATE] [--known-on DATE]
 *     [-o OUT]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-numbers.h"

#include <glib/gi18n-lib.h>

static char *format;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text (the default), json, or ics for a calendar"),
    N_ ("FORMAT") },
  G_OPTION_ENTRY_NULL,
};

static const VigieNumbersForm forms[] = {
  { "text", vigie_numbers_write_text, TRUE },
  { "json", vigie_numbers_write_json, TRUE },
  { "ics", vigie_numbers_write_ics, TRUE },
  { NULL, NULL, FALSE },
};

static gboolean
run (char **arguments, GError **error)
{
  return vigie_numbers_answer (arguments[0], format, forms, error);
}

const VigieCommand vigie_command_agenda = {
  .name = "agenda",
  .summary = N_ ("Tell what needs a decision, the most urgent first."),
  .usage = N_ ("FILE [--format text|json|ics]"),
  .options = options,
  .more_options = vigie_numbers_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
