// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-entity.h"

#include <glib/gi18n-lib.h>

/**
 * vigie_entity_find_field:
 *
 * Returns: the index of the field named @name, or -1
 */
int
vigie_entity_find_field (const VigieEntity *self, const char *name)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_fields; i++)
    if (g_strcmp0 (self->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * vigie_entity_get_label:
 *
 * Returns: (transfer none): what one of it is called, in the reader's language
 */
const char *
vigie_entity_get_label (const VigieEntity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gettext (self->label);
}

/**
 * vigie_entity_get_label_plural:
 *
 * Returns: (transfer none): what many of it are called, in the reader's language
 */
const char *
vigie_entity_get_label_plural (const VigieEntity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gettext (self->label_plural);
}

/**
 * vigie_entity_is_code:
 *
 * Returns: whether a record of it is nothing but a code, as members of staff are: they come by the million
 */
gboolean
vigie_entity_is_code (const VigieEntity *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_fields == 1 && self->fields[0].type == VIGIE_FIELD_TEXT &&
         (self->fields[0].flags & VIGIE_FIELD_KEY) != 0;
}

/**
 * vigie_entity_is_searchable:
 *
 * Returns: whether any field is found by its words: a code that is all there is, is found by what it begins with
 */
gboolean
vigie_entity_is_searchable (const VigieEntity *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (vigie_entity_is_code (self))
    return FALSE;
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].flags & VIGIE_FIELD_SEARCHABLE)
      return TRUE;
  return FALSE;
}

/**
 * vigie_entity_dup_field_names:
 *
 * Returns: (transfer full): the names of all fields, joined by ", ", for error messages
 */
char *
vigie_entity_dup_field_names (const VigieEntity *self)
{
  GString *names;

  g_return_val_if_fail (self != NULL, NULL);

  names = g_string_new (NULL);
  for (guint i = 0; i < self->n_fields; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", self->fields[i].name);
  return g_string_free_and_steal (names);
}
