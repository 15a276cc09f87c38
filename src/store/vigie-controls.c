// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Whether what a register says holds together: rules over its records as of a day, which are data. That the
 * file itself is whole is another question: see vigie-check.c.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-controls.h"

#include "vigie-entities.h"
#include "vigie-store-private.h"

/* The deployments in production on the day, and since when. */
#define LIVE \
  "WITH live AS (SELECT e.deployment_id AS id, e.occurred_on AS since FROM stage_event e" \
  " WHERE e.stage IN ('live', 'restricted') AND e.occurred_on = (SELECT max (l.occurred_on) FROM stage_event l" \
  " WHERE l.deployment_id = e.deployment_id AND l.occurred_on <= ?1)) "

/* The latest rating of each barrier that stands, in each tier. */
#define RATED \
  "WITH rated AS (SELECT r.barrier_id AS id, r.tier, r.rated_on, r.likelihood * r.impact AS score FROM rating r" \
  " JOIN barrier b ON b.id = r.barrier_id AND b.status NOT IN ('lifted', 'cancelled')" \
  " WHERE r.rated_on = (SELECT max (l.rated_on) FROM rating l" \
  " WHERE l.barrier_id = r.barrier_id AND l.tier = r.tier AND l.rated_on <= ?1)) "

#define OWED "a.status NOT IN ('done', 'verified', 'dropped') AND a.opened_on <= ?1"

