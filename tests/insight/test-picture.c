// SPDX-License-Identifier: GPL-3.0-or-later

/* The rules that numbers go by, each on a register made for it. */

#include "vigie-small-register.h"

#include "vigie-format.h"
#include "vigie-gate.h"
#include "vigie-overview.h"
#include "vigie-suppress.h"

#include <math.h>

static VigieOverview *
load (VigieStore *store, VigieDate day, const char *site, const char *profession)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (day, site, profession);
  g_autoptr (GError) error = NULL;
  VigieOverview *overview = vigie_overview_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  return overview;
}

static VigieCoverage
cover (VigieStore *store, const char *day, const char *site)
{
  g_autoptr (VigieOverview) overview = load (store, vigie_date_parse_iso (day), site, NULL);

  return vigie_picture_sum_coverage (vigie_overview_get_picture (overview));
}

static void
test_suppress (void)
{
  static const struct
  {
    gint64 sizes[4];
    gboolean hidden[4];
  } rows[] = {
    { { 10, 20, 30, 40 }, { FALSE, FALSE, FALSE, FALSE } }, /* none is small */
    { { 4, 20, 30, 40 }, { TRUE, TRUE, FALSE, FALSE } },    /* one alone would be found by subtraction */
    { { 5, 20, 30, 40 }, { FALSE, FALSE, FALSE, FALSE } },  /* the threshold itself is shown */
    { { 4, 1, 30, 40 }, { TRUE, TRUE, FALSE, FALSE } },     /* together 5: enough */
    { { 1, 2, 30, 40 }, { TRUE, TRUE, TRUE, FALSE } },      /* together 3: a third goes with them */
    { { 3, 0, 0, 0 }, { TRUE, FALSE, FALSE, FALSE } },      /* nothing else to hide */
    { { 0, 0, 9, 9 }, { FALSE, FALSE, FALSE, FALSE } },     /* nobody is not a small group */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean hidden[4];

      vigie_suppress (rows[i].sizes, 4, 5, hidden);
      for (gsize k = 0; k < 4; k++)
        g_assert_cmpint (hidden[k], ==, rows[i].hidden[k]);
    }
}

/* A person a day completes a module that holds for 6 months: on days where months are of unequal length, as many hold
 * it, and will in 90 days, as adding months to each day says. */
static void
test_validity_boundaries (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const days[] = { "2024-02-28", "2024-02-29", "2024-03-01", "2025-02-28",
                                      "2025-03-31", "2024-08-31", "2024-12-31", "2025-01-15" };
  static const char *const base[] = {
    "org_unit|code=S|name=S|kind=site",
    "profession|code=P|label_fr=P|family=nursing",
    "module|code=M|label_fr=M|family=law|competency=privacy|validity_months=6",
    "requirement|code=R|module=M|obligation=mandatory|target_percent=100",
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  VigieDate first = vigie_date_new (2023, 6, 1);
  VigieDate last = vigie_date_new (2025, 4, 1);

  vigie_test_put_lines (fixture->store, base, G_N_ELEMENTS (base));
  for (VigieDate day = first; day <= last; day++)
    {
      g_autofree char *iso = vigie_date_dup_iso (day);

      g_ptr_array_add (lines, g_strdup_printf ("job|staff=P%d|starts_on=2020-01-01|org_unit=S|profession=P", day));
      g_ptr_array_add (lines, g_strdup_printf ("completion|staff=P%d|module=M|completed_on=%s", day, iso));
    }
  vigie_test_put_lines (fixture->store, (const char *const *) lines->pdata, lines->len);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      VigieDate as_of = vigie_date_parse_iso (days[i]);
      VigieCoverage coverage = cover (fixture->store, days[i], NULL);
      gint64 valid = 0, expiring = 0;

      for (VigieDate day = first; day <= MIN (last, as_of); day++)
        {
          VigieDate expiry = vigie_date_add_months (day, 6);

          valid += expiry > as_of;
          expiring += expiry > as_of && expiry <= as_of + 90;
        }
      g_assert_cmpint (coverage.required, ==, last - first + 1);
      g_assert_cmpint (coverage.valid, ==, valid);
      g_assert_cmpint (coverage.expiring, ==, expiring);
    }
}

