// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a trajectory says: one whole sentence a matter, one after the other.
 */

#define G_LOG_DOMAIN "vigie-figure"

#include "vigie-figure-trajectory-private.h"

#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_BACK VIGIE_TRAJECTORY_BACK
#define N_AHEAD VIGIE_TRAJECTORY_AHEAD
#define YEAR_MONTHS 12

static gboolean
is_met_today (const VigieTrajectory *trajectory)
{
  return trajectory->today.rate >= trajectory->today.target - 1e-9;
}

static char *
dup_month (const VigieTrajectory *trajectory, gssize month)
{
  return vigie_format_month (trajectory->ends[N_BACK + month]);
}

/* The first month in which a target that is met today is met no more; −1 where it always is. */
static gssize
find_fall (const VigieTrajectory *trajectory)
{
  for (gssize month = 0; month < N_AHEAD; month++)
    if (trajectory->middle.rates[month] < trajectory->today.target - 1e-9)
      return month;
  return -1;
}

static char *
tell_met (const VigieTrajectory *trajectory)
{
  gssize fall = find_fall (trajectory);
  g_autofree char *rate = vigie_format_percent (trajectory->today.rate, 0);
  g_autofree char *target = vigie_format_percent (trajectory->today.target, 0);
  g_autofree char *month = dup_month (trajectory, fall >= 0 ? fall : N_AHEAD - 1);

  if (fall < 0)
    /* Translators: %1$s and %2$s are shares, %3$s a month */
    return g_strdup_printf (
      _ ("The training target of %2$s is met (%1$s held) and, at this pace, stays so until %3$s."), rate, target,
      month);
  /* Translators: %1$s and %2$s are shares, %3$s a month */
  return g_strdup_printf (_ ("The training target of %2$s is met (%1$s held), but at this pace no more in %3$s."), rate,
                          target, month);
}

static char *
tell_reached (const VigieTrajectory *trajectory)
{
  g_autofree char *rate = vigie_format_percent (trajectory->today.rate, 0);
  g_autofree char *target = vigie_format_percent (trajectory->today.target, 0);
  g_autofree char *month = dup_month (trajectory, trajectory->middle.reached);
  g_autofree char *early =
    trajectory->fast.reached >= 0 ? dup_month (trajectory, trajectory->fast.reached) : g_strdup (month);
  g_autofree char *late = trajectory->slow.reached >= 0 ? dup_month (trajectory, trajectory->slow.reached) : NULL;

  if (trajectory->fast.reached == trajectory->slow.reached)
    /* Translators: %1$s and %2$s are shares, %3$s a month */
    return g_strdup_printf (_ ("At this pace the training target of %2$s (today %1$s) is reached in %3$s."), rate,
                            target, month);
  if (late == NULL)
    /* Translators: %1$s and %2$s are shares, the others months */
    return g_strdup_printf (_ ("At this pace the training target of %2$s (today %1$s) is reached in %3$s; with slow "
                               "months not within two years, with fast ones in %4$s."),
                            rate, target, month, early);
  /* Translators: %1$s and %2$s are shares, the others months */
  return g_strdup_printf (_ ("At this pace the training target of %2$s (today %1$s) is reached in %3$s; in %4$s with "
                             "fast months, in %5$s with slow ones."),
                          rate, target, month, early, late);
}

static char *
tell_missed (const VigieTrajectory *trajectory)
{
  g_autofree char *rate = vigie_format_percent (trajectory->today.rate, 0);
  g_autofree char *target = vigie_format_percent (trajectory->today.target, 0);
  g_autofree char *month = dup_month (trajectory, N_AHEAD - 1);
  g_autofree char *last = vigie_format_percent (trajectory->middle.rates[N_AHEAD - 1], 0);

  /* Translators: %1$s, %2$s and %4$s are shares, %3$s a month */
  return g_strdup_printf (
    _ ("At this pace the training target of %2$s (today %1$s) is not reached by %3$s: %4$s then."), rate, target, month,
    last);
}

static char *
tell_expiring (const VigieTrajectory *trajectory)
{
  g_autofree char *count = NULL;
  gint64 sum = 0;

  for (int month = 0; month <= YEAR_MONTHS; month++)
    sum += trajectory->expiring[month];
  if (sum == 0)
    return g_strdup (_ ("No training held today expires within 12 months."));
  count = vigie_format_integer (sum);
  /* Translators: %s is a number of trainings */
  return g_strdup_printf (ngettext ("%s training held today expires within 12 months.",
                                    "%s trainings held today expire within 12 months.", (gulong) sum),
                          count);
}

