// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What protects those concerned by a deployment.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-picture-private.h"

/**
 * vigie_picture_safeguard:
 *
 * Returns: a #VigieSafeguardStatus; −1 where nothing was recorded, which is *not measured*
 */
int
vigie_picture_safeguard (const VigiePicture *self, int deployment, VigieSafeguardKind kind)
{
  const VigieFacts *facts = self->facts;
  gsize end = vigie_picture_first_safeguard (self, (gsize) deployment + 1);

  for (gsize i = vigie_picture_first_safeguard (self, (gsize) deployment); i < end; i++)
    if (facts->safeguards[i].kind == (int) kind)
      return facts->safeguards[i].status;
  return -1;
}

/**
 * vigie_picture_lacks_safeguard:
 * @recorded: (out): whether anything was recorded of any of the three
 *
 * Returns: whether the AIPD, human oversight or the information of patients is recorded as missing or in progress
 */
gboolean
vigie_picture_lacks_safeguard (const VigiePicture *self, int deployment, gboolean *recorded)
{
  static const VigieSafeguardKind kinds[] = {
    VIGIE_SAFEGUARD_KIND_DPIA,
    VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT,
    VIGIE_SAFEGUARD_KIND_PATIENT_INFORMATION,
  };
  gboolean lacks = FALSE;

  *recorded = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      int status = vigie_picture_safeguard (self, deployment, kinds[i]);

      *recorded |= status >= 0;
      lacks |= status == VIGIE_SAFEGUARD_STATUS_MISSING || status == VIGIE_SAFEGUARD_STATUS_IN_PROGRESS;
    }
  return lacks;
}

/* Whether a rule is about a system: what is not known of the system leaves it open. */
typedef enum
{
  CONCERNS_NOT,
  CONCERNS_PERHAPS,
  CONCERNS,
} Concern;

static Concern
match (int asked, int recorded, int unknown)
{
  if (asked < 0 || asked == recorded)
    return CONCERNS;
  return recorded < 0 || recorded == unknown ? CONCERNS_PERHAPS : CONCERNS_NOT;
}

static Concern
is_about (const VigieFactDuty *rule, const VigieFactSystem *system)
{
  int device = system->md_class < 0 || system->md_class == VIGIE_MD_CLASS_UNKNOWN ? -1
               : vigie_system_is_medical_device (system)                          ? 1
                                                                                  : 0;
  const Concern parts[] = {
    match (rule->ai_act_class, system->ai_act_class, VIGIE_AI_ACT_CLASS_UNKNOWN),
    match (rule->ai_act_route, system->ai_act_route, -1),
    match (rule->medical_device, device, -1),
    match (rule->personal_data, system->personal_data, -1),
    match (rule->health_data, system->health_data, -1),
  };
  Concern concern = CONCERNS;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    concern = MIN (concern, parts[i]);
  return concern;
}

/* The rules of a safeguard that count for a system: the earliest that applies on the day, or will. */
typedef struct
{
  gboolean exists;
  const VigieFactDuty *due;
  const VigieFactDuty *perhaps_due;
  const VigieFactDuty *later;
  const VigieFactDuty *perhaps_later;
} Rules;

static void
keep_first (const VigieFactDuty **place, const VigieFactDuty *rule)
{
  if (*place == NULL)
    *place = rule;
}

static Rules
find_rules (const VigiePicture *self, const VigieFactSystem *system, VigieSafeguardKind kind)
{
  const VigieFacts *facts = self->facts;
  Rules rules = { 0 };

  for (gsize i = vigie_picture_first_duty (self, kind); i < facts->n_duties && facts->duties[i].kind == (int) kind; i++)
    {
      const VigieFactDuty *rule = &facts->duties[i];
      gboolean applies = rule->applies_on <= facts->as_of;

      rules.exists = TRUE;
      switch (is_about (rule, system))
        {
        case CONCERNS:
          keep_first (applies ? &rules.due : &rules.later, rule);
          break;
        case CONCERNS_PERHAPS:
          keep_first (applies ? &rules.perhaps_due : &rules.perhaps_later, rule);
          break;
        case CONCERNS_NOT:
        default:
          break;
        }
    }
  return rules;
}

/* What is due stands as it was recorded. */
static VigieDutyState
state_of_status (int status)
{
  switch (status)
    {
    case VIGIE_SAFEGUARD_STATUS_IN_PLACE:
      return VIGIE_DUTY_MET;
    case VIGIE_SAFEGUARD_STATUS_MISSING:
      return VIGIE_DUTY_MISSING;
    case VIGIE_SAFEGUARD_STATUS_IN_PROGRESS:
      return VIGIE_DUTY_IN_PROGRESS;
    case VIGIE_SAFEGUARD_STATUS_NOT_APPLICABLE:
      return VIGIE_DUTY_NOT_DUE;
    default:
      return VIGIE_DUTY_NOT_ASSESSED;
    }
}

/**
 * vigie_picture_duty:
 *
 * How a deployment stands to a safeguard on the day, by the rules that the register holds
 * (data/reference/duties.json is what it begins with). Where it holds no rule of a safeguard, whoever
 * recorded it asked for it.
 */
VigieDuty
vigie_picture_duty (const VigiePicture *self, int deployment, VigieSafeguardKind kind)
{
  int status = vigie_picture_safeguard (self, deployment, kind);
  Rules rules = find_rules (self, self->deployments[deployment].system, kind);
  VigieDuty duty = { .state = state_of_status (status), .status = status };
  gboolean settled = status == VIGIE_SAFEGUARD_STATUS_IN_PLACE || status == VIGIE_SAFEGUARD_STATUS_NOT_APPLICABLE;

  if (rules.due != NULL)
    duty.rule = rules.due;
  else if (rules.later != NULL && rules.perhaps_due == NULL)
    duty.rule = rules.later;
  else
    duty.rule = rules.perhaps_due != NULL ? rules.perhaps_due : rules.perhaps_later;
  duty.sure = duty.rule != NULL && (duty.rule == rules.due || duty.rule == rules.later);
  if (settled)
    return duty;
  if (duty.rule == NULL && (rules.exists || status < 0))
    duty.state = VIGIE_DUTY_NOT_DUE;
  else if (duty.rule != NULL && duty.rule->applies_on > self->facts->as_of && (duty.sure || status >= 0))
    duty.state = VIGIE_DUTY_LATER;
  return duty;
}

/**
 * vigie_facts_list_duties:
 * @system: as it is classed, or might be
 *
 * Returns: (transfer full) (element-type VigieFactDuty): the rules of the register that are known to be about @system, in
 *   the order of the safeguards they ask for; borrowed from @facts
 */
GPtrArray *
vigie_facts_list_duties (const VigieFacts *facts, const VigieFactSystem *system)
{
  GPtrArray *duties = g_ptr_array_new ();

  for (gsize i = 0; i < facts->n_duties; i++)
    if (facts->duties[i].legal_status != VIGIE_LEGAL_STATUS_REPLACED &&
        is_about (&facts->duties[i], system) == CONCERNS)
      g_ptr_array_add (duties, &facts->duties[i]);
  return duties;
}
