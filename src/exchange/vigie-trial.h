// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-draft.h"
#include "vigie-import.h"

G_BEGIN_DECLS

/**
 * VigieTrialRow:
 * @line: where the row is in its file
 * @texts: (array length=n_columns): what each column is taken for, as people read it; %NULL where it is passed over
 * @faults: (array length=n_columns): what is wrong with a cell, in words; %NULL where nothing is
 * @fault: (nullable): what is wrong with the whole row
 *
 * A row as it would be taken.
 */
typedef struct
{
  guint64 line;
  guint n_columns;
  char **texts;
  char **faults;
  char *fault;
} VigieTrialRow;

/**
 * VigieTrial:
 * @rows: (element-type VigieTrialRow): the first rows
 * @outcomes: how many rows would have each #VigieOutcome
 * @faults: (element-type VigieFault): the first faults of the whole table
 * @n_faults: how many there are
 *
 * What an import would do, found out by a dry run.
 */
typedef struct
{
  GPtrArray *rows;
  gint64 outcomes[VIGIE_OUTCOME_REFUSED + 1];
  GPtrArray *faults;
  gint64 n_faults;
} VigieTrial;

VigieTrial *vigie_trial_new (VigieDraft *draft, const VigieTableOptions *options, VigieStore *store,
                             GCancellable *cancellable, GError **error);
void vigie_trial_free (VigieTrial *self);

VigieImport *vigie_draft_open_import (VigieDraft *draft, const VigieTableOptions *options, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieTrial, vigie_trial_free)

G_END_DECLS
