// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The two pillars of trust: how reliable a system has been shown to be, and how competent its users are.
 * Source of the pillars: N. Maiorca, "Intelligence artificielle : construire la confiance, renforcer les
 * compétences", DSIH, November 2025.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

#include <math.h>

#include "vigie-math.h"

/* Half of the weight of its kind. */
#define RESERVED_SHARE 0.5

gboolean
vigie_system_is_medical_device (const VigieFactSystem *system)
{
  return system->md_class > VIGIE_MD_CLASS_NONE && system->md_class < VIGIE_MD_CLASS_UNKNOWN;
}

/**
 * vigie_reliability_weight:
 *
 * What a kind of evidence counts for, as the register has it (data/reference/evidence-weights.json is what it
 * begins with). What a supplier declares, and what nobody assessed, counts for nothing.
 *
 * Returns: 0 where it does not count for @system
 */
int
vigie_reliability_weight (const VigieFacts *facts, VigieEvidenceKind kind, const VigieFactSystem *system)
{
  for (gsize i = 0; i < facts->n_weights; i++)
    if (facts->weights[i].kind == (int) kind)
      return facts->weights[i].medical_device_only && !vigie_system_is_medical_device (system)
               ? 0
               : facts->weights[i].weight;
  return 0;
}

static double
share_of_result (int result)
{
  switch (result)
    {
    case VIGIE_EVIDENCE_RESULT_FAVOURABLE:
      return 1;
    case VIGIE_EVIDENCE_RESULT_RESERVED:
      return RESERVED_SHARE;
    default:
      return 0;
    }
}

static gboolean
is_assessed (const VigieFacts *facts, const VigieFactEvidence *evidence, const VigieFactSystem *system)
{
  return evidence->kind >= 0 && evidence->result >= 0 && evidence->result != VIGIE_EVIDENCE_RESULT_DECLARED &&
         vigie_reliability_weight (facts, (VigieEvidenceKind) evidence->kind, system) > 0;
}

/**
 * vigie_system_reliability:
 *
 * Of each kind of evidence the latest that is still valid counts, of the system or of any of its
 * deployments in scope: Σ weight × result ÷ Σ weight of the kinds that apply, a favourable result
 * counting 1, one with reservations ½, an unfavourable one 0.
 *
 * Returns: 0 to 1; NaN, not measured, where nothing that assesses it was ever obtained
 */
double
vigie_system_reliability (const VigiePicture *self, int system)
{
  const VigieFacts *facts = self->facts;
  const VigieFactSystem *fact = &facts->systems[system];
  double held[VIGIE_EVIDENCE_KIND_COUNT] = { 0 };
  gboolean assessed = FALSE;
  double sum = 0;
  int applicable = 0;

  /* From the oldest to the latest: the last one read stays. */
  for (gsize i = vigie_picture_first_evidence (self, (gsize) system);
       i < vigie_picture_first_evidence (self, (gsize) system + 1); i++)
    {
      const VigieFactEvidence *evidence = &facts->evidence[i];

      if (!is_assessed (facts, evidence, fact))
        continue;
      assessed = TRUE;
      if (evidence->valid)
        held[evidence->kind] = share_of_result (evidence->result);
    }
  if (!assessed)
    return NAN;
  for (int kind = 0; kind < VIGIE_EVIDENCE_KIND_COUNT; kind++)
    {
      int weight = vigie_reliability_weight (facts, (VigieEvidenceKind) kind, fact);

      sum += weight * held[kind];
      applicable += weight;
    }
  return sum / applicable;
}

/**
 * vigie_user_group_count:
 *
 * Returns: its users: in production those who use it, else those expected to; whichever of the two was
 *   counted where one was not; −1 where neither was
 */
gint64
vigie_user_group_count (const VigieFactUserGroup *group, VigieStageGroup stage)
{
  gint64 first = stage == VIGIE_STAGE_GROUP_PRODUCTION ? group->active : group->expected;
  gint64 second = stage == VIGIE_STAGE_GROUP_PRODUCTION ? group->expected : group->active;

  return first >= 0 ? first : second;
}

typedef struct
{
  gint64 trained; /* -1 not measured */
  double rate;
  double target;
  gboolean required;
} GroupTraining;

static void
apply_module (GroupTraining *training, const VigieHolders *holders, const VigieFactRequirement *requirement,
              gint64 users)
{
  gint64 trained;
  double rate;

  training->required = TRUE;
  training->target = fmax (training->target, requirement->target_percent / 100.0);
  if (!holders->measured || training->trained < 0)
    {
      training->trained = -1;
      training->rate = NAN;
      return;
    }
  if (requirement->system >= 0)
    {
      trained = MIN (users, holders->valid);
      rate = vigie_ratio (trained, users);
    }
  else
    {
      trained = users * holders->valid / holders->heads;
      rate = vigie_ratio (holders->valid, holders->heads);
    }
  training->trained = MIN (training->trained, trained);
  training->rate = fmin (training->rate, rate);
}

