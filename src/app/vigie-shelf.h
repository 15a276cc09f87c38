// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VIGIE_REGISTER_SUFFIX ".vigie"

/**
 * VigieShelfEntry:
 * @path: the file
 * @name: what people call it
 * @size: bytes
 * @used_at: when it was last written to, in seconds since 1970-01-01 UTC
 *
 * A register on the shelf.
 */
typedef struct
{
  char *path;
  char *name;
  gint64 size;
  gint64 used_at;
} VigieShelfEntry;

void vigie_shelf_entry_free (VigieShelfEntry *entry);

char *vigie_shelf_dup_folder (void);
gboolean vigie_shelf_holds (const char *path);
char *vigie_shelf_dup_name (const char *path);
char *vigie_shelf_dup_free_path (const char *name);

void vigie_shelf_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_shelf_list_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieShelfEntry, vigie_shelf_entry_free)

G_END_DECLS
