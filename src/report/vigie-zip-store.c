// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A ZIP archive without compression (APPNOTE.TXT 6.3.3, 4.3), as a package of OpenDocument needs one whose first file
 * is not compressed. Every time in it is the first that there is, so that the same content is the same file.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-zip-store.h"

#include <string.h>

#define LOCAL_SIGNATURE 0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50
#define VERSION 20
#define UTF8_NAMES 0x0800
#define FIRST_DAY 0x0021 /* 1 January 1980 */
#define CRC_POLYNOMIAL 0xedb88320u

struct _VigieZipStore
{
  GByteArray *files;
  GByteArray *directory;
  guint16 n_files;
};

static guint32
get_crc (const guint8 *data, gsize size)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? CRC_POLYNOMIAL : 0);
    }
  return ~crc;
}

static void
append_16 (GByteArray *out, guint16 number)
{
  const guint8 bytes[] = { (guint8) number, (guint8) (number >> 8) };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
append_32 (GByteArray *out, guint32 number)
{
  append_16 (out, (guint16) number);
  append_16 (out, (guint16) (number >> 16));
}

/* What a file's own head and its entry in the directory have in common. */
static void
append_facts (GByteArray *out, guint32 crc, gsize size, const char *name)
{
  append_16 (out, VERSION);
  append_16 (out, UTF8_NAMES);
  append_16 (out, 0); /* stored */
  append_16 (out, 0);
  append_16 (out, FIRST_DAY);
  append_32 (out, crc);
  append_32 (out, (guint32) size);
  append_32 (out, (guint32) size);
  append_16 (out, (guint16) strlen (name));
  append_16 (out, 0);
}

VigieZipStore *
vigie_zip_store_new (void)
{
  VigieZipStore *self = g_new0 (VigieZipStore, 1);

  self->files = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

void
vigie_zip_store_free (VigieZipStore *self)
{
  g_clear_pointer (&self->files, g_byte_array_unref);
  g_clear_pointer (&self->directory, g_byte_array_unref);
  g_free (self);
}

/**
 * vigie_zip_store_add:
 * @name: its path in the archive
 * @data: (array length=size): its content
 * @size: bytes, less than 2 GB in all
 *
 * Adds a file.
 */
void
vigie_zip_store_add (VigieZipStore *self, const char *name, const void *data, gsize size)
{
  guint32 crc = get_crc (data, size);
  guint32 offset = self->files->len;

  g_return_if_fail (size < G_MAXINT32 - self->files->len);

  append_32 (self->files, LOCAL_SIGNATURE);
  append_facts (self->files, crc, size, name);
  g_byte_array_append (self->files, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->files, data, (guint) size);

  append_32 (self->directory, CENTRAL_SIGNATURE);
  append_16 (self->directory, VERSION);
  append_facts (self->directory, crc, size, name);
  append_16 (self->directory, 0); /* comment */
  append_16 (self->directory, 0); /* disk */
  append_16 (self->directory, 0); /* attributes */
  append_32 (self->directory, 0);
  append_32 (self->directory, offset);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));
  self->n_files++;
}

/**
 * vigie_zip_store_end:
 *
 * Returns: (transfer full): the archive, to which nothing more can be added
 */
GBytes *
vigie_zip_store_end (VigieZipStore *self)
{
  guint32 start = self->files->len;

  g_byte_array_append (self->files, self->directory->data, self->directory->len);
  append_32 (self->files, END_SIGNATURE);
  append_16 (self->files, 0);
  append_16 (self->files, 0);
  append_16 (self->files, self->n_files);
  append_16 (self->files, self->n_files);
  append_32 (self->files, self->directory->len);
  append_32 (self->files, start);
  append_16 (self->files, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->files));
}
