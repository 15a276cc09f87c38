// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-rollups.h"

G_BEGIN_DECLS

typedef struct _VigieBulkAside VigieBulkAside;

gboolean vigie_bulk_aside_begin (VigieConnection *connection, const VigieBatchView *view, VigieBulkAside **aside,
                                 GError **error);
gboolean vigie_bulk_aside_finish (VigieBulkAside *self, VigieRollupsAhead **rollups, GPtrArray **packed,
                                  GError **error);
void vigie_bulk_aside_free (VigieBulkAside *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieBulkAside, vigie_bulk_aside_free)

G_END_DECLS
