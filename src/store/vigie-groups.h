// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieGroup:
 * @value: (nullable): canonical text; %NULL for what is not measured
 * @title: for people, in the reader's language
 * @n_records: how many records have it
 */
typedef struct
{
  char *value;
  char *title;
  gint64 n_records;
} VigieGroup;

void vigie_group_free (VigieGroup *self);

GPtrArray *vigie_store_list_groups (VigieStore *self, const VigieQuery *query, guint field, GCancellable *cancellable,
                                    GError **error);
void vigie_store_list_groups_async (VigieStore *self, const VigieQuery *query, guint field, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_store_list_groups_finish (VigieStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
