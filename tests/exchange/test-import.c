// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-import.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-seed.h"
#include "vigie-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* A folder of its own for each test, with a register in it. */
typedef struct
{
  char *folder;
  VigieStore *store;
} Fixture;

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = vigie_test_dup_folder ();
  path = in_folder (fixture, "test.vigie");
  fixture->store = vigie_seed_create (path, "CH Test", NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static GFile *
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = in_folder (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static gint64
count (Fixture *fixture, const VigieEntity *entity)
{
  VigieQuery query = { .entity = entity, .sort_field = -1 };
  g_autoptr (GError) error = NULL;
  gint64 total = -1;
  g_autoptr (GPtrArray) records = vigie_store_list (fixture->store, &query, &total, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (records->len, ==, total);
  return total;
}

/* How many records of @entity have that value in that field. */
static guint
count_value (Fixture *fixture, const VigieEntity *entity, guint field, const char *value)
{
  VigieQuery query = { .entity = entity, .sort_field = -1 };
  g_autoptr (GPtrArray) records = vigie_store_list (fixture->store, &query, NULL, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (records, i);
      g_autofree char *text =
        vigie_field_dup_canonical (&entity->fields[field], vigie_record_get_value (record, field));

      n += g_strcmp0 (text, value) == 0;
    }
  return n;
}

static VigieImport *
import_file (Fixture *fixture, const char *kind, GFile *file, GFile *mapping, GFile *rejects, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = vigie_import_open (kind, file, mapping, &error);

  g_assert_no_error (error);
  vigie_import_set_rejects (import, rejects);
  vigie_import_run (import, fixture->store, dry_run, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&import);
}

static VigieImport *
import_text (Fixture *fixture, const char *kind, const char *text)
{
  g_autoptr (GFile) file = write_file (fixture, "file.csv", text);

  return import_file (fixture, kind, file, NULL, NULL, FALSE);
}

static void
assert_rows (VigieImport *import, gint64 added, gint64 changed, gint64 unchanged, gint64 refused)
{
  const VigieImportReport *report = vigie_import_get_report (import);

  for (guint i = 0; i < report->faults->len; i++)
    {
      const VigieFault *fault = g_ptr_array_index (report->faults, i);

      g_test_message ("%s, %s, “%s”: %s", fault->place, fault->column, fault->value, fault->reason);
    }
  g_assert_cmpint (report->rows[VIGIE_OUTCOME_ADDED], ==, added);
  g_assert_cmpint (report->rows[VIGIE_OUTCOME_CHANGED], ==, changed);
  g_assert_cmpint (report->rows[VIGIE_OUTCOME_UNCHANGED], ==, unchanged);
  g_assert_cmpint (report->rows[VIGIE_OUTCOME_REFUSED], ==, refused);
}

static void
assert_whole (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = vigie_store_check (fixture->store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const VigieFinding *finding = g_ptr_array_index (findings, i);

      g_error ("%s “%s”, %s: %s", finding->kind, finding->record, finding->field, finding->message);
    }
}

static void
add_basics (Fixture *fixture)
{
  g_autoptr (VigieImport) sites = import_text (fixture, "sites", "code,name,kind\nS,Site,site\nT,Other,site\n");
  g_autoptr (VigieImport) jobs =
    import_text (fixture, "professions", "code,label_fr,family\nX1,Infirmier,nursing\nX2,Médecin,medical\n");
  g_autoptr (VigieImport) modules =
    import_text (fixture, "modules", "code,label_fr,family,competency\nXM,Culture,culture,fundamentals\n");

  assert_rows (sites, 2, 0, 0, 0);
  assert_rows (jobs, 2, 0, 0, 0);
  assert_rows (modules, 1, 0, 0, 0);
}

/* --- the real file of a hospital system ----------------------------------------------------------- */

static GFile *
get_inventory (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "..", "shared", "data", "us-2025-individual.csv", NULL);

  return g_file_new_for_path (path);
}

static GFile *
get_mapping (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "data", "reference", "mappings", name, NULL);

  return g_file_new_for_path (path);
}

static VigieImport *
import_inventory (Fixture *fixture, const char *mapping_name, gboolean dry_run)
{
  g_autoptr (GFile) file = get_inventory ();
  g_autoptr (GFile) mapping = get_mapping (mapping_name);

  return import_file (fixture, "projects", file, mapping, NULL, dry_run);
}

static void
test_va (Fixture *fixture, gconstpointer data)
{
  const char *const mapping = "us-federal-2025-va.json";
  g_autoptr (VigieImport) dry = import_inventory (fixture, mapping, TRUE);
  g_autoptr (VigieImport) first = NULL;
  g_autoptr (VigieImport) second = NULL;

  assert_rows (dry, 367, 0, 0, 0);
  g_assert_cmpint (count (fixture, &vigie_system_entity), ==, 0);

  first = import_inventory (fixture, mapping, FALSE);
  assert_rows (first, 367, 0, 0, 0);
  g_assert_cmpint (count (fixture, &vigie_system_entity), ==, 367);
  g_assert_cmpint (count (fixture, &vigie_deployment_entity), ==, 367);
  g_assert_cmpint (count (fixture, &vigie_org_unit_entity), ==, 16);
#define STAGES(stage) count_value (fixture, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_STAGE, stage)
  g_assert_cmpuint (STAGES ("live"), ==, 138);
  g_assert_cmpuint (STAGES ("study"), ==, 136);
  g_assert_cmpuint (STAGES ("retired"), ==, 72);
  g_assert_cmpuint (STAGES ("pilot"), ==, 21);
#undef STAGES
  g_assert_cmpuint (count_value (fixture, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_OCCURRED_ON, "2026-04-14"), ==,
                    367);
  g_assert_cmpuint (count_value (fixture, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_BASIS, "observed"), ==, 367);
#define STATEMENTS(text) count_value (fixture, &vigie_evidence_entity, VIGIE_EVIDENCE_STATEMENT, text)
  g_assert_cmpuint (STATEMENTS ("High-impact"), ==, 215);
  g_assert_cmpuint (STATEMENTS ("Not High-impact"), ==, 152);
#undef STATEMENTS

  second = import_inventory (fixture, mapping, FALSE);
  assert_rows (second, 0, 0, 367, 0);
  g_assert_false (vigie_import_get_report (second)->written);
}

/* What the file leaves blank is not measured; high-impact is not the AI Act's high risk. */
static void
test_va_not_measured (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieImport) import = import_inventory (fixture, "us-federal-2025-va.json", FALSE);

  assert_rows (import, 367, 0, 0, 0);
#define SYSTEMS(field, value) count_value (fixture, &vigie_system_entity, VIGIE_SYSTEM_##field, value)
  g_assert_cmpuint (SYSTEMS (PERSONAL_DATA, NULL), ==, 367);
  g_assert_cmpuint (SYSTEMS (AI_ACT_CLASS, "unknown"), ==, 367);
  g_assert_cmpuint (SYSTEMS (TECH_CLASS, NULL), ==, 72);
  g_assert_cmpuint (SYSTEMS (TECH_CLASS, "vision"), ==, 81);
  g_assert_cmpuint (SYSTEMS (TECH_CLASS, "genai"), ==, 55);
  g_assert_cmpuint (SYSTEMS (SOURCING, NULL), ==, 208);
  g_assert_cmpuint (SYSTEMS (SOURCING, "vendor"), ==, 106);
  g_assert_cmpuint (SYSTEMS (USE_DOMAIN, "cyber"), ==, 9);
#undef SYSTEMS
  g_assert_cmpint (count (fixture, &vigie_safeguard_entity), ==, 0);
}

