// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-enums.h"

static gint64
count (VigieStore *store, const VigieEntity *entity, const char *search)
{
  VigieQuery query = { .entity = entity, .search = search, .sort_field = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 total = -1;

  records = vigie_store_list (store, &query, &total, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total, ==, records->len);
  return total;
}

static VigiePutReport
put_one (VigieStore *store, VigieRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  VigiePutReport report = { 0 };

  g_ptr_array_add (records, record);
  vigie_store_put_records (store, records, &report, &error);
  g_assert_no_error (error);
  return report;
}

static void
test_put_again (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigiePutReport report;
  g_autoptr (VigieRecord) key = vigie_test_record (&vigie_system_entity, "code", "IA-1", NULL);
  g_autoptr (VigieRecord) found = NULL;

  report = put_one (fixture->store, vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture",
                                                       "vendor", "Radiance", NULL));
  g_assert_cmpint (report.counts[VIGIE_OUTCOME_ADDED], ==, 1);
  g_assert_true (report.written);

  report = put_one (fixture->store, vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", NULL));
  g_assert_cmpint (report.counts[VIGIE_OUTCOME_UNCHANGED], ==, 1);
  g_assert_false (report.written);

  report =
    put_one (fixture->store, vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Relecture", NULL));
  g_assert_cmpint (report.counts[VIGIE_OUTCOME_CHANGED], ==, 1);

  found = vigie_store_find (fixture->store, key, NULL, NULL);
  g_assert_cmpstr (vigie_record_get_text (found, VIGIE_SYSTEM_NAME), ==, "Relecture");
  g_assert_cmpstr (vigie_record_get_text (found, VIGIE_SYSTEM_VENDOR), ==, "Radiance");
  g_assert_cmpint (count (fixture->store, &vigie_system_entity, NULL), ==, 1);
}

static void
test_unknown_reference (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", NULL));
  g_ptr_array_add (
    records, vigie_test_record (&vigie_deployment_entity, "code", "DEP-1", "system", "IA-1", "org_unit", "CHU", NULL));
  g_assert_false (vigie_store_put_records (fixture->store, records, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE);
  g_assert_nonnull (strstr (error->message, "CHU"));
  g_assert_cmpint (count (fixture->store, &vigie_system_entity, NULL), ==, 0);
}

static void
put_organisation (VigieStore *store)
{
  vigie_test_put (
    store, vigie_test_record (&vigie_org_unit_entity, "code", "CHU", "name", "CHU de Valmer", "kind", "site", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_profession_entity, "code", "IDE", "label_fr", "Infirmier", "family",
                                            "nursing", NULL));
}

static void
test_reference_that_creates (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  put_organisation (fixture->store);
  vigie_test_put (fixture->store, vigie_test_record (&vigie_job_entity, "staff", "00042", "org_unit", "CHU",
                                                     "profession", "IDE", "starts_on", "2024-01-01", NULL));
  g_assert_cmpint (count (fixture->store, &vigie_staff_entity, "00042"), ==, 1);
  g_assert_cmpint (count (fixture->store, &vigie_staff_entity, NULL), ==, 1);
}

/* An optional part of a key that is empty is one value, not one that is never the same. */
static void
test_empty_key_part (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigiePutReport report;

  vigie_test_put (fixture->store, vigie_test_record (&vigie_survey_entity, "code", "ENQ", "title", "Enquête", "as_of",
                                                     "2026-05-01", NULL));
  for (int i = 0; i < 2; i++)
    report = put_one (fixture->store, vigie_test_record (&vigie_survey_result_entity, "survey", "ENQ", "family",
                                                         "cyber", "answers", "400", "named", "251", NULL));
  g_assert_cmpint (report.counts[VIGIE_OUTCOME_UNCHANGED], ==, 1);
  g_assert_cmpint (count (fixture->store, &vigie_survey_result_entity, NULL), ==, 1);
}

static void
test_search (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieStore *store = fixture->store;

  vigie_test_put (store,
                  vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Détection de fractures", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_system_entity, "code", "IA-2", "name", "Dictée vocale", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_module_entity, "code", "M1", "label_fr", "Détection", "family",
                                            "culture", "competency", "fundamentals", NULL));
  g_assert_cmpint (count (store, &vigie_system_entity, "detection FRAC"), ==, 1);
  g_assert_cmpint (count (store, &vigie_system_entity, "d"), ==, 2);
  g_assert_cmpint (count (store, &vigie_system_entity, "vocale fractures"), ==, 0);
  g_assert_cmpint (count (store, &vigie_system_entity, "\" OR NEAR( * ia"), ==, 0);
  g_assert_cmpint (count (store, &vigie_system_entity, "\"IA-1\""), ==, 1);

  /* a changed text is found by its new words only */
  vigie_test_put (store, vigie_test_record (&vigie_system_entity, "code", "IA-2", "name", "Transcription", NULL));
  g_assert_cmpint (count (store, &vigie_system_entity, "dictée"), ==, 0);
  g_assert_cmpint (count (store, &vigie_system_entity, "transcr"), ==, 1);
}

static void
test_page (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) page = NULL;
  gint64 total = 0;
  VigieQuery query = {
    .entity = &vigie_system_entity, .sort_field = VIGIE_SYSTEM_NAME, .descending = TRUE, .offset = 1, .limit = 2
  };

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *code = g_strdup_printf ("IA-%d", i);
      g_autofree char *name = g_strdup_printf ("%s %d", i % 2 ? "système" : "Système", i);

      vigie_test_put (fixture->store, vigie_test_record (&vigie_system_entity, "code", code, "name", name, NULL));
    }
  page = vigie_store_list (fixture->store, &query, &total, NULL, NULL);
  g_assert_cmpint (total, ==, 5);
  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (page, 0), VIGIE_SYSTEM_CODE), ==, "IA-3");
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (page, 1), VIGIE_SYSTEM_CODE), ==, "IA-2");
}

