// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieZip: the parts of a workbook, which is a ZIP archive.
 *
 * What the archive says of itself is looked at before anything is unpacked: how many parts, how large each is and
 * how much smaller it was packed, that none is encrypted and that together they are no larger than the file. A part
 * is then unpacked a block at a time, and refused where it turns out longer, shorter or other than was said: so a
 * crafted file costs no more than its declared sizes, and those are bounded.
 * PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end).
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-zip.h"

#include "vigie-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#define LOCAL_SIGNATURE 0x04034b50u
#define CENTRAL_SIGNATURE 0x02014b50u
#define END_SIGNATURE 0x06054b50u
#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46
#define END_SIZE 22
#define COMMENT_MAX 65535
#define ENCRYPTED (1 << 0)
#define STORED 0
#define DEFLATED 8

typedef struct
{
  guint16 flags;
  guint16 method;
  guint32 crc;
  guint32 packed;
  guint32 size;
  guint32 offset;
} Entry;

struct _VigieZip
{
  gatomicrefcount references;
  char *name;
  GBytes *bytes;
  GHashTable *entries; /* name of a part → Entry */
};

struct _VigieZipPart
{
  VigieZip *zip;
  const Entry *entry;
  char *name;
  z_stream stream;
  gboolean inflating;
  const guint8 *data;
  guint64 n_read;
  uLong crc;
};

static guint16
get_16 (const guint8 *data)
{
  return (guint16) (data[0] | data[1] << 8);
}

static guint32
get_32 (const guint8 *data)
{
  return (guint32) data[0] | (guint32) data[1] << 8 | (guint32) data[2] << 16 | (guint32) data[3] << 24;
}

/* --- refusals ------------------------------------------------------------------------------------- */

static gboolean
refuse_damaged (const VigieZip *self, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               _ ("“%s” is damaged: its parts cannot be unpacked. Open it where it was made and save it again."),
               self->name);
  return FALSE;
}

static gboolean
refuse_encrypted (const VigieZip *self, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               _ ("“%s” is protected by a password. Save it without one to import it."), self->name);
  return FALSE;
}

static gboolean
refuse_large (const VigieZip *self, const char *part, guint64 size, GError **error)
{
  g_autofree char *unpacked = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_LIMIT,
               /* Translators: %1$s is a file, %2$s a part of it, %3$s a size such as 5.2 GiB */
               _ ("“%1$s” is not opened: unpacked, its part “%2$s” would take %3$s, far more than such a table needs."),
               self->name, part, unpacked);
  return FALSE;
}

static gboolean
refuse_many (const VigieZip *self, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_LIMIT,
               _ ("“%1$s” is not opened: it has more than %2$d parts, far more than a workbook needs."), self->name,
               VIGIE_ZIP_PARTS_MAX);
  return FALSE;
}

/* --- the central directory ------------------------------------------------------------------------ */

/* Where the archive's directory ends; NULL where there is none. */
static const guint8 *
find_end (const guint8 *data, gsize size)
{
  gsize least = size > END_SIZE + COMMENT_MAX ? size - END_SIZE - COMMENT_MAX : 0;

  if (size < END_SIZE)
    return NULL;
  for (gsize at = size - END_SIZE + 1; at-- > least;)
    if (get_32 (data + at) == END_SIGNATURE)
      return data + at;
  return NULL;
}

static gboolean
check_entry (const VigieZip *self, const char *part, const Entry *entry, GError **error)
{
  if (entry->flags & ENCRYPTED)
    return refuse_encrypted (self, error);
  /* The greatest number stands for a size that is told elsewhere: over 4 GiB. */
  if (entry->size > VIGIE_ZIP_PART_MAX)
    return refuse_large (self, part, entry->size, error);
  if (entry->size > VIGIE_ZIP_RATIO_FROM && entry->size / VIGIE_ZIP_RATIO_MAX > entry->packed)
    return refuse_large (self, part, entry->size, error);
  return (entry->method == STORED && entry->packed == entry->size) || entry->method == DEFLATED ||
         refuse_damaged (self, error);
}

/* Reads one line of the directory. Returns its size, 0 with @error. */
static gsize
read_entry (VigieZip *self, const guint8 *data, gsize left, GError **error)
{
  gsize name_size, line_size;
  g_autofree char *name = NULL;
  Entry entry;

  if (left < CENTRAL_SIZE || get_32 (data) != CENTRAL_SIGNATURE)
    return (gsize) refuse_damaged (self, error);
  name_size = get_16 (data + 28);
  line_size = CENTRAL_SIZE + name_size + get_16 (data + 30) + get_16 (data + 32);
  if (line_size > left)
    return (gsize) refuse_damaged (self, error);
  entry = (Entry) { get_16 (data + 8),  get_16 (data + 10), get_32 (data + 16),
                    get_32 (data + 20), get_32 (data + 24), get_32 (data + 42) };
  name = g_strndup ((const char *) data + CENTRAL_SIZE, name_size);
  if (!check_entry (self, name, &entry, error))
    return 0;
  g_hash_table_replace (self->entries, g_steal_pointer (&name), g_memdup2 (&entry, sizeof entry));
  return line_size;
}

