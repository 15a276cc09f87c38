// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"
#include "vigie-record.h"
#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieChance:
 * @kind: what is remarkable of the register that is made
 * @keys: of each entity the keys of its records
 * @records: made since they were put last
 * @known: all that were ever made
 *
 * Makes registers, and changes to them, by chance from the entities' field tables.
 */
typedef enum
{
  VIGIE_CHANCE_EMPTY,
  VIGIE_CHANCE_ONE_PERSON,
  VIGIE_CHANCE_ALL_EXPIRED,
  VIGIE_CHANCE_ALL_AHEAD,
  VIGIE_CHANCE_MIXED,
  VIGIE_CHANCE_N_KINDS = 8, /* the rest are mixed, too */
} VigieChanceKind;

typedef struct
{
  GRand *rand;
  VigieChanceKind kind;
  GHashTable *keys; /* of entity to GPtrArray of its keys */
  GPtrArray *records;
  GPtrArray *known;
} VigieChance;

VigieChance *vigie_chance_new (guint32 seed);
void vigie_chance_free (VigieChance *self);
void vigie_chance_add (VigieChance *self, const VigieEntity *entity);
void vigie_chance_change (VigieChance *self, VigieRecord *record);
void vigie_chance_add_register (VigieChance *self);
gboolean vigie_chance_put (VigieChance *self, VigieStore *store);
const char *vigie_chance_pick_key (VigieChance *self, const VigieEntity *entity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieChance, vigie_chance_free)

G_END_DECLS
