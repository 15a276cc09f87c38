// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-session.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_PACK_DIALOG (vigie_pack_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigiePackDialog, vigie_pack_dialog, VIGIE, PACK_DIALOG, AdwDialog)

void vigie_pack_dialog_present (GtkWidget *parent, VigieSession *session, const char *name, gboolean print);

G_END_DECLS
