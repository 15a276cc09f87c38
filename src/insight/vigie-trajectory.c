// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Trainings required and held, month by month: what was, by the requirements and users of the day, so that only people
 * and what they hold changes; and what will be, by vigie-forecast.c.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-trajectory.h"

#include "vigie-forecast.h"
#include "vigie-picture-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "vigie-math.h"

#define N_AHEAD VIGIE_TRAJECTORY_AHEAD
#define N_BACK VIGIE_TRAJECTORY_BACK

/* What is gathered of one cell: its people and holders in every month. */
typedef struct
{
  gint64 required[VIGIE_FACTS_MONTHS];
  gint64 held[VIGIE_FACTS_MONTHS];
  gboolean measured[VIGIE_FACTS_MONTHS];
} Series;

/* What is gathered of one module, for the forecast. */
typedef struct
{
  double required[N_AHEAD];
  double known[N_AHEAD];
  gboolean used;
} ModuleAhead;

typedef struct
{
  const VigiePicture *picture;
  VigieTrajectory *trajectory;
  ModuleAhead *modules; /* one more than there are, for new users */
  gboolean *gains;      /* which rows of the history have trainings that are required */
  gsize at;             /* the row that was found last: cells come in much the same order */
} Gathering;

static int
compare_history (const VigieFactHistory *row, int unit, int profession, int module)
{
  if (row->unit != unit)
    return row->unit - unit;
  return row->profession != profession ? row->profession - profession : row->module - module;
}

