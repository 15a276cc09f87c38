// SPDX-License-Identifier: GPL-3.0-or-later

/* Each rule of the controls: the record that breaks it is told, once, and the one that keeps to it is not. */

#include "vigie-control-words.h"
#include "vigie-small-register.h"

#include <string.h>

typedef struct
{
  const char *rule;
  const char *record; /* NULL: nothing is told */
  const char *lines[6];
} Case;

#define SYSTEM "system|code=S|name=S|ai_act_class=minimal"
#define DEPLOYMENT "deployment|code=D|system=S|org_unit=U|owner=Cadre"
#define LIVE "stage_event|deployment=D|occurred_on=2026-01-01|stage=live|basis=event"
#define HIGH "system|code=S|name=S|ai_act_class=high|md_class=IIa|ce_status=verified"
#define BARRIER "barrier|code=B|title=B|family=cost|status=open|opened_on=2026-01-01"
#define RATING(tier, day, likelihood) \
  "rating|barrier=B|tier=" tier "|rated_on=" day "|likelihood=" likelihood "|impact=3"
#define COUNT(day, valid) \
  "completion_count|org_unit=U|profession=P|module=M|as_of=" day "|trained=" valid "|valid=" valid

static const Case cases[] = {
  { "residual-above-current",
    "B",
    { BARRIER, RATING ("current", "2026-10-01", "2"), RATING ("residual", "2026-10-01", "3") } },
  { "residual-above-current",
    NULL,
    { BARRIER, RATING ("current", "2026-10-01", "3"), RATING ("residual", "2026-10-01", "3") } },
  { "current-above-inherent",
    "B",
    { BARRIER, RATING ("current", "2026-10-01", "4"), RATING ("inherent", "2026-10-01", "3") } },
  { "current-above-inherent",
    NULL,
    { BARRIER, RATING ("current", "2026-12-01", "4"), RATING ("inherent", "2026-10-01", "3") } },
  { "residual-without-action",
    "B",
    { BARRIER, RATING ("current", "2026-10-01", "4"), RATING ("residual", "2026-10-01", "3") } },
  { "residual-without-action",
    NULL,
    { BARRIER, RATING ("current", "2026-10-01", "4"), RATING ("residual", "2026-10-01", "3"),
      "action|code=A|title=A|kind=train|owner=C|status=todo|opened_on=2026-01-01|due_on=2027-01-01|barrier=B" } },
  { "acceptance-expired",
    "B",
    { "barrier|code=B|title=B|family=cost|status=accepted|opened_on=2026-01-01|next_review_on=2026-11-22" } },
  { "acceptance-expired",
    NULL,
    { "barrier|code=B|title=B|family=cost|status=accepted|opened_on=2026-01-01|next_review_on=2026-11-23" } },
  { "prohibited-in-production", "S", { "system|code=S|name=S|ai_act_class=prohibited", DEPLOYMENT, LIVE } },
  { "prohibited-in-production", NULL, { "system|code=S|name=S|ai_act_class=prohibited", DEPLOYMENT } },
  { "high-risk-without-oversight", "D", { HIGH, DEPLOYMENT, LIVE } },
  { "high-risk-without-oversight", NULL, { HIGH, DEPLOYMENT "|oversight=Radiologue", LIVE } },
  { "more-valid-than-people",
    "U/P/M/2026-10-01",
    { "headcount|org_unit=U|profession=P|valid_from=2026-01-01|heads=10", COUNT ("2026-10-01", "11") } },
  { "more-valid-than-people",
    NULL,
    { "headcount|org_unit=U|profession=P|valid_from=2026-01-01|heads=10", COUNT ("2026-10-01", "10") } },
  { "completed-in-future",
    "R/M/2026-11-24",
    { "staff|code=R", "completion|staff=R|module=M|completed_on=2026-11-24" } },
  { "completed-in-future", NULL, { "staff|code=R", "completion|staff=R|module=M|completed_on=2026-11-23" } },
  { "condition-overdue",
    "C",
    { "decision|code=C|kind=go_conditions|text=C|decided_on=2026-01-01|review_on=2026-11-22|status=in_force" } },
  { "condition-overdue",
    NULL,
    { "decision|code=C|kind=go_conditions|text=C|decided_on=2026-01-01|review_on=2026-11-22|status=fulfilled" } },
  { "derogation-expired",
    "C",
    { "decision|code=C|kind=derogate|text=C|decided_on=2026-01-01|review_on=2026-11-22|status=in_force" } },
  { "derogation-expired",
    NULL,
    { "decision|code=C|kind=derogate|text=C|decided_on=2026-01-01|review_on=2026-11-23|status=in_force" } },
  { "production-without-review",
    "D",
    { SYSTEM, DEPLOYMENT, LIVE, "decision|code=C|kind=go|text=C|decided_on=2026-01-01|deployment=D|status=in_force" } },
  { "production-without-review",
    NULL,
    { SYSTEM, DEPLOYMENT, LIVE,
      "decision|code=C|kind=go|text=C|decided_on=2026-01-01|review_on=2027-01-01|deployment=D|status=in_force" } },
  { "health-data-without-dpia",
    "D",
    { "system|code=S|name=S|ai_act_class=minimal|health_data=true", DEPLOYMENT, LIVE } },
  { "health-data-without-dpia",
    NULL,
    { "system|code=S|name=S|ai_act_class=minimal|health_data=true", DEPLOYMENT, LIVE,
      "safeguard|deployment=D|kind=dpia|status=missing" } },
  { "class-unknown", "S", { "system|code=S|name=S", DEPLOYMENT, LIVE } },
  { "class-unknown",
    NULL,
    { "system|code=S|name=S", DEPLOYMENT, "stage_event|deployment=D|occurred_on=2026-11-01|stage=live|basis=event" } },
  { "device-without-ce",
    "S",
    { "system|code=S|name=S|ai_act_class=high|md_class=IIa|ce_status=claimed", DEPLOYMENT, LIVE } },
  { "device-without-ce", NULL, { HIGH, DEPLOYMENT, LIVE } },
  { "production-without-users", "D", { SYSTEM, DEPLOYMENT, LIVE } },
  { "production-without-users",
    NULL,
    { SYSTEM, DEPLOYMENT, LIVE, "user_group|deployment=D|profession=P|as_of=2026-01-01|users_active=9" } },
  { "health-data-outside-eu",
    "S",
    { "system|code=S|name=S|ai_act_class=minimal|health_data=true|hosting=cloud_noneu" } },
  { "health-data-outside-eu",
    NULL,
    { "system|code=S|name=S|ai_act_class=minimal|health_data=false|hosting=cloud_noneu" } },
  { "action-without-owner",
    "A",
    { "action|code=A|title=A|kind=train|status=todo|opened_on=2026-01-01|due_on=2027-01-01" } },
  { "action-without-owner",
    NULL,
    { "action|code=A|title=A|kind=train|status=dropped|opened_on=2026-01-01|due_on=2027-01-01" } },
  { "action-without-date", "A", { "action|code=A|title=A|kind=train|owner=C|status=todo|opened_on=2026-01-01" } },
  { "action-without-date", NULL, { "action|code=A|title=A|kind=train|owner=C|status=todo|opened_on=2026-12-01" } },
  { "barrier-not-rated", "B", { BARRIER, RATING ("current", "2025-11-22", "3") } },
  { "barrier-not-rated", NULL, { BARRIER, RATING ("current", "2025-11-23", "3") } },
  { "site-silent", "U", { COUNT ("2026-05-22", "3") } },
  { "site-silent", NULL, { COUNT ("2026-05-22", "3"), COUNT ("2026-05-23", "3") } },
  { "module-without-duration",
    "N",
    { "module|code=N|label_fr=N|family=risk|competency=cyber",
      "requirement|code=Q|module=N|obligation=mandatory|target_percent=80" } },
  { "module-without-duration", NULL, { "module|code=N|label_fr=N|family=risk|competency=cyber" } },
  { "headcount-old", "U", { "headcount|org_unit=U|profession=P|valid_from=2025-11-22|heads=10" } },
  { "headcount-old",
    NULL,
    { "headcount|org_unit=U|profession=P|valid_from=2025-11-22|heads=10",
      "headcount|org_unit=U|profession=P|valid_from=2026-11-22|heads=10" } },
  { "benefit-unmeasured",
    "D",
    { SYSTEM, DEPLOYMENT, "stage_event|deployment=D|occurred_on=2025-11-22|stage=live|basis=event" } },
  { "benefit-unmeasured",
    NULL,
    { SYSTEM, DEPLOYMENT, "stage_event|deployment=D|occurred_on=2025-11-22|stage=live|basis=event",
      "benefit|deployment=D|kind=time|unit=heures|target=9|actual=3|measured_on=2026-10-01" } },
  { "evidence-without-document",
    "E",
    { SYSTEM, "evidence|code=E|system=S|kind=security_audit|result=favourable|obtained_on=2026-01-01" } },
  { "evidence-without-document",
    NULL,
    { SYSTEM,
      "evidence|code=E|system=S|kind=security_audit|result=favourable|obtained_on=2026-01-01|reference=GED 1" } },
  { "deployment-without-owner", "D", { SYSTEM, "deployment|code=D|system=S|org_unit=U", LIVE } },
  { "deployment-without-owner", NULL, { SYSTEM, DEPLOYMENT, LIVE } },
};

