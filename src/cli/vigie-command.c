// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-command.h"

#include "vigie-config.h"
#include "vigie-language.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SMALLEST_PICTURE 200
#define LARGEST_PICTURE 8000

G_DEFINE_QUARK (vigie-command-error, vigie_command_error)

enum
{
  EXIT_DONE,
  EXIT_REFUSED,
  EXIT_USAGE,
};

/**
 * vigie_command_tell:
 *
 * Writes a message to standard error, as every message of the program is written.
 */
void
vigie_command_tell (const char *message)
{
  g_printerr ("vigie: %s\n", message);
}

/**
 * vigie_command_usage:
 *
 * Sets @error to %VIGIE_COMMAND_ERROR_USAGE.
 *
 * Returns: %FALSE, for `return vigie_command_usage (…)`
 */
gboolean
vigie_command_usage (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (VIGIE_COMMAND_ERROR, VIGIE_COMMAND_ERROR_USAGE, format, arguments);
  va_end (arguments);
  return FALSE;
}

/**
 * vigie_command_parse_date:
 * @option: the name of the option, for messages, such as `--as-of`
 * @text: (nullable): its value; %NULL is today, the only place where the clock is read
 * @date: (out): the day
 *
 * Returns: %FALSE with %VIGIE_COMMAND_ERROR_USAGE where @text is no day
 */
gboolean
vigie_command_parse_date (const char *option, const char *text, VigieDate *date, GError **error)
{
  if (text == NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      *date =
        vigie_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
      return TRUE;
    }
  *date = vigie_date_parse_iso (text);
  if (*date != VIGIE_DATE_NONE)
    return TRUE;
  /* Translators: %1$s is an option such as --as-of, %2$s what was given */
  return vigie_command_usage (error, _ ("%1$s: “%2$s” is not a date in the form YYYY-MM-DD"), option, text);
}

/* In whose name the register is changed; the account where none is given. */
static char *author;

