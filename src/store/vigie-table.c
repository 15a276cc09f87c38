// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieTable: the records of one entity in an open register, found by their key. One such object
 * serves every entity, since all that differs stands in the entity's field table.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-table.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-references.h"
#include "vigie-store-error.h"
#include "vigie-table-sql.h"

#include <glib/gi18n-lib.h>

struct _VigieTable
{
  VigieConnection *connection;
  const VigieEntity *entity;

  VigieStatement *find;
  VigieStatement *insert;
  VigieStatement *update;
  VigieStatement *read; /* made where it is needed */
  VigieReferences *references;
  VigieSearchIndex *search;

  gboolean found_last; /* whether the record before was known already */
};

static VigieStatement *
prepare_generated (VigieTable *self, char *(*write_sql) (const VigieEntity *), GError **error)
{
  g_autofree char *sql = write_sql (self->entity);

  return vigie_connection_prepare (self->connection, sql, error);
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
  self->find = prepare_generated (self, vigie_table_sql_find, error);
  if (self->find == NULL)
    return NULL;
  self->insert = prepare_generated (self, vigie_table_sql_insert, error);
  if (self->insert == NULL)
    return NULL;
  self->update = prepare_generated (self, vigie_table_sql_update, error);
  if (self->update == NULL)
    return NULL;
  self->search = vigie_search_index_new (connection, error);
  if (self->search == NULL)
    return NULL;
  self->references = vigie_references_new (connection, entity, error);
  return self->references != NULL ? g_steal_pointer (&self) : NULL;
}

void
vigie_table_free (VigieTable *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->references, vigie_references_free);
  g_clear_pointer (&self->search, vigie_search_index_free);
  g_clear_pointer (&self->find, vigie_statement_free);
  g_clear_pointer (&self->insert, vigie_statement_free);
  g_clear_pointer (&self->update, vigie_statement_free);
  g_clear_pointer (&self->read, vigie_statement_free);
  g_free (self);
}

/**
 * vigie_table_begin:
 *
 * Forgets what was known of the register: to be called before each transaction that puts records.
 */
void
vigie_table_begin (VigieTable *self)
{
  vigie_references_forget (self->references);
  self->found_last = FALSE;
}

/**
 * vigie_table_get_references:
 *
 * Returns: (transfer none): what its records name
 */
VigieReferences *
vigie_table_get_references (VigieTable *self)
{
  return self->references;
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
      const VigieValue *value = vigie_record_get_value (record, i);

      if (only != 0 && (field->flags & only) == 0)
        continue;
      if (field->type == VIGIE_FIELD_REFERENCE && value->measured)
        vigie_statement_bind_integer (statement, (int) i + 1, vigie_references_get_id (self->references, i));
      else
        bind_field (statement, field, i, value);
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
  gboolean known;
  gint64 id;

  g_return_val_if_fail (self != NULL && VIGIE_IS_RECORD (key), NULL);

  if (!vigie_references_look_up (self->references, key, &known, error) || !known)
    return NULL;
  return find_with_id (self, key, &id, error);
}

static gboolean
update_index (VigieTable *self, gint64 id, VigieRecord *record, gboolean replace, GError **error)
{
  g_autoptr (GString) body = NULL;

  if (!vigie_entity_is_searchable (self->entity))
    return TRUE;
  body = g_string_new (NULL);
  for (guint i = 0; i < self->entity->n_fields; i++)
    if ((self->entity->fields[i].flags & VIGIE_FIELD_SEARCHABLE) != 0 && vigie_record_is_measured (record, i))
      g_string_append_printf (body, "%s\n", vigie_record_get_text (record, i));
  return vigie_search_index_put (self->search, self->entity, id, body->str, replace, error);
}

/**
 * vigie_table_refresh:
 * @id: of a record that was added, changed or deleted without this table, as an undo does
 *
 * Lets search find it as it is now, or not at all where it is gone.
 */
