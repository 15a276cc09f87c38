// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Text as people type it in tables: with no-break spaces, capitals and accents here and not there.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-fold.h"

#include <string.h>

#define BYTE_ORDER_MARK 0xfeff
#define ZERO_WIDTH_SPACE 0x200b

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE;
}

/**
 * vigie_text_is_blank:
 *
 * Returns: whether @text holds nothing but space of any kind
 */
gboolean
vigie_text_is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!is_space (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/**
 * vigie_text_dup_trimmed:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text without space of any kind at its ends
 */
char *
vigie_text_dup_trimmed (const char *text)
{
  const char *end;

  while (*text != '\0' && is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text && is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

/**
 * vigie_text_dup_one_line:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text trimmed, with each run of space, line breaks too, as one space
 */
char *
vigie_text_dup_one_line (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (is_space (c))
        {
          space = TRUE;
          continue;
        }
      if (space && line->len > 0)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free_and_steal (line);
}

static gboolean
is_dash (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/* Decomposed, so that an accent is a mark of its own and can be left out. */
static char *
fold_marks (const char *text)
{
  g_autofree char *cased = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (c == 0x2019)
        c = '\'';
      g_string_append_unichar (folded, is_dash (c) ? '-' : c);
    }
  return g_string_free_and_steal (folded);
}

/**
 * vigie_text_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): what two spellings of a word have in common: capitals, accents, runs of
 *   space, and the kind of apostrophe and dash aside
 */
char *
vigie_text_fold (const char *text)
{
  g_autofree char *line = vigie_text_dup_one_line (text);

  return fold_marks (line);
}