/*
 * How many of a group's users hold every module that they must: the module that fewest hold decides. Who
 * among the profession uses the system is not known, so for a module that the whole profession must hold
 * the profession's rate at that site is taken, counted down to whole people; for a module of the system,
 * its holders, no more than there are users.
 */
static void
measure_module (const VigiePicture *self, const VigieDeploymentPicture *deployment, int profession, int module,
                GroupTraining *training, gint64 users)
{
  const VigieFacts *facts = self->facts;
  int index = vigie_picture_resolve (self, module, profession, deployment->fact->unit, deployment->fact->system);
  VigieHolders holders;

  if (index < 0 || facts->requirements[index].obligation == VIGIE_OBLIGATION_RECOMMENDED)
    return;
  holders = vigie_picture_count_holders (self, deployment->fact->unit, profession, module);
  apply_module (training, &holders, &facts->requirements[index], users);
}

/* A module that is required twice over counts once: what the least hold of is no less for being asked again. */
static GroupTraining
measure_group (const VigiePicture *self, const VigieDeploymentPicture *deployment, int profession, gint64 users)
{
  GroupTraining training = { .trained = users, .rate = 1 };
  gsize n_general, n_of_system;
  const int *general = vigie_picture_list_general (self, &n_general);
  const int *of_system = vigie_picture_list_of_system (self, deployment->fact->system, &n_of_system);

  for (gsize i = 0; i < n_general; i++)
    measure_module (self, deployment, profession, general[i], &training, users);
  for (gsize i = 0; i < n_of_system; i++)
    measure_module (self, deployment, profession, self->facts->requirements[of_system[i]].module, &training, users);
  return training;
}

/**
 * vigie_picture_train_group:
 * @users: (out): who use the deployment, or will; -1 where nobody counted
 * @trained: (out): those of them who hold all that they must; -1 not measured, or nothing is required of them
 * @target: (out): the share who must, 0 to 1; NaN where nothing is required
 */
void
vigie_picture_train_group (const VigiePicture *self, const VigieFactUserGroup *group, gint64 *users, gint64 *trained,
                           double *target)
{
  const VigieDeploymentPicture *deployment = &self->deployments[group->deployment];
  GroupTraining training;

  *users = vigie_user_group_count (group, deployment->group);
  *trained = -1;
  *target = NAN;
  if (*users <= 0)
    return;
  training = measure_group (self, deployment, group->profession, *users);
  if (!training.required)
    return;
  *trained = training.trained;
  *target = training.target;
}

/* What is added up over the groups of a deployment. */
typedef struct
{
  double users;
  double targets;
  double least_rate;
} RequiredSums;

static void
add_group (VigiePicture *self, VigieDeploymentPicture *deployment, const VigieFactUserGroup *group, RequiredSums *sums)
{
  gint64 users = vigie_user_group_count (group, deployment->group);
  GroupTraining training;

  if (users < 0)
    return;
  deployment->users.users = MAX (deployment->users.users, 0) + users;
  if (users == 0)
    return;
  training = measure_group (self, deployment, group->profession, users);
  if (!training.required)
    return;
  sums->users += (double) users;
  sums->targets += training.target * (double) users;
  /* fmin() would pass over the NaN of a group that is not measured. */
  sums->least_rate = isnan (training.rate) || isnan (sums->least_rate) ? NAN : fmin (sums->least_rate, training.rate);
  if (training.trained < 0)
    return;
  deployment->users.measured += users;
  deployment->users.trained += training.trained;
}

static void
add_groups (VigiePicture *self, gsize index)
{
  VigieDeploymentPicture *deployment = &self->deployments[index];
  RequiredSums sums = { .least_rate = 1 };

  for (gsize at = vigie_picture_first_user_group (self, index); at < vigie_picture_first_user_group (self, index + 1);
       at++)
    add_group (self, deployment, &self->facts->user_groups[at], &sums);
  vigie_users_finish (&deployment->users);
  if (sums.users <= 0)
    return;
  deployment->target = sums.targets / sums.users;
  deployment->readiness = sums.least_rate;
}

static void
copy_users (VigieDeploymentPicture *self, const VigieDeploymentPicture *former)
{
  self->users = former->users;
  self->target = former->target;
  self->readiness = former->readiness;
}

/**
 * vigie_picture_add_users:
 * @former: (nullable): a picture of facts before a change
 *
 * The users of each deployment and how many of them are trained.
 */
void
vigie_picture_add_users (VigiePicture *self, const VigiePicture *former, const VigiePictureChange *change)
{
  for (gsize i = 0; i < self->facts->n_deployments; i++)
    if (change != NULL && !change->deployments[i])
      copy_users (&self->deployments[i], &former->deployments[i]);
    else
      add_groups (self, i);
}
