// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-scope.h"

static void
test_equal (void)
{
  g_autoptr (VigieScope) group = vigie_scope_new (100, NULL, NULL);
  g_autoptr (VigieScope) same = vigie_scope_new (100, NULL, NULL);
  g_autoptr (VigieScope) later = vigie_scope_with_date (group, 101);
  g_autoptr (VigieScope) site = vigie_scope_new (100, "CHU", NULL);
  g_autoptr (VigieScope) nurses = vigie_scope_new (100, "CHU", "IDE");

  g_assert_true (vigie_scope_equal (group, same));
  g_assert_false (vigie_scope_equal (group, later));
  g_assert_false (vigie_scope_equal (group, site));
  g_assert_false (vigie_scope_equal (site, nurses));
  g_assert_cmpint (vigie_scope_get_as_of (later), ==, 101);
  g_assert_cmpstr (vigie_scope_get_site (nurses), ==, "CHU");
  g_assert_cmpstr (vigie_scope_get_profession (nurses), ==, "IDE");
}

static void
test_since (void)
{
  g_autoptr (VigieScope) group = vigie_scope_new (100, "CHU", NULL);
  g_autoptr (VigieScope) since = vigie_scope_with_since (group, 90);
  g_autoptr (VigieScope) before = vigie_scope_with_date (since, 90);

  g_assert_cmpint (vigie_scope_get_since (group), ==, VIGIE_DATE_NONE);
  g_assert_cmpint (vigie_scope_get_since (since), ==, 90);
  g_assert_cmpint (vigie_scope_get_as_of (since), ==, 100);
  g_assert_cmpstr (vigie_scope_get_site (since), ==, "CHU");
  g_assert_false (vigie_scope_equal (group, since));
  g_assert_cmpint (vigie_scope_get_since (before), ==, VIGIE_DATE_NONE);
}

static void
test_what_if (void)
{
  VigieWhatIf what_if = VIGIE_WHAT_IF_NONE;
  g_autoptr (VigieScope) plain = vigie_scope_new (100, "CHU", NULL);
  g_autoptr (VigieScope) none = vigie_scope_with_what_if (plain, &what_if);
  g_autoptr (VigieScope) asked = NULL;
  g_autoptr (VigieScope) since = NULL;

  what_if.more_sessions = 2;
  what_if.seats = 12;
  asked = vigie_scope_with_what_if (plain, &what_if);
  since = vigie_scope_with_since (asked, 90);
  g_assert_true (vigie_scope_equal (plain, none));
  g_assert_false (vigie_scope_equal (plain, asked));
  g_assert_cmpint (vigie_scope_get_what_if (plain)->more_sessions, ==, 0);
  g_assert_cmpint (vigie_scope_get_what_if (since)->more_sessions, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/scope/equal", test_equal);
  g_test_add_func ("/base/scope/since", test_since);
  g_test_add_func ("/base/scope/what-if", test_what_if);
  return g_test_run ();
}
