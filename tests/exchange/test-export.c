// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What is exported comes back: every kind of record, random ones too, in every form that can be imported.
 */

#include "vigie-csv-writer.h"
#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-export.h"
#include "vigie-format.h"
#include "vigie-import.h"
#include "vigie-mapping.h"
#include "vigie-seed.h"
#include "vigie-test.h"

#include "json-schema.h"
#include "zip-probe.h"

#include <string.h>

#define RECORDS_A_KIND 12

typedef struct
{
  char *folder;
  VigieStore *store;
} Fixture;

/* Texts that have a meaning in some file or other. */
static const char *const texts[] = {
  "=1+1",       "+33 1 44", "-",      "@SUM(A1)",     "'=1",
  "''=1",       "'quoted'", "a;b,c",  "\"a\"",        "l’accès, « tel quel »",
  "two\nlines", "\\ back",  "12,5 %", "<b>&amp;</b>", "日本 😀",
  "x\u00a0y",   "0012",     "1E5",    "true",         "null",
};

static GFile *
in_folder (Fixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static VigieStore *
new_register (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  VigieStore *store = vigie_seed_create (path, "CH Test", NULL, &error);

  g_assert_no_error (error);
  return store;
}

static GPtrArray *
list (VigieStore *store, const VigieEntity *entity)
{
  VigieQuery query = { .entity = entity, .sort_field = -1 };
  g_autoptr (GError) error = NULL;
  GPtrArray *records = vigie_store_list (store, &query, NULL, NULL, &error);

  g_assert_no_error (error);
  return records;
}

/* --- a random register ---------------------------------------------------------------------------- */

static void
set_random_text (VigieRecord *record, guint field, guint number)
{
  const VigieField *of = &vigie_record_get_entity (record)->fields[field];
  g_autofree char *text = NULL;

  if ((of->flags & VIGIE_FIELD_KEY) != 0)
    text = g_strdup_printf ("%s %u", texts[g_test_rand_int_range (0, 8)], number);
  else if (g_str_equal (of->name, "finess"))
    text = g_strdup_printf ("%09u", g_test_rand_int_range (0, 999999999));
  else
    text = g_strdup (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
  vigie_record_set_text (record, field, text);
}

static void
set_random (VigieStore *store, VigieRecord *record, guint field, guint number)
{
  const VigieField *of = &vigie_record_get_entity (record)->fields[field];
  gboolean bounded = of->minimum != 0 || of->maximum != 0;

  if (of->type == VIGIE_FIELD_TEXT)
    set_random_text (record, field, number);
  else if (of->type == VIGIE_FIELD_REFERENCE)
    {
      g_autoptr (GPtrArray) named = list (store, of->reference);
      int code = vigie_entity_find_field (of->reference, "code");

      if (named->len > 0)
        vigie_record_set_text (
          record, field,
          vigie_record_get_text (g_ptr_array_index (named, g_test_rand_int_range (0, (gint32) named->len)),
                                 (guint) code));
    }
  else if (of->type == VIGIE_FIELD_DATE)
    vigie_record_set_date (record, field, vigie_date_new (2020 + g_test_rand_int_range (0, 9), 1 + number % 12, 15));
  else if (of->type == VIGIE_FIELD_BOOLEAN)
    vigie_record_set_number (record, field, g_test_rand_bit ());
  else if (of->type == VIGIE_FIELD_ENUM)
    {
      g_autoptr (GEnumClass) class = g_type_class_ref (of->enum_type ());

      vigie_record_set_number (record, field, class->values[g_test_rand_int_range (0, (gint32) class->n_values)].value);
    }
  else
    vigie_record_set_number (record, field,
                             bounded ? g_test_rand_int_range ((gint32) CLAMP (of->minimum, -1000000, 1000000),
                                                              (gint32) CLAMP (of->maximum, 0, 1000000) + 1)
                                     : g_test_rand_int_range (-5000, 5000));
}

/* Some of what is drawn contradicts itself and is refused: the rest is enough. */
static guint
add_random (VigieStore *store, const VigieEntity *entity)
{
  guint n = 0;

  for (guint i = 0; i < RECORDS_A_KIND; i++)
    {
      g_autoptr (VigieRecord) record = vigie_record_new (entity);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      for (guint field = 0; field < entity->n_fields; field++)
        if ((entity->fields[field].flags & (VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY)) != 0 ||
            g_test_rand_int_range (0, 4) > 0)
          set_random (store, record, field, i);
      g_ptr_array_add (one, record);
      n += vigie_store_put_records (store, one, NULL, NULL);
    }
  return n;
}

static void
fill (VigieStore *store)
{
  const VigieEntity *const *entities = vigie_entities ();

  for (guint i = 0; entities[i] != NULL; i++)
    if (entities[i] != &vigie_setting_entity)
      {
        guint n = add_random (store, entities[i]);

        if (n == 0)
          g_error ("no random record of the kind %s was taken", entities[i]->nick);
      }
}

/* Drawn once, and copied for each test. */
static VigieStore *drawn;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = vigie_test_dup_folder ();
  path = g_build_filename (fixture->folder, "test.vigie", NULL);
  vigie_store_copy (drawn, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->store = vigie_store_open (path, VIGIE_OPEN_EDIT, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* --- there and back ------------------------------------------------------------------------------- */

static char *export (VigieExport *what, VigieStore *store, GFile *file, gsize *size)
{
  g_autoptr (VigieExport) owned = what;
  g_autoptr (GError) error = NULL;
  char *bytes;

  vigie_export_run (owned, store, file, NULL, &error);
  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &bytes, size, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_import (VigieStore *store, GFile *file, const char *kind, gint64 n_changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = vigie_import_open (kind, file, NULL, &error);
  const VigieImportReport *report;

  g_assert_no_error (error);
  vigie_import_run (import, store, FALSE, NULL, &error);
  g_assert_no_error (error);
  report = vigie_import_get_report (import);
  if (report->n_faults > 0)
    {
      const VigieFault *fault = g_ptr_array_index (report->faults, 0);

      g_error ("%s: %s, %s, %s: %s", kind, fault->place, fault->column, fault->value, fault->reason);
    }
  if (n_changes >= 0 && report->rows[VIGIE_OUTCOME_ADDED] + report->rows[VIGIE_OUTCOME_CHANGED] != n_changes)
    g_error ("%s: %d added and %d changed", kind, (int) report->rows[VIGIE_OUTCOME_ADDED],
             (int) report->rows[VIGIE_OUTCOME_CHANGED]);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = in_folder (fixture, "first.json");
  g_autoptr (GFile) second = in_folder (fixture, "second.json");
  g_autoptr (VigieStore) other = new_register (fixture, "other.vigie");
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  one = export (vigie_export_new_whole (VIGIE_EXPORT_JSON, VIGIE_DATE_NONE), fixture->store, first, NULL);
  assert_import (fixture->store, first, "all", 0);
  assert_import (other, first, "all", -1);
  two = export (vigie_export_new_whole (VIGIE_EXPORT_JSON, VIGIE_DATE_NONE), other, second, NULL);
  g_assert_cmpstr (one, ==, two);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  VigieExportFormat format = (VigieExportFormat) GPOINTER_TO_INT (data);
  const VigieEntity *const *entities = vigie_entities ();
  guint n = 0;

  for (guint i = 0; entities[i] != NULL; i++)
    {
      g_autoptr (GFile) file = in_folder (fixture, format == VIGIE_EXPORT_XLSX ? "kind.xlsx" : "kind.csv");
      VigieExport *what = vigie_export_new (format, VIGIE_DATE_NONE);
      g_autofree char *text = NULL;

      if (vigie_kind_to_entity (entities[i]->nick) != entities[i])
        {
          g_object_unref (what);
          continue;
        }
      vigie_export_add (what, &(VigieQuery) { .entity = entities[i], .sort_field = 0 });
      text = export (what, fixture->store, file, NULL);
      g_assert_true (g_str_has_prefix (text, format == VIGIE_EXPORT_XLSX ? "PK" : "\ufeff"));
      assert_import (fixture->store, file, entities[i]->nick, 0);
      n++;
    }
  g_assert_cmpuint (n, >=, VIGIE_N_ENTITIES - 2); /* “staff” and “survey” are the jobs and the answers */
}

/* What a list is narrowed to is what is written, and that comes back too. */
static void
test_narrowed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (fixture, "some.csv");
  g_autoptr (GPtrArray) filters = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_filter_free);
  VigieExport *what = vigie_export_new (VIGIE_EXPORT_CSV, VIGIE_DATE_NONE);
  VigieQuery query = { .entity = &vigie_action_entity, .sort_field = VIGIE_ACTION_TITLE, .filters = filters };
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *text = NULL;
  guint expected = 0;
  guint lines = 0;

  /* A tab at its beginning is space to a person and a formula to a workbook. */
  vigie_test_put (fixture->store, vigie_test_record (&vigie_action_entity, "code", "TAB", "title", "\tz", "kind",
                                                     "organise", "opened_on", "2026-01-01", "status", "todo", NULL));
  g_ptr_array_add (filters, vigie_filter_new (VIGIE_ACTION_DONE_ON, NULL));
  all = list (fixture->store, &vigie_action_entity);
  for (guint i = 0; i < all->len; i++)
    expected += !vigie_record_is_measured (g_ptr_array_index (all, i), VIGIE_ACTION_DONE_ON);
  g_assert_cmpuint (expected, <, all->len);
  vigie_export_add (what, &query);
  text = export (what, fixture->store, file, NULL);
  for (const char *p = strstr (text, "\r\n"); p != NULL; p = strstr (p + 2, "\r\n"))
    lines++;
  g_assert_cmpuint (lines, ==, expected + 1);
  assert_import (fixture->store, file, "actions", 0);
}

static void
test_formulas (void)
{
  static const struct
  {
    const char *text;
    const char *guarded;
  } cells[] = {
    { "=1+1", "'=1+1" }, { "+33", "'+33" }, { "-", "'-" },    { "@a", "'@a" }, { "\tz", "'\tz" }, { "\rz", "'\rz" },
    { "'=1", "''=1" },   { "a=1", "a=1" },  { "'x'", "'x'" }, { "", "" },      { "''-", "'''-" }, { "’=", "’=" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *guarded = vigie_csv_dup_guarded (cells[i].text);

      g_assert_cmpstr (guarded, ==, cells[i].guarded);
      g_assert_cmpstr (vigie_csv_unguard (guarded), ==, cells[i].text);
    }
}

/* --- the schema ----------------------------------------------------------------------------------- */

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

static void
test_schema (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (fixture, "all.json");
  g_autofree char *text = vigie_json_schema_write ();
  g_autoptr (JsonNode) schema = parse (text);
  g_autofree char *bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *fault = NULL;
  static const char *const wrong[] = {
    "{\"vigie\": 3, \"records\": {}}",
    "{\"vigie\": 2}",
    "{\"vigie\": 2, \"records\": {\"robot\": []}}",
    "{\"vigie\": 2, \"records\": {\"org_unit\": [{\"code\": \"A\"}]}}",
    "{\"vigie\": 2, \"records\": {\"org_unit\": [{\"code\": \"A\", \"name\": \"A\", \"kind\": \"moon\"}]}}",
    "{\"vigie\": 2, \"records\": {\"org_unit\": [{\"code\": 1, \"name\": \"A\", \"kind\": \"site\"}]}}",
    "{\"vigie\": 2, \"records\": {\"org_unit\": [{\"code\": \"A\", \"name\": \"A\", \"kind\": \"site\", \"x\": 1}]}}",
    "{\"vigie\": 2, \"records\": {\"org_unit\": [{\"code\": \"A\", \"name\": \"A\", \"kind\": \"site\", "
    "\"opened_on\": \"1/2/2026\"}]}}",
    "{\"vigie\": 2, \"records\": {\"org_unit\": [{\"code\": \"A\", \"name\": \"A\", \"kind\": \"site\", "
    "\"entered_on\": \"2026-01-01\"}]}}",
    "{\"vigie\": 2, \"records\": {\"cost\": [{\"code\": \"A\", \"year\": 2026, \"entered_on\": 3}]}}",
  };

  bytes = export (vigie_export_new_whole (VIGIE_EXPORT_JSON, VIGIE_DATE_NONE), fixture->store, file, NULL);
  node = parse (bytes);
  fault = json_schema_find_fault (schema, node);
  g_assert_cmpstr (fault, ==, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (JsonNode) bad = parse (wrong[i]);
      g_autofree char *found = json_schema_find_fault (schema, bad);

      if (found == NULL)
        g_error ("the schema takes %s", wrong[i]);
    }
}

/* --- a workbook ----------------------------------------------------------------------------------- */

static void
assert_part_contains (const char *bytes, gsize size, const char *part, const char *what)
{
  g_autofree char *text = zip_probe_dup_part (bytes, size, part);

  if (text == NULL || strstr (text, what) == NULL)
    g_error ("%s: no %s in:\n%s", part, what, text);
}

static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (fixture, "all.xlsx");
  VigieExport *what = vigie_export_new (VIGIE_EXPORT_XLSX, vigie_date_new (2026, 11, 23));
  g_autofree char *bytes = NULL;
  g_autofree char *sheet = NULL;
  gsize size;

  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_org_unit_entity, "code", "=1+1", "name", "A", "kind", "site", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_system_entity, "code", "=2", "name", "A", NULL));
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_deployment_entity, "code", "D", "system", "=2", "org_unit", "=1+1",
                                     "planned_on", "2026-11-23", "capex_cents", "1250050", NULL));
  vigie_export_add (
    what, &(VigieQuery) { .entity = &vigie_deployment_entity, .sort_field = VIGIE_DEPLOYMENT_CODE, .search = NULL });
  bytes = export (what, fixture->store, file, &size);
  sheet = zip_probe_dup_part (bytes, size, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "<pane ySplit=\"1\""));
  g_assert_nonnull (strstr (sheet, "<autoFilter ref=\"A1:"));
  /* 23 November 2026 as a day, money in euros, and no formula whatever the texts begin with */
  g_assert_nonnull (strstr (sheet, "><v>46349</v></c>"));
  g_assert_nonnull (strstr (sheet, "><v>12500.5</v></c>"));
  g_assert_nonnull (strstr (sheet, "=1+1"));
  g_assert_null (strstr (sheet, "<f>"));
  assert_part_contains (bytes, size, "xl/workbook.xml",
                        vigie_language_get () == VIGIE_LANGUAGE_FR ? "name=\"Déploiements\"" : "name=\"Deployments\"");
  assert_part_contains (bytes, size, "xl/worksheets/sheet2.xml", "test.vigie");
  assert_part_contains (bytes, size, "xl/worksheets/sheet2.xml",
                        vigie_language_get () == VIGIE_LANGUAGE_FR ? "nov." : "Nov");
  assert_part_contains (bytes, size, "xl/worksheets/sheet2.xml", "planned_on");
}

