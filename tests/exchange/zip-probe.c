// SPDX-License-Identifier: GPL-3.0-or-later

#include "zip-probe.h"

#include <string.h>

#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46

static guint
read_16 (const guchar *at)
{
  return at[0] | ((guint) at[1] << 8);
}

static guint
read_32 (const guchar *at)
{
  return read_16 (at) | (read_16 (at + 2) << 16);
}

static char *
inflate_part (const guchar *bytes, gsize size)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (bytes, (gssize) size, NULL);
  g_autoptr (GInputStream) unpacked = g_converter_input_stream_new (packed, G_CONVERTER (inflate));
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (text, unpacked, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (text)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (text)));
}

/* The text of a part; NULL where there is none of that name. */
char *
zip_probe_dup_part (const char *bytes, gsize size, const char *name)
{
  const guchar *start = (const guchar *) bytes;
  const guchar *p = start;

  /* the list at the end of the archive: one entry for each part */
  while ((p = memmem (p, size - (gsize) (p - start), "PK\1\2", 4)) != NULL)
    {
      gsize name_size = read_16 (p + 28);
      const guchar *local = start + read_32 (p + 42);

      if (name_size == strlen (name) && memcmp (p + CENTRAL_SIZE, name, name_size) == 0)
        {
          const guchar *data = local + LOCAL_SIZE + read_16 (local + 26) + read_16 (local + 28);

          return read_16 (p + 10) == 0 ? g_strndup ((const char *) data, read_32 (p + 20))
                                       : inflate_part (data, read_32 (p + 20));
        }
      p += CENTRAL_SIZE;
    }
  return NULL;
}
