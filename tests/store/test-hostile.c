// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A file that somebody sent: what is foreign in it is named and neither run nor changed, what is tampered with is found,
 * and what would keep a program busy or eat its memory is left alone.
 */

#include "vigie-test.h"

#include "vigie-connection.h"
#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-journal.h"
#include "vigie-rescue.h"
#include "vigie-schema.h"

#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

typedef struct
{
  const char *name;
  const char *sql;
  const char *part;    /* what is named */
  const char *message; /* a part of what is said of it */
} Row;

#define ENDLESS "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, i AS code FROM n"
#define WRITABLE "PRAGMA writable_schema = ON; "

static const Row foreign[] = {
  { "trigger", "CREATE TRIGGER spy AFTER INSERT ON org_unit BEGIN DELETE FROM staff; END", "spy", "trigger" },
  { "view", "CREATE VIEW spy AS " ENDLESS, "spy", "view" },
  { "view-for-table", "DROP TABLE milestone; CREATE VIEW milestone AS " ENDLESS, "milestone", "missing" },
  { "table", "CREATE TABLE spy (x)", "spy", "none that Vigie makes" },
  { "search-table", "CREATE VIRTUAL TABLE spy USING fts5 (x)", "spy", "none that Vigie makes" },
  { "index", "CREATE INDEX spy ON staff (hex (code))", "spy", "none that Vigie makes" },
  { "missing-index", "DROP INDEX milestone_key", "milestone_key", "missing" },
  { "missing-table", "DROP TABLE milestone", "milestone", "missing" },
  { "column", "ALTER TABLE staff ADD COLUMN secret TEXT", "staff", "not the one" },
  { "generated", "ALTER TABLE staff ADD COLUMN twice TEXT AS (hex (code))", "staff", "not the one" },
  { "rule", WRITABLE "UPDATE sqlite_schema SET sql = replace (sql, ' STRICT', '') WHERE name = 'staff'", "staff",
    "not the one" },
  { "twice",
    WRITABLE "INSERT INTO sqlite_schema SELECT 'view', name, name, 0, 'CREATE VIEW staff AS SELECT 1'"
             " FROM sqlite_schema WHERE name = 'staff' AND type = 'table'",
    "staff", "" },
  { "search-settings", "INSERT INTO search_config VALUES ('rank', 'bm25(10.0)')", "search_config", "search" },
  { "no-version", "PRAGMA user_version = 0", "test.vigie", "" },
  { "negative-version", "PRAGMA user_version = -7", "test.vigie", "" },
};

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieStore *store;

  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.vigie", NULL);
  store = vigie_test_new_store (fixture->folder);
  vigie_test_put (store, vigie_test_record (&vigie_org_unit_entity, "code", "G", "name", "Group", "kind", "ght", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_staff_entity, "code", "1001", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", NULL));
  g_assert_finalize_object (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_refused (Fixture *fixture, VigieOpenMode mode, const Row *row)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vigie_store_open (fixture->path, mode, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_nonnull (strstr (error->message, row->part));
  g_assert_nonnull (strstr (error->message, row->message));
}

static void
assert_found (Fixture *fixture, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (fixture->path, VIGIE_OPEN_INSPECT, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;
  gboolean found = FALSE;

  g_assert_no_error (error);
  findings = vigie_store_check (store, NULL, &error);
  /* An index that is made up may ask for any amount of memory: that it may not have it is told, too. */
  if (findings == NULL)
    {
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, fixture->path));
      return;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const VigieFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s", finding->field, finding->message);
      found =
        found || field == NULL || g_strcmp0 (finding->field, field) == 0 || strstr (finding->message, field) != NULL;
    }
  g_assert_true (found);
}

/* Its records can be saved all the same, and what comes out of it is as Vigie makes it. */
static void
assert_rescued (Fixture *fixture)
{
  g_autofree char *out = g_build_filename (fixture->folder, "out.vigie", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = vigie_rescue (fixture->path, out, NULL, NULL, NULL, &error);
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  store = vigie_store_open (out, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_no_error (error);
  findings = vigie_store_check (store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((VigieFinding *) g_ptr_array_index (findings, i))->message);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;

  run_sql (fixture->path, row->sql);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  assert_refused (fixture, VIGIE_OPEN_EDIT, row);
  assert_refused (fixture, VIGIE_OPEN_READ, row);
  if (strchr (row->part, '.') == NULL)
    assert_found (fixture, row->part);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
  assert_rescued (fixture);
}

/* The tables in which the full text index lies are as hostile as any. Search answers with an error or with nothing. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  VigieQuery query = { .entity = &vigie_system_entity, .search = "lecture", .sort_field = -1 };
  g_autoptr (VigieStore) store = NULL;

  run_sql (fixture->path, data);
  assert_found (fixture, NULL);
  store = vigie_store_open (fixture->path, VIGIE_OPEN_INSPECT, NULL, NULL);
  if (store != NULL)
    {
      g_autoptr (GError) error = NULL;
      gint64 total = 0;
      g_autoptr (GPtrArray) records = vigie_store_list (store, &query, &total, NULL, &error);

      g_assert_true (records != NULL || error != NULL);
    }
}

static const char *const search_tamperings[] = {
  "UPDATE search_data SET block = zeroblob (40)",
  "UPDATE search_data SET block = randomblob (length (block))",
  "DELETE FROM search_data WHERE id > 10",
  "DELETE FROM search_data",
  "DELETE FROM search_docsize",
  "UPDATE search_config SET v = 99",
};

/* A thousand bytes that unpack to a hundred megabytes and more. */
static void
test_bomb (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GBytes) plain = g_bytes_new_take (g_malloc0 (160 * 1024 * 1024), 160 * 1024 * 1024);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (compressor, plain, NULL);
  g_autoptr (VigieConnection) connection = NULL;
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *update = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "UPDATE journal_part SET bytes = ?1 WHERE seq = 1", -1, &update, NULL);
  sqlite3_bind_blob64 (update, 1, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
  sqlite3_finalize (update);
  sqlite3_close (db);
  connection = vigie_connection_open (fixture->path, VIGIE_OPEN_READ, &error);
  g_assert_no_error (error);
  part = vigie_journal_read_part (connection, 1, 0, &error);
  g_assert_null (part);
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED);
}

/* A value that is larger than any, where no rule is asked. */
static void
test_large_value (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  run_sql (fixture->path, "PRAGMA ignore_check_constraints = ON; UPDATE system SET name = hex (zeroblob (20000000))");
  store = vigie_store_open (fixture->path, VIGIE_OPEN_INSPECT, NULL, &error);
  g_assert_no_error (error);
  findings = vigie_store_check (store, NULL, &error);
  g_assert_null (findings);
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "larger than any"));
}

