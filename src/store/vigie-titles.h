// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieTitle:
 * @code: of a record
 * @text: what people call it: its name, or, where it has none, the names of what it joins
 */
typedef struct
{
  char *code;
  char *text;
} VigieTitle;

void vigie_title_free (VigieTitle *self);

GPtrArray *vigie_store_list_titles (VigieStore *self, const VigieEntity *entity, const char *code, guint limit,
                                    GError **error);
void vigie_store_list_titles_async (VigieStore *self, const VigieEntity *entity, const char *code, guint limit,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_store_list_titles_finish (VigieStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
