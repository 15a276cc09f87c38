// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo-recount.h"

#include "vigie-demo-private.h"
#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-test.h"

#define TODAY "2026-11-23"

static VigieDemoOptions
options_of (VigieDemoScale scale)
{
  return (VigieDemoOptions) { .scale = scale, .seed = 1, .today = vigie_date_parse_iso (TODAY) };
}

static void
test_determined (void)
{
  VigieDemoOptions options = options_of (VIGIE_DEMO_SCALE_SMALL);
  g_autoptr (VigieDemo) one = vigie_demo_new (&options, NULL);
  g_autoptr (VigieDemo) same = vigie_demo_new (&options, NULL);
  g_autoptr (VigieDemo) other = NULL;
  guint n = 0, n_different = 0;

  options.seed = 2;
  other = vigie_demo_new (&options, NULL);
  for (;;)
    {
      g_autoptr (VigieRecord) first = vigie_demo_next (one, NULL);
      g_autoptr (VigieRecord) second = vigie_demo_next (same, NULL);
      g_autoptr (VigieRecord) third = vigie_demo_next (other, NULL);

      if (first == NULL)
        {
          g_assert_null (second);
          break;
        }
      n++;
      g_assert_true (vigie_record_equal (first, second));
      n_different += third == NULL || vigie_record_get_entity (first) != vigie_record_get_entity (third) ||
                     !vigie_record_equal (first, third);
    }
  g_assert_cmpuint (n, >, 3000);
  g_assert_cmpuint (n_different, >, n / 3);
}

static gint64
count_in_post (const Recount *recount, VigieDate on)
{
  GPtrArray *jobs = recount_list (recount, &vigie_job_entity);
  GPtrArray *heads = recount_list (recount, &vigie_headcount_entity);
  gint64 n = 0;

  for (guint i = 0; i < jobs->len; i++)
    {
      VigieRecord *job = g_ptr_array_index (jobs, i);

      n += vigie_record_get_date (job, VIGIE_JOB_STARTS_ON) <= on &&
           (!vigie_record_is_measured (job, VIGIE_JOB_ENDS_ON) || vigie_record_get_date (job, VIGIE_JOB_ENDS_ON) >= on);
    }
  for (guint i = 0; i < heads->len; i++)
    if (!vigie_record_is_measured (g_ptr_array_index (heads, i), VIGIE_HEADCOUNT_VALID_TO))
      n += vigie_record_get_number (g_ptr_array_index (heads, i), VIGIE_HEADCOUNT_HEADS, 0);
  return n;
}

typedef struct
{
  const char *name;
  VigieDemoScale scale;
  gint64 staff;
  guint sites;
  gint64 people;
  guint systems;
} ScaleRow;

static const ScaleRow scale_rows[] = {
  { "small", VIGIE_DEMO_SCALE_SMALL, 0, 3, 600, 30 },
  { "ght", VIGIE_DEMO_SCALE_GHT, 0, 12, 4800, 30 },
  { "chu", VIGIE_DEMO_SCALE_CHU, 0, 8, 10000, 30 },
  { "ght-1500", VIGIE_DEMO_SCALE_GHT, 1500, 12, 1500, 30 },
};

static void
test_scale (gconstpointer data)
{
  const ScaleRow *row = data;
  VigieDemoOptions options = options_of (row->scale);
  g_autoptr (Recount) recount = NULL;
  GPtrArray *units;
  guint sites = 0;

  options.staff = row->staff;
  recount = recount_new (&options);
  units = recount_list (recount, &vigie_org_unit_entity);
  for (guint i = 0; i < units->len; i++)
    {
      const char *code = vigie_record_get_text (g_ptr_array_index (units, i), VIGIE_ORG_UNIT_CODE);

      sites += g_str_equal (recount_site_of (recount, code), code);
    }
  g_assert_cmpuint (sites, ==, row->sites);
  g_assert_cmpint (ABS (count_in_post (recount, options.today) - row->people), <=, row->people / 20);
  g_assert_cmpuint (recount_n (recount, &vigie_system_entity), >=, row->systems);
  g_assert_cmpuint (recount_n (recount, &vigie_barrier_entity), >=, 12);
  g_assert_cmpuint (recount_n (recount, &vigie_survey_result_entity), >=, 20);
  g_assert_cmpint (recount_n (recount, &vigie_completion_entity), >, row->people * 2);
}

