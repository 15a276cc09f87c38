// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a large register answered, kept packed in the cache of the user: to read its hundreds of thousands of rows again
 * by SQL takes seconds, and few of them change from one day to the next.
 *
 * Answers to constant questions are kept, so that they serve every day; what they say of one is found by who reads. An
 * answer is believed while the journal goes on from the entry that it was made at, by the hash of that, and no entry
 * since is about a table that it was read from; where there is none since, the files must be as they were. So each change
 * has read again what it is about, whoever made it. They are kept beside a register and not in it, since a register may
 * come from anywhere, or be only read; and those of one that was sent to us are never taken from the sender.
 * `vigie check` compares them with the register.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-rows.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Of less, everything is read as fast. */
#define LEAST_SIZE (32 * 1024 * 1024)
/* An answer that takes no longer to be read than a file to be opened. */
#define LEAST_BYTES (16 * 1024)
/* More changes than these have all read again. */
#define MOST_ENTRIES 4000
/* A register has some fifteen. What other versions of the program left goes when there are more than these. */
#define MOST_FILES 32

#define MAGIC "Vigie rows 2\n"
#define HASH_SIZE 65

static gint64 least_size = LEAST_SIZE;
static gsize least_bytes = LEAST_BYTES;

/* Sizes and times of the register and of its log. */
typedef struct
{
  gint64 size;
  gint64 time;
  gint64 log_size;
  gint64 log_time;
} Stamp;

/* How a file begins; the question follows it, and then its answer. */
typedef struct
{
  char magic[16];
  gint64 schema;
  gint64 entry; /* of the journal */
  char hash[HASH_SIZE + 7];
  Stamp stamp;
  guint64 sum;
  guint32 n_columns;
  guint32 question_size; /* with the zero byte that ends it */
  guint64 n_rows;
} Head;

struct _VigieFactsRows
{
  VigieConnection *connection; /* borrowed */
  char *folder;
  Head head;
  GStrv views;         /* that hide tables */
  GHashTable *touched; /* (nullable) (element-type utf8): tables that entries after @touched_since are about */
  gint64 touched_since;
  gboolean all_touched;
};

/**
 * vigie_facts_rows_set_least_size:
 * @bytes: of a register whose answers are kept
 *
 * For tests, whose registers and answers are small.
 */
void
vigie_facts_rows_set_least_size (gint64 bytes)
{
  least_size = bytes;
  least_bytes = 0;
}

static gint64
stat_file (const char *path, gint64 *size)
{
  GStatBuf status;

  *size = 0;
  if (g_stat (path, &status) != 0)
    return 0;
  *size = status.st_size;
  return status.st_size > 0 ? (gint64) status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec
                            : 0;
}

static void
stamp_files (const char *path, Stamp *stamp)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  stamp->time = stat_file (path, &stamp->size);
  stamp->log_time = stat_file (log, &stamp->log_size);
}

static gboolean
read_head (VigieFactsRows *self)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (
    self->connection, "SELECT entries, hash, (SELECT user_version FROM pragma_user_version) FROM journal_head", NULL);
  const char *hash;

  if (statement == NULL || !vigie_statement_step (statement, NULL))
    return FALSE;
  memset (&self->head, 0, sizeof self->head);
  memcpy (self->head.magic, MAGIC, sizeof MAGIC);
  self->head.entry = vigie_statement_get_integer (statement, 0);
  self->head.schema = vigie_statement_get_integer (statement, 2);
  hash = vigie_statement_get_text (statement, 1);
  return hash != NULL && hash[0] != '\0' && g_strlcpy (self->head.hash, hash, HASH_SIZE) < HASH_SIZE;
}

static char *
dup_folder (const char *path)
{
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real != NULL ? real : path, -1);

  return g_build_filename (g_get_user_cache_dir (), "vigie", "rows", name, NULL);
}

/**
 * vigie_facts_rows_new:
 * @connection: within a transaction; must outlive what is returned
 *
 * Returns: (transfer full) (nullable): the answers of the register as it is in the transaction; %NULL where none are kept
 */
