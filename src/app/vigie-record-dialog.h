// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_RECORD_DIALOG (vigie_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VigieRecordDialog, vigie_record_dialog, VIGIE, RECORD_DIALOG, AdwDialog)

void vigie_record_dialog_present (GtkWidget *parent, VigieStore *store, const VigieEntity *entity, const char *code);
void vigie_record_dialog_present_at (GtkWidget *parent, VigieStore *store, const VigieEntity *entity, const char *code,
                                     int field);
void vigie_record_dialog_present_copy (GtkWidget *parent, VigieStore *store, VigieRecord *record);
void vigie_record_dialog_present_record (GtkWidget *parent, VigieStore *store, VigieRecord *key);

G_END_DECLS
