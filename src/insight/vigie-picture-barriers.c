// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What stands in the way: the level of barriers, and what our staff said of them.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vigie-math.h"

#define LOW_UP_TO 4
#define MODERATE_UP_TO 9
#define HIGH_UP_TO 14

/**
 * vigie_level_from_score:
 * @score: likelihood × impact, 1 to 25
 */
VigieLevel
vigie_level_from_score (int score)
{
  if (score <= LOW_UP_TO)
    return VIGIE_LEVEL_LOW;
  if (score <= MODERATE_UP_TO)
    return VIGIE_LEVEL_MODERATE;
  return score <= HIGH_UP_TO ? VIGIE_LEVEL_HIGH : VIGIE_LEVEL_CRITICAL;
}

const char *
vigie_level_label (VigieLevel level)
{
  switch (level)
    {
    case VIGIE_LEVEL_LOW:
      return C_ ("level", "low");
    case VIGIE_LEVEL_MODERATE:
      return C_ ("level", "moderate");
    case VIGIE_LEVEL_HIGH:
      return C_ ("level", "high");
    case VIGIE_LEVEL_CRITICAL:
    default:
      return C_ ("level", "critical");
    }
}

void
vigie_picture_add_barriers (VigiePicture *self)
{
  const VigieFacts *facts = self->facts;

  self->barriers = g_new0 (VigieBarrierPicture, facts->n_barriers);
  for (gsize i = 0; i < facts->n_barriers; i++)
    {
      VigieBarrierPicture *barrier = &self->barriers[i];

      barrier->fact = &facts->barriers[i];
      for (int tier = 0; tier < VIGIE_RATING_TIER_COUNT; tier++)
        {
          barrier->score[tier] = barrier->previous[tier] = -1;
          barrier->rated_on[tier] = VIGIE_DATE_NONE;
        }
    }
  for (gsize i = 0; i < facts->n_ratings; i++)
    {
      const VigieFactRating *rating = &facts->ratings[i];
      VigieBarrierPicture *barrier = &self->barriers[rating->barrier];

      barrier->score[rating->tier] = rating->likelihood * rating->impact;
      barrier->rated_on[rating->tier] = rating->rated_on;
      if (rating->previous_likelihood > 0)
        barrier->previous[rating->tier] = rating->previous_likelihood * rating->previous_impact;
    }
}

/* The parts a survey may have been counted by, from the one that says most at once. */
typedef enum
{
  PART_ALL,
  PART_SITE,
  PART_PROFESSION,
  PART_SITE_AND_PROFESSION,
  N_PARTS,
} SurveyPart;

static SurveyPart
part_of (const VigieFactSurveyResult *result)
{
  if (result->unit < 0)
    return result->profession < 0 ? PART_ALL : PART_PROFESSION;
  return result->profession < 0 ? PART_SITE : PART_SITE_AND_PROFESSION;
}

static gboolean
is_in_scope (const VigieFacts *facts, const VigieFactSurveyResult *result)
{
  if (facts->scope_unit >= 0 && (result->unit < 0 || !facts->units[result->unit].in_scope))
    return FALSE;
  return facts->scope_profession < 0 || result->profession == facts->scope_profession;
}

/*
 * A survey may hold the total, a row a site, a row a profession, or all of them: adding up everything
 * would count people several times, so the first of these that covers the scope is taken alone.
 */
static void
add_family (const VigieFacts *facts, int family, VigieSurveyPicture *survey)
{
  gint64 answers[N_PARTS] = { 0 };
  gint64 named[N_PARTS] = { 0 };

  for (gsize i = 0; i < facts->n_survey_results; i++)
    {
      const VigieFactSurveyResult *result = &facts->survey_results[i];

      if (result->family != family || !is_in_scope (facts, result))
        continue;
      answers[part_of (result)] += result->answers;
      named[part_of (result)] += result->named;
    }
  for (int part = 0; part < N_PARTS; part++)
    if (answers[part] > 0)
      {
        survey->answers = answers[part];
        survey->named = MIN (named[part], answers[part]);
        return;
      }
}

void
vigie_picture_add_survey (VigiePicture *self)
{
  for (int family = 0; family < VIGIE_BARRIER_FAMILY_COUNT; family++)
    {
      VigieSurveyPicture *survey = &self->survey[family];
      VigieInterval interval;

      *survey = (VigieSurveyPicture) { .answers = -1, .share = NAN, .low = NAN, .high = NAN };
      add_family (self->facts, family, survey);
      if (survey->answers <= 0)
        continue;
      interval = vigie_wilson_interval (survey->named, survey->answers);
      survey->share = vigie_ratio (survey->named, survey->answers);
      survey->low = interval.low;
      survey->high = interval.high;
      survey->hidden = survey->answers < self->facts->small_group;
    }
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  return strcmp (((const VigieBlockedValue *) a)->unit, ((const VigieBlockedValue *) b)->unit);
}

static void
add_benefit (const VigieFactBenefit *benefit, GArray *values)
{
  guint at = 0;

  while (at < values->len && !g_str_equal (g_array_index (values, VigieBlockedValue, at).unit, benefit->unit))
    at++;
  if (at == values->len)
    g_array_append_val (values, ((VigieBlockedValue) { .unit = benefit->unit }));
  g_array_index (values, VigieBlockedValue, at).target += benefit->target;
}

/* Benefits are in the order of their deployments. */
static void
add_benefits (const VigieFacts *facts, int deployment, GArray *values)
{
  gsize low = 0, high = facts->n_benefits;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (facts->benefits[middle].deployment < deployment)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < facts->n_benefits && facts->benefits[low].deployment == deployment; low++)
    if (facts->benefits[low].target >= 0)
      add_benefit (&facts->benefits[low], values);
}

static guint
add_blocked (const VigiePicture *self, int system, GArray *values)
{
  gsize n_deployments;
  const int *deployments = vigie_picture_list_deployments (self, system, &n_deployments);
  guint n = 0;

  for (gsize i = 0; i < n_deployments; i++)
    {
      VigieStageGroup group = self->deployments[deployments[i]].group;

      if (group == VIGIE_STAGE_GROUP_PRODUCTION || group == VIGIE_STAGE_GROUP_ENDED)
        continue;
      n++;
      add_benefits (self->facts, deployments[i], values);
    }
  return n;
}

/**
 * vigie_picture_list_blocked:
 * @barrier: index of a barrier
 * @values: (out) (element-type VigieBlockedValue): what the deployments it blocks are to bring, a unit each,
 *   in the order of the units; free it with g_array_unref()
 *
 * A barrier blocks the deployments in scope of the systems that it is recorded to block, until they are in
 * production or have ended. What two barriers block stands beside both.
 *
 * Returns: how many deployments it blocks
 */
guint
vigie_picture_list_blocked (const VigiePicture *self, int barrier, GArray **values)
{
  const VigieFacts *facts = self->facts;
  guint n = 0;

  *values = g_array_new (FALSE, FALSE, sizeof (VigieBlockedValue));
  for (gsize i = 0; i < facts->n_barrier_links; i++)
    {
      const VigieFactBarrierLink *link = &facts->barrier_links[i];

      if (link->barrier == barrier && link->system >= 0 && link->effect == VIGIE_LINK_EFFECT_BLOCKS)
        n += add_blocked (self, link->system, *values);
    }
  g_array_sort (*values, compare_units);
  return n;
}
