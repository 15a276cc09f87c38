// SPDX-License-Identifier: GPL-3.0-or-later

#include "disk-rounds.h"

#include "vigie-test.h"

#include "vigie-backup.h"
#include "vigie-entities.h"
#include "vigie-search-index.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static char *
now (void)
{
  return g_strdup ("2026-03-01T09:30:00Z");
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &bytes, &size, &error));
  g_assert_true (g_file_set_contents_full (to, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0644, &error));
}

/* --- what is done ---------------------------------------------------------------------------------- */

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  int *n = data;
  g_autofree char *code = g_strdup_printf ("N-%d", *n / 2);

  if (++*n > 24)
    return NULL;
  return *n % 2 == 1 ? vigie_test_record (&vigie_staff_entity, "code", code, NULL)
                     : vigie_test_record (&vigie_completion_entity, "staff", code, "module", "M", "completed_on",
                                          "2026-01-05", NULL);
}

static gboolean
run_import (Rounds *rounds, GError **error)
{
  int n = 0;

  return vigie_store_put (rounds->store, next_record, NULL, &n, VIGIE_PUT_IMPORT, NULL, NULL, error);
}

static gboolean
run_edit (Rounds *rounds, GError **error)
{
  g_autoptr (VigieRecord) record = vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Relecture", NULL);

  return vigie_store_edit_record (rounds->store, record, VIGIE_RECORD_REPLACE, error);
}

static gboolean
run_undo (Rounds *rounds, GError **error)
{
  g_autoptr (VigieJournalEntry) entry = vigie_store_undo (rounds->store, 0, NULL, error);

  return entry != NULL;
}

static gboolean
run_backup (Rounds *rounds, GError **error)
{
  g_autoptr (VigieBackup) backup = vigie_store_back_up (rounds->store, NULL, NULL, NULL, error);

  return backup != NULL;
}

static gboolean
run_repair (Rounds *rounds, GError **error)
{
  return vigie_store_repair (rounds->store, NULL, error);
}

static gboolean
run_migration (Rounds *rounds, GError **error)
{
  rounds->store = vigie_store_open (rounds->path, VIGIE_OPEN_EDIT, NULL, error);
  return rounds->store != NULL;
}

static gboolean
run_restore (Rounds *rounds, GError **error)
{
  g_autofree char *backup = g_build_filename (rounds->folder, "empty.vigie", NULL);

  return vigie_backup_restore (rounds->path, backup, NULL, NULL, NULL, NULL, error);
}

static gboolean
run_create (Rounds *rounds, GError **error)
{
  rounds->store = vigie_store_open (rounds->path, VIGIE_OPEN_CREATE, NULL, error);
  return rounds->store != NULL;
}

const Operation rounds_operations[ROUNDS_N_OPERATIONS] = {
  { "import", run_import, FALSE, 0 },      { "edit", run_edit, FALSE, 0 },     { "undo", run_undo, FALSE, 0 },
  { "migration", run_migration, TRUE, 5 }, { "backup", run_backup, FALSE, 0 }, { "repair", run_repair, FALSE, 0 },
  { "restore", run_restore, TRUE, 0 },     { "create", run_create, TRUE, -1 },
};

/* --- what is there --------------------------------------------------------------------------------- */

static void
hash_table (sqlite3 *db, const char *table, GChecksum *checksum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", table, sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      {
        const char *text = (const char *) sqlite3_column_text (stmt, i);

        g_checksum_update (checksum, (const guchar *) (text != NULL ? text : "\1"), -1);
        g_checksum_update (checksum, (const guchar *) "|", 1);
      }
  sqlite3_finalize (stmt);
}

/* All that a register holds; %NULL where there is none. What is added up of it is counted anew where it was not, and
 * whether that is right is told by the check. */
static char *
dup_fingerprint (const char *path)
{
  static const char tables[] = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                               " AND name NOT LIKE 'search%' AND name NOT LIKE 'rollup%' ORDER BY name";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2 (db, tables, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    hash_table (db, (const char *) sqlite3_column_text (stmt, 0), checksum);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_EDIT, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = vigie_store_check (store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_error ("%s: %s", path, ((VigieFinding *) g_ptr_array_index (findings, i))->message);
}

/* Beside a register there are its backups, each of them whole, and nothing unfinished. */
static void
assert_nothing_unfinished (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (strstr (name, "unfinished") != NULL || g_str_has_suffix (name, ".lock"))
        g_error ("“%s” is left behind", path);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_nothing_unfinished (path);
      else if (g_str_has_suffix (folder, ".backups"))
        assert_whole (path);
    }
}

/* --- one round ------------------------------------------------------------------------------------- */

static void
forget_backups (Rounds *rounds)
{
  g_autofree char *backups = g_strconcat (rounds->path, ".backups", NULL);

  if (g_file_test (backups, G_FILE_TEST_IS_DIR))
    vigie_test_remove_folder (backups);
}

/* The register as it was, and open where the operation takes it so. */
void
rounds_begin (Rounds *rounds)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autoptr (GError) error = NULL;

  forget_backups (rounds);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (rounds->path, suffixes[i], NULL);

      g_unlink (name);
    }
  if (rounds->operation->version >= 0)
    copy_file (rounds->base, rounds->path);
  if (rounds->operation->opens)
    return;
  rounds->store = vigie_store_open (rounds->path, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_no_error (error);
  vigie_store_set_hand (rounds->store, "claire", now);
}

