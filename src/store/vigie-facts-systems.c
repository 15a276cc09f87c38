// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of AI systems: what they are, where they are deployed and how far, who uses them, what protects
 * those concerned, and what shows that they are reliable.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#include "vigie-memory.h"

/* Of a part of the organisation those that are deployed there. */
#define SYSTEMS \
  "SELECT id, code, name, vendor, use_domain, md_class, ce_status, ai_act_class, ai_act_route," \
  " generative, personal_data, health_data," \
  " NOT EXISTS (SELECT 1 FROM deployment WHERE system_id = system.id) FROM system "

static const char systems_sql[] = SYSTEMS "ORDER BY id";
static const char systems_of_part_sql[] =
  VIGIE_FACTS_SCOPE_UNITS SYSTEMS "WHERE id IN (SELECT d.system_id FROM " VIGIE_FACTS_SCOPE_DEPLOYMENTS ") ORDER BY id";
static const char changed_systems_sql[] = SYSTEMS "WHERE id IN (SELECT id FROM temp.facts_changed) ORDER BY id";

#define DEPLOYMENT \
  "SELECT d.id, d.code, d.system_id, d.org_unit_id, d.planned_on, d.owner, d.oversight, d.oversight_cover, d.health," \
  " e.stage, e.occurred_on, e.basis FROM "

/* Of the whole all that is told of any day is read, so that it can be kept: of each day it says what it does by then. */
static const char deployments_sql[] =
  DEPLOYMENT "deployment AS d LEFT JOIN stage_event AS e ON e.deployment_id = d.id ORDER BY d.id, e.occurred_on";

#define DEPLOYMENTS(from) \
  VIGIE_FACTS_SCOPE_UNITS DEPLOYMENT from \
    " LEFT JOIN stage_event AS e ON e.deployment_id = d.id AND e.occurred_on =" \
    " (SELECT max (occurred_on) FROM stage_event WHERE deployment_id = d.id AND occurred_on <= ?1) " \
    "WHERE d.org_unit_id IN (SELECT id FROM scope_unit)" \
    " AND (e.stage IS NOT NULL OR NOT EXISTS (SELECT 1 FROM stage_event WHERE deployment_id = d.id))" \
    " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM user_group AS g JOIN profession AS p ON p.id = g.profession_id" \
    "   WHERE g.deployment_id = d.id AND g.as_of <= ?1 AND p.code = ?3)) ORDER BY d.id"

static const char deployments_of_part_sql[] = DEPLOYMENTS ("deployment AS d");
static const char changed_deployments_sql[] =
  DEPLOYMENTS ("temp.facts_changed AS c CROSS JOIN deployment AS d ON d.id = c.id");

#define USER_GROUP "SELECT g.deployment_id, g.profession_id, g.users_expected, g.users_active, g.as_of FROM "

static const char user_groups_sql[] = USER_GROUP "user_group AS g ORDER BY g.deployment_id, g.profession_id, g.as_of";

#define USER_GROUPS(from) \
  USER_GROUP from \
    " CROSS JOIN user_group AS g ON g.deployment_id = d.id CROSS JOIN profession AS p ON p.id = g.profession_id " \
    "WHERE g.as_of = (SELECT max (as_of) FROM user_group" \
    "   WHERE deployment_id = g.deployment_id AND profession_id = g.profession_id AND as_of <= ?1)" \
    " AND (?3 IS NULL OR p.code = ?3) ORDER BY g.deployment_id, g.profession_id"

static const char user_groups_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS USER_GROUPS (VIGIE_FACTS_SCOPE_DEPLOYMENTS);
static const char changed_user_groups_sql[] = USER_GROUPS (VIGIE_FACTS_CHANGED_DEPLOYMENTS);

#define SAFEGUARD "SELECT s.deployment_id, s.kind, s.status, s.done_on, s.valid_until FROM "

/* Of the whole they are read in the order of their index; those that are in no scope are left out as they come. */
static const char safeguards_sql[] = SAFEGUARD "safeguard AS s ORDER BY s.deployment_id, s.kind";
#define SAFEGUARDS(from) \
  SAFEGUARD from " CROSS JOIN safeguard AS s ON s.deployment_id = d.id ORDER BY s.deployment_id, s.kind"
static const char safeguards_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS SAFEGUARDS (VIGIE_FACTS_SCOPE_DEPLOYMENTS);
static const char changed_safeguards_sql[] = SAFEGUARDS (VIGIE_FACTS_CHANGED_DEPLOYMENTS);

