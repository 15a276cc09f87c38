// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-query.h"
#include "vigie-record.h"

G_BEGIN_DECLS

/* The statements of a query, for the thread of the store. */

VigieStatement *vigie_query_prepare_page (const VigieQuery *self, VigieConnection *connection, GError **error);
VigieStatement *vigie_query_prepare_groups (const VigieQuery *self, guint field, VigieConnection *connection,
                                            GError **error);
gboolean vigie_query_count (const VigieQuery *self, VigieConnection *connection, gint64 *total, GError **error);
gint64 vigie_query_read_id (VigieStatement *statement);
VigieRecord *vigie_query_read_record (const VigieQuery *self, VigieStatement *statement);

G_END_DECLS
