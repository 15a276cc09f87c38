// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieTable: the records of one entity in an open register, found by their key. One such object
 * serves every entity, since all that differs stands in the entity's field table.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-table.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-table-sql.h"

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT (VIGIE_N_ENTITIES <= VIGIE_SEARCH_STRIDE);

struct _VigieTable
{
  VigieConnection *connection;
  const VigieEntity *entity;
  int number;

  VigieStatement *find;
  VigieStatement *insert;
  VigieStatement *update;
  VigieStatement **references;
  VigieStatement *index;
  VigieStatement *unindex;
};

static VigieStatement *
prepare_generated (VigieTable *self, char *(*write_sql) (const VigieEntity *), GError **error)
{
  g_autofree char *sql = write_sql (self->entity);

  return vigie_connection_prepare (self->connection, sql, error);
}

/* For each reference field: makes sure that what it names exists, or tells whether it does. */
static gboolean
prepare_references (VigieTable *self, GError **error)
{
  self->references = g_new0 (VigieStatement *, self->entity->n_fields);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const VigieField *field = &self->entity->fields[i];
      g_autofree char *sql = NULL;

      if (field->type != VIGIE_FIELD_REFERENCE)
        continue;
      if (field->flags & VIGIE_FIELD_CREATES)
        sql = g_strdup_printf ("INSERT INTO %s (code) VALUES (?1) ON CONFLICT DO NOTHING RETURNING id",
                               field->reference->nick);
      else
        sql = g_strdup_printf ("SELECT 1 FROM %s WHERE code = ?1", field->reference->nick);
      self->references[i] = vigie_connection_prepare (self->connection, sql, error);
      if (self->references[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
creates (const VigieEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].flags & VIGIE_FIELD_CREATES)
      return TRUE;
  return FALSE;
}

static gboolean
prepare_index (VigieTable *self, GError **error)
{
  if (!vigie_entity_is_searchable (self->entity) && !creates (self->entity))
    return TRUE;
  self->index = vigie_connection_prepare (self->connection, "INSERT INTO search (rowid, body) VALUES (?1, ?2)", error);
  self->unindex = vigie_connection_prepare (self->connection, "DELETE FROM search WHERE rowid = ?1", error);
  return self->index != NULL && self->unindex != NULL;
}

/**
 * vigie_table_new:
 * @connection: outlives the table
 *
 * Returns: (transfer full): the records of @entity; %NULL with @error set
 */
VigieTable *
vigie_table_new (VigieConnection *connection, const VigieEntity *entity, GError **error)
{
  g_autoptr (VigieTable) self = NULL;

  g_return_val_if_fail (connection != NULL && entity != NULL, NULL);

  self = g_new0 (VigieTable, 1);
  self->connection = connection;
  self->entity = entity;
  self->number = vigie_entity_number (entity);
  self->find = prepare_generated (self, vigie_table_sql_find, error);
  if (self->find == NULL)
    return NULL;
  self->insert = prepare_generated (self, vigie_table_sql_insert, error);
  if (self->insert == NULL)
    return NULL;
  self->update = prepare_generated (self, vigie_table_sql_update, error);
  if (self->update == NULL || !prepare_references (self, error) || !prepare_index (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vigie_table_free (VigieTable *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; self->references != NULL && i < self->entity->n_fields; i++)
    g_clear_pointer (&self->references[i], vigie_statement_free);
  g_free (self->references);
  g_clear_pointer (&self->find, vigie_statement_free);
  g_clear_pointer (&self->insert, vigie_statement_free);
  g_clear_pointer (&self->update, vigie_statement_free);
  g_clear_pointer (&self->index, vigie_statement_free);
  g_clear_pointer (&self->unindex, vigie_statement_free);
  g_free (self);
}

static void
bind_field (VigieStatement *statement, const VigieField *field, guint index, const VigieValue *value)
{
  int parameter = (int) index + 1;

  if (!value->measured)
    vigie_statement_bind_null (statement, parameter);
  else if (vigie_field_holds_text (field))
    vigie_statement_bind_text (statement, parameter, value->text);
  else if (field->type == VIGIE_FIELD_DATE)
    vigie_statement_bind_date (statement, parameter, (VigieDate) value->number);
  else if (field->type == VIGIE_FIELD_ENUM)
    vigie_statement_bind_text (statement, parameter, vigie_enum_to_nick (field->enum_type (), (int) value->number));
  else
    vigie_statement_bind_integer (statement, parameter, value->number);
}

static void
bind_record (VigieTable *self, VigieStatement *statement, VigieRecord *record, VigieFieldFlags only)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const VigieField *field = &self->entity->fields[i];

      if (only == 0 || (field->flags & only) != 0)
        bind_field (statement, field, i, vigie_record_get_value (record, i));
    }
}

/**
 * vigie_table_read_row:
 * @first_column: where the fields of the entity begin, in the order of vigie_table_sql_columns()
 *
 * Returns: (transfer full): the current row as a record
 */
VigieRecord *
vigie_table_read_row (const VigieEntity *entity, VigieStatement *statement, int first_column)
{
  VigieRecord *record = vigie_record_new (entity);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VigieField *field = &entity->fields[i];
      int column = first_column + (int) i;
      int value;

      if (vigie_statement_is_null (statement, column))
        continue;
      if (vigie_field_holds_text (field))
        vigie_record_set_text (record, i, vigie_statement_get_text (statement, column));
      else if (field->type == VIGIE_FIELD_DATE)
        vigie_record_set_date (record, i, vigie_statement_get_date (statement, column));
      else if (field->type != VIGIE_FIELD_ENUM)
        vigie_record_set_number (record, i, vigie_statement_get_integer (statement, column));
      else if (vigie_enum_from_nick (field->enum_type (), vigie_statement_get_text (statement, column), &value))
        vigie_record_set_number (record, i, value);
    }
  return record;
}

