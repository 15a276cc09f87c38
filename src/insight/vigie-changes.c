// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What has happened since the last meeting, or since the day asked about: the events that made the headlines what
 * they are. Each kind of event stands in its own function. Both days are told from the same facts, so that an event
 * is here if and only if the numbers know of it.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-overview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vigie-enums.h"
#include "vigie-format.h"
#include "vigie-math.h"

/* From 3, grave, up. */
#define SERIOUS_FROM 3
/* A profession whose coverage moved by less, in share, is not told. */
#define COVERAGE_STEP 0.02

static void
change_free (gpointer data)
{
  VigieChange *self = data;

  g_free (self->text);
  g_free (self->key);
  g_free (self);
}

static VigieChange *
append (GPtrArray *changes, VigieChangeKind kind, VigieDate on, VigieJudgement judgement, char *text)
{
  VigieChange *change = g_new0 (VigieChange, 1);

  change->kind = kind;
  change->on = on;
  change->judgement = judgement;
  change->text = text;
  g_ptr_array_add (changes, change);
  return change;
}

static void
set_record (VigieChange *change, const char *headline, const char *entity, const char *key)
{
  change->headline = headline;
  change->entity = entity;
  change->key = g_strdup (key);
}

static gboolean
is_since (const VigieOverview *self, VigieDate day)
{
  return day != VIGIE_DATE_NONE && day > self->facts->previous_meeting && day <= self->facts->as_of;
}

/* Deployments of the former day, by the id of their record. */
static GHashTable *
index_deployments (const VigiePicture *previous)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < previous->facts->n_deployments; i++)
    g_hash_table_insert (index, &previous->facts->deployments[i].id, &previous->deployments[i]);
  return index;
}

static VigieJudgement
judge_stage (VigieStageGroup group)
{
  return group == VIGIE_STAGE_GROUP_SUSPENDED ? VIGIE_JUDGEMENT_WARNING : VIGIE_JUDGEMENT_NEUTRAL;
}

static void
add_stage (const VigieOverview *self, GPtrArray *changes, gsize index, const VigieDeploymentPicture *before)
{
  const VigieDeploymentPicture *now = &self->picture->deployments[index];
  g_autofree char *title = vigie_deployment_dup_title (self, index);
  const char *stage = vigie_enum_label (VIGIE_TYPE_STAGE, now->fact->stage);
  char *text;

  if (before != NULL && before->fact->stage >= 0)
    /* Translators: %1$s is an AI system and its site, %2$s and %3$s stages such as “Pilot” */
    text = g_strdup_printf (_ ("%1$s: from %2$s to %3$s"), title,
                            vigie_enum_label (VIGIE_TYPE_STAGE, before->fact->stage), stage);
  else
    /* Translators: %1$s is an AI system and its site, %2$s a stage such as “Pilot” */
    text = g_strdup_printf (_ ("%1$s: entered in the register, %2$s"), title, stage);
  set_record (append (changes, VIGIE_CHANGE_STAGE, now->fact->since, judge_stage (now->group), text), "in-production",
              "deployment", now->fact->code);
}

static void
add_safeguards (const VigieOverview *self, GPtrArray *changes, gsize index, const VigieDeploymentPicture *before)
{
  const VigieDeploymentPicture *now = &self->picture->deployments[index];
  g_autofree char *title = NULL;
  gboolean lacks, lacked, recorded;

  if (before == NULL || now->group != VIGIE_STAGE_GROUP_PRODUCTION || before->group != VIGIE_STAGE_GROUP_PRODUCTION)
    return;
  lacks = vigie_picture_lacks_safeguard (self->picture, (int) index, &recorded);
  lacked = vigie_picture_lacks_safeguard (self->previous, (int) (before - self->previous->deployments), &recorded);
  if (lacks == lacked)
    return;
  title = vigie_deployment_dup_title (self, index);
  set_record (
    append (changes, VIGIE_CHANGE_SAFEGUARD, VIGIE_DATE_NONE, lacks ? VIGIE_JUDGEMENT_BAD : VIGIE_JUDGEMENT_GOOD,
            /* Translators: %s is an AI system and its site */
            g_strdup_printf (
              lacks ? _ ("%s: lacks a safeguard that is due") : _ ("%s: every safeguard due is in place"), title)),
    "safeguards", "deployment", now->fact->code);
}

