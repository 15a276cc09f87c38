// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a deployment of the demonstration costs and brings: whoever helps pays the purchase, the group itself
 * pays the use; spending strays from the plan, and what is still to come has only a plan.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-entities.h"
#include "vigie-enums.h"

/* Running costs are planned as far ahead as budgets are. */
#define YEARS_AHEAD 2
#define LEAST_PERCENT 82
#define MOST_PERCENT 121

typedef struct
{
  VigieDemo *demo;
  const char *deployment;
  VigieDemoRandom random;
  int year; /* of today */
  int days; /* of it that are over */
} Costs;

static void
add_cost (Costs *self, int year, VigieCostKind kind, gint64 funding, gint64 planned)
{
  VigieRecord *record = vigie_record_new (&vigie_cost_entity);
  gint64 percent = vigie_demo_random_between (&self->random, LEAST_PERCENT, MOST_PERCENT);
  gint64 actual = planned * percent / 100;

  if (year == self->year)
    actual = actual * self->days / 365;
  vigie_demo_set (record, VIGIE_COST_DEPLOYMENT, self->deployment);
  vigie_record_set_number (record, VIGIE_COST_YEAR, year);
  vigie_record_set_number (record, VIGIE_COST_KIND, kind);
  vigie_record_set_number (record, VIGIE_COST_FUNDING, funding);
  vigie_record_set_number (record, VIGIE_COST_PLANNED_CENTS, planned);
  if (year <= self->year)
    vigie_record_set_number (record, VIGIE_COST_ACTUAL_CENTS, actual);
  vigie_demo_push (self->demo, record);
}

/**
 * vigie_demo_add_costs:
 * @deployment: a record of it
 * @ended: whether it was given up: then nothing more is planned
 *
 * Adds what it costs a year, from the year of its go-live on.
 */
void
vigie_demo_add_costs (VigieDemo *self, VigieRecord *deployment, gboolean ended)
{
  const char *code = vigie_record_get_text (deployment, VIGIE_DEPLOYMENT_CODE);
  gint64 investment = vigie_record_get_number (deployment, VIGIE_DEPLOYMENT_CAPEX_CENTS, 0);
  gint64 running = vigie_record_get_number (deployment, VIGIE_DEPLOYMENT_OPEX_YEAR_CENTS, 0);
  gint64 funding = vigie_record_get_number (deployment, VIGIE_DEPLOYMENT_FUNDING, VIGIE_FUNDING_OWN);
  VigieDate planned = vigie_record_get_date (deployment, VIGIE_DEPLOYMENT_PLANNED_ON);
  Costs costs = { .demo = self, .deployment = code };
  int first, month, day;

  if (planned == VIGIE_DATE_NONE || investment + running == 0)
    return;
  vigie_date_get_ymd (self->options.today, &costs.year, &month, &day);
  costs.days = (int) (self->options.today - vigie_date_new (costs.year, 1, 1));
  vigie_demo_random_init (&costs.random, self->options.seed, g_str_hash (code), 0, 1);
  vigie_date_get_ymd (planned, &first, &month, &day);
  if (investment > 0)
    add_cost (&costs, first, VIGIE_COST_KIND_INVESTMENT, funding, investment);
  for (int year = first; running > 0 && year <= costs.year + (ended ? 0 : YEARS_AHEAD); year++)
    add_cost (&costs, year, VIGIE_COST_KIND_RUNNING, VIGIE_FUNDING_OWN,
              year == first ? running * (13 - month) / 12 : running);
}

/**
 * vigie_demo_add_benefits:
 *
 * Adds what a deployment is to bring, and what was measured of it.
 */
gboolean
vigie_demo_add_benefits (VigieDemo *self, const char *deployment, JsonObject *object, GError **error)
{
  JsonArray *benefits;

  if (!json_object_has_member (object, "benefits"))
    return TRUE;
  benefits = json_object_get_array_member (object, "benefits");
  for (guint i = 0; i < json_array_get_length (benefits); i++)
    {
      g_autoptr (VigieRecord) record = vigie_record_new (&vigie_benefit_entity);

      vigie_demo_set (record, VIGIE_BENEFIT_DEPLOYMENT, deployment);
      if (!vigie_demo_fill (record, json_array_get_object_element (benefits, i), error))
        return FALSE;
      vigie_demo_push (self, g_steal_pointer (&record));
    }
  return TRUE;
}
