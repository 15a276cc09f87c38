// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

/**
 * VigieFactsRows:
 *
 * Answers of a large register that are kept from one program to the next, for as long as it is read.
 */
typedef struct _VigieFactsRows VigieFactsRows;

VigieFactsRows *vigie_facts_rows_new (VigieConnection *connection);
void vigie_facts_rows_free (VigieFactsRows *self);
gboolean vigie_facts_rows_look_for_views (VigieFactsRows *self, GError **error);
gboolean vigie_facts_rows_keeps (const VigieFactsRows *self, const char *sql);
VigieStatement *vigie_facts_rows_find (VigieFactsRows *self, const char *sql, gsize *n_rows);
void vigie_facts_rows_put (VigieFactsRows *self, const char *sql, const VigiePackedRows *rows);
void vigie_facts_rows_forget (VigieFactsRows *self, const char *sql);

gboolean vigie_facts_rows_compare (VigieConnection *connection, gboolean drop, guint *n_wrong, GError **error);

void vigie_facts_rows_set_least_size (gint64 bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieFactsRows, vigie_facts_rows_free)

G_END_DECLS
