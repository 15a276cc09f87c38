// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

gboolean vigie_values_are_listed (const VigieEntity *entity, guint field);
GStrv vigie_store_list_values (VigieStore *self, const VigieEntity *entity, guint field, const char *words, guint limit,
                               GError **error);
void vigie_store_list_values_async (VigieStore *self, const VigieEntity *entity, guint field, const char *words,
                                    guint limit, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
GStrv vigie_store_list_values_finish (VigieStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
