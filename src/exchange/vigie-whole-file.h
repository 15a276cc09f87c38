// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VigieWholeFile:
 *
 * A file that is seen when it is whole, or not at all.
 */
typedef struct _VigieWholeFile VigieWholeFile;

VigieWholeFile *vigie_whole_file_new (GFile *file, GError **error);
void vigie_whole_file_free (VigieWholeFile *self);

void vigie_whole_file_write (VigieWholeFile *self, const char *bytes, gsize size);
gboolean vigie_whole_file_take (VigieWholeFile *self, const char *path, GError **error);
gboolean vigie_whole_file_finish (VigieWholeFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieWholeFile, vigie_whole_file_free)

G_END_DECLS
