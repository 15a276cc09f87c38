// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The lists of the window: which fields a director reads there, and in which order.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-list-kind.h"

#include "vigie-action.h"
#include "vigie-barrier.h"
#include "vigie-benchmark.h"
#include "vigie-completion.h"
#include "vigie-decision.h"
#include "vigie-duty.h"
#include "vigie-headcount.h"
#include "vigie-incident.h"
#include "vigie-meeting.h"
#include "vigie-milestone.h"
#include "vigie-module.h"
#include "vigie-org-unit.h"
#include "vigie-profession.h"
#include "vigie-rating.h"
#include "vigie-requirement.h"
#include "vigie-staff.h"
#include "vigie-survey-result.h"
#include "vigie-survey.h"
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

const VigieListKind vigie_list_kind_staff = {
  .list = &vigie_staff_list,
  .searched = &vigie_staff_entity,
  .name = VIGIE_STAFF_LIST_SITE,
  .columns = { VIGIE_STAFF_LIST_CODE, VIGIE_STAFF_LIST_SITE, VIGIE_STAFF_LIST_PROFESSION, VIGIE_STAFF_LIST_STARTS_ON,
               VIGIE_STAFF_LIST_ENDS_ON, -1 },
  .narrow = { VIGIE_STAFF_LIST_CODE, VIGIE_STAFF_LIST_PROFESSION, -1 },
  .sort = VIGIE_STAFF_LIST_CODE,
};

/* Those of a large hospital are too many to be sorted while one waits: what was entered last comes first. */
const VigieListKind vigie_list_kind_completions = {
  .entity = &vigie_completion_entity,
  .searched = &vigie_completion_entity,
  .name = VIGIE_COMPLETION_MODULE,
  .columns = { VIGIE_COMPLETION_STAFF, VIGIE_COMPLETION_MODULE, VIGIE_COMPLETION_COMPLETED_ON,
               VIGIE_COMPLETION_EXPIRES_ON, VIGIE_COMPLETION_MINUTES, VIGIE_COMPLETION_SCORE, -1 },
  .narrow = { VIGIE_COMPLETION_STAFF, VIGIE_COMPLETION_MODULE, -1 },
  .sort = -1,
  .descending = TRUE,
};

const VigieListKind vigie_list_kind_requirements = {
  .entity = &vigie_requirement_entity,
  .searched = &vigie_requirement_entity,
  .name = VIGIE_REQUIREMENT_MODULE,
  .columns = { VIGIE_REQUIREMENT_MODULE, VIGIE_REQUIREMENT_PROFESSION, VIGIE_REQUIREMENT_SYSTEM,
               VIGIE_REQUIREMENT_ORG_UNIT, VIGIE_REQUIREMENT_OBLIGATION, VIGIE_REQUIREMENT_TARGET_PERCENT,
               VIGIE_REQUIREMENT_DUE_ON, -1 },
  .narrow = { VIGIE_REQUIREMENT_MODULE, VIGIE_REQUIREMENT_PROFESSION, -1 },
  .sort = VIGIE_REQUIREMENT_MODULE,
};

const VigieListKind vigie_list_kind_ratings = {
  .entity = &vigie_rating_entity,
  .searched = &vigie_rating_entity,
  .name = VIGIE_RATING_BARRIER,
  .columns = { VIGIE_RATING_RATED_ON, VIGIE_RATING_BARRIER, VIGIE_RATING_TIER, VIGIE_RATING_LIKELIHOOD,
               VIGIE_RATING_IMPACT, VIGIE_RATING_KNOWLEDGE, VIGIE_RATING_RATIONALE, -1 },
  .narrow = { VIGIE_RATING_RATED_ON, VIGIE_RATING_BARRIER, -1 },
  .sort = VIGIE_RATING_RATED_ON,
  .descending = TRUE,
};

const VigieListKind vigie_list_kind_surveys = {
  .entity = &vigie_survey_entity,
  .searched = &vigie_survey_entity,
  .name = VIGIE_SURVEY_TITLE,
  .columns = { VIGIE_SURVEY_AS_OF, VIGIE_SURVEY_TITLE, VIGIE_SURVEY_POPULATION, VIGIE_SURVEY_SENT, VIGIE_SURVEY_ANSWERS,
               -1 },
  .narrow = { VIGIE_SURVEY_AS_OF, VIGIE_SURVEY_TITLE, -1 },
  .sort = VIGIE_SURVEY_AS_OF,
  .descending = TRUE,
};

