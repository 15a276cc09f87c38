// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-test.h"

G_BEGIN_DECLS

/* A register small enough to be recounted by hand, with everything that numbers are made of. */

#define VIGIE_SMALL_TODAY "2026-11-23"

void vigie_test_put_lines (VigieStore *store, const char *const *lines, gsize n_lines);
void vigie_test_fill_small_register (VigieStore *store);

G_END_DECLS
