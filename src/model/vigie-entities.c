// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-entities.h"

/*
 * Every entity of the register, a referenced one before those that refer to it: the order in which
 * a whole register is imported.
 */
static const VigieEntity *const entities[VIGIE_N_ENTITIES + 1] = {
  &vigie_setting_entity,
  &vigie_org_unit_entity,
  &vigie_profession_entity,
  &vigie_headcount_entity,
  &vigie_staff_entity,
  &vigie_job_entity,
  &vigie_module_entity,
  &vigie_system_entity,
  &vigie_deployment_entity,
  &vigie_requirement_entity,
  &vigie_completion_entity,
  &vigie_completion_count_entity,
  &vigie_stage_event_entity,
  &vigie_user_group_entity,
  &vigie_safeguard_entity,
  &vigie_evidence_entity,
  &vigie_barrier_entity,
  &vigie_rating_entity,
  &vigie_barrier_link_entity,
  &vigie_survey_entity,
  &vigie_survey_result_entity,
  &vigie_meeting_entity,
  &vigie_agenda_item_entity,
  &vigie_decision_entity,
  &vigie_action_entity,
  &vigie_incident_entity,
  &vigie_benchmark_entity,
  &vigie_milestone_entity,
  &vigie_duty_entity,
  &vigie_cost_entity,
  &vigie_benefit_entity,
  &vigie_evidence_weight_entity,
  &vigie_attendance_entity,
  &vigie_exhibit_entity,
  NULL,
};

/* In the order in which they came to be: the position is stored in the search index, so add at the end only. */
static const VigieEntity *const searched[VIGIE_N_ENTITIES] = {
  &vigie_setting_entity,       &vigie_org_unit_entity,    &vigie_profession_entity,      &vigie_headcount_entity,
  &vigie_staff_entity,         &vigie_job_entity,         &vigie_module_entity,          &vigie_system_entity,
  &vigie_deployment_entity,    &vigie_requirement_entity, &vigie_completion_entity,      &vigie_completion_count_entity,
  &vigie_stage_event_entity,   &vigie_user_group_entity,  &vigie_safeguard_entity,       &vigie_evidence_entity,
  &vigie_barrier_entity,       &vigie_rating_entity,      &vigie_barrier_link_entity,    &vigie_survey_entity,
  &vigie_survey_result_entity, &vigie_meeting_entity,     &vigie_decision_entity,        &vigie_action_entity,
  &vigie_incident_entity,      &vigie_benchmark_entity,   &vigie_milestone_entity,       &vigie_duty_entity,
  &vigie_cost_entity,          &vigie_benefit_entity,     &vigie_evidence_weight_entity, &vigie_agenda_item_entity,
  &vigie_attendance_entity,    &vigie_exhibit_entity,
};

/**
 * vigie_entities:
 *
 * Returns: (transfer none): every entity, %NULL-terminated, referenced ones first
 */
const VigieEntity *const *
vigie_entities (void)
{
  return entities;
}

/**
 * vigie_entity_from_nick:
 *
 * Returns: (transfer none) (nullable): the entity of that nick, which is its table and its kind
 */
const VigieEntity *
vigie_entity_from_nick (const char *nick)
{
  for (gsize i = 0; entities[i] != NULL; i++)
    if (g_strcmp0 (entities[i]->nick, nick) == 0)
      return entities[i];
  return NULL;
}

/**
 * vigie_entity_number:
 *
 * Returns: the place of @entity in vigie_entities(), from 0, which may change from one version to the next
 */
int
vigie_entity_number (const VigieEntity *entity)
{
  for (int i = 0; entities[i] != NULL; i++)
    if (entities[i] == entity)
      return i;
  g_return_val_if_reached (-1);
}

/**
 * vigie_entity_search_number:
 *
 * Returns: the number of @entity in the search index, from 0, which never changes
 */
int
vigie_entity_search_number (const VigieEntity *entity)
{
  for (int i = 0; i < VIGIE_N_ENTITIES; i++)
    if (searched[i] == entity)
      return i;
  g_return_val_if_reached (-1);
}

/**
 * vigie_entity_dup_nicks:
 *
 * Returns: (transfer full): every nick, joined by ", ", for error messages
 */
char *
vigie_entity_dup_nicks (void)
{
  GString *nicks = g_string_new (NULL);

  for (gsize i = 0; entities[i] != NULL; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", entities[i]->nick);
  return g_string_free_and_steal (nicks);
}
