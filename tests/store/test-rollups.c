// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What is added up as records change is what they add up to, whatever happens to them: hand-counted cases, and
 * thousands of random changes after each of which everything is recounted.
 */

#include "vigie-test.h"

#include <string.h>

#include "vigie-check.h"
#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-register.h"
#include "vigie-rollups.h"
#include "vigie-series.h"

typedef struct
{
  char *folder;
  VigieRegister *reg;
  VigieConnection *connection;
} Fixture;

static void
run (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  vigie_connection_execute_script (fixture->connection, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = vigie_test_dup_folder ();
  path = g_build_filename (fixture->folder, "test.vigie", NULL);
  fixture->reg = vigie_register_open (path, VIGIE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  fixture->connection = vigie_register_get_connection (fixture->reg);
  run (fixture, "PRAGMA synchronous = OFF;"
                "INSERT INTO org_unit (id, code, name, kind) VALUES (1, 'A', 'A', 'site'), (2, 'B', 'B', 'site');"
                "INSERT INTO profession (id, code, label_fr, family) VALUES (1, 'IDE', 'IDE', 'nursing'),"
                " (2, 'MED', 'MED', 'medical');"
                "INSERT INTO module (id, code, label_fr, family, competency, validity_months) VALUES"
                " (1, 'M1', 'M1', 'culture', 'fundamentals', 12), (2, 'M2', 'M2', 'law', 'privacy', NULL);"
                "INSERT INTO staff (id, code) VALUES (1, '1'), (2, '2'), (3, '3'), (4, '4'), (5, '5'), (6, '6');");
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_pointer (&fixture->reg, vigie_register_free);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
change (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vigie_connection_begin (fixture->connection, &error));
  run (fixture, sql);
  vigie_rollups_settle (fixture->connection, &error);
  g_assert_no_error (error);
  g_assert_true (vigie_connection_commit (fixture->connection, &error));
}

/* Fails with what differs, where the records say something else than what was added up. */
static void
assert_recount (Fixture *fixture, VigieDate day)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_finding_free);
  g_autoptr (GError) error = NULL;

  vigie_rollups_compare (fixture->connection, findings, &error);
  g_assert_no_error (error);
  vigie_rollups_compare_day (fixture->connection, day, findings, &error);
  g_assert_no_error (error);
  if (findings->len > 0)
    {
      const VigieFinding *finding = g_ptr_array_index (findings, 0);

      g_error ("%s, %s: %s", finding->record, finding->field, finding->message);
    }
}

/* Who once held, holds, and will hold in 90 days a module, as "ever/now/later". */
static char *
dup_count (Fixture *fixture, int unit, int profession, int module, const char *iso)
{
  g_autoptr (VigieStatement) statement =
    vigie_connection_prepare (fixture->connection,
                              "SELECT series FROM rollup_training"
                              " WHERE org_unit_id = ?1 AND profession_id = ?2 AND module_id = ?3",
                              NULL);
  VigieDate day = vigie_date_parse_iso (iso);
  VigieHolderCount count = { 0 };
  gconstpointer series;
  gsize size;

  vigie_statement_bind_integer (statement, 1, unit);
  vigie_statement_bind_integer (statement, 2, profession);
  vigie_statement_bind_integer (statement, 3, module);
  if (vigie_statement_step (statement, NULL))
    {
      series = vigie_statement_get_blob (statement, 0, &size);
      g_assert_true (vigie_series_count (series, size, day, day + 90, &count));
    }
  return g_strdup_printf ("%d/%d/%d", (int) count.ever, (int) count.now, (int) count.later);
}

typedef struct
{
  const char *name;
  const char *steps[4]; /* each in a transaction of its own */
  struct
  {
    int unit;
    int profession;
    int module;
    const char *day;
    const char *expected;
  } counts[8];
} Case;

#define JOB "INSERT INTO job (staff_id, org_unit_id, profession_id, starts_on, ends_on) VALUES "
#define DONE "INSERT INTO completion (staff_id, module_id, completed_on, expires_on) VALUES "