static gboolean
read_directory (VigieZip *self, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  const guint8 *end = find_end (data, size);
  guint64 packed = 0;
  gsize offset, n;
  GHashTableIter iter;
  gpointer value;

  if (end == NULL)
    return refuse_damaged (self, error);
  n = get_16 (end + 10);
  offset = get_32 (end + 16);
  if (n > VIGIE_ZIP_PARTS_MAX)
    return refuse_many (self, error);
  for (gsize i = 0; i < n; i++)
    {
      gsize line =
        offset < size ? read_entry (self, data + offset, size - offset, error) : (gsize) refuse_damaged (self, error);

      if (line == 0)
        return FALSE;
      offset += line;
    }
  /* Parts that lie over one another are how a small file is made to unpack to anything. */
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    packed += ((const Entry *) value)->packed;
  return (n > 0 && packed <= size) || refuse_damaged (self, error);
}

/**
 * vigie_zip_new:
 *
 * Opens an archive and looks at what it says of its parts; nothing is unpacked.
 *
 * Returns: (transfer full): the archive; %NULL with @error, which names the file
 */
VigieZip *
vigie_zip_new (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = vigie_file_read (file, VIGIE_ZIP_FILE_MAX, error);
  g_autoptr (VigieZip) self = NULL;

  if (bytes == NULL)
    return NULL;
  self = g_new0 (VigieZip, 1);
  g_atomic_ref_count_init (&self->references);
  self->name = vigie_file_dup_name (file);
  self->bytes = g_steal_pointer (&bytes);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return read_directory (self, error) ? g_steal_pointer (&self) : NULL;
}

VigieZip *
vigie_zip_ref (VigieZip *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
vigie_zip_unref (VigieZip *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->entries);
  g_free (self);
}

const char *
vigie_zip_get_name (VigieZip *self)
{
  return self->name;
}

gboolean
vigie_zip_has (VigieZip *self, const char *part)
{
  return g_hash_table_contains (self->entries, part);
}

/* --- parts ---------------------------------------------------------------------------------------- */

/* Where the packed bytes of a part begin; NULL where they do not lie within the file. */
static const guint8 *
find_data (const VigieZip *self, const Entry *entry)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  gsize offset = entry->offset;

  if (offset > size || size - offset < LOCAL_SIZE || get_32 (data + offset) != LOCAL_SIGNATURE)
    return NULL;
  offset += LOCAL_SIZE + get_16 (data + offset + 26) + (gsize) get_16 (data + offset + 28);
  return offset <= size && size - offset >= entry->packed ? data + offset : NULL;
}

/**
 * vigie_zip_open:
 *
 * Returns: (transfer full): a part from its beginning; %NULL with @error where there is none of that name
 */
VigieZipPart *
vigie_zip_open (VigieZip *self, const char *part, GError **error)
{
  const Entry *entry = g_hash_table_lookup (self->entries, part);
  const guint8 *data = entry != NULL ? find_data (self, entry) : NULL;
  g_autoptr (VigieZipPart) opened = NULL;

  if (data == NULL)
    {
      refuse_damaged (self, error);
      return NULL;
    }
  opened = g_new0 (VigieZipPart, 1);
  opened->zip = vigie_zip_ref (self);
  opened->entry = entry;
  opened->name = g_strdup (part);
  opened->data = data;
  opened->crc = crc32 (0, NULL, 0);
  if (entry->method == STORED)
    return g_steal_pointer (&opened);
  opened->stream.next_in = (Bytef *) data;
  opened->stream.avail_in = entry->packed;
  /* Negative: what is in an archive has no header of zlib's. */
  opened->inflating = inflateInit2 (&opened->stream, -MAX_WBITS) == Z_OK;
  if (opened->inflating)
    return g_steal_pointer (&opened);
  refuse_damaged (self, error);
  return NULL;
}

static gssize
inflate_some (VigieZipPart *self, char *buffer, gsize size, GError **error)
{
  int result;

  self->stream.next_out = (Bytef *) buffer;
  self->stream.avail_out = (uInt) MIN (size, G_MAXINT);
  result = inflate (&self->stream, Z_NO_FLUSH);
  if (result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR)
    return (gssize) ((char *) self->stream.next_out - buffer);
  refuse_damaged (self->zip, error);
  return -1;
}

/**
 * vigie_zip_part_read:
 * @buffer: (array length=size) (out caller-allocates):
 *
 * Returns: how many bytes were unpacked; 0 at the end; -1 with @error where the part is not what the archive says
 */
gssize
vigie_zip_part_read (VigieZipPart *self, char *buffer, gsize size, GError **error)
{
  guint64 left = self->entry->size - self->n_read;
  gssize n = 0;

  if (self->inflating)
    n = inflate_some (self, buffer, size, error);
  else
    {
      n = (gssize) MIN (left, size);
      memcpy (buffer, self->data + self->n_read, (gsize) n);
    }
  if (n < 0)
    return n;
  self->crc = crc32 (self->crc, (const Bytef *) buffer, (uInt) n);
  if ((guint64) n > left || (n == 0 && (left > 0 || self->crc != self->entry->crc)))
    {
      refuse_damaged (self->zip, error);
      return -1;
    }
  self->n_read += (guint64) n;
  return n;
}

double
vigie_zip_part_get_progress (VigieZipPart *self)
{
  return self->entry->size > 0 ? (double) self->n_read / (double) self->entry->size : 1;
}

void
vigie_zip_part_free (VigieZipPart *self)
{
  if (self->inflating)
    inflateEnd (&self->stream);
  vigie_zip_unref (self->zip);
  g_free (self->name);
  g_free (self);
}
