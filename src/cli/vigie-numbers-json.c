// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * An overview as JSON. Version 1 is:
 *
 *   { "vigie": 1, "organisation", "scope": { "name", "site", "profession" }, "as_of", "known_on", "late_facts", "since",
 *     "headlines": [ { "id", "label", "value", "text", "detail", "change", "definition" } ],
 *     "agenda": [ { "id", "rule", "urgency", "title", "reason", "suggestion", "due_on", "people", "entity",
 *                   "key", "rows": [ the same ] } ],
 *     "changes": [ { "kind", "on", "judgement", "headline", "text", "entity", "key" } ],
 *     "stages": { STAGE: systems },
 *     "systems": [ { "code", "name", "stage", "deployments", "in_production", "users", "measured_users",
 *                    "trained_users", "competence", "reliability" } ],
 *     "deployments": [ { "code", "system", "site", "stage", "since", "basis", "planned_on", "users",
 *                        "measured_users", "trained_users", "competence", "target", "readiness" } ],
 *     "coverage": { "required", "valid", "expiring", "not_measured", "rate", "target", "gap" },
 *     "barriers": [ { "code", "title", "family", "open", "inherent", "current", "residual" } ],
 *     "definitions": { ID: text } }
 *
 * A value that is not measured is null; so are the people of a small group, and what could be found out
 * of them, with "hidden": true beside them.
 */

#define G_LOG_DOMAIN "vigie-cli"

#include "vigie-numbers.h"

#include "vigie-definitions.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define FORM_VERSION 1

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  if (value >= 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else if (fabs (value - round (value)) < 1e-9)
    json_builder_add_int_value (builder, (gint64) llround (value));
  else
    /* Six digits say all there is to say of a share, and are the same everywhere. */
    json_builder_add_double_value (builder, round (value * 1e6) / 1e6);
}

static void
add_date (JsonBuilder *builder, const char *name, VigieDate date)
{
  g_autofree char *iso = date != VIGIE_DATE_NONE ? vigie_date_dup_iso (date) : NULL;

  add_text (builder, name, iso);
}

