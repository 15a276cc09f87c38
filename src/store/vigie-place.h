// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vigie_place_dup_unfinished (const char *path, GError **error);
void vigie_place_discard (const char *unfinished);
gboolean vigie_place_file (const char *unfinished, const char *path, GError **error);

G_END_DECLS
