// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void vigie_memory_expect_large (gpointer start, gsize size);

G_END_DECLS
