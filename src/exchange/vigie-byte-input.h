// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-encoding.h"

G_BEGIN_DECLS

/** No byte: the end, or reading failed. */
#define VIGIE_BYTE_END (-1)

/**
 * VigieByteInput:
 * @error: why reading failed; %NULL where it did not
 *
 * The bytes of a text file one by one, a block at a time in memory.
 */
typedef struct
{
  GInputStream *stream;
  char *block;
  gsize start;
  gsize end;
  GError *error;
} VigieByteInput;

void vigie_byte_input_init (VigieByteInput *self, GInputStream *stream, VigieEncoding encoding);
void vigie_byte_input_clear (VigieByteInput *self);
gboolean vigie_byte_input_fill (VigieByteInput *self);
goffset vigie_byte_input_tell (VigieByteInput *self);

/* Inline, since every byte of a file passes here. */

static inline int
vigie_byte_input_peek (VigieByteInput *self)
{
  if (self->start == self->end && !vigie_byte_input_fill (self))
    return VIGIE_BYTE_END;
  return (guchar) self->block[self->start];
}

static inline int
vigie_byte_input_take (VigieByteInput *self)
{
  int byte = vigie_byte_input_peek (self);

  if (byte != VIGIE_BYTE_END)
    self->start++;
  return byte;
}

G_END_DECLS
