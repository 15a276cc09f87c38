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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/scope/equal", test_equal);
  g_test_add_func ("/base/scope/since", test_since);
  return g_test_run ();
}
