// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-form-draft.h"
#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_NO_FIELD (-1)

void vigie_form_dialog_present_new (GtkWidget *parent, VigieStore *store, VigieRecord *start, int given);
void vigie_form_dialog_present_edit (GtkWidget *parent, VigieStore *store, VigieRecord *record, int field);
void vigie_form_dialog_present_draft (GtkWidget *parent, VigieStore *store, VigieFormDraft *draft);

G_END_DECLS
