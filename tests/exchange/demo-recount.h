// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-demo.h"

G_BEGIN_DECLS

/*
 * A second, slower way to count a demonstration: from its records alone, without the store's SQL and
 * without anything of the generator.
 */
typedef struct
{
  GHashTable *records; /* nick of an entity → GPtrArray of its records */
  GHashTable *parents;
  GHashTable *kinds;
} Recount;

typedef struct
{
  gint64 required;
  gint64 valid;
} RecountShare;

Recount *recount_new (const VigieDemoOptions *options);
void recount_free (Recount *self);
GPtrArray *recount_list (const Recount *self, const VigieEntity *entity);
guint recount_n (const Recount *self, const VigieEntity *entity);
VigieRecord *recount_find (const Recount *self, const VigieEntity *entity, guint field, const char *text);
const char *recount_site_of (const Recount *self, const char *unit);
RecountShare recount_coverage (const Recount *self, VigieDate on, const char *site, const char *profession);
RecountShare recount_tool (const Recount *self, const char *deployment, VigieDate on);
int recount_stage (const Recount *self, const char *deployment, VigieDate on);
double recount_share (RecountShare share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recount, recount_free)

G_END_DECLS
