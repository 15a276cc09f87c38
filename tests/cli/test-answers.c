// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the real program hands out: calendars, controls, and what goes through a pipe.
 */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* A calendar's lines: unfolded, each a property; BEGIN and END pair; each to-do has what RFC 5545 requires, once. */
static void
assert_calendar (const char *text)
{
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autoptr (GRegex) folds = g_regex_new ("\r\n ", 0, 0, NULL);
  g_autofree char *whole = g_regex_replace_literal (folds, text, -1, 0, "", 0, NULL);
  g_auto (GStrv) properties = g_strsplit (whole, "\r\n", -1);
  g_autoptr (GRegex) form = g_regex_new ("^[A-Z-]+(;[A-Z]+=[A-Za-z-]+)*:([^\\\\]|\\\\[\\\\;,nN])*$", 0, 0, NULL);
  int n_uids = 0;
  int n_stamps = 0;
  int n_todos = 0;
  int depth = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }
  g_assert_cmpstr (properties[0], ==, "BEGIN:VCALENDAR");
  for (guint i = 0; properties[i] != NULL && *properties[i] != '\0'; i++)
    {
      if (!g_regex_match (form, properties[i], 0, NULL))
        g_error ("no property: %s", properties[i]);
      depth += g_str_has_prefix (properties[i], "BEGIN:") - g_str_has_prefix (properties[i], "END:");
      g_assert_true (depth >= 0 && depth <= 2);
      n_todos += g_str_equal (properties[i], "BEGIN:VTODO");
      n_stamps += g_str_equal (properties[i], "DTSTAMP:20261123T000000Z");
      if (g_str_has_prefix (properties[i], "UID:"))
        n_uids += g_hash_table_add (uids, g_strdup (properties[i] + strlen ("UID:")));
      if (g_str_has_prefix (properties[i], "RELATED-TO;RELTYPE=PARENT:"))
        g_assert_true (g_hash_table_contains (uids, strchr (properties[i], ':') + 1));
    }
  g_assert_cmpint (depth, ==, 0);
  g_assert_cmpint (n_todos, >, 5);
  g_assert_cmpint (n_uids, ==, n_todos);
  g_assert_cmpint (n_stamps, ==, n_todos);
}

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  call (fixture, "demo d.vigie --today 2026-11-23 --scale small");
  call (fixture, "agenda d.vigie --format ics --as-of 2026-11-23 --lang fr");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_calendar (fixture->output);
  assert_contains (fixture->output, "SUMMARY;LANGUAGE=fr:");
  first = g_strdup (fixture->output);
  call (fixture, "agenda d.vigie --format ics --as-of 2026-11-23 --lang fr");
  g_assert_cmpstr (fixture->output, ==, first);
  call (fixture, "agenda d.vigie --format xml");
  g_assert_cmpint (fixture->status, ==, 2);
  assert_contains (fixture->messages, "“xml” is none of text, json, ics");
}

/* Of a meeting that was never frozen, and of one that is not there. */
static void
test_minutes (Fixture *fixture, gconstpointer data)
{
  call (fixture, "demo d.vigie --today 2026-11-23 --scale ght");
  call (fixture, "minutes d.vigie --list");
  assert_contains (fixture->output, "\tCOMIA-5\t");
  call (fixture, "minutes d.vigie COMIA-5 --lang fr");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "Mise en production de Sentinelle Sepsis\n");
  assert_contains (fixture->output, "DPO");
  assert_contains (fixture->output, "Sentinelle Sepsis est ajournée");
  call (fixture, "minutes d.vigie COMIA-5 -o out.pdf");
  g_assert_cmpint (fixture->status, ==, 0);
  call (fixture, "minutes d.vigie NONE");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "“NONE”");
}

static void
test_controls (Fixture *fixture, gconstpointer data)
{
  call (fixture, "demo d.vigie --today 2026-11-23 --scale small");
  call (fixture, "controls d.vigie --as-of 2026-11-23");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "\n→ ");
  assert_contains (fixture->output, "AI system “");
  call (fixture, "controls d.vigie --as-of 2026-11-23 --format json --lang fr");
  assert_contains (fixture->output, "\"gravity\" : \"warning\"");
  assert_contains (fixture->output, "\"as_of\" : \"2026-11-23\"");
  call (fixture, "controls r.vigie");
  g_assert_cmpstr (fixture->output, ==, "No control finds anything to mend.\n");
  call (fixture, "controls r.vigie --format ics");
  g_assert_cmpint (fixture->status, ==, 2);
}

static gpointer
read_pipe (gpointer data)
{
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (data, &text, &size, NULL));
  return g_bytes_new_take (g_steal_pointer (&text), size);
}

/* Where a pipe stands, what goes there goes through it, and it stands there afterwards. */
static void
assert_goes_through (Fixture *fixture, const char *words, const char *start)
{
  g_autofree char *path = in_folder (fixture, "pipe");
  g_autoptr (GBytes) bytes = NULL;
  struct stat about;
  GThread *reader;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  reader = g_thread_new ("reader", read_pipe, path);
  call (fixture, words);
  g_assert_cmpint (lstat (path, &about), ==, 0);
  g_assert_true (S_ISFIFO (about.st_mode));
  bytes = g_thread_join (reader);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, strlen (start));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (start), start, strlen (start));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_pipes (Fixture *fixture, gconstpointer data)
{
  call (fixture, "demo d.vigie --today 2026-11-23 --scale small");
  assert_goes_through (fixture, "report d.vigie -o pipe --as-of 2026-11-23", "%PDF-");
  assert_goes_through (fixture, "agenda d.vigie --format ics -o pipe --as-of 2026-11-23", "BEGIN:VCALENDAR\r\n");
  write_bytes (fixture, "sites.csv", "code,name,kind\nA,Alpha,nonsense\n", -1);
  assert_goes_through (fixture, "import d.vigie --kind sites sites.csv --rejects pipe", "\357\273\277");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
#define ADD(name, func) g_test_add ("/answers/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("calendar", test_calendar);
  ADD ("controls", test_controls);
  ADD ("pipes", test_pipes);
  ADD ("minutes", test_minutes);
  return g_test_run ();
}
