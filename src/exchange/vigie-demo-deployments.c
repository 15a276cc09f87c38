// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Where a system of the demonstration is deployed: its stages, its users, its safeguards, and how many of
 * its users were trained to use it.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-entities.h"
#include "vigie-enums.h"

#define DPIA_MONTHS 36
#define SECURITY_MONTHS 24
#define USERS_COUNTED_DAYS 30
/* Use begins with a third of those who will use it in the end, and spreads to the rest. */
#define USERS_STEPS 3
#define DAYS_OF_STEP 120

/* A deployment while its records are made. */
typedef struct
{
  VigieDemo *demo;
  const char *code;
  JsonObject *object;
  guint site;
  int module;
  VigieStage stage;
  VigieDate entered; /* its stage */
  VigieDate used;    /* since; VIGIE_DATE_NONE where nobody did yet */
} Deployment;

static gboolean
add_stage (Deployment *self, JsonArray *stage, GError **error)
{
  VigieDemo *demo = self->demo;
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_stage_event_entity);
  guint n = json_array_get_length (stage);

  self->entered = vigie_demo_working_day (demo->options.today + (VigieDate) json_array_get_int_element (stage, 1));
  vigie_demo_set (record, VIGIE_STAGE_EVENT_DEPLOYMENT, self->code);
  vigie_record_set_date (record, VIGIE_STAGE_EVENT_OCCURRED_ON, self->entered);
  if (!vigie_record_set_from_text (record, VIGIE_STAGE_EVENT_STAGE, json_array_get_string_element (stage, 0), error) ||
      !vigie_record_set_from_text (record, VIGIE_STAGE_EVENT_BASIS,
                                   n > 3 ? json_array_get_string_element (stage, 3) : "event", error))
    return FALSE;
  if (n > 2)
    vigie_demo_set (record, VIGIE_STAGE_EVENT_COMMENT, json_array_get_string_element (stage, 2));
  self->stage = (VigieStage) vigie_record_get_number (record, VIGIE_STAGE_EVENT_STAGE, 0);
  if (self->used == VIGIE_DATE_NONE && self->stage >= VIGIE_STAGE_PILOT && self->stage <= VIGIE_STAGE_RESTRICTED)
    self->used = self->entered;
  vigie_demo_push (demo, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
add_stages (Deployment *self, GError **error)
{
  JsonArray *stages = json_object_get_array_member (self->object, "stages");

  for (guint i = 0; i < json_array_get_length (stages); i++)
    if (!add_stage (self, json_array_get_array_element (stages, i), error))
      return FALSE;
  return TRUE;
}

static void
add_user_group (Deployment *self, const char *profession, VigieDate as_of, gint64 expected, gint64 active)
{
  VigieRecord *record = vigie_record_new (&vigie_user_group_entity);

  vigie_demo_set (record, VIGIE_USER_GROUP_DEPLOYMENT, self->code);
  vigie_demo_set (record, VIGIE_USER_GROUP_PROFESSION, profession);
  vigie_record_set_date (record, VIGIE_USER_GROUP_AS_OF, as_of);
  vigie_record_set_number (record, VIGIE_USER_GROUP_USERS_EXPECTED, expected);
  if (self->used != VIGIE_DATE_NONE)
    vigie_record_set_number (record, VIGIE_USER_GROUP_USERS_ACTIVE, active);
  vigie_demo_push (self->demo, record);
}

static void
add_tool (Deployment *self, guint profession, gint64 users)
{
  gint64 percent = json_object_get_int_member (self->object, "trained_percent");
  VigieDemoTool tool = {
    .site = self->site,
    .profession = profession,
    .module = (guint) self->module,
    .holders = (users * percent + 50) / 100,
    .since = self->used,
  };

  if (self->module >= 0 && self->used != VIGIE_DATE_NONE && tool.holders > 0)
    g_array_append_val (self->demo->tools, tool);
}

static gint64
count_active (gint64 active, int step)
{
  return (active * step + USERS_STEPS - 1) / USERS_STEPS;
}

/* Of what was begun a year ago everybody who uses it had been counted before the last meeting. */
static void
add_counts (Deployment *self, const char *profession, gint64 expected, gint64 active)
{
  VigieDate today = self->demo->options.today;
  VigieDate first = self->used != VIGIE_DATE_NONE ? self->used : self->entered;
  VigieDate counted = vigie_demo_working_day (today - USERS_COUNTED_DAYS);

  if (first >= counted)
    {
      add_user_group (self, profession, first, expected, active);
      return;
    }
  for (int step = 1; step <= (self->used != VIGIE_DATE_NONE ? USERS_STEPS : 1); step++)
    {
      VigieDate day = vigie_demo_working_day (first + (step - 1) * DAYS_OF_STEP);

      if (day < counted)
        add_user_group (self, profession, day, expected, count_active (active, step));
    }
  add_user_group (self, profession, counted, expected, active);
}

/* Shares of the site's people of a profession: [expected, active], in percent. */
static void
add_users_of (Deployment *self, const char *code, JsonArray *shares)
{
  const VigieDemo *demo = self->demo;
  int profession = vigie_demo_find_profession (demo, code);
  gint64 heads = profession >= 0 ? vigie_demo_site (demo, self->site)->heads[profession] : 0;
  gint64 expected_percent = json_array_get_int_element (shares, 0);
  gint64 active_percent = json_array_get_int_element (shares, 1);
  gint64 expected = MIN (heads, MAX (1, (heads * expected_percent + 50) / 100));
  gint64 active = active_percent == 0 ? 0 : MIN (expected, MAX (1, (heads * active_percent + 50) / 100));
  gboolean live = self->stage == VIGIE_STAGE_LIVE || self->stage == VIGIE_STAGE_RESTRICTED;

  if (heads == 0)
    return;
  add_counts (self, code, expected, active);
  add_tool (self, (guint) profession, live ? active : expected);
}

static void
add_users (Deployment *self)
{
  JsonObjectIter iter;
  const char *profession;
  JsonNode *shares;

  json_object_iter_init_ordered (&iter, json_object_get_object_member (self->object, "users"));
  while (json_object_iter_next_ordered (&iter, &profession, &shares))
    add_users_of (self, profession, json_node_get_array (shares));
}

static gboolean
add_safeguard (Deployment *self, const char *status, const char *kind, JsonObject *owners, GError **error)
{
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_safeguard_entity);
  VigieDate today = self->demo->options.today;
  VigieDemoRandom random;
  VigieDate done;
  gint64 value;

  vigie_demo_random_init (&random, self->demo->options.seed, g_str_hash (self->code), g_str_hash (kind), 0);
  vigie_demo_set (record, VIGIE_SAFEGUARD_DEPLOYMENT, self->code);
  if (!vigie_record_set_from_text (record, VIGIE_SAFEGUARD_KIND, kind, error) ||
      !vigie_record_set_from_text (record, VIGIE_SAFEGUARD_STATUS, status, error))
    return FALSE;
  value = vigie_record_get_number (record, VIGIE_SAFEGUARD_STATUS, 0);
  if (value != VIGIE_SAFEGUARD_STATUS_NOT_APPLICABLE)
    vigie_demo_set (record, VIGIE_SAFEGUARD_OWNER, json_object_get_string_member (owners, kind));
  if (value == VIGIE_SAFEGUARD_STATUS_IN_PLACE)
    {
      done = vigie_demo_working_day (MIN (self->entered - vigie_demo_random_between (&random, -20, 90), today - 4));
      vigie_record_set_date (record, VIGIE_SAFEGUARD_DONE_ON, done);
      if (g_str_equal (kind, "dpia"))
        vigie_record_set_date (record, VIGIE_SAFEGUARD_VALID_UNTIL, vigie_date_add_months (done, DPIA_MONTHS));
      if (g_str_equal (kind, "security"))
        vigie_record_set_date (record, VIGIE_SAFEGUARD_VALID_UNTIL, vigie_date_add_months (done, SECURITY_MONTHS));
    }
  vigie_demo_push (self->demo, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
add_safeguards (Deployment *self, JsonObject *owners, GError **error)
{
  JsonObjectIter iter;
  const char *status;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, json_object_get_object_member (self->object, "safeguards"));
  while (json_object_iter_next_ordered (&iter, &status, &node))
    {
      JsonArray *kinds = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (kinds); i++)
        if (!add_safeguard (self, status, json_array_get_string_element (kinds, i), owners, error))
          return FALSE;
    }
  return TRUE;
}

