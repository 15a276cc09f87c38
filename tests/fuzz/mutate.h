// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *fuzz_mutate_pages (GByteArray *bytes, GRand *rand);
const char *fuzz_mutate_with_sql (const char *path, GRand *rand);
void fuzz_mutate_text (GByteArray *bytes, GRand *rand);

G_END_DECLS
