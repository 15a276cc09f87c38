// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How the characters of a text file are written: what its byte order mark says; else UTF-8 where the
 * whole of it is valid UTF-8; else Windows-1252, as Excel in Western Europe writes CSV. The file is
 * read through once, with bounded memory, so that one encoding holds for all of it.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-encoding.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define BLOCK 65536
#define LONGEST_SEQUENCE 4
#define STRETCH 1024

/* Bytes 0x80 to 0x9f of Windows-1252 (Unicode consortium, CP1252.TXT); 0 is not assigned. */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* Files that people give for a table, by their first bytes. */
static const struct
{
  const char *bytes;
  gsize size;
  const char *what;
} signatures[] = {
  { "\xff\xd8\xff", 3, N_ ("a JPEG picture") },
  { "\x89PNG", 4, N_ ("a PNG picture") },
  { "GIF8", 4, N_ ("a GIF picture") },
  { "%PDF-", 5, N_ ("a PDF document") },
  { "SQLite format 3", 16, N_ ("a database") },
  { "PK\x03\x04", 4, N_ ("a workbook or another compressed file; save its sheet as CSV first") },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, N_ ("an old Office document; save its sheet as CSV first") },
  { "\x1f\x8b", 2, N_ ("a compressed file; unpack it first") },
  { "{", 1, N_ ("JSON; for a register’s own records use --kind all") },
};

typedef struct
{
  const char *name;
  guint64 line;
  gsize line_length;
  gboolean after_return;

  guint64 n_valid;
  guint64 n_invalid;
  guint64 invalid_line;
  guchar invalid_byte;
  guint64 unassigned_line;
  guchar unassigned_byte;
} Scan;

static gboolean
is_unassigned (guchar byte)
{
  return byte >= 0x80 && byte < 0xa0 && windows_1252[byte - 0x80] == 0;
}

static void
count_line (Scan *self, guchar byte)
{
  gboolean ends = byte == '\r' || (byte == '\n' && !self->after_return);

  if (ends)
    {
      self->line++;
      self->line_length = 0;
    }
  else
    self->line_length++;
  self->after_return = byte == '\r';
}

/* Counts the lines of a stretch that is ASCII alone and has no NUL, as nearly all are: many bytes at a time. Returns FALSE
 * where it is not. */
static gboolean
take_ascii (Scan *self, const guchar *bytes, gsize size)
{
  guchar before = self->after_return ? '\r' : '\0';
  guint n_lines = 0, n_nuls = 0, all = 0;
  gsize rest = size;

  for (gsize i = 0; i < size; i++)
    {
      all |= bytes[i];
      n_nuls += bytes[i] == '\0';
      n_lines += bytes[i] == '\r';
    }
  if (all >= 0x80 || n_nuls > 0)
    return FALSE;
  n_lines += bytes[0] == '\n' && before != '\r';
  for (gsize i = 1; i < size; i++)
    n_lines += (guint) (bytes[i] == '\n') & (guint) (bytes[i - 1] != '\r');
  while (rest > 0 && bytes[rest - 1] != '\n' && bytes[rest - 1] != '\r')
    rest--;
  self->line += n_lines;
  self->line_length = rest > 0 ? size - rest : self->line_length + size;
  self->after_return = bytes[size - 1] == '\r';
  return TRUE;
}

/* Counts lines and characters beyond ASCII in what is valid. Returns FALSE at a NUL. */
static gboolean
take_stretch (Scan *self, const guchar *bytes, gsize size)
{
  if (take_ascii (self, bytes, size))
    return TRUE;
  for (gsize i = 0; i < size; i++)
    {
      if (bytes[i] == '\0')
        return FALSE;
      if (bytes[i] >= 0xc0)
        self->n_valid++;
      if (is_unassigned (bytes[i]) && self->unassigned_line == 0)
        {
          self->unassigned_line = self->line;
          self->unassigned_byte = bytes[i];
        }
      count_line (self, bytes[i]);
    }
  return TRUE;
}

static gboolean
take_valid (Scan *self, const guchar *bytes, gsize size)
{
  for (gsize done = 0; done < size; done += STRETCH)
    if (!take_stretch (self, bytes + done, MIN (STRETCH, size - done)))
      return FALSE;
  return TRUE;
}

static void
take_invalid (Scan *self, guchar byte)
{
  if (self->n_invalid++ == 0)
    {
      self->invalid_line = self->line;
      self->invalid_byte = byte;
    }
  if (is_unassigned (byte) && self->unassigned_line == 0)
    {
      self->unassigned_line = self->line;
      self->unassigned_byte = byte;
    }
  count_line (self, byte);
}

/* Takes what it can of @bytes; what may be the beginning of a character stays unless it is the @end.
 * Returns the number of bytes that stay; -1 at a NUL. */
static gssize
scan_bytes (Scan *self, const guchar *bytes, gsize size, gboolean end)
{
  while (size > 0)
    {
      const char *stop;
      gsize valid;

      g_utf8_validate_len ((const char *) bytes, size, &stop);
      valid = (gsize) (stop - (const char *) bytes);
      if (!take_valid (self, bytes, valid))
        return -1;
      bytes += valid;
      size -= valid;
      if (size == 0)
        return 0;
      if (*bytes == '\0')
        return -1;
      if (!end && size < LONGEST_SEQUENCE &&
          g_utf8_get_char_validated ((const char *) bytes, (gssize) size) == (gunichar) -2)
        return (gssize) size;
      take_invalid (self, *bytes);
      bytes++;
      size--;
    }
  return 0;
}

