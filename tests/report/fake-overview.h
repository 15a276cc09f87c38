// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-figure.h"
#include "vigie-overview.h"

G_BEGIN_DECLS

/**
 * FakePlan:
 * @n_figures: how many figures there are
 * @n_rows: the rows of each figure's table
 * @n_columns: their columns
 * @n_matters: the matters on the agenda
 * @n_headlines: the headline numbers
 * @n_changes: what has happened since the last committee
 * @verbose: whether texts are as long as anyone would write them
 * @anonymous: whether nobody said whose register it is
 * @since: the last committee, or %VIGIE_DATE_NONE
 *
 * What a made-up overview holds. It stands in for the register, so that pages can be tried that no register in a test
 * has: many figures, long tables, long texts, nothing at all.
 */
typedef struct
{
  guint n_figures;
  guint n_rows;
  guint n_columns;
  guint n_matters;
  guint n_headlines;
  guint n_changes;
  gboolean verbose;
  gboolean anonymous;
  VigieDate since;
} FakePlan;

VigieOverview *fake_overview_new (const FakePlan *plan);

G_END_DECLS
