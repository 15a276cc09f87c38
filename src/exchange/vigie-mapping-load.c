// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A mapping as JSON; data/reference/mappings/README.md says what may stand in one. It is read
 * strictly: what is misspelt is told with the place where it stands, before any row is read.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-mapping.h"

#include "vigie-entities.h"
#include "vigie-fold.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#define MAPPING_VERSION 1

/* Where in the file the loader is, for messages. */
typedef struct
{
  VigieMapping *mapping;
  GString *place;
} Loader;

static gboolean fail (const Loader *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (const Loader *self, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->place->len > 0)
    g_set_error (
      error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_MAPPING,
      /* Translators: %1$s is a file, %2$s a place in it such as records[2].fields.kind, %3$s what is wrong */
      _ ("mapping “%1$s”, %2$s: %3$s"), self->mapping->name, self->place->str, reason);
  else
    g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_MAPPING,
                 /* Translators: %1$s is a file, %2$s what is wrong */
                 _ ("mapping “%1$s”: %2$s"), self->mapping->name, reason);
  return FALSE;
}

static gsize enter (Loader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Goes down to a part of the file; g_string_truncate() to what it returns goes up again. */
static gsize
enter (Loader *self, const char *format, ...)
{
  gsize before = self->place->len;
  va_list arguments;

  if (before > 0 && *format != '[')
    g_string_append_c (self->place, '.');
  va_start (arguments, format);
  g_string_append_vprintf (self->place, format, arguments);
  va_end (arguments);
  return before;
}

static gboolean
check_members (const Loader *self, JsonObject *object, const char *const *known, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);
  g_autofree char *list = g_strjoinv (", ", (char **) known);

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      return fail (self, error, _ ("“%1$s” has no meaning here; what has is: %2$s"), (const char *) l->data, list);
  return TRUE;
}

static const char *
get_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* The canonical text of a value of @field; "" for null. NULL with @error where it is none. */
static char *
dup_canonical (const Loader *self, const VigieField *field, JsonNode *node, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (VigieValue) value = { 0 };
  g_autofree char *text = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (!JSON_NODE_HOLDS_VALUE (node))
    {
      fail (self, error, _ ("a value is text, a number, true, false or null"));
      return NULL;
    }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    text = g_strdup (json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    text = g_strdup_printf ("%" PRId64, json_node_get_int (node));
  else
    text = json_node_dup_string (node);
  if (text != NULL && vigie_field_parse (field, text, &value, &local))
    return g_steal_pointer (&text);
  fail (self, error, "%s", local != NULL ? local->message : _ ("a value is text, a number, true, false or null"));
  return NULL;
}

static gboolean
load_values (Loader *self, VigieMapField *map, const VigieField *field, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gsize before;

  if (node == NULL)
    return TRUE;
  before = enter (self, "values");
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, error, _ ("it is an object { value in the file: value in the register }"));
  map->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      char *canonical = dup_canonical (self, field, value, error);

      if (canonical == NULL)
        return FALSE;
      g_hash_table_replace (map->values, vigie_text_fold (name), canonical);
    }
  g_string_truncate (self->place, before);
  return TRUE;
}

static gboolean
load_format (Loader *self, VigieMapField *map, const VigieField *field, JsonNode *node, GError **error)
{
  if (node == NULL || vigie_map_format_from_name (get_text (node), field, &map->format))
    return TRUE;
  return fail (self, error,
               _ ("“as” is one_line or list for a text, month, day or month_day for a date, duration or hours for "
                  "minutes"));
}

/* Whose numbers they are: a person's are in euros and percent, a machine's in cents and per mille. */
static gboolean
load_style (Loader *self, VigieMapField *map, JsonNode *node, GError **error)
{
  if (node == NULL)
    return TRUE;
  map->style = g_strcmp0 (get_text (node), "person") == 0 ? VIGIE_NATIVE_PERSON : VIGIE_NATIVE_MACHINE;
  return map->style == VIGIE_NATIVE_PERSON || g_strcmp0 (get_text (node), "machine") == 0 ||
         fail (self, error, _ ("“numbers” is person (euros, percent) or machine (cents, per mille)"));
}