/* Every date stands on the right side of today. */
static void
test_time (gconstpointer data)
{
  VigieDemoOptions options = options_of (VIGIE_DEMO_SCALE_SMALL);
  const struct
  {
    const VigieEntity *entity;
    guint field;
  } past[] = {
    { &vigie_completion_entity, VIGIE_COMPLETION_COMPLETED_ON },
    { &vigie_job_entity, VIGIE_JOB_STARTS_ON },
    { &vigie_job_entity, VIGIE_JOB_ENDS_ON },
    { &vigie_stage_event_entity, VIGIE_STAGE_EVENT_OCCURRED_ON },
    { &vigie_user_group_entity, VIGIE_USER_GROUP_AS_OF },
    { &vigie_safeguard_entity, VIGIE_SAFEGUARD_DONE_ON },
    { &vigie_evidence_entity, VIGIE_EVIDENCE_OBTAINED_ON },
    { &vigie_barrier_entity, VIGIE_BARRIER_OPENED_ON },
    { &vigie_rating_entity, VIGIE_RATING_RATED_ON },
    { &vigie_survey_entity, VIGIE_SURVEY_AS_OF },
    { &vigie_decision_entity, VIGIE_DECISION_DECIDED_ON },
    { &vigie_action_entity, VIGIE_ACTION_OPENED_ON },
    { &vigie_action_entity, VIGIE_ACTION_DONE_ON },
    { &vigie_incident_entity, VIGIE_INCIDENT_OCCURRED_ON },
    { &vigie_incident_entity, VIGIE_INCIDENT_CLOSED_ON },
  };
  g_autoptr (Recount) recount = NULL;

  options.today = vigie_date_parse_iso (data);
  recount = recount_new (&options);
  for (gsize i = 0; i < G_N_ELEMENTS (past); i++)
    {
      GPtrArray *list = recount_list (recount, past[i].entity);

      g_assert_cmpuint (list->len, >, 0);
      for (guint j = 0; j < list->len; j++)
        if (vigie_record_is_measured (g_ptr_array_index (list, j), past[i].field))
          g_assert_cmpint (vigie_record_get_date (g_ptr_array_index (list, j), past[i].field), <=, options.today);
    }
}

static const struct
{
  const VigieEntity *entity;
  guint field;
} enumerations[] = {
  { &vigie_stage_event_entity, VIGIE_STAGE_EVENT_STAGE },
  { &vigie_stage_event_entity, VIGIE_STAGE_EVENT_BASIS },
  { &vigie_system_entity, VIGIE_SYSTEM_USE_DOMAIN },
  { &vigie_system_entity, VIGIE_SYSTEM_TECH_CLASS },
  { &vigie_safeguard_entity, VIGIE_SAFEGUARD_KIND },
  { &vigie_safeguard_entity, VIGIE_SAFEGUARD_STATUS },
  { &vigie_evidence_entity, VIGIE_EVIDENCE_KIND },
  { &vigie_evidence_entity, VIGIE_EVIDENCE_RESULT },
  { &vigie_barrier_entity, VIGIE_BARRIER_FAMILY },
  { &vigie_rating_entity, VIGIE_RATING_TIER },
  { &vigie_barrier_link_entity, VIGIE_BARRIER_LINK_EFFECT },
  { &vigie_action_entity, VIGIE_ACTION_STATUS },
  { &vigie_action_entity, VIGIE_ACTION_KIND },
  { &vigie_decision_entity, VIGIE_DECISION_KIND },
  { &vigie_decision_entity, VIGIE_DECISION_STATUS },
  { &vigie_incident_entity, VIGIE_INCIDENT_STATUS },
  { &vigie_incident_entity, VIGIE_INCIDENT_KIND },
  { &vigie_deployment_entity, VIGIE_DEPLOYMENT_HEALTH },
  { &vigie_deployment_entity, VIGIE_DEPLOYMENT_OVERSIGHT_COVER },
  { &vigie_requirement_entity, VIGIE_REQUIREMENT_OBLIGATION },
  { &vigie_module_entity, VIGIE_MODULE_COMPETENCY },
  { &vigie_milestone_entity, VIGIE_MILESTONE_LEGAL_STATUS },
};