/* HHS gives no ids; of its 447 rows two are the same use case of the same bureau. */
static void
test_hhs (Fixture *fixture, gconstpointer data)
{
  const char *const mapping = "us-federal-2025-hhs.json";
  g_autoptr (VigieImport) first = import_inventory (fixture, mapping, FALSE);
  g_autoptr (VigieImport) second = import_inventory (fixture, mapping, FALSE);

  assert_rows (first, 446, 0, 1, 0);
  assert_rows (second, 0, 0, 447, 0);
  g_assert_cmpuint (count_value (fixture, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_BASIS, "event"), ==, 255);
  g_assert_cmpuint (count_value (fixture, &vigie_system_entity, VIGIE_SYSTEM_PERSONAL_DATA, "true"), ==, 22);
  g_assert_cmpuint (count_value (fixture, &vigie_system_entity, VIGIE_SYSTEM_PERSONAL_DATA, "false"), ==, 233);
}

/* --- native tables -------------------------------------------------------------------------------- */

static void
test_staff_and_completions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieImport) staff = NULL;
  g_autoptr (VigieImport) completions = NULL;
  g_autoptr (VigieImport) changed = NULL;

  add_basics (fixture);
  staff =
    import_text (fixture, "staff",
                 "\xef\xbb\xbf"
                 "Matricule;Établissement;Profession;Depuis le\r\n1001;S;X1;02/01/2020\r\n1002;T;X2;15/06/2021\r\n");
  assert_rows (staff, 2, 0, 0, 0);
  g_assert_cmpint (count (fixture, &vigie_staff_entity), ==, 2);
  completions = import_text (fixture, "completions",
                             "staff,module,completed_on,minutes\n1001,XM,2026-01-05,45\n1002,XM,2026-02-05,\n");
  assert_rows (completions, 2, 0, 0, 0);
  changed = import_text (fixture, "completions",
                         "staff,module,completed_on,minutes\n1001,XM,2026-01-05,\n1002,XM,2026-02-05,50\n");
  assert_rows (changed, 0, 1, 1, 0);
  g_assert_cmpuint (count_value (fixture, &vigie_completion_entity, VIGIE_COMPLETION_MINUTES, "45"), ==, 1);
  assert_whole (fixture);
}

