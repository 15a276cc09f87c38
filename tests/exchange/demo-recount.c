// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo-recount.h"

#include "vigie-entities.h"
#include "vigie-enums.h"

Recount *
recount_new (const VigieDemoOptions *options)
{
  Recount *self = g_new0 (Recount, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieDemo) demo = vigie_demo_new (options, &error);
  VigieRecord *record;

  g_assert_no_error (error);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->parents = g_hash_table_new (g_str_hash, g_str_equal);
  self->kinds = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < VIGIE_N_ENTITIES; i++)
    g_hash_table_insert (self->records, (gpointer) vigie_entities ()[i]->nick,
                         g_ptr_array_new_with_free_func (g_object_unref));
  while ((record = vigie_demo_next (demo, &error)) != NULL)
    {
      g_ptr_array_add (recount_list (self, vigie_record_get_entity (record)), record);
      if (vigie_record_get_entity (record) != &vigie_org_unit_entity)
        continue;
      g_hash_table_insert (self->parents, (gpointer) vigie_record_get_text (record, VIGIE_ORG_UNIT_CODE),
                           (gpointer) vigie_record_get_text (record, VIGIE_ORG_UNIT_PARENT));
      g_hash_table_insert (self->kinds, (gpointer) vigie_record_get_text (record, VIGIE_ORG_UNIT_CODE),
                           GINT_TO_POINTER (vigie_record_get_number (record, VIGIE_ORG_UNIT_KIND, -1)));
    }
  g_assert_no_error (error);
  return self;
}

void
recount_free (Recount *self)
{
  g_hash_table_unref (self->parents);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->records);
  g_free (self);
}

GPtrArray *
recount_list (const Recount *self, const VigieEntity *entity)
{
  return g_hash_table_lookup (self->records, entity->nick);
}

guint
recount_n (const Recount *self, const VigieEntity *entity)
{
  return recount_list (self, entity)->len;
}

VigieRecord *
recount_find (const Recount *self, const VigieEntity *entity, guint field, const char *text)
{
  GPtrArray *list = recount_list (self, entity);

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (vigie_record_get_text (g_ptr_array_index (list, i), field), text) == 0)
      return g_ptr_array_index (list, i);
  g_error ("no %s has the %s “%s”", entity->nick, entity->fields[field].name, text);
}

const char *
recount_site_of (const Recount *self, const char *unit)
{
  for (; unit != NULL; unit = g_hash_table_lookup (self->parents, unit))
    {
      int kind = GPOINTER_TO_INT (g_hash_table_lookup (self->kinds, unit));

      if (kind == VIGIE_ORG_KIND_SITE || kind == VIGIE_ORG_KIND_EHPAD)
        return unit;
    }
  return "";
}

/* "staff module" of whoever holds a module on a day. */
static GHashTable *
find_holders (const Recount *self, VigieDate on)
{
  GHashTable *holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) validity = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *modules = recount_list (self, &vigie_module_entity);
  GPtrArray *completions = recount_list (self, &vigie_completion_entity);

  for (guint i = 0; i < modules->len; i++)
    {
      VigieRecord *module = g_ptr_array_index (modules, i);

      g_hash_table_insert (validity, (gpointer) vigie_record_get_text (module, VIGIE_MODULE_CODE),
                           GINT_TO_POINTER (vigie_record_get_number (module, VIGIE_MODULE_VALIDITY_MONTHS, 1200)));
    }
  for (guint i = 0; i < completions->len; i++)
    {
      VigieRecord *completion = g_ptr_array_index (completions, i);
      const char *module = vigie_record_get_text (completion, VIGIE_COMPLETION_MODULE);
      VigieDate date = vigie_record_get_date (completion, VIGIE_COMPLETION_COMPLETED_ON);

      if (date <= on && vigie_date_add_months (date, GPOINTER_TO_INT (g_hash_table_lookup (validity, module))) > on)
        g_hash_table_add (
          holders, g_strdup_printf ("%s %s", vigie_record_get_text (completion, VIGIE_COMPLETION_STAFF), module));
    }
  return holders;
}

static gboolean
is_in_post (VigieRecord *job, VigieDate on)
{
  return vigie_record_get_date (job, VIGIE_JOB_STARTS_ON) <= on &&
         (!vigie_record_is_measured (job, VIGIE_JOB_ENDS_ON) || vigie_record_get_date (job, VIGIE_JOB_ENDS_ON) >= on);
}

static gboolean
is_required (VigieRecord *requirement, const char *profession)
{
  const char *of = vigie_record_get_text (requirement, VIGIE_REQUIREMENT_PROFESSION);

  return vigie_record_get_number (requirement, VIGIE_REQUIREMENT_OBLIGATION, -1) == VIGIE_OBLIGATION_MANDATORY &&
         !vigie_record_is_measured (requirement, VIGIE_REQUIREMENT_SYSTEM) &&
         (of == NULL || g_str_equal (of, profession));
}

/* Of those known by reference: Σ modules held ÷ Σ modules that they must hold. */
RecountShare
recount_coverage (const Recount *self, VigieDate on, const char *site, const char *profession)
{
  g_autoptr (GHashTable) holders = find_holders (self, on);
  GPtrArray *jobs = recount_list (self, &vigie_job_entity);
  GPtrArray *requirements = recount_list (self, &vigie_requirement_entity);
  RecountShare share = { 0 };

  for (guint i = 0; i < jobs->len; i++)
    {
      VigieRecord *job = g_ptr_array_index (jobs, i);
      const char *of = vigie_record_get_text (job, VIGIE_JOB_PROFESSION);

      if (!is_in_post (job, on) || (profession != NULL && !g_str_equal (of, profession)) ||
          (site != NULL &&
           !g_str_equal (recount_site_of (self, vigie_record_get_text (job, VIGIE_JOB_ORG_UNIT)), site)))
        continue;
      for (guint j = 0; j < requirements->len; j++)
        {
          VigieRecord *requirement = g_ptr_array_index (requirements, j);
          g_autofree char *key = g_strdup_printf ("%s %s", vigie_record_get_text (job, VIGIE_JOB_STAFF),
                                                  vigie_record_get_text (requirement, VIGIE_REQUIREMENT_MODULE));

          if (!is_required (requirement, of))
            continue;
          share.required++;
          share.valid += g_hash_table_contains (holders, key);
        }
    }
  return share;
}

