// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-dossier.h"

G_BEGIN_DECLS

void vigie_system_print_save (GtkWidget *page, VigieDossier *dossier);
void vigie_system_print (GtkWidget *page, VigieDossier *dossier);

G_END_DECLS
