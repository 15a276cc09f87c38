// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *vigie_pack_logo_row_new (void);
char *vigie_pack_logo_dup_path (void);
GBytes *vigie_pack_logo_read (void);

G_END_DECLS
