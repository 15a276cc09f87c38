// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-draft.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_IMPORT_COLUMNS (vigie_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (VigieImportColumns, vigie_import_columns, VIGIE, IMPORT_COLUMNS, AdwBin)

GtkWidget *vigie_import_columns_new (VigieDraft *draft, GtkWidget *first);
gboolean vigie_import_columns_is_whole (VigieImportColumns *self);

G_END_DECLS
