// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The real program, as a script or a person calls it.
 */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* The only number of @sql on the register, read with SQLite itself. */
static int
query (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  int value;

  g_assert_cmpint (sqlite3_open_v2 (fixture->reg, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  static const char *const verbs[] = { "backup", "check", "demo", "import", "new", "restore" };

  call (fixture, "--help");
  g_assert_cmpint (fixture->status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *usage = g_strdup_printf ("vigie %s FILE", verbs[i]);
      g_autofree char *words = g_strdup_printf ("%s --help", verbs[i]);

      assert_contains (fixture->output, usage);
      call (fixture, words);
      g_assert_cmpint (fixture->status, ==, 0);
      assert_contains (fixture->output, "--lang");
      call (fixture, "--help");
    }
  call (fixture, "new --help --lang fr");
  assert_contains (fixture->output, "Créer un registre");
  call (fixture, "--version");
  g_assert_true (g_str_has_prefix (fixture->output, "vigie "));
}

/* What manuals and shells are told is what the verbs are. */
static void
test_manual (Fixture *fixture, gconstpointer data)
{
  call (fixture, "help --format man");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, ".SS \"vigie agenda FILE");
  assert_contains (fixture->output, ".SS \"vigie undo FILE");
  assert_contains (fixture->output, "\\-\\-mapping MAP.json");
  assert_contains (fixture->output, "\\-o, \\-\\-output");
  call (fixture, "help --format man --lang fr");
  assert_contains (fixture->output, "CODE DE SORTIE");
  call (fixture, "help --format bash");
  assert_contains (fixture->output, "\"agenda --format\") words=\"text json ics\"");
  assert_contains (fixture->output, "import) words=\"--help --kind");
  call (fixture, "help --format fish");
  assert_contains (fixture->output, "-l format -xa 'text json ics'");
  call (fixture, "help --format figures");
  assert_contains (fixture->output, "<section id=\"trust-map\">");
  call (fixture, "help --format pdf");
  g_assert_cmpint (fixture->status, ==, 2);
  assert_contains (fixture->messages, "pdf");
  call (fixture, "help");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "vigie agenda FILE");
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  static const char *const calls[][2] = {
    { "new", "usage: vigie new FILE" },
    { "new a b", "usage: vigie new FILE" },
    { "new a --colour red", "--colour" },
    { "check", "usage: vigie check FILE" },
    { "backup", "usage: vigie backup FILE" },
    { "backup r.vigie --list -o x", "--list" },
    { "restore r.vigie", "usage: vigie restore FILE BACKUP" },
    { "import r.vigie x.csv", "--kind" },
    { "import r.vigie --kind", "--kind" },
    { "check r.vigie --lang pt", "“pt” is not one of: en, fr, de" },
    { "nwe", "nwe" },
    { "demo d.vigie --scale huge", "national" },
    { "demo d.vigie --staff 3", "--staff" },
    { "demo d.vigie --today tomorrow", "YYYY-MM-DD" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      call (fixture, calls[i][0]);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_true (g_str_has_prefix (fixture->messages, "vigie: "));
      assert_contains (fixture->messages, calls[i][1]);
    }
}

/* With no verb, or a file, it becomes the window program; here a program that says what it was given. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  g_setenv ("VIGIE_WINDOW", "/bin/echo", TRUE);
  call (fixture, "r.vigie --page=training");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "r.vigie --page=training\n");
  call (fixture, "");
  g_assert_cmpstr (fixture->output, ==, "\n");
  g_setenv ("VIGIE_WINDOW", "/nonexistent/vigie-window", TRUE);
  call (fixture, "");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "/nonexistent/vigie-window");
}

/* No verb may bring in GTK: a server has no display, and a script no time. */
static void
test_without_gtk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "ldd", fixture->program, NULL);
  g_autofree char *libraries = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &libraries, NULL, &error));
  assert_contains (libraries, "libglib");
  g_assert_null (strstr (libraries, "libgtk"));
  g_assert_null (strstr (libraries, "libadwaita"));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM setting WHERE code = 'organisation' AND value = 'CH Test'"),
                   ==, 1);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM profession"), >, 20);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM module"), >, 8);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM benchmark"), >, 5);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM milestone"), >, 4);
  call (fixture, "new r.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "r.vigie");
  call (fixture, "new nowhere/r.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "nowhere/r.vigie");
  call (fixture, "check r.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_import_va (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = in_source ("../shared/data/us-2025-individual.csv");
  g_autofree char *mapping = in_source ("data/reference/mappings/us-federal-2025-va.json");
  g_autofree char *words = g_strdup_printf ("import r.vigie --kind projects '%s' --mapping '%s'", source, mapping);
  g_autofree char *dry = g_strconcat (words, " --dry-run", NULL);
  g_autofree char *named =
    g_strdup_printf ("import r.vigie --kind projects '%s' --mapping us-federal-2025-va --rejects rejects.csv", source);
  g_autofree char *other_kind =
    g_strdup_printf ("import r.vigie --kind staff '%s' --mapping us-federal-2025-va", source);
  g_autofree char *rejects = in_folder (fixture, "rejects.csv");
  g_autofree char *text = NULL;

  call (fixture, dry);
  g_assert_true (g_str_has_prefix (fixture->output, "367 added, 0 changed, 0 unchanged\n"));
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM system"), ==, 0);
  call (fixture, words);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "367 added, 0 changed, 0 unchanged\n");
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM system"), ==, 367);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM stage_event WHERE stage = 'live'"), ==, 138);
  g_assert_cmpint (query (fixture,
                          "SELECT count (*) FROM evidence WHERE kind = 'declared_impact' AND result = 'declared'"
                          " AND statement = 'High-impact'"),
                   ==, 215);
  call (fixture, named);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "0 added, 0 changed, 367 unchanged\n");
  g_assert_true (g_file_get_contents (rejects, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "\ufeffline,column,value,reason\r\n");
  call (fixture, other_kind);
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "is for the kind “projects”");
  call (fixture, "check r.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_refused_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rejects = in_folder (fixture, "rejects.csv");
  g_autofree char *text = NULL;

  write_bytes (fixture, "sites.csv", "code;name;kind\nA;One;site\nB;Two;castle\n;Three;site\n", -1);
  call (fixture, "import r.vigie --kind sites sites.csv --rejects rejects.csv");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->output, "1 added, 0 changed, 0 unchanged, 2 refused");
  assert_contains (fixture->messages, "line 3, column “kind”, “castle”");
  assert_contains (fixture->messages, "2 rows of “sites.csv” are refused, so nothing was written");
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM org_unit"), ==, 0);
  g_assert_true (g_file_get_contents (rejects, &text, NULL, NULL));
  assert_contains (text, "\r\n3,kind,castle,");
  assert_contains (text, "\r\n4,code,,");
  call (fixture, "import r.vigie --kind sites sites.csv --lang fr");
  assert_contains (fixture->messages, "2 lignes de «\u00a0sites.csv\u00a0» sont refusées");
}

