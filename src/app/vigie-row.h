// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-record.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_ROW (vigie_row_get_type ())
G_DECLARE_FINAL_TYPE (VigieRow, vigie_row, VIGIE, ROW, GObject)

VigieRecord *vigie_row_get_record (VigieRow *self);
void vigie_row_set_record (VigieRow *self, VigieRecord *record);

G_END_DECLS