typedef struct
{
  int given;
  int refused;
} Source;

static VigieRecord *
next_record (gpointer data, GError **error G_GNUC_UNUSED)
{
  static const char *const kinds[] = { "site", "unit", NULL, "site" };
  Source *source = data;
  g_autofree char *code = g_strdup_printf ("S%d", source->given);

  if (source->given == G_N_ELEMENTS (kinds))
    return NULL;
  return vigie_test_record (&vigie_org_unit_entity, "code", code, "name", "Site", "kind", kinds[source->given++], NULL);
}

static void
observe (VigieRecord *record, VigieOutcome outcome, const GError *reason, gpointer data)
{
  Source *source = data;

  g_assert_true ((outcome == VIGIE_OUTCOME_REFUSED) == (reason != NULL));
  if (outcome != VIGIE_OUTCOME_REFUSED)
    return;
  g_assert_cmpstr (vigie_record_get_text (record, VIGIE_ORG_UNIT_CODE), ==, "S2");
  source->refused++;
}

static void
test_all_or_nothing (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Source source = { 0 };
  VigiePutReport report = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (
    vigie_store_put (fixture->store, next_record, observe, &source, VIGIE_PUT_KEEP_GOING, &report, NULL, &error));
  g_assert_cmpint (source.refused, ==, 1);
  g_assert_cmpint (report.counts[VIGIE_OUTCOME_ADDED], ==, 3);
  g_assert_cmpint (report.counts[VIGIE_OUTCOME_REFUSED], ==, 1);
  g_assert_false (report.written);
  g_assert_cmpint (count (fixture->store, &vigie_org_unit_entity, NULL), ==, 0);

  source = (Source) { 0 };
  g_assert_false (
    vigie_store_put (fixture->store, next_record, NULL, &source, VIGIE_PUT_DEFAULT, &report, NULL, &error));
  g_assert_error (error, VIGIE_MODEL_ERROR, VIGIE_MODEL_ERROR_REQUIRED);
  g_assert_cmpint (count (fixture->store, &vigie_org_unit_entity, NULL), ==, 0);
}

static VigieRecord *
endless (gpointer data, GError **error G_GNUC_UNUSED)
{
  int *given = data;
  g_autofree char *code = g_strdup_printf ("S%d", (*given)++);

  return vigie_test_record (&vigie_org_unit_entity, "code", code, "name", "Site", "kind", "site", NULL);
}

