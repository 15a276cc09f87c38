// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

/**
 * VigieFilter:
 * @field: index of the field of the entity, or of the list, that is filtered
 * @is_range: whether values from @from to @to are wanted, both of them included, rather than @value
 * @value: (nullable): the canonical text that is wanted; %NULL where the value is wanted *not measured*
 * @from: (nullable): as canonical text; %NULL where there is no least
 * @to: (nullable): as canonical text; %NULL where there is no greatest
 *
 * What a list is narrowed to. Filters of one field add up to more records, those of several to fewer: a stage *or*
 * another, *and* a site.
 */
typedef struct
{
  guint field;
  gboolean is_range;
  char *value;
  char *from;
  char *to;
} VigieFilter;

VigieFilter *vigie_filter_new (guint field, const char *value);
VigieFilter *vigie_filter_new_range (guint field, const char *from, const char *to);
VigieFilter *vigie_filter_parse (const VigieEntity *entity, const char *text, GError **error);
void vigie_filter_free (VigieFilter *self);

char *vigie_filter_dup_text (const VigieFilter *self, const VigieEntity *entity);
char *vigie_filter_display (const VigieFilter *self, const VigieEntity *entity, const char *title);
gboolean vigie_filter_equal (const VigieFilter *a, const VigieFilter *b);

GPtrArray *vigie_filters_copy (GPtrArray *filters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieFilter, vigie_filter_free)

G_END_DECLS
