// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * kill9 [--rounds N] [--seed S] [--verbose]: the real program at imports, edits, undos, redos, backups and restores of a
 * register, at imports of so many rows that they are written where they stay, and at bringing an older one up to date,
 * killed by SIGKILL at some moment of each. What it then holds must be
 * what it held before or what it would hold had the program ended, and nothing between; where the program did end, the
 * latter. And it must be whole, as must every backup. Where the program ended before it was killed, the next time is
 * chosen earlier: a round is one that kills. It prints how many rounds and kills there were, how much was lost and how
 * much half applied, and fails where the last two are not 0.
 */

#include "vigie-entities.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define LARGEST_IMPORT 3000
/* So many rows are not written to a log: a quarter more than the least of those. */
#define MANY_ROWS 62000
/* Of the time that the program took when it was left alone: up to when it is killed, and how much less that is each time
 * that it ended before. */
#define LATEST 1.0
#define EARLIER 0.8
/* Of the older register: its format, which has neither rollups nor a journal, and its records. */
#define OLDER_VERSION 5
#define OLDER_UNITS 3000

typedef struct
{
  char *folder;
  char *program;
  char *reg;
  char *twin;
  char *older; /* as it was made */
  char *base;  /* as it was made, and with many rows */
  char *filled;
  char *copied; /* a copy of one of them, in a round that begins with it */
  GRand *rand;
  gboolean verbose;

  int n_rounds;
  int n_ended;
  int n_kills;
  int n_lost;
  int n_half;
  int n_unwhole;
} Faults;

typedef enum
{
  ACT_IMPORT,
  ACT_EDIT,
  ACT_UNDO,
  ACT_REDO,
  ACT_BACKUP,
  ACT_RESTORE,
  ACT_MIGRATE,
  ACT_FILL,
  ACT_EMPTY,
  N_ACTS,
} Act;

/* How often each is chosen. */
static const Act lots[] = {
  ACT_IMPORT, ACT_IMPORT, ACT_IMPORT, ACT_EDIT,    ACT_EDIT,    ACT_EDIT,    ACT_UNDO, ACT_UNDO, ACT_UNDO,  ACT_REDO,
  ACT_REDO,   ACT_BACKUP, ACT_BACKUP, ACT_RESTORE, ACT_MIGRATE, ACT_MIGRATE, ACT_FILL, ACT_FILL, ACT_EMPTY,
};

static const char *const act_names[] = {
  "import", "edit", "undo", "redo", "backup", "restore", "log", "import", "undo"
};

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "failed");
}

/* Starts the program in the folder; @words are split as a shell does. */
static GSubprocess *
start (Faults *self, const char *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | (self->verbose ? G_SUBPROCESS_FLAGS_NONE : G_SUBPROCESS_FLAGS_STDERR_SILENCE));
  g_autofree char *line = g_strdup_printf ("'%s' %s", self->program, words);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;
  GSubprocess *process;

  must (g_shell_parse_argv (line, NULL, &argv, &error), error);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  must (process != NULL, error);
  return process;
}

static gboolean
ended_well (GSubprocess *process)
{
  g_subprocess_wait (process, NULL, NULL);
  return g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0;
}

static gboolean
call (Faults *self, const char *words)
{
  g_autoptr (GSubprocess) process = start (self, words);

  return ended_well (process);
}

static void
hash_rows (sqlite3 *db, const char *table, GChecksum *checksum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", table, sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      {
        const char *value = (const char *) sqlite3_column_text (stmt, i);

        g_checksum_update (checksum, (const guchar *) (value != NULL ? value : "\1"), -1);
        g_checksum_update (checksum, (const guchar *) "\0", 1);
      }
  sqlite3_finalize (stmt);
}

