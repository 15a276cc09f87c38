// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-journal.h"
#include "vigie-register.h"

G_BEGIN_DECLS

/**
 * VigieEdit:
 *
 * A transaction that changes records: the one way in which they are changed.
 */
typedef struct _VigieEdit VigieEdit;

VigieEdit *vigie_edit_begin (VigieRegister *reg, gboolean capture, GError **error);
gboolean vigie_edit_advance (VigieEdit *self, GError **error);
void vigie_edit_note_added (VigieEdit *self, VigieRecord *record);
gboolean vigie_edit_pause (VigieEdit *self, GError **error);
gboolean vigie_edit_resume (VigieEdit *self, const VigieBatchView *added, GPtrArray *packed, const GChecksum *hashed,
                            GError **error);
VigieJournalWriter *vigie_edit_get_writer (VigieEdit *self);
gboolean vigie_edit_commit (VigieEdit *self, const VigieJournalEntry *entry, VigieDate day, GError **error);
void vigie_edit_free (VigieEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieEdit, vigie_edit_free)

G_END_DECLS
