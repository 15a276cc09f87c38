// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How far deployments and systems are, and where.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-math.h"

/**
 * vigie_stage_group:
 * @stage: a #VigieStage, or −1 where none was recorded
 */
VigieStageGroup
vigie_stage_group (int stage)
{
  static const VigieStageGroup groups[VIGIE_STAGE_COUNT] = {
    [VIGIE_STAGE_IDEA] = VIGIE_STAGE_GROUP_STUDY,          [VIGIE_STAGE_STUDY] = VIGIE_STAGE_GROUP_STUDY,
    [VIGIE_STAGE_PROCURE] = VIGIE_STAGE_GROUP_PREPARATION, [VIGIE_STAGE_BUILD] = VIGIE_STAGE_GROUP_PREPARATION,
    [VIGIE_STAGE_PILOT] = VIGIE_STAGE_GROUP_PILOT,         [VIGIE_STAGE_VALIDATION] = VIGIE_STAGE_GROUP_PILOT,
    [VIGIE_STAGE_LIVE] = VIGIE_STAGE_GROUP_PRODUCTION,     [VIGIE_STAGE_RESTRICTED] = VIGIE_STAGE_GROUP_PRODUCTION,
    [VIGIE_STAGE_SUSPENDED] = VIGIE_STAGE_GROUP_SUSPENDED, [VIGIE_STAGE_RETIRED] = VIGIE_STAGE_GROUP_ENDED,
    [VIGIE_STAGE_REJECTED] = VIGIE_STAGE_GROUP_ENDED,
  };

  g_return_val_if_fail (stage < VIGIE_STAGE_COUNT, VIGIE_STAGE_GROUP_UNKNOWN);

  return stage >= 0 ? groups[stage] : VIGIE_STAGE_GROUP_UNKNOWN;
}

/**
 * vigie_stage_group_nick:
 *
 * Returns: (transfer none): its stable name in CSV and JSON
 */
const char *
vigie_stage_group_nick (VigieStageGroup group)
{
  static const char *const nicks[VIGIE_N_STAGE_GROUPS] = {
    "study", "preparation", "pilot", "production", "suspended", "ended", "unknown",
  };

  return nicks[group];
}

const char *
vigie_stage_group_label (VigieStageGroup group)
{
  switch (group)
    {
    case VIGIE_STAGE_GROUP_STUDY:
      return C_ ("stage group", "Under study");
    case VIGIE_STAGE_GROUP_PREPARATION:
      return C_ ("stage group", "In preparation");
    case VIGIE_STAGE_GROUP_PILOT:
      return C_ ("stage group", "In pilot");
    case VIGIE_STAGE_GROUP_PRODUCTION:
      return C_ ("stage group", "In production");
    case VIGIE_STAGE_GROUP_SUSPENDED:
      return C_ ("stage group", "Suspended");
    case VIGIE_STAGE_GROUP_ENDED:
      return C_ ("stage group", "Retired or rejected");
    case VIGIE_STAGE_GROUP_UNKNOWN:
    default:
      return C_ ("stage group", "Stage not recorded");
    }
}

void
vigie_picture_add_deployments (VigiePicture *self)
{
  const VigieFacts *facts = self->facts;

  self->deployments = g_atomic_rc_box_alloc0 ((facts->n_deployments + 1) * sizeof *self->deployments);
  for (gsize i = 0; i < facts->n_deployments; i++)
    {
      VigieDeploymentPicture *deployment = &self->deployments[i];

      deployment->fact = &facts->deployments[i];
      deployment->system = &facts->systems[facts->deployments[i].system];
      deployment->group = vigie_stage_group (facts->deployments[i].stage);
      deployment->users = (VigieUsers) { .users = -1, .competence = NAN };
      deployment->target = NAN;
      deployment->readiness = NAN;
    }
}

/* A system is as far as its furthest deployment; one that still runs somewhere has not ended. */
static int
rank (VigieStageGroup group)
{
  static const int ranks[VIGIE_N_STAGE_GROUPS] = {
    [VIGIE_STAGE_GROUP_PRODUCTION] = 6, [VIGIE_STAGE_GROUP_PILOT] = 5,     [VIGIE_STAGE_GROUP_PREPARATION] = 4,
    [VIGIE_STAGE_GROUP_STUDY] = 3,      [VIGIE_STAGE_GROUP_SUSPENDED] = 2, [VIGIE_STAGE_GROUP_ENDED] = 1,
    [VIGIE_STAGE_GROUP_UNKNOWN] = 0,
  };

  return ranks[group];
}