/* What was only proposed, and what another rule replaced, asks for nothing. */
static const char duties_sql[] =
  "SELECT code, kind, ai_act_class, ai_act_route, medical_device, personal_data, health_data,"
  " definition_fr, definition_en, applies_on, legal_status, text_fr, text_en, article "
  "FROM duty WHERE legal_status IN ('in_force', 'adopted') ORDER BY kind, applies_on, id";

#define EVIDENCE "SELECT system_id, deployment_id, kind, result, obtained_on, valid_until FROM evidence "
#define IN_ORDER "ORDER BY system_id, obtained_on, id"

static const char evidence_sql[] = EVIDENCE IN_ORDER;
static const char evidence_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS EVIDENCE
  "WHERE system_id IN (SELECT d.system_id FROM " VIGIE_FACTS_SCOPE_DEPLOYMENTS ") " IN_ORDER;
static const char changed_evidence_sql[] = EVIDENCE "WHERE system_id IN (SELECT id FROM temp.facts_changed) " IN_ORDER;

static const char weights_sql[] = "SELECT kind, weight, medical_device_only FROM evidence_weight ORDER BY id";

static gboolean
read_system (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactSystem *system = element;

  system->id = vigie_statement_get_integer (row, 0);
  system->code = vigie_facts_text (reader, row, 1);
  system->name = vigie_facts_text (reader, row, 2);
  system->vendor = vigie_facts_text (reader, row, 3);
  system->use_domain = vigie_facts_enum (reader, row, 4, VIGIE_TYPE_USE_DOMAIN);
  system->md_class = vigie_facts_enum (reader, row, 5, VIGIE_TYPE_MD_CLASS);
  system->ce_status = vigie_facts_enum (reader, row, 6, VIGIE_TYPE_CE_STATUS);
  system->ai_act_class = vigie_facts_enum (reader, row, 7, VIGIE_TYPE_AI_ACT_CLASS);
  system->ai_act_route = vigie_facts_enum (reader, row, 8, VIGIE_TYPE_AI_ACT_ROUTE);
  system->generative = (int) vigie_statement_get_integer_or (row, 9, -1);
  system->personal_data = (int) vigie_statement_get_integer_or (row, 10, -1);
  system->health_data = (int) vigie_statement_get_integer_or (row, 11, -1);
  system->undeployed = vigie_statement_get_integer (row, 12) != 0;
  return TRUE;
}

static gboolean
read_stage (VigieFactsReader *reader, VigieStatement *row, VigieDate since, VigieFactDeployment *deployment)
{
  deployment->stage = vigie_facts_enum (reader, row, 9, VIGIE_TYPE_STAGE);
  deployment->since = since;
  deployment->basis = vigie_facts_enum (reader, row, 11, VIGIE_TYPE_STAGE_BASIS);
  return TRUE;
}

/* A row for each of its stages, the earliest first, or the one that counts. One of which all come later is not yet. */
static gboolean
read_deployment (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactDeployment *deployment = element;
  VigieDate since = vigie_statement_get_date (row, 10);

  if (since != VIGIE_DATE_NONE && since > reader->facts->as_of)
    return FALSE;
  deployment->id = vigie_statement_get_integer (row, 0);
  if (reader->n_read > 0 && deployment[-1].id == deployment->id)
    return !read_stage (reader, row, since, deployment - 1);
  deployment->code = vigie_facts_text (reader, row, 1);
  deployment->system = VIGIE_FACTS_INDEX (reader, systems, row, 2);
  deployment->unit = VIGIE_FACTS_INDEX (reader, units, row, 3);
  deployment->planned_on = vigie_statement_get_date (row, 4);
  deployment->owner = vigie_facts_text (reader, row, 5);
  deployment->oversight = vigie_facts_text (reader, row, 6);
  deployment->oversight_cover = vigie_facts_enum (reader, row, 7, VIGIE_TYPE_OVERSIGHT_COVER);
  deployment->health = vigie_facts_enum (reader, row, 8, VIGIE_TYPE_HEALTH);
  read_stage (reader, row, since, deployment);
  /* In a damaged register it may be of nothing, or nowhere. */
  return deployment->system >= 0 && deployment->unit >= 0 && reader->facts->units[deployment->unit].in_scope;
}