static gint64
count_holders (const Recount *self, GHashTable *holders, const char *site, const char *profession, const char *module,
               VigieDate on)
{
  GPtrArray *jobs = recount_list (self, &vigie_job_entity);
  GPtrArray *counts = recount_list (self, &vigie_completion_count_entity);
  VigieDate latest = VIGIE_DATE_NONE;
  gint64 n = 0;

  for (guint i = 0; i < jobs->len; i++)
    {
      VigieRecord *job = g_ptr_array_index (jobs, i);
      g_autofree char *key = g_strdup_printf ("%s %s", vigie_record_get_text (job, VIGIE_JOB_STAFF), module);

      n += is_in_post (job, on) && g_str_equal (vigie_record_get_text (job, VIGIE_JOB_PROFESSION), profession) &&
           g_str_equal (recount_site_of (self, vigie_record_get_text (job, VIGIE_JOB_ORG_UNIT)), site) &&
           g_hash_table_contains (holders, key);
    }
  for (guint i = 0; i < counts->len; i++)
    {
      VigieRecord *count = g_ptr_array_index (counts, i);
      VigieDate as_of = vigie_record_get_date (count, VIGIE_COMPLETION_COUNT_AS_OF);

      if (as_of <= latest || as_of > on ||
          !g_str_equal (vigie_record_get_text (count, VIGIE_COMPLETION_COUNT_ORG_UNIT), site) ||
          !g_str_equal (vigie_record_get_text (count, VIGIE_COMPLETION_COUNT_PROFESSION), profession) ||
          !g_str_equal (vigie_record_get_text (count, VIGIE_COMPLETION_COUNT_MODULE), module))
        continue;
      latest = as_of;
      n = vigie_record_get_number (count, VIGIE_COMPLETION_COUNT_VALID, 0);
    }
  return n;
}

static const char *
find_tool (const Recount *self, const char *system)
{
  return vigie_record_get_text (recount_find (self, &vigie_requirement_entity, VIGIE_REQUIREMENT_SYSTEM, system),
                                VIGIE_REQUIREMENT_MODULE);
}

/* The users of a deployment, as last counted, and those who took the training to use its system. */
RecountShare
recount_tool (const Recount *self, const char *deployment, VigieDate on)
{
  VigieRecord *of = recount_find (self, &vigie_deployment_entity, VIGIE_DEPLOYMENT_CODE, deployment);
  const char *site = recount_site_of (self, vigie_record_get_text (of, VIGIE_DEPLOYMENT_ORG_UNIT));
  const char *module = find_tool (self, vigie_record_get_text (of, VIGIE_DEPLOYMENT_SYSTEM));
  int stage = recount_stage (self, deployment, on);
  guint field = stage == VIGIE_STAGE_LIVE || stage == VIGIE_STAGE_RESTRICTED ? VIGIE_USER_GROUP_USERS_ACTIVE
                                                                             : VIGIE_USER_GROUP_USERS_EXPECTED;
  g_autoptr (GHashTable) holders = find_holders (self, on);
  g_autoptr (GHashTable) users = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *groups = recount_list (self, &vigie_user_group_entity);
  RecountShare share = { 0 };
  GHashTableIter iter;
  gpointer profession, n;

  /* Records are in the order of time: the latest stays. */
  for (guint i = 0; i < groups->len; i++)
    {
      VigieRecord *group = g_ptr_array_index (groups, i);

      if (g_str_equal (vigie_record_get_text (group, VIGIE_USER_GROUP_DEPLOYMENT), deployment))
        g_hash_table_insert (users, (gpointer) vigie_record_get_text (group, VIGIE_USER_GROUP_PROFESSION),
                             GINT_TO_POINTER (vigie_record_get_number (group, field, 0)));
    }
  g_hash_table_iter_init (&iter, users);
  while (g_hash_table_iter_next (&iter, &profession, &n))
    {
      gint64 held = count_holders (self, holders, site, profession, module, on);

      share.required += GPOINTER_TO_INT (n);
      share.valid += MIN (held, GPOINTER_TO_INT (n));
    }
  return share;
}

int
recount_stage (const Recount *self, const char *deployment, VigieDate on)
{
  GPtrArray *events = recount_list (self, &vigie_stage_event_entity);
  VigieDate latest = VIGIE_DATE_NONE;
  int stage = -1;

  for (guint i = 0; i < events->len; i++)
    {
      VigieRecord *event = g_ptr_array_index (events, i);
      VigieDate date = vigie_record_get_date (event, VIGIE_STAGE_EVENT_OCCURRED_ON);

      if (date > on || date < latest ||
          !g_str_equal (vigie_record_get_text (event, VIGIE_STAGE_EVENT_DEPLOYMENT), deployment))
        continue;
      latest = date;
      stage = (int) vigie_record_get_number (event, VIGIE_STAGE_EVENT_STAGE, -1);
    }
  return stage;
}

double
recount_share (RecountShare share)
{
  return share.required > 0 ? (double) share.valid / (double) share.required : -1;
}