/* Whatever a page or a figure tells apart is to be seen in the demonstration. Nothing is only proposed as law. */
static void
test_enumerations (void)
{
  VigieDemoOptions options = options_of (VIGIE_DEMO_SCALE_GHT);
  g_autoptr (Recount) recount = recount_new (&options);

  for (gsize i = 0; i < G_N_ELEMENTS (enumerations); i++)
    {
      const VigieField *field = &enumerations[i].entity->fields[enumerations[i].field];
      GPtrArray *list = recount_list (recount, enumerations[i].entity);
      g_autoptr (GEnumClass) values = g_type_class_ref (field->enum_type ());
      guint64 seen = 0;

      for (guint j = 0; j < list->len; j++)
        if (vigie_record_is_measured (g_ptr_array_index (list, j), enumerations[i].field))
          seen |=
            G_GUINT64_CONSTANT (1) << vigie_record_get_number (g_ptr_array_index (list, j), enumerations[i].field, 0);
      for (guint j = 0; j < values->n_values; j++)
        if ((seen >> values->values[j].value & 1) == 0 && field->enum_type () != VIGIE_TYPE_LEGAL_STATUS)
          g_error ("no %s has the %s %s", enumerations[i].entity->nick, field->name, values->values[j].value_nick);
    }
}

/* References only; and nowhere "Dr", "M." or "Mme" with a name. */
static void
test_no_names (void)
{
  VigieDemoOptions options = options_of (VIGIE_DEMO_SCALE_GHT);
  g_autoptr (Recount) recount = recount_new (&options);
  g_autoptr (GRegex) person = g_regex_new ("\\b(M\\.|Mme|Mlle|Dr|Pr|Docteur|Professeur) \\p{Lu}", 0, 0, NULL);
  g_autoptr (GRegex) reference = g_regex_new ("^M[0-9]{7}$", 0, 0, NULL);

  g_assert_true (g_regex_match (person, "le Dr Martin", 0, NULL));
  for (gsize i = 0; i < VIGIE_N_ENTITIES; i++)
    {
      const VigieEntity *entity = vigie_entities ()[i];
      GPtrArray *list = recount_list (recount, entity);

      for (guint j = 0; j < list->len; j++)
        for (guint field = 0; field < entity->n_fields; field++)
          {
            const char *text = vigie_field_holds_text (&entity->fields[field])
                                 ? vigie_record_get_text (g_ptr_array_index (list, j), field)
                                 : NULL;

            if (text == NULL)
              continue;
            g_assert_false (g_regex_match (person, text, 0, NULL));
            if (entity->fields[field].reference == &vigie_staff_entity)
              g_assert_true (g_regex_match (reference, text, 0, NULL));
          }
    }
}

