// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Facts of what stands in the way: barriers, their ratings, what the staff said, what others published.
 */

#define G_LOG_DOMAIN "vigie-store"

#include "vigie-facts-private.h"

#define BARRIERS "SELECT id, code, title, owner, family, status, next_review_on, opened_on, closed_on FROM barrier "
#define BARRIERS_IN_ORDER "ORDER BY id"

static const char barriers_sql[] = BARRIERS BARRIERS_IN_ORDER;
static const char barriers_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS BARRIERS
  "WHERE org_unit_id IS NULL OR org_unit_id IN (SELECT id FROM scope_unit) " BARRIERS_IN_ORDER;

#define RATING "SELECT r.barrier_id, r.tier, r.likelihood, r.impact, r.rated_on FROM "
#define RATINGS_IN_ORDER "ORDER BY r.barrier_id, r.tier, r.rated_on"

static const char ratings_sql[] = RATING "rating AS r " RATINGS_IN_ORDER;
static const char ratings_of_part_sql[] = VIGIE_FACTS_SCOPE_UNITS RATING
  "barrier AS b CROSS JOIN rating AS r ON r.barrier_id = b.id "
  "WHERE b.org_unit_id IS NULL OR b.org_unit_id IN (SELECT id FROM scope_unit) " RATINGS_IN_ORDER;

static const char links_sql[] = "SELECT barrier_id, system_id, effect FROM barrier_link ORDER BY barrier_id, system_id";

#define LATEST_SURVEY "(SELECT id FROM survey WHERE as_of <= ?1 ORDER BY as_of DESC, id DESC LIMIT 1)"

static const char surveys_sql[] =
  "SELECT code, title, as_of, population, sent, answers FROM survey WHERE id = " LATEST_SURVEY;

static const char survey_results_sql[] = "SELECT family, org_unit_id, profession_id, answers, named FROM survey_result"
                                         " WHERE survey_id = " LATEST_SURVEY " ORDER BY id";

static const char benchmarks_sql[] =
  "SELECT code, label_fr, label_en, value_permille, n, population_fr, population_en, family, published_on, source,"
  " caveat_fr, caveat_en, verification, value_hours FROM benchmark ORDER BY id";

static gboolean
read_barrier (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactBarrier *barrier = element;
  VigieDate as_of = reader->facts->as_of, opened_on, closed_on;

  barrier->id = vigie_statement_get_integer (row, 0);
  barrier->code = vigie_facts_text (reader, row, 1);
  barrier->title = vigie_facts_text (reader, row, 2);
  barrier->owner = vigie_facts_text (reader, row, 3);
  barrier->family = vigie_facts_enum (reader, row, 4, VIGIE_TYPE_BARRIER_FAMILY);
  barrier->status = vigie_facts_enum (reader, row, 5, VIGIE_TYPE_BARRIER_STATUS);
  barrier->next_review_on = vigie_statement_get_date (row, 6);
  opened_on = vigie_statement_get_date (row, 7);
  closed_on = vigie_statement_get_date (row, 8);
  /* One that was closed later still stood on the day, whatever its status says now. */
  barrier->open = closed_on != VIGIE_DATE_NONE ? closed_on > as_of
                                               : barrier->status != VIGIE_BARRIER_STATUS_LIFTED &&
                                                   barrier->status != VIGIE_BARRIER_STATUS_CANCELLED;
  return opened_on == VIGIE_DATE_NONE || opened_on <= as_of;
}

/* The latest by the day is the one that counts; the one before it tells how it came. */
static gboolean
read_rating (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactRating *rating = element;

  rating->rated_on = vigie_statement_get_date (row, 4);
  if (rating->rated_on > reader->facts->as_of)
    return FALSE;
  rating->barrier = VIGIE_FACTS_INDEX (reader, barriers, row, 0);
  rating->tier = vigie_facts_enum (reader, row, 1, VIGIE_TYPE_RATING_TIER);
  rating->likelihood = (int) vigie_statement_get_integer (row, 2);
  rating->impact = (int) vigie_statement_get_integer (row, 3);
  rating->previous_likelihood = rating->previous_impact = -1;
  if (rating->barrier < 0)
    return FALSE;
  if (reader->n_read == 0 || rating[-1].barrier != rating->barrier || rating[-1].tier != rating->tier)
    return TRUE;
  rating->previous_likelihood = rating[-1].likelihood;
  rating->previous_impact = rating[-1].impact;
  rating[-1] = *rating;
  return FALSE;
}