static const VigieControlRule rules[] = {
  { "residual-above-current", VIGIE_CONTROL_ERROR, &vigie_barrier_entity, VIGIE_CONTROL_NO_FIELD,
    RATED "SELECT b.code FROM barrier b JOIN rated r ON r.id = b.id AND r.tier = 'residual'"
          " JOIN rated c ON c.id = b.id AND c.tier = 'current' WHERE r.score > c.score" },
  { "current-above-inherent", VIGIE_CONTROL_ERROR, &vigie_barrier_entity, VIGIE_CONTROL_NO_FIELD,
    RATED "SELECT b.code FROM barrier b JOIN rated c ON c.id = b.id AND c.tier = 'current'"
          " JOIN rated i ON i.id = b.id AND i.tier = 'inherent' WHERE c.score > i.score" },
  { "residual-without-action", VIGIE_CONTROL_ERROR, &vigie_barrier_entity, VIGIE_CONTROL_NO_FIELD,
    RATED "SELECT b.code FROM barrier b JOIN rated r ON r.id = b.id AND r.tier = 'residual'"
          " JOIN rated c ON c.id = b.id AND c.tier = 'current' WHERE r.score < c.score AND NOT EXISTS"
          " (SELECT 1 FROM action a WHERE a.barrier_id = b.id AND a.status <> 'dropped')" },
  { "acceptance-expired", VIGIE_CONTROL_ERROR, &vigie_barrier_entity, VIGIE_BARRIER_NEXT_REVIEW_ON,
    "SELECT code FROM barrier WHERE status = 'accepted' AND next_review_on < ?1" },
  { "prohibited-in-production", VIGIE_CONTROL_ERROR, &vigie_system_entity, VIGIE_SYSTEM_AI_ACT_CLASS,
    LIVE "SELECT DISTINCT s.code FROM live JOIN deployment d ON d.id = live.id JOIN system s ON s.id = d.system_id"
         " WHERE s.ai_act_class = 'prohibited'" },
  { "high-risk-without-oversight", VIGIE_CONTROL_ERROR, &vigie_deployment_entity, VIGIE_DEPLOYMENT_OVERSIGHT,
    LIVE "SELECT d.code FROM live JOIN deployment d ON d.id = live.id JOIN system s ON s.id = d.system_id"
         " WHERE s.ai_act_class = 'high' AND d.oversight IS NULL" },
  { "more-valid-than-people", VIGIE_CONTROL_ERROR, &vigie_completion_count_entity, VIGIE_COMPLETION_COUNT_VALID,
    "SELECT u.code || '/' || p.code || '/' || m.code || '/' || c.as_of FROM completion_count c"
    " JOIN headcount h ON h.org_unit_id = c.org_unit_id AND h.profession_id = c.profession_id"
    " AND h.valid_from <= c.as_of AND (h.valid_to IS NULL OR h.valid_to >= c.as_of)"
    " JOIN org_unit u ON u.id = c.org_unit_id JOIN profession p ON p.id = c.profession_id"
    " JOIN module m ON m.id = c.module_id WHERE c.valid > h.heads AND c.as_of <= ?1" },
  { "completed-in-future", VIGIE_CONTROL_ERROR, &vigie_completion_entity, VIGIE_COMPLETION_COMPLETED_ON,
    "SELECT s.code || '/' || m.code || '/' || c.completed_on FROM completion c JOIN staff s ON s.id = c.staff_id"
    " JOIN module m ON m.id = c.module_id WHERE c.completed_on > ?1" },
  { "condition-overdue", VIGIE_CONTROL_ERROR, &vigie_decision_entity, VIGIE_DECISION_STATUS,
    "SELECT code FROM decision WHERE kind = 'go_conditions' AND status = 'in_force' AND review_on < ?1" },
  { "derogation-expired", VIGIE_CONTROL_ERROR, &vigie_decision_entity, VIGIE_DECISION_STATUS,
    "SELECT code FROM decision WHERE kind = 'derogate' AND status = 'in_force' AND review_on < ?1" },
  { "production-without-review", VIGIE_CONTROL_WARNING, &vigie_deployment_entity, VIGIE_CONTROL_NO_FIELD,
    LIVE "SELECT d.code FROM live JOIN deployment d ON d.id = live.id WHERE EXISTS"
         " (SELECT 1 FROM decision c WHERE c.deployment_id = d.id AND c.decided_on <= ?1) AND NOT EXISTS"
         " (SELECT 1 FROM decision c WHERE c.deployment_id = d.id AND c.review_on IS NOT NULL)" },
  { "health-data-without-dpia", VIGIE_CONTROL_WARNING, &vigie_deployment_entity, VIGIE_CONTROL_NO_FIELD,
    LIVE "SELECT d.code FROM live JOIN deployment d ON d.id = live.id JOIN system s ON s.id = d.system_id"
         " WHERE s.health_data = 1 AND NOT EXISTS"
         " (SELECT 1 FROM safeguard g WHERE g.deployment_id = d.id AND g.kind = 'dpia')" },
  { "class-unknown", VIGIE_CONTROL_WARNING, &vigie_system_entity, VIGIE_SYSTEM_AI_ACT_CLASS,
    "SELECT s.code FROM system s WHERE ifnull (s.ai_act_class, 'unknown') = 'unknown' AND EXISTS"
    " (SELECT 1 FROM deployment d JOIN stage_event e ON e.deployment_id = d.id WHERE d.system_id = s.id"
    " AND e.occurred_on < date (?1, '-60 days'))" },
  { "device-without-ce", VIGIE_CONTROL_WARNING, &vigie_system_entity, VIGIE_SYSTEM_CE_STATUS,
    LIVE "SELECT DISTINCT s.code FROM live JOIN deployment d ON d.id = live.id JOIN system s ON s.id = d.system_id"
         " WHERE s.ai_act_class = 'high' AND s.md_class NOT IN ('none', 'unknown')"
         " AND ifnull (s.ce_status, '') <> 'verified'" },
  { "production-without-users", VIGIE_CONTROL_WARNING, &vigie_deployment_entity, VIGIE_CONTROL_NO_FIELD,
    LIVE "SELECT d.code FROM live JOIN deployment d ON d.id = live.id WHERE NOT EXISTS"
         " (SELECT 1 FROM user_group g WHERE g.deployment_id = d.id AND g.as_of <= ?1)" },
  { "health-data-outside-eu", VIGIE_CONTROL_WARNING, &vigie_system_entity, VIGIE_SYSTEM_HOSTING,
    "SELECT code FROM system WHERE health_data = 1 AND hosting = 'cloud_noneu'" },
  { "action-without-owner", VIGIE_CONTROL_WARNING, &vigie_action_entity, VIGIE_ACTION_OWNER,
    "SELECT a.code FROM action a WHERE " OWED " AND a.owner IS NULL" },
  { "action-without-date", VIGIE_CONTROL_WARNING, &vigie_action_entity, VIGIE_ACTION_DUE_ON,
    "SELECT a.code FROM action a WHERE " OWED " AND a.due_on IS NULL" },
  { "barrier-not-rated", VIGIE_CONTROL_WARNING, &vigie_barrier_entity, VIGIE_CONTROL_NO_FIELD,
    "SELECT b.code FROM barrier b WHERE b.status NOT IN ('lifted', 'cancelled') AND b.opened_on <= ?1 AND NOT EXISTS"
    " (SELECT 1 FROM rating r WHERE r.barrier_id = b.id AND r.tier = 'current'"
    " AND r.rated_on BETWEEN date (?1, '-12 months') AND ?1)" },
  { "site-silent", VIGIE_CONTROL_WARNING, &vigie_org_unit_entity, VIGIE_CONTROL_NO_FIELD,
    "SELECT u.code FROM org_unit u JOIN completion_count c ON c.org_unit_id = u.id AND c.as_of <= ?1"
    " GROUP BY u.id HAVING max (c.as_of) < date (?1, '-6 months')" },
  { "module-without-duration", VIGIE_CONTROL_WARNING, &vigie_module_entity, VIGIE_MODULE_DURATION_MIN,
    "SELECT m.code FROM module m WHERE m.duration_min IS NULL AND EXISTS"
    " (SELECT 1 FROM requirement r WHERE r.module_id = m.id AND (r.valid_to IS NULL OR r.valid_to >= ?1))" },
  { "headcount-old", VIGIE_CONTROL_WARNING, &vigie_org_unit_entity, VIGIE_CONTROL_NO_FIELD,
    "SELECT DISTINCT u.code FROM headcount h JOIN org_unit u ON u.id = h.org_unit_id"
    " WHERE h.valid_to IS NULL AND h.valid_from < date (?1, '-12 months') AND NOT EXISTS"
    " (SELECT 1 FROM headcount l WHERE l.org_unit_id = h.org_unit_id AND l.profession_id = h.profession_id"
    " AND l.valid_from > h.valid_from AND l.valid_from <= ?1)" },
  { "benefit-unmeasured", VIGIE_CONTROL_WARNING, &vigie_deployment_entity, VIGIE_CONTROL_NO_FIELD,
    LIVE "SELECT d.code FROM live JOIN deployment d ON d.id = live.id WHERE live.since < date (?1, '-12 months')"
         " AND NOT EXISTS (SELECT 1 FROM benefit b WHERE b.deployment_id = d.id AND b.actual IS NOT NULL)" },
  { "evidence-without-document", VIGIE_CONTROL_INFORMATION, &vigie_evidence_entity, VIGIE_EVIDENCE_REFERENCE,
    "SELECT code FROM evidence WHERE reference IS NULL AND result <> 'declared'"
    " AND (obtained_on IS NULL OR obtained_on <= ?1)" },
  { "deployment-without-owner", VIGIE_CONTROL_INFORMATION, &vigie_deployment_entity, VIGIE_DEPLOYMENT_OWNER,
    LIVE "SELECT d.code FROM live JOIN deployment d ON d.id = live.id WHERE d.owner IS NULL" },
};

