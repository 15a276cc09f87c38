// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie report FILE -o OUT.pdf [--site S] [--as-of DATE] [--known-on DATE] [--since DATE]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"

#include "vigie-board-pack.h"
#include "vigie-logo.h"
#include "vigie-what-if.h"

#include <glib/gi18n-lib.h>

static char *output;
static char *site;
static char *profession;
static char *as_of;
static char *known_on;
static char *since;
static gboolean compared;
static char *sections;
static char *logo;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), N_ ("OUT.pdf") },
  { "site", 0, 0, G_OPTION_ARG_STRING, &site, N_ ("Of this part of the organisation, by its code"), N_ ("SITE") },
  { "profession", 0, 0, G_OPTION_ARG_STRING, &profession, N_ ("Only this profession"), N_ ("CODE") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("As of this day; else as of today"), N_ ("DATE") },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &known_on,
    N_ ("With what was entered by the end of that day; of the day asked about where it is not given"), N_ ("DATE") },
  { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_ ("With changes since this day; else since the last meeting"),
    N_ ("DATE") },
  { "compared", 0, 0, G_OPTION_ARG_NONE, &compared,
    N_ ("With what each figure was on that day, and what has happened since"), NULL },
  { "sections", 0, 0, G_OPTION_ARG_STRING, &sections,
    N_ (
      "Only these, with commas between them: essentials, changes, decisions, figures, tables, systems, definitions, or "
      "the id of a figure; else all but tables"),
    N_ ("LIST") },
  { "logo", 0, 0, G_OPTION_ARG_FILENAME, &logo, N_ ("The organisation’s, for the cover: a PNG or SVG picture"),
    N_ ("PICTURE") },
  G_OPTION_ENTRY_NULL,
};

static VigieScope *
create_scope (GError **error)
{
  VigieDate day;
  VigieDate before;
  VigieDate known_day = VIGIE_DATE_NONE;
  VigieWhatIf what_if;
  g_autoptr (VigieScope) plain = NULL;
  g_autoptr (VigieScope) known = NULL;
  g_autoptr (VigieScope) scope = NULL;

  if (!vigie_what_if_parse (&what_if, error) || !vigie_command_parse_date ("--as-of", as_of, &day, error) ||
      (known_on != NULL && !vigie_command_parse_date ("--known-on", known_on, &known_day, error)) ||
      !vigie_command_parse_since (since, as_of, day, &before, error))
    return NULL;
  plain = vigie_scope_new (day, site, profession);
  known = vigie_scope_with_known_on (plain, known_day);
  scope = vigie_scope_with_what_if (known, &what_if);
  return vigie_scope_with_since (scope, before);
}

/* The time that reproducible builds set (reproducible-builds.org/specs/source-date-epoch); 0 where it is not set. */
static gint64
get_source_date (void)
{
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;

  if (text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return seconds;
  return 0;
}

static gboolean
run (char **arguments, GError **error)
{
  VigieBoardPackOptions pack = { .created = get_source_date (), .compared = compared };
  g_autoptr (VigieScope) scope = NULL;
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (VigieOverview) overview = NULL;
  g_auto (GStrv) chosen = sections != NULL ? g_strsplit (sections, ",", -1) : NULL;
  g_autoptr (GBytes) picture = NULL;

  if (output == NULL)
    return vigie_command_usage (error, _ ("-o says which file to write; see “vigie report --help”"));
  if (chosen != NULL && !vigie_board_pack_check_sections ((const char *const *) chosen, error))
    return FALSE;
  if (logo != NULL && (picture = vigie_logo_read (logo, error)) == NULL)
    return FALSE;
  pack.sections = (const char *const *) chosen;
  pack.logo = picture;
  scope = create_scope (error);
  if (scope == NULL)
    return FALSE;
  store = vigie_store_open (arguments[0], VIGIE_OPEN_READ, NULL, error);
  if (store == NULL)
    return FALSE;
  overview = vigie_overview_load (store, scope, NULL, error);
  return overview != NULL && vigie_board_pack_write (overview, output, &pack, NULL, error);
}

const VigieCommand vigie_command_report = {
  .name = "report",
  .summary = N_ ("Print the board pack as a PDF."),
  .usage = N_ ("FILE -o OUT.pdf [--sections LIST] [--logo PICTURE]"),
  .description =
    N_ ("A4 landscape: what needs a decision, every figure with its answer, chart and table, definitions and "
        "sources. The same register as of the same day gives the same file."),
  .options = options,
  .more_options = vigie_what_if_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