static void
add_deployments (const VigieOverview *self, GPtrArray *changes)
{
  g_autoptr (GHashTable) before = index_deployments (self->previous);

  for (gsize i = 0; i < self->facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *now = &self->picture->deployments[i];
      const VigieDeploymentPicture *then = g_hash_table_lookup (before, &now->fact->id);

      if (now->fact->stage >= 0 && is_since (self, now->fact->since) &&
          (then == NULL || then->fact->stage != now->fact->stage))
        add_stage (self, changes, i, then);
      add_safeguards (self, changes, i, then);
    }
}

static void
add_incidents (const VigieOverview *self, GPtrArray *changes)
{
  for (gsize i = 0; i < self->facts->n_incidents; i++)
    {
      const VigieFactIncident *incident = &self->facts->incidents[i];
      g_autofree char *title = NULL;

      if (!is_since (self, incident->occurred_on))
        continue;
      title = vigie_deployment_dup_title (self, (gsize) incident->deployment);
      set_record (append (changes, VIGIE_CHANGE_INCIDENT, incident->occurred_on,
                          incident->severity >= SERIOUS_FROM ? VIGIE_JUDGEMENT_BAD : VIGIE_JUDGEMENT_WARNING,
                          /* Translators: an incident: %1$s is an AI system and its site, %2$s what happened,
                             %3$d how grave it is, out of 5 */
                          g_strdup_printf (_ ("%1$s: %2$s, severity %3$d of 5"), title,
                                           vigie_enum_label (VIGIE_TYPE_INCIDENT_KIND, incident->kind),
                                           (int) incident->severity)),
                  NULL, "incident", incident->code);
    }
}

static void
add_decisions (const VigieOverview *self, GPtrArray *changes)
{
  for (gsize i = 0; i < self->facts->n_decisions; i++)
    {
      const VigieFactDecision *decision = &self->facts->decisions[i];

      if (is_since (self, decision->decided_on))
        set_record (append (changes, VIGIE_CHANGE_DECISION, decision->decided_on, VIGIE_JUDGEMENT_NEUTRAL,
                            g_strdup (decision->text)),
                    NULL, "decision", decision->code);
    }
}

static void
add_actions (const VigieOverview *self, GPtrArray *changes)
{
  for (gsize i = 0; i < self->facts->n_actions; i++)
    {
      const VigieFactAction *action = &self->facts->actions[i];

      if (!action->open && is_since (self, action->done_on))
        set_record (append (changes, VIGIE_CHANGE_ACTION, action->done_on, VIGIE_JUDGEMENT_GOOD,
                            /* Translators: %s is what an action was to do */
                            g_strdup_printf (_ ("Done: %s"), action->title)),
                    "overdue-actions", "action", action->code);
      else if (action->open && is_since (self, action->due_on))
        set_record (append (changes, VIGIE_CHANGE_ACTION, action->due_on, VIGIE_JUDGEMENT_BAD,
                            /* Translators: %s is what an action is to do */
                            g_strdup_printf (_ ("Fell due and is not done: %s"), action->title)),
                    "overdue-actions", "action", action->code);
    }
}

static int
find_former_score (const VigieOverview *self, gint64 id)
{
  for (gsize i = 0; i < self->previous->facts->n_barriers; i++)
    if (self->previous->facts->barriers[i].id == id)
      return self->previous->barriers[i].score[VIGIE_RATING_TIER_CURRENT];
  return -1;
}

static void
add_barriers (const VigieOverview *self, GPtrArray *changes)
{
  for (gsize i = 0; i < self->facts->n_barriers; i++)
    {
      const VigieBarrierPicture *barrier = &self->picture->barriers[i];
      int now = barrier->score[VIGIE_RATING_TIER_CURRENT];
      int before = find_former_score (self, barrier->fact->id);

      if (!barrier->fact->open || now < 0 || before < 0 || now == before)
        continue;
      set_record (append (changes, VIGIE_CHANGE_BARRIER, barrier->rated_on[VIGIE_RATING_TIER_CURRENT],
                          now > before ? VIGIE_JUDGEMENT_BAD : VIGIE_JUDGEMENT_GOOD,
                          /* Translators: %1$s is a barrier, %2$d and %4$d are likelihood × impact of 25,
                             %3$s and %5$s levels such as “high” */
                          g_strdup_printf (_ ("%1$s: from %2$d (%3$s) to %4$d (%5$s) of 25"), barrier->fact->title,
                                           before, vigie_level_label (vigie_level_from_score (before)), now,
                                           vigie_level_label (vigie_level_from_score (now)))),
                  "barriers", "barrier", barrier->fact->code);
    }
}

typedef struct
{
  gint64 required;
  gint64 valid;
} Held;

