// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The lists of the window: which fields a director reads there, and in which order.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-list-kind.h"

#include "vigie-action.h"
#include "vigie-barrier.h"
#include "vigie-decision.h"
#include "vigie-incident.h"
#include "vigie-meeting.h"
#include "vigie-milestone.h"
#include "vigie-module.h"
#include "vigie-org-unit.h"
#include "vigie-system.h"

const VigieListKind vigie_list_kind_systems = {
  .list = &vigie_system_list,
  .searched = &vigie_system_entity,
  .name = VIGIE_SYSTEM_LIST_NAME,
  .columns = { VIGIE_SYSTEM_LIST_NAME, VIGIE_SYSTEM_LIST_VENDOR, VIGIE_SYSTEM_LIST_USE_DOMAIN, VIGIE_SYSTEM_LIST_SITE,
               VIGIE_SYSTEM_LIST_STAGE, VIGIE_SYSTEM_LIST_SINCE, VIGIE_SYSTEM_LIST_AI_ACT_CLASS,
               VIGIE_SYSTEM_LIST_USERS, -1 },
  .narrow = { VIGIE_SYSTEM_LIST_NAME, VIGIE_SYSTEM_LIST_STAGE, -1 },
  .sort = VIGIE_SYSTEM_LIST_NAME,
};

const VigieListKind vigie_list_kind_training = {
  .list = &vigie_module_list,
  .searched = &vigie_module_entity,
  .name = VIGIE_MODULE_LIST_TITLE,
  .columns = { VIGIE_MODULE_LIST_TITLE, VIGIE_MODULE_LIST_COMPETENCY, VIGIE_MODULE_LIST_DURATION,
               VIGIE_MODULE_LIST_VALIDITY, VIGIE_MODULE_LIST_TRAINED, -1 },
  .narrow = { VIGIE_MODULE_LIST_TITLE, VIGIE_MODULE_LIST_TRAINED, -1 },
  .sort = VIGIE_MODULE_LIST_TITLE,
};

const VigieListKind vigie_list_kind_barriers = {
  .list = &vigie_barrier_list,
  .searched = &vigie_barrier_entity,
  .name = VIGIE_BARRIER_LIST_TITLE,
  .columns = { VIGIE_BARRIER_LIST_TITLE, VIGIE_BARRIER_LIST_FAMILY, VIGIE_BARRIER_LIST_LIKELIHOOD,
               VIGIE_BARRIER_LIST_IMPACT, VIGIE_BARRIER_LIST_STATUS, VIGIE_BARRIER_LIST_OWNER,
               VIGIE_BARRIER_LIST_NEXT_REVIEW_ON, -1 },
  .narrow = { VIGIE_BARRIER_LIST_TITLE, VIGIE_BARRIER_LIST_STATUS, -1 },
  .sort = VIGIE_BARRIER_LIST_TITLE,
};

const VigieListKind vigie_list_kind_actions = {
  .entity = &vigie_action_entity,
  .searched = &vigie_action_entity,
  .name = VIGIE_ACTION_TITLE,
  .columns = { VIGIE_ACTION_TITLE, VIGIE_ACTION_OWNER, VIGIE_ACTION_STATUS, VIGIE_ACTION_DUE_ON, VIGIE_ACTION_DONE_ON,
               -1 },
  .narrow = { VIGIE_ACTION_TITLE, VIGIE_ACTION_DUE_ON, -1 },
  .sort = VIGIE_ACTION_DUE_ON,
};

const VigieListKind vigie_list_kind_incidents = {
  .entity = &vigie_incident_entity,
  .searched = &vigie_incident_entity,
  .name = VIGIE_INCIDENT_DESCRIPTION,
  .columns = { VIGIE_INCIDENT_OCCURRED_ON, VIGIE_INCIDENT_DESCRIPTION, VIGIE_INCIDENT_KIND, VIGIE_INCIDENT_SEVERITY,
               VIGIE_INCIDENT_STATUS, VIGIE_INCIDENT_DEPLOYMENT, -1 },
  .narrow = { VIGIE_INCIDENT_OCCURRED_ON, VIGIE_INCIDENT_DESCRIPTION, -1 },
  .sort = VIGIE_INCIDENT_OCCURRED_ON,
  .descending = TRUE,
};

const VigieListKind vigie_list_kind_meetings = {
  .entity = &vigie_meeting_entity,
  .searched = &vigie_meeting_entity,
  .name = VIGIE_MEETING_TITLE,
  .columns = { VIGIE_MEETING_HELD_ON, VIGIE_MEETING_TITLE, VIGIE_MEETING_BODY, VIGIE_MEETING_STATUS, -1 },
  .narrow = { VIGIE_MEETING_HELD_ON, VIGIE_MEETING_TITLE, -1 },
  .sort = VIGIE_MEETING_HELD_ON,
  .descending = TRUE,
};

const VigieListKind vigie_list_kind_sites = {
  .entity = &vigie_org_unit_entity,
  .searched = &vigie_org_unit_entity,
  .name = VIGIE_ORG_UNIT_NAME,
  .columns = { VIGIE_ORG_UNIT_NAME, VIGIE_ORG_UNIT_KIND, VIGIE_ORG_UNIT_PARENT, VIGIE_ORG_UNIT_CLOSED_ON, -1 },
  .narrow = { VIGIE_ORG_UNIT_NAME, VIGIE_ORG_UNIT_KIND, -1 },
  .sort = VIGIE_ORG_UNIT_NAME,
};

const VigieListKind vigie_list_kind_decisions = {
  .entity = &vigie_decision_entity,
  .searched = &vigie_decision_entity,
  .name = VIGIE_DECISION_TEXT,
  .columns = { VIGIE_DECISION_DECIDED_ON, VIGIE_DECISION_TEXT, VIGIE_DECISION_KIND, VIGIE_DECISION_STATUS,
               VIGIE_DECISION_REVIEW_ON, -1 },
  .narrow = { VIGIE_DECISION_DECIDED_ON, VIGIE_DECISION_TEXT, -1 },
  .sort = VIGIE_DECISION_DECIDED_ON,
  .descending = TRUE,
};

const VigieListKind vigie_list_kind_reference = {
  .entity = &vigie_milestone_entity,
  .searched = &vigie_milestone_entity,
  .name = VIGIE_MILESTONE_LABEL_EN,
  .columns = { VIGIE_MILESTONE_APPLIES_ON, VIGIE_MILESTONE_LABEL_EN, VIGIE_MILESTONE_LABEL_FR,
               VIGIE_MILESTONE_LEGAL_STATUS, VIGIE_MILESTONE_TEXT_EN, VIGIE_MILESTONE_TEXT_FR,
               VIGIE_MILESTONE_CHECKED_ON, -1 },
  .narrow = { VIGIE_MILESTONE_LABEL_EN, VIGIE_MILESTONE_LABEL_FR, -1 },
  .sort = VIGIE_MILESTONE_APPLIES_ON,
};

/**
 * vigie_list_kind_get_row_entity:
 *
 * Returns: (transfer none): the entity whose fields a row has
 */
const VigieEntity *
vigie_list_kind_get_row_entity (const VigieListKind *self)
{
  return self->list != NULL ? &self->list->entity : self->entity;
}

/**
 * vigie_list_kind_is_narrow:
 *
 * Returns: whether a narrow window has room for @field
 */
gboolean
vigie_list_kind_is_narrow (const VigieListKind *self, int field)
{
  for (guint i = 0; self->narrow[i] >= 0; i++)
    if (self->narrow[i] == field)
      return TRUE;
  return FALSE;
}
