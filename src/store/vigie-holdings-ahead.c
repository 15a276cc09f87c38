// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Jobs and completions that are read at once, so that what they make of who holds what can be worked out by a thread that
 * does not ask the register.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-holdings-private.h"

static const char ahead_jobs_sql[] = "SELECT staff_id, org_unit_id, profession_id, starts_on, ends_on FROM job";
static const char ahead_completions_sql[] = "SELECT staff_id, module_id, completed_on, expires_on FROM completion";

/* In the order in which they lie: they are sorted where there is time for it. */
static gboolean
read_jobs_ahead (VigieHoldings *self, VigieConnection *connection, guint most, GError **error)
{
  g_autoptr (VigieStatement) rows = vigie_connection_prepare (connection, ahead_jobs_sql, error);
  GError *local = NULL;

  while (rows != NULL && self->jobs->len <= most && vigie_statement_step (rows, &local))
    {
      VigieHoldingJobRow row = vigie_holdings_read_job (rows);

      g_array_append_val (self->jobs, row);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static gboolean
read_completions_ahead (VigieHoldings *self, VigieConnection *connection, guint most, GError **error)
{
  g_autoptr (VigieStatement) rows = vigie_connection_prepare (connection, ahead_completions_sql, error);
  GError *local = NULL;

  while (rows != NULL && self->completions->len <= most && vigie_statement_step (rows, &local))
    {
      gint64 module = vigie_statement_get_integer (rows, 1);
      VigieDate day = vigie_statement_get_date (rows, 2);
      gint64 months = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->months, GSIZE_TO_POINTER ((gsize) module)));
      VigieHoldingCompletionRow row = {
        .staff = vigie_statement_get_integer (rows, 0),
        .completion = { module, day, vigie_holdings_find_end (day, vigie_statement_get_date (rows, 3), months) },
      };

      g_array_append_val (self->completions, row);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

/**
 * vigie_holdings_read:
 * @most: how many jobs, and how many completions, are read at most
 * @holdings: (out) (transfer full): all that the register holds, but for who is in post, for
 *   vigie_holdings_exchange_ahead(); %NULL where it is more
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_holdings_read (VigieConnection *connection, guint most, VigieHoldings **holdings, GError **error)
{
  g_autoptr (VigieHoldings) self = g_new0 (VigieHoldings, 1);

  *holdings = NULL;
  self->skip_posts = TRUE;
  self->jobs = g_array_new (FALSE, FALSE, sizeof (VigieHoldingJobRow));
  self->completions = g_array_new (FALSE, FALSE, sizeof (VigieHoldingCompletionRow));
  self->months = vigie_holdings_read_months (connection, error);
  if (self->months == NULL || !read_jobs_ahead (self, connection, most, error))
    return FALSE;
  if (self->jobs->len > most)
    return TRUE;
  if (!read_completions_ahead (self, connection, most, error))
    return FALSE;
  if (self->completions->len <= most)
    *holdings = g_steal_pointer (&self);
  return TRUE;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_jobs (gconstpointer a, gconstpointer b)
{
  const VigieHoldingJobRow *one = a;
  const VigieHoldingJobRow *other = b;
  int order = compare_numbers (one->staff, other->staff);

  if (order == 0)
    order = compare_numbers (one->job.unit, other->job.unit);
  if (order == 0)
    order = compare_numbers (one->job.profession, other->job.profession);
  return order != 0 ? order : compare_numbers (one->job.from, other->job.from);
}

static int
compare_completions (gconstpointer a, gconstpointer b)
{
  const VigieHoldingCompletionRow *one = a;
  const VigieHoldingCompletionRow *other = b;
  int order = compare_numbers (one->staff, other->staff);

  if (order == 0)
    order = compare_numbers (one->completion.module, other->completion.module);
  return order != 0 ? order : compare_numbers (one->completion.day, other->completion.day);
}

void
vigie_holdings_free (VigieHoldings *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->jobs, g_array_unref);
  g_clear_pointer (&self->completions, g_array_unref);
  g_clear_pointer (&self->months, g_hash_table_unref);
  g_free (self);
}

/**
 * vigie_holdings_sort:
 *
 * Puts what was read in the order in which it is walked, in any thread.
 */
void
vigie_holdings_sort (VigieHoldings *self)
{
  g_array_sort (self->jobs, compare_jobs);
  g_array_sort (self->completions, compare_completions);
}
