// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The order of words as a reader of French, English and their neighbours looks them up: by letter first, whatever its
 * accent or capital, so that “Équipes” stands between “Dérive” and “Fuite”. It asks nothing of the locale, so that a
 * list, a figure and a printed table have one order on every machine.
 */

#include "vigie-words.h"

#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  gunichar pending; /* the second letter of a ligature */
} Letters;

/* Beyond every letter: bytes that are no UTF-8 come last, in their own order. */
#define BROKEN 0x110000u

static gunichar
take_character (Letters *self)
{
  gunichar c;

  if ((guchar) *self->at < 0x80)
    return (guchar) *self->at++;
  c = g_utf8_get_char_validated (self->at, self->end - self->at);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return BROKEN + (guchar) *self->at++;
  self->at = g_utf8_next_char (self->at);
  return c;
}

static gunichar
split_ligature (Letters *self, gunichar lower)
{
  switch (lower)
    {
    case 0xE6: /* æ */
      self->pending = 'e';
      return 'a';
    case 0x153: /* œ */
      self->pending = 'e';
      return 'o';
    case 0xDF: /* ß */
      self->pending = 's';
      return 's';
    default:
      return lower;
    }
}

/* The next letter without its accents and in lower case; 0 at the end. */
static gunichar
next_letter (Letters *self)
{
  gunichar c = self->pending;

  self->pending = 0;
  while (c == 0 && self->at < self->end)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      c = take_character (self);
      if (c < 0x80)
        return (gunichar) g_ascii_tolower ((char) c);
      if (c >= BROKEN)
        return c;
      g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
      c = g_unichar_ismark (parts[0]) ? 0 : split_ligature (self, g_unichar_tolower (parts[0]));
    }
  return c;
}

/**
 * vigie_words_compare:
 * @a: UTF-8, not necessarily ended by a zero; broken bytes are borne
 * @a_length: in bytes
 *
 * Compares by letters without accents and capitals; those that have the same letters by their bytes.
 *
 * Returns: less than, equal to or greater than 0, as @a comes before, is, or comes after @b
 */
int
vigie_words_compare (const char *a, gsize a_length, const char *b, gsize b_length)
{
  Letters first = { a, a + a_length, 0 };
  Letters second = { b, b + b_length, 0 };
  gunichar x, y;
  int bytes;

  do
    {
      x = next_letter (&first);
      y = next_letter (&second);
      if (x != y)
        return x < y ? -1 : 1;
    }
  while (x != 0);
  bytes = memcmp (a, b, MIN (a_length, b_length));
  return bytes != 0 ? bytes : (a_length > b_length) - (a_length < b_length);
}

/**
 * vigie_words_collate:
 *
 * As vigie_words_compare(), of whole strings.
 */
int
vigie_words_collate (const char *a, const char *b)
{
  return vigie_words_compare (a, strlen (a), b, strlen (b));
}
