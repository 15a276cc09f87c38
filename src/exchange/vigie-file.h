// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *vigie_file_dup_name (GFile *file);
void vigie_file_set_read_error (GFile *file, const GError *reason, GError **error);
GBytes *vigie_file_read (GFile *file, goffset size_max, GError **error);

G_END_DECLS
