// SPDX-License-Identifier: GPL-3.0-or-later

/* What the dossier of a system says, recounted by hand from the small register. */

#include "vigie-small-register.h"

#include "vigie-dossier.h"
#include "vigie-entities.h"
#include "vigie-format.h"

#include <math.h>
#include <string.h>

static void
set_up (VigieTestFixture *fixture, gconstpointer data)
{
  vigie_test_set_up (fixture, data);
  vigie_test_fill_small_register (fixture->store);
}

static VigieDossier *
load (VigieTestFixture *fixture, const char *day, const char *site, const char *code)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (day), site, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (fixture->store, scope, NULL, &error);
  VigieDossier *dossier;

  g_assert_no_error (error);
  dossier = vigie_dossier_load (fixture->store, overview, code, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

/* Of weights 3, 3, 3, 2, 2, 2, 1: the certificate in full, the validation half, the audit unfavourable, the review lapsed. */
static void
test_evidence (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    VigieEvidenceKind kind;
    VigieEvidenceHold hold;
    const char *record;
  } expected[] = {
    { VIGIE_EVIDENCE_KIND_CE_CERTIFICATE, VIGIE_EVIDENCE_HOLD_FAVOURABLE, "E1" },
    { VIGIE_EVIDENCE_KIND_CLINICAL_EVALUATION, VIGIE_EVIDENCE_HOLD_ABSENT, NULL },
    { VIGIE_EVIDENCE_KIND_LOCAL_VALIDATION, VIGIE_EVIDENCE_HOLD_RESERVED, "E2" },
    { VIGIE_EVIDENCE_KIND_BIAS_REVIEW, VIGIE_EVIDENCE_HOLD_LAPSED, "E3" },
    { VIGIE_EVIDENCE_KIND_MONITORING_REPORT, VIGIE_EVIDENCE_HOLD_ABSENT, NULL },
    { VIGIE_EVIDENCE_KIND_SECURITY_AUDIT, VIGIE_EVIDENCE_HOLD_UNFAVOURABLE, "E5" },
    { VIGIE_EVIDENCE_KIND_USER_FEEDBACK, VIGIE_EVIDENCE_HOLD_ABSENT, NULL },
  };
  g_autoptr (VigieDossier) dossier = load (fixture, VIGIE_SMALL_TODAY, NULL, "FRAC");
  double shares = 0, held = 0;

  g_assert_cmpuint (vigie_dossier_get_n_evidence (dossier), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const VigieDossierEvidence *evidence = vigie_dossier_get_evidence (dossier, i);

      g_assert_cmpint (evidence->kind, ==, expected[i].kind);
      g_assert_cmpint (evidence->hold, ==, expected[i].hold);
      g_assert_cmpstr (evidence->record != NULL ? vigie_record_get_text (evidence->record, 0) : NULL, ==,
                       expected[i].record);
      shares += evidence->share;
      held += evidence->share * (evidence->hold == VIGIE_EVIDENCE_HOLD_FAVOURABLE ? 1
                                 : evidence->hold == VIGIE_EVIDENCE_HOLD_RESERVED ? 0.5
                                                                                  : 0);
    }
  g_assert_cmpfloat_with_epsilon (shares, 1, 1e-9);
  /* What is shown of each kind adds up to the pillar. */
  g_assert_cmpfloat_with_epsilon (held, vigie_dossier_get_numbers (dossier)->reliability, 1e-9);
}

/* Each group adds up to the pillar, as far as it is shown. */
static void
test_users (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieDossier) fracture = load (fixture, VIGIE_SMALL_TODAY, NULL, "FRAC");
  g_autoptr (VigieDossier) scribe = load (fixture, VIGIE_SMALL_TODAY, NULL, "SCRI");
  const VigieDossierUsers *users = vigie_dossier_get_users (fracture, 0);

  /* Six doctors of radiology use it; those of the Bourg are to, and do not count yet. */
  g_assert_cmpuint (vigie_dossier_get_n_users (fracture), ==, 1);
  g_assert_cmpint (users->users, ==, 6);
  g_assert_cmpint (users->trained, ==, vigie_dossier_get_numbers (fracture)->users.trained);
  g_assert_false (users->hidden);
  g_assert_cmpfloat_with_epsilon (vigie_dossier_get_target (fracture), 1, 1e-9);
  /* Of the scribe, in pilot: eleven nurses and nine doctors are expected. */
  g_assert_cmpuint (vigie_dossier_get_n_users (scribe), ==, 2);
  g_assert_cmpint (vigie_dossier_get_users (scribe, 0)->users, ==, 11);
  g_assert_cmpint (vigie_dossier_get_users (scribe, 1)->users, ==, 9);
}

