// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-mapping.h"

#include "vigie-fold.h"

#include <string.h>

static void
part_free (gpointer data)
{
  VigieMapPart *part = data;

  g_free (part->text);
  g_strfreev (part->columns);
  g_free (part);
}

static void
field_free (gpointer data)
{
  VigieMapField *field = data;

  g_free (field->column);
  g_free (field->constant);
  g_clear_pointer (&field->template, g_ptr_array_unref);
  g_clear_pointer (&field->values, g_hash_table_unref);
  g_free (field->otherwise);
  g_free (field);
}

static void
condition_free (gpointer data)
{
  VigieMapCondition *condition = data;

  g_free (condition->column);
  g_clear_pointer (&condition->values, g_hash_table_unref);
  g_free (condition);
}

static void
record_free (gpointer data)
{
  VigieMapRecord *record = data;

  g_ptr_array_unref (record->when);
  g_ptr_array_unref (record->fields);
  g_free (record);
}

/**
 * vigie_mapping_new:
 * @name: for messages
 *
 * Returns: (transfer full): a mapping that makes nothing yet
 */
VigieMapping *
vigie_mapping_new (const char *name)
{
  VigieMapping *self = g_new0 (VigieMapping, 1);

  self->name = g_strdup (name);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->keep = g_ptr_array_new_with_free_func (condition_free);
  self->records = g_ptr_array_new_with_free_func (record_free);
  return self;
}

void
vigie_mapping_free (VigieMapping *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->columns);
  g_ptr_array_unref (self->keep);
  g_ptr_array_unref (self->records);
  g_free (self->kind);
  g_free (self->name);
  g_free (self);
}

/**
 * vigie_mapping_add_record:
 *
 * Returns: (transfer none): a record that each row makes from now on
 */
VigieMapRecord *
vigie_mapping_add_record (VigieMapping *self, const VigieEntity *entity)
{
  VigieMapRecord *record = g_new0 (VigieMapRecord, 1);

  record->entity = entity;
  record->when = g_ptr_array_new_with_free_func (condition_free);
  record->fields = g_ptr_array_new_with_free_func (field_free);
  g_ptr_array_add (self->records, record);
  return record;
}

/**
 * vigie_map_record_add_field:
 *
 * Returns: (transfer none): where the value of @field is to come from
 */
VigieMapField *
vigie_map_record_add_field (VigieMapRecord *self, guint field)
{
  VigieMapField *added = g_new0 (VigieMapField, 1);

  added->field = field;
  g_ptr_array_add (self->fields, added);
  return added;
}

/**
 * vigie_map_condition_new:
 *
 * Returns: (transfer full): that the cell of @column is filled
 */
VigieMapCondition *
vigie_map_condition_new (const char *column)
{
  VigieMapCondition *condition = g_new0 (VigieMapCondition, 1);

  condition->column = g_strdup (column);
  return condition;
}

static void
add_part (GPtrArray *parts, int kind, char *text)
{
  VigieMapPart *part = g_new0 (VigieMapPart, 1);

  part->kind = kind;
  part->text = text;
  g_ptr_array_add (parts, part);
}

static gboolean
add_placeholder (GPtrArray *parts, const char *text, gsize size)
{
  g_autofree char *inside = g_strndup (text, size);
  VigieMapPart *part = g_new0 (VigieMapPart, 1);

  g_ptr_array_add (parts, part);
  part->kind = VIGIE_MAP_PART_COLUMN;
  if (!g_str_has_prefix (inside, "digest:"))
    {
      part->text = vigie_text_dup_trimmed (inside);
      return *part->text != '\0';
    }
  part->kind = VIGIE_MAP_PART_DIGEST;
  part->columns = g_strsplit (inside + strlen ("digest:"), ",", -1);
  for (gsize i = 0; part->columns[i] != NULL; i++)
    {
      g_strstrip (part->columns[i]);
      if (*part->columns[i] == '\0')
        return FALSE;
    }
  return part->columns[0] != NULL;
}

/**
 * vigie_map_template_parse:
 * @template: text with `{column}` for the cell of a column, and `{digest: column, column}` for twelve
 *   digits that stand for the cells of several, where a source gives its rows no number
 *
 * Returns: (transfer full) (nullable) (element-type VigieMapPart): its pieces; %NULL where it is no
 *   template
 */
GPtrArray *
vigie_map_template_parse (const char *template)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);

  while (*template != '\0')
    {
      gsize literal = strcspn (template, "{}");
      const char *end;

      if (literal > 0)
        add_part (parts, VIGIE_MAP_PART_LITERAL, g_strndup (template, literal));
      template += literal;
      if (*template == '\0')
        break;
      end = *template == '{' ? strchr (template, '}') : NULL;
      if (end == NULL || !add_placeholder (parts, template + 1, (gsize) (end - template) - 1))
        return NULL;
      template = end + 1;
    }
  return parts->len > 0 ? g_steal_pointer (&parts) : NULL;
}
