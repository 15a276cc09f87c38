// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The journal: every transaction that changed records, with who, when and its changes. Rows are only ever added. Each
 * carries a hash of itself, of its changes and of the entry before (vigie-journal-check.c looks at them again).
 *
 * An undo is an entry of its own, so that the chain only grows; it has no changes, since they are those of its target
 * inverted. What can be undone and what can be redone follows from the entries alone, and so survives a restart.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-journal-private.h"

#include "vigie-additions.h"
#include "vigie-entities.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* A changeset says one thing after the other and compresses well; more than this costs time and gives little. */
#define COMPRESSION_LEVEL 1
#define UNPACKED_CHUNK 65536
#define UNPACKED_MAX (128 * 1024 * 1024)

struct _VigieJournalWriter
{
  VigieConnection *connection;
  VigieStatement *insert;
  GChecksum *checksum;
  gint64 seq;
  gint64 n_parts;
  char *previous;
  gint64 counts[VIGIE_N_ENTITIES][VIGIE_N_CHANGES];
};

static gboolean
read_head (VigieJournalWriter *self, GError **error)
{
  g_autoptr (VigieStatement) head = vigie_connection_prepare (
    self->connection, "SELECT max (entries, (SELECT ifnull (max (seq), 0) FROM journal)) + 1, hash FROM journal_head",
    error);
  GError *local = NULL;

  if (head == NULL)
    return FALSE;
  if (vigie_statement_step (head, &local))
    {
      self->seq = vigie_statement_get_integer (head, 0);
      self->previous = g_strdup (vigie_statement_get_text (head, 1));
      return TRUE;
    }
  if (local == NULL)
    g_set_error_literal (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
                         _ ("The journal of the register has lost its end; “vigie check” tells more."));
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * vigie_journal_writer_new:
 * @connection: within a transaction; outlives the writer
 *
 * Returns: (transfer full): the next entry; %NULL with @error set
 */
VigieJournalWriter *
vigie_journal_writer_new (VigieConnection *connection, GError **error)
{
  g_autoptr (VigieJournalWriter) self = g_new0 (VigieJournalWriter, 1);

  self->connection = connection;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->insert =
    vigie_connection_prepare (connection, "INSERT INTO journal_part (seq, part, bytes) VALUES (?1, ?2, ?3)", error);
  return self->insert != NULL && read_head (self, error) ? g_steal_pointer (&self) : NULL;
}

void
vigie_journal_writer_free (VigieJournalWriter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->insert, vigie_statement_free);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self->previous);
  g_free (self);
}

static gboolean
count_cb (const char *table, gint64 id G_GNUC_UNUSED, VigieChangeKind kind, gpointer data)
{
  VigieJournalWriter *self = data;
  const VigieEntity *entity = vigie_entity_from_nick (table);

  if (entity != NULL)
    self->counts[vigie_entity_number (entity)][kind]++;
  return TRUE;
}

static void
hash_part (GChecksum *checksum, gint64 part, GBytes *packed)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (packed, &size);

  vigie_journal_hash_part (checksum, part, bytes, size);
}

static gboolean
write_part (VigieJournalWriter *self, GBytes *packed, GError **error)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (packed, &size);

  vigie_statement_bind_integer (self->insert, 1, self->seq);
  vigie_statement_bind_integer (self->insert, 2, self->n_parts++);
  vigie_statement_bind_blob (self->insert, 3, bytes, size);
  return vigie_statement_run (self->insert, error);
}

/* To make one takes a quarter of a megabyte, and longer than to compress what most edits change. */
static GConverter *
get_compressor (void)
{
  static GPrivate kept = G_PRIVATE_INIT (g_object_unref);
  GConverter *compressor = g_private_get (&kept);

  if (compressor == NULL)
    {
      compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL));
      g_private_set (&kept, compressor);
    }
  g_converter_reset (compressor);
  return compressor;
}

/**
 * vigie_journal_writer_add:
 *
 * Adds changes to the entry, after those it has.
 */
