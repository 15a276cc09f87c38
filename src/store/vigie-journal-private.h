// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-journal.h"

G_BEGIN_DECLS

/* Shared by what writes the journal, what lists it and what looks whether it is whole. */

#define VIGIE_JOURNAL_COLUMNS \
  "j.seq, j.entered_at, j.author, j.kind, j.target, j.file, j.record, j.counts, j.parts, j.previous, j.hash"

VigieJournalEntry *vigie_journal_read_row (VigieStatement *statement);

void vigie_journal_hash_part (GChecksum *checksum, gint64 part, gconstpointer bytes, gsize size);
void vigie_journal_hash_entry (GChecksum *checksum, const VigieJournalEntry *entry);

G_END_DECLS
