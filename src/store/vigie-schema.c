// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The schema of a file against the one that this program makes, object by object: a file that somebody sent may hold
 * triggers and views that do what its writer wants, tables of another shape, and settings of the full text index. What
 * is expected is not written down a second time: it is the schema of a register that is made in memory.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-schema.h"

#include "vigie-migrations.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* SQLite makes its statistics itself, where it is asked to. */
#define OBJECTS \
  "SELECT type, name, tbl_name, ifnull (sql, '') FROM sqlite_schema" \
  " WHERE NOT (type = 'table' AND name GLOB 'sqlite_stat[14]') ORDER BY name, type"
/* The full text index reads how it is to work from a table of its own. */
#define SEARCH_SETTINGS \
  "SELECT ifnull (group_concat (k || '=' || v, ' ' ORDER BY k), '') FROM search_config WHERE NOT (k = 'version' AND v IN (4, 5))"
#define SEARCH_SETTINGS_TABLE "search_config"

typedef struct
{
  char *type;
  char *name;
  char *table;
  char *sql;
} Object;

static void
object_free (gpointer data)
{
  Object *object = data;

  g_free (object->type);
  g_free (object->name);
  g_free (object->table);
  g_free (object->sql);
  g_free (object);
}

void
vigie_schema_fault_free (VigieSchemaFault *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->message);
  g_free (self);
}

static GPtrArray *
read_objects (VigieConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (object_free);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, OBJECTS, error);
  GError *local = NULL;

  while (statement != NULL && vigie_statement_step (statement, &local))
    {
      Object *object = g_new0 (Object, 1);

      object->type = g_strdup (vigie_statement_get_text (statement, 0));
      object->name = g_strdup (vigie_statement_get_text (statement, 1));
      object->table = g_strdup (vigie_statement_get_text (statement, 2));
      object->sql = g_strdup (vigie_statement_get_text (statement, 3));
      g_ptr_array_add (objects, object);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return statement != NULL && local == NULL ? g_steal_pointer (&objects) : NULL;
}

static void
add_fault (GPtrArray *faults, const char *name, const char *message)
{
  VigieSchemaFault *fault = g_new0 (VigieSchemaFault, 1);

  fault->name = g_utf8_make_valid (name != NULL ? name : "", -1);
  fault->message = g_strdup (message);
  g_ptr_array_add (faults, fault);
}

static const char *
describe_foreign (const char *type)
{
  if (g_strcmp0 (type, "trigger") == 0)
    return _ ("a trigger, and Vigie makes none");
  if (g_strcmp0 (type, "view") == 0)
    return _ ("a view, and Vigie makes none");
  return _ ("this part of the schema is none that Vigie makes");
}

static int
compare_objects (const Object *one, const Object *other)
{
  int by_name = g_strcmp0 (one->name, other->name);

  return by_name != 0 ? by_name : g_strcmp0 (one->type, other->type);
}

/* Both lists are in the order of names and types, and an object that stands in one twice is seen twice. */
static void
compare_lists (GPtrArray *found, GPtrArray *expected, GPtrArray *faults)
{
  guint i = 0, j = 0;

  while (i < found->len || j < expected->len)
    {
      const Object *own = i < found->len ? g_ptr_array_index (found, i) : NULL;
      const Object *ours = j < expected->len ? g_ptr_array_index (expected, j) : NULL;
      int order = own == NULL ? 1 : ours == NULL ? -1 : compare_objects (own, ours);

      if (order < 0)
        add_fault (faults, own->name, describe_foreign (own->type));
      else if (order > 0)
        add_fault (faults, ours->name, _ ("this part of the schema is missing"));
      else if (g_strcmp0 (own->sql, ours->sql) != 0 || g_strcmp0 (own->table, ours->table) != 0)
        add_fault (faults, own->name, _ ("this part of the schema is not the one that Vigie makes"));
      i += order <= 0;
      j += order >= 0;
    }
}

