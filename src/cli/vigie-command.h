// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-date.h"
#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_COMMAND_ERROR (vigie_command_error_quark ())
GQuark vigie_command_error_quark (void);

/**
 * VigieCommandError:
 * @VIGIE_COMMAND_ERROR_USAGE: it was called wrongly: exit 2
 * @VIGIE_COMMAND_ERROR_REFUSED: it could not be done: exit 1
 */
typedef enum
{
  VIGIE_COMMAND_ERROR_USAGE,
  VIGIE_COMMAND_ERROR_REFUSED,
} VigieCommandError;

/**
 * VigieCommand:
 * @name: the verb
 * @summary: what it does, in one line, marked N_()
 * @usage: its arguments, as they stand after the verb, such as "FILE -o OUT", marked N_()
 * @description: (nullable): what its help adds below the options, marked N_()
 * @options: (nullable): options with their places to be stored in, ended by an empty one; descriptions
 *   are marked N_()
 * @more_options: (nullable): options that several verbs share, in the same form
 * @min_arguments: the least arguments that are no options; the most are @max_arguments
 * @run: does it. Results go to standard output; a %FALSE with an error is told on standard error and
 *   ends the program with 2 where it is a matter of usage, else with 1
 *
 * A verb of the command line: one file that exports one such descriptor, which stands in the registry
 * of main.c. `--lang` and `--help` are understood for every verb.
 */
typedef struct
{
  const char *name;
  const char *summary;
  const char *usage;
  const char *description;
  const GOptionEntry *options;
  const GOptionEntry *more_options;
  int min_arguments;
  int max_arguments;
  gboolean (*run) (char **arguments, GError **error);
} VigieCommand;

const char *vigie_command_get_author (void);
const GOptionEntry *vigie_command_get_common_options (void);
VigieStore *vigie_command_open (const char *path, VigieOpenMode mode, GError **error);
int vigie_command_run (const VigieCommand *self, int argc, char **argv);
void vigie_command_tell (const char *message);
void vigie_command_tell_notices (VigieStore *store);

gboolean vigie_command_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean vigie_command_parse_date (const char *option, const char *text, VigieDate *date, GError **error);
gboolean vigie_command_parse_since (const char *since, const char *as_of, VigieDate day, VigieDate *before,
                                    GError **error);
gboolean vigie_command_parse_size (const char *text, double *width, double *height, GError **error);
gboolean vigie_command_make_folder (const char *path, GError **error);

G_END_DECLS
