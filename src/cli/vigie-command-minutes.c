// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie minutes FILE MEETING -o OUT.pdf|OUT.md
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-format.h"
#include "vigie-minutes.h"
#include "vigie-numbers.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vigie-meeting.h"

static char *output;
static char *format;
static gboolean list;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to; standard output where it is not given"),
    N_ ("OUT") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format,
    N_ ("pdf, md (Markdown), odt (OpenDocument) or fodt (the same as one XML file); what the name of OUT ends in where "
        "it is not given"),
    N_ ("FORMAT") },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Tell which meetings there are, the latest first"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
list_meetings (VigieStore *store, GError **error)
{
  VigieQuery query = { .entity = &vigie_meeting_entity, .sort_field = VIGIE_MEETING_HELD_ON, .descending = TRUE };
  g_autoptr (GPtrArray) meetings = vigie_store_list (store, &query, NULL, NULL, error);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      VigieRecord *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *day = vigie_date_dup_iso (vigie_record_get_date (meeting, VIGIE_MEETING_HELD_ON));
      g_autofree char *body = vigie_record_display (meeting, VIGIE_MEETING_BODY);
      g_autofree char *status = vigie_record_display (meeting, VIGIE_MEETING_STATUS);

      printf ("%s\t%s\t%s\t%s\n", day, vigie_record_get_text (meeting, VIGIE_MEETING_CODE), body, status);
    }
  return meetings != NULL;
}

/* What the meeting saw is as of its day, and of today where it is still to come. */
static VigieDeck *
load (VigieStore *store, const char *meeting, GError **error)
{
  g_autoptr (VigieProceedings) proceedings = vigie_proceedings_load (store, meeting, NULL, error);
  g_autoptr (VigieScope) scope = NULL;
  g_autoptr (VigieOverview) overview = NULL;
  VigieDate today;

  if (proceedings == NULL || !vigie_command_parse_date ("--as-of", NULL, &today, error))
    return NULL;
  scope = vigie_scope_new (MIN (vigie_proceedings_get_held_on (proceedings), today), NULL, NULL);
  overview = vigie_overview_load (store, scope, NULL, error);
  return overview != NULL ? vigie_deck_load (store, overview, meeting, today, NULL, error) : NULL;
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (VigieDeck) deck = NULL;
  g_autoptr (GBytes) bytes = NULL;

  VigieMinutesFormat chosen = vigie_minutes_format_from_path (output);

  if (format != NULL && !vigie_minutes_format_from_nick (format, &chosen))
    /* Translators: %s is what was given */
    return vigie_command_usage (error, _ ("--format: “%s” is none of pdf, md, odt, fodt"), format);
  if (!list && arguments[1] == NULL)
    return vigie_command_usage (error, _ ("say which meeting, by its code; --list tells which there are"));
  store = vigie_store_open (arguments[0], VIGIE_OPEN_READ, NULL, error);
  if (store == NULL)
    return FALSE;
  if (list)
    return list_meetings (store, error);
  deck = load (store, arguments[1], error);
  if (deck == NULL)
    return FALSE;
  bytes = vigie_minutes_write (deck, chosen, error);
  return bytes != NULL && vigie_numbers_hand_out (bytes, output, error);
}

const VigieCommand vigie_command_minutes = {
  .name = "minutes",
  .summary = N_ ("Write the minutes of a meeting, from what it saw and resolved."),
  .usage = N_ ("FILE MEETING [-o OUT] [--format pdf|md|odt|fodt]"),
  .description = N_ ("Attendance by function, each point with the figure as it was shown, what was said, decisions and "
                     "actions. Word processors go on with odt, fodt and Markdown."),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 2,
  .run = run,
};
