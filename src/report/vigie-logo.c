// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The organisation's logo on the cover of the board pack, a PNG picture, or a drawing that is made one. A file that somebody was sent is opened with
 * care: how large it may be is known before it is read, and how many pixels it says it has before any is decoded.
 */

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-logo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vigie-logo-svg.h"
#include "vigie-report-error.h"

/* The signature, and the place of width and height in the chunk that comes first (ISO/IEC 15948, 5.2 and 11.2.2). */
static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
#define HEAD_NAME 12
#define HEAD_WIDTH 16
#define HEAD_HEIGHT 20
#define HEAD_END 33

static guint32
read_number (const guint8 *data)
{
  return ((guint32) data[0] << 24) | ((guint32) data[1] << 16) | ((guint32) data[2] << 8) | data[3];
}

/**
 * vigie_logo_check:
 * @png: what may be a picture
 *
 * Returns: whether it is a PNG picture of a bearable size; else %VIGIE_REPORT_ERROR_LOGO
 */
gboolean
vigie_logo_check (GBytes *png, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (png, &size);
  guint32 width, height;

  if (size < HEAD_END || memcmp (data, signature, sizeof signature) != 0 || memcmp (data + HEAD_NAME, "IHDR", 4) != 0)
    {
      g_set_error_literal (
        error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_LOGO,
        _ ("The logo is neither a PNG picture nor an SVG drawing. Save it as one of them in the program it was "
           "drawn with."));
      return FALSE;
    }
  width = read_number (data + HEAD_WIDTH);
  height = read_number (data + HEAD_HEIGHT);
  if (size <= VIGIE_LOGO_MOST_BYTES && width > 0 && height > 0 && width <= VIGIE_LOGO_MOST_PIXELS &&
      height <= VIGIE_LOGO_MOST_PIXELS)
    return TRUE;
  g_set_error (error, VIGIE_REPORT_ERROR, VIGIE_REPORT_ERROR_LOGO,
               /* Translators: both are numbers of pixels, the last a number of megabytes */
               _ ("The logo has %1$u × %2$u pixels; at most %3$u × %3$u, and %4$u MB, can be printed."), width, height,
               VIGIE_LOGO_MOST_PIXELS, VIGIE_LOGO_MOST_BYTES / 1024 / 1024);
  return FALSE;
}

/**
 * vigie_logo_read:
 * @path: of a PNG picture or an SVG drawing
 *
 * Returns: (transfer full): a PNG picture, checked; %NULL with %VIGIE_REPORT_ERROR_LOGO or %G_FILE_ERROR
 */
GBytes *
vigie_logo_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GBytes) png = NULL;

  if (stream == NULL)
    return NULL;
  /* One byte more than it may have tells that it has too many; a device without end ends there as well. */
  {
    g_autofree char *data = g_malloc (VIGIE_LOGO_MOST_BYTES + 1);
    gsize read = 0;

    if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, VIGIE_LOGO_MOST_BYTES + 1, &read, NULL, error))
      return NULL;
    png = g_bytes_new (data, read);
  }
  if (g_bytes_get_size (png) <= VIGIE_LOGO_MOST_BYTES && vigie_logo_is_svg (png))
    return vigie_logo_draw_svg (png, error);
  return vigie_logo_check (png, error) ? g_steal_pointer (&png) : NULL;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Reading;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Reading *reading = closure;

  if (length > reading->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reading->data, length);
  reading->data += length;
  reading->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/**
 * vigie_logo_decode:
 * @png: checked by vigie_logo_check()
 *
 * Returns: (transfer full) (nullable): the picture; %NULL where it is damaged
 */
cairo_surface_t *
vigie_logo_decode (GBytes *png)
{
  Reading reading = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, &reading);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}
