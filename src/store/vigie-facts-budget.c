// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of money: what deployments cost, and what they bring.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#define COST "SELECT c.deployment_id, c.year, c.kind, c.funding, c.planned_cents, c.actual_cents FROM "
#define COSTS_IN_ORDER " ORDER BY c.year, c.deployment_id, c.kind, c.funding"
#define COSTS(from) COST from " CROSS JOIN cost AS c ON c.deployment_id = d.id" COSTS_IN_ORDER

static const char costs_sql[] = COST "cost AS c" COSTS_IN_ORDER;
static const char costs_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS COSTS (VIGIE_FACTS_SCOPE_DEPLOYMENTS);
static const char changed_costs_sql[] = COSTS (VIGIE_FACTS_CHANGED_DEPLOYMENTS);

#define BENEFIT "SELECT b.deployment_id, b.kind, b.unit, b.target, b.actual, b.measured_on FROM "
#define BENEFITS_IN_ORDER " ORDER BY b.deployment_id, b.kind"
#define BENEFITS(from) BENEFIT from " CROSS JOIN benefit AS b ON b.deployment_id = d.id" BENEFITS_IN_ORDER

static const char benefits_sql[] = BENEFIT "benefit AS b" BENEFITS_IN_ORDER;
static const char benefits_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS BENEFITS (VIGIE_FACTS_SCOPE_DEPLOYMENTS);
static const char changed_benefits_sql[] = BENEFITS (VIGIE_FACTS_CHANGED_DEPLOYMENTS);

/* What was spent in a year that was yet to come was not known on the day. */
static gboolean
read_cost (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactCost *cost = element;

  cost->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 0);
  cost->year = (int) vigie_statement_get_integer (row, 1);
  cost->kind = vigie_facts_enum (reader, row, 2, VIGIE_TYPE_COST_KIND);
  cost->funding = vigie_facts_enum (reader, row, 3, VIGIE_TYPE_FUNDING);
  cost->planned = vigie_statement_get_integer_or (row, 4, -1);
  cost->actual = cost->year <= reader->facts->origin->year ? vigie_statement_get_integer_or (row, 5, -1) : -1;
  return cost->deployment >= 0;
}

/* What was measured after the day was not known on it. */
static gboolean
read_benefit (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactBenefit *benefit = element;
  VigieDate measured_on = vigie_statement_get_date (row, 5);

  benefit->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 0);
  benefit->kind = vigie_facts_enum (reader, row, 1, VIGIE_TYPE_BENEFIT_KIND);
  benefit->unit = vigie_facts_text (reader, row, 2);
  benefit->target = vigie_statement_get_integer_or (row, 3, -1);
  benefit->actual = measured_on == VIGIE_DATE_NONE || measured_on <= reader->facts->as_of
                      ? vigie_statement_get_integer_or (row, 4, -1)
                      : -1;
  return benefit->deployment >= 0;
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  const VigieFactCost *first = a;
  const VigieFactCost *second = b;

  return first->year != second->year ? first->year - second->year : first->deployment - second->deployment;
}

const VigieFactsOwned vigie_facts_costs = VIGIE_FACTS_OWNED (VigieFactCost, costs, deployment, VIGIE_FACTS_PART_COSTS,
                                                             changed_costs_sql, read_cost, compare_costs);
const VigieFactsOwned vigie_facts_benefits = VIGIE_FACTS_OWNED (
  VigieFactBenefit, benefits, deployment, VIGIE_FACTS_PART_BENEFITS, changed_benefits_sql, read_benefit, NULL);

gboolean
vigie_facts_read_budget (VigieFactsReader *self, GError **error)
{
  gboolean whole = vigie_facts_is_whole (self);

  return VIGIE_FACTS_READ (self, costs, whole ? costs_sql : costs_of_part_sql, read_cost, error) &&
         VIGIE_FACTS_READ (self, benefits, whole ? benefits_sql : benefits_of_part_sql, read_benefit, error);
}
