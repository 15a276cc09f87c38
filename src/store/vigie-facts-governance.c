// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of governance: meetings, decisions, actions, incidents, and the dates of the regulation.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#include <string.h>

static const char meetings_sql[] =
  "SELECT code, body, held_on, title FROM meeting WHERE status <> 'planned' ORDER BY held_on DESC, id DESC";

/* Of the whole all that is told of any day is read, so that it can be kept: of each day it says what it does by then. */
#define OF_PART "WHERE deployment_id IN (SELECT id FROM deployment WHERE org_unit_id IN (SELECT id FROM scope_unit)) "

#define DECISIONS "SELECT code, text, kind, status, decided_on, review_on, deployment_id FROM decision "
#define DECISIONS_IN_ORDER "ORDER BY decided_on DESC, id DESC"

static const char decisions_sql[] = DECISIONS DECISIONS_IN_ORDER;
static const char decisions_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS DECISIONS OF_PART DECISIONS_IN_ORDER;

#define ACTIONS \
  "SELECT id, code, title, owner, status, due_on, done_on, deployment_id, barrier_id, opened_on FROM action "
#define ACTIONS_IN_ORDER "ORDER BY id"

static const char actions_sql[] = ACTIONS ACTIONS_IN_ORDER;
static const char actions_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS ACTIONS OF_PART ACTIONS_IN_ORDER;

#define INCIDENT \
  "SELECT i.code, i.deployment_id, i.kind, i.severity, i.occurred_on, i.detected_on, i.closed_on, i.status," \
  " a.opened_on FROM "
#define ANSWER " LEFT JOIN action AS a ON a.id = i.action_id "
#define INCIDENTS_IN_ORDER "ORDER BY i.severity DESC, i.occurred_on DESC, i.id"

/* Of all deployments, so that those without incidents, which are most, are not gone through. */
static const char incidents_sql[] = INCIDENT "incident AS i" ANSWER INCIDENTS_IN_ORDER;
static const char incidents_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS INCIDENT VIGIE_FACTS_SCOPE_DEPLOYMENTS
  " CROSS JOIN incident AS i ON i.deployment_id = d.id" ANSWER INCIDENTS_IN_ORDER;

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
  if (meeting->held_on > reader->facts->as_of)
    return FALSE;
  /* The latest comes first. */
  if (reader->facts->previous_meeting == VIGIE_DATE_NONE && meeting->held_on < reader->facts->as_of)
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
  return decision->decided_on <= reader->facts->as_of;
}

/* One that was done after the day was still owed on it, whatever its status says now. */
static gboolean
was_owed (VigieFactsReader *reader, const VigieFactAction *action)
{
  if (action->done_on != VIGIE_DATE_NONE)
    return action->done_on > reader->facts->as_of;
  return action->status != VIGIE_ACTION_STATUS_DONE && action->status != VIGIE_ACTION_STATUS_VERIFIED &&
         action->status != VIGIE_ACTION_STATUS_DROPPED;
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
  action->opened_on = vigie_statement_get_date (row, 9);
  action->open = was_owed (reader, action);
  return action->opened_on <= reader->facts->as_of;
}

static gboolean
is_unsettled (int status)
{
  return status != VIGIE_INCIDENT_STATUS_MITIGATED && status != VIGIE_INCIDENT_STATUS_CLOSED &&
         status != VIGIE_INCIDENT_STATUS_DISMISSED;
}

static gboolean
read_incident (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactIncident *incident = element;
  VigieDate as_of = reader->facts->as_of, detected_on, closed_on, answered_on;

  incident->code = vigie_facts_text (reader, row, 0);
  incident->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 1);
  incident->kind = vigie_facts_enum (reader, row, 2, VIGIE_TYPE_INCIDENT_KIND);
  incident->severity = vigie_statement_get_integer (row, 3);
  incident->occurred_on = vigie_statement_get_date (row, 4);
  detected_on = vigie_statement_get_date (row, 5);
  closed_on = vigie_statement_get_date (row, 6);
  answered_on = vigie_statement_get_date (row, 8);
  incident->open = closed_on != VIGIE_DATE_NONE
                     ? closed_on > as_of
                     : is_unsettled (vigie_facts_enum (reader, row, 7, VIGIE_TYPE_INCIDENT_STATUS));
  incident->has_action = answered_on != VIGIE_DATE_NONE && answered_on <= as_of;
  return incident->deployment >= 0 && (detected_on != VIGIE_DATE_NONE ? detected_on : incident->occurred_on) <= as_of;
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

/* An action may answer an incident, and mostly answers none: what says the same as before stays what it was, so that who
 * looks sees that it is the same. */
static gboolean
read_incidents (VigieFactsReader *self, GError **error)
{
  gboolean part = vigie_scope_get_site (self->scope) != NULL;
  VigieFacts *facts = self->facts;
  VigieFactIncident *before = facts->incidents;
  gsize n_before = facts->n_incidents;

  if (!VIGIE_FACTS_READ (self, incidents, part ? incidents_of_part_sql : incidents_sql, read_incident, error))
    return FALSE;
  if (before != NULL && facts->n_incidents == n_before &&
      memcmp (before, facts->incidents, n_before * sizeof *before) == 0)
    facts->incidents = before;
  return TRUE;
}

/* What @notes tell of, where they are not %NULL: else all. Actions are about barriers, too. */
gboolean
vigie_facts_read_governance (VigieFactsReader *self, const VigieFactsNotes *notes, GError **error)
{
  gboolean part = vigie_scope_get_site (self->scope) != NULL;

  if (is_noted (notes, VIGIE_FACTS_PART_MEETINGS) && !read_meetings (self, error))
    return FALSE;
  if (is_noted (notes, VIGIE_FACTS_PART_DECISIONS) &&
      !VIGIE_FACTS_READ (self, decisions, part ? decisions_of_part_sql : decisions_sql, read_decision, error))
    return FALSE;
  if ((is_noted (notes, VIGIE_FACTS_PART_ACTIONS) || is_noted (notes, VIGIE_FACTS_PART_BARRIERS)) &&
      !VIGIE_FACTS_READ (self, actions, part ? actions_of_part_sql : actions_sql, read_action, error))
    return FALSE;
  if (is_noted (notes, VIGIE_FACTS_PART_INCIDENTS) && !read_incidents (self, error))
    return FALSE;
  return !is_noted (notes, VIGIE_FACTS_PART_MILESTONES) ||
         VIGIE_FACTS_READ (self, milestones, milestones_sql, read_milestone, error);
}
