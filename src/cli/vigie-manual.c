// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the descriptors of the verbs say, for those who read it elsewhere: as a page of the manual, and as what a
 * shell completes. `vigie help --format man|bash|fish` prints it, and the build installs it, so that neither can
 * tell of an option that is not there.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-manual.h"

#include "vigie-config.h"
#include "vigie-figure.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  GString *out;
  const VigieCommand *const *commands;
  gsize n_commands;
} Manual;

typedef void (*OptionWriter) (GString *out, const VigieCommand *command, const GOptionEntry *option);

/* The options of a verb: its own, those it shares with others, and those of every verb. */
static void
for_each_option (GString *out, const VigieCommand *command, OptionWriter write)
{
  const GOptionEntry *const lists[] = { command->options, command->more_options, vigie_command_get_common_options () };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const GOptionEntry *option = lists[i]; option != NULL && option->long_name != NULL; option++)
      if ((option->flags & G_OPTION_FLAG_HIDDEN) == 0)
        write (out, command, option);
}

/* --- the page of the manual ------------------------------------------------------------------------------- */

/* What roff would take for its own is said so that it is not. */
static void
append_roff (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '\\')
      g_string_append (out, "\\(rs");
    else if (*c == '-')
      g_string_append (out, "\\-");
    else if ((*c == '.' || *c == '\'') && (c == text || c[-1] == '\n'))
      g_string_append_printf (out, "\\&%c", *c);
    else
      g_string_append_c (out, *c);
}

static void
append_paragraphs (GString *out, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      g_string_append (out, ".PP\n");
      append_roff (out, g_strstrip (*paragraph));
      g_string_append_c (out, '\n');
    }
}

static void
append_section (GString *out, const char *title)
{
  g_autofree char *capitals = g_utf8_strup (title, -1);

  g_string_append (out, ".SH \"");
  append_roff (out, capitals);
  g_string_append (out, "\"\n");
}

static void
append_man_option (GString *out, const VigieCommand *command G_GNUC_UNUSED, const GOptionEntry *option)
{
  g_string_append (out, ".TP\n.B ");
  if (option->short_name != '\0')
    g_string_append_printf (out, "\\-%c, ", option->short_name);
  g_string_append (out, "\\-\\-");
  append_roff (out, option->long_name);
  if (option->arg_description != NULL)
    {
      g_string_append_c (out, ' ');
      append_roff (out, gettext (option->arg_description));
    }
  g_string_append_c (out, '\n');
  append_roff (out, gettext (option->description));
  g_string_append_c (out, '\n');
}

static void
append_man_verb (GString *out, const VigieCommand *command)
{
  g_string_append_printf (out, ".SS \"vigie %s ", command->name);
  append_roff (out, gettext (command->usage));
  g_string_append (out, "\"\n");
  append_roff (out, gettext (command->summary));
  g_string_append_c (out, '\n');
  for_each_option (out, command, append_man_option);
  if (command->description != NULL)
    append_paragraphs (out, gettext (command->description));
}

static void
print_man (Manual *manual)
{
  GString *out = manual->out;

  g_string_append_printf (out, ".TH VIGIE 1 \"\" \"Vigie %s\"\n", VIGIE_VERSION);
  append_section (out, C_ ("manual", "Name"));
  g_string_append (out, "vigie \\- ");
  append_roff (out, _ ("a register and dashboard of artificial intelligence in a hospital group"));
  g_string_append_c (out, '\n');
  append_section (out, C_ ("manual", "Synopsis"));
  g_string_append_printf (out, ".B vigie\n[%s]\n.br\n.B vigie\n%s\n", C_ ("argument", "FILE"),
                          C_ ("argument", "VERB [ARGUMENT …]"));
  append_section (out, C_ ("manual", "Description"));
  append_paragraphs (out, _ ("With no verb, vigie opens its window. With a verb it needs no display: what it answers "
                             "goes to the standard output or to the file that -o names, messages go to the standard "
                             "error.\n\nA register is one file of SQLite. An answer as of a day (--as-of) is the same "
                             "whenever it is asked."));
  append_section (out, C_ ("manual", "Verbs"));
  for (gsize i = 0; i < manual->n_commands; i++)
    append_man_verb (out, manual->commands[i]);
  append_section (out, C_ ("manual", "Exit status"));
  g_string_append_printf (out, ".TP\n.B 0\n%s\n.TP\n.B 1\n%s\n.TP\n.B 2\n%s\n", _ ("It is done."),
                          _ ("It was refused; a message says what, where and why."),
                          _ ("It was called in a way that it does not understand."));
}

/* --- what a shell completes -------------------------------------------------------------------------------- */

static void
append_word (GString *out, const VigieCommand *command G_GNUC_UNUSED, const GOptionEntry *option)
{
  g_string_append_printf (out, " --%s", option->long_name);
  if (option->short_name != '\0')
    g_string_append_printf (out, " -%c", option->short_name);
}

/* What an option chooses from stands in the usage of its verb, as in "[--format text|json]". */
static char *
dup_choices (const VigieCommand *command, const GOptionEntry *option)
{
  g_autofree char *name = g_strdup_printf ("--%s ", option->long_name);
  const char *begin = strstr (command->usage, name);
  char *choices;

  if (begin == NULL || option->arg_description == NULL)
    return NULL;
  begin += strlen (name);
  choices = g_strndup (begin, strcspn (begin, " ])"));
  if (strchr (choices, '|') == NULL)
    g_clear_pointer (&choices, g_free);
  return choices != NULL ? g_strdelimit (choices, "|", ' ') : NULL;
}