static const char *const ground[] = {
  "org_unit|code=U|name=U|kind=site",
  "profession|code=P|label_fr=P|family=medical",
  "module|code=M|label_fr=M|family=risk|competency=cyber|duration_min=30",
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_test_new_store (folder);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_lines = 0;
  guint n = 0;

  while (n_lines < G_N_ELEMENTS (one->lines) && one->lines[n_lines] != NULL)
    n_lines++;
  vigie_test_put_lines (store, ground, G_N_ELEMENTS (ground));
  vigie_test_put_lines (store, one->lines, n_lines);
  found = vigie_store_control (store, vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const VigieControl *control = g_ptr_array_index (found, i);

      g_test_message ("%s: %s", control->rule->id, control->record);
      if (!g_str_equal (control->rule->id, one->rule))
        continue;
      n++;
      g_assert_cmpstr (control->record, ==, one->record);
    }
  g_assert_cmpuint (n, ==, one->record != NULL ? 1 : 0);
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

static gboolean
has_case (const VigieControlRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].rule, rule->id))
      return TRUE;
  return FALSE;
}

/* Every rule has a case here, words, a field that its entity has, and its place by gravity. */
static void
test_rules (void)
{
  for (guint i = 0; i < vigie_control_n_rules (); i++)
    {
      const VigieControlRule *rule = vigie_control_get_rule (i);

      g_assert_true (g_str_has_suffix (vigie_control_wrong (rule), "."));
      g_assert_true (g_str_has_suffix (vigie_control_remedy (rule), "."));
      g_assert_cmpint (rule->field, <, (int) rule->entity->n_fields);
      g_assert_true (has_case (rule));
      if (i > 0)
        g_assert_cmpint (rule->gravity, >=, vigie_control_get_rule (i - 1)->gravity);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/controls/rules", test_rules);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/controls/%s/%s", cases[i].rule, cases[i].record != NULL ? "broken" : "kept");

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
