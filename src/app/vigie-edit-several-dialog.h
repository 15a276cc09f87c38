// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-form-draft.h"
#include "vigie-store.h"

G_BEGIN_DECLS

void vigie_edit_several_dialog_present_draft (GtkWidget *parent, VigieStore *store, VigieFormDraft *draft);
void vigie_edit_several_dialog_present (GtkWidget *parent, VigieStore *store, GPtrArray *keys);

G_END_DECLS
