// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The picture of a past day does not change. Thousands of facts of every kind, dated in the past and entered later, one
 * by one, by import, corrected, taken back and made again: after each few of them, the overview as of each day that was
 * looked at before is the same to the byte, but for how many facts came too late for it.
 */

#include "vigie-small-register.h"

#include "vigie-entities.h"
#include "vigie-import.h"
#include "vigie-format.h"
#include "vigie-numbers.h"

#include <string.h>

#define N_PHASES 4
#define ENTRIES_A_PHASE 25
#define MOST_RECORDS 50
#define ENTRIES_BETWEEN_LOOKS 5
#define MOST_PAIRS 7

/*
 * A value begins with % and is drawn: %d a day of the past, %p one of the staff, %P one of the staff or somebody new,
 * %n 1 to 5, %N 1 to 20, %c a code of its own; or it is one of several, parted by bars.
 */
typedef struct
{
  const VigieEntity *entity;
  const char *pairs[MOST_PAIRS][2];
} Template;

#define UNITS "CHU|CHB|EHPAD|RAD"
#define PROFESSIONS "MED|IDE|PHA|DIR"
#define MODULES "M01|M05|M06|T01"
#define DEPLOYMENTS "D-FRAC-RAD|D-FRAC-CHB|D-SCRI-CHU|D-BEDS-CHB|D-OLD-CHU"

static const Template completion_template = {
  &vigie_completion_entity,
  { { "staff", "%p" }, { "module", MODULES }, { "completed_on", "%d" } },
};

static const Template templates[] = {
  { &vigie_job_entity,
    { { "staff", "%P" }, { "starts_on", "%d" }, { "org_unit", UNITS }, { "profession", PROFESSIONS } } },
  { &vigie_headcount_entity,
    { { "org_unit", UNITS }, { "profession", PROFESSIONS }, { "valid_from", "%d" }, { "heads", "%N" } } },
  { &vigie_completion_count_entity,
    { { "org_unit", UNITS },
      { "profession", PROFESSIONS },
      { "module", MODULES },
      { "as_of", "%d" },
      { "trained", "%N" },
      { "valid", "1" } } },
  { &vigie_stage_event_entity,
    { { "deployment", DEPLOYMENTS },
      { "occurred_on", "%d" },
      { "stage", "study|pilot|live|suspended|retired" },
      { "basis", "event|observed" } } },
  { &vigie_user_group_entity,
    { { "deployment", DEPLOYMENTS }, { "profession", PROFESSIONS }, { "as_of", "%d" }, { "users_active", "%N" } } },
  { &vigie_safeguard_entity,
    { { "deployment", DEPLOYMENTS },
      { "kind", "logs|dpia|security|transparency|monitoring|fria|stop_procedure" },
      { "status", "in_place|missing" },
      { "done_on", "%d" } } },
  { &vigie_evidence_entity,
    { { "code", "%c" },
      { "system", "FRAC|SCRI|BEDS|OLD" },
      { "kind", "local_validation|bias_review|security_audit" },
      { "result", "favourable|unfavourable" },
      { "obtained_on", "%d" } } },
  { &vigie_barrier_entity,
    { { "code", "%c" },
      { "title", "Retard" },
      { "family", "cyber|cost|data" },
      { "status", "open|lifted" },
      { "opened_on", "%d" } } },
  { &vigie_rating_entity,
    { { "barrier", "FR-01|FR-02" },
      { "tier", "current|inherent|residual" },
      { "rated_on", "%d" },
      { "likelihood", "%n" },
      { "impact", "%n" } } },
  { &vigie_survey_entity, { { "code", "%c" }, { "title", "Enquête" }, { "as_of", "%d" }, { "answers", "%N" } } },
  { &vigie_meeting_entity,
    { { "code", "%c" }, { "body", "comia|copil" }, { "held_on", "%d" }, { "status", "approved" } } },
  { &vigie_decision_entity,
    { { "code", "%c" },
      { "kind", "go|stop|defer" },
      { "text", "Décision" },
      { "decided_on", "%d" },
      { "status", "in_force|fulfilled" } } },
  { &vigie_action_entity,
    { { "code", "%c" },
      { "title", "Agir" },
      { "kind", "train|secure" },
      { "status", "todo|done" },
      { "opened_on", "%d" },
      { "due_on", "%d" } } },
  { &vigie_incident_entity,
    { { "code", "%c" },
      { "deployment", DEPLOYMENTS },
      { "kind", "drift|bias|outage" },
      { "severity", "%n" },
      { "occurred_on", "%d" },
      { "status", "open|closed" } } },
};

