// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-groups.h"

G_BEGIN_DECLS

const VigieGroup *vigie_row_groups_find (const GPtrArray *groups, guint position, guint n_rows, guint *start,
                                         guint *end);

G_END_DECLS
