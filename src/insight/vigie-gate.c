// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The go-lives that are planned, and what each lacks.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-gate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const criterion_nicks[VIGIE_N_GATE_CRITERIA] = { "users", "reliability", "dpia", "human_oversight",
                                                                    "patient_information" };
static const char *const state_nicks[VIGIE_N_GATE_STATES] = { "missing", "nearly", "unknown", "ready", "not_asked" };

const char *
vigie_gate_criterion_nick (VigieGateCriterion criterion)
{
  return criterion_nicks[criterion];
}

const char *
vigie_gate_state_nick (VigieGateState state)
{
  return state_nicks[state];
}

const char *
vigie_gate_criterion_label (VigieGateCriterion criterion)
{
  switch (criterion)
    {
    case VIGIE_GATE_USERS:
      return C_ ("go-live", "Users trained");
    case VIGIE_GATE_RELIABILITY:
      return C_ ("go-live", "Shown to be reliable");
    case VIGIE_GATE_DPIA:
      return vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, VIGIE_SAFEGUARD_KIND_DPIA);
    case VIGIE_GATE_OVERSIGHT:
      return vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT);
    case VIGIE_GATE_PATIENTS:
    default:
      return vigie_enum_label (VIGIE_TYPE_SAFEGUARD_KIND, VIGIE_SAFEGUARD_KIND_PATIENT_INFORMATION);
    }
}

const char *
vigie_gate_state_label (VigieGateState state)
{
  switch (state)
    {
    case VIGIE_GATE_MISSING:
      return C_ ("go-live", "missing");
    case VIGIE_GATE_NEARLY:
      return C_ ("go-live", "nearly there");
    case VIGIE_GATE_UNKNOWN:
      return C_ ("go-live", "not measured");
    case VIGIE_GATE_READY:
      return C_ ("go-live", "ready");
    case VIGIE_GATE_NOT_ASKED:
    default:
      return C_ ("go-live", "not due");
    }
}

static VigieGateState
judge_users (const VigieDeploymentPicture *deployment)
{
  if (isnan (deployment->target))
    return VIGIE_GATE_NOT_ASKED;
  if (isnan (deployment->readiness))
    return VIGIE_GATE_UNKNOWN;
  if (deployment->readiness >= deployment->target)
    return VIGIE_GATE_READY;
  return deployment->readiness >= deployment->target - VIGIE_NEARLY ? VIGIE_GATE_NEARLY : VIGIE_GATE_MISSING;
}

static VigieGateState
judge_reliability (double reliability)
{
  if (isnan (reliability))
    return VIGIE_GATE_UNKNOWN;
  if (reliability >= VIGIE_RELIABLE_FROM)
    return VIGIE_GATE_READY;
  return reliability >= VIGIE_RELIABLE_FROM - VIGIE_NEARLY ? VIGIE_GATE_NEARLY : VIGIE_GATE_MISSING;
}

/* What a law asks for from a later day is not asked yet. */
static VigieGateState
judge_safeguard (const VigiePicture *self, int deployment, VigieSafeguardKind kind)
{
  static const VigieGateState states[VIGIE_N_DUTY_STATES] = {
    [VIGIE_DUTY_MISSING] = VIGIE_GATE_MISSING,
    [VIGIE_DUTY_IN_PROGRESS] = VIGIE_GATE_NEARLY,
    [VIGIE_DUTY_NOT_ASSESSED] = VIGIE_GATE_UNKNOWN,
    [VIGIE_DUTY_LATER] = VIGIE_GATE_NOT_ASKED,
    [VIGIE_DUTY_MET] = VIGIE_GATE_READY,
    [VIGIE_DUTY_NOT_DUE] = VIGIE_GATE_NOT_ASKED,
  };

  return states[vigie_picture_duty (self, deployment, kind).state];
}

/* Pictures of systems are in the order of their facts. */
static double
find_reliability (const VigiePicture *self, const VigieFactSystem *system)
{
  gsize low = 0, high = self->n_systems;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (self->systems[middle].fact < system)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_systems && self->systems[low].fact == system ? self->systems[low].reliability : NAN;
}

static gboolean
is_planned (const VigiePicture *self, gsize deployment)
{
  VigieStageGroup group = self->deployments[deployment].group;
  VigieDate planned_on = self->facts->deployments[deployment].planned_on;

  return (group <= VIGIE_STAGE_GROUP_PILOT || group == VIGIE_STAGE_GROUP_UNKNOWN) && planned_on != VIGIE_DATE_NONE &&
         planned_on <= vigie_date_add_months (self->facts->as_of, VIGIE_GO_LIVE_MONTHS);
}

static VigieGate
judge (const VigiePicture *self, int deployment)
{
  VigieGate gate = { .deployment = deployment, .verdict = VIGIE_GATE_READY };

  gate.reliability = find_reliability (self, self->deployments[deployment].system);
  gate.states[VIGIE_GATE_USERS] = judge_users (&self->deployments[deployment]);
  gate.states[VIGIE_GATE_RELIABILITY] = judge_reliability (gate.reliability);
  gate.states[VIGIE_GATE_DPIA] = judge_safeguard (self, deployment, VIGIE_SAFEGUARD_KIND_DPIA);
  gate.states[VIGIE_GATE_OVERSIGHT] = judge_safeguard (self, deployment, VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT);
  gate.states[VIGIE_GATE_PATIENTS] = judge_safeguard (self, deployment, VIGIE_SAFEGUARD_KIND_PATIENT_INFORMATION);
  for (int i = 0; i < VIGIE_N_GATE_CRITERIA; i++)
    gate.verdict = MIN (gate.verdict, gate.states[i]);
  return gate;
}

/**
 * vigie_picture_find_gate:
 * @deployment: the code of a deployment
 * @gate: (out caller-allocates): what is looked at before it goes into production, as things stand
 *
 * Returns: %FALSE where the picture has no such deployment that is yet to go into production
 */
gboolean
vigie_picture_find_gate (const VigiePicture *self, const char *deployment, VigieGate *gate)
{
  for (gsize i = 0; i < self->facts->n_deployments; i++)
    {
      if (g_strcmp0 (self->facts->deployments[i].code, deployment) != 0 ||
          self->deployments[i].group == VIGIE_STAGE_GROUP_PRODUCTION)
        continue;
      *gate = judge (self, (int) i);
      return TRUE;
    }
  return FALSE;
}

static int
compare_gates (gconstpointer a, gconstpointer b, gpointer data)
{
  const VigiePicture *self = data;
  const VigieFactDeployment *first = &self->facts->deployments[((const VigieGate *) a)->deployment];
  const VigieFactDeployment *second = &self->facts->deployments[((const VigieGate *) b)->deployment];

  if (first->planned_on != second->planned_on)
    return first->planned_on < second->planned_on ? -1 : 1;
  return g_strcmp0 (first->code, second->code);
}

/**
 * vigie_picture_dup_gates:
 *
 * Returns: (transfer full) (element-type VigieGate): the deployments not yet in production whose go-live is planned up
 *   to twelve months from the day, those whose day has passed with them; the earliest first
 */
GArray *
vigie_picture_dup_gates (const VigiePicture *self)
{
  GArray *gates = g_array_new (FALSE, FALSE, sizeof (VigieGate));

  for (gsize i = 0; i < self->facts->n_deployments; i++)
    if (is_planned (self, i))
      {
        VigieGate gate = judge (self, (int) i);

        g_array_append_val (gates, gate);
      }
  g_array_sort_with_data (gates, compare_gates, (gpointer) self);
  return gates;
}
