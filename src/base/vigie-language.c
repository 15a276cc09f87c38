// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The language of the process: what is said, and how numbers and dates are written. Conventions stand here rather
 * than being asked of the C library, because a sandbox may lack the reader's locale.
 */

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-language-private.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "vigie-config.h"

#define NO_BREAK_SPACE "\u00a0"
#define NARROW_SPACE "\u202f"

static const VigieConventions conventions[VIGIE_N_LANGUAGES] = {
  [VIGIE_LANGUAGE_EN] = { "en", ",", 4, ".", "%", "€", "", "", "", "" },
  [VIGIE_LANGUAGE_FR] = { "fr", NARROW_SPACE, 4, ",", NO_BREAK_SPACE "%", "", NO_BREAK_SPACE "€", "er", "", "" },
  [VIGIE_LANGUAGE_DE] = { "de", ".", 4, ",", NO_BREAK_SPACE "%", "", NO_BREAK_SPACE "€", ".", ".", "" },
  [VIGIE_LANGUAGE_ES] = { "es", ".", 5, ",", NO_BREAK_SPACE "%", "", NO_BREAK_SPACE "€", "", "", "de " },
  [VIGIE_LANGUAGE_IT] = { "it", ".", 5, ",", "%", "", NO_BREAK_SPACE "€", "", "", "" },
  [VIGIE_LANGUAGE_NL] = { "nl", ".", 4, ",", "%", "€" NO_BREAK_SPACE, "", "", "", "" },
};

static VigieLanguage language = VIGIE_LANGUAGE_EN;

/* gettext looks at LANGUAGE only where the locale is not "C": any UTF-8 locale of the machine will do. */
static void
set_locale (void)
{
  static const char *const locales[] = { "", "fr_FR.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "C.UTF-8" };
  const char *current = setlocale (LC_ALL, "C"); /* gettext reads LANGUAGE again where the locale changes */

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      current = setlocale (LC_ALL, locales[i]);
      if (current != NULL && g_strcmp0 (current, "C") != 0 && g_strcmp0 (current, "POSIX") != 0 &&
          !g_str_has_prefix (current, "C."))
        break;
    }
  setlocale (LC_NUMERIC, "C");
}

static int
find_language (const char *tag)
{
  gsize length = strcspn (tag, "_.@-");

  for (gsize i = 0; i < G_N_ELEMENTS (conventions); i++)
    if (strlen (conventions[i].tag) == length && strncmp (conventions[i].tag, tag, length) == 0)
      return (int) i;
  return -1;
}

/**
 * vigie_language_is_spoken:
 * @tag: a language tag such as `fr` or `de_AT.UTF-8`
 */
gboolean
vigie_language_is_spoken (const char *tag)
{
  g_return_val_if_fail (tag != NULL, FALSE);

  return find_language (tag) >= 0;
}

/**
 * vigie_language_dup_spoken:
 *
 * Returns: (transfer full): every language, for messages: `en, fr, …`
 */
char *
vigie_language_dup_spoken (void)
{
  g_autoptr (GString) tags = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (conventions); i++)
    g_string_append_printf (tags, i > 0 ? ", %s" : "%s", conventions[i].tag);
  return g_string_free_and_steal (g_steal_pointer (&tags));
}

/* The first of the person's languages that Vigie speaks. */
static int
find_own_language (void)
{
  for (const char *const *name = g_get_language_names (); *name != NULL; name++)
    if (find_language (*name) >= 0)
      return find_language (*name);
  return VIGIE_LANGUAGE_EN;
}

/**
 * vigie_language_init:
 * @tag: (nullable): a language tag such as `fr` or `en_GB.UTF-8`; %NULL for the person's own. English where
 *   Vigie does not speak it
 *
 * Sets the language of the process, for its messages, numbers and dates. Called once, first.
 */
void
vigie_language_init (const char *tag)
{
  const char *localedir = g_getenv ("VIGIE_LOCALEDIR");
  int found = tag != NULL ? find_language (tag) : find_own_language ();

  language = found >= 0 ? (VigieLanguage) found : VIGIE_LANGUAGE_EN;
  g_setenv ("LANGUAGE", vigie_language_get_tag (), TRUE);
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : VIGIE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

VigieLanguage
vigie_language_get (void)
{
  return language;
}

/**
 * vigie_language_get_tag_of:
 *
 * Returns: (transfer none): the tag of a language: `en`, `fr` …
 */
const char *
vigie_language_get_tag_of (VigieLanguage spoken)
{
  g_return_val_if_fail (spoken < VIGIE_N_LANGUAGES, NULL);

  return conventions[spoken].tag;
}

/**
 * vigie_language_get_name_of:
 *
 * Returns: (transfer none): what a language is called by those who speak it: `Deutsch`, `Français` …
 */
const char *
vigie_language_get_name_of (VigieLanguage spoken)
{
  static const char *const names[VIGIE_N_LANGUAGES] = {
    [VIGIE_LANGUAGE_EN] = "English", [VIGIE_LANGUAGE_FR] = "Français", [VIGIE_LANGUAGE_DE] = "Deutsch",
    [VIGIE_LANGUAGE_ES] = "Español", [VIGIE_LANGUAGE_IT] = "Italiano", [VIGIE_LANGUAGE_NL] = "Nederlands",
  };

  g_return_val_if_fail (spoken < VIGIE_N_LANGUAGES, NULL);

  return names[spoken];
}

/**
 * vigie_language_get_tag:
 *
 * Returns: (transfer none): such as `en` or `fr`
 */
const char *
vigie_language_get_tag (void)
{
  return conventions[language].tag;
}

/**
 * vigie_language_is_right_to_left:
 *
 * Returns: whether the language is read from right to left. Its catalogue says so, so that a new language needs no
 *   more than that
 */
gboolean
vigie_language_is_right_to_left (void)
{
  /* Translators: "rtl" where the language is written from right to left, else "ltr"; it is never shown. */
  return g_str_equal (C_ ("direction of writing", "ltr"), "rtl");
}

/**
 * vigie_language_get_decimal_point:
 *
 * Returns: (transfer none): what decimals follow: `.` in English, else `,`
 */
const char *
vigie_language_get_decimal_point (void)
{
  return conventions[language].point;
}

const VigieConventions *
vigie_language_get_conventions (void)
{
  return &conventions[language];
}

/**
 * vigie_language_pick:
 * @french: (nullable): a text of the register in French
 * @english: (nullable): the same in English
 *
 * Returns: (transfer none) (nullable): the French one for a reader of French, else the English one; where there
 *   is only one, that one
 */
const char *
vigie_language_pick (const char *french, const char *english)
{
  if (french == NULL || english == NULL)
    return french != NULL ? french : english;
  return language == VIGIE_LANGUAGE_FR ? french : english;
}