static void
add_nick (JsonBuilder *builder, const char *name, GType type, int value)
{
  add_text (builder, name, value >= 0 ? vigie_enum_to_nick (type, value) : NULL);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
begin_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
add_scope (JsonBuilder *builder, VigieOverview *overview)
{
  VigieScope *scope = vigie_overview_get_scope (overview);

  json_builder_set_member_name (builder, "vigie");
  json_builder_add_int_value (builder, FORM_VERSION);
  add_text (builder, "organisation", vigie_overview_get_organisation (overview));
  begin_object (builder, "scope");
  add_text (builder, "name", vigie_overview_get_scope_name (overview));
  add_text (builder, "site", vigie_scope_get_site (scope));
  add_text (builder, "profession", vigie_scope_get_profession (scope));
  json_builder_end_object (builder);
  add_date (builder, "as_of", vigie_scope_get_as_of (scope));
  add_date (builder, "known_on", vigie_overview_get_known_on (overview));
  add_count (builder, "late_facts", vigie_overview_get_n_late (overview));
  add_date (builder, "since", vigie_overview_get_since (overview));
}

static void
add_headlines (JsonBuilder *builder, VigieOverview *overview)
{
  begin_array (builder, "headlines");
  for (guint i = 0; i < vigie_overview_get_n_headlines (overview); i++)
    {
      const VigieHeadline *headline = vigie_overview_get_headline (overview, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", headline->id);
      add_text (builder, "label", headline->label);
      add_number (builder, "value", headline->value);
      add_text (builder, "text", headline->value_text);
      add_text (builder, "detail", headline->detail);
      add_text (builder, "change", headline->change_text);
      add_text (builder, "definition", headline->definition);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_matter (JsonBuilder *builder, const VigieFacts *facts, const VigieAgendaItem *item)
{
  gboolean hidden = item->people > 0 && item->people < facts->small_group;

  json_builder_begin_object (builder);
  add_text (builder, "id", item->id);
  add_text (builder, "rule", item->rule);
  add_count (builder, "urgency", item->urgency);
  add_text (builder, "title", item->title);
  add_text (builder, "reason", item->reason);
  add_text (builder, "suggestion", item->suggestion);
  add_date (builder, "due_on", item->due_on);
  add_count (builder, "people", hidden ? -1 : item->people);
  add_text (builder, "entity", item->entity);
  add_text (builder, "key", item->key);
  begin_array (builder, "rows");
  for (guint i = 0; item->rows != NULL && i < item->rows->len; i++)
    add_matter (builder, facts, g_ptr_array_index (item->rows, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_agenda (JsonBuilder *builder, VigieOverview *overview)
{
  const VigieFacts *facts = vigie_overview_get_picture (overview)->facts;

  begin_array (builder, "agenda");
  for (guint i = 0; i < vigie_overview_get_n_agenda (overview); i++)
    add_matter (builder, facts, vigie_overview_get_agenda_item (overview, i));
  json_builder_end_array (builder);
}

static void
add_changes (JsonBuilder *builder, VigieOverview *overview)
{
  static const char *const kinds[] = {
    [VIGIE_CHANGE_STAGE] = "stage",         [VIGIE_CHANGE_INCIDENT] = "incident", [VIGIE_CHANGE_DECISION] = "decision",
    [VIGIE_CHANGE_ACTION] = "action",       [VIGIE_CHANGE_BARRIER] = "barrier",   [VIGIE_CHANGE_TRAINING] = "training",
    [VIGIE_CHANGE_SAFEGUARD] = "safeguard",
  };
  static const char *const judgements[] = {
    [VIGIE_JUDGEMENT_NEUTRAL] = "neutral", [VIGIE_JUDGEMENT_GOOD] = "good",       [VIGIE_JUDGEMENT_WARNING] = "warning",
    [VIGIE_JUDGEMENT_BAD] = "bad",         [VIGIE_JUDGEMENT_NOT_MEASURED] = NULL,
  };
  g_autoptr (GPtrArray) changes = vigie_overview_list_changes (overview);

  begin_array (builder, "changes");
  for (guint i = 0; i < changes->len; i++)
    {
      const VigieChange *change = g_ptr_array_index (changes, i);

      json_builder_begin_object (builder);
      add_text (builder, "kind", kinds[change->kind]);
      add_date (builder, "on", change->on);
      add_text (builder, "judgement", judgements[change->judgement]);
      add_text (builder, "headline", change->headline);
      add_text (builder, "text", change->text);
      add_text (builder, "entity", change->entity);
      add_text (builder, "key", change->key);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_users (JsonBuilder *builder, const VigiePicture *picture, const VigieUsers *users)
{
  gboolean hidden = users->users > 0 && users->users < picture->facts->small_group;
  gboolean measured = !hidden && users->measured > 0;

  add_count (builder, "users", hidden ? -1 : users->users);
  add_count (builder, "measured_users", hidden ? -1 : users->measured);
  add_count (builder, "trained_users", measured ? users->trained : -1);
  add_number (builder, "competence", measured ? users->competence : NAN);
  json_builder_set_member_name (builder, "hidden");
  json_builder_add_boolean_value (builder, hidden);
}

static void
add_systems (JsonBuilder *builder, const VigiePicture *picture)
{
  begin_object (builder, "stages");
  for (int group = 0; group < VIGIE_N_STAGE_GROUPS; group++)
    add_count (builder, vigie_stage_group_nick ((VigieStageGroup) group),
               vigie_picture_count_systems (picture, (VigieStageGroup) group));
  json_builder_end_object (builder);
  begin_array (builder, "systems");
  for (gsize i = 0; i < picture->n_systems; i++)
    {
      const VigieSystemPicture *system = &picture->systems[i];

      json_builder_begin_object (builder);
      add_text (builder, "code", system->fact->code);
      add_text (builder, "name", system->fact->name);
      add_text (builder, "stage", vigie_stage_group_nick (system->group));
      add_count (builder, "deployments", system->n_deployments);
      add_count (builder, "in_production", system->n_in_production);
      add_users (builder, picture, &system->users);
      add_number (builder, "reliability", system->reliability);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_deployments (JsonBuilder *builder, const VigiePicture *picture)
{
  begin_array (builder, "deployments");
  for (gsize i = 0; i < picture->facts->n_deployments; i++)
    {
      const VigieDeploymentPicture *deployment = &picture->deployments[i];
      gboolean hidden = deployment->users.users > 0 && deployment->users.users < picture->facts->small_group;

      json_builder_begin_object (builder);
      add_text (builder, "code", deployment->fact->code);
      add_text (builder, "system", deployment->system->code);
      add_text (builder, "site", picture->facts->units[deployment->fact->unit].code);
      add_nick (builder, "stage", VIGIE_TYPE_STAGE, deployment->fact->stage);
      add_date (builder, "since", deployment->fact->since);
      add_nick (builder, "basis", VIGIE_TYPE_STAGE_BASIS, deployment->fact->basis);
      add_date (builder, "planned_on", deployment->fact->planned_on);
      add_users (builder, picture, &deployment->users);
      add_number (builder, "target", deployment->target);
      add_number (builder, "readiness", hidden ? NAN : deployment->readiness);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_coverage (JsonBuilder *builder, const VigiePicture *picture)
{
  VigieCoverage coverage = vigie_picture_sum_coverage (picture);
  gboolean hidden = coverage.required > 0 && coverage.required < picture->facts->small_group;

  begin_object (builder, "coverage");
  add_count (builder, "required", hidden ? -1 : coverage.required);
  add_count (builder, "valid", hidden ? -1 : coverage.valid);
  add_count (builder, "expiring", hidden ? -1 : coverage.expiring);
  add_count (builder, "not_measured", coverage.not_measured);
  add_number (builder, "rate", hidden ? NAN : coverage.rate);
  add_number (builder, "target", coverage.target);
  add_count (builder, "gap", hidden ? -1 : coverage.gap);
  json_builder_end_object (builder);
}

static void
add_barriers (JsonBuilder *builder, const VigiePicture *picture)
{
  begin_array (builder, "barriers");
  for (gsize i = 0; i < picture->facts->n_barriers; i++)
    {
      const VigieBarrierPicture *barrier = &picture->barriers[i];

      json_builder_begin_object (builder);
      add_text (builder, "code", barrier->fact->code);
      add_text (builder, "title", barrier->fact->title);
      add_nick (builder, "family", VIGIE_TYPE_BARRIER_FAMILY, barrier->fact->family);
      json_builder_set_member_name (builder, "open");
      json_builder_add_boolean_value (builder, barrier->fact->open);
      for (int tier = 0; tier < VIGIE_RATING_TIER_COUNT; tier++)
        add_count (builder, vigie_enum_to_nick (VIGIE_TYPE_RATING_TIER, tier), barrier->score[tier]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_definitions (JsonBuilder *builder)
{
  begin_object (builder, "definitions");
  for (guint i = 0; i < vigie_definitions_get_n (); i++)
    add_text (builder, vigie_definition_get_id (i), vigie_definition_get (vigie_definition_get_id (i)));
  json_builder_end_object (builder);
}

static void
add_all (JsonBuilder *builder, VigieOverview *overview)
{
  const VigiePicture *picture = vigie_overview_get_picture (overview);

  add_headlines (builder, overview);
  add_agenda (builder, overview);
  add_changes (builder, overview);
  add_systems (builder, picture);
  add_deployments (builder, picture);
  add_coverage (builder, picture);
  add_barriers (builder, picture);
  add_definitions (builder);
}

/**
 * vigie_numbers_write_json:
 * @agenda_only: what needs a decision, and not the numbers
 *
 * Returns: (transfer full): the overview as the head of this file says
 */
GBytes *
vigie_numbers_write_json (VigieOverview *overview, gboolean agenda_only)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  char *ended;

  json_builder_begin_object (builder);
  add_scope (builder, overview);
  if (agenda_only)
    add_agenda (builder, overview);
  else
    add_all (builder, overview);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  ended = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (ended, strlen (ended));
}
