// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VigieZipStore:
 *
 * An archive that is written from memory, its files as they are and in the order they were added.
 */
typedef struct _VigieZipStore VigieZipStore;

VigieZipStore *vigie_zip_store_new (void);
void vigie_zip_store_free (VigieZipStore *self);
void vigie_zip_store_add (VigieZipStore *self, const char *name, const void *data, gsize size);
GBytes *vigie_zip_store_end (VigieZipStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieZipStore, vigie_zip_store_free)

G_END_DECLS
