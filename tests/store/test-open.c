// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What is not a register is refused with the right reason, and is left as it was.
 */

#include "vigie-org-unit.h"
#include "vigie-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

typedef struct
{
  const char *name;
  const char *sql;
  const char *bytes;
  gsize length;
  VigieStoreError expected;
} Row;

static const Row rows[] = {
  { "empty", NULL, "", 0, VIGIE_STORE_ERROR_NOT_A_REGISTER },
  { "jpeg", NULL, "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20, VIGIE_STORE_ERROR_NOT_A_REGISTER },
  { "text", NULL, "matricule;module\n", 17, VIGIE_STORE_ERROR_NOT_A_REGISTER },
  { "another-program", "CREATE TABLE t (x); INSERT INTO t VALUES (1)", NULL, 0, VIGIE_STORE_ERROR_NOT_A_REGISTER },
  { "newer", "PRAGMA application_id = 0x56494749; PRAGMA user_version = 99; CREATE TABLE t (x)", NULL, 0,
    VIGIE_STORE_ERROR_NEWER },
};

static void
write_file (const Row *row, const char *path)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  if (row->sql == NULL)
    {
      g_file_set_contents (path, row->bytes, (gssize) row->length, &error);
      g_assert_no_error (error);
      return;
    }
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, row->sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_refused (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;

  write_file (row, path);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_null (vigie_store_open (path, VIGIE_OPEN_EDIT, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, (int) row->expected);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  vigie_test_remove_folder (folder);
}

static void
test_missing_and_existing (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) existing = NULL;
  g_autoptr (GError) directory = NULL;

  g_assert_null (vigie_store_open (path, VIGIE_OPEN_EDIT, NULL, &missing));
  g_assert_error (missing, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (vigie_store_open (folder, VIGIE_OPEN_READ, NULL, &directory));
  g_assert_error (directory, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_NOT_A_REGISTER);
  g_assert_true (g_file_set_contents (path, "mine", 4, NULL));
  g_assert_null (vigie_store_open (path, VIGIE_OPEN_CREATE, NULL, &existing));
  g_assert_error (existing, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS);
  vigie_test_remove_folder (folder);
}

/* A register of the first version, as an older program left it, is read by one who came only to read. */
static void
test_older (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "old.vigie", NULL);
  g_autofree char *script =
    g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "data", "schema", "0001-register.sql", NULL);
  g_autofree char *sql = NULL;
  Row row = { .name = "older" };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (script, &sql, NULL, NULL));
  row.sql = sql;
  write_file (&row, path);
  for (int time = 0; time < 2; time++)
    {
      g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (vigie_store_is_read_only (store));
    }
  vigie_test_remove_folder (folder);
}

/* As in a folder that says that files can be made in it and takes none: SQLite can have no log there. That of a portal is
   taken for one on a share, too. */
