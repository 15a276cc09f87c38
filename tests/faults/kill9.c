// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * kill9 [--rounds N] [--seed S] [--verbose]: the real program at imports, edits, undos, redos, backups and restores of a
 * register, killed by SIGKILL at some moment of each. What it then holds must be what it held before or what it would
 * hold had the program ended, and nothing between; where the program did end, the latter. And it must be whole, as must
 * every backup. It prints how many rounds and kills there were, how much was lost and how much half applied, and fails
 * where the last two are not 0.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define LARGEST_IMPORT 3000
/* The program is killed up to this much later than it took when it was left alone. */
#define LATER 1.1

typedef struct
{
  char *folder;
  char *program;
  char *reg;
  char *twin;
  GRand *rand;
  gboolean verbose;

  int n_rounds;
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
  N_ACTS,
} Act;

/* How often each is chosen. */
static const Act lots[] = {
  ACT_IMPORT, ACT_IMPORT, ACT_IMPORT, ACT_EDIT, ACT_EDIT,   ACT_EDIT,   ACT_UNDO,
  ACT_UNDO,   ACT_UNDO,   ACT_REDO,   ACT_REDO, ACT_BACKUP, ACT_BACKUP, ACT_RESTORE,
};

static const char *const act_names[] = { "import", "edit", "undo", "redo", "backup", "restore" };

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

/* All that a register holds but its journal, which says when. How many entries that has is in it. */
static char *
dup_fingerprint (const char *path)
{
  static const char tables[] =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'"
    " AND name NOT LIKE 'journal%' ORDER BY name";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2 (db, tables, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    hash_rows (db, (const char *) sqlite3_column_text (stmt, 0), checksum);
  sqlite3_finalize (stmt);
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
list_backups (Faults *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_strconcat (self->reg, ".backups", NULL);
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

/* What is to be done to @name; %NULL where it cannot be done now. */
static char *
dup_words (Faults *self, Act act, const char *name)
{
  g_autofree char *round = g_strdup_printf ("R%d", self->n_rounds);
  g_autoptr (GPtrArray) backups = list_backups (self);

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
    case ACT_UNDO:
    case ACT_REDO:
    case ACT_BACKUP:
    case N_ACTS:
    default:
      return g_strdup_printf ("%s %s", act_names[act], name);
    }
}

/* Does @words to a twin of the register, in peace, and says how long that took; %NULL where it is refused. */
static char *
dup_outcome (Faults *self, const char *words, double *seconds)
{
  g_autofree char *backups = g_strconcat (self->twin, ".backups", NULL);
  gint64 begin;

  remove_folder (backups);
  g_remove (self->twin);
  copy (self->reg, self->twin);
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

  g_usleep ((gulong) (g_rand_double_range (self->rand, 0, seconds * LATER) * G_USEC_PER_SEC));
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
check_backups (Faults *self, const char *words)
{
  g_autoptr (GPtrArray) backups = list_backups (self);

  for (guint i = 0; i < backups->len; i++)
    if (!is_whole (g_ptr_array_index (backups, i)))
      {
        self->n_unwhole++;
        tell (self, "a backup is not whole", words);
      }
}

static void
check_register (Faults *self, const char *words, gboolean ended, const char *before, const char *after)
{
  g_autofree char *found = NULL;

  if (!call (self, "check r.vigie"))
    {
      self->n_unwhole++;
      tell (self, "the register is not whole", words);
    }
  found = dup_fingerprint (self->reg);
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

static void
run_round (Faults *self)
{
  for (;;)
    {
      Act act = lots[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (lots))];
      g_autofree char *words = dup_words (self, act, "r.vigie");
      g_autofree char *twin_words = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      double seconds = 0;
      gboolean ended;

      if (words == NULL)
        continue;
      twin_words = g_strdup (words);
      memcpy (strstr (twin_words, "r.vigie"), "t.vigie", strlen ("t.vigie"));
      before = dup_fingerprint (self->reg);
      after = dup_outcome (self, twin_words, &seconds);
      if (after == NULL)
        continue;
      self->n_rounds++;
      ended = run_and_kill (self, words, seconds);
      if (self->verbose)
        tell (self, ended ? "ended" : "killed", words);
      check_register (self, words, ended, before, after);
      check_backups (self, words);
      return;
    }
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
  must (call (&self, "demo r.vigie --scale small --today 2026-11-23"), NULL);
  while (self.n_rounds < rounds)
    run_round (&self);
  passed = self.n_lost + self.n_half + self.n_unwhole == 0;
  g_print ("seed %d: rounds %d, kills %d, lost %d, half-applied %d, not whole %d\n", seed, self.n_rounds, self.n_kills,
           self.n_lost, self.n_half, self.n_unwhole);
  if (passed)
    remove_folder (self.folder);
  else
    g_printerr ("what is left stands in %s\n", self.folder);
  g_rand_free (self.rand);
  g_free (self.folder);
  g_free (self.program);
  g_free (self.reg);
  g_free (self.twin);
  return passed ? 0 : 1;
}
