// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-store-error.h"

typedef struct
{
  int field;
} VigieStoreErrorPrivate;

static void
vigie_store_error_private_init (VigieStoreErrorPrivate *self)
{
  self->field = -1;
}

static void
vigie_store_error_private_copy (const VigieStoreErrorPrivate *from, VigieStoreErrorPrivate *to)
{
  *to = *from;
}

static void
vigie_store_error_private_clear (VigieStoreErrorPrivate *self G_GNUC_UNUSED)
{
}

G_DEFINE_EXTENDED_ERROR (VigieStoreError, vigie_store_error)

/**
 * vigie_store_error_set_field:
 * @error: of this domain
 * @field: index of the field that is at fault, in the entity of the record
 */
void
vigie_store_error_set_field (GError *error, int field)
{
  vigie_store_error_get_private (error)->field = field;
}

/**
 * vigie_store_error_get_field:
 * @error: of any domain
 *
 * Returns: index of the field of the record that is at fault; -1 where no single field is
 */
int
vigie_store_error_get_field (const GError *error)
{
  return error->domain == VIGIE_STORE_ERROR ? vigie_store_error_get_private (error)->field : -1;
}