static const Case cases[] = {
  { "holds-until-the-day-before",
    { JOB "(1, 1, 1, '2020-01-01', NULL)", DONE "(1, 1, '2024-03-10', NULL)" },
    { { 1, 1, 1, "2024-03-09", "0/0/0" },
      { 1, 1, 1, "2024-03-10", "1/1/1" },
      { 1, 1, 1, "2024-12-10", "1/1/0" },
      { 1, 1, 1, "2025-03-09", "1/1/0" },
      { 1, 1, 1, "2025-03-10", "1/0/0" },
      { 1, 1, 0, "2024-03-10", "1/1/1" } } },
  { "renewed-before-the-end",
    { JOB "(1, 1, 1, '2020-01-01', NULL)", DONE "(1, 1, '2024-03-10', NULL), (1, 1, '2025-01-15', NULL)" },
    { { 1, 1, 1, "2025-01-14", "1/1/0" },
      { 1, 1, 1, "2025-01-15", "1/1/1" },
      { 1, 1, 1, "2025-06-01", "1/1/1" },
      { 1, 1, 1, "2026-01-15", "1/0/0" } } },
  { "renewed-after-a-gap",
    { JOB "(1, 1, 1, '2020-01-01', NULL)", DONE "(1, 1, '2024-03-10', NULL)", DONE "(1, 1, '2025-05-01', NULL)" },
    { { 1, 1, 1, "2025-03-10", "1/0/0" }, { 1, 1, 1, "2025-05-01", "1/1/1" } } },
  { "a-shorter-renewal-takes-nothing-away",
    { JOB "(1, 1, 1, '2020-01-01', NULL)",
      DONE "(1, 1, '2024-01-01', '2026-01-01'), (1, 1, '2024-06-01', '2024-07-01')" },
    { { 1, 1, 1, "2024-08-01", "1/1/1" }, { 1, 1, 1, "2026-01-01", "1/0/0" } } },
  { "never-held",
    { JOB "(1, 1, 1, '2020-01-01', NULL)", DONE "(1, 2, '2024-01-01', '2024-01-01')" },
    { { 1, 1, 2, "2024-01-01", "1/0/0" } } },
  { "leap-day-and-month-end",
    { JOB "(1, 1, 1, '2020-01-01', NULL), (2, 1, 1, '2020-01-01', NULL)",
      DONE "(1, 1, '2024-02-29', NULL), (2, 1, '2023-02-28', NULL)" },
    { { 1, 1, 1, "2024-02-27", "1/1/0" },
      { 1, 1, 1, "2024-02-28", "1/0/0" },
      { 1, 1, 1, "2025-02-27", "2/1/0" },
      { 1, 1, 1, "2025-02-28", "2/0/0" } } },
  { "changes-site-and-profession",
    { JOB "(1, 1, 1, '2020-01-01', NULL)", DONE "(1, 2, '2024-03-10', NULL)", "UPDATE job SET ends_on = '2024-08-31'",
      JOB "(1, 2, 2, '2024-09-01', NULL)" },
    { { 1, 1, 2, "2024-08-31", "1/1/1" },
      { 1, 1, 2, "2024-09-01", "0/0/0" },
      { 2, 2, 2, "2024-08-31", "0/0/0" },
      { 2, 2, 2, "2024-09-01", "1/1/1" },
      { 1, 1, 0, "2024-09-01", "0/0/0" },
      { 2, 2, 0, "2024-09-01", "1/1/1" } } },
  { "leaves-and-comes-back",
    { JOB "(1, 1, 1, '2020-01-01', '2024-06-30'), (1, 1, 1, '2025-01-01', NULL)", DONE "(1, 1, '2024-03-10', NULL)",
      DONE "(1, 2, '2024-10-01', NULL)" },
    { { 1, 1, 1, "2024-06-30", "1/1/1" },
      { 1, 1, 1, "2024-07-01", "0/0/0" },
      { 1, 1, 1, "2025-01-01", "1/1/0" },
      { 1, 1, 2, "2024-10-01", "0/0/0" },
      { 1, 1, 2, "2025-01-01", "1/1/1" } } },
  { "two-jobs",
    { JOB "(1, 1, 1, '2020-01-01', '2024-06-30'), (1, 1, 1, '2024-01-01', '2024-12-31'), (1, 2, 1, '2024-02-01', NULL)",
      DONE "(1, 2, '2023-01-01', NULL)" },
    { { 1, 1, 2, "2024-03-01", "1/1/1" },
      { 1, 1, 2, "2024-12-31", "1/1/1" },
      { 1, 1, 2, "2025-01-01", "0/0/0" },
      { 2, 1, 2, "2025-01-01", "1/1/1" } } },
  { "module-changes-its-validity",
    { JOB "(1, 1, 1, '2020-01-01', NULL)", DONE "(1, 1, '2024-03-10', NULL)",
      "UPDATE module SET validity_months = 24 WHERE id = 1",
      "UPDATE module SET validity_months = 6 WHERE id = 1; " DONE "(1, 1, '2025-01-31', NULL)" },
    { { 1, 1, 1, "2024-09-09", "1/1/0" },
      { 1, 1, 1, "2024-09-10", "1/0/0" },
      { 1, 1, 1, "2025-07-30", "1/1/0" },
      { 1, 1, 1, "2025-07-31", "1/0/0" } } },
  { "deleted",
    { JOB "(1, 1, 1, '2020-01-01', NULL), (2, 1, 1, '2020-01-01', NULL)",
      DONE "(1, 1, '2024-03-10', NULL), (2, 1, '2024-03-10', NULL)", "DELETE FROM completion WHERE staff_id = 1",
      "DELETE FROM job WHERE staff_id = 1; DELETE FROM staff WHERE id = 1" },
    { { 1, 1, 1, "2024-03-10", "1/1/1" }, { 1, 1, 0, "2024-03-10", "1/1/1" } } },
  { "replaced",
    { JOB "(1, 1, 1, '2020-01-01', NULL)", DONE "(1, 1, '2024-03-10', NULL)",
      "INSERT OR REPLACE INTO completion (id, staff_id, module_id, completed_on) VALUES (1, 1, 2, '2024-04-01')" },
    { { 1, 1, 1, "2024-05-01", "0/0/0" }, { 1, 1, 2, "2024-05-01", "1/1/1" } } },
};

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Case *row = data;

  for (gsize i = 0; i < G_N_ELEMENTS (row->steps) && row->steps[i] != NULL; i++)
    {
      change (fixture, row->steps[i]);
      assert_recount (fixture, vigie_date_parse_iso ("2024-06-15"));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (row->counts) && row->counts[i].day != NULL; i++)
    {
      g_autofree char *found =
        dup_count (fixture, row->counts[i].unit, row->counts[i].profession, row->counts[i].module, row->counts[i].day);

      g_test_message ("%s", row->counts[i].day);
      g_assert_cmpstr (found, ==, row->counts[i].expected);
    }
}

