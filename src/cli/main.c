// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * vigie: the command line. With a verb it does what the verb says, without a display and without
 * GTK; with none it becomes the window program.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-commands.h"
#include "vigie-manual.h"

#include "vigie-config.h"
#include "vigie-format.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Every verb, in the order of the alphabet, one a line. */
static const VigieCommand *const commands[] = {
  &vigie_command_agenda, &vigie_command_backup,  &vigie_command_check,   &vigie_command_controls,
  &vigie_command_demo,   &vigie_command_export,  &vigie_command_figure,  &vigie_command_import,
  &vigie_command_log,    &vigie_command_minutes, &vigie_command_new,     &vigie_command_overview,
  &vigie_command_redo,   &vigie_command_report,  &vigie_command_restore, &vigie_command_sheet,
  &vigie_command_slides, &vigie_command_undo,
};

static const VigieCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

/* Help and the messages about options need the language before options are parsed. */
static const char *
find_language (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_has_prefix (argv[i], "--lang="))
        return argv[i] + strlen ("--lang=");
      if (g_str_equal (argv[i], "--lang") && i + 1 < argc)
        return argv[i + 1];
    }
  return NULL;
}

static int
print_help (void)
{
  g_print ("%s\n\n", _ ("Vigie: a register and dashboard of artificial intelligence in a hospital group"));
  g_print ("%s\n", _ ("Usage:"));
  g_print ("  vigie [%s]\n", C_ ("argument", "FILE"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  vigie %s %s\n      %s\n", commands[i]->name, gettext (commands[i]->usage),
             gettext (commands[i]->summary));
  g_print ("\n%s\n", _ ("With no verb it opens the window. “vigie VERB --help” tells more of a verb."));
  return 0;
}

/* `vigie help`, for a person; with a format, for the manual and for shells. */
static int
answer_help (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_add_main_entries (context, vigie_command_get_common_options (), NULL);
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse (context, &argc, &argv, &error) ||
      (format != NULL && !vigie_manual_print (format, commands, G_N_ELEMENTS (commands), &error)))
    {
      vigie_command_tell (error->message);
      return 2;
    }
  return format != NULL ? 0 : print_help ();
}

/* The window program: as VIGIE_WINDOW says, where the build folder or a test sets it, else installed. */
static int
open_window (char **argv)
{
  const char *window = g_getenv ("VIGIE_WINDOW");
  g_autofree char *installed = g_build_filename (VIGIE_LIBEXECDIR, "vigie-window", NULL);
  g_autofree char *message = NULL;

  if (window == NULL || *window == '\0')
    window = installed;
  execv (window, argv);
  /* Translators: %1$s is a program, %2$s why it could not be started */
  message = g_strdup_printf (_ ("the window program “%1$s” could not be started: %2$s"), window, g_strerror (errno));
  vigie_command_tell (message);
  return 1;
}

/* A word that is neither a verb nor a file is a misspelt verb: the window could say nothing better. */
static gboolean
is_misspelt_verb (const char *word)
{
  return *word != '-' && strpbrk (word, "/.:") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

static int
refuse_verb (const char *word)
{
  g_autofree char *message = NULL;

  /* Translators: %s is what was typed after “vigie” */
  message = g_strdup_printf (_ ("there is no verb and no file “%s”; see “vigie --help”"), word);
  vigie_command_tell (message);
  return 2;
}

int
main (int argc, char *argv[])
{
  const VigieCommand *command = argc > 1 ? find_command (argv[1]) : NULL;

  vigie_language_init (find_language (argc, argv));
  if (command != NULL)
    {
      argv[1] = argv[0];
      return vigie_command_run (command, argc - 1, argv + 1);
    }
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    return print_help ();
  if (argc > 1 && g_str_equal (argv[1], "help"))
    return answer_help (argc - 1, argv + 1);
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("vigie %s\n", VIGIE_VERSION);
      return 0;
    }
  if (argc > 1 && is_misspelt_verb (argv[1]))
    return refuse_verb (argv[1]);
  return open_window (argv);
}