static void
test_dry_run_and_cancel (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Source source = { 0 };
  VigiePutReport report = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  int given = 0;

  g_assert_true (vigie_store_put (fixture->store, next_record, NULL, &source, VIGIE_PUT_DRY_RUN | VIGIE_PUT_KEEP_GOING,
                                  &report, NULL, NULL));
  g_assert_cmpint (report.counts[VIGIE_OUTCOME_ADDED], ==, 3);
  g_assert_cmpint (count (fixture->store, &vigie_org_unit_entity, NULL), ==, 0);

  g_cancellable_cancel (cancellable);
  g_assert_false (
    vigie_store_put (fixture->store, endless, NULL, &given, VIGIE_PUT_DEFAULT, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture->store, &vigie_org_unit_entity, NULL), ==, 0);
}

static void
changed_cb (VigieStore *store G_GNUC_UNUSED, gpointer data)
{
  (*(int *) data)++;
}

static void
got_result_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) page = NULL;
  VigieQuery query = { .entity = &vigie_org_unit_entity, .sort_field = -1 };
  VigiePutReport report = { 0 };
  Source *source = g_new0 (Source, 1);
  g_autoptr (GError) error = NULL;
  int changes = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &changes);
  put_organisation (fixture->store);
  vigie_store_list_async (fixture->store, &query, NULL, got_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  page = vigie_store_list_finish (fixture->store, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, 1);
  g_clear_object (&result);

  vigie_store_put_async (fixture->store, next_record, NULL, source, g_free, VIGIE_PUT_KEEP_GOING, NULL, got_result_cb,
                         &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (vigie_store_put_finish (fixture->store, result, &report, &error));
  g_assert_false (report.written);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (changes, ==, 2);
}

/* A row of the list of systems is a deployment with its stage as of the day, and what has no stage is last. */
static void
test_system_list (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieStore *store = fixture->store;
  VigieQuery query = { .entity = &vigie_system_list.entity,
                       .list = &vigie_system_list,
                       .as_of = vigie_date_new (2026, 6, 30),
                       .sort_field = VIGIE_SYSTEM_LIST_STAGE,
                       .search = "lecture" };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 total = 0;

  put_organisation (store);
  vigie_test_put (store, vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_system_entity, "code", "IA-2", "name", "Lecture seconde", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_system_entity, "code", "IA-3", "name", "Dictée", NULL));
  vigie_test_put (
    store, vigie_test_record (&vigie_deployment_entity, "code", "D-1", "system", "IA-1", "org_unit", "CHU", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_stage_event_entity, "deployment", "D-1", "occurred_on", "2026-01-01",
                                            "stage", "pilot", "basis", "event", NULL));
  vigie_test_put (store, vigie_test_record (&vigie_stage_event_entity, "deployment", "D-1", "occurred_on", "2026-07-01",
                                            "stage", "live", "basis", "observed", NULL));
  rows = vigie_store_list (store, &query, &total, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total, ==, 2);
  g_assert_cmpstr (vigie_record_get_text (rows->pdata[0], VIGIE_SYSTEM_LIST_CODE), ==, "IA-1");
  g_assert_cmpint (vigie_record_get_number (rows->pdata[0], VIGIE_SYSTEM_LIST_STAGE, -1), ==, VIGIE_STAGE_PILOT);
  g_assert_cmpint (vigie_record_get_date (rows->pdata[0], VIGIE_SYSTEM_LIST_SINCE), ==, vigie_date_new (2026, 1, 1));
  g_assert_false (vigie_record_is_measured (rows->pdata[1], VIGIE_SYSTEM_LIST_STAGE));
  g_clear_pointer (&rows, g_ptr_array_unref);

  query.as_of = vigie_date_new (2026, 7, 1);
  query.descending = TRUE;
  rows = vigie_store_list (store, &query, &total, NULL, &error);
  g_assert_cmpint (vigie_record_get_number (rows->pdata[0], VIGIE_SYSTEM_LIST_STAGE, -1), ==, VIGIE_STAGE_LIVE);
  g_assert_false (vigie_record_is_measured (rows->pdata[0], VIGIE_SYSTEM_LIST_SINCE));
}

