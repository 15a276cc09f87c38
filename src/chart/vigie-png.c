// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-chart"

#include "vigie-png.h"

#include <math.h>
#include <string.h>

/*
 * PNG with its physical size (W3C PNG, 11.3.4.3), so that a picture at twice the pixels comes out at the same size in
 * a document. Cairo writes no such chunk; it goes after the header, which has a fixed length.
 */

#define HEADER_LENGTH 33
#define POINTS_PER_METRE (96 / 0.0254)

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static guint32
crc32 (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }

  return ~crc;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_physical_size (GByteArray *bytes, double scale)
{
  static const guint8 metre = 1;
  guint32 density = (guint32) round (POINTS_PER_METRE * scale);
  gsize start;

  append_number (bytes, 9);
  start = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "pHYs", 4);
  append_number (bytes, density);
  append_number (bytes, density);
  g_byte_array_append (bytes, &metre, 1);
  append_number (bytes, crc32 (bytes->data + start, bytes->len - start));
}

/**
 * vigie_png_encode:
 * @surface: an image
 * @scale: its pixels a point, a point being 1/96 inch
 * @bytes: where the file is put
 *
 * Returns: whether it went well, as Cairo says it
 */
cairo_status_t
vigie_png_encode (cairo_surface_t *surface, double scale, GByteArray *bytes)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, append_cb, plain);

  if (status != CAIRO_STATUS_SUCCESS || plain->len < HEADER_LENGTH)
    return status;

  g_byte_array_append (bytes, plain->data, HEADER_LENGTH);
  append_physical_size (bytes, scale);
  g_byte_array_append (bytes, plain->data + HEADER_LENGTH, plain->len - HEADER_LENGTH);

  return CAIRO_STATUS_SUCCESS;
}