static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) rejects = NULL;
  g_autoptr (VigieImport) import = NULL;
  g_autofree char *path = in_folder (fixture, "rejects.csv");
  g_autofree char *text = NULL;

  add_basics (fixture);
  file = write_file (fixture, "staff.csv",
                     "staff,org_unit,profession,starts_on\n"
                     "1,S,X1,2020-01-02\n"
                     "2,S,NONE,2020-01-02\n"
                     "3,S,X1,soon\n"
                     "4,,X1,\n"
                     "5,S,X1\n"
                     "\"6, \"\"six\"\"\",NOWHERE,X1,2020-01-02\n");
  rejects = g_file_new_for_path (path);
  import = import_file (fixture, "staff", file, NULL, rejects, FALSE);
  assert_rows (import, 1, 0, 0, 5);
  g_assert_false (vigie_import_get_report (import)->written);
  g_assert_cmpint (count (fixture, &vigie_job_entity), ==, 0);
  g_assert_cmpint (count (fixture, &vigie_staff_entity), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (
    text, ==,
    "\ufeffline,column,value,reason\r\n"
    "3,profession,NONE,profession: there is no profession with the code “NONE”\r\n"
    "4,starts_on,soon,expected: a date such as 2026-11-23 or 23/11/2026\r\n"
    "5,starts_on,,\"required, and blank\"\r\n"
    "5,org_unit,,\"required, and blank\"\r\n"
    "6,,,the row has 3 cells where the table has 4 columns; is there a delimiter in a text without quotes?\r\n"
    "7,org_unit,NOWHERE,org_unit: there is no org_unit with the code “NOWHERE”\r\n");
}

static void
test_contradiction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VigieImport) same = import_text (fixture, "sites", "code,name,kind\nS,Site,site\nS,Site,site\n");
  g_autoptr (VigieImport) other = import_text (fixture, "sites", "code,name,kind\nT,One,site\nT,Two,site\n");
  const VigieFault *fault;

  assert_rows (same, 1, 0, 1, 0);
  assert_rows (other, 1, 0, 0, 1);
  fault = g_ptr_array_index (vigie_import_get_report (other)->faults, 0);
  g_assert_cmpstr (fault->place, ==, "3");
  g_assert_nonnull (strstr (fault->reason, "line 2"));
  g_assert_cmpint (count (fixture, &vigie_org_unit_entity), ==, 1);
}

