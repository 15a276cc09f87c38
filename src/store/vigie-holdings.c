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

#include "vigie-holdings.h"

typedef struct
{
  gint64 unit;
  gint64 profession;
  VigieDate from;
  VigieDate until; /* the first day no more in post */
} Job;

typedef struct
{
  gint64 module;
  VigieDate day;
  VigieDate until;
} Completion;

typedef struct
{
  const VigieHoldingSource *source;
  VigieHoldingFunc func;
  gpointer data;
  VigieStatement *jobs_statement;
  VigieStatement *completions_statement;
  gboolean completions_over;
  GArray *jobs;
  GArray *completions;
  gint32 sign;

  /* where there are more completions than the source gives */
  const VigieHoldingMore *more;
  gboolean more_over;
  gint64 more_staff;
  Completion more_completion; /* the next, of that person */
  VigieDate more_expiry;
  GHashTable *months; /* of a module to how long it holds */
  GArray *merged;
} Walk;

static gboolean
emit (Walk *self, const Job *job, gint64 module, VigieChange change, GError **error)
{
  change.holders *= self->sign;
  change.begun *= self->sign;
  return self->func (job->unit, job->profession, module, &change, self->data, error);
}

/* What is held until @held from @day on is, from @day on, held until @until. */
static gboolean
change_end (Walk *self, const Job *job, gint64 module, VigieDate day, VigieDate held, VigieDate until, GError **error)
{
  return emit (self, job, module, (VigieChange) { .day = day, .until = held, .holders = -1 }, error) &&
         emit (self, job, module, (VigieChange) { .day = day, .until = until, .holders = 1 }, error);
}

/* The completions of one module in the days of one job. */
static gboolean
hold (Walk *self, const Job *job, const Completion *completions, guint n, GError **error)
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
begin (Walk *self, const Job *job, const Completion *completions, guint n, GError **error)
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
be_in_post (Walk *self, const Job *job, GError **error)
{
  VigieChange arrival = { .day = job->from, .until = VIGIE_DATE_NEVER, .holders = 1 };
  VigieChange departure = { .day = job->until, .until = VIGIE_DATE_NEVER, .holders = -1 };

  if (self->source->skip_posts)
    return TRUE;
  return emit (self, job, VIGIE_HOLDING_POST, arrival, error) &&
         (job->until == VIGIE_DATE_NEVER || emit (self, job, VIGIE_HOLDING_POST, departure, error));
}

