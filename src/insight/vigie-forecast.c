// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How many will hold what they must, month by month, if things go on as they are.
 *
 * Of each module, at the end of a month h:
 *
 *   held(h) = known(h) × stay(h) + Σ over months s ≤ h, h − s < validity, of gained(s) × stay(h) ÷ stay(s)
 *
 * known(h) is what is recorded and has not expired by then: exact. stay(h) is the share of people who have not left by
 * then: the product of (1 − turnover), of the first month to the power of what is left of it. gained(h) are the
 * trainings of the month: as many as the pace allows go to those who lack one, to each module in proportion to how many
 * lack it, and never more than lack it:
 *
 *   gained(h) = lacking(h) × min (1, pace × share of the month ÷ Σ lacking(h))
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-forecast.h"

#include <math.h>

/* Enough to tell a pace of a million a month to the thousandth. */
#define HALVINGS 50

static double
share_of_month (const VigieForecast *self, gsize month)
{
  return month == 0 ? self->first_share : 1;
}

/* Which share of those trained in the month @h - 1 is still there at the end of @month. */
static void
list_stays (const VigieForecast *self, gsize month, double *stays)
{
  double stay = 1;

  /* All of them are whole months. */
  for (gsize h = month; h > 0; h--)
    stays[h] = stay *= 1 - self->turnover;
}

/* What those trained in the months before still hold at the end of @month. */
static double
sum_gained (const VigieForecastLine *line, const double *gained, const double *stays, gsize month)
{
  double sum = 0;

  for (gsize h = month; h > 0; h--)
    {
      gsize age = month - (h - 1);

      if (line->validity_months > 0 && age >= (gsize) line->validity_months)
        break;
      sum += gained[h - 1] * stays[h];
    }
  return sum;
}

/**
 * vigie_forecast_run:
 * @held: (out) (array length=n_months): trainings required that are held at the end of each month, all modules together
 */
void
vigie_forecast_run (const VigieForecast *self, double *held)
{
  g_autofree double *gained = g_new0 (double, self->n_lines * self->n_months + 1);
  g_autofree double *lacking = g_new0 (double, self->n_lines + 1);
  g_autofree double *stays = g_new0 (double, self->n_months + 1);
  double stay = 1;

  g_return_if_fail (self->turnover >= 0 && self->turnover <= 1 && self->pace >= 0);

  for (gsize month = 0; month < self->n_months; month++)
    {
      double share = share_of_month (self, month);
      double lack = 0, given;

      stay *= pow (1 - self->turnover, share);
      held[month] = 0;
      list_stays (self, month, stays);
      for (gsize i = 0; i < self->n_lines; i++)
        {
          const VigieForecastLine *line = &self->lines[i];
          double kept = line->known[month] * stay + sum_gained (line, &gained[i * self->n_months], stays, month);

          kept = MIN (kept, line->required[month]);
          lacking[i] = line->required[month] - kept;
          lack += lacking[i];
          held[month] += kept;
        }
      given = lack > 0 ? MIN (1, self->pace * share / lack) : 0;
      for (gsize i = 0; i < self->n_lines; i++)
        gained[i * self->n_months + month] = lacking[i] * given;
      held[month] += lack * given;
    }
}

/**
 * vigie_forecast_find_pace:
 * @month: by the end of which month
 * @held: how many trainings required must be held then
 * @pace: (out): the least pace that reaches it
 *
 * The pace of @self is not read.
 *
 * Returns: whether any pace does
 */
gboolean
vigie_forecast_find_pace (const VigieForecast *self, gsize month, double held, double *pace)
{
  g_autofree double *reached = g_new (double, self->n_months);
  VigieForecast trial = *self;
  double low = 0, high = 1;

  g_return_val_if_fail (month < self->n_months, FALSE);

  /* What comes later changes nothing of it. */
  trial.n_months = month + 1;

  for (trial.pace = high; vigie_forecast_run (&trial, reached), reached[month] < held; trial.pace = high)
    {
      low = high;
      high *= 4;
      if (high > 1e12)
        return FALSE;
    }
  for (int i = 0; i < HALVINGS; i++)
    {
      trial.pace = (low + high) / 2;
      vigie_forecast_run (&trial, reached);
      if (reached[month] < held)
        low = trial.pace;
      else
        high = trial.pace;
    }
  *pace = high;
  return TRUE;
}

/**
 * vigie_forecast_find_first:
 * @rates: (array length=n): at the end of each month
 *
 * Returns: the first month in which @target is reached; −1 where it is in none
 */
gssize
vigie_forecast_find_first (const double *rates, gsize n, double target)
{
  for (gsize month = 0; month < n; month++)
    if (rates[month] >= target - 1e-9)
      return (gssize) month;
  return -1;
}
