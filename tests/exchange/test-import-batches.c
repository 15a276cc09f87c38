// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Rows by the million and rows one by one are two ways to the same register: random files, with faults, repeats, contradictions and
 * renewals, are imported both ways into two registers, and every record, every fault and every number is the same.
 */

#include "vigie-import.h"

#include "vigie-entities.h"
#include "vigie-facts-kept.h"
#include "vigie-seed.h"
#include "vigie-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_PEOPLE 40
#define N_MODULES 4

/* A register that takes rows in batches of a size, 0 for one by one. */
typedef struct
{
  char *folder;
  VigieStore *store;
  guint batch_size;
  char *faults; /* of the last import */
  VigieImportReport report;
} Way;

static void
import_text (Way *way, const char *kind, const char *text, gboolean dry_run)
{
  g_autofree char *path = g_build_filename (way->folder, "file.csv", NULL);
  g_autofree char *rejects_path = g_build_filename (way->folder, "rejects.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) rejects = g_file_new_for_path (rejects_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import = vigie_import_open (kind, file, NULL, &error);
  g_assert_no_error (error);
  vigie_import_set_rejects (import, rejects);
  vigie_import_set_batch_size (import, way->batch_size);
  vigie_import_run (import, way->store, dry_run, NULL, &error);
  g_assert_no_error (error);
  way->report = *vigie_import_get_report (import);
  g_clear_pointer (&way->faults, g_free);
  g_assert_true (g_file_get_contents (rejects_path, &way->faults, NULL, NULL));
}

static Way *
way_new (guint batch_size)
{
  Way *way = g_new0 (Way, 1);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  way->folder = vigie_test_dup_folder ();
  way->batch_size = batch_size;
  path = g_build_filename (way->folder, "test.vigie", NULL);
  way->store = vigie_seed_create (path, "CH Test", NULL, &error);
  g_assert_no_error (error);
  import_text (way, "sites", "code,name,kind\nS0,Site,site\nS1,Other,site\n", FALSE);
  import_text (way, "professions", "code,label_fr,family\nX0,Infirmier,nursing\nX1,Médecin,medical\n", FALSE);
  import_text (way, "modules",
               "code,label_fr,family,competency,validity_months,duration_min\nM0,A,culture,fundamentals,,60\n"
               "M1,B,culture,fundamentals,12,60\nM2,C,culture,fundamentals,24,60\nM3,D,culture,fundamentals,,60\n",
               FALSE);
  return way;
}

static void
way_free (Way *way)
{
  g_assert_finalize_object (way->store);
  vigie_test_remove_folder (way->folder);
  g_free (way->folder);
  g_free (way->faults);
  g_free (way);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every record of a kind, a line each. */
static char *
dup_records (Way *way, const VigieEntity *entity)
{
  VigieQuery query = { .entity = entity, .sort_field = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = vigie_store_list (way->store, &query, NULL, NULL, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GString) line = g_string_new (entity->nick);

      for (guint field = 0; field < entity->n_fields; field++)
        {
          g_autofree char *text = vigie_field_dup_canonical (
            &entity->fields[field], vigie_record_get_value (g_ptr_array_index (records, i), field));

          g_string_append_printf (line, "|%s", text != NULL ? text : "");
        }
      g_ptr_array_add (lines, g_string_free_and_steal (g_steal_pointer (&line)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dup_all (Way *way)
{
  g_autofree char *staff = dup_records (way, &vigie_staff_entity);
  g_autofree char *jobs = dup_records (way, &vigie_job_entity);
  g_autofree char *completions = dup_records (way, &vigie_completion_entity);

  return g_strjoin ("\n", staff, jobs, completions, NULL);
}

static void
assert_whole (Way *way)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = vigie_store_check (way->store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const VigieFinding *finding = g_ptr_array_index (findings, i);

      g_error ("%s “%s”, %s: %s", finding->kind, finding->record, finding->field, finding->message);
    }
}

static void
assert_same (Way *one, Way *other)
{
  g_autofree char *first = dup_all (one);
  g_autofree char *second = dup_all (other);
  g_auto (GStrv) lines = g_strsplit (first, "\n", -1);
  g_auto (GStrv) others = g_strsplit (second, "\n", -1);

  for (gsize i = 0; lines[i] != NULL && others[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, others[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
}

/* --- files ----------------------------------------------------------------------------------------- */

/* One in @n times. */
static gboolean
now_and_then (GRand *random, int n)
{
  return g_rand_int_range (random, 0, n) == 0;
}

static void
append_day (GString *text, GRand *random, gboolean faulty)
{
  int year = g_rand_int_range (random, 2020, 2026);
  int month = g_rand_int_range (random, 1, 13);
  int day = g_rand_int_range (random, 1, 4) * 7;

  if (faulty)
    g_string_append (text, now_and_then (random, 2) ? "soon" : "2024-02-30");
  else if (now_and_then (random, 5))
    g_string_append_printf (text, "%02d/%02d/%04d", day, month, year);
  else
    g_string_append_printf (text, "%04d-%02d-%02d", year, month, day);
}

static void
append_completion (GString *text, GRand *random, int faults)
{
  gboolean faulty = faults > 0 && now_and_then (random, faults);
  int kind = faulty ? g_rand_int_range (random, 0, 6) : -1;

  g_string_append_printf (text, "%s%d%s,%s%d,", now_and_then (random, 9) ? " " : "",
                          g_rand_int_range (random, 0, kind == 0 ? 90 : N_PEOPLE), now_and_then (random, 9) ? " " : "",
                          kind == 1 ? "NONE" : "M", g_rand_int_range (random, 0, N_MODULES));
  append_day (text, random, kind == 2);
  g_string_append_c (text, ',');
  if (now_and_then (random, 4))
    g_string_append (text, kind == 3 ? "2001-01-01" : "2029-12-31");
  g_string_append_c (text, ',');
  if (now_and_then (random, 3))
    g_string_append_printf (text, "%d", kind == 4 ? -5 : 15 * g_rand_int_range (random, 1, 4));
  g_string_append (text, kind == 5 ? ",x\n" : "\n");
}

static void
append_job (GString *text, GRand *random, int faults)
{
  gboolean faulty = faults > 0 && now_and_then (random, faults);
  int kind = faulty ? g_rand_int_range (random, 0, 4) : -1;

  g_string_append_printf (text, "%d,", g_rand_int_range (random, 0, N_PEOPLE));
  append_day (text, random, kind == 0);
  g_string_append_printf (text, ",%s%d,X%d,%s\n", kind == 1 ? "NOWHERE" : "S", g_rand_int_range (random, 0, 2),
                          g_rand_int_range (random, 0, kind == 2 ? 9 : 2),
                          !now_and_then (random, 3) ? ""
                          : kind == 3               ? "1999-01-01"
                                                    : "2027-06-30");
}

static char *
dup_file (GRand *random, gboolean jobs, int faults)
{
  GString *text = g_string_new (jobs ? "staff,starts_on,org_unit,profession,ends_on\n"
                                     : "staff,module,completed_on,expires_on,minutes\n");
  int n = g_rand_int_range (random, 1, 120);

  for (int i = 0; i < n; i++)
    if (jobs)
      append_job (text, random, faults);
    else
      append_completion (text, random, faults);
  return g_string_free_and_steal (text);
}

/* --- tests ----------------------------------------------------------------------------------------- */

static void
import_both (Way *one, Way *other, const char *kind, const char *text, gboolean dry_run)
{
  import_text (one, kind, text, dry_run);
  import_text (other, kind, text, dry_run);
  g_test_message ("%s\n%s", kind, text);
  g_assert_cmpstr (one->faults, ==, other->faults);
  g_assert_cmpmem (one->report.rows, sizeof one->report.rows, other->report.rows, sizeof other->report.rows);
  g_assert_cmpint (one->report.written, ==, other->report.written);
  g_assert_cmpint (one->report.n_faults, ==, other->report.n_faults);
}

/* Each person is known, and in post somewhere. */
static void
import_people (Way *one, Way *other, GRand *random)
{
  g_autoptr (GString) text = g_string_new ("staff,starts_on,org_unit,profession\n");

  for (int i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (text, "%d,%d-01-01,S%d,X%d\n", i, 2019 + i % 4, i % 2, g_rand_int_range (random, 0, 2));
  import_both (one, other, "staff", text->str, FALSE);
}

static void
undo (Way *way)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) entry = vigie_store_undo (way->store, 0, NULL, &error);

  g_assert_no_error (error);
}

static void
redo (Way *way)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) entry = vigie_store_redo (way->store, NULL, &error);

  g_assert_no_error (error);
}

static void
test_same (gconstpointer data)
{
  const guint sizes[] = { 1000, 1, 7 };
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Way *one = way_new (0);
  Way *other = way_new (sizes[GPOINTER_TO_UINT (data)]);
  int n_written = 0;

  g_test_message ("seed %u", seed);
  import_people (one, other, random);
  for (int round = 0; round < 40; round++)
    {
      gboolean jobs = now_and_then (random, 4);
      g_autofree char *text = dup_file (random, jobs, now_and_then (random, 3) ? 30 : 0);
      const char *kind = jobs ? "staff" : "completions";
      g_autofree char *before = dup_all (one);

      import_both (one, other, kind, text, TRUE);
      import_both (one, other, kind, text, FALSE);
      assert_same (one, other);
      if (!one->report.written)
        continue;
      n_written++;
      if (round % 4 == 0)
        {
          g_autofree char *after = dup_all (one);
          g_autofree char *undone = NULL;
          g_autofree char *redone = NULL;

          undo (other);
          undone = dup_all (other);
          g_assert_cmpstr (undone, ==, before);
          assert_whole (other);
          redo (other);
          redone = dup_all (other);
          g_assert_cmpstr (redone, ==, after);
        }
      /* The same file again changes nothing. */
      import_both (one, other, kind, text, FALSE);
      g_assert_false (other->report.written);
    }
  assert_whole (one);
  assert_whole (other);
  g_assert_cmpint (n_written, >, 3);
  way_free (one);
  way_free (other);
}

/* What was added is taken back as a whole, or, where a later change stands against it, not at all. */
static void
test_conflict (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Way *one = way_new (0);
  Way *way = way_new (1000);
  g_autofree char *changed = NULL;
  g_autofree char *still = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) entry = NULL;

  import_people (one, way, random);
  import_text (way, "completions", "staff,module,completed_on,minutes\n1,M0,2024-01-05,30\n2,M0,2024-01-05,30\n",
               FALSE);
  import_text (way, "completions", "staff,module,completed_on,minutes\n2,M0,2024-01-05,45\n", FALSE);
  g_assert_cmpint (way->report.rows[VIGIE_OUTCOME_CHANGED], ==, 1);
  changed = dup_all (way);
  /* Entries 2 to 4 are sites, professions and modules, 5 the people, 6 the completions. */
  entry = vigie_store_undo (way->store, 6, NULL, &error);
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONFLICT);
  g_assert_null (entry);
  g_clear_error (&error);
  still = dup_all (way);
  g_assert_cmpstr (changed, ==, still);
  /* People who are named by completions stay. */
  entry = vigie_store_undo (way->store, 5, NULL, &error);
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONFLICT);
  assert_whole (way);
  way_free (one);
  way_free (way);
}

/* Completions of a person from @year on, the same days of every module. */
static char *
dup_many (int year)
{
  GString *text = g_string_new ("staff,module,completed_on\n");

  for (int day = 0; day < 100; day++)
    for (int person = 0; person < N_PEOPLE; person++)
      for (int module = 0; module < N_MODULES; module++)
        g_string_append_printf (text, "%d,M%d,%d-%02d-%02d\n", person, module, year + day / 48, day % 12 + 1,
                                1 + day / 12 % 4 * 7 + person % 3);
  return g_string_free_and_steal (text);
}

static VigieFacts *
load_facts (VigieStore *store)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_new (2020, 6, 1), NULL, NULL);
  g_autoptr (GError) error = NULL;
  VigieFacts *facts = vigie_facts_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  vigie_facts_read_hours_once (facts);
  return facts;
}