static void
test_own_expiry (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "org_unit|code=S|name=S|kind=site",
    "profession|code=P|label_fr=P|family=nursing",
    "module|code=M|label_fr=M|family=law|competency=privacy|validity_months=12",
    "requirement|code=R|module=M|obligation=mandatory|target_percent=100",
    "job|staff=A|starts_on=2020-01-01|org_unit=S|profession=P",
    "completion|staff=A|module=M|completed_on=2026-01-10|expires_on=2026-03-01",
  };

  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  g_assert_cmpint (cover (fixture->store, "2026-01-09", NULL).valid, ==, 0);
  g_assert_cmpint (cover (fixture->store, "2026-01-10", NULL).valid, ==, 1);
  g_assert_cmpint (cover (fixture->store, "2026-02-28", NULL).valid, ==, 1);
  g_assert_cmpint (cover (fixture->store, "2026-03-01", NULL).valid, ==, 0);
}

/* What is entered afterwards, for later, leaves an earlier picture as it was. */
static void
test_as_of (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const later[] = {
    "completion|staff=IDE10|module=M01|completed_on=2026-11-24",
    "stage_event|deployment=D-SCRI-CHU|occurred_on=2026-11-24|stage=live|basis=event",
    "user_group|deployment=D-FRAC-RAD|profession=MED|as_of=2026-11-24|users_active=99",
    "evidence|code=E99|system=FRAC|kind=clinical_evaluation|result=favourable|obtained_on=2026-11-24",
    "completion_count|org_unit=CHB|profession=IDE|module=M01|as_of=2026-11-24|valid=30",
  };
  g_autoptr (VigieOverview) before = NULL;
  g_autoptr (VigieOverview) after = NULL;
  VigieDate today = vigie_date_parse_iso (VIGIE_SMALL_TODAY);

  vigie_test_fill_small_register (fixture->store);
  before = load (fixture->store, today, NULL, NULL);
  vigie_test_put_lines (fixture->store, later, G_N_ELEMENTS (later));
  after = load (fixture->store, today, NULL, NULL);
  g_assert_cmpuint (vigie_overview_get_n_headlines (before), ==, vigie_overview_get_n_headlines (after));
  for (guint i = 0; i < vigie_overview_get_n_headlines (before); i++)
    {
      g_assert_cmpstr (vigie_overview_get_headline (before, i)->value_text, ==,
                       vigie_overview_get_headline (after, i)->value_text);
      g_assert_cmpstr (vigie_overview_get_headline (before, i)->detail, ==,
                       vigie_overview_get_headline (after, i)->detail);
    }
  g_assert_cmpint (cover (fixture->store, "2026-11-24", NULL).valid, >,
                   cover (fixture->store, VIGIE_SMALL_TODAY, NULL).valid);
}

static void
test_scope (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  VigieDate today = vigie_date_parse_iso (VIGIE_SMALL_TODAY);
  g_autoptr (VigieOverview) bourg = NULL;
  g_autoptr (VigieOverview) doctors = NULL;
  g_autoptr (VigieScope) nowhere = vigie_scope_new (today, "NOWHERE", NULL);
  g_autoptr (GError) error = NULL;
  VigieCoverage coverage;

  vigie_test_fill_small_register (fixture->store);
  bourg = load (fixture->store, today, "CHB", NULL);
  coverage = vigie_picture_sum_coverage (vigie_overview_get_picture (bourg));
  g_assert_cmpstr (vigie_overview_get_scope_name (bourg), ==, "CH du Bourg");
  /* 30 nurses and 10 doctors owe M01, of whom 12 and 5 hold it; a part of no whole is of no other site. */
  g_assert_cmpint (coverage.required, ==, 40);
  g_assert_cmpint (coverage.valid, ==, 17);
  g_assert_cmpuint (vigie_overview_get_picture (bourg)->n_systems, ==, 2);
  doctors = load (fixture->store, today, NULL, "MED");
  for (gsize i = 0; i < vigie_overview_get_picture (doctors)->n_cells; i++)
    g_assert_cmpint (vigie_overview_get_picture (doctors)->cells[i].profession, ==, 0);
  g_assert_null (vigie_overview_load (fixture->store, nowhere, NULL, &error));
  g_assert_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE);
  g_assert_nonnull (strstr (error->message, "NOWHERE"));
  g_assert_nonnull (strstr (error->message, "CHB"));
}

