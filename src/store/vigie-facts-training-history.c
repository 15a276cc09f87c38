// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of training: month by month, who held a module, who began to, and who was in post.
 *
 * Of staff by reference who was in post, who held what and when validities began was added up as records changed: see
 * vigie-rollups.c. Who left is asked of the jobs that ended, since whether one who ends a job stays depends on the
 * scope.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"
#include "vigie-series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NEVER VIGIE_DATE_NEVER
#define TODAY_MONTH VIGIE_FACTS_MONTHS_BACK

static const char rollups_sql[] = VIGIE_FACTS_ROLLUPS (">= 0");

/*
 * Jobs that ended in the months asked about, and the others of the same people. One who has two jobs of a profession in
 * a unit at once is there once: of the second only what is beyond the first.
 */
#define JOBS(of) \
  VIGIE_FACTS_SCOPE_UNITS \
  ", ended (staff_id) AS (SELECT DISTINCT staff_id FROM " of \
  "  WHERE ends_on >= date (?1, 'start of month', '-" G_STRINGIFY ( \
    VIGIE_FACTS_MONTHS_BACK) " months')" \
                             "  AND ends_on < ?1) " \
                             "SELECT j.staff_id, j.org_unit_id, j.profession_id, j.starts_on, j.ends_on " \
                             "FROM ended AS e CROSS JOIN job AS j ON j.staff_id = e.staff_id JOIN profession AS p ON p.id = j.profession_id " \
                             "WHERE j.starts_on <= ?1 AND j.org_unit_id IN (SELECT id FROM scope_unit) AND (?3 IS NULL OR p.code = ?3) " \
                             "ORDER BY j.staff_id, j.org_unit_id, j.profession_id, j.starts_on"

/* All jobs are read through at once; those of a part of the organisation are found by their units. */
static const char jobs_sql[] = JOBS ("job");
static const char jobs_of_part_sql[] = JOBS ("scope_unit AS u CROSS JOIN job AS o ON o.org_unit_id = u.id");

static const char counts_sql[] =
  VIGIE_FACTS_SCOPE_UNITS "SELECT c.org_unit_id, c.profession_id, c.module_id, c.as_of, c.valid "
                          "FROM completion_count AS c JOIN profession AS p ON p.id = c.profession_id "
                          "WHERE c.org_unit_id IN (SELECT id FROM scope_unit) AND (?3 IS NULL OR p.code = ?3)"
                          " AND c.as_of <= ?1 ORDER BY 1, 2, 3, 4";

static const char headcounts_sql[] =
  VIGIE_FACTS_SCOPE_UNITS "SELECT h.org_unit_id, h.profession_id, h.valid_from, h.valid_to, h.heads "
                          "FROM headcount AS h JOIN profession AS p ON p.id = h.profession_id "
                          "WHERE h.org_unit_id IN (SELECT id FROM scope_unit) AND (?3 IS NULL OR p.code = ?3)"
                          " AND h.valid_from <= ?1 ORDER BY 1, 2, 3";

/* @ends_on is the last day, NEVER where it is not over on the day. */
typedef struct
{
  gint64 staff;
  int unit;
  int profession;
  VigieDate starts_on;
  VigieDate ends_on;
} Job;

typedef struct
{
  int unit;
  int profession;
  int module;
  VigieDate date;
  VigieDate until;
  gint64 count;
} Count;

typedef struct
{
  VigieFacts *facts;
  int first_month; /* of the arrays, as months since the year 0 */
  GHashTable *history_rows;
  GArray *history;
  GHashTable *post_rows;
  GArray *posts;
} Months;

static int
count_months (VigieDate date)
{
  int year, month, day;

  vigie_date_get_ymd (date, &year, &month, &day);
  return year * 12 + month - 1;
}

/* The month, from the first of the arrays, in which @date lies; it may be outside of them. */
static int
month_of (const Months *self, VigieDate date)
{
  return date == NEVER ? G_MAXINT32 : count_months (date) - self->first_month;
}

/**
 * vigie_facts_month_end:
 * @as_of: the day of the facts
 * @month: a place in an array of months
 *
 * Returns: the last day of that month
 */
VigieDate
vigie_facts_month_end (VigieDate as_of, int month)
{
  return vigie_date_add_months (vigie_date_month_start (as_of), month - TODAY_MONTH + 1) - 1;
}

