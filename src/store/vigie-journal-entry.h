// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

#include "vigie-entity.h"

G_BEGIN_DECLS

/**
 * VigieJournalKind:
 * @VIGIE_JOURNAL_FOUNDING: what a register was filled with when it was made; it cannot be undone
 * @VIGIE_JOURNAL_EDIT: records that were entered
 * @VIGIE_JOURNAL_IMPORT: records that were read from a file
 * @VIGIE_JOURNAL_UNDO: another entry taken back
 * @VIGIE_JOURNAL_REDO: another entry made again
 */
typedef enum
{
  VIGIE_JOURNAL_FOUNDING,
  VIGIE_JOURNAL_EDIT,
  VIGIE_JOURNAL_IMPORT,
  VIGIE_JOURNAL_UNDO,
  VIGIE_JOURNAL_REDO,
} VigieJournalKind;

/**
 * VigieJournalEntry:
 * @seq: its number, from 1
 * @entered_at: (nullable): in UTC, as `2026-03-01T09:30:00Z`
 * @author: (nullable): who
 * @target: the entry that was taken back or made again; 0 for other kinds
 * @file: (nullable): the name of the file that was imported
 * @record: (nullable): the key of the record, where it is one
 * @counts: how many rows were added, changed and deleted, as `system 1 0 0;staff 2 1 0`
 * @parts: how many parts its changes have
 * @previous: the hash of the entry before; empty for the first
 * @hash: SHA-256 of all the rest and of its changes, in hexadecimal
 * @of: (nullable): the entry numbered @target, where it was asked for
 *
 * One transaction, as the journal keeps it.
 */
typedef struct _VigieJournalEntry
{
  gint64 seq;
  char *entered_at;
  char *author;
  VigieJournalKind kind;
  gint64 target;
  char *file;
  char *record;
  char *counts;
  gint64 parts;
  char *previous;
  char *hash;
  struct _VigieJournalEntry *of;
} VigieJournalEntry;

void vigie_journal_entry_free (VigieJournalEntry *self);

const char *vigie_journal_kind_to_nick (VigieJournalKind kind);
gboolean vigie_journal_kind_from_nick (const char *nick, VigieJournalKind *kind);

gint64 vigie_journal_entry_count (const VigieJournalEntry *self, const VigieEntity *entity, guint change);
char *vigie_journal_entry_dup_sentence (const VigieJournalEntry *self);

/**
 * VigieJournalQuery:
 * @entity: (nullable): only entries that changed records of it
 * @author: (nullable): only entries of this author
 * @since: (nullable): only entries entered on this day or later, as `YYYY-MM-DD`, in UTC
 * @until: (nullable): only entries entered on this day or before
 * @codes: (nullable) (array zero-terminated=1): only entries of one record that has one of these codes, or whose key
 *   begins with one, as that of a safeguard does with its deployment
 * @words: (nullable): only entries whose sentence or author has words that begin so
 * @before: only entries with a lesser number; 0 for all
 * @limit: the most entries wanted; 0 for all
 *
 * Which entries are wanted.
 */
typedef struct
{
  const VigieEntity *entity;
  const char *author;
  const char *since;
  const char *until;
  const char *const *codes;
  const char *words;
  gint64 before;
  gint64 limit;
} VigieJournalQuery;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieJournalEntry, vigie_journal_entry_free)

G_END_DECLS
