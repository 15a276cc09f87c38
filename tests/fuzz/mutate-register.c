// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Registers that nobody made: bytes of one are changed where its format has its joints (header, kinds of pages, pointers
 * to cells and to pages, the order of pages, the end), or SQLite itself is asked to write what no register holds.
 */

#include "mutate.h"

#include <sqlite3.h>
#include <string.h>

#define PAGE 4096
#define HEADER 100
#define OPERATIONS_A_STEP 1000
#define STEPS_MAX 20000

static guint
pick (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) MAX (n, 1));
}

static guint
count_pages (GByteArray *bytes)
{
  return bytes->len / PAGE;
}

/* The header of a page; on the first one it stands behind that of the file. */
static guint8 *
page_header (GByteArray *bytes, guint page)
{
  return bytes->data + page * PAGE + (page == 0 ? HEADER : 0);
}

static guint8
any_byte (GRand *rand)
{
  static const guint8 odd[] = { 0, 1, 2, 5, 10, 13, 0x7f, 0x80, 0xff };

  return pick (rand, 2) == 0 ? odd[pick (rand, G_N_ELEMENTS (odd))] : (guint8) pick (rand, 256);
}

static void
change_bytes (GByteArray *bytes, GRand *rand)
{
  guint start = pick (rand, count_pages (bytes)) * PAGE;

  for (guint n = 1 + pick (rand, 16); n > 0; n--)
    bytes->data[start + pick (rand, PAGE)] = any_byte (rand);
}

static void
change_file_header (GByteArray *bytes, GRand *rand)
{
  for (guint n = 1 + pick (rand, 4); n > 0; n--)
    bytes->data[16 + pick (rand, HEADER - 16)] = any_byte (rand);
}

static void
change_page_header (GByteArray *bytes, GRand *rand)
{
  page_header (bytes, pick (rand, count_pages (bytes)))[pick (rand, 12)] = any_byte (rand);
}

static void
change_cell_pointer (GByteArray *bytes, GRand *rand)
{
  guint8 *header = page_header (bytes, pick (rand, count_pages (bytes)));
  guint n_cells = (guint) header[3] << 8 | header[4];
  guint8 *pointer = header + (header[0] < 10 ? 12 : 8) + 2 * pick (rand, MIN (n_cells, 1000));

  pointer[0] = (guint8) pick (rand, 18);
  pointer[1] = any_byte (rand);
}

/* The sizes and keys with which a cell begins. */
static void
change_cell (GByteArray *bytes, GRand *rand)
{
  guint page = pick (rand, count_pages (bytes));
  guint8 *header = page_header (bytes, page);
  guint n_cells = (guint) header[3] << 8 | header[4];
  guint8 *pointer = header + (header[0] < 10 ? 12 : 8) + 2 * pick (rand, MIN (n_cells, 1000));
  guint at = ((guint) pointer[0] << 8 | pointer[1]) % (PAGE - 16);

  bytes->data[page * PAGE + at + pick (rand, 12)] = any_byte (rand);
}

/* Where the pages of a tree name others: to itself, back to the root, or to any. */
static void
change_child (GByteArray *bytes, GRand *rand)
{
  guint n_pages = count_pages (bytes);
  guint page = pick (rand, n_pages);
  guint32 child;

  for (guint n = 0; n < n_pages && page_header (bytes, page)[0] > 5; n++)
    page = (page + 1) % n_pages;
  child = GUINT32_TO_BE (pick (rand, 3) == 0 ? page + 1 : 1 + pick (rand, n_pages));
  memcpy (page_header (bytes, page) + 8, &child, sizeof child);
}

static void
copy_page (GByteArray *bytes, GRand *rand)
{
  memmove (bytes->data + pick (rand, count_pages (bytes)) * PAGE, bytes->data + pick (rand, count_pages (bytes)) * PAGE,
           PAGE);
}

static void
swap_pages (GByteArray *bytes, GRand *rand)
{
  guint8 *one = bytes->data + pick (rand, count_pages (bytes)) * PAGE;
  guint8 *other = bytes->data + pick (rand, count_pages (bytes)) * PAGE;
  g_autofree guint8 *kept = g_memdup2 (one, PAGE);

  memmove (one, other, PAGE);
  memcpy (other, kept, PAGE);
}

static void
clear_page (GByteArray *bytes, GRand *rand)
{
  memset (bytes->data + pick (rand, count_pages (bytes)) * PAGE, any_byte (rand), PAGE);
}

static void
cut_off (GByteArray *bytes, GRand *rand)
{
  g_byte_array_set_size (bytes, pick (rand, bytes->len));
}

static void
lengthen (GByteArray *bytes, GRand *rand)
{
  guint length = bytes->len, more = 1 + pick (rand, 3 * PAGE);

  g_byte_array_set_size (bytes, length + more);
  memset (bytes->data + length, any_byte (rand), more);
}

static const struct
{
  const char *name;
  void (*mutate) (GByteArray *bytes, GRand *rand);
} page_mutations[] = {
  { "bytes", change_bytes },
  { "file header", change_file_header },
  { "page header", change_page_header },
  { "cell pointer", change_cell_pointer },
  { "cell", change_cell },
  { "child page", change_child },
  { "page over another", copy_page },
  { "pages swapped", swap_pages },
  { "page cleared", clear_page },
  { "cut off", cut_off },
  { "lengthened", lengthen },
};

/**
 * fuzz_mutate_pages:
 * @bytes: of a register
 *
 * Changes its bytes, once or several times in one way.
 *
 * Returns: (transfer none): in which way
 */
const char *
fuzz_mutate_pages (GByteArray *bytes, GRand *rand)
{
  guint way = pick (rand, G_N_ELEMENTS (page_mutations));

  for (guint n = 1 + pick (rand, 3); n > 0 && bytes->len >= 2 * PAGE; n--)
    page_mutations[way].mutate (bytes, rand);
  return page_mutations[way].name;
}