static gboolean
read_job (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  Job *job = element;

  job->staff = vigie_statement_get_integer (row, 0);
  job->unit = VIGIE_FACTS_INDEX (reader, units, row, 1);
  job->profession = VIGIE_FACTS_INDEX (reader, professions, row, 2);
  job->starts_on = vigie_statement_get_date (row, 3);
  job->ends_on = vigie_statement_get_date (row, 4);
  /* Who will leave is not known on the day: of the months ahead only what expires is told. */
  if (job->ends_on == VIGIE_DATE_NONE || job->ends_on >= reader->facts->as_of)
    job->ends_on = NEVER;
  return TRUE;
}

static gboolean
read_count (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  Count *count = element;

  count->unit = VIGIE_FACTS_INDEX (reader, units, row, 0);
  count->profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  count->module = VIGIE_FACTS_INDEX (reader, modules, row, 2);
  count->date = vigie_statement_get_date (row, 3);
  count->count = vigie_statement_get_integer (row, 4);
  return TRUE;
}

static gboolean
read_headcount (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  Count *count = element;

  count->unit = VIGIE_FACTS_INDEX (reader, units, row, 0);
  count->profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  count->date = vigie_statement_get_date (row, 2);
  count->until = vigie_statement_get_date (row, 3);
  count->count = vigie_statement_get_integer (row, 4);
  return TRUE;
}

/* The row of a table for a key, made where there is none yet. */
static gpointer
find_row (GHashTable *rows, GArray *table, gsize key, gboolean *made)
{
  gpointer found = g_hash_table_lookup (rows, GSIZE_TO_POINTER (key + 1));
  guint index = GPOINTER_TO_UINT (found);

  *made = found == NULL;
  if (*made)
    {
      g_array_set_size (table, table->len + 1);
      index = table->len;
      g_hash_table_insert (rows, GSIZE_TO_POINTER (key + 1), GUINT_TO_POINTER (index));
    }
  return table->data + (index - 1) * g_array_get_element_size (table);
}

static VigieFactHistory *
find_history (Months *self, int unit, int profession, int module)
{
  gsize key =
    ((gsize) unit * self->facts->n_professions + (gsize) profession) * self->facts->n_modules + (gsize) module;
  gboolean made;
  VigieFactHistory *history = find_row (self->history_rows, self->history, key, &made);

  history->unit = unit;
  history->profession = profession;
  history->module = module;
  return history;
}

static VigieFactPosts *
find_posts (Months *self, int unit, int profession, gboolean *made)
{
  gsize key = (gsize) unit * self->facts->n_professions + (gsize) profession;
  VigieFactPosts *posts = find_row (self->post_rows, self->posts, key, made);

  posts->unit = unit;
  posts->profession = profession;
  return posts;
}

/*
 * Adds a change, known by the day, to the sums of the months: from the month in which it came until what is held ends.
 * So at the end of each month before that of the day it is who held it then, and from that month on who will still.
 */
static void
add_holders (const Months *self, gint32 *months, int n_months, const VigieChange *change)
{
  int last = MIN (month_of (self, change->until) - 1, n_months - 1);

  for (int month = MAX (month_of (self, change->day), 0); month <= last; month++)
    months[month] += change->holders;
}

static gboolean
add_series (Months *self, VigieSeriesReader *series, gint32 *holders, int n_months, gint32 *begun)
{
  VigieChange change;
  gboolean any = FALSE;

  while (vigie_series_next (series, &change) && change.day <= self->facts->as_of)
    {
      int month = month_of (self, change.day);

      any = TRUE;
      add_holders (self, holders, n_months, &change);
      if (begun != NULL && month >= 0 && month < VIGIE_FACTS_MONTHS_BACK)
        begun[month] += change.begun;
    }
  return any;
}

