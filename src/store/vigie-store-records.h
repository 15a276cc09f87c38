// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

gboolean vigie_store_set_field (VigieStore *self, GPtrArray *keys, guint field, const char *text, GError **error);
gboolean vigie_store_delete_records (VigieStore *self, GPtrArray *keys, GError **error);

void vigie_store_set_field_async (VigieStore *self, GPtrArray *keys, guint field, const char *text,
                                  GAsyncReadyCallback callback, gpointer user_data);
void vigie_store_delete_records_async (VigieStore *self, GPtrArray *keys, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean vigie_store_edit_records_finish (VigieStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
