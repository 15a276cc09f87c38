// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-dossier.h"

G_BEGIN_DECLS

gboolean vigie_system_sheet_write (VigieDossier *dossier, const char *path, gint64 created, GError **error);
void vigie_system_sheet_write_async (VigieDossier *dossier, const char *path, GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean vigie_system_sheet_write_finish (GAsyncResult *result, GError **error);

GPtrArray *vigie_system_sheet_draw (VigieDossier *dossier);

G_END_DECLS
