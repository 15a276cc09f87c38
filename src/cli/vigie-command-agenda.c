// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie agenda FILE [--format text|json] [--site S] [--profession P] [--as-of DATE] [--known-on DATE] [-o OUT]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-numbers.h"

#include <glib/gi18n-lib.h>

static char *format;
static char *site;
static char *profession;
static char *as_of;
static char *known_on;
static char *output;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text (the default) or json"), N_ ("FORMAT") },
  { "site", 0, 0, G_OPTION_ARG_STRING, &site, N_ ("Only this site and all below it"), N_ ("CODE") },
  { "profession", 0, 0, G_OPTION_ARG_STRING, &profession, N_ ("Only this profession"), N_ ("CODE") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("As it stood on that day; today where it is not given"),
    N_ ("DATE") },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &known_on,
    N_ ("With what was entered by the end of that day; of the day asked about where it is not given"), N_ ("DATE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to; standard output where it is not given"),
    N_ ("OUT") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **arguments, GError **error)
{
  gboolean json = g_strcmp0 (format, "json") == 0;
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (format != NULL && !json && !g_str_equal (format, "text"))
    /* Translators: %s is what was given */
    return vigie_command_usage (error, _ ("--format: “%s” is neither text nor json"), format);
  overview = vigie_numbers_load (arguments[0], site, profession, as_of, known_on, NULL, error);
  if (overview == NULL)
    return FALSE;
  bytes = json ? vigie_numbers_write_json (overview, TRUE) : vigie_numbers_write_text (overview, TRUE);
  return vigie_numbers_hand_out (bytes, output, error);
}

const VigieCommand vigie_command_agenda = {
  .name = "agenda",
  .summary = N_ ("Tell what needs a decision, the most urgent first."),
  .usage = N_ ("FILE [--format text|json]"),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