/* What a transaction that was rolled back had changed is forgotten with it. */
static void
test_rollback (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *found = NULL;

  change (fixture, JOB "(1, 1, 1, '2020-01-01', NULL); " DONE "(1, 1, '2024-03-10', NULL)");
  g_assert_true (vigie_connection_begin (fixture->connection, NULL));
  run (fixture, "DELETE FROM completion; UPDATE module SET validity_months = 1; UPDATE job SET org_unit_id = 2");
  vigie_connection_rollback (fixture->connection);
  change (fixture, DONE "(1, 2, '2024-04-10', NULL)");
  assert_recount (fixture, vigie_date_parse_iso ("2024-06-15"));
  found = dup_count (fixture, 1, 1, 1, "2024-06-15");
  g_assert_cmpstr (found, ==, "1/1/1");
}

static char *
dup_random_day (GRand *rand, gboolean or_none)
{
  /* Month ends and leap days as often as other days. */
  static const char *const special[] = { "2023-02-28", "2024-02-29", "2024-01-31", "2024-03-31", "2025-02-28" };
  char iso[VIGIE_DATE_ISO_SIZE];

  if (or_none && g_rand_int_range (rand, 0, 3) == 0)
    return g_strdup ("NULL");
  if (g_rand_boolean (rand))
    return g_strdup_printf ("'%s'", special[g_rand_int_range (rand, 0, G_N_ELEMENTS (special))]);
  vigie_date_to_iso (vigie_date_new (2022, 1, 1) + g_rand_int_range (rand, 0, 1600), iso);
  return g_strdup_printf ("'%s'", iso);
}