/* What went wrong is told with the file and what can be done. */
void
rounds_assert_told (Rounds *rounds, const GError *error, guint nth)
{
  g_test_message ("%s, call %u: %s", rounds->operation->name, nth, error->message);
  g_assert_true (error->domain == VIGIE_STORE_ERROR);
  g_assert_nonnull (strstr (error->message, rounds->folder));
  g_assert_true (strstr (error->message, "disk") != NULL || strstr (error->message, "Look who may write") != NULL);
}

void
rounds_assert_outcome (Rounds *rounds, gboolean done, gboolean lasting, guint nth)
{
  g_autofree char *found = dup_fingerprint (rounds->path);
  gboolean is_before = g_strcmp0 (found, rounds->before) == 0;
  gboolean is_after = g_strcmp0 (found, rounds->after) == 0;
  /* An older register is brought up to date first, and then what is added up of it is counted. What was written and
   * could not be confirmed may be there after all, where the disk was gone when the register was closed. */
  gboolean may_be_after = done || lasting || (rounds->operation->version > 0 && is_after);

  if (!(is_after && may_be_after) && !(is_before && !done))
    g_error ("%s, call %u: %s, and the register is as %s", rounds->operation->name, nth, done ? "done" : "refused",
             is_before  ? "before"
             : is_after ? "after"
                        : "never");
  if (found != NULL)
    assert_whole (rounds->path);
  assert_nothing_unfinished (rounds->folder);
}

/* --- a register to begin with ---------------------------------------------------------------------- */

static void
make_current (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_CREATE, NULL, &error);

  g_assert_no_error (error);
  vigie_test_put (store, vigie_test_record (&vigie_module_entity, "code", "M", "label_fr", "Culture", "family",
                                            "culture", "competency", "fundamentals", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_system_entity, "code", "IA-2", "name", "Tri", NULL));
}

/* As a program of that time left it. */
static void
make_older (const char *path, int version)
{
  g_autofree char *folder = g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "data", "schema", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *insert = NULL;
  const char *name;
  sqlite3 *db = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (int i = 0; i < version; i++)
    {
      g_autofree char *script = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *sql = NULL;

      g_assert_true (g_file_get_contents (script, &sql, NULL, NULL));
      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
    }
  insert = g_strdup_printf ("INSERT INTO setting (id, code, value) VALUES (1, 'small_group', '5');"
                            "INSERT INTO search (rowid, body) VALUES (%d, 'small_group')",
                            VIGIE_SEARCH_STRIDE + vigie_entity_number (&vigie_setting_entity));
  g_assert_cmpint (sqlite3_exec (db, insert, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* @folder is taken, and gone afterwards. */
void
rounds_set_up_in (Rounds *rounds, const Operation *operation, char *folder)
{
  g_autofree char *empty = NULL;
  g_autoptr (GError) error = NULL;

  rounds->operation = operation;
  rounds->folder = folder;
  rounds->base = g_build_filename (rounds->folder, "base.vigie", NULL);
  rounds->path = g_build_filename (rounds->folder, "r.vigie", NULL);
  empty = g_build_filename (rounds->folder, "empty.vigie", NULL);
  if (operation->version > 0)
    make_older (rounds->base, operation->version);
  else
    make_current (rounds->base);
  rounds->store = vigie_store_open (empty, VIGIE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&rounds->store);
  rounds->before = operation->version < 0 ? NULL : dup_fingerprint (rounds->base);
  rounds_begin (rounds);
  operation->run (rounds, &error);
  g_assert_no_error (error);
  g_clear_object (&rounds->store);
  rounds->after = dup_fingerprint (rounds->path);
}

void
rounds_set_up (Rounds *rounds, gconstpointer operation)
{
  rounds_set_up_in (rounds, operation, vigie_test_dup_folder ());
}

void
rounds_tear_down (Rounds *rounds, gconstpointer operation G_GNUC_UNUSED)
{
  vigie_test_remove_folder (rounds->folder);
  g_free (rounds->folder);
  g_free (rounds->base);
  g_free (rounds->path);
  g_free (rounds->before);
  g_free (rounds->after);
}
