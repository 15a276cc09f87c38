// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The judgement on a system: whether it deserves trust, and why not. It goes by the same bounds as the map of trust.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-dossier-private.h"

#include "vigie-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  PILLAR_UNKNOWN,
  PILLAR_SHORT,
  PILLAR_STANDS,
} Pillar;

static Pillar
judge_users (const VigieDossier *self)
{
  if (isnan (self->target))
    return PILLAR_STANDS;
  if (vigie_dossier_hides_users (self) || isnan (self->numbers->users.competence))
    return PILLAR_UNKNOWN;
  return self->numbers->users.competence >= self->target ? PILLAR_STANDS : PILLAR_SHORT;
}

static Pillar
judge_reliability (const VigieDossier *self)
{
  if (isnan (self->numbers->reliability))
    return PILLAR_UNKNOWN;
  return self->numbers->reliability >= VIGIE_RELIABLE_FROM ? PILLAR_STANDS : PILLAR_SHORT;
}

static char *
dup_in_use (const VigieDossier *self, Pillar users, Pillar reliability)
{
  g_autofree char *competence = vigie_format_percent (self->numbers->users.competence, 0);
  g_autofree char *target = vigie_format_percent (self->target, 0);
  g_autofree char *score = vigie_format_percent (self->numbers->reliability, 0);
  g_autofree char *bound = vigie_format_percent (VIGIE_RELIABLE_FROM, 0);

  if (users == PILLAR_SHORT && reliability == PILLAR_SHORT)
    /* Translators: of an AI system: shares of trained users and target, evidence of reliability and the least of it */
    return g_strdup_printf (_ ("Its users must be trained (%1$s are, target %2$s) and it must be assessed (evidence of "
                               "reliability %3$s, reliable from %4$s)."),
                            competence, target, score, bound);
  if (users == PILLAR_SHORT)
    return g_strdup_printf (reliability == PILLAR_STANDS
                              /* Translators: of an AI system: the share of its users who are trained, and the target */
                              ? _ ("It is shown to be reliable, but its users must be trained: %1$s are, for a target "
                                   "of %2$s.")
                              : _ ("Its users must be trained: %1$s are, for a target of %2$s. Whether it is reliable "
                                   "is not measured."),
                            competence, target);
  if (reliability == PILLAR_SHORT)
    return g_strdup_printf (
      users == PILLAR_STANDS
        /* Translators: of an AI system: its evidence of reliability, and the least that counts */
        ? _ ("Its users are trained, but it must be assessed: its evidence of reliability comes to "
             "%1$s, reliable from %2$s.")
        : _ ("It must be assessed: its evidence of reliability comes to %1$s, reliable from %2$s. "
             "Whether its users are trained is not measured."),
      score, bound);
  if (users == PILLAR_STANDS && reliability == PILLAR_STANDS)
    return g_strdup_printf (
      _ ("It stands on both pillars: its users are trained, and its evidence of reliability comes "
         "to %s."),
      score);
  if (users == PILLAR_STANDS)
    return g_strdup (_ ("Its users are trained, but whether it is reliable is not measured."));
  if (reliability == PILLAR_STANDS)
    return g_strdup (_ ("It is shown to be reliable, but whether its users are trained is not measured."));
  return g_strdup (
    _ ("The trust that it deserves is not measured: neither its reliability nor the training of its users "
       "is known."));
}

/* A kind that is due and recorded as missing or in progress anywhere counts once. */
static guint
count_lacking (const VigieDossier *self)
{
  guint lacking = 0;

  for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
    for (guint i = 0; i < self->deployments->len; i++)
      {
        const VigieDossierDeployment *deployment = g_ptr_array_index (self->deployments, i);
        VigieStageGroup group = self->picture->deployments[deployment->index].group;
        VigieDuty duty = vigie_picture_duty (self->picture, deployment->index, (VigieSafeguardKind) kind);

        if ((group != VIGIE_STAGE_GROUP_PRODUCTION && group != VIGIE_STAGE_GROUP_PILOT) ||
            (duty.state != VIGIE_DUTY_MISSING && duty.state != VIGIE_DUTY_IN_PROGRESS))
          continue;
        lacking++;
        break;
      }
  return lacking;
}

