// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The picture of a past day is made of what was known by the end of it, whatever is entered later.
 */

#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-facts.h"

typedef struct
{
  char *folder;
  VigieStore *store;
} Fixture;

static void
enter (Fixture *fixture, const char *day)
{
  vigie_store_set_day (fixture->store, day != NULL ? vigie_date_parse_iso (day) : VIGIE_DATE_NONE);
}

static void
put_completion (Fixture *fixture, const char *staff, const char *day)
{
  vigie_test_put (fixture->store, vigie_test_record (&vigie_completion_entity, "staff", staff, "module", "M",
                                                     "completed_on", day, NULL));
}

/* Three people in post since 2020; their trainings come with each test. */
static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const people[] = { "1", "2", "3" };

  fixture->folder = vigie_test_dup_folder ();
  fixture->store = vigie_test_new_store (fixture->folder);
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_org_unit_entity, "code", "A", "name", "A", "kind", "site", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_profession_entity, "code", "IDE", "label_fr", "IDE",
                                                     "family", "nursing", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_module_entity, "code", "M", "label_fr", "M", "family",
                                                     "culture", "competency", "fundamentals", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    vigie_test_put (fixture->store, vigie_test_record (&vigie_job_entity, "staff", people[i], "starts_on", "2020-01-01",
                                                       "org_unit", "A", "profession", "IDE", NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static VigieFacts *
load (Fixture *fixture, const char *as_of, const char *known_on)
{
  g_autoptr (VigieScope) scope = vigie_scope_new (vigie_date_parse_iso (as_of), NULL, NULL);
  g_autoptr (VigieScope) known = vigie_scope_with_known_on (scope, vigie_date_parse_iso (known_on));
  g_autoptr (GError) error = NULL;
  VigieFacts *facts = vigie_facts_load (fixture->store, known, NULL, &error);

  g_assert_no_error (error);
  return facts;
}

/* Who holds the module on a day, of so many left out. */
static void
assert_holders (Fixture *fixture, const char *as_of, const char *known_on, int expected, int late)
{
  g_autoptr (VigieFacts) facts = load (fixture, as_of, known_on);

  g_test_message ("as of %s, known on %s", as_of, known_on != NULL ? known_on : "that day");
  g_assert_cmpint (facts->n_coverage > 0 ? facts->coverage[0].valid : 0, ==, expected);
  g_assert_cmpint (facts->n_late, ==, late);
  g_assert_cmpint (facts->known_on, ==, vigie_date_parse_iso (known_on != NULL ? known_on : as_of));
}

/* What a register begins with is known from its own dates. */
static void
test_founding (Fixture *fixture, gconstpointer day)
{
  enter (fixture, day);
  put_completion (fixture, "1", "2024-03-01");
  put_completion (fixture, "2", "2025-03-01");
  assert_holders (fixture, "2024-06-01", NULL, 1, 0);
  assert_holders (fixture, "2025-06-01", NULL, 2, 0);
}

static void
test_late (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  enter (fixture, "2026-01-10");
  put_completion (fixture, "1", "2024-03-01");
  enter (fixture, "2026-03-20");
  put_completion (fixture, "2", "2026-02-01");
  put_completion (fixture, "3", "2026-03-15");
  assert_holders (fixture, "2026-02-28", NULL, 1, 1);
  assert_holders (fixture, "2026-03-19", NULL, 1, 2);
  assert_holders (fixture, "2026-03-20", NULL, 3, 0);
  assert_holders (fixture, "2026-02-28", "2026-03-19", 1, 1);
  assert_holders (fixture, "2026-02-28", "2026-03-20", 2, 0);
  /* What was known on a day may be asked for a later one too. */
  assert_holders (fixture, "2026-12-31", "2026-03-01", 1, 2);
}

/* A kind of record that comes into a register later has a founding of its own. */
static void
test_founding_of_a_kind (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  enter (fixture, "2026-01-10");
  vigie_test_put (fixture->store, vigie_test_record (&vigie_meeting_entity, "code", "C1", "body", "copil", "status",
                                                     "approved", "held_on", "2026-01-05", NULL));
  enter (fixture, "2026-02-10");
  put_completion (fixture, "1", "2024-03-01");
  assert_holders (fixture, "2024-06-01", NULL, 1, 0);
}

/* What has no day of entry, and comes after what has one, is not taken for what was entered that day. */
static void
test_unknown_day (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  enter (fixture, NULL);
  put_completion (fixture, "1", "2024-03-01");
  enter (fixture, "2026-03-20");
  put_completion (fixture, "2", "2024-03-01");
  enter (fixture, NULL);
  put_completion (fixture, "3", "2024-03-01");
  assert_holders (fixture, "2024-06-01", NULL, 2, 1);
}

/* The changes since a meeting are told from what was known at that meeting. */
static void
test_previous_meeting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieFacts) facts = NULL;

  enter (fixture, "2026-01-10");
  put_completion (fixture, "1", "2024-03-01");
  vigie_test_put (fixture->store, vigie_test_record (&vigie_meeting_entity, "code", "C1", "body", "copil", "status",
                                                     "approved", "held_on", "2026-02-01", NULL));
  enter (fixture, "2026-03-20");
  put_completion (fixture, "2", "2026-01-15");
  facts = load (fixture, "2026-04-01", NULL);
  g_assert_cmpint (facts->coverage[0].valid, ==, 2);
  g_assert_cmpint (facts->n_late, ==, 0);
  g_assert_nonnull (facts->previous);
  g_assert_cmpint (facts->previous->coverage[0].valid, ==, 1);
  g_assert_cmpint (facts->previous->n_late, ==, 1);
}

