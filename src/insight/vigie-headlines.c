// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The few numbers at the top of the overview, each with what it is out of and its change since the last
 * meeting.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-definitions.h"
#include "vigie-overview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-format.h"
#include "vigie-math.h"

typedef VigieMeasure (*MeasureFunc) (const VigiePicture *picture);

typedef enum
{
  MORE_IS_BETTER,
  LESS_IS_BETTER,
  NEITHER,
} Direction;

void
vigie_headline_free (VigieHeadline *headline)
{
  g_free (headline->label);
  g_free (headline->value_text);
  g_free (headline->detail);
  g_free (headline->change_text);
  g_free (headline->definition);
  g_free (headline);
}

static VigieMeasure
measure_in_production (const VigiePicture *picture)
{
  guint ended = vigie_picture_count_systems (picture, VIGIE_STAGE_GROUP_ENDED);

  return (VigieMeasure) {
    .value = picture->n_systems > 0 ? vigie_picture_count_systems (picture, VIGIE_STAGE_GROUP_PRODUCTION) : NAN,
    .total = (gint64) picture->n_systems - ended,
  };
}

static VigieMeasure
measure_exposed (const VigiePicture *picture)
{
  VigieUsers users = vigie_picture_sum_users (picture, VIGIE_STAGE_GROUP_PRODUCTION);

  return (VigieMeasure) {
    .value = users.measured > 0 ? (double) (users.measured - users.trained) : NAN,
    .total = users.measured,
  };
}

static VigieMeasure
measure_coverage (const VigiePicture *picture)
{
  VigieCoverage coverage = vigie_picture_sum_coverage (picture);

  return (VigieMeasure) { .value = coverage.rate, .total = coverage.required };
}

static VigieMeasure
measure_reliable (const VigiePicture *picture)
{
  VigieMeasure measure = { .value = NAN };
  guint reliable = 0, assessed = 0;

  for (gsize i = 0; i < picture->n_systems; i++)
    {
      const VigieSystemPicture *system = &picture->systems[i];

      if (system->group != VIGIE_STAGE_GROUP_PRODUCTION)
        continue;
      measure.total++;
      assessed += !isnan (system->reliability);
      reliable += !isnan (system->reliability) && system->reliability >= VIGIE_RELIABLE_FROM;
    }
  if (assessed > 0)
    measure.value = reliable;
  return measure;
}

static VigieMeasure
measure_safeguards (const VigiePicture *picture)
{
  VigieMeasure measure = { .value = NAN };
  guint lacking = 0;

  for (gsize i = 0; i < picture->facts->n_deployments; i++)
    {
      gboolean recorded;

      if (picture->deployments[i].group != VIGIE_STAGE_GROUP_PRODUCTION)
        continue;
      lacking += vigie_picture_lacks_safeguard (picture, (int) i, &recorded) ? 1 : 0;
      measure.total += recorded ? 1 : 0;
    }
  if (measure.total > 0)
    measure.value = lacking;
  return measure;
}

/* Where go-lives lie ahead but no day of any is recorded, how many come soon is not measured. */
static VigieMeasure
measure_go_lives (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  VigieMeasure measure = { .value = NAN };
  guint ahead = 0, dated = 0, soon = 0;

  for (gsize i = 0; i < facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &picture->deployments[i];
      VigieDate planned = deployment->fact->planned_on;

      if (deployment->group >= VIGIE_STAGE_GROUP_PRODUCTION)
        continue;
      ahead++;
      dated += planned != VIGIE_DATE_NONE;
      if (planned < facts->as_of || planned > facts->as_of + VIGIE_DAYS_AHEAD)
        continue;
      soon++;
      measure.total += !isnan (deployment->readiness) && deployment->readiness >= deployment->target ? 1 : 0;
    }
  if (dated > 0 || (ahead == 0 && facts->n_deployments > 0))
    measure.value = soon;
  return measure;
}

