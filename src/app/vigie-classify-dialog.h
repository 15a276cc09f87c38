// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_CLASSIFY_DIALOG (vigie_classify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieClassifyDialog, vigie_classify_dialog, VIGIE, CLASSIFY_DIALOG, AdwDialog)

void vigie_classify_dialog_present (GtkWidget *parent, VigieSession *session, VigieRecord *system);

G_END_DECLS