static void
append_bash_choice (GString *out, const VigieCommand *command, const GOptionEntry *option)
{
  g_autofree char *choices = dup_choices (command, option);

  if (choices != NULL)
    g_string_append_printf (out, "    \"%s --%s\") words=\"%s\" ;;\n", command->name, option->long_name, choices);
}

static void
print_bash (Manual *manual)
{
  GString *out = manual->out;

  g_string_append (out, "# bash completion of vigie, made by “vigie help --format bash”\n\n_vigie ()\n{\n"
                        "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}"
                        " verb=${COMP_WORDS[1]} words=\n\n  COMPREPLY=()\n  if [ \"$COMP_CWORD\" = 1 ]; then\n"
                        "    words=\"help");
  for (gsize i = 0; i < manual->n_commands; i++)
    g_string_append_printf (out, " %s", manual->commands[i]->name);
  g_string_append (out,
                   "\"\n    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; compgen -f -- \"$word\")\n"
                   "    return\n  fi\n  case \"$verb $before\" in\n");
  for (gsize i = 0; i < manual->n_commands; i++)
    for_each_option (out, manual->commands[i], append_bash_choice);
  g_string_append (out, "  esac\n  if [ -z \"$words\" ] && [[ $word == -* ]]; then\n    case $verb in\n");
  for (gsize i = 0; i < manual->n_commands; i++)
    {
      g_string_append_printf (out, "      %s) words=\"--help", manual->commands[i]->name);
      for_each_option (out, manual->commands[i], append_word);
      g_string_append (out, "\" ;;\n");
    }
  g_string_append (out, "    esac\n  fi\n  if [ -n \"$words\" ]; then\n"
                        "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n  else\n"
                        "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n  fi\n}\n\n"
                        "complete -o filenames -F _vigie vigie\n");
}

static void
append_fish_text (GString *out, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "'", -1);
  g_autofree char *escaped = g_strjoinv ("\\'", parts);

  g_string_append_printf (out, "'%s'", escaped);
}

static void
append_fish_option (GString *out, const VigieCommand *command, const GOptionEntry *option)
{
  g_autofree char *choices = dup_choices (command, option);

  g_string_append_printf (out, "complete -c vigie -n '__fish_seen_subcommand_from %s' -l %s", command->name,
                          option->long_name);
  if (option->short_name != '\0')
    g_string_append_printf (out, " -s %c", option->short_name);
  if (choices != NULL)
    g_string_append_printf (out, " -xa '%s'", choices);
  else if (option->arg_description != NULL)
    g_string_append (out, " -r");
  g_string_append (out, " -d ");
  append_fish_text (out, gettext (option->description));
  g_string_append_c (out, '\n');
}

static void
print_fish (Manual *manual)
{
  g_string_append (manual->out, "# fish completion of vigie, made by “vigie help --format fish”\n");
  for (gsize i = 0; i < manual->n_commands; i++)
    {
      const VigieCommand *command = manual->commands[i];

      g_string_append_printf (manual->out, "complete -c vigie -n __fish_use_subcommand -a %s -d ", command->name);
      append_fish_text (manual->out, gettext (command->summary));
      g_string_append_c (manual->out, '\n');
      for_each_option (manual->out, command, append_fish_option);
    }
}

/* --- the page of the help that tells how to read each figure ------------------------------------------------ */

static void
print_figures (Manual *manual)
{
  GString *out = manual->out;
  char *markup = g_markup_printf_escaped (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<page xmlns=\"http://projectmallard.org/1.0/\" type=\"topic\" id=\"figures\">\n"
    "  <info>\n    <link type=\"guide\" xref=\"index#read\"/>\n    <desc>%s</desc>\n  </info>\n"
    "  <title>%s</title>\n",
    _ ("What each of them asks, and how it is counted."), _ ("Read a figure"));

  g_string_append (out, markup);
  g_free (markup);
  for (guint kind = 0; kind < vigie_figure_n_kinds (); kind++)
    {
      markup = g_markup_printf_escaped ("  <section id=\"%s\">\n    <title>%s</title>\n    <p><em>%s</em></p>\n"
                                        "    <p>%s</p>\n  </section>\n",
                                        vigie_figure_kind_id (kind), vigie_figure_kind_title (kind),
                                        vigie_figure_kind_question (kind), vigie_figure_kind_definition (kind));
      g_string_append (out, markup);
      g_free (markup);
    }
  g_string_append (out, "</page>\n");
}

static const struct
{
  const char *name;
  void (*print) (Manual *manual);
} formats[] = {
  { "man", print_man },
  { "bash", print_bash },
  { "fish", print_fish },
  { "figures", print_figures },
};

/**
 * vigie_manual_print:
 * @format: `man`, `bash`, `fish` or `figures`, a page in Mallard
 * @commands: (array length=n_commands): every verb, in the order in which they are told
 *
 * Prints what the verbs are to the standard output, in the language of the process.
 *
 * Returns: %FALSE with %VIGIE_COMMAND_ERROR_USAGE where there is no such format
 */
gboolean
vigie_manual_print (const char *format, const VigieCommand *const *commands, gsize n_commands, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Manual manual = { .out = out, .commands = commands, .n_commands = n_commands };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (format, formats[i].name) == 0)
      {
        formats[i].print (&manual);
        fputs (out->str, stdout);
        return TRUE;
      }
  /* Translators: %s is what was given as a format */
  return vigie_command_usage (error, _ ("--format: “%s” is not man, bash, fish or figures"),
                              format != NULL ? format : "");
}
