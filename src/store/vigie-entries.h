// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

gboolean vigie_entries_note (VigieConnection *connection, VigieDate day, GError **error);
gboolean vigie_entries_hide_late (VigieConnection *connection, VigieDate as_of, VigieDate known_on, gint64 *n_late,
                                  GError **error);
void vigie_entries_show_late (VigieConnection *connection, gint64 n_late);

G_END_DECLS
