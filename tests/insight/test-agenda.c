// SPDX-License-Identifier: GPL-3.0-or-later

/* Every rule of the agenda, where it raises a matter and where it does not. */

#include "vigie-small-register.h"

#include "vigie-format.h"
#include "vigie-overview.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *day;
  const char *lines[4]; /* put on top of the small register */
  const char *id;
  gboolean raised;
} Case;

#define PUT_LIVE(system) \
  "deployment|code=D-X|system=" system "|org_unit=CHU", \
    "stage_event|deployment=D-X|occurred_on=2026-01-01|stage=live|basis=event"

static const Case cases[] = {
  { "prohibited/in-use",
    VIGIE_SMALL_TODAY,
    { "system|code=BAD|name=Bad|ai_act_class=prohibited", PUT_LIVE ("BAD") },
    "prohibited/D-X",
    TRUE },
  { "prohibited/not-in-use",
    VIGIE_SMALL_TODAY,
    { "system|code=OLD|name=Old|ai_act_class=prohibited" },
    "prohibited/D-OLD-CHU",
    FALSE },
  { "prohibited/before-it-started",
    "2025-12-31",
    { "system|code=BAD|name=Bad|ai_act_class=prohibited", PUT_LIVE ("BAD") },
    "prohibited/D-X",
    FALSE },
  { "go-live/soon", VIGIE_SMALL_TODAY, { NULL }, "go-live/D-FRAC-CHB", TRUE },
  { "go-live/far-away", "2026-09-14", { NULL }, "go-live/D-FRAC-CHB", FALSE },
  { "go-live/ninety-days-before", "2026-09-15", { NULL }, "go-live/D-FRAC-CHB", TRUE },
  { "go-live/past", "2026-12-15", { NULL }, "go-live/D-FRAC-CHB", FALSE },
  { "go-live/ready",
    VIGIE_SMALL_TODAY,
    { "completion_count|org_unit=CHB|profession=MED|module=M01|as_of=2026-11-01|valid=10",
      "completion_count|org_unit=CHB|profession=MED|module=T01|as_of=2026-11-01|valid=10" },
    "go-live/D-FRAC-CHB",
    FALSE },
  { "safeguard/lapsed", VIGIE_SMALL_TODAY, { NULL }, "missing-dpia/D-FRAC-RAD", TRUE },
  { "safeguard/last-day", "2026-11-22", { NULL }, "missing-dpia/D-FRAC-RAD", FALSE },
  { "safeguard/not-yet-in-place",
    "2025-03-15",
    { "safeguard|deployment=D-FRAC-RAD|kind=human_oversight|status=in_place|done_on=2025-04-01" },
    "missing-human-oversight/D-FRAC-RAD",
    TRUE },
  { "safeguard/not-applicable", VIGIE_SMALL_TODAY, { NULL }, "missing-dpia/D-BEDS-CHB", FALSE },
  { "unrecorded/all-recorded", VIGIE_SMALL_TODAY, { NULL }, "unrecorded-safeguards/D-FRAC-RAD", FALSE },
  { "unrecorded/unknown-class", VIGIE_SMALL_TODAY, { PUT_LIVE ("OLD") }, "unrecorded-safeguards/D-X", TRUE },
  { "untrained/below-target", VIGIE_SMALL_TODAY, { NULL }, "untrained-users/D-FRAC-RAD", TRUE },
  { "untrained/in-pilot", VIGIE_SMALL_TODAY, { NULL }, "untrained-users/D-SCRI-CHU", FALSE },
  { "untrained/trained",
    VIGIE_SMALL_TODAY,
    { "completion_count|org_unit=CHB|profession=IDE|module=M01|as_of=2026-11-01|valid=29" },
    "untrained-users/D-BEDS-CHB",
    FALSE },
  { "untrained/by-counts", VIGIE_SMALL_TODAY, { NULL }, "untrained-users/D-BEDS-CHB", TRUE },
  { "incident/serious", VIGIE_SMALL_TODAY, { NULL }, "serious-incident/I-01", TRUE },
  { "incident/slight", VIGIE_SMALL_TODAY, { NULL }, "serious-incident/I-02", FALSE },
  { "incident/answered", VIGIE_SMALL_TODAY, { NULL }, "serious-incident/I-03", FALSE },
  { "incident/before-it", "2026-10-31", { NULL }, "serious-incident/I-01", FALSE },
  { "action/overdue", VIGIE_SMALL_TODAY, { NULL }, "overdue-action/A-01", TRUE },
  { "action/due-today", VIGIE_SMALL_TODAY, { NULL }, "overdue-action/A-03", FALSE },
  { "action/done", VIGIE_SMALL_TODAY, { NULL }, "overdue-action/A-02", FALSE },
  { "action/done-later", "2026-02-19", { NULL }, "overdue-action/A-02", TRUE },
  { "barrier/worse", VIGIE_SMALL_TODAY, { NULL }, "worse-barrier/FR-01", TRUE },
  { "barrier/before-it", "2026-11-01", { NULL }, "worse-barrier/FR-01", FALSE },
  { "barrier/better",
    VIGIE_SMALL_TODAY,
    { "rating|barrier=FR-01|tier=current|rated_on=2026-11-20|likelihood=2|impact=2" },
    "worse-barrier/FR-01",
    FALSE },
  { "barrier/seen-by-the-meeting",
    VIGIE_SMALL_TODAY,
    { "meeting|code=C4|body=comia|held_on=2026-11-10|status=approved" },
    "worse-barrier/FR-01",
    FALSE },
  { "milestone/near", VIGIE_SMALL_TODAY, { NULL }, "milestone/RIA-ART50", TRUE },
  { "milestone/replaced", VIGIE_SMALL_TODAY, { NULL }, "milestone/RIA-OLD", FALSE },
  { "milestone/nobody-concerned",
    VIGIE_SMALL_TODAY,
    { "system|code=SCRI|name=S|ai_act_class=minimal|ai_act_route=none" },
    "milestone/RIA-ART50",
    FALSE },
  { "milestone/far", "2026-06-04", { NULL }, "milestone/RIA-ART50", FALSE },
  { "expiring/a-tenth-of-those-who-hold-it", "2027-09-01", { NULL }, "expiring-validity/M01", TRUE },
  { "expiring/later", "2027-06-01", { NULL }, "expiring-validity/M01", FALSE },
  { "expiring/all-of-them", "2026-10-10", { NULL }, "expiring-validity/M06", TRUE },
  { "benchmark/passed", VIGIE_SMALL_TODAY, { NULL }, "benchmark-passed/HUB-CYBER", TRUE },
  { "benchmark/within-noise", VIGIE_SMALL_TODAY, { NULL }, "benchmark-passed/HUB-SKILLS", FALSE },
  { "safeguard/one-of-three", VIGIE_SMALL_TODAY, { NULL }, "missing-human-oversight/D-FRAC-RAD", FALSE },
  { "expiring/too-few", VIGIE_SMALL_TODAY, { NULL }, "expiring-validity/M05", FALSE },
};

