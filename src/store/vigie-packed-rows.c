// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Rows as bytes. A value begins with a byte: its kind in the low three bits, and above them a small number, or MORE
 * and then the number as vigie-packed.h has it. Of an integer the number is its difference to the one
 * above it, so that what ascends takes a byte; of a text or a blob its length; of a word, a short text that was met
 * before, how many were met before that one.
 *
 * What is read may be of any origin: nothing is taken to be as it should.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-packed-rows.h"

#include "vigie-packed.h"

#include <string.h>

#define KIND_BITS 3
#define MORE 31
/* A word is a date, or the nick of an enumeration; of names and codes no more are kept than fit. */
#define LONGEST_WORD 27
#define MOST_WORDS 8192

struct _VigiePackedRows
{
  GByteArray *bytes;
  GHashTable *words; /* (element-type utf8 uint): their numbers */
  guint n_columns;
  guint column;
  guint n_rows;
  gint64 *above;
};

/**
 * vigie_packed_rows_new:
 * @n_columns: that every row has
 */
VigiePackedRows *
vigie_packed_rows_new (guint n_columns)
{
  VigiePackedRows *self = g_new0 (VigiePackedRows, 1);

  self->bytes = g_byte_array_new ();
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_columns = n_columns;
  self->above = g_new0 (gint64, n_columns);
  return self;
}

void
vigie_packed_rows_free (VigiePackedRows *self)
{
  g_return_if_fail (self != NULL);

  g_byte_array_unref (self->bytes);
  g_hash_table_unref (self->words);
  g_free (self->above);
  g_free (self);
}

static void
begin (VigiePackedRows *self, VigiePackedKind kind, guint64 number)
{
  guint8 byte = (guint8) (kind | (guint) MIN (number, MORE) << KIND_BITS);

  g_byte_array_append (self->bytes, &byte, 1);
  if (number >= MORE)
    vigie_packed_append (self->bytes, number);
  if (++self->column < self->n_columns)
    return;
  self->column = 0;
  self->n_rows++;
}

void
vigie_packed_rows_add_null (VigiePackedRows *self)
{
  begin (self, VIGIE_PACKED_NULL, 0);
}

void
vigie_packed_rows_add_integer (VigiePackedRows *self, gint64 value)
{
  gint64 *above = &self->above[self->column];
  guint64 difference = (guint64) value - (guint64) *above;

  *above = value;
  begin (self, VIGIE_PACKED_INTEGER, vigie_packed_fold ((gint64) difference));
}

static gboolean
is_word (const char *text, gsize length)
{
  return length <= LONGEST_WORD && memchr (text, '\0', length) == NULL;
}

/**
 * vigie_packed_rows_add_text:
 * @text: (array length=length): ended by a zero byte
 */
void
vigie_packed_rows_add_text (VigiePackedRows *self, const char *text, gsize length)
{
  gboolean word = is_word (text, length);
  gpointer number;

  if (word && g_hash_table_lookup_extended (self->words, text, NULL, &number))
    {
      begin (self, VIGIE_PACKED_WORD, GPOINTER_TO_UINT (number));
      return;
    }
  if (word && g_hash_table_size (self->words) < MOST_WORDS)
    g_hash_table_insert (self->words, g_strdup (text), GUINT_TO_POINTER (g_hash_table_size (self->words)));
  begin (self, VIGIE_PACKED_TEXT, length);
  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) length);
  g_byte_array_append (self->bytes, (const guint8 *) "", 1);
}

void
vigie_packed_rows_add_blob (VigiePackedRows *self, gconstpointer bytes, gsize size)
{
  begin (self, VIGIE_PACKED_BLOB, size);
  g_byte_array_append (self->bytes, bytes, (guint) size);
}

guint
vigie_packed_rows_get_n_columns (const VigiePackedRows *self)
{
  return self->n_columns;
}

guint
vigie_packed_rows_get_n_rows (const VigiePackedRows *self)
{
  return self->n_rows;
}

/**
 * vigie_packed_rows_get_bytes:
 * @size: (out): how many
 *
 * Returns: (transfer none): for vigie_packed_reader_new()
 */
gconstpointer
vigie_packed_rows_get_bytes (const VigiePackedRows *self, gsize *size)
{
  *size = self->bytes->len;
  return self->bytes->data;
}

struct _VigiePackedReader
{
  GBytes *bytes;
  const guint8 *at;
  const guint8 *end;
  const char **words;
  guint8 *lengths; /* of the words */
  guint n_words;
  guint n_columns;
  VigiePackedValue *values;
  gint64 *above;
  gboolean damaged;
};