gboolean
vigie_table_refresh (VigieTable *self, gint64 id, GError **error)
{
  g_autoptr (VigieRecord) record = NULL;
  GError *local = NULL;

  if (!vigie_entity_is_searchable (self->entity))
    return TRUE;
  if (self->read == NULL)
    self->read = prepare_generated (self, vigie_table_sql_read, error);
  if (self->read == NULL)
    return FALSE;
  vigie_statement_bind_integer (self->read, 1, id);
  if (vigie_statement_step (self->read, &local))
    record = vigie_table_read_row (self->entity, self->read, 0);
  vigie_statement_reset (self->read);
  if (local == NULL)
    return record != NULL ? update_index (self, id, record, TRUE, error)
                          : vigie_search_index_remove (self->search, self->entity, id, error);
  g_propagate_error (error, local);
  return FALSE;
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

/* Adds a record unless there is one of its key: that is unchanged, as far as can be said here. */
static VigieOutcome
add (VigieTable *self, VigieRecord *record, GError **error)
{
  if (!check_orders (self, record, error))
    return VIGIE_OUTCOME_REFUSED;
  bind_record (self, self->insert, record, 0);
  if (!vigie_statement_run (self->insert, error))
    return VIGIE_OUTCOME_REFUSED;
  if (vigie_connection_n_changed (self->connection) == 0)
    return VIGIE_OUTCOME_UNCHANGED;
  if (!update_index (self, vigie_connection_last_insert_id (self->connection), record, FALSE, error))
    return VIGIE_OUTCOME_REFUSED;
  return VIGIE_OUTCOME_ADDED;
}

static VigieOutcome
change (VigieTable *self, gint64 id, VigieRecord *old, VigieRecord *merged, GError **error)
{
  if (vigie_record_equal (old, merged))
    return VIGIE_OUTCOME_UNCHANGED;
  if (!check_orders (self, merged, error) || !vigie_references_resolve (self->references, merged, error))
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
  VigieOutcome outcome = VIGIE_OUTCOME_UNCHANGED;
  g_autoptr (VigieRecord) old = NULL;
  g_autoptr (GError) reason = NULL;
  GError *local = NULL;
  gint64 id = 0;

  g_return_val_if_fail (self != NULL && VIGIE_IS_RECORD (record), VIGIE_OUTCOME_REFUSED);

  if (!vigie_record_validate (record, error) || !vigie_references_resolve (self->references, record, error))
    return VIGIE_OUTCOME_REFUSED;
  /* Where records are new, as in most imports, to add is one question less than to look first. */
  if (!self->found_last)
    outcome = add (self, record, &reason);
  if (outcome == VIGIE_OUTCOME_ADDED)
    return outcome;
  old = find_with_id (self, record, &id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return VIGIE_OUTCOME_REFUSED;
    }
  self->found_last = old != NULL;
  if (old != NULL)
    {
      g_autoptr (VigieRecord) merged = merge (self, old, record);

      return change (self, id, old, merged, error);
    }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return VIGIE_OUTCOME_REFUSED;
    }
  return add (self, record, error);
}

static void
refuse_key (VigieTable *self, VigieRecord *key, const char *format, GError **error)
{
  g_autofree char *name = vigie_record_dup_key (key);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT, format, vigie_entity_get_label (self->entity),
               name);
#pragma GCC diagnostic pop
}

/**
 * vigie_table_add:
 * @record: of the entity of @self
 *
 * Adds a record. Call it within a transaction.
 *
 * Returns: %FALSE with @error set, where there is one of its key already too
 */
gboolean
vigie_table_add (VigieTable *self, VigieRecord *record, GError **error)
{
  g_return_val_if_fail (self != NULL && VIGIE_IS_RECORD (record), FALSE);

  if (!vigie_record_validate (record, error) || !vigie_references_resolve (self->references, record, error))
    return FALSE;
  switch (add (self, record, error))
    {
    case VIGIE_OUTCOME_ADDED:
      return TRUE;
    case VIGIE_OUTCOME_UNCHANGED:
      /* Translators: %1$s is a kind of record, %2$s its key */
      refuse_key (self, record, _ ("%1$s: there is “%2$s” already"), error);
      return FALSE;
    case VIGIE_OUTCOME_CHANGED:
    case VIGIE_OUTCOME_REFUSED:
    default:
      return FALSE;
    }
}

/**
 * vigie_table_replace:
 * @record: of the entity of @self
 *
 * Makes the record of its key what @record says, all of it: what is not measured there is not known any more. Call it
 * within a transaction.
 *
 * Returns: what it did; %VIGIE_OUTCOME_REFUSED with @error set, where there is none of its key too
 */
