// SPDX-License-Identifier: GPL-3.0-or-later

/* What a director must recognise in the demonstration, recounted from its records, on several days. */

#include "demo-recount.h"

#include "vigie-entities.h"
#include "vigie-enums.h"

#define TARGET 0.8

static VigieDate today;

static Recount *
count_group (VigieDemoScale scale)
{
  return recount_new (&(VigieDemoOptions) { .scale = scale, .seed = 1, .today = today });
}

static const char *
name_of (const Recount *recount, const char *deployment)
{
  VigieRecord *record = recount_find (recount, &vigie_deployment_entity, VIGIE_DEPLOYMENT_CODE, deployment);

  return vigie_record_get_text (recount_find (recount, &vigie_system_entity, VIGIE_SYSTEM_CODE,
                                              vigie_record_get_text (record, VIGIE_DEPLOYMENT_SYSTEM)),
                                VIGIE_SYSTEM_NAME);
}

/* Trained users of every system in production, Σ/Σ over its deployments. */
static GHashTable *
sum_systems (const Recount *recount)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GPtrArray *deployments = recount_list (recount, &vigie_deployment_entity);

  for (guint i = 0; i < deployments->len; i++)
    {
      const char *code = vigie_record_get_text (g_ptr_array_index (deployments, i), VIGIE_DEPLOYMENT_CODE);
      int stage = recount_stage (recount, code, today);
      RecountShare *sum = g_hash_table_lookup (sums, name_of (recount, code));
      RecountShare share;

      if (stage != VIGIE_STAGE_LIVE && stage != VIGIE_STAGE_RESTRICTED)
        continue;
      share = recount_tool (recount, code, today);
      g_assert_cmpint (share.required, >, 0);
      if (sum == NULL)
        {
          sum = g_new0 (RecountShare, 1);
          g_hash_table_insert (sums, (gpointer) name_of (recount, code), sum);
        }
      sum->required += share.required;
      sum->valid += share.valid;
    }
  return sums;
}

static void
test_untrained (void)
{
  g_autoptr (Recount) recount = count_group (VIGIE_DEMO_SCALE_GHT);
  g_autoptr (GHashTable) sums = sum_systems (recount);
  GHashTableIter iter;
  gpointer name, sum;
  guint n = 0;

  g_assert_cmpuint (g_hash_table_size (sums), >=, 12);
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &name, &sum))
    {
      double share = recount_share (*(RecountShare *) sum);

      g_test_message ("%s %.2f of %d", (char *) name, share, (int) ((RecountShare *) sum)->required);
      if (g_str_equal (name, "Calame Consult") || g_str_equal (name, "Oriane Tri"))
        g_assert_cmpfloat (share, <, 0.25);
      else
        g_assert_cmpfloat (share, >=, 0.6);
      n += share < 0.5;
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (recount_share (*(RecountShare *) g_hash_table_lookup (sums, "Ostéoscan")), >=, 0.9);
}

/* The ambient scribe is the most widely used system, and nothing favourable was found of it. */
static void
test_evidence (void)
{
  g_autoptr (Recount) recount = count_group (VIGIE_DEMO_SCALE_GHT);
  g_autoptr (GHashTable) sums = sum_systems (recount);
  GPtrArray *list = recount_list (recount, &vigie_evidence_entity);
  gint64 used = ((RecountShare *) g_hash_table_lookup (sums, "Calame Consult"))->required;
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer sum;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    g_assert_cmpint (((RecountShare *) sum)->required, <=, used);
  for (guint i = 0; i < list->len; i++)
    {
      VigieRecord *evidence = g_ptr_array_index (list, i);
      const char *name = vigie_record_get_text (recount_find (recount, &vigie_system_entity, VIGIE_SYSTEM_CODE,
                                                              vigie_record_get_text (evidence, VIGIE_EVIDENCE_SYSTEM)),
                                                VIGIE_SYSTEM_NAME);
      gint64 result = vigie_record_get_number (evidence, VIGIE_EVIDENCE_RESULT, -1);

      if (g_str_equal (name, "Calame Consult"))
        g_assert_cmpint (result, !=, VIGIE_EVIDENCE_RESULT_FAVOURABLE);
      if (g_str_equal (name, "Ostéoscan") && result == VIGIE_EVIDENCE_RESULT_FAVOURABLE &&
          vigie_record_get_date (evidence, VIGIE_EVIDENCE_VALID_UNTIL) > today)
        g_hash_table_add (kinds, GINT_TO_POINTER (vigie_record_get_number (evidence, VIGIE_EVIDENCE_KIND, -1)));
    }
  g_assert_cmpuint (g_hash_table_size (kinds), ==, 7);
}