static VigieMeasure
measure_barriers (const VigiePicture *picture)
{
  VigieMeasure measure = { .value = NAN };
  guint high = 0, rated = 0;

  for (gsize i = 0; i < picture->facts->n_barriers; i++)
    {
      const VigieBarrierPicture *barrier = &picture->barriers[i];

      if (!barrier->fact->open)
        continue;
      measure.total++;
      if (barrier->score[VIGIE_RATING_TIER_CURRENT] < 0)
        continue;
      rated++;
      high += vigie_level_from_score (barrier->score[VIGIE_RATING_TIER_CURRENT]) >= VIGIE_LEVEL_HIGH;
    }
  if (rated > 0)
    measure.value = high;
  return measure;
}

static VigieMeasure
measure_overdue (const VigiePicture *picture)
{
  const VigieFacts *facts = picture->facts;
  VigieMeasure measure = { .value = facts->n_actions > 0 ? 0 : NAN };

  for (gsize i = 0; i < facts->n_actions; i++)
    {
      const VigieFactAction *action = &facts->actions[i];

      measure.total += action->open ? 1 : 0;
      measure.value += action->open && action->due_on != VIGIE_DATE_NONE && action->due_on < facts->as_of ? 1 : 0;
    }
  return measure;
}

static char *
detail_of (const char *id, const VigieMeasure *measure)
{
  g_autofree char *total = vigie_format_integer (measure->total);
  gulong n = (gulong) measure->total;

  if (isnan (measure->value))
    return NULL;
  if (g_str_equal (id, "in-production"))
    return g_strdup_printf (ngettext ("of %s system", "of %s systems", n), total);
  if (g_str_equal (id, "exposed-users"))
    return g_strdup_printf (ngettext ("of %s user in production", "of %s users in production", n), total);
  if (g_str_equal (id, "coverage"))
    return g_strdup_printf (ngettext ("of %s required training", "of %s required trainings", n), total);
  if (g_str_equal (id, "reliable-systems"))
    return g_strdup_printf (ngettext ("of %s system in production", "of %s systems in production", n), total);
  if (g_str_equal (id, "safeguards"))
    return g_strdup_printf (ngettext ("of %s deployment in production", "of %s deployments in production", n), total);
  if (g_str_equal (id, "go-live-soon"))
    return g_strdup_printf (ngettext ("of which %s is ready", "of which %s are ready", n), total);
  if (g_str_equal (id, "barriers"))
    return g_strdup_printf (ngettext ("of %s open barrier", "of %s open barriers", n), total);
  return g_strdup_printf (ngettext ("of %s action owed", "of %s actions owed", n), total);
}

static VigieJudgement
judge_change (double change, Direction direction)
{
  if (direction == NEITHER || fabs (change) < 1e-9)
    return VIGIE_JUDGEMENT_NEUTRAL;
  return (change > 0) == (direction == MORE_IS_BETTER) ? VIGIE_JUDGEMENT_GOOD : VIGIE_JUDGEMENT_BAD;
}

static void
add_change (VigieHeadline *headline, double before, VigieDate since, gboolean is_share, Direction direction)
{
  g_autofree char *day = vigie_format_date (since);
  g_autofree char *change = NULL;
  double difference = headline->value - before;

  headline->change = VIGIE_JUDGEMENT_NOT_MEASURED;
  if (isnan (difference))
    return;
  headline->change = judge_change (difference, direction);
  change = is_share ? vigie_format_points (difference, 1) : vigie_format_signed ((gint64) difference);
  if (fabs (difference) < (is_share ? 0.0005 : 0.5))
    /* Translators: %s is a day, that of the last meeting */
    headline->change_text = g_strdup_printf (_ ("unchanged since %s"), day);
  else
    /* Translators: %1$s is a change such as +3, %2$s the day of the last meeting */
    headline->change_text = g_strdup_printf (_ ("%1$s since %2$s"), change, day);
}

typedef struct
{
  const char *id;
  const char *label;
  const char *page;
  MeasureFunc measure;
  gboolean is_share;
  Direction direction;
} HeadlineKind;

