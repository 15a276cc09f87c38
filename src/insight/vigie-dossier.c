// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieDossier: what a window, a sheet of paper and a command line say of one AI system. The numbers are those of the
 * overview; the records are read beside them, and what came after the day is left out.
 */

#define G_LOG_DOMAIN "vigie-insight"

#include "vigie-dossier-private.h"

#include "vigie-cost.h"
#include "vigie-system.h"

#include <glib/gi18n-lib.h>

static void
deployment_free (gpointer data)
{
  VigieDossierDeployment *deployment = data;

  g_object_unref (deployment->record);
  g_clear_pointer (&deployment->events, g_ptr_array_unref);
  g_clear_pointer (&deployment->safeguards, g_ptr_array_unref);
  g_free (deployment);
}

static void
due_free (gpointer data)
{
  VigieDossierDue *due = data;

  g_free (due->text);
  g_free (due->code);
  g_free (due);
}

VigieDossier *
vigie_dossier_ref (VigieDossier *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vigie_dossier_unref (VigieDossier *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->deployments, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_array_unref);
  g_clear_pointer (&self->evidence_records, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_array_unref);
  g_clear_pointer (&self->risks, g_array_unref);
  g_clear_pointer (&self->dues, g_ptr_array_unref);
  for (guint i = 0; i < VIGIE_N_DOSSIER_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_free (self->sentence);
  vigie_overview_unref (self->overview);
  g_free (self);
}

static VigieDossier *
dossier_new (VigieOverview *overview, VigieRecord *record)
{
  VigieDossier *self = g_new0 (VigieDossier, 1);
  const char *code = vigie_record_get_text (record, VIGIE_SYSTEM_CODE);

  g_atomic_ref_count_init (&self->ref_count);
  self->overview = vigie_overview_ref (overview);
  self->picture = vigie_overview_get_picture (overview);
  self->record = g_object_ref (record);
  self->index = -1;
  for (gsize i = 0; i < self->picture->facts->n_systems && self->index < 0; i++)
    if (g_strcmp0 (self->picture->facts->systems[i].code, code) == 0)
      self->index = (int) i;
  for (gsize i = 0; i < self->picture->n_systems && self->index >= 0; i++)
    if (self->picture->systems[i].fact == &self->picture->facts->systems[self->index])
      self->numbers = &self->picture->systems[i];
  self->deployments = g_ptr_array_new_with_free_func (deployment_free);
  self->dues = g_ptr_array_new_with_free_func (due_free);
  self->evidence = g_array_new (FALSE, FALSE, sizeof (VigieDossierEvidence));
  self->users = g_array_new (FALSE, FALSE, sizeof (VigieDossierUsers));
  self->risks = g_array_new (FALSE, FALSE, sizeof (VigieDossierRisk));
  for (guint i = 0; i < VIGIE_N_DOSSIER_PARTS; i++)
    self->parts[i] = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static void
add_risks (VigieDossier *self)
{
  const VigieFacts *facts = self->picture->facts;

  for (gsize i = 0; i < facts->n_barrier_links; i++)
    {
      const VigieFactBarrierLink *link = &facts->barrier_links[i];
      VigieDossierRisk risk = { .barrier = link->barrier, .effect = link->effect };

      if (link->system != self->index || self->index < 0 || !facts->barriers[link->barrier].open)
        continue;
      risk.score = self->picture->barriers[link->barrier].score[VIGIE_RATING_TIER_CURRENT];
      g_array_append_val (self->risks, risk);
    }
}

/**
 * vigie_dossier_load:
 * @overview: the numbers, whose day and scope are taken
 * @code: of an AI system; one that the register does not have is %VIGIE_STORE_ERROR_UNKNOWN_REFERENCE
 *
 * Reads what the register says of an AI system, and waits for it. Not to be called in the thread of the store.
 *
 * Returns: (transfer full): its dossier; %NULL with @error set
 */
VigieDossier *
vigie_dossier_load (VigieStore *store, VigieOverview *overview, const char *code, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (VigieRecord) key = vigie_record_new (&vigie_system_entity);
  g_autoptr (VigieRecord) record = NULL;
  g_autoptr (VigieDossier) self = NULL;
  GError *local = NULL;

  vigie_record_set_text (key, VIGIE_SYSTEM_CODE, code);
  record = vigie_store_find (store, key, cancellable, &local);
  if (record == NULL)
    {
      if (local == NULL)
        g_set_error (&local, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_UNKNOWN_REFERENCE,
                     /* Translators: %s is a code */
                     _ ("There is no AI system “%s” in the register. “vigie figure FILE --id trust-map --format text” "
                        "lists those in use."),
                     code);
      g_propagate_error (error, local);
      return NULL;
    }
  self = dossier_new (overview, record);
  if (!vigie_dossier_read (self, store, cancellable, &local))
    {
      g_propagate_error (error, local);
      return NULL;
    }
  add_risks (self);
  vigie_dossier_add_evidence (self);
  vigie_dossier_add_users (self);
  vigie_dossier_add_sentence (self);
  vigie_dossier_add_dues (self);
  return g_steal_pointer (&self);
}

typedef struct
{
  VigieOverview *overview;
  char *code;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  vigie_overview_unref (wanted->overview);
  g_free (wanted->code);
  g_free (wanted);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  GError *error = NULL;
  VigieDossier *dossier = vigie_dossier_load (source, wanted->overview, wanted->code, cancellable, &error);

  if (dossier != NULL)
    g_task_return_pointer (task, dossier, (GDestroyNotify) vigie_dossier_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vigie_dossier_load_async:
 *
 * As vigie_dossier_load(), without waiting.
 */
void
vigie_dossier_load_async (VigieStore *store, VigieOverview *overview, const char *code, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->overview = vigie_overview_ref (overview);
  wanted->code = g_strdup (code);
  g_task_set_source_tag (task, vigie_dossier_load_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, load_in_thread);
}

VigieDossier *
vigie_dossier_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

VigieOverview *
vigie_dossier_get_overview (const VigieDossier *self)
{
  return self->overview;
}

/**
 * vigie_dossier_get_record:
 *
 * Returns: (transfer none): the system
 */
VigieRecord *
vigie_dossier_get_record (const VigieDossier *self)
{
  return self->record;
}

const char *
vigie_dossier_get_name (const VigieDossier *self)
{
  return vigie_record_get_text (self->record, VIGIE_SYSTEM_NAME);
}

/**
 * vigie_dossier_get_numbers:
 *
 * Returns: (transfer none) (nullable): the two pillars; %NULL where the system has no deployment in scope on the day
 */
const VigieSystemPicture *
vigie_dossier_get_numbers (const VigieDossier *self)
{
  return self->numbers;
}

/**
 * vigie_dossier_get_target:
 *
 * Returns: the share of its users who must be trained, Σ target × users ÷ Σ users over what is in use, 0 to 1; NaN where
 *   nothing is required
 */
double
vigie_dossier_get_target (const VigieDossier *self)
{
  return self->target;
}

/**
 * vigie_dossier_hides_users:
 *
 * Returns: whether its users are too few for their training to be shown
 */
gboolean
vigie_dossier_hides_users (const VigieDossier *self)
{
  return self->numbers != NULL && self->numbers->users.measured > 0 &&
         self->numbers->users.measured < self->picture->facts->small_group;
}

VigieJudgement
vigie_dossier_get_judgement (const VigieDossier *self)
{
  return self->judgement;
}

/**
 * vigie_dossier_get_sentence:
 *
 * Returns: (transfer none): whether it deserves trust, and why, in a sentence or two
 */
const char *
vigie_dossier_get_sentence (const VigieDossier *self)
{
  return self->sentence;
}

guint
vigie_dossier_get_n_deployments (const VigieDossier *self)
{
  return self->deployments->len;
}

const VigieDossierDeployment *
vigie_dossier_get_deployment (const VigieDossier *self, guint i)
{
  return g_ptr_array_index (self->deployments, i);
}

guint
vigie_dossier_get_n_more_deployments (const VigieDossier *self)
{
  return self->n_more_deployments;
}

guint
vigie_dossier_get_n_evidence (const VigieDossier *self)
{
  return self->evidence->len;
}

const VigieDossierEvidence *
vigie_dossier_get_evidence (const VigieDossier *self, guint i)
{
  return &g_array_index (self->evidence, VigieDossierEvidence, i);
}

guint
vigie_dossier_get_n_users (const VigieDossier *self)
{
  return self->users->len;
}

const VigieDossierUsers *
vigie_dossier_get_users (const VigieDossier *self, guint i)
{
  return &g_array_index (self->users, VigieDossierUsers, i);
}

guint
vigie_dossier_get_n_risks (const VigieDossier *self)
{
  return self->risks->len;
}

const VigieDossierRisk *
vigie_dossier_get_risk (const VigieDossier *self, guint i)
{
  return &g_array_index (self->risks, VigieDossierRisk, i);
}

guint
vigie_dossier_get_n_dues (const VigieDossier *self)
{
  return self->dues->len;
}

const VigieDossierDue *
vigie_dossier_get_due (const VigieDossier *self, guint i)
{
  return g_ptr_array_index (self->dues, i);
}

/**
 * vigie_dossier_get_part:
 *
 * Returns: (transfer none) (element-type VigieRecord): records of the deployments of the system
 */
GPtrArray *
vigie_dossier_get_part (const VigieDossier *self, VigieDossierPart part)
{
  return self->parts[part];
}

/**
 * vigie_dossier_sum_costs:
 * @spent: what was spent; else what is planned
 *
 * Returns: Σ over the years recorded, in cents; -1 where none is recorded
 */
gint64
vigie_dossier_sum_costs (const VigieDossier *self, gboolean spent)
{
  GPtrArray *costs = self->parts[VIGIE_DOSSIER_COSTS];
  guint field = spent ? VIGIE_COST_ACTUAL_CENTS : VIGIE_COST_PLANNED_CENTS;
  gint64 sum = -1;

  for (guint i = 0; i < costs->len; i++)
    if (vigie_record_is_measured (g_ptr_array_index (costs, i), field))
      sum = MAX (sum, 0) + vigie_record_get_number (g_ptr_array_index (costs, i), field, 0);
  return sum;
}

/**
 * vigie_dossier_get_history:
 *
 * Returns: (transfer none) (element-type VigieJournalEntry): what was entered of it one record at a time, the newest first
 */
GPtrArray *
vigie_dossier_get_history (const VigieDossier *self)
{
  return self->history;
}