gboolean
vigie_journal_writer_add (VigieJournalWriter *self, GBytes *changeset, GError **error)
{
  g_autoptr (GBytes) packed = NULL;

  if (!vigie_changeset_foreach (changeset, count_cb, self, error))
    return FALSE;
  packed = g_converter_convert_bytes (get_compressor (), changeset, error);
  if (packed == NULL)
    return FALSE;
  hash_part (self->checksum, self->n_parts, packed);
  return write_part (self, packed, error);
}

/**
 * vigie_journal_writer_hash_ahead:
 * @parts: (element-type GBytes): will be added next
 *
 * May be called in any thread, while nothing is added to the entry.
 *
 * Returns: (transfer full): for vigie_journal_writer_add_rows()
 */
GChecksum *
vigie_journal_writer_hash_ahead (const VigieJournalWriter *self, GPtrArray *parts)
{
  GChecksum *checksum = g_checksum_copy (self->checksum);

  for (guint i = 0; i < parts->len; i++)
    hash_part (checksum, self->n_parts + i, g_ptr_array_index (parts, i));
  return checksum;
}

/**
 * vigie_journal_writer_add_rows:
 * @parts: (element-type GBytes): rows of @entity that were added, as vigie_additions_pack() has them
 * @hashed: (nullable): what vigie_journal_writer_hash_ahead() made of @parts
 * @n_rows: how many they are
 *
 * Adds that they were to the entry, after the changes it has.
 */
gboolean
vigie_journal_writer_add_rows (VigieJournalWriter *self, const VigieEntity *entity, GPtrArray *parts,
                               const GChecksum *hashed, guint n_rows, GError **error)
{
  GChecksum *checksum = hashed != NULL ? g_checksum_copy (hashed) : vigie_journal_writer_hash_ahead (self, parts);

  g_checksum_free (self->checksum);
  self->checksum = checksum;
  for (guint i = 0; i < parts->len; i++)
    if (!write_part (self, g_ptr_array_index (parts, i), error))
      return FALSE;
  self->counts[vigie_entity_number (entity)][VIGIE_CHANGE_ADDED] += n_rows;
  return TRUE;
}

/**
 * vigie_journal_writer_tally:
 *
 * Counts a change that is not kept.
 */
void
vigie_journal_writer_tally (VigieJournalWriter *self, const VigieEntity *entity, VigieChangeKind kind)
{
  self->counts[vigie_entity_number (entity)][kind]++;
}

/**
 * vigie_journal_writer_count:
 * @entry: whose changes were made, for an entry without changes of its own
 * @inverted: whether they were taken back
 */
void
vigie_journal_writer_count (VigieJournalWriter *self, const VigieJournalEntry *entry, gboolean inverted)
{
  static const guint inverse[VIGIE_N_CHANGES] = { VIGIE_CHANGE_DELETED, VIGIE_CHANGE_CHANGED, VIGIE_CHANGE_ADDED };

  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    for (guint i = 0; i < VIGIE_N_CHANGES; i++)
      self->counts[vigie_entity_number (*entity)][i] +=
        vigie_journal_entry_count (entry, *entity, inverted ? inverse[i] : i);
}

