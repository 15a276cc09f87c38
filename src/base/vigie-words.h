// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int vigie_words_compare (const char *a, gsize a_length, const char *b, gsize b_length);
int vigie_words_collate (const char *a, const char *b);

G_END_DECLS