/* What the overview said as of a day. */
typedef struct
{
  VigieDate day;
  const char *site;
  char *json;
} Picture;

typedef struct
{
  char *folder;
  VigieStore *store;
  GRand *random;
  VigieDate today;
  GHashTable *used; /* keys of what is in the register, or was once */
  GPtrArray *fresh; /* records that were entered today */
  guint n_to_undo;  /* entries of today */
  guint n_codes;
  guint n_facts;
  GArray *pictures;
} Fixture;

static void
clear_picture (gpointer data)
{
  g_free (((Picture *) data)->json);
}

static char *
dup_mark (VigieRecord *record)
{
  g_autofree char *key = vigie_record_dup_key (record);

  return g_strconcat (vigie_record_get_entity (record)->nick, "|", key, NULL);
}

/* What is there already is not entered once more: that would be to correct it, and a correction holds for the past. */
static void
note_known (Fixture *fixture)
{
  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    {
      VigieQuery query = { .entity = *entity, .sort_field = -1 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = vigie_store_list (fixture->store, &query, NULL, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        g_hash_table_add (fixture->used, dup_mark (g_ptr_array_index (records, i)));
    }
}

static void
begin_day (Fixture *fixture, const char *day)
{
  fixture->today = vigie_date_parse_iso (day);
  vigie_store_set_day (fixture->store, fixture->today);
  g_ptr_array_set_size (fixture->fresh, 0);
  fixture->n_to_undo = 0;
}

static const char *const founding[] = {
  "decision|code=D-0|kind=policy|text=Charte|decided_on=2025-01-15|status=in_force",
};

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint32 seed = (guint32) g_test_rand_int ();

  g_test_message ("seed %u", seed);
  *fixture = (Fixture) { .folder = vigie_test_dup_folder () };
  fixture->random = g_rand_new_with_seed (seed);
  fixture->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->pictures = g_array_new (FALSE, FALSE, sizeof (Picture));
  g_array_set_clear_func (fixture->pictures, clear_picture);
  fixture->store = vigie_test_new_store (fixture->folder);
  begin_day (fixture, VIGIE_SMALL_TODAY);
  vigie_test_fill_small_register (fixture->store);
  /* The first of a kind count as known from their own dates: of each there is one. */
  vigie_test_put_lines (fixture->store, founding, G_N_ELEMENTS (founding));
  note_known (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_rand_free (fixture->random);
  g_hash_table_unref (fixture->used);
  g_ptr_array_unref (fixture->fresh);
  g_array_unref (fixture->pictures);
}

/* --- facts ----------------------------------------------------------------------------------------- */

static int
draw (Fixture *fixture, int n)
{
  return g_rand_int_range (fixture->random, 0, n);
}

static char *
dup_person (Fixture *fixture, gboolean or_new)
{
  static const struct
  {
    const char *prefix;
    int n;
  } groups[] = { { "MED", 12 }, { "IDE", 20 }, { "PHA", 3 }, { "DIR", 6 } };
  const int group = draw (fixture, G_N_ELEMENTS (groups));

  if (or_new && draw (fixture, 2) == 0)
    return g_strdup_printf ("NEW%02d", draw (fixture, 60));
  return g_strdup_printf ("%s%02d", groups[group].prefix, draw (fixture, groups[group].n));
}

static char *
dup_drawn (Fixture *fixture, const char *how)
{
  g_auto (GStrv) choices = NULL;
  char day[VIGIE_DATE_ISO_SIZE];

  if (*how != '%')
    {
      choices = g_strsplit (how, "|", -1);
      return g_strdup (choices[draw (fixture, (int) g_strv_length (choices))]);
    }
  switch (how[1])
    {
    case 'd':
      vigie_date_to_iso (fixture->today - draw (fixture, 1500), day);
      return g_strdup (day);
    case 'p':
    case 'P':
      return dup_person (fixture, how[1] == 'P');
    case 'n':
      return g_strdup_printf ("%d", 1 + draw (fixture, 5));
    case 'N':
      return g_strdup_printf ("%d", 1 + draw (fixture, 20));
    default:
      return g_strdup_printf ("LATE-%u", ++fixture->n_codes);
    }
}

/* NULL where there is, or was, one of its key. */
static VigieRecord *
draw_record (Fixture *fixture, const Template *template)
{
  g_autoptr (VigieRecord) record = vigie_record_new (template->entity);
  g_autofree char *mark = NULL;

  for (gsize i = 0; i < MOST_PAIRS && template->pairs[i][0] != NULL; i++)
    {
      g_autofree char *value = dup_drawn (fixture, template->pairs[i][1]);
      int field = vigie_entity_find_field (template->entity, template->pairs[i][0]);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (field, >=, 0);
      vigie_record_set_from_text (record, (guint) field, value, &error);
      g_assert_no_error (error);
    }
  mark = dup_mark (record);
  return g_hash_table_add (fixture->used, g_steal_pointer (&mark)) ? g_steal_pointer (&record) : NULL;
}

static void
enter_records (Fixture *fixture)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  int n = 1 + draw (fixture, MOST_RECORDS);

  for (int i = 0; i < n; i++)
    {
      const Template *template =
        draw (fixture, 2) == 0 ? &completion_template : &templates[draw (fixture, G_N_ELEMENTS (templates))];
      VigieRecord *record = draw_record (fixture, template);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  vigie_store_put_records (fixture->store, records, NULL, &error);
  g_assert_no_error (error);
  fixture->n_facts += records->len;
  fixture->n_to_undo += records->len > 0;
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (fixture->fresh, g_object_ref (g_ptr_array_index (records, i)));
}

/* Trainings as a file, which are added by the batch. */
static void
import_completions (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "late.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("staff,module,completed_on\n");
  g_autoptr (VigieImport) import = NULL;
  g_autoptr (GError) error = NULL;
  const VigieImportReport *report;

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (VigieRecord) record = draw_record (fixture, &completion_template);

      for (guint field = 0; record != NULL && field < 3; field++)
        {
          g_autofree char *cell =
            vigie_field_dup_canonical (&vigie_completion_entity.fields[field], vigie_record_get_value (record, field));

          g_string_append_printf (text, "%s%c", cell, field < 2 ? ',' : '\n');
        }
    }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  import = vigie_import_open ("completions", file, NULL, &error);
  g_assert_no_error (error);
  vigie_import_run (import, fixture->store, FALSE, NULL, &error);
  g_assert_no_error (error);
  report = vigie_import_get_report (import);
  g_assert_cmpint (report->n_faults, ==, 0);
  fixture->n_facts += (guint) report->rows[VIGIE_OUTCOME_ADDED];
  fixture->n_to_undo += report->written;
}

/* Says of something that was entered today another thing. */
static void
correct (Fixture *fixture)
{
  VigieRecord *record;
  const VigieEntity *entity;
  int field;
  g_autoptr (GError) error = NULL;

  if (fixture->fresh->len == 0)
    return;
  record = g_ptr_array_index (fixture->fresh, (guint) draw (fixture, (int) fixture->fresh->len));
  entity = vigie_record_get_entity (record);
  field = vigie_entity_find_field (entity, "title");
  if (field < 0)
    field = vigie_entity_find_field (entity, "minutes");
  if (field < 0)
    return;
  vigie_record_set_from_text (record, (guint) field, entity == &vigie_completion_entity ? "45" : "Autrement", &error);
  g_assert_no_error (error);
  vigie_test_put (fixture->store, g_object_ref (record));
  fixture->n_to_undo++;
}

static void
undo_and_redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) undone = NULL;
  g_autoptr (VigieJournalEntry) redone = NULL;

  if (fixture->n_to_undo == 0)
    return;
  undone = vigie_store_undo (fixture->store, 0, NULL, &error);
  g_assert_no_error (error);
  fixture->n_to_undo--;
  if (draw (fixture, 2) == 0)
    return;
  redone = vigie_store_redo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  fixture->n_to_undo++;
}

