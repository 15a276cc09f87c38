// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a register answered is kept, and told for as long as it is so: after a change by this program what the change is
 * about is read again, after one by another program everything is, and a damaged answer is none.
 */

#include "vigie-small-register.h"

#include "vigie-entities.h"
#include "vigie-facts-kept.h"
#include "vigie-facts-rows.h"
#include "vigie-facts.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define SYSTEM "FRAC"

typedef struct
{
  char *folder;
  char *path;
  char *rows; /* where answers are kept */
} Fixture;

static void
count_files (const char *folder, guint *n, void (*visit) (const char *path))
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          count_files (path, n, visit);
          continue;
        }
      ++*n;
      if (visit != NULL)
        visit (path);
    }
}

static void
remove_file (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieStore *store;
  guint n = 0;

  fixture->folder = vigie_test_dup_folder ();
  store = vigie_test_new_store (fixture->folder);
  fixture->path = g_strdup (vigie_store_get_path (store));
  fixture->rows = g_build_filename (g_get_user_cache_dir (), "vigie", "rows", NULL);
  vigie_test_fill_small_register (store);
  g_assert_finalize_object (store);
  count_files (fixture->rows, &n, remove_file);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->rows);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* As a program would that has just been started. */
static VigieFacts *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  VigieStore *store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, &error);
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, NULL);
  VigieFacts *facts;

  g_assert_no_error (error);
  facts = vigie_facts_load (store, scope, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (store);
  return facts;
}

static char *
dup_name (Fixture *fixture)
{
  g_autoptr (VigieFacts) facts = load (fixture);

  g_assert_cmpint (facts->n_systems, >, 1);
  return g_strdup (facts->systems[0].name);
}

static guint
count_rows (Fixture *fixture)
{
  g_autoptr (VigieFacts) facts = load (fixture);

  return (guint) (facts->n_systems + facts->n_deployments + facts->n_user_groups + facts->n_safeguards +
                  facts->n_evidence + facts->n_costs + facts->n_benefits + facts->n_coverage + facts->n_history);
}

static void
execute (Fixture *fixture, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
put (Fixture *fixture, VigieRecord *record)
{
  g_autoptr (GError) error = NULL;
  VigieStore *store = vigie_store_open (fixture->path, VIGIE_OPEN_EDIT, NULL, &error);

  g_assert_no_error (error);
  vigie_test_put (store, record);
  g_assert_finalize_object (store);
}

static void
put_action (Fixture *fixture, const char *code)
{
  put (fixture, vigie_test_record (&vigie_action_entity, "code", code, "title", code, "kind", "train", "status", "todo",
                                   "opened_on", "2026-01-01", NULL));
}

static guint
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  VigieStore *store = vigie_store_open (fixture->path, VIGIE_OPEN_READ, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;
  guint n;

  g_assert_no_error (error);
  findings = vigie_store_check (store, NULL, &error);
  g_assert_no_error (error);
  n = findings->len;
  g_assert_finalize_object (store);
  return n;
}

/* An answer that no change of the journal is about stands, and `vigie check` sees that it is wrong. */
static void
test_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = dup_name (fixture);
  g_autofree char *kept = NULL;
  g_autofree char *mended = NULL;
  guint n = 0;

  count_files (fixture->rows, &n, NULL);
  g_assert_cmpint (n, >=, 8);
  g_assert_cmpint (check (fixture), ==, 0);
  execute (fixture, "UPDATE system SET name = 'Behind our back'");
  put_action (fixture, "ACT-ROWS");
  kept = dup_name (fixture);
  g_assert_cmpstr (kept, ==, first);
  g_assert_cmpint (check (fixture), >, 0);
  mended = dup_name (fixture);
  g_assert_cmpstr (mended, ==, "Behind our back");
}

static gint64
count_minutes (Fixture *fixture)
{
  g_autoptr (VigieFacts) facts = load (fixture);
  gint64 minutes = 0;

  vigie_facts_read_hours_once (facts);
  g_assert_cmpint (facts->n_hours, >, 0);
  for (gsize i = 0; i < facts->n_hours; i++)
    minutes += facts->hours[i].minutes * facts->hours[i].people;
  return minutes;
}

/* Hours are kept of one day, until a training is entered. */
static void
test_hours (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint before = 0, after = 0;
  gint64 minutes, later;

  g_assert_cmpint (count_rows (fixture), >, 0);
  count_files (fixture->rows, &before, NULL);
  minutes = count_minutes (fixture);
  count_files (fixture->rows, &after, NULL);
  g_assert_cmpint (after, ==, before + 1);
  execute (fixture, "UPDATE completion SET minutes = 1");
  put_action (fixture, "ACT-ROWS");
  g_assert_cmpint (count_minutes (fixture), ==, minutes);
  g_assert_cmpint (check (fixture), >, 0);
  later = count_minutes (fixture);
  g_assert_cmpint (later, !=, minutes);
  g_assert_cmpint (check (fixture), ==, 0);
  put (fixture, vigie_test_record (&vigie_completion_entity, "staff", "MED01", "module", "M01", "completed_on",
                                   VIGIE_SMALL_TODAY, "minutes", "600", NULL));
  g_assert_cmpint (count_minutes (fixture), ==, later + 600);
}

