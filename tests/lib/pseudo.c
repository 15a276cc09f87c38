// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * pseudo: a message of the program as a language would have it that is longer than any: accented, bracketed and longer
 * by two fifths. For msgfilter, which gives the message in the environment. What formats a value or marks up stays as
 * it is.
 */

#include <glib.h>
#include <stdio.h>
#include <string.h>

/* The bytes of what must stay: a value's format, an entity, or what stands between angle brackets; else 0. */
static gsize
measure_fixed (const char *at)
{
  gsize n;

  if (*at == '<')
    return strcspn (at, ">") + 1;
  if (*at == '&' && (n = strcspn (at, "; ")) > 0 && at[n] == ';')
    return n + 1;
  if (*at != '%')
    return 0;
  n = 1 + strspn (at + 1, "0123456789$.-+*#'lzhjt");
  /* A type that each system names its own way, as gettext writes it. */
  if (at[n] == '<')
    return n + strcspn (at + n, ">") + 1;
  return at[n] != '\0' ? n + 1 : n;
}

static void
append_accented (GString *out, char letter)
{
  static const char plain[] = "aceinouyACEINOU";
  static const char *const accented[] = {
    "á", "ç", "é", "î", "ñ", "ö", "ü", "ý", "Â", "Ç", "É", "Ï", "Ñ", "Ö", "Ü",
  };
  const char *found = strchr (plain, letter);

  if (found != NULL)
    g_string_append (out, accented[found - plain]);
  else
    g_string_append_c (out, letter);
}

static char *
dup_pseudo (const char *message)
{
  static const char more[] = " lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor";
  GString *out = g_string_new ("[");
  gsize length = (gsize) g_utf8_strlen (message, -1);

  for (const char *at = message; *at != '\0';)
    {
      gsize fixed = measure_fixed (at);

      if (fixed > 0)
        g_string_append_len (out, at, (gssize) fixed);
      else
        append_accented (out, *at);
      at += MAX (fixed, 1);
    }
  for (gsize i = 0, n = (length * 2 + 4) / 5; i < n; i++)
    g_string_append_c (out, more[i % (sizeof more - 1)]);
  g_string_append_c (out, ']');
  return g_string_free_and_steal (out);
}

int
main (void)
{
  const char *plural = g_getenv ("MSGFILTER_MSGID_PLURAL");
  const char *form = g_getenv ("MSGFILTER_PLURAL_FORM");
  const char *message = g_getenv ("MSGFILTER_MSGID");
  g_autofree char *pseudo = NULL;
  char taken[4096];

  if (message == NULL || *message == '\0')
    return 1;
  if (form != NULL && *form != '0' && plural != NULL && *plural != '\0')
    message = plural;
  /* What it is translated to does not count, but must be taken. */
  while (fread (taken, 1, sizeof taken, stdin) > 0)
    ;
  pseudo = dup_pseudo (message);
  fputs (pseudo, stdout);
  return 0;
}
