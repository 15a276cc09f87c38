// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Why the two pillars of a system stand as they do: the evidence that its reliability is made of, and its users by
 * profession.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-dossier-private.h"

#include "vigie-evidence.h"
#include "vigie-picture-private.h"
#include "vigie-suppress.h"

#include <math.h>

static VigieEvidenceHold
hold_of_result (int result)
{
  switch (result)
    {
    case VIGIE_EVIDENCE_RESULT_FAVOURABLE:
      return VIGIE_EVIDENCE_HOLD_FAVOURABLE;
    case VIGIE_EVIDENCE_RESULT_RESERVED:
      return VIGIE_EVIDENCE_HOLD_RESERVED;
    default:
      return VIGIE_EVIDENCE_HOLD_UNFAVOURABLE;
    }
}

/* The latest that assesses it and is valid; else what it was. Facts come from the oldest to the latest. */
static VigieEvidenceHold
find_hold (const VigieDossier *self, VigieEvidenceKind kind, VigieDate *obtained_on)
{
  const VigieFacts *facts = self->picture->facts;
  VigieEvidenceHold hold = VIGIE_EVIDENCE_HOLD_ABSENT;

  *obtained_on = VIGIE_DATE_NONE;
  for (gsize i = 0; i < facts->n_evidence; i++)
    {
      const VigieFactEvidence *evidence = &facts->evidence[i];

      if (evidence->system != self->index || evidence->kind != (int) kind || evidence->result < 0 ||
          evidence->result == VIGIE_EVIDENCE_RESULT_DECLARED)
        continue;
      if (!evidence->valid && hold > VIGIE_EVIDENCE_HOLD_LAPSED)
        continue;
      hold = evidence->valid ? hold_of_result (evidence->result) : VIGIE_EVIDENCE_HOLD_LAPSED;
      *obtained_on = evidence->obtained_on;
    }
  return hold;
}

static VigieRecord *
find_record (const VigieDossier *self, VigieEvidenceKind kind, VigieDate obtained_on)
{
  for (guint i = 0; i < self->evidence_records->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (self->evidence_records, i);

      if (vigie_record_get_number (record, VIGIE_EVIDENCE_KIND, -1) == (gint64) kind &&
          vigie_record_get_date (record, VIGIE_EVIDENCE_OBTAINED_ON) == obtained_on)
        return record;
    }
  return NULL;
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  const VigieDossierEvidence *first = a, *second = b;

  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;
  return (int) first->kind - (int) second->kind;
}

/**
 * vigie_dossier_add_evidence:
 *
 * The kinds of evidence that count for the system, the weightiest first: see vigie_system_reliability().
 */
void
vigie_dossier_add_evidence (VigieDossier *self)
{
  const VigieFacts *facts = self->picture->facts;
  int sum = 0;

  if (self->index < 0)
    return;
  for (int kind = 0; kind < VIGIE_EVIDENCE_KIND_COUNT; kind++)
    sum += vigie_reliability_weight (facts, (VigieEvidenceKind) kind, &facts->systems[self->index]);
  for (int kind = 0; kind < VIGIE_EVIDENCE_KIND_COUNT && sum > 0; kind++)
    {
      int weight = vigie_reliability_weight (facts, (VigieEvidenceKind) kind, &facts->systems[self->index]);
      VigieDossierEvidence evidence = { .kind = (VigieEvidenceKind) kind, .share = (double) weight / sum };
      VigieDate obtained_on;

      if (weight == 0)
        continue;
      evidence.hold = find_hold (self, evidence.kind, &obtained_on);
      if (evidence.hold != VIGIE_EVIDENCE_HOLD_ABSENT)
        evidence.record = find_record (self, evidence.kind, obtained_on);
      g_array_append_val (self->evidence, evidence);
    }
  g_array_sort (self->evidence, compare_evidence);
}

/**
 * vigie_dossier_is_in_use:
 *
 * Returns: whether a deployment in scope is in pilot or production
 */
gboolean
vigie_dossier_is_in_use (const VigieDossier *self)
{
  return self->numbers != NULL &&
         (self->numbers->group == VIGIE_STAGE_GROUP_PRODUCTION || self->numbers->group == VIGIE_STAGE_GROUP_PILOT);
}

/* Where it is in use, who uses it; before, who will. */
static gboolean
counts (const VigieDossier *self, int deployment)
{
  VigieStageGroup group = self->picture->deployments[deployment].group;

  if (self->picture->facts->deployments[deployment].system != self->index)
    return FALSE;
  if (vigie_dossier_is_in_use (self))
    return group == VIGIE_STAGE_GROUP_PRODUCTION || group == VIGIE_STAGE_GROUP_PILOT;
  return group != VIGIE_STAGE_GROUP_ENDED;
}

static VigieDossierUsers *
find_users (VigieDossier *self, int profession)
{
  VigieDossierUsers users = { .profession = profession, .target = NAN };

  for (guint i = 0; i < self->users->len; i++)
    if (g_array_index (self->users, VigieDossierUsers, i).profession == profession)
      return &g_array_index (self->users, VigieDossierUsers, i);
  g_array_append_val (self->users, users);
  return &g_array_index (self->users, VigieDossierUsers, self->users->len - 1);
}

/* One group that is not measured leaves its profession not measured. */
static void
add_group (VigieDossier *self, const VigieFactUserGroup *group)
{
  VigieDossierUsers *users;
  gint64 count, trained;
  double target;

  vigie_picture_train_group (self->picture, group, &count, &trained, &target);
  if (count <= 0)
    return;
  users = find_users (self, group->profession);
  users->users += count;
  users->trained = trained < 0 || users->trained < 0 ? -1 : users->trained + trained;
  users->target = isnan (users->target) ? target : fmax (users->target, target);
}

static int
compare_users (gconstpointer a, gconstpointer b)
{
  const VigieDossierUsers *first = a, *second = b;

  if (first->users != second->users)
    return first->users > second->users ? -1 : 1;
  return first->profession - second->profession;
}

static void
hide_small_groups (VigieDossier *self)
{
  guint n = self->users->len;
  g_autofree gint64 *sizes = g_new0 (gint64, n + 1);
  g_autofree gboolean *hidden = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    sizes[i] = g_array_index (self->users, VigieDossierUsers, i).users;
  vigie_suppress (sizes, n, self->picture->facts->small_group, hidden);
  for (guint i = 0; i < n; i++)
    g_array_index (self->users, VigieDossierUsers, i).hidden = hidden[i];
}

/* Σ target × users ÷ Σ users of what is in use. */
static double
find_target (const VigieDossier *self)
{
  double targets = 0, users = 0;

  for (gsize i = 0; i < self->picture->facts->n_deployments && self->index >= 0; i++)
    {
      const VigieDeploymentPicture *deployment = &self->picture->deployments[i];

      if (!counts (self, (int) i) || isnan (deployment->target) || deployment->users.users <= 0)
        continue;
      targets += deployment->target * (double) deployment->users.users;
      users += (double) deployment->users.users;
    }
  return users > 0 ? targets / users : NAN;
}

/**
 * vigie_dossier_add_users:
 *
 * The users by profession, the most first, and the share of them that must be trained.
 */
void
vigie_dossier_add_users (VigieDossier *self)
{
  const VigieFacts *facts = self->picture->facts;

  for (gsize i = 0; i < facts->n_user_groups && self->index >= 0; i++)
    if (counts (self, facts->user_groups[i].deployment))
      add_group (self, &facts->user_groups[i]);
  g_array_sort (self->users, compare_users);
  hide_small_groups (self);
  self->target = find_target (self);
}