/* The latest count by the day is the one that counts. */
static gboolean
read_user_group (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactUserGroup *group = element;

  if (vigie_statement_get_date (row, 4) > reader->facts->as_of)
    return FALSE;
  group->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 0);
  group->profession = VIGIE_FACTS_INDEX (reader, professions, row, 1);
  group->expected = vigie_statement_get_integer_or (row, 2, -1);
  group->active = vigie_statement_get_integer_or (row, 3, -1);
  if (group->deployment < 0)
    return FALSE;
  if (reader->n_read == 0 || group[-1].deployment != group->deployment || group[-1].profession != group->profession)
    return TRUE;
  group[-1] = *group;
  return FALSE;
}

/* What was put in place after the day, or has lapsed by it, was missing on the day. */
static int
status_on (const VigieFactSafeguard *safeguard, VigieDate day)
{
  gboolean stood = (safeguard->done_on == VIGIE_DATE_NONE || safeguard->done_on <= day) &&
                   (safeguard->valid_until == VIGIE_DATE_NONE || safeguard->valid_until >= day);

  return safeguard->recorded == VIGIE_SAFEGUARD_STATUS_IN_PLACE && !stood ? VIGIE_SAFEGUARD_STATUS_MISSING
                                                                          : safeguard->recorded;
}

static gboolean
read_safeguard (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactSafeguard *safeguard = element;

  safeguard->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 0);
  safeguard->kind = (gint8) vigie_facts_enum (reader, row, 1, VIGIE_TYPE_SAFEGUARD_KIND);
  safeguard->recorded = (gint16) vigie_facts_enum (reader, row, 2, VIGIE_TYPE_SAFEGUARD_STATUS);
  safeguard->done_on = vigie_statement_get_date (row, 3);
  safeguard->valid_until = vigie_statement_get_date (row, 4);
  safeguard->status = (gint8) status_on (safeguard, reader->facts->as_of);
  return safeguard->deployment >= 0;
}

/* Those of a later day tell of a former one, too: as the deployments, of which there are no more then, stand. */
static void
take_safeguards (VigieFactsReader *self)
{
  VigieFacts *facts = self->facts;
  const VigieFacts *other = self->other;
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof (VigieFactSafeguard), (guint) other->n_safeguards + 1);
  int at = -1, deployment = -1;

  vigie_memory_expect_large (array->data, other->n_safeguards * sizeof (VigieFactSafeguard));
  for (gsize i = 0; i < other->n_safeguards; i++)
    {
      VigieFactSafeguard safeguard = other->safeguards[i];

      if (safeguard.deployment != at)
        deployment = vigie_facts_find (facts->deployments, facts->n_deployments, sizeof *facts->deployments,
                                       other->deployments[safeguard.deployment].id);
      at = safeguard.deployment;
      safeguard.deployment = deployment;
      safeguard.status = (gint8) status_on (&safeguard, facts->as_of);
      if (deployment >= 0)
        g_array_append_val (array, safeguard);
    }
  facts->safeguards = g_array_steal (array, &facts->n_safeguards);
  vigie_facts_own (facts, facts->safeguards, facts->n_safeguards, sizeof *facts->safeguards);
  g_array_unref (array);
}

static gboolean
read_safeguards (VigieFactsReader *self, GError **error)
{
  gboolean part = vigie_scope_get_site (self->scope) != NULL;

  if (self->other == NULL)
    return VIGIE_FACTS_READ (self, safeguards, part ? safeguards_of_part_sql : safeguards_sql, read_safeguard, error);
  take_safeguards (self);
  return TRUE;
}

static gboolean
read_duty (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactDuty *duty = element;

  duty->code = vigie_facts_text (reader, row, 0);
  duty->kind = vigie_facts_enum (reader, row, 1, VIGIE_TYPE_SAFEGUARD_KIND);
  duty->ai_act_class = vigie_facts_enum (reader, row, 2, VIGIE_TYPE_AI_ACT_CLASS);
  duty->ai_act_route = vigie_facts_enum (reader, row, 3, VIGIE_TYPE_AI_ACT_ROUTE);
  duty->medical_device = (int) vigie_statement_get_integer_or (row, 4, -1);
  duty->personal_data = (int) vigie_statement_get_integer_or (row, 5, -1);
  duty->health_data = (int) vigie_statement_get_integer_or (row, 6, -1);
  duty->definition_fr = vigie_facts_text (reader, row, 7);
  duty->definition_en = vigie_facts_text (reader, row, 8);
  duty->applies_on = vigie_statement_get_date (row, 9);
  duty->legal_status = vigie_facts_enum (reader, row, 10, VIGIE_TYPE_LEGAL_STATUS);
  duty->text_fr = vigie_facts_text (reader, row, 11);
  duty->text_en = vigie_facts_text (reader, row, 12);
  duty->article = vigie_facts_text (reader, row, 13);
  return TRUE;
}