/* What pace the day to watch asks for, where the present one falls short of it. */
static char *
tell_needed (const VigieTrajectoryAnswer *data)
{
  const VigieTrajectory *trajectory = data->trajectory;
  g_autofree char *day = NULL;
  g_autofree char *needed = NULL;
  g_autofree char *pace = NULL;

  if (trajectory->needed_by < 0 || isnan (trajectory->needed_pace) ||
      trajectory->needed_pace <= trajectory->middle.pace)
    return NULL;
  day = vigie_format_date (data->what_if.target_date);
  needed = vigie_format_integer ((gint64) ceil (trajectory->needed_pace));
  pace = vigie_figure_format_count (trajectory->middle.pace, NULL);
  /* Translators: %1$s is a day, %2$s and %3$s are numbers of trainings */
  return g_strdup_printf (_ ("To reach it by %1$s takes %2$s trainings a month instead of %3$s."), day, needed, pace);
}

static char *
tell_changed (const VigieTrajectoryAnswer *data)
{
  const VigieTrajectory *trajectory = data->trajectory;
  g_autofree char *month = NULL;
  g_autofree char *last = NULL;

  if (!trajectory->asked)
    return NULL;
  if (trajectory->changed.reached >= 0)
    {
      month = dup_month (trajectory, trajectory->changed.reached);
      /* Translators: %s is a month */
      return g_strdup_printf (_ ("With what is assumed: in %s."), month);
    }
  month = dup_month (trajectory, N_AHEAD - 1);
  last = vigie_format_percent (trajectory->changed.rates[N_AHEAD - 1], 0);
  /* Translators: %1$s is a month, %2$s a share */
  return g_strdup_printf (_ ("With what is assumed: not by %1$s, %2$s then."), month, last);
}

static char *
tell_forecast (const VigieTrajectoryAnswer *data)
{
  const VigieTrajectory *trajectory = data->trajectory;
  g_autofree char *answer = is_met_today (trajectory)         ? tell_met (trajectory)
                            : trajectory->middle.reached >= 0 ? tell_reached (trajectory)
                                                              : tell_missed (trajectory);
  g_autofree char *changed = tell_changed (data);
  g_autofree char *needed = tell_needed (data);
  g_autofree char *expiring = tell_expiring (trajectory);
  g_autoptr (GString) sentence = g_string_new (answer);

  /* Whole sentences, one after the other. */
  if (changed != NULL)
    g_string_append_printf (sentence, " %s", changed);
  if (needed != NULL)
    g_string_append_printf (sentence, " %s", needed);
  g_string_append_printf (sentence, " %s", expiring);
  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

/**
 * vigie_trajectory_tell_no_forecast:
 *
 * Returns: (transfer full): why there is no forecast
 */
char *
vigie_trajectory_tell_no_forecast (void)
{
  g_autofree char *least = vigie_format_integer (VIGIE_TRAJECTORY_LEAST_MONTHS);

  /* Translators: %s is a number of months, more than one */
  return g_strdup_printf (_ ("Fewer than %s whole months of training are recorded: too few for a forecast."), least);
}

/**
 * vigie_trajectory_tell:
 *
 * Returns: (transfer full): when the target is reached, what that takes, and what expires
 */
char *
vigie_trajectory_tell (const VigieTrajectoryAnswer *data)
{
  const VigieTrajectory *trajectory = data->trajectory;
  g_autofree char *reason = NULL;
  g_autofree char *expiring = NULL;

  if (trajectory->today.required + trajectory->today.not_measured == 0)
    return g_strdup (_ ("No training requirement applies to anybody recorded here."));
  if (trajectory->hidden)
    return g_strdup (_ ("The group is too small for its trainings to be shown."));
  if (isnan (trajectory->today.rate))
    return g_strdup (_ ("Whether the trainings required are held is not measured."));
  if (trajectory->forecast)
    return tell_forecast (data);
  reason = vigie_trajectory_tell_no_forecast ();
  expiring = tell_expiring (trajectory);
  return g_strconcat (reason, " ", expiring, NULL);
}
