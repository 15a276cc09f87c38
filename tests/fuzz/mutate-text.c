// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Files that are read as text: what programs write that do it wrong, and what somebody writes who wants it to go wrong.
 */

#include "mutate.h"

#include <string.h>

#define LONG 300000

static const struct
{
  const char *text;
  gsize length;
} pieces[] = {
  { "\"", 1 },
  { "\"\"\"", 3 },
  { "\0", 1 },
  { "\r", 1 },
  { "\n\n", 2 },
  { ";;;;", 4 },
  { ",\t,", 3 },
  { "\xef\xbb\xbf", 3 },
  { "\xff\xfe", 2 },
  { "\xc3", 1 },
  { "\xed\xa0\x80", 3 },
  { "\xf4\x90\x80\x80", 4 },
  { "=cmd|' /C calc'!A0", 18 },
  { "9223372036854775808", 19 },
  { "-1e999", 6 },
  { "2026-02-30", 10 },
  { "0000-00-00", 10 },
  { "\\u0000", 6 },
  { "\\ud800", 6 },
  { "null", 4 },
  { "{", 1 },
  { "}", 1 },
  { "[", 1 },
  { "]", 1 },
  { "%n%s", 4 },
  { "../../etc/passwd", 16 },
};

static guint
pick (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) MAX (n, 1));
}

static void
insert (GByteArray *bytes, guint at, const char *text, gsize length)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, before + (guint) length);
  memmove (bytes->data + at + length, bytes->data + at, before - at);
  memcpy (bytes->data + at, text, length);
}

static void
insert_piece (GByteArray *bytes, GRand *rand)
{
  guint i = pick (rand, G_N_ELEMENTS (pieces));

  insert (bytes, pick (rand, bytes->len + 1), pieces[i].text, pieces[i].length);
}

/* One piece again and again: brackets within brackets, fields without end. */
static void
insert_many (GByteArray *bytes, GRand *rand)
{
  guint i = pick (rand, G_N_ELEMENTS (pieces));
  g_autoptr (GString) many = g_string_new (NULL);
  guint n = 1 + pick (rand, LONG / (guint) pieces[i].length);

  for (; n > 0; n--)
    g_string_append_len (many, pieces[i].text, (gssize) pieces[i].length);
  insert (bytes, pick (rand, bytes->len + 1), many->str, many->len);
}

static void
change_bytes (GByteArray *bytes, GRand *rand)
{
  for (guint n = 1 + pick (rand, 8); n > 0; n--)
    bytes->data[pick (rand, bytes->len)] = (guint8) pick (rand, 256);
}

static void
remove_range (GByteArray *bytes, GRand *rand)
{
  guint at = pick (rand, bytes->len);

  g_byte_array_remove_range (bytes, at, 1 + pick (rand, bytes->len - at));
}

static void
repeat_range (GByteArray *bytes, GRand *rand)
{
  guint at = pick (rand, bytes->len), length = 1 + pick (rand, bytes->len - at);
  g_autofree char *range = g_memdup2 (bytes->data + at, length);

  for (guint n = 1 + pick (rand, 20); n > 0 && bytes->len < LONG; n--)
    insert (bytes, at, range, length);
}

static void
cut_off (GByteArray *bytes, GRand *rand)
{
  g_byte_array_set_size (bytes, pick (rand, bytes->len));
}

/* As UTF-16 that was taken for bytes, or the other way round. */
static void
widen (GByteArray *bytes, GRand *rand)
{
  g_autoptr (GByteArray) wide = g_byte_array_new ();
  const guint8 zero = 0;

  for (guint i = 0; i < bytes->len; i++)
    {
      g_byte_array_append (wide, bytes->data + i, 1);
      if (pick (rand, 100) > 0)
        g_byte_array_append (wide, &zero, 1);
    }
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, wide->data, wide->len);
}

/**
 * fuzz_mutate_text:
 *
 * Changes a file that is read as text, several times.
 */
void
fuzz_mutate_text (GByteArray *bytes, GRand *rand)
{
  static void (*const ways[]) (GByteArray *, GRand *) = { insert_piece, insert_piece, insert_piece, insert_many,
                                                          change_bytes, change_bytes, remove_range, repeat_range,
                                                          cut_off,      widen };

  for (guint n = 1 + pick (rand, 4); n > 0 && bytes->len > 0 && bytes->len <= LONG; n--)
    ways[pick (rand, G_N_ELEMENTS (ways))](bytes, rand);
}
