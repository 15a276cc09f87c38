// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A disk that fails or is full at the first, the second, the third … of all the calls by which an import, an edit, an
 * undo, a migration, a backup, a restore, a repair or the making of a register changes it. Each time there is a reason in
 * words, the register holds what it held before or what it was to hold, it is whole, and nothing half made is left.
 * With VIGIE_ALL_FAULTS=1, as ./dev fuzz has it, each call fails in each of the four ways; else the first ones and every
 * fifth of the rest, in one of them in turn.
 */

#include "faulty-vfs.h"
#include "vigie-test.h"

#include "vigie-backup.h"
#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-search-index.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define FIRST_CALLS 6
#define STRIDE 5

typedef struct _Fixture Fixture;

/**
 * Operation:
 * @opens: whether it opens the register itself
 * @version: of the format of the register before; 0 for the one of this program, -1 for no register
 */
typedef struct
{
  const char *name;
  gboolean (*run) (Fixture *fixture, GError **error);
  gboolean opens;
  int version;
} Operation;

struct _Fixture
{
  const Operation *operation;
  char *folder;
  char *base;
  char *path;
  VigieStore *store;
  char *before;
  char *after;
};

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
run_import (Fixture *fixture, GError **error)
{
  int n = 0;

  return vigie_store_put (fixture->store, next_record, NULL, &n, VIGIE_PUT_IMPORT, NULL, NULL, error);
}

static gboolean
run_edit (Fixture *fixture, GError **error)
{
  g_autoptr (VigieRecord) record = vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Relecture", NULL);

  return vigie_store_edit_record (fixture->store, record, VIGIE_RECORD_REPLACE, error);
}

static gboolean
run_undo (Fixture *fixture, GError **error)
{
  g_autoptr (VigieJournalEntry) entry = vigie_store_undo (fixture->store, 0, NULL, error);

  return entry != NULL;
}

static gboolean
run_backup (Fixture *fixture, GError **error)
{
  g_autoptr (VigieBackup) backup = vigie_store_back_up (fixture->store, NULL, NULL, NULL, error);

  return backup != NULL;
}

static gboolean
run_repair (Fixture *fixture, GError **error)
{
  return vigie_store_repair (fixture->store, NULL, error);
}

static gboolean
run_migration (Fixture *fixture, GError **error)
{
  fixture->store = vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, error);
  return fixture->store != NULL;
}

static gboolean
run_restore (Fixture *fixture, GError **error)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "empty.vigie", NULL);

  return vigie_backup_restore (fixture->path, backup, NULL, NULL, NULL, NULL, error);
}

static gboolean
run_create (Fixture *fixture, GError **error)
{
  fixture->store = vigie_store_open (fixture->path, VIGIE_OPEN_CREATE, NULL, error);
  return fixture->store != NULL;
}

static const Operation operations[] = {
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
forget_backups (Fixture *fixture)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);

  if (g_file_test (backups, G_FILE_TEST_IS_DIR))
    vigie_test_remove_folder (backups);
}

/* The register as it was, and open where the operation takes it so. */
static void
begin_round (Fixture *fixture)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autoptr (GError) error = NULL;

  forget_backups (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (fixture->path, suffixes[i], NULL);

      g_unlink (name);
    }
  if (fixture->operation->version >= 0)
    copy_file (fixture->base, fixture->path);
  if (fixture->operation->opens)
    return;
  fixture->store = vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_no_error (error);
  vigie_store_set_hand (fixture->store, "claire", now);
}

/* What went wrong is told with the file and what can be done. */
static void
assert_told (Fixture *fixture, const GError *error, guint nth)
{
  g_test_message ("%s, call %u: %s", fixture->operation->name, nth, error->message);
  g_assert_true (error->domain == VIGIE_STORE_ERROR);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_true (strstr (error->message, "disk") != NULL || strstr (error->message, "Look who may write") != NULL);
}

static void
assert_outcome (Fixture *fixture, gboolean done, gboolean lasting, guint nth)
{
  g_autofree char *found = dup_fingerprint (fixture->path);
  gboolean is_before = g_strcmp0 (found, fixture->before) == 0;
  gboolean is_after = g_strcmp0 (found, fixture->after) == 0;
  /* An older register is brought up to date first, and then what is added up of it is counted. What was written and
   * could not be confirmed may be there after all, where the disk was gone when the register was closed. */
  gboolean may_be_after = done || lasting || (fixture->operation->version > 0 && is_after);

  if (!(is_after && may_be_after) && !(is_before && !done))
    g_error ("%s, call %u: %s, and the register is as %s", fixture->operation->name, nth, done ? "done" : "refused",
             is_before  ? "before"
             : is_after ? "after"
                        : "never");
  if (found != NULL)
    assert_whole (fixture->path);
  assert_nothing_unfinished (fixture->folder);
}

/* Returns: whether there was such a call. */
static gboolean
run_round (Fixture *fixture, guint nth, FaultKind kind, gboolean lasting)
{
  g_autoptr (GError) error = NULL;
  gboolean done;
  guint n_calls;

  begin_round (fixture);
  faulty_vfs_arm (nth, kind, lasting);
  done = fixture->operation->run (fixture, &error);
  /* A disk that goes on failing fails when the register is closed, too. */
  n_calls = lasting ? 0 : faulty_vfs_disarm ();
  g_clear_object (&fixture->store);
  if (lasting)
    n_calls = faulty_vfs_disarm ();
  if (n_calls < nth)
    {
      g_assert_true (done);
      return FALSE;
    }
  if (!done)
    assert_told (fixture, error, nth);
  assert_outcome (fixture, done, lasting, nth);
  return TRUE;
}

static void
sweep (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gboolean all = g_getenv ("VIGIE_ALL_FAULTS") != NULL;
  guint nth = 0;
  gboolean any = TRUE;

  while (any)
    {
      any = FALSE;
      nth += all || nth < FIRST_CALLS ? 1 : STRIDE;
      for (guint way = 0; way < 4; way++)
        if (all || way == nth % 4)
          any = run_round (fixture, nth, way & 1 ? FAULT_FULL : FAULT_IO, (way & 2) != 0) || any;
    }
  g_test_message ("%s: up to %u calls", fixture->operation->name, nth - 1);
  g_assert_cmpuint (nth, >, 3);
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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = NULL;
  g_autoptr (GError) error = NULL;

  fixture->operation = data;
  fixture->folder = vigie_test_dup_folder ();
  fixture->base = g_build_filename (fixture->folder, "base.vigie", NULL);
  fixture->path = g_build_filename (fixture->folder, "r.vigie", NULL);
  empty = g_build_filename (fixture->folder, "empty.vigie", NULL);
  if (fixture->operation->version > 0)
    make_older (fixture->base, fixture->operation->version);
  else
    make_current (fixture->base);
  g_clear_object (&fixture->store);
  fixture->store = vigie_store_open (empty, VIGIE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  fixture->before = fixture->operation->version < 0 ? NULL : dup_fingerprint (fixture->base);
  begin_round (fixture);
  fixture->operation->run (fixture, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  fixture->after = dup_fingerprint (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->base);
  g_free (fixture->path);
  g_free (fixture->before);
  g_free (fixture->after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  faulty_vfs_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/io/", operations[i].name, NULL);

      g_test_add (path, Fixture, &operations[i], set_up, sweep, tear_down);
    }
  return g_test_run ();
}