static void
test_small_groups (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "user_group|deployment=D-SCRI-CHU|profession=PHA|as_of=2026-06-02|users_expected=3",
  };
  g_autoptr (VigieDossier) dossier = NULL;

  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  dossier = load (fixture, VIGIE_SMALL_TODAY, NULL, "SCRI");
  /* The three pharmacists, and the smaller of the others, who would give them away. */
  g_assert_cmpuint (vigie_dossier_get_n_users (dossier), ==, 3);
  g_assert_false (vigie_dossier_get_users (dossier, 0)->hidden);
  g_assert_true (vigie_dossier_get_users (dossier, 1)->hidden);
  g_assert_true (vigie_dossier_get_users (dossier, 2)->hidden);
}

typedef struct
{
  const char *name;
  const char *day;
  const char *system;
  const char *line; /* put on top of the small register */
  VigieJudgement judgement;
  const char *words; /* among those of the sentence */
} Case;

static const Case cases[] = {
  { "both-short", VIGIE_SMALL_TODAY, "FRAC", NULL, VIGIE_JUDGEMENT_BAD, "must be trained" },
  { "safeguards", VIGIE_SMALL_TODAY, "FRAC", NULL, VIGIE_JUDGEMENT_BAD, "due" },
  { "not-in-use", VIGIE_SMALL_TODAY, "IDEA", NULL, VIGIE_JUDGEMENT_NEUTRAL, "not recorded" },
  { "ended", VIGIE_SMALL_TODAY, "OLD", NULL, VIGIE_JUDGEMENT_NEUTRAL, "no longer used" },
  { "prohibited", VIGIE_SMALL_TODAY, "BEDS", "system|code=BEDS|name=FluxLits|ai_act_class=prohibited",
    VIGIE_JUDGEMENT_BAD, "article 5" },
  { "reliability-not-measured", VIGIE_SMALL_TODAY, "BEDS", NULL, VIGIE_JUDGEMENT_WARNING, "is not measured" },
};

static void
test_sentence (VigieTestFixture *fixture, gconstpointer data)
{
  const Case *wanted = data;
  g_autoptr (VigieDossier) dossier = NULL;

  if (wanted->line != NULL)
    vigie_test_put_lines (fixture->store, &wanted->line, 1);
  dossier = load (fixture, wanted->day, NULL, wanted->system);
  g_test_message ("%s", vigie_dossier_get_sentence (dossier));
  g_assert_cmpint (vigie_dossier_get_judgement (dossier), ==, wanted->judgement);
  g_assert_nonnull (strstr (vigie_dossier_get_sentence (dossier), wanted->words));
}

/* Whichever deployment they are of. */
static void
assert_latest_first (GPtrArray *records, guint field)
{
  for (guint i = 1; i < records->len; i++)
    g_assert_cmpint (vigie_record_get_date (g_ptr_array_index (records, i - 1), field), >=,
                     vigie_record_get_date (g_ptr_array_index (records, i), field));
}

static const char *const incident_elsewhere =
  "incident|code=I-90|deployment=D-FRAC-CHB|kind=outage|severity=1|occurred_on=2026-03-02|status=closed";

static void
test_order (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieDossier) dossier = NULL;
  GPtrArray *incidents;

  vigie_test_put_lines (fixture->store, &incident_elsewhere, 1);
  dossier = load (fixture, VIGIE_SMALL_TODAY, NULL, "FRAC");
  incidents = vigie_dossier_get_part (dossier, VIGIE_DOSSIER_INCIDENTS);
  g_assert_cmpuint (incidents->len, ==, 5);
  assert_latest_first (incidents, VIGIE_INCIDENT_OCCURRED_ON);
}

/* As of a day, what came later is left out. */
static void
test_records (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieDossier) now = load (fixture, VIGIE_SMALL_TODAY, NULL, "FRAC");
  g_autoptr (VigieDossier) then = load (fixture, "2025-12-31", NULL, "FRAC");
  g_autoptr (VigieDossier) bourg = load (fixture, VIGIE_SMALL_TODAY, "CHB", "FRAC");
  const VigieDossierDeployment *first = vigie_dossier_get_deployment (now, 0);

  /* What is in production comes first. */
  g_assert_cmpuint (vigie_dossier_get_n_deployments (now), ==, 2);
  g_assert_cmpstr (vigie_record_get_text (first->record, 0), ==, "D-FRAC-RAD");
  g_assert_cmpuint (first->events->len, ==, 2);
  g_assert_cmpuint (first->safeguards->len, ==, 3);
  g_assert_cmpuint (vigie_dossier_get_part (now, VIGIE_DOSSIER_INCIDENTS)->len, ==, 4);
  g_assert_cmpuint (vigie_dossier_get_part (then, VIGIE_DOSSIER_INCIDENTS)->len, ==, 1);
  g_assert_cmpint (vigie_dossier_sum_costs (now, FALSE), ==, 9200000);
  g_assert_cmpint (vigie_dossier_sum_costs (now, TRUE), ==, 7100000);
  /* Of the deployments in scope only. */
  g_assert_cmpuint (vigie_dossier_get_n_deployments (bourg), ==, 1);
  g_assert_cmpuint (vigie_dossier_get_part (bourg, VIGIE_DOSSIER_INCIDENTS)->len, ==, 0);
  g_assert_cmpint (vigie_dossier_sum_costs (bourg, TRUE), ==, -1);
}