/* A go-live within three weeks: users not trained, safeguards missing. */
static void
test_not_ready (void)
{
  g_autoptr (Recount) recount = count_group (VIGIE_DEMO_SCALE_GHT);
  GPtrArray *deployments = recount_list (recount, &vigie_deployment_entity);
  GPtrArray *safeguards = recount_list (recount, &vigie_safeguard_entity);
  const char *found = NULL;
  guint missing = 0;

  for (guint i = 0; i < deployments->len; i++)
    {
      VigieRecord *deployment = g_ptr_array_index (deployments, i);
      const char *code = vigie_record_get_text (deployment, VIGIE_DEPLOYMENT_CODE);
      VigieDate planned = vigie_record_get_date (deployment, VIGIE_DEPLOYMENT_PLANNED_ON);

      if (planned > today && planned <= today + 21 && recount_stage (recount, code, today) == VIGIE_STAGE_VALIDATION)
        {
          g_assert_null (found);
          found = code;
        }
    }
  g_assert_nonnull (found);
  g_assert_cmpfloat (recount_share (recount_tool (recount, found, today)), <, 0.3);
  for (guint i = 0; i < safeguards->len; i++)
    {
      VigieRecord *safeguard = g_ptr_array_index (safeguards, i);

      missing += g_str_equal (vigie_record_get_text (safeguard, VIGIE_SAFEGUARD_DEPLOYMENT), found) &&
                 vigie_record_get_number (safeguard, VIGIE_SAFEGUARD_STATUS, -1) == VIGIE_SAFEGUARD_STATUS_MISSING;
    }
  g_assert_cmpuint (missing, >=, 2);
}

static void
test_sites (void)
{
  g_autoptr (Recount) recount = count_group (VIGIE_DEMO_SCALE_GHT);
  GPtrArray *units = recount_list (recount, &vigie_org_unit_entity);
  double all = recount_share (recount_coverage (recount, today, NULL, NULL));
  double ahead = recount_share (recount_coverage (recount, today, "BRE", NULL));
  double behind = recount_share (recount_coverage (recount, today, "MON", NULL));

  g_assert_cmpfloat (all, >, 0.55);
  g_assert_cmpfloat (all, <, TARGET);
  g_assert_cmpfloat (ahead, >, all + 0.1);
  g_assert_cmpfloat (behind, <, all - 0.15);
  for (guint i = 0; i < units->len; i++)
    {
      const char *code = vigie_record_get_text (g_ptr_array_index (units, i), VIGIE_ORG_UNIT_CODE);
      double share = recount_share (recount_coverage (recount, today, code, NULL));

      if (share < 0)
        continue;
      g_assert_cmpfloat (share, <=, ahead);
      g_assert_cmpfloat (share, >=, behind);
    }
}

static VigieDate
find_last_committee (const Recount *recount)
{
  GPtrArray *meetings = recount_list (recount, &vigie_meeting_entity);
  VigieDate last = VIGIE_DATE_NONE;

  for (guint i = 0; i < meetings->len; i++)
    {
      VigieRecord *meeting = g_ptr_array_index (meetings, i);
      VigieDate held = vigie_record_get_date (meeting, VIGIE_MEETING_HELD_ON);

      if (vigie_record_get_number (meeting, VIGIE_MEETING_BODY, -1) == VIGIE_GOVERNANCE_BODY_COMIA && held <= today)
        last = MAX (last, held);
    }
  return last;
}

static void
test_professions (void)
{
  g_autoptr (Recount) recount = count_group (VIGIE_DEMO_SCALE_GHT);
  VigieDate committee = find_last_committee (recount);
  double nurses = recount_share (recount_coverage (recount, today, NULL, "IDE"));

  g_assert_cmpint (committee, >=, today - 100);
  g_assert_cmpfloat (recount_share (recount_coverage (recount, today, NULL, "MED")), <, TARGET - 0.2);
  g_assert_cmpfloat (recount_share (recount_coverage (recount, today, NULL, "INT")), <, TARGET - 0.3);
  g_assert_cmpfloat (recount_share (recount_coverage (recount, today, NULL, "MER")), >, TARGET);
  g_assert_cmpfloat (recount_share (recount_coverage (recount, today, NULL, "PHA")), >, TARGET);
  g_assert_cmpfloat (nurses, >, recount_share (recount_coverage (recount, committee, NULL, "IDE")) + 0.05);
}