static void
test_whole_workbook (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (fixture, "all.xlsx");
  g_autofree char *bytes = NULL;
  g_autofree char *last = g_strdup_printf ("xl/worksheets/sheet%d.xml", VIGIE_N_ENTITIES + 1);
  gsize size;

  bytes =
    export (vigie_export_new_whole (VIGIE_EXPORT_XLSX, vigie_date_new (2026, 11, 23)), fixture->store, file, &size);
  assert_part_contains (bytes, size, last, "test.vigie");
}

/* --- all or nothing ------------------------------------------------------------------------------- */

static void
cancel_cb (double fraction, gint64 rows, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  VigieExportFormat format = (VigieExportFormat) GPOINTER_TO_INT (data);
  g_autoptr (GFile) file = in_folder (fixture, "kept");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VigieExport) what = vigie_export_new (format, VIGIE_DATE_NONE);
  g_autoptr (GFileEnumerator) files = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GFileInfo *info;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *code = g_strdup_printf ("s%u", i);

      g_ptr_array_add (records, vigie_test_record (&vigie_staff_entity, "code", code, NULL));
    }
  vigie_store_put_records (fixture->store, records, NULL, &error);
  g_assert_no_error (error);
  g_file_replace_contents (file, "before", 6, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  vigie_export_add (what, &(VigieQuery) { .entity = &vigie_staff_entity, .sort_field = -1 });
  vigie_export_set_progress (what, cancel_cb, cancellable, NULL);
  g_assert_false (vigie_export_run (what, fixture->store, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_file_load_contents (file, NULL, &text, NULL, NULL, NULL);
  g_assert_cmpstr (text, ==, "before");
  files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (g_file_enumerator_iterate (files, &info, NULL, NULL, NULL) && info != NULL)
    g_assert_false (g_str_has_prefix (g_file_info_get_name (info), ".kept"));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = in_folder (fixture, "no/such/folder.json");
  g_autoptr (VigieExport) what = vigie_export_new_whole (VIGIE_EXPORT_JSON, VIGIE_DATE_NONE);
  g_autoptr (VigieExport) two = vigie_export_new_whole (VIGIE_EXPORT_CSV, VIGIE_DATE_NONE);
  g_autoptr (GFile) csv = in_folder (fixture, "two.csv");
  g_autoptr (GError) error = NULL;

  g_assert_false (vigie_export_run (what, fixture->store, nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "folder.json"));
  g_clear_error (&error);
  g_assert_false (vigie_export_run (two, fixture->store, csv, NULL, &error));
  g_assert_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_KIND);
  g_assert_false (g_file_query_exists (csv, NULL));
}

static int
run_all (void)
{
#define ADD(path, format, test) g_test_add (path, Fixture, GINT_TO_POINTER (format), set_up, test, tear_down)
  g_test_add_func ("/export/formulas", test_formulas);
  ADD ("/export/whole", 0, test_whole);
  ADD ("/export/csv", VIGIE_EXPORT_CSV, test_table);
  ADD ("/export/csv-excel", VIGIE_EXPORT_CSV_EXCEL, test_table);
  ADD ("/export/xlsx", VIGIE_EXPORT_XLSX, test_table);
  ADD ("/export/narrowed", 0, test_narrowed);
  ADD ("/export/schema", 0, test_schema);
  ADD ("/export/workbook", 0, test_workbook);
  ADD ("/export/whole-workbook", 0, test_whole_workbook);
  ADD ("/export/cancelled/json", VIGIE_EXPORT_JSON, test_cancelled);
  ADD ("/export/cancelled/csv", VIGIE_EXPORT_CSV, test_cancelled);
  ADD ("/export/cancelled/xlsx", VIGIE_EXPORT_XLSX, test_cancelled);
  ADD ("/export/refused", 0, test_refused);
  return g_test_run ();
}

int
main (int argc, char **argv)
{
  Fixture source = { 0 };
  int failed;

  vigie_language_init (argc > 1 ? argv[1] : "en");
  g_test_init (&argc, &argv, NULL);
  source.folder = vigie_test_dup_folder ();
  drawn = new_register (&source, "drawn.vigie");
  fill (drawn);
  failed = run_all ();
  g_assert_finalize_object (drawn);
  vigie_test_remove_folder (source.folder);
  g_free (source.folder);
  return failed;
}