static void
judge_in_use (VigieDossier *self)
{
  Pillar users = judge_users (self);
  Pillar reliability = judge_reliability (self);
  guint lacking = count_lacking (self);
  g_autofree char *count = vigie_format_integer (lacking);
  g_autofree char *pillars = dup_in_use (self, users, reliability);
  g_autofree char *safeguards = g_strdup_printf (
    ngettext ("%s safeguard that is due is not in place.", "%s safeguards that are due are not in place.", lacking),
    count);

  if (users == PILLAR_SHORT || reliability == PILLAR_SHORT || lacking > 0)
    self->judgement =
      users == PILLAR_SHORT && reliability == PILLAR_SHORT ? VIGIE_JUDGEMENT_BAD : VIGIE_JUDGEMENT_WARNING;
  else if (users == PILLAR_UNKNOWN || reliability == PILLAR_UNKNOWN)
    self->judgement = VIGIE_JUDGEMENT_NOT_MEASURED;
  else
    self->judgement = VIGIE_JUDGEMENT_GOOD;
  if (lacking == 0)
    self->sentence = g_steal_pointer (&pillars);
  else
    /* Translators: two sentences, one after the other */
    self->sentence = g_strdup_printf (C_ ("sentences", "%1$s %2$s"), pillars, safeguards);
}

/* The go-live that comes first. */
static VigieDate
find_go_live (const VigieDossier *self)
{
  VigieDate first = VIGIE_DATE_NONE;

  for (guint i = 0; i < self->deployments->len; i++)
    {
      const VigieDossierDeployment *deployment = g_ptr_array_index (self->deployments, i);
      VigieDate planned = self->picture->facts->deployments[deployment->index].planned_on;

      if (self->picture->deployments[deployment->index].group != VIGIE_STAGE_GROUP_ENDED &&
          planned != VIGIE_DATE_NONE && (first == VIGIE_DATE_NONE || planned < first))
        first = planned;
    }
  return first;
}

static char *
dup_not_in_use (const VigieDossier *self)
{
  VigieDate go_live = find_go_live (self);
  g_autofree char *day = go_live != VIGIE_DATE_NONE ? vigie_format_date (go_live) : NULL;

  switch (self->numbers->group)
    {
    case VIGIE_STAGE_GROUP_SUSPENDED:
      return g_strdup (_ ("It is suspended: nobody uses it."));
    case VIGIE_STAGE_GROUP_ENDED:
      return g_strdup (_ ("It is no longer used."));
    case VIGIE_STAGE_GROUP_UNKNOWN:
      return g_strdup (_ ("How far it is was not recorded."));
    case VIGIE_STAGE_GROUP_STUDY:
    case VIGIE_STAGE_GROUP_PREPARATION:
    case VIGIE_STAGE_GROUP_PILOT:
    case VIGIE_STAGE_GROUP_PRODUCTION:
    default:
      if (day == NULL)
        return g_strdup (_ ("It is not in use yet, and no day is planned for it."));
      return g_strdup_printf (go_live >= self->picture->facts->as_of
                                /* Translators: %s is a day */
                                ? _ ("It is not in use yet: its go-live is planned for %s.")
                                : _ ("It is not in use yet, although its go-live was planned for %s."),
                              day);
    }
}

/**
 * vigie_dossier_add_sentence:
 *
 * Judges the system.
 */
void
vigie_dossier_add_sentence (VigieDossier *self)
{
  if (self->numbers == NULL)
    {
      self->judgement = VIGIE_JUDGEMENT_NEUTRAL;
      self->sentence = g_strdup (_ ("It is not deployed in what is looked at."));
    }
  else if (vigie_dossier_is_in_use (self) && self->numbers->fact->ai_act_class == VIGIE_AI_ACT_CLASS_PROHIBITED)
    {
      self->judgement = VIGIE_JUDGEMENT_BAD;
      self->sentence = g_strdup (_ ("It is in use, and its class is prohibited by article 5 of the AI Act."));
    }
  else if (vigie_dossier_is_in_use (self))
    judge_in_use (self);
  else
    {
      self->judgement = VIGIE_JUDGEMENT_NEUTRAL;
      self->sentence = dup_not_in_use (self);
    }
}
