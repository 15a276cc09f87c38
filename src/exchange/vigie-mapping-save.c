// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A mapping written as the JSON that vigie_mapping_load() reads.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-mapping.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const struct
{
  const char *name;
  VigieMapFormat format;
  VigieFieldType type;
  VigieUnit unit; /* that the field must have; VIGIE_UNIT_NONE for any */
} formats[] = {
  { "one_line", VIGIE_MAP_ONE_LINE, VIGIE_FIELD_TEXT, VIGIE_UNIT_NONE },
  { "list", VIGIE_MAP_LIST, VIGIE_FIELD_TEXT, VIGIE_UNIT_NONE },
  { "month", VIGIE_MAP_MONTH, VIGIE_FIELD_DATE, VIGIE_UNIT_NONE },
  { "day", VIGIE_MAP_DAY, VIGIE_FIELD_DATE, VIGIE_UNIT_NONE },
  { "month_day", VIGIE_MAP_MONTH_DAY, VIGIE_FIELD_DATE, VIGIE_UNIT_NONE },
  { "duration", VIGIE_MAP_DURATION, VIGIE_FIELD_INTEGER, VIGIE_UNIT_MINUTES },
  { "hours", VIGIE_MAP_HOURS, VIGIE_FIELD_INTEGER, VIGIE_UNIT_MINUTES },
};

/**
 * vigie_map_format_get_name:
 *
 * Returns: (transfer none) (nullable): the name that a mapping has for @format; %NULL for the usual one
 */
const char *
vigie_map_format_get_name (VigieMapFormat format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      return formats[i].name;
  return NULL;
}

/**
 * vigie_map_format_from_name:
 * @name: (nullable): what a mapping says
 *
 * Returns: whether there is such a format for @field
 */
gboolean
vigie_map_format_from_name (const char *name, const VigieField *field, VigieMapFormat *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (name, formats[i].name) == 0 && field->type == formats[i].type &&
        (formats[i].unit == VIGIE_UNIT_NONE || field->unit == formats[i].unit))
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

static char *
dup_template (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const VigieMapPart *part = g_ptr_array_index (parts, i);
      g_autofree char *columns = part->columns != NULL ? g_strjoinv (", ", part->columns) : NULL;

      if (part->kind == VIGIE_MAP_PART_LITERAL)
        g_string_append (text, part->text);
      else if (part->kind == VIGIE_MAP_PART_COLUMN)
        g_string_append_printf (text, "{%s}", part->text);
      else
        g_string_append_printf (text, "{digest: %s}", columns);
    }
  return g_string_free_and_steal (text);
}

/* In the order of the alphabet, so that the same mapping is the same file. */
static GList *
list_sorted (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
}

static void
add_canonical (JsonBuilder *builder, const char *canonical)
{
  if (*canonical == '\0')
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, canonical);
}

static void
add_values (JsonBuilder *builder, GHashTable *values)
{
  g_autoptr (GList) names = list_sorted (values);

  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);
  for (GList *l = names; l != NULL; l = l->next)
    {
      json_builder_set_member_name (builder, l->data);
      add_canonical (builder, g_hash_table_lookup (values, l->data));
    }
  json_builder_end_object (builder);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_source (JsonBuilder *builder, const VigieMapField *field)
{
  g_autofree char *template = field->template != NULL ? dup_template (field->template) : NULL;

  if (field->column != NULL)
    add_text (builder, "column", field->column);
  else if (template != NULL)
    add_text (builder, "template", template);
  else
    {
      json_builder_set_member_name (builder, "constant");
      add_canonical (builder, field->constant);
    }
}

static void
add_field (JsonBuilder *builder, const VigieEntity *entity, const VigieMapField *field)
{
  json_builder_set_member_name (builder, entity->fields[field->field].name);
  json_builder_begin_object (builder);
  add_source (builder, field);
  if (field->values != NULL)
    add_values (builder, field->values);
  if (field->otherwise != NULL)
    {
      json_builder_set_member_name (builder, "otherwise");
      add_canonical (builder, field->otherwise);
    }
  if (field->format != VIGIE_MAP_NATIVE)
    add_text (builder, "as", vigie_map_format_get_name (field->format));
  if (field->style == VIGIE_NATIVE_PERSON)
    add_text (builder, "numbers", "person");
  json_builder_end_object (builder);
}

static void
add_conditions (JsonBuilder *builder, const char *name, GPtrArray *conditions)
{
  if (conditions->len == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < conditions->len; i++)
    {
      const VigieMapCondition *condition = g_ptr_array_index (conditions, i);
      g_autoptr (GList) values = condition->values != NULL ? list_sorted (condition->values) : NULL;

      json_builder_set_member_name (builder, condition->column);
      if (condition->values == NULL)
        {
          json_builder_add_string_value (builder, condition->blank ? "blank" : "filled");
          continue;
        }
      json_builder_begin_array (builder);
      for (GList *l = values; l != NULL; l = l->next)
        json_builder_add_string_value (builder, l->data);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_columns (JsonBuilder *builder, GHashTable *columns)
{
  g_autoptr (GList) names = list_sorted (columns);

  if (names == NULL)
    return;
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_object (builder);
  for (GList *l = names; l != NULL; l = l->next)
    {
      char **others = g_hash_table_lookup (columns, l->data);

      json_builder_set_member_name (builder, l->data);
      json_builder_begin_array (builder);
      for (gsize i = 0; others[i] != NULL; i++)
        json_builder_add_string_value (builder, others[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_record (JsonBuilder *builder, const VigieMapRecord *record)
{
  json_builder_begin_object (builder);
  add_text (builder, "entity", record->entity->nick);
  add_conditions (builder, "when", record->when);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; i < record->fields->len; i++)
    add_field (builder, record->entity, g_ptr_array_index (record->fields, i));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/**
 * vigie_mapping_dup_json:
 *
 * Returns: (transfer full): the mapping as a mapping file
 */
char *
vigie_mapping_dup_json (const VigieMapping *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const VigieMapRecord *principal = g_ptr_array_index (self->records, self->principal);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "vigie_mapping");
  json_builder_add_int_value (builder, 1);
  add_text (builder, "kind", self->kind);
  add_text (builder, "row_is", principal->entity->nick);
  add_columns (builder, self->columns);
  add_conditions (builder, "keep", self->keep);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->records->len; i++)
    add_record (builder, g_ptr_array_index (self->records, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
