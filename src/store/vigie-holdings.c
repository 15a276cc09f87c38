// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What people's jobs and completions make of who holds what, and when: one walk over both, in the order of the
 * staff, with one person in memory at a time.
 *
 * One who has two jobs of a profession in a unit at once is there once; in two units or professions, in both. A job's
 * last day is a day in post. A completion holds until its own expiry, or for the months of its module, or for ever;
 * what a person holds ends with the latest end of those completed by then.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-holdings-private.h"

typedef struct
{
  gboolean skip_posts;
  VigieHoldingFunc func;
  gpointer data;

  /* where rows come from: statements, or what was read ahead */
  VigieStatement *jobs_statement;
  VigieStatement *completions_statement; /* NULL for none */
  const VigieHoldings *ahead;
  guint jobs_taken;
  guint completions_taken;
  VigieHoldingJobRow job; /* the next */
  gboolean jobs_over;
  VigieHoldingCompletionRow completion; /* the next */
  gboolean completions_over;

  /* of one person */
  GArray *jobs;
  GArray *completions;
  gint32 sign;

  /* where there are more completions than the source gives */
  const VigieHoldingMore *more;
  gboolean more_over;
  gint64 more_staff;
  VigieHoldingCompletion more_completion; /* the next, of that person */
  VigieDate more_expiry;
  GHashTable *months; /* of a module to how long it holds */
  GArray *merged;
} Walk;

static gboolean
emit (Walk *self, const VigieHoldingJob *job, gint64 module, VigieChange change, GError **error)
{
  change.holders *= self->sign;
  change.begun *= self->sign;
  return self->func (job->unit, job->profession, module, &change, self->data, error);
}

/* What is held until @held from @day on is, from @day on, held until @until. */
static gboolean
change_end (Walk *self, const VigieHoldingJob *job, gint64 module, VigieDate day, VigieDate held, VigieDate until,
            GError **error)
{
  return emit (self, job, module, (VigieChange) { .day = day, .until = held, .holders = -1 }, error) &&
         emit (self, job, module, (VigieChange) { .day = day, .until = until, .holders = 1 }, error);
}

/* The completions of one module in the days of one job. */
static gboolean
hold (Walk *self, const VigieHoldingJob *job, const VigieHoldingCompletion *completions, guint n, GError **error)
{
  const gint64 module = completions->module;
  VigieDate held = VIGIE_DATE_NONE;
  guint i;

  for (i = 0; i < n && completions[i].day <= job->from; i++)
    held = MAX (held, completions[i].until);
  if (i > 0 && !emit (self, job, module, (VigieChange) { .day = job->from, .until = held, .holders = 1 }, error))
    return FALSE;
  for (; i < n && completions[i].day < job->until; i++)
    {
      const VigieDate day = completions[i].day;
      const VigieDate until = completions[i].until;

      if (held == VIGIE_DATE_NONE)
        {
          if (!emit (self, job, module, (VigieChange) { .day = day, .until = until, .holders = 1 }, error))
            return FALSE;
        }
      else if (until > held && !change_end (self, job, module, day, held, until, error))
        return FALSE;
      held = MAX (held, until);
    }
  if (held == VIGIE_DATE_NONE || job->until == VIGIE_DATE_NEVER)
    return TRUE;
  return emit (self, job, module, (VigieChange) { .day = job->until, .until = held, .holders = -1 }, error);
}

