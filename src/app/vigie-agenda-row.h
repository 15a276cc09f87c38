// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-overview.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_AGENDA_ROW (vigie_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (VigieAgendaRow, vigie_agenda_row, VIGIE, AGENDA_ROW, GtkListBoxRow)

GtkWidget *vigie_agenda_row_new (const VigieAgendaItem *item);

G_END_DECLS
