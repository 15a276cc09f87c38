// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_IMPORT_DIALOG (vigie_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieImportDialog, vigie_import_dialog, VIGIE, IMPORT_DIALOG, AdwDialog)

void vigie_import_dialog_present (GtkWidget *parent, AdwToastOverlay *overlay, VigieStore *store, GFile *file,
                                  const char *kind);

G_END_DECLS
