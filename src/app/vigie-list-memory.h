// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-query.h"

G_BEGIN_DECLS

/**
 * VigieListView:
 * @search: (nullable): words
 * @filters: (element-type VigieFilter)
 * @group_field: index of a field; -1 for none
 * @sort_field: index of a field; -1 for the order that the list comes in
 *
 * How a list is looked at.
 */
typedef struct
{
  char *search;
  GPtrArray *filters;
  int group_field;
  int sort_field;
  gboolean descending;
} VigieListView;

VigieListView *vigie_list_view_new (void);
void vigie_list_view_free (VigieListView *self);
char *vigie_list_view_dup_text (const VigieListView *self, const VigieEntity *entity);
VigieListView *vigie_list_view_parse (const VigieEntity *entity, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieListView, vigie_list_view_free)

void vigie_list_memory_keep (const char *list, const char *name, const char *view);
void vigie_list_memory_forget (const char *list, const char *name);
char *vigie_list_memory_dup (const char *list, const char *name);
GStrv vigie_list_memory_dup_names (const char *list);
void vigie_list_memory_keep_shown (const char *list, const char *const *others);
gboolean vigie_list_memory_was_shown (const char *list);

/** The name under which a list keeps how it was looked at last; no person gives one that is empty. */
#define VIGIE_LIST_LAST ""

G_END_DECLS
