// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of governance: meetings, decisions, actions, incidents, and the dates of the regulation.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

static const char meetings_sql[] = "SELECT code, body, held_on, title, held_on < ?1 FROM meeting"
                                   " WHERE held_on <= ?1 AND status <> 'planned' ORDER BY held_on DESC, id DESC";

static const char decisions_sql[] =
  VIGIE_FACTS_SCOPE_UNITS "SELECT code, text, kind, status, decided_on, review_on, deployment_id FROM decision "
                          "WHERE decided_on <= ?1 AND (?2 IS NULL OR deployment_id IN"
                          " (SELECT id FROM deployment WHERE org_unit_id IN (SELECT id FROM scope_unit))) "
                          "ORDER BY decided_on DESC, id DESC";

/* An action done after the day was still owed on it, whatever its status says now. */
static const char actions_sql[] =
  VIGIE_FACTS_SCOPE_UNITS "SELECT id, code, title, owner, status, due_on, done_on, deployment_id, barrier_id,"
                          " ifnull (done_on > ?1, status NOT IN ('done', 'verified', 'dropped')), opened_on "
                          "FROM action WHERE opened_on <= ?1 AND (?2 IS NULL OR deployment_id IN"
                          " (SELECT id FROM deployment WHERE org_unit_id IN (SELECT id FROM scope_unit))) "
                          "ORDER BY id";

static const char incidents_sql[] = VIGIE_FACTS_SCOPE_UNITS
  "SELECT i.code, i.deployment_id, i.kind, i.severity, i.occurred_on,"
  " ifnull (i.closed_on > ?1, i.status NOT IN ('mitigated', 'closed', 'dismissed')), ifnull (a.opened_on <= ?1, 0) "
  "FROM " VIGIE_FACTS_SCOPE_DEPLOYMENTS
  " CROSS JOIN incident AS i ON i.deployment_id = d.id LEFT JOIN action AS a ON a.id = i.action_id "
  "WHERE ifnull (i.detected_on, i.occurred_on) <= ?1 ORDER BY i.severity DESC, i.occurred_on DESC, i.id";

/* Of all deployments, so that those without incidents, which are most, are not gone through. */
static const char all_incidents_sql[] =
  "SELECT i.code, i.deployment_id, i.kind, i.severity, i.occurred_on,"
  " ifnull (i.closed_on > ?1, i.status NOT IN ('mitigated', 'closed', 'dismissed')), ifnull (a.opened_on <= ?1, 0) "
  "FROM incident AS i LEFT JOIN action AS a ON a.id = i.action_id "
  "WHERE ifnull (i.detected_on, i.occurred_on) <= ?1 ORDER BY i.severity DESC, i.occurred_on DESC, i.id";

static const char milestones_sql[] =
  "SELECT code, label_fr, label_en, applies_on, legal_status, text_fr, text_en, route FROM milestone ORDER BY applies_on, id";

static gboolean
read_meeting (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactMeeting *meeting = element;

  meeting->code = vigie_facts_text (reader, row, 0);
  meeting->body = vigie_facts_enum (reader, row, 1, VIGIE_TYPE_GOVERNANCE_BODY);
  meeting->held_on = vigie_statement_get_date (row, 2);
  meeting->title = vigie_facts_text (reader, row, 3);
  /* The latest comes first. */
  if (reader->facts->previous_meeting == VIGIE_DATE_NONE && vigie_statement_get_integer (row, 4) != 0)
    reader->facts->previous_meeting = meeting->held_on;
  return TRUE;
}

static gboolean
read_decision (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactDecision *decision = element;

  decision->code = vigie_facts_text (reader, row, 0);
  decision->text = vigie_facts_text (reader, row, 1);
  decision->kind = vigie_facts_enum (reader, row, 2, VIGIE_TYPE_DECISION_KIND);
  decision->status = vigie_facts_enum (reader, row, 3, VIGIE_TYPE_DECISION_STATUS);
  decision->decided_on = vigie_statement_get_date (row, 4);
  decision->review_on = vigie_statement_get_date (row, 5);
  decision->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 6);
  return TRUE;
}

