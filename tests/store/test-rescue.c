// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A damaged register is noticed when it is opened, is never written to, and every row that can be read is saved; what is
 * lost is told by its key.
 */

#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-rescue.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_STAFF 4000
#define PAGE 4096

typedef struct
{
  char *folder;
  char *path;
  char *out;
} Fixture;

static VigieRecord *
next_staff (gpointer data, GError **error G_GNUC_UNUSED)
{
  int *n = data;
  g_autofree char *code = NULL;

  if (*n >= N_STAFF)
    return NULL;
  code = g_strdup_printf ("S%05d", ++*n);
  return vigie_test_record (&vigie_staff_entity, "code", code, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieStore *store;
  g_autoptr (GError) error = NULL;
  int n = 0;

  fixture->folder = vigie_test_dup_folder ();
  fixture->out = g_build_filename (fixture->folder, "out.vigie", NULL);
  store = vigie_test_new_store (fixture->folder);
  fixture->path = g_strdup (vigie_store_get_path (store));
  vigie_store_put (store, next_staff, NULL, &n, VIGIE_PUT_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
  vigie_test_put (store, vigie_test_record (&vigie_org_unit_entity, "code", "G", "name", "Group", "kind", "ght", NULL));
  g_assert_finalize_object (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->out);
}

static int
query (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  int value;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

/* The number of the @nth leaf page of a table or an index. */
static int
find_leaf (const char *path, const char *name, int nth)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT pageno FROM dbstat WHERE name = '%s' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET %d", name, nth);

  return query (path, sql);
}

static void
overwrite (const char *path, gsize offset, gsize length)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (offset + length, <=, size);
  memset (bytes + offset, 0xa5, length);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static void
overwrite_page (const char *path, int page)
{
  overwrite (path, (gsize) (page - 1) * PAGE, PAGE);
}

static const VigieRescuedTable *
find_table (GPtrArray *tables, const char *name)
{
  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (((VigieRescuedTable *) g_ptr_array_index (tables, i))->table, name))
      return g_ptr_array_index (tables, i);
  g_assert_not_reached ();
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Rescues, and makes sure that the damaged file is as it was and nothing is left beside it but the new register. */
static GPtrArray *
rescue (Fixture *fixture)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before, size_after;
  guint n_files = count_files (fixture->folder);
  g_autoptr (GError) error = NULL;
  GPtrArray *tables;

  g_assert_true (g_file_get_contents (fixture->path, &before, &size_before, NULL));
  tables = vigie_rescue (fixture->path, fixture->out, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files + 1);
  return tables;
}

static void
assert_refused (const char *path)
{
  static const VigieOpenMode modes[] = { VIGIE_OPEN_READ, VIGIE_OPEN_EDIT };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vigie_store_open (path, modes[i], NULL, &error));
      g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, path));
    }
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
  g_assert_cmpuint (findings->len, ==, 0);
  vigie_test_put (store, vigie_test_record (&vigie_staff_entity, "code", "new", NULL));
}

static void
test_whole (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) tables = rescue (fixture);

  for (guint i = 0; i < tables->len; i++)
    {
      const VigieRescuedTable *table = g_ptr_array_index (tables, i);

      g_assert_cmpint (table->lost + table->refused, ==, 0);
      g_assert_false (table->uncertain);
    }
  g_assert_cmpint (find_table (tables, "staff")->saved, ==, N_STAFF);
  g_assert_cmpint (find_table (tables, "journal")->saved, ==, 2);
  assert_whole (fixture->out);
}

/* Pages here and there, the last among them: every row of the others is saved, and each lost one is told. */
static void
test_leaves (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const int pages[] = {
    find_leaf (fixture->path, "staff", 1),
    find_leaf (fixture->path, "staff", 4),
    find_leaf (fixture->path, "staff", 5),
    query (fixture->path,
           "SELECT pageno FROM dbstat WHERE name = 'staff' AND pagetype = 'leaf' ORDER BY path DESC LIMIT 1"),
  };
  g_autoptr (GString) sql = g_string_new ("SELECT sum (ncell) FROM dbstat WHERE pageno IN (0");
  g_autoptr (GPtrArray) tables = NULL;
  const VigieRescuedTable *staff;
  int lost;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_string_append_printf (sql, ", %d", pages[i]);
  g_string_append_c (sql, ')');
  lost = query (fixture->path, sql->str);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    overwrite_page (fixture->path, pages[i]);
  assert_refused (fixture->path);
  tables = rescue (fixture);
  staff = find_table (tables, "staff");
  g_assert_cmpint (staff->lost, ==, lost);
  g_assert_cmpint (staff->saved, ==, N_STAFF - lost);
  g_assert_false (staff->uncertain);
  for (guint i = 0; i < staff->keys->len; i++)
    {
      g_autofree char *missing = g_strdup_printf ("SELECT count (*) FROM staff WHERE code = '%s'",
                                                  (const char *) g_ptr_array_index (staff->keys, i));

      g_assert_cmpint (query (fixture->out, missing), ==, 0);
    }
  g_assert_cmpint (find_table (tables, "org_unit")->saved, ==, 1);
  assert_whole (fixture->out);
}

/* Where its index is damaged as well, how many are lost is said not to be known. */
static void
test_index (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int page = find_leaf (fixture->path, "staff", 2);
  int index = find_leaf (fixture->path, "staff_key", 3);
  g_autoptr (GPtrArray) tables = NULL;
  const VigieRescuedTable *staff;

  overwrite_page (fixture->path, page);
  overwrite_page (fixture->path, index);
  assert_refused (fixture->path);
  tables = rescue (fixture);
  staff = find_table (tables, "staff");
  g_assert_true (staff->uncertain);
  g_assert_cmpint (staff->saved, >, N_STAFF / 2);
  g_assert_cmpint (staff->saved + staff->lost, <=, N_STAFF);
  assert_whole (fixture->out);
}

/* Whatever lies in the middle of the file. */
static void
test_middle (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = NULL;
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  overwrite (fixture->path, (gsize) status.st_size / 2, 5 * PAGE + 700);
  assert_refused (fixture->path);
  tables = rescue (fixture);
  store = vigie_store_open (fixture->out, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_no_error (error);
  vigie_test_put (store, vigie_test_record (&vigie_staff_entity, "code", "new", NULL));
}

/* A file that was cut off: its rows come last. */
static void
test_truncated (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) (size - 10 * PAGE), NULL));
  assert_refused (fixture->path);
  tables = rescue (fixture);
  g_assert_cmpint (find_table (tables, "staff")->saved, >, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "out.vigie", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_null (vigie_rescue (fixture->path, fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (vigie_rescue (fixture->path, nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED);
  g_clear_error (&error);
  overwrite (fixture->path, 0, PAGE);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_null (vigie_rescue (fixture->path, fixture->out, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "whole", test_whole },   { "leaves", test_leaves },       { "index", test_index },
    { "middle", test_middle }, { "truncated", test_truncated }, { "refused", test_refused },
  };

  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/store/rescue/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  return g_test_run ();
}