static gboolean
is_in_use (VigieStageGroup group)
{
  return group == VIGIE_STAGE_GROUP_PILOT || group == VIGIE_STAGE_GROUP_PRODUCTION;
}

/**
 * vigie_users_finish:
 *
 * Works out the rate once all people are added up.
 */
void
vigie_users_finish (VigieUsers *users)
{
  users->competence = vigie_ratio (users->trained, users->measured);
}

static void
add_users (VigieUsers *sum, const VigieUsers *users)
{
  if (users->users < 0)
    return;
  sum->users = MAX (sum->users, 0) + users->users;
  sum->measured += users->measured;
  sum->trained += users->trained;
}

static void
add_deployment (VigieSystemPicture *system, const VigieDeploymentPicture *deployment)
{
  if (rank (deployment->group) > rank (system->group))
    system->group = deployment->group;
  system->n_deployments++;
  if (deployment->group == VIGIE_STAGE_GROUP_PRODUCTION)
    system->n_in_production++;
  if (is_in_use (deployment->group))
    add_users (&system->users, &deployment->users);
}

/* In a part of the organisation, or for a profession, only systems that are deployed there are seen. */
static gboolean
is_seen (const VigieFacts *facts, const VigieSystemPicture *system)
{
  return system->n_deployments > 0 ||
         (system->fact->undeployed && facts->scope_unit < 0 && facts->scope_profession < 0);
}

void
vigie_picture_add_systems (VigiePicture *self)
{
  const VigieFacts *facts = self->facts;

  self->systems = g_atomic_rc_box_alloc0 ((facts->n_systems + 1) * sizeof *self->systems);
  for (gsize i = 0; i < facts->n_systems; i++)
    self->systems[i] = (VigieSystemPicture) {
      .fact = &facts->systems[i],
      .group = VIGIE_STAGE_GROUP_UNKNOWN,
      .users = { .users = -1, .competence = NAN },
    };
  for (gsize i = 0; i < facts->n_deployments; i++)
    add_deployment (&self->systems[facts->deployments[i].system], &self->deployments[i]);
  for (gsize i = 0; i < facts->n_systems; i++)
    {
      VigieSystemPicture *system = &self->systems[i];

      if (!is_seen (facts, system))
        continue;
      vigie_users_finish (&system->users);
      system->reliability = vigie_system_reliability (self, (int) i);
      self->systems[self->n_systems++] = *system;
    }
}

/**
 * vigie_picture_count_systems:
 *
 * Returns: systems in scope whose furthest deployment is in @group
 */
guint
vigie_picture_count_systems (const VigiePicture *self, VigieStageGroup group)
{
  guint n = 0;

  for (gsize i = 0; i < self->n_systems; i++)
    n += self->systems[i].group == group;
  return n;
}

/**
 * vigie_fact_unit_is_establishment:
 *
 * Returns: whether it is a site or EHPAD in scope that is open, as the national barometer counts them
 */
gboolean
vigie_fact_unit_is_establishment (const VigieFactUnit *unit)
{
  return unit->in_scope && unit->open && (unit->kind == VIGIE_ORG_KIND_SITE || unit->kind == VIGIE_ORG_KIND_EHPAD);
}

/**
 * vigie_picture_count_sites:
 *
 * Counts establishments, as the national barometer does: the sites and EHPAD in scope that are open. In
 * a register without any, no other unit stands in for one.
 *
 * Returns: how many there are, or how many have a deployment in production
 */
guint
vigie_picture_count_sites (const VigiePicture *self, gboolean in_production_only)
{
  const VigieFacts *facts = self->facts;
  g_autofree gboolean *live = g_new0 (gboolean, facts->n_units);
  guint n = 0;

  for (gsize i = 0; i < facts->n_deployments; i++)
    if (self->deployments[i].group == VIGIE_STAGE_GROUP_PRODUCTION)
      live[facts->units[facts->deployments[i].unit].site] = TRUE;
  for (gsize i = 0; i < facts->n_units; i++)
    n += vigie_fact_unit_is_establishment (&facts->units[i]) && (live[i] || !in_production_only) ? 1 : 0;
  return n;
}

/**
 * vigie_picture_sum_users:
 *
 * Returns: the users of all deployments in @group, Σ/Σ
 */
VigieUsers
vigie_picture_sum_users (const VigiePicture *self, VigieStageGroup group)
{
  VigieUsers sum = { .users = -1 };

  for (gsize i = 0; i < self->facts->n_deployments; i++)
    if (self->deployments[i].group == group)
      add_users (&sum, &self->deployments[i].users);
  vigie_users_finish (&sum);
  return sum;
}