static gboolean
refuse_signature (const Scan *self, const guchar *bytes, gsize size, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= signatures[i].size && memcmp (bytes, signatures[i].bytes, signatures[i].size) == 0)
      {
        g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                     /* Translators: %1$s is a file, %2$s is what it is, such as “a JPEG picture” */
                     _ ("“%1$s” is not a table: it is %2$s."), self->name, gettext (signatures[i].what));
        return TRUE;
      }
  return FALSE;
}

static gboolean
refuse_binary (const Scan *self, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               _ ("“%1$s”, line %2$" PRIu64 ": this is not a text file. A table is read from CSV."), self->name,
               self->line);
  return FALSE;
}

static gboolean
judge (const Scan *self, VigieEncoding *encoding, GError **error)
{
  *encoding = self->n_invalid == 0 ? VIGIE_ENCODING_UTF_8 : VIGIE_ENCODING_WINDOWS_1252;
  if (self->n_invalid == 0)
    return TRUE;
  if (self->n_valid > self->n_invalid)
    {
      g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_ENCODING,
                   _ ("“%1$s”, line %2$" PRIu64 ": the byte 0x%3$02X is not UTF-8, as the rest of the file is. "
                      "Save it again as UTF-8."),
                   self->name, self->invalid_line, self->invalid_byte);
      return FALSE;
    }
  if (self->unassigned_line == 0)
    return TRUE;
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_ENCODING,
               _ ("“%1$s”, line %2$" PRIu64 ": the byte 0x%3$02X is neither UTF-8 nor Windows-1252. "
                  "Save it again as UTF-8."),
               self->name, self->unassigned_line, self->unassigned_byte);
  return FALSE;
}

static gboolean
find_mark (const guchar *bytes, gsize size, VigieEncoding *encoding, gsize *mark_size)
{
  static const struct
  {
    const char *mark;
    gsize size;
    VigieEncoding encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, VIGIE_ENCODING_UTF_8 },
    { "\xff\xfe", 2, VIGIE_ENCODING_UTF_16_LE },
    { "\xfe\xff", 2, VIGIE_ENCODING_UTF_16_BE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].size && memcmp (bytes, marks[i].mark, marks[i].size) == 0)
      {
        *encoding = marks[i].encoding;
        *mark_size = marks[i].size;
        return TRUE;
      }
  return FALSE;
}

/* Reads on from the first block to the end, or to a line so long that no table follows. */
static gboolean
scan_stream (Scan *self, GInputStream *stream, guchar *block, gsize size, GError **error)
{
  gsize kept = 0;

  for (;;)
    {
      gboolean end = size < BLOCK;
      gssize stays = scan_bytes (self, block, kept + size, end);

      if (stays < 0)
        return refuse_binary (self, error);
      if (end || self->line_length > VIGIE_LINE_MAX)
        return TRUE;
      memmove (block, block + kept + size - (gsize) stays, (gsize) stays);
      kept = (gsize) stays;
      if (!g_input_stream_read_all (stream, block + kept, BLOCK, &size, NULL, error))
        return FALSE;
    }
}

/**
 * vigie_encoding_detect:
 * @stream: at its beginning; read from, and to be set back to @mark_size by the caller
 * @name: of the file, for messages
 * @encoding: (out): how it is written
 * @mark_size: (out): the size of its byte order mark
 *
 * Returns: %FALSE with @error where the file is empty, no text, or of mixed encodings
 */
gboolean
vigie_encoding_detect (GInputStream *stream, const char *name, VigieEncoding *encoding, gsize *mark_size,
                       GError **error)
{
  g_autofree guchar *block = g_malloc (BLOCK + LONGEST_SEQUENCE);
  Scan scan = { .name = name, .line = 1 };
  gboolean marked;
  gsize size;

  *mark_size = 0;
  if (!g_input_stream_read_all (stream, block, BLOCK, &size, NULL, error))
    return FALSE;
  if (size == 0)
    {
      g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT, _ ("“%s” is empty."), name);
      return FALSE;
    }
  if (refuse_signature (&scan, block, size, error))
    return FALSE;
  marked = find_mark (block, size, encoding, mark_size);
  if (marked && *encoding != VIGIE_ENCODING_UTF_8)
    return TRUE;
  if (!scan_stream (&scan, stream, block, size, error))
    return FALSE;
  /* A file that says it is UTF-8 and is not is never taken for something else. */
  if (marked)
    scan.n_valid = G_MAXUINT64;
  return judge (&scan, encoding, error);
}

/**
 * vigie_encoding_append_1252:
 *
 * Appends a byte of Windows-1252 to UTF-8 text.
 */
void
vigie_encoding_append_1252 (GString *text, guchar byte)
{
  gunichar character = byte;

  if (byte >= 0x80 && byte < 0xa0)
    character = windows_1252[byte - 0x80] != 0 ? windows_1252[byte - 0x80] : 0xfffd;
  g_string_append_unichar (text, character);
}