/* An action that was opened in time stays, without the barrier that was entered later; its ratings go with it. */
static void
test_references (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieFacts) before = NULL;
  g_autoptr (VigieFacts) after = NULL;

  enter (fixture, "2026-01-10");
  vigie_test_put (fixture->store, vigie_test_record (&vigie_barrier_entity, "code", "B1", "title", "One", "family",
                                                     "cyber", "status", "open", "opened_on", "2025-12-01", NULL));
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_action_entity, "code", "A1", "title", "Act", "kind", "train", "owner", "O",
                                     "status", "todo", "opened_on", "2026-01-02", NULL));
  enter (fixture, "2026-03-20");
  vigie_test_put (fixture->store, vigie_test_record (&vigie_barrier_entity, "code", "B2", "title", "Two", "family",
                                                     "cyber", "status", "open", "opened_on", "2026-01-03", NULL));
  vigie_test_put (fixture->store, vigie_test_record (&vigie_rating_entity, "barrier", "B2", "tier", "current",
                                                     "rated_on", "2026-01-03", "likelihood", "3", "impact", "3", NULL));
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_action_entity, "code", "A1", "title", "Act", "kind", "train", "status",
                                     "todo", "opened_on", "2026-01-02", "barrier", "B2", NULL));
  before = load (fixture, "2026-02-01", NULL);
  after = load (fixture, "2026-02-01", "2026-03-20");
  g_assert_cmpuint (before->n_barriers, ==, 1);
  g_assert_cmpuint (before->n_ratings, ==, 0);
  g_assert_cmpuint (before->n_actions, ==, 1);
  g_assert_cmpint (before->actions[0].barrier, ==, -1);
  g_assert_cmpuint (after->n_barriers, ==, 2);
  g_assert_cmpuint (after->n_ratings, ==, 1);
  g_assert_cmpint (after->actions[0].barrier, ==, 1);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) entry = vigie_store_undo (fixture->store, 0, NULL, &error);

  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieJournalEntry) entry = vigie_store_redo (fixture->store, NULL, &error);

  g_assert_no_error (error);
}

static void
remove_completion (Fixture *fixture, const char *staff, const char *day)
{
  g_autoptr (VigieRecord) record =
    vigie_test_record (&vigie_completion_entity, "staff", staff, "module", "M", "completed_on", day, NULL);
  g_autoptr (GError) error = NULL;

  vigie_store_edit_record (fixture->store, record, VIGIE_RECORD_DELETE, &error);
  g_assert_no_error (error);
}

/* What is deleted and stands again was entered when it was entered first, whatever day that was done; and so was what is
 * undone and made again. One that takes its place is another. */
