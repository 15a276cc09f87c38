// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *vigie_choice_row_new (const char *title, GtkStringList *model);
void vigie_choice_row_prepare (AdwComboRow *row);
void vigie_choice_let_be_narrow (GtkDropDown *choice);

G_END_DECLS
