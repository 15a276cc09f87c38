// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of money: what deployments cost, and what they bring.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#define COSTS(from) \
  "SELECT c.deployment_id, c.year, c.kind, c.funding, c.planned_cents," \
  " CASE WHEN c.year <= CAST (substr (?1, 1, 4) AS INTEGER) THEN c.actual_cents END FROM " from \
  " CROSS JOIN cost AS c ON c.deployment_id = d.id ORDER BY c.year, c.deployment_id, c.kind, c.funding"

static const char costs_sql[] = VIGIE_FACTS_SCOPE_UNITS COSTS (VIGIE_FACTS_SCOPE_DEPLOYMENTS);
static const char changed_costs_sql[] = COSTS (VIGIE_FACTS_CHANGED_DEPLOYMENTS);

/* What was measured after the day was not known on it. */
#define BENEFITS(from) \
  "SELECT b.deployment_id, b.kind, b.unit, b.target, CASE WHEN ifnull (b.measured_on <= ?1, 1) THEN b.actual END FROM " from \
  " CROSS JOIN benefit AS b ON b.deployment_id = d.id ORDER BY b.deployment_id, b.kind"

static const char benefits_sql[] = VIGIE_FACTS_SCOPE_UNITS BENEFITS (VIGIE_FACTS_SCOPE_DEPLOYMENTS);
static const char changed_benefits_sql[] = BENEFITS (VIGIE_FACTS_CHANGED_DEPLOYMENTS);

static gboolean
read_cost (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactCost *cost = element;

  cost->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 0);
  cost->year = (int) vigie_statement_get_integer (row, 1);
  cost->kind = vigie_facts_enum (reader, row, 2, VIGIE_TYPE_COST_KIND);
  cost->funding = vigie_facts_enum (reader, row, 3, VIGIE_TYPE_FUNDING);
  cost->planned = vigie_statement_get_integer_or (row, 4, -1);
  cost->actual = vigie_statement_get_integer_or (row, 5, -1);
  return cost->deployment >= 0;
}

static gboolean
read_benefit (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactBenefit *benefit = element;

  benefit->deployment = VIGIE_FACTS_INDEX (reader, deployments, row, 0);
  benefit->kind = vigie_facts_enum (reader, row, 1, VIGIE_TYPE_BENEFIT_KIND);
  benefit->unit = vigie_facts_text (reader, row, 2);
  benefit->target = vigie_statement_get_integer_or (row, 3, -1);
  benefit->actual = vigie_statement_get_integer_or (row, 4, -1);
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
  return VIGIE_FACTS_READ (self, costs, costs_sql, read_cost, error) &&
         VIGIE_FACTS_READ (self, benefits, benefits_sql, read_benefit, error);
}