static char *
dup_counts (VigieJournalWriter *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const VigieEntity *const *entity = vigie_entities (); *entity != NULL; entity++)
    {
      const gint64 *counts = self->counts[vigie_entity_number (*entity)];

      if (counts[VIGIE_CHANGE_ADDED] + counts[VIGIE_CHANGE_CHANGED] + counts[VIGIE_CHANGE_DELETED] > 0)
        g_string_append_printf (text, "%s%s %" PRId64 " %" PRId64 " %" PRId64, text->len > 0 ? ";" : "",
                                (*entity)->nick, counts[VIGIE_CHANGE_ADDED], counts[VIGIE_CHANGE_CHANGED],
                                counts[VIGIE_CHANGE_DELETED]);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

gboolean
vigie_journal_writer_has_changes (VigieJournalWriter *self)
{
  return self->n_parts > 0;
}

static gboolean
insert_entry (VigieConnection *connection, const VigieJournalEntry *entry, GError **error)
{
  g_autoptr (VigieStatement) insert = vigie_connection_prepare (
    connection,
    "INSERT INTO journal (seq, entered_at, author, kind, target, file, record, counts, parts, previous, hash)"
    " VALUES (?1, ?2, ?3, ?4, nullif (?5, 0), ?6, ?7, ?8, ?9, ?10, ?11)",
    error);

  if (insert == NULL)
    return FALSE;
  vigie_statement_bind_integer (insert, 1, entry->seq);
  vigie_statement_bind_text (insert, 2, entry->entered_at);
  vigie_statement_bind_text (insert, 3, entry->author);
  vigie_statement_bind_text (insert, 4, vigie_journal_kind_to_nick (entry->kind));
  vigie_statement_bind_integer (insert, 5, entry->target);
  vigie_statement_bind_text (insert, 6, entry->file);
  vigie_statement_bind_text (insert, 7, entry->record);
  vigie_statement_bind_text (insert, 8, entry->counts);
  vigie_statement_bind_integer (insert, 9, entry->parts);
  vigie_statement_bind_text (insert, 10, entry->previous);
  vigie_statement_bind_text (insert, 11, entry->hash);
  return vigie_statement_run (insert, error);
}

static gboolean
move_head (VigieConnection *connection, const VigieJournalEntry *entry, GError **error)
{
  g_autoptr (VigieStatement) update =
    vigie_connection_prepare (connection, "UPDATE journal_head SET entries = ?1, hash = ?2 WHERE id = 1", error);

  if (update == NULL)
    return FALSE;
  vigie_statement_bind_integer (update, 1, entry->seq);
  vigie_statement_bind_text (update, 2, entry->hash);
  return vigie_statement_run (update, error);
}

/**
 * vigie_journal_writer_finish:
 * @entry: kind, author, time, target, file and record; the rest is found here
 *
 * Writes the entry.
 */
gboolean
vigie_journal_writer_finish (VigieJournalWriter *self, const VigieJournalEntry *entry, GError **error)
{
  g_autofree char *counts = dup_counts (self);
  VigieJournalEntry whole = *entry;

  whole.seq = self->seq;
  whole.counts = counts;
  whole.parts = self->n_parts;
  whole.previous = self->previous;
  vigie_journal_hash_entry (self->checksum, &whole);
  whole.hash = (char *) g_checksum_get_string (self->checksum);
  return insert_entry (self->connection, &whole, error) && move_head (self->connection, &whole, error);
}

/* Reads columns of VIGIE_JOURNAL_COLUMNS. */
VigieJournalEntry *
vigie_journal_read_row (VigieStatement *statement)
{
  VigieJournalEntry *entry = g_new0 (VigieJournalEntry, 1);

  entry->seq = vigie_statement_get_integer (statement, 0);
  entry->entered_at = g_strdup (vigie_statement_get_text (statement, 1));
  entry->author = g_strdup (vigie_statement_get_text (statement, 2));
  vigie_journal_kind_from_nick (vigie_statement_get_text (statement, 3), &entry->kind);
  entry->target = vigie_statement_get_integer_or (statement, 4, 0);
  entry->file = g_strdup (vigie_statement_get_text (statement, 5));
  entry->record = g_strdup (vigie_statement_get_text (statement, 6));
  entry->counts = g_strdup (vigie_statement_get_text (statement, 7));
  entry->parts = vigie_statement_get_integer (statement, 8);
  entry->previous = g_strdup (vigie_statement_get_text (statement, 9));
  entry->hash = g_strdup (vigie_statement_get_text (statement, 10));
  return entry;
}

static VigieJournalEntry *
find_by (VigieConnection *connection, const char *sql, gint64 parameter, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  if (vigie_statement_n_parameters (statement) > 0)
    vigie_statement_bind_integer (statement, 1, parameter);
  return vigie_statement_step (statement, error) ? vigie_journal_read_row (statement) : NULL;
}

/**
 * vigie_journal_find:
 *
 * Returns: (transfer full) (nullable): the entry of that number; %NULL, with @error where it failed
 */
VigieJournalEntry *
vigie_journal_find (VigieConnection *connection, gint64 seq, GError **error)
{
  return find_by (connection, "SELECT " VIGIE_JOURNAL_COLUMNS " FROM journal AS j WHERE seq = ?1", seq, error);
}

/* The last word on an entry: whether it was undone, or redone since. */
#define LAST_WORD "(SELECT l.kind FROM journal AS l WHERE l.target = j.seq ORDER BY l.seq DESC LIMIT 1)"

/**
 * vigie_journal_find_undo:
 *
 * Returns: (transfer full) (nullable): the entry that an undo takes back: the last one that stands; %NULL where there
 *   is none, or with @error where it failed
 */
VigieJournalEntry *
vigie_journal_find_undo (VigieConnection *connection, GError **error)
{
  return find_by (connection,
                  "SELECT " VIGIE_JOURNAL_COLUMNS " FROM journal AS j WHERE target IS NULL AND kind <> 'founding'"
                  " AND " LAST_WORD " IS NOT 'undo' ORDER BY seq DESC LIMIT 1",
                  0, error);
}

/**
 * vigie_journal_find_redo:
 *
 * Returns: (transfer full) (nullable): the entry that was undone last, unless something new was entered since; %NULL
 *   where there is none, or with @error where it failed
 */
VigieJournalEntry *
vigie_journal_find_redo (VigieConnection *connection, GError **error)
{
  return find_by (connection,
                  "SELECT " VIGIE_JOURNAL_COLUMNS " FROM journal AS u JOIN journal AS j ON j.seq = u.target"
                  " WHERE u.kind = 'undo' AND u.seq > (SELECT max (seq) FROM journal WHERE target IS NULL)"
                  " AND u.seq = (SELECT max (seq) FROM journal WHERE target = u.target)"
                  " ORDER BY u.seq DESC LIMIT 1",
                  0, error);
}

gboolean
vigie_journal_is_undone (VigieConnection *connection, gint64 seq, GError **error)
{
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (
    connection, "SELECT kind = 'undo' FROM journal WHERE target = ?1 ORDER BY seq DESC LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  vigie_statement_bind_integer (statement, 1, seq);
  return vigie_statement_step (statement, error) && vigie_statement_get_integer (statement, 0) != 0;
}

static gboolean
refuse_part (gint64 seq, GError **error)
{
  g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
               _ ("The changes of entry %" PRId64 " of the journal are not as Vigie packs them; “vigie check” tells "
                  "more."),
               seq);
  return FALSE;
}

/* A few bytes may say that they are a million: no more is unpacked than a part can be. */
static GBytes *
unpack (gint64 seq, const guchar *bytes, gsize size, GError **error)
{
  g_autoptr (GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GByteArray) unpacked = g_byte_array_new ();
  gsize done = 0;
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      guchar chunk[UNPACKED_CHUNK];
      gsize n_read, n_written;

      result = g_converter_convert (decompressor, bytes + done, size - done, chunk, sizeof chunk,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR || unpacked->len + n_written > UNPACKED_MAX)
        {
          refuse_part (seq, error);
          return NULL;
        }
      done += n_read;
      g_byte_array_append (unpacked, chunk, (guint) n_written);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&unpacked));
}