/**
 * vigie_control_n_rules:
 *
 * Returns: how many rules there are
 */
guint
vigie_control_n_rules (void)
{
  return G_N_ELEMENTS (rules);
}

/**
 * vigie_control_get_rule:
 *
 * Returns: (transfer none): a rule; the gravest come first
 */
const VigieControlRule *
vigie_control_get_rule (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rules), NULL);

  return &rules[index];
}

static void
control_free (VigieControl *self)
{
  g_free (self->record);
  g_free (self);
}

static gboolean
apply (VigieConnection *connection, const VigieControlRule *rule, VigieDate as_of, GPtrArray *found, GError **error)
{
  /* In the order of codes, so that the same register is always told in the same order. */
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM (%s) ORDER BY 1", rule->sql);
  g_autoptr (VigieStatement) statement = vigie_connection_prepare (connection, sql, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  if (vigie_statement_n_parameters (statement) > 0)
    vigie_statement_bind_date (statement, 1, as_of);
  while (vigie_statement_step (statement, &failure))
    {
      VigieControl *control = g_new0 (VigieControl, 1);

      control->rule = rule;
      control->record = g_strdup (vigie_statement_get_text (statement, 0));
      g_ptr_array_add (found, control);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
control_job (VigieRegister *reg, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  VigieConnection *connection = vigie_register_get_connection (reg);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) control_free);
  VigieDate as_of = *(const VigieDate *) data;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!apply (connection, &rules[i], as_of, found, error))
      return NULL;
  return g_steal_pointer (&found);
}

/**
 * vigie_store_control:
 * @as_of: the day that terms are counted to
 *
 * Returns: (transfer full) (element-type VigieControl): the records that break a rule, the gravest first;
 *   %NULL with @error
 */
GPtrArray *
vigie_store_control (VigieStore *self, VigieDate as_of, GCancellable *cancellable, GError **error)
{
  return vigie_store_run (self, VIGIE_WORK_IN_TURN, control_job, &as_of, cancellable, error);
}

/**
 * vigie_store_control_async:
 *
 * As vigie_store_control(), without waiting.
 */
void
vigie_store_control_async (VigieStore *self, VigieDate as_of, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_store_control_async);
  vigie_store_run_task (self, VIGIE_WORK_IN_TURN, control_job, g_memdup2 (&as_of, sizeof as_of), g_free,
                        (GDestroyNotify) g_ptr_array_unref, task);
}

GPtrArray *
vigie_store_control_finish (VigieStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