/* A record of every group is reached while few records are held. */
static void
test_national (void)
{
  VigieDemoOptions options = options_of (VIGIE_DEMO_SCALE_NATIONAL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDemo) demo = NULL;
  guint most = 0, systems = 0;
  gboolean reached = FALSE;

  options.staff = 20000;
  demo = vigie_demo_new (&options, &error);
  g_assert_no_error (error);
  while (!reached)
    {
      g_autoptr (VigieRecord) record = vigie_demo_next (demo, &error);

      g_assert_no_error (error);
      g_assert_nonnull (record);
      g_assert_true (vigie_record_validate (record, NULL));
      most = MAX (most, g_queue_get_length (&demo->pending));
      systems += vigie_record_get_entity (record) == &vigie_system_entity;
      reached = vigie_record_get_entity (record) == &vigie_org_unit_entity &&
                g_str_equal (vigie_record_get_text (record, VIGIE_ORG_UNIT_CODE), "G003-GHT");
    }
  g_assert_cmpuint (systems, >, 400);
  g_assert_cmpuint (most, <, 3000);
  g_assert_cmpfloat (vigie_demo_get_fraction (demo), <, 0.1);
}

static void
test_register (gconstpointer data)
{
  VigieDemoOptions options = options_of ((VigieDemoScale) GPOINTER_TO_INT (data));
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "demo.vigie", NULL);
  g_autoptr (Recount) recount = recount_new (&options);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) store = NULL;

  g_assert_true (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  store = vigie_store_open (path, VIGIE_OPEN_READ, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < VIGIE_N_ENTITIES; i++)
    {
      VigieQuery query = { .entity = vigie_entities ()[i], .sort_field = -1, .limit = 1 };
      gint64 total;
      g_autoptr (GPtrArray) list = vigie_store_list (store, &query, &total, NULL, &error);

      g_assert_no_error (error);
      if (query.entity != &vigie_staff_entity)
        g_assert_cmpint (total, ==, recount_n (recount, query.entity));
    }
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

static gboolean
give_up_cb (double fraction, gint64 n, gpointer data)
{
  g_assert_cmpfloat (fraction, <=, 1);
  return n < *(gint64 *) data;
}

/* Given up half-way, or refused, nothing is left and nothing is touched. */
static void
test_all_or_nothing (void)
{
  VigieDemoOptions options = options_of (VIGIE_DEMO_SCALE_SMALL);
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "demo.vigie", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  gint64 most = 2000;

  g_assert_false (vigie_demo_create (path, &options, give_up_cb, &most, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (vigie_demo_create (path, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  vigie_test_remove_folder (folder);
}

static void
test_text (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  VigieDemoText text = { .today = vigie_date_parse_iso (TODAY), .words = words };
  g_autofree char *expanded = NULL;

  g_hash_table_insert (words, g_strdup ("p"), g_strdup ("G001-"));
  expanded =
    vigie_demo_text_expand (&text, "{ \"on\": \"@-1\", \"at\": \"@0\", \"code\": \"{p}X-{Y-400}\", \"{none}\": {} }");
  /* The 22nd was a Sunday. */
  g_assert_cmpstr (expanded, ==,
                   "{ \"on\": \"2026-11-20\", \"at\": \"2026-11-23\", \"code\": \"G001-X-2025\", \"{none}\": {} }");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/determined", test_determined);
  for (gsize i = 0; i < G_N_ELEMENTS (scale_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/demo/scale/%s", scale_rows[i].name);

      g_test_add_data_func (path, &scale_rows[i], test_scale);
    }
  g_test_add_data_func ("/demo/time/today", TODAY, test_time);
  g_test_add_data_func ("/demo/time/leap-day", "2028-02-29", test_time);
  g_test_add_data_func ("/demo/time/new-year", "2027-01-01", test_time);
  g_test_add_func ("/demo/enumerations", test_enumerations);
  g_test_add_func ("/demo/no-names", test_no_names);
  g_test_add_func ("/demo/national", test_national);
  g_test_add_data_func ("/demo/register/small", GINT_TO_POINTER (VIGIE_DEMO_SCALE_SMALL), test_register);
  g_test_add_data_func ("/demo/register/ght", GINT_TO_POINTER (VIGIE_DEMO_SCALE_GHT), test_register);
  g_test_add_func ("/demo/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/demo/text", test_text);
  return g_test_run ();
}
