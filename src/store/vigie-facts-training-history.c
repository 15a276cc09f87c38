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

#include <stdlib.h>
#include <string.h>

#define NEVER VIGIE_DATE_NEVER

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

/* Of all it is read who ended one at any time, so that it can be kept: not who they are, but who is the same. */
static const char all_jobs_sql[] =
  "SELECT dense_rank () OVER (ORDER BY j.staff_id), j.org_unit_id, j.profession_id, j.starts_on, j.ends_on "
  "FROM (SELECT DISTINCT staff_id FROM job WHERE ends_on IS NOT NULL) AS e"
  " CROSS JOIN job AS j ON j.staff_id = e.staff_id ORDER BY j.staff_id, j.org_unit_id, j.profession_id, j.starts_on";

/* Those of a profession are read through; those of a part of the organisation are found by their units. */
static const char jobs_sql[] = JOBS ("job");
static const char jobs_of_part_sql[] = JOBS ("scope_unit AS u CROSS JOIN job AS o ON o.org_unit_id = u.id");

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
  VigieDate from;
  VigieDate until;
  gint64 heads;
} Headcount;

typedef struct
{
  VigieFacts *facts;
  GHashTable *post_rows;
  GArray *posts;
} Months;

static gboolean
read_job (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  Job *job = element;

  job->staff = vigie_statement_get_integer (row, 0);
  job->unit = VIGIE_FACTS_INDEX (reader, units, row, 1);
  job->profession = VIGIE_FACTS_INDEX (reader, professions, row, 2);
  job->starts_on = vigie_statement_get_date (row, 3);
  job->ends_on = vigie_statement_get_date (row, 4);
  if (job->unit < 0 || !reader->facts->units[job->unit].in_scope || job->starts_on > reader->facts->as_of)
    return FALSE;
  /* Who will leave is not known on the day: of the months ahead only what expires is told. */
  if (job->ends_on == VIGIE_DATE_NONE || job->ends_on >= reader->facts->as_of)
    job->ends_on = NEVER;
  return TRUE;
}

