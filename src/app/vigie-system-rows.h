// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-overview.h"
#include "vigie-store.h"

G_BEGIN_DECLS

GtkWidget *vigie_system_group_new (const char *title, const char *description);
void vigie_system_group_add_adder (GtkWidget *group, VigieStore *store, VigieRecord *start, guint given);
void vigie_system_group_add_note (GtkWidget *group, const char *text);
GtkWidget *vigie_system_row_new (const char *title, const char *subtitle);
void vigie_system_row_lead_to (GtkWidget *row, VigieStore *store, const VigieEntity *entity, const char *code);
void vigie_system_row_lead_to_record (GtkWidget *row, VigieStore *store, VigieRecord *record);
GtkWidget *vigie_system_mark_new (VigieJudgement judgement);
GtkWidget *vigie_system_label_new (const char *text, const char *style);

G_END_DECLS