static gboolean
is_matter (const VigieAgendaItem *item, const char *id)
{
  if (g_str_equal (item->id, id))
    return TRUE;
  for (guint i = 0; item->rows != NULL && i < item->rows->len; i++)
    if (is_matter (g_ptr_array_index (item->rows, i), id))
      return TRUE;
  return FALSE;
}

static gboolean
is_raised (VigieStore *store, const char *day, const char *id)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (day), NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, &error);
  gboolean raised = FALSE;
  int urgency = G_MAXINT;

  g_assert_no_error (error);
  for (guint i = 0; i < vigie_overview_get_n_agenda (overview); i++)
    {
      const VigieAgendaItem *item = vigie_overview_get_agenda_item (overview, i);

      g_test_message ("%d %s: %s %s", item->urgency, item->id, item->title, item->reason);
      g_assert_cmpint (item->urgency, <=, urgency);
      g_assert_nonnull (item->reason);
      urgency = item->urgency;
      raised |= is_matter (item, id);
    }
  return raised;
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_test_new_store (folder);
  gsize n_lines = 0;

  while (n_lines < G_N_ELEMENTS (one->lines) && one->lines[n_lines] != NULL)
    n_lines++;
  vigie_test_fill_small_register (store);
  vigie_test_put_lines (store, one->lines, n_lines);
  g_assert_cmpint (is_raised (store, one->day, one->id), ==, one->raised);
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

/* What a rule says of several records is one matter, with a row each and what they add up to. */
static void
test_group (void)
{
  static const char *const lines[] = {
    "action|code=A-04|title=Sécuriser|kind=secure|status=todo|opened_on=2026-01-01|due_on=2026-06-30",
  };
  g_autofree char *folder = vigie_test_dup_folder ();
  g_autoptr (VigieStore) store = vigie_test_new_store (folder);
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, NULL);
  g_autoptr (VigieOverview) overview = NULL;
  g_autoptr (GPtrArray) due = NULL;
  const VigieAgendaItem *group = NULL;

  vigie_test_fill_small_register (store);
  vigie_test_put_lines (store, lines, G_N_ELEMENTS (lines));
  overview = vigie_overview_load (store, scope, NULL, NULL);
  for (guint i = 0; i < vigie_overview_get_n_agenda (overview); i++)
    {
      const VigieAgendaItem *item = vigie_overview_get_agenda_item (overview, i);

      g_assert_true (item->rows == NULL || item->key == NULL);
      g_assert_true ((item->entity == NULL) == (item->key == NULL));
      if (g_str_equal (item->rule, "overdue-action"))
        {
          g_assert_null (group);
          group = item;
        }
    }
  g_assert_nonnull (group);
  g_assert_cmpstr (group->id, ==, "overdue-action");
  g_assert_cmpstr (group->title, ==, "Settle 2 overdue actions");
  g_assert_cmpuint (group->rows->len, ==, 2);
  g_assert_cmpstr (((VigieAgendaItem *) g_ptr_array_index (group->rows, 0))->key, ==, "A-04");
  g_assert_cmpstr (((VigieAgendaItem *) g_ptr_array_index (group->rows, 1))->key, ==, "A-01");
  g_assert_cmpint (group->due_on, ==, vigie_date_parse_iso ("2026-06-30"));
  g_assert_cmpint (group->urgency, ==, ((VigieAgendaItem *) g_ptr_array_index (group->rows, 0))->urgency);
  g_assert_nonnull (strstr (group->reason, "Sécuriser"));
  /* What falls due is told matter by matter, the earliest first, and nothing of a later day. */
  due = vigie_overview_list_due (overview, vigie_date_parse_iso ("2026-11-22"));
  g_assert_cmpuint (due->len, ==, 2);
  g_assert_cmpstr (((VigieAgendaItem *) g_ptr_array_index (due, 0))->key, ==, "A-04");
  g_assert_cmpstr (((VigieAgendaItem *) g_ptr_array_index (due, 1))->key, ==, "A-01");
  g_clear_object (&store);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  vigie_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/agenda/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/agenda/group", test_group);
  return g_test_run ();
}