static void
enter_something (Fixture *fixture)
{
  switch (draw (fixture, 8))
    {
    case 0:
      import_completions (fixture);
      break;
    case 1:
      undo_and_redo (fixture);
      break;
    case 2:
      correct (fixture);
      break;
    default:
      enter_records (fixture);
      break;
    }
}

/* --- pictures -------------------------------------------------------------------------------------- */

static char *
dup_json (Fixture *fixture, VigieDate day, const char *site, VigieDate known_on)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (day, site, NULL);
  g_autoptr (VigieScope) known = vigie_scope_with_known_on (scope, known_on);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (fixture->store, known, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) json = NULL;
  char *begin;

  g_assert_no_error (error);
  bytes = vigie_numbers_write_json (overview, FALSE);
  json = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  /* What may differ: until when facts were known, and how many were left out. */
  begin = strstr (json->str, "\"known_on\"");
  g_assert_nonnull (begin);
  g_string_erase (json, begin - json->str, strstr (begin, "\"since\"") - begin);
  return g_string_free_and_steal (g_steal_pointer (&json));
}

static void
take_picture (Fixture *fixture, VigieDate day, const char *site)
{
  Picture picture = { day, site, dup_json (fixture, day, site, VIGIE_DATE_NONE) };

  g_array_append_val (fixture->pictures, picture);
}

