// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

GPtrArray *vigie_seed_records (GError **error);

VigieStore *vigie_seed_create (const char *path, const char *organisation, GCancellable *cancellable, GError **error);
void vigie_seed_create_async (const char *path, const char *organisation, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
VigieStore *vigie_seed_create_finish (GAsyncResult *result, GError **error);

G_END_DECLS
