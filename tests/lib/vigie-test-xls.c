// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A stream of records ([MS-XLS], as Excel 5.0 wrote it) in a file of sectors ([MS-CFB]): one sector says which
 * follows which, one names the stream, and the others are the stream.
 */

#include "vigie-test-xls.h"

#include <string.h>

#define SECTOR 512u
#define SMALLEST_STREAM 4096u
#define FREE 0xffffffffu
#define END 0xfffffffeu
#define TABLE 0xfffffffdu
#define DIRECTORY_ENTRY 128u

enum
{
  BIFF_EOF = 0x000a,
  BIFF_CODEPAGE = 0x0042,
  BIFF_BOUNDSHEET = 0x0085,
  BIFF_DIMENSION = 0x0200,
  BIFF_LABEL = 0x0204,
  BIFF_BOF = 0x0809,
};

static void
add_16 (GByteArray *bytes, guint value)
{
  guint16 little = GUINT16_TO_LE ((guint16) value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
add_32 (GByteArray *bytes, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
add_zeros (GByteArray *bytes, guint size)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, before + size);
  memset (bytes->data + before, 0, size);
}

static void
add_record (GByteArray *stream, guint kind, GByteArray *content)
{
  add_16 (stream, kind);
  add_16 (stream, content->len);
  g_byte_array_append (stream, content->data, content->len);
  g_byte_array_set_size (content, 0);
}

static void
begin (GByteArray *stream, guint kind)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  add_16 (content, 0x0500);
  add_16 (content, kind);
  add_32 (content, 0);
  add_record (stream, BIFF_BOF, content);
}

static void
add_sheet (GByteArray *stream, const char *const *cells, guint n_columns)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint n_cells = g_strv_length ((char **) cells);

  begin (stream, 0x0010);
  add_16 (content, 0);
  add_16 (content, n_cells / n_columns);
  add_16 (content, 0);
  add_16 (content, n_columns);
  add_16 (content, 0);
  add_record (stream, BIFF_DIMENSION, content);
  for (guint i = 0; i < n_cells; i++)
    {
      add_16 (content, i / n_columns);
      add_16 (content, i % n_columns);
      add_16 (content, 0);
      add_16 (content, (guint) strlen (cells[i]));
      g_byte_array_append (content, (const guint8 *) cells[i], (guint) strlen (cells[i]));
      add_record (stream, BIFF_LABEL, content);
    }
  add_record (stream, BIFF_EOF, content);
}

static GByteArray *
new_stream (const char *sheet, const char *const *cells, guint n_columns)
{
  GByteArray *stream = g_byte_array_new ();
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint32 begins;
  guint place;

  begin (stream, 0x0005);
  add_16 (content, 1252);
  add_record (stream, BIFF_CODEPAGE, content);
  place = stream->len + 4;
  add_32 (content, 0);
  add_16 (content, 0);
  g_byte_array_append (content, (const guint8[]) { (guint8) strlen (sheet) }, 1);
  g_byte_array_append (content, (const guint8 *) sheet, (guint) strlen (sheet));
  add_record (stream, BIFF_BOUNDSHEET, content);
  add_record (stream, BIFF_EOF, content);
  begins = GUINT32_TO_LE (stream->len);
  memcpy (stream->data + place, &begins, sizeof begins);
  add_sheet (stream, cells, n_columns);
  add_zeros (stream, MAX (SMALLEST_STREAM, (stream->len + SECTOR - 1) / SECTOR * SECTOR) - stream->len);
  return stream;
}

static void
add_header (GByteArray *file)
{
  static const guint8 signature[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

  g_byte_array_append (file, signature, sizeof signature);
  add_zeros (file, 16);
  add_16 (file, 0x003e); /* version */
  add_16 (file, 0x0003);
  add_16 (file, 0xfffe); /* little-endian */
  add_16 (file, 9);      /* sectors of 2⁹ bytes, and small ones of 2⁶ */
  add_16 (file, 6);
  add_zeros (file, 10);
  add_32 (file, 1); /* one sector of the table of sectors */
  add_32 (file, 1); /* where the directory begins */
  add_32 (file, 0);
  add_32 (file, SMALLEST_STREAM);
  add_32 (file, END);
  add_32 (file, 0);
  add_32 (file, END);
  add_32 (file, 0);
  add_32 (file, 0); /* the table stands in sector 0 */
  while (file->len < SECTOR)
    add_32 (file, FREE);
}

static void
add_table (GByteArray *file, guint n_sectors)
{
  add_32 (file, TABLE);
  add_32 (file, END);
  for (guint i = 0; i < n_sectors; i++)
    add_32 (file, i + 1 < n_sectors ? i + 3 : END);
  while (file->len < 2 * SECTOR)
    add_32 (file, FREE);
}

static void
add_entry (GByteArray *file, const char *name, guint8 kind, guint32 child, guint32 first, guint32 size)
{
  guint before = file->len;

  for (const char *c = name; *c != '\0'; c++)
    add_16 (file, (guint) *c);
  add_zeros (file, before + 64 - file->len);
  add_16 (file, *name == '\0' ? 0 : (guint) (strlen (name) + 1) * 2);
  g_byte_array_append (file, (const guint8[]) { kind, 1 }, 2);
  add_32 (file, FREE);
  add_32 (file, FREE);
  add_32 (file, child);
  add_zeros (file, 36);
  add_32 (file, first);
  add_32 (file, size);
  add_zeros (file, before + DIRECTORY_ENTRY - file->len);
}

/**
 * vigie_test_xls_new:
 * @cells: %NULL-terminated; row by row, in ASCII
 *
 * Returns: (transfer full): a workbook whose only sheet holds @cells
 */
GByteArray *
vigie_test_xls_new (const char *sheet, const char *const *cells, guint n_columns)
{
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) stream = new_stream (sheet, cells, n_columns);

  g_assert_cmpuint (stream->len / SECTOR + 2, <=, SECTOR / 4);
  add_header (file);
  add_table (file, stream->len / SECTOR);
  add_entry (file, "Root Entry", 5, 1, END, 0);
  add_entry (file, "Book", 2, FREE, 2, stream->len);
  add_entry (file, "", 0, FREE, 0, 0);
  add_entry (file, "", 0, FREE, 0, 0);
  g_byte_array_append (file, stream->data, stream->len);
  return file;
}
