// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Saving what can be read of a damaged register into a new one. The damaged file is never opened: a copy of its bytes is,
 * with its log, so that nothing can be changed in it. What is added up of records, and their search index, are made anew.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-rescue-private.h"

#include "vigie-entities.h"
#include "vigie-migrations.h"
#include "vigie-place.h"
#include "vigie-rollups.h"
#include "vigie-table.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define TABLES \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'" \
  " AND name NOT LIKE 'rollup%'"

typedef struct
{
  const char *path;
  const char *out;
  VigieCopyProgress progress;
  gpointer data;
  GCancellable *cancellable;

  VigieConnection *wreck;
  VigieConnection *target;
  gint64 version;
  GPtrArray *tables;
} Rescue;

static gboolean
refuse_wrong_files (const char *path, const char *out, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_FOUND, _ ("There is no file “%s”."), path);
      return FALSE;
    }
  if (g_file_test (out, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS,
                   _ ("“%s” exists already. Choose another name, or remove it first."), out);
      return FALSE;
    }
  return TRUE;
}

static const char *const suffixes[] = { "", "-wal", "-journal" };

/* The index of the log is made anew, so it is left behind. */
static gboolean
copy_wreck (const char *path, const char *copy, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from);
      g_autoptr (GFile) target = g_file_new_for_path (to);

      if (g_file_test (from, G_FILE_TEST_EXISTS) &&
          !g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* The format is that of the damaged register, so that a row of it is a row of the new one. */
static gboolean
open_wreck (Rescue *self, const char *copy, GError **error)
{
  self->wreck = vigie_connection_open_wreck (copy, error);
  if (self->wreck == NULL || !vigie_migrations_identify (self->wreck, self->path, &self->version, error))
    {
      g_prefix_error (error, "%s ", _ ("Its first page cannot be read, so nothing of it can be; bring a backup back."));
      return FALSE;
    }
  if (self->version < 1)
    self->version = VIGIE_SCHEMA_VERSION;
  return TRUE;
}

static gboolean
create_target (Rescue *self, const char *unfinished, GError **error)
{
  self->target = vigie_connection_open (unfinished, VIGIE_OPEN_CREATE, error);
  return self->target != NULL && vigie_connection_execute (self->target, "PRAGMA journal_mode = DELETE", error) &&
         vigie_migrations_advance (self->target, 0, self->version, error) &&
         vigie_connection_execute (self->target, "PRAGMA foreign_keys = OFF", error);
}

static GPtrArray *
list_tables (VigieConnection *target, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (target, TABLES, error);
  GError *local = NULL;

  while (statement != NULL && vigie_statement_step (statement, &local))
    g_ptr_array_add (names, g_strdup (vigie_statement_get_text (statement, 0)));
  if (local != NULL)
    g_propagate_error (error, local);
  return statement != NULL && local == NULL ? g_steal_pointer (&names) : NULL;
}

/* Keys of lost records name others, so that they are told when all are saved. */
static gboolean
save_tables (Rescue *self, GError **error)
{
  g_autoptr (GPtrArray) names = list_tables (self->target, error);
  gint64 n = 0;

  if (names == NULL || !vigie_connection_begin (self->target, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      VigieRescuedTable *table =
        vigie_rescue_table (self->wreck, self->target, g_ptr_array_index (names, i), self->cancellable, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (self->tables, table);
      n += table->saved;
      if (self->progress != NULL)
        self->progress ((double) (i + 1) / names->len, n, self->data);
    }
  for (guint i = 0; i < self->tables->len; i++)
    if (!vigie_rescue_count_lost (self->wreck, self->target, g_ptr_array_index (self->tables, i), error))
      return FALSE;
  return TRUE;
}

static VigieRescuedTable *
find_table (Rescue *self, const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (g_str_equal (((VigieRescuedTable *) g_ptr_array_index (self->tables, i))->table, name))
      return g_ptr_array_index (self->tables, i);
  return NULL;
}

/* Entries have no key but their number, and none is ever deleted. What is lost of them `vigie check` goes on telling. */
static gboolean
mend_journal (Rescue *self, GError **error)
{
  VigieRescuedTable *journal = find_table (self, "journal");
  VigieRescuedTable *head = find_table (self, "journal_head");
  gint64 entries;

  if (journal == NULL || head == NULL)
    return TRUE;
  if (head->saved == 0 &&
      !vigie_connection_execute (self->target,
                                 "INSERT INTO journal_head (id, entries, hash) SELECT 1, ifnull (max (seq), 0),"
                                 " ifnull ((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), '') FROM journal",
                                 error))
    return FALSE;
  entries = vigie_connection_query_integer (self->target, "SELECT entries FROM journal_head", 0, error);
  journal->lost = MAX (0, entries - journal->saved);
  journal->uncertain = journal->uncertain && head->saved == 0;
  return TRUE;
}

static gboolean
index_entity (VigieConnection *target, const VigieEntity *entity, GError **error)
{
  g_autoptr (VigieTable) table = vigie_table_new (target, entity, error);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", entity->nick);
  g_autoptr (VigieStatement) ids = NULL;
  GError *local = NULL;

  if (table == NULL)
    return FALSE;
  ids = vigie_connection_prepare (target, sql, &local);
  while (local == NULL && vigie_statement_step (ids, &local))
    vigie_table_refresh (table, vigie_statement_get_integer (ids, 0), &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
index_all (VigieConnection *target, GError **error)
{
  if (!vigie_connection_begin (target, error))
    return FALSE;
  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    if (vigie_entity_is_searchable (*entity) && !index_entity (target, *entity, error))
      return FALSE;
  return vigie_connection_commit (target, error);
}

static gboolean
add_up (VigieConnection *target, GError **error)
{
  return vigie_rollups_watch (target, error) && vigie_connection_begin (target, error) &&
         vigie_rollups_rebuild (target, error) && vigie_connection_commit (target, error);
}

static gboolean
save_all (Rescue *self, const char *copy, const char *unfinished, GError **error)
{
  return copy_wreck (self->path, copy, error) && open_wreck (self, copy, error) &&
         create_target (self, unfinished, error) && save_tables (self, error) && mend_journal (self, error) &&
         vigie_connection_commit (self->target, error) &&
         vigie_migrations_advance (self->target, self->version, VIGIE_SCHEMA_VERSION, error) &&
         index_all (self->target, error) && add_up (self->target, error);
}

/**
 * vigie_rescue:
 * @path: a damaged register; it is not changed
 * @out: a file that does not exist
 * @progress: (nullable) (scope call): is told how far it is, and how many rows are saved
 *
 * Saves every row that can be read of a damaged register, as a new register. Records may name others that are lost; that
 * `vigie check` tells.
 *
 * Returns: (transfer full) (element-type VigieRescuedTable): what became of each table; %NULL with @error set, and then
 *   nothing is left behind
 */
GPtrArray *
vigie_rescue (const char *path, const char *out, VigieCopyProgress progress, gpointer data, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_rescued_table_free);
  Rescue self = {
    .path = path, .out = out, .progress = progress, .data = data, .cancellable = cancellable, .tables = tables
  };
  g_autofree char *unfinished = NULL;
  g_autofree char *copy = NULL;
  gboolean done;

  if (!refuse_wrong_files (path, out, error))
    return NULL;
  unfinished = vigie_place_dup_unfinished (out, error);
  copy = unfinished != NULL ? vigie_place_dup_unfinished (out, error) : NULL;
  if (copy == NULL)
    return NULL;
  done = save_all (&self, copy, unfinished, error);
  g_clear_pointer (&self.target, vigie_connection_free);
  g_clear_pointer (&self.wreck, vigie_connection_free);
  done = done && vigie_place_file (unfinished, out, error);
  vigie_place_discard (copy);
  vigie_place_discard (unfinished);
  return done ? g_steal_pointer (&tables) : NULL;
}