static void
append_random_change (GRand *rand, GString *sql)
{
  int staff = g_rand_int_range (rand, 1, 7), unit = g_rand_int_range (rand, 1, 3);
  int profession = g_rand_int_range (rand, 1, 3), module = g_rand_int_range (rand, 1, 3);
  g_autofree char *from = dup_random_day (rand, FALSE);
  g_autofree char *to = dup_random_day (rand, TRUE);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
    case 1:
      g_string_append_printf (sql,
                              "INSERT OR IGNORE INTO job (staff_id, starts_on, org_unit_id, profession_id, ends_on)"
                              " VALUES (%d, %s, %d, %d, %s);",
                              staff, from, unit, profession, to);
      break;
    case 2:
      g_string_append_printf (sql, "UPDATE job SET ends_on = %s, org_unit_id = %d WHERE staff_id = %d;", to, unit,
                              staff);
      break;
    case 3:
      g_string_append_printf (sql, "DELETE FROM job WHERE staff_id = %d AND profession_id = %d;", staff, profession);
      break;
    case 4:
      g_string_append_printf (sql, "DELETE FROM completion WHERE staff_id = %d AND module_id = %d;", staff, module);
      break;
    case 5:
      g_string_append_printf (sql, "UPDATE completion SET expires_on = %s WHERE staff_id = %d;", to, staff);
      break;
    case 6:
      g_string_append_printf (sql,
                              "UPDATE OR REPLACE completion SET staff_id = %d, completed_on = %s WHERE module_id = %d"
                              " AND staff_id = %d;",
                              staff, from, module, g_rand_int_range (rand, 1, 7));
      break;
    case 7:
      g_string_append_printf (sql, "UPDATE module SET validity_months = nullif (%d, 0) WHERE id = %d;",
                              g_rand_int_range (rand, 0, 30), module);
      break;
    default:
      g_string_append_printf (sql,
                              "INSERT OR REPLACE INTO completion (staff_id, module_id, completed_on, expires_on)"
                              " VALUES (%d, %d, %s, %s);",
                              staff, module, from, to);
      break;
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  const guint32 seed = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (int i = 0; i < 700; i++)
    {
      g_autoptr (GString) sql = g_string_new (NULL);
      int n = g_rand_int_range (rand, 1, 6);

      for (int j = 0; j < n; j++)
        append_random_change (rand, sql);
      g_test_message ("%u/%d: %s", seed, i, sql->str);
      change (fixture, sql->str);
      assert_recount (fixture, vigie_date_new (2022, 1, 1) + g_rand_int_range (rand, 0, 1900));
    }
}

static void
put_random (VigieStore *store, GRand *rand)
{
  g_autofree char *staff = g_strdup_printf ("%d", g_rand_int_range (rand, 1, 7));
  g_autofree char *day = vigie_date_dup_iso (vigie_date_new (2024, 1, 1) + g_rand_int_range (rand, 0, 60));
  g_autofree char *end = vigie_date_dup_iso (vigie_date_new (2024, 6, 1) + g_rand_int_range (rand, 0, 60));
  g_autofree char *months = g_strdup_printf ("%d", g_rand_int_range (rand, 1, 30));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      vigie_test_put (store,
                      vigie_test_record (&vigie_job_entity, "staff", staff, "starts_on", day, "org_unit",
                                         g_rand_boolean (rand) ? "A" : "B", "profession", "IDE", "ends_on", end, NULL));
      break;
    case 1:
      vigie_test_put (store,
                      vigie_test_record (&vigie_module_entity, "code", "M1", "label_fr", "M1", "family", "culture",
                                         "competency", "fundamentals", "validity_months", months, NULL));
      break;
    default:
      vigie_test_put (store, vigie_test_record (&vigie_completion_entity, "staff", staff, "module",
                                                g_rand_boolean (rand) ? "M1" : "M2", "completed_on", day, NULL));
      break;
    }
}

/* Undo and redo put records back by other statements than a person's edit does; what is added up follows. */
static void
test_undo (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.vigie", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (VigieStore) store = NULL;
  int n_undone = 0;

  g_clear_pointer (&fixture->reg, vigie_register_free);
  store = vigie_store_open (path, VIGIE_OPEN_EDIT, NULL, NULL);
  for (int i = 0; i < 120; i++)
    {
      g_autoptr (VigieJournalEntry) entry = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      int what = g_rand_int_range (rand, 0, 5);

      if (what == 0)
        entry = vigie_store_undo (store, 0, NULL, NULL);
      else if (what == 1)
        entry = vigie_store_redo (store, NULL, NULL);
      else
        put_random (store, rand);
      n_undone += entry != NULL;
      findings = vigie_store_check (store, NULL, NULL);
      /* Search does not know the records of the fixture, which were made without it. */
      for (guint j = 0; j < findings->len; j++)
        g_assert_cmpstr (((VigieFinding *) g_ptr_array_index (findings, j))->kind, !=, "rollup_training");
    }
  g_assert_cmpint (n_undone, >, 20);
  g_clear_object (&store);
}

