// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-batch.h"

G_BEGIN_DECLS

gboolean vigie_batch_sort (const VigieBatch *batch, guint32 *rows, guint n);
gboolean vigie_batch_same_key (const VigieBatch *batch, guint32 a, guint32 b);

G_END_DECLS
