// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"
#include "vigie-store.h"

G_BEGIN_DECLS

/**
 * VigieControlGravity:
 * @VIGIE_CONTROL_ERROR: two things that cannot both hold, or a term that has passed
 * @VIGIE_CONTROL_WARNING: something that governance needs is not recorded or is too old
 * @VIGIE_CONTROL_INFORMATION: worth adding
 */
typedef enum
{
  VIGIE_CONTROL_ERROR,
  VIGIE_CONTROL_WARNING,
  VIGIE_CONTROL_INFORMATION,
} VigieControlGravity;

#define VIGIE_N_CONTROL_GRAVITIES (VIGIE_CONTROL_INFORMATION + 1)

#define VIGIE_CONTROL_NO_FIELD (-1)

/**
 * VigieControlRule:
 * @id: stable, such as `action-without-owner`
 * @entity: whose records it looks at
 * @field: to mend, in @entity; %VIGIE_CONTROL_NO_FIELD where another record is missing or to be mended
 * @sql: gives the keys of the records that break it; `?1` is the day
 *
 * A rule that a register, whole as a file, should also keep to.
 */
typedef struct
{
  const char *id;
  VigieControlGravity gravity;
  const VigieEntity *entity;
  int field;
  const char *sql;
} VigieControlRule;

/**
 * VigieControl:
 * @record: the key of the record as people know it; of an entity with a code, its code
 *
 * A record that breaks a rule.
 */
typedef struct
{
  const VigieControlRule *rule;
  char *record;
} VigieControl;

guint vigie_control_n_rules (void);
const VigieControlRule *vigie_control_get_rule (guint index);

GPtrArray *vigie_store_control (VigieStore *self, VigieDate as_of, GCancellable *cancellable, GError **error);
void vigie_store_control_async (VigieStore *self, VigieDate as_of, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vigie_store_control_finish (VigieStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
