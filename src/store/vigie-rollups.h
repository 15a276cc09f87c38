// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-entity.h"

G_BEGIN_DECLS

gboolean vigie_rollups_watch (VigieConnection *connection, GError **error);
gboolean vigie_rollups_unwatch (VigieConnection *connection, GError **error);
gboolean vigie_rollups_note_addition (VigieConnection *connection, const VigieEntity *entity, gint64 first_id,
                                      gint64 last_id, GError **error);
gboolean vigie_rollups_note_removal (VigieConnection *connection, const VigieEntity *entity, gint64 first_id,
                                     gint64 last_id, GError **error);
gboolean vigie_rollups_settle (VigieConnection *connection, GError **error);
gboolean vigie_rollups_rebuild (VigieConnection *connection, GError **error);
gboolean vigie_rollups_ensure (VigieConnection *connection, GError **error);

gboolean vigie_rollups_fail (GError **error);
gboolean vigie_rollups_compare_day (VigieConnection *connection, VigieDate day, GPtrArray *findings, GError **error);
gboolean vigie_rollups_compare (VigieConnection *connection, GPtrArray *findings, GError **error);

G_END_DECLS