static const VigieHeadline *
find_headline (VigieOverview *overview, const char *id)
{
  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    if (g_str_equal (vigie_overview_get_headline (overview, i)->id, id))
      return vigie_overview_get_headline (overview, i);
  g_assert_not_reached ();
}

static void
test_headlines (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieOverview) overview = NULL;
  const VigieHeadline *live, *barriers, *actions;

  vigie_test_fill_small_register (fixture->store);
  overview = load (fixture->store, vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, NULL);
  /* The meeting of 16 November was only planned. */
  g_assert_cmpint (vigie_overview_get_since (overview), ==, vigie_date_new (2026, 10, 12));
  live = find_headline (overview, "in-production");
  g_assert_cmpfloat (live->value, ==, 2);
  g_assert_cmpstr (live->detail, ==, "of 4 systems");
  g_assert_cmpstr (live->change_text, ==, "unchanged since 12\u00a0Oct 2026");
  barriers = find_headline (overview, "barriers");
  /* FR-02, critical, was lifted after the meeting, and FR-01 became critical. */
  g_assert_cmpfloat (barriers->value, ==, 1);
  g_assert_cmpstr (barriers->detail, ==, "of 1 open barrier");
  actions = find_headline (overview, "overdue-actions");
  g_assert_cmpfloat (actions->value, ==, 1);
  g_assert_cmpstr (actions->change_text, ==, "+1 since 12\u00a0Oct 2026");
  g_assert_cmpint (actions->change, ==, VIGIE_JUDGEMENT_BAD);
}

static void
test_not_measured (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "org_unit|code=S|name=S|kind=site",
    "system|code=A|name=A",
    "deployment|code=D|system=A|org_unit=S",
    "stage_event|deployment=D|occurred_on=2026-01-01|stage=live|basis=observed",
    "evidence|code=E|system=A|kind=declared_impact|result=declared|obtained_on=2026-01-01",
  };
  g_autoptr (VigieOverview) empty = load (fixture->store, vigie_date_new (2026, 11, 23), NULL, NULL);
  g_autoptr (VigieOverview) overview = NULL;

  g_assert_true (vigie_overview_is_empty (empty));
  g_assert_cmpuint (vigie_overview_get_n_agenda (empty), ==, 0);
  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  overview = load (fixture->store, vigie_date_new (2026, 11, 23), NULL, NULL);
  g_assert_false (vigie_overview_is_empty (overview));
  g_assert_true (isnan (vigie_overview_get_picture (overview)->systems[0].reliability));
  g_assert_true (isnan (vigie_overview_get_picture (overview)->systems[0].users.competence));
  g_assert_cmpint (vigie_overview_get_picture (overview)->systems[0].users.users, ==, -1);
  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    {
      const VigieHeadline *headline = vigie_overview_get_headline (overview, i);

      g_assert_nonnull (headline->definition);
      g_assert_null (headline->change_text);
      if (g_str_equal (headline->id, "in-production"))
        g_assert_cmpfloat (headline->value, ==, 1);
      else if (!g_str_equal (headline->id, "go-live-soon"))
        g_assert_cmpstr (headline->value_text, ==, VIGIE_NOT_MEASURED);
    }
}

