// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-batch-table.h"
#include "vigie-changeset.h"

G_BEGIN_DECLS

/** How many rows are packed at most in one part of an entry. */
#define VIGIE_ADDITIONS_MOST 200000

GPtrArray *vigie_additions_pack (const VigieBatchView *view);
gboolean vigie_additions_is_packed (GBytes *bytes);
VigieBatch *vigie_additions_unpack (GBytes *packed, gint64 *first_id, GError **error);

gboolean vigie_additions_insert (VigieConnection *connection, const VigieBatchView *view, gboolean with_ids,
                                 gint64 *n_added, GError **error);
gboolean vigie_additions_apply (VigieConnection *connection, GBytes *packed, gboolean inverted, VigieConflict *conflict,
                                GError **error);

G_END_DECLS