static gboolean
load_source (Loader *self, VigieMapField *map, const VigieField *field, JsonObject *object, GError **error)
{
  gboolean has_column = json_object_has_member (object, "column");
  gboolean has_template = json_object_has_member (object, "template");
  gboolean has_constant = json_object_has_member (object, "constant");
  const char *template;

  if (has_column + has_template + has_constant != 1)
    return fail (self, error, _ ("a field comes from one of: column, constant, template"));
  if (has_constant)
    {
      map->constant = dup_canonical (self, field, json_object_get_member (object, "constant"), error);
      return map->constant != NULL;
    }
  if (has_column)
    {
      map->column = g_strdup (get_text (json_object_get_member (object, "column")));
      return map->column != NULL || fail (self, error, _ ("a column is named by text"));
    }
  template = get_text (json_object_get_member (object, "template"));
  map->template = template != NULL ? vigie_map_template_parse (template) : NULL;
  return map->template != NULL ||
         fail (self, error, _ ("a template is text such as “{id}/impact” or “X-{digest: unit, name}”"));
}

static gboolean
load_field (Loader *self, VigieMapRecord *record, const char *name, JsonNode *node, GError **error)
{
  static const char *const known[] = { "column", "constant", "template", "values", "otherwise", "as", "numbers", NULL };
  int index = vigie_entity_find_field (record->entity, name);
  gsize before = enter (self, "%s", name);
  const VigieField *field;
  VigieMapField *map;
  JsonObject *object;

  if (index < 0)
    {
      g_autofree char *fields = vigie_entity_dup_field_names (record->entity);

      return fail (self, error, _ ("%1$s has no field “%2$s”; its fields are: %3$s"), record->entity->nick, name,
                   fields);
    }
  field = &record->entity->fields[index];
  map = vigie_map_record_add_field (record, (guint) index);
  if (get_text (node) != NULL)
    map->column = g_strdup (get_text (node));
  else
    {
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail (self, error, _ ("a field is the name of a column or an object"));
      object = json_node_get_object (node);
      if (!check_members (self, object, known, error) || !load_source (self, map, field, object, error) ||
          !load_values (self, map, field, json_object_get_member (object, "values"), error) ||
          !load_format (self, map, field, json_object_get_member (object, "as"), error) ||
          !load_style (self, map, json_object_get_member (object, "numbers"), error))
        return FALSE;
      if (json_object_has_member (object, "otherwise"))
        {
          map->otherwise = dup_canonical (self, field, json_object_get_member (object, "otherwise"), error);
          if (map->otherwise == NULL)
            return FALSE;
        }
    }
  g_string_truncate (self->place, before);
  return TRUE;
}

static gboolean
load_condition (Loader *self, GPtrArray *conditions, const char *column, JsonNode *node, GError **error)
{
  VigieMapCondition *condition = vigie_map_condition_new (column);
  JsonArray *array;

  g_ptr_array_add (conditions, condition);
  condition->blank = g_strcmp0 (get_text (node), "blank") == 0;
  if (condition->blank || g_strcmp0 (get_text (node), "filled") == 0)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, error, _ ("what column “%s” must hold is a list of values, “filled” or “blank”"), column);
  array = json_node_get_array (node);
  condition->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = get_text (json_array_get_element (array, i));

      if (text == NULL)
        return fail (self, error, _ ("the values of column “%s” are texts"), column);
      g_hash_table_add (condition->values, vigie_text_fold (text));
    }
  return TRUE;
}

static gboolean
load_conditions (Loader *self, GPtrArray *conditions, const char *name, JsonNode *node, GError **error)
{
  gsize before = enter (self, "%s", name);
  JsonObjectIter iter;
  const char *column;
  JsonNode *value;

  if (node != NULL)
    {
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail (self, error, _ ("it is an object { column: [ value, … ] }"));
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &column, &value))
        if (!load_condition (self, conditions, column, value, error))
          return FALSE;
    }
  g_string_truncate (self->place, before);
  return TRUE;
}

static gboolean
load_fields (Loader *self, VigieMapRecord *record, JsonNode *node, GError **error)
{
  gsize before = enter (self, "fields");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, error, _ ("it is an object { field: column }"));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!load_field (self, record, name, value, error))
      return FALSE;
  g_string_truncate (self->place, before);
  return TRUE;
}

/* A required field that nothing fills would refuse every row. */
static gboolean
check_required (Loader *self, const VigieMapRecord *record, GError **error)
{
  for (guint i = 0; i < record->entity->n_fields; i++)
    {
      gboolean found = (record->entity->fields[i].flags & VIGIE_FIELD_REQUIRED) == 0;

      for (guint j = 0; !found && j < record->fields->len; j++)
        found = ((VigieMapField *) g_ptr_array_index (record->fields, j))->field == i;
      if (!found)
        return fail (self, error, _ ("%1$s requires the field “%2$s”"), record->entity->nick,
                     record->entity->fields[i].name);
    }
  return TRUE;
}