static void
test_no_rows (Fixture *fixture, gconstpointer data)
{
  write_bytes (fixture, "sites.csv", "code;name;kind\n\n", -1);
  call (fixture, "import r.vigie --kind sites sites.csv");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "0 added, 0 changed, 0 unchanged\n");
  assert_contains (fixture->messages, "“sites.csv” has no row to import");
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *as_register; /* what is said where it is opened as a register */
  const char *as_table;    /* and where it is imported */
} WrongFile;

static const WrongFile wrong_files[] = {
  { "photo.jpg", "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1", 14, "is not a Vigie register", "JPEG" },
  { "empty", "", 0, "is not a Vigie register", "is empty" },
  { "letter.txt", "Dear colleague\nplease find enclosed\n", 36, "is not a Vigie register", "no column “code”" },
  { "missing", NULL, 0, "There is no file", "There is no file" },
};

static void
test_wrong_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before, size_after;

  g_assert_true (g_file_get_contents (fixture->reg, &before, &size_before, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong_files); i++)
    {
      const WrongFile *file = &wrong_files[i];
      g_autofree char *check = g_strconcat ("check ", file->name, NULL);
      g_autofree char *import = g_strdup_printf ("import r.vigie --kind sites %s", file->name);

      if (file->bytes != NULL)
        write_bytes (fixture, file->name, file->bytes, (gssize) file->size);
      call (fixture, check);
      g_assert_cmpint (fixture->status, ==, 1);
      assert_contains (fixture->messages, file->name);
      assert_contains (fixture->messages, file->as_register);
      call (fixture, import);
      g_assert_cmpint (fixture->status, ==, 1);
      assert_contains (fixture->messages, file->name);
      assert_contains (fixture->messages, file->as_table);
    }
  g_assert_true (g_file_get_contents (fixture->reg, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
change_register (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->reg, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_other_databases (Fixture *fixture, gconstpointer data)
{
  change_register (fixture, "PRAGMA user_version = 99");
  call (fixture, "check r.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "newer Vigie");
  change_register (fixture, "PRAGMA user_version = 1; PRAGMA application_id = 7");
  call (fixture, "check r.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "“r.vigie” is not a Vigie register");
  write_bytes (fixture, "sites.csv", "code,name,kind\nA,One,site\n", -1);
  call (fixture, "import r.vigie --kind sites sites.csv");
  g_assert_cmpint (fixture->status, ==, 1);
}

/* Looking at a register leaves nothing behind, neither in it nor beside it. */
static void
test_known_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = in_folder (fixture, "late.csv");
  g_autofree char *words = g_strdup_printf ("import k.vigie --kind meetings '%s' --entered-on 2026-08-01", source);

  g_assert_true (g_file_set_contents (source, "code,body,held_on,status\nL,copil,2026-06-15,approved\n", -1, NULL));
  call (fixture, "demo k.vigie --scale small --today 2026-06-30");
  call (fixture, words);
  call (fixture, "overview k.vigie --as-of 2026-06-30");
  assert_contains (fixture->output, "1 fact that holds by then was entered after");
  call (fixture, "overview k.vigie --as-of 2026-06-30 --known-on 2026-08-01 --format json");
  assert_contains (fixture->output, "\"late_facts\" : 0,");
}

static void
test_check_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GDir) dir = NULL;
  gsize size_before, size_after;

  g_assert_true (g_file_get_contents (fixture->reg, &before, &size_before, NULL));
  call (fixture, "check r.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_file_get_contents (fixture->reg, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "r.vigie");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_check_findings (Fixture *fixture, gconstpointer data)
{
  write_bytes (fixture, "sites.csv", "code,name,kind\nA,One,site\n", -1);
  call (fixture, "import r.vigie --kind sites sites.csv");
  g_assert_cmpint (fixture->status, ==, 0);
  change_register (fixture, "UPDATE org_unit SET parent_id = id");
  call (fixture, "check r.vigie");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->output, "org_unit “A”, field “parent”");
  assert_contains (fixture->messages, "1 finding");
}

/* A line of 200 MB is refused where it stands, before it is read whole. */
static void
test_endless_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "long.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  write_bytes (fixture, "long.csv", "code,name,kind\nA,", -1);
  stream = g_file_open_readwrite (file, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < 200; i++)
    {
      g_autofree char *megabyte = g_strnfill (1000000, 'x');

      if (i == 0)
        g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, NULL, &error);
      g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), megabyte, 1000000, NULL, NULL,
                                 &error);
      g_assert_no_error (error);
    }
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  start = g_get_monotonic_time ();
  call (fixture, "import r.vigie --kind sites long.csv");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "“long.csv”, line 2");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

