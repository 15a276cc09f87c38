// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *vigie_pack_print_new (GPtrArray *pages, const char *name);

G_END_DECLS
