// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean vigie_logo_is_svg (GBytes *data);
GBytes *vigie_logo_draw_svg (GBytes *svg, GError **error);

G_END_DECLS
