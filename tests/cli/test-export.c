// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A register that goes out as JSON and comes back as another answers alike.
 */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_done (Fixture *fixture, const char *words)
{
  call (fixture, words);
  if (fixture->status != 0)
    g_error ("%s: %d, %s", words, fixture->status, fixture->messages);
}

static void
assert_alike (Fixture *fixture, const char *scope)
{
  g_autofree char *one = g_strdup_printf ("overview d.vigie --format json --as-of 2026-11-23 %s", scope);
  g_autofree char *other = g_strdup_printf ("overview back.vigie --format json --as-of 2026-11-23 %s", scope);
  g_autofree char *expected = NULL;

  assert_done (fixture, one);
  expected = g_strdup (fixture->output);
  g_assert_cmpuint (strlen (expected), >, 1000);
  assert_done (fixture, other);
  g_assert_cmpstr (fixture->output, ==, expected);
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *demo = g_strdup_printf ("demo d.vigie --today 2026-11-23 %s", (const char *) data);

  assert_done (fixture, demo);
  assert_done (fixture, "export d.vigie --format json -o d.json");
  assert_done (fixture, "new back.vigie --organisation Autre");
  assert_done (fixture, "import back.vigie --kind all d.json");
  assert_alike (fixture, "");
  assert_alike (fixture, "--site ORC");
  assert_done (fixture, "import back.vigie --kind all d.json");
  assert_contains (fixture->output, "0 added, 0 changed");
  assert_done (fixture, "check back.vigie");
}

static void
assert_past_alike (Fixture *fixture, const char *arguments)
{
  g_autofree char *one = g_strdup_printf ("overview d.vigie --format json %s", arguments);
  g_autofree char *other = g_strdup_printf ("overview back.vigie --format json %s", arguments);
  g_autofree char *expected = NULL;

  assert_done (fixture, one);
  expected = g_strdup (fixture->output);
  assert_done (fixture, other);
  g_assert_cmpstr (fixture->output, ==, expected);
}

static void
write_text (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = in_folder (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* What was entered late is late in what comes back too, so that the past is answered as before; and where there are
 * records of the kind already, what comes in does not change their past. */
static void
test_past (Fixture *fixture, gconstpointer data)
{
  static const char base[] =
    "{\"vigie\": 1, \"records\": {\"org_unit\": [{\"code\": \"A\", \"name\": \"A\", \"kind\": \"site\"}],"
    "\"profession\": [{\"code\": \"X1\", \"label_fr\": \"X\", \"family\": \"nursing\"}],"
    "\"module\": [{\"code\": \"XM\", \"label_fr\": \"M\", \"family\": \"culture\","
    "\"competency\": \"fundamentals\"}]}}";

  write_text (fixture, "base.json", base);
  write_text (fixture, "staff.csv", "staff,org_unit,profession,starts_on\n1,A,X1,2020-01-01\n2,A,X1,2020-01-01\n");
  write_text (fixture, "one.csv", "staff,module,completed_on\n1,XM,2024-03-01\n");
  write_text (fixture, "two.csv", "staff,module,completed_on\n2,XM,2024-03-01\n");
  assert_done (fixture, "new d.vigie --organisation CH");
  assert_done (fixture, "import d.vigie --kind all base.json --entered-on 2026-01-10");
  assert_done (fixture, "import d.vigie --kind staff staff.csv --entered-on 2026-01-10");
  assert_done (fixture, "import d.vigie --kind completions one.csv --entered-on 2026-01-10");
  assert_done (fixture, "import d.vigie --kind completions two.csv --entered-on 2026-03-20");
  assert_done (fixture, "export d.vigie --format json -o d.json");
  assert_done (fixture, "new back.vigie --organisation CH");
  assert_done (fixture, "import back.vigie --kind all d.json --entered-on 2026-06-01");
  assert_past_alike (fixture, "--as-of 2026-02-10");
  assert_contains (fixture->output, "\"late_facts\" : 1");
  assert_past_alike (fixture, "--as-of 2026-02-10 --known-on 2026-03-20");
  assert_contains (fixture->output, "\"late_facts\" : 0");
  assert_past_alike (fixture, "--as-of 2026-11-23");
  assert_done (fixture, "export back.vigie --format json");
  assert_contains (fixture->output, "\"entered_on\": \"2026-03-20\"");
  assert_done (fixture, "new other.vigie --organisation CH");
  assert_done (fixture, "import other.vigie --kind all base.json --entered-on 2026-05-01");
  assert_done (fixture, "import other.vigie --kind staff staff.csv --entered-on 2026-05-01");
  assert_done (fixture, "import other.vigie --kind completions two.csv --entered-on 2026-05-01");
  assert_done (fixture, "import other.vigie --kind all d.json --entered-on 2026-06-01");
  assert_done (fixture, "overview other.vigie --format json --as-of 2026-05-15");
  assert_contains (fixture->output, "\"late_facts\" : 1");
}

static void
test_some (Fixture *fixture, gconstpointer data)
{
  assert_done (fixture, "demo d.vigie --today 2026-11-23 --scale small");
  assert_done (fixture, "export d.vigie --format csv --kind actions --where status=doing");
  assert_contains (fixture->output, "code,title,");
  assert_contains (fixture->output, ",doing,");
  g_assert_null (strstr (fixture->output, ",done,"));
  assert_done (fixture, "export d.vigie --format csv --kind staff --site ORC --excel --lang fr -o orc.csv");
  assert_done (fixture, "import d.vigie --kind staff orc.csv");
  assert_contains (fixture->output, "0 added, 0 changed");
  assert_done (fixture, "export d.vigie --format csv --kind projects --search fract");
  call (fixture, "export d.vigie --format csv");
  g_assert_cmpint (fixture->status, ==, 2);
  call (fixture, "export d.vigie --format csv --kind modules --site ORC");
  g_assert_cmpint (fixture->status, ==, 2);
  call (fixture, "export d.vigie --format csv --kind staff --site NOWHERE");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "NOWHERE");
  call (fixture, "export d.vigie --format csv --kind actions --where status=cooked");
  g_assert_cmpint (fixture->status, ==, 2);
  assert_contains (fixture->messages, "cooked");
  call (fixture, "export d.vigie --format odt");
  g_assert_cmpint (fixture->status, ==, 2);
}

static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;

  assert_done (fixture, "demo d.vigie --today 2026-11-23 --scale small");
  assert_done (fixture, "export d.vigie --format xlsx -o d.xlsx --lang fr");
  path = in_folder (fixture, "d.xlsx");
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "PK"));
  assert_done (fixture, "export --schema");
  assert_contains (fixture->output, "\"org_unit\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/export/back/small", Fixture, "--scale small", set_up, test_back, tear_down);
  g_test_add ("/cli/export/back/ght", Fixture, "--scale ght", set_up, test_back, tear_down);
  g_test_add ("/cli/export/back/random", Fixture, "--scale small --staff 900 --seed 314159", set_up, test_back,
              tear_down);
  g_test_add ("/cli/export/past", Fixture, NULL, set_up, test_past, tear_down);
  g_test_add ("/cli/export/some", Fixture, NULL, set_up, test_some, tear_down);
  g_test_add ("/cli/export/workbook", Fixture, NULL, set_up, test_workbook, tear_down);
  return g_test_run ();
}