/* Completions laid end to end: one made while the former still holds begins where it ends. */
static gboolean
begin (Walk *self, const VigieHoldingJob *job, const VigieHoldingCompletion *completions, guint n, GError **error)
{
  VigieDate held = VIGIE_DATE_NONE;

  for (guint i = 0; i < n; i++)
    {
      VigieDate from = MAX (completions[i].day, held);
      VigieChange change = { .day = from, .until = completions[i].until, .begun = 1 };

      if (from >= completions[i].until)
        continue;
      held = completions[i].until;
      if (from >= job->from && from < job->until && !emit (self, job, completions->module, change, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
be_in_post (Walk *self, const VigieHoldingJob *job, GError **error)
{
  VigieChange arrival = { .day = job->from, .until = VIGIE_DATE_NEVER, .holders = 1 };
  VigieChange departure = { .day = job->until, .until = VIGIE_DATE_NEVER, .holders = -1 };

  if (self->skip_posts)
    return TRUE;
  return emit (self, job, VIGIE_HOLDING_POST, arrival, error) &&
         (job->until == VIGIE_DATE_NEVER || emit (self, job, VIGIE_HOLDING_POST, departure, error));
}

static gboolean
take_person (Walk *self, GError **error)
{
  const VigieHoldingCompletion *completions = (const VigieHoldingCompletion *) (gpointer) self->completions->data;

  for (guint j = 0; j < self->jobs->len; j++)
    {
      const VigieHoldingJob *job = &g_array_index (self->jobs, VigieHoldingJob, j);

      if (!be_in_post (self, job, error))
        return FALSE;
      for (guint i = 0, n; i < self->completions->len; i += n)
        {
          for (n = 1; i + n < self->completions->len && completions[i + n].module == completions[i].module;)
            n++;
          if (!hold (self, job, &completions[i], n, error) || !begin (self, job, &completions[i], n, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* --- rows ------------------------------------------------------------------------------------------ */

/* In the columns that #VigieHoldingSource says. */
VigieHoldingJobRow
vigie_holdings_read_job (VigieStatement *row)
{
  VigieDate last = vigie_statement_get_date (row, 4);

  return (VigieHoldingJobRow) {
    .staff = vigie_statement_get_integer (row, 0),
    .job = {
      .unit = vigie_statement_get_integer (row, 1),
      .profession = vigie_statement_get_integer (row, 2),
      .from = vigie_statement_get_date (row, 3),
      .until = last == VIGIE_DATE_NONE ? VIGIE_DATE_NEVER : last + 1,
    },
  };
}

/* The first day on which a completion holds no more. */
VigieDate
vigie_holdings_find_end (VigieDate day, VigieDate expiry, gint64 months)
{
  if (expiry != VIGIE_DATE_NONE)
    return expiry;
  return months > 0 ? vigie_date_add_months (day, (int) months) : VIGIE_DATE_NEVER;
}

static VigieHoldingCompletionRow
read_completion (VigieStatement *row)
{
  VigieDate day = vigie_statement_get_date (row, 2);

  return (VigieHoldingCompletionRow) {
    .staff = vigie_statement_get_integer (row, 0),
    .completion = {
      .module = vigie_statement_get_integer (row, 1),
      .day = day,
      .until = vigie_holdings_find_end (day, vigie_statement_get_date (row, 3), vigie_statement_get_integer_or (row, 4, 0)),
    },
  };
}

/* Goes on to the next job. */
static gboolean
next_job (Walk *self, GError **error)
{
  GError *local = NULL;

  if (self->ahead != NULL)
    {
      self->jobs_over = self->jobs_taken == self->ahead->jobs->len;
      if (!self->jobs_over)
        self->job = g_array_index (self->ahead->jobs, VigieHoldingJobRow, self->jobs_taken++);
      return TRUE;
    }
  self->jobs_over = !vigie_statement_step (self->jobs_statement, &local);
  if (!self->jobs_over)
    self->job = vigie_holdings_read_job (self->jobs_statement);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* Goes on to the next completion. */
static gboolean
next_completion (Walk *self, GError **error)
{
  GError *local = NULL;

  if (self->ahead != NULL)
    {
      self->completions_over = self->completions_taken == self->ahead->completions->len;
      if (!self->completions_over)
        self->completion =
          g_array_index (self->ahead->completions, VigieHoldingCompletionRow, self->completions_taken++);
      return TRUE;
    }
  self->completions_over =
    self->completions_statement == NULL || !vigie_statement_step (self->completions_statement, &local);
  if (!self->completions_over)
    self->completion = read_completion (self->completions_statement);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* Adds a job, joined to the one before it where they overlap or meet. */
static void
add_job (Walk *self, const VigieHoldingJob *job)
{
  VigieHoldingJob *former =
    self->jobs->len > 0 ? &g_array_index (self->jobs, VigieHoldingJob, self->jobs->len - 1) : NULL;

  if (job->from >= job->until)
    return;
  if (former != NULL && former->unit == job->unit && former->profession == job->profession &&
      job->from <= former->until)
    former->until = MAX (former->until, job->until);
  else
    g_array_append_vals (self->jobs, job, 1);
}

/* --- more completions than the source gives -------------------------------------------------------- */

static void
read_more (Walk *self)
{
  VigieHoldingCompletion *next = &self->more_completion;
  VigieDate expiry = VIGIE_DATE_NONE;
  gpointer months;

  if (!self->more->next (self->more->data, &self->more_staff, &next->module, &next->day, &expiry))
    {
      self->more_over = TRUE;
      return;
    }
  months = g_hash_table_lookup (self->months, GSIZE_TO_POINTER ((gsize) next->module));
  next->until = vigie_holdings_find_end (next->day, expiry, (gint64) GPOINTER_TO_SIZE (months));
}

static gboolean
is_before (const VigieHoldingCompletion *one, const VigieHoldingCompletion *other)
{
  return one->module != other->module ? one->module < other->module : one->day < other->day;
}

/* Puts what more there is of a person between what there was, and says whether there is any. */
static gboolean
merge_more (Walk *self, gint64 staff)
{
  guint at = 0;

  while (!self->more_over && self->more_staff < staff)
    read_more (self);
  if (self->more_over || self->more_staff != staff)
    return FALSE;
  g_array_set_size (self->merged, 0);
  for (; !self->more_over && self->more_staff == staff; read_more (self))
    {
      for (; at < self->completions->len &&
             is_before (&g_array_index (self->completions, VigieHoldingCompletion, at), &self->more_completion);
           at++)
        g_array_append_val (self->merged, g_array_index (self->completions, VigieHoldingCompletion, at));
      g_array_append_val (self->merged, self->more_completion);
    }
  for (; at < self->completions->len; at++)
    g_array_append_val (self->merged, g_array_index (self->completions, VigieHoldingCompletion, at));
  return TRUE;
}

/* Takes off what a person added up to without more, and adds what the person does with it. */
static gboolean
exchange_person (Walk *self, gint64 staff, GError **error)
{
  GArray *completions = self->completions;
  gboolean done;

  if (!merge_more (self, staff))
    return TRUE;
  self->sign = -1;
  done = take_person (self, error);
  self->sign = 1;
  self->completions = self->merged;
  done = done && take_person (self, error);
  self->completions = completions;
  return done;
}

/* Goes on to the completions of @staff, and past them. */
static gboolean
read_completions (Walk *self, gint64 staff, GError **error)
{
  g_array_set_size (self->completions, 0);
  while (!self->completions_over && self->completion.staff <= staff)
    {
      if (self->completion.staff == staff)
        g_array_append_val (self->completions, self->completion.completion);
      if (!next_completion (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_jobs (Walk *self, gint64 staff, GError **error)
{
  g_array_set_size (self->jobs, 0);
  do
    {
      add_job (self, &self->job.job);
      if (!next_job (self, error))
        return FALSE;
    }
  while (!self->jobs_over && self->job.staff == staff);
  return TRUE;
}

/* --- more jobs than there are ---------------------------------------------------------------------- */

/* Goes on to the jobs of @staff, and past them. */
static void
take_jobs (Walk *self, gint64 staff, GArray *jobs)
{
  g_array_set_size (jobs, 0);
  for (; !self->jobs_over && self->job.staff <= staff; next_job (self, NULL))
    if (self->job.staff == staff)
      g_array_append_val (jobs, self->job);
}

/* Takes off, or adds, what a person who has @jobs adds up to. */
static gboolean
take_with_jobs (Walk *self, GArray *jobs, gint32 sign, GError **error)
{
  vigie_holdings_sort_jobs (jobs);
  g_array_set_size (self->jobs, 0);
  for (guint i = 0; i < jobs->len; i++)
    add_job (self, &g_array_index (jobs, VigieHoldingJobRow, i).job);
  self->sign = sign;
  return take_person (self, error);
}

static gboolean
employ_people (Walk *self, const VigieHoldingMoreJobs *more, GError **error)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (VigieHoldingJobRow));
  VigieHoldingJobRow next;
  gboolean any = more->next (more->data, &next);

  next_job (self, NULL);
  next_completion (self, NULL);
  while (any)
    {
      gint64 staff = next.staff;

      take_jobs (self, staff, jobs);
      if (!read_completions (self, staff, error) || !take_with_jobs (self, jobs, -1, error))
        return FALSE;
      for (; any && next.staff == staff; any = more->next (more->data, &next))
        g_array_append_val (jobs, next);
      if (!take_with_jobs (self, jobs, 1, error))
        return FALSE;
    }
  return TRUE;
}

/* --- the walk -------------------------------------------------------------------------------------- */

static gboolean
walk_people (Walk *self, GError **error)
{
  if (!next_job (self, error) || !next_completion (self, error))
    return FALSE;
  while (!self->jobs_over)
    {
      gint64 staff = self->job.staff;

      if (!read_jobs (self, staff, error) || !read_completions (self, staff, error) ||
          !(self->more != NULL ? exchange_person (self, staff, error) : take_person (self, error)))
        return FALSE;
    }
  return TRUE;
}

/* @more: (nullable): jobs that come to those that were read ahead, of people whom alone it looks at */
static gboolean
walk (Walk *self, const VigieHoldingMoreJobs *more, GError **error)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (VigieHoldingJob));
  g_autoptr (GArray) completions = g_array_new (FALSE, FALSE, sizeof (VigieHoldingCompletion));
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (VigieHoldingCompletion));

  self->jobs = jobs;
  self->completions = completions;
  self->merged = merged;
  self->sign = 1;
  return more != NULL ? employ_people (self, more, error) : walk_people (self, error);
}

static VigieStatement *
prepare (VigieConnection *connection, const VigieHoldingSource *source, const char *sql, GError **error)
{
  VigieStatement *statement = vigie_connection_prepare (connection, sql, error);

  if (statement != NULL && vigie_statement_n_parameters (statement) > 0)
    vigie_statement_bind_integer (statement, 1, source->parameter);
  if (statement != NULL && vigie_statement_n_parameters (statement) > 1)
    vigie_statement_bind_integer (statement, 2, source->second_parameter);
  return statement;
}

static gboolean
run (Walk *self, VigieConnection *connection, const VigieHoldingSource *source, GError **error)
{
  g_autoptr (VigieStatement) jobs = prepare (connection, source, source->jobs_sql, error);
  g_autoptr (VigieStatement) completions = NULL;

  if (jobs == NULL)
    return FALSE;
  if (source->completions_sql != NULL)
    {
      completions = prepare (connection, source, source->completions_sql, error);
      if (completions == NULL)
        return FALSE;
    }
  self->skip_posts = source->skip_posts;
  self->jobs_statement = jobs;
  self->completions_statement = completions;
  return walk (self, NULL, error);
}

/**
 * vigie_holdings_each:
 * @func: (scope call): is told of every change; of one day and end there may be several, to be added up
 *
 * Returns: %FALSE with @error set, by the register or by @func
 */
gboolean
vigie_holdings_each (VigieConnection *connection, const VigieHoldingSource *source, VigieHoldingFunc func,
                     gpointer data, GError **error)
{
  Walk self = { .func = func, .data = data };

  return run (&self, connection, source, error);
}

/* How long modules hold that do not hold for ever. */
GHashTable *
vigie_holdings_read_months (VigieConnection *connection, GError **error)
{
  g_autoptr (GHashTable) months = g_hash_table_new (NULL, NULL);
  g_autoptr (VigieStatement) modules =
    vigie_connection_prepare (connection, "SELECT id, validity_months FROM module WHERE validity_months > 0", error);
  GError *local = NULL;

  while (modules != NULL && vigie_statement_step (modules, &local))
    g_hash_table_insert (months, GSIZE_TO_POINTER ((gsize) vigie_statement_get_integer (modules, 0)),
                         GSIZE_TO_POINTER ((gsize) vigie_statement_get_integer (modules, 1)));
  if (local != NULL)
    g_propagate_error (error, local);
  return modules != NULL && local == NULL ? g_steal_pointer (&months) : NULL;
}

/**
 * vigie_holdings_exchange:
 * @source: what there is without @more
 * @more: (scope call): completions that come to it
 * @func: (scope call): as vigie_holdings_each() has it
 *
 * The difference that @more makes: of the people whom it concerns what they add up to is taken off, and added with it.
 *
 * Returns: %FALSE with @error set, by the register or by @func
 */
gboolean
vigie_holdings_exchange (VigieConnection *connection, const VigieHoldingSource *source, const VigieHoldingMore *more,
                         VigieHoldingFunc func, gpointer data, GError **error)
{
  g_autoptr (GHashTable) months = vigie_holdings_read_months (connection, error);
  Walk self = { .func = func, .data = data, .more = more, .months = months };

  if (months == NULL)
    return FALSE;
  read_more (&self);
  return run (&self, connection, source, error);
}

/* --- read ahead ------------------------------------------------------------------------------------ */

/**
 * vigie_holdings_exchange_ahead:
 *
 * As vigie_holdings_exchange(), in any thread, since the register is not asked.
 */
gboolean
vigie_holdings_exchange_ahead (VigieHoldings *self, const VigieHoldingMore *more, VigieHoldingFunc func, gpointer data,
                               GError **error)
{
  Walk people = {
    .skip_posts = self->skip_posts,
    .func = func,
    .data = data,
    .ahead = self,
    .more = more,
    .months = self->months,
  };

  vigie_holdings_sort (self);
  read_more (&people);
  return walk (&people, NULL, error);
}

/**
 * vigie_holdings_employ_ahead:
 * @self: of vigie_holdings_read_people(), all whom @more names
 * @more: (scope call): jobs that come to it
 *
 * The difference that @more makes, found in any thread.
 */
gboolean
vigie_holdings_employ_ahead (VigieHoldings *self, const VigieHoldingMoreJobs *more, VigieHoldingFunc func,
                             gpointer data, GError **error)
{
  Walk people = { .func = func, .data = data, .ahead = self };

  return walk (&people, more, error);
}