static void
test_committees (void)
{
  g_autoptr (Recount) recount = count_group (VIGIE_DEMO_SCALE_GHT);
  GPtrArray *meetings = recount_list (recount, &vigie_meeting_entity);
  GPtrArray *actions = recount_list (recount, &vigie_action_entity);
  GPtrArray *incidents = recount_list (recount, &vigie_incident_entity);
  guint n_next = 0, n_held = 0, n_overdue = 0, n_slipped = 0, n_done = 0, n_serious = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      VigieRecord *meeting = g_ptr_array_index (meetings, i);
      VigieDate held = vigie_record_get_date (meeting, VIGIE_MEETING_HELD_ON);
      gboolean planned = vigie_record_get_number (meeting, VIGIE_MEETING_STATUS, -1) == VIGIE_MEETING_STATUS_PLANNED;

      g_assert_cmpint (planned, ==, held > today);
      n_held += !planned;
      n_next += planned && held <= today + 21 &&
                vigie_record_get_number (meeting, VIGIE_MEETING_BODY, -1) == VIGIE_GOVERNANCE_BODY_COMIA;
    }
  for (guint i = 0; i < actions->len; i++)
    {
      VigieRecord *action = g_ptr_array_index (actions, i);
      VigieDate due = vigie_record_get_date (action, VIGIE_ACTION_DUE_ON);
      gboolean done = vigie_record_is_measured (action, VIGIE_ACTION_DONE_ON);

      n_done += done;
      n_slipped += due > vigie_record_get_date (action, VIGIE_ACTION_DUE_ON_INITIAL);
      n_overdue += !done && due < today &&
                   vigie_record_get_number (action, VIGIE_ACTION_STATUS, -1) != VIGIE_ACTION_STATUS_DROPPED;
    }
  for (guint i = 0; i < incidents->len; i++)
    {
      VigieRecord *incident = g_ptr_array_index (incidents, i);

      n_serious += vigie_record_get_number (incident, VIGIE_INCIDENT_SEVERITY, 0) >= 4 &&
                   vigie_record_get_number (incident, VIGIE_INCIDENT_STATUS, -1) == VIGIE_INCIDENT_STATUS_OPEN &&
                   !vigie_record_is_measured (incident, VIGIE_INCIDENT_ACTION);
    }
  g_assert_cmpuint (n_next, ==, 1);
  g_assert_cmpuint (n_held, >=, 8);
  g_assert_cmpuint (n_overdue, >=, 4);
  g_assert_cmpuint (n_slipped, >=, 5);
  g_assert_cmpuint (n_done, >=, 5);
  g_assert_cmpuint (n_serious, ==, 1);
}

/* Two establishments hand over counts and no reference; every one of their counts fits its people. */
static void
test_counts (void)
{
  g_autoptr (Recount) recount = count_group (VIGIE_DEMO_SCALE_GHT);
  g_autoptr (GHashTable) sites = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *counts = recount_list (recount, &vigie_completion_count_entity);
  GPtrArray *jobs = recount_list (recount, &vigie_job_entity);

  for (guint i = 0; i < counts->len; i++)
    {
      VigieRecord *count = g_ptr_array_index (counts, i);
      gint64 valid = vigie_record_get_number (count, VIGIE_COMPLETION_COUNT_VALID, -1);

      g_hash_table_add (sites, (gpointer) vigie_record_get_text (count, VIGIE_COMPLETION_COUNT_ORG_UNIT));
      g_assert_cmpint (valid, >=, 0);
      g_assert_cmpint (valid, <=, vigie_record_get_number (count, VIGIE_COMPLETION_COUNT_TRAINED, -1));
      g_assert_cmpint (vigie_record_get_number (count, VIGIE_COMPLETION_COUNT_EXPIRING_90, 0), <=, valid);
    }
  g_assert_cmpuint (g_hash_table_size (sites), ==, 2);
  for (guint i = 0; i < jobs->len; i++)
    g_assert_false (g_hash_table_contains (
      sites, recount_site_of (recount, vigie_record_get_text (g_ptr_array_index (jobs, i), VIGIE_JOB_ORG_UNIT))));
}

int
main (int argc, char *argv[])
{
  /* A leap day, the first of January, an ordinary Monday. */
  static const char *const days[] = { "2026-11-23", "2028-02-29", "2027-01-01" };

  g_test_init (&argc, &argv, NULL);
  today = vigie_date_parse_iso (days[argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) % G_N_ELEMENTS (days) : 0]);
  g_test_add_func ("/demo/story/untrained", test_untrained);
  g_test_add_func ("/demo/story/evidence", test_evidence);
  g_test_add_func ("/demo/story/not-ready", test_not_ready);
  g_test_add_func ("/demo/story/sites", test_sites);
  g_test_add_func ("/demo/story/professions", test_professions);
  g_test_add_func ("/demo/story/committees", test_committees);
  g_test_add_func ("/demo/story/counts", test_counts);
  return g_test_run ();
}
