// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-test-zip.h"

#include <string.h>
#include <zlib.h>

struct _VigieTestZip
{
  GByteArray *parts;
  GByteArray *directory;
  guint16 n;
};

VigieTestZip *
vigie_test_zip_new (void)
{
  VigieTestZip *self = g_new0 (VigieTestZip, 1);

  self->parts = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

static void
put (GByteArray *to, guint64 number, guint size)
{
  for (guint i = 0; i < size; i++)
    {
      guint8 byte = i < sizeof number ? (guint8) (number >> (8 * i)) : 0;

      g_byte_array_append (to, &byte, 1);
    }
}

static void
put_text (GByteArray *to, const void *text, gsize size)
{
  g_byte_array_append (to, text, (guint) size);
}

/* What the local header and the directory say alike, from the version that is needed on. */
static void
put_common (GByteArray *to, const char *name, guint16 flags, guint16 method, guint32 crc, gsize packed, guint32 size)
{
  put (to, 20, 2);
  put (to, flags, 2);
  put (to, method, 2);
  put (to, 0, 4);
  put (to, crc, 4);
  put (to, packed, 4);
  put (to, size, 4);
  put (to, strlen (name), 2);
  put (to, 0, 2);
}

static void
add (VigieTestZip *self, const char *name, const void *packed, gsize packed_size, guint16 flags, guint16 method,
     guint32 crc, guint32 size)
{
  guint offset = self->parts->len;

  put (self->parts, 0x04034b50, 4);
  put_common (self->parts, name, flags, method, crc, packed_size, size);
  put_text (self->parts, name, strlen (name));
  put_text (self->parts, packed, packed_size);
  put (self->directory, 0x02014b50, 4);
  put (self->directory, 20, 2);
  put_common (self->directory, name, flags, method, crc, packed_size, size);
  put (self->directory, 0, 10);
  put (self->directory, offset, 4);
  put_text (self->directory, name, strlen (name));
  self->n++;
}

/* Packs @text, as a spreadsheet does. */
void
vigie_test_zip_add (VigieTestZip *self, const char *name, const char *text)
{
  gsize size = strlen (text);
  gsize room = compressBound (size) + 64;
  g_autofree char *packed = g_malloc (room);
  z_stream stream = { 0 };
  uLong crc = crc32 (crc32 (0, NULL, 0), (const Bytef *) text, (uInt) size);

  g_assert_cmpint (deflateInit2 (&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY), ==, Z_OK);
  stream.next_in = (Bytef *) text;
  stream.avail_in = (uInt) size;
  stream.next_out = (Bytef *) packed;
  stream.avail_out = (uInt) room;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  add (self, name, packed, stream.total_out, 0, 8, (guint32) crc, (guint32) size);
  deflateEnd (&stream);
}

/* A part that says it is @size large, whatever is in it. */
void
vigie_test_zip_add_lying (VigieTestZip *self, const char *name, const void *packed, gsize packed_size, guint32 size,
                          guint16 flags)
{
  add (self, name, packed, packed_size, flags, 8, 0, size);
}

/* Returns: (transfer full): the archive */
GByteArray *
vigie_test_zip_finish (VigieTestZip *self)
{
  GByteArray *whole = self->parts;
  guint offset = whole->len;

  put_text (whole, self->directory->data, self->directory->len);
  put (whole, 0x06054b50, 4);
  put (whole, 0, 4);
  put (whole, self->n, 2);
  put (whole, self->n, 2);
  put (whole, self->directory->len, 4);
  put (whole, offset, 4);
  put (whole, 0, 2);
  g_byte_array_unref (self->directory);
  g_free (self);
  return whole;
}