/* What is measured is made of nothing else, and that is the very same in both. */
static gboolean
is_same (MeasureFunc measure, const VigiePicture *a, const VigiePicture *b)
{
  gboolean same_systems = a->systems == b->systems, same_deployments = a->deployments == b->deployments;

  if (measure == measure_in_production || measure == measure_reliable)
    return same_systems;
  if (measure == measure_exposed || measure == measure_go_lives || measure == measure_coverage)
    return same_deployments;
  return measure == measure_safeguards && same_deployments && a->facts->safeguards == b->facts->safeguards;
}

static VigieMeasure
measure_once (MeasureFunc measure, const VigiePicture *picture, const VigiePicture *former, const VigieMeasure *known)
{
  return former != NULL && is_same (measure, picture, former) ? *known : measure (picture);
}

static const HeadlineKind kinds[] = {
  { "in-production", NC_ ("headline", "AI systems in production"), "systems", measure_in_production, FALSE, NEITHER },
  { "exposed-users", NC_ ("headline", "Untrained users in production"), "training", measure_exposed, FALSE,
    LESS_IS_BETTER },
  { "coverage", NC_ ("headline", "Required trainings held"), "training", measure_coverage, TRUE, MORE_IS_BETTER },
  { "reliable-systems", NC_ ("headline", "Systems shown to be reliable"), "systems", measure_reliable, FALSE,
    MORE_IS_BETTER },
  { "safeguards", NC_ ("headline", "Deployments lacking a safeguard"), "systems", measure_safeguards, FALSE,
    LESS_IS_BETTER },
  { "go-live-soon", NC_ ("headline", "Go-lives within 90 days"), "systems", measure_go_lives, FALSE, NEITHER },
  { "barriers", NC_ ("headline", "High or critical barriers"), "barriers", measure_barriers, FALSE, LESS_IS_BETTER },
  { "overdue-actions", NC_ ("headline", "Overdue actions"), NULL, measure_overdue, FALSE, LESS_IS_BETTER },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == VIGIE_N_HEADLINES);

/* A count of people is not shown where those it is out of are few. */
static gboolean
is_hidden (const VigieOverview *self, const HeadlineKind *kind, const VigieMeasure *measure)
{
  return (kind->measure == measure_exposed || kind->measure == measure_coverage) && measure->total > 0 &&
         measure->total < self->facts->small_group;
}

static void
add_headline (VigieOverview *self, gsize number)
{
  const HeadlineKind *kind = &kinds[number];
  VigieHeadline *headline = g_new0 (VigieHeadline, 1);
  VigieMeasure now = self->measures[number];

  g_ptr_array_add (self->headlines, headline);
  headline->id = kind->id;
  headline->label = g_strdup (g_dpgettext2 (NULL, "headline", kind->label));
  headline->definition = g_strdup (vigie_definition_get (kind->id));
  headline->page = kind->page;
  headline->change = VIGIE_JUDGEMENT_NOT_MEASURED;
  headline->value = now.value;
  if (isnan (now.value))
    {
      headline->value_text = g_strdup (VIGIE_NOT_MEASURED);
      headline->detail = g_strdup (_ ("not measured"));
    }
  else if (is_hidden (self, kind, &now))
    {
      headline->value = NAN;
      headline->value_text = vigie_overview_dup_people (self, now.total);
      headline->detail = g_strdup (_ ("too few people to be shown"));
    }
  else
    {
      headline->value_text =
        kind->is_share ? vigie_format_percent (now.value, 1) : vigie_format_integer ((gint64) now.value);
      headline->detail = detail_of (kind->id, &now);
      if (self->previous != NULL)
        add_change (headline, self->former_measures[number].value, self->facts->previous_meeting, kind->is_share,
                    kind->direction);
    }
}

/**
 * vigie_overview_add_headlines:
 * @former: (nullable): of the same scope before a change
 *
 * Works out every headline.
 */
void
vigie_overview_add_headlines (VigieOverview *self, const VigieOverview *former)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->measures[i] = measure_once (kinds[i].measure, self->picture, former != NULL ? former->picture : NULL,
                                        former != NULL ? &former->measures[i] : NULL);
      if (self->previous != NULL)
        self->former_measures[i] =
          measure_once (kinds[i].measure, self->previous, former != NULL ? former->previous : NULL,
                        former != NULL ? &former->former_measures[i] : NULL);
      add_headline (self, i);
    }
}
