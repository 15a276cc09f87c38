// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A question that was asked before is answered from what was made of it, and never by what no longer holds.
 */

#include "vigie-test.h"

#include "vigie-entities.h"
#include "vigie-format.h"
#include "vigie-overview.h"

#define DAY "2026-10-01"

typedef struct
{
  char *folder;
  VigieStore *store;
} Fixture;

static void
put_action (VigieStore *store, const char *code, const char *due_on)
{
  vigie_test_put (store, vigie_test_record (&vigie_action_entity, "code", code, "title", code, "kind", "train",
                                            "status", "todo", "opened_on", "2026-01-01", "due_on", due_on, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->store = vigie_test_new_store (fixture->folder);
  vigie_test_put (fixture->store,
                  vigie_test_record (&vigie_org_unit_entity, "code", "A", "name", "A", "kind", "site", NULL));
  put_action (fixture->store, "ACT-1", "2026-02-01");
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->store);
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static VigieOverview *
ask (VigieStore *store, const char *site, const VigieWhatIf *what_if)
{
  g_autoptr (VigieScope) plain = vigie_scope_new (vigie_date_parse_iso (DAY), site, NULL);
  g_autoptr (VigieScope) scope = what_if != NULL ? vigie_scope_with_what_if (plain, what_if) : vigie_scope_ref (plain);
  g_autoptr (GError) error = NULL;
  VigieOverview *overview = vigie_overview_load (store, scope, NULL, &error);

  g_assert_no_error (error);
  return overview;
}

static int
count_overdue (const VigieOverview *overview)
{
  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    if (g_str_equal (vigie_overview_get_headline (overview, i)->id, "overdue-actions"))
      return (int) vigie_overview_get_headline (overview, i)->value;
  g_assert_not_reached ();
}

static int
ask_overdue (VigieStore *store)
{
  g_autoptr (VigieOverview) overview = ask (store, NULL, NULL);

  return count_overdue (overview);
}

static void
test_again (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const VigieWhatIf more = { 2, 10, 0, VIGIE_DATE_NONE, VIGIE_DATE_NONE };
  g_autoptr (VigieOverview) first = ask (fixture->store, NULL, NULL);
  g_autoptr (VigieOverview) site = ask (fixture->store, "A", NULL);
  g_autoptr (VigieOverview) again = ask (fixture->store, NULL, NULL);
  g_autoptr (VigieOverview) assuming = ask (fixture->store, NULL, &more);

  g_assert_true (again == first);
  g_assert_true (site != first);
  g_assert_true (assuming != first);
  g_assert_cmpint (vigie_scope_get_what_if (vigie_overview_get_scope (assuming))->seats, ==, 10);
  /* Nothing is read anew for what is only assumed. */
  g_assert_true (vigie_overview_get_picture (assuming)->facts == vigie_overview_get_picture (first)->facts);
}

static void
test_own_change (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask_overdue (fixture->store), ==, 1);
  put_action (fixture->store, "ACT-2", "2026-03-01");
  g_assert_cmpint (ask_overdue (fixture->store), ==, 2);
  vigie_journal_entry_free (vigie_store_undo (fixture->store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask_overdue (fixture->store), ==, 1);
}

static void
test_change_by_another (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieStore) other =
    vigie_store_open (vigie_store_get_path (fixture->store), VIGIE_OPEN_EDIT, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ask_overdue (fixture->store), ==, 1);
  put_action (other, "ACT-3", "2026-03-01");
  g_assert_cmpint (ask_overdue (fixture->store), ==, 2);
}

static void
test_language (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieOverview) english = ask (fixture->store, NULL, NULL);
  g_autoptr (VigieOverview) french = NULL;

  vigie_language_init ("fr");
  french = ask (fixture->store, NULL, NULL);
  g_assert_true (french != english);
  vigie_language_init ("en");
}

/* Facts live on without the register they were read of, and what is kept does not hold the register open. */
static void
test_closed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (VigieOverview) overview = ask (fixture->store, NULL, NULL);

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_cmpint (count_overdue (overview), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");

#define ADD(path, test) g_test_add ("/kept/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("again", test_again);
  ADD ("own-change", test_own_change);
  ADD ("change-by-another", test_change_by_another);
  ADD ("language", test_language);
  ADD ("closed", test_closed);
  return g_test_run ();
}