/* More people than half of all: counted anew rather than one by one, with the same result. */
static void
test_bulk (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
#define PEOPLE "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 3009) "
  g_autofree char *found = NULL;

  change (fixture, PEOPLE "INSERT INTO staff (id, code) SELECT i, i FROM n; " PEOPLE
                          "INSERT INTO job (staff_id, org_unit_id, profession_id, starts_on)"
                          " SELECT i, 1 + i % 2, 1, '2020-01-01' FROM n");
  change (fixture, PEOPLE "INSERT INTO completion (staff_id, module_id, completed_on)"
                          " SELECT i, 1, date ('2024-01-01', '+' || (i % 300) || ' days') FROM n");
  assert_recount (fixture, vigie_date_parse_iso ("2024-06-15"));
  found = dup_count (fixture, 1, 1, 1, "2024-12-31");
  g_assert_cmpstr (found, ==, "1500/1500/1040");
  change (fixture, "DELETE FROM completion WHERE staff_id < 1300");
  assert_recount (fixture, vigie_date_parse_iso ("2024-06-15"));
}

/* Each way in which what was added up may be wrong is found, with both numbers, and mended. */
static void
test_repair (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *sql;
    const char *expected;
  } rows[] = {
    { "DELETE FROM rollup_training WHERE module_id = 1", "A / IDE / M1: 2024-03-10: 2 by the records, 0 as" },
    { "UPDATE rollup_training SET series = x'808101030200' WHERE module_id = 0", "A / IDE / : " },
    { "INSERT INTO rollup_training SELECT 2, 1, 1, series FROM rollup_training WHERE module_id = 1",
      "B / IDE / M1: 2024-03-10: 0 by the records, 2 as" },
    { "UPDATE rollup_training SET series = x'ffffffffffffffffffffffff' WHERE module_id = 1", "A / IDE / M1: " },
    { "UPDATE rollup_training SET series = x'' WHERE module_id = 1",
      "A / IDE / M1: 2024-03-10: 2 by the records, 0 as" },
  };

  change (fixture, JOB "(1, 1, 1, '2020-01-01', NULL), (2, 1, 1, '2020-01-01', NULL); " DONE
                       "(1, 1, '2024-03-10', NULL), (2, 1, '2024-03-10', NULL)");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_finding_free);
      g_autoptr (GError) error = NULL;
      g_autofree char *told = NULL;
      const VigieFinding *finding;

      run (fixture, rows[i].sql);
      g_assert_true (vigie_rollups_compare (fixture->connection, findings, &error));
      g_assert_cmpuint (findings->len, ==, 1);
      finding = g_ptr_array_index (findings, 0);
      told = g_strdup_printf ("%s: %s: %s", finding->record, finding->field, finding->message);
      g_test_message ("%s", told);
      g_assert_true (g_str_has_prefix (told, rows[i].expected));
      g_assert_true (vigie_connection_begin (fixture->connection, &error));
      g_assert_true (vigie_rollups_rebuild (fixture->connection, &error));
      g_assert_true (vigie_connection_commit (fixture->connection, &error));
      assert_recount (fixture, vigie_date_parse_iso ("2024-06-15"));
    }
}

/* A register of a schema before rollups is counted once, even by one who only reads it. */
static void
test_first_count (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.vigie", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  change (fixture, JOB "(1, 1, 1, '2020-01-01', NULL); " DONE "(1, 1, '2024-03-10', NULL)");
  run (fixture, "DELETE FROM rollup_training; UPDATE rollup_state SET counted = 0");
  vigie_register_free (fixture->reg);
  fixture->reg = vigie_register_open (path, VIGIE_OPEN_READ, &error);
  g_assert_no_error (error);
  fixture->connection = vigie_register_get_connection (fixture->reg);
  assert_recount (fixture, vigie_date_parse_iso ("2024-06-15"));
  found = dup_count (fixture, 1, 1, 1, "2024-06-15");
  g_assert_cmpstr (found, ==, "1/1/1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/rollups/case/%s", cases[i].name);

      g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
    }
  g_test_add ("/store/rollups/rollback", Fixture, NULL, set_up, test_rollback, tear_down);
  g_test_add ("/store/rollups/bulk", Fixture, NULL, set_up, test_bulk, tear_down);
  g_test_add ("/store/rollups/repair", Fixture, NULL, set_up, test_repair, tear_down);
  g_test_add ("/store/rollups/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/store/rollups/first-count", Fixture, NULL, set_up, test_first_count, tear_down);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/store/rollups/random/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_random, tear_down);
    }
  return g_test_run ();
}
