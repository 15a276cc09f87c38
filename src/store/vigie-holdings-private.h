// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-holdings.h"

G_BEGIN_DECLS

/* Shared by the walk over jobs and completions and by what reads them ahead. */

typedef struct
{
  gint64 module;
  VigieDate day;
  VigieDate until;
} VigieHoldingCompletion;

typedef struct
{
  gint64 staff;
  VigieHoldingCompletion completion;
} VigieHoldingCompletionRow;

/* Rows of a source that were read ahead, so that a walk over them needs no connection. */
struct _VigieHoldings
{
  gboolean skip_posts;
  GArray *jobs;        /* of VigieHoldingJobRow */
  GArray *completions; /* of VigieHoldingCompletionRow */
  GHashTable *months;  /* of a module to how long it holds */
};

VigieHoldingJobRow vigie_holdings_read_job (VigieStatement *row);
VigieDate vigie_holdings_find_end (VigieDate day, VigieDate expiry, gint64 months);
GHashTable *vigie_holdings_read_months (VigieConnection *connection, GError **error);

void vigie_holdings_sort (VigieHoldings *self);
void vigie_holdings_sort_jobs (GArray *jobs);

G_END_DECLS