static gsize
search_history (const VigieFacts *facts, int unit, int profession, int module)
{
  gsize low = 0, high = facts->n_history;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (compare_history (&facts->history[middle], unit, profession, module) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

#define STEPS_AHEAD 8

static const VigieFactHistory *
find_history (Gathering *self, int unit, int profession, int module)
{
  const VigieFacts *facts = self->picture->facts;
  gsize at = self->at;

  for (int i = 0; i < STEPS_AHEAD && at < facts->n_history; i++, at++)
    if (compare_history (&facts->history[at], unit, profession, module) >= 0)
      break;
  /* Only what comes just after what is less is known to be the first that is not. */
  if (at == self->at || at == facts->n_history || at == self->at + STEPS_AHEAD)
    at = search_history (facts, unit, profession, module);
  self->at = at;
  return at < facts->n_history && compare_history (&facts->history[at], unit, profession, module) == 0
           ? &facts->history[at]
           : NULL;
}

static const VigieFactPosts *
find_posts (const VigieFacts *facts, int unit, int profession)
{
  for (gsize low = 0, high = facts->n_posts; low < high;)
    {
      gsize middle = (low + high) / 2;
      const VigieFactPosts *found = &facts->posts[middle];

      if (found->unit == unit && found->profession == profession)
        return found;
      if (found->unit < unit || (found->unit == unit && found->profession < profession))
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* What began to hold is added up the first time that a row is asked for. */
static void
unpack (Gathering *self, const VigieFactHistory *history, VigieHistoryMonths *months)
{
  const VigieFacts *facts = self->picture->facts;
  gboolean *gained = &self->gains[history - facts->history];

  vigie_facts_get_history (facts, history, months);
  for (int month = 0; !*gained && month < N_BACK; month++)
    self->trajectory->gained[month] += months->gained[month];
  *gained = TRUE;
}

/* People of a unit and profession: what they must hold whatever they use. */
static void
gather_profession (Gathering *self, const VigieCoverageCell *cell, Series *series)
{
  const VigieFacts *facts = self->picture->facts;
  const VigieFactHistory *history = find_history (self, cell->unit, cell->profession, cell->module);
  const VigieFactPosts *posts = find_posts (facts, cell->unit, cell->profession);
  gboolean by_reference = vigie_picture_is_by_reference (self->picture, cell->unit, cell->profession);
  VigieHistoryMonths months;

  if (history != NULL)
    unpack (self, history, &months);
  if (!by_reference)
    self->trajectory->counted += cell->required;
  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    {
      gint64 heads = month >= N_BACK ? cell->required : posts != NULL ? posts->heads[month] : 0;
      gint64 valid = history != NULL ? months.valid[month] : by_reference ? 0 : -1;

      series->measured[month] = heads >= 0 && valid >= 0;
      series->required[month] = heads;
      series->held[month] = MIN (valid, heads);
    }
}

/* Users of a system: of the people from whom they come, as many as there are users. */
static void
gather_users (Gathering *self, const VigieCoverageCell *cell, Series *series)
{
  gsize n;
  const int *units = vigie_picture_list_units (self->picture, cell->unit, &n);

  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    {
      series->measured[month] = TRUE;
      series->required[month] = cell->required;
      series->held[month] = 0;
    }
  for (gsize i = 0; i < n; i++)
    {
      const VigieFactHistory *history = vigie_picture_is_reached (self->picture, cell->unit, units[i])
                                          ? find_history (self, units[i], cell->profession, cell->module)
                                          : NULL;
      VigieHistoryMonths months;

      if (history == NULL)
        continue;
      unpack (self, history, &months);
      for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
        series->held[month] += MAX (months.valid[month], 0);
    }
  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    series->held[month] = MIN (series->held[month], cell->required);
}

static void
add_series (Gathering *self, int module, const Series *series)
{
  VigieTrajectory *trajectory = self->trajectory;
  ModuleAhead *ahead = &self->modules[module];

  ahead->used = TRUE;
  for (int month = 0; month < N_BACK; month++)
    if (series->measured[month])
      {
        trajectory->required[month] = MAX (trajectory->required[month], 0) + series->required[month];
        trajectory->held[month] += series->held[month];
      }
  for (int month = 0; month < N_AHEAD; month++)
    if (series->measured[N_BACK + month])
      {
        ahead->required[month] += (double) series->required[N_BACK + month];
        ahead->known[month] += (double) series->held[N_BACK + month];
      }
}

static void
gather (Gathering *self, gsize from, gsize to)
{
  const VigiePicture *picture = self->picture;

  for (gsize i = from; i < to; i++)
    {
      const VigieCoverageCell *cell = &picture->cells[i];
      Series series;

      if (cell->valid < 0)
        continue;
      if (cell->system < 0)
        gather_profession (self, cell, &series);
      else
        gather_users (self, cell, &series);
      add_series (self, cell->module, &series);
    }
}

/*
 * What professions must hold whatever they use is most of all there is, and stays as it is when a deployment goes on: it
 * is gathered once, and what users must hold is added to a copy.
 */

struct _VigieTrajectoryBase
{
  VigieTrajectory sums;
  ModuleAhead *modules;
  gboolean *gains;
};

static GMutex base_lock;

static void
clear_base (gpointer data)
{
  VigieTrajectoryBase *self = data;

  g_free (self->modules);
  g_free (self->gains);
}

void
vigie_trajectory_base_unref (VigieTrajectoryBase *self)
{
  g_atomic_rc_box_release_full (self, clear_base);
}

/**
 * vigie_trajectory_share:
 * @former: of the same day, whose trajectories another thread may be making
 *
 * Has from @former what the trajectories of both have in common, where that is the same.
 */
void
vigie_trajectory_share (VigiePicture *self, const VigiePicture *former)
{
  const VigieFacts *a = self->facts, *b = former->facts;

  if (!vigie_picture_has_same_people (self, former) || self->requirements != former->requirements ||
      a->history != b->history || a->posts != b->posts || a->as_of != b->as_of)
    return;
  g_mutex_lock (&base_lock);
  if (former->trajectory != NULL)
    self->trajectory = g_atomic_rc_box_acquire (former->trajectory);
  g_mutex_unlock (&base_lock);
}

static VigieTrajectoryBase *
make_base (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  VigieTrajectoryBase *self = g_atomic_rc_box_new0 (VigieTrajectoryBase);
  Gathering gathering = { picture, &self->sums };

  self->modules = gathering.modules = g_new0 (ModuleAhead, facts->n_modules + 1);
  self->gains = gathering.gains = g_new0 (gboolean, facts->n_history + 1);
  for (int month = 0; month < N_BACK; month++)
    self->sums.required[month] = -1;
  gather (&gathering, 0, picture->first_cell[0]);
  return self;
}

/* Two threads may make the same: then one of them is kept. */
static VigieTrajectoryBase *
get_base (const VigiePicture *picture)
{
  VigiePicture *keeper = (VigiePicture *) picture;
  VigieTrajectoryBase *base = NULL;

  g_mutex_lock (&base_lock);
  if (picture->trajectory != NULL)
    base = g_atomic_rc_box_acquire (picture->trajectory);
  g_mutex_unlock (&base_lock);
  if (base != NULL)
    return base;
  base = make_base (picture);
  g_mutex_lock (&base_lock);
  if (keeper->trajectory == NULL)
    keeper->trajectory = g_atomic_rc_box_acquire (base);
  g_mutex_unlock (&base_lock);
  return base;
}

/* Before anything was held nothing was recorded: a history begins with the first training. */
static void
find_first_month (VigieTrajectory *self)
{
  for (self->first_month = 0; self->first_month < N_BACK; self->first_month++)
    if (self->required[self->first_month] > 0 && self->held[self->first_month] > 0)
      return;
}

static void
count_expiring (Gathering *self)
{
  VigieTrajectory *trajectory = self->trajectory;

  for (int month = 0; month < N_AHEAD; month++)
    {
      double before = month == 0 ? (double) trajectory->today.valid : 0, after = 0;

      for (gsize i = 0; i < self->picture->facts->n_modules; i++)
        if (self->modules[i].used)
          {
            before += month > 0 ? self->modules[i].known[month - 1] : 0;
            after += self->modules[i].known[month];
          }
      trajectory->expiring[month] = MAX (llround (before - after), 0);
    }
}

/* Of the people who were in post at the end of each of the months of the pace, those who left in it. */
static double
measure_turnover (const VigieFacts *facts)
{
  gint64 heads = 0, left = 0;
  gboolean ever = FALSE;

  for (gsize i = 0; i < facts->n_posts; i++)
    for (int month = 0; month < N_BACK; month++)
      {
        const VigieFactPosts *posts = &facts->posts[i];

        if (posts->left[month] < 0)
          continue;
        ever |= posts->left[month] > 0;
        if (month < N_BACK - VIGIE_TRAJECTORY_PACE_MONTHS)
          continue;
        heads += posts->heads[month];
        left += posts->left[month];
      }
  return ever ? MIN (vigie_ratio (left, heads), 1) : NAN;
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
measure_pace (VigieTrajectory *self)
{
  double paces[VIGIE_TRAJECTORY_PACE_MONTHS];
  int first = MAX (self->first_month, N_BACK - VIGIE_TRAJECTORY_PACE_MONTHS);
  gsize n = 0;

  for (int month = first; month < N_BACK; month++)
    paces[n++] = (double) self->gained[month];
  self->n_pace_months = (int) n;
  self->forecast = n >= VIGIE_TRAJECTORY_LEAST_MONTHS;
  if (!self->forecast)
    return;
  qsort (paces, n, sizeof *paces, compare_doubles);
  self->slow.pace = vigie_quantile (paces, n, 0.25);
  self->middle.pace = vigie_quantile (paces, n, 0.5);
  self->fast.pace = vigie_quantile (paces, n, 0.75);
}

static gsize
list_lines (const Gathering *self, VigieForecastLine *lines)
{
  const VigieFacts *facts = self->picture->facts;
  gsize n = 0;

  for (gsize i = 0; i <= facts->n_modules; i++)
    if (self->modules[i].used)
      lines[n++] = (VigieForecastLine) {
        .required = self->modules[i].required,
        .known = self->modules[i].known,
        .validity_months = i < facts->n_modules ? (int) MAX (facts->modules[i].validity_months, 0) : 0,
      };
  return n;
}

static double
sum_required (const VigieForecast *forecast, gsize month)
{
  double sum = 0;

  for (gsize i = 0; i < forecast->n_lines; i++)
    sum += forecast->lines[i].required[month];
  return sum;
}

static void
run_case (VigieTrajectoryCase *self, VigieForecast *forecast, double target)
{
  forecast->pace = self->pace;
  vigie_forecast_run (forecast, self->rates);
  for (gsize month = 0; month < N_AHEAD; month++)
    self->rates[month] /= sum_required (forecast, month);
  self->reached = vigie_forecast_find_first (self->rates, N_AHEAD, target);
}

/* The last month that is over by @date; −1 where none ahead is, or all are. */
static gssize
find_month_by (const VigieTrajectory *self, VigieDate date)
{
  gssize found = -1;

  if (date == VIGIE_DATE_NONE || date > self->ends[VIGIE_FACTS_MONTHS - 1] + 31)
    return -1;
  for (gssize month = 0; month < N_AHEAD; month++)
    if (self->ends[N_BACK + month] <= date)
      found = month;
  return found;
}

/* People who will have to hold one training more, from the end of the month of the day on. */
static void
add_new_users (Gathering *self, const VigieWhatIf *what_if)
{
  ModuleAhead *added = &self->modules[self->picture->facts->n_modules];

  for (int month = 0; month < N_AHEAD; month++)
    if (what_if->new_users_on == VIGIE_DATE_NONE || what_if->new_users_on <= self->trajectory->ends[N_BACK + month])
      added->required[month] = what_if->new_users;
  added->used = what_if->new_users > 0;
}

static void
forecast_ahead (Gathering *self, const VigieWhatIf *what_if)
{
  VigieTrajectory *trajectory = self->trajectory;
  g_autofree VigieForecastLine *lines = g_new0 (VigieForecastLine, self->picture->facts->n_modules + 1);
  VigieDate as_of = self->picture->facts->as_of;
  VigieDate end = trajectory->ends[N_BACK];
  double target = trajectory->today.target;
  VigieForecast forecast = {
    .lines = lines,
    .n_lines = list_lines (self, lines),
    .n_months = N_AHEAD,
    .first_share = (double) (end - as_of) / (end + 1 - vigie_date_month_start (as_of)),
    .turnover = isnan (trajectory->turnover) ? 0 : trajectory->turnover,
  };

  run_case (&trajectory->slow, &forecast, target);
  run_case (&trajectory->middle, &forecast, target);
  run_case (&trajectory->fast, &forecast, target);
  add_new_users (self, what_if);
  forecast.n_lines = list_lines (self, lines);
  trajectory->asked = what_if->new_users > 0 || what_if->more_sessions * what_if->seats > 0;
  trajectory->changed.pace = trajectory->middle.pace + what_if->more_sessions * what_if->seats;
  run_case (&trajectory->changed, &forecast, target);
  trajectory->needed_by = find_month_by (trajectory, what_if->target_date);
  if (trajectory->needed_by >= 0 &&
      !vigie_forecast_find_pace (&forecast, (gsize) trajectory->needed_by,
                                 target * sum_required (&forecast, (gsize) trajectory->needed_by),
                                 &trajectory->needed_pace))
    trajectory->needed_pace = NAN;
}

static gint64
count_people (const VigieFacts *facts)
{
  gint64 people = 0;

  for (gsize i = 0; i < facts->n_heads; i++)
    people += facts->heads[i].heads;
  return people;
}

/**
 * vigie_trajectory_new:
 * @picture: of the day
 * @what_if: what is assumed beyond things going on as they are
 *
 * Returns: (transfer full): how trainings were held and will be; free with g_free()
 */
VigieTrajectory *
vigie_trajectory_new (const VigiePicture *picture, const VigieWhatIf *what_if)
{
  const VigieFacts *facts = picture->facts;
  VigieTrajectoryBase *base = get_base (picture);
  VigieTrajectory *self = g_memdup2 (&base->sums, sizeof base->sums);
  g_autofree ModuleAhead *modules = g_memdup2 (base->modules, (facts->n_modules + 1) * sizeof *modules);
  g_autofree gboolean *gains = g_memdup2 (base->gains, (facts->n_history + 1) * sizeof *gains);
  Gathering gathering = { picture, self, modules, gains };

  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    self->ends[month] = vigie_facts_month_end (facts->as_of, month);
  for (int month = 0; month < N_AHEAD; month++)
    self->slow.rates[month] = self->middle.rates[month] = self->fast.rates[month] = self->changed.rates[month] = NAN;
  self->slow.reached = self->middle.reached = self->fast.reached = self->changed.reached = -1;
  self->needed_by = -1;
  self->needed_pace = NAN;
  self->today = vigie_picture_sum_coverage (picture, NULL, NULL);
  self->hidden = count_people (facts) > 0 && count_people (facts) < facts->small_group;
  gather (&gathering, picture->first_cell[0], picture->n_cells);
  vigie_trajectory_base_unref (base);
  find_first_month (self);
  count_expiring (&gathering);
  self->turnover = measure_turnover (facts);
  measure_pace (self);
  if (self->today.required == 0)
    self->forecast = FALSE;
  if (self->forecast)
    forecast_ahead (&gathering, what_if);
  return self;
}
