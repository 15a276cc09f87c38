// SPDX-License-Identifier: GPL-3.0-or-later

#include "json-schema.h"

static char *check (JsonObject *schema, JsonNode *node, const char *place);

static char *
fault (const char *place, const char *what)
{
  return g_strdup_printf ("%s: %s", place, what);
}

static gboolean
is_of_type (JsonNode *node, const char *type)
{
  GType held = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (g_str_equal (type, "null"))
    return JSON_NODE_HOLDS_NULL (node);
  if (g_str_equal (type, "object"))
    return JSON_NODE_HOLDS_OBJECT (node);
  if (g_str_equal (type, "array"))
    return JSON_NODE_HOLDS_ARRAY (node);
  if (g_str_equal (type, "string"))
    return held == G_TYPE_STRING;
  if (g_str_equal (type, "integer"))
    return held == G_TYPE_INT64;
  if (g_str_equal (type, "boolean"))
    return held == G_TYPE_BOOLEAN;
  g_assert_not_reached ();
}

static gboolean
is_of_types (JsonNode *node, JsonNode *types)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_VALUE (types))
    return is_of_type (node, json_node_get_string (types));
  array = json_node_get_array (types);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (is_of_type (node, json_array_get_string_element (array, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_in (JsonNode *node, JsonArray *values)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    if (json_node_equal (node, json_array_get_element (values, i)))
      return TRUE;
  return FALSE;
}

static char *
check_object (JsonObject *schema, JsonObject *object, const char *place)
{
  JsonObject *properties = json_object_get_object_member (schema, "properties");
  JsonArray *required =
    json_object_has_member (schema, "required") ? json_object_get_array_member (schema, "required") : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  char *found = NULL;

  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++)
    if (!json_object_has_member (object, json_array_get_string_element (required, i)))
      return fault (place, json_array_get_string_element (required, i));
  json_object_iter_init (&iter, object);
  while (found == NULL && json_object_iter_next (&iter, &name, &value))
    {
      g_autofree char *inner = g_strdup_printf ("%s.%s", place, name);

      if (json_object_has_member (properties, name))
        found = check (json_object_get_object_member (properties, name), value, inner);
      else if (json_object_has_member (schema, "additionalProperties"))
        found = fault (inner, "unknown");
    }
  return found;
}

static char *
check_array (JsonObject *schema, JsonArray *array, const char *place)
{
  char *found = NULL;

  for (guint i = 0; found == NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s[%u]", place, i);

      found = check (json_object_get_object_member (schema, "items"), json_array_get_element (array, i), inner);
    }
  return found;
}

static char *
check_word (JsonObject *schema, const char *word, JsonNode *rule, JsonNode *node, const char *place)
{
  gboolean is_text = is_of_type (node, "string");
  gboolean is_number = is_of_type (node, "integer");

  if (g_strv_contains ((const char *const[]) { "$schema", "title", "description", "format", "required", NULL }, word) ||
      g_str_equal (word, "additionalProperties"))
    return NULL;
  if (g_str_equal (word, "type"))
    return is_of_types (node, rule) ? NULL : fault (place, "type");
  if (g_str_equal (word, "enum"))
    return is_in (node, json_node_get_array (rule)) ? NULL : fault (place, "enum");
  if (g_str_equal (word, "const"))
    return json_node_equal (node, rule) ? NULL : fault (place, "const");
  if (g_str_equal (word, "minimum"))
    return !is_number || json_node_get_int (node) >= json_node_get_int (rule) ? NULL : fault (place, "minimum");
  if (g_str_equal (word, "maximum"))
    return !is_number || json_node_get_int (node) <= json_node_get_int (rule) ? NULL : fault (place, "maximum");
  if (g_str_equal (word, "maxLength"))
    return !is_text || g_utf8_strlen (json_node_get_string (node), -1) <= json_node_get_int (rule)
             ? NULL
             : fault (place, "maxLength");
  if (g_str_equal (word, "pattern"))
    return !is_text || g_regex_match_simple (json_node_get_string (rule), json_node_get_string (node), 0, 0)
             ? NULL
             : fault (place, "pattern");
  if (g_str_equal (word, "properties"))
    return JSON_NODE_HOLDS_OBJECT (node) ? check_object (schema, json_node_get_object (node), place) : NULL;
  if (g_str_equal (word, "items"))
    return JSON_NODE_HOLDS_ARRAY (node) ? check_array (schema, json_node_get_array (node), place) : NULL;
  return fault (word, "is no word of a schema that is known here");
}

static char *
check (JsonObject *schema, JsonNode *node, const char *place)
{
  JsonObjectIter iter;
  const char *word;
  JsonNode *rule;
  char *found = NULL;

  json_object_iter_init (&iter, schema);
  while (found == NULL && json_object_iter_next (&iter, &word, &rule))
    found = check_word (schema, word, rule, node, place);
  return found;
}

/* Where @node is not what @schema says; NULL where it is. */
char *
json_schema_find_fault (JsonNode *schema, JsonNode *node)
{
  return check (json_node_get_object (schema), node, "$");
}