static gboolean
read_link (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactBarrierLink *link = element;

  link->barrier = VIGIE_FACTS_INDEX (reader, barriers, row, 0);
  link->system = VIGIE_FACTS_INDEX (reader, systems, row, 1);
  link->effect = vigie_facts_enum (reader, row, 2, VIGIE_TYPE_LINK_EFFECT);
  return link->barrier >= 0;
}

static gboolean
read_survey (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactSurvey *survey = element;

  survey->code = vigie_facts_text (reader, row, 0);
  survey->title = vigie_facts_text (reader, row, 1);
  survey->as_of = vigie_statement_get_date (row, 2);
  survey->population = vigie_facts_text (reader, row, 3);
  survey->sent = vigie_statement_get_integer_or (row, 4, -1);
  survey->answers = vigie_statement_get_integer_or (row, 5, -1);
  return TRUE;
}

static gboolean
read_survey_result (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactSurveyResult *result = element;

  result->family = vigie_facts_enum (reader, row, 0, VIGIE_TYPE_BARRIER_FAMILY);
  result->unit = VIGIE_FACTS_INDEX (reader, units, row, 1);
  result->profession = VIGIE_FACTS_INDEX (reader, professions, row, 2);
  result->answers = vigie_statement_get_integer (row, 3);
  result->named = vigie_statement_get_integer (row, 4);
  return TRUE;
}

static gboolean
read_benchmark (VigieFactsReader *reader, VigieStatement *row, gpointer element)
{
  VigieFactBenchmark *benchmark = element;

  benchmark->code = vigie_facts_text (reader, row, 0);
  benchmark->label_fr = vigie_facts_text (reader, row, 1);
  benchmark->label_en = vigie_facts_text (reader, row, 2);
  benchmark->permille = vigie_statement_get_integer_or (row, 3, -1);
  benchmark->n = vigie_statement_get_integer_or (row, 4, -1);
  benchmark->population_fr = vigie_facts_text (reader, row, 5);
  benchmark->population_en = vigie_facts_text (reader, row, 6);
  benchmark->family = vigie_facts_enum (reader, row, 7, VIGIE_TYPE_BARRIER_FAMILY);
  benchmark->published_on = vigie_statement_get_date (row, 8);
  benchmark->source = vigie_facts_text (reader, row, 9);
  benchmark->caveat_fr = vigie_facts_text (reader, row, 10);
  benchmark->caveat_en = vigie_facts_text (reader, row, 11);
  benchmark->verification = vigie_facts_enum (reader, row, 12, VIGIE_TYPE_VERIFICATION);
  benchmark->hours = vigie_statement_get_integer_or (row, 13, -1);
  return TRUE;
}

gboolean
vigie_facts_read_barriers (VigieFactsReader *self, GError **error)
{
  gboolean part = vigie_scope_get_site (self->scope) != NULL;

  return VIGIE_FACTS_READ (self, barriers, part ? barriers_of_part_sql : barriers_sql, read_barrier, error) &&
         VIGIE_FACTS_READ (self, ratings, part ? ratings_of_part_sql : ratings_sql, read_rating, error) &&
         VIGIE_FACTS_READ (self, barrier_links, links_sql, read_link, error) &&
         VIGIE_FACTS_READ (self, surveys, surveys_sql, read_survey, error) &&
         VIGIE_FACTS_READ (self, survey_results, survey_results_sql, read_survey_result, error) &&
         VIGIE_FACTS_READ (self, benchmarks, benchmarks_sql, read_benchmark, error);
}
