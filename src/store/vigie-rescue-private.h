// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-rescue.h"

G_BEGIN_DECLS

VigieRescuedTable *vigie_rescue_table (VigieConnection *wreck, VigieConnection *target, const char *table,
                                       GCancellable *cancellable, GError **error);
gboolean vigie_rescue_count_lost (VigieConnection *wreck, VigieConnection *target, VigieRescuedTable *report,
                                  GError **error);

G_END_DECLS
