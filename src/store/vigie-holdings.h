// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-connection.h"
#include "vigie-series.h"

G_BEGIN_DECLS

/**
 * VigieHoldingSource:
 * @jobs_sql: staff, unit, profession, first and last day; in the order of staff, unit, profession, first day
 * @completions_sql: (nullable): staff, module, day, expiry, months that the module holds; in the order of staff,
 *   module, day; %NULL where only who is in post is asked
 * @parameter: bound as ?1 in both where they have one; @second_parameter as ?2
 * @skip_posts: leaves out who is in post
 */
typedef struct
{
  const char *jobs_sql;
  const char *completions_sql;
  gint64 parameter;
  gint64 second_parameter;
  gboolean skip_posts;
} VigieHoldingSource;

/** Being in post, in the place of a module. */
#define VIGIE_HOLDING_POST 0

/**
 * VigieHoldingFunc:
 * @change: one of those that make up the series of the unit, profession and module
 */
typedef gboolean (*VigieHoldingFunc) (gint64 unit, gint64 profession, gint64 module, const VigieChange *change,
                                      gpointer data, GError **error);

/**
 * VigieHoldingMore:
 * @next: gives the next completion, in the order of staff, module, day; %FALSE at the end
 *
 * Completions that the register is about to have, or has and its source leaves out.
 */
typedef struct
{
  gboolean (*next) (gpointer data, gint64 *staff, gint64 *module, VigieDate *day, VigieDate *expiry);
  gpointer data;
} VigieHoldingMore;

typedef struct
{
  gint64 unit;
  gint64 profession;
  VigieDate from;
  VigieDate until; /* the first day no more in post */
} VigieHoldingJob;

typedef struct
{
  gint64 staff;
  VigieHoldingJob job;
} VigieHoldingJobRow;

/**
 * VigieHoldingMoreJobs:
 * @next: gives the next job, in the order of staff; %FALSE at the end
 *
 * Jobs that the register is about to have.
 */
typedef struct
{
  gboolean (*next) (gpointer data, VigieHoldingJobRow *job);
  gpointer data;
} VigieHoldingMoreJobs;

gboolean vigie_holdings_exchange (VigieConnection *connection, const VigieHoldingSource *source,
                                  const VigieHoldingMore *more, VigieHoldingFunc func, gpointer data, GError **error);
gboolean vigie_holdings_each (VigieConnection *connection, const VigieHoldingSource *source, VigieHoldingFunc func,
                              gpointer data, GError **error);

typedef struct _VigieHoldings VigieHoldings;

gboolean vigie_holdings_read (VigieConnection *connection, guint most, VigieHoldings **holdings, GError **error);
gboolean vigie_holdings_read_people (VigieConnection *connection, GArray *staff, guint most, VigieHoldings **holdings,
                                     GError **error);
void vigie_holdings_free (VigieHoldings *self);
gboolean vigie_holdings_exchange_ahead (VigieHoldings *self, const VigieHoldingMore *more, VigieHoldingFunc func,
                                        gpointer data, GError **error);
gboolean vigie_holdings_employ_ahead (VigieHoldings *self, const VigieHoldingMoreJobs *more, VigieHoldingFunc func,
                                      gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VigieHoldings, vigie_holdings_free)

G_END_DECLS
