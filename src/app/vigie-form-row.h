// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "vigie-record.h"
#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_FORM_ROW (vigie_form_row_get_type ())
G_DECLARE_FINAL_TYPE (VigieFormRow, vigie_form_row, VIGIE, FORM_ROW, GObject)

VigieFormRow *vigie_form_row_new (VigieStore *store, VigieRecord *record, guint field, gboolean locked);
GtkWidget *vigie_form_row_get_widget (VigieFormRow *self);
gboolean vigie_form_row_read (VigieFormRow *self, VigieRecord *record);
char *vigie_form_row_dup_text (VigieFormRow *self);
void vigie_form_row_set_text (VigieFormRow *self, const char *text);
void vigie_form_row_tell (VigieFormRow *self, const char *wrong);

G_END_DECLS