static VigieRecord *
find_with_id (VigieTable *self, VigieRecord *key, gint64 *id, GError **error)
{
  VigieRecord *found = NULL;

  bind_record (self, self->find, key, VIGIE_FIELD_KEY);
  if (vigie_statement_step (self->find, error))
    {
      *id = vigie_statement_get_integer (self->find, 0);
      found = vigie_table_read_row (self->entity, self->find, 1);
    }
  vigie_statement_reset (self->find);
  return found;
}

/**
 * vigie_table_find:
 * @key: a record whose key fields are set
 *
 * Returns: (transfer full) (nullable): the record of that key, or %NULL: with @error set where the
 *   search failed
 */
VigieRecord *
vigie_table_find (VigieTable *self, VigieRecord *key, GError **error)
{
  gint64 id;

  g_return_val_if_fail (self != NULL && VIGIE_IS_RECORD (key), NULL);

  return find_with_id (self, key, &id, error);
}

static gboolean
add_to_index (VigieTable *self, gint64 rowid, const char *body, GError **error)
{
  vigie_statement_bind_integer (self->index, 1, rowid);
  vigie_statement_bind_text (self->index, 2, body);
  return vigie_statement_run (self->index, error);
}

/* Makes the record that is named where there is none, known by its code alone. */
static gboolean
create_reference (VigieTable *self, const VigieField *field, VigieStatement *statement, const char *code,
                  GError **error)
{
  GError *local = NULL;
  gboolean created = vigie_statement_step (statement, &local);
  gint64 id = created ? vigie_statement_get_integer (statement, 0) : 0;

  vigie_statement_reset (statement);
  if (created && vigie_entity_is_searchable (field->reference))
    add_to_index (self, id * VIGIE_SEARCH_STRIDE + vigie_entity_number (field->reference), code, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* A reference that names nothing would otherwise be kept as "not measured": it is an error instead. */
static gboolean
check_reference (VigieTable *self, guint index, const char *code, GError **error)
{
  const VigieField *field = &self->entity->fields[index];
  VigieStatement *statement = self->references[index];
  GError *local = NULL;
  gboolean exists;

  vigie_statement_bind_text (statement, 1, code);
  if (field->flags & VIGIE_FIELD_CREATES)
    return create_reference (self, field, statement, code, error);
  exists = vigie_statement_step (statement, &local);
  vigie_statement_reset (statement);
  if (exists)
    return TRUE;
  if (local == NULL)
    {
      g_set_error (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE,
                   /* Translators: %1$s is a field, %2$s a kind of record, %3$s a code */
                   _ ("%1$s: there is no %2$s with the code “%3$s”"), field->name, field->reference->nick, code);
      vigie_store_error_set_field (local, (int) index);
    }
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
check_references (VigieTable *self, VigieRecord *record, GError **error)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (self->references[i] != NULL && vigie_record_is_measured (record, i) &&
        !check_reference (self, i, vigie_record_get_text (record, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
update_index (VigieTable *self, gint64 id, VigieRecord *record, gboolean replace, GError **error)
{
  g_autoptr (GString) body = NULL;
  gint64 rowid = id * VIGIE_SEARCH_STRIDE + self->number;

  if (!vigie_entity_is_searchable (self->entity))
    return TRUE;
  body = g_string_new (NULL);
  for (guint i = 0; i < self->entity->n_fields; i++)
    if ((self->entity->fields[i].flags & VIGIE_FIELD_SEARCHABLE) != 0 && vigie_record_is_measured (record, i))
      g_string_append_printf (body, "%s\n", vigie_record_get_text (record, i));
  if (replace)
    {
      vigie_statement_bind_integer (self->unindex, 1, rowid);
      if (!vigie_statement_run (self->unindex, error))
        return FALSE;
    }
  return add_to_index (self, rowid, body->str, error);
}

/* An imported blank says nothing: it leaves what is known as it is. */
static VigieRecord *
merge (VigieTable *self, VigieRecord *old, VigieRecord *record)
{
  VigieRecord *merged = vigie_record_new (self->entity);

  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      VigieRecord *from = vigie_record_is_measured (record, i) ? record : old;
      const VigieValue *value = vigie_record_get_value (from, i);

      if (!value->measured)
        continue;
      if (vigie_field_holds_text (&self->entity->fields[i]))
        vigie_record_set_text (merged, i, value->text);
      else
        vigie_record_set_number (merged, i, value->number);
    }
  return merged;
}

/* Looked at when what is known is merged in, since a beginning and its end may come one after the other. */
static gboolean
check_orders (VigieTable *self, VigieRecord *record, GError **error)
{
  const VigieOrder *order = vigie_record_find_disorder (record);
  g_autofree char *lesser = NULL;
  g_autofree char *greater = NULL;
  GError *local = NULL;

  if (order == NULL)
    return TRUE;
  lesser =
    vigie_field_dup_canonical (&self->entity->fields[order->lesser], vigie_record_get_value (record, order->lesser));
  greater =
    vigie_field_dup_canonical (&self->entity->fields[order->greater], vigie_record_get_value (record, order->greater));
  g_set_error (
    &local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT,
    /* Translators: %1$s and %3$s are fields with their dates, as in: ends_on (2025-01-01) is before starts_on (2026-01-01) */
    _ ("%1$s (%2$s) is before %3$s (%4$s)"), self->entity->fields[order->greater].name, greater,
    self->entity->fields[order->lesser].name, lesser);
  vigie_store_error_set_field (local, (int) order->greater);
  g_propagate_error (error, local);
  return FALSE;
}

static VigieOutcome
add (VigieTable *self, VigieRecord *record, GError **error)
{
  if (!check_orders (self, record, error))
    return VIGIE_OUTCOME_REFUSED;
  bind_record (self, self->insert, record, 0);
  if (!vigie_statement_run (self->insert, error) ||
      !update_index (self, vigie_connection_last_insert_id (self->connection), record, FALSE, error))
    return VIGIE_OUTCOME_REFUSED;
  return VIGIE_OUTCOME_ADDED;
}

static VigieOutcome
change (VigieTable *self, gint64 id, VigieRecord *old, VigieRecord *record, GError **error)
{
  g_autoptr (VigieRecord) merged = merge (self, old, record);

  if (vigie_record_equal (old, merged))
    return VIGIE_OUTCOME_UNCHANGED;
  if (!check_orders (self, merged, error))
    return VIGIE_OUTCOME_REFUSED;
  bind_record (self, self->update, merged, 0);
  vigie_statement_bind_integer (self->update, (int) self->entity->n_fields + 1, id);
  if (!vigie_statement_run (self->update, error) || !update_index (self, id, merged, TRUE, error))
    return VIGIE_OUTCOME_REFUSED;
  return VIGIE_OUTCOME_CHANGED;
}

/**
 * vigie_table_put:
 * @record: of the entity of @self
 *
 * Adds @record, or changes the one that has its key: each measured field takes its new value, each
 * field that is not measured in @record keeps its old one. Call it within a transaction.
 *
 * Returns: what it did; %VIGIE_OUTCOME_REFUSED with @error set
 */
VigieOutcome
vigie_table_put (VigieTable *self, VigieRecord *record, GError **error)
{
  g_autoptr (VigieRecord) old = NULL;
  GError *local = NULL;
  gint64 id = 0;

  g_return_val_if_fail (self != NULL && VIGIE_IS_RECORD (record), VIGIE_OUTCOME_REFUSED);

  if (!vigie_record_validate (record, error) || !check_references (self, record, error))
    return VIGIE_OUTCOME_REFUSED;
  old = find_with_id (self, record, &id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return VIGIE_OUTCOME_REFUSED;
    }
  return old == NULL ? add (self, record, error) : change (self, id, old, record, error);
}
