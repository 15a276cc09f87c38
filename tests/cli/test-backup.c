// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Backups through the real program: made, listed, brought back, and what is damaged rescued.
 */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
import_site (Fixture *fixture, const char *code)
{
  g_autofree char *text = g_strdup_printf ("code,name,kind\n%s,Site %s,site\n", code, code);

  write_bytes (fixture, "sites.csv", text, -1);
  call (fixture, "import r.vigie --kind sites sites.csv");
  g_assert_cmpint (fixture->status, ==, 0);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = in_folder (fixture, "copy.vigie");

  call (fixture, "backup r.vigie --list");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  assert_contains (fixture->messages, "no backup");
  call (fixture, "backup r.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "r.vigie.backups/");
  assert_contains (fixture->output, "-asked.vigie\n");
  call (fixture, "backup r.vigie --list");
  g_assert_cmpuint (count_lines (fixture->output), ==, 1);
  assert_contains (fixture->output, "\tasked for\n");
  call (fixture, "backup r.vigie --list --lang fr");
  assert_contains (fixture->output, "\tdemandée\n");
  call (fixture, "backup r.vigie -o copy.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  call (fixture, "backup r.vigie -o copy.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "copy.vigie");
  call (fixture, "backup nowhere.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "nowhere.vigie");
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) fields = NULL;
  g_autofree char *words = NULL;

  import_site (fixture, "A");
  import_site (fixture, "B");
  call (fixture, "backup r.vigie --list");
  g_assert_cmpuint (count_lines (fixture->output), ==, 2);
  fields = g_strsplit (fixture->output, "\t", 2);
  words = g_strdup_printf ("restore r.vigie %s", fields[0]);
  call (fixture, words);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "-restore");
  call (fixture, "log r.vigie");
  g_assert_cmpuint (count_lines (fixture->output), ==, 2);
  call (fixture, "check r.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  import_site (fixture, "C");
  call (fixture, "restore r.vigie nothing.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "nothing.vigie");
}

/* A damaged register is refused, looked at and rescued, and is what it was afterwards. */
static void
test_rescue (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;

  call (fixture, "check r.vigie --rescue whole.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "All of “r.vigie” could be read");
  call (fixture, "check whole.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_file_get_contents (fixture->reg, &before, &size, NULL));
  memset (before + size / 2, 0xa5, 12 * 4096);
  write_bytes (fixture, "r.vigie", before, (gssize) size);
  call (fixture, "overview r.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "r.vigie” is damaged");
  assert_contains (fixture->messages, "--rescue");
  call (fixture, "import r.vigie --kind sites sites.csv");
  g_assert_cmpint (fixture->status, ==, 1);
  call (fixture, "backup r.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  call (fixture, "check r.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "is not whole");
  call (fixture, "check r.vigie --rescue whole.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "exists already");
  call (fixture, "check r.vigie --rescue out.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "rows of “r.vigie” are saved in “out.vigie”");
  call (fixture, "overview out.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  call (fixture, "check r.vigie --rescue x.vigie --repair");
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_true (g_file_get_contents (fixture->reg, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/backup/backup", Fixture, NULL, set_up, test_backup, tear_down);
  g_test_add ("/cli/backup/restore", Fixture, NULL, set_up, test_restore, tear_down);
  g_test_add ("/cli/backup/rescue", Fixture, NULL, set_up, test_rescue, tear_down);
  return g_test_run ();
}