/**
 * vigie_journal_read_part:
 *
 * Returns: (transfer full): a part of the changes of an entry: a changeset, or what vigie_additions_is_packed(); %NULL
 *   with @error set
 */
GBytes *
vigie_journal_read_part (VigieConnection *connection, gint64 seq, gint64 part, GError **error)
{
  g_autoptr (VigieStatement) statement =
    vigie_connection_prepare (connection, "SELECT bytes FROM journal_part WHERE seq = ?1 AND part = ?2", error);
  g_autoptr (GBytes) packed = NULL;
  GError *local = NULL;
  gconstpointer bytes;
  gsize size;

  if (statement == NULL)
    return NULL;
  vigie_statement_bind_integer (statement, 1, seq);
  vigie_statement_bind_integer (statement, 2, part);
  if (!vigie_statement_step (statement, &local))
    {
      if (local == NULL)
        g_set_error (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_DAMAGED,
                     _ ("The changes of entry %" PRId64 " of the journal are missing."), seq);
      g_propagate_error (error, local);
      return NULL;
    }
  bytes = vigie_statement_get_blob (statement, 0, &size);
  packed = g_bytes_new (bytes, size);
  if (vigie_additions_is_packed (packed))
    return g_steal_pointer (&packed);
  return unpack (seq, bytes, size, error);
}