/* Pages that name one another again and again have a thousand billion rows in a few kilobytes. */
static void
test_endless (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const guint page_size = 4096, n_levels = 8, n_cells = 200;
  g_autoptr (VigieConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  guint root, first;
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT rootpage FROM sqlite_schema WHERE name = 'org_unit'", -1, &stmt, NULL);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  root = (guint) sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  first = (guint) (length / page_size) + 1;
  bytes = g_realloc (bytes, length + n_levels * page_size);
  memset (bytes + length, 0, n_levels * page_size);
  /* The leaf goes to the end; above it, page by page, each cell of a page names the next page. */
  memcpy (bytes + length + (n_levels - 1) * page_size, bytes + (root - 1) * page_size, page_size);
  for (guint level = 0; level < n_levels; level++)
    {
      guint number = level == 0 ? root : first + level - 1;
      guint child = GUINT32_TO_BE (first + level);
      guchar *page = (guchar *) bytes + (number - 1) * page_size;
      const guint content = page_size - 6 * n_cells;

      memset (page, 0, page_size);
      page[0] = 5; /* an interior page of a table */
      page[3] = (guchar) (n_cells >> 8);
      page[4] = (guchar) (n_cells & 0xff);
      page[5] = (guchar) (content >> 8);
      page[6] = (guchar) (content & 0xff);
      memcpy (page + 8, &child, 4);
      for (guint i = 0; i < n_cells; i++)
        {
          guint at = content + 6 * i;

          page[12 + 2 * i] = (guchar) (at >> 8);
          page[13 + 2 * i] = (guchar) (at & 0xff);
          memcpy (page + at, &child, 4);
          page[at + 4] = (guchar) (0x80 | ((i + 1) >> 7));
          page[at + 5] = (guchar) ((i + 1) & 0x7f);
        }
    }
  length += n_levels * page_size;
  *(guint32 *) (gpointer) (bytes + 28) = GUINT32_TO_BE ((guint32) (length / page_size));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  g_assert_null (vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  /* And where its pages were not looked at first, as those of a large file are not. */
  connection = vigie_connection_open (fixture->path, VIGIE_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vigie_connection_query_integer (connection, "SELECT sum (length (name)) FROM org_unit", -1, &error),
                   ==, -1);
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "keep a program busy"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hostile/foreign/", foreign[i].name, NULL);

      g_test_add (path, Fixture, &foreign[i], set_up, test_foreign, tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (search_tamperings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/hostile/search/%" G_GSIZE_FORMAT, i + 1);

      g_test_add (path, Fixture, search_tamperings[i], set_up, test_search, tear_down);
    }
  g_test_add ("/store/hostile/bomb", Fixture, NULL, set_up, test_bomb, tear_down);
  g_test_add ("/store/hostile/large-value", Fixture, NULL, set_up, test_large_value, tear_down);
  g_test_add ("/store/hostile/endless", Fixture, NULL, set_up, test_endless, tear_down);
  return g_test_run ();
}
