// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "vigie-board-pack.h"
#include "vigie-language.h"
#include "vigie-overview.h"

G_BEGIN_DECLS

GtkWidget *vigie_pack_language_row_new (void);
VigieLanguage vigie_pack_language_row_get (GtkWidget *row);

void vigie_pack_language_write_async (VigieOverview *overview, const char *source, const char *path,
                                      const VigieBoardPackOptions *options, const char *logo, VigieLanguage language,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean vigie_pack_language_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