/* What is looked for is what is read: the sentence is in the language of the program, and stands nowhere. */
static gboolean
has_words (const VigieJournalEntry *entry, const char *words)
{
  g_autofree char *sentence = vigie_journal_entry_dup_sentence (entry);
  g_autofree char *read = g_strjoin (" ", sentence, entry->author, NULL);

  return g_str_match_string (words, read, TRUE);
}

static gboolean
is_wanted (const VigieJournalEntry *entry, const VigieJournalQuery *query)
{
  if (query->words != NULL && !has_words (entry, query->words))
    return FALSE;
  if (query->entity == NULL)
    return TRUE;
  for (guint i = 0; i < VIGIE_N_CHANGES; i++)
    if (vigie_journal_entry_count (entry, query->entity, i) > 0)
      return TRUE;
  return FALSE;
}

/* The codes, each between two line ends. */
static char *
dup_lines (const char *const *codes)
{
  g_autofree char *joined = codes != NULL ? g_strjoinv ("\n", (char **) codes) : NULL;

  return joined != NULL ? g_strdup_printf ("\n%s\n", joined) : NULL;
}

/* The code that the key of the record of an entry, or of the entry that it takes back or makes again, begins with. */
#define ENTRY_KEY "coalesce (record, (SELECT t.record FROM journal AS t WHERE t.seq = j.target))"
#define ENTRY_CODE \
  "CASE WHEN instr (" ENTRY_KEY ", ' / ') > 0 THEN substr (" ENTRY_KEY ", 1, instr (" ENTRY_KEY \
  ", ' / ') - 1) ELSE " ENTRY_KEY " END"

/**
 * vigie_journal_list_authors:
 *
 * Returns: (transfer full): who is in the journal, in alphabetical order; %NULL with @error set
 */
GStrv
vigie_journal_list_authors (VigieConnection *connection, GError **error)
{
  g_autoptr (GStrvBuilder) authors = g_strv_builder_new ();
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (
    connection,
    "SELECT DISTINCT author FROM journal WHERE author IS NOT NULL ORDER BY author COLLATE " VIGIE_CONNECTION_WORDS
    ", author",
    error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;
  while (vigie_statement_step (statement, &local))
    g_strv_builder_add (authors, vigie_statement_get_text (statement, 0));
  if (local == NULL)
    return g_strv_builder_end (authors);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * vigie_journal_list:
 *
 * Returns: (transfer full) (element-type VigieJournalEntry): what @query wants, the newest first, each with its target;
 *   %NULL with @error set
 */
GPtrArray *
vigie_journal_list (VigieConnection *connection, const VigieJournalQuery *query, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) vigie_journal_entry_free);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (
    connection,
    "SELECT " VIGIE_JOURNAL_COLUMNS " FROM journal AS j WHERE (?1 IS NULL OR author = ?1)"
    " AND (?2 IS NULL OR substr (entered_at, 1, 10) >= ?2) AND (?3 IS NULL OR substr (entered_at, 1, 10) <= ?3)"
    " AND (?4 IS NULL OR instr (?4, char (10) || " ENTRY_CODE " || char (10)) > 0"
    " OR instr (?4, char (10) || " ENTRY_KEY " || char (10)) > 0) AND (?5 = 0 OR seq < ?5)"
    " ORDER BY seq DESC",
    error);
  g_autofree char *lines = dup_lines (query->codes);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;
  vigie_statement_bind_text (statement, 1, query->author);
  vigie_statement_bind_text (statement, 2, query->since);
  vigie_statement_bind_text (statement, 3, query->until);
  vigie_statement_bind_text (statement, 4, lines);
  vigie_statement_bind_integer (statement, 5, query->before);
  while (local == NULL && (query->limit == 0 || entries->len < query->limit) &&
         vigie_statement_step (statement, &local))
    {
      g_autoptr (VigieJournalEntry) entry = vigie_journal_read_row (statement);

      if (entry->target != 0)
        entry->of = vigie_journal_find (connection, entry->target, &local);
      if (local == NULL && is_wanted (entry, query))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
  if (local == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, local);
  return NULL;
}
