// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieRegister: an open register and its tables, for the one thread that owns it.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-register.h"

#include "vigie-entities.h"
#include "vigie-migrations.h"
#include "vigie-place.h"
#include "vigie-rollups.h"
#include "vigie-schema.h"
#include "vigie-wholeness.h"

#include <glib/gstdio.h>

struct _VigieRegister
{
  VigieConnection *connection;
  VigieTable *tables[VIGIE_N_ENTITIES];
  gpointer kept;
  GDestroyNotify destroy_kept;
};

/* What is added up is watched by those who write, and must have been counted once. */
static gboolean
prepare_rollups (VigieConnection *connection, GError **error)
{
  return (vigie_connection_is_read_only (connection) || vigie_rollups_watch (connection, error)) &&
         vigie_rollups_ensure (connection, error);
}

/* A damaged register is not written to, and not read as if it were whole; nor is one whose schema is not ours. A large
 * one is looked at when a backup is made of it, before the first change of a day. */
static gboolean
refuse_damaged (VigieConnection *connection, const char *path, gint64 version, VigieOpenMode mode, GError **error)
{
  return mode == VIGIE_OPEN_INSPECT ||
         (vigie_schema_refuse_foreign (connection, path, version, error) &&
          (!vigie_wholeness_is_quick (connection) || vigie_wholeness_check (connection, path, error)));
}

static gboolean
prepare_existing (VigieConnection *connection, const char *path, VigieOpenMode mode, GError **error)
{
  gint64 version;

  return vigie_migrations_identify (connection, path, &version, error) &&
         refuse_damaged (connection, path, version, mode, error) &&
         (mode == VIGIE_OPEN_INSPECT || vigie_connection_settle_journal (connection, error)) &&
         vigie_migrations_run (connection, path, error) && prepare_rollups (connection, error);
}

/* One who only reads an older register has it brought up to date all the same, where that may be written. */
static gboolean
bring_up_to_date (const char *path, GError **error)
{
  g_autoptr (VigieConnection) writer = vigie_connection_open (path, VIGIE_OPEN_EDIT, error);

  return writer != NULL && prepare_existing (writer, path, VIGIE_OPEN_EDIT, error);
}

static gboolean
prepare_file (VigieRegister *self, const char *path, VigieOpenMode mode, GError **error)
{
  GError *local = NULL;

  if (mode != VIGIE_OPEN_CREATE)
    {
      if (prepare_existing (self->connection, path, mode, &local))
        return TRUE;
      if (mode != VIGIE_OPEN_EDIT && g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_READ_ONLY))
        {
          g_clear_error (&local);
          return bring_up_to_date (path, error);
        }
      g_propagate_error (error, local);
      return FALSE;
    }
  if (vigie_migrations_create (self->connection, error) && prepare_rollups (self->connection, error))
    return TRUE;
  g_clear_pointer (&self->connection, vigie_connection_free);
  vigie_place_discard (path);
  return FALSE;
}

/**
 * vigie_register_open:
 *
 * Returns: (transfer full): the register, owned by the calling thread; %NULL with @error set, and
 *   then nothing is left behind
 */
VigieRegister *
vigie_register_open (const char *path, VigieOpenMode mode, GError **error)
{
  g_autoptr (VigieRegister) self = g_new0 (VigieRegister, 1);

  self->connection = vigie_connection_open (path, mode, error);
  if (self->connection == NULL || !prepare_file (self, path, mode, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vigie_register_free (VigieRegister *self)
{
  g_return_if_fail (self != NULL);

  if (self->kept != NULL)
    self->destroy_kept (self->kept);
  for (gsize i = 0; i < G_N_ELEMENTS (self->tables); i++)
    g_clear_pointer (&self->tables[i], vigie_table_free);
  g_clear_pointer (&self->connection, vigie_connection_free);
  g_free (self);
}

VigieConnection *
vigie_register_get_connection (VigieRegister *self)
{
  return self->connection;
}

/**
 * vigie_register_keep:
 * @kept: (transfer full): what is kept of the register for as long as it is open, of which there was nothing before
 */
void
vigie_register_keep (VigieRegister *self, gpointer kept, GDestroyNotify destroy)
{
  g_return_if_fail (self->kept == NULL);

  self->kept = kept;
  self->destroy_kept = destroy;
}

gpointer
vigie_register_get_kept (VigieRegister *self)
{
  return self->kept;
}

/**
 * vigie_register_get_table:
 *
 * Returns: (transfer none): the records of @entity; %NULL with @error set
 */
VigieTable *
vigie_register_get_table (VigieRegister *self, const VigieEntity *entity, GError **error)
{
  int number = vigie_entity_number (entity);

  if (self->tables[number] == NULL)
    self->tables[number] = vigie_table_new (self->connection, entity, error);
  return self->tables[number];
}

/**
 * vigie_register_begin:
 *
 * Begins a transaction that puts records.
 *
 * Returns: %FALSE with @error set where there can be none now
 */
gboolean
vigie_register_begin (VigieRegister *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->tables); i++)
    if (self->tables[i] != NULL)
      vigie_table_begin (self->tables[i]);
  return vigie_connection_begin (self->connection, error);
}