VigieOutcome
vigie_table_replace (VigieTable *self, VigieRecord *record, GError **error)
{
  g_autoptr (VigieRecord) old = NULL;
  GError *local = NULL;
  gint64 id = 0;

  g_return_val_if_fail (self != NULL && VIGIE_IS_RECORD (record), VIGIE_OUTCOME_REFUSED);

  if (!vigie_record_validate (record, error) || !vigie_references_resolve (self->references, record, error))
    return VIGIE_OUTCOME_REFUSED;
  old = find_with_id (self, record, &id, &local);
  if (old != NULL)
    return change (self, id, old, record, error);
  if (local != NULL)
    g_propagate_error (error, local);
  else
    /* Translators: %1$s is a kind of record, %2$s its key */
    refuse_key (self, record, _ ("%1$s: there is no “%2$s” any more"), error);
  return VIGIE_OUTCOME_REFUSED;
}

static gint64
count_naming (VigieTable *self, const VigieEntity *other, gint64 id, GError **error)
{
  gint64 n = 0;

  for (guint i = 0; i < other->n_fields; i++)
    {
      g_autofree char *sql = NULL;
      g_autoptr (VigieStatement) statement = NULL;

      if (other->fields[i].type != VIGIE_FIELD_REFERENCE || other->fields[i].reference != self->entity)
        continue;
      sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s_id = ?1", other->nick, other->fields[i].name);
      statement = vigie_connection_prepare (self->connection, sql, error);
      if (statement == NULL)
        return -1;
      vigie_statement_bind_integer (statement, 1, id);
      if (!vigie_statement_step (statement, error))
        return -1;
      n += vigie_statement_get_integer (statement, 0);
    }
  return n;
}

/* What names a record must go first: it is told what, and nothing is deleted that nobody asked to delete. */
static gboolean
check_unnamed (VigieTable *self, VigieRecord *key, gint64 id, GError **error)
{
  const VigieEntity *const *entities = vigie_entities ();
  g_autoptr (GString) naming = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < VIGIE_N_ENTITIES; i++)
    {
      gint64 n = count_naming (self, entities[i], id, error);

      if (n < 0)
        return FALSE;
      if (n > 0)
        {
          g_autofree char *number = vigie_format_integer (n);

          /* Translators: a kind of record in the plural, and how many of them, in a list */
          g_string_append_printf (naming, C_ ("records", "%1$s%2$s (%3$s)"), naming->len > 0 ? ", " : "",
                                  vigie_entity_get_label_plural (entities[i]), number);
        }
    }
  if (naming->len == 0)
    return TRUE;
  name = vigie_record_dup_key (key);
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT,
               /* Translators: %1$s is a record, %2$s as in “deployments (2), actions (1)” */
               _ ("“%1$s” is still named by: %2$s. Delete those first."), name, naming->str);
  return FALSE;
}

/**
 * vigie_table_remove:
 * @key: a record whose key fields are set
 *
 * Deletes the record of that key. Call it within a transaction.
 *
 * Returns: %FALSE with @error set: where there is none, or where others name it, which it tells
 */
gboolean
vigie_table_remove (VigieTable *self, VigieRecord *key, GError **error)
{
  g_autoptr (VigieStatement) statement = NULL;
  g_autoptr (VigieRecord) old = NULL;
  g_autofree char *sql = NULL;
  GError *local = NULL;
  gint64 id = 0;

  g_return_val_if_fail (self != NULL && VIGIE_IS_RECORD (key), FALSE);

  if (!vigie_references_resolve (self->references, key, error))
    return FALSE;
  old = find_with_id (self, key, &id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (old == NULL)
    {
      refuse_key (self, key, _ ("%1$s: there is no “%2$s” any more"), error);
      return FALSE;
    }
  if (!check_unnamed (self, key, id, error))
    return FALSE;
  sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", self->entity->nick);
  statement = vigie_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return FALSE;
  vigie_statement_bind_integer (statement, 1, id);
  if (!vigie_statement_run (statement, error))
    return FALSE;
  return !vigie_entity_is_searchable (self->entity) ||
         vigie_search_index_remove (self->search, self->entity, id, error);
}
