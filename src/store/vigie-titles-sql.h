// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

void vigie_titles_append_sql (GString *sql, const VigieEntity *entity, const char *row);

G_END_DECLS