static const VigieDossierDue *
find_due (VigieDossier *dossier, const char *day)
{
  for (guint i = 0; i < vigie_dossier_get_n_dues (dossier); i++)
    if (vigie_dossier_get_due (dossier, i)->on == vigie_date_parse_iso (day))
      return vigie_dossier_get_due (dossier, i);
  return NULL;
}

static void
test_dues (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieDossier) dossier = load (fixture, VIGIE_SMALL_TODAY, NULL, "FRAC");

  for (guint i = 1; i < vigie_dossier_get_n_dues (dossier); i++)
    g_assert_cmpint (vigie_dossier_get_due (dossier, i - 1)->on, <=, vigie_dossier_get_due (dossier, i)->on);
  g_assert_true (find_due (dossier, "2026-12-14")->entity == &vigie_deployment_entity); /* the go-live */
  g_assert_cmpstr (find_due (dossier, "2028-12-31")->code, ==, "E1");
  g_assert_nonnull (find_due (dossier, "2026-11-22")); /* the AIPD has lapsed */
  /* The law that asks for human oversight at the Bourg, where none is. */
  g_assert_nonnull (strstr (find_due (dossier, "2028-08-02")->text, "26(2)"));
}

static char *
now (void)
{
  return g_strdup ("2026-11-23T10:00:00Z");
}

/* What was entered one by one of a system, its deployments and what belongs to them; and its undoing. */
static void
test_history (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieRecord) safeguard = vigie_record_new (&vigie_safeguard_entity);
  g_autoptr (VigieRecord) other = vigie_record_new (&vigie_system_entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDossier) before = load (fixture, VIGIE_SMALL_TODAY, NULL, "FRAC");
  g_autoptr (VigieDossier) after = NULL;
  g_autoptr (VigieDossier) undone = NULL;
  g_autoptr (VigieJournalEntry) entry = NULL;
  guint n = vigie_dossier_get_history (before)->len;

  vigie_store_set_hand (fixture->store, "DPO", now);
  vigie_record_set_text (safeguard, VIGIE_SAFEGUARD_DEPLOYMENT, "D-FRAC-CHB");
  vigie_record_set_number (safeguard, VIGIE_SAFEGUARD_KIND, VIGIE_SAFEGUARD_KIND_DPIA);
  vigie_record_set_number (safeguard, VIGIE_SAFEGUARD_STATUS, VIGIE_SAFEGUARD_STATUS_IN_PROGRESS);
  vigie_store_edit_record (fixture->store, safeguard, VIGIE_RECORD_ADD, &error);
  g_assert_no_error (error);
  vigie_record_set_text (other, VIGIE_SYSTEM_CODE, "FRAC2");
  vigie_record_set_text (other, VIGIE_SYSTEM_NAME, "Another whose code begins so");
  vigie_store_edit_record (fixture->store, other, VIGIE_RECORD_ADD, &error);
  g_assert_no_error (error);
  after = load (fixture, VIGIE_SMALL_TODAY, NULL, "FRAC");
  g_assert_cmpuint (vigie_dossier_get_history (after)->len, ==, n + 1);
  g_assert_cmpstr (((VigieJournalEntry *) g_ptr_array_index (vigie_dossier_get_history (after), 0))->author, ==, "DPO");

  entry = vigie_store_undo (fixture->store, 0, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&entry, vigie_journal_entry_free);
  entry = vigie_store_undo (fixture->store, 0, NULL, &error);
  g_assert_no_error (error);
  undone = load (fixture, VIGIE_SMALL_TODAY, NULL, "FRAC");
  g_assert_cmpuint (vigie_dossier_get_history (undone)->len, ==, n + 2);
}

static void
test_unknown (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, NULL);
  g_autoptr (VigieOverview) overview = vigie_overview_load (fixture->store, scope, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (vigie_dossier_load (fixture->store, overview, "NONE", NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE);
  g_assert_nonnull (strstr (error->message, "NONE"));
}

static void
add (const char *path, gconstpointer data, void (*test) (VigieTestFixture *, gconstpointer))
{
  g_test_add (path, VigieTestFixture, data, set_up, test, vigie_test_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  add ("/insight/dossier/evidence", NULL, test_evidence);
  add ("/insight/dossier/users", NULL, test_users);
  add ("/insight/dossier/small-groups", NULL, test_small_groups);
  add ("/insight/dossier/records", NULL, test_records);
  add ("/insight/dossier/order", NULL, test_order);
  add ("/insight/dossier/dues", NULL, test_dues);
  add ("/insight/dossier/history", NULL, test_history);
  add ("/insight/dossier/unknown", NULL, test_unknown);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/insight/dossier/sentence/%s", cases[i].name);

      add (path, &cases[i], test_sentence);
    }
  return g_test_run ();
}
