// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-filter.h"
#include "vigie-list.h"

G_BEGIN_DECLS

/**
 * VigieQuery:
 * @entity: whose records are wanted; or, with @list, its entity
 * @list: (nullable): the list whose rows are wanted
 * @as_of: the day of @list
 * @search: (nullable): words that a record's texts must all hold, accents and case aside, each as the
 *   beginning of a word
 * @named_by: with @named, index of the reference field of @entity by which the records name it
 * @named: (nullable): the code that they must name there
 * @site: (nullable): the code of the unit that the records of @entity must be of, or of one below it
 * @filters: (nullable) (element-type VigieFilter): what they are narrowed to
 * @titles: whether records are to tell what people call those that they name
 * @entered: whether records are to tell on which day they were entered
 * @grouped: whether the records that are alike in @group_field come together, in the order of
 *   vigie_store_list_groups()
 * @sort_field: index of the field to sort by; -1 for the order of entry
 * @descending: the other way round
 * @offset: of the first record wanted
 * @limit: the most records wanted; 0 for all
 *
 * Which records of one entity, or rows of one list, are wanted.
 */
typedef struct
{
  const VigieEntity *entity;
  const VigieList *list;
  VigieDate as_of;
  const char *search;
  guint named_by;
  const char *named;
  const char *site;
  GPtrArray *filters;
  gboolean titles;
  gboolean entered;
  gboolean grouped;
  guint group_field;
  int sort_field;
  gboolean descending;
  gint64 offset;
  gint64 limit;
} VigieQuery;

char *vigie_query_dup_match (const char *search);
VigieQuery *vigie_query_copy (const VigieQuery *self);
void vigie_query_free (VigieQuery *self);
gboolean vigie_query_has_sites (const VigieEntity *entity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieQuery, vigie_query_free)

G_END_DECLS