VigieFactsRows *
vigie_facts_rows_new (VigieConnection *connection)
{
  g_autoptr (VigieFactsRows) self = NULL;
  const char *path = vigie_connection_get_path (connection);
  Stamp stamp;

  stamp_files (path, &stamp);
  if (stamp.size < least_size || vigie_connection_is_on_share (connection))
    return NULL;
  self = g_new0 (VigieFactsRows, 1);
  self->connection = connection;
  if (!read_head (self))
    return NULL;
  self->head.stamp = stamp;
  self->folder = dup_folder (path);
  return g_steal_pointer (&self);
}

void
vigie_facts_rows_free (VigieFactsRows *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->folder);
  g_strfreev (self->views);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_free (self);
}

/**
 * vigie_facts_rows_look_for_views:
 *
 * Learns what is hidden from those who read: see vigie_entries_hide_late(). What is read of it is not kept.
 */
gboolean
vigie_facts_rows_look_for_views (VigieFactsRows *self, GError **error)
{
  g_autoptr (GStrvBuilder) views = g_strv_builder_new ();
  g_autoptr (VigieStatement) statement =
    vigie_connection_prepare (self->connection, "SELECT name FROM temp.sqlite_schema WHERE type = 'view'", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;
  while (vigie_statement_step (statement, &local))
    g_strv_builder_add (views, vigie_statement_get_text (statement, 0));
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_strfreev (self->views);
  self->views = g_strv_builder_end (views);
  return TRUE;
}

static gboolean
is_of_name (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static gboolean
names (const char *sql, const char *table)
{
  gsize length = strlen (table);

  for (const char *at = strstr (sql, table); at != NULL; at = strstr (at + 1, table))
    if (!is_of_name (at[length]) && (at == sql || !is_of_name (at[-1])))
      return TRUE;
  return FALSE;
}

/**
 * vigie_facts_rows_keeps:
 *
 * Returns: whether what @sql answers is kept: it asks the same of every day and scope, and nothing that is hidden
 */
gboolean
vigie_facts_rows_keeps (const VigieFactsRows *self, const char *sql)
{
  if (strchr (sql, '?') != NULL || strstr (sql, "temp.") != NULL || !g_str_has_prefix (sql, "SELECT "))
    return FALSE;
  for (gsize i = 0; self->views != NULL && self->views[i] != NULL; i++)
    if (names (sql, self->views[i]))
      return FALSE;
  return TRUE;
}

/* What was answered of one day takes the place of what was of another. */
static char *
dup_path (const VigieFactsRows *self, const char *sql)
{
  g_autofree char *of_any_day = g_strdup (sql);
  g_autofree char *name = NULL;

  for (char *at = of_any_day; *at != '\0'; at++)
    *at = g_ascii_isdigit (*at) ? '0' : *at;
  name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, of_any_day, -1);

  return g_build_filename (self->folder, name, NULL);
}

static guint64
add_to_sum (guint64 sum, const guint8 *bytes, gsize size)
{
  gsize at = 0;

  for (; at + sizeof (guint64) <= size; at += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, bytes + at, sizeof word);
      sum = (sum ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      sum ^= sum >> 29;
    }
  for (; at < size; at++)
    sum = (sum ^ bytes[at]) * G_GUINT64_CONSTANT (0x100000001b3);
  return sum;
}

/* Against decay, and a file that was not written to its end. */
static guint64
sum_up (const Head *head, gconstpointer question, gconstpointer answer, gsize answer_size)
{
  guint64 sum = answer_size ^ ((guint64) head->entry << 32) ^ (head->n_rows << 8) ^ head->n_columns;

  return add_to_sum (add_to_sum (sum, question, head->question_size), answer, answer_size);
}

/* What holders are added up of: see vigie-rollups.c. */
static const char *const added_up[] = { "org_unit", "profession", "staff", "job", "module", "completion" };

static void
touch (VigieFactsRows *self, const char *counts)
{
  g_auto (GStrv) items = g_strsplit (counts != NULL ? counts : "", ";", -1);

  for (gsize i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], " ", -1);

      /* With a record others may go that are of it. */
      if (g_strv_length (words) != 4 || !g_str_equal (words[3], "0"))
        self->all_touched = TRUE;
      else
        g_hash_table_add (self->touched, g_strdup (words[0]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (added_up); i++)
    if (g_hash_table_contains (self->touched, added_up[i]))
      g_hash_table_add (self->touched, g_strdup ("rollup_training"));
}

/* Learns what entries after @entry are about; that one must be in the journal, as it was. */
static void
find_touched (VigieFactsRows *self, gint64 entry, const char *hash)
{
  g_autoptr (VigieStatement) statement = NULL;
  gboolean found = FALSE;
  gint64 n = 0;

  g_clear_pointer (&self->touched, g_hash_table_unref);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->touched_since = entry;
  statement = vigie_connection_prepare (self->connection,
                                        "SELECT seq, hash, counts FROM journal WHERE seq >= ?1 ORDER BY seq", NULL);
  self->all_touched = statement == NULL;
  if (statement == NULL)
    return;
  vigie_statement_bind_integer (statement, 1, entry);
  for (; !self->all_touched && vigie_statement_step (statement, NULL); n++)
    if (n == 0)
      found = vigie_statement_get_integer (statement, 0) == entry &&
              g_strcmp0 (vigie_statement_get_text (statement, 1), hash) == 0;
    else
      touch (self, vigie_statement_get_text (statement, 2));
  self->all_touched |= !found || n > MOST_ENTRIES || entry + n - 1 != self->head.entry;
}

static gboolean
is_touched (VigieFactsRows *self, const Head *head, const char *sql)
{
  GHashTableIter iter;
  gpointer table;

  if (head->entry == self->head.entry && memcmp (head->hash, self->head.hash, sizeof head->hash) == 0)
    return memcmp (&head->stamp, &self->head.stamp, sizeof head->stamp) != 0;
  if (self->touched == NULL || self->touched_since != head->entry)
    find_touched (self, head->entry, head->hash);
  if (self->all_touched)
    return TRUE;
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &table, NULL))
    if (names (sql, table))
      return TRUE;
  return FALSE;
}

