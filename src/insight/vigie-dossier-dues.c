// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What falls due of a system: what was passed by comes first.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-dossier-private.h"

#include "vigie-action.h"
#include "vigie-barrier.h"
#include "vigie-decision.h"
#include "vigie-deployment.h"
#include "vigie-evidence.h"
#include "vigie-safeguard.h"

#include <glib/gi18n-lib.h>

/* Takes over @text. */
static void
add (VigieDossier *self, VigieDate on, char *text, const VigieEntity *entity, const char *code)
{
  VigieDossierDue *due;

  if (on == VIGIE_DATE_NONE)
    {
      g_free (text);
      return;
    }
  due = g_new0 (VigieDossierDue, 1);
  due->on = on;
  due->text = text;
  due->entity = entity;
  due->code = g_strdup (code);
  g_ptr_array_add (self->dues, due);
}

/* Of each kind what counts; what lapsed before another was obtained is done with. */
static void
add_evidence (VigieDossier *self)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      VigieRecord *record = g_array_index (self->evidence, VigieDossierEvidence, i).record;
      const char *kind =
        vigie_enum_label (VIGIE_TYPE_EVIDENCE_KIND, (int) g_array_index (self->evidence, VigieDossierEvidence, i).kind);

      if (record != NULL)
        add (self, vigie_record_get_date (record, VIGIE_EVIDENCE_VALID_UNTIL),
             /* Translators: something that falls due; %s is a kind of evidence, such as “Local validation” */
             g_strdup_printf (_ ("Renew the evidence: %s"), kind), &vigie_evidence_entity,
             vigie_record_get_text (record, VIGIE_EVIDENCE_CODE));
    }
}

static void
add_deployment (VigieDossier *self, const VigieDossierDeployment *deployment)
{
  const VigieFacts *facts = self->picture->facts;
  const VigieFactDeployment *fact = &facts->deployments[deployment->index];
  VigieStageGroup group = self->picture->deployments[deployment->index].group;

  if (group == VIGIE_STAGE_GROUP_ENDED)
    return;
  if (group < VIGIE_STAGE_GROUP_PRODUCTION || group == VIGIE_STAGE_GROUP_UNKNOWN)
    /* Translators: something that falls due; %s is a place */
    add (self, fact->planned_on, g_strdup_printf (_ ("Go-live planned: %s"), deployment->place),
         &vigie_deployment_entity, fact->code);
  for (guint i = 0; i < deployment->safeguards->len; i++)
    {
      VigieRecord *record = g_ptr_array_index (deployment->safeguards, i);
      int kind = (int) vigie_record_get_number (record, VIGIE_SAFEGUARD_KIND, 0);

      if (vigie_record_get_number (record, VIGIE_SAFEGUARD_STATUS, -1) == VIGIE_SAFEGUARD_STATUS_IN_PLACE)
        add (self, vigie_record_get_date (record, VIGIE_SAFEGUARD_VALID_UNTIL),
             /* Translators: something that falls due; %1$s is a safeguard, such as “AIPD”, %2$s a place */
             g_strdup_printf (_ ("Review the safeguard: %1$s (%2$s)"),
                              vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, kind), deployment->place),
             &vigie_deployment_entity, fact->code);
    }
  /* A law that applies later; its safeguards fall due together. */
  for (int kind = 0; kind < VIGIE_SAFEGUARD_KIND_COUNT; kind++)
    {
      VigieDuty duty = vigie_picture_duty (self->picture, deployment->index, (VigieSafeguardKind) kind);

      if (duty.state == VIGIE_DUTY_LATER && duty.sure)
        add (self, duty.rule->applies_on,
             /* Translators: something that falls due by law; %1$s is a safeguard, %2$s an article, %3$s a place */
             g_strdup_printf (_ ("Due by law: %1$s, %2$s (%3$s)"), vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, kind),
                              duty.rule->article, deployment->place),
             &vigie_deployment_entity, fact->code);
    }
}

static gboolean
is_owed (VigieRecord *action)
{
  gint64 status = vigie_record_get_number (action, VIGIE_ACTION_STATUS, VIGIE_ACTION_STATUS_TODO);

  return status == VIGIE_ACTION_STATUS_TODO || status == VIGIE_ACTION_STATUS_DOING ||
         status == VIGIE_ACTION_STATUS_BLOCKED;
}

static void
add_governance (VigieDossier *self)
{
  const VigieFacts *facts = self->picture->facts;
  GPtrArray *actions = self->parts[VIGIE_DOSSIER_ACTIONS];
  GPtrArray *decisions = self->parts[VIGIE_DOSSIER_DECISIONS];

  for (guint i = 0; i < actions->len; i++)
    {
      VigieRecord *action = g_ptr_array_index (actions, i);

      if (is_owed (action))
        add (self, vigie_record_get_date (action, VIGIE_ACTION_DUE_ON),
             /* Translators: something that falls due; %s is the title of an action */
             g_strdup_printf (_ ("Action: %s"), vigie_record_get_text (action, VIGIE_ACTION_TITLE)),
             &vigie_action_entity, vigie_record_get_text (action, VIGIE_ACTION_CODE));
    }
  for (guint i = 0; i < decisions->len; i++)
    {
      VigieRecord *decision = g_ptr_array_index (decisions, i);

      if (vigie_record_get_number (decision, VIGIE_DECISION_STATUS, -1) == VIGIE_DECISION_STATUS_IN_FORCE)
        add (self, vigie_record_get_date (decision, VIGIE_DECISION_REVIEW_ON),
             /* Translators: something that falls due; %s is the text of a decision */
             g_strdup_printf (_ ("Review the decision: %s"), vigie_record_get_text (decision, VIGIE_DECISION_TEXT)),
             &vigie_decision_entity, vigie_record_get_text (decision, VIGIE_DECISION_CODE));
    }
  for (guint i = 0; i < self->risks->len; i++)
    {
      const VigieFactBarrier *barrier = &facts->barriers[g_array_index (self->risks, VigieDossierRisk, i).barrier];

      /* Translators: something that falls due; %s is the title of a barrier */
      add (self, barrier->next_review_on, g_strdup_printf (_ ("Review the barrier: %s"), barrier->title),
           &vigie_barrier_entity, barrier->code);
    }
}

static int
compare_dues (gconstpointer a, gconstpointer b)
{
  const VigieDossierDue *first = *(const VigieDossierDue *const *) a;
  const VigieDossierDue *second = *(const VigieDossierDue *const *) b;

  if (first->on != second->on)
    return first->on < second->on ? -1 : 1;
  return g_strcmp0 (first->text, second->text);
}

/**
 * vigie_dossier_add_dues:
 *
 * Evidence and safeguards that lapse, go-lives, duties of laws to come, actions owed, and what is to be reviewed, by day.
 */
void
vigie_dossier_add_dues (VigieDossier *self)
{
  add_evidence (self);
  for (guint i = 0; i < self->deployments->len; i++)
    add_deployment (self, g_ptr_array_index (self->deployments, i));
  add_governance (self);
  g_ptr_array_sort (self->dues, compare_dues);
}