/* Who asked before learns of rows by the million, which are not noted one by one. */
static void
assert_facts_are_new (Way *way)
{
  g_autofree char *path = g_build_filename (way->folder, "test.vigie", NULL);
  g_autoptr (VigieStore) other = vigie_store_open (path, VIGIE_OPEN_READ, NULL, NULL);
  g_autoptr (VigieFacts) facts = load_facts (way->store);
  g_autoptr (VigieFacts) fresh = load_facts (other);

  g_assert_cmpuint (fresh->n_hours, >, 0);
  g_assert_cmpmem (facts->hours, facts->n_hours * sizeof *facts->hours, fresh->hours,
                   fresh->n_hours * sizeof *fresh->hours);
}

/* So many that what they add up to is not looked up person by person: `vigie check` recounts it. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  Way *one = way_new (0);
  Way *way = way_new (1000000);

  import_people (one, way, random);
  assert_facts_are_new (way);
  for (int round = 0; round < 3; round++)
    {
      g_autofree char *text = dup_many (2015 + round * 5 - round / 2 * 8);

      import_text (way, "completions", text, FALSE);
      g_assert_true (way->report.written);
      assert_whole (way);
      assert_facts_are_new (way);
    }
  undo (way);
  assert_whole (way);
  assert_facts_are_new (way);
  redo (way);
  assert_whole (way);
  assert_facts_are_new (way);
  way_free (one);
  way_free (way);
}

/* Jobs of very many who are new, two of some, which overlap or meet, and earlier ones of those who are there. */
static char *
dup_many_jobs (void)
{
  GString *text = g_string_new ("staff,starts_on,org_unit,profession,ends_on\n");

  for (int i = 0; i < 11000; i++)
    g_string_append_printf (text, "%d,%d-03-01,S%d,X%d,%s\n", i, 1990 + i % 9, i % 3 == 0, i % 5 == 0,
                            i % 4 == 0   ? "2017-06-30"
                            : i % 4 == 1 ? "2024-12-31"
                                         : "");
  for (int i = 0; i < 11000; i += 7)
    g_string_append_printf (text, "%d,2017-07-01,S%d,X%d,\n", i, i % 3 == 0, i % 5 == 0);
  return g_string_free_and_steal (text);
}