/* The division that the deployment names, or the site where it has none. */
static const char *
find_unit (const VigieDemoSite *site, const char *key)
{
  for (guint i = 0; key != NULL && i < site->places->len; i++)
    {
      const VigieDemoPlace *place = g_ptr_array_index (site->places, i);

      if (g_str_equal (place->key, key))
        return place->code;
    }
  return site->code;
}

/**
 * vigie_demo_add_deployment:
 * @module: index of the training to use the system; −1 where there is none
 * @owners: who owes each kind of safeguard
 *
 * Adds a deployment, where the group has a site of its part in the story.
 */
gboolean
vigie_demo_add_deployment (VigieDemo *self, const char *system, const char *code, int module, JsonObject *object,
                           JsonObject *owners, GError **error)
{
  Deployment deployment = { .demo = self, .code = code, .object = object, .module = module, .used = VIGIE_DATE_NONE };
  const VigieDemoSite *site =
    vigie_demo_find_site (self, json_object_get_string_member (object, "site"), &deployment.site);
  g_autoptr (VigieRecord) record = NULL;

  if (site == NULL)
    return TRUE;
  record = vigie_record_new (&vigie_deployment_entity);
  vigie_demo_set (record, VIGIE_DEPLOYMENT_CODE, code);
  vigie_demo_set (record, VIGIE_DEPLOYMENT_SYSTEM, system);
  vigie_demo_set (record, VIGIE_DEPLOYMENT_ORG_UNIT,
                  find_unit (site, json_object_get_string_member_with_default (object, "pole", NULL)));
  if (!vigie_demo_fill (record, json_object_get_object_member (object, "record"), error))
    return FALSE;
  vigie_demo_push (self, g_object_ref (record));
  if (!add_stages (&deployment, error))
    return FALSE;
  vigie_demo_add_costs (self, record, deployment.stage >= VIGIE_STAGE_SUSPENDED);
  add_users (&deployment);
  return add_safeguards (&deployment, owners, error) && vigie_demo_add_benefits (self, code, object, error);
}