static void
test_touched (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieFacts) before = load (fixture);
  g_autoptr (VigieFacts) after = NULL;

  put (fixture, vigie_test_record (&vigie_system_entity, "code", before->systems[0].code, "name", "Renamed", NULL));
  put_action (fixture, "ACT-ROWS");
  after = load (fixture);
  g_assert_cmpstr (after->systems[0].name, ==, "Renamed");
  g_assert_cmpint (after->n_actions, ==, before->n_actions + 1);
  g_assert_cmpint (check (fixture), ==, 0);
}

static void
test_changed_by_others (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = dup_name (fixture);
  g_autofree char *told = NULL;

  execute (fixture, "UPDATE system SET name = 'By another program'");
  told = dup_name (fixture);
  g_assert_cmpstr (told, ==, "By another program");
  g_assert_cmpstr (told, !=, first);
}

/* Another register in its place, which has as many entries in its journal. */
static void
test_replaced (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".copy", NULL);
  g_autofree char *told = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (copy, contents, (gssize) length, NULL));
  put_action (fixture, "ACT-ROWS");
  g_free (dup_name (fixture));
  g_assert_cmpint (g_rename (copy, fixture->path), ==, 0);
  put (fixture, vigie_test_record (&vigie_system_entity, "code", SYSTEM, "name", "In its place", NULL));
  told = dup_name (fixture);
  g_assert_cmpstr (told, ==, "In its place");
}

static void
damage (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  contents[length - length / 4 - 1] ^= 0x10;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
cut (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length / 2, NULL));
}

static void
test_damaged (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint before = count_rows (fixture), n = 0;

  count_files (fixture->rows, &n, damage);
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (count_rows (fixture), ==, before);
  count_files (fixture->rows, &n, cut);
  g_assert_cmpint (count_rows (fixture), ==, before);
  g_assert_cmpint (count_rows (fixture), ==, before);
}

/* Packed rows */

static const char *const texts[] = { "", "live", "2026-11-28", "a name that is longer than any word may be", "é" };
static const gint64 integers[] = { 0, 1, -1, 30, 31, 32, 1000000, G_MAXINT64, G_MININT64 };

static void
add_value (VigiePackedRows *rows, guint i)
{
  const char *text = texts[i % G_N_ELEMENTS (texts)];

  if (i % 4 == 0)
    vigie_packed_rows_add_null (rows);
  else if (i % 4 == 1)
    vigie_packed_rows_add_integer (rows, integers[i % G_N_ELEMENTS (integers)]);
  else if (i % 4 == 2)
    vigie_packed_rows_add_text (rows, text, strlen (text));
  else
    vigie_packed_rows_add_blob (rows, texts, i % sizeof texts);
}

static void
compare_value (const VigiePackedValue *value, guint i)
{
  const char *text = texts[i % G_N_ELEMENTS (texts)];

  g_assert_cmpint (
    value->kind, ==,
    ((VigiePackedKind[]) { VIGIE_PACKED_NULL, VIGIE_PACKED_INTEGER, VIGIE_PACKED_TEXT, VIGIE_PACKED_BLOB })[i % 4]);
  if (i % 4 == 1)
    g_assert_cmpint (value->integer, ==, integers[i % G_N_ELEMENTS (integers)]);
  else if (i % 4 == 2)
    g_assert_cmpmem (value->bytes, value->size + 1, text, strlen (text) + 1);
  else if (i % 4 == 3)
    g_assert_cmpmem (value->bytes, value->size, texts, i % sizeof texts);
}

#define COLUMNS 3
#define ROWS 400

static guint
read_rows (gconstpointer bytes, gsize size, gboolean compare)
{
  g_autoptr (GBytes) packed = g_bytes_new (bytes, size);
  g_autoptr (VigiePackedReader) reader = vigie_packed_reader_new (packed, COLUMNS);
  guint n = 0;

  for (; vigie_packed_reader_next (reader); n++)
    for (guint column = 0; compare && column < COLUMNS; column++)
      compare_value (vigie_packed_reader_get (reader, column), n * COLUMNS + column);
  return vigie_packed_reader_is_damaged (reader) ? G_MAXUINT : n;
}

static void
test_packed (void)
{
  g_autoptr (VigiePackedRows) rows = vigie_packed_rows_new (COLUMNS);
  g_autofree guint8 *copy = NULL;
  gconstpointer bytes;
  gsize size;

  for (guint i = 0; i < ROWS * COLUMNS; i++)
    add_value (rows, i);
  bytes = vigie_packed_rows_get_bytes (rows, &size);
  g_assert_cmpint (read_rows (bytes, size, TRUE), ==, ROWS);
  /* Whatever becomes of them, they are read to an end. */
  for (gsize cut_at = 0; cut_at < size; cut_at++)
    g_assert_cmpint (read_rows (bytes, cut_at, FALSE), !=, ROWS);
  copy = g_memdup2 (bytes, size);
  for (gsize i = 0; i < size; i++)
    {
      copy[i] ^= (guint8) (1 + i % 255);
      read_rows (copy, size, FALSE);
      copy[i] = ((const guint8 *) bytes)[i];
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = vigie_test_dup_folder ();
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  vigie_facts_rows_set_least_size (0);
  g_test_add_func ("/rows/packed", test_packed);
  g_test_add ("/rows/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/rows/hours", Fixture, NULL, set_up, test_hours, tear_down);
  g_test_add ("/rows/touched", Fixture, NULL, set_up, test_touched, tear_down);
  g_test_add ("/rows/changed-by-others", Fixture, NULL, set_up, test_changed_by_others, tear_down);
  g_test_add ("/rows/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/rows/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  result = g_test_run ();
  vigie_test_remove_folder (cache);
  return result;
}