static gboolean
read_action (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactAction *action = element;

  action->id = vigie_statement_get_integer (row, 0);
  action->code = vigie_facts_text (reader, row, 1);
  action->title = vigie_facts_text (reader, row, 2);
  action->owner = vigie_facts_text (reader, row, 3);
  action->status = vigie_facts_enum (reader, row, 4, VIGIE_TYPE_ACTION_STATUS);
  action->due_on = vigie_statement_get_date (row, 5);
  action->done_on = vigie_statement_get_date (row, 6);
  action->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 7);
  action->barrier = VIGIE_FACTS_INDEX (reader, barriers, row, 8);
  action->open = vigie_statement_get_integer (row, 9) != 0;
  action->opened_on = vigie_statement_get_date (row, 10);
  return TRUE;
}

static gboolean
read_incident (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactIncident *incident = element;

  incident->code = vigie_facts_text (reader, row, 0);
  incident->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 1);
  incident->kind = vigie_facts_enum (reader, row, 2, VIGIE_TYPE_INCIDENT_KIND);
  incident->severity = vigie_statement_get_integer (row, 3);
  incident->occurred_on = vigie_statement_get_date (row, 4);
  incident->open = vigie_statement_get_integer (row, 5) != 0;
  incident->has_action = vigie_statement_get_integer (row, 6) != 0;
  return incident->deployment >= 0;
}

static gboolean
read_milestone (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactMilestone *milestone = element;

  milestone->code = vigie_facts_text (reader, row, 0);
  milestone->label_fr = vigie_facts_text (reader, row, 1);
  milestone->label_en = vigie_facts_text (reader, row, 2);
  milestone->applies_on = vigie_statement_get_date (row, 3);
  milestone->legal_status = vigie_facts_enum (reader, row, 4, VIGIE_TYPE_LEGAL_STATUS);
  milestone->text_fr = vigie_facts_text (reader, row, 5);
  milestone->text_en = vigie_facts_text (reader, row, 6);
  milestone->route = vigie_facts_enum (reader, row, 7, VIGIE_TYPE_AI_ACT_ROUTE);
  return TRUE;
}

static gboolean
is_noted (const VigieFactsNotes *notes, VigieFactsPart part)
{
  return notes == NULL || vigie_facts_notes_has (notes, part);
}

static gboolean
read_meetings (VigieFactsReader *self, GError **error)
{
  self->facts->previous_meeting = VIGIE_DATE_NONE;
  return VIGIE_FACTS_READ (self, meetings, meetings_sql, read_meeting, error);
}

/* What @notes tell of, where they are not %NULL: else all. Actions are about barriers, too. */
gboolean
vigie_facts_read_governance (VigieFactsReader *self, const VigieFactsNotes *notes, GError **error)
{
  if (is_noted (notes, VIGIE_FACTS_PART_MEETINGS) && !read_meetings (self, error))
    return FALSE;
  if (is_noted (notes, VIGIE_FACTS_PART_DECISIONS) &&
      !VIGIE_FACTS_READ (self, decisions, decisions_sql, read_decision, error))
    return FALSE;
  if ((is_noted (notes, VIGIE_FACTS_PART_ACTIONS) || is_noted (notes, VIGIE_FACTS_PART_BARRIERS)) &&
      !VIGIE_FACTS_READ (self, actions, actions_sql, read_action, error))
    return FALSE;
  if (is_noted (notes, VIGIE_FACTS_PART_INCIDENTS) &&
      !VIGIE_FACTS_READ (self, incidents, vigie_facts_is_whole (self) ? all_incidents_sql : incidents_sql,
                         read_incident, error))
    return FALSE;
  return !is_noted (notes, VIGIE_FACTS_PART_MILESTONES) ||
         VIGIE_FACTS_READ (self, milestones, milestones_sql, read_milestone, error);
}
