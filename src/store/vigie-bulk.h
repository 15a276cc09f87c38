// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-batch.h"
#include "vigie-bulk-left.h"
#include "vigie-edit.h"

G_BEGIN_DECLS

/**
 * VigieBulk:
 *
 * Rows by the million, on their way into a register.
 */
typedef struct _VigieBulk VigieBulk;

VigieBulk *vigie_bulk_new (VigieRegister *reg, VigieEdit *edit);
void vigie_bulk_free (VigieBulk *self);

gboolean vigie_bulk_put (VigieBulk *self, VigieBatch *batch, gint64 *counts, GArray *left, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieBulk, vigie_bulk_free)

G_END_DECLS