/* Made twice it is the same register, whole, and what most needs a decision is what its story says. */
static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *overview = NULL;

  call (fixture, "demo d.vigie --today 2026-11-23 --seed 7");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_cmpstr (fixture->messages, ==, "");
  call (fixture, "check d.vigie");
  g_assert_cmpint (fixture->status, ==, 0);
  call (fixture, "agenda d.vigie --as-of 2026-11-23");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "Sentinelle Sepsis");
  assert_contains (fixture->output, "Oriane Tri");
  call (fixture, "overview d.vigie --format json --as-of 2026-11-23");
  overview = g_strdup (fixture->output);
  call (fixture, "demo e.vigie --today 2026-11-23 --seed 7 --scale ght");
  call (fixture, "overview e.vigie --format json --as-of 2026-11-23");
  g_assert_cmpstr (fixture->output, ==, overview);
  call (fixture, "figure d.vigie --id training-trajectory --as-of 2026-11-23");
  g_assert_null (strstr (fixture->output, "With what is assumed"));
  call (fixture,
        "figure d.vigie --id training-trajectory --as-of 2026-11-23 --more-sessions 40 --target-date 2027-06-30");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->output, "With what is assumed: in Mar 2027");
  assert_contains (fixture->output, "takes 826 trainings a month");
  call (fixture, "figure d.vigie --id training-trajectory --seats 3");
  g_assert_cmpint (fixture->status, ==, 2);
  assert_contains (fixture->messages, "--more-sessions");
  call (fixture, "demo d.vigie --scale small");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "“d.vigie” exists already");
  call (fixture, "demo nowhere/d.vigie --scale small");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->messages, "nowhere/d.vigie");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
#define ADD(name, func) g_test_add ("/cli/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("help", test_help);
  ADD ("manual", test_manual);
  ADD ("usage", test_usage);
  ADD ("window", test_window);
  ADD ("without-gtk", test_without_gtk);
  ADD ("new", test_new);
  ADD ("import/va", test_import_va);
  ADD ("import/refused-rows", test_refused_rows);
  ADD ("import/no-rows", test_no_rows);
  ADD ("import/endless-line", test_endless_line);
  ADD ("wrong-files", test_wrong_files);
  ADD ("other-databases", test_other_databases);
  ADD ("demo", test_demo);
  ADD ("known-on", test_known_on);
  ADD ("check/leaves-nothing", test_check_leaves_nothing);
  ADD ("check/findings", test_check_findings);
#undef ADD
  return g_test_run ();
}
