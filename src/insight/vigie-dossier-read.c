// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a dossier reads beside the numbers: the records of a system and its deployments, and what the journal says of
 * them. What came after the day is left out.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-dossier-private.h"

#include "vigie-action.h"
#include "vigie-benefit.h"
#include "vigie-cost.h"
#include "vigie-decision.h"
#include "vigie-deployment.h"
#include "vigie-evidence.h"
#include "vigie-incident.h"
#include "vigie-safeguard.h"
#include "vigie-stage-event.h"
#include "vigie-system.h"

/* More entries of the journal than one would read. */
#define HISTORY_MAX 40

typedef struct
{
  VigieStore *store;
  GCancellable *cancellable;
  VigieDate as_of;
} Reading;

static GPtrArray *
list_naming (const Reading *reading, const VigieEntity *entity, guint named_by, const char *code, int sort,
             gboolean descending, GError **error)
{
  VigieQuery query = {
    .entity = entity, .named_by = named_by, .named = code, .sort_field = sort, .descending = descending
  };

  return vigie_store_list (reading->store, &query, NULL, reading->cancellable, error);
}

/* What happened after the day had not happened yet. */
static GPtrArray *
keep_by_day (GPtrArray *records, guint field, VigieDate as_of)
{
  for (guint i = records->len; i-- > 0;)
    {
      VigieDate day = vigie_record_get_date (g_ptr_array_index (records, i), field);

      if (day != VIGIE_DATE_NONE && day > as_of)
        g_ptr_array_remove_index (records, i);
    }
  return records;
}

static const struct
{
  const VigieEntity *entity;
  guint named_by;
  guint sort; /* the greatest first */
  int day;    /* that it is known from; -1 none */
} parts[VIGIE_N_DOSSIER_PARTS] = {
  [VIGIE_DOSSIER_INCIDENTS] = { &vigie_incident_entity, VIGIE_INCIDENT_DEPLOYMENT, VIGIE_INCIDENT_OCCURRED_ON,
                                VIGIE_INCIDENT_OCCURRED_ON },
  [VIGIE_DOSSIER_ACTIONS] = { &vigie_action_entity, VIGIE_ACTION_DEPLOYMENT, VIGIE_ACTION_OPENED_ON,
                              VIGIE_ACTION_OPENED_ON },
  [VIGIE_DOSSIER_DECISIONS] = { &vigie_decision_entity, VIGIE_DECISION_DEPLOYMENT, VIGIE_DECISION_DECIDED_ON,
                                VIGIE_DECISION_DECIDED_ON },
  [VIGIE_DOSSIER_COSTS] = { &vigie_cost_entity, VIGIE_COST_DEPLOYMENT, VIGIE_COST_YEAR, -1 },
  [VIGIE_DOSSIER_BENEFITS] = { &vigie_benefit_entity, VIGIE_BENEFIT_DEPLOYMENT, VIGIE_BENEFIT_KIND, -1 },
};

static gboolean
read_parts (VigieDossier *self, const Reading *reading, const char *code, GError **error)
{
  for (guint i = 0; i < VIGIE_N_DOSSIER_PARTS; i++)
    {
      g_autoptr (GPtrArray) records =
        list_naming (reading, parts[i].entity, parts[i].named_by, code, (int) parts[i].sort, TRUE, error);

      if (records == NULL)
        return FALSE;
      if (parts[i].day >= 0)
        keep_by_day (records, (guint) parts[i].day, reading->as_of);
      for (guint j = 0; j < records->len; j++)
        g_ptr_array_add (self->parts[i], g_object_ref (g_ptr_array_index (records, j)));
    }
  return TRUE;
}

/* The greatest first; what is not measured last. Those of one deployment keep their order. */
static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint field = GPOINTER_TO_UINT (user_data);
  const VigieValue *of_a = vigie_record_get_value (*(VigieRecord **) a, field);
  const VigieValue *of_b = vigie_record_get_value (*(VigieRecord **) b, field);

  if (!of_a->measured || !of_b->measured)
    return (of_b->measured ? 1 : 0) - (of_a->measured ? 1 : 0);
  return (of_b->number > of_a->number) - (of_b->number < of_a->number);
}

/* Those of all deployments together. */
static void
sort_parts (VigieDossier *self)
{
  for (guint i = 0; i < VIGIE_N_DOSSIER_PARTS; i++)
    g_ptr_array_sort_with_data (self->parts[i], compare_records, GUINT_TO_POINTER (parts[i].sort));
}

