// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_status_t vigie_png_encode (cairo_surface_t *surface, double scale, GByteArray *bytes);

G_END_DECLS
