// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-record.h"

G_BEGIN_DECLS

/**
 * VigieEntryRun:
 * @n_records: how many records of a kind were added one after the other
 * @day: on which they say that they were entered; %VIGIE_DATE_NONE where they do not
 */
typedef struct
{
  gint64 n_records;
  VigieDate day;
} VigieEntryRun;

/**
 * VigieEntryRuns:
 *
 * What the records that a transaction adds say themselves of the days on which they were entered, as those that come
 * out of another register do.
 */
typedef struct _VigieEntryRuns VigieEntryRuns;

VigieEntryRuns *vigie_entry_runs_new (void);
void vigie_entry_runs_free (VigieEntryRuns *self);
void vigie_entry_runs_add (VigieEntryRuns *self, VigieRecord *record);
GArray *vigie_entry_runs_get (VigieEntryRuns *self, const char *kind, gint64 n_records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieEntryRuns, vigie_entry_runs_free)

G_END_DECLS