static char *
now (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * vigie_command_get_author:
 *
 * Returns: (transfer none) (nullable): what --author said
 */
const char *
vigie_command_get_author (void)
{
  return author;
}

/**
 * vigie_command_tell_notices:
 *
 * Tells what a person should know of @store though nothing failed.
 */
void
vigie_command_tell_notices (VigieStore *store)
{
  for (;;)
    {
      g_autofree char *notice = vigie_store_take_notice (store);

      if (notice == NULL)
        return;
      vigie_command_tell (notice);
    }
}

/**
 * vigie_command_open:
 *
 * Opens a register in the name of whoever calls the program.
 *
 * Returns: (transfer full): the register; %NULL with @error set
 */
VigieStore *
vigie_command_open (const char *path, VigieOpenMode mode, GError **error)
{
  VigieStore *store = vigie_store_open (path, mode, NULL, error);

  if (store == NULL)
    return NULL;
  vigie_store_set_hand (store, author != NULL ? author : g_get_user_name (), now);
  vigie_command_tell_notices (store);
  return store;
}

static const char *
translate_cb (const char *text, gpointer data G_GNUC_UNUSED)
{
  return *text != '\0' ? gettext (text) : text;
}

static char *language;

static const GOptionEntry common[] = {
  { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Answer in this language: en, fr, de, es, it or nl"),
    N_ ("LANG") },
  { "author", 0, 0, G_OPTION_ARG_STRING, &author,
    N_ ("Who changes the register, for its journal; the name of the account where it is not given"), N_ ("NAME") },
  G_OPTION_ENTRY_NULL,
};

/**
 * vigie_command_get_common_options:
 *
 * Returns: (transfer none): the options that every verb understands
 */
const GOptionEntry *
vigie_command_get_common_options (void)
{
  return common;
}

static GOptionContext *
create_context (const VigieCommand *self)
{
  g_autofree char *program = g_strdup_printf ("vigie %s", self->name);
  GOptionContext *context = g_option_context_new (gettext (self->usage));

  g_set_prgname (program);
  g_option_context_set_translate_func (context, translate_cb, NULL, NULL);
  g_option_context_set_summary (context, self->summary);
  g_option_context_set_description (context, self->description);
  if (self->options != NULL)
    g_option_context_add_main_entries (context, self->options, NULL);
  if (self->more_options != NULL)
    g_option_context_add_main_entries (context, self->more_options, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  return context;
}

static gboolean
check_arguments (const VigieCommand *self, char **arguments, GError **error)
{
  int n = (int) g_strv_length (arguments);

  if (n >= self->min_arguments && n <= self->max_arguments)
    return TRUE;
  /* Translators: %1$s is a verb, %2$s its arguments, as in: vigie new FILE */
  return vigie_command_usage (error, _ ("usage: vigie %1$s %2$s (see “vigie %1$s --help”)"), self->name,
                              gettext (self->usage));
}

/* What follows "--" is an argument, whatever it looks like. */
static void
drop_separator (char **arguments)
{
  for (gsize i = 0; arguments[i] != NULL; i++)
    if (g_str_equal (arguments[i], "--"))
      {
        g_free (arguments[i]);
        for (; arguments[i] != NULL; i++)
          arguments[i] = arguments[i + 1];
        return;
      }
}

static gboolean
check_language (GError **error)
{
  g_autofree char *spoken = NULL;

  if (language == NULL || vigie_language_is_spoken (language))
    return TRUE;
  spoken = vigie_language_dup_spoken ();
  /* Translators: %1$s is what was given as a language, %2$s those that there are */
  return vigie_command_usage (error, _ ("--lang: “%1$s” is not one of: %2$s"), language, spoken);
}

/**
 * vigie_command_run:
 * @argv: the program, then what stands after the verb
 *
 * Runs a verb and tells what went wrong.
 *
 * Returns: the exit status of the program: 0 done, 1 refused, 2 wrong usage
 */
int
vigie_command_run (const VigieCommand *self, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = create_context (self);
  g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
  g_autoptr (GError) error = NULL;
  gboolean done;

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);
  done = g_option_context_parse_strv (context, &arguments, &error);
  if (done)
    {
      drop_separator (arguments);
      done =
        check_language (&error) && check_arguments (self, arguments + 1, &error) && self->run (arguments + 1, &error);
    }
  if (done)
    return EXIT_DONE;
  vigie_command_tell (error->message);
  return error->domain == G_OPTION_ERROR || g_error_matches (error, VIGIE_COMMAND_ERROR, VIGIE_COMMAND_ERROR_USAGE)
           ? EXIT_USAGE
           : EXIT_REFUSED;
}

/**
 * vigie_command_parse_since:
 * @since: (nullable): `--since`
 * @as_of: (nullable): `--as-of`
 * @day: what @as_of says
 * @before: (out): the day that changes are told from; %VIGIE_DATE_NONE where @since is not given
 *
 * Returns: %FALSE with @error where it is no day before @day
 */
gboolean
vigie_command_parse_since (const char *since, const char *as_of, VigieDate day, VigieDate *before, GError **error)
{
  *before = VIGIE_DATE_NONE;
  if (since == NULL)
    return TRUE;
  if (!vigie_command_parse_date ("--since", since, before, error))
    return FALSE;
  /* Translators: both are days, as they were given */
  return *before < day || vigie_command_usage (error, _ ("--since: “%1$s” is not before the day asked about, “%2$s”"),
                                               since, as_of != NULL ? as_of : C_ ("day", "today"));
}

/**
 * vigie_command_parse_size:
 * @text: such as `1280x720`
 * @width: (out): in points
 * @height: (out): in points
 *
 * Returns: whether @text is a size of a picture
 */
gboolean
vigie_command_parse_size (const char *text, double *width, double *height, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 0);
  guint64 across = 0, down = 0;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, SMALLEST_PICTURE, LARGEST_PICTURE, &across, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, SMALLEST_PICTURE, LARGEST_PICTURE, &down, NULL))
    /* Translators: %1$s is what was given, %2$d and %3$d the least and the most points */
    return vigie_command_usage (error, _ ("--size: “%1$s” is not of the form 1280x720, each from %2$d to %3$d"), text,
                                SMALLEST_PICTURE, LARGEST_PICTURE);
  *width = (double) across;
  *height = (double) down;
  return TRUE;
}

/**
 * vigie_command_make_folder:
 *
 * Returns: whether the folder @path is there, made now where it was not
 */
gboolean
vigie_command_make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  g_set_error (error, VIGIE_COMMAND_ERROR, VIGIE_COMMAND_ERROR_REFUSED,
               /* Translators: %1$s is a folder, %2$s why it could not be made */
               _ ("the folder “%1$s” could not be made: %2$s"), path, g_strerror (errno));
  return FALSE;
}
