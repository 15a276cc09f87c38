// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A million completions name the same few thousand people and the same dozen modules: the id of a code is asked of
 * the register once and kept until the work is done. What is kept holds for one transaction, in which records are
 * added and changed but none is deleted and no code changes.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-references.h"

#include "vigie-store-error.h"

#include <glib/gi18n-lib.h>

#define MOST_KEPT 200000

typedef struct
{
  VigieStatement *find;
  VigieStatement *create; /* NULL where what is named must exist */
  GHashTable *ids;        /* of code to id */
  gint64 id;              /* what the last record names */
} Reference;

struct _VigieReferences
{
  const VigieEntity *entity;
  VigieConnection *connection;
  Reference *references; /* one a field; without statements for those that are none */
};

static gboolean
prepare (VigieReferences *self, VigieConnection *connection, guint index, GError **error)
{
  const VigieField *field = &self->entity->fields[index];
  Reference *reference = &self->references[index];
  g_autofree char *find = g_strdup_printf ("SELECT id FROM %s WHERE code = ?1", field->reference->nick);
  g_autofree char *create = NULL;

  reference->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reference->find = vigie_connection_prepare (connection, find, error);
  if (reference->find == NULL || (field->flags & VIGIE_FIELD_CREATES) == 0)
    return reference->find != NULL;
  g_assert (vigie_entity_is_code (field->reference));
  create = g_strdup_printf ("INSERT INTO %s (code) VALUES (?1)", field->reference->nick);
  reference->create = vigie_connection_prepare (connection, create, error);
  return reference->create != NULL;
}

/**
 * vigie_references_new:
 * @connection: outlives the references
 *
 * Returns: (transfer full): the references of @entity; %NULL with @error set
 */
VigieReferences *
vigie_references_new (VigieConnection *connection, const VigieEntity *entity, GError **error)
{
  g_autoptr (VigieReferences) self = g_new0 (VigieReferences, 1);

  self->entity = entity;
  self->connection = connection;
  self->references = g_new0 (Reference, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type == VIGIE_FIELD_REFERENCE && !prepare (self, connection, i, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
vigie_references_free (VigieReferences *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      g_clear_pointer (&self->references[i].find, vigie_statement_free);
      g_clear_pointer (&self->references[i].create, vigie_statement_free);
      g_clear_pointer (&self->references[i].ids, g_hash_table_unref);
    }
  g_free (self->references);
  g_free (self);
}

/**
 * vigie_references_forget:
 *
 * Forgets what is known of codes: to be called before each transaction.
 */
void
vigie_references_forget (VigieReferences *self)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (self->references[i].ids != NULL)
      g_hash_table_remove_all (self->references[i].ids);
}

/* Gives the id that a statement finds for a code; 0 where there is none. */
static gboolean
ask (VigieStatement *statement, const char *code, gint64 *id, GError **error)
{
  GError *local = NULL;

  vigie_statement_bind_text (statement, 1, code);
  *id = vigie_statement_step (statement, &local) ? vigie_statement_get_integer (statement, 0) : 0;
  vigie_statement_reset (statement);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* Makes the record that is named where there is none, known by its code alone: nothing else is to be found of it. */
static gboolean
create (VigieReferences *self, guint index, const char *code, GError **error)
{
  Reference *reference = &self->references[index];

  vigie_statement_bind_text (reference->create, 1, code);
  if (!vigie_statement_run (reference->create, error))
    return FALSE;
  reference->id = vigie_connection_last_insert_id (self->connection);
  return TRUE;
}

static gboolean
find (VigieReferences *self, guint index, const char *code, GError **error)
{
  Reference *reference = &self->references[index];

  reference->id = GPOINTER_TO_SIZE (g_hash_table_lookup (reference->ids, code));
  return reference->id != 0 || ask (reference->find, code, &reference->id, error);
}

static void
keep (Reference *reference, const char *code)
{
  if (g_hash_table_size (reference->ids) >= MOST_KEPT)
    g_hash_table_remove_all (reference->ids);
  if (!g_hash_table_contains (reference->ids, code))
    g_hash_table_insert (reference->ids, g_strdup (code), GSIZE_TO_POINTER ((gsize) reference->id));
}

/* A reference that names nothing would otherwise be kept as "not measured": it is an error instead. */
static gboolean
refuse (VigieReferences *self, guint index, const char *code, GError **error)
{
  const VigieField *field = &self->entity->fields[index];
  GError *local = NULL;

  g_set_error (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE,
               /* Translators: %1$s is a field, %2$s a kind of record, %3$s a code */
               _ ("%1$s: there is no %2$s with the code “%3$s”"), field->name, field->reference->nick, code);
  vigie_store_error_set_field (local, (int) index);
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * vigie_references_resolve:
 *
 * Works out the ids of all that @record names, and makes records that are known by being named.
 *
 * Returns: %FALSE with @error set where it names what does not exist
 */
gboolean
vigie_references_resolve (VigieReferences *self, VigieRecord *record, GError **error)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      Reference *reference = &self->references[i];
      const char *code;

      reference->id = 0;
      if (reference->find == NULL || !vigie_record_is_measured (record, i))
        continue;
      code = vigie_record_get_text (record, i);
      if (!find (self, i, code, error))
        return FALSE;
      if (reference->id == 0 && reference->create != NULL && !create (self, i, code, error))
        return FALSE;
      if (reference->id == 0)
        return refuse (self, i, code, error);
      keep (reference, code);
    }
  return TRUE;
}

/**
 * vigie_references_find_code:
 * @field: a reference field
 * @id: (out): of what @code names; 0 where there is none
 *
 * Returns: %FALSE with @error set where the register could not answer
 */
gboolean
vigie_references_find_code (VigieReferences *self, guint field, const char *code, gint64 *id, GError **error)
{
  if (!find (self, field, code, error))
    return FALSE;
  *id = self->references[field].id;
  return TRUE;
}

/**
 * vigie_references_look_up:
 * @known: (out): whether all that @record names exists
 *
 * Works out the ids of what @record names, and makes nothing.
 *
 * Returns: %FALSE with @error set where the register could not answer
 */
gboolean
vigie_references_look_up (VigieReferences *self, VigieRecord *record, gboolean *known, GError **error)
{
  *known = TRUE;
  vigie_references_forget (self);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      Reference *reference = &self->references[i];

      reference->id = 0;
      if (reference->find == NULL || !vigie_record_is_measured (record, i))
        continue;
      if (!find (self, i, vigie_record_get_text (record, i), error))
        return FALSE;
      *known = *known && reference->id != 0;
    }
  return TRUE;
}

/**
 * vigie_references_get_id:
 * @field: a reference field
 *
 * Returns: the id that the record that was looked at last has there; 0 for none
 */
gint64
vigie_references_get_id (VigieReferences *self, guint field)
{
  return self->references[field].id;
}
