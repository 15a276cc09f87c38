// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Trainings required and held, month by month: what was, by the requirements and users of the day, so that only people
 * and what they hold changes; and what will be, by vigie-forecast.c.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-trajectory-private.h"

#include "vigie-forecast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "vigie-math.h"

#define N_AHEAD VIGIE_TRAJECTORY_AHEAD
#define N_BACK VIGIE_TRAJECTORY_BACK

/* Before anything was held nothing was recorded: a history begins with the first training. */
static void
find_first_month (VigieTrajectory *self)
{
  for (self->first_month = 0; self->first_month < N_BACK; self->first_month++)
    if (self->required[self->first_month] > 0 && self->held[self->first_month] > 0)
      return;
}

/* One trajectory as it is made. */
typedef struct
{
  const VigieFacts *facts;
  const VigieTrajectoryBase *base;
  VigieTrajectory *trajectory;
  VigieModulesAhead added; /* for new users */
} Making;

static void
count_expiring (const Making *self)
{
  VigieTrajectory *trajectory = self->trajectory;
  double before = (double) trajectory->today.valid;

  for (int month = 0; month < N_AHEAD; month++)
    {
      double after = 0;

      for (guint i = 0; i < self->base->ahead->len; i++)
        after += g_array_index (self->base->ahead, VigieModulesAhead, i).known[month];
      trajectory->expiring[month] = MAX (llround (before - after), 0);
      before = after;
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
list_lines (const Making *self, VigieForecastLine *lines)
{
  guint n_ahead = self->base->ahead->len;
  gsize n = 0;

  for (guint i = 0; i <= n_ahead; i++)
    {
      const VigieModulesAhead *ahead =
        i < n_ahead ? &g_array_index (self->base->ahead, VigieModulesAhead, i) : &self->added;

      if (ahead->n_cells > 0)
        lines[n++] = (VigieForecastLine) {
          .required = ahead->required,
          .known = ahead->known,
          .validity_months = ahead->validity_months,
        };
    }
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
add_new_users (Making *self, const VigieWhatIf *what_if)
{
  for (int month = 0; month < N_AHEAD; month++)
    if (what_if->new_users_on == VIGIE_DATE_NONE || what_if->new_users_on <= self->trajectory->ends[N_BACK + month])
      self->added.required[month] = what_if->new_users;
  self->added.n_cells = what_if->new_users > 0 ? 1 : 0;
}

static void
forecast_ahead (Making *self, const VigieWhatIf *what_if)
{
  VigieTrajectory *trajectory = self->trajectory;
  g_autofree VigieForecastLine *lines = g_new0 (VigieForecastLine, self->base->ahead->len + 1);
  VigieDate as_of = self->facts->as_of;
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

static void
take_sums (VigieTrajectory *self, const VigieTrajectoryBase *base)
{
  memcpy (self->held, base->held, sizeof self->held);
  memcpy (self->gained, base->gained, sizeof self->gained);
  self->counted = base->counted;
  for (int month = 0; month < N_BACK; month++)
    self->required[month] = base->n_measured[month] > 0 ? base->required[month] : -1;
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
  VigieTrajectoryBase *base = vigie_trajectory_get_base (picture);
  VigieTrajectory *self = g_new0 (VigieTrajectory, 1);
  Making making = { .facts = facts, .base = base, .trajectory = self };

  for (int month = 0; month < VIGIE_FACTS_MONTHS; month++)
    self->ends[month] = vigie_facts_month_end (facts->as_of, month);
  for (int month = 0; month < N_AHEAD; month++)
    self->slow.rates[month] = self->middle.rates[month] = self->fast.rates[month] = self->changed.rates[month] = NAN;
  self->slow.reached = self->middle.reached = self->fast.reached = self->changed.reached = -1;
  self->needed_by = -1;
  self->needed_pace = NAN;
  self->today = vigie_picture_sum_coverage (picture);
  self->hidden = count_people (facts) > 0 && count_people (facts) < facts->small_group;
  take_sums (self, base);
  find_first_month (self);
  count_expiring (&making);
  self->turnover = measure_turnover (facts);
  measure_pace (self);
  if (self->today.required == 0)
    self->forecast = FALSE;
  if (self->forecast)
    forecast_ahead (&making, what_if);
  vigie_trajectory_base_unref (base);
  return self;
}