/* Keeps the row in the tables of the months, not in an array of its own. */
static gboolean
read_rollup (VigieFactsReader *reader, VigieStatement *row, gpointer element G_GNUC_UNUSED)
{
  Months *self = reader->data;
  int unit = VIGIE_FACTS_INDEX (reader, units, row, 0);
  int profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  int module = VIGIE_FACTS_INDEX (reader, modules, row, 2);
  gint32 holders[VIGIE_FACTS_MONTHS] = { 0 };
  gint32 begun[VIGIE_FACTS_MONTHS_BACK] = { 0 };
  VigieSeriesReader series;
  gboolean made;
  gsize size;
  gconstpointer packed = vigie_statement_get_blob (row, 3, &size);

  vigie_series_reader_init (&series, packed, size);
  if (module < 0 && add_series (self, &series, holders, VIGIE_FACTS_MONTHS_BACK, NULL))
    memcpy (find_posts (self, unit, profession, &made)->heads, holders, sizeof *holders * VIGIE_FACTS_MONTHS_BACK);
  else if (module >= 0 && add_series (self, &series, holders, VIGIE_FACTS_MONTHS, begun))
    {
      VigieFactHistory *history = find_history (self, unit, profession, module);

      memcpy (history->valid, holders, sizeof holders);
      memcpy (history->gained, begun, sizeof begun);
    }
  reader->damaged = reader->damaged || series.damaged;
  return FALSE;
}

/* People by reference */

static void
join_jobs (Job *jobs, gsize n_jobs)
{
  for (gsize i = 1; i < n_jobs; i++)
    {
      const Job *former = &jobs[i - 1];
      Job *job = &jobs[i];

      if (job->staff != former->staff || job->unit != former->unit || job->profession != former->profession)
        continue;
      if (former->ends_on == NEVER)
        job->starts_on = NEVER;
      else
        job->starts_on = MAX (job->starts_on, former->ends_on + 1);
      job->ends_on = MAX (job->ends_on, former->ends_on);
    }
}

static gboolean
is_empty (const Job *job)
{
  return job->starts_on == NEVER || job->starts_on > job->ends_on;
}

/* Whether a person is in another job the day after one ended. */
static gboolean
stays (const Job *jobs, gsize n_jobs, VigieDate ended_on)
{
  for (gsize i = 0; i < n_jobs; i++)
    if (!is_empty (&jobs[i]) && jobs[i].starts_on <= ended_on + 1 && jobs[i].ends_on > ended_on)
      return TRUE;
  return FALSE;
}

static void
add_leavers (Months *self, const Job *jobs, gsize n_jobs)
{
  for (gsize i = 0; i < n_jobs; i++)
    {
      const Job *job = &jobs[i];
      int month;
      gboolean made;

      if (is_empty (job) || job->ends_on == NEVER || stays (jobs, n_jobs, job->ends_on))
        continue;
      month = month_of (self, job->ends_on);
      if (month >= 0 && month < VIGIE_FACTS_MONTHS_BACK)
        find_posts (self, job->unit, job->profession, &made)->left[month]++;
    }
}

static void
add_all_leavers (Months *self, Job *jobs, gsize n_jobs)
{
  join_jobs (jobs, n_jobs);
  for (gsize i = 0, n; i < n_jobs; i += n)
    {
      for (n = 1; i + n < n_jobs && jobs[i + n].staff == jobs[i].staff;)
        n++;
      add_leavers (self, &jobs[i], n);
    }
}

/* Counts handed over */

