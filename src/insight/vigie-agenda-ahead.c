// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Agenda rules on what is to come if things go on, and on how we stand to others.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-overview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-format.h"
#include "vigie-trajectory.h"

#define URGENCY_FALLING 50
#define URGENCY_BENCHMARK 25
/* A fall of less, where coverage is below the target already, may be noise. */
#define LEAST_FALL 0.02
#define YEAR 12

/* The month ahead in which coverage is below the target and lower than today; -1 where it does not fall. */
static int
find_fall (const VigieTrajectory *trajectory)
{
  const VigieCoverage *today = &trajectory->today;
  const double *rates = trajectory->middle.rates;

  if (trajectory->hidden || !trajectory->forecast || !(today->target > 0))
    return -1;
  if (today->rate < today->target)
    return rates[YEAR] <= today->rate - LEAST_FALL ? YEAR : -1;
  for (int month = 0; month < VIGIE_TRAJECTORY_AHEAD; month++)
    if (rates[month] < today->target)
      return month;
  return -1;
}

/*
 * Raised where coverage meets its target and will not within two years, or is below it and will have lost
 * two points more in a year: by expiries, by people who leave, and at the pace of recent trainings (see
 * vigie_trajectory_new()).
 */
void
vigie_agenda_add_falling_coverage (VigieOverview *self)
{
  const VigieWhatIf none = VIGIE_WHAT_IF_NONE;
  g_autofree VigieTrajectory *trajectory = vigie_trajectory_new (self->picture, &none);
  int month = find_fall (trajectory);
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;
  g_autofree char *target = NULL;
  g_autofree char *day = NULL;
  VigieAgendaItem *item;

  if (month < 0)
    return;
  now = vigie_format_percent (trajectory->today.rate, 0);
  then = vigie_format_percent (trajectory->middle.rates[month], 0);
  target = vigie_format_percent (trajectory->today.target, 0);
  item = vigie_agenda_append (self, "falling-coverage", NULL, NULL);
  item->urgency = URGENCY_FALLING;
  item->judgement = VIGIE_JUDGEMENT_WARNING;
  item->due_on = trajectory->ends[VIGIE_TRAJECTORY_BACK + month];
  day = vigie_format_date (item->due_on);
  item->title = g_strdup (_ ("Train faster: coverage falls"));
  /* Translators: %1$s and %3$s are shares now and on the day %2$s, %4$s the target */
  item->reason =
    g_strdup_printf (_ ("It is %1$s now; at the present pace, with what expires and who leaves, it will be "
                        "%3$s on %2$s, for a target of %4$s."),
                     now, day, then, target);
  item->suggestion = g_strdup (_ ("Open more sessions a month, or revise the target."));
  item->people = trajectory->today.gap;
  item->page = "training";
}

static void
add_passed (VigieOverview *self, const VigieFactBenchmark *benchmark, const VigieSurveyPicture *ours)
{
  g_autofree char *share = vigie_format_percent (ours->share, 0);
  g_autofree char *low = vigie_format_percent (ours->low, 0);
  g_autofree char *theirs = vigie_format_percent ((double) benchmark->permille / 1000, 0);
  VigieAgendaItem *item = vigie_agenda_append (self, "benchmark-passed", "benchmark", benchmark->code);

  item->urgency = URGENCY_BENCHMARK;
  item->judgement = VIGIE_JUDGEMENT_NEUTRAL;
  /* Translators: %s is a family of barriers, such as “Cybersecurity” */
  item->title = g_strdup_printf (_ ("Ask why more staff than elsewhere name this barrier: %s"),
                                 vigie_enum_label (VIGIE_TYPE_BARRIER_FAMILY, benchmark->family));
  /* Translators: %1$s of our staff, at least %2$s, and %3$s in the source %4$s */
  item->reason =
    g_strdup_printf (_ ("%1$s of those who answered name it (at least %2$s, 95%% interval), %3$s in: %4$s. "
                        "Both are perceptions."),
                     share, low, theirs, benchmark->source);
  item->suggestion = g_strdup (_ ("Discuss it with those who answered, and check the barriers of that family."));
  item->page = "barriers";
}

static void
gather_passed_benchmarks (VigieOverview *self, guint first)
{
  guint n = self->agenda->len - first;
  g_autofree char *count = vigie_format_integer (n);

  /* Translators: %s is how many */
  vigie_agenda_gather (self, first,
                       ngettext ("Ask why more staff than elsewhere name %s family of barriers",
                                 "Ask why more staff than elsewhere name %s families of barriers", n),
                       count);
}

/*
 * Raised for a family of barriers that more of our staff name than did in a national survey, beyond what
 * chance explains: the lower bound of our share (Wilson, 95 %) is above theirs.
 */
void
vigie_agenda_add_passed_benchmarks (VigieOverview *self)
{
  guint first = self->agenda->len;

  for (gsize i = 0; i < self->facts->n_benchmarks; i++)
    {
      const VigieFactBenchmark *benchmark = &self->facts->benchmarks[i];
      const VigieSurveyPicture *ours;

      if (benchmark->family < 0 || benchmark->permille < 0)
        continue;
      ours = &self->picture->survey[benchmark->family];
      if (!ours->hidden && ours->low > (double) benchmark->permille / 1000)
        add_passed (self, benchmark, ours);
    }
  gather_passed_benchmarks (self, first);
}
