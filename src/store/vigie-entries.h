// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"

G_BEGIN_DECLS

gboolean vigie_entries_note (VigieConnection *connection, VigieDate day, GError **error);
VigieConnection *vigie_entries_open_as_known (VigieConnection *connection, VigieDate as_of, VigieDate known_on,
                                              gint64 *n_late, GError **error);

G_END_DECLS
