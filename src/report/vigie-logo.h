// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/** A logo is no larger than this, in bytes, nor wider or higher, in pixels. */
#define VIGIE_LOGO_MOST_BYTES (4 * 1024 * 1024)
#define VIGIE_LOGO_MOST_PIXELS 4096

GBytes *vigie_logo_read (const char *path, GError **error);
gboolean vigie_logo_check (GBytes *png, GError **error);
cairo_surface_t *vigie_logo_decode (GBytes *png);

G_END_DECLS