static void
test_other_lists (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieList *const lists[] = { &vigie_module_list, &vigie_barrier_list };

  vigie_test_put (fixture->store, vigie_test_record (&vigie_module_entity, "code", "M1", "label_fr", "Culture",
                                                     "family", "culture", "competency", "fundamentals", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_barrier_entity, "code", "FR-1", "title", "Culture",
                                                     "family", "skills", "status", "open", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int field = -1; field < (int) lists[i]->entity.n_fields; field++)
      {
        VigieQuery query = { .entity = &lists[i]->entity,
                             .list = lists[i],
                             .as_of = vigie_date_new (2026, 6, 30),
                             .sort_field = field,
                             .search = "cult" };
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) rows = vigie_store_list (fixture->store, &query, NULL, NULL, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (rows->len, ==, 1);
      }
}

/* A copy is one whole file without siblings, taken while the register is open, and never over another. */
static void
test_copy (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.vigie", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "copy.vigie", NULL);
  g_autoptr (VigieStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) unwritable = NULL;

  put_organisation (fixture->store);
  g_assert_true (vigie_store_copy (fixture->store, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (vigie_store_copy (fixture->store, path, NULL, NULL, NULL, &again));
  g_assert_error (again, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS);
  g_assert_false (vigie_store_copy (fixture->store, nowhere, NULL, NULL, NULL, &unwritable));
  g_assert_nonnull (unwritable);
  copy = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (copy, &vigie_org_unit_entity, "valmer"), ==, 1);
}

static VigieRecord *
find_system (VigieStore *store, const char *code)
{
  g_autoptr (VigieRecord) key = vigie_test_record (&vigie_system_entity, "code", code, NULL);

  return vigie_store_find (store, key, NULL, NULL);
}

/* What a form says is all there is to say; what is named elsewhere stays; all of it can be undone. */
static void
test_edit_record (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRecord) first =
    vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", "vendor", "Radiance", NULL);
  g_autoptr (VigieRecord) blank = vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", "Lecture", NULL);
  g_autoptr (VigieRecord) other = vigie_test_record (&vigie_system_entity, "code", "IA-2", "name", "Autre", NULL);
  g_autoptr (VigieRecord) site =
    vigie_test_record (&vigie_org_unit_entity, "code", "CH", "name", "CH", "kind", "site", NULL);
  g_autoptr (VigieRecord) deployment =
    vigie_test_record (&vigie_deployment_entity, "code", "D-1", "system", "IA-1", "org_unit", "CH", NULL);
  g_autoptr (VigieRecord) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) gone = NULL;
  g_autoptr (GError) named = NULL;
  g_autoptr (VigieJournalEntry) entry = NULL;
  g_autofree char *sentence = NULL;

  g_assert_true (vigie_store_edit_record (fixture->store, first, VIGIE_RECORD_ADD, &error));
  g_assert_true (vigie_store_edit_record (fixture->store, site, VIGIE_RECORD_ADD, &error));
  g_assert_true (vigie_store_edit_record (fixture->store, deployment, VIGIE_RECORD_ADD, &error));
  g_assert_no_error (error);
  g_assert_false (vigie_store_edit_record (fixture->store, first, VIGIE_RECORD_ADD, &twice));
  g_assert_error (twice, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (twice->message, "IA-1"));
  g_assert_false (vigie_store_edit_record (fixture->store, other, VIGIE_RECORD_REPLACE, &gone));
  g_assert_error (gone, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT);

  g_assert_true (vigie_store_edit_record (fixture->store, blank, VIGIE_RECORD_REPLACE, &error));
  found = find_system (fixture->store, "IA-1");
  g_assert_false (vigie_record_is_measured (found, VIGIE_SYSTEM_VENDOR));
  g_assert_cmpint (count (fixture->store, &vigie_system_entity, "radiance"), ==, 0);

  g_assert_false (vigie_store_edit_record (fixture->store, first, VIGIE_RECORD_DELETE, &named));
  g_assert_error (named, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (named->message, "(1)"));
  g_assert_true (vigie_store_edit_record (fixture->store, deployment, VIGIE_RECORD_DELETE, &error));
  g_assert_true (vigie_store_edit_record (fixture->store, first, VIGIE_RECORD_DELETE, &error));
  g_assert_cmpint (count (fixture->store, &vigie_system_entity, NULL), ==, 0);
  g_assert_cmpint (count (fixture->store, &vigie_system_entity, "lecture"), ==, 0);

  entry = vigie_store_peek_undo (fixture->store, &error);
  sentence = vigie_journal_entry_dup_sentence (entry);
  g_assert_cmpstr (sentence, ==, "Deletion of “IA-1” (AI system)");
  vigie_journal_entry_free (vigie_store_undo (fixture->store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->store, &vigie_system_entity, "lecture"), ==, 1);
}

