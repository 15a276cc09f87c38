// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieJsonRows: the records in the register's own JSON form:
 *
 *   { "vigie": 2, "records": { "profession": [ { "code": "IDE", "label_fr": "Infirmier" } ] } }
 *
 * An entity is named by its nick and a field by its name. Dates are ISO 8601 days, enumerations are
 * nicks, references are codes; null, or no member at all, is *not measured*. Nothing unknown is passed
 * over: a misspelt field would otherwise be lost without a word. Records come out referenced ones
 * first, whatever the order of the file. A fact may say on which day it was entered first, `entered_on`; version 1, which
 * is read still, had no such days.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-json-rows.h"

#include "vigie-entities.h"
#include "vigie-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

/* A record that is still JSON. */
typedef struct
{
  const VigieEntity *entity;
  guint index;
  JsonNode *node;
} Pending;

struct _VigieJsonRows
{
  GObject parent_instance;

  char *name;
  JsonParser *parser;
  GArray *pending;
  gint64 version;
  guint position;
  VigieRow row;
};

static void row_source_iface_init (VigieRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VigieJsonRows, vigie_json_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VIGIE_TYPE_ROW_SOURCE, row_source_iface_init))

static gboolean fail (const VigieJsonRows *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (const VigieJsonRows *self, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               /* Translators: %1$s is a file, %2$s says what is wrong in it */
               _ ("“%1$s”: %2$s"), self->name, reason);
  return FALSE;
}

/* --- the file ------------------------------------------------------------------------------------- */

static gboolean
parse (VigieJsonRows *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  self->parser = json_parser_new_immutable ();
  json_parser_set_strict (self->parser, TRUE);
  if (json_parser_load_from_data (self->parser, data != NULL ? data : "", (gssize) size, &local))
    return TRUE;
  /* Translators: %s is what is wrong in it */
  return fail (self, error, _ ("it is not the JSON of a register’s records: %s"), local->message);
}

static gboolean
check_version (VigieJsonRows *self, JsonObject *root, GError **error)
{
  JsonNode *version = json_object_get_member (root, "vigie");

  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64)
    return fail (self, error,
                 _ ("it does not begin as the records of a register do: { \"vigie\": 2, \"records\": { … } }"));
  self->version = json_node_get_int (version);
  if (self->version >= VIGIE_JSON_OLDEST && self->version <= VIGIE_JSON_VERSION)
    return TRUE;
  return fail (self, error,
               _ ("its form is version %1$" PRId64 "; this Vigie reads versions up to %2$d. Update Vigie."),
               self->version, VIGIE_JSON_VERSION);
}

static JsonObject *
find_records (VigieJsonRows *self, GError **error)
{
  JsonNode *root = json_parser_get_root (self->parser);
  JsonNode *records;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (self, error, _ ("it is not a JSON object"));
      return NULL;
    }
  if (!check_version (self, json_node_get_object (root), error))
    return NULL;
  records = json_object_get_member (json_node_get_object (root), "records");
  if (records != NULL && JSON_NODE_HOLDS_OBJECT (records))
    return json_node_get_object (records);
  fail (self, error, _ ("it has no object “records”"));
  return NULL;
}

static gboolean
check_entities (const VigieJsonRows *self, JsonObject *records, GError **error)
{
  JsonObjectIter iter;
  const char *nick;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, records);
  while (json_object_iter_next_ordered (&iter, &nick, &node))
    {
      if (vigie_entity_from_nick (nick) == NULL)
        {
          g_autofree char *known = vigie_entity_dup_nicks ();

          return fail (self, error, _ ("there is no kind of record “%1$s”; the kinds are: %2$s"), nick, known);
        }
      if (!JSON_NODE_HOLDS_ARRAY (node))
        return fail (self, error, _ ("%s: the records of a kind are an array"), nick);
    }
  return TRUE;
}

/* --- order ---------------------------------------------------------------------------------------- */