static gboolean
read_deployment (VigieDossier *self, const Reading *reading, int index, GError **error)
{
  const VigieFactDeployment *fact = &self->picture->facts->deployments[index];
  const VigieFactUnit *unit = &self->picture->facts->units[fact->unit];
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_deployment_entity);
  g_autoptr (VigieRecord) record = NULL;
  VigieDossierDeployment *deployment;

  vigie_record_set_text (key, VIGIE_DEPLOYMENT_CODE, fact->code);
  record = vigie_store_find (reading->store, key, reading->cancellable, error);
  /* One that has gone since the numbers were read is in the next. */
  if (record == NULL)
    return error == NULL || *error == NULL;
  deployment = g_new0 (VigieDossierDeployment, 1);
  deployment->record = g_steal_pointer (&record);
  deployment->index = index;
  deployment->place = unit->name;
  g_ptr_array_add (self->deployments, deployment);
  deployment->events = list_naming (reading, &vigie_stage_event_entity, VIGIE_STAGE_EVENT_DEPLOYMENT, fact->code,
                                    VIGIE_STAGE_EVENT_OCCURRED_ON, FALSE, error);
  if (deployment->events == NULL)
    return FALSE;
  keep_by_day (deployment->events, VIGIE_STAGE_EVENT_OCCURRED_ON, reading->as_of);
  deployment->safeguards = list_naming (reading, &vigie_safeguard_entity, VIGIE_SAFEGUARD_DEPLOYMENT, fact->code,
                                        VIGIE_SAFEGUARD_KIND, FALSE, error);
  return deployment->safeguards != NULL && read_parts (self, reading, fact->code, error);
}

/* In use before in preparation before ended. */
static int
rank_of (VigieStageGroup group)
{
  static const int ranks[VIGIE_N_STAGE_GROUPS] = {
    [VIGIE_STAGE_GROUP_PRODUCTION] = 0,  [VIGIE_STAGE_GROUP_PILOT] = 1, [VIGIE_STAGE_GROUP_SUSPENDED] = 2,
    [VIGIE_STAGE_GROUP_PREPARATION] = 3, [VIGIE_STAGE_GROUP_STUDY] = 4, [VIGIE_STAGE_GROUP_UNKNOWN] = 5,
    [VIGIE_STAGE_GROUP_ENDED] = 6,
  };

  return ranks[group];
}

static gint
compare_deployments (gconstpointer a, gconstpointer b, gpointer data)
{
  const VigiePicture *picture = data;
  int first = *(const int *) a, second = *(const int *) b;
  int difference = rank_of (picture->deployments[first].group) - rank_of (picture->deployments[second].group);

  return difference != 0 ? difference : first - second;
}

static gboolean
read_deployments (VigieDossier *self, const Reading *reading, GError **error)
{
  const VigieFacts *facts = self->picture->facts;
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (int));

  for (gsize i = 0; i < facts->n_deployments; i++)
    if (facts->deployments[i].system == self->index && self->index >= 0)
      {
        int index = (int) i;

        g_array_append_val (indices, index);
      }
  g_array_sort_with_data (indices, compare_deployments, (gpointer) self->picture);
  for (guint i = 0; i < MIN (indices->len, VIGIE_DOSSIER_DEPLOYMENTS); i++)
    if (!read_deployment (self, reading, g_array_index (indices, int, i), error))
      return FALSE;
  self->n_more_deployments = indices->len - MIN (indices->len, VIGIE_DOSSIER_DEPLOYMENTS);
  return TRUE;
}

/* What the journal says of the system, its deployments and what is listed of them. */
static gboolean
read_history (VigieDossier *self, const Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  VigieJournalQuery query = { .limit = HISTORY_MAX };

  g_ptr_array_add (codes, (gpointer) vigie_record_get_text (self->record, VIGIE_SYSTEM_CODE));
  for (guint i = 0; i < self->deployments->len; i++)
    g_ptr_array_add (codes, (gpointer) vigie_record_get_text (
                              ((VigieDossierDeployment *) g_ptr_array_index (self->deployments, i))->record, 0));
  for (guint i = 0; i < self->evidence_records->len; i++)
    g_ptr_array_add (codes, (gpointer) vigie_record_get_text (g_ptr_array_index (self->evidence_records, i), 0));
  for (guint part = VIGIE_DOSSIER_INCIDENTS; part <= VIGIE_DOSSIER_DECISIONS; part++)
    for (guint i = 0; i < self->parts[part]->len; i++)
      g_ptr_array_add (codes, (gpointer) vigie_record_get_text (g_ptr_array_index (self->parts[part], i), 0));
  g_ptr_array_add (codes, NULL);
  query.codes = (const char *const *) codes->pdata;
  self->history = vigie_store_log (reading->store, &query, reading->cancellable, error);
  return self->history != NULL;
}

/**
 * vigie_dossier_read:
 *
 * Reads the records of the system.
 *
 * Returns: %FALSE with @error set where it failed
 */
gboolean
vigie_dossier_read (VigieDossier *self, VigieStore *store, GCancellable *cancellable, GError **error)
{
  Reading reading = { store, cancellable, vigie_scope_get_as_of (vigie_overview_get_scope (self->overview)) };
  const char *code = vigie_record_get_text (self->record, VIGIE_SYSTEM_CODE);

  self->evidence_records = list_naming (&reading, &vigie_evidence_entity, VIGIE_EVIDENCE_SYSTEM, code,
                                        VIGIE_EVIDENCE_OBTAINED_ON, TRUE, error);
  if (self->evidence_records == NULL || !read_deployments (self, &reading, error))
    return FALSE;
  sort_parts (self);
  keep_by_day (self->evidence_records, VIGIE_EVIDENCE_OBTAINED_ON, reading.as_of);
  return read_history (self, &reading, error);
}
