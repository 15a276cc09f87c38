// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-form-draft.h"
#include "vigie-store.h"

G_BEGIN_DECLS

void vigie_roll_call_dialog_present (GtkWidget *parent, VigieStore *store);
void vigie_roll_call_dialog_present_draft (GtkWidget *parent, VigieStore *store, VigieFormDraft *draft);

G_END_DECLS