/* Of each profession by the id of its record, in one pass over the cells. */
static GHashTable *
sum_by_profession (const VigiePicture *picture)
{
  GHashTable *sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autofree Held **held = g_new0 (Held *, MAX (picture->facts->n_professions, 1));

  for (gsize i = 0; i < picture->facts->n_professions; i++)
    g_hash_table_insert (sums, &picture->facts->professions[i].id, held[i] = g_new0 (Held, 1));
  for (gsize i = 0; i < picture->n_cells; i++)
    if (picture->cells[i].valid >= 0)
      {
        held[picture->cells[i].profession]->required += picture->cells[i].required;
        held[picture->cells[i].profession]->valid += picture->cells[i].valid;
      }
  return sums;
}

/* Of professions that are large enough to be shown on both days. */
static void
add_coverage (const VigieOverview *self, GPtrArray *changes)
{
  g_autoptr (GHashTable) sums = sum_by_profession (self->picture);
  g_autoptr (GHashTable) former = sum_by_profession (self->previous);

  for (gsize i = 0; i < self->facts->n_professions; i++)
    {
      const VigieFactProfession *profession = &self->facts->professions[i];
      const Held *now = g_hash_table_lookup (sums, &profession->id);
      const Held *before = g_hash_table_lookup (former, &profession->id);
      double step;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (before == NULL || MIN (now->required, before->required) < self->facts->small_group)
        continue;
      step = vigie_ratio (now->valid, now->required) - vigie_ratio (before->valid, before->required);
      if (isnan (step) || fabs (step) < COVERAGE_STEP)
        continue;
      from = vigie_format_percent (vigie_ratio (before->valid, before->required), 0);
      to = vigie_format_percent (vigie_ratio (now->valid, now->required), 0);
      set_record (
        append (changes, VIGIE_CHANGE_TRAINING, VIGIE_DATE_NONE, step > 0 ? VIGIE_JUDGEMENT_GOOD : VIGIE_JUDGEMENT_BAD,
                /* Translators: %1$s is a profession, %2$s and %3$s shares of the trainings that it must hold */
                g_strdup_printf (_ ("%1$s: from %2$s to %3$s of required trainings held"),
                                 vigie_language_pick (profession->label_fr, profession->label_en), from, to)),
        "coverage", "profession", profession->code);
    }
}

static int
rank (const VigieChange *change)
{
  static const int ranks[] = {
    [VIGIE_JUDGEMENT_BAD] = 0,     [VIGIE_JUDGEMENT_WARNING] = 1,      [VIGIE_JUDGEMENT_GOOD] = 2,
    [VIGIE_JUDGEMENT_NEUTRAL] = 3, [VIGIE_JUDGEMENT_NOT_MEASURED] = 4,
  };

  return ranks[change->judgement];
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const VigieChange *first = *(const VigieChange *const *) a;
  const VigieChange *second = *(const VigieChange *const *) b;

  if (rank (first) != rank (second))
    return rank (first) - rank (second);
  if (first->on != second->on)
    return first->on > second->on ? -1 : 1;
  return strcmp (first->text, second->text);
}

/**
 * vigie_change_kind_label:
 *
 * Returns: (transfer none): what kind of event it is, for people
 */
const char *
vigie_change_kind_label (VigieChangeKind kind)
{
  static const char *const labels[] = {
    [VIGIE_CHANGE_STAGE] = NC_ ("change", "Stage"),          [VIGIE_CHANGE_INCIDENT] = NC_ ("change", "Incident"),
    [VIGIE_CHANGE_DECISION] = NC_ ("change", "Decision"),    [VIGIE_CHANGE_ACTION] = NC_ ("change", "Action"),
    [VIGIE_CHANGE_BARRIER] = NC_ ("change", "Barrier"),      [VIGIE_CHANGE_TRAINING] = NC_ ("change", "Training"),
    [VIGIE_CHANGE_SAFEGUARD] = NC_ ("change", "Safeguards"),
  };

  return g_dpgettext2 (NULL, "change", labels[kind]);
}

/**
 * vigie_overview_list_changes:
 *
 * Returns: (transfer full) (element-type VigieChange): what has happened since vigie_overview_get_since(), what is
 *   worse first, then the latest; nothing where there is no such day
 */
GPtrArray *
vigie_overview_list_changes (const VigieOverview *self)
{
  GPtrArray *changes;

  g_return_val_if_fail (self != NULL, NULL);

  changes = g_ptr_array_new_with_free_func (change_free);
  if (self->previous == NULL)
    return changes;
  add_deployments (self, changes);
  add_incidents (self, changes);
  add_decisions (self, changes);
  add_actions (self, changes);
  add_barriers (self, changes);
  add_coverage (self, changes);
  g_ptr_array_sort (changes, compare_changes);
  return changes;
}
