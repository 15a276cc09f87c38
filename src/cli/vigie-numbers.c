// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the verbs that answer with numbers have in common: reading a register as of a day and for a
 * scope, and handing out the answer.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-numbers.h"

#include "vigie-command.h"
#include "vigie-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * vigie_numbers_load:
 * @path: of a register; it is only read
 * @site: (nullable): `--site`
 * @profession: (nullable): `--profession`
 * @as_of: (nullable): `--as-of`; today where it is not given
 * @known_on: (nullable): `--known-on`; the day asked about where it is not given
 * @since: (nullable): `--since`; the last meeting before where it is not given
 * @what_if: (nullable): what forecasts assume
 *
 * Returns: (transfer full): the numbers; %NULL with @error
 */
VigieOverview *
vigie_numbers_load (const char *path, const char *site, const char *profession, const char *as_of, const char *known_on,
                    const char *since, const VigieWhatIf *what_if, GError **error)
{
  g_autoptr (VigieScope) plain = NULL;
  g_autoptr (VigieScope) known = NULL;
  g_autoptr (VigieScope) supposed = NULL;
  g_autoptr (VigieScope) scope = NULL;
  g_autoptr (VigieStore) store = NULL;
  VigieDate day;
  VigieDate known_day = VIGIE_DATE_NONE;
  VigieDate before;

  if (!vigie_command_parse_date ("--as-of", as_of, &day, error) ||
      (known_on != NULL && !vigie_command_parse_date ("--known-on", known_on, &known_day, error)) ||
      !vigie_command_parse_since (since, as_of, day, &before, error))
    return NULL;
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, error);
  if (store == NULL)
    return NULL;
  plain = vigie_scope_new (day, site, profession);
  known = vigie_scope_with_known_on (plain, known_day);
  supposed = what_if != NULL ? vigie_scope_with_what_if (known, what_if) : vigie_scope_ref (known);
  scope = vigie_scope_with_since (supposed, before);
  return vigie_overview_load (store, scope, NULL, error);
}

static gboolean
refuse (const char *name, const char *reason, GError **error)
{
  g_set_error (error, VIGIE_COMMAND_ERROR, VIGIE_COMMAND_ERROR_REFUSED,
               /* Translators: %1$s is a file, %2$s why it could not be written */
               _ ("“%1$s” could not be written: %2$s"), name, reason);
  return FALSE;
}

/**
 * vigie_numbers_hand_out:
 * @path: (nullable): where to; %NULL is standard output
 *
 * A file is put in its place when it is whole; a device or a pipe is written to.
 *
 * Returns: %FALSE with @error where it could not be written
 */
gboolean
vigie_numbers_hand_out (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* Who has read enough, as “head” does, closes a pipe. */
  if (path == NULL)
    return (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0) || errno == EPIPE ||
           refuse (_ ("standard output"), g_strerror (errno), error);
  return vigie_output_write (path, bytes, &reason) || refuse (path, reason->message, error);
}
