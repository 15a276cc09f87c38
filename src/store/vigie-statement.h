// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

#include "vigie-date.h"
#include "vigie-packed-rows.h"

G_BEGIN_DECLS

typedef struct _VigieStatement VigieStatement;

VigieStatement *vigie_statement_new_packed (VigiePackedReader *packed);
void vigie_statement_free (VigieStatement *self);

void vigie_statement_bind_integer (VigieStatement *self, int parameter, gint64 value);
void vigie_statement_bind_text (VigieStatement *self, int parameter, const char *value);
void vigie_statement_bind_blob (VigieStatement *self, int parameter, gconstpointer bytes, gsize size);
void vigie_statement_bind_date (VigieStatement *self, int parameter, VigieDate value);
void vigie_statement_bind_column (VigieStatement *self, int parameter, VigieStatement *from, int column);
void vigie_statement_bind_null (VigieStatement *self, int parameter);

gboolean vigie_statement_step (VigieStatement *self, GError **error);
void vigie_statement_pack (VigieStatement *self, VigiePackedRows *into);
GBytes *vigie_statement_get_packed (VigieStatement *self);
gboolean vigie_statement_is_damaged (VigieStatement *self);
gboolean vigie_statement_run (VigieStatement *self, GError **error);
void vigie_statement_reset (VigieStatement *self);

int vigie_statement_n_parameters (VigieStatement *self);
int vigie_statement_n_columns (VigieStatement *self);
const char *vigie_statement_column_name (VigieStatement *self, int column);
gboolean vigie_statement_is_null (VigieStatement *self, int column);
gint64 vigie_statement_get_integer (VigieStatement *self, int column);
gint64 vigie_statement_get_integer_or (VigieStatement *self, int column, gint64 fallback);
const char *vigie_statement_get_text (VigieStatement *self, int column);
gconstpointer vigie_statement_get_blob (VigieStatement *self, int column, gsize *size);
VigieDate vigie_statement_get_date (VigieStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieStatement, vigie_statement_free)

G_END_DECLS