/* Says the lines in which two texts differ, since they are long. */
static void
assert_same (const Picture *picture, const char *now)
{
  g_auto (GStrv) then_lines = g_strsplit (picture->json, "\n", -1);
  g_auto (GStrv) now_lines = g_strsplit (now, "\n", -1);
  char day[VIGIE_DATE_ISO_SIZE];

  vigie_date_to_iso (picture->day, day);
  for (gsize i = 0; then_lines[i] != NULL && now_lines[i] != NULL; i++)
    if (!g_str_equal (then_lines[i], now_lines[i]))
      g_error ("as of %s, %s: line %" G_GSIZE_FORMAT " was “%s” and is “%s”", day,
               picture->site != NULL ? picture->site : "everywhere", i + 1, then_lines[i], now_lines[i]);
  g_assert_cmpstr (now, ==, picture->json);
}

static void
look_again (Fixture *fixture)
{
  for (guint i = 0; i < fixture->pictures->len; i++)
    {
      const Picture *picture = &g_array_index (fixture->pictures, Picture, i);
      g_autofree char *now = dup_json (fixture, picture->day, picture->site, VIGIE_DATE_NONE);

      assert_same (picture, now);
    }
}

/* What came later would have made another picture: else the above would say nothing. */
static void
assert_late_matters (Fixture *fixture)
{
  for (guint i = 0; i < fixture->pictures->len; i++)
    {
      const Picture *picture = &g_array_index (fixture->pictures, Picture, i);
      g_autofree char *known = NULL;

      if (picture->day == fixture->today)
        continue;
      known = dup_json (fixture, picture->day, picture->site, fixture->today);
      g_assert_cmpstr (known, !=, picture->json);
    }
}

static void
test_past (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const past[] = { "2024-12-31", "2025-12-28", VIGIE_SMALL_TODAY };
  static const char *const days[N_PHASES] = { "2026-11-24", "2026-12-15", "2027-01-31", "2027-04-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (past); i++)
    take_picture (fixture, vigie_date_parse_iso (past[i]), NULL);
  take_picture (fixture, vigie_date_parse_iso (past[1]), "CHU");
  for (gsize phase = 0; phase < N_PHASES; phase++)
    {
      begin_day (fixture, days[phase]);
      for (guint i = 1; i <= ENTRIES_A_PHASE; i++)
        {
          enter_something (fixture);
          if (i % ENTRIES_BETWEEN_LOOKS == 0)
            look_again (fixture);
        }
      take_picture (fixture, fixture->today, phase % 2 == 0 ? NULL : "CHU");
    }
  g_test_message ("%u facts", fixture->n_facts);
  g_assert_cmpuint (fixture->n_facts, >, 2000);
  assert_late_matters (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  g_test_add ("/past", Fixture, NULL, set_up, test_past, tear_down);
  return g_test_run ();
}
