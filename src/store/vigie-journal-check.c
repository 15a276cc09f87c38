// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Whether the journal is what was written: the hash of each entry is that of its fields and changes, each names the
 * hash of the one before, none is missing, and the last is the one at which the head of the journal points.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-journal-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Each value with its length, so that no two different entries give the same bytes. */
static void
hash_bytes (GChecksum *checksum, gconstpointer bytes, gsize size)
{
  guint64 length = GUINT64_TO_LE ((guint64) size);

  g_checksum_update (checksum, (const guchar *) &length, sizeof length);
  if (size > 0)
    g_checksum_update (checksum, bytes, (gssize) size);
}

static void
hash_number (GChecksum *checksum, gint64 number)
{
  gint64 value = GINT64_TO_LE (number);

  hash_bytes (checksum, &value, sizeof value);
}

static void
hash_text (GChecksum *checksum, const char *text)
{
  hash_number (checksum, text != NULL);
  hash_bytes (checksum, text, text != NULL ? strlen (text) : 0);
}

/* Parts come before the fields of their entry, since they are written first. */
void
vigie_journal_hash_part (GChecksum *checksum, gint64 part, gconstpointer bytes, gsize size)
{
  hash_number (checksum, part);
  hash_bytes (checksum, bytes, size);
}

void
vigie_journal_hash_entry (GChecksum *checksum, const VigieJournalEntry *entry)
{
  hash_number (checksum, entry->seq);
  hash_text (checksum, entry->entered_at);
  hash_text (checksum, entry->author);
  hash_text (checksum, vigie_journal_kind_to_nick (entry->kind));
  hash_number (checksum, entry->target);
  hash_text (checksum, entry->file);
  hash_text (checksum, entry->record);
  hash_text (checksum, entry->counts);
  hash_number (checksum, entry->parts);
  hash_text (checksum, entry->previous);
}

static gboolean
hash_parts (VigieConnection *connection, GChecksum *checksum, gint64 seq, GError **error)
{
  g_autoptr (VigieStatement) parts =
    vigie_connection_prepare (connection, "SELECT part, bytes FROM journal_part WHERE seq = ?1 ORDER BY part", error);
  GError *local = NULL;

  if (parts == NULL)
    return FALSE;
  vigie_statement_bind_integer (parts, 1, seq);
  while (vigie_statement_step (parts, &local))
    {
      gsize size;
      gconstpointer bytes = vigie_statement_get_blob (parts, 1, &size);

      vigie_journal_hash_part (checksum, vigie_statement_get_integer (parts, 0), bytes, size);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/**
 * vigie_journal_verify_entry:
 *
 * Returns: whether @entry and its changes are as they were written; %FALSE with @error where that could not be found
 *   out, too
 */
gboolean
vigie_journal_verify_entry (VigieConnection *connection, VigieJournalEntry *entry, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!hash_parts (connection, checksum, entry->seq, error))
    return FALSE;
  vigie_journal_hash_entry (checksum, entry);
  return g_strcmp0 (g_checksum_get_string (checksum), entry->hash) == 0;
}

static char *
describe_gap (gint64 first, gint64 last)
{
  if (first == last)
    /* Translators: the number of an entry of the journal */
    return g_strdup_printf (_ ("entry %" PRId64 " is missing"), first);
  /* Translators: the numbers of the first and the last entry of the journal that are missing */
  return g_strdup_printf (_ ("entries %1$" PRId64 " to %2$" PRId64 " are missing"), first, last);
}

static char *
describe_tampering (const VigieJournalEntry *entry)
{
  g_autofree char *sentence = vigie_journal_entry_dup_sentence (entry);

  /* Translators: %1$d is the number of an entry of the journal, %2$s what it says */
  return g_strdup_printf (_ ("entry %1$" PRId64 " is not as it was written; it now says: %2$s"), entry->seq, sentence);
}

/* @hash and @n say where the chain of entries ends. */
static char *
compare_head (VigieConnection *connection, gint64 n, const char *hash, GError **error)
{
  g_autoptr (VigieStatement) head =
    vigie_connection_prepare (connection, "SELECT entries, hash FROM journal_head", error);
  GError *local = NULL;

  if (head == NULL)
    return NULL;
  if (!vigie_statement_step (head, &local))
    {
      if (local == NULL)
        return g_strdup (_ ("where it ends is not known any more"));
      g_propagate_error (error, local);
      return NULL;
    }
  if (vigie_statement_get_integer (head, 0) > n)
    return describe_gap (n + 1, vigie_statement_get_integer (head, 0));
  if (vigie_statement_get_integer (head, 0) < n || g_strcmp0 (vigie_statement_get_text (head, 1), hash) != 0)
    return g_strdup (_ ("its last entry is not the one that was written last"));
  return NULL;
}

/**
 * vigie_journal_find_fault:
 *
 * Returns: (transfer full) (nullable): what is first found wrong with the journal, in words; %NULL where it is whole,
 *   or with @error where that could not be found out
 */
char *
vigie_journal_find_fault (VigieConnection *connection, GError **error)
{
  g_autoptr (VigieStatement) entries =
    vigie_connection_prepare (connection, "SELECT " VIGIE_JOURNAL_COLUMNS " FROM journal AS j ORDER BY seq", error);
  g_autofree char *hash = g_strdup ("");
  GError *local = NULL;
  gint64 n = 0;

  if (entries == NULL)
    return NULL;
  while (vigie_statement_step (entries, &local))
    {
      g_autoptr (VigieJournalEntry) entry = vigie_journal_read_row (entries);

      if (entry->seq > n + 1)
        return describe_gap (n + 1, entry->seq - 1);
      if (g_strcmp0 (entry->previous, hash) != 0 || !vigie_journal_verify_entry (connection, entry, &local))
        {
          if (local == NULL)
            return describe_tampering (entry);
          g_propagate_error (error, local);
          return NULL;
        }
      g_set_str (&hash, entry->hash);
      n = entry->seq;
    }
  if (local == NULL)
    return compare_head (connection, n, hash, error);
  g_propagate_error (error, local);
  return NULL;
}