/* A file that breaks off is refused as a whole, though its first rows are good. */
static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "file.csv", "code,name,kind\nS,Site,site\nT,\"Other,site\n");
  g_autofree char *path = in_folder (fixture, "rejects.csv");
  g_autoptr (GFile) rejects = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = vigie_import_open ("sites", file, NULL, &error);

  g_assert_no_error (error);
  vigie_import_set_rejects (import, rejects);
  g_assert_false (vigie_import_run (import, fixture->store, FALSE, NULL, &error));
  g_assert_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "line 3"));
  g_assert_cmpint (count (fixture, &vigie_org_unit_entity), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* --- the register's own JSON ---------------------------------------------------------------------- */

static void
test_json (Fixture *fixture, gconstpointer data)
{
  /* Children before their parents, and entities in no order. */
  g_autoptr (GFile) good = write_file (
    fixture, "good.json",
    "{ \"vigie\": 1, \"records\": { \"deployment\": [ { \"code\": \"D\", \"system\": \"X\", \"org_unit\": \"C\" } ],"
    "\"org_unit\": [ { \"code\": \"C\", \"name\": \"Unit\", \"kind\": \"unit\", \"parent\": \"B\" },"
    "{ \"code\": \"B\", \"name\": \"Site\", \"kind\": \"site\", \"parent\": \"A\" },"
    "{ \"code\": \"A\", \"name\": \"Group\", \"kind\": \"ght\" } ],"
    "\"system\": [ { \"code\": \"X\", \"name\": \"System\" } ] } }");
  g_autoptr (GFile) bad = write_file (
    fixture, "bad.json",
    "{ \"vigie\": 1, \"records\": { \"system\": [ { \"code\": \"Y\", \"name\": \"Y\" }, { \"code\": \"Z\", \"nam\": \"Z\" } ],"
    "\"org_unit\": [ { \"code\": \"L\", \"name\": \"L\", \"kind\": \"site\", \"parent\": \"L\" } ] } }");
  g_autoptr (VigieImport) import = import_file (fixture, "all", good, NULL, NULL, FALSE);
  g_autoptr (VigieImport) again = import_file (fixture, "all", good, NULL, NULL, FALSE);
  g_autoptr (VigieImport) refused = import_file (fixture, "all", bad, NULL, NULL, FALSE);

  assert_rows (import, 5, 0, 0, 0);
  assert_rows (again, 0, 0, 5, 0);
  assert_rows (refused, 1, 0, 0, 2);
  g_assert_cmpint (count (fixture, &vigie_system_entity), ==, 1);
}

/* --- without waiting ------------------------------------------------------------------------------ */

typedef struct
{
  GMainLoop *loop;
  guint n_progress;
  guint n_changed;
  GThread *thread;
  gboolean done;
  GError *error;
} Waiting;

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->done = vigie_import_run_finish (VIGIE_IMPORT (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
progress_cb (double fraction, gint64 rows, gpointer data)
{
  Waiting *waiting = data;

  g_assert_true (g_thread_self () == waiting->thread);
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  waiting->n_progress++;
}

static void
changed_cb (VigieStore *store, gpointer data)
{
  ((Waiting *) data)->n_changed++;
}

static GFile *
write_many (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new ("code,name,kind\n");

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text, "S%d,Site %d,site\n", i, i);
  return write_file (fixture, "many.csv", text->str);
}

static void
run_async (Fixture *fixture, Waiting *waiting, GCancellable *cancellable)
{
  g_autoptr (GFile) file = write_many (fixture);
  g_autoptr (VigieImport) import = vigie_import_open ("sites", file, NULL, &waiting->error);

  g_assert_no_error (waiting->error);
  waiting->loop = g_main_loop_new (NULL, FALSE);
  waiting->thread = g_thread_self ();
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), waiting);
  vigie_import_set_progress (import, progress_cb, waiting, NULL);
  vigie_import_run_async (import, fixture->store, FALSE, cancellable, imported_cb, waiting);
  g_main_loop_run (waiting->loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handlers_disconnect_by_data (fixture->store, waiting);
  g_main_loop_unref (waiting->loop);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  Waiting waiting = { 0 };

  while (g_main_context_iteration (NULL, FALSE))
    ;
  run_async (fixture, &waiting, NULL);
  g_assert_no_error (waiting.error);
  g_assert_true (waiting.done);
  g_assert_cmpuint (waiting.n_progress, ==, 4);
  g_assert_cmpuint (waiting.n_changed, ==, 1);
  g_assert_cmpint (count (fixture, &vigie_org_unit_entity), ==, 2000);
}

static void
test_async_cancelled (Fixture *fixture, gconstpointer data)
{
  Waiting waiting = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_cancellable_cancel (cancellable);
  run_async (fixture, &waiting, cancellable);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (waiting.done);
  g_assert_cmpuint (waiting.n_changed, ==, 0);
  g_assert_cmpint (count (fixture, &vigie_org_unit_entity), ==, 0);
  g_clear_error (&waiting.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
#define ADD(name, func) g_test_add ("/exchange/import/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("va", test_va);
  ADD ("va-not-measured", test_va_not_measured);
  ADD ("hhs", test_hhs);
  ADD ("staff-and-completions", test_staff_and_completions);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("contradiction", test_contradiction);
  ADD ("broken-file", test_broken_file);
  ADD ("json", test_json);
  ADD ("async", test_async);
  ADD ("async-cancelled", test_async_cancelled);
#undef ADD
  return g_test_run ();
}
