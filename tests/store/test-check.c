// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Each kind of damage, done with SQLite itself, is found and named with its record and field.
 */

#include "vigie-test.h"

#include <sqlite3.h>
#include <string.h>

#include "vigie-format.h"
#include "vigie-entities.h"
#include "vigie-enums.h"

typedef struct
{
  const char *name;
  const char *sql;
  const char *expected; /* kind/record/field of the finding, or the beginning of it */
} Row;

static const Row rows[] = {
  { "dates", "UPDATE completion SET expires_on = '2020-01-01'", "completion/1001 / M / 2026-01-05/expires_on" },
  { "counts", "UPDATE survey SET sent = 2", "survey/S/sent" },
  { "answers", "UPDATE survey_result SET answers = 900", "survey_result/S / cyber /  / /answers" },
  { "part-of-itself", "UPDATE org_unit SET parent_id = id", "org_unit/G/parent" },
  { "reference", "PRAGMA foreign_keys = OFF; UPDATE completion SET module_id = 99",
    "completion/1001 /  / 2026-01-05/module_id" },
  { "search-misses", "INSERT INTO org_unit (code, name, kind) VALUES ('H', 'Other', 'site')", "org_unit/H/" },
  { "search-strays", "DELETE FROM survey_result; DELETE FROM survey", "survey/1/" },
  { "trigger", "CREATE TRIGGER spy AFTER INSERT ON org_unit BEGIN SELECT 1; END", "//spy" },
  { "table", "DROP TABLE benchmark", "//benchmark" },
  { "column", "ALTER TABLE org_unit ADD COLUMN secret TEXT", "//org_unit" },
  { "enumeration", "PRAGMA ignore_check_constraints = ON; UPDATE org_unit SET kind = 'castle'", "org_unit/G/kind" },
  { "range", "PRAGMA ignore_check_constraints = ON; UPDATE survey SET sent = -1, answers = NULL", "survey/S/sent" },
  { "exhibit", "UPDATE exhibit SET content = '{\"sentence\": \"2 of 12\"}'", "exhibit/COMIA-1-1/content" },
  { "no-date", "PRAGMA ignore_check_constraints = ON; UPDATE org_unit SET opened_on = '2026-02-30'",
    "org_unit/G/opened_on" },
};

#define EXHIBIT "{\"sentence\": \"7 of 12\"}"

static void
fill (VigieStore *store)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, EXHIBIT, -1);

  vigie_test_put (store, vigie_test_record (&vigie_org_unit_entity, "code", "G", "name", "Group", "kind", "ght", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_module_entity, "code", "M", "label_fr", "Culture", "family",
                                            "culture", "competency", "fundamentals", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_staff_entity, "code", "1001", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_completion_entity, "staff", "1001", "module", "M", "completed_on",
                                            "2026-01-05", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_survey_entity, "code", "S", "title", "Survey", "as_of", "2026-01-01",
                                            "sent", "200", "answers", "100", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_survey_result_entity, "survey", "S", "family", "cyber", "answers",
                                            "100", "named", "63", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_meeting_entity, "code", "COMIA-1", "body", "comia", "held_on",
                                            "2026-01-12", "status", "planned", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_agenda_item_entity, "code", "COMIA-1-1", "meeting", "COMIA-1",
                                            "sort", "1", "title", "Stages", "purpose", "info", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_exhibit_entity, "agenda_item", "COMIA-1-1", "frozen_on",
                                            "2026-01-12", "content", EXHIBIT, "sha256", hash, NULL));
}

static char *
dup_first_finding (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_INSPECT, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;
  const VigieFinding *first;

  g_assert_no_error (error);
  findings = vigie_store_check (store, NULL, &error);
  g_assert_no_error (error);
  if (findings->len == 0)
    return NULL;
  first = g_ptr_array_index (findings, 0);
  return g_strdup_printf ("%s/%s/%s", first->kind != NULL ? first->kind : "",
                          first->record != NULL ? first->record : "", first->field != NULL ? first->field : "");
}

static void
test_damage (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "test.vigie", NULL);
  VigieStore *store = vigie_test_new_store (folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3 *db = NULL;

  fill (store);
  g_assert_finalize_object (store);
  before = dup_first_finding (path);
  g_assert_null (before);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, row->sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  after = dup_first_finding (path);
  g_assert_cmpstr (after, ==, row->expected);
  vigie_test_remove_folder (folder);
}

/* Bytes of a page that were overwritten. */
static void
test_damaged_pages (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "test.vigie", NULL);
  VigieStore *store = vigie_test_new_store (folder);
  g_autofree char *bytes = NULL;
  g_autofree char *found = NULL;
  gsize size;

  fill (store);
  g_assert_finalize_object (store);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 40 * 4096);
  memset (bytes + 20 * 4096, 0xa5, 15 * 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  found = dup_first_finding (path);
  g_assert_cmpstr (found, ==, "//");
  vigie_test_remove_folder (folder);
}

/* What `vigie check` would tell is refused where a record is put; counts of a site are kept as they came. */
static void
test_put_keeps_order (void)
{
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_test_new_store (folder);
  g_autoptr (GPtrArray) late = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  fill (store);
  g_ptr_array_add (late, vigie_test_record (&vigie_org_unit_entity, "code", "H", "name", "Other", "kind", "site",
                                            "opened_on", "2026-01-01", "closed_on", "2025-01-01", NULL));
  g_assert_false (vigie_store_put_records (store, late, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (vigie_store_error_get_field (error), ==, VIGIE_ORG_UNIT_CLOSED_ON);
  g_clear_error (&error);
  g_ptr_array_add (merged, vigie_test_record (&vigie_completion_entity, "staff", "1001", "module", "M", "completed_on",
                                              "2026-01-05", "expires_on", "2026-01-04", NULL));
  g_assert_false (vigie_store_put_records (store, merged, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT);
  vigie_test_put (store, vigie_test_record (&vigie_survey_entity, "code", "S", "title", "Survey", "as_of", "2026-01-01",
                                            "sent", "50", NULL));
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/check/damage/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_damage);
    }
  g_test_add_func ("/store/check/damaged-pages", test_damaged_pages);
  g_test_add_func ("/store/check/put-keeps-order", test_put_keeps_order);
  return g_test_run ();
}
