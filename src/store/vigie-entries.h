// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-entry-runs.h"

G_BEGIN_DECLS

/** The kinds of record that hold from a day. */
#define VIGIE_ENTRIES_N_KINDS 17

/**
 * VigieEntryMarks:
 * @last_ids: of each kind the highest row id
 *
 * How far records of each kind went before a transaction.
 */
typedef struct
{
  gint64 last_ids[VIGIE_ENTRIES_N_KINDS];
} VigieEntryMarks;

gboolean vigie_entries_has_kind (const char *kind);
gboolean vigie_entries_mark (VigieConnection *connection, VigieEntryMarks *marks, GError **error);
gboolean vigie_entries_note (VigieConnection *connection, const VigieEntryMarks *before, VigieEntryRuns *runs,
                             VigieDate day, GError **error);
gboolean vigie_entries_note_restored (VigieConnection *connection, VigieDate day, GError **error);
gboolean vigie_entries_hide_late (VigieConnection *connection, VigieDate as_of, VigieDate known_on, gint64 *n_late,
                                  GError **error);
void vigie_entries_show_late (VigieConnection *connection, gint64 n_late);

G_END_DECLS
