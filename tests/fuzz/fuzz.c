// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * fuzz [--rounds N] [--seed S] [--only R] [--verbose]: the real program with files that nobody should have made. In each
 * round a register, or a table, a JSON file or a mapping that is to be imported, is changed at random and the program is
 * called with it as a person would call it. It must end by itself, in time and without taking much memory, with exit
 * status 0 or 1 and in the latter case with a reason; no file beside its own may be changed; and where something was
 * imported, the register must be whole. What a round does follows from the seed and its number alone.
 */

#include "mutate.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECONDS_MAX 60
#define MEMORY_MAX_KIB (1200 * 1024)
#define WRITTEN_MAX (256 * 1024 * 1024)
#define MESSAGE_MAX 400
#define CANARY "what stands here is nobody's business\n"

typedef struct
{
  char *program;
  char *folder;
  char *base;
  char *reg;
  char *canary;
  gboolean verbose;

  guint round;
  GRand *rand;
  GString *what; /* was done in this round */
  guint n_calls;
  guint n_refused;
  guint n_failures;
  double slowest;
  long largest;
} Fuzz;

static void
must (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static char *
in_folder (Fuzz *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void fail (Fuzz *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
fail (Fuzz *self, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->n_failures++;
  g_printerr ("round %u (%s): %.*s\n", self->round, self->what->str, MESSAGE_MAX, message);
}

/* --- the program ----------------------------------------------------------------------------------- */

static void
bound (int resource, rlim_t most)
{
  struct rlimit limit = { most, most };

  setrlimit (resource, &limit);
}

/* In the child, up to where the program begins. */
static void
become (Fuzz *self, char **argv)
{
  g_autofree char *output = in_folder (self, "output");
  g_autofree char *messages = in_folder (self, "messages");
  int out = g_open (output, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  int err = g_open (messages, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  if (out < 0 || err < 0 || dup2 (out, STDOUT_FILENO) < 0 || dup2 (err, STDERR_FILENO) < 0 || chdir (self->folder) != 0)
    _exit (127);
  bound (RLIMIT_CPU, SECONDS_MAX);
  bound (RLIMIT_FSIZE, WRITTEN_MAX);
  bound (RLIMIT_CORE, 0);
  execv (argv[0], argv);
  _exit (127);
}

static void
judge (Fuzz *self, const char *words, int status, const struct rusage *usage)
{
  g_autofree char *path = in_folder (self, "messages");
  g_autofree char *messages = NULL;
  gsize length = 0;

  self->n_calls++;
  g_file_get_contents (path, &messages, &length, NULL);
  if (self->verbose)
    g_printerr ("round %u (%s): vigie %s: %s\n", self->round, self->what->str, words, messages);
  if (WIFSIGNALED (status))
    fail (self, "vigie %s: ended by signal %d: %s", words, WTERMSIG (status), messages);
  else if (WEXITSTATUS (status) > 1)
    fail (self, "vigie %s: exit status %d: %s", words, WEXITSTATUS (status), messages);
  else if (WEXITSTATUS (status) == 1 && length == 0)
    fail (self, "vigie %s: refused without a reason", words);
  if (!g_utf8_validate (messages, (gssize) length, NULL))
    fail (self, "vigie %s: what it says is no text", words);
  if (messages != NULL && (strstr (messages, "CRITICAL") != NULL || strstr (messages, "WARNING") != NULL))
    fail (self, "vigie %s: %s", words, messages);
  self->n_refused += WIFEXITED (status) && WEXITSTATUS (status) == 1;
  self->largest = MAX (self->largest, usage->ru_maxrss);
  if (usage->ru_maxrss > MEMORY_MAX_KIB)
    fail (self, "vigie %s: it took %ld MB of memory", words, usage->ru_maxrss / 1024);
}

/* Calls the program in the folder; @words are split as a shell does. Returns whether it said that all went well. */
static gboolean
call (Fuzz *self, const char *words)
{
  g_autofree char *line = g_strdup_printf ("'%s' %s", self->program, words);
  g_auto (GStrv) argv = NULL;
  struct rusage usage = { 0 };
  double seconds;
  int status = 0;
  pid_t pid;

  must (g_shell_parse_argv (line, NULL, &argv, NULL), NULL);
  pid = fork ();
  if (pid == 0)
    become (self, argv);
  must (pid > 0 && wait4 (pid, &status, 0, &usage) == pid, NULL);
  seconds = (double) usage.ru_utime.tv_sec + (double) usage.ru_utime.tv_usec / 1e6 + (double) usage.ru_stime.tv_sec;
  self->slowest = MAX (self->slowest, seconds);
  judge (self, words, status, &usage);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* --- files ----------------------------------------------------------------------------------------- */

static GByteArray *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  must (g_file_get_contents (path, &bytes, &length, &error), error);
  return g_byte_array_new_take ((guint8 *) g_steal_pointer (&bytes), length);
}

static void
write_bytes (const char *path, const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  must (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0644, &error), error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

/* The register, what stands beside it and what the program was told to write; anything else would be elsewhere. */
static gboolean
may_be_there (const char *name)
{
  static const char *const own[] = { "base.vigie", "r.vigie",  "out.vigie", "input", "rejects.csv",
                                     "output",     "messages", "canary",    "home" };

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (name, own[i]) || (g_str_has_suffix (own[i], ".vigie") && g_str_has_prefix (name, own[i])))
      return TRUE;
  return g_str_has_prefix (name, "input.");
}

static void
look_elsewhere (Fuzz *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autofree char *canary = NULL;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!may_be_there (name))
        fail (self, "“%s” was written", name);
      if (strstr (name, ".unfinished") != NULL)
        fail (self, "“%s” was left behind", name);
    }
  if (!g_file_get_contents (self->canary, &canary, NULL, NULL) || !g_str_equal (canary, CANARY))
    fail (self, "a file elsewhere was changed");
}

/* A register as it was made, alone. */
static void
begin_round (Fuzz *self, guint seed)
{
  static const char *const leftovers[] = { "r.vigie",      "r.vigie-wal", "r.vigie-shm", "r.vigie-journal",
                                           "r.vigie.lock", "out.vigie",   "rejects.csv", "input.map" };
  const guint32 seeds[] = { seed, self->round };
  g_autofree char *backups = in_folder (self, "r.vigie.backups");
  g_autoptr (GByteArray) base = read_bytes (self->base);

  remove_folder (backups);
  for (gsize i = 0; i < G_N_ELEMENTS (leftovers); i++)
    {
      g_autofree char *path = in_folder (self, leftovers[i]);

      g_unlink (path);
    }
  write_bytes (self->reg, base->data, base->len);
  g_rand_set_seed_array (self->rand, seeds, G_N_ELEMENTS (seeds));
  g_string_truncate (self->what, 0);
}

/* --- rounds ---------------------------------------------------------------------------------------- */

static guint
pick (Fuzz *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static void
try_register (Fuzz *self)
{
  static const char *const verbs[] = {
    "log r.vigie --format json",
    "controls r.vigie",
    "agenda r.vigie",
    "check r.vigie --rescue out.vigie",
    "undo r.vigie",
    "backup r.vigie",
    "check r.vigie --repair",
    "overview r.vigie --as-of 2024-01-01",
  };

  call (self, "check r.vigie");
  call (self, "overview r.vigie --format json");
  call (self, verbs[pick (self, G_N_ELEMENTS (verbs))]);
}

static void
round_of_pages (Fuzz *self)
{
  g_autoptr (GByteArray) bytes = read_bytes (self->reg);

  g_string_assign (self->what, fuzz_mutate_pages (bytes, self->rand));
  write_bytes (self->reg, bytes->data, bytes->len);
  try_register (self);
}

static void
round_of_sql (Fuzz *self)
{
  g_string_assign (self->what, fuzz_mutate_with_sql (self->reg, self->rand));
  try_register (self);
}

/* A log or a journal that stands beside a register is read before it. */
static void
round_of_logs (Fuzz *self)
{
  const char *suffix = pick (self, 2) == 0 ? "-wal" : "-journal";
  g_autofree char *path = g_strconcat (self->reg, suffix, NULL);
  g_autoptr (GByteArray) bytes = read_bytes (self->reg);
  static const guint8 wal[] = { 0x37, 0x7f, 0x06, 0x82, 0, 0x2d, 0xe2, 0x18, 0, 0, 0x10, 0 };
  static const guint8 journal[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 3 };

  g_string_assign (self->what, suffix);
  for (guint n = pick (self, 4); n > 0; n--)
    fuzz_mutate_pages (bytes, self->rand);
  if (bytes->len > 64)
    memcpy (bytes->data, *(suffix + 1) == 'w' ? wal : journal, sizeof wal);
  write_bytes (path, bytes->data, bytes->len);
  try_register (self);
}

static const struct
{
  const char *name;
  const char *words;
  const char *text;
} imports[] = {
  { "sites", "import r.vigie --kind sites input --rejects rejects.csv",
    "code;name;kind;parent\nX-1;\"Hôpital ; Nord\";site;\nX-2;Hôpital Sud;site;X-1\n" },
  { "staff", "import r.vigie --kind staff input",
    "matricule,date de début,établissement,profession\n900001,01/02/2025,X-1,IDE\n900002,2025-03-01,X-2,MED\n" },
  { "completions", "import r.vigie --kind completions input",
    "staff,module,completed_on,hours\n100001,M1,2026-01-05,3.5\n100002,M1,05/01/2026,\"3,5\"\n" },
  { "json", "import r.vigie --kind all input",
    "{ \"vigie\": 1, \"records\": { \"profession\": [ { \"code\": \"ZZ\", \"label_fr\": \"Métier\", \"family\":"
    " \"nursing\", \"in_reference_28h\": true, \"rpps_code\": null } ], \"setting\": [ { \"code\": \"x\", \"value\":"
    " \"5\" } ], \"org_unit\": [ { \"code\": \"U1\", \"name\": \"Unité\", \"kind\": \"site\" } ] } }" },
};

/* Whatever becomes of an import, the register is whole. */
static void
finish_import (Fuzz *self, const char *words)
{
  if (pick (self, 4) == 0)
    {
      g_autofree char *dry = g_strconcat (words, " --dry-run", NULL);

      call (self, dry);
    }
  call (self, words);
  if (!call (self, "check r.vigie"))
    fail (self, "the register is not whole after: vigie %s", words);
}

static void
round_of_imports (Fuzz *self)
{
  guint i = pick (self, G_N_ELEMENTS (imports));
  g_autofree char *path = in_folder (self, "input");
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_string_assign (self->what, imports[i].name);
  g_byte_array_append (bytes, (const guint8 *) imports[i].text, (guint) strlen (imports[i].text));
  fuzz_mutate_text (bytes, self->rand);
  write_bytes (path, bytes->data, bytes->len);
  finish_import (self, imports[i].words);
}

static void
round_of_mappings (Fuzz *self)
{
  static const char table[] = "agency,agency_bureau,agency_name,use_case_name,stage_of_development\n"
                              "VA,VHA: Veterans Health Administration,Veterans,Reading of images,Deployed\n";
  g_autofree char *source =
    g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "data", "reference", "mappings", "us-federal-2025-va.json", NULL);
  g_autofree char *map = in_folder (self, "input.map");
  g_autofree char *path = in_folder (self, "input");
  g_autoptr (GByteArray) bytes = read_bytes (source);

  g_string_assign (self->what, "mapping");
  fuzz_mutate_text (bytes, self->rand);
  write_bytes (map, bytes->data, bytes->len);
  write_bytes (path, table, strlen (table));
  finish_import (self, "import r.vigie --kind projects input --mapping input.map");
}

static void
run_round (Fuzz *self, guint seed)
{
  static void (*const rounds[]) (Fuzz *) = { round_of_pages, round_of_sql,     round_of_imports, round_of_pages,
                                             round_of_sql,   round_of_imports, round_of_logs,    round_of_mappings };

  begin_round (self, seed);
  rounds[self->round % G_N_ELEMENTS (rounds)](self);
  look_elsewhere (self);
}

/* --- all of it ------------------------------------------------------------------------------------- */

static void
prepare (Fuzz *self)
{
  const char *root = g_getenv ("VIGIE_BUILD_ROOT");
  g_autoptr (GError) error = NULL;
  g_autofree char *home = NULL;

  self->program =
    root != NULL ? g_build_filename (root, "src", "cli", "vigie", NULL) : g_find_program_in_path ("vigie");
  self->folder = g_dir_make_tmp ("vigie-fuzz-XXXXXX", &error);
  must (self->program != NULL && self->folder != NULL, error);
  self->base = in_folder (self, "base.vigie");
  self->reg = in_folder (self, "r.vigie");
  self->canary = in_folder (self, "canary");
  self->rand = g_rand_new ();
  self->what = g_string_new ("making a register");
  home = in_folder (self, "home");
  g_mkdir (home, 0755);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("G_DEBUG", "", TRUE);
  write_bytes (self->canary, CANARY, strlen (CANARY));
  must (call (self, "demo base.vigie --scale small --staff 50 --today 2026-11-23"), NULL);
}

static void
finish (Fuzz *self, guint seed, guint rounds)
{
  g_print ("seed %u: rounds %u, calls %u, refused %u, slowest %.1f s, most memory %ld MB, failures %u\n", seed, rounds,
           self->n_calls, self->n_refused, self->slowest, self->largest / 1024, self->n_failures);
  if (self->n_failures == 0)
    remove_folder (self->folder);
  else
    g_printerr ("one round again: --seed %u --only ROUND --verbose; what the last one left stands in %s\n", seed,
                self->folder);
  g_rand_free (self->rand);
  g_string_free (self->what, TRUE);
  g_free (self->program);
  g_free (self->folder);
  g_free (self->base);
  g_free (self->reg);
  g_free (self->canary);
}

int
main (int argc, char *argv[])
{
  static int rounds = 48, seed = 1, only = -1;
  static gboolean verbose;
  static const GOptionEntry options[] = {
    { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "How many", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "What chooses; 0 for another each time", "S" },
    { "only", 0, 0, G_OPTION_ARG_INT, &only, "One round alone", "ROUND" },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "Tell every call", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Fuzz self = { 0 };
  guint n_failures;

  g_option_context_add_main_entries (context, options, NULL);
  must (g_option_context_parse (context, &argc, &argv, &error), error);
  seed = seed != 0 ? seed : g_random_int_range (1, G_MAXINT16);
  self.verbose = verbose;
  prepare (&self);
  for (self.round = only >= 0 ? (guint) only : 0; self.round < (guint) (only >= 0 ? only + 1 : rounds); self.round++)
    run_round (&self, (guint) seed);
  n_failures = self.n_failures;
  finish (&self, (guint) seed, (guint) (only >= 0 ? 1 : rounds));
  return n_failures == 0 ? 0 : 1;
}