/* The head of a file that is whole; %NULL of any other. */
static const Head *
look_at (GMappedFile *file, GBytes **question, GBytes **answer)
{
  gsize size = g_mapped_file_get_length (file);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  const Head *head = g_bytes_get_data (bytes, NULL);
  const guint8 *begin = (const guint8 *) (head + 1);

  if (size < sizeof *head || memcmp (head->magic, MAGIC, sizeof MAGIC) != 0 || head->hash[HASH_SIZE - 1] != '\0' ||
      head->n_columns == 0 || head->n_columns > 100 || head->question_size == 0 ||
      head->question_size > size - sizeof *head || begin[head->question_size - 1] != '\0' ||
      sum_up (head, begin, begin + head->question_size, size - sizeof *head - head->question_size) != head->sum)
    return NULL;
  *question = g_bytes_new_from_bytes (bytes, sizeof *head, head->question_size);
  *answer =
    g_bytes_new_from_bytes (bytes, sizeof *head + head->question_size, size - sizeof *head - head->question_size);
  return head;
}

/**
 * vigie_facts_rows_find:
 * @sql: that is kept
 * @n_rows: (out): how many rows there should be
 *
 * Returns: (transfer full) (nullable): the answer, as it was and is; %NULL where it is not known
 */
VigieStatement *
vigie_facts_rows_find (VigieFactsRows *self, const char *sql, gsize *n_rows)
{
  g_autofree char *path = dup_path (self, sql);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) question = NULL;
  g_autoptr (GBytes) answer = NULL;
  const Head *head = file != NULL ? look_at (file, &question, &answer) : NULL;

  if (head == NULL || head->schema != self->head.schema || !g_str_equal (g_bytes_get_data (question, NULL), sql) ||
      is_touched (self, head, sql))
    return NULL;
  *n_rows = MIN (head->n_rows, g_bytes_get_size (answer));
  return vigie_statement_new_packed (vigie_packed_reader_new (answer, head->n_columns));
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static gboolean
is_full (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n >= MOST_FILES;
}

