// SPDX-License-Identifier: GPL-3.0-or-later

/* What has happened since the last meeting: each kind of event, where it is told and where it is not. */

#include "vigie-small-register.h"

#include "vigie-format.h"
#include "vigie-overview.h"

typedef struct
{
  const char *name;
  const char *since;
  const char *lines[4]; /* put on top of the small register */
  VigieChangeKind kind;
  const char *key;
  int judgement; /* −1 where nothing is told */
} Case;

static const Case cases[] = {
  { "stage/went-live",
    "2026-10-01",
    { "stage_event|deployment=D-SCRI-CHU|occurred_on=2026-11-02|stage=live|basis=event" },
    VIGIE_CHANGE_STAGE,
    "D-SCRI-CHU",
    VIGIE_JUDGEMENT_NEUTRAL },
  { "stage/suspended",
    "2026-10-01",
    { "stage_event|deployment=D-FRAC-RAD|occurred_on=2026-11-02|stage=suspended|basis=event" },
    VIGIE_CHANGE_STAGE,
    "D-FRAC-RAD",
    VIGIE_JUDGEMENT_WARNING },
  { "stage/before-the-day",
    "2026-11-10",
    { "stage_event|deployment=D-SCRI-CHU|occurred_on=2026-11-02|stage=live|basis=event" },
    VIGIE_CHANGE_STAGE,
    "D-SCRI-CHU",
    -1 },
  { "incident/serious", "2026-10-31", { NULL }, VIGIE_CHANGE_INCIDENT, "I-01", VIGIE_JUDGEMENT_BAD },
  { "incident/known-before", VIGIE_SMALL_TODAY, { NULL }, VIGIE_CHANGE_INCIDENT, "I-01", -1 },
  { "action/done",
    "2026-11-01",
    { "action|code=A-09|title=Nine|kind=train|status=done|opened_on=2026-01-01|due_on=2026-10-01|done_on=2026-11-10" },
    VIGIE_CHANGE_ACTION,
    "A-09",
    VIGIE_JUDGEMENT_GOOD },
  { "action/fell-due",
    "2026-11-01",
    { "action|code=A-09|title=Nine|kind=train|status=todo|opened_on=2026-01-01|due_on=2026-11-10" },
    VIGIE_CHANGE_ACTION,
    "A-09",
    VIGIE_JUDGEMENT_BAD },
  { "action/overdue-long-ago",
    "2026-11-01",
    { "action|code=A-09|title=Nine|kind=train|status=todo|opened_on=2026-01-01|due_on=2026-10-10" },
    VIGIE_CHANGE_ACTION,
    "A-09",
    -1 },
  { "barrier/better",
    "2026-11-20",
    { "rating|barrier=FR-01|tier=current|rated_on=2026-11-21|likelihood=1|impact=1" },
    VIGIE_CHANGE_BARRIER,
    "FR-01",
    VIGIE_JUDGEMENT_GOOD },
  { "barrier/unchanged", "2026-11-22", { NULL }, VIGIE_CHANGE_BARRIER, "FR-01", -1 },
  { "decision/taken",
    "2026-11-01",
    { "decision|code=DEC-9|kind=policy|text=Nine|decided_on=2026-11-10|status=in_force" },
    VIGIE_CHANGE_DECISION,
    "DEC-9",
    VIGIE_JUDGEMENT_NEUTRAL },
};

static const VigieChange *
find (const GPtrArray *changes, VigieChangeKind kind, const char *key)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const VigieChange *change = g_ptr_array_index (changes, i);

      if (change->kind == kind && g_strcmp0 (change->key, key) == 0)
        return change;
    }
  return NULL;
}

static GPtrArray *
list_changes (VigieStore *store, const char *since)
{
  g_autoptr (VigieScope) today = vigie_scope_new (vigie_date_parse_iso (VIGIE_SMALL_TODAY), NULL, NULL);
  g_autoptr (VigieScope) scope = vigie_scope_with_since (today, vigie_date_parse_iso (since));
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieOverview) overview = vigie_overview_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  return vigie_overview_list_changes (overview);
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autofree char *folder = vigie_test_dup_folder ();
  VigieStore *store = vigie_test_new_store (folder);
  g_autoptr (GPtrArray) changes = NULL;
  const VigieChange *change;
  gsize n = 0;

  vigie_test_fill_small_register (store);
  while (n < G_N_ELEMENTS (it->lines) && it->lines[n] != NULL)
    n++;
  vigie_test_put_lines (store, it->lines, n);
  changes = list_changes (store, it->since);
  change = find (changes, it->kind, it->key);
  g_assert_cmpint (change != NULL ? (int) change->judgement : -1, ==, it->judgement);
  g_assert_finalize_object (store);
  vigie_test_remove_folder (folder);
}

/* What is worse comes first, and of what is as bad the latest. */
static void
test_order (void)
{
  static const VigieJudgement order[] = { VIGIE_JUDGEMENT_BAD, VIGIE_JUDGEMENT_WARNING, VIGIE_JUDGEMENT_GOOD,
                                          VIGIE_JUDGEMENT_NEUTRAL };
  g_autofree char *folder = vigie_test_dup_folder ();
  VigieStore *store = vigie_test_new_store (folder);
  g_autoptr (GPtrArray) changes = NULL;
  gsize at = 0;
  VigieDate latest = G_MAXINT32;

  vigie_test_fill_small_register (store);
  changes = list_changes (store, "2026-01-01");
  g_assert_cmpuint (changes->len, >, 4);
  for (guint i = 0; i < changes->len; i++)
    {
      const VigieChange *change = g_ptr_array_index (changes, i);

      for (; change->judgement != order[at]; at++)
        latest = G_MAXINT32;
      g_assert_cmpint (change->on, <=, latest);
      latest = change->on;
    }
  g_assert_finalize_object (store);
  vigie_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/insight/changes/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/insight/changes/order", test_order);
  return g_test_run ();
}
