// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie slides FILE -o FOLDER [--size WxH] [--theme THEME] [--site S] [--profession P] [--as-of DATE]
 *     [--since DATE]
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"
#include "vigie-commands.h"
#include "vigie-deck.h"
#include "vigie-format.h"
#include "vigie-numbers.h"
#include "vigie-surface.h"

#include <glib/gi18n-lib.h>

#define USUAL_WIDTH 1920
#define USUAL_HEIGHT 1080

static char *output;
static char *size;
static char *theme;
static char *site;
static char *profession;
static char *as_of;
static char *known_on;
static char *since;
static gboolean compared;
static char *meeting;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The folder to put the pictures in"), N_ ("FOLDER") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_ ("Of the wall, in pixels; 1920x1080 where it is not given"),
    N_ ("WxH") },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, N_ ("contrast (the default) or contrast-dark, for a dark room"),
    N_ ("THEME") },
  { "site", 0, 0, G_OPTION_ARG_STRING, &site, N_ ("Only this site and all below it"), N_ ("CODE") },
  { "profession", 0, 0, G_OPTION_ARG_STRING, &profession, N_ ("Only this profession"), N_ ("CODE") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("As it stood on that day; today where it is not given"),
    N_ ("DATE") },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &known_on,
    N_ ("With what was entered by the end of that day; of the day asked about where it is not given"), N_ ("DATE") },
  { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_ ("With changes since this day; else since the last meeting"),
    N_ ("DATE") },
  { "compared", 0, 0, G_OPTION_ARG_NONE, &compared,
    N_ ("With what each figure was on that day, and what has happened since"), NULL },
  { "meeting", 0, 0, G_OPTION_ARG_STRING, &meeting,
    N_ ("Those of this meeting, as it was prepared: its agenda, its points, what was resolved"), N_ ("CODE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
parse_theme (VigiePaletteKind *palette, GError **error)
{
  *palette = VIGIE_PALETTE_CONTRAST;
  if (theme == NULL || g_str_equal (theme, "contrast"))
    return TRUE;
  *palette = VIGIE_PALETTE_CONTRAST_DARK;
  /* Translators: %s is what was given */
  return g_str_equal (theme, "contrast-dark") ||
         vigie_command_usage (error, _ ("--theme: “%s” is none of contrast, contrast-dark"), theme);
}

static gboolean
hand_out (const VigieDeck *deck, guint slide, double width, double height, VigiePaletteKind palette, GError **error)
{
  g_autoptr (VigieScene) scene = vigie_deck_layout (deck, slide, width, height, 1);
  VigieSurfaceOptions surface = { .palette = vigie_palette_get (palette),
                                  .scale = 1,
                                  .title = vigie_deck_get_slide_title (deck, slide),
                                  .description = vigie_deck_get_slide_words (deck, slide),
                                  .language = vigie_language_get_tag () };
  g_autoptr (GBytes) bytes = vigie_scene_render (scene, VIGIE_SURFACE_PNG, &surface, error);
  g_autofree char *name = g_strdup_printf ("slide-%02u.png", slide + 1);
  g_autofree char *path = g_build_filename (output, name, NULL);

  return bytes != NULL && vigie_numbers_hand_out (bytes, path, error);
}

/* Figures of a meeting to come are as of the day asked about. */
static VigieDeck *
make_deck (const char *path, VigieOverview *overview, GError **error)
{
  g_autoptr (VigieStore) store = NULL;

  if (meeting == NULL)
    return vigie_deck_new (overview);
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, error);
  if (store == NULL)
    return NULL;
  return vigie_deck_load (store, overview, meeting, vigie_scope_get_as_of (vigie_overview_get_scope (overview)), NULL,
                          error);
}

static gboolean
run (char **arguments, GError **error)
{
  double width = USUAL_WIDTH, height = USUAL_HEIGHT;
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (VigieDeck) plain = NULL;
  g_autoptr (VigieDeck) deck = NULL;
  VigiePaletteKind palette;

  if (output == NULL)
    return vigie_command_usage (error, _ ("say where the pictures go: -o FOLDER"));
  if (!parse_theme (&palette, error) || (size != NULL && !vigie_command_parse_size (size, &width, &height, error)))
    return FALSE;
  overview = vigie_numbers_load (arguments[0], site, profession, as_of, known_on, since, NULL, error);
  if (overview == NULL || !vigie_command_make_folder (output, error))
    return FALSE;
  plain = make_deck (arguments[0], overview, error);
  if (plain == NULL)
    return FALSE;
  deck = compared ? vigie_deck_compare (plain) : vigie_deck_ref (plain);
  for (guint slide = 0; slide < vigie_deck_get_n_slides (deck); slide++)
    if (!hand_out (deck, slide, width, height, palette, error))
      return FALSE;
  return TRUE;
}

const VigieCommand vigie_command_slides = {
  .name = "slides",
  .summary = N_ ("Make the slides of a committee as pictures: the essentials, the decisions, the figures."),
  .usage = N_ ("FILE -o FOLDER [--meeting CODE] [--size WxH] [--theme THEME]"),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