static gboolean
take_person (Walk *self, GError **error)
{
  const Completion *completions = (const Completion *) (gpointer) self->completions->data;

  for (guint j = 0; j < self->jobs->len; j++)
    {
      const Job *job = &g_array_index (self->jobs, Job, j);

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

/* Adds the job of the row, joined to the one before it where they overlap or meet. */
static void
add_job (Walk *self)
{
  VigieStatement *row = self->jobs_statement;
  Job *former = self->jobs->len > 0 ? &g_array_index (self->jobs, Job, self->jobs->len - 1) : NULL;
  VigieDate last = vigie_statement_get_date (row, 4);
  Job job = {
    .unit = vigie_statement_get_integer (row, 1),
    .profession = vigie_statement_get_integer (row, 2),
    .from = vigie_statement_get_date (row, 3),
    .until = last == VIGIE_DATE_NONE ? VIGIE_DATE_NEVER : last + 1,
  };

  if (job.from >= job.until)
    return;
  if (former != NULL && former->unit == job.unit && former->profession == job.profession && job.from <= former->until)
    former->until = MAX (former->until, job.until);
  else
    g_array_append_val (self->jobs, job);
}

static VigieDate
find_end (VigieDate day, VigieDate expiry, gint64 months)
{
  if (expiry != VIGIE_DATE_NONE)
    return expiry;
  return months > 0 ? vigie_date_add_months (day, (int) months) : VIGIE_DATE_NEVER;
}

static void
add_completion (Walk *self)
{
  VigieStatement *row = self->completions_statement;
  Completion completion = {
    .module = vigie_statement_get_integer (row, 1),
    .day = vigie_statement_get_date (row, 2),
  };

  completion.until =
    find_end (completion.day, vigie_statement_get_date (row, 3), vigie_statement_get_integer_or (row, 4, 0));
  g_array_append_val (self->completions, completion);
}

/* --- more completions than the source gives -------------------------------------------------------- */

static void
read_more (Walk *self)
{
  Completion *next = &self->more_completion;
  VigieDate expiry = VIGIE_DATE_NONE;
  gpointer months;

  if (!self->more->next (self->more->data, &self->more_staff, &next->module, &next->day, &expiry))
    {
      self->more_over = TRUE;
      return;
    }
  months = g_hash_table_lookup (self->months, GSIZE_TO_POINTER ((gsize) next->module));
  next->until = find_end (next->day, expiry, (gint64) GPOINTER_TO_SIZE (months));
}

static gboolean
is_before (const Completion *one, const Completion *other)
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
             is_before (&g_array_index (self->completions, Completion, at), &self->more_completion);
           at++)
        g_array_append_val (self->merged, g_array_index (self->completions, Completion, at));
      g_array_append_val (self->merged, self->more_completion);
    }
  for (; at < self->completions->len; at++)
    g_array_append_val (self->merged, g_array_index (self->completions, Completion, at));
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
  GError *local = NULL;

  g_array_set_size (self->completions, 0);
  while (!self->completions_over && vigie_statement_get_integer (self->completions_statement, 0) <= staff)
    {
      if (vigie_statement_get_integer (self->completions_statement, 0) == staff)
        add_completion (self);
      self->completions_over = !vigie_statement_step (self->completions_statement, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
walk (Walk *self, GError **error)
{
  GError *local = NULL;
  gboolean more = vigie_statement_step (self->jobs_statement, &local);

  self->completions_over = self->completions_statement == NULL ||
                           (local == NULL && !vigie_statement_step (self->completions_statement, &local));
  while (more && local == NULL)
    {
      gint64 staff = vigie_statement_get_integer (self->jobs_statement, 0);

      g_array_set_size (self->jobs, 0);
      do
        add_job (self);
      while ((more = vigie_statement_step (self->jobs_statement, &local)) &&
             vigie_statement_get_integer (self->jobs_statement, 0) == staff);
      if (local != NULL || !read_completions (self, staff, &local))
        break;
      if (self->more != NULL)
        exchange_person (self, staff, &local);
      else
        take_person (self, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
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
run (Walk *self, VigieConnection *connection, GError **error)
{
  g_autoptr (VigieStatement) jobs_statement = NULL;
  g_autoptr (VigieStatement) completions_statement = NULL;
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (Job));
  g_autoptr (GArray) completions = g_array_new (FALSE, FALSE, sizeof (Completion));

  jobs_statement = prepare (connection, self->source, self->source->jobs_sql, error);
  if (jobs_statement == NULL)
    return FALSE;
  if (self->source->completions_sql != NULL)
    {
      completions_statement = prepare (connection, self->source, self->source->completions_sql, error);
      if (completions_statement == NULL)
        return FALSE;
    }
  self->jobs = jobs;
  self->completions = completions;
  self->jobs_statement = jobs_statement;
  self->completions_statement = completions_statement;
  return walk (self, error);
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
  Walk self = { .source = source, .func = func, .data = data, .sign = 1 };

  return run (&self, connection, error);
}

static gboolean
read_months (VigieConnection *connection, GHashTable *months, GError **error)
{
  g_autoptr (VigieStatement) modules =
    vigie_connection_prepare (connection, "SELECT id, validity_months FROM module WHERE validity_months > 0", error);
  GError *local = NULL;

  while (modules != NULL && vigie_statement_step (modules, &local))
    g_hash_table_insert (months, GSIZE_TO_POINTER ((gsize) vigie_statement_get_integer (modules, 0)),
                         GSIZE_TO_POINTER ((gsize) vigie_statement_get_integer (modules, 1)));
  if (local != NULL)
    g_propagate_error (error, local);
  return modules != NULL && local == NULL;
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
  g_autoptr (GHashTable) months = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (Completion));
  Walk self = {
    .source = source,
    .func = func,
    .data = data,
    .sign = 1,
    .more = more,
    .months = months,
    .merged = merged,
  };

  if (!read_months (connection, months, error))
    return FALSE;
  read_more (&self);
  return run (&self, connection, error);
}