static void
test_no_room_for_a_log (gconstpointer share)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "lent.vigie", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_CREATE, NULL, NULL);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  VigieQuery query = { .entity = &vigie_org_unit_entity, .sort_field = VIGIE_ORG_UNIT_NAME };

  g_assert_nonnull (store);
  g_clear_object (&store);
  g_assert_no_errno (g_mkdir (log, 0700));
  g_setenv ("VIGIE_NETWORK_SHARE", share, TRUE);

  for (int mode = VIGIE_OPEN_EDIT; mode <= VIGIE_OPEN_READ; mode++)
    {
      g_autoptr (VigieStore) opened = vigie_store_open (path, (VigieOpenMode) mode, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (vigie_store_is_read_only (opened));
    }
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  records = vigie_store_list (store, &query, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (records);
  g_clear_object (&store);
  g_unsetenv ("VIGIE_NETWORK_SHARE");
  g_assert_no_errno (g_rmdir (log));
  vigie_test_remove_folder (folder);
}

/* Copies what stands at @from and beside it as it is now. */
static void
copy_with_journal (const char *from, const char *to)
{
  static const char *const suffixes[] = { "", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *source = g_strconcat (from, suffixes[i], NULL);
      g_autofree char *target = g_strconcat (to, suffixes[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents (target, bytes, (gssize) length, NULL));
    }
}

/* A register as it stands in the middle of a change that is written where it stays. */
static void
leave_halfway (const char *folder, const char *path)
{
  g_autofree char *whole = g_build_filename (folder, "whole.vigie", NULL);
  g_autoptr (VigieStore) store = vigie_store_open (whole, VIGIE_OPEN_CREATE, NULL, NULL);
  sqlite3 *db = NULL;

  vigie_test_put (store,
                  vigie_test_record (&vigie_org_unit_entity, "code", "A", "name", "Before", "kind", "site", NULL));
  g_assert_finalize_object (g_steal_pointer (&store));
  g_assert_cmpint (sqlite3_open (whole, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;"
                                 "UPDATE org_unit SET name = 'After';"
                                 "CREATE TABLE much AS SELECT zeroblob (1000000) AS x;",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  copy_with_journal (whole, path);
  g_assert_cmpint (sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What was half written is never shown, not even where it can only be read: it is taken back, or refused. */
static void
test_halfway (gconstpointer writable)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *within = g_build_filename (folder, "within", NULL);
  g_autofree char *path = g_build_filename (within, "half.vigie", NULL);
  VigieQuery query = { .entity = &vigie_org_unit_entity, .sort_field = VIGIE_ORG_UNIT_NAME };
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir (within, 0700));
  leave_halfway (folder, path);
  if (writable == NULL)
    g_assert_no_errno (g_chmod (within, 0500));
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  /* One who may do everything may write in any folder. */
  if (g_access (within, W_OK) != 0)
    {
      g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_READ_ONLY);
      g_assert_nonnull (strstr (error->message, "half.vigie-journal"));
      g_assert_null (store);
    }
  else
    {
      g_assert_no_error (error);
      records = vigie_store_list (store, &query, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (records->len, ==, 1);
      g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (records, 0), VIGIE_ORG_UNIT_NAME), ==, "Before");
    }
  g_clear_object (&store);
  g_assert_no_errno (g_chmod (within, 0700));
  vigie_test_remove_folder (folder);
}

/* What a portal lends is one file, beside which nothing lasts: it is read, and never written to. */
static void
test_lent (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c4d", NULL);
  g_autofree char *path = g_build_filename (folder, "lent.vigie", NULL);
  g_autofree char *elsewhere = vigie_test_dup_folder ();
  g_autofree char *own = g_build_filename (elsewhere, "own.vigie", NULL);
  g_autoptr (VigieStore) store = vigie_store_open (own, VIGIE_OPEN_CREATE, NULL, NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (store);
  g_clear_object (&store);
  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_no_errno (g_rename (own, path));
  store = vigie_store_open (path, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (vigie_store_is_read_only (store));
  g_clear_object (&store);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "lent.vigie");
  g_assert_null (g_dir_read_name (dir));
  vigie_test_remove_folder (elsewhere);
}

int
main (int argc, char *argv[])
{
  g_autofree char *runtime = vigie_test_dup_folder ();
  int result;

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/open/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_refused);
    }
  g_test_add_func ("/store/open/missing-and-existing", test_missing_and_existing);
  g_test_add_func ("/store/open/older", test_older);
  g_test_add_data_func ("/store/open/no-room-for-a-log", "0", test_no_room_for_a_log);
  g_test_add_data_func ("/store/open/no-room-for-a-log/on-a-share", "1", test_no_room_for_a_log);
  g_test_add_data_func ("/store/open/halfway", "writable", test_halfway);
  g_test_add_data_func ("/store/open/halfway/read-only", NULL, test_halfway);
  g_test_add_func ("/store/open/lent", test_lent);
  result = g_test_run ();
  vigie_test_remove_folder (runtime);
  return result;
}
