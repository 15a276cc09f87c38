// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieRecordSink:
 * @begin: called before the records of each query, with how many they are
 * @take: called for each record; %FALSE with the error set stops the reading
 *
 * Where records go to, one at a time, in the thread of the store.
 */
typedef struct
{
  gboolean (*begin) (const VigieQuery *query, gint64 n_records, gpointer data, GError **error);
  gboolean (*take) (VigieRecord *record, gpointer data, GError **error);
} VigieRecordSink;

gboolean vigie_store_read (VigieStore *self, const VigieQuery *queries, guint n_queries, const VigieRecordSink *sink,
                           gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