static gboolean
read_headcount (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  Headcount *count = element;

  count->unit = VIGIE_FACTS_INDEX (reader, units, row, 0);
  count->profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  count->from = vigie_statement_get_date (row, 2);
  count->until = vigie_statement_get_date (row, 3);
  count->heads = vigie_statement_get_integer (row, 4);
  return count->unit >= 0 && reader->facts->units[count->unit].in_scope && count->from <= reader->facts->as_of;
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

static VigieFactPosts *
find_posts (Months *self, int unit, int profession, gboolean *made)
{
  gsize key = (gsize) unit * self->facts->n_professions + (gsize) profession;
  VigieFactPosts *posts = find_row (self->post_rows, self->posts, key, made);

  posts->unit = unit;
  posts->profession = profession;
  return posts;
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
      month = vigie_facts_calendar_month (&self->facts->origin->calendar, job->ends_on);
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

static int
compare_rows (const VigieFactHistory *a, const VigieFactHistory *b)
{
  if (a->unit != b->unit)
    return a->unit - b->unit;
  return a->profession != b->profession ? a->profession - b->profession : a->module - b->module;
}

/* Counts of those who are known by count on the day, a row a module. */
static VigieFactHistory *
list_counts (const VigieFacts *facts, gsize *n_rows)
{
  const VigieFactCount *counts = facts->origin->counts;
  VigieFactHistory *rows = g_new (VigieFactHistory, facts->origin->n_counts + 1);

  *n_rows = 0;
  for (gsize i = 0; i < facts->origin->n_counts; i++)
    {
      VigieFactHistory row = { counts[i].unit, counts[i].profession, counts[i].module, .counts = &counts[i] };

      if (*n_rows > 0 && compare_rows (&rows[*n_rows - 1], &row) == 0)
        rows[*n_rows - 1].n_counts++;
      else if (is_counted (facts, row.unit, row.profession))
        {
          row.n_counts = 1;
          rows[(*n_rows)++] = row;
        }
    }
  return rows;
}

/* How many of @counted are of no group of @rows; both are in order. */
static gsize
count_new (const VigieFactHistory *rows, gsize n, const VigieFactHistory *counted, gsize n_counted)
{
  gsize at = 0, new = n_counted;

  for (gsize i = 0; i < n_counted; i++)
    {
      while (at < n && compare_rows (&rows[at], &counted[i]) < 0)
        at++;
      new -= at < n &&compare_rows (&rows[at], &counted[i]) == 0 ? 1 : 0;
    }
  return new;
}

/* What was added up and what was counted, both in order; of a group of both the counts tell who holds a module. Where it
 * stands, from its end: it is long. */
static void
merge_counted (VigieFacts *facts)
{
  gsize n_counted, n = facts->n_history, to;
  g_autofree VigieFactHistory *counted = list_counts (facts, &n_counted);

  to = n + count_new (facts->history, n, counted, n_counted);
  facts->history = g_renew (VigieFactHistory, facts->history, to + 1);
  facts->n_history = to;
  while (n_counted > 0)
    {
      const VigieFactHistory *row = &counted[n_counted - 1];
      int order = n > 0 ? compare_rows (&facts->history[n - 1], row) : -1;

      if (order >= 0)
        facts->history[--to] = facts->history[--n];
      else
        facts->history[--to] = *row;
      if (order == 0)
        {
          facts->history[to].counts = row->counts;
          facts->history[to].n_counts = row->n_counts;
        }
      n_counted -= order <= 0 ? 1 : 0;
    }
}

/**
 * vigie_facts_add_history:
 *
 * Adds to the history of staff by reference, which is there, that of those who are counted.
 */
void
vigie_facts_add_history (VigieFacts *facts)
{
  merge_counted (facts);
  vigie_facts_own (facts, facts->history, facts->n_history, sizeof *facts->history);
}

static void
add_posts (Months *self)
{
  const VigieFactsOrigin *origin = self->facts->origin;

  for (gsize i = 0; i < origin->n_posts; i++)
    {
      VigieHistoryMonths months;
      gboolean made;

      vigie_facts_get_history (self->facts, &origin->posts[i], &months);
      memcpy (find_posts (self, origin->posts[i].unit, origin->posts[i].profession, &made)->heads, months.valid,
              sizeof *months.valid * VIGIE_FACTS_MONTHS_BACK);
    }
}

static void
add_headcounts (Months *self, const Headcount *counts, gsize n_counts)
{
  VigieDate ends[VIGIE_FACTS_MONTHS_BACK];

  for (int month = 0; month < VIGIE_FACTS_MONTHS_BACK; month++)
    ends[month] = vigie_facts_month_end (self->facts->as_of, month);
  for (gsize i = 0; i < n_counts; i++)
    {
      VigieFactPosts *posts;
      gboolean made;

      if (!is_counted (self->facts, counts[i].unit, counts[i].profession))
        continue;
      posts = find_posts (self, counts[i].unit, counts[i].profession, &made);
      for (int month = 0; month < VIGIE_FACTS_MONTHS_BACK; month++)
        {
          VigieDate end = ends[month];

          if (made)
            posts->heads[month] = posts->left[month] = -1;
          /* The latest that had begun counts, and none where that one is over. */
          if (counts[i].from <= end)
            posts->heads[month] =
              counts[i].until == VIGIE_DATE_NONE || counts[i].until >= end ? (gint32) counts[i].heads : -1;
        }
    }
}

static int
compare_posts (gconstpointer a, gconstpointer b, gpointer data)
{
  const VigieFactPosts *posts = data;
  const VigieFactPosts *first = &posts[*(const guint *) a];
  const VigieFactPosts *second = &posts[*(const guint *) b];

  return first->unit != second->unit ? first->unit - second->unit : first->profession - second->profession;
}

/* They are long: their places are put in order, and then they are moved once. */
static void
take_posts (VigieFacts *facts, GArray *posts)
{
  g_autofree guint *order = g_new (guint, posts->len + 1);

  for (guint i = 0; i < posts->len; i++)
    order[i] = i;
  g_sort_array (order, posts->len, sizeof *order, compare_posts, posts->data);
  facts->posts = g_new (VigieFactPosts, posts->len + 1);
  facts->n_posts = posts->len;
  for (guint i = 0; i < posts->len; i++)
    facts->posts[i] = g_array_index (posts, VigieFactPosts, order[i]);
  vigie_facts_own (facts, facts->posts, facts->n_posts, sizeof *facts->posts);
}

static const char *
choose_jobs (const VigieFactsReader *self)
{
  if (vigie_facts_is_whole (self))
    return all_jobs_sql;
  return vigie_scope_get_site (self->scope) != NULL ? jobs_of_part_sql : jobs_sql;
}

/**
 * vigie_facts_read_posts:
 *
 * Reads, month by month, how many were in post, and left.
 */
gboolean
vigie_facts_read_posts (VigieFactsReader *self, GError **error)
{
  g_autoptr (GHashTable) post_rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) posts = g_array_sized_new (FALSE, TRUE, sizeof (VigieFactPosts), (guint) self->facts->n_heads + 1);
  g_autofree Job *jobs = NULL;
  g_autofree Headcount *headcounts = NULL;
  gsize n_jobs, n_headcounts;
  Months months = { self->facts, post_rows, posts };

  if (!vigie_facts_read (self, choose_jobs (self), sizeof *jobs, read_job, (gpointer *) &jobs, &n_jobs, error) ||
      !vigie_facts_read (self, vigie_facts_get_headcounts_sql (self), sizeof *headcounts, read_headcount,
                         (gpointer *) &headcounts, &n_headcounts, error))
    return FALSE;
  add_posts (&months);
  add_all_leavers (&months, jobs, n_jobs);
  add_headcounts (&months, headcounts, n_headcounts);
  take_posts (self->facts, posts);
  return TRUE;
}
