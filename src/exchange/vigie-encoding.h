// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-exchange-error.h"

G_BEGIN_DECLS

typedef enum
{
  VIGIE_ENCODING_UTF_8,
  VIGIE_ENCODING_WINDOWS_1252,
  VIGIE_ENCODING_UTF_16_LE,
  VIGIE_ENCODING_UTF_16_BE,
} VigieEncoding;

/** A text file with a longer line holds no table. */
#define VIGIE_LINE_MAX (4 * 1024 * 1024)

gboolean vigie_encoding_detect (GInputStream *stream, const char *name, VigieEncoding *encoding, gsize *mark_size,
                                GError **error);
void vigie_encoding_append_1252 (GString *text, guchar byte);

G_END_DECLS
