// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-field.h"

G_BEGIN_DECLS

/**
 * VigieOrder:
 * @lesser: index of a field that is not greater than @greater where both are measured
 * @counted: both are counts that a site handed over: a record that breaks the order is kept as it came,
 *   and told by `vigie check`; any other is refused
 *
 * What two fields of a record say of one another: an end is not before its beginning, a part is not
 * more than its whole.
 */
typedef struct
{
  guint lesser;
  guint greater;
  gboolean counted;
} VigieOrder;

/**
 * VigieEntity:
 * @nick: the stable name: its table, its kind on the command line, its name in JSON
 * @label: one of it, for people, untranslated
 * @fields: (array length=n_fields): its fields, in the order of columns
 * @orders: (array length=n_orders) (nullable): what holds between them
 *
 * One kind of thing that the register holds.
 */
struct _VigieEntity
{
  const char *nick;
  const char *label;
  const char *label_plural;
  const VigieField *fields;
  guint n_fields;
  const VigieOrder *orders;
  guint n_orders;
};

int vigie_entity_find_field (const VigieEntity *self, const char *name);
const char *vigie_entity_get_label (const VigieEntity *self);
const char *vigie_entity_get_label_plural (const VigieEntity *self);
gboolean vigie_entity_is_code (const VigieEntity *self);
gboolean vigie_entity_is_searchable (const VigieEntity *self);
char *vigie_entity_dup_field_names (const VigieEntity *self);

G_END_DECLS
