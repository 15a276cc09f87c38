// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Jobs and completions that are read at once, so that what they make of who holds what can be worked out by a thread that
 * does not ask the register.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-holdings-private.h"

#define JOBS "SELECT staff_id, org_unit_id, profession_id, starts_on, ends_on FROM job"
#define COMPLETIONS "SELECT staff_id, module_id, completed_on, expires_on FROM completion"

static VigieHoldings *
holdings_new (VigieConnection *connection, GError **error)
{
  g_autoptr (VigieHoldings) self = g_new0 (VigieHoldings, 1);

  self->jobs = g_array_new (FALSE, FALSE, sizeof (VigieHoldingJobRow));
  self->completions = g_array_new (FALSE, FALSE, sizeof (VigieHoldingCompletionRow));
  self->months = vigie_holdings_read_months (connection, error);
  return self->months != NULL ? g_steal_pointer (&self) : NULL;
}

/* All that @rows gives, as long as it is not too much. */
static gboolean
read_jobs (VigieHoldings *self, VigieStatement *rows, guint most, GError **error)
{
  GError *local = NULL;

  while (self->jobs->len <= most && vigie_statement_step (rows, &local))
    {
      VigieHoldingJobRow row = vigie_holdings_read_job (rows);

      g_array_append_val (self->jobs, row);
    }
  vigie_statement_reset (rows);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
read_completions (VigieHoldings *self, VigieStatement *rows, guint most, GError **error)
{
  GError *local = NULL;

  while (self->completions->len <= most && vigie_statement_step (rows, &local))
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
  vigie_statement_reset (rows);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
is_more_than (const VigieHoldings *self, guint most)
{
  return self->jobs->len > most || self->completions->len > most;
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
  g_autoptr (VigieHoldings) self = holdings_new (connection, error);
  g_autoptr (VigieStatement) jobs = self != NULL ? vigie_connection_prepare (connection, JOBS, error) : NULL;
  g_autoptr (VigieStatement) completions =
    jobs != NULL ? vigie_connection_prepare (connection, COMPLETIONS, error) : NULL;

  *holdings = NULL;
  if (completions == NULL || !read_jobs (self, jobs, most, error))
    return FALSE;
  self->skip_posts = TRUE;
  /* In the order in which they lie: they are sorted where there is time for it. */
  if (!is_more_than (self, most) && !read_completions (self, completions, most, error))
    return FALSE;
  if (!is_more_than (self, most))
    *holdings = g_steal_pointer (&self);
  return TRUE;
}

#define LAST_KNOWN \
  "SELECT max ((SELECT ifnull (max (staff_id), 0) FROM job), (SELECT ifnull (max (staff_id), 0) FROM completion))"

/**
 * vigie_holdings_read_people:
 * @staff: (element-type gint64): ids, each once, in order
 * @most: how many jobs, and how many completions, are read at most
 * @holdings: (out) (transfer full): all that the register holds of them, for vigie_holdings_employ_ahead(); %NULL where
 *   it is more
 *
 * Returns: %FALSE with @error set
 */
gboolean
vigie_holdings_read_people (VigieConnection *connection, GArray *staff, guint most, VigieHoldings **holdings,
                            GError **error)
{
  g_autoptr (VigieHoldings) self = holdings_new (connection, error);
  g_autoptr (VigieStatement) jobs =
    self != NULL ? vigie_connection_prepare (connection, JOBS " WHERE staff_id = ?1", error) : NULL;
  g_autoptr (VigieStatement) completions =
    jobs != NULL ? vigie_connection_prepare (connection, COMPLETIONS " WHERE staff_id = ?1 ORDER BY 2, 3", error)
                 : NULL;
  GError *local = NULL;
  gint64 last = completions != NULL ? vigie_connection_query_integer (connection, LAST_KNOWN, 0, &local) : 0;

  *holdings = NULL;
  /* Of those who are new, as most are, nothing is known. */
  for (guint i = 0; completions != NULL && local == NULL && i < staff->len && !is_more_than (self, most); i++)
    {
      gint64 id = g_array_index (staff, gint64, i);

      if (id > last)
        break;
      vigie_statement_bind_integer (jobs, 1, id);
      vigie_statement_bind_integer (completions, 1, id);
      if (read_jobs (self, jobs, most, &local))
        read_completions (self, completions, most, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  else if (completions != NULL && !is_more_than (self, most))
    *holdings = g_steal_pointer (&self);
  return completions != NULL && local == NULL;
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
  vigie_holdings_sort_jobs (self->jobs);
  g_array_sort (self->completions, compare_completions);
}

/** @jobs: (element-type VigieHoldingJobRow) */
void
vigie_holdings_sort_jobs (GArray *jobs)
{
  if (jobs->len > 1)
    g_array_sort (jobs, compare_jobs);
}