static GStrv
list_texts (const char *path, const char *sql)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK || sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_strv_builder_add (texts, (const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_strv_builder_end (texts);
}

static gboolean
has_table (sqlite3 *db, const char *table)
{
  return sqlite3_table_column_metadata (db, NULL, table, NULL, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

/* All that a register holds but its journal, which says when, and what is added up, which the check recounts. How many
 * entries the journal has is in it. */
static char *
dup_fingerprint (const char *path)
{
  static const char tables[] =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'"
    " AND name NOT LIKE 'journal%' AND name NOT LIKE 'rollup%' ORDER BY name";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2 (db, tables, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    hash_rows (db, (const char *) sqlite3_column_text (stmt, 0), checksum);
  sqlite3_finalize (stmt);
  hash_rows (db, "pragma_user_version, (SELECT 1)", checksum);
  if (has_table (db, "journal"))
    hash_rows (db, "(SELECT count (*), max (seq) FROM journal)", checksum);
  sqlite3_close (db);
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
is_whole (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gboolean whole;

  whole = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
          sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &stmt, NULL) == SQLITE_OK &&
          sqlite3_step (stmt) == SQLITE_ROW && strcmp ((const char *) sqlite3_column_text (stmt, 0), "ok") == 0;
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return whole;
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  must (g_file_get_contents (from, &bytes, &size, &error), error);
  must (g_file_set_contents (to, bytes, (gssize) size, &error), error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

/* The names of backups, which sort by their time; what is unfinished is none. */
static GPtrArray *
list_backups (const char *reg)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_strconcat (reg, ".backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".vigie"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

static void
write_import (Faults *self, int n, const char *name)
{
  g_autoptr (GString) text = g_string_new ("code;name;kind\n");
  g_autofree char *path = g_build_filename (self->folder, "import.csv", NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s-%d;%s;unit\n", name, i, name);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

/* Trainings of those who are there. */
static void
write_many (Faults *self)
{
  g_autofree char *path = g_build_filename (self->folder, "many.csv", NULL);
  g_autoptr (GString) text = g_string_new ("staff,module,completed_on\n");
  g_auto (GStrv) staff = list_texts (self->base, "SELECT code FROM staff ORDER BY id");
  g_auto (GStrv) modules = list_texts (self->base, "SELECT code FROM module ORDER BY id");
  int n_staff = (int) g_strv_length (staff);
  int n_modules = (int) g_strv_length (modules);

  for (int i = 0; i < MANY_ROWS; i++)
    {
      int day = i / n_staff / n_modules;

      g_string_append_printf (text, "%s,%s,%d-%02d-%02d\n", staff[i % n_staff], modules[i / n_staff % n_modules],
                              2020 - day / 28 / 12, 1 + day / 28 % 12, 1 + day % 28);
    }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

/* What is to be done to @name; %NULL where it cannot be done now. */
static char *
dup_words (Faults *self, Act act, const char *name)
{
  g_autofree char *round = g_strdup_printf ("R%d", self->n_rounds);
  g_autoptr (GPtrArray) backups = list_backups (self->reg);

  switch (act)
    {
    case ACT_IMPORT:
    case ACT_EDIT:
      write_import (self, act == ACT_EDIT ? 1 : g_rand_int_range (self->rand, 2, LARGEST_IMPORT), round);
      return g_strdup_printf ("import %s --kind sites import.csv", name);
    case ACT_RESTORE:
      if (backups->len == 0)
        return NULL;
      return g_strdup_printf (
        "restore %s '%s'", name,
        (const char *) g_ptr_array_index (backups, (guint) g_rand_int_range (self->rand, 0, (gint32) backups->len)));
    case ACT_FILL:
      return g_strdup_printf ("import %s --kind completions many.csv", name);
    case ACT_UNDO:
    case ACT_REDO:
    case ACT_BACKUP:
    case ACT_MIGRATE:
    case ACT_EMPTY:
    case N_ACTS:
    default:
      return g_strdup_printf ("%s %s", act_names[act], name);
    }
}

/* A copy of @from in the place of @path, alone. */
static void
place_copy (const char *from, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal", ".lock" };
  g_autofree char *backups = g_strconcat (path, ".backups", NULL);

  remove_folder (backups);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_remove (name);
    }
  copy (from, path);
}

/* Does @words to a twin of the register, in peace, and says how long that took; %NULL where it is refused. */
static char *
dup_outcome (Faults *self, const char *from, const char *words, double *seconds)
{
  gint64 begin;

  place_copy (from, self->twin);
  begin = g_get_monotonic_time ();
  if (!call (self, words))
    return NULL;
  *seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  return dup_fingerprint (self->twin);
}

static gboolean
run_and_kill (Faults *self, const char *words, double seconds)
{
  g_autoptr (GSubprocess) process = start (self, words);
  gboolean ended;

  g_usleep ((gulong) (g_rand_double_range (self->rand, 0, seconds * LATEST) * G_USEC_PER_SEC));
  g_subprocess_force_exit (process);
  ended = ended_well (process);
  self->n_kills += g_subprocess_get_if_signaled (process);
  return ended;
}

static void
tell (Faults *self, const char *what, const char *words)
{
  g_printerr ("round %d: %s: vigie %s\n", self->n_rounds, what, words);
}

static void
check_backups (Faults *self, const char *reg, const char *words)
{
  g_autoptr (GPtrArray) backups = list_backups (reg);

  for (guint i = 0; i < backups->len; i++)
    if (!is_whole (g_ptr_array_index (backups, i)))
      {
        self->n_unwhole++;
        tell (self, "a backup is not whole", words);
      }
}

/* What an older register holds is looked at first, since the check brings it up to date. */
static void
check_register (Faults *self, const char *reg, const char *words, gboolean ended, const char *before, const char *after)
{
  g_autofree char *name = g_path_get_basename (reg);
  g_autofree char *check = g_strdup_printf ("check %s", name);
  g_autofree char *first = reg == self->copied ? dup_fingerprint (reg) : NULL;
  g_autofree char *found = NULL;

  if (!call (self, check))
    {
      self->n_unwhole++;
      tell (self, "the register is not whole", words);
    }
  found = first != NULL ? g_steal_pointer (&first) : dup_fingerprint (reg);
  if (!g_str_equal (found, before) && !g_str_equal (found, after))
    {
      self->n_half++;
      tell (self, "half applied", words);
    }
  else if (ended && !g_str_equal (found, after))
    {
      self->n_lost++;
      tell (self, "lost", words);
    }
}

/* What the act begins with, where that is not the register as the last round left it. */
static const char *
get_start (Faults *self, Act act)
{
  switch (act)
    {
    case ACT_MIGRATE:
      return self->older;
    case ACT_FILL:
      return self->base;
    case ACT_EMPTY:
      return self->filled;
    case ACT_IMPORT:
    case ACT_EDIT:
    case ACT_UNDO:
    case ACT_REDO:
    case ACT_BACKUP:
    case ACT_RESTORE:
    case N_ACTS:
    default:
      return NULL;
    }
}

/* Does it once and kills it; where it ended first that is looked at, too, and FALSE says so. */
static gboolean
try_to_kill (Faults *self, Act act, const char *words, double *seconds)
{
  const char *from = get_start (self, act);
  const char *reg = from != NULL ? self->copied : self->reg;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *twin_words = g_strdup (words);
  double alone = 0;
  gboolean ended;

  if (from != NULL)
    place_copy (from, self->copied);
  strstr (twin_words, ".vigie")[-1] = 't';
  before = dup_fingerprint (reg);
  after = dup_outcome (self, reg, twin_words, &alone);
  if (after == NULL)
    {
      *seconds = 0;
      return FALSE;
    }
  *seconds = *seconds > 0 ? MIN (*seconds, alone) : alone;
  ended = run_and_kill (self, words, *seconds);
  if (self->verbose)
    tell (self, ended ? "ended" : "killed", words);
  check_register (self, reg, words, ended, before, after);
  check_backups (self, reg, words);
  self->n_ended += ended;
  *seconds *= EARLIER;
  return !ended;
}

static void
run_round (Faults *self)
{
  gboolean killed = FALSE;

  while (!killed)
    {
      Act act = lots[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (lots))];
      double seconds = 0;

      do
        {
          g_autofree char *words = dup_words (self, act, get_start (self, act) != NULL ? "c.vigie" : "r.vigie");

          killed = words != NULL && try_to_kill (self, act, words, &seconds);
        }
      while (!killed && seconds > 0);
    }
  self->n_rounds++;
}

/* As a program of that time left it. */
static void
make_older (Faults *self)
{
  g_autofree char *folder = g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "data", "schema", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *rows = NULL;
  const char *name;
  sqlite3 *db = NULL;

  must (dir != NULL && sqlite3_open (self->older, &db) == SQLITE_OK, NULL);
  for (int version = 1; version <= OLDER_VERSION; version++)
    {
      g_autofree char *number = g_strdup_printf ("%04d-", version);

      g_dir_rewind (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autofree char *sql = NULL;

          if (!g_str_has_prefix (name, number))
            continue;
          must (g_file_get_contents (path, &sql, NULL, NULL), NULL);
          must (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK, NULL);
        }
    }
  rows =
    g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)"
                     " INSERT INTO org_unit (id, code, name, kind) SELECT i, 'U-' || i, 'Unité ' || i, 'site' FROM n;"
                     "INSERT INTO search (rowid, body) SELECT id * 64 + %2$d, code || char (10) || name FROM org_unit",
                     OLDER_UNITS, vigie_entity_number (&vigie_org_unit_entity));
  if (sqlite3_exec (db, rows, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_close (db);
}

static char *
find_program (void)
{
  const char *root = g_getenv ("VIGIE_BUILD_ROOT");

  return root != NULL ? g_build_filename (root, "src", "cli", "vigie", NULL) : g_find_program_in_path ("vigie");
}

int
main (int argc, char *argv[])
{
  static int rounds = 15, seed;
  static gboolean verbose;
  static const GOptionEntry options[] = {
    { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "How often it is killed", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "What chooses; another each time where it is not given", "S" },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "Tell every round", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Faults self = { .verbose = FALSE };
  gboolean passed;

  g_option_context_add_main_entries (context, options, NULL);
  must (g_option_context_parse (context, &argc, &argv, &error), error);
  seed = seed != 0 ? seed : (int) (g_random_int () & G_MAXINT16);
  self.verbose = verbose;
  self.rand = g_rand_new_with_seed ((guint32) seed);
  self.program = find_program ();
  self.folder = g_dir_make_tmp ("vigie-kill9-XXXXXX", &error);
  must (self.program != NULL && self.folder != NULL, error);
  self.reg = g_build_filename (self.folder, "r.vigie", NULL);
  self.twin = g_build_filename (self.folder, "t.vigie", NULL);
  self.older = g_build_filename (self.folder, "older.vigie", NULL);
  self.base = g_build_filename (self.folder, "base.vigie", NULL);
  self.filled = g_build_filename (self.folder, "filled.vigie", NULL);
  self.copied = g_build_filename (self.folder, "c.vigie", NULL);
  make_older (&self);
  must (call (&self, "demo base.vigie --scale small --today 2026-11-23"), NULL);
  place_copy (self.base, self.reg);
  write_many (&self);
  place_copy (self.base, self.filled);
  must (call (&self, "import filled.vigie --kind completions many.csv"), NULL);
  while (self.n_rounds < rounds)
    run_round (&self);
  passed = self.n_lost + self.n_half + self.n_unwhole == 0;
  g_print ("seed %d: rounds %d, kills %d, ended first %d, lost %d, half-applied %d, not whole %d\n", seed,
           self.n_rounds, self.n_kills, self.n_ended, self.n_lost, self.n_half, self.n_unwhole);
  if (passed)
    remove_folder (self.folder);
  else
    g_printerr ("what is left stands in %s\n", self.folder);
  g_rand_free (self.rand);
  g_free (self.folder);
  g_free (self.program);
  g_free (self.reg);
  g_free (self.twin);
  g_free (self.older);
  g_free (self.base);
  g_free (self.filled);
  g_free (self.copied);
  return passed ? 0 : 1;
}