/* A rule counts from its day on, for the systems that have what it names; what is not known is not assessed. */
static void
test_duties (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "org_unit|code=S|name=S|kind=site",
    "system|code=HIGH|name=H|ai_act_class=high|ai_act_route=annex3",
    "system|code=OPEN|name=O|ai_act_class=high",
    "system|code=LOW|name=L|ai_act_class=minimal|ai_act_route=none",
    "deployment|code=D1|system=HIGH|org_unit=S",
    "deployment|code=D2|system=OPEN|org_unit=S",
    "deployment|code=D3|system=LOW|org_unit=S",
    "stage_event|deployment=D1|occurred_on=2026-01-01|stage=live|basis=event",
    "stage_event|deployment=D2|occurred_on=2026-01-01|stage=live|basis=event",
    "stage_event|deployment=D3|occurred_on=2026-01-01|stage=live|basis=event",
    "safeguard|deployment=D1|kind=logs|status=missing",
    "safeguard|deployment=D1|kind=fria|status=in_place|done_on=2026-02-01",
    "safeguard|deployment=D3|kind=logs|status=missing",
    "safeguard|deployment=D3|kind=security|status=in_progress",
    "duty|code=A|kind=logs|ai_act_class=high|ai_act_route=annex3|applies_on=2027-12-02|legal_status=adopted|"
    "definition_fr=A|text_fr=RIA|article=art. 26(6)",
    "duty|code=OLD|kind=logs|ai_act_class=high|ai_act_route=annex3|applies_on=2026-08-02|legal_status=replaced|"
    "definition_fr=A|text_fr=RIA|article=art. 26(6)",
    "duty|code=F|kind=fria|ai_act_class=high|ai_act_route=annex3|applies_on=2027-12-02|legal_status=adopted|"
    "definition_fr=F|text_fr=RIA|article=art. 27",
  };
  static const struct
  {
    const char *day;
    int deployment;
    VigieSafeguardKind kind;
    VigieDutyState state;
  } rows[] = {
    { "2026-11-23", 0, VIGIE_SAFEGUARD_KIND_LOGS, VIGIE_DUTY_LATER },
    { "2027-12-01", 0, VIGIE_SAFEGUARD_KIND_LOGS, VIGIE_DUTY_LATER },
    { "2027-12-02", 0, VIGIE_SAFEGUARD_KIND_LOGS, VIGIE_DUTY_MISSING },
    { "2026-01-31", 0, VIGIE_SAFEGUARD_KIND_FRIA, VIGIE_DUTY_LATER },
    { "2026-02-01", 0, VIGIE_SAFEGUARD_KIND_FRIA, VIGIE_DUTY_MET },
    { "2026-11-23", 1, VIGIE_SAFEGUARD_KIND_LOGS, VIGIE_DUTY_NOT_ASSESSED }, /* its route is not known */
    { "2028-01-01", 1, VIGIE_SAFEGUARD_KIND_LOGS, VIGIE_DUTY_NOT_ASSESSED },
    { "2028-01-01", 2, VIGIE_SAFEGUARD_KIND_LOGS, VIGIE_DUTY_NOT_DUE },
    { "2028-01-01", 2, VIGIE_SAFEGUARD_KIND_SECURITY, VIGIE_DUTY_IN_PROGRESS }, /* no rule: who recorded it asks */
    { "2028-01-01", 2, VIGIE_SAFEGUARD_KIND_DPIA, VIGIE_DUTY_NOT_DUE },
  };

  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VigieOverview) overview = load (fixture->store, vigie_date_parse_iso (rows[i].day), NULL, NULL);
      VigieDuty duty = vigie_picture_duty (vigie_overview_get_picture (overview), rows[i].deployment, rows[i].kind);

      g_test_message ("row %zu", i);
      g_assert_cmpint (duty.state, ==, rows[i].state);
    }
}

/* The weights are the register's: local validation with reservations counts half of whatever it weighs. */
/* What is looked at before production: of a deployment that is there already, or of none, nothing is. */
static void
test_gate (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "org_unit|code=CH|name=CH|kind=site",
    "system|code=S|name=Tri|health_data=true|personal_data=true",
    "deployment|code=D-SOON|system=S|org_unit=CH",
    "deployment|code=D-LIVE|system=S|org_unit=CH",
    "stage_event|deployment=D-SOON|occurred_on=2026-03-01|stage=pilot|basis=event",
    "stage_event|deployment=D-LIVE|occurred_on=2026-03-01|stage=live|basis=event",
    "safeguard|deployment=D-SOON|kind=human_oversight|status=in_place|done_on=2026-03-01",
  };
  g_autoptr (VigieOverview) overview = NULL;
  const VigiePicture *picture;
  VigieGate gate;

  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  overview = load (fixture->store, vigie_date_new (2026, 11, 23), NULL, NULL);
  picture = vigie_overview_get_picture (overview);
  g_assert_true (vigie_picture_find_gate (picture, "D-SOON", &gate));
  g_assert_cmpint (gate.states[VIGIE_GATE_RELIABILITY], ==, VIGIE_GATE_UNKNOWN);
  g_assert_cmpint (gate.states[VIGIE_GATE_OVERSIGHT], >=, VIGIE_GATE_READY);
  g_assert_cmpint (gate.verdict, <, VIGIE_GATE_READY);
  g_assert_false (vigie_picture_find_gate (picture, "D-LIVE", &gate));
  g_assert_false (vigie_picture_find_gate (picture, "D-NONE", &gate));
}

