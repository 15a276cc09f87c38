// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VIGIE_TYPE_CELL (vigie_cell_get_type ())
G_DECLARE_FINAL_TYPE (VigieCell, vigie_cell, VIGIE, CELL, GtkWidget)

GtkWidget *vigie_cell_new_words (int least_chars, int natural_chars);
GtkWidget *vigie_cell_new_whole (gboolean is_number);
void vigie_cell_set_text (VigieCell *self, const char *text, const char *said);
const char *vigie_cell_get_text (VigieCell *self);

G_END_DECLS
