// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Records in the register's own JSON form, all at once: for reference data. See vigie-json-rows.c.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-json-records.h"

#include "vigie-entities.h"
#include "vigie-json-rows.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

G_DEFINE_QUARK (vigie-exchange-error, vigie_exchange_error)

static gboolean
refuse (const char *name, const VigieFault *fault, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               /* Translators: %1$s is a file, %2$s a record in it, %3$s a field, %4$s what is wrong */
               _ ("“%1$s”, %2$s, field “%3$s”: %4$s"), name, fault->place, fault->column != NULL ? fault->column : "",
               fault->reason);
  return FALSE;
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
  g_autoptr (VigieJsonRows) rows = vigie_json_rows_new (bytes, name, error);
  const VigieRow *row;

  if (rows == NULL)
    return NULL;
  while ((row = vigie_row_source_next (VIGIE_ROW_SOURCE (rows), NULL)) != NULL)
    {
      if (row->faults->len > 0)
        {
          refuse (name, g_ptr_array_index (row->faults, 0), error);
          return NULL;
        }
      g_ptr_array_add (records, g_object_ref (g_ptr_array_index (row->records, 0)));
    }
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

static int
compare_entities (gconstpointer a, gconstpointer b)
{
  int one = vigie_entity_number (vigie_record_get_entity (*(VigieRecord *const *) a));
  int other = vigie_entity_number (vigie_record_get_entity (*(VigieRecord *const *) b));

  return one < other ? -1 : one > other;
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
  /* which is a stable sort since GLib 2.32 */
  g_ptr_array_sort (records, compare_entities);
}
