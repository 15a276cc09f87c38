// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VIGIE_TYPE_SEARCH_PROVIDER (vigie_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (VigieSearchProvider, vigie_search_provider, VIGIE, SEARCH_PROVIDER, GObject)

VigieSearchProvider *vigie_search_provider_new (GtkApplication *application);
gboolean vigie_search_provider_export (VigieSearchProvider *self, GDBusConnection *connection, const char *path,
                                       GError **error);
void vigie_search_provider_unexport (VigieSearchProvider *self);

G_END_DECLS
