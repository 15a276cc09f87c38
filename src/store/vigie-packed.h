// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole numbers as bytes, as in protocol buffers: seven bits a byte, the lowest first, signs folded into the lowest
 * bit. */

/** Bytes of the longest number: 64 bits by seven. */
#define VIGIE_PACKED_LONGEST 10

static inline guint64
vigie_packed_fold (gint64 value)
{
  return ((guint64) value << 1) ^ (guint64) (value >> 63);
}

static inline gint64
vigie_packed_unfold (guint64 value)
{
  return (gint64) (value >> 1) ^ -(gint64) (value & 1);
}

static inline void
vigie_packed_append (GByteArray *bytes, guint64 value)
{
  guint8 number[VIGIE_PACKED_LONGEST];
  guint n = 0;

  while (value >= 0x80)
    {
      number[n++] = (guint8) (value | 0x80);
      value >>= 7;
    }
  number[n++] = (guint8) value;
  g_byte_array_append (bytes, number, n);
}

/**
 * vigie_packed_read:
 * @at: (inout): where the number begins; then where the next does
 *
 * Returns: %FALSE where there is none before @end
 */
static inline gboolean
vigie_packed_read (const guint8 **at, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (guint shift = 0; shift < 64 && *at < end; shift += 7)
    {
      guint8 byte = *(*at)++;

      *value |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

G_END_DECLS