static const char *
get_text_member (JsonNode *node, const char *name)
{
  JsonNode *member = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;

  return member != NULL && JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING
           ? json_node_get_string (member)
           : NULL;
}

/* The field by which a record of @entity names another of the same, as a site its group; or NULL. */
static const char *
find_parent_field (const VigieEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].reference == entity)
      return entity->fields[i].name;
  return NULL;
}

/* Adds a record after those above it. @added stops a circle, which the register then refuses. */
static void
add_with_parents (VigieJsonRows *self, const VigieEntity *entity, JsonArray *array, guint index, GHashTable *by_code,
                  gboolean *added)
{
  const char *parent_field = find_parent_field (entity);
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint));

  for (;;)
    {
      const char *parent;
      gpointer found;

      if (added[index])
        break;
      added[index] = TRUE;
      g_array_append_val (chain, index);
      parent = get_text_member (json_array_get_element (array, index), parent_field);
      found = parent != NULL ? g_hash_table_lookup (by_code, parent) : NULL;
      if (found == NULL)
        break;
      index = GPOINTER_TO_UINT (found) - 1;
    }
  for (guint i = chain->len; i > 0; i--)
    {
      guint at = g_array_index (chain, guint, i - 1);
      Pending pending = { entity, at, json_array_get_element (array, at) };

      g_array_append_val (self->pending, pending);
    }
}

static void
add_tree (VigieJsonRows *self, const VigieEntity *entity, JsonArray *array)
{
  guint n = json_array_get_length (array);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *added = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *code = get_text_member (json_array_get_element (array, i), "code");

      if (code != NULL)
        g_hash_table_insert (by_code, (gpointer) code, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < n; i++)
    add_with_parents (self, entity, array, i, by_code, added);
}

static void
add_pending (VigieJsonRows *self, JsonObject *records)
{
  const VigieEntity *const *entities = vigie_entities ();

  for (gsize i = 0; entities[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (records, entities[i]->nick);
      JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

      if (array != NULL && find_parent_field (entities[i]) != NULL)
        {
          add_tree (self, entities[i], array);
          continue;
        }
      for (guint j = 0; array != NULL && j < json_array_get_length (array); j++)
        {
          Pending pending = { entities[i], j, json_array_get_element (array, j) };

          g_array_append_val (self->pending, pending);
        }
    }
}

/**
 * vigie_json_rows_new:
 * @bytes: a file in the register's JSON form
 * @name: of the file, for messages
 *
 * Returns: (transfer full): its records; %NULL with @error where it is not of that form
 */
VigieJsonRows *
vigie_json_rows_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (VigieJsonRows) self = g_object_new (VIGIE_TYPE_JSON_ROWS, NULL);
  JsonObject *records;

  self->name = g_strdup (name);
  records = parse (self, bytes, error) ? find_records (self, error) : NULL;
  if (records == NULL || !check_entities (self, records, error))
    return NULL;
  add_pending (self, records);
  return g_steal_pointer (&self);
}

/* --- records -------------------------------------------------------------------------------------- */

