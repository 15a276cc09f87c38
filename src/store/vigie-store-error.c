// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
 * vigie_store_error_set_damaged:
 * @path: of the damaged file
 * @what: what SQLite says of it, of which the first line is told
 *
 * Sets @error to %VIGIE_STORE_ERROR_DAMAGED and says what can be done.
 */
void
vigie_store_error_set_damaged (GError **error, const char *path, const char *what)
{
  const char *line = g_str_has_prefix (what, "***") && strchr (what, '\n') != NULL ? strchr (what, '\n') + 1 : what;
  g_autofree char *first = g_strndup (line, strcspn (line, "\n"));

  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
               /* Translators: %1$s is a file, %2$s what SQLite says of it */
               _ ("“%1$s” is damaged (%2$s). Nothing was changed in it. “vigie check --rescue” saves what can still be "
                  "read, and “vigie restore” brings a backup back."),
               path, first);
}

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
