// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "vigie-row.h"

G_BEGIN_DECLS

#define VIGIE_ROWS_A_PAGE 100

/**
 * VigieRowPages:
 *
 * The rows of a long list that have been looked at lately, by pages.
 */
typedef struct _VigieRowPages VigieRowPages;

VigieRowPages *vigie_row_pages_new (void);
void vigie_row_pages_free (VigieRowPages *self);

VigieRow *vigie_row_pages_get (VigieRowPages *self, guint position, GCancellable **wanted);
void vigie_row_pages_fill (VigieRowPages *self, guint number, GPtrArray *records);
GCancellable *vigie_row_pages_renew (VigieRowPages *self, guint number);
GArray *vigie_row_pages_keep_used (VigieRowPages *self, guint n_rows);
void vigie_row_pages_clear (VigieRowPages *self);
void vigie_row_pages_cancel (VigieRowPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieRowPages, vigie_row_pages_free)

G_END_DECLS
