// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-batch-table.h"
#include "vigie-changeset.h"
#include "vigie-entity.h"
#include "vigie-journal-entry.h"

G_BEGIN_DECLS

/**
 * VigieJournalWriter:
 *
 * An entry that is being written, with its changes as they come.
 */
typedef struct _VigieJournalWriter VigieJournalWriter;

VigieJournalWriter *vigie_journal_writer_new (VigieConnection *connection, GError **error);
void vigie_journal_writer_free (VigieJournalWriter *self);
gboolean vigie_journal_writer_add (VigieJournalWriter *self, GBytes *changeset, GError **error);
GChecksum *vigie_journal_writer_hash_ahead (const VigieJournalWriter *self, GPtrArray *parts);
gboolean vigie_journal_writer_add_rows (VigieJournalWriter *self, const VigieEntity *entity, GPtrArray *parts,
                                        const GChecksum *hashed, guint n_rows, GError **error);
void vigie_journal_writer_tally (VigieJournalWriter *self, const VigieEntity *entity, VigieChangeKind kind);
void vigie_journal_writer_count (VigieJournalWriter *self, const VigieJournalEntry *entry, gboolean inverted);
gboolean vigie_journal_writer_has_changes (VigieJournalWriter *self);
gboolean vigie_journal_writer_finish (VigieJournalWriter *self, const VigieJournalEntry *entry, GError **error);

VigieJournalEntry *vigie_journal_find (VigieConnection *connection, gint64 seq, GError **error);
VigieJournalEntry *vigie_journal_find_undo (VigieConnection *connection, GError **error);
VigieJournalEntry *vigie_journal_find_redo (VigieConnection *connection, GError **error);
gboolean vigie_journal_is_undone (VigieConnection *connection, gint64 seq, GError **error);
GBytes *vigie_journal_read_part (VigieConnection *connection, gint64 seq, gint64 part, GError **error);
GPtrArray *vigie_journal_list (VigieConnection *connection, const VigieJournalQuery *query, GError **error);
GStrv vigie_journal_list_authors (VigieConnection *connection, GError **error);

gboolean vigie_journal_verify_entry (VigieConnection *connection, VigieJournalEntry *entry, GError **error);
char *vigie_journal_find_fault (VigieConnection *connection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieJournalWriter, vigie_journal_writer_free)

G_END_DECLS
