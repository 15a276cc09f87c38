// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The register's own JSON form:
 *
 *   { "vigie": 1, "records": { "profession": [ { "code": "IDE", "label_fr": "Infirmier" } ] } }
 *
 * An entity is named by its nick and a field by its name. Dates are ISO 8601 days, enumerations are
 * nicks, references are codes; null, or no member at all, is *not measured*. Nothing unknown is passed
 * over: a misspelt field would otherwise be lost without a word.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-json-records.h"

#include "vigie-entities.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

G_DEFINE_QUARK (vigie-exchange-error, vigie_exchange_error)

/* Where in the file the loader is, for messages. */
typedef struct
{
  const char *name;
  const VigieEntity *entity;
  guint index;
  GPtrArray *records;
} Loader;

static gboolean
fail (const Loader *self, const char *reason, GError **error)
{
  if (self->entity == NULL)
    g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                 /* Translators: %1$s is a file, %2$s says what is wrong in it */
                 _ ("“%1$s”: %2$s"), self->name, reason);
  else
    g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
                 /* Translators: %1$s is a file, %2$s[%3$u] is a record in it, %4$s says what is wrong */
                 _ ("“%1$s”, %2$s[%3$u]: %4$s"), self->name, self->entity->nick, self->index, reason);
  return FALSE;
}

/* The canonical text of a JSON value; NULL where it is null or is no value of a field. */
static char *
dup_value_text (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" PRId64, json_node_get_int (node));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  return NULL;
}

static gboolean
load_field (Loader *self, VigieRecord *record, const char *name, JsonNode *node, GError **error)
{
  int field = vigie_entity_find_field (self->entity, name);
  g_autoptr (GError) local = NULL;
  g_autofree char *text = dup_value_text (node);
  g_autofree char *reason = NULL;

  if (field < 0)
    {
      g_autofree char *known = vigie_entity_dup_field_names (self->entity);

      /* Translators: %1$s is a name, %2$s a list of names */
      reason = g_strdup_printf (_ ("there is no field “%1$s”; the fields are: %2$s"), name, known);
      return fail (self, reason, error);
    }
  if (text == NULL && !JSON_NODE_HOLDS_NULL (node))
    {
      reason = g_strdup_printf (_ ("the value of “%s” is neither text, whole number, true, false nor null"), name);
      return fail (self, reason, error);
    }
  if (!vigie_record_set_from_text (record, (guint) field, text, &local))
    return fail (self, local->message, error);
  return TRUE;
}

static gboolean
load_record (Loader *self, JsonNode *node, GError **error)
{
  g_autoptr (VigieRecord) record = vigie_record_new (self->entity);
  g_autoptr (GError) local = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, _ ("a record is an object { field: value }"), error);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!load_field (self, record, name, value, error))
      return FALSE;
  if (!vigie_record_validate (record, &local))
    return fail (self, local->message, error);
  g_ptr_array_add (self->records, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
load_entity (Loader *self, const char *nick, JsonNode *node, GError **error)
{
  g_autofree char *reason = NULL;
  JsonArray *array;

  self->entity = vigie_entity_from_nick (nick);
  if (self->entity == NULL)
    {
      g_autofree char *known = vigie_entity_dup_nicks ();

      /* Translators: %1$s is a name, %2$s a list of names */
      reason = g_strdup_printf (_ ("there is no kind of record “%1$s”; the kinds are: %2$s"), nick, known);
      return fail (self, reason, error);
    }
  self->index = 0;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, _ ("the records of a kind are an array"), error);
  array = json_node_get_array (node);
  for (; self->index < json_array_get_length (array); self->index++)
    if (!load_record (self, json_array_get_element (array, self->index), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_version (const Loader *self, JsonObject *root, GError **error)
{
  JsonNode *version = json_object_get_member (root, "vigie");
  g_autofree char *reason = NULL;

  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64)
    return fail (self, _ ("it does not begin as the records of a register do: { \"vigie\": 1, \"records\": { … } }"),
                 error);
  if (json_node_get_int (version) == VIGIE_JSON_VERSION)
    return TRUE;
  reason = g_strdup_printf (_ ("its form is version %1$" PRId64 "; this Vigie reads version %2$d. Update Vigie."),
                            json_node_get_int (version), VIGIE_JSON_VERSION);
  return fail (self, reason, error);
}

static JsonObject *
find_records (const Loader *self, JsonNode *root, GError **error)
{
  JsonNode *records;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (self, _ ("it is not a JSON object"), error);
      return NULL;
    }
  if (!check_version (self, json_node_get_object (root), error))
    return NULL;
  records = json_object_get_member (json_node_get_object (root), "records");
  if (records != NULL && JSON_NODE_HOLDS_OBJECT (records))
    return json_node_get_object (records);
  fail (self, _ ("it has no object “records”"), error);
  return NULL;
}

static JsonParser *
parse (const Loader *self, GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  json_parser_set_strict (parser, TRUE);
  if (json_parser_load_from_data (parser, data != NULL ? data : "", (gssize) size, &local))
    return g_steal_pointer (&parser);
  fail (self, local->message, error);
  return NULL;
}

/**
 * vigie_json_records_load:
 * @bytes: a file in the register's JSON form
 * @name: of the file, for messages
 *
 * Returns: (transfer full) (element-type VigieRecord): the records, referenced ones first; %NULL with
 *   @error, which names the record and the field
 */
GPtrArray *
vigie_json_records_load (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Loader loader = { .name = name, .records = records };
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *by_entity;
  JsonObjectIter iter;
  const char *nick;
  JsonNode *node;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  parser = parse (&loader, bytes, error);
  by_entity = parser != NULL ? find_records (&loader, json_parser_get_root (parser), error) : NULL;
  if (by_entity == NULL)
    return NULL;
  json_object_iter_init_ordered (&iter, by_entity);
  while (json_object_iter_next_ordered (&iter, &nick, &node))
    if (!load_entity (&loader, nick, node, error))
      return NULL;
  vigie_json_records_sort (records);
  return g_steal_pointer (&records);
}

/**
 * vigie_json_records_are_in:
 *
 * Returns: whether @bytes is JSON with a member `vigie`: records, good or bad, rather than other data
 */
gboolean
vigie_json_records_are_in (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonNode *root;

  if (!json_parser_load_from_data (parser, data != NULL ? data : "", (gssize) size, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) && json_object_has_member (json_node_get_object (root), "vigie");
}

/* What is sorted: the number of the entity, then the place in the file. */
typedef struct
{
  VigieRecord *record;
  int entity;
  guint place;
} Sorted;

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *one = a;
  const Sorted *other = b;

  if (one->entity != other->entity)
    return one->entity < other->entity ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

/**
 * vigie_json_records_sort:
 * @records: (element-type VigieRecord): of any entities
 *
 * Puts referenced records before those that refer to them, and keeps the order within an entity.
 */
void
vigie_json_records_sort (GPtrArray *records)
{
  g_autofree Sorted *sorted = g_new0 (Sorted, records->len + 1);

  for (guint i = 0; i < records->len; i++)
    {
      sorted[i].record = g_ptr_array_index (records, i);
      sorted[i].entity = vigie_entity_number (vigie_record_get_entity (sorted[i].record));
      sorted[i].place = i;
    }
  if (records->len > 0)
    qsort (sorted, records->len, sizeof *sorted, compare_sorted);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_index (records, i) = sorted[i].record;
}