/* Those counted follow those known by reference, both in the order of units and professions. */
static gboolean
is_counted (const VigieFacts *facts, int unit, int profession)
{
  gsize low = 0, high = facts->n_heads;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      const VigieFactHeads *heads = &facts->heads[middle];

      if (!heads->by_reference && heads->unit == unit && heads->profession == profession)
        return TRUE;
      if (heads->by_reference || heads->unit < unit || (heads->unit == unit && heads->profession < profession))
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

static gboolean
is_same_group (const Count *a, const Count *b)
{
  return a->unit == b->unit && a->profession == b->profession && a->module == b->module;
}

/* Between two counts the straight line, after the last its own; -1 before the first. */
static gint32
interpolate (const Count *counts, gsize n, VigieDate date)
{
  gsize after = 0;

  while (after < n && counts[after].date <= date)
    after++;
  if (after == 0)
    return -1;
  if (after == n)
    return (gint32) counts[n - 1].count;
  return (gint32) llround ((double) counts[after - 1].count + (double) (counts[after].count - counts[after - 1].count) *
                                                                (date - counts[after - 1].date) /
                                                                (counts[after].date - counts[after - 1].date));
}

static void
add_counts (Months *self, const Count *counts, gsize n_counts)
{
  for (gsize i = 0, n; i < n_counts; i += n)
    {
      VigieFactHistory *history;

      for (n = 1; i + n < n_counts && is_same_group (&counts[i], &counts[i + n]);)
        n++;
      if (!is_counted (self->facts, counts[i].unit, counts[i].profession))
        continue;
      history = find_history (self, counts[i].unit, counts[i].profession, counts[i].module);
      for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
        history->valid[month] = interpolate (&counts[i], n, vigie_facts_month_end (self->facts->as_of, month));
      for (int month = 1; month < VIGIE_FACTS_MONTHS_BACK; month++)
        if (history->valid[month - 1] >= 0)
          history->gained[month] = MAX (history->valid[month] - history->valid[month - 1], 0);
    }
}

static void
add_headcounts (Months *self, const Count *counts, gsize n_counts)
{
  for (gsize i = 0; i < n_counts; i++)
    {
      VigieFactPosts *posts;
      gboolean made;

      if (!is_counted (self->facts, counts[i].unit, counts[i].profession))
        continue;
      posts = find_posts (self, counts[i].unit, counts[i].profession, &made);
      for (int month = 0; month < VIGIE_FACTS_MONTHS_BACK; month++)
        {
          VigieDate end = vigie_facts_month_end (self->facts->as_of, month);

          if (made)
            posts->heads[month] = posts->left[month] = -1;
          /* The latest that had begun counts, and none where that one is over. */
          if (counts[i].date <= end)
            posts->heads[month] =
              counts[i].until == VIGIE_DATE_NONE || counts[i].until >= end ? (gint32) counts[i].count : -1;
        }
    }
}

static int
compare_history (const void *a, const void *b)
{
  const VigieFactHistory *first = a;
  const VigieFactHistory *second = b;

  if (first->unit != second->unit)
    return first->unit - second->unit;
  if (first->profession != second->profession)
    return first->profession - second->profession;
  return first->module - second->module;
}

static int
compare_posts (const void *a, const void *b)
{
  const VigieFactPosts *first = a;
  const VigieFactPosts *second = b;

  return first->unit != second->unit ? first->unit - second->unit : first->profession - second->profession;
}

static void
finish (Months *self)
{
  VigieFacts *facts = self->facts;

  g_array_sort (self->history, compare_history);
  g_array_sort (self->posts, compare_posts);
  facts->history = g_array_steal (self->history, &facts->n_history);
  facts->posts = g_array_steal (self->posts, &facts->n_posts);
}

gboolean
vigie_facts_read_history (VigieFactsReader *self, GError **error)
{
  g_autoptr (GHashTable) history_rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) post_rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) history = g_array_new (FALSE, TRUE, sizeof (VigieFactHistory));
  g_autoptr (GArray) posts = g_array_new (FALSE, TRUE, sizeof (VigieFactPosts));
  g_autofree Job *jobs = NULL;
  g_autofree gpointer none = NULL;
  g_autofree Count *counts = NULL;
  g_autofree Count *headcounts = NULL;
  gsize n_jobs, n_none, n_counts, n_headcounts;
  gboolean part = vigie_scope_get_site (self->scope) != NULL;
  Months months = {
    self->facts, count_months (self->facts->as_of) - TODAY_MONTH, history_rows, history, post_rows, posts,
  };

  self->data = &months;
  if (!vigie_facts_read (self, part ? jobs_of_part_sql : jobs_sql, sizeof *jobs, read_job, (gpointer *) &jobs, &n_jobs,
                         error) ||
      !vigie_facts_read (self, rollups_sql, 1, read_rollup, &none, &n_none, error) ||
      !vigie_facts_read (self, counts_sql, sizeof *counts, read_count, (gpointer *) &counts, &n_counts, error) ||
      !vigie_facts_read (self, headcounts_sql, sizeof *headcounts, read_headcount, (gpointer *) &headcounts,
                         &n_headcounts, error))
    return FALSE;
  add_all_leavers (&months, jobs, n_jobs);
  add_counts (&months, counts, n_counts);
  add_headcounts (&months, headcounts, n_headcounts);
  finish (&months);
  return TRUE;
}