static gboolean
write_all (int fd, gconstpointer bytes, gsize size)
{
  const char *at = bytes;

  while (size > 0)
    {
      gssize written = write (fd, at, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      at += written;
      size -= (gsize) written;
    }
  return TRUE;
}

/**
 * vigie_facts_rows_put:
 * @rows: what @sql, that is kept, answered in the transaction
 *
 * Keeps @rows. Where they cannot be written nothing is lost but time.
 */
void
vigie_facts_rows_put (VigieFactsRows *self, const char *sql, const VigiePackedRows *rows)
{
  g_autofree char *path = dup_path (self, sql);
  g_autofree char *unfinished = g_strconcat (path, ".XXXXXX", NULL);
  Head head = self->head;
  gsize size;
  gconstpointer bytes = vigie_packed_rows_get_bytes (rows, &size);
  int fd;

  /* What is added up took longer than it is long. */
  if ((size < least_bytes && strstr (sql, "GROUP BY") == NULL) || g_mkdir_with_parents (self->folder, 0700) != 0)
    return;
  if (is_full (self->folder))
    remove_all (self->folder);
  head.n_columns = vigie_packed_rows_get_n_columns (rows);
  head.n_rows = vigie_packed_rows_get_n_rows (rows);
  head.question_size = (guint32) strlen (sql) + 1;
  head.sum = sum_up (&head, sql, bytes, size);
  fd = g_mkstemp (unfinished);
  if (fd < 0)
    return;
  if (!write_all (fd, &head, sizeof head) || !write_all (fd, sql, head.question_size) || !write_all (fd, bytes, size) ||
      g_rename (unfinished, path) != 0)
    g_unlink (unfinished);
  close (fd);
}

/**
 * vigie_facts_rows_forget:
 *
 * Has @sql answered by the register the next time.
 */
void
vigie_facts_rows_forget (VigieFactsRows *self, const char *sql)
{
  g_autofree char *path = dup_path (self, sql);

  g_unlink (path);
}

static VigiePackedRows *
ask (VigieConnection *connection, const char *sql, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);
  g_autoptr (VigiePackedRows) rows = NULL;
  GError *local = NULL;

  if (statement == NULL)
    return NULL;
  rows = vigie_packed_rows_new ((guint) vigie_statement_n_columns (statement));
  while (vigie_statement_step (statement, &local))
    vigie_statement_pack (statement, rows);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return g_steal_pointer (&rows);
}

/* Whether a kept answer that is believed is what the register answers. */
static gboolean
compare_file (VigieFactsRows *self, const char *path, gboolean *right, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) question = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (VigiePackedRows) rows = NULL;
  const Head *head = file != NULL ? look_at (file, &question, &answer) : NULL;
  const char *sql = head != NULL ? g_bytes_get_data (question, NULL) : NULL;
  gconstpointer bytes;
  gsize size;

  *right = TRUE;
  if (head == NULL || head->schema != self->head.schema || is_touched (self, head, sql) ||
      !g_str_has_prefix (sql, "SELECT "))
    return TRUE;
  rows = ask (self->connection, sql, error);
  if (rows == NULL)
    return FALSE;
  bytes = vigie_packed_rows_get_bytes (rows, &size);
  *right =
    size == g_bytes_get_size (answer) && (size == 0 || memcmp (bytes, g_bytes_get_data (answer, NULL), size) == 0);
  return TRUE;
}

/**
 * vigie_facts_rows_compare:
 * @connection: within a transaction
 * @drop: whether what is wrong is to go, and be read again
 * @n_wrong: (out): of the answers that would be believed, how many are not what the register answers
 */
gboolean
vigie_facts_rows_compare (VigieConnection *connection, gboolean drop, guint *n_wrong, GError **error)
{
  g_autoptr (VigieFactsRows) self = vigie_facts_rows_new (connection);
  g_autoptr (GDir) dir = self != NULL ? g_dir_open (self->folder, 0, NULL) : NULL;
  const char *name;

  *n_wrong = 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      gboolean right;

      if (!compare_file (self, path, &right, error))
        return FALSE;
      *n_wrong += right ? 0 : 1;
      if (!right && drop)
        g_unlink (path);
    }
  return TRUE;
}