static void
test_stands_again (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  enter (fixture, "2026-01-10");
  put_completion (fixture, "1", "2024-03-01");
  enter (fixture, "2026-02-10");
  put_completion (fixture, "2", "2024-03-01");
  assert_holders (fixture, "2026-02-10", NULL, 2, 0);
  enter (fixture, "2026-03-20");
  remove_completion (fixture, "2", "2024-03-01");
  assert_holders (fixture, "2026-02-10", NULL, 1, 0);
  undo (fixture);
  assert_holders (fixture, "2026-02-10", NULL, 2, 0);
  enter (fixture, "2026-04-01");
  undo (fixture);
  redo (fixture);
  assert_holders (fixture, "2026-02-10", NULL, 2, 0);
  undo (fixture);
  put_completion (fixture, "3", "2024-03-01");
  assert_holders (fixture, "2026-02-10", NULL, 1, 1);
  assert_holders (fixture, "2026-04-01", NULL, 2, 0);
}

/* One that was deleted, another in its place, and both undone: the first was entered when it was entered first. */
static void
test_place_of_another (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  enter (fixture, "2026-01-10");
  put_completion (fixture, "1", "2024-03-01");
  enter (fixture, "2026-02-10");
  put_completion (fixture, "2", "2024-03-01");
  enter (fixture, "2026-03-20");
  remove_completion (fixture, "2", "2024-03-01");
  enter (fixture, "2026-04-01");
  put_completion (fixture, "3", "2024-03-01");
  assert_holders (fixture, "2026-02-10", NULL, 1, 1);
  undo (fixture);
  undo (fixture);
  assert_holders (fixture, "2026-02-10", NULL, 2, 0);
  redo (fixture);
  redo (fixture);
  assert_holders (fixture, "2026-02-10", NULL, 1, 1);
  undo (fixture);
  undo (fixture);
  assert_holders (fixture, "2026-02-09", NULL, 1, 1);
  assert_holders (fixture, "2026-02-10", NULL, 2, 0);
}

/* An entry of several of which one was deleted and its place taken, while others stay: each has the day of its own. */
static void
test_part_of_a_batch (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) both = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  enter (fixture, "2026-01-10");
  put_completion (fixture, "1", "2024-03-01");
  enter (fixture, "2026-02-10");
  g_ptr_array_add (both, vigie_test_record (&vigie_completion_entity, "staff", "2", "module", "M", "completed_on",
                                            "2024-03-01", NULL));
  g_ptr_array_add (both, vigie_test_record (&vigie_completion_entity, "staff", "3", "module", "M", "completed_on",
                                            "2024-03-01", NULL));
  vigie_store_put_records (fixture->store, both, NULL, &error);
  g_assert_no_error (error);
  enter (fixture, "2026-03-20");
  remove_completion (fixture, "3", "2024-03-01");
  put_completion (fixture, "1", "2025-03-01");
  assert_holders (fixture, "2026-02-10", NULL, 2, 1);
  undo (fixture);
  undo (fixture);
  assert_holders (fixture, "2026-02-10", NULL, 3, 0);
  undo (fixture);
  assert_holders (fixture, "2026-02-10", NULL, 1, 0);
  redo (fixture);
  assert_holders (fixture, "2026-02-09", NULL, 1, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/known/founding", Fixture, "2026-01-10", set_up, test_founding, tear_down);
  g_test_add ("/store/known/founding-on-no-day", Fixture, NULL, set_up, test_founding, tear_down);
  g_test_add ("/store/known/late", Fixture, NULL, set_up, test_late, tear_down);
  g_test_add ("/store/known/founding-of-a-kind", Fixture, NULL, set_up, test_founding_of_a_kind, tear_down);
  g_test_add ("/store/known/unknown-day", Fixture, NULL, set_up, test_unknown_day, tear_down);
  g_test_add ("/store/known/previous-meeting", Fixture, NULL, set_up, test_previous_meeting, tear_down);
  g_test_add ("/store/known/references", Fixture, NULL, set_up, test_references, tear_down);
  g_test_add ("/store/known/stands-again", Fixture, NULL, set_up, test_stands_again, tear_down);
  g_test_add ("/store/known/place-of-another", Fixture, NULL, set_up, test_place_of_another, tear_down);
  g_test_add ("/store/known/part-of-a-batch", Fixture, NULL, set_up, test_part_of_a_batch, tear_down);
  return g_test_run ();
}
