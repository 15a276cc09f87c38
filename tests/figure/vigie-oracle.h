// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure.h"

G_BEGIN_DECLS

/* A figure's table against a recount in plain SQL by the sqlite3 program: tests/oracle/README.md. */

GPtrArray *vigie_oracle_ask (const char *path, const char *id, const char *more, const char *as_of);
guint vigie_oracle_compare (VigieStore *store, const char *id, const char *as_of);
void vigie_oracle_compare_all (VigieStore *store, const char *as_of);
int vigie_oracle_find_column (const VigieFigure *figure, const char *name);
int vigie_oracle_find_row (const VigieFigure *figure, const char *key);

G_END_DECLS