static gboolean
read_evidence (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactEvidence *evidence = element;
  VigieDate valid_until = vigie_statement_get_date (row, 5);

  evidence->system = VIGIE_FACTS_INDEX (reader, systems, row, 0);
  evidence->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 1);
  evidence->kind = vigie_facts_enum (reader, row, 2, VIGIE_TYPE_EVIDENCE_KIND);
  evidence->result = vigie_facts_enum (reader, row, 3, VIGIE_TYPE_EVIDENCE_RESULT);
  evidence->obtained_on = vigie_statement_get_date (row, 4);
  evidence->valid = valid_until == VIGIE_DATE_NONE || valid_until >= reader->facts->as_of;
  if (evidence->obtained_on != VIGIE_DATE_NONE && evidence->obtained_on > reader->facts->as_of)
    return FALSE;
  /* What was obtained at a deployment out of scope says nothing of those in scope. */
  return evidence->system >= 0 && (evidence->deployment >= 0 || vigie_statement_is_null (row, 1));
}

static gboolean
read_weight (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactWeight *weight = element;

  weight->kind = vigie_facts_enum (reader, row, 0, VIGIE_TYPE_EVIDENCE_KIND);
  weight->weight = (int) vigie_statement_get_integer (row, 1);
  weight->medical_device_only = vigie_statement_get_integer (row, 2) != 0;
  return weight->kind >= 0;
}

const VigieFactsOwned vigie_facts_systems =
  VIGIE_FACTS_OWNED (VigieFactSystem, systems, id, VIGIE_FACTS_PART_SYSTEM, changed_systems_sql, read_system, NULL);
const VigieFactsOwned vigie_facts_deployments = VIGIE_FACTS_OWNED (
  VigieFactDeployment, deployments, id, VIGIE_FACTS_PART_DEPLOYMENT, changed_deployments_sql, read_deployment, NULL);
const VigieFactsOwned vigie_facts_user_groups = VIGIE_FACTS_OWNED (
  VigieFactUserGroup, user_groups, deployment, VIGIE_FACTS_PART_USERS, changed_user_groups_sql, read_user_group, NULL);
const VigieFactsOwned vigie_facts_safeguards =
  VIGIE_FACTS_OWNED (VigieFactSafeguard, safeguards, deployment, VIGIE_FACTS_PART_SAFEGUARDS, changed_safeguards_sql,
                     read_safeguard, NULL);
const VigieFactsOwned vigie_facts_evidence = VIGIE_FACTS_OWNED (
  VigieFactEvidence, evidence, system, VIGIE_FACTS_PART_EVIDENCE, changed_evidence_sql, read_evidence, NULL);

/**
 * vigie_facts_read_duties:
 *
 * Reads the rules on safeguards, and what evidence counts for.
 */
gboolean
vigie_facts_read_duties (VigieFactsReader *self, GError **error)
{
  return VIGIE_FACTS_READ (self, duties, duties_sql, read_duty, error) &&
         VIGIE_FACTS_READ (self, weights, weights_sql, read_weight, error);
}

gboolean
vigie_facts_read_systems (VigieFactsReader *self, GError **error)
{
  gboolean part = vigie_scope_get_site (self->scope) != NULL;
  gboolean whole = vigie_facts_is_whole (self);

  if (self->other != NULL)
    VIGIE_FACTS_SHARE (self->facts, self->other, systems);
  else if (!VIGIE_FACTS_READ (self, systems, part ? systems_of_part_sql : systems_sql, read_system, error))
    return FALSE;
  return VIGIE_FACTS_READ (self, deployments, whole ? deployments_sql : deployments_of_part_sql, read_deployment,
                           error) &&
         VIGIE_FACTS_READ (self, user_groups, whole ? user_groups_sql : user_groups_of_part_sql, read_user_group,
                           error) &&
         read_safeguards (self, error) &&
         VIGIE_FACTS_READ (self, evidence, part ? evidence_of_part_sql : evidence_sql, read_evidence, error) &&
         vigie_facts_read_duties (self, error);
}