static gboolean
load_record (Loader *self, guint index, JsonNode *node, GError **error)
{
  static const char *const known[] = { "entity", "about", "when", "fields", NULL };
  gsize before = enter (self, "records[%u]", index);
  const VigieEntity *entity;
  VigieMapRecord *record;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, error, _ ("a record is an object with “entity” and “fields”"));
  object = json_node_get_object (node);
  if (!check_members (self, object, known, error))
    return FALSE;
  entity = vigie_entity_from_nick (get_text (json_object_get_member (object, "entity")));
  if (entity == NULL)
    {
      g_autofree char *nicks = vigie_entity_dup_nicks ();

      return fail (self, error, _ ("“entity” is one of: %s"), nicks);
    }
  record = vigie_mapping_add_record (self->mapping, entity);
  if (!load_conditions (self, record->when, "when", json_object_get_member (object, "when"), error) ||
      !load_fields (self, record, json_object_get_member (object, "fields"), error) ||
      !check_required (self, record, error))
    return FALSE;
  g_string_truncate (self->place, before);
  return TRUE;
}

static gboolean
find_principal (Loader *self, JsonNode *node, GError **error)
{
  const char *nick = get_text (node);

  if (node == NULL)
    return TRUE;
  for (guint i = 0; i < self->mapping->records->len; i++)
    if (g_strcmp0 (((VigieMapRecord *) g_ptr_array_index (self->mapping->records, i))->entity->nick, nick) == 0)
      {
        self->mapping->principal = i;
        return TRUE;
      }
  return fail (self, error, _ ("“row_is” names the entity of one of the records"));
}

/* Other names that columns have where the same table is handed out in another form. */
static gboolean
load_columns (Loader *self, JsonNode *node, GError **error)
{
  gsize before = enter (self, "columns");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, error, _ ("it is an object { column: [ other name, … ] }"));
  if (node != NULL)
    json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (node != NULL && json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
      guint n = JSON_NODE_HOLDS_ARRAY (value) ? json_array_get_length (json_node_get_array (value)) : 0;

      for (guint i = 0; i < n; i++)
        if (get_text (json_array_get_element (json_node_get_array (value), i)) != NULL)
          g_strv_builder_add (others, get_text (json_array_get_element (json_node_get_array (value), i)));
        else
          n = 0;
      if (n == 0)
        return fail (self, error, _ ("the other names of column “%s” are a list of texts"), name);
      g_hash_table_replace (self->mapping->columns, g_strdup (name), g_strv_builder_end (others));
    }
  g_string_truncate (self->place, before);
  return TRUE;
}

static gboolean
load_root (Loader *self, JsonObject *root, GError **error)
{
  static const char *const known[] = { "vigie_mapping", "about", "kind", "row_is", "columns", "keep", "records", NULL };
  JsonNode *version = json_object_get_member (root, "vigie_mapping");
  JsonNode *records = json_object_get_member (root, "records");
  const char *kind = get_text (json_object_get_member (root, "kind"));
  JsonArray *array;

  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_int (version) != MAPPING_VERSION)
    return fail (self, error, _ ("it is not a mapping of this version: “vigie_mapping” is not %d"), MAPPING_VERSION);
  if (!check_members (self, root, known, error))
    return FALSE;
  if (kind == NULL || vigie_kind_to_entity (kind) == NULL)
    {
      g_autofree char *kinds = vigie_kind_dup_names ();

      return fail (self, error, _ ("“kind” is one of: %s"), kinds);
    }
  self->mapping->kind = g_strdup (kind);
  if (records == NULL || !JSON_NODE_HOLDS_ARRAY (records) || json_array_get_length (json_node_get_array (records)) == 0)
    return fail (self, error, _ ("“records” is a list of what a row makes, and is not empty"));
  if (!load_columns (self, json_object_get_member (root, "columns"), error) ||
      !load_conditions (self, self->mapping->keep, "keep", json_object_get_member (root, "keep"), error))
    return FALSE;
  array = json_node_get_array (records);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!load_record (self, i, json_array_get_element (array, i), error))
      return FALSE;
  return find_principal (self, json_object_get_member (root, "row_is"), error);
}

/**
 * vigie_mapping_load:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): the mapping; %NULL with @error, which says where in the file it is wrong
 */
VigieMapping *
vigie_mapping_load (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (VigieMapping) mapping = vigie_mapping_new (name);
  g_autoptr (GString) place = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  Loader loader = { mapping, place };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonNode *root;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data != NULL ? data : "", (gssize) size, &local))
    {
      fail (&loader, error, "%s", local->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (&loader, error, _ ("it is not a JSON object"));
      return NULL;
    }
  return load_root (&loader, json_node_get_object (root), error) ? g_steal_pointer (&mapping) : NULL;
}