static void
add_fault (VigieJsonRows *self, const char *field, const char *value, const char *reason)
{
  g_autofree char *place = vigie_row_dup_place (&self->row, self->row.number);

  g_ptr_array_add (self->row.faults, vigie_fault_new (place, field, value, reason));
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

static void
set_field (VigieJsonRows *self, VigieRecord *record, const char *name, JsonNode *node)
{
  const VigieEntity *entity = vigie_record_get_entity (record);
  int field = vigie_entity_find_field (entity, name);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_value_text (node);
  g_autofree char *known = NULL;
  g_autofree char *reason = NULL;

  if (field < 0)
    {
      known = vigie_entity_dup_field_names (entity);
      /* Translators: %s is a list of names */
      reason = g_strdup_printf (_ ("there is no such field; the fields are: %s"), known);
      add_fault (self, name, text, reason);
    }
  else if (text == NULL && !JSON_NODE_HOLDS_NULL (node))
    add_fault (self, name, NULL, _ ("the value is neither text, whole number, true, false nor null"));
  else if (!vigie_record_set_from_text (record, (guint) field, text, &error))
    add_fault (self, name, text, error->message);
}

/* Whether the member is no field but the day of entry, which a fact alone has. */
static gboolean
is_entry (VigieJsonRows *self, VigieRecord *record, const char *name)
{
  return self->version > VIGIE_JSON_OLDEST && g_str_equal (name, VIGIE_JSON_ENTERED_ON) &&
         vigie_store_keeps_entry (vigie_record_get_entity (record));
}

static void
set_entry (VigieJsonRows *self, VigieRecord *record, JsonNode *node)
{
  g_autofree char *text = dup_value_text (node);
  VigieDate day = vigie_date_parse_iso (text);

  if (day == VIGIE_DATE_NONE && !JSON_NODE_HOLDS_NULL (node))
    add_fault (self, VIGIE_JSON_ENTERED_ON, text, _ ("it is no day, which is written as 2026-09-30"));
  else
    vigie_record_set_entered_on (record, day);
}

static void
set_fields (VigieJsonRows *self, VigieRecord *record, JsonObject *object)
{
  g_autoptr (GError) error = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (is_entry (self, record, name))
      set_entry (self, record, value);
    else
      set_field (self, record, name, value);
  if (self->row.faults->len == 0 && !vigie_record_validate (record, &error))
    add_fault (self, NULL, NULL, error->message);
}

static const VigieRow *
next (VigieRowSource *source, GError **error G_GNUC_UNUSED)
{
  VigieJsonRows *self = VIGIE_JSON_ROWS (source);
  const Pending *pending;
  VigieRecord *record;

  vigie_row_reset (&self->row);
  if (self->position == self->pending->len)
    return NULL;
  pending = &g_array_index (self->pending, Pending, self->position++);
  record = vigie_record_new (pending->entity);
  g_ptr_array_add (self->row.records, record);
  self->row.principal = 0;
  self->row.list = pending->entity->nick;
  self->row.number = pending->index + 1;
  if (JSON_NODE_HOLDS_OBJECT (pending->node))
    set_fields (self, record, json_node_get_object (pending->node));
  else
    add_fault (self, NULL, NULL, _ ("a record is an object { field: value }"));
  return &self->row;
}

static const char *
get_name (VigieRowSource *source)
{
  return VIGIE_JSON_ROWS (source)->name;
}

static void
locate (VigieRowSource *source, guint record, int field, char **column, char **value)
{
  VigieRecord *found = g_ptr_array_index (VIGIE_JSON_ROWS (source)->row.records, record);
  const VigieField *of = &vigie_record_get_entity (found)->fields[field];

  *column = g_strdup (of->name);
  *value = vigie_field_dup_canonical (of, vigie_record_get_value (found, (guint) field));
}

static double
get_progress (VigieRowSource *source)
{
  VigieJsonRows *self = VIGIE_JSON_ROWS (source);

  return self->pending->len > 0 ? (double) self->position / self->pending->len : 1;
}

static void
row_source_iface_init (VigieRowSourceInterface *iface)
{
  iface->get_name = get_name;
  iface->next = next;
  iface->locate = locate;
  iface->get_progress = get_progress;
}

static void
vigie_json_rows_finalize (GObject *object)
{
  VigieJsonRows *self = VIGIE_JSON_ROWS (object);

  g_clear_object (&self->parser);
  g_array_unref (self->pending);
  vigie_row_clear (&self->row);
  g_free (self->name);
  G_OBJECT_CLASS (vigie_json_rows_parent_class)->finalize (object);
}

static void
vigie_json_rows_class_init (VigieJsonRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_json_rows_finalize;
}

static void
vigie_json_rows_init (VigieJsonRows *self)
{
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  vigie_row_init (&self->row);
}
