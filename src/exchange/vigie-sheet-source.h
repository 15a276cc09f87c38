// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-table-source.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_SHEET_SOURCE (vigie_sheet_source_get_type ())
G_DECLARE_FINAL_TYPE (VigieSheetSource, vigie_sheet_source, VIGIE, SHEET_SOURCE, GObject)

VigieTableSource *vigie_sheet_source_new (GFile *file, const char *sheet, GError **error);

G_END_DECLS