static char *
dup_search_settings (VigieConnection *connection, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, SEARCH_SETTINGS, error);

  return statement != NULL && vigie_statement_step (statement, error)
           ? g_strdup (vigie_statement_get_text (statement, 0))
           : NULL;
}

/* What this program makes of a new file, of each version of the format; made where it is asked for first, and kept. */
typedef struct
{
  GPtrArray *objects;
  char *search_settings;
} Model;

static GMutex models_mutex;
static Model models[VIGIE_SCHEMA_VERSION + 1];

static gboolean
make_model (Model *model, gint64 version, GError **error)
{
  g_autoptr (VigieConnection) memory = vigie_connection_open (":memory:", VIGIE_OPEN_CREATE, error);
  g_autoptr (GPtrArray) objects = NULL;

  if (memory == NULL || !vigie_migrations_advance (memory, 0, version, error))
    return FALSE;
  objects = read_objects (memory, error);
  model->search_settings = objects != NULL ? dup_search_settings (memory, error) : NULL;
  if (model->search_settings != NULL)
    model->objects = g_steal_pointer (&objects);
  return model->objects != NULL;
}

static const Model *
find_model (gint64 version, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&models_mutex);
  Model *model = &models[version];

  return model->objects != NULL || make_model (model, version, error) ? model : NULL;
}

static gboolean
compare_search_settings (VigieConnection *connection, const Model *model, GPtrArray *faults, GError **error)
{
  GError *local = NULL;
  g_autofree char *own = dup_search_settings (connection, &local);

  if (local != NULL)
    g_propagate_error (error, local);
  else if (g_strcmp0 (own, model->search_settings) != 0)
    add_fault (faults, SEARCH_SETTINGS_TABLE, _ ("search is set up as Vigie does not set it up"));
  return local == NULL;
}

/**
 * vigie_schema_find_faults:
 * @version: of the format that the file says it has: 1 to %VIGIE_SCHEMA_VERSION
 *
 * Compares the schema of a file with the one that this program makes.
 *
 * Returns: (transfer full) (element-type VigieSchemaFault): what is foreign, other than expected or missing, in the
 *   order of names; empty where nothing is; %NULL with @error
 */
GPtrArray *
vigie_schema_find_faults (VigieConnection *connection, gint64 version, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_schema_fault_free);
  const Model *model;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (version >= 1 && version <= VIGIE_SCHEMA_VERSION, NULL);

  model = find_model (version, error);
  found = model != NULL ? read_objects (connection, error) : NULL;
  if (found == NULL)
    return NULL;
  compare_lists (found, model->objects, faults);
  if (faults->len == 0 && !compare_search_settings (connection, model, faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}

/**
 * vigie_schema_refuse_foreign:
 * @path: for messages
 * @version: of its format
 *
 * Returns: whether the schema is the one that this program makes; %FALSE with %VIGIE_STORE_ERROR_DAMAGED, which says
 *   what is foreign, where it is not
 */
gboolean
vigie_schema_refuse_foreign (VigieConnection *connection, const char *path, gint64 version, GError **error)
{
  g_autoptr (GPtrArray) faults = NULL;
  const VigieSchemaFault *first;

  if (version < 1)
    {
      g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
                   _ ("“%s” does not say of which version it is, as every register does. “vigie check --rescue” saves "
                      "what can still be read."),
                   path);
      return FALSE;
    }
  faults = vigie_schema_find_faults (connection, version, error);
  if (faults == NULL || faults->len == 0)
    return faults != NULL;
  first = g_ptr_array_index (faults, 0);
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
               /* Translators: %1$s is a file, %2$s a table or the like in it, %3$s what is wrong with that */
               _ ("“%1$s” is not opened, because it is not as Vigie makes a register: “%2$s”: %3$s. Nothing of it was "
                  "run or changed. “vigie check” tells all that is foreign in it, and “vigie check --rescue” saves its "
                  "records."),
               path, first->name, first->message);
  return FALSE;
}
