// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vigie_text_fold (const char *text);
char *vigie_text_dup_trimmed (const char *text);
char *vigie_text_dup_one_line (const char *text);
gboolean vigie_text_is_blank (const char *text);

G_END_DECLS