const VigieListKind vigie_list_kind_survey_results = {
  .entity = &vigie_survey_result_entity,
  .searched = &vigie_survey_result_entity,
  .name = VIGIE_SURVEY_RESULT_FAMILY,
  .columns = { VIGIE_SURVEY_RESULT_SURVEY, VIGIE_SURVEY_RESULT_FAMILY, VIGIE_SURVEY_RESULT_ORG_UNIT,
               VIGIE_SURVEY_RESULT_PROFESSION, VIGIE_SURVEY_RESULT_ANSWERS, VIGIE_SURVEY_RESULT_NAMED, -1 },
  .narrow = { VIGIE_SURVEY_RESULT_FAMILY, VIGIE_SURVEY_RESULT_NAMED, -1 },
  .sort = VIGIE_SURVEY_RESULT_SURVEY,
};

const VigieListKind vigie_list_kind_professions = {
  .entity = &vigie_profession_entity,
  .searched = &vigie_profession_entity,
  .name = VIGIE_PROFESSION_LABEL_EN,
  .columns = { VIGIE_PROFESSION_LABEL_EN, VIGIE_PROFESSION_LABEL_FR, VIGIE_PROFESSION_FAMILY,
               VIGIE_PROFESSION_RPPS_CODE, VIGIE_PROFESSION_IN_REFERENCE_28H, -1 },
  .narrow = { VIGIE_PROFESSION_LABEL_EN, VIGIE_PROFESSION_LABEL_FR, -1 },
  .sort = VIGIE_PROFESSION_FAMILY,
};

const VigieListKind vigie_list_kind_headcounts = {
  .entity = &vigie_headcount_entity,
  .searched = &vigie_headcount_entity,
  .name = VIGIE_HEADCOUNT_ORG_UNIT,
  .columns = { VIGIE_HEADCOUNT_ORG_UNIT, VIGIE_HEADCOUNT_PROFESSION, VIGIE_HEADCOUNT_HEADS, VIGIE_HEADCOUNT_VALID_FROM,
               VIGIE_HEADCOUNT_VALID_TO, -1 },
  .narrow = { VIGIE_HEADCOUNT_ORG_UNIT, VIGIE_HEADCOUNT_HEADS, -1 },
  .sort = VIGIE_HEADCOUNT_ORG_UNIT,
};

const VigieListKind vigie_list_kind_duties = {
  .entity = &vigie_duty_entity,
  .searched = &vigie_duty_entity,
  .name = VIGIE_DUTY_KIND,
  .columns = { VIGIE_DUTY_KIND, VIGIE_DUTY_AI_ACT_CLASS, VIGIE_DUTY_DEFINITION_EN, VIGIE_DUTY_DEFINITION_FR,
               VIGIE_DUTY_ARTICLE, VIGIE_DUTY_APPLIES_ON, VIGIE_DUTY_LEGAL_STATUS, -1 },
  .narrow = { VIGIE_DUTY_KIND, VIGIE_DUTY_APPLIES_ON, -1 },
  .sort = VIGIE_DUTY_KIND,
};

const VigieListKind vigie_list_kind_benchmarks = {
  .entity = &vigie_benchmark_entity,
  .searched = &vigie_benchmark_entity,
  .name = VIGIE_BENCHMARK_LABEL_EN,
  .columns = { VIGIE_BENCHMARK_LABEL_EN, VIGIE_BENCHMARK_LABEL_FR, VIGIE_BENCHMARK_VALUE_PERMILLE, VIGIE_BENCHMARK_N,
               VIGIE_BENCHMARK_SOURCE, VIGIE_BENCHMARK_PUBLISHED_ON, -1 },
  .narrow = { VIGIE_BENCHMARK_LABEL_EN, VIGIE_BENCHMARK_LABEL_FR, -1 },
  .sort = VIGIE_BENCHMARK_PUBLISHED_ON,
  .descending = TRUE,
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
 * vigie_list_kind_new_key:
 * @row: a row of the list
 *
 * Returns: (transfer full): a record with the key of what @row opens
 */
VigieRecord *
vigie_list_kind_new_key (const VigieListKind *self, VigieRecord *row)
{
  VigieRecord *key;

  if (self->list == NULL)
    return g_object_ref (row);
  key = vigie_record_new (self->searched);
  vigie_record_set_text (key, 0, vigie_record_get_text (row, 0));
  return key;
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
