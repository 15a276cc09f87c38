// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What the demonstration's committees know and decided: barriers, meetings, decisions, actions, incidents,
 * in the register's own JSON form; and what the staff of each site answered to the surveys.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-entities.h"
#include "vigie-enums.h"
#include "vigie-json-records.h"

#include <string.h>

#define GOVERNANCE "governance.json"
/* Fewer answers of a site are not handed over. */
#define LEAST_ANSWERS 5
#define PER_THOUSAND 1000
/* By how much a site differs from the whole, at most, in thousandths. */
#define SITE_SPREAD 70
#define NOBODY_MORE 990

static gint64
count_people (const VigieDemo *self, guint site)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->professions->len; i++)
    sum += vigie_demo_site (self, site)->heads[i];
  return sum;
}

static gint64
count_all_people (const VigieDemo *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->sites->len; i++)
    sum += count_people (self, i);
  return MAX (sum, 1);
}

static gboolean
add_result (VigieDemo *self, const char *survey, const char *family, const char *site, gint64 answers, gint64 named,
            GError **error)
{
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_survey_result_entity);

  vigie_demo_set (record, VIGIE_SURVEY_RESULT_SURVEY, survey);
  vigie_demo_set (record, VIGIE_SURVEY_RESULT_ORG_UNIT, site);
  vigie_record_set_number (record, VIGIE_SURVEY_RESULT_ANSWERS, answers);
  vigie_record_set_number (record, VIGIE_SURVEY_RESULT_NAMED, named);
  if (!vigie_record_set_from_text (record, VIGIE_SURVEY_RESULT_FAMILY, family, error))
    return FALSE;
  vigie_demo_push (self, g_steal_pointer (&record));
  return TRUE;
}

/* Where skills lack, more people name them. */
static gint64
named_at_site (const VigieDemo *self, guint site, const char *survey, const char *family, gint64 permille,
               gint64 answers)
{
  VigieDemoRandom random;
  gint64 local;

  vigie_demo_random_init (&random, self->options.seed, g_str_hash (survey), g_str_hash (family), site);
  local = permille + vigie_demo_random_between (&random, -SITE_SPREAD, SITE_SPREAD);
  if (g_str_equal (family, "skills"))
    local -= (gint64) vigie_demo_site (self, site)->skill * 4;
  return (answers * CLAMP (local, 0, NOBODY_MORE) + PER_THOUSAND / 2) / PER_THOUSAND;
}

/* Each site's answers, then the whole, which is their sum. */
static gboolean
add_family (VigieDemo *self, const char *survey, const char *family, gint64 permille, const gint64 *answers,
            GError **error)
{
  gint64 all = 0, all_named = 0;

  for (guint i = 0; i < self->sites->len; i++)
    {
      gint64 named = named_at_site (self, i, survey, family, permille, answers[i]);

      if (answers[i] == 0)
        continue;
      if (!add_result (self, survey, family, vigie_demo_site (self, i)->code, answers[i], named, error))
        return FALSE;
      all += answers[i];
      all_named += named;
    }
  return add_result (self, survey, family, NULL, all, all_named, error);
}

/* Answers in proportion to people, none from where too few answered. */
static gint64 *
share_answers (const VigieDemo *self, gint64 wanted, gint64 *sum)
{
  gint64 *answers = g_new0 (gint64, self->sites->len);
  gint64 people = count_all_people (self);

  *sum = 0;
  for (guint i = 0; i < self->sites->len; i++)
    {
      answers[i] = MIN (wanted, people / 2) * count_people (self, i) / people;
      if (answers[i] < LEAST_ANSWERS)
        answers[i] = 0;
      *sum += answers[i];
    }
  return answers;
}

static gboolean
add_survey (VigieDemo *self, JsonObject *object, GError **error)
{
  g_autoptr (VigieRecord) record = vigie_record_new (&vigie_survey_entity);
  JsonObject *rates = json_object_get_object_member (object, "named_permille");
  const char *code = json_object_get_string_member (object, "code");
  gint64 sum;
  g_autofree gint64 *answers = share_answers (self, json_object_get_int_member (object, "answers"), &sum);
  JsonObjectIter iter;
  const char *family;
  JsonNode *rate;

  vigie_demo_set (record, VIGIE_SURVEY_CODE, code);
  vigie_demo_set (record, VIGIE_SURVEY_TITLE, json_object_get_string_member (object, "title"));
  vigie_demo_set (record, VIGIE_SURVEY_POPULATION, json_object_get_string_member (object, "population"));
  vigie_record_set_number (record, VIGIE_SURVEY_ANSWERS, sum);
  vigie_record_set_number (record, VIGIE_SURVEY_SENT,
                           sum * 100 / json_object_get_int_member (object, "response_percent"));
  if (!vigie_record_set_from_text (record, VIGIE_SURVEY_AS_OF, json_object_get_string_member (object, "on"), error))
    return FALSE;
  vigie_demo_push (self, g_steal_pointer (&record));
  json_object_iter_init_ordered (&iter, rates);
  while (json_object_iter_next_ordered (&iter, &family, &rate))
    if (!add_family (self, code, family, json_node_get_int (rate), answers, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_surveys (VigieDemo *self, GError **error)
{
  g_autoptr (JsonNode) root = vigie_demo_text_load (&self->text, "surveys.json", error);
  JsonArray *surveys;

  if (root == NULL)
    return FALSE;
  surveys = json_object_get_array_member (json_node_get_object (root), "surveys");
  for (guint i = 0; i < json_array_get_length (surveys); i++)
    if (!add_survey (self, json_array_get_object_element (surveys, i), error))
      return FALSE;
  return TRUE;
}

/**
 * vigie_demo_add_governance:
 *
 * Adds barriers, surveys, meetings, decisions, actions and incidents.
 */
gboolean
vigie_demo_add_governance (VigieDemo *self, gboolean *more, GError **error)
{
  g_autofree char *text = vigie_demo_text_dup (&self->text, GOVERNANCE, error);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr (GPtrArray) records = bytes != NULL ? vigie_json_records_load (bytes, GOVERNANCE, error) : NULL;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    vigie_demo_push (self, g_object_ref (g_ptr_array_index (records, i)));
  *more = FALSE;
  return add_surveys (self, error);
}
