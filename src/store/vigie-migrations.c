// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The steps that bring a register file to the schema of this program. Step N is
 * data/schema/NNNN-*.sql and never changes once it is released. All that are needed run in one
 * transaction, each with its change of user_version.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-migrations.h"

#include "vigie-backup.h"
#include "vigie-config.h"
#include "vigie-data-resources.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* SQLite takes no bound value in a PRAGMA: each step sets its own version in its script's last line. */
static const char *const steps[VIGIE_SCHEMA_VERSION] = {
  VIGIE_RESOURCE_PREFIX "/schema/0001-register.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0002-benchmark-hours.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0003-duty.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0004-cost-benefit.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0005-evidence-weight.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0006-rollups.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0007-entries.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0008-journal.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0009-meetings.sql",
  VIGIE_RESOURCE_PREFIX "/schema/0010-completion-index.sql",
};

static gboolean
run_step (VigieConnection *connection, const char *resource, GError **error)
{
  g_autoptr (GBytes) script =
    g_resource_lookup_data (vigie_data_get_resource (), resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return script != NULL && vigie_connection_execute_script (connection, g_bytes_get_data (script, NULL), error);
}

/**
 * vigie_migrations_advance:
 * @from: the version of the format that it has; 0 for a new, empty file
 * @to: the version that it is to have
 *
 * Runs the steps from one version of the format to another, all or none.
 */
gboolean
vigie_migrations_advance (VigieConnection *connection, gint64 from, gint64 to, GError **error)
{
  gboolean done;

  g_return_val_if_fail (from >= 0 && to <= VIGIE_SCHEMA_VERSION, FALSE);

  if (from >= to)
    return TRUE;
  done = vigie_connection_begin (connection, error);
  for (gint64 i = from; done && i < to; i++)
    done = run_step (connection, steps[i], error);
  done = done && vigie_connection_commit (connection, error);
  if (!done)
    vigie_connection_rollback (connection);
  return done;
}

/**
 * vigie_migrations_create:
 * @connection: to a new, empty file
 *
 * Makes it a register.
 */
gboolean
vigie_migrations_create (VigieConnection *connection, GError **error)
{
  return vigie_connection_settle_journal (connection, error) &&
         vigie_migrations_advance (connection, 0, VIGIE_SCHEMA_VERSION, error);
}

static gboolean
refuse_newer (const char *path, gint64 version, GError **error)
{
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NEWER,
               /* Translators: %1$s is a file; the numbers are versions of its format */
               _ ("“%1$s” was made by a newer Vigie (format %2$" PRId64 ", this one reads up to %3$d). "
                  "Update Vigie to open it."),
               path, version, VIGIE_SCHEMA_VERSION);
  return FALSE;
}

static gboolean
refuse_older (const char *path, GError **error)
{
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_READ_ONLY,
               _ ("“%s” was made by an older Vigie and cannot be brought up to date where it is. "
                  "Copy it to a folder where you may write, and open the copy."),
               path);
  return FALSE;
}

/**
 * vigie_migrations_identify:
 * @path: for messages
 * @version: (out) (optional): of its format
 *
 * Returns: whether the file is a register of a version that this program knows; %FALSE with @error:
 *   %VIGIE_STORE_ERROR_NOT_A_REGISTER, %VIGIE_STORE_ERROR_NEWER or %VIGIE_STORE_ERROR_DAMAGED
 */
gboolean
vigie_migrations_identify (VigieConnection *connection, const char *path, gint64 *version, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 application = vigie_connection_query_integer (connection, "PRAGMA application_id", 0, &local);
  gint64 found = local == NULL ? vigie_connection_query_integer (connection, "PRAGMA user_version", 0, &local) : 0;

  if (version != NULL)
    *version = found;
  if (local == NULL && application == VIGIE_REGISTER_APPLICATION_ID)
    return found <= VIGIE_SCHEMA_VERSION || refuse_newer (path, found, error);
  if (local != NULL && !g_error_matches (local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_A_REGISTER))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_A_REGISTER,
               _ ("“%s” is not a Vigie register. Open a file that Vigie made, or import this one."), path);
  return FALSE;
}

/**
 * vigie_migrations_run:
 * @path: for messages, and for the backup that is made of an older register
 *
 * Makes sure that the file is a register, and of a version this program knows, and brings an older one up to date.
 *
 * Returns: %FALSE with @error set as vigie_migrations_identify(), or %VIGIE_STORE_ERROR_READ_ONLY where an older one
 *   cannot be written
 */
gboolean
vigie_migrations_run (VigieConnection *connection, const char *path, GError **error)
{
  gint64 version;

  if (!vigie_migrations_identify (connection, path, &version, error))
    return FALSE;
  if (version == VIGIE_SCHEMA_VERSION)
    return TRUE;
  g_return_val_if_fail (version > 0 || vigie_connection_is_read_only (connection), FALSE);
  if (vigie_connection_is_read_only (connection))
    return refuse_older (path, error);
  if (vigie_backup_before (connection, path, VIGIE_BACKUP_MIGRATION, NULL, NULL, error))
    return vigie_migrations_advance (connection, version, VIGIE_SCHEMA_VERSION, error);
  g_prefix_error (error, "%s ",
                  _ ("The backup that comes before a change of format could not be made, so nothing was changed."));
  return FALSE;
}