static void
test_weights (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const lines[] = {
    "org_unit|code=S|name=S|kind=site",
    "system|code=A|name=A|md_class=none",
    "deployment|code=D|system=A|org_unit=S",
    "stage_event|deployment=D|occurred_on=2026-01-01|stage=live|basis=event",
    "evidence|code=E|system=A|kind=local_validation|result=reserved|obtained_on=2026-01-01",
    "evidence_weight|kind=ce_certificate|weight=3|medical_device_only=true",
    "evidence_weight|kind=local_validation|weight=3|medical_device_only=false",
    "evidence_weight|kind=bias_review|weight=2|medical_device_only=false",
    "evidence_weight|kind=security_audit|weight=4|medical_device_only=false",
    "evidence_weight|kind=user_feedback|weight=1|medical_device_only=false",
  };
  static const char *const weights[] = {
    "evidence_weight|kind=local_validation|weight=4|medical_device_only=false",
    "evidence_weight|kind=bias_review|weight=0|medical_device_only=false",
    "evidence_weight|kind=user_feedback|weight=1|medical_device_only=true",
  };
  g_autoptr (VigieOverview) before = NULL;
  g_autoptr (VigieOverview) after = NULL;

  vigie_test_put_lines (fixture->store, lines, G_N_ELEMENTS (lines));
  before = load (fixture->store, vigie_date_new (2026, 11, 23), NULL, NULL);
  /* Of 3 + 2 + 4 + 1: the CE certificate is asked of medical devices only. */
  g_assert_cmpfloat_with_epsilon (vigie_overview_get_picture (before)->systems[0].reliability, 1.5 / 10, 1e-9);
  vigie_test_put_lines (fixture->store, weights, G_N_ELEMENTS (weights));
  after = load (fixture->store, vigie_date_new (2026, 11, 23), NULL, NULL);
  /* Of 4 + 0 + 4; what users say counts for medical devices only now. */
  g_assert_cmpfloat_with_epsilon (vigie_overview_get_picture (after)->systems[0].reliability, 2.0 / 8, 1e-9);
}

static void
loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  VigieOverview **overview = data;

  *overview = vigie_overview_load_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (VigieTestFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_new (2026, 11, 23), NULL, NULL);
  g_autoptr (VigieOverview) overview = NULL;

  vigie_test_fill_small_register (fixture->store);
  vigie_overview_load_async (fixture->store, scope, NULL, loaded_cb, &overview);
  while (overview == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (vigie_overview_get_picture (overview)->n_systems, ==, 5);
  /* The thread that computed lets go of its task, and so of the store, in its own time. */
  while (g_atomic_int_get (&G_OBJECT (fixture->store)->ref_count) > 1)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
}

int
main (int argc, char *argv[])
{
  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/suppress", test_suppress);
  g_test_add ("/picture/validity-boundaries", VigieTestFixture, NULL, vigie_test_set_up, test_validity_boundaries,
              vigie_test_tear_down);
  g_test_add ("/picture/own-expiry", VigieTestFixture, NULL, vigie_test_set_up, test_own_expiry, vigie_test_tear_down);
  g_test_add ("/picture/as-of", VigieTestFixture, NULL, vigie_test_set_up, test_as_of, vigie_test_tear_down);
  g_test_add ("/picture/scope", VigieTestFixture, NULL, vigie_test_set_up, test_scope, vigie_test_tear_down);
  g_test_add ("/picture/headlines", VigieTestFixture, NULL, vigie_test_set_up, test_headlines, vigie_test_tear_down);
  g_test_add ("/picture/not-measured", VigieTestFixture, NULL, vigie_test_set_up, test_not_measured,
              vigie_test_tear_down);
  g_test_add ("/picture/duties", VigieTestFixture, NULL, vigie_test_set_up, test_duties, vigie_test_tear_down);
  g_test_add ("/picture/gate", VigieTestFixture, NULL, vigie_test_set_up, test_gate, vigie_test_tear_down);
  g_test_add ("/picture/weights", VigieTestFixture, NULL, vigie_test_set_up, test_weights, vigie_test_tear_down);
  g_test_add ("/picture/async", VigieTestFixture, NULL, vigie_test_set_up, test_async, vigie_test_tear_down);
  return g_test_run ();
}