/**
 * vigie_packed_reader_new:
 * @bytes: what vigie_packed_rows_get_bytes() said, maybe
 * @n_columns: that every row has, at least one
 */
VigiePackedReader *
vigie_packed_reader_new (GBytes *bytes, guint n_columns)
{
  VigiePackedReader *self = g_new0 (VigiePackedReader, 1);
  gsize size;

  self->bytes = g_bytes_ref (bytes);
  self->at = g_bytes_get_data (bytes, &size);
  self->end = self->at + size;
  self->words = g_new (const char *, MOST_WORDS);
  self->lengths = g_new (guint8, MOST_WORDS);
  self->n_columns = n_columns;
  self->values = g_new0 (VigiePackedValue, n_columns);
  self->above = g_new0 (gint64, n_columns);
  return self;
}

void
vigie_packed_reader_free (VigiePackedReader *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->bytes);
  g_free (self->words);
  g_free (self->lengths);
  g_free (self->values);
  g_free (self->above);
  g_free (self);
}

static gboolean
take_bytes (VigiePackedReader *self, VigiePackedValue *value, guint64 size, gsize n_ending)
{
  gsize left = (gsize) (self->end - self->at);

  if (size > left || left - size < n_ending || (n_ending > 0 && self->at[size] != '\0'))
    return FALSE;
  value->bytes = (const char *) self->at;
  value->size = size;
  self->at += size + n_ending;
  return TRUE;
}

static gboolean
take_text (VigiePackedReader *self, VigiePackedValue *value, guint64 size)
{
  if (!take_bytes (self, value, size, 1))
    return FALSE;
  if (self->n_words < MOST_WORDS && is_word (value->bytes, size))
    {
      self->lengths[self->n_words] = (guint8) size;
      self->words[self->n_words++] = value->bytes;
    }
  return TRUE;
}

static gboolean
take_word (VigiePackedReader *self, VigiePackedValue *value, guint64 number)
{
  if (number >= self->n_words)
    return FALSE;
  value->kind = VIGIE_PACKED_TEXT;
  value->bytes = self->words[number];
  value->size = self->lengths[number];
  return TRUE;
}

static gboolean
read_value (VigiePackedReader *self, guint column)
{
  VigiePackedValue *value = &self->values[column];
  guint64 number;

  if (self->at == self->end)
    return FALSE;
  value->kind = (VigiePackedKind) (*self->at & ((1 << KIND_BITS) - 1));
  number = *self->at++ >> KIND_BITS;
  if (number == MORE && !vigie_packed_read (&self->at, self->end, &number))
    return FALSE;
  switch (value->kind)
    {
    case VIGIE_PACKED_NULL:
      return TRUE;
    case VIGIE_PACKED_INTEGER:
      value->integer = self->above[column] =
        (gint64) ((guint64) self->above[column] + (guint64) vigie_packed_unfold (number));
      return TRUE;
    case VIGIE_PACKED_TEXT:
      return take_text (self, value, number);
    case VIGIE_PACKED_WORD:
      return take_word (self, value, number);
    case VIGIE_PACKED_BLOB:
      return take_bytes (self, value, number, 0);
    default:
      return FALSE;
    }
}

/**
 * vigie_packed_reader_next:
 *
 * Returns: whether there is a row; %FALSE at the end, or where what follows is none
 */
gboolean
vigie_packed_reader_next (VigiePackedReader *self)
{
  if (self->at == self->end || self->damaged)
    return FALSE;
  for (guint column = 0; column < self->n_columns && !self->damaged; column++)
    self->damaged = !read_value (self, column);
  return !self->damaged;
}

/**
 * vigie_packed_reader_get_bytes:
 *
 * Returns: (transfer none): what texts and blobs are in
 */
GBytes *
vigie_packed_reader_get_bytes (const VigiePackedReader *self)
{
  return self->bytes;
}

gboolean
vigie_packed_reader_is_damaged (const VigiePackedReader *self)
{
  return self->damaged;
}

/**
 * vigie_packed_reader_get:
 *
 * Returns: (transfer none): what stands in @column of the row; its bytes are valid as long as the reader is
 */
const VigiePackedValue *
vigie_packed_reader_get (const VigiePackedReader *self, guint column)
{
  g_assert (column < self->n_columns);

  return &self->values[column];
}