static void
answered_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
change (VigieStore *store, VigieRecord *base, VigieRecord *record, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vigie_store_change_record_async (store, base, record, answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return vigie_store_edit_record_finish (store, result, error);
}

static VigieRecord *
new_system (const char *name, const char *vendor)
{
  return vigie_test_record (&vigie_system_entity, "code", "IA-1", "name", name, vendor != NULL ? "vendor" : NULL,
                            vendor, NULL);
}

/* Two change one record at a time: both are heard, and who comes second to the same field is asked again. */
static void
test_two_hands (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRecord) first = new_system ("Lecture", "Radiance");
  g_autoptr (VigieRecord) base = new_system ("Lecture", "Radiance");
  g_autoptr (VigieRecord) one = new_system ("Lecture", "Pharos");
  g_autoptr (VigieRecord) two = new_system ("Relecture", "Radiance");
  g_autoptr (VigieRecord) three = new_system ("Lecture", NULL);
  g_autoptr (VigieRecord) found = NULL;
  g_autoptr (VigieRecord) last = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) overtaken = NULL;

  g_assert_true (vigie_store_edit_record (fixture->store, first, VIGIE_RECORD_ADD, &error));
  g_assert_true (change (fixture->store, first, one, &error));
  g_assert_true (change (fixture->store, first, two, &error));
  g_assert_no_error (error);
  found = find_system (fixture->store, "IA-1");
  g_assert_cmpstr (vigie_record_get_text (found, VIGIE_SYSTEM_NAME), ==, "Relecture");
  g_assert_cmpstr (vigie_record_get_text (found, VIGIE_SYSTEM_VENDOR), ==, "Pharos");

  g_assert_false (change (fixture->store, base, three, &overtaken));
  g_assert_error (overtaken, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (overtaken->message, "Pharos"));
  g_assert_cmpint (vigie_store_error_get_field (overtaken), ==, VIGIE_SYSTEM_VENDOR);
  g_assert_true (change (fixture->store, base, three, &error));
  g_assert_no_error (error);
  last = find_system (fixture->store, "IA-1");
  g_assert_false (vigie_record_is_measured (last, VIGIE_SYSTEM_VENDOR));
  g_assert_cmpstr (vigie_record_get_text (last, VIGIE_SYSTEM_NAME), ==, "Relecture");
}

/* Records that name another. */
static void
test_named (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieQuery query = {
    .entity = &vigie_deployment_entity, .named_by = VIGIE_DEPLOYMENT_SYSTEM, .named = "IA-2", .sort_field = -1
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) of_second = NULL;
  g_autoptr (GPtrArray) of_nobody = NULL;
  gint64 total = 0;

  put_one (fixture->store,
           vigie_test_record (&vigie_org_unit_entity, "code", "CH", "name", "CH", "kind", "site", NULL));
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *system = g_strdup_printf ("IA-%d", MIN (i, 2));
      g_autofree char *code = g_strdup_printf ("D-%d", i);

      put_one (fixture->store, vigie_test_record (&vigie_system_entity, "code", system, "name", "Lecture", NULL));
      put_one (fixture->store,
               vigie_test_record (&vigie_deployment_entity, "code", code, "system", system, "org_unit", "CH", NULL));
    }
  of_second = vigie_store_list (fixture->store, &query, &total, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total, ==, 2);
  g_assert_cmpstr (vigie_record_get_text (g_ptr_array_index (of_second, 0), VIGIE_DEPLOYMENT_CODE), ==, "D-2");
  query.named = "NOBODY";
  of_nobody = vigie_store_list (fixture->store, &query, &total, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_nobody->len, ==, 0);
}

#define ADD(path, func) \
  g_test_add ("/store/" path, VigieTestFixture, NULL, vigie_test_set_up, func, vigie_test_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("put-again", test_put_again);
  ADD ("unknown-reference", test_unknown_reference);
  ADD ("reference-that-creates", test_reference_that_creates);
  ADD ("empty-key-part", test_empty_key_part);
  ADD ("search", test_search);
  ADD ("page", test_page);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("dry-run-and-cancel", test_dry_run_and_cancel);
  ADD ("async", test_async);
  ADD ("copy", test_copy);
  ADD ("edit-record", test_edit_record);
  ADD ("two-hands", test_two_hands);
  ADD ("named", test_named);
  ADD ("system-list", test_system_list);
  ADD ("other-lists", test_other_lists);
  return g_test_run ();
}
