// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The verbs that answer with the overview: what they are asked about, in what form, and where to.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-numbers.h"

#include "vigie-command.h"

#include <glib/gi18n-lib.h>

static char *site;
static char *profession;
static char *as_of;
static char *known_on;
static char *since;
static char *output;

const GOptionEntry vigie_numbers_options[] = {
  { "site", 0, 0, G_OPTION_ARG_STRING, &site, N_ ("Only this site and all below it"), N_ ("CODE") },
  { "profession", 0, 0, G_OPTION_ARG_STRING, &profession, N_ ("Only this profession"), N_ ("CODE") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("As it stood on that day; today where it is not given"),
    N_ ("DATE") },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &known_on,
    N_ ("With what was entered by the end of that day; of the day asked about where it is not given"), N_ ("DATE") },
  { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_ ("With changes since this day; else since the last meeting"),
    N_ ("DATE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to; standard output where it is not given"),
    N_ ("OUT") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
refuse_form (const VigieNumbersForm *forms, const char *format, GError **error)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (const VigieNumbersForm *form = forms; form->nick != NULL; form++)
    g_string_append_printf (nicks, "%s%s", form != forms ? ", " : "", form->nick);
  /* Translators: %1$s is what was given, %2$s a list of what may be given */
  return vigie_command_usage (error, _ ("--format: “%1$s” is none of %2$s"), format, nicks->str);
}

/**
 * vigie_numbers_answer:
 * @path: of a register
 * @format: (nullable): `--format`; the first of @forms where it is not given
 * @forms: (array zero-terminated=1): how the answer may be written
 *
 * Answers what the options ask for.
 *
 * Returns: %FALSE with @error
 */
gboolean
vigie_numbers_answer (const char *path, const char *format, const VigieNumbersForm *forms, GError **error)
{
  const VigieNumbersForm *form = forms;
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (GBytes) bytes = NULL;

  while (format != NULL && form->nick != NULL && !g_str_equal (form->nick, format))
    form++;
  if (form->nick == NULL)
    return refuse_form (forms, format, error);
  overview = vigie_numbers_load (path, site, profession, as_of, known_on, since, NULL, error);
  if (overview == NULL)
    return FALSE;
  bytes = form->write (overview, form->agenda_only);
  return vigie_numbers_hand_out (bytes, output, error);
}
