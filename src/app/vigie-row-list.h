// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-groups.h"
#include "vigie-list-kind.h"
#include "vigie-row.h"
#include "vigie-store.h"

G_BEGIN_DECLS

#define VIGIE_TYPE_ROW_LIST (vigie_row_list_get_type ())
G_DECLARE_FINAL_TYPE (VigieRowList, vigie_row_list, VIGIE, ROW_LIST, GObject)

VigieRowList *vigie_row_list_new (VigieStore *store, const VigieListKind *kind, VigieDate as_of);
void vigie_row_list_fill_query (VigieRowList *self, VigieQuery *query);
const VigieGroup *vigie_row_list_get_group (VigieRowList *self, guint position);
guint vigie_row_list_get_n_rows (VigieRowList *self);
gboolean vigie_row_list_is_narrowed (VigieRowList *self);
gboolean vigie_row_list_take_down (VigieRowList *self);
void vigie_row_list_set_filters (VigieRowList *self, GPtrArray *filters);
void vigie_row_list_set_group (VigieRowList *self, int field);
void vigie_row_list_set_search (VigieRowList *self, const char *search);
void vigie_row_list_set_as_of (VigieRowList *self, VigieDate as_of);
void vigie_row_list_set_sort (VigieRowList *self, int field, gboolean descending);

G_END_DECLS
