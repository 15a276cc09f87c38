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
  gsize low = 0, high = facts->n_safeguards;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (facts->safeguards[middle].deployment < deployment)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < facts->n_safeguards && facts->safeguards[low].deployment == deployment; low++)
    if (facts->safeguards[low].kind == (int) kind)
      return facts->safeguards[low].status;
  return -1;
}

/**
 * vigie_picture_safeguard_is_due:
 *
 * Whether the law asks the hospital for a safeguard, from what is recorded of the system: an impact
 * assessment where personal data are processed (GDPR, art. 35, which health data at scale meet); human
 * oversight of what is high-risk (Regulation (EU) 2024/1689, art. 26(2)); information of the patient of
 * a medical device that learned from massive data (CSP, art. L4001-3). A file that says nothing of the
 * system's data, class or device asks for nothing here.
 */
gboolean
vigie_picture_safeguard_is_due (const VigiePicture *self, int deployment, VigieSafeguardKind kind)
{
  const VigieFactSystem *system = self->deployments[deployment].system;

  switch ((int) kind)
    {
    case VIGIE_SAFEGUARD_KIND_DPIA:
      return system->personal_data == 1 || system->health_data == 1;
    case VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT:
      return system->ai_act_class == VIGIE_AI_ACT_CLASS_HIGH;
    case VIGIE_SAFEGUARD_KIND_PATIENT_INFORMATION:
      return vigie_system_is_medical_device (system);
    default:
      return FALSE;
    }
}

/**
 * vigie_picture_duty:
 *
 * Returns: how a deployment stands to a protection on the day
 */
VigieDuty
vigie_picture_duty (const VigiePicture *self, int deployment, VigieSafeguardKind kind)
{
  int status = vigie_picture_safeguard (self, deployment, kind);

  switch (status)
    {
    case VIGIE_SAFEGUARD_STATUS_IN_PLACE:
      return (VigieDuty) { .state = VIGIE_DUTY_MET };
    case VIGIE_SAFEGUARD_STATUS_MISSING:
      return (VigieDuty) { .state = VIGIE_DUTY_MISSING };
    case VIGIE_SAFEGUARD_STATUS_IN_PROGRESS:
      return (VigieDuty) { .state = VIGIE_DUTY_IN_PROGRESS };
    case VIGIE_SAFEGUARD_STATUS_NOT_APPLICABLE:
      return (VigieDuty) { .state = VIGIE_DUTY_NOT_DUE };
    default:
      return (VigieDuty) { .state = vigie_picture_safeguard_is_due (self, deployment, kind) ? VIGIE_DUTY_NOT_ASSESSED
                                                                                            : VIGIE_DUTY_NOT_DUE };
    }
}