static void
assert_all (Way *way, const char *expected)
{
  g_autofree char *all = dup_all (way);

  g_assert_cmpstr (all, ==, expected);
}

/* What they make of who is there, and of who holds what, is worked out beside their way into the register. */
static void
test_many_jobs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *completions = dup_many (2015);
  g_autofree char *jobs = dup_many_jobs ();
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  Way *one = way_new (0);
  Way *way = way_new (1000000);

  import_people (one, way, random);
  import_text (way, "completions", completions, FALSE);
  without = dup_all (way);
  import_text (way, "staff", jobs, FALSE);
  g_assert_cmpint (way->report.rows[VIGIE_OUTCOME_ADDED], ==, 11000 + 1572);
  assert_whole (way);
  with = dup_all (way);
  undo (way);
  assert_whole (way);
  assert_all (way, without);
  redo (way);
  assert_whole (way);
  assert_all (way, with);
  way_free (one);
  way_free (way);
}

static goffset
get_size (Way *way, const char *suffix)
{
  g_autofree char *path = g_strconcat (way->folder, G_DIR_SEPARATOR_S, "test.vigie", suffix, NULL);
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : -1;
}

/* So many rows that they are written where they stay, where nobody else has the file open: then there is next to nothing
 * in the log, which is there again. */
static void
import_in_place (Way *way, int year, gboolean in_place)
{
  g_autoptr (GString) text = g_string_new ("staff,module,completed_on\n");

  for (int day = 0; day < 325; day++)
    for (int person = 0; person < N_PEOPLE; person++)
      for (int module = 0; module < N_MODULES; module++)
        g_string_append_printf (text, "%d,M%d,%d-%02d-%02d\n", person, module, year, 1 + day / 28, 1 + day % 28);
  import_text (way, "completions", text->str, FALSE);
  g_assert_true (way->report.written);
  g_assert_cmpint (get_size (way, "-journal"), ==, -1);
  if (in_place)
    g_assert_cmpint (get_size (way, "-wal"), <, 100000);
  else
    g_assert_cmpint (get_size (way, "-wal"), >, 1000000);
  assert_whole (way);
}

static void
test_in_place (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (VigieStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Way *one = way_new (0);
  Way *way = way_new (1000000);

  import_people (one, way, random);
  import_in_place (way, 2010, TRUE);
  path = g_build_filename (way->folder, "test.vigie", NULL);
  reader = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  import_in_place (way, 2011, FALSE);
  way_free (one);
  way_free (way);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/import-batches/same/large", GUINT_TO_POINTER (0), test_same);
  g_test_add_data_func ("/import-batches/same/single", GUINT_TO_POINTER (1), test_same);
  g_test_add_data_func ("/import-batches/same/several", GUINT_TO_POINTER (2), test_same);
  g_test_add_func ("/import-batches/conflict", test_conflict);
  g_test_add_func ("/import-batches/many", test_many);
  g_test_add_func ("/import-batches/many-jobs", test_many_jobs);
  g_test_add_func ("/import-batches/in-place", test_in_place);

  return g_test_run ();
}
