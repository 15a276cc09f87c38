// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie figure FILE (--list | --id ID | --all) --format FORMAT [-o OUT] [--size WxH] [--theme THEME]
 *   [--site S] [--profession P] [--as-of DATE] [--known-on DATE] [--since DATE|meeting]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-figure-export.h"
#include "vigie-numbers.h"
#include "vigie-what-if.h"

#include <glib/gi18n-lib.h>

/* In place of a day. */
#define LAST_MEETING "meeting"

static gboolean list;
static gboolean all;
static char *id;
static char *format;
static char *output;
static char *size;
static char *theme;
static char *site;
static char *profession;
static char *as_of;
static char *known_on;
static char *since;

static const GOptionEntry options[] = {
  { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Tell the ids and titles of the figures"), NULL },
  { "id", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("This figure"), N_ ("ID") },
  { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Every figure, each a file in the folder OUT"), NULL },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text (the default), svg, png, pdf, csv or json"),
    N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to; standard output where it is not given"),
    N_ ("OUT") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_ ("Of a picture, in points, such as 1280x720"), N_ ("WxH") },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, N_ ("Of a picture: light (the default), dark, contrast or print"),
    N_ ("THEME") },
  { "site", 0, 0, G_OPTION_ARG_STRING, &site, N_ ("Only this site and all below it"), N_ ("CODE") },
  { "profession", 0, 0, G_OPTION_ARG_STRING, &profession, N_ ("Only this profession"), N_ ("CODE") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("As it stood on that day; today where it is not given"),
    N_ ("DATE") },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &known_on,
    N_ ("With what was entered by the end of that day; of the day asked about where it is not given"), N_ ("DATE") },
  { "since", 0, 0, G_OPTION_ARG_STRING, &since,
    N_ ("Beside what it said on this day, or “meeting” for the day of the last one; with the events since"),
    N_ ("DATE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
parse_picture (VigieFigureFormat *chosen, VigieFigurePicture *picture, GError **error)
{
  *chosen = VIGIE_FIGURE_FORMAT_TEXT;
  if (format != NULL && !vigie_figure_format_from_nick (format, chosen))
    /* Translators: %s is what was given */
    return vigie_command_usage (error, _ ("--format: “%s” is none of text, svg, png, pdf, csv, json"), format);
  if (theme != NULL && !vigie_palette_kind_from_nick (theme, &picture->palette))
    /* Translators: %s is what was given */
    return vigie_command_usage (error, _ ("--theme: “%s” is none of light, dark, contrast, print"), theme);
  return size == NULL || vigie_command_parse_size (size, &picture->width, &picture->height, error);
}

static char *
list_ids (void)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    g_string_append_printf (ids, "%s%s", kind > 0 ? ", " : "", vigie_figure_kind_id (kind));
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

static gboolean
print_list (void)
{
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    g_print ("%s\t%s\n", vigie_figure_kind_id (kind), vigie_figure_kind_title (kind));
  return TRUE;
}

static gboolean
hand_out_one (VigieOverview *overview, guint kind, VigieFigureFormat chosen, const VigieFigurePicture *picture,
              const char *path, GError **error)
{
  g_autoptr (VigieFigure) figure =
    since != NULL ? vigie_figure_new_since (kind, overview) : vigie_figure_new (kind, overview);
  g_autoptr (GBytes) bytes = vigie_figure_export (figure, chosen, picture, error);

  return bytes != NULL && vigie_numbers_hand_out (bytes, path, error);
}

static gboolean
hand_out_all (VigieOverview *overview, VigieFigureFormat chosen, const VigieFigurePicture *picture, GError **error)
{
  if (!vigie_command_make_folder (output, error))
    return FALSE;
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      g_autofree char *name =
        g_strconcat (vigie_figure_kind_id (kind), ".", vigie_figure_format_extension (chosen), NULL);
      g_autofree char *path = g_build_filename (output, name, NULL);

      if (!hand_out_one (overview, kind, chosen, picture, path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_choice (int *kind, GError **error)
{
  g_autofree char *ids = list_ids ();

  if ((list != FALSE) + (all != FALSE) + (id != NULL) != 1)
    return vigie_command_usage (error, _ ("say which figure: one of --list, --id ID and --all"));
  if (all && output == NULL)
    return vigie_command_usage (error, _ ("--all needs a folder to put the files in: -o FOLDER"));
  *kind = id != NULL ? vigie_figure_kind_from_id (id) : -1;
  if (id != NULL && *kind < 0)
    /* Translators: %1$s is what was given, %2$s a list of ids */
    return vigie_command_usage (error, _ ("--id: there is no figure “%1$s”; there are: %2$s"), id, ids);
  return TRUE;
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (VigieOverview) overview = NULL;
  VigieFigurePicture picture = { .palette = VIGIE_PALETTE_LIGHT };
  VigieFigureFormat chosen;
  VigieWhatIf what_if;
  int kind = -1;

  if (!check_choice (&kind, error) || !parse_picture (&chosen, &picture, error) ||
      !vigie_what_if_parse (&what_if, error))
    return FALSE;
  if (list)
    return print_list ();
  overview = vigie_numbers_load (arguments[0], site, profession, as_of, known_on,
                                 g_strcmp0 (since, LAST_MEETING) != 0 ? since : NULL, &what_if, error);
  if (overview == NULL)
    return FALSE;
  if (all)
    return hand_out_all (overview, chosen, &picture, error);
  return hand_out_one (overview, (guint) kind, chosen, &picture, output, error);
}

const VigieCommand vigie_command_figure = {
  .name = "figure",
  .summary = N_ ("Answer a governance question with a sentence, a table and a chart."),
  .usage = N_ ("FILE (--list | --id ID | --all) [--format FORMAT] [-o OUT]"),
  .options = options,
  .more_options = vigie_what_if_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
