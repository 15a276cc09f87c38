// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-byte-input.h"

#define BLOCK 65536

static GInputStream *
decode_utf_16 (GInputStream *stream, VigieEncoding encoding)
{
  const char *charset = encoding == VIGIE_ENCODING_UTF_16_LE ? "UTF-16LE" : "UTF-16BE";
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", charset, NULL);

  GInputStream *decoded = g_converter_input_stream_new (stream, G_CONVERTER (converter));

  /* The file may be read once more. */
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (decoded), FALSE);
  return decoded;
}

/**
 * vigie_byte_input_init:
 * @stream: after its byte order mark
 * @encoding: UTF-16 comes out as UTF-8; anything else as it is
 */
void
vigie_byte_input_init (VigieByteInput *self, GInputStream *stream, VigieEncoding encoding)
{
  gboolean wide = encoding == VIGIE_ENCODING_UTF_16_LE || encoding == VIGIE_ENCODING_UTF_16_BE;

  *self = (VigieByteInput) { 0 };
  self->stream = wide ? decode_utf_16 (stream, encoding) : g_object_ref (stream);
  self->block = g_malloc (BLOCK);
}

void
vigie_byte_input_clear (VigieByteInput *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->block, g_free);
  g_clear_error (&self->error);
}

/**
 * vigie_byte_input_fill:
 *
 * Reads on, once all that was read is taken.
 *
 * Returns: whether there is more
 */
gboolean
vigie_byte_input_fill (VigieByteInput *self)
{
  g_autoptr (GError) error = NULL;
  gsize n = 0;

  if (self->error != NULL)
    return FALSE;
  /* What was read before a failure comes first: it has the lines up to there. */
  if (!g_input_stream_read_all (self->stream, self->block, BLOCK, &n, NULL, &error) && n == 0)
    self->error = g_steal_pointer (&error);
  self->start = 0;
  self->end = n;
  return n > 0;
}

/**
 * vigie_byte_input_tell:
 *
 * Returns: how many bytes of the file were taken; -1 where that is not known
 */
goffset
vigie_byte_input_tell (VigieByteInput *self)
{
  if (G_IS_CONVERTER_INPUT_STREAM (self->stream))
    return -1;
  return g_seekable_tell (G_SEEKABLE (self->stream)) - (goffset) (self->end - self->start);
}