/* What they name is chosen by SQLite itself; %1$d is a number. */
static const struct
{
  const char *name;
  const char *sql;
} sql_mutations[] = {
  { "a trigger", "CREATE TRIGGER t%1$d AFTER UPDATE ON staff BEGIN DELETE FROM system; END" },
  { "a view", "CREATE VIEW v%1$d AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n" },
  { "a table of a module", "CREATE VIRTUAL TABLE v%1$d USING fts5 (x, content = 'staff')" },
  { "a generated column",
    "UPDATE sqlite_schema SET sql = replace (sql, ') STRICT', ', c%1$d TEXT AS (hex (zeroblob (100000000)))) STRICT')"
    " WHERE name = 'staff'" },
  { "an index with an expression", "CREATE INDEX i%1$d ON staff (hex (code) || randomblob (0))" },
  { "a missing object",
    "DELETE FROM sqlite_schema WHERE rowid = (SELECT rowid FROM sqlite_schema LIMIT 1 OFFSET %1$d %% 60)" },
  { "a root page", "UPDATE sqlite_schema SET rootpage = %1$d %% 300 WHERE rowid = 1 + %1$d %% 80" },
  { "two objects on one page",
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE rowid = 1 + %1$d %% 70)"
    " WHERE rowid = 1 + %1$d / 70 %% 70" },
  { "a name", "UPDATE sqlite_schema SET name = 'x' || name WHERE rowid = 1 + %1$d %% 80" },
  { "text of the schema", "UPDATE sqlite_schema SET sql = substr (sql, 1, %1$d %% 400) WHERE rowid = 1 + %1$d %% 80" },
  { "rules of the schema",
    "UPDATE sqlite_schema SET sql = replace (sql, 'CHECK', 'DEFAULT') WHERE rowid = 1 + %1$d %% 80" },
  { "dates", "UPDATE completion SET completed_on = char (%1$d %% 1000) || completed_on" },
  { "days without end", "UPDATE job SET starts_on = '9999-12-31', ends_on = '0000-01-01' WHERE id %% 2 = %1$d %% 2" },
  { "numbers", "UPDATE module SET duration_min = 9223372036854775807 - %1$d %% 3, validity_months = -%1$d" },
  { "texts", "UPDATE system SET name = CAST (randomblob (%1$d %% 40) AS TEXT)" },
  { "a long text", "UPDATE system SET name = hex (zeroblob (%1$d %% 3000000)) WHERE id = 1 + %1$d %% 5" },
  { "enumerations",
    "UPDATE deployment SET health = 'x', oversight_cover = '', priority = -%1$d WHERE id %% 3 = %1$d %% 3" },
  { "references", "UPDATE deployment SET system_id = %1$d - 50, org_unit_id = -%1$d WHERE id %% 3 = %1$d %% 3" },
  { "units within themselves", "UPDATE org_unit SET parent_id = 1 + %1$d %% 10" },
  { "settings", "UPDATE setting SET value = CAST (randomblob (8) AS TEXT) || '%1$d'" },
  { "series that are added up",
    "UPDATE rollup_training SET series = randomblob (%1$d %% 60) WHERE module_id %% 2 = 0" },
  { "changes in the journal", "UPDATE journal_part SET bytes = randomblob (%1$d %% 500)" },
  { "entries of the journal", "UPDATE journal SET counts = hex (randomblob (9)), parts = %1$d, kind = 'edit'" },
  { "targets in the journal", "UPDATE journal SET kind = 'undo', target = seq" },
  { "the end of the journal", "UPDATE journal_head SET entries = entries - %1$d" },
  { "the index of words", "UPDATE search_data SET block = randomblob (%1$d %% 200) WHERE id %% 3 = %1$d %% 3" },
  { "sizes of words", "UPDATE search_docsize SET sz = randomblob (%1$d %% 9)" },
  { "how words are found", "INSERT OR REPLACE INTO search_config VALUES ('rank', 'bm25(' || %1$d || ')')" },
  { "the version", "PRAGMA user_version = %1$d" },
  { "statistics", "ANALYZE; UPDATE sqlite_stat1 SET stat = '%1$d 1 1 1 1 1 unordered'" },
};

/* What is harmful to read may be so to write: ALTER TABLE works out a new column for every row. */
static int
give_up (gpointer data)
{
  guint *n_steps = data;

  return ++*n_steps > STEPS_MAX;
}

/**
 * fuzz_mutate_with_sql:
 * @path: a register
 *
 * Has SQLite write something into it that no register holds.
 *
 * Returns: (transfer none): what
 */
const char *
fuzz_mutate_with_sql (const char *path, GRand *rand)
{
  guint way = pick (rand, G_N_ELEMENTS (sql_mutations));
  g_autofree char *number = g_strdup_printf ("%u", pick (rand, 5000));
  g_auto (GStrv) parts = g_strsplit (sql_mutations[way].sql, "%1$d", -1);
  g_autofree char *doubled = g_strjoinv (number, parts);
  g_auto (GStrv) signs = g_strsplit (doubled, "%%", -1);
  g_autofree char *sql = g_strjoinv ("%", signs);
  sqlite3 *db = NULL;
  guint n_steps = 0;

  if (sqlite3_open (path, &db) == SQLITE_OK)
    {
      sqlite3_progress_handler (db, OPERATIONS_A_STEP, give_up, &n_steps);
      sqlite3_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON",
                    NULL, NULL, NULL);
      if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
        g_debug ("%s: %s", sql, sqlite3_errmsg (db));
    }
  sqlite3_close (db);
  return sql_mutations[way].name;
}
