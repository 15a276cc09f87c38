// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The demonstration's AI systems: product, training to use it, what shows its reliability. Where and how it
 * is deployed stands in vigie-demo-deployments.c.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-entities.h"
#include "vigie-enums.h"

#include <string.h>

#define LEGAL_REF "Règlement (UE) 2024/1689, art. 4 et 26(2)"

/* The training to use a system, required of whoever uses it. */
static gboolean
add_tool (VigieDemo *self, const char *system, JsonObject *object, int *module, GError **error)
{
  JsonObject *tool;
  g_autoptr (VigieRecord) record = NULL;
  VigieRecord *requirement;
  g_autofree char *code = NULL;
  VigieDemoModule added = { 0 };

  *module = -1;
  if (!json_object_has_member (object, "tool"))
    return TRUE;
  tool = json_object_get_object_member (object, "tool");
  record = vigie_record_new (&vigie_module_entity);
  vigie_record_set_number (record, VIGIE_MODULE_FAMILY, VIGIE_MODULE_FAMILY_USAGE);
  vigie_record_set_number (record, VIGIE_MODULE_COMPETENCY, VIGIE_COMPETENCY_TOOL);
  vigie_record_set_number (record, VIGIE_MODULE_MODALITY, VIGIE_MODALITY_WORKPLACE);
  if (!vigie_demo_fill (record, tool, error))
    return FALSE;
  added.code = g_strdup (vigie_record_get_text (record, VIGIE_MODULE_CODE));
  added.minutes = (int) vigie_record_get_number (record, VIGIE_MODULE_DURATION_MIN, 0);
  added.validity = (int) vigie_record_get_number (record, VIGIE_MODULE_VALIDITY_MONTHS, 0);
  *module = (int) self->modules->len;
  g_array_append_val (self->modules, added);

  requirement = vigie_record_new (&vigie_requirement_entity);
  code = g_strdup_printf ("EX-%s", added.code);
  vigie_demo_set (requirement, VIGIE_REQUIREMENT_CODE, code);
  vigie_demo_set (requirement, VIGIE_REQUIREMENT_MODULE, added.code);
  vigie_demo_set (requirement, VIGIE_REQUIREMENT_SYSTEM, system);
  vigie_demo_set (requirement, VIGIE_REQUIREMENT_LEGAL_REF, LEGAL_REF);
  vigie_record_set_number (requirement, VIGIE_REQUIREMENT_OBLIGATION, VIGIE_OBLIGATION_REQUIRED_TO_USE);
  vigie_record_set_number (requirement, VIGIE_REQUIREMENT_TARGET_PERCENT,
                           json_object_get_int_member (object, "tool_target_percent"));
  vigie_demo_push (self, g_steal_pointer (&record));
  vigie_demo_push (self, requirement);
  return TRUE;
}

/* The number at the end of a system's code, by which its deployments and evidence are named. */
static const char *
get_number (const char *code)
{
  return strrchr (code, '-') + 1;
}

static char *
dup_deployment_code (const VigieDemo *self, const char *system, guint number)
{
  return g_strdup_printf ("%sDEP-%s-%u", self->prefix, get_number (system), number);
}

static gboolean
add_evidence (VigieDemo *self, const char *system, JsonObject *object, JsonArray *deployments, guint number,
              GError **error)
{
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_evidence_entity);
  g_autofree char *code = g_strdup_printf ("%sPRV-%s-%02u", self->prefix, get_number (system), number);
  gint64 deployment = json_object_get_int_member_with_default (object, "deployment", 0);

  if (deployment > 0)
    {
      JsonObject *at = json_array_get_object_element (deployments, (guint) deployment - 1);
      g_autofree char *deployed = dup_deployment_code (self, system, (guint) deployment);

      if (vigie_demo_find_site (self, json_object_get_string_member (at, "site"), NULL) != NULL)
        vigie_demo_set (record, VIGIE_EVIDENCE_DEPLOYMENT, deployed);
      json_object_remove_member (object, "deployment");
    }
  vigie_demo_set (record, VIGIE_EVIDENCE_CODE, code);
  vigie_demo_set (record, VIGIE_EVIDENCE_SYSTEM, system);
  if (!vigie_demo_fill (record, object, error))
    return FALSE;
  vigie_demo_push (self, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
is_deployed (const VigieDemo *self, JsonArray *deployments)
{
  for (guint i = 0; i < json_array_get_length (deployments); i++)
    {
      JsonObject *object = json_array_get_object_element (deployments, i);

      if (vigie_demo_find_site (self, json_object_get_string_member (object, "site"), NULL) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_deployments (VigieDemo *self, const char *system, int module, JsonArray *deployments, JsonObject *owners,
                 GError **error)
{
  for (guint i = 0; i < json_array_get_length (deployments); i++)
    {
      g_autofree char *code = dup_deployment_code (self, system, i + 1);

      if (!vigie_demo_add_deployment (self, system, code, module, json_array_get_object_element (deployments, i),
                                      owners, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_system (VigieDemo *self, JsonObject *object, JsonObject *owners, GError **error)
{
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_system_entity);
  const char *code = json_object_get_string_member (object, "code");
  JsonArray *deployments = json_object_get_array_member (object, "deployments");
  JsonArray *evidence = json_object_get_array_member (object, "evidence");
  int module;

  if (!is_deployed (self, deployments))
    return TRUE;
  vigie_demo_set (record, VIGIE_SYSTEM_CODE, code);
  if (!vigie_demo_fill (record, json_object_get_object_member (object, "record"), error))
    return FALSE;
  vigie_demo_push (self, g_steal_pointer (&record));
  if (!add_tool (self, code, object, &module, error) ||
      !add_deployments (self, code, module, deployments, owners, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (evidence); i++)
    if (!add_evidence (self, code, json_array_get_object_element (evidence, i), deployments, i + 1, error))
      return FALSE;
  return TRUE;
}

static void
set_variant (VigieDemo *self)
{
  char letter[] = { (char) ('A' + self->variant), '\0' };

  g_hash_table_replace (self->text.words, g_strdup ("v"), g_strdup (self->variant > 0 ? letter : ""));
  g_hash_table_replace (self->text.words, g_strdup ("w"),
                        self->variant > 0 ? g_strdup_printf (" (%s)", letter) : g_strdup (""));
}

/**
 * vigie_demo_add_systems:
 *
 * Adds every system that is somewhere in the group.
 */
gboolean
vigie_demo_add_systems (VigieDemo *self, gboolean *more, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *owners;
  JsonArray *systems;

  set_variant (self);
  root = vigie_demo_text_load (&self->text, "systems.json", error);
  if (root == NULL)
    return FALSE;
  owners = json_object_get_object_member (json_node_get_object (root), "safeguard_owners");
  systems = json_object_get_array_member (json_node_get_object (root), "systems");
  for (guint i = 0; i < json_array_get_length (systems); i++)
    if (!add_system (self, json_array_get_object_element (systems, i), owners, error))
      return FALSE;
  *more = ++self->variant < self->n_variants;
  return TRUE;
}
